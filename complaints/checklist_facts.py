"""What the books show of a step of the procedure: done, done wrong, not needed, or nothing either way.

A finder reads the folder of a case and says so; it never guesses: what no column tells stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from complaints.models import Case, CaseDeadline, CaseEvent, Decision
from complaints.queries import ACCEPTANCE_STEPS
from complaints.workflow import EventKind
from lucba.law.labelled_enum import LabelledEnum
from lucba.law.rules import Step
from lucba.law.sources import Citation, Source
from lucba.office.models import DeadlineRow, StaffTerm
from reception.models import IntakeDeadline, Petition


class Verdict(LabelledEnum):
    """How a step stands; the first three are also what a person may answer."""

    DONE = "co", "đã làm đúng"
    NOT_DONE = "khong", "chưa làm hoặc làm sai"
    NOT_NEEDED = "khong_can", "không phải làm"
    UNKNOWN = "chua_ro", "chưa rõ"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the books say of a step: the verdict, the day, the paper, the end of its clock, and why."""

    verdict: Verdict = Verdict.UNKNOWN
    done_on: date | None = None
    document: str = ""
    due_on: date | None = None
    words: str = ""
    legal_basis: str = ""


NOTHING = Shown(words="Sổ chưa có")


@dataclass(frozen=True, slots=True)
class Folder:
    """All that the finders ask of a case as it stands on the day `on`; `events` in force, in their order."""

    case: Case
    events: Sequence[CaseEvent]
    petitions: Sequence[Petition]
    decision: Decision | None
    clocks: Sequence[CaseDeadline]
    intake: Sequence[IntakeDeadline]
    signer_role: str
    on: date

    def last(self, kind: EventKind) -> CaseEvent | None:
        """Return the last event of `kind`."""
        return next((event for event in reversed(self.events) if event.kind == kind), None)

    def rows(self, *steps: Step) -> list[DeadlineRow]:
        """Return the clocks of `steps`, of the case and of its petitions."""
        return [row for row in (*self.clocks, *self.intake) if row.step in steps]

    def acceptance(self) -> list[DeadlineRow]:
        """Return the clocks of acceptance of the petition that came first: it opened the case."""
        first = self.petitions[0].pk if self.petitions else None
        return [row for row in self.intake if row.petition_id == first and row.step in ACCEPTANCE_STEPS]


Finder = Callable[[Folder], Shown]
Condition = Callable[[Folder], bool]


def always(folder: Folder) -> bool:
    """Tell that the step is asked of every case of the list."""
    return True


@dataclass(frozen=True)
class RequiredStep:
    """A step the procedure asks for: its words, its article, what shows it and when it is asked for at all.

    `amended` is the law that amended the article, cited from the day it is in force; `waivable` steps may be
    answered "không phải làm".
    """

    slug: str
    words: str
    basis: Citation
    finder: Finder | None = None
    applies: Condition = always
    waivable: bool = False
    amended: Source | None = None

    def basis_on(self, day: date) -> Citation:
        """Return the article as it stood on `day`."""
        if self.amended is None or day < self.amended.in_force_from:
            return self.basis
        return Citation(self.basis.source, self.basis.article, amended_by=self.amended)


def registered(folder: Folder) -> Shown:
    """Find the petition that came first, in the book."""
    if not folder.petitions:
        return NOTHING
    first = folder.petitions[0]
    return Shown(Verdict.DONE, first.received_on, first.code)


def of_event(kind: EventKind, *, needs_document: bool = False) -> Finder:
    """Return the finder of an event; `needs_document`: without the number of its paper nothing is shown."""

    def find(folder: Folder) -> Shown:
        event = folder.last(kind)
        if event is None:
            return NOTHING
        if needs_document and not event.document_number:
            return Shown(done_on=event.happened_on, words="Sổ chưa ghi số văn bản")
        return Shown(Verdict.DONE, event.happened_on, event.document_number)

    return find


def of_clock(*steps: Step, paper: EventKind | None = None) -> Finder:
    """Return the finder of a step with a clock, each occasion in time; `paper` is the event it leaves."""

    def find(folder: Folder) -> Shown:
        return in_time(folder.rows(*steps), document=_number_of(folder, paper))

    return find


def of_acceptance(paper: EventKind) -> Finder:
    """Return the finder of acceptance or refusal: where law and decree differ, the earlier end governs."""

    def find(folder: Folder) -> Shown:
        return in_time(_governing(folder.acceptance()), document=_number_of(folder, paper))

    return find


def _number_of(folder: Folder, paper: EventKind | None) -> str:
    event = folder.last(paper) if paper else None
    return event.document_number if event else ""


def _governing(rows: list[DeadlineRow]) -> list[DeadlineRow]:
    """Return, of clocks that started together, the one that ends first."""
    return sorted(rows, key=lambda row: row.due_on)[:1]


def in_time(rows: list[DeadlineRow], *, document: str = "") -> Shown:
    """Judge clocks that must stop by their end: one too late is wrong, one still running is not known yet."""
    if not rows:
        return NOTHING
    late = next((row for row in rows if row.met_on and row.met_on > row.due_on), None)
    if late and late.met_on:
        words = f"Làm ngày {late.met_on:%d/%m/%Y}, sau hạn {late.due_on:%d/%m/%Y}"
        return Shown(Verdict.NOT_DONE, late.met_on, document, late.due_on, words, late.legal_basis)
    running = next((row for row in rows if row.met_on is None), None)
    if running:
        words = f"Sổ chưa ghi; hạn {running.due_on:%d/%m/%Y}"
        return Shown(due_on=running.due_on, words=words, legal_basis=running.legal_basis)
    last = max(rows, key=lambda row: row.due_on)
    return Shown(
        Verdict.DONE, last.met_on, document, last.due_on, f"Hạn {last.due_on:%d/%m/%Y}", last.legal_basis
    )


def long_enough(step: Step) -> Finder:
    """Return the finder of a posting: it must last to the raw end of its clock at least."""

    def find(folder: Folder) -> Shown:
        row = next(iter(folder.rows(step)), None)
        if row is None:
            return NOTHING
        until = f"Phải giữ ít nhất đến hết ngày {row.raw_end:%d/%m/%Y}"
        if row.met_on is None:
            return Shown(words=until, legal_basis=row.legal_basis)
        verdict = Verdict.NOT_DONE if row.met_on < row.raw_end else Verdict.DONE
        return Shown(verdict, row.met_on, words=until, legal_basis=row.legal_basis)

    return find


def told_in_time(kind: EventKind, step: Step) -> Finder:
    """Return the finder of one of the two notices of acceptance: each by the end of their common clock."""

    def find(folder: Folder) -> Shown:
        event, row = folder.last(kind), next(iter(folder.rows(step)), None)
        due_on, basis = (row.due_on, row.legal_basis) if row else (None, "")
        if event is None:
            words = f"Sổ chưa ghi; hạn {due_on:%d/%m/%Y}" if due_on else NOTHING.words
            return Shown(due_on=due_on, words=words, legal_basis=basis)
        late = due_on is not None and event.happened_on > due_on
        words = f"Hạn {due_on:%d/%m/%Y}" if due_on else ""
        verdict = Verdict.NOT_DONE if late else Verdict.DONE
        return Shown(verdict, event.happened_on, event.document_number, due_on, words, basis)

    return find


def signed_by_the_head(folder: Folder) -> Shown:
    """Find the chairman's signature; a vice-chairman signs by an assignment that a person looks at."""
    decision = folder.decision
    if decision is None:
        return NOTHING
    if folder.signer_role != StaffTerm.Role.CHAIRMAN:
        words = "Phó Chủ tịch ký: kiểm tra văn bản giao ký thay"
        return Shown(done_on=decision.issued_on, document=decision.document_number, words=words)
    return Shown(Verdict.DONE, decision.issued_on, decision.document_number)


def interviews(folder: Folder) -> Shown:
    """Tell on which days somebody was worked with; with whom, the books do not say."""
    days = [event.happened_on for event in folder.events if event.kind == EventKind.FIELD_WORK]
    if not days:
        return NOTHING
    return Shown(words="Sổ có làm việc ngày " + ", ".join(f"{day:%d/%m/%Y}" for day in days))


def dialogue(folder: Folder) -> Shown:
    """Find the dialogue; none is needed where demand and finding agree (LKN 30)."""
    found = of_event(EventKind.DIALOGUE)(folder)
    report = folder.last(EventKind.VERIFICATION_REPORT)
    if found.verdict is Verdict.UNKNOWN and report and report.detail == "phu_hop":
        words = "Kết quả xác minh phù hợp với yêu cầu của người khiếu nại"
        return Shown(Verdict.NOT_NEEDED, words=words)
    return found


def resolved_in_time(step: Step) -> Finder:
    """Return the finder of the decision or conclusion: its paper, and the clock of resolution."""

    def find(folder: Folder) -> Shown:
        document = folder.decision.document_number if folder.decision else ""
        return in_time(folder.rows(step), document=document)

    return find
