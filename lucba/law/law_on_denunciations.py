"""Clocks of the Law on Denunciations (25/2018/QH14) and Decree 31/2019.

When the law changes: close the row with `in_force_until`, add the new one below it, cite the amending text.
"""

from lucba.law.rules import Bearer, Bound, Circumstance, Step, TimeLimit, Unit
from lucba.law.sources import DECREE_31_2019, LAW_ON_DENUNCIATIONS, Citation

_IN_FORCE = LAW_ON_DENUNCIATIONS.in_force_from

INTAKE = (
    TimeLimit(
        step=Step.DENUNCIATION_INTAKE,
        length=7,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "24(1)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.DENUNCIATION_INTAKE,
        length=10,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "24(1)"),
        in_force_from=_IN_FORCE,
        circumstances=frozenset({Circumstance.SEVERAL_PLACES}),
    ),
    TimeLimit(
        step=Step.DENUNCIATION_TRANSFER,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "24(2)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.DENUNCIATION_NOTICE,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "29(3)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.PRESS_ANSWER,
        length=20,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "26(2)"),
        in_force_from=_IN_FORCE,
    ),
)

RESOLUTION = tuple(
    TimeLimit(
        step=Step.DENUNCIATION_RESOLUTION,
        length=length,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "30"),
        in_force_from=_IN_FORCE,
        circumstances=circumstances,
    )
    for circumstances, length in (
        (frozenset[Circumstance](), 30),
        (frozenset({Circumstance.EXTENDED_ONCE}), 60),
        (frozenset({Circumstance.EXTENDED_TWICE}), 90),
    )
)

AFTER_CONCLUSION = (
    TimeLimit(
        step=Step.DENUNCIATION_SUSPENSION_SENDING,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "34(4)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.CONCLUSION_SENDING,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "35(3)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.CONCLUSION_HANDLING,
        length=7,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "36(1)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.HANDLING_RESULT,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "36(3)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.CONCLUSION_PUBLICATION,
        length=7,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "40(1)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.CONCLUSION_POSTING,
        length=15,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(DECREE_31_2019, "6"),
        in_force_from=DECREE_31_2019.in_force_from,
        bound=Bound.AT_LEAST,
    ),
    TimeLimit(
        step=Step.REPORT_TO_SUPERIOR,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "38(3)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.FURTHER_DENUNCIATION,
        length=20,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_DENUNCIATIONS, "37(2)"),
        in_force_from=_IN_FORCE,
        bearer=Bearer.OTHER_BODY,
    ),
)

RULES = (*INTAKE, *RESOLUTION, *AFTER_CONCLUSION)
