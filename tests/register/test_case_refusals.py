"""Each rule on matters, events, decisions, execution and the rest (M … T), with a workbook made for it."""

import pytest

from lucba.register.format import BY_NAME
from tests.register.test_refusals import at, refused
from tests.register.workbooks import Books, day, findings_of, places


def event(code, seq, on, kind, **values):
    """Return an event to add."""
    return {"case_code": code, "seq": seq, "date": day(on), "event": kind, **values}


CASES = [
    (
        "a complaint of the instance of a denunciation",
        "M1",
        at("VU_VIEC", "KN2", "instance"),
        lambda b: b.change("VU_VIEC", "KN2", instance="TC_lan_dau"),
    ),
    (
        "a recommendation with an instance",
        "M1",
        at("VU_VIEC", "PA1", "instance"),
        lambda b: b.change("VU_VIEC", "PA1", instance="KN_lan_1"),
    ),
    (
        "a complaint that arrived as a further denunciation",
        "M2",
        at("VU_VIEC", "KN2", "prior_state"),
        lambda b: b.change("VU_VIEC", "KN2", prior_state="tc_tiep_qua_han"),
    ),
    (
        "a foreign matter without the competent body",
        "M3",
        at("VU_VIEC", "TC2", "competent_body"),
        lambda b: b.change("VU_VIEC", "TC2", competent_body=None),
    ),
    (
        "a second complaint resolved by a commune",
        "M4",
        at("VU_VIEC", "KN2", "competent"),
        lambda b: b.change("VU_VIEC", "KN2", instance="KN_lan_2"),
    ),
    (
        "a further denunciation resolved by a commune",
        "M4",
        at("VU_VIEC", "TC1", "competent"),
        lambda b: b.change("VU_VIEC", "TC1", instance="TC_tiep"),
    ),
    (
        "a denunciation of nobody",
        "M5",
        at("VU_VIEC", "TC1", "respondent_role"),
        lambda b: b.change("VU_VIEC", "TC1", respondent_role=None),
    ),
    (
        "an own denunciation against the chairman",
        "M6",
        at("VU_VIEC", "TC1", "competent"),
        lambda b: b.change("VU_VIEC", "TC1", respondent_role="chu_tich"),
    ),
    (
        "an act known after the complaint was received",
        "M7",
        at("VU_VIEC", "KN1", "act_known_on"),
        lambda b: b.change("VU_VIEC", "KN1", act_known_on=day("06/01/2026")),
    ),
]

EVENTS = [
    (
        "an event before the one before it",
        "E1",
        at("DIEN_BIEN", "KN1/2", "date"),
        lambda b: b.change("DIEN_BIEN", "KN1/2", date=day("08/01/2026")),
    ),
    (
        "a dialogue after the decision",
        "E2",
        at("DIEN_BIEN", "KN1/2", "event"),
        lambda b: b.change("DIEN_BIEN", "KN1/2", date=day("03/02/2026"), sent_on=None),
    ),
    (
        "a matter handed over after it was answered",
        "E2",
        at("DIEN_BIEN", "PA1/3", "event"),
        lambda b: b.add("DIEN_BIEN", **event("PA1", 3, "16/01/2026", "chuyen_tham_quyen")),
    ),
    (
        "an expert examination in a complaint",
        "E3",
        at("DIEN_BIEN", "KN1/2", "event"),
        lambda b: b.change("DIEN_BIEN", "KN1/2", event="giam_dinh"),
    ),
    (
        "a dialogue before acceptance",
        "E4",
        at("DIEN_BIEN", "KN1/2", "event"),
        lambda b: b.change("DIEN_BIEN", "KN1/1", seq=5, date=day("22/01/2026")).drop("DIEN_BIEN", "KN1/3"),
    ),
    (
        "a dialogue without its number",
        "E5",
        at("DIEN_BIEN", "KN1/2", "doc_no"),
        lambda b: b.change("DIEN_BIEN", "KN1/2", doc_no=None),
    ),
    (
        "a document sent before it existed",
        "E6",
        at("DIEN_BIEN", "KN2/2", "sent_on"),
        lambda b: b.change("DIEN_BIEN", "KN2/2", sent_on=day("30/06/2026")),
    ),
    (
        "an unknown ground of suspension",
        "E7",
        at("DIEN_BIEN", "KN2/2", "detail"),
        lambda b: b.change("DIEN_BIEN", "KN2/2", detail="bận việc"),
    ),
    (
        "a complaint terminated on a ground of denunciations",
        "E7",
        at("DIEN_BIEN", "KN2/5", "detail"),
        lambda b: b.change("DIEN_BIEN", "KN2/5", detail="nguoi_bi_to_cao_chet"),
    ),
    (
        "a sign-off without its result",
        "E7",
        at("DIEN_BIEN", "KN1/3", "detail"),
        lambda b: b.change("DIEN_BIEN", "KN1/3", detail=None),
    ),
    (
        "a criterion of complexity the law does not know",
        "E7",
        at("DIEN_BIEN", "TC1/2", "detail"),
        lambda b: b.change("DIEN_BIEN", "TC1/2", detail="2; 7; 8"),
    ),
    (
        "a matter accepted twice",
        "E8",
        at("DIEN_BIEN", "TC1/5", "event"),
        lambda b: b.add("DIEN_BIEN", **event("TC1", 5, "11/03/2026", "thu_ly")),
    ),
    (
        "a refusal after acceptance",
        "E8",
        at("DIEN_BIEN", "TC1/5", "event"),
        lambda b: b.add("DIEN_BIEN", **event("TC1", 5, "11/03/2026", "khong_thu_ly", doc_no="1/TB")),
    ),
    (
        "a foreign matter accepted",
        "E9",
        at("DIEN_BIEN", "TC2/1", "event"),
        lambda b: b.add("DIEN_BIEN", **event("TC2", 1, "16/01/2026", "thu_ly")),
    ),
    (
        "acceptance before receipt",
        "E10",
        at("DIEN_BIEN", "TC1/1", "date"),
        lambda b: b.change("DIEN_BIEN", "TC1/1", date=day("11/01/2026")).change(
            "DIEN_BIEN", "TC1/3", date=day("09/02/2026")
        ),
    ),
    (
        "an extension after the term",
        "E11",
        at("DIEN_BIEN", "TC1/3", "date"),
        lambda b: b.change("DIEN_BIEN", "TC1/3", date=day("03/03/2026")).drop("DIEN_BIEN", "TC1/4"),
    ),
    (
        "a complaint found complex after the term",
        "E11",
        at("DIEN_BIEN", "KN2/6", "date"),
        lambda b: b.drop("DIEN_BIEN", "KN2/5").add(
            "DIEN_BIEN", **event("KN2", 6, "30/09/2026", "phuc_tap", detail="1", doc_no="2/UBND")
        ),
    ),
    (
        "a second extension called the first",
        "E12",
        at("DIEN_BIEN", "TC1/4", "detail"),
        lambda b: b.change("DIEN_BIEN", "TC1/4", detail="1"),
    ),
    (
        "a second extension with one criterion",
        "E13",
        at("DIEN_BIEN", "TC1/4", "detail"),
        lambda b: b.change("DIEN_BIEN", "TC1/2", detail="2"),
    ),
    (
        "a complaint suspended twice",
        "E14",
        at("DIEN_BIEN", "KN2/3", "event"),
        lambda b: b.change("DIEN_BIEN", "KN2/3", event="tam_dinh_chi", detail="bat_kha_khang"),
    ),
    (
        "a resumption without a suspension",
        "E14",
        at("DIEN_BIEN", "KN2/3", "event"),
        lambda b: b.drop("DIEN_BIEN", "KN2/2"),
    ),
    (
        "an examination result that ends a suspension",
        "E14",
        at("DIEN_BIEN", "TC1/6", "event"),
        lambda b: b.add(
            "DIEN_BIEN",
            **event("TC1", 5, "11/03/2026", "tam_dinh_chi", detail="bat_kha_khang", doc_no="7/QĐ"),
        ).add("DIEN_BIEN", **event("TC1", 6, "12/03/2026", "ket_qua_giam_dinh")),
    ),
    (
        "a stay lifted that never was",
        "E14",
        at("DIEN_BIEN", "KN2/3", "event"),
        lambda b: b.drop("DIEN_BIEN", "KN2/2").change(
            "DIEN_BIEN", "KN2/3", event="huy_tam_dinh_chi_thi_hanh_qd"
        ),
    ),
    (
        "a complaint suspended on 30/06/2026",
        "E15",
        at("DIEN_BIEN", "KN2/2", "date"),
        lambda b: b.change("DIEN_BIEN", "KN2/2", date=day("30/06/2026")),
    ),
    (
        "a complaint withdrawn in part before 01/07/2026",
        "E15",
        at("DIEN_BIEN", "KN1/2", "date"),
        lambda b: b.change("DIEN_BIEN", "KN1/2", event="rut_mot_phan"),
    ),
    (
        "a complaint terminated otherwise than for withdrawal before 01/07/2026",
        "E15",
        at("DIEN_BIEN", "KN2/5", "date"),
        lambda b: (
            b.drop("DIEN_BIEN", "KN2/4")
            .drop("DIEN_BIEN", "KN2/3")
            .drop("DIEN_BIEN", "KN2/2")
            .change("DIEN_BIEN", "KN2/5", date=day("30/06/2026"), detail="toa_an")
        ),
    ),
    (
        "a termination for withdrawal without a withdrawal",
        "E16",
        at("DIEN_BIEN", "KN2/5", "detail"),
        lambda b: b.drop("DIEN_BIEN", "KN2/4"),
    ),
]

DECISIONS = [
    (
        "two decisions in one matter",
        "Q1",
        at("QUYET_DINH", "Q2", "case_code"),
        lambda b: b.copy("QUYET_DINH", "Q1", decision_code="Q2"),
    ),
    (
        "a decision without acceptance",
        "Q2",
        at("QUYET_DINH", "Q1", "issued_on"),
        lambda b: b.drop("DIEN_BIEN", "KN1/1").drop("DIEN_BIEN", "KN1/2"),
    ),
    (
        "a decision after the matter was terminated",
        "Q3",
        at("QUYET_DINH", "Q2", "issued_on"),
        lambda b: b.add(
            "QUYET_DINH",
            decision_code="Q2",
            case_code="KN2",
            type="qd_gqkn",
            doc_no="24/QĐ-UBND",
            issued_on=day("24/07/2026"),
            signer="PCT",
            result="sai",
            must_execute="khong",
        ),
    ),
    (
        "a conclusion on a complaint",
        "Q4",
        at("QUYET_DINH", "Q1", "type"),
        lambda b: b.change("QUYET_DINH", "Q1", type="kl_tc"),
    ),
    (
        "a first complaint upheld",
        "Q5",
        at("QUYET_DINH", "Q1", "result"),
        lambda b: b.change("QUYET_DINH", "Q1", result="cong_nhan"),
    ),
    (
        "a decision in effect four days early",
        "Q6",
        at("QUYET_DINH", "Q1", "effective_on"),
        lambda b: b.change("QUYET_DINH", "Q1", effective_on=day("01/03/2026")),
    ),
    (
        "a decision in effect on the thirtieth day, which is rolled",
        "Q6",
        at("QUYET_DINH", "Q1", "effective_on"),
        lambda b: b.change("QUYET_DINH", "Q1", effective_on=day("04/03/2026")),
    ),
    (
        "a decision in effect too early in a remote area",
        "Q6",
        at("QUYET_DINH", "Q1", "effective_on"),
        lambda b: b.change("VU_VIEC", "KN1", remote="co"),
    ),
    (
        "a decision signed by a civil servant",
        "Q7",
        at("QUYET_DINH", "Q1", "signer"),
        lambda b: b.change("QUYET_DINH", "Q1", signer="CC"),
    ),
    (
        "money to return although nothing must be executed",
        "Q8",
        at("QUYET_DINH", "Q1", "must_execute"),
        lambda b: (
            b.change("QUYET_DINH", "Q1", must_execute="khong")
            .drop("THI_HANH", "Q1/1")
            .drop("THI_HANH", "Q1/2")
        ),
    ),
    (
        "more officials than persons",
        "Q9",
        at("QUYET_DINH", "Q1", "sanction_officials"),
        lambda b: b.change("QUYET_DINH", "Q1", sanction_officials=2),
    ),
    (
        "more officials than persons handed to the investigators",
        "Q9",
        at("QUYET_DINH", "Q1", "invest_officials"),
        lambda b: b.change("QUYET_DINH", "Q1", invest_officials=1),
    ),
    (
        "a decision sent before it was issued",
        "Q10",
        at("QUYET_DINH", "Q1", "sent_on"),
        lambda b: b.change("QUYET_DINH", "Q1", sent_on=day("01/02/2026")),
    ),
    (
        "a decision directed before it was issued",
        "Q10",
        at("QUYET_DINH", "Q1", "directive_on"),
        lambda b: b.change("QUYET_DINH", "Q1", directive_on=day("01/02/2026")),
    ),
    (
        "a publication without a form",
        "Q11",
        at("QUYET_DINH", "Q1", "publish_form"),
        lambda b: b.change("QUYET_DINH", "Q1", publish_form=None),
    ),
    (
        "a publication that ends before it starts",
        "Q12",
        at("QUYET_DINH", "Q1", "publication_end_on"),
        lambda b: b.change("QUYET_DINH", "Q1", publication_end_on=day("05/02/2026")),
    ),
    (
        "an entry before the decision",
        "X2",
        at("THI_HANH", "Q1/1", "date"),
        lambda b: b.change("THI_HANH", "Q1/1", date=day("01/02/2026")),
    ),
    (
        "an entry before the entry before it",
        "X2",
        at("THI_HANH", "Q1/2", "date"),
        lambda b: b.change("THI_HANH", "Q1/2", date=day("15/03/2026")),
    ),
    (
        "an entry after the finishing one",
        "X3",
        at("THI_HANH", "Q1/2", "finished"),
        lambda b: b.change("THI_HANH", "Q1/1", finished="co"),
    ),
    (
        "more money executed than decided",
        "X4",
        at("THI_HANH", "Q1/2", "person_money"),
        lambda b: b.change("THI_HANH", "Q1/2", person_money=7_000_001),
    ),
    (
        "more land executed than decided",
        "X4",
        at("THI_HANH", "Q1/2", "person_land"),
        lambda b: b.change("THI_HANH", "Q1/2", person_land=120.6),
    ),
    (
        "more persons served than decided",
        "X4",
        at("THI_HANH", "Q1/2", "person_count"),
        lambda b: b.change("THI_HANH", "Q1/2", person_count=2),
    ),
    (
        "more officials than persons sanctioned",
        "X5",
        at("THI_HANH", "Q1/2", "sanction_officials"),
        lambda b: b.change("THI_HANH", "Q1/2", sanction_officials=2),
    ),
    (
        "more officials than persons prosecuted",
        "X5",
        at("THI_HANH", "Q1/1", "prosecuted_officials"),
        lambda b: b.change("THI_HANH", "Q1/1", prosecuted_officials=1),
    ),
]

ACTIVITIES = [
    (
        "a class that ends before it starts",
        "T1",
        at("TAP_HUAN", "TH1", "ended_on"),
        lambda b: b.change("TAP_HUAN", "TH1", ended_on=day("09/03/2026")),
    ),
    (
        "dissemination to a dissolved hamlet",
        "T2",
        at("TUYEN_TRUYEN", "TT1/X2", "unit_code"),
        lambda b: b.change("DON_VI", "X2", listed_to=day("14/04/2026")),
    ),
    (
        "a round of two days",
        "T3",
        at("TUYEN_TRUYEN", "TT1/X2", "date"),
        lambda b: b.change("TUYEN_TRUYEN", "TT1/X2", date=day("16/04/2026")),
    ),
    (
        "a round in two forms",
        "T3",
        at("TUYEN_TRUYEN", "TT1/X2", "form"),
        lambda b: b.change("TUYEN_TRUYEN", "TT1/X2", form="to_roi"),
    ),
    (
        "a conclusion of an inspection without a number",
        "T4",
        at("THANH_TRA", "TTR1", "concluded_on"),
        lambda b: b.change("THANH_TRA", "TTR1", doc_no=None),
    ),
    (
        "a conclusion before the inspection",
        "T4",
        at("THANH_TRA", "TTR1", "concluded_on"),
        lambda b: b.change("THANH_TRA", "TTR1", concluded_on=day("01/03/2026")),
    ),
]


@pytest.mark.parametrize(
    ("rule", "place", "edit"), [refused(*case) for case in [*CASES, *EVENTS, *DECISIONS, *ACTIVITIES]]
)
def test_a_workbook_is_refused_at_the_cell_that_is_wrong(rule, place, edit, tmp_path):
    books = edit(Books())
    sheet, key, column = place
    heading = BY_NAME[sheet].by_key[column].heading
    found = findings_of(books.write(tmp_path / "so.xlsx"))
    assert places(found) == [(rule, sheet, books.number(sheet, key), heading)]
    assert found[0].reason.endswith(".")


def test_entries_of_a_decision_that_need_not_be_executed_are_refused_one_by_one(tmp_path):
    books = Books().change(
        "QUYET_DINH", "Q1", must_execute="khong", person_money=None, person_land=None, person_count=None
    )
    books.change("THI_HANH", "Q1/1", person_money=None, person_count=None)
    books.change("THI_HANH", "Q1/2", person_money=None, person_land=None, person_count=None)
    assert places(findings_of(books.write(tmp_path / "so.xlsx"))) == [
        ("X1", "THI_HANH", 2, "Mã quyết định"),
        ("X1", "THI_HANH", 3, "Mã quyết định"),
    ]


def test_a_second_complaint_is_upheld_or_changed_by_a_district(tmp_path):
    books = Books().change("THONG_TIN", "cap_don_vi", value="huyen")
    books.change("VU_VIEC", "KN1", instance="KN_lan_2", prior_state="da_gq_lan_dau")
    assert places(findings_of(books.write(tmp_path / "so.xlsx"))) == [("Q5", "QUYET_DINH", 2, "Kết quả")]
    books.change("QUYET_DINH", "Q1", result="huy_sua")
    assert findings_of(books.write(tmp_path / "so.xlsx")) == []
