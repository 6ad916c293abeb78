"""What happens by itself: drafts at night, prints in the background, reminders in the morning."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from lucba.law.working_days import WorkingCalendar
from lucba.office import jobs
from lucba.office.models import Job
from reports.actions import return_report
from reports.models import MonthlyReport, ReportEvent
from reports.queries.due import months_owed, months_to_build
from reports.reminders import is_reminder_day, remind
from reports.tasks import build_due_reports, remind_of_reports
from tests.building import TODAY, chairman_of, make_official, make_petition
from tests.reports.offices import CALENDAR, build, make_reviewed, make_sent, make_signed, work_off_jobs

Status = MonthlyReport.Status


@pytest.fixture
def clock(monkeypatch):
    """Let the tasks and jobs of a test happen on the day given."""

    def set_to(day):
        monkeypatch.setattr(timezone, "localdate", lambda *_, **__: day)

    return set_to


@pytest.fixture
def commune(commune):
    """The commune reports on the system from January 2026 on."""
    commune.reports_from = date(2026, 1, 1)
    commune.save()
    chairman_of(commune)
    return commune


def built_months():
    reports = MonthlyReport.objects.filter(unit__code="LUC-BA").order_by("year", "month")
    return list(reports.values_list("year", "month"))


def test_on_the_first_the_draft_of_the_month_that_ended_is_built(commune, clock):
    clock(date(2026, 2, 28))
    build_due_reports()
    work_off_jobs()
    assert built_months() == [(2026, 1)]
    clock(date(2026, 3, 1))
    build_due_reports()
    work_off_jobs()
    assert built_months() == [(2026, 1), (2026, 2)]
    assert MonthlyReport.objects.filter(unit=commune).last().events.get().by is None


def test_the_draft_is_brought_up_to_date_every_night_until_it_is_signed(commune, clock):
    clock(TODAY)
    make_sent(commune, year=2026, month=1)
    Job.objects.all().delete()
    build(commune)
    make_petition(commune, date(2026, 2, 20))
    build_due_reports()
    work_off_jobs()
    assert MonthlyReport.objects.get(unit=commune, month=2).figures["summary"]["received"] == 1
    make_signed(commune)
    assert months_to_build(commune, today=TODAY) == []


def test_a_month_that_was_missed_is_made_up_for_but_none_before_the_books(commune, clock):
    assert months_owed(commune, today=date(2026, 4, 2)) == [(2026, 1), (2026, 2), (2026, 3)]
    commune.books_from = date(2026, 2, 15)
    assert months_owed(commune, today=date(2026, 4, 2)) == [(2026, 2), (2026, 3)]


def test_a_unit_that_does_not_say_from_when_it_reports_here_owes_the_last_month_only(commune):
    commune.reports_from = None
    assert months_owed(commune, today=date(2026, 4, 2)) == [(2026, 3)]


def test_with_months_cut_on_the_14th_the_draft_comes_on_the_15th(commune):
    commune.profiles.update(period_preset="15-14")
    assert months_owed(commune, today=date(2026, 3, 14))[-1] == (2026, 2)
    assert months_owed(commune, today=date(2026, 3, 15))[-1] == (2026, 3)


def test_each_office_gets_one_job_and_one_that_fails_does_not_stop_the_others(commune, neighbour, clock):
    clock(date(2026, 3, 1))
    neighbour.profiles.all().delete()
    build_due_reports()
    build_due_reports()
    assert Job.objects.filter(unit__in=[commune, neighbour]).count() == 2
    broken = Job.objects.get(unit=neighbour)
    broken.payload = {"what": "build", "year": 1900, "month": 1}
    broken.save()
    work_off_jobs()
    assert Job.objects.get(unit=neighbour).state == Job.State.REFUSED
    assert Job.objects.get(unit=commune).state == Job.State.DONE
    assert (2026, 2) in built_months()


def test_inspectorates_and_bodies_without_books_are_not_asked_for_reports(commune, inspectorate, clock):
    clock(date(2026, 3, 1))
    build_due_reports()
    assert set(Job.objects.values_list("unit__code", flat=True)) <= {"LUC-BA", "DAI-TU"}


def test_a_job_whose_worker_was_killed_is_done_by_another(commune, clock, settings):
    clock(date(2026, 3, 1))
    job = jobs.enqueue(
        Job.Kind.BUILD_REPORT,
        unit=commune,
        by=None,
        payload={"what": "build", "year": 2026, "month": 2},
    )
    long_ago = timezone.now() - timedelta(hours=1)
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, beat_at=long_ago, attempts=1)
    assert job.pk in jobs.waiting_or_broken_off(now=timezone.now())
    jobs.run(job.pk)
    jobs.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (Job.State.DONE, 2)
    assert built_months() == [(2026, 2)]


def test_a_refused_job_tells_the_person_why(commune, clerk, clock):
    clock(TODAY)
    make_sent(commune)
    Job.objects.all().delete()
    job = jobs.enqueue(
        Job.Kind.BUILD_REPORT,
        unit=commune,
        by=clerk,
        payload={"what": "build", "year": 2026, "month": 2},
    )
    work_off_jobs()
    job.refresh_from_db()
    assert "không lập lại số liệu được" in job.result["error"]


@pytest.mark.parametrize(
    ("due_on", "day", "reminded"),
    [
        (date(2026, 3, 12), date(2026, 3, 6), True),  # 7 March is a Saturday
        (date(2026, 3, 12), date(2026, 3, 7), False),
        (date(2026, 3, 12), date(2026, 3, 9), False),
        (date(2026, 3, 12), date(2026, 3, 10), True),
        (date(2026, 3, 12), date(2026, 3, 12), True),
        (date(2026, 3, 12), date(2026, 3, 13), True),  # late: every working day
        (date(2026, 3, 12), date(2026, 3, 14), False),
        (date(2026, 4, 12), date(2026, 4, 10), True),  # 12 April is a Sunday
        (date(2026, 4, 12), date(2026, 4, 12), False),
        (date(2026, 4, 12), date(2026, 4, 13), True),
    ],
)
def test_the_office_is_reminded_on_the_7th_10th_and_12th_or_the_working_day_before(due_on, day, reminded):
    assert is_reminder_day(due_on, today=day, calendar=WorkingCalendar()) is reminded


def test_a_report_is_reminded_of_once_a_day_and_marked_late_after_the_12th(commune, clock):
    clock(TODAY)
    make_sent(commune, year=2026, month=1)
    report = build(commune)
    for _ in range(2):
        remind_of_reports()
    clock(date(2026, 3, 16))
    remind_of_reports()
    notes = list(report.events.filter(kind=ReportEvent.Kind.REMINDED).values_list("on", "note"))
    assert [day for day, _ in notes] == [TODAY, date(2026, 3, 16)]
    assert "hạn gửi 12/03/2026" in notes[0][1]
    assert "đã quá hạn 4 ngày" in notes[1][1]


def test_a_sent_report_and_a_month_still_running_are_not_reminded_of(commune, clock):
    clock(TODAY)
    make_sent(commune)
    make_sent(commune, year=2026, month=1)
    build(commune, 2026, 3)
    assert remind(commune, today=TODAY, calendar=CALENDAR) == 0


def test_a_returned_report_is_reminded_of_again(commune, inspector, clock):
    clock(TODAY)
    report = make_sent(commune)
    return_report(report, reason="Thiếu biểu", by=inspector, today=TODAY)
    assert remind(commune, today=date(2026, 3, 13), calendar=CALENDAR) == 1


def test_those_of_the_office_who_have_an_address_get_one_letter(commune, clock):
    make_official(commune, full_name="Nguyễn Thị Vân", email="van@lucba.example.vn")
    make_official(commune, "officer", email="nam@lucba.example.vn")
    make_official(commune, email="nghi@lucba.example.vn", is_active=False)
    make_reviewed(commune)
    build(commune, 2026, 1)
    remind(commune, today=TODAY, calendar=CALENDAR)
    (letter,) = mail.outbox
    assert letter.to == ["van@lucba.example.vn"]
    assert "Báo cáo tháng 01/2026" in letter.body
    assert "Báo cáo tháng 02/2026" in letter.body
    assert "đã rà soát" in letter.body


def test_a_mail_server_that_is_down_does_not_stop_the_reminder(commune, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    make_official(commune, email="van@lucba.example.vn")
    build(commune)
    assert remind(commune, today=TODAY, calendar=CALENDAR) == 1
