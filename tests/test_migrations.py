"""An installation that is updated keeps what it stored."""

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

OLD = [("reception", "0001_sessions_visits_petitions"), ("complaints", "0001_cases")]
COMMON = {"unit_id": 1, "calendar_version": "2027-12345678", "legal_basis": "Luật"}


@pytest.fixture
def old_apps(transactional_db):
    """Take the rooms back to their first tables, and forward again in the end."""
    MigrationExecutor(connection).migrate(OLD)
    yield MigrationExecutor(connection).loader.project_state(OLD).apps
    forward()


def forward():
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    return executor.loader.project_state(executor.loader.graph.leaf_nodes()).apps


def test_deadlines_stored_before_rules_were_kept_learn_by_which_rule_they_were_counted(old_apps):
    unit = old_apps.get_model("office", "Unit").objects.create(
        code="LUC-BA", name="UBND xã Lục Ba", level="xa"
    )
    case = old_apps.get_model("complaints", "Case").objects.create(
        unit=unit, code="V1", kind="KN", competent=True, accepted_on=date(2026, 7, 6)
    )
    old_apps.get_model("complaints", "CaseDeadline").objects.create(
        **{**COMMON, "unit_id": unit.pk},
        case=case,
        step="KN.RESOLVE",
        start=date(2026, 7, 6),
        raw_end=date(2026, 9, 18),
        due_on=date(2026, 9, 18),
        act_by=date(2026, 9, 18),
        explanation=[
            "Tạm đình chỉ từ ngày 16/07/2026 đến ngày 14/08/2026: 29 ngày không tính vào thời hạn.",
            "Bắt đầu từ ngày 06/07/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
            "Thời hạn: chậm nhất 45 ngày (vụ việc phức tạp).",
            "Ngày cuối: 18/09/2026.",
        ],
    )
    petition = old_apps.get_model("reception", "Petition").objects.create(
        unit=unit,
        code="D1",
        received_on=date(2026, 7, 1),
        source="buu_chinh",
        signer_kind="mot_nguoi",
        kind="KN",
    )
    old_apps.get_model("reception", "IntakeDeadline").objects.create(
        **{**COMMON, "unit_id": unit.pk},
        petition=petition,
        step="KN.ACCEPT",
        start=date(2026, 7, 1),
        raw_end=date(2026, 7, 10),
        due_on=date(2026, 7, 10),
        act_by=date(2026, 7, 10),
        explanation=["Bắt đầu từ ngày 01/07/2026.", "Thời hạn: chậm nhất 7 ngày làm việc."],
    )
    forward()
    from complaints.models import CaseDeadline
    from lucba.law.working_days import WorkingCalendar
    from reception.models import IntakeDeadline

    resolution, acceptance = CaseDeadline.objects.get(), IntakeDeadline.objects.get()
    assert (resolution.paused_days, len(resolution.course)) == (29, 1)
    for kept in (resolution, acceptance):
        assert kept.counted_on(WorkingCalendar()).due_on == kept.due_on
    assert "Tạm đình chỉ từ ngày 16/07/2026" in resolution.explanation(WorkingCalendar())[0]
