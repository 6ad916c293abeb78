"""What the books know of a case or petition, slot by slot, to fill in a form; "" where they know nothing.

Of a denouncer they tell nothing here: no name, address, hamlet or visit (LTC Điều 8); those slots stay blank.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from complaints.models import Case, CaseEvent, Decision
from complaints.models.events import RESOLUTION_STEPS
from complaints.stages import EventKind
from complaints.words import detail_words
from lucba.office.models import Official, StaffMember, StaffTerm, Unit
from lucba.papers.issuing import full_name, lines_of, profile_on
from lucba.papers.numbers import count, date_in_words, million_dong, short_date, square_metres
from reception.models import ContentKind, Petition

Facts = dict[str, str]
_NUMBERED = {  # the slots of an event: its document, its day
    "acceptance": EventKind.ACCEPTED,
    "refusal": EventKind.REFUSED,
    "verification": EventKind.VERIFICATION,
    "report": EventKind.VERIFICATION_REPORT,
    "extension": EventKind.EXTENDED,
    "suspension": EventKind.SUSPENDED,
    "resumption": EventKind.RESUMED,
    "withdrawal": EventKind.WITHDRAWN,
    "termination": EventKind.TERMINATED,
    "stay": EventKind.STAY,
    "examination": EventKind.EXAMINATION,
    "expert": EventKind.EXPERT_OPINION,
    "dialogue": EventKind.DIALOGUE,
    "complex": EventKind.COMPLEX,
}


OF_AUTHOR = ("author", "authors", "signers", "address", "identity", "identity_issued", "phone")


def facts_of_case(case: Case, *, event: CaseEvent | None = None, on: date) -> Facts:
    """Return what is known of `case` for a paper of the day `on` that documents `event`, if any."""
    petitions = list(case.petitions.order_by("received_on", "pk").select_related("hamlet", "visit__hamlet"))
    events = list(case.events.in_force())
    known = {
        **facts_of_office(case.unit, on=on),
        **(_of_petitions(petitions) if petitions else {}),
        **_of_matter(case),
        **_of_events(events),
        **_of_event(event),
        **_of_decision(Decision.objects.filter(case=case).select_related("signer").first()),
        **_of_clock(case),
        **_official("verifier", case.verifier),
    }
    # Imported books may tie a named petition to a denunciation: its author is nobody's business here.
    hidden = OF_AUTHOR if case.kind == ContentKind.DENUNCIATION else ()
    return {slot: value for slot, value in known.items() if slot not in hidden}


def facts_of_petition(petition: Petition, *, on: date) -> Facts:
    """Return what is known of `petition`, and of its case if it has one, for a paper of the day `on`."""
    case = Case.objects.filter(petition_links__petition=petition).select_related("unit", "verifier").first()
    known = {} if case is None else facts_of_case(case, on=on)
    return {**known, **facts_of_office(petition.unit, on=on), **_of_petitions([petition])}


def facts_of_office(unit: Unit, *, on: date) -> Facts:
    """Return the office, its chairman and its superior on the day `on`. Raises RefusedError for none."""
    profile = profile_on(unit, on=on)
    office = full_name(profile)
    heads = StaffTerm.objects.in_post(on=on).filter(member__unit=unit, role=StaffTerm.Role.CHAIRMAN)
    head = heads.first()
    return {
        "office": office,
        "head": f"Chủ tịch {office}",
        "head_name": head.full_name if head else "",
        "place": profile.place_name,
        "superior": next(iter(lines_of(profile.addressees)), ""),
        "today": date_in_words(on),
    }


def _of_petitions(petitions: Sequence[Petition]) -> Facts:
    """Return the petition the paper is about: of several the first received; nothing of a denouncer."""
    first = petitions[0]
    return {
        "petition_code": ", ".join(each.code for each in petitions),
        "received_on": date_in_words(first.received_on),
        "received_on_capital": date_in_words(first.received_on).capitalize(),
        "kind": first.get_kind_display(),
        "source": _source(first),
        "forwarder": first.forwarder,
        "forwarder_letter": first.forwarder_letter,
        "petition_summary": _unended(first.summary),
        "outcome_document": first.outcome_document,
        "processed_on": date_in_words(first.processed_on) if first.processed_on else "",
        "ineligible_reason": first.ineligible_reason,
        **_of_author(first),
    }


def _source(petition: Petition) -> str:
    if not petition.forwarder:
        return petition.get_source_display()
    letter = f" theo văn bản số {petition.forwarder_letter}" if petition.forwarder_letter else ""
    return f"{petition.forwarder} chuyển đến{letter}"


def _of_author(petition: Petition) -> Facts:
    if petition.kind == ContentKind.DENUNCIATION:
        return {}
    visit = petition.visit
    hamlet = petition.hamlet or (visit.hamlet if visit else None)
    return {
        "author": petition.signer_name,
        "signers": count(petition.signers),
        "authors": _authors(petition),
        "address": (visit.address if visit else "") or (hamlet.name if hamlet else ""),
        "identity": visit.identity_number if visit else "",
        "identity_issued": visit.identity_issued if visit else "",
        "phone": visit.phone if visit else "",
    }


def _authors(petition: Petition) -> str:
    """Return who signed: "Vũ Hồng Luyến và 08 người khác"; "" when nobody's name is known."""
    more = f" và {petition.signers - 1:02d} người khác" if petition.signers > 1 else ""
    return f"{petition.signer_name}{more}" if petition.signer_name else ""


def _unended(text: str) -> str:
    """Return `text` without its full stop: the forms set one."""
    return text.strip().rstrip(" .;")


def _of_matter(case: Case) -> Facts:
    return {
        "case_code": case.code,
        "summary": _unended(case.summary),
        "field": case.get_field_display(),
        "instance": case.get_instance_display().removeprefix("khiếu nại ").removeprefix("tố cáo "),
        "respondent": case.get_respondent_display(),
        "competent_body": case.competent_body,
        "handed_over_from": case.handed_over_from,
        "known_on": date_in_words(case.act_known_on) if case.act_known_on else "",
    }


def _of_events(events: Sequence[CaseEvent]) -> Facts:
    """Return number, day and reason of the last event of each kind: "acceptance_number", "acceptance_on"…"""
    last = {event.kind: event for event in events}
    known: Facts = {}
    for slot, kind in _NUMBERED.items():
        event = last.get(kind)
        if event:
            known[f"{slot}_number"] = event.document_number
            known[f"{slot}_on"] = date_in_words(event.happened_on)
            known[f"{slot}_reason"] = detail_words(event)
            known[f"{slot}_until"] = date_in_words(event.until_on) if event.until_on else ""
    return known


def _of_event(event: CaseEvent | None) -> Facts:
    """Return the event that the paper itself documents."""
    if event is None:
        return {}
    return {
        "act_on": date_in_words(event.happened_on),
        "act_reason": detail_words(event),
        "act_until": date_in_words(event.until_on) if event.until_on else "",
    }


def _of_decision(decision: Decision | None) -> Facts:
    if decision is None:
        return {}
    signer = staff_named(decision.signer, on=decision.issued_on)
    return {
        "decision_number": decision.document_number,
        "decision_on": date_in_words(decision.issued_on),
        "decision_signer": signer,
        "result": decision.get_result_display(),
        "effective_on": date_in_words(decision.effective_on) if decision.effective_on else "",
        "published_on": date_in_words(decision.published_on) if decision.published_on else "",
        "publish_form": decision.get_publish_form_display(),
        "measures": "\n".join(f"- {line}" for line in _measures(decision)),
    }


def staff_named(member: StaffMember, *, on: date) -> str:
    """Return name and position a member of the staff had on the day `on`."""
    term = StaffTerm.objects.in_post(on=on).filter(member=member).first()
    return f"{term.full_name}, {term.position}" if term else ""


def _measures(decision: Decision) -> list[str]:
    """Return what the decision recommends, amount by amount: money in triệu đồng, land in m²."""
    money = (
        ("Thu hồi cho Nhà nước", decision.recover_money),
        ("Trả lại cho tổ chức", decision.org_money),
        ("Trả lại cho cá nhân", decision.person_money),
    )
    land = (
        ("Thu hồi cho Nhà nước", decision.recover_land),
        ("Trả lại cho tổ chức", decision.org_land),
        ("Trả lại cho cá nhân", decision.person_land),
    )
    heads = (
        ("Xử lý hành chính tổ chức", decision.sanction_orgs, "tổ chức"),
        ("Xử lý hành chính cá nhân", decision.sanction_persons, "người"),
        ("Chuyển cơ quan điều tra", decision.invest_cases, "vụ"),
    )
    return [
        *(f"{words}: {million_dong(amount)} triệu đồng" for words, amount in money if amount),
        *(f"{words}: {square_metres(area)} m² đất" for words, area in land if area),
        *(f"{words}: {count(number)} {unit}" for words, number, unit in heads if number),
    ]


def _of_clock(case: Case) -> Facts:
    clock = case.deadlines.filter(step__in=RESOLUTION_STEPS).first()
    if clock is None:
        return {}
    return {"due_on": date_in_words(clock.due_on), "due_short": short_date(clock.due_on)}


def _official(slot: str, official: Official | None) -> Facts:
    if official is None:
        return {}
    return {slot: official.full_name, f"{slot}_position": official.position}
