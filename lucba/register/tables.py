"""Which table and column of the database holds each cell of the workbook: storing and exporting go by this.

A path such as `visit__code` is a reference: the cell holds the code, the row the foreign key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Q

from complaints.models import Case, CaseEvent, Decision, Enforcement
from complaints.workflow import REGISTER_EVENTS
from lucba.office.models import (
    Dissemination,
    Hamlet,
    Inspection,
    InspectionFollowUp,
    ManagementDocument,
    StaffTerm,
    TrainingAttendance,
    TrainingClass,
    TrainingList,
)
from lucba.register.format import BY_NAME, Sheet, Type
from reception.models import Petition, PetitionReply, ReceptionSession, Visit


@dataclass(frozen=True)
class Table:
    """The model of one sheet, the path to its unit, and the path of each column that has another name."""

    sheet: Sheet
    model: type[models.Model]
    renamed: dict[str, str]
    unit: str = "unit"
    elsewhere: frozenset[str] = frozenset()  # columns kept in tables of their own
    rows: Q = field(default_factory=Q)  # which rows the workbook knows

    @cached_property
    def paths(self) -> dict[str, str]:
        """Return the path of each column, in the order of the sheet."""
        return {
            column.key: self.renamed.get(column.key, column.key)
            for column in self.sheet.columns
            if column.key not in self.elsewhere
        }

    @cached_property
    def plan(self) -> tuple[tuple[str, str, str, bool], ...]:
        """Return each column: its key, attribute, the sheet it refers to, whether it is text."""
        return tuple(self._step(key, path) for key, path in self.paths.items())

    def _step(self, key: str, path: str) -> tuple[str, str, str, bool]:
        column = self.sheet.by_key[key]
        field, _, is_reference = path.partition("__")
        if is_reference:
            return key, f"{field}_id", column.target or self.sheet.name, False
        return key, field, "", column.type in (Type.TEXT, Type.CODE)

    @cached_property
    def has_code(self) -> bool:
        """Whether rows have a code of their own, by which others refer to them."""
        return "code" in self.paths.values()

    @cached_property
    def longest(self) -> dict[str, int]:
        """Return how many characters each text column holds."""
        fields = {key: _field(self.model, path) for key, path in self.paths.items()}
        limits = {key: field.max_length for key, field in fields.items()}
        return {key: limit for key, limit in limits.items() if limit}


def _field(model: Any, path: str) -> Any:
    """Return the field at the end of `path`."""
    first, _, rest = path.partition("__")
    field = model._meta.get_field(first)
    return _field(field.related_model, rest) if rest else field


def _table(
    sheet: str,
    model: type[models.Model],
    *,
    unit: str = "unit",
    elsewhere: tuple[str, ...] = (),
    rows: Q | None = None,
    **renamed: str,
) -> tuple[str, Table]:
    return sheet, Table(BY_NAME[sheet], model, renamed, unit, frozenset(elsewhere), rows or Q())


TABLES: dict[str, Table] = dict(
    [
        _table("DON_VI", Hamlet, unit_code="code", unit_name="name", unit_kind="kind"),
        (
            "CAN_BO",
            Table(
                BY_NAME["CAN_BO"],
                StaffTerm,
                {"staff_code": "member__code", "from": "started_on", "to": "ended_on"},
                unit="member__unit",
            ),
        ),
        _table(
            "NGAY_TIEP",
            ReceptionSession,
            sitting_code="code",
            date="held_on",
            host="host__code",
            delegation_doc="delegation_document",
        ),
        _table("VU_VIEC", Case, case_code="code", respondent_role="respondent", unit_code="hamlet__code"),
        _table(
            "LUOT_TIEP",
            Visit,
            visit_code="code",
            sitting_code="session__code",
            unit_code="hamlet__code",
            reply_code="reply_outcome",
            elsewhere=("case_codes",),
        ),
        _table(
            "DON",
            Petition,
            petition_code="code",
            visit_code="visit__code",
            unit_code="hamlet__code",
            duplicate_of="duplicate_of__code",
            split_from="split_from__code",
            outcome_doc="outcome_document",
            reply_code="reply_outcome",
            elsewhere=("case_code",),
        ),
        _table(
            "DIEN_BIEN",
            CaseEvent,
            unit="case__unit",
            rows=Q(kind__in=REGISTER_EVENTS, superseded_by__isnull=True),
            case_code="case__code",
            date="happened_on",
            event="kind",
            doc_no="document_number",
        ),
        _table(
            "QUYET_DINH",
            Decision,
            decision_code="code",
            case_code="case__code",
            doc_no="document_number",
            signer="signer__code",
        ),
        _table(
            "THI_HANH",
            Enforcement,
            unit="decision__unit",
            decision_code="decision__code",
            date="done_on",
            doc_no="document_number",
        ),
        _table(
            "PHUC_DAP",
            PetitionReply,
            unit="petition__unit",
            petition_code="petition__code",
            doc_no="document_number",
        ),
        _table("TAP_HUAN", TrainingClass, class_code="code"),
        _table(
            "TAP_HUAN_NGUOI",
            TrainingAttendance,
            unit="training_class__unit",
            class_code="training_class__code",
            staff_code="member__code",
        ),
        _table("TUYEN_TRUYEN", Dissemination, date="held_on", unit_code="hamlet__code"),
        _table("DS_DAO_TAO", TrainingList, doc_no="document_number"),
        _table("VAN_BAN_QL", ManagementDocument, doc_no="document_number"),
        _table("THANH_TRA", Inspection, inspection_code="code", doc_no="document_number"),
        _table(
            "THANH_TRA_TH",
            InspectionFollowUp,
            unit="inspection__unit",
            inspection_code="inspection__code",
            date="done_on",
        ),
    ]
)
