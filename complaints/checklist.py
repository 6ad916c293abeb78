"""The procedure checklist of one case (target 4a): each required step with its day and paper.

What the books show is taken from them; the rest is answered by a person. Unknown is not pass: only a list on
which every step is done or not needed may be signed "đúng trình tự, thủ tục".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from complaints.checklist_facts import Folder, RequiredStep, Shown, Verdict
from complaints.checklist_of_complaints import OF_COMPLAINTS
from complaints.checklist_of_denunciations import OF_DENUNCIATIONS
from complaints.checklist_of_recommendations import OF_RECOMMENDATIONS
from complaints.models import Case, CaseEvent, ChecklistItem, Decision
from complaints.workflow import EventKind
from lucba.office.models import StaffTerm
from reception.models import IntakeDeadline, Petition

REQUIRED: dict[str, tuple[RequiredStep, ...]] = {
    "KN": OF_COMPLAINTS,
    "TC": OF_DENUNCIATIONS,
    "KNPA": OF_RECOMMENDATIONS,
}
PASSED = (Verdict.DONE, Verdict.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the list: what the books show, and what a person answered."""

    step: RequiredStep
    shown: Shown
    item: ChecklistItem | None
    basis: str

    @property
    def verdict(self) -> Verdict:
        """Return how the step stands: wrong when either says so, else as the books show, else as answered."""
        answer = Verdict(self.item.answer) if self.item else Verdict.UNKNOWN
        if Verdict.NOT_DONE in (self.shown.verdict, answer) or self._answered_late:
            return Verdict.NOT_DONE
        return answer if self.shown.verdict is Verdict.UNKNOWN else self.shown.verdict

    @property
    def _answered_late(self) -> bool:
        item, due_on = self.item, self.shown.due_on
        return bool(item and item.done_on and due_on and item.done_on > due_on)

    @property
    def passes(self) -> bool:
        """Tell whether nothing is left to do or to find out."""
        return self.verdict in PASSED

    @property
    def from_the_books(self) -> bool:
        """Tell whether the books alone decide it."""
        return self.shown.verdict is not Verdict.UNKNOWN and self.verdict is self.shown.verdict

    @property
    def done_on(self) -> date | None:
        """Return the day it was done, as shown or as answered."""
        return self.shown.done_on or (self.item.done_on if self.item else None)

    @property
    def document(self) -> str:
        """Return the number of its paper, as shown or as answered."""
        return self.shown.document or (self.item.document_number if self.item else "")


@dataclass(frozen=True, slots=True)
class Checklist:
    """The lines of a case, and the last sign-off.

    `signed_here`: on these lines, not only noted in a workbook; `has_changed`: something happened since.
    """

    lines: Sequence[Line]
    signed: CaseEvent | None
    signed_here: bool
    has_changed: bool

    @property
    def left(self) -> list[Line]:
        """Return the steps that keep the list from being signed as right."""
        return [line for line in self.lines if not line.passes]

    @property
    def is_right(self) -> bool:
        """Tell whether every step is done or not needed."""
        return bool(self.lines) and not self.left

    def line(self, slug: str) -> Line | None:
        """Return the line of the step `slug`; None when this case is not asked for it."""
        return next((line for line in self.lines if line.step.slug == slug), None)


def checklist_of(case: Case, *, on: date) -> Checklist:
    """Return the checklist of `case` as it stands on the day `on`, at a fixed number of queries."""
    folder = folder_of(case, on=on)
    items = {item.step: item for item in case.checklist.select_related("checked_by")}
    steps = [step for step in REQUIRED[case.kind] if step.applies(folder)]
    signed = folder.last(EventKind.PROCEDURE_CHECKED)
    here = signed is not None and case.changes_when_checked is not None
    changed = here and case.changes_when_checked != case.changes
    return Checklist([_line(step, folder, items.get(step.slug)) for step in steps], signed, here, changed)


def _line(step: RequiredStep, folder: Folder, item: ChecklistItem | None) -> Line:
    shown = step.finder(folder) if step.finder else Shown(words="Sổ không ghi, người kiểm tra trả lời")
    day = shown.done_on or (item.done_on if item else None) or folder.case.accepted_on or folder.on
    return Line(step, shown, item, shown.legal_basis or str(step.basis_on(day)))


def folder_of(case: Case, *, on: date) -> Folder:
    """Return all that the finders ask of `case`."""
    decision = Decision.objects.filter(case=case).first()
    intake = IntakeDeadline.objects.filter(petition__case_link__case=case)
    return Folder(
        case=case,
        events=list(case.events.in_force().select_related("recorded_by")),
        petitions=list(Petition.objects.filter(case_link__case=case).order_by("received_on", "pk")),
        decision=decision,
        clocks=list(case.deadlines.all()),
        intake=list(intake),
        signer_role=_role_of_signer(decision) if decision else "",
        on=on,
    )


def _role_of_signer(decision: Decision) -> str:
    terms = StaffTerm.objects.in_post(on=decision.issued_on).filter(member_id=decision.signer_id)
    return terms.values_list("role", flat=True).first() or ""
