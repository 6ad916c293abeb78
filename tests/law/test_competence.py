"""Who stands above the commune, before and after the district level ended."""

from datetime import date

import pytest

from lucba.law.competence import superior_of_the_commune


@pytest.mark.parametrize(
    ("on", "superior"),
    [
        (date(2025, 6, 30), "Chủ tịch UBND huyện"),
        (date(2025, 7, 1), "Chủ tịch UBND tỉnh"),
        (date(2026, 7, 1), "Chủ tịch UBND tỉnh"),
    ],
)
def test_a_denunciation_against_the_chairman_goes_to_the_level_above_that_exists(on, superior):
    assert superior_of_the_commune(on) == superior
