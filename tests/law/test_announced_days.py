"""The official notices this version was released with, day by day."""

import runpy
from datetime import date

from lucba.law import announced_days
from tests.law.notices import ALL_OFF, ALL_WORK

TET, NATIONAL_DAY, SWAP = "Tết Nguyên đán", "Quốc khánh", "hoán đổi ngày làm việc"
OF_2024 = "Công văn 2450/VPCP-KGVX ngày 12/04/2024"
OF_2025 = "Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024"
NEW_YEAR_2026 = "Công văn 12729/VPCP-KGVX ngày 25/12/2025"
OF_2026 = "Thông báo 9441/TB-BNV"
OF_2027 = "Công văn 10065/VPCP-KGVX ngày 02/10/2026"
NOTICES = [
    ("2024-04-29", False, OF_2024, SWAP),
    ("2024-05-04", True, OF_2024, SWAP),
    ("2025-01-27", False, OF_2025, TET),
    ("2025-01-28", False, OF_2025, TET),
    ("2025-01-29", False, OF_2025, TET),
    ("2025-01-30", False, OF_2025, TET),
    ("2025-01-31", False, OF_2025, TET),
    ("2025-05-02", False, OF_2025, SWAP),
    ("2025-04-26", True, OF_2025, SWAP),
    ("2025-09-01", False, OF_2025, NATIONAL_DAY),
    ("2025-09-02", False, OF_2025, NATIONAL_DAY),
    ("2026-01-02", False, NEW_YEAR_2026, SWAP),
    ("2026-01-10", True, NEW_YEAR_2026, SWAP),
    ("2026-02-16", False, OF_2026, TET),
    ("2026-02-17", False, OF_2026, TET),
    ("2026-02-18", False, OF_2026, TET),
    ("2026-02-19", False, OF_2026, TET),
    ("2026-02-20", False, OF_2026, TET),
    ("2026-08-31", False, OF_2026, SWAP),
    ("2026-08-22", True, OF_2026, SWAP),
    ("2026-09-01", False, OF_2026, NATIONAL_DAY),
    ("2026-09-02", False, OF_2026, NATIONAL_DAY),
    ("2027-02-04", False, OF_2027, TET),
    ("2027-02-05", False, OF_2027, TET),
    ("2027-02-08", False, OF_2027, TET),
    ("2027-02-09", False, OF_2027, TET),
    ("2027-02-10", False, OF_2027, TET),
    ("2027-09-02", False, OF_2027, NATIONAL_DAY),
    ("2027-09-03", False, OF_2027, NATIONAL_DAY),
]


def test_the_release_knows_every_day_of_the_notices():
    # The table is made while the module is read, so it is read anew here.
    read = runpy.run_path(announced_days.__file__, run_name=announced_days.__name__)
    found = [(str(day.on), day.is_working, day.notice, day.reason) for day in read["KNOWN_AT_RELEASE"]]
    assert found == NOTICES


def test_the_notices_agree_with_the_days_off_of_the_law():
    assert {date.fromisoformat(on) for on, is_working, *_ in NOTICES if is_working} == ALL_WORK
    assert {date.fromisoformat(on) for on, is_working, *_ in NOTICES if not is_working} <= ALL_OFF


def test_each_swap_takes_one_day_off_and_gives_one_worked_saturday():
    swaps = [(date.fromisoformat(on), is_working) for on, is_working, _, reason in NOTICES if reason == SWAP]
    off = [on for on, is_working in swaps if not is_working]
    worked = [on for on, is_working in swaps if is_working]
    assert len(off) == len(worked) == 4
    assert all(on.weekday() < 5 for on in off)
    assert all(on.weekday() == 5 for on in worked)
