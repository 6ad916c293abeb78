"""Insert many rows at once, several times faster than `bulk_create`: first books may be 500,000 rows.

Only for the register's own models on SQLite and PostgreSQL, inside a transaction, for rows that were checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connection, models
from django.utils import timezone
from psycopg2.extras import execute_values  # type: ignore[import-untyped]  # it has no types

BATCH = 1000
CONVERTED = (models.DateField, models.DecimalField, models.JSONField)  # others go to the database as they are

T = TypeVar("T")
Record = TypeVar("Record", bound=models.Model)


def reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """Return `count` primary keys nobody else gets; on SQLite the transaction's write lock sees to that."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [f'"{table}"', "id", count],
            )
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        (last,) = cursor.fetchone() or (0,)
        return range(last + 1, last + count + 1)


def insert(records: Iterable[Record]) -> None:
    """Insert `records` batch by batch; those without a primary key get one."""
    for batch in batches(records):
        _insert_batch(batch)


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield `items` in lists of BATCH."""
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _insert_batch(records: list[Record]) -> None:
    model = type(records[0])
    if records[0].pk is None:
        for record, number in zip(records, reserve(model, len(records)), strict=True):
            record.pk = number
    fields = model._meta.concrete_fields
    rows = list(zip(*(_values(field, records) for field in fields), strict=True))
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES "  # noqa: S608  names of ours
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            execute_values(cursor, f"{statement}%s", rows, page_size=BATCH)
        else:
            cursor.executemany(f"{statement}({', '.join(['%s'] * len(fields))})", rows)


def _values(field: models.Field[Any, Any], records: Sequence[models.Model]) -> list[Any]:
    """Return the column of `field` as the database takes it."""
    if getattr(field, "auto_now_add", False):
        return [field.get_db_prep_save(timezone.now(), connection)] * len(records)
    values = list(map(attrgetter(field.attname), records))
    if not isinstance(field, CONVERTED):
        return values
    if isinstance(field, models.JSONField):
        return [field.get_db_prep_save(value, connection) for value in values]
    converted = {value: field.get_db_prep_save(value, connection) for value in set(values)}
    return [converted[value] for value in values]
