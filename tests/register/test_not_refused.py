"""What must be accepted: unusual, late or incomplete, but not against the rules."""

import pytest

from tests.register.workbooks import Books, day, findings_of

SEVERAL_VISITS = {
    "sitting_code": "B2",
    "visitor_name": "Lường Văn T",
    "persons": 1,
    "content_kind": "KN",
    "summary": "Hỏi về bồi thường",
    "case_codes": "KN1",
    "result": "giai_thich",
}

ACCEPTED = [
    ("more visits than matters", lambda b: b.add("LUOT_TIEP", visit_code="L9", **SEVERAL_VISITS)),
    ("matters nobody came about", lambda b: b.drop("LUOT_TIEP", "L2").change("LUOT_TIEP", "L3", persons=2)),
    (
        "a petition handled months late",
        lambda b: b.change("DON", "D6", processed_on=day("20/11/2026")),
    ),
    (
        "a reply months late",
        lambda b: b.change("DON", "D1", replied_on=day("20/11/2026")),
    ),
    (
        "a decision long after its term",
        lambda b: b.change(
            "QUYET_DINH",
            "Q1",
            issued_on=day("09/03/2026"),
            sent_on=day("10/03/2026"),
            received_on=None,
            effective_on=None,
            published_on=None,
            publication_end_on=None,
            publish_form=None,
            directive_on=None,
        ),
    ),
    ("a session nobody announced", lambda b: b.change("NGAY_TIEP", "B1", announced_on=None)),
    (
        "an announced day that was not held",
        lambda b: b.change("NGAY_TIEP", "B4", moved_to=None),
    ),
    (
        "a session on a Sunday",
        lambda b: b.change("NGAY_TIEP", "B3", date=day("18/01/2026")),
    ),
    (
        "a session moved to a day after the books end",
        lambda b: b.change("NGAY_TIEP", "B4", moved_to=day("25/11/2026")),
    ),
    (
        "a complaint forwarded before July 2026",
        lambda b: b.add(
            "VU_VIEC",
            case_code="KN3",
            kind="KN",
            summary="Khiếu nại Chi cục Thuế",
            field="khac",
            instance="KN_lan_1",
            competent="khong",
            competent_body="Chi cục Thuế",
            prior_state="chua_giai_quyet",
            remote="khong",
            respondent_role="khac",
        ).add(
            "DON",
            petition_code="D8",
            received_on=day("02/03/2026"),
            source="buu_chinh",
            signer_kind="mot_nguoi",
            signer_name="Lê Thị G",
            signers=1,
            kind="KN",
            summary="Khiếu nại Chi cục Thuế",
            processed_on=day("05/03/2026"),
            eligible="co",
            outcome="chuyen",
            outcome_doc="30/UBND-XLĐ",
            case_code="KN3",
        ),
    ),
    ("gaps in numbering", lambda b: b.change("DIEN_BIEN", "KN1/3", seq=9).change("THI_HANH", "Q1/2", seq=5)),
    (
        "a staff row that ends after the books",
        lambda b: b.change("CAN_BO", "CC", to=day("31/12/2030")),
    ),
    ("a document number Excel made a number", lambda b: b.change("DIEN_BIEN", "KN1/2", doc_no=12)),
    (
        "a refusal with a reason in words",
        lambda b: b.add(
            "DIEN_BIEN",
            case_code="TC2",
            seq=1,
            date=day("20/01/2026"),
            event="khong_thu_ly",
            detail="không rõ hành vi vi phạm",
            doc_no="3/TB",
        ),
    ),
    ("criteria joined without a space", lambda b: b.change("DIEN_BIEN", "TC1/2", detail="2;7")),
    (
        "an event on the day of the decision",
        lambda b: b.change("DIEN_BIEN", "KN1/2", date=day("02/02/2026"), sent_on=None),
    ),
    (
        "an extension on the last day of the term, rolled over Tết",
        lambda b: b.change("DIEN_BIEN", "TC1/3", date=day("23/02/2026")),
    ),
    (
        "a decision in effect on the first possible day",
        lambda b: b.change("QUYET_DINH", "Q1", effective_on=day("05/03/2026")),
    ),
    (
        "a decision of a law no longer in force",
        lambda b: b.change("QUYET_DINH", "Q1", effective_on=None),
    ),
    (
        "an acceptance after a statement recorded at a visit, without any petition",
        lambda b: b.change("DIEN_BIEN", "PA1/1", date=day("07/01/2026")),
    ),
    (
        "a further denunciation noted after the conclusion",
        lambda b: b.add(
            "DIEN_BIEN", case_code="TC1", seq=5, date=day("20/11/2026"), event="to_cao_tiep", doc_no="8"
        ),
    ),
    ("amounts written as 0", lambda b: b.change("QUYET_DINH", "Q1", org_money=0, org_land=0, org_count=0)),
    ("a name as long as names are", lambda b: b.change("DON", "D1", signer_name="N" * 150)),
]


@pytest.mark.parametrize("edit", [pytest.param(edit, id=name) for name, edit in ACCEPTED])
def test_a_workbook_is_accepted(edit, tmp_path):
    assert findings_of(edit(Books()).write(tmp_path / "so.xlsx")) == []


@pytest.mark.parametrize("name", ["luc-ba", "cap-huyen"])
def test_the_invented_books_of_a_commune_and_a_district_have_nothing_wrong(name, sample):
    assert findings_of(sample(name)) == []
