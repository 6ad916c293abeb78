"""Builders for the tests of reports: a month with something in it, a report at any stage of its life.

TODAY of the shared builders is 12/03/2026: the report of February is due on that day.
"""

from datetime import date

from lucba.law.working_days import WorkingCalendar
from lucba.office import jobs
from lucba.office.models import Job
from reception.models import ReceptionSession
from reports.actions import build_report, review_report, send_report, sign_report, store_print
from reports.paper import report_document
from tests.building import TODAY, chairman_of, clerk_of, make_case, make_petition, make_session, make_visit

CALENDAR = WorkingCalendar()
FEBRUARY = (2026, 2)


def make_busy_february(unit):
    """Let the office have a February: two visits, one to the chairman, and two petitions, one left."""
    make_visit(make_session(unit, date(2026, 2, 4)), persons=2)
    periodic = ReceptionSession.Kind.PERIODIC
    chairmans_day = make_session(unit, date(2026, 2, 6), kind=periodic, announced_on=date(2026, 1, 30))
    make_visit(chairmans_day, "Lê Thị Bưởi", content_kind="KNPA")
    make_case(make_petition(unit, date(2026, 2, 5)))
    make_petition(unit, date(2026, 2, 26), kind="KNPA", signer_name="Hoàng Văn Cam")


def build(unit, year=2026, month=2, *, today=TODAY, **options):
    """Build the report of a month, of February 2026 unless another is named, in an office with its people."""
    chairman_of(unit)
    return build_report(unit, year, month, today=today, calendar=CALENDAR, **options)


def make_reviewed(unit, *, today=TODAY, **month):
    """Build a report and hand it in for signature."""
    return review_report(build(unit, today=today, **month), by=clerk_of(unit), today=today)


def make_signed(unit, *, signed_on=TODAY, by=None, number=None, **month):
    """Take a report to the chairman's signature."""
    return sign(make_reviewed(unit, today=signed_on, **month), signed_on=signed_on, by=by, number=number)


def sign(report, *, signed_on=TODAY, by=None, today=None, number=None):
    """Sign a reviewed report."""
    return sign_report(
        report,
        signed_on=signed_on,
        by=by or chairman_of(report.unit),
        today=today or signed_on,
        calendar=CALENDAR,
        number=number,
    )


def make_sent(unit, *, sent_on=TODAY, **signed):
    """Take a report to the desk of the body above: signed, printed, sent."""
    report = print_in_short(make_signed(unit, signed_on=sent_on, **signed))
    return send_report(report, by=clerk_of(unit), today=sent_on)


def print_in_short(report):
    """Keep a PDF of one line for the report: the worker's real one takes seconds and has its own tests."""
    paper = report_document(report, on=TODAY)
    pdf = f"%PDF-1.7 {report} {paper.number} {report.version} {report.figures}".encode()
    assert store_print(report, paper=paper, pdf=pdf, on=TODAY)
    report.refresh_from_db()
    return report


def work_off_jobs():
    """Do every waiting job here and now, as the worker does."""
    for pk in Job.objects.filter(state=Job.State.WAITING).order_by("pk").values_list("pk", flat=True):
        jobs.run(pk)
