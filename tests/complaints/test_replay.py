"""Books of whole offices: every event is a row of the procedure, a replay from nothing gives the same."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from complaints.actions.replay import replay_case
from complaints.course import acts_of, starting_status, unknown_acts
from complaints.models import Case
from complaints.progress import history_of
from lucba.register.actions import import_workbook

DATA = Path(__file__).parent.parent / "data"
READ_ON = date(2026, 11, 20)


@pytest.fixture(params=["luc-ba", "cap-huyen"])
def cases(request, db):
    path = DATA / f"{request.param}-2024-2026.xlsx"
    unit = import_workbook(path, unit=None, create_code=request.param, on=READ_ON).unit
    return Case.objects.filter(unit=unit).select_related("unit").order_by("pk")


def start_of(case, history):
    outcomes = {petition.outcome for petition in history.petitions if petition.outcome}
    return starting_status(case, is_check=outcomes == {"kiem_tra_quan_ly"})


def test_every_event_of_the_shared_books_is_a_row_of_the_procedure(cases):
    strange = {}
    for case in cases:
        history = history_of(case)
        acts = acts_of(case, history.events, history.decision, history.entries)
        lost = unknown_acts(case, acts, start=start_of(case, history))
        if lost:
            strange[case.code] = [(act.event, act.detail, f"{act.day}") for act in lost]
    assert strange == {}


def test_replaying_a_case_from_nothing_gives_its_present_state_and_clocks(cases):
    differing = [case.code for case in cases if replay_case(case, on=READ_ON, store=False)]
    assert cases.count() > 50
    assert differing == []


@pytest.mark.parametrize("cases", ["luc-ba"], indirect=True)
def test_a_case_out_of_step_with_its_history_is_found_and_put_right(cases, capsys):
    case = cases.filter(status="in-progress").first() or cases.filter(status="accepted").first()
    Case.objects.filter(pk=case.pk).update(status="waiting", due_on=None)
    case.deadlines.all().delete()
    with pytest.raises(CommandError, match=case.code):
        call_command("replay_cases", "--check")
    call_command("replay_cases", "--unit", case.unit.code)
    assert "1 vụ việc khác với diễn biến, đã ghi lại" in capsys.readouterr().out
    stored = (case.status, case.due_on)
    case.refresh_from_db()
    assert (case.status, case.due_on) == stored
    assert case.deadlines.exists()
    call_command("replay_cases", "--check")
