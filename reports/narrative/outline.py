"""The outline of the monthly narrative as a table: sections, and in each the sentences with their functions.

It follows the commune's version of Mẫu số 02, Thông tư 06/2025/TT-TTCP, with the plan's targets. A key stands
for one sentence through all rebuilds: never reuse it. An empty sentence waits for the clerk's words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from reports.narrative import assessment, management, petitions, reception, resolution, situation
from reports.narrative.facts import Facts


def _to_be_written(facts: Facts) -> str:
    """Generate nothing: causes, measures and the like are the clerk's."""
    return ""


def _ground(facts: Facts) -> str:
    return (
        "Thực hiện chế độ báo cáo hằng tháng về công tác tiếp công dân, xử lý đơn, "
        "giải quyết khiếu nại, tố cáo"
    )


@dataclass(frozen=True)
class Sentence:
    """One paragraph: its key, what it is (shown to the clerk) and the function that words the facts."""

    key: str
    about: str
    words: Callable[[Facts], str]


@dataclass(frozen=True)
class Section:
    """A heading of the outline with its paragraphs; level 0 has no heading of its own."""

    key: str
    level: Literal[0, 1, 2]
    heading: str
    sentences: tuple[Sentence, ...] = ()


OPENING, TARGETS = "mo-dau", "II.6"

OUTLINE = (
    Section(OPENING, 0, "Mở đầu", (Sentence("mo-dau.can-cu", "Căn cứ của báo cáo", _ground),)),
    Section(
        "I",
        1,
        "I. Tình hình khiếu nại, tố cáo",
        (
            Sentence("I.don", "Đơn phát sinh", situation.petitions_received),
            Sentence("I.doan", "Đoàn đông người", situation.groups),
            Sentence("I.ton", "Vụ việc đang giải quyết", situation.open_cases),
            Sentence("I.nguyen-nhan", "Nguyên nhân phát sinh", _to_be_written),
        ),
    ),
    Section("II", 1, "II. Kết quả công tác tiếp công dân, giải quyết khiếu nại, tố cáo"),
    Section(
        "II.1",
        2,
        "1. Công tác tiếp công dân",
        (
            Sentence("II.1.chung", "Kết quả chung", reception.visits),
            Sentence("II.1.thuong-xuyen", "Tiếp thường xuyên", reception.by_staff),
            Sentence("II.1.chu-tich", "Chủ tịch tiếp", reception.by_chairman),
            Sentence("II.1.uy-quyen", "Ủy quyền tiếp", reception.by_delegate),
            Sentence("II.1.ngay-tiep", "Số ngày tiếp của Chủ tịch", reception.chairman_days),
            Sentence("II.1.tuan", "Tiếp của cán bộ, công chức", reception.staff_weeks),
        ),
    ),
    Section(
        "II.2",
        2,
        "2. Tiếp nhận, phân loại, xử lý đơn",
        (
            Sentence("II.2.xu-ly", "Tiếp nhận, xử lý", petitions.handled),
            Sentence("II.2.dieu-kien", "Đơn đủ điều kiện", petitions.eligible),
            Sentence("II.2.thuoc-tham-quyen", "Đơn thuộc thẩm quyền", petitions.own),
            Sentence("II.2.khong-thuoc", "Đơn không thuộc thẩm quyền", petitions.foreign),
        ),
    ),
    Section(
        "II.3",
        2,
        "3. Kết quả giải quyết khiếu nại, tố cáo",
        (
            Sentence("II.3.khieu-nai", "Giải quyết khiếu nại", resolution.complaints),
            Sentence("II.3.to-cao", "Giải quyết tố cáo", resolution.denunciations),
            Sentence("II.3.ty-le", "Tỷ lệ giải quyết", resolution.resolved),
            Sentence("II.3.thi-hanh", "Thi hành quyết định, kết luận", resolution.enforcement),
        ),
    ),
    Section(
        "II.4",
        2,
        "4. Bảo vệ người tố cáo",
        (Sentence("II.4.bao-ve", "Bảo vệ người tố cáo", management.protection),),
    ),
    Section(
        "II.5",
        2,
        "5. Công tác quản lý nhà nước về tiếp công dân, giải quyết khiếu nại, tố cáo",
        (
            Sentence("II.5.van-ban", "Văn bản quản lý, chỉ đạo", management.documents),
            Sentence("II.5.tap-huan", "Tập huấn, tuyên truyền", management.training),
            Sentence("II.5.thanh-tra", "Thanh tra trách nhiệm", management.inspections),
        ),
    ),
    Section(
        TARGETS,
        2,
        "6. Kết quả thực hiện các chỉ tiêu",
        (Sentence("II.6.nhan-xet", "Giải trình chỉ tiêu", _to_be_written),),
    ),
    Section(
        "III",
        1,
        "III. Nhận xét, đánh giá",
        (
            Sentence("III.uu-diem", "Ưu điểm", assessment.strengths),
            Sentence("III.ton-tai", "Tồn tại, hạn chế", assessment.weaknesses),
            Sentence("III.nguyen-nhan", "Nguyên nhân của tồn tại, hạn chế", _to_be_written),
        ),
    ),
    Section(
        "IV",
        1,
        "IV. Dự báo tình hình, phương hướng, kiến nghị",
        (
            Sentence("IV.du-bao", "Dự báo tình hình", assessment.forecast),
            Sentence("IV.phuong-huong", "Phương hướng, nhiệm vụ", assessment.next_steps),
            Sentence("IV.kien-nghi", "Kiến nghị, đề xuất", assessment.requests),
        ),
    ),
)

ABOUT = {sentence.key: sentence.about for section in OUTLINE for sentence in section.sentences}
