"""What the figures of the six forms must keep, as printed on the forms or asked by their filling rules.

A report that breaks a hard check is not issued; a soft check only warns. "5*8<=9": groups have five persons.
"""

from reports.form_sets.forms import CarriedOver, Term, checks

HARD_CHECKS = (
    *checks("01/TCD", "1=5+11+17", "2=6+12+18", "3=7+13+19", "4=8+14+20", "5*8<=9", "5*14<=15", "5*20<=21"),
    *checks("02/XLD", "3=4+23", "4=6+12+19", "6=7+8=9+10+11", "12=13+14=15+16+17+18", "19=20+21+22"),
    *checks("02/XLD", "23=24+25", "2<=1", "3<=2", "4<=3", "5<=4"),
    *checks("03/GQKN", "1=02/XLD 6", "2=3+4+5+6", "2<=1", "7=8+9+10+11+12", "20<=19", "23<=22"),
    *checks("04/GQTC", "1=02/XLD 12", "2=3+4+5+6", "2<=1", "7=8+9+10+11+12+13", "22<=21", "25<=24"),
    *checks("05/KQTH", "2<=1", "12<=11", "15<=14", "17<=16", "28<=27", "31<=30"),
    *checks("05/KQTH", "5<=3", "6<=4", "9<=7", "10<=8", "20<=18", "21<=19", "24<=22", "25<=23"),
    *checks("05/KQTH", "1>=03/GQKN 7", "16>=04/GQTC 7"),
    *checks("06/QLKNTC", "8<=6"),
)
SOFT_CHECKS = checks("01/TCD", "1<=2", "3<=1", "7<=5", "13<=11", "19<=17")


def _decisions(first: int, form: str) -> CarriedOver:
    """Return what is still to be executed of the decisions that `form` counts in column 7."""
    return CarriedOver("05/KQTH", opening=first, total=first, done=first + 1, new=Term(form, 7))


def _amounts(first: int, form: str, ordered: int) -> tuple[CarriedOver, ...]:
    """Return the four open amounts of 05/KQTH; what was newly ordered stands in `form` from `ordered` on."""
    columns = (first + 2, first + 3, first + 6, first + 7)
    return tuple(
        CarriedOver(
            "05/KQTH",
            opening=column,
            total=column,
            done=column + 2,
            new=Term(form, ordered + place),
            finished=first + 1,
        )
        for place, column in enumerate(columns)
    )


CARRIED_OVER = (
    _decisions(1, "03/GQKN"),
    _decisions(16, "04/GQTC"),
    *_amounts(1, "03/GQKN", ordered=13),
    *_amounts(16, "04/GQTC", ordered=14),
)
