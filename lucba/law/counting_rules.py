"""How days are counted, as the page "Căn cứ pháp lý" says it; working_days and deadlines do it.

A rule that a law lays down anew is put right here and in `deadlines.py` together.
"""

from dataclasses import dataclass

from lucba.law.rules import Certainty
from lucba.law.sources import (
    CIVIL_CODE,
    COUNTING_OF_DAYS,
    LAW_136_2025,
    LAW_ON_COMPLAINTS,
    LAW_ON_DENUNCIATIONS,
    ROLL_TO_WORKING_DAY,
    Citation,
)


@dataclass(frozen=True, slots=True)
class CountingRule:
    """How days are counted, in words, with the text it rests on and how sure that is."""

    words: str
    citation: Citation | None = None
    certainty: Certainty = Certainty.TEXT


_READ_SO = Certainty.INTERPRETATION
COUNTING = (
    CountingRule(
        "Ngày xảy ra sự kiện (nhận đơn, thụ lý, ban hành, ngày diễn ra) không tính; ngày thứ nhất là ngày "
        "tiếp theo.",
        COUNTING_OF_DAYS,
    ),
    CountingRule(
        "Ngày cuối là ngày nghỉ cuối tuần hoặc ngày nghỉ lễ thì thời hạn kết thúc vào ngày làm việc tiếp "
        "theo.",
        ROLL_TO_WORKING_DAY,
    ),
    CountingRule("Thời hạn kết thúc lúc 24 giờ của ngày cuối.", Citation(CIVIL_CODE, "148(6)")),
    CountingRule(
        "Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo không có cách đếm riêng nên áp dụng Bộ luật Dân sự.",
        certainty=_READ_SO,
    ),
    CountingRule(
        "“Ngày làm việc” là ngày công chức làm việc: thứ Hai đến thứ Sáu, trừ ngày lễ, ngày nghỉ bù, ngày "
        "nghỉ hoán đổi; cộng ngày làm bù theo thông báo.",
        certainty=_READ_SO,
    ),
    CountingRule(
        "Mỗi hạn có thêm ngày “nên xong trước”: ngày làm việc cuối cùng không muộn hơn ngày cuối đếm được. "
        "Quá hạn chỉ tính từ sau ngày hết hạn.",
        certainty=_READ_SO,
    ),
    CountingRule(
        "Thời hạn đếm lùi từ một ngày sắp đến: gặp ngày nghỉ thì lấy ngày làm việc liền trước.",
        certainty=_READ_SO,
    ),
    CountingRule(
        "Thời gian tạm đình chỉ không tính: hạn lùi thêm đúng số ngày từ ngày tạm đình chỉ đến ngày tiếp "
        "tục; nhiều lần thì cộng lại.",
        Citation(LAW_ON_COMPLAINTS, "11a", amended_by=LAW_136_2025),
        _READ_SO,
    ),
    CountingRule(
        "Gia hạn, kéo dài do phức tạp: đếm lại từ ngày thụ lý với tổng số ngày, không đếm tiếp từ ngày đã "
        "lùi.",
        Citation(LAW_ON_DENUNCIATIONS, "30"),
        _READ_SO,
    ),
    CountingRule(
        "Quyết định giải quyết khiếu nại lần đầu có hiệu lực từ ngày sau ngày cuối, khi không có khiếu nại "
        "lần hai.",
        Citation(LAW_ON_COMPLAINTS, "44(1)"),
        _READ_SO,
    ),
    CountingRule(
        "Ngày cuối rơi vào năm chưa có thông báo nghỉ lễ thì hạn là tạm tính; có thông báo, hệ thống tính "
        "lại.",
        certainty=_READ_SO,
    ),
)
