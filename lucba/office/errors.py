"""The one error an action raises when it refuses: a sentence for the person, and the field it belongs to."""

from datetime import date


class RefusedError(Exception):
    """An action refused: `message` is a Vietnamese sentence, `field` the form field ("": the whole form)."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


def refuse_future(day: date | None, *, today: date, field: str) -> None:
    """Refuse a day after `today`."""
    if day and day > today:
        raise RefusedError(
            f"Ngày {day:%d/%m/%Y} chưa đến. Hãy nhập ngày không sau {today:%d/%m/%Y}.", field=field
        )


def refuse_far_ahead(day: date | None, *, today: date, years: int, field: str) -> None:
    """Refuse a day more than `years` calendar years after that of `today`: its year was mistyped."""
    if day and day.year > today.year + years:
        raise RefusedError(f"Ngày {day:%d/%m/%Y} còn quá xa. Hãy kiểm tra lại năm.", field=field)


def refuse_before(day: date | None, earlier: date, *, what: str, field: str) -> None:
    """Refuse a day before `earlier`, the day of `what` ("ngày nhận đơn")."""
    if day and day < earlier:
        raise RefusedError(
            f"Ngày {day:%d/%m/%Y} trước {what} ({earlier:%d/%m/%Y}). Hãy kiểm tra lại ngày.", field=field
        )


def refuse_blank(value: object, message: str, *, field: str) -> None:
    """Refuse an empty value with `message`."""
    if not value:
        raise RefusedError(message, field=field)
