"""Measure a notice of days off on many running deadlines: `python deploy/bench_recount.py [deadlines]`.

Fills the empty database that DATABASE_URL names (SQLite in a scratch folder by default) with petitions and
accepted cases received day by day, then previews and applies a notice that moves most of their deadlines.
"""

import os
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEADLINES = 100_000
FIRST_DAY, DAYS = date(2026, 3, 2), 8
DAYS_OFF = (date(2026, 3, 12), *(date(2026, 4, day) for day in (1, 2, 3, 6, 7, 8)))  # each clock has one


def fill(deadlines: int) -> None:
    """Store petitions with two acceptance clocks each and cases with one clock of resolution each."""
    from complaints.models import Case, CaseDeadline
    from lucba.law.complexity import Procedure
    from lucba.law.resolution import AcceptedMatter, resolution_deadline
    from lucba.office.calendar import working_calendar
    from lucba.office.models import Unit
    from reception.intake import petition_deadlines
    from reception.models import IntakeDeadline, Petition

    unit = Unit.objects.create(code="BENCH", name="UBND xã", level="xa")
    calendar, count = working_calendar(), deadlines // 3
    days = [FIRST_DAY + timedelta(days=number % DAYS) for number in range(count)]
    common = {"unit": unit, "source": "buu_chinh", "signer_kind": "mot_nguoi", "kind": "KN", "summary": "Đất"}
    petitions = Petition.objects.bulk_create(
        [Petition(code=f"D{n}", received_on=day, signer_name="An", **common) for n, day in enumerate(days)],
        batch_size=2000,
    )
    clocks = (petition_deadlines(each, acceptance_met_on=None, calendar=calendar) for each in petitions)
    IntakeDeadline.objects.bulk_create([row for rows in clocks for row in rows], batch_size=2000)
    cases = Case.objects.bulk_create(
        [Case(unit=unit, code=f"V{n}", kind="KN", competent=True, accepted_on=d) for n, d in enumerate(days)],
        batch_size=2000,
    )
    matters = {day: AcceptedMatter(Procedure.COMPLAINT, day) for day in days}
    clock = {
        day: resolution_deadline(matter, [], until=day, calendar=calendar) for day, matter in matters.items()
    }
    CaseDeadline.objects.bulk_create(
        [
            CaseDeadline(unit=unit, case=case, **CaseDeadline.values_of(clock[case.accepted_on]))
            for case in cases
        ],
        batch_size=2000,
    )


def measure(deadlines: int) -> None:
    """Print how long filling, the preview and the change take."""
    from django.utils import timezone

    from lucba.office.day_notices import apply_change, days_of, plan_change, planned_calendar
    from lucba.office.models import AnnouncedDayRow, Job, Official, Unit
    from lucba.office.recount import preview

    fill(deadlines)
    by = Official.objects.create(username="bench", full_name="Quản trị", unit=Unit.objects.get())
    change = plan_change(
        notice="Thông báo thử",
        announced_on=FIRST_DAY,
        days=[AnnouncedDayRow(day=day, kind=AnnouncedDayRow.Kind.OFF, reason="nghỉ") for day in DAYS_OFF],
        by=by,
        today=date(2026, 5, 1),
    )
    started = time.perf_counter()
    found = preview(days_of(change), planned_calendar(change))
    print(f"xem trước {time.perf_counter() - started:7.1f} s; {found.recounted} thời hạn, {found.moved} đổi")
    change.job = Job.objects.create(kind=Job.Kind.RECOUNT_DEADLINES, unit=by.unit)
    change.save()
    started = time.perf_counter()
    apply_change(change.job.pk, at=timezone.now())
    print(f"áp dụng   {time.perf_counter() - started:7.1f} s")


def main() -> None:
    deadlines = int(sys.argv[1]) if len(sys.argv) > 1 else DEADLINES
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
        os.environ.setdefault("LUCBA_VAR", folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lucba.settings")
        sys.path.insert(0, str(ROOT))
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        measure(deadlines)


if __name__ == "__main__":
    main()
