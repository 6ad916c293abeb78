"""The envelope as a table: how each kind of petition may leave the counter, who decides it, on what paper.

The page, the action and the proposals read it. Leaders decide what leaves the office or ends a petition; the
clerk does the rest himself. The articles of Circular 05/2021 are not cited where its text was not at hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from complaints.transition import LEADERS, OFFICE
from lucba.law.sources import (
    CIRCULAR_05_2021,
    LAW_ON_CITIZEN_RECEPTION,
    LAW_ON_COMPLAINTS,
    LAW_ON_DENUNCIATIONS,
    Citation,
    Source,
)
from lucba.office.models import Official
from reception.models import ContentKind, Petition
from reception.petition_stages import WITHDRAWN

Outcome, Kind = Petition.Outcome, ContentKind
COMPLAINT, DENUNCIATION = frozenset({Kind.COMPLAINT}), frozenset({Kind.DENUNCIATION})
RECOMMENDATION = frozenset({Kind.RECOMMENDATION})
EVERY_KIND = frozenset(Kind)


class Occasion(Enum):
    """What makes a row apply instead of the usual one."""

    USUAL = auto()
    DUPLICATE = auto()
    WITHDRAWN = auto()
    CRIME_SIGNS = auto()


_WORDS_OF_OCCASION = {
    Occasion.DUPLICATE: "đơn trùng",
    Occasion.WITHDRAWN: "người gửi rút đơn",
    Occasion.CRIME_SIGNS: "có dấu hiệu tội phạm",
}


@dataclass(frozen=True, slots=True)
class Disposal:
    """One way a petition leaves the counter."""

    outcome: Petition.Outcome
    kinds: frozenset[ContentKind]
    deciders: frozenset[Official.Role]
    document: str
    basis: Citation | Source
    occasion: Occasion = Occasion.USUAL

    @property
    def words(self) -> str:
        """Return the outcome, and what makes it special."""
        special = _WORDS_OF_OCCASION.get(self.occasion)
        return f"{self.outcome.label} ({special})" if special else str(self.outcome.label)

    @property
    def needs_a_leader(self) -> bool:
        """Tell whether the clerk lays it before a leader."""
        return Official.Role.CLERK not in self.deciders


_GUIDE = "văn bản hướng dẫn, một lần"
_TRANSFER = "phiếu chuyển đơn và thông báo người gửi"
_RETURN = "văn bản trả lại đơn, nêu rõ lý do"
_PROPOSE = "phiếu đề xuất thụ lý"

ENVELOPE: tuple[Disposal, ...] = (
    # --- Within competence and eligible: the leaders decide on the case itself
    Disposal(Outcome.PROPOSED, COMPLAINT, OFFICE, _PROPOSE, Citation(LAW_ON_COMPLAINTS, "27")),
    Disposal(Outcome.PROPOSED, DENUNCIATION, OFFICE, _PROPOSE, Citation(LAW_ON_DENUNCIATIONS, "24(1)")),
    Disposal(Outcome.PROPOSED, RECOMMENDATION, OFFICE, _PROPOSE, Citation(LAW_ON_CITIZEN_RECEPTION, "26(2)")),
    Disposal(Outcome.JOINED, EVERY_KIND, OFFICE, "ghi vào hồ sơ vụ việc đang có", CIRCULAR_05_2021),
    Disposal(
        Outcome.MANAGEMENT_CHECK,
        EVERY_KIND,
        LEADERS,
        "văn bản giao kiểm tra",
        Citation(LAW_ON_DENUNCIATIONS, "25"),
    ),
    # --- Not within competence
    Disposal(Outcome.GUIDED, COMPLAINT, OFFICE, _GUIDE, Citation(LAW_ON_CITIZEN_RECEPTION, "26(1)(b)")),
    Disposal(Outcome.GUIDED, DENUNCIATION, OFFICE, _GUIDE, Citation(LAW_ON_DENUNCIATIONS, "24(2)")),
    Disposal(Outcome.GUIDED, RECOMMENDATION, OFFICE, _GUIDE, CIRCULAR_05_2021),
    Disposal(
        Outcome.FORWARDED,
        COMPLAINT,
        LEADERS,
        "phiếu chuyển đơn",
        Citation(LAW_ON_CITIZEN_RECEPTION, "26(1)(b)"),
    ),
    Disposal(Outcome.FORWARDED, DENUNCIATION, LEADERS, _TRANSFER, Citation(LAW_ON_DENUNCIATIONS, "24(2)")),
    Disposal(
        Outcome.FORWARDED, RECOMMENDATION, LEADERS, _TRANSFER, Citation(LAW_ON_CITIZEN_RECEPTION, "26(2)")
    ),
    Disposal(
        Outcome.FORWARDED,
        EVERY_KIND,
        LEADERS,
        "chuyển ngay hồ sơ sang cơ quan điều tra",
        Citation(LAW_ON_DENUNCIATIONS, "27"),
        Occasion.CRIME_SIGNS,
    ),
    Disposal(Outcome.URGED, EVERY_KIND, LEADERS, "văn bản đôn đốc", CIRCULAR_05_2021),
    Disposal(Outcome.RETURNED, EVERY_KIND, LEADERS, _RETURN, CIRCULAR_05_2021),
    # --- Not eligible, or taken back
    Disposal(Outcome.FILED, EVERY_KIND, LEADERS, "lưu đơn ít nhất một năm", CIRCULAR_05_2021),
    Disposal(
        Outcome.FILED,
        EVERY_KIND,
        OFFICE,
        "ghi liên kết với đơn đầu",
        CIRCULAR_05_2021,
        Occasion.DUPLICATE,
    ),
    Disposal(Outcome.FILED, EVERY_KIND, OFFICE, "đơn rút của công dân", CIRCULAR_05_2021, Occasion.WITHDRAWN),
    Disposal(
        Outcome.SPLIT,
        EVERY_KIND,
        OFFICE,
        "văn bản hướng dẫn tách đơn",
        Citation(LAW_ON_CITIZEN_RECEPTION, "25(3)"),
    ),
)


def occasion_of(petition: Petition, outcome: str, *, reason: str = "", crime_signs: bool = False) -> Occasion:
    """Return what makes the handling of `petition` special, if anything."""
    if crime_signs and outcome == Outcome.FORWARDED:
        return Occasion.CRIME_SIGNS
    if outcome == Outcome.FILED and petition.duplicate_of_id:
        return Occasion.DUPLICATE
    if outcome == Outcome.FILED and reason.startswith(WITHDRAWN):
        return Occasion.WITHDRAWN
    return Occasion.USUAL


def disposal(kind: str, outcome: str, occasion: Occasion = Occasion.USUAL) -> Disposal:
    """Return the row by which a petition of `kind` gets `outcome`."""
    return next(
        row for row in ENVELOPE if row.outcome == outcome and kind in row.kinds and row.occasion is occasion
    )


def outcomes_of_leaders(petition: Petition) -> list[str]:
    """Return the outcomes of `petition` a clerk may only propose."""
    return [
        outcome.value
        for outcome in Outcome
        if disposal(petition.kind, outcome, occasion_of(petition, outcome)).needs_a_leader
    ]


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a petition is not eligible (TT 05/2021, 6(2)), or is filed without action, from one day on."""

    code: str
    words: str
    kinds: frozenset[ContentKind]
    in_force_from: date = CIRCULAR_05_2021.in_force_from


@dataclass(frozen=True, slots=True)
class Part:
    """One matter of a mixed petition."""

    kind: str
    summary: str


DUPLICATE_GROUND = "trung"
GROUNDS: tuple[Ground, ...] = (
    Ground("chu_ky", "đơn không có chữ ký hoặc điểm chỉ của người viết đơn", EVERY_KIND),
    Ground("ho_ten", "đơn không ghi rõ ngày viết, họ tên, địa chỉ của người viết đơn", EVERY_KIND),
    Ground("tieng_viet", "đơn không viết bằng tiếng Việt, không kèm bản dịch được công chứng", EVERY_KIND),
    Ground(
        "noi_dung_kn",
        "đơn không ghi tên, địa chỉ người bị khiếu nại, nội dung, lý do hoặc yêu cầu giải quyết",
        COMPLAINT,
    ),
    Ground("noi_dung_tc", "đơn không ghi người bị tố cáo hoặc hành vi bị tố cáo", DENUNCIATION),
    Ground("nac_danh", "tố cáo nặc danh, mạo danh, không rõ người, hành vi, chứng cứ", DENUNCIATION),
    Ground("noi_dung_kn_pa", "đơn không rõ nội dung kiến nghị, phản ánh", RECOMMENDATION),
    Ground("nhieu_noi", "đơn gửi nhiều nơi, trong đó có đúng cơ quan có thẩm quyền", EVERY_KIND),
    Ground("da_huong_dan", "nội dung này đã được hướng dẫn một lần", EVERY_KIND),
    Ground("da_giai_quyet", "đã giải quyết xong theo pháp luật, không có tình tiết mới", EVERY_KIND),
    Ground("thoi_hieu", "đã hết thời hiệu khiếu nại mà không có lý do chính đáng", COMPLAINT),
    Ground("rach_nat", "đơn rách nát, tẩy xóa, không đọc được", EVERY_KIND),
    Ground(DUPLICATE_GROUND, "đơn trùng", EVERY_KIND),
    Ground("hon_hop", "đơn có nhiều nội dung thuộc thẩm quyền nhiều cơ quan", EVERY_KIND),
)


def grounds_for(kind: str, *, on: date) -> list[tuple[str, str]]:
    """Return the grounds in force on the day `on` for a petition of `kind`: code and words."""
    return [(row.code, row.words) for row in GROUNDS if kind in row.kinds and row.in_force_from <= on]


def ground_words(code: str, text: str) -> str:
    """Return the reason as it is written into the book: the ground chosen, then what was added."""
    chosen = next((row.words for row in GROUNDS if row.code == code), "")
    return "; ".join(part for part in (chosen, text.strip()) if part)
