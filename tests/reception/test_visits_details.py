"""What is written down of a visit besides its matter: people, documents, refusals; what is sealed."""

from datetime import date

import pytest
from django.utils import timezone

from lucba.office.errors import RefusedError
from reception.actions.visits import record_visit, refusal_notice_issued, reply_to_visit
from reception.models import GroupMember, ReceivedDocument, SealedIdentity, Visit
from tests.building import TODAY, make_hamlet, make_session, make_visit

SIX = ["Nguyễn Văn Một", "Trần Thị Hai", "Lê Văn Ba", "Phạm Thị Tư", "Vũ Văn Năm", "Đỗ Thị Sáu"]
UNDER_DECREE_154 = date(2026, 7, 9)


def test_a_group_of_six_is_written_down_with_its_representatives_marked(commune):
    visit = make_visit(
        make_session(commune), persons=6, members=SIX, representatives=["trần thị  hai", "Vũ Văn Năm"]
    )
    chosen = visit.members.filter(is_representative=True).values_list("name", flat=True)
    assert (visit.representatives, visit.members.count()) == (2, 6)
    assert list(chosen) == ["Trần Thị Hai", "Vũ Văn Năm"]


def test_without_a_list_of_people_the_representatives_are_written_down(commune):
    visit = make_visit(make_session(commune), persons=12, representatives=SIX[:5])
    assert list(visit.members.values_list("name", "is_representative")) == [(n, True) for n in SIX[:5]]


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        (
            {"persons": 6, "members": SIX, "representatives": ["Luật sư Bảy"]},
            "representatives",
            "Luật sư Bảy không có trong danh sách người cùng đến",
        ),
        ({"persons": 6, "representatives": SIX[:3]}, "representatives", "cử từ 1 đến 2 người đại diện"),
        ({"persons": 6, "representatives": []}, "representatives", "cử từ 1 đến 2 người đại diện"),
        ({"persons": 12, "representatives": SIX}, "representatives", "cử từ 1 đến 5 người đại diện"),
        (
            {"persons": 5, "members": SIX, "representatives": SIX[:1]},
            "members",
            "Danh sách có 6 người, nhiều hơn số người đến (5)",
        ),
        ({"persons": 5, "representatives": ["x" * 151]}, "representatives", "dài quá 150 chữ"),
    ],
)
def test_an_unlawful_group_is_refused_at_its_field(commune, fields, field, sentence):
    with pytest.raises(RefusedError) as refusal:
        make_visit(make_session(commune), **fields)
    assert sentence in refusal.value.message
    assert refusal.value.field == field
    assert not Visit.objects.exists()


def test_a_representative_named_twice_counts_once(commune):
    visit = make_visit(make_session(commune), persons=5, representatives=[SIX[0], SIX[0]])
    assert visit.representatives == 1


def test_documents_handed_in_are_listed(commune):
    papers = [{"title": "Giấy chứng nhận", "pages": 2, "copies": 1}, {"title": "Ảnh", "copies": 3}]
    visit = make_visit(make_session(commune), documents=papers)
    assert list(visit.documents.values_list("title", "pages", "copies")) == [
        ("Giấy chứng nhận", 2, 1),
        ("Ảnh", None, 3),
    ]


def denouncer_came(commune, **fields):
    """Write down a denouncer who says everything about himself and brings two people along."""
    return make_visit(
        make_session(commune),
        "Phan Thị Kín",
        **{
            "content_kind": "TC",
            "hamlet": make_hamlet(commune),
            "summary": "Tố cáo cán bộ thu tiền sai quy định",
            "identity_number": "019185001234",
            "identity_issued": "Công an Thái Nguyên, 2021",
            "address": "Ngõ Kín, phường Khác",
            "phone": "0912345678",
            "acts_for": "ông Phan Văn Kín",
            "persons": 2,
            "members": ["Phan Thị Kín", "Lò Thị Mật"],
            **fields,
        },
    )


def test_everything_that_tells_who_denounces_is_sealed(commune):
    visit = denouncer_came(commune)
    row = Visit.objects.filter(pk=visit.pk).values().get()
    shown = " ".join(str(value) for value in row.values())
    for secret in ("Kín", "Mật", "019185001234", "0912345678", "Ngõ", "cccd", "Thái Nguyên"):
        assert secret not in shown
    assert not GroupMember.objects.exists()
    seal = SealedIdentity.objects.get()
    assert (seal.name, seal.identity_kind, seal.identity_number) == ("Phan Thị Kín", "cccd", "019185001234")
    assert (seal.address, seal.phone, seal.acts_for) == (
        "Ngõ Kín, phường Khác",
        "0912345678",
        "ông Phan Văn Kín",
    )
    assert [person["name"] for person in seal.members] == ["Phan Thị Kín", "Lò Thị Mật"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"summary": "Bà PHAN THỊ KÍN, tố cáo cán bộ"}, "summary"),
        ({"request": "Trả lời cho bà Phan Thị Kín."}, "request"),
        ({"note": "phan thi kin hẹn quay lại"}, "note"),
        ({"documents": [{"title": "Đơn của bà Phan Thị Kín", "copies": 1}]}, ""),
    ],
)
def test_a_text_that_names_the_denouncer_is_refused(commune, fields, field):
    with pytest.raises(RefusedError, match="người tố cáo") as refusal:
        denouncer_came(commune, **fields)
    assert refusal.value.field == field
    assert not ReceivedDocument.objects.exists()


@pytest.mark.parametrize(("ground", "kind"), [("9-3", "KN"), ("4-h", "KNPA")])
def test_a_refusal_told_in_writing_has_three_working_days(commune, ground, kind):
    session = make_session(commune, UNDER_DECREE_154)
    visit = make_visit(session, result="tu_choi", refusal_ground=ground, content_kind=kind)
    clock = visit.deadlines.get()
    assert (clock.step, clock.due_on) == ("TCD.REFUSE", date(2026, 7, 14))
    refusal_notice_issued(visit, on=date(2026, 7, 13))
    clock.refresh_from_db()
    assert clock.met_on == date(2026, 7, 13)


def test_other_refusals_and_those_before_the_decree_have_no_clock(commune):
    before, after = make_session(commune, TODAY), make_session(commune, UNDER_DECREE_154)
    assert not make_visit(before, result="tu_choi", refusal_ground="9-3").deadlines.exists()
    assert not make_visit(after, result="tu_choi", refusal_ground="9-1").deadlines.exists()


def test_an_answer_to_the_citizen_does_not_stop_the_clock_of_the_notice(commune, clerk):
    session = make_session(commune, UNDER_DECREE_154)
    visit = make_visit(session, result="tu_choi", refusal_ground="9-3")
    reply_to_visit(
        visit, replied_on=UNDER_DECREE_154, reply_outcome="tu_choi", by=clerk, today=UNDER_DECREE_154
    )
    assert visit.deadlines.get().met_on is None


@pytest.mark.parametrize(
    ("held_on", "fields", "sentence"),
    [
        (TODAY, {"result": "tu_choi", "refusal_ground": "4-a"}, "chưa có hiệu lực ngày 12/03/2026"),
        (UNDER_DECREE_154, {"result": "tu_choi", "refusal_ground": "4-h"}, "Điểm h chỉ áp dụng"),
        (TODAY, {"result": "ghi_nhan", "refusal_ground": "9-1"}, "Chỉ ghi căn cứ từ chối khi từ chối tiếp"),
    ],
)
def test_a_ground_that_does_not_fit_is_refused(commune, held_on, fields, sentence):
    with pytest.raises(RefusedError, match=sentence) as refusal:
        make_visit(make_session(commune, held_on), **fields)
    assert refusal.value.field == "refusal_ground"


def test_who_is_guided_elsewhere_is_told_where(commune):
    session = make_session(commune)
    with pytest.raises(RefusedError, match="hãy ghi cơ quan"):
        make_visit(session, result="huong_dan", competent=False)
    visit = make_visit(session, result="huong_dan", competent=False, directed_to=" Tòa án nhân dân khu vực ")
    assert visit.directed_to == "Tòa án nhân dân khu vực"


def test_a_session_that_was_closed_receives_nobody(commune):
    session = make_session(commune)
    make_visit(session)
    session.refresh_from_db()
    session.closed_at = timezone.now()
    session.save(update_fields=["closed_at"])
    with pytest.raises(RefusedError, match="đã kết thúc") as refusal:
        make_visit(session)
    assert refusal.value.field == "session"


def test_nobody_is_received_before_the_day_of_the_session(commune, clerk):
    session = make_session(commune, date(2026, 3, 19))
    with pytest.raises(RefusedError, match="chưa đến ngày"):
        record_visit(
            session,
            visitor_name="Nguyễn Văn An",
            content_kind="KN",
            summary="Đất",
            result="ghi_nhan",
            by=clerk,
            today=TODAY,
        )
