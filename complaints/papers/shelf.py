"""All forms of petitions and cases in one place, and which of them documents which act of the procedure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from complaints.models import Case
from complaints.papers import (
    after_conclusion,
    circular_05,
    decree_31,
    decree_124,
    decree_124_verification,
    decree_155,
    general,
    protection,
    usual_of_complaints,
    usual_of_denunciations,
)
from complaints.papers.acts import OF_ACT, OF_OUTCOME
from lucba.office.errors import RefusedError
from lucba.papers.official_form import OfficialForm, form_on
from reception.models import ContentKind, Petition

Shelf = list[tuple[str, list[OfficialForm]]]
OF_COMPLAINTS = (
    *decree_124.FORMS,
    *decree_124_verification.FORMS,
    *decree_155.FORMS,
    *usual_of_complaints.FORMS,
)
OF_DENUNCIATIONS = (
    *decree_31.FORMS,
    *usual_of_denunciations.FORMS,
    *after_conclusion.FORMS,
    *protection.FORMS,
)
FORMS: tuple[OfficialForm, ...] = (
    *OF_COMPLAINTS,
    *OF_DENUNCIATIONS,
    *circular_05.FORMS,
    *general.FORMS,
)
_OF_KIND: dict[str, tuple[OfficialForm, ...]] = {
    ContentKind.COMPLAINT: OF_COMPLAINTS,
    ContentKind.DENUNCIATION: (*OF_DENUNCIATIONS, usual_of_complaints.HANDOVER),
    ContentKind.RECOMMENDATION: (*general.OF_RECOMMENDATIONS, usual_of_complaints.HANDOVER),
}
_NOT_FOR_DENOUNCERS = (
    circular_05.GUIDANCE,
    circular_05.RETURN,
    circular_05.INELIGIBLE,
    circular_05.FORWARDED_RECOMMENDATION,
    circular_05.MIXED,
)
_FOR_DENOUNCERS = (circular_05.FORWARDED_DENUNCIATION, circular_05.DENOUNCER_TOLD_OF_FORWARDING)


def form_of(code: str, *, on: date) -> OfficialForm:
    """Return the version of the form `code` for the day `on`. Raises RefusedError when there is none."""
    form = form_on(FORMS, code, on=on)
    if form is None:
        raise RefusedError(f"Ngày {on:%d/%m/%Y} không dùng biểu mẫu “{code[:30]}”.")
    return form


def forms_of_act(kind: str, act: str, *, on: date) -> list[OfficialForm]:
    """Return the forms in force on the day `on` that document the act of a case of `kind`."""
    return _by_code(OF_ACT.get((kind, act), ()), on=on)


def forms_for_case(case: Case, *, on: date) -> Shelf:
    """Return what may be drafted for a case on the day `on`, under headings, its own kind first."""
    return _shelf(
        ("Theo trình tự giải quyết", _OF_KIND[case.kind]),
        ("Xử lý đơn", _of_petitions(case.kind)),
        ("Văn bản khác", general.OF_ANY_MATTER),
        on=on,
    )


def forms_for_petition(petition: Petition, *, on: date) -> Shelf:
    """Return what may be drafted for a petition on the day `on`: what its outcome asks for first."""
    fitting = _by_code(OF_OUTCOME.get((petition.kind, petition.outcome), ()), on=on)
    rest = [form for form in _of_petitions(petition.kind) if form not in fitting]
    letters = (general.LETTER, general.NOTICE, general.INVITATION, general.RECORD)
    return _shelf(
        (f"Hướng xử lý: {petition.get_outcome_display()}", fitting),
        ("Xử lý đơn", rest),
        ("Văn bản khác", letters),
        on=on,
    )


def _of_petitions(kind: str) -> list[OfficialForm]:
    """Return the forms of petition handling for a kind: a denouncer is told otherwise than others."""
    other = _NOT_FOR_DENOUNCERS if kind == ContentKind.DENUNCIATION else _FOR_DENOUNCERS
    return [form for form in circular_05.FORMS if form not in other]


def _shelf(*parts: tuple[str, Iterable[OfficialForm]], on: date) -> Shelf:
    """Return the parts that hold a form in force on the day `on`."""
    kept = [(heading, [form for form in forms if form.is_in_force(on=on)]) for heading, forms in parts]
    return [(heading, forms) for heading, forms in kept if forms]


def _by_code(codes: Iterable[str], *, on: date) -> list[OfficialForm]:
    found = (form_on(FORMS, code, on=on) for code in codes)
    return [form for form in found if form is not None]
