"""What changed on a day: rows of the table that closed or began, and what no length can say.

A new amendment adds its day and its facts here; the rows speak for themselves.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from lucba.law.rules import Certainty, Step, TimeLimit
from lucba.law.sources import (
    DECREE_31_2019,
    DECREE_64_2014,
    DECREE_124_2020,
    DECREE_141_2025,
    DECREE_154_2026,
    DECREE_155_2026,
    DECREE_156_2026,
    LAW_136_2025,
    LAW_ON_CITIZEN_RECEPTION,
    LAW_ON_COMPLAINTS,
    LAW_ON_DENUNCIATIONS,
    LAW_ON_INSPECTION,
    LAW_ON_LOCAL_GOVERNMENT,
    Citation,
    Source,
)
from lucba.law.time_limits import ALL


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that changed, in words, with the text it rests on and how sure that is."""

    words: str
    basis: Citation | Source
    certainty: Certainty = Certainty.TEXT


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the law changed, its title, and the facts the table of clocks cannot show."""

    on: date
    title: str
    facts: tuple[Fact, ...]

    @property
    def closed(self) -> tuple[TimeLimit, ...]:
        """Return the rows whose last day was the day before."""
        return tuple(limit for limit in ALL if limit.in_force_until == self.on - timedelta(days=1))

    @property
    def begun(self) -> tuple[TimeLimit, ...]:
        """Return the rows whose first day it is."""
        return tuple(limit for limit in ALL if limit.in_force_from == self.on)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps whose rows changed, in the order of the table."""
        changed = {limit.step for limit in (*self.closed, *self.begun)}
        return tuple(step for step in Step if step in changed)


TWO_TIERS = Change(
    date(2025, 7, 1),
    "Chính quyền địa phương hai cấp: bỏ cấp huyện",
    (
        Fact(
            "Chỉ còn cấp tỉnh và cấp xã; tên đơn vị, nơi nhận báo cáo và cấp trên trực tiếp thay đổi "
            "theo ngày.",
            LAW_ON_LOCAL_GOVERNMENT,
        ),
        Fact("Không còn Thanh tra huyện; cấp xã không có cơ quan thanh tra cùng cấp.", LAW_ON_INSPECTION),
        Fact(
            "Khiếu nại lần hai, tố cáo đối với Chủ tịch, Phó Chủ tịch UBND xã do Chủ tịch UBND tỉnh giải "
            "quyết thay cho Chủ tịch UBND huyện.",
            DECREE_141_2025,
            Certainty.INTERPRETATION,
        ),
        Fact(
            "Chủ tịch UBND xã giao đơn vị và người phù hợp tiếp công dân; định mức và các thời hạn giữ "
            "nguyên.",
            DECREE_141_2025,
            Certainty.INTERPRETATION,
        ),
    ),
)

AMENDED_LAWS = Change(
    date(2026, 7, 1),
    "Luật 136/2025/QH15 và các Nghị định 154, 155, 156/2026/NĐ-CP",
    (
        Fact(
            "Chủ tịch UBND xã trực tiếp tiếp công dân ít nhất 02 ngày mỗi tháng thay cho 01 ngày mỗi tuần.",
            Citation(LAW_ON_CITIZEN_RECEPTION, "15", amended_by=LAW_136_2025),
        ),
        Fact(
            "Nghị định 154/2026/NĐ-CP thay Nghị định 64/2014/NĐ-CP: thêm căn cứ từ chối tiếp, tiếp công dân "
            "trực tuyến, sổ tiếp công dân 13 cột.",
            DECREE_154_2026,
        ),
        Fact(
            "Nội dung không thuộc thẩm quyền: được hướng dẫn hoặc chuyển đơn.",
            Citation(LAW_ON_CITIZEN_RECEPTION, "26(1)(b)", amended_by=LAW_136_2025),
        ),
        Fact(
            "Khiếu nại được tạm đình chỉ, đình chỉ giải quyết ngoài trường hợp rút; rút được từng phần.",
            Citation(LAW_ON_COMPLAINTS, "11a", amended_by=LAW_136_2025),
        ),
        Fact(
            "Vụ việc khiếu nại phức tạp có bảy tiêu chí, phải xác định bằng văn bản.",
            Citation(DECREE_124_2020, "3a", amended_by=DECREE_155_2026),
        ),
        Fact(
            "Chủ tịch UBND xã giải quyết khiếu nại lần đầu cả với cơ quan chuyên môn, đơn vị thuộc xã.",
            Citation(LAW_ON_COMPLAINTS, "17", amended_by=LAW_136_2025),
        ),
        Fact(
            "Chủ tịch UBND tỉnh giải quyết khiếu nại lần hai và tố cáo đối với Chủ tịch, Phó Chủ tịch UBND "
            "xã theo quy định của Luật.",
            Citation(LAW_ON_DENUNCIATIONS, "13(4)(a)", amended_by=LAW_136_2025),
        ),
        Fact(
            "Rút tố cáo bằng đơn hoặc biên bản có chữ ký, điểm chỉ.",
            Citation(DECREE_31_2019, "4", amended_by=DECREE_156_2026),
        ),
    ),
)

CHANGES = (TWO_TIERS, AMENDED_LAWS)

# Texts that shape the procedures without setting a length of their own.
FURTHER_SOURCES = (
    DECREE_64_2014,
    DECREE_141_2025,
    DECREE_156_2026,
    LAW_ON_INSPECTION,
    LAW_ON_LOCAL_GOVERNMENT,
)
