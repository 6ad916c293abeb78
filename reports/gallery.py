"""Every form of the house filled in from the books of one unit: to be looked at, compared, and tested.

Nothing is stored; what the books do not tell stays a dotted line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count

from complaints.models import Case
from complaints.papers import circular_05, shelf
from complaints.papers.facts import facts_of_case, facts_of_petition
from complaints.papers.hints import HINTS
from lucba.law.reporting_periods import Period
from lucba.office.errors import RefusedError
from lucba.office.models import Official, StaffTerm, Unit
from lucba.papers.document import Document
from lucba.papers.issuing import authority_lines, profile_on
from lucba.papers.official_form import OfficialForm, Signing, document_of, text_of
from reception.actions.papers import LEADERS
from reception.models import ContentKind, Petition, ReceptionPaper, ReceptionSession, Visit
from reception.papers import schedule
from reception.papers.conclusion import matters
from reception.papers.facts import Content, session_facts, usual_place, visit_facts
from reception.papers.kinds import OF_SESSION, OF_VISIT, PaperKind
from reception.queries import sessions_between
from reports.training_list_paper import training_list_document

Kind = ReceptionPaper.Kind
DOTS = "." * 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the gallery: the name of its files without ending, and the document."""

    name: str
    document: Document


def gallery(unit: Unit, *, days: tuple[date, ...]) -> Iterator[Sheet]:
    """Yield every form in each version in force on one of `days`, signed and numbered 1 as if on that day.

    Raises RefusedError when the unit's books hold no case, petition or visit to fill them in with.
    """
    seen: set[tuple[str, date]] = set()
    for on in days:
        for form in shelf.FORMS:
            if form.is_in_force(on=on) and (form.code, form.in_force_from) not in seen:
                seen.add((form.code, form.in_force_from))
                yield Sheet(f"{form.code}-{on:%Y%m%d}", _filled(unit, form, on=on))
        yield from _of_the_counter(unit, on=on)
    yield Sheet(
        f"danh-sach-dao-tao-{days[-1]:%Y%m%d}", training_list_document(unit, days[-1].year, on=days[-1])
    )


def _filled(unit: Unit, form: OfficialForm, *, on: date) -> Document:
    if form in circular_05.FORMS:
        facts = facts_of_petition(_petition(unit, _kind_of_petition(form)), on=on)
    else:
        facts = facts_of_case(_case(unit, _kind(form)), on=on)
    profile = profile_on(unit, on=on)
    lines = form.authority(profile, deputy=False) if form.is_signed_by_head else ()
    number = 1 if form.is_numbered else None
    signing = Signing(lines, facts["head_name"] if lines else "", number, on)
    return document_of(form, text_of(form, facts, HINTS), profile, signing, year=on.year, draft=False)


def _kind(form: OfficialForm) -> str:
    """Return the kind of case a form belongs to."""
    if form in shelf.OF_DENUNCIATIONS:
        return ContentKind.DENUNCIATION
    return ContentKind.COMPLAINT if form in shelf.OF_COMPLAINTS else ContentKind.RECOMMENDATION


def _kind_of_petition(form: OfficialForm) -> str:
    if form in (circular_05.FORWARDED_DENUNCIATION, circular_05.DENOUNCER_TOLD_OF_FORWARDING):
        return ContentKind.DENUNCIATION
    return (
        ContentKind.RECOMMENDATION if form is circular_05.FORWARDED_RECOMMENDATION else ContentKind.COMPLAINT
    )


def _case(unit: Unit, kind: str) -> Case:
    """Return the case of `kind` with the longest history: it fills in most."""
    cases = Case.objects.filter(unit=unit, kind=kind, petitions__isnull=False).select_related(
        "unit", "verifier"
    )
    case = cases.annotate(length=Count("events", distinct=True)).order_by("-length", "pk").first()
    if case is None:
        raise RefusedError(f"Sổ của {unit.name} không có vụ việc loại {kind} để điền mẫu.")
    return case


def _petition(unit: Unit, kind: str) -> Petition:
    petitions = Petition.objects.filter(unit=unit, kind=kind, processed_on__isnull=False)
    petition = (
        petitions.select_related("unit", "hamlet", "visit__hamlet").order_by("-forwarder", "pk").first()
    )
    if petition is None:
        raise RefusedError(f"Sổ của {unit.name} không có đơn loại {kind} để điền mẫu.")
    return petition


def _of_the_counter(unit: Unit, *, on: date) -> Iterator[Sheet]:
    """Yield the papers of the counter, as if issued on the day `on`."""
    visit = (
        Visit.objects.filter(unit=unit, content_kind=ContentKind.COMPLAINT).select_related("session").first()
    )
    empty = ReceptionSession.objects.filter(unit=unit, state=ReceptionSession.State.NO_CITIZEN).first()
    if visit is None:
        raise RefusedError(f"Sổ của {unit.name} không có lượt tiếp để điền mẫu.")
    writer = Official(full_name="", position="công chức tiếp công dân", unit=unit)
    visit.refusal_ground = Visit.RefusalGround.ALREADY_SETTLED
    facts = visit_facts(visit, on=on, by=writer)
    for kind in OF_VISIT:
        yield _counter_sheet(unit, kind, facts, on=on, visit=visit)
    yield Sheet(f"tcd-lich-{on:%Y%m%d}", _schedule(unit, on=on))
    held = visit.session
    for kind, session in zip(OF_SESSION, (held, empty or held), strict=True):
        content = {**session_facts(session, on=on, by=writer), "matters": matters(session)}
        yield _counter_sheet(unit, kind, content, on=on, session=session)


def _schedule(unit: Unit, *, on: date) -> Document:
    """Return the calendar of the four weeks before the day `on`."""
    period = Period(on - timedelta(days=28), on)
    reader = Official(role=Official.Role.CLERK, unit=unit)
    sessions = sessions_between(reader, period.start, period.end)
    content = schedule.schedule_facts(sessions, period, usual=usual_place(unit, on=on))
    return schedule.document(schedule.draft_paper(unit, content, on=on))


def _counter_sheet(unit: Unit, kind: PaperKind, facts: Content, *, on: date, **subject: Any) -> Sheet:
    profile = profile_on(unit, on=on)
    paper = ReceptionPaper(
        unit=unit,
        kind=kind.kind,
        symbol=f"{kind.series}-{profile.symbol}" if kind.series else "",
        number=1 if kind.series else None,
        issued_on=on,
        content={**facts, **_answers(facts), **_signer(unit, kind, on=on)},
        public_code="AAAAA-22222" if kind.kind == Kind.RECEIPT else "",
        **subject,
    )
    of = "buoi" if "session" in subject else "luot"
    return Sheet(f"tcd-{kind.code}-{of}-{on:%Y%m%d}", kind.document(paper))


def _signer(unit: Unit, kind: PaperKind, *, on: date) -> Content:
    terms = StaffTerm.objects.in_post(on=on).filter(member__unit=unit, role__in=LEADERS)
    head = terms.order_by("role").first()
    if not kind.signed_by_head or head is None:
        return {}
    lines = authority_lines(profile_on(unit, on=on), deputy=False)
    return {"signer": {"name": head.full_name, "authority": list(lines)}}


def _answers(facts: Content) -> Content:
    """Return what the clerk would have typed, as dotted lines; days and times of the facts."""
    lines = ("body", "reason", "opinions", "conclusion", "answer", "where", "bring", "statement", "wishes")
    return {
        **dict.fromkeys((*lines, "ground_words", "explanation", "note"), DOTS),
        "come_on": facts["held_on"],
        "at": "08:00",
        "started_at": "07:30",
        "ended_at": "11:30",
        "tasks": [[DOTS, DOTS, DOTS]],
        "sent_to": ["Như trên"],
        "status_address": "/cong-khai/tra-cuu/",
    }
