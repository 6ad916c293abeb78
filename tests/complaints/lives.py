"""Leads cases through the procedure: one act with everything it needs, or the shortest way to a state."""

from datetime import date, timedelta

from complaints.actions.corrections import NOT_CORRECTED, Right, correct_event
from complaints.actions.decisions import record_decision, record_decision_date
from complaints.actions.deliveries import record_delivery
from complaints.actions.enforcement import record_enforcement
from complaints.actions.events import assign_verifier, record_event
from complaints.actions.handling import Matter, handle_petition
from complaints.actions.joinder import join_case
from complaints.actions.reclassification import reclassify_case
from complaints.models import Case, Decision
from complaints.workflow import Page, Status, transition
from lucba.law.deadlines import effect_of_decision
from lucba.office.calendar import working_calendar
from lucba.office.models import Official
from tests.building import (
    chairman_in_the_books,
    chairman_of,
    make_case,
    make_official,
    make_petition,
)

RECEIVED = date(2026, 7, 6)  # a Monday; every rule of 01/07/2026 is in force
MONEY = 1_000_000
# What a row needs to have happened, recorded first when it has not.
NEEDS = {
    "quyet_dinh": ("bao_cao_xac_minh",),
    "cung_cap_thong_tin": ("yeu_cau_thong_tin",),
    "huy_tam_dinh_chi_thi_hanh_qd": ("tam_dinh_chi_thi_hanh_qd",),
    "ket_qua_giam_dinh": ("giam_dinh",),
    "dinh-chi-do-rut": ("rut-sau-thu-ly",),
    "tiep_tuc_sau_rut": ("rut-sau-thu-ly",),
    "gia_han": ("phuc_tap",),
    "bao_ket_qua_xu_ly": ("ket_qua_xu_ly",),
    "bao_cao_cap_tren": ("yeu_cau_bao_cao",),
    "het_cong_khai": ("cong_khai",),
    "dut_diem": ("dua_vao_ra_soat",),
}
# The rows that lead from the start to each state.
WAYS = {
    "KN": {
        "waiting": [],
        "in-progress": ["thu_ly"],
        "suspended": ["thu_ly", "tam_dinh_chi"],
        "refused": ["khong_thu_ly"],
        "withdrawn": ["rut_toan_bo"],
        "terminated": ["thu_ly", "dinh_chi"],
        "joined": ["nhap_vu"],
        "transferred": ["chuyen_tham_quyen"],
        "investigation": ["chuyen-co-quan-dieu-tra"],
        "decided": ["thu_ly", "quyet_dinh"],
        "second-complaint": ["thu_ly", "quyet_dinh", "kn_lan_hai"],
        "lawsuit": ["thu_ly", "quyet_dinh", "khoi-kien"],
        "in-effect": ["thu_ly", "quyet_dinh", "hieu_luc"],
        "second-in-effect": ["thu_ly", "quyet_dinh", "kn_lan_hai", "qd_lan_hai"],
        "enforcing": ["thu_ly", "quyet_dinh", "hieu_luc", "chi_dao"],
        "not-enforced": ["thu_ly", "quyet_dinh", "hieu_luc", "chi_dao", "chua_thi_hanh"],
        "enforced": ["thu_ly", "quyet_dinh", "hieu_luc", "thi_hanh_xong"],
    },
    "TC": {
        "waiting": [],
        "management-check": [],
        "checked": ["ket_qua_kiem_tra"],
        "accepted": ["thu_ly"],
        "verifying": ["thu_ly", "thong_bao_nguoi_to_cao", "thong_bao_nguoi_bi_to_cao"],
        "suspended": ["thu_ly", "tam_dinh_chi"],
        "refused": ["khong_thu_ly"],
        "not-handled": ["luu-don"],
        "withdrawn": ["rut_toan_bo"],
        "terminated": ["thu_ly", "dinh_chi"],
        "taken-up": ["thu_ly", "cap-tren-rut"],
        "joined": ["nhap_vu"],
        "transferred": ["chuyen_tham_quyen"],
        "investigation": ["chuyen-co-quan-dieu-tra"],
        "concluded": ["thu_ly", "quyet_dinh"],
        "handling": ["thu_ly", "quyet_dinh", "chi_dao"],
        "completed": ["thu_ly", "quyet_dinh", "chi_dao", "bao_ket_qua_xu_ly"],
    },
    "KNPA": {
        "waiting": [],
        "in-progress": ["thu_ly"],
        "answered": ["thu_ly", "tra_loi"],
        "refused": ["khong_thu_ly"],
        "transferred": ["chuyen_tham_quyen"],
        "ended": ["rut_toan_bo"],
        "reclassified": ["phan_loai_lai"],
    },
}


def case_in(unit, kind, status):
    """Return a case of `kind` led to `status` through the procedure."""
    if status == Status.NOT_OURS:
        case = foreign_case(unit, kind)
    elif status in (Status.MANAGEMENT_CHECK, Status.CHECKED):
        case = case_to_check(unit)
    else:
        case = open_case(unit, kind)
    for slug in WAYS[kind].get(status, []):
        case = perform(case, slug)
    assert case.status == status
    return case


def open_case(unit, kind):
    """Return a case that waits; of a group so that some can withdraw, forwarded so that somebody is told."""
    group = {"signer_kind": "nhieu_nguoi", "signers": 3}
    sent_on = {"source": "co_quan_chuyen", "forwarder_kind": "mat_tran", "forwarder": "UB MTTQ xã"}
    return make_case(make_petition(unit, RECEIVED, kind=kind, **group, **sent_on))


def foreign_case(unit, kind):
    """Return a matter outside the competence of the unit."""
    handled = {"outcome": "chuyen", "outcome_document": "7/UBND-TCD"}
    return handled_case(make_petition(unit, RECEIVED, kind=kind), handled, competent=False)


def case_to_check(unit):
    """Return an anonymous denunciation looked into for management only."""
    anonymous = {"signer_kind": "nac_danh", "signer_name": "", "signers": 0}
    petition = make_petition(unit, RECEIVED, kind="TC", **anonymous)
    return handled_case(petition, {"outcome": "kiem_tra_quan_ly"}, competent=True)


def handled_case(petition, handled, *, competent):
    """Let the chairman handle a petition; return its case."""
    kind = petition.kind
    matter = Matter(
        field="dat_dai_nha_cua",
        competent=competent,
        competent_body="" if competent else "UBND tỉnh Thái Nguyên",
        instance={"KN": "KN_lan_1", "TC": "TC_lan_dau", "KNPA": ""}[kind],
        respondent="" if kind == "KNPA" else "cong_chuc",
    )
    signed = {"by": chairman_of(petition.unit), "today": petition.received_on}
    handle_petition(
        petition, processed_on=petition.received_on, eligible=True, matter=matter, **handled, **signed
    )
    return Case.objects.get(petition_links__petition=petition)


def perform(case, slug, *, by=None, on=None, needs=True, today=None):
    """Carry out the row `slug` on the day it can first happen, or `on`; return the case as it is then."""
    for needed in NEEDS.get(slug, ()) if needs else ():
        if needed not in noted(case) and is_missing(case, needed, slug):
            case = perform(case, needed)
    row = FINISHING if slug == "thi_hanh_xong" else transition(slug, case.kind)
    on = on or first_day(case, slug)
    signed = {"by": by or chairman_of(case.unit), "today": today or on}
    _CARRY_OUT.get(row.page, _event)(case, row, slug, on, signed)
    case.refresh_from_db()
    return case


FINISHING = transition("thi_hanh", "KN")


def is_missing(case, needed, slug):
    """Tell whether what `slug` needs has not happened, or was answered already."""
    kinds = list(case.events.in_force().values_list("kind", flat=True))
    own = kinds.count(transition(slug, case.kind).event) if slug in ANSWERS else 0
    return kinds.count(transition(needed, case.kind).event) <= own


ANSWERS = ("cung_cap_thong_tin", "bao_ket_qua_xu_ly", "bao_cao_cap_tren")


def noted(case):
    """Return which days after the decision are noted."""
    decision = Decision.objects.filter(case=case).first()
    return {"cong_khai"} if decision and decision.published_on else set()


def first_day(case, slug):
    """Return the day after all that happened, later where the law asks for it."""
    days = [RECEIVED, *case.events.in_force().values_list("happened_on", flat=True)]
    decision = Decision.objects.filter(case=case).first()
    if decision:
        days += [day for day in (decision.issued_on, decision.effective_on, decision.directive_on) if day]
        days += decision.enforcements.values_list("done_on", flat=True)
    second = case.events.in_force().filter(kind="qd_lan_hai").first()
    if slug == "chi_dao" and second:
        days.append(effect_of_decision(second.happened_on, working_calendar()).due_on)
    if slug == "hieu_luc":
        days.append(effect_of_decision(decision.issued_on, working_calendar()).due_on)
    if slug == "kn-lan-hai-do-qua-han":
        days.append((case.due_on or RECEIVED) + timedelta(days=1))
    return max(days)


def _event(case, row, slug, on, signed):
    detail = DETAILS.get(slug) or min(row.choices, default="")
    if slug == "thu_ly" and case.kind == "KN":
        detail = "nhieu_nguoi_du"
    until_on = (case.due_on or on) + timedelta(days=10) if slug == "lui_chi_tieu" else None
    paper = {"document_number": "01/VB-UBND", "detail": detail, "until_on": until_on}
    record_event(case, row.event, act=slug, happened_on=on, **paper, **signed)


DETAILS = {
    "bao_cao_xac_minh": "phu_hop",
    "phuc_tap": "2; 7",
    "gia_han": "1",
    "lui_chi_tieu": "chờ kết quả đo đạc",
    "nhan_ban_giao": "UBND xã cũ",
    "khong_thu_ly": "6",
}


def _verifier(case, row, slug, on, signed):
    officer = Official.objects.filter(unit=case.unit, role=Official.Role.OFFICER).first()
    officer = officer or make_official(case.unit, Official.Role.OFFICER)
    assign_verifier(case, verifier=officer, happened_on=on, **signed)


def _joinder(case, row, slug, on, signed):
    join_case(case, into=open_case(case.unit, case.kind), happened_on=on, **signed)


def _reclassification(case, row, slug, on, signed):
    reclassify_case(case, kind="KN", happened_on=on, detail="khiếu nại quyết định thu hồi", **signed)


def _correction(case, row, slug, on, signed):
    if not case.events.in_force().exclude(kind__in=NOT_CORRECTED).exists():
        perform(case, "kiem_tra_thu_tuc")
    last = case.events.in_force().exclude(kind__in=NOT_CORRECTED).last()
    right = Right(last.happened_on, last.detail, "02/VB-UBND", last.sent_on)
    correct_event(last, right=right, reason="ghi nhầm số", **signed)


def _decision(case, row, slug, on, signed):
    record_decision(
        case,
        document_number="15/QĐ-UBND",
        issued_on=on,
        signer=chairman_in_the_books(case.unit),
        result="dung",
        must_execute=True,
        amounts={"person_money": MONEY},
        **signed,
    )


def _delivery(case, row, slug, on, signed):
    party = "nguoi_khieu_nai" if case.kind == "KN" else "nguoi_bi_to_cao"
    record_delivery(case.decision, party=party, sent_on=on, **signed)


def _date(case, row, slug, on, signed):
    form = "niem_yet" if slug == "cong_khai" else ""
    record_decision_date(case.decision, row.event, happened_on=on, publish_form=form, **signed)


def _enforcement(case, row, slug, on, signed):
    record_enforcement(case.decision, done_on=on, finished=slug == "thi_hanh_xong", **signed)


_CARRY_OUT = {
    Page.VERIFIER: _verifier,
    Page.JOINDER: _joinder,
    Page.RECLASSIFICATION: _reclassification,
    Page.CORRECTION: _correction,
    Page.DECISION: _decision,
    Page.DELIVERY: _delivery,
    Page.DECISION_DATE: _date,
    Page.ENFORCEMENT: _enforcement,
}
