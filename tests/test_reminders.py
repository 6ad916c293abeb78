"""The daily digest: who is told of what, once at each level, never a name."""

from datetime import date, datetime
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from complaints.models import Case
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Message, Official, Reminder
from lucba.reminders import new_items, remind
from reports.tasks import remind_of_duties
from tests.building import happen, make_accepted_case, make_case, make_petition, make_session, make_visit

CALENDAR = WorkingCalendar()
ACCEPTED = date(2026, 2, 13)  # a Friday; thirty days later is Sunday 15/03/2026
THURSDAY, FRIDAY, NEXT_DAY = date(2026, 3, 12), date(2026, 3, 13), date(2026, 3, 17)
DENOUNCER = "Trịnh Bí Mật"


@pytest.fixture
def case(commune, officer):
    """A complaint given to the officer, due on Monday 16/03/2026."""
    case = make_accepted_case(make_petition(commune, ACCEPTED))
    Case.objects.filter(pk=case.pk).update(verifier=officer)
    case.refresh_from_db()
    assert case.due_on == date(2026, 3, 16)
    return case


def told(official, today):
    """Send the digest of a day; return what it named as (step, level)."""
    before = set(Reminder.objects.filter(official=official).values_list("pk", flat=True))
    remind(official, today=today, calendar=CALENDAR)
    new = Reminder.objects.filter(official=official).exclude(pk__in=before)
    return sorted((each.key.split()[-2], each.level) for each in new)


def test_the_officer_is_told_when_it_draws_near_when_it_is_due_and_when_it_is_overdue(case, officer):
    assert told(officer, date(2026, 3, 9)) == []
    assert told(officer, date(2026, 3, 11)) == [("KN.RESOLVE", "sap-den-han")]
    assert told(officer, THURSDAY) == []
    assert told(officer, FRIDAY) == [("KN.RESOLVE", "den-han")]  # the last day that is surely in time
    assert told(officer, date(2026, 3, 16)) == []
    assert told(officer, NEXT_DAY) == [("KN.RESOLVE", "qua-han")]
    assert told(officer, date(2026, 3, 18)) == []
    words = [message.text for message in Message.objects.filter(official=officer).order_by("pk")]
    assert words == [
        "Nhắc việc ngày 11/03/2026: 1 việc sắp đến hạn.",
        "Nhắc việc ngày 13/03/2026: 1 việc đến hạn.",
        "Nhắc việc ngày 17/03/2026: 1 việc quá hạn.",
    ]


def test_a_second_run_the_same_day_sends_nothing(case, officer, commune):
    assert told(officer, THURSDAY)
    late = make_accepted_case(make_petition(commune, date(2026, 1, 5)))
    Case.objects.filter(pk=late.pk).update(verifier=officer)
    assert told(officer, THURSDAY) == []
    assert told(officer, FRIDAY) == [("KN.RESOLVE", "den-han"), ("KN.RESOLVE", "qua-han")]
    assert Message.objects.filter(official=officer).count() == 2


def test_a_day_without_a_run_is_caught_up_by_the_next(case, officer):
    assert told(officer, NEXT_DAY) == [("KN.RESOLVE", "qua-han")]


def test_a_clock_that_moved_is_told_of_anew(case, officer):
    assert told(officer, date(2026, 3, 11)) == [("KN.RESOLVE", "sap-den-han")]
    happen(case, "phuc_tap", THURSDAY, detail="nhieu_noi_dung", document_number="3/QĐ")
    assert told(officer, date(2026, 3, 16)) == []
    assert told(officer, date(2026, 3, 27)) == [("KN.RESOLVE", "sap-den-han")]


def test_each_gets_his_own_and_the_chairman_what_is_overdue_too(case, commune, clerk, chairman, officer):
    make_visit(make_session(commune, date(2026, 2, 26)))
    for person in (clerk, chairman, officer):
        remind(person, today=NEXT_DAY, calendar=CALENDAR)
    steps = {
        person: {each.key.split()[-2] for each in Reminder.objects.filter(official=person, level="qua-han")}
        for person in (clerk, chairman, officer)
    }
    assert steps[officer] == {"KN.RESOLVE"}
    assert "KN.RESOLVE" not in steps[clerk]
    assert steps[clerk] | {"KN.RESOLVE"} == steps[chairman]
    assert told(chairman, date(2026, 3, 18)) == []


def test_a_house_target_that_is_past_is_never_called_overdue(commune, chairman):
    make_accepted_case(make_petition(commune, date(2026, 1, 5), kind="KNPA"))
    assert "KNPA.RESOLVE" not in {step for step, _ in told(chairman, NEXT_DAY)}


def test_no_digest_when_nothing_is_new(commune, clerk):
    assert remind(clerk, today=THURSDAY, calendar=CALENDAR) == 0
    assert not Message.objects.exists()


def test_the_letter_names_code_step_day_and_page_but_no_person(commune, chairman, settings):
    settings.OFFICE_URL = "https://lucba.example.vn"
    Official.objects.filter(pk=chairman.pk).update(email="chutich@example.vn")
    chairman.refresh_from_db()
    make_case(make_petition(commune, kind="TC", signer_name=DENOUNCER, summary=f"{DENOUNCER} tố cáo"))
    late = make_accepted_case(make_petition(commune, date(2026, 1, 5), signer_name="Nguyễn Văn An"))
    remind(chairman, today=NEXT_DAY, calendar=CALENDAR)
    [letter] = mail.outbox
    assert letter.to == ["chutich@example.vn"]
    assert letter.subject.startswith("Nhắc việc ngày 17/03/2026: ")
    line = f"- Quá hạn: Vụ việc {late.code}, giải quyết khiếu nại lần đầu, hạn {late.due_on:%d/%m/%Y}."
    assert f"{line} https://lucba.example.vn/vu-viec/{late.pk}/" in letter.body
    assert DENOUNCER not in letter.body + letter.subject
    assert "Nguyễn Văn An" not in letter.body
    assert "https://lucba.example.vn/viec-can-lam/" in letter.body


def test_who_has_no_address_is_told_inside_the_system_only(case, officer):
    remind(officer, today=THURSDAY, calendar=CALENDAR)
    assert mail.outbox == []
    assert Message.objects.get(official=officer).path == "/viec-can-lam/"


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        ("2026-03-12T08:00+07:00", True),
        ("2026-03-12T20:00+07:00", False),  # a late start waits for the next morning
        ("2026-03-14T08:00+07:00", False),  # Saturday
    ],
)
def test_the_beat_reminds_on_working_days_in_working_hours(case, officer, monkeypatch, moment, sent):
    now = datetime.fromisoformat(moment)
    monkeypatch.setattr(timezone, "localtime", lambda *_: now)
    monkeypatch.setattr(timezone, "localdate", lambda *_, **__: now.date())
    remind_of_duties()
    assert Message.objects.filter(official=officer).exists() is sent


def test_the_command_shows_without_sending_and_then_sends(case, officer):
    shown = StringIO()
    call_command("send_reminders", "--on", "2026-03-12", "--dry-run", stdout=shown)
    assert f"{officer.username}: 1 việc\n  - Sắp đến hạn: Vụ việc {case.code}" in shown.getvalue()
    assert not Reminder.objects.exists()
    call_command("send_reminders", "--on", "2026-03-12", stdout=StringIO())
    assert Reminder.objects.filter(official=officer).count() == 1
    assert new_items(officer, today=THURSDAY, calendar=CALENDAR) == []


def test_the_command_says_when_a_day_is_off_or_cannot_be_read(db):
    said = StringIO()
    call_command("send_reminders", "--on", "2026-03-14", stdout=said)
    assert "ngày nghỉ" in said.getvalue()
    with pytest.raises(CommandError, match="không phải là ngày"):
        call_command("send_reminders", "--on", "14/3")
