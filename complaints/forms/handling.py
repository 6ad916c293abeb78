"""The form that handles a petition: classify it, choose its outcome, and name or open its case."""

from __future__ import annotations

from typing import Any

from crispy_forms.bootstrap import StrictButton
from crispy_forms.layout import Fieldset, Layout

from complaints.envelope import disposal, ground_words, occasion_of, outcomes_of_leaders
from complaints.forms.handle_questions import FOREIGN, INELIGIBLE, MATTER, OWN, HandleQuestions
from complaints.models import Case
from lucba.office.choices import CodeField
from lucba.office.models import Official
from lucba.office.office_form import OfficeForm, only_when
from reception.models import Petition


class VisitCaseForm(OfficeForm):
    """Which case on file a visit concerned."""

    submit_word = "Gắn với vụ việc"

    case = CodeField(Case, label="Mã vụ việc", help_text="Ví dụ: KN-2026-00003.")

    def __init__(self, data: Any = None, *, official: Official, **options: Any) -> None:
        super().__init__(data, **options)
        case = self.fields["case"]
        case.required = True
        if isinstance(case, CodeField):
            case.look_in(official)


class HandleForm(HandleQuestions):
    """How a petition is handled: the answers for the action, and who decides."""

    def clean(self) -> dict[str, Any]:
        """Leave out where a petition goes, unless it is sent on."""
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("outcome") != Petition.Outcome.FORWARDED:
            answers |= {"receiving_unit": None, "crime_signs": False}
        if answers.get("crime_signs"):
            answers["receiving_unit"] = None
        return answers

    def needs_a_leader(self) -> bool:
        """Tell whether the valid answers are a leader's to decide."""
        answers = self.handling_answers()
        occasion = occasion_of(
            self.petition,
            answers["outcome"],
            reason=answers["ineligible_reason"],
            crime_signs=answers["crime_signs"],
        )
        return disposal(self.petition.kind, answers["outcome"], occasion).needs_a_leader

    def beside_the_point(self) -> tuple[str, ...]:
        """Return the questions whose answers will not be used: those of a new case when none is opened."""
        eligible = self.cleaned_data["classification"] != INELIGIBLE
        if eligible:
            unused = ("ineligible_ground", "ineligible_reason")
            return (*unused, *MATTER) if self.cleaned_data["case"] else unused
        return ("case", *MATTER)

    def handling_answers(self) -> dict[str, Any]:
        """Return the answers about the petition itself."""
        answers = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in MATTER and name not in ("note", "ineligible_ground", "receiving_unit")
        }
        answers["eligible"] = answers.pop("classification") != INELIGIBLE
        answers["receiver"] = self.cleaned_data["receiving_unit"]
        answers["ineligible_reason"] = ground_words(
            self.cleaned_data["ineligible_ground"], answers["ineligible_reason"]
        )
        return answers

    def matter_answers(self) -> dict[str, Any] | None:
        """Return the facts of the case to open, None when none is to be opened."""
        answers = self.cleaned_data
        if answers["case"] or answers["classification"] == INELIGIBLE:
            return None
        facts = {name: answers[name] for name in MATTER if name in answers}
        facts["summary"] = facts.pop("case_summary")
        facts["obstacle_days"] = facts.get("obstacle_days") or 0
        receiver = answers["receiving_unit"]
        if receiver and not facts["competent_body"]:
            facts["competent_body"] = receiver.name
        return {**facts, "competent": answers["classification"] == OWN}

    def buttons(self) -> list[Any]:
        """Return the usual button; a clerk gets another one while a leader's outcome is chosen."""
        if not self.proposes:
            return list(super().buttons())
        leaders = outcomes_of_leaders(self.petition)
        own = ["", *(each for each in Petition.Outcome.values if each not in leaders)]
        propose = StrictButton("Trình phê duyệt", type="submit", css_class="btn-primary")
        return [
            only_when(f"outcome={'|'.join(own)}", *super().buttons()),
            only_when(f"outcome={'|'.join(leaders)}", propose),
        ]

    def layout(self) -> Layout:
        """Return the petition first, then its case when it has one."""
        asked = [name for name in MATTER if name in self.fields and name != "competent_body"]
        eligible = f"classification={OWN}|{FOREIGN}"
        sent_on = f"classification={FOREIGN}&outcome={Petition.Outcome.FORWARDED.value}"
        return Layout(
            "processed_on",
            "classification",
            "outcome",
            only_when(sent_on, "crime_signs", "receiving_unit"),
            "outcome_document",
            only_when(f"classification={INELIGIBLE}", "ineligible_ground", "ineligible_reason"),
            only_when(eligible, "case"),
            only_when(
                f"{eligible}&case=",
                Fieldset("Vụ việc mới", only_when(f"classification={FOREIGN}", "competent_body"), *asked),
            ),
            *self._note(),
        )

    def _note(self) -> list[Any]:
        """Return the question for who proposes, shown while a leader's outcome is chosen."""
        leaders = "|".join(outcomes_of_leaders(self.petition))
        return [only_when(f"outcome={leaders}", "note")] if self.proposes else []
