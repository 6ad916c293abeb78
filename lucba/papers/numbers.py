"""How figures and dates are written in Vietnamese papers: dots for thousands, a comma for decimals.

Change it when the office's way of writing figures changes; nothing here looks at the clock or the database.
"""

from datetime import date
from decimal import Decimal

ONE_MILLION = Decimal(1_000_000)


def decimal_text(value: Decimal | int) -> str:
    """Write a number exactly, without useless zeros: 1234567.50 becomes "1.234.567,5"."""
    text = f"{Decimal(value):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.translate(str.maketrans(",.", ".,"))


def million_dong(amount: int) -> str:
    """Write an amount of whole đồng in triệu đồng, exact to the đồng: 8400000 becomes "8,4"."""
    return decimal_text(Decimal(amount) / ONE_MILLION)


def square_metres(area: Decimal | int) -> str:
    """Write an area in square metres exactly, without the unit: 120.50 becomes "120,5"."""
    return decimal_text(area)


def count(number: int) -> str:
    """Write a count with dots between thousands: 12345 becomes "12.345"."""
    return decimal_text(number)


def short_date(day: date) -> str:
    """Write a date as dd/mm/yyyy."""
    return f"{day:%d/%m}/{day.year:04d}"


def padded_number(number: int) -> str:
    """Write the number of a document: numbers below 10 get a 0 in front (Decree 30, annex I, II.3)."""
    return f"{number:02d}"


def date_in_words(day: date) -> str:
    """Write "ngày 05 tháng 02 năm 2026": days below 10, months 1 and 2 get a 0 (Decree 30, annex I, II.4)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
