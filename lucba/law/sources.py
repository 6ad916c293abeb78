"""Each legal text the law room cites, once. A new law is added here before any rule may cite it."""

import re
from dataclasses import dataclass
from datetime import date

_PLACE = re.compile(r"(?P<article>\w+)(?:\((?P<clause>\w+)\)(?:\((?P<point>\w+)\))?)?")


@dataclass(frozen=True, slots=True)
class Source:
    """A legal text: short name used in citations, official number, what it is about, first day in force."""

    name: str
    number: str
    title: str
    in_force_from: date

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a legal text; `article` is written "27", "28(1)" (khoản 1) or "41(3)(b)" (điểm b khoản 3).

    Raises ValueError when `article` is written in any other way.
    """

    source: Source
    article: str
    amended_by: Source | None = None

    def __post_init__(self) -> None:
        if not _PLACE.fullmatch(self.article):
            raise ValueError(f'Điều khoản "{self.article}" phải viết như "27", "28(1)", "41(3)(b)".')

    @property
    def place(self) -> str:
        """Return the place in words: "điểm b khoản 3 Điều 41"."""
        article, *inside = self.article.replace(")", "").split("(")
        words = [f"{name} {value}" for name, value in zip(("khoản", "điểm"), inside, strict=False)]
        return " ".join([*reversed(words), f"Điều {article}"])

    def __str__(self) -> str:
        amendment = f", sửa đổi bởi {self.amended_by}" if self.amended_by else ""
        return f"{self.place} {self.source}{amendment}"


LAW_ON_CITIZEN_RECEPTION = Source(
    "Luật Tiếp công dân 2013", "42/2013/QH13", "Luật Tiếp công dân", date(2014, 7, 1)
)
LAW_ON_COMPLAINTS = Source("Luật Khiếu nại 2011", "02/2011/QH13", "Luật Khiếu nại", date(2012, 7, 1))
LAW_ON_DENUNCIATIONS = Source("Luật Tố cáo 2018", "25/2018/QH14", "Luật Tố cáo", date(2019, 1, 1))
LAW_136_2025 = Source(
    "Luật 136/2025/QH15",
    "136/2025/QH15",
    "Luật sửa đổi, bổ sung một số điều của Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo",
    date(2026, 7, 1),
)
DECREE_124_2020 = Source(
    "Nghị định 124/2020/NĐ-CP", "124/2020/NĐ-CP", "Quy định chi tiết Luật Khiếu nại", date(2020, 12, 10)
)
DECREE_31_2019 = Source(
    "Nghị định 31/2019/NĐ-CP", "31/2019/NĐ-CP", "Quy định chi tiết Luật Tố cáo", date(2019, 5, 28)
)
DECREE_154_2026 = Source(
    "Nghị định 154/2026/NĐ-CP", "154/2026/NĐ-CP", "Quy định chi tiết Luật Tiếp công dân", date(2026, 7, 1)
)
DECREE_155_2026 = Source(
    "Nghị định 155/2026/NĐ-CP", "155/2026/NĐ-CP", "Sửa đổi Nghị định 124/2020/NĐ-CP", date(2026, 7, 1)
)
DECREE_156_2026 = Source(
    "Nghị định 156/2026/NĐ-CP", "156/2026/NĐ-CP", "Sửa đổi Nghị định 31/2019/NĐ-CP", date(2026, 7, 1)
)
LAW_ON_LOCAL_GOVERNMENT = Source(
    "Luật Tổ chức chính quyền địa phương 2025",
    "72/2025/QH15",
    "Luật Tổ chức chính quyền địa phương",
    date(2025, 7, 1),
)
LAW_ON_INSPECTION = Source("Luật Thanh tra 2025", "84/2025/QH15", "Luật Thanh tra", date(2025, 7, 1))
DECREE_141_2025 = Source(
    "Nghị định 141/2025/NĐ-CP",
    "141/2025/NĐ-CP",
    "Phân định thẩm quyền hai cấp trong lĩnh vực thanh tra, tiếp công dân, khiếu nại, tố cáo",
    date(2025, 7, 1),
)
DECREE_64_2014 = Source(
    "Nghị định 64/2014/NĐ-CP", "64/2014/NĐ-CP", "Quy định chi tiết Luật Tiếp công dân", date(2014, 8, 15)
)
CIRCULAR_05_2021 = Source(
    "Thông tư 05/2021/TT-TTCP",
    "05/2021/TT-TTCP",
    "Quy trình xử lý đơn khiếu nại, tố cáo, kiến nghị, phản ánh",
    date(2021, 11, 15),
)
CIVIL_CODE = Source("Bộ luật Dân sự 2015", "91/2015/QH13", "Bộ luật Dân sự", date(2017, 1, 1))

COUNTING_OF_DAYS = Citation(CIVIL_CODE, "147(2)")
ROLL_TO_WORKING_DAY = Citation(CIVIL_CODE, "148(5)")
