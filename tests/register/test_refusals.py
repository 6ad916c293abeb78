"""Each rule on cells, the office, reception and petitions (C … D), with a workbook made for it."""

from datetime import datetime

import pytest

from lucba.register.format import BY_NAME
from tests.register.workbooks import Books, day, findings_of, places


def at(sheet, key, column):
    """Return the place of a cell as (sheet, key of the row, key of the column)."""
    return sheet, key, column


CELLS = [
    (
        "a day typed as text",
        "C2",
        at("DON", "D1", "received_on"),
        lambda b: b.change("DON", "D1", received_on="05/01/2026"),
    ),
    (
        "a day as a number",
        "C2",
        at("DON", "D1", "received_on"),
        lambda b: b.change("DON", "D1", received_on=46027),
    ),
    (
        "a day with a time of day",
        "C2",
        at("DON", "D1", "received_on"),
        lambda b: b.change("DON", "D1", received_on=datetime(2026, 1, 5, 8, 30)),  # noqa: DTZ001  Excel has no zone
    ),
    (
        "a first day of the books as text",
        "C2",
        at("THONG_TIN", "tu_ngay", "value"),
        lambda b: b.change("THONG_TIN", "tu_ngay", value="01/01/2026"),
    ),
    (
        "a name left blank",
        "C1",
        at("LUOT_TIEP", "L1", "visitor_name"),
        lambda b: b.change("LUOT_TIEP", "L1", visitor_name="   "),
    ),
    (
        "a signer left blank though not anonymous",
        "C1",
        at("DON", "D1", "signer_name"),
        lambda b: b.change("DON", "D1", signer_name=None),
    ),
    (
        "a number as text",
        "C3",
        at("LUOT_TIEP", "L1", "persons"),
        lambda b: b.change("LUOT_TIEP", "L1", persons="một"),
    ),
    (
        "half a person",
        "C3",
        at("LUOT_TIEP", "L1", "persons"),
        lambda b: b.change("LUOT_TIEP", "L1", persons=1.5),
    ),
    (
        "a fraction of a đồng",
        "C3",
        at("QUYET_DINH", "Q1", "org_money"),
        lambda b: b.change("QUYET_DINH", "Q1", org_money=1000.5),
    ),
    (
        "a date where a number belongs",
        "C3",
        at("LUOT_TIEP", "L1", "persons"),
        lambda b: b.change("LUOT_TIEP", "L1", persons=day("01/01/2026")),
    ),
    (
        "a number too large to be true",
        "C3",
        at("LUOT_TIEP", "L1", "persons"),
        lambda b: b.change("LUOT_TIEP", "L1", persons=10**12),
    ),
    (
        "a yes of Excel where a number belongs",
        "C3",
        at("LUOT_TIEP", "L1", "representatives"),
        lambda b: b.change("LUOT_TIEP", "L1", representatives=True),
    ),
    (
        "an area with two decimals",
        "C4",
        at("QUYET_DINH", "Q1", "org_land"),
        lambda b: b.change("QUYET_DINH", "Q1", org_land=12.25),
    ),
    (
        "an area as text",
        "C4",
        at("QUYET_DINH", "Q1", "org_land"),
        lambda b: b.change("QUYET_DINH", "Q1", org_land="12,5"),
    ),
    (
        "minus two persons",
        "C5",
        at("LUOT_TIEP", "L1", "persons"),
        lambda b: b.change("LUOT_TIEP", "L1", persons=-2),
    ),
    (
        "a negative area",
        "C5",
        at("QUYET_DINH", "Q1", "org_land"),
        lambda b: b.change("QUYET_DINH", "Q1", org_land=-0.5),
    ),
    (
        "yes in other letters",
        "C6",
        at("VU_VIEC", "KN1", "remote"),
        lambda b: b.change("VU_VIEC", "KN1", remote="Không"),
    ),
    (
        "a yes of Excel",
        "C6",
        at("VU_VIEC", "KN1", "remote"),
        lambda b: b.change("VU_VIEC", "KN1", remote=True),
    ),
    (
        "an unknown code",
        "C7",
        at("DON", "D2", "source"),
        lambda b: b.change("DON", "D2", source="zalo"),
    ),
    (
        "a session that is only planned",
        "C7",
        at("NGAY_TIEP", "B5", "state"),
        lambda b: b.change("NGAY_TIEP", "B5", state="du_kien"),
    ),
    (
        "a key used twice",
        "K1",
        at("DON", "D7", "petition_code"),
        lambda b: b.copy("DON", "D7"),
    ),
    (
        "an event number used twice",
        "K1",
        at("DIEN_BIEN", "PA1/2", "seq"),
        lambda b: b.copy("DIEN_BIEN", "PA1/2"),
    ),
    (
        "a setting given twice",
        "K1",
        at("THONG_TIN", "ten_don_vi", "item"),
        lambda b: b.add("THONG_TIN", item="ten_don_vi", value="UBND xã Khác"),
    ),
    (
        "a reference to nothing",
        "F1",
        at("DON", "D1", "case_code"),
        lambda b: b.change("DON", "D1", case_code="KN9"),
    ),
    (
        "one of several references to nothing",
        "F1",
        at("LUOT_TIEP", "L2", "case_codes"),
        lambda b: b.change("LUOT_TIEP", "L2", case_codes="PA1; KN9"),
    ),
    (
        "a trainee who is not on the staff list",
        "F1",
        at("TAP_HUAN_NGUOI", "TH1", "staff_code"),
        lambda b: b.change("TAP_HUAN_NGUOI", "TH1", staff_code="CB9"),
    ),
]

OFFICE = [
    (
        "another version",
        "G2",
        at("THONG_TIN", "phien_ban", "value"),
        lambda b: b.change("THONG_TIN", "phien_ban", value=2),
    ),
    (
        "an unknown level",
        "G3",
        at("THONG_TIN", "cap_don_vi", "value"),
        lambda b: b.change("THONG_TIN", "cap_don_vi", value="thon"),
    ),
    (
        "books that end before they begin",
        "G4",
        at("THONG_TIN", "den_ngay", "value"),
        lambda b: b.change("THONG_TIN", "tu_ngay", value=day("21/11/2026")),
    ),
    (
        "a day after the end of the books",
        "G5",
        at("VAN_BAN_QL", "01/KH-UBND", "issued_on"),
        lambda b: b.change("VAN_BAN_QL", "01/KH-UBND", issued_on=day("21/11/2026")),
    ),
    (
        "a unit that ends before it begins",
        "P1",
        at("DON_VI", "X1", "listed_to"),
        lambda b: b.change("DON_VI", "X1", listed_from=day("01/02/2020"), listed_to=day("31/01/2020")).drop(
            "TUYEN_TRUYEN", "TT1/X1"
        ),
    ),
    (
        "a staff row that ends before it begins",
        "P1",
        at("CAN_BO", "PCT2", "to"),
        lambda b: b.copy("CAN_BO", "PCT", staff_code="PCT2", to=day("31/12/2024")),
    ),
    (
        "a person with two posts at a time",
        "P2",
        at("CAN_BO", f"CT/{day('01/02/2026')}", "from"),
        lambda b: b.copy("CAN_BO", "CT", **{"from": day("01/02/2026")}),
    ),
]

RECEPTION = [
    (
        "a regular session under the chairman",
        "R1",
        at("NGAY_TIEP", "B1", "host_role"),
        lambda b: b.change("NGAY_TIEP", "B1", host_role="thu_truong", host="CT"),
    ),
    (
        "a periodic session by an officer",
        "R1",
        at("NGAY_TIEP", "B5", "host_role"),
        lambda b: b.change("NGAY_TIEP", "B5", host_role="can_bo", host="CC"),
    ),
    (
        "a host who was not on the staff list that day",
        "R2",
        at("NGAY_TIEP", "B1", "host"),
        lambda b: b.change("CAN_BO", "CC", to=day("04/01/2026")),
    ),
    (
        "a head who is not the chairman",
        "R3",
        at("NGAY_TIEP", "B2", "host"),
        lambda b: b.change("NGAY_TIEP", "B2", host="PCT"),
    ),
    (
        "a delegate who is the chairman",
        "R3",
        at("NGAY_TIEP", "B3", "host"),
        lambda b: b.change("NGAY_TIEP", "B3", host="CT"),
    ),
    (
        "a delegated session without the paper",
        "R4",
        at("NGAY_TIEP", "B3", "delegation_doc"),
        lambda b: b.change("NGAY_TIEP", "B3", delegation_doc=None),
    ),
    (
        "an announcement after the day",
        "R5",
        at("NGAY_TIEP", "B1", "announced_on"),
        lambda b: b.change("NGAY_TIEP", "B1", announced_on=day("06/01/2026")),
    ),
    (
        "a session not held without a reason",
        "R6",
        at("NGAY_TIEP", "B4", "reason"),
        lambda b: b.change("NGAY_TIEP", "B4", reason=None),
    ),
    (
        "a session moved although held",
        "R7",
        at("NGAY_TIEP", "B3", "moved_to"),
        lambda b: b.change("NGAY_TIEP", "B3", moved_to=day("23/01/2026")),
    ),
    (
        "a session moved to an earlier day",
        "R7",
        at("NGAY_TIEP", "B4", "moved_to"),
        lambda b: b.change("NGAY_TIEP", "B4", moved_to=day("21/01/2026")),
    ),
    (
        "a session moved to a day without one",
        "R7",
        at("NGAY_TIEP", "B4", "moved_to"),
        lambda b: b.change("NGAY_TIEP", "B4", moved_to=day("24/01/2026")),
    ),
    (
        "a session held with citizens but no visit",
        "R8",
        at("NGAY_TIEP", "B5", "state"),
        lambda b: b.change("NGAY_TIEP", "B5", state="da_tiep"),
    ),
    (
        "a visit at a session that was not held",
        "V1",
        at("LUOT_TIEP", "L3", "sitting_code"),
        lambda b: b.change("LUOT_TIEP", "L3", sitting_code="B4"),
    ),
    (
        "a visit at a session to which nobody came",
        "V1",
        at("LUOT_TIEP", "L3", "sitting_code"),
        lambda b: b.change("LUOT_TIEP", "L3", sitting_code="B5"),
    ),
    (
        "a visit of nobody",
        "V2",
        at("LUOT_TIEP", "L1", "persons"),
        lambda b: b.change("LUOT_TIEP", "L1", persons=0),
    ),
    (
        "three representatives of a group of seven",
        "V3",
        at("LUOT_TIEP", "L2", "representatives"),
        lambda b: b.change("LUOT_TIEP", "L2", representatives=3),
    ),
    (
        "a group without representatives",
        "V3",
        at("LUOT_TIEP", "L2", "representatives"),
        lambda b: b.change("LUOT_TIEP", "L2", persons=5, representatives=None),
    ),
    (
        "six representatives of a large group",
        "V3",
        at("LUOT_TIEP", "L2", "representatives"),
        lambda b: b.change("LUOT_TIEP", "L2", persons=30, representatives=6),
    ),
    (
        "a reply to a visitor without its kind",
        "V4",
        at("LUOT_TIEP", "L2", "reply_code"),
        lambda b: b.change("LUOT_TIEP", "L2", reply_code=None),
    ),
    (
        "a kind of reply to a visitor without its day",
        "V4",
        at("LUOT_TIEP", "L2", "replied_on"),
        lambda b: b.change("LUOT_TIEP", "L2", replied_on=None),
    ),
    (
        "a reply before the visit",
        "V5",
        at("LUOT_TIEP", "L2", "replied_on"),
        lambda b: b.change("LUOT_TIEP", "L2", replied_on=day("06/01/2026")),
    ),
    (
        "a visit of another kind than all its matters",
        "V6",
        at("LUOT_TIEP", "L2", "content_kind"),
        lambda b: b.change("LUOT_TIEP", "L2", content_kind="TC"),
    ),
]

PETITIONS = [
    (
        "a petition from reception without a visit",
        "D1",
        at("DON", "D1", "visit_code"),
        lambda b: b.change("DON", "D1", visit_code=None),
    ),
    (
        "a petition received on another day than the visit",
        "D2",
        at("DON", "D1", "received_on"),
        lambda b: b.change("DON", "D1", received_on=day("06/01/2026")),
    ),
    (
        "a forwarded petition without the forwarder",
        "D3",
        at("DON", "D3", "forwarder_kind"),
        lambda b: b.change("DON", "D3", forwarder_kind=None),
    ),
    (
        "one signer counted as two",
        "D4",
        at("DON", "D1", "signers"),
        lambda b: b.change("DON", "D1", signers=2),
    ),
    (
        "several signers who are one",
        "D4",
        at("DON", "D2", "signers"),
        lambda b: b.change("DON", "D2", signers=1),
    ),
    (
        "an anonymous petition with a signer counted",
        "D4",
        at("DON", "D4", "signers"),
        lambda b: b.change("DON", "D4", signers=1),
    ),
    (
        "an anonymous petition with a name",
        "D4",
        at("DON", "D4", "signers"),
        lambda b: b.change("DON", "D4", signer_name="Lê Văn X"),
    ),
    (
        "a copy of itself",
        "D5",
        at("DON", "D5", "duplicate_of"),
        lambda b: b.change("DON", "D5", duplicate_of="D5"),
    ),
    (
        "a copy of a later petition",
        "D5",
        at("DON", "D5", "duplicate_of"),
        lambda b: b.change("DON", "D5", duplicate_of="D6"),
    ),
    (
        "a part of a later petition",
        "D5",
        at("DON", "D2", "split_from"),
        lambda b: b.change("DON", "D2", split_from="D3"),
    ),
    (
        "an outcome without the day handled",
        "D6",
        at("DON", "D7", "processed_on"),
        lambda b: b.change("DON", "D7", outcome="de_xuat_thu_ly"),
    ),
    (
        "eligibility without the day handled",
        "D6",
        at("DON", "D7", "processed_on"),
        lambda b: b.change("DON", "D7", eligible="khong"),
    ),
    (
        "a matter without the day handled",
        "D6",
        at("DON", "D7", "processed_on"),
        lambda b: (
            b.change("DON", "D7", case_code="PA1")
            .change("DIEN_BIEN", "PA1/1", event="thu_ly")
            .change("DON", "D7", received_on=day("08/01/2026"))
        ),
    ),
    (
        "handled three days before receipt",
        "D7",
        at("DON", "D2", "processed_on"),
        lambda b: b.change("DON", "D2", processed_on=day("09/01/2026")),
    ),
    (
        "handled without eligibility",
        "D8",
        at("DON", "D4", "eligible"),
        lambda b: b.change("DON", "D4", eligible=None),
    ),
    (
        "handled without an outcome",
        "D8",
        at("DON", "D4", "outcome"),
        lambda b: b.change("DON", "D4", outcome=None),
    ),
    (
        "a foreign petition proposed for acceptance",
        "D9",
        at("DON", "D3", "outcome"),
        lambda b: b.change("DON", "D3", outcome="de_xuat_thu_ly").drop("PHUC_DAP", "D3"),
    ),
    (
        "an own petition forwarded",
        "D9",
        at("DON", "D2", "outcome"),
        lambda b: b.change("DON", "D2", outcome="chuyen"),
    ),
    (
        "an eligible petition filed",
        "D9",
        at("DON", "D2", "outcome"),
        lambda b: b.change("DON", "D2", outcome="luu"),
    ),
    (
        "an ineligible petition forwarded",
        "D9",
        at("DON", "D4", "outcome"),
        lambda b: b.change("DON", "D4", outcome="chuyen"),
    ),
    (
        "not eligible without a reason",
        "D10",
        at("DON", "D4", "ineligible_reason"),
        lambda b: b.change("DON", "D4", ineligible_reason=None),
    ),
    (
        "eligible without a matter",
        "D11",
        at("DON", "D2", "case_code"),
        lambda b: b.change("DON", "D2", case_code=None),
    ),
    (
        "not eligible with a matter",
        "D11",
        at("DON", "D5", "case_code"),
        lambda b: b.change("DON", "D5", case_code="KN1"),
    ),
    (
        "a petition of another kind than its matter",
        "D12",
        at("DON", "D6", "kind"),
        lambda b: b.change("DON", "D6", kind="KNPA"),
    ),
    (
        "a foreign petition without the letter number",
        "D13",
        at("DON", "D3", "outcome_doc"),
        lambda b: b.change("DON", "D3", outcome_doc=None),
    ),
    (
        "a duplicate that is eligible",
        "D14",
        at("DON", "D5", "eligible"),
        lambda b: b.change("DON", "D5", eligible="co", outcome="nhap_vu_viec", case_code="KN1"),
    ),
    (
        "an eligible anonymous petition that is joined",
        "D15",
        at("DON", "D4", "outcome"),
        lambda b: b.change("DON", "D4", eligible="co", outcome="nhap_vu_viec", case_code="TC1"),
    ),
    (
        "a complaint checked for management",
        "D15",
        at("DON", "D6", "outcome"),
        lambda b: b.change("DON", "D6", outcome="kiem_tra_quan_ly"),
    ),
    (
        "a reply before receipt",
        "D16",
        at("DON", "D1", "replied_on"),
        lambda b: b.change("DON", "D1", replied_on=day("04/01/2026")),
    ),
    (
        "a reply without its kind",
        "D17",
        at("DON", "D1", "reply_code"),
        lambda b: b.change("DON", "D1", reply_code=None),
    ),
    (
        "a result of a reply without its day",
        "D17",
        at("DON", "D1", "replied_on"),
        lambda b: b.change("DON", "D1", replied_on=None),
    ),
    (
        "a reply to a petition that was not forwarded",
        "D18",
        at("PHUC_DAP", "D1", "petition_code"),
        lambda b: b.change("PHUC_DAP", "D3", petition_code="D1"),
    ),
    (
        "a reply before the petition was forwarded",
        "D19",
        at("PHUC_DAP", "D3", "received_on"),
        lambda b: b.change("PHUC_DAP", "D3", received_on=day("14/01/2026")),
    ),
]


def refused(name, rule, place, edit):
    return pytest.param(rule, place, edit, id=name)


@pytest.mark.parametrize(
    ("rule", "place", "edit"), [refused(*case) for case in [*CELLS, *OFFICE, *RECEPTION, *PETITIONS]]
)
def test_a_workbook_is_refused_at_the_cell_that_is_wrong(rule, place, edit, tmp_path):
    books = edit(Books())
    sheet, key, column = place
    heading = BY_NAME[sheet].by_key[column].heading
    found = findings_of(books.write(tmp_path / "so.xlsx"))
    assert places(found) == [(rule, sheet, books.number(sheet, key), heading)]
    assert found[0].reason.endswith(".")


def test_the_books_of_the_tests_have_nothing_wrong(tmp_path):
    assert findings_of(Books().write(tmp_path / "so.xlsx")) == []
