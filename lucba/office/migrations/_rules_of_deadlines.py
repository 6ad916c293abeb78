"""Find by which rule an older deadline was counted, from the sentences that were stored beside it."""

from lucba.law.rules import Bound, Unit
from lucba.law.time_limits import ALL

FIRST_SENTENCES = ("Bắt đầu từ ngày", "Ngày diễn ra")


def fill_rules(model):
    """Give every row of `model` its rule, certainty, added days and course."""
    for row in model.objects.filter(rule="").iterator():
        limit = _limit(row)
        opening = next(
            number for number, text in enumerate(row.explanation) if text.startswith(FIRST_SENTENCES)
        )
        row.rule, row.certainty, row.course = limit.key, limit.certainty.value, row.explanation[:opening]
        if limit.unit is Unit.CALENDAR_DAYS and limit.bound is Bound.NO_LATER_THAN:
            row.paused_days = (row.raw_end - row.start).days - limit.length
        row.save(update_fields=["rule", "certainty", "course", "paused_days"])


def _limit(row):
    sentence = next(text for text in row.explanation if text.startswith("Thời hạn:"))
    candidates = [
        limit
        for limit in ALL
        if limit.step == row.step
        and limit.in_force(row.start)
        and limit.length_in_words in sentence
        and all(each.label in sentence for each in limit.circumstances)
    ]
    return max(candidates, key=lambda limit: len(limit.circumstances))
