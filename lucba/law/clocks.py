"""What starts each clock, what stops it, and which date picks the rule; read by the page "Căn cứ pháp lý".

A step added to rules.Step gets its line here.
"""

from dataclasses import dataclass

from lucba.law.labelled_enum import LabelledEnum
from lucba.law.rules import Certainty, Step
from lucba.law.sources import DECREE_155_2026, DECREE_156_2026, Citation
from lucba.law.time_limits import ALL


class Part(LabelledEnum):
    """The procedure a clock belongs to."""

    RECEPTION = "tiep-cong-dan", "Tiếp công dân"
    PETITIONS = "xu-ly-don", "Xử lý đơn"
    COMPLAINTS = "khieu-nai", "Khiếu nại"
    DENUNCIATIONS = "to-cao", "Tố cáo"
    RECOMMENDATIONS = "kien-nghi-phan-anh", "Kiến nghị, phản ánh"


class Governing(LabelledEnum):
    """The date that decides which of several successive rules applies."""

    RECEIPT = "ngay-nhan", "ngày nhận đơn"
    PERIOD = "ky", "kỳ được đánh giá"
    HELD = "ngay-dien-ra", "ngày diễn ra"
    ACCEPTANCE = "ngay-thu-ly", "ngày thụ lý"
    ACT = "ngay-ra-van-ban", "ngày ra văn bản, ngày thực hiện"
    START = "ngay-bat-dau", "ngày bắt đầu tính"


@dataclass(frozen=True, slots=True)
class Clock:
    """What people know a step's clock by."""

    part: Part
    starts: str
    stops: str
    governed_by: Governing = Governing.START


@dataclass(frozen=True, slots=True)
class GoverningRule:
    """For which matters a date picks the rule, and how sure that is."""

    matters: str
    governed_by: Governing
    certainty: Certainty
    citation: Citation | None = None


GOVERNING_RULES = (
    GoverningRule("Thời hạn tiếp nhận, thụ lý đơn", Governing.RECEIPT, Certainty.INTERPRETATION),
    GoverningRule("Định mức tiếp công dân của Chủ tịch", Governing.PERIOD, Certainty.INTERPRETATION),
    GoverningRule(
        "Rút, tạm đình chỉ, đình chỉ khiếu nại và đối thoại, kể cả vụ việc thụ lý trước ngày 01/07/2026",
        Governing.ACT,
        Certainty.TEXT,
        Citation(DECREE_155_2026, "22(1)"),
    ),
    GoverningRule(
        "Rút tố cáo, kể cả vụ việc đang giải quyết",
        Governing.ACT,
        Certainty.TEXT,
        Citation(DECREE_156_2026, "10(1)"),
    ),
    GoverningRule("Thời hạn giải quyết", Governing.ACCEPTANCE, Certainty.INTERPRETATION),
    GoverningRule("Các thời hạn còn lại", Governing.START, Certainty.INTERPRETATION),
)

_R, _P, _K, _T, _N = Part
_RECEIPT, _PERIOD, _HELD, _ACCEPTANCE, _ACT, _START = Governing
_SUSPENSION = "ra quyết định tạm đình chỉ, tiếp tục hoặc đình chỉ"
_ACCEPTANCE_STOPS = "thông báo thụ lý hoặc không thụ lý"

CLOCKS: dict[Step, Clock] = {
    Step.SCHEDULE_POSTING: Clock(_R, "ngày tiếp công dân đã định", "niêm yết lịch tiếp công dân", _HELD),
    Step.WEEKLY_RECEPTION: Clock(_R, "mỗi tuần", "Chủ tịch trực tiếp tiếp công dân", _PERIOD),
    Step.MONTHLY_RECEPTION: Clock(_R, "mỗi tháng", "Chủ tịch trực tiếp tiếp công dân", _PERIOD),
    Step.RECEPTION_REPLY: Clock(
        _R, "tiếp nhận nội dung tại buổi tiếp công dân", "trả lời công dân theo một trong bốn hướng", _RECEIPT
    ),
    Step.FORWARDER_REPLY: Clock(_R, "nơi chuyển đơn nhận được thông báo kết quả", "báo lại công dân"),
    Step.DEPUTY_NOTICE: Clock(
        _R, "khiếu nại, tố cáo được giải quyết", "báo đại biểu, Ban Tiếp công dân đã chuyển đơn"
    ),
    Step.RECEPTION_REFUSAL: Clock(_R, "có đủ căn cứ từ chối", "ký thông báo từ chối tiếp công dân", _ACT),
    Step.ONLINE_NOTICE: Clock(_R, "ngày tiếp trực tuyến", "thông báo công dân và các cơ quan", _HELD),
    Step.ONLINE_TEST: Clock(_R, "ngày tiếp trực tuyến", "kiểm tra kết nối", _HELD),
    Step.PETITION_HANDLING: Clock(_P, "nhận đơn", "xử lý xong đơn hoặc ghi lý do chính đáng", _RECEIPT),
    Step.COMPLAINT_ACCEPTANCE_BY_LAW: Clock(_K, "nhận đơn khiếu nại", _ACCEPTANCE_STOPS, _RECEIPT),
    Step.COMPLAINT_ACCEPTANCE_BY_DECREE: Clock(_K, "nhận đơn khiếu nại", _ACCEPTANCE_STOPS, _RECEIPT),
    Step.COMPLAINT_ACCEPTANCE: Clock(_K, "nhận đơn khiếu nại", _ACCEPTANCE_STOPS, _RECEIPT),
    Step.COMPLAINT_RESOLUTION: Clock(_K, "thụ lý", "ban hành quyết định giải quyết", _ACCEPTANCE),
    Step.DIALOGUE_NOTICE: Clock(_K, "ngày đối thoại", "gửi thông báo đối thoại", _ACT),
    Step.COMPLAINT_SUSPENSION_SENDING: Clock(_K, _SUSPENSION, "gửi quyết định", _ACT),
    Step.DECISION_SENDING: Clock(_K, "ban hành quyết định giải quyết", "gửi quyết định"),
    Step.DECISION_PUBLICATION: Clock(_K, "ban hành quyết định giải quyết", "công khai quyết định"),
    Step.PUBLICATION_MEETING_NOTICE: Clock(_K, "ngày họp công khai", "thông báo cuộc họp", _HELD),
    Step.DECISION_POSTING: Clock(_K, "bắt đầu niêm yết, đăng tải", "được gỡ xuống"),
    Step.FRONT_NOTICE: Clock(_K, "ban hành quyết định giải quyết", "báo Mặt trận, đoàn thể đã chuyển đơn"),
    Step.SECOND_COMPLAINT: Clock(
        _K, "nhận quyết định giải quyết lần đầu, hoặc hết hạn giải quyết", "gửi khiếu nại lần hai"
    ),
    Step.DECISION_EFFECT: Clock(_K, "ban hành quyết định giải quyết lần đầu", "quyết định có hiệu lực"),
    Step.DECISION_ENFORCEMENT: Clock(_K, "quyết định có hiệu lực", "chỉ đạo thi hành bằng văn bản"),
    Step.STAY_OF_ACT: Clock(_K, "thụ lý", "hủy tạm đình chỉ thi hành", _ACCEPTANCE),
    Step.COMPLAINT_LIMITATION: Clock(_K, "nhận hoặc biết quyết định, hành vi", "gửi khiếu nại"),
    Step.INFORMATION_SUPPLY: Clock(_K, "yêu cầu bằng văn bản", "cung cấp thông tin"),
    Step.COMPLAINT_CONTINUATION: Clock(_K, "thông báo, quyết định đình chỉ", "tiếp tục khiếu nại"),
    Step.DISCIPLINE_LIMITATION: Clock(_K, "nhận quyết định kỷ luật", "gửi khiếu nại"),
    Step.SECOND_RESOLUTION: Clock(_K, "cấp tỉnh thụ lý khiếu nại lần hai", "quyết định giải quyết lần hai"),
    Step.DENUNCIATION_INTAKE: Clock(_T, "nhận đơn tố cáo", "thụ lý hoặc báo không thụ lý", _RECEIPT),
    Step.DENUNCIATION_TRANSFER: Clock(_T, "nhận đơn tố cáo", "chuyển đơn và báo người tố cáo", _RECEIPT),
    Step.DENUNCIATION_NOTICE: Clock(
        _T, "quyết định thụ lý", "thông báo người tố cáo và người bị tố cáo bằng hai văn bản riêng"
    ),
    Step.PRESS_ANSWER: Clock(_T, "nhận tố cáo do báo chí, cơ quan chuyển", "trả lời bằng văn bản", _RECEIPT),
    Step.DENUNCIATION_RESOLUTION: Clock(_T, "thụ lý", "ban hành kết luận nội dung tố cáo", _ACCEPTANCE),
    Step.DENUNCIATION_SUSPENSION_SENDING: Clock(
        _T, "ra quyết định tạm đình chỉ hoặc đình chỉ", "gửi người tố cáo, người bị tố cáo", _ACT
    ),
    Step.CONCLUSION_SENDING: Clock(_T, "ban hành kết luận", "gửi kết luận, báo người tố cáo"),
    Step.CONCLUSION_HANDLING: Clock(_T, "ban hành kết luận", "xử lý hoặc kiến nghị xử lý"),
    Step.HANDLING_RESULT: Clock(_T, "có kết quả xử lý", "báo người giải quyết tố cáo"),
    Step.CONCLUSION_PUBLICATION: Clock(_T, "kết luận hoặc quyết định xử lý", "công khai"),
    Step.CONCLUSION_POSTING: Clock(_T, "bắt đầu niêm yết, đăng tải", "được gỡ xuống"),
    Step.REPORT_TO_SUPERIOR: Clock(_T, "nhận yêu cầu bằng văn bản của cấp trên", "báo cáo cấp trên"),
    Step.FURTHER_DENUNCIATION: Clock(_T, "cấp trên nhận tố cáo tiếp", "cấp trên quyết định", _RECEIPT),
    Step.RECOMMENDATION_REPLY: Clock(
        _N, "nhận kiến nghị, phản ánh", "báo đã tiếp nhận hoặc đã chuyển", _RECEIPT
    ),
    Step.RECOMMENDATION_RESOLUTION: Clock(_N, "tiếp nhận để xử lý", "trả lời", _ACCEPTANCE),
}


# The office asks, somebody else has to answer: LKN 12-14 bind whoever holds the information.
ASKED_OF_OTHERS = frozenset({Step.INFORMATION_SUPPLY})
# Counted back from what has taken place by then: a miss is on record, there is nothing left to do.
KNOWN_AFTERWARDS = frozenset({Step.DIALOGUE_NOTICE, Step.PUBLICATION_MEETING_NOTICE})
# What the office has to do in time; the lists of work and the reminders take their clocks from here.
DUTY_STEPS = (
    frozenset(limit.step for limit in ALL if limit.binds_the_office) - ASKED_OF_OTHERS - KNOWN_AFTERWARDS
)
