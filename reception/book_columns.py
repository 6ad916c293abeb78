"""Sổ tiếp công dân in its official columns: one definition for the screen, the PDF and the XLSX.

Days before 01/07/2026 stand under Mẫu số 03 of Circular 04/2021 (12 columns), later ones under 03/TCD of
Decree 154/2026 (13 columns). A denouncer is "(người tố cáo)"; masked, anybody is initials and a hamlet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lucba.law.sources import DECREE_154_2026
from lucba.papers.document import Column
from lucba.papers.numbers import short_date
from reception.models import ContentKind, Petition, ReplyOutcome, Visit

DENOUNCER = "(người tố cáo)"
MASKED = "(đã che)"
YES = "x"

Fill = Callable[["Line"], str]


@dataclass(frozen=True, slots=True)
class Line:
    """A visit as a numbered line of the book; `masked` hides who came."""

    number: int
    visit: Visit
    masked: bool


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column of the form: headings from the top down, relative width, and how a line fills it."""

    path: tuple[str, ...]
    share: float
    fill: Fill


@dataclass(frozen=True, slots=True)
class BookForm:
    """An official form of the book and the days (inclusive) it is kept for."""

    name: str
    columns: tuple[BookColumn, ...]
    in_force_from: date
    in_force_until: date

    @property
    def numbered(self) -> tuple[Column, ...]:
        """Return the columns as papers print them."""
        return tuple(Column(number, each.path) for number, each in enumerate(self.columns, start=1))

    @property
    def shares(self) -> tuple[float, ...]:
        """Return the relative widths of the columns."""
        return tuple(each.share for each in self.columns)


def initials(name: str) -> str:
    """Return "N.V.A." for "Nguyễn Văn An"."""
    return "".join(f"{word[0].upper()}." for word in name.split())


def _number(line: Line) -> str:
    return str(line.number)


def _day(line: Line) -> str:
    return short_date(line.visit.session.held_on)


def _who(line: Line) -> str:
    """Return name and address; of a denouncer neither, masked only initials and hamlet."""
    visit = line.visit
    if visit.content_kind == ContentKind.DENUNCIATION:
        return DENOUNCER
    hamlet = visit.hamlet.name if visit.hamlet else ""
    if line.masked:
        return _joined(initials(visit.visitor_name), hamlet)
    acts_for = f"(đại diện cho {visit.acts_for})" if visit.acts_for else ""
    phone = f"ĐT: {visit.phone}" if visit.phone else ""
    return _joined(visit.visitor_name, acts_for, visit.address or hamlet, phone)


def _identity(line: Line) -> str:
    visit = line.visit
    if visit.content_kind == ContentKind.DENUNCIATION or not visit.identity_number:
        return ""
    return MASKED if line.masked else visit.identity_number


def _matter(line: Line) -> str:
    asked = f"Đề nghị: {line.visit.request}" if line.visit.request else ""
    return "\n".join(filter(None, (line.visit.summary, asked)))


def _kind(line: Line) -> str:
    return str(line.visit.get_content_kind_display()).capitalize()


def _persons(line: Line) -> str:
    return str(line.visit.persons)


def _kind_and_persons(line: Line) -> str:
    return f"{_kind(line)} / {line.visit.persons} người"


def _resolved_by(line: Line) -> str:
    return _joined(line.visit.resolved_by, line.visit.resolved_document)


def _competent(line: Line) -> str:
    return YES if line.visit.competent else ""


def _accepted(line: Line) -> str:
    """Mark what was taken to be resolved here: told so, proposed for acceptance, or already a case."""
    visit = line.visit
    proposed = any(each.outcome == Petition.Outcome.PROPOSED for each in visit.petitions.all())
    return YES if visit.reply_outcome == ReplyOutcome.ACCEPTED or proposed else ""


def _guided(line: Line) -> str:
    """Return to whom the citizen was guided, with the number of the letter of guidance."""
    visit: Any = line.visit  # with `guided_by`
    petitions = [each for each in visit.petitions.all() if each.outcome == Petition.Outcome.GUIDED]
    if visit.result != Visit.Result.GUIDED and not petitions:
        return ""
    letters = [_number_of(visit.guided_by), *(each.outcome_document for each in petitions)]
    return _joined(visit.directed_to, *letters) or YES


def _forwarded(line: Line) -> str:
    """Return the body to which the matter was forwarded and the number of the transfer letter."""
    visit = line.visit
    forwarded = [each for each in visit.petitions.all() if each.outcome == Petition.Outcome.FORWARDED]
    if visit.reply_outcome != ReplyOutcome.FORWARDED and not forwarded:
        return ""
    return _joined(visit.directed_to, *(each.outcome_document for each in forwarded)) or YES


def _follow_up(line: Line) -> str:
    """Return what the citizen was told and how far the cases are."""
    visit = line.visit
    both: tuple[Any, ...] = (visit, *visit.petitions.all())
    told = [
        f"Trả lời {short_date(each.replied_on)}: {each.get_reply_outcome_display()}"
        for each in both
        if each.replied_on
    ]
    cases = {case.pk: case for each in both for case in each.cases.all()}
    return "\n".join([*told, *(_case_words(case) for case in cases.values())])


def _case_words(case: Any) -> str:
    closed = f", {case.get_outcome_display()} {short_date(case.closed_on)}" if case.closed_on else ""
    return f"Vụ việc {case.code}: {case.get_status_display()}{closed}"


def _note(line: Line) -> str:
    """Return how the visit ended, what was handed in, a notice of refusal, and the clerk's own note."""
    visit: Any = line.visit  # with `refused_by` and `received`
    refusal = f"Thông báo {_number_of(visit.refused_by)}" if visit.refused_by else ""
    received = f"Nhận {visit.received} tài liệu" if visit.received else ""
    group = f"Đoàn đông người, {visit.representatives} người đại diện" if visit.is_group else ""
    result = str(visit.get_result_display()).capitalize()
    return "\n".join(filter(None, (result, refusal, received, group, visit.note)))


def _number_of(letter: dict[str, Any] | None) -> str:
    return f"{letter['number']:02d}/{letter['symbol']}" if letter else ""


def _joined(*words: str) -> str:
    return ", ".join(filter(None, words))


_HANDLING = "Hướng xử lý"
_FIRST = (
    BookColumn(("STT",), 0.8, _number),
    BookColumn(("Ngày tiếp",), 1.6, _day),
)
CIRCULAR_04 = BookForm(
    "Mẫu số 03 (Thông tư 04/2021/TT-TTCP)",
    (
        *_FIRST,
        BookColumn(("Họ tên - Địa chỉ",), 2.2, _who),
        BookColumn(("CMND/Hộ chiếu",), 1.9, _identity),
        BookColumn(("Nội dung vụ việc",), 3.2, _matter),
        BookColumn(("Phân loại đơn/Số người",), 1.3, _kind_and_persons),
        BookColumn(("Cơ quan đã giải quyết",), 1.5, _resolved_by),
        BookColumn((_HANDLING, "Thụ lý để giải quyết"), 1, _accepted),
        BookColumn((_HANDLING, "Trả lại đơn và hướng dẫn"), 1.4, _guided),
        BookColumn((_HANDLING, "Chuyển đơn đến cơ quan, tổ chức, đơn vị có thẩm quyền"), 1.5, _forwarded),
        BookColumn(("Theo dõi kết quả giải quyết",), 1.8, _follow_up),
        BookColumn(("Ghi chú",), 1.7, _note),
    ),
    in_force_from=date.min,
    in_force_until=DECREE_154_2026.in_force_from - timedelta(days=1),
)
DECREE_154 = BookForm(
    "Mẫu 03/TCD (Nghị định 154/2026/NĐ-CP)",
    (
        *_FIRST,
        BookColumn(("Họ tên, địa chỉ",), 2.1, _who),
        BookColumn(("CCCD/CMND/Hộ chiếu",), 1.9, _identity),
        BookColumn(("Nội dung đơn",), 3.0, _matter),
        BookColumn(("Loại đơn",), 1.1, _kind),
        BookColumn(("Số người cùng nội dung",), 0.8, _persons),
        BookColumn(("Cơ quan đã giải quyết",), 1.5, _resolved_by),
        BookColumn(("Thuộc thẩm quyền",), 0.9, _competent),
        BookColumn(("Hướng dẫn công dân đến cơ quan có thẩm quyền",), 1.5, _guided),
        BookColumn(("Cơ quan, đơn vị thụ lý",), 1.5, _forwarded),
        BookColumn(("Theo dõi kết quả giải quyết",), 1.7, _follow_up),
        BookColumn(("Ghi chú",), 1.7, _note),
    ),
    in_force_from=DECREE_154_2026.in_force_from,
    in_force_until=date.max,
)
FORMS = (CIRCULAR_04, DECREE_154)
