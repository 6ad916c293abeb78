"""What a person may choose from: the hamlets on the list and the staff in post on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Prefetch, Q

from lucba.office.models import Hamlet, Official, StaffMember, StaffTerm, Unit

if TYPE_CHECKING:
    RowField = forms.ModelChoiceField[Any]
else:
    RowField = forms.ModelChoiceField  # generic for the type checker only

Choices = list[tuple[str, Any]]
BLANK = ("", "— chọn —")


def with_blank(choices: Iterable[tuple[str, Any]], blank: str = "— chọn —") -> Choices:
    """Return `choices` after an empty one."""
    return [("", blank), *choices]


def hamlets_on_the_list(unit: Unit, *, on: date) -> Any:
    """Return the hamlets and attached bodies of `unit` on its list on the day `on`."""
    listed = Q(listed_to__isnull=True) | Q(listed_to__gte=on)
    return Hamlet.objects.filter(listed, unit=unit, listed_from__lte=on)


def staff_in_post(unit: Unit, *, on: date, roles: Iterable[str] = ()) -> Any:
    """Return the staff of `unit` in post on the day `on`, each with the term of that day as `terms_that_day`.

    Only those whose role that day is one of `roles`, when given.
    """
    terms = StaffTerm.objects.in_post(on=on)
    if roles:
        terms = terms.filter(role__in=roles)
    return (
        StaffMember.objects.filter(unit=unit, terms__in=terms)
        .distinct()
        .prefetch_related(Prefetch("terms", queryset=terms, to_attr="terms_that_day"))
    )


class HamletField(RowField):
    """One of the hamlets of the office, or none."""

    default_error_messages = {"invalid_choice": "Hãy chọn trong danh sách."}

    def __init__(self, *, label: str = "Xóm", **options: Any) -> None:
        super().__init__(
            Hamlet.objects.none(),
            label=label,
            required=False,
            empty_label="— không rõ, nơi khác —",
            **options,
        )

    def offer(self, unit: Unit, *, on: date) -> None:
        """Offer the hamlets of `unit` listed on the day `on`."""
        self.queryset = hamlets_on_the_list(unit, on=on)


class StaffField(RowField):
    """A person of the office, shown with name and position of the day."""

    def __init__(self, *, label: str, **options: Any) -> None:
        super().__init__(StaffMember.objects.none(), label=label, empty_label="— chọn —", **options)
        self.error_messages["invalid_choice"] = "Người này không có trong danh sách cán bộ của ngày đã ghi."

    def offer(self, unit: Unit, *, on: date, roles: Iterable[str] = ()) -> None:
        """Offer the staff of `unit` in post on the day `on`, only those of `roles` when given."""
        self.queryset = staff_in_post(unit, on=on, roles=list(roles))

    def label_from_instance(self, obj: Any) -> str:
        """Return name and position in the term of that day."""
        return str(next(iter(getattr(obj, "terms_that_day", [])), obj))


class CodeField(forms.CharField):
    """A row of the books named by its code; the official finds only rows he may see."""

    def __init__(self, model: Any, **options: Any) -> None:
        super().__init__(max_length=40, required=False, **options)
        self.model = model
        self.rows = model.objects.none()

    def look_in(self, official: Official) -> None:
        """Look codes up among the rows `official` may see."""
        self.rows = self.model.objects.visible_to(official)

    def clean(self, value: Any) -> Any:
        """Return the row, None for an empty box. Raises ValidationError for a code not in the books."""
        code = super().clean(value)
        if not code:
            return None
        row = self.rows.filter(code__iexact=code).first()
        if row is None:
            name = self.model._meta.verbose_name
            raise forms.ValidationError(f"Không có {name} nào mang mã “{code}” trong sổ.")
        return row

    def prepare_value(self, value: Any) -> Any:
        """Show the code of a row given as initial value."""
        return getattr(value, "code", value)
