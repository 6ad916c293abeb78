"""Numbers without gaps or doubles: taken inside the transaction that uses them, given back if it fails."""

from __future__ import annotations

from typing import TypeVar

from django.db import models, transaction
from django.db.models.functions import Length

from lucba.office.models import NumberSeries, Unit

Coded = TypeVar("Coded", bound=models.Model)


def take_number(unit: Unit, series: str, *, year: int, at_least: int = 1) -> int:
    """Return the next number of `series` of `unit` in `year`, not below `at_least`.

    Must run inside a transaction: the row lock holds a second clerk back until this one's row is stored.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("take_number needs a transaction")
    NumberSeries.objects.get_or_create(unit=unit, series=series, year=year)
    row = NumberSeries.objects.select_for_update().get(unit=unit, series=series, year=year)
    row.last = max(row.last + 1, at_least)
    row.save(update_fields=["last"])
    return row.last


def take_code(model: type[Coded], unit: Unit, prefix: str, *, year: int, width: int) -> str:
    """Return the next code such as D2026-00012 of `model` in `unit`, after those the imported books hold."""
    stem = f"{prefix}{year}-"
    NumberSeries.objects.get_or_create(unit=unit, series=stem, year=year)
    NumberSeries.objects.select_for_update().get(unit=unit, series=stem, year=year)
    number = take_number(unit, stem, year=year, at_least=_highest(model, unit, stem, width) + 1)
    return f"{stem}{number:0{width}d}"


def _highest(model: type[Coded], unit: Unit, stem: str, width: int) -> int:
    """Return the highest number among the codes that have this stem and width, 0 when there is none."""
    codes = model._default_manager.filter(unit=unit, code__regex=rf"^{stem}[0-9]{{{width},}}$")
    last = codes.order_by(Length("code").desc(), "-code").values_list("code", flat=True).first()
    return int(last.removeprefix(stem)) if last else 0
