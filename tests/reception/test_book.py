"""Sổ tiếp công dân in its official columns: what stands where, who is hidden, and what it costs to read."""

import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from lucba.law.sources import DECREE_154_2026
from lucba.office.models import AuditEntry
from lucba.papers.render import render_pdf
from reception.actions.papers import issue_paper
from reception.actions.visits import reply_to_visit
from reception.book import book_parts
from reception.book_columns import CIRCULAR_04, DECREE_154, initials
from reception.models import ReceivedDocument
from reception.papers.book import book_document
from reception.papers.kinds import kind_of
from tests.building import TODAY, make_accepted_case, make_hamlet, make_petition, make_session, make_visit
from tests.papers.reading import fonts, reader, text

SECRET = "Đàm Thị Kín"
BEFORE, AFTER = date(2026, 6, 25), date(2026, 7, 2)
YEAR = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}
OLD = {column.path[-1]: number for number, column in enumerate(CIRCULAR_04.columns)}
NEW = {column.path[-1]: number for number, column in enumerate(DECREE_154.columns)}


@pytest.fixture
def office(commune, clerk):
    """Visits on both sides of the change of form, one of them a denouncer's."""
    hamlet = make_hamlet(commune)
    for day in (BEFORE, AFTER):
        session = make_session(commune, day)
        visit = make_visit(
            session,
            "Nguyễn Văn An",
            hamlet=hamlet,
            identity_kind="cccd",
            identity_number="019085001234",
            phone="0912345678",
            competent=True,
            resolved_by="UBND huyện Đại Từ",
            request="Đo lại thửa đất",
        )
        ReceivedDocument.objects.create(visit=visit, title="Sổ đỏ")
        make_visit(session, SECRET, content_kind="TC", summary="Tố cáo việc chia đất", phone="0987654321")
    return commune


def only_row(official, **period):
    (part,) = book_parts(official, **(period or YEAR))
    (row,) = part.rows()
    return row


def test_the_form_has_twelve_columns_and_thirteen_from_july_2026():
    assert (len(CIRCULAR_04.columns), len(DECREE_154.columns)) == (12, 13)
    assert DECREE_154.in_force_from == DECREE_154_2026.in_force_from
    assert list(OLD)[2:7] == [
        "Họ tên - Địa chỉ",
        "CMND/Hộ chiếu",
        "Nội dung vụ việc",
        "Phân loại đơn/Số người",
        "Cơ quan đã giải quyết",
    ]
    assert {each.path[0] for each in CIRCULAR_04.columns[7:10]} == {"Hướng xử lý"}
    assert list(NEW)[5:9] == [
        "Loại đơn",
        "Số người cùng nội dung",
        "Cơ quan đã giải quyết",
        "Thuộc thẩm quyền",
    ]


def test_a_period_across_the_change_gives_two_parts_each_with_its_own_days(office, clerk):
    old, new = book_parts(clerk, start=BEFORE, end=AFTER)
    assert (old.end, new.start) == (date(2026, 6, 30), date(2026, 7, 1))
    assert [row[1] for row in old.rows()] == ["25/06/2026"] * 2
    assert [row[1] for row in new.rows()] == ["02/07/2026"] * 2


def test_a_period_on_one_side_gives_one_part(office, clerk):
    assert [part.form for part in book_parts(clerk, start=BEFORE, end=BEFORE)] == [CIRCULAR_04]
    assert [part.form for part in book_parts(clerk, start=AFTER, end=AFTER)] == [DECREE_154]


def test_a_visit_fills_the_columns_of_its_form(office, clerk):
    old, new = book_parts(clerk, **YEAR)
    row = next(old.rows())
    assert row[OLD["STT"]] == "1"
    assert row[OLD["Họ tên - Địa chỉ"]] == "Nguyễn Văn An, Xóm Đồng Cẩm, ĐT: 0912345678"
    assert row[OLD["CMND/Hộ chiếu"]] == "019085001234"
    assert row[OLD["Phân loại đơn/Số người"]] == "Khiếu nại / 1 người"
    assert row[OLD["Cơ quan đã giải quyết"]] == "UBND huyện Đại Từ"
    row = next(new.rows())
    assert row[NEW["Loại đơn"]] == "Khiếu nại"
    assert row[NEW["Số người cùng nội dung"]] == "1"
    assert row[NEW["Thuộc thẩm quyền"]] == "x"
    assert "Đề nghị: Đo lại thửa đất" in row[NEW["Nội dung đơn"]]
    assert "Nhận 1 tài liệu" in row[NEW["Ghi chú"]]


def test_the_denouncer_is_nowhere_in_the_book_masked_or_not(office, clerk):
    for masked in (False, True):
        for part in book_parts(clerk, **YEAR, masked=masked):
            rows = list(part.rows())
            assert rows[1][2] == "(người tố cáo)"
            assert rows[1][3] == ""
            words = str(rows)
            assert SECRET not in words
            assert "0987654321" not in words


def test_the_masked_book_shows_initials_and_the_hamlet_only(office, clerk):
    part = book_parts(clerk, **YEAR, masked=True)[0]
    row = next(part.rows())
    assert row[2:4] == ("N.V.A., Xóm Đồng Cẩm", "(đã che)")
    assert initials("Đặng  thị Ích") == "Đ.T.Í."


def test_guidance_stands_in_its_column_with_the_number_of_the_letter(commune, clerk):
    visit = make_visit(make_session(commune), result="huong_dan", directed_to="Tòa án khu vực 4")
    answers = {"body": "Tòa án khu vực 4", "reason": "Tranh chấp", "ground_words": "Căn cứ"}
    issue_paper(visit, kind_of(visit, "huong-dan"), answers=answers, on=TODAY, by=clerk)
    assert only_row(clerk, start=TODAY, end=TODAY)[OLD["Trả lại đơn và hướng dẫn"]] == (
        "Tòa án khu vực 4, 01/HD-UBND"
    )


def test_the_follow_up_tells_the_reply_and_how_far_the_case_is(commune, clerk):
    visit = make_visit(make_session(commune), result="nhan_don")
    case = make_accepted_case(make_petition(commune, visit=visit, source="tiep_cong_dan"))
    reply_to_visit(visit, replied_on=TODAY, reply_outcome="thu_ly", by=clerk, today=TODAY)
    row = only_row(clerk, start=TODAY, end=TODAY)
    assert row[OLD["Thụ lý để giải quyết"]] == "x"
    assert "Trả lời 12/03/2026: đã được thụ lý" in row[OLD["Theo dõi kết quả giải quyết"]]
    assert f"Vụ việc {case.code}" in row[OLD["Theo dõi kết quả giải quyết"]]


def test_the_book_can_be_narrowed_to_a_kind(office, clerk):
    parts = book_parts(clerk, **YEAR, kind="TC")
    assert [len(list(part.rows())) for part in parts] == [1, 1]


def test_the_neighbour_s_visits_are_not_in_the_book(office, clerk_next_door):
    assert [list(part.rows()) for part in book_parts(clerk_next_door, **YEAR)] == [[], []]


def test_the_pdf_is_landscape_with_the_numbers_of_both_forms_in_the_office_s_typeface(office, clerk):
    pdf = render_pdf(book_document(office, book_parts(clerk, **YEAR), on=AFTER))
    words = text(pdf)
    assert all(float(page.mediabox.width) > float(page.mediabox.height) for page in reader(pdf).pages)
    assert "Mẫu số 03" in words
    assert "Mẫu 03/TCD" in words
    old, new = words.split("Mẫu 03/TCD")
    assert "(12)" in old
    assert "(13)" not in old
    assert "(13)" in new
    assert SECRET not in words
    for name, descriptor in fonts(pdf).items():
        assert "Tinos" in name
        assert "/FontFile2" in descriptor


# --- Its pages ----------------------------------------------------------------------------------


def ask(browser, name, **asked):
    asked = {"start": "01/01/2026", "end": "31/12/2026", **asked}
    return browser.get(reverse(f"reception:{name}"), asked)


def test_the_screen_shows_both_forms_and_carries_the_period_to_the_files(office, clerk, sign_in):
    page = ask(sign_in(clerk), "book-form", masked="1")
    words = page.content.decode()
    assert "Mẫu số 03" in words
    assert "Mẫu 03/TCD" in words
    assert "N.V.A." in words
    assert "Nguyễn Văn An" not in words
    assert "mau.pdf?start=01%2F01%2F2026" in words


def test_without_a_period_it_is_the_book_of_this_month(commune, clerk, sign_in, today):
    page = sign_in(clerk).get(reverse("reception:book-form"))
    assert "Từ ngày 01/03/2026 đến ngày 31/03/2026" in page.content.decode()


@pytest.mark.parametrize("start", ["hôm nao", "99/99/2026", "'; --"])
def test_a_period_that_cannot_be_read_is_this_month(commune, clerk, sign_in, today, start):
    page = ask(sign_in(clerk), "book-form", start=start, end="")
    assert page.status_code == 200
    assert "Từ ngày 01/03/2026" in page.content.decode()


def test_the_workbook_has_a_sheet_a_form_and_no_cell_is_a_formula(office, clerk, sign_in):
    make_visit(make_session(office, date(2026, 6, 26)), "=HYPERLINK(1)", summary="+1+1")
    response = ask(sign_in(clerk), "book-xlsx")
    book = openpyxl.load_workbook(io.BytesIO(response.getvalue()))
    old, new = book.worksheets
    headings = [cell.value for cell in old[5]]
    assert headings == list(OLD)
    assert old["H4"].value == "Hướng xử lý"
    assert [cell.value for cell in new[4]] == list(NEW)
    assert [cell.value for cell in new[5]][-1] == "(13)"
    risky = [cell for row in old.iter_rows() for cell in row if str(cell.value).startswith(("=", "+"))]
    assert len(risky) == 2
    assert {cell.data_type for cell in risky} == {"s"}


def test_taking_the_book_is_written_down_with_who_what_and_how_many(office, clerk, sign_in):
    ask(sign_in(clerk), "book-xlsx", masked="1").getvalue()
    entry = AuditEntry.objects.get(action="xuất sổ tiếp công dân")
    assert entry.official == clerk
    assert entry.subject == "01/01/2026–31/12/2026"
    assert entry.detail == "4 lượt, che danh tính"


def test_a_hundred_visits_cost_as_many_queries_as_twenty_five(
    commune, clerk, sign_in, django_assert_max_num_queries
):
    session, browser = make_session(commune), sign_in(clerk)
    ask(browser, "book-form")  # the first request of a process also asks what the database can do
    counts = []
    for wanted in (25, 100):
        while session.visits.count() < wanted:
            visit = make_visit(session, result="nhan_don")
            make_petition(commune, visit=visit, source="tiep_cong_dan")
        with django_assert_max_num_queries(12) as asked:
            assert ask(browser, "book-form").status_code == 200
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1]
