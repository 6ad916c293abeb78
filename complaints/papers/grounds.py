"""The legal grounds that the papers name, by date: from 01/07/2026 with the amendments of that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from lucba.law.sources import LAW_136_2025
from lucba.papers.official_form import OfficialForm

AMENDED_FROM: date = LAW_136_2025.in_force_from
LOCAL_GOVERNMENT = "Căn cứ Luật Tổ chức chính quyền địa phương"
_COMPLAINTS = "Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011"
_DENUNCIATIONS = "Căn cứ Luật Tố cáo ngày 12 tháng 6 năm 2018"
_AMENDMENT = (
    "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo "
    "ngày 10 tháng 12 năm 2025"
)
_DECREE_124 = (
    "Căn cứ Nghị định số 124/2020/NĐ-CP ngày 19 tháng 10 năm 2020 của Chính phủ quy định chi tiết "
    "một số điều và biện pháp thi hành Luật Khiếu nại"
)
_DECREE_31 = (
    "Căn cứ Nghị định số 31/2019/NĐ-CP ngày 10 tháng 4 năm 2019 của Chính phủ quy định chi tiết "
    "một số điều và biện pháp tổ chức thi hành Luật Tố cáo"
)
COMPLAINTS_BEFORE = (LOCAL_GOVERNMENT, _COMPLAINTS, _DECREE_124)
COMPLAINTS_SINCE = (
    LOCAL_GOVERNMENT,
    _COMPLAINTS,
    _AMENDMENT,
    f"{_DECREE_124}, được sửa đổi, bổ sung bởi Nghị định số 155/2026/NĐ-CP",
)
DENUNCIATIONS_BEFORE = (LOCAL_GOVERNMENT, _DENUNCIATIONS, _DECREE_31)
DENUNCIATIONS_SINCE = (
    LOCAL_GOVERNMENT,
    _DENUNCIATIONS,
    _AMENDMENT,
    f"{_DECREE_31}, được sửa đổi, bổ sung bởi Nghị định số 156/2026/NĐ-CP",
)


def in_both_regimes(
    form: OfficialForm, before: Sequence[str], since: Sequence[str]
) -> tuple[OfficialForm, OfficialForm]:
    """Return the form with the grounds of either regime before its own, each for its days."""
    return (
        replace(form, grounds=(*before, *form.grounds), in_force_until=AMENDED_FROM - timedelta(days=1)),
        replace(form, grounds=(*since, *form.grounds), in_force_from=AMENDED_FROM),
    )


def of_complaints(*forms: OfficialForm) -> tuple[OfficialForm, ...]:
    """Return forms that name the grounds of complaints, each in its two versions."""
    return tuple(
        each for form in forms for each in in_both_regimes(form, COMPLAINTS_BEFORE, COMPLAINTS_SINCE)
    )


def of_denunciations(*forms: OfficialForm) -> tuple[OfficialForm, ...]:
    """Return forms that name the grounds of denunciations, each in its two versions."""
    return tuple(
        each for form in forms for each in in_both_regimes(form, DENUNCIATIONS_BEFORE, DENUNCIATIONS_SINCE)
    )
