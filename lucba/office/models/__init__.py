"""The tables of the office, one file per subject."""

from lucba.office.models.activities import (
    Dissemination,
    Inspection,
    InspectionFollowUp,
    ManagementDocument,
    TrainingAttendance,
    TrainingClass,
    TrainingList,
)
from lucba.office.models.calendar import AnnouncedDayRow, CalendarChange, MovedDeadline
from lucba.office.models.deadlines import DeadlineRow, DeadlineSubject
from lucba.office.models.desk import Reminder, SavedFilter
from lucba.office.models.ledger import AuditEntry, Job, Message, NumberSeries
from lucba.office.models.people import Official, StaffMember, StaffTerm
from lucba.office.models.units import BookQuerySet, Hamlet, Unit, UnitProfile

__all__ = [
    "AnnouncedDayRow",
    "AuditEntry",
    "BookQuerySet",
    "CalendarChange",
    "DeadlineRow",
    "DeadlineSubject",
    "Dissemination",
    "Hamlet",
    "Inspection",
    "InspectionFollowUp",
    "Job",
    "ManagementDocument",
    "Message",
    "MovedDeadline",
    "NumberSeries",
    "Official",
    "Reminder",
    "SavedFilter",
    "StaffMember",
    "StaffTerm",
    "TrainingAttendance",
    "TrainingClass",
    "TrainingList",
    "Unit",
    "UnitProfile",
]
