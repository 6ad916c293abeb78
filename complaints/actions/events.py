"""What happens to a case: each event is checked against the procedure's table and the law, then appended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Max, Min

from complaints.actions.legal_checks import check_law
from complaints.guards import Facts, why_closed
from complaints.models import Case, CaseEvent, Decision
from complaints.progress import refresh_case
from complaints.workflow import ALWAYS, PARTS, PROCEDURES, EventKind, Page, Status, Transition, rows_of
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official
from reception.models import Petition


@dataclass(frozen=True, slots=True)
class Acts:
    """What the page of a case offers: what this person may do, lay before a leader, and not do yet."""

    open: list[Transition]
    proposable: list[Transition]
    closed: list[tuple[Transition, str]]
    parts: Mapping[str, tuple[Transition, ...]]

    @property
    def now(self) -> list[tuple[str, list[Transition]]]:
        """Return the open rows that belong to where the case stands, under the parts of the procedure."""
        return [(part, rows) for part, rows in self._parts() if part != ALWAYS]

    @property
    def always(self) -> list[Transition]:
        """Return the open rows that are open everywhere: sign-off, review list, correction."""
        return dict(self._parts()).get(ALWAYS, [])

    def _parts(self) -> list[tuple[str, list[Transition]]]:
        """Return the open rows by the parts of the procedure that have some."""
        parts = ((part, [row for row in rows if row in self.open]) for part, rows in self.parts.items())
        return [(part, rows) for part, rows in parts if rows]


def acts_for(case: Case, official: Official) -> Acts:
    """Return the rows of the procedure that start where `case` stands, sorted by what `official` may do."""
    acts = Acts([], [], [], PARTS[case.kind])
    if not Case.objects.visible_to(official).filter(pk=case.pk).exists():
        return acts
    facts = facts_of(case)
    for row in PROCEDURES[case.kind]:
        if case.status not in row.sources or row.page is Page.NONE:
            continue
        may, may_propose = official.role in row.roles, official.role in row.proposers
        reason = why_closed(row, facts) if may or may_propose else ""
        if reason:
            acts.closed.append((row, reason))
        elif may:
            acts.open.append(row)
        elif may_propose:
            acts.proposable.append(row)
    return acts


def facts_of(case: Case) -> Facts:
    """Return what the guards ask about `case`; three queries."""
    return Facts(
        case=case,
        events=list(case.events.in_force()),
        decision=Decision.objects.filter(case=case).first(),
        petitions=list(Petition.objects.filter(case_link__case=case).order_by("received_on", "pk")),
    )


def open_transitions(case: Case, official: Official) -> list[Transition]:
    """Return the rows of the procedure open from where the case stands to this person: the page's buttons."""
    return acts_for(case, official).open


@transaction.atomic
def record_event(
    case: Case,
    kind: EventKind,
    *,
    happened_on: date,
    detail: str = "",
    document_number: str = "",
    sent_on: date | None = None,
    until_on: date | None = None,
    after_persuasion: bool | None = None,
    act: str = "",
    seen: int | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """Append an event and recompute where the case stands and what is due.

    `act` names the one row of the procedure that is meant, where the event has several; `seen` is what
    `Case.changes` was when the person looked. Raises RefusedError when the procedure, the law
    or the dates do not allow it (register rules E1-E16), or when somebody else was faster.
    """
    case = locked(case)
    refuse_overtaken(case, seen)
    row = row_for(case, kind, detail=detail.strip(), act=act, by=by)
    _check_form(case, row, detail=detail, document_number=document_number.strip())
    check_days(case, kind, happened_on, sent_on, today=today)
    check_law(case, row, happened_on=happened_on, detail=detail.strip(), until_on=until_on)
    event = append_event(
        case,
        kind,
        happened_on=happened_on,
        detail=detail.strip(),
        document_number=document_number.strip(),
        sent_on=sent_on,
        until_on=until_on,
        after_persuasion=after_persuasion,
        by=by,
    )
    _note_on_case(case, event)
    settle(case, on=happened_on)
    audit.record(row.words, subject=case.code, by=by)
    return event


def _note_on_case(case: Case, event: CaseEvent) -> None:
    """Write into the case what an event says about it for good."""
    if event.kind == EventKind.SEVERAL_PLACES:
        case.intake_extended = True
    elif event.kind == EventKind.HANDED_OVER:
        case.handed_over_from = event.detail[:200]
    else:
        return
    case.save(update_fields=["intake_extended", "handed_over_from"])


def row_for(case: Case, kind: EventKind, *, by: Official, detail: str = "", act: str = "") -> Transition:
    """Return the row of the procedure that lets `by` record `kind` now. Raises RefusedError if none does."""
    rows = [row for row in rows_of(kind, case.kind) if act in ("", row.slug)]
    here = [row for row in rows if case.status in row.sources]
    if not here:
        raise RefusedError(_not_from_here(case, kind, rows))
    fitting = sorted((row for row in here if row.fits(detail)), key=lambda row: not row.detail)
    if not fitting:
        raise RefusedError("Hãy chọn chi tiết trong danh sách.", field="detail")
    row = next((row for row in fitting if by.role in row.roles), None)
    if not Case.objects.visible_to(by).filter(pk=case.pk).exists():
        raise RefusedError("Vụ việc này không do bạn theo dõi.")
    if row is None:
        raise RefusedError(f"Bạn không được ghi “{kind.label}”: việc này thuộc {_who(fitting[0])}.")
    reason = why_closed(row, facts_of(case))
    if reason:
        raise RefusedError(reason)
    return row


def _not_from_here(case: Case, kind: EventKind, rows: list[Transition]) -> str:
    sentence = (
        f"Vụ việc {case.get_kind_display()} ở giai đoạn “{case.get_status_display()}” "
        f"không thể ghi “{kind.label}”"
    )
    if not rows:
        return f"{sentence}: trình tự này không có bước đó."
    names = dict.fromkeys(label for row in rows for label in _labels(row))
    basis = next((f" ({row.basis})" for row in rows if row.basis), "")
    return f"{sentence}; chỉ ghi được khi {' hoặc '.join(names)}{basis}."


def _labels(row: Transition) -> Iterator[str]:
    return (f"“{Status(each).label}”" for each in Status if each in row.sources)


def _who(row: Transition) -> str:
    return ", ".join(str(role.label) for role in Official.Role if role in row.roles)


def refuse_overtaken(case: Case, seen: int | None) -> None:
    """Refuse when something happened to the locked case since the person looked at it."""
    if seen is None or seen == case.changes:
        return
    last = case.events.select_related("recorded_by").order_by("-pk").first()
    told = f" Ghi sau cùng: {_told(last)}." if last else ""
    raise RefusedError(
        f"Trong lúc bạn xem, vụ việc {case.code} vừa có thay đổi, nay ở giai đoạn "
        f"“{case.get_status_display()}”.{told} Hãy xem lại vụ việc rồi ghi."
    )


def _told(event: CaseEvent) -> str:
    who = f", {event.recorded_by.full_name} ghi" if event.recorded_by else ""
    return f"“{event.get_kind_display()}” ngày {event.happened_on:%d/%m/%Y}{who}"


def settle(case: Case, *, on: date) -> None:
    """Recompute what follows for a locked case, and note that it changed."""
    Case.objects.filter(pk=case.pk).update(changes=F("changes") + 1)
    refresh_case(case, on=on)


def append_event(
    case: Case,
    kind: EventKind,
    *,
    happened_on: date,
    detail: str = "",
    document_number: str = "",
    sent_on: date | None = None,
    until_on: date | None = None,
    after_persuasion: bool | None = None,
    by: Official,
) -> CaseEvent:
    """Store the next event of a locked case."""
    last = case.events.aggregate(last=Max("seq"))["last"] or 0
    return CaseEvent.objects.create(
        case=case,
        seq=last + 1,
        happened_on=happened_on,
        kind=kind,
        detail=detail,
        document_number=document_number,
        sent_on=sent_on,
        until_on=until_on,
        after_persuasion=after_persuasion,
        recorded_by=by,
    )


def _check_form(case: Case, row: Transition, *, detail: str, document_number: str) -> None:
    if row.needs_document:
        refuse_blank(document_number, f"“{row.event.label}” phải ghi số văn bản.", field="document_number")


def last_day(case: Case) -> date | None:
    """Return the day of the last event; a correction is dated by its writing and does not count."""
    events = case.events.in_force().exclude(kind=EventKind.CORRECTED)
    last: date | None = events.aggregate(last=Max("happened_on"))["last"]
    return last


def check_days(case: Case, kind: EventKind, happened_on: date, sent_on: date | None, *, today: date) -> None:
    """Refuse days to come, and days before what happened already."""
    refuse_future(happened_on, today=today, field="happened_on")
    refuse_future(sent_on, today=today, field="sent_on")
    last = last_day(case)
    if last:
        refuse_before(happened_on, last, what="diễn biến trước", field="happened_on")
    if case.closed_on:
        refuse_before(happened_on, case.closed_on, what="ngày kết thúc vụ việc", field="happened_on")
    received = case.petitions.aggregate(first=Min("received_on"))["first"]
    if received:
        refuse_before(happened_on, received, what="ngày nhận đơn đầu tiên", field="happened_on")
    refuse_before(sent_on, happened_on, what="ngày ban hành văn bản", field="sent_on")


@transaction.atomic
def assign_verifier(
    case: Case,
    *,
    verifier: Official,
    happened_on: date,
    document_number: str = "",
    seen: int | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """Assign the officer who verifies the case, or handles the recommendation; from now on he sees it."""
    if verifier.unit_id != case.unit_id or not verifier.is_active:
        raise RefusedError("Người xác minh phải là cán bộ của đơn vị.", field="verifier")
    kinds = [row.event for row in PROCEDURES[case.kind] if row.page is Page.VERIFIER]
    event = record_event(
        case,
        kinds[0],
        happened_on=happened_on,
        detail=verifier.full_name,
        document_number=document_number,
        seen=seen,
        by=by,
        today=today,
    )
    Case.objects.filter(pk=case.pk).update(verifier=verifier)
    return event


@transaction.atomic
def note_sent(event: CaseEvent, *, sent_on: date, by: Official, today: date) -> CaseEvent:
    """Note the day the paper of an event went to the parties, where it was not known before.

    Raises RefusedError when it is noted already, or the paper goes to nobody (LKN 11a, LTC 34(4)).
    """
    case = locked(event.case)
    event = case.events.select_for_update().get(pk=event.pk)
    if not by.keeps_the_books:
        raise RefusedError("Bạn không được ghi ngày gửi.")
    if not goes_to_the_parties(event, case):
        raise RefusedError("Văn bản của diễn biến này không phải gửi các bên.", field="sent_on")
    if event.sent_on:
        raise RefusedError("Ngày gửi đã được ghi, muốn sửa phải đính chính.", field="sent_on")
    refuse_future(sent_on, today=today, field="sent_on")
    refuse_before(sent_on, event.happened_on, what="ngày ban hành văn bản", field="sent_on")
    event.sent_on = sent_on
    event.save(update_fields=["sent_on"])
    settle(case, on=sent_on)
    audit.record("ghi ngày gửi văn bản", subject=case.code, by=by, detail=event.get_kind_display())
    return event


def goes_to_the_parties(event: CaseEvent, case: Case) -> bool:
    """Tell whether the paper of an event in force is one the parties must be sent."""
    rows = rows_of(event.kind, case.kind)
    return event.superseded_by_id is None and any(row.is_sent for row in rows)


def locked(case: Case) -> Case:
    """Return the case with its row locked until the transaction ends."""
    return Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
