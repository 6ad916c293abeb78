"""The civil servants' days off and worked Saturdays of 2024-2027 as the notices say, written out by hand.

It knows nothing of lucba.law, so that the tests count by something else than what they test.
"""

from datetime import date, timedelta

OFF = {
    2024: "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
    2027: "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24",
}
WORK = {2024: "05-04", 2025: "04-26", 2026: "01-10 08-22", 2027: ""}
SATURDAY = 5
ONE_DAY = timedelta(days=1)


def dates(table, year):
    return {date.fromisoformat(f"{year}-{day}") for day in table[year].split()}


ALL_OFF = set().union(*(dates(OFF, year) for year in OFF))
ALL_WORK = set().union(*(dates(WORK, year) for year in WORK))


def is_worked(on):
    return on in ALL_WORK or (on.weekday() < SATURDAY and on not in ALL_OFF)
