"""How each kind of row of the procedure is asked for and carried out: a form and an action.

The page of an act and the approval of a proposal read the same table, so what a leader approves is what the
form would have done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from complaints.actions.checklist import sign_off
from complaints.actions.corrections import (
    DATES_OF_DECISION,
    NOT_CORRECTED,
    Right,
    correct_decision_date,
    correct_event,
)
from complaints.actions.decisions import record_decision, record_decision_date
from complaints.actions.deliveries import parties_of, record_delivery
from complaints.actions.enforcement import record_enforcement
from complaints.actions.events import assign_verifier, record_event
from complaints.actions.joinder import join_case
from complaints.actions.papers_corrected import correct_delivery, correct_number
from complaints.actions.papers_of_acts import document_act
from complaints.actions.reclassification import reclassify_case
from complaints.actions.review import list_for_review, settle_case
from complaints.checklist import checklist_of
from complaints.forms.act_form import ActForm
from complaints.forms.checklist import SignOffForm
from complaints.forms.corrections import NUMBER, VOID, CorrectionForm
from complaints.forms.decisions import DecisionDateForm, DecisionForm, DeliveryForm, EnforcementForm
from complaints.forms.events import EventForm, JoinderForm, ReclassifyForm, VerifierForm
from complaints.models import Case, Decision
from complaints.papers.desk import papers_of_act
from complaints.workflow import EventKind, Page, Transition
from lucba.office.errors import RefusedError
from lucba.office.models import Official

Data = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is asked what: the case, the row, the person, the day."""

    case: Case
    row: Transition
    by: Official
    today: date

    @property
    def decision(self) -> Decision:
        """Return the decision of the case. Raises RefusedError when there is none yet."""
        decision: Decision | None = Decision.objects.filter(case=self.case).select_related("case").first()
        if decision is None:
            raise RefusedError("Vụ việc chưa có quyết định, kết luận.")
        return decision

    def common(self) -> dict[str, Any]:
        """Return what every form of an act takes."""
        return {"case": self.case, "row": self.row, "today": self.today}

    def signed(self) -> dict[str, Any]:
        """Return what every action takes."""
        return {"by": self.by, "today": self.today}


@dataclass(frozen=True, slots=True)
class ActPage:
    """The form and the action of a kind of row."""

    form: Callable[[Data, Asking], ActForm]
    carry_out: Callable[[ActForm, Asking], object]


def act_form(data: Data, asking: Asking) -> ActForm:
    """Return the form that asks for the row of `asking`."""
    return ACT_PAGES[asking.row.page].form(data, asking)


def carry_out(form: ActForm, asking: Asking) -> None:
    """Do what a valid form says, and draft or find the papers of the act. Raises RefusedError."""
    ACT_PAGES[asking.row.page].carry_out(form, asking)
    document_act(asking.case, asking.row, by=asking.by, on=asking.today)


def _event(data: Data, asking: Asking) -> ActForm:
    return EventForm(data, initial={"happened_on": asking.today, **_issued(asking)}, **asking.common())


def _issued(asking: Asking, *, day: str = "happened_on") -> dict[str, Any]:
    """Return number and day of the paper issued for the act before it is recorded, if there is one."""
    for paper in papers_of_act(asking.case, asking.row, asking.by):
        if paper.issued:
            return {day: paper.issued.dated_on, "document_number": paper.issued.full_number}
    return {}


def _record_event(form: ActForm, asking: Asking) -> object:
    return record_event(
        asking.case, asking.row.event, act=asking.row.slug, **form.answers(), **asking.signed()
    )


def _verifier(data: Data, asking: Asking) -> ActForm:
    return VerifierForm(data, initial={"happened_on": asking.today, **_issued(asking)}, **asking.common())


def _assign(form: ActForm, asking: Asking) -> object:
    return assign_verifier(asking.case, **form.answers(), **asking.signed())


def _joinder(data: Data, asking: Asking) -> ActForm:
    form = JoinderForm(data, initial={"happened_on": asking.today}, **asking.common())
    form.look_in(asking.by)
    return form


def _join(form: ActForm, asking: Asking) -> object:
    return join_case(asking.case, **form.answers(), **asking.signed())


def _reclassification(data: Data, asking: Asking) -> ActForm:
    return ReclassifyForm(data, initial={"happened_on": asking.today}, **asking.common())


def _reclassify(form: ActForm, asking: Asking) -> object:
    return reclassify_case(asking.case, **form.answers(), **asking.signed())


def _decision(data: Data, asking: Asking) -> ActForm:
    initial = {"issued_on": asking.today, **_issued(asking, day="issued_on")}
    return DecisionForm(data, initial=initial, **asking.common())


def _decide(form: ActForm, asking: Asking) -> object:
    return record_decision(asking.case, **form.answers(), **asking.signed())


def _date(data: Data, asking: Asking) -> ActForm:
    return DecisionDateForm(data, initial={"happened_on": asking.today}, **asking.common())


def _record_date(form: ActForm, asking: Asking) -> object:
    return record_decision_date(asking.decision, asking.row.event, **form.answers(), **asking.signed())


def _delivery(data: Data, asking: Asking) -> ActForm:
    parties = parties_of(asking.decision)
    return DeliveryForm(data, initial={"sent_on": asking.today}, parties=parties, **asking.common())


def _deliver(form: ActForm, asking: Asking) -> object:
    return record_delivery(asking.decision, **form.answers(), **asking.signed())


def _enforcement(data: Data, asking: Asking) -> ActForm:
    return EnforcementForm(data, initial={"done_on": asking.today}, **asking.common())


def _enforce(form: ActForm, asking: Asking) -> object:
    return record_enforcement(asking.decision, **form.answers(), **asking.signed())


def _checklist(data: Data, asking: Asking) -> ActForm:
    checklist = checklist_of(asking.case, on=asking.today)
    initial = {"happened_on": asking.today}
    return SignOffForm(data, initial=initial, checklist=checklist, **asking.common())


def _sign_off(form: ActForm, asking: Asking) -> object:
    return sign_off(asking.case, **form.answers(), **asking.signed())


def _review(form: ActForm, asking: Asking) -> object:
    act = list_for_review if asking.row.event == EventKind.REVIEW_LISTED else settle_case
    return act(asking.case, **form.answers(), **asking.signed())


def _correction(data: Data, asking: Asking) -> ActForm:
    return CorrectionForm(data, targets=correctable(asking.case), **asking.common())


def correctable(case: Case) -> list[tuple[str, str]]:
    """Return what may be corrected, the latest first: events in force and days noted after the decision."""
    events = case.events.in_force().exclude(kind__in=NOT_CORRECTED).reverse()
    targets = [(f"e{each.pk}", f"{each.happened_on:%d/%m/%Y} – {each.get_kind_display()}") for each in events]
    decision = Decision.objects.filter(case=case).first()
    for column in DATES_OF_DECISION if decision else ():
        day = getattr(decision, column)
        if day:
            label = Decision._meta.get_field(column).verbose_name  # type: ignore[union-attr]
            targets.append((column, f"{day:%d/%m/%Y} – {label}"))
    if decision:
        targets.append((NUMBER, f"Số văn bản {decision.document_number}"))
        targets += [
            (f"d{each.pk}", f"{each.sent_on:%d/%m/%Y} – gửi {each.get_party_display()}")
            for each in decision.deliveries.all()
        ]
    return targets


def _correct(form: ActForm, asking: Asking) -> object:
    answers = form.answers()
    target, void = answers["target"], answers["how"] == VOID
    common = {"reason": answers["reason"], "seen": answers["seen"], **asking.signed()}
    if void and not target.startswith("e") and target not in DATES_OF_DECISION:
        raise RefusedError("Việc này chỉ sửa lại được, không bỏ được.", field="how")
    if target == NUMBER:
        return correct_number(asking.decision, right=answers["right_number"], **common)
    if target.startswith("d"):
        delivery = asking.decision.deliveries.get(pk=int(target[1:]))
        days = {"sent_on": answers["happened_on"], "received_on": answers["sent_on"]}
        return correct_delivery(delivery, **days, **common)
    if not target.startswith("e"):
        right_on = None if void else answers["happened_on"]
        return correct_decision_date(asking.decision, target, right_on=right_on, **common)
    event = asking.case.events.get(pk=int(target[1:]))
    right = None
    if not void:
        right = Right(
            answers["happened_on"],
            answers["detail"] or event.detail,
            answers["right_number"] or event.document_number,
            answers["sent_on"] or event.sent_on,
        )
    return correct_event(event, right=right, document_number=answers["document_number"], **common)


ACT_PAGES: dict[Page, ActPage] = {
    Page.EVENT: ActPage(_event, _record_event),
    Page.VERIFIER: ActPage(_verifier, _assign),
    Page.JOINDER: ActPage(_joinder, _join),
    Page.RECLASSIFICATION: ActPage(_reclassification, _reclassify),
    Page.CORRECTION: ActPage(_correction, _correct),
    Page.DECISION: ActPage(_decision, _decide),
    Page.DELIVERY: ActPage(_delivery, _deliver),
    Page.DECISION_DATE: ActPage(_date, _record_date),
    Page.ENFORCEMENT: ActPage(_enforcement, _enforce),
    Page.CHECKLIST: ActPage(_checklist, _sign_off),
    Page.REVIEW: ActPage(_event, _review),
}
