"""The words a legal time limit is written in: steps, units, circumstances and the dated, cited TimeLimit row.

The rows live in the law_on_*.py tables. An amendment closes a row and adds one; it never edits history.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lucba.law.labelled_enum import LabelledEnum
from lucba.law.sources import Citation


class Step(LabelledEnum):
    """A step of the procedure that has a clock; the values are the keys of the office's table of clocks."""

    SCHEDULE_POSTING = "TCD.POST", "Niêm yết lịch tiếp công dân"
    WEEKLY_RECEPTION = "TCD.DUTY.W", "Chủ tịch tiếp công dân hằng tuần"
    MONTHLY_RECEPTION = "TCD.DUTY.M", "Chủ tịch tiếp công dân hằng tháng"
    RECEPTION_REPLY = "TCD.REPLY", "Trả lời người đến tiếp công dân"
    FORWARDER_REPLY = "TCD.FWD_REPLY", "Cơ quan chuyển đơn báo lại công dân"
    DEPUTY_NOTICE = "TCD.DEPUTY", "Báo kết quả cho đại biểu, Ban Tiếp công dân đã chuyển đơn"
    RECEPTION_REFUSAL = "TCD.REFUSE", "Thông báo từ chối tiếp công dân"
    ONLINE_NOTICE = "TCD.ONLINE.NOTICE", "Thông báo buổi tiếp công dân trực tuyến"
    ONLINE_TEST = "TCD.ONLINE.TEST", "Kiểm tra kết nối buổi tiếp trực tuyến"
    PETITION_HANDLING = "XLD.45", "Xử lý đơn (mốc xem xét kỷ luật)"
    COMPLAINT_ACCEPTANCE_BY_LAW = "KN.ACCEPT.LAW", "Thụ lý khiếu nại (theo Luật)"
    COMPLAINT_ACCEPTANCE_BY_DECREE = "KN.ACCEPT.DEC", "Thụ lý khiếu nại (theo Nghị định)"
    COMPLAINT_ACCEPTANCE = "KN.ACCEPT", "Thụ lý khiếu nại"
    COMPLAINT_RESOLUTION = "KN.RESOLVE", "Giải quyết khiếu nại lần đầu"
    DIALOGUE_NOTICE = "KN.DIALOGUE", "Thông báo đối thoại"
    COMPLAINT_SUSPENSION_SENDING = "KN.SUSP.SEND", "Gửi quyết định tạm đình chỉ, tiếp tục, đình chỉ khiếu nại"
    DECISION_SENDING = "KN.SEND", "Gửi quyết định giải quyết khiếu nại"
    DECISION_PUBLICATION = "KN.PUBLISH", "Công khai quyết định giải quyết khiếu nại"
    PUBLICATION_MEETING_NOTICE = "KN.MEETING", "Thông báo cuộc họp công khai quyết định"
    DECISION_POSTING = "KN.POSTED", "Thời gian niêm yết, đăng tải quyết định"
    FRONT_NOTICE = "KN.FRONT", "Báo kết quả cho Mặt trận đã chuyển đơn"
    SECOND_COMPLAINT = "KN.SECOND", "Khiếu nại lần hai"
    DECISION_EFFECT = "KN.EFFECT", "Quyết định giải quyết lần đầu có hiệu lực"
    DECISION_ENFORCEMENT = "KN.ENFORCE", "Chỉ đạo thi hành quyết định"
    STAY_OF_ACT = "KN.STAY", "Tạm đình chỉ thi hành quyết định bị khiếu nại"
    COMPLAINT_LIMITATION = "KN.LIMIT", "Thời hiệu khiếu nại"
    INFORMATION_SUPPLY = "KN.INFO", "Cung cấp thông tin, tài liệu"
    COMPLAINT_CONTINUATION = "KN.RESUME_OK", "Tiếp tục khiếu nại sau khi đình chỉ"
    DISCIPLINE_LIMITATION = "KN.DISC.LIMIT", "Thời hiệu khiếu nại quyết định kỷ luật"
    SECOND_RESOLUTION = "KN2.RESOLVE", "Giải quyết khiếu nại lần hai (cấp tỉnh)"
    DENUNCIATION_INTAKE = "TC.INTAKE", "Xử lý ban đầu, thụ lý tố cáo"
    DENUNCIATION_TRANSFER = "TC.TRANSFER", "Chuyển tố cáo không thuộc thẩm quyền"
    DENUNCIATION_NOTICE = "TC.NOTICE", "Thông báo thụ lý tố cáo"
    PRESS_ANSWER = "TC.PRESS", "Trả lời cơ quan, báo chí đã chuyển tố cáo"
    DENUNCIATION_RESOLUTION = "TC.RESOLVE", "Giải quyết tố cáo"
    DENUNCIATION_SUSPENSION_SENDING = "TC.SUSP.SEND", "Gửi quyết định tạm đình chỉ, đình chỉ tố cáo"
    CONCLUSION_SENDING = "TC.CONCL.SEND", "Gửi kết luận nội dung tố cáo"
    CONCLUSION_HANDLING = "TC.ACT", "Xử lý kết luận nội dung tố cáo"
    HANDLING_RESULT = "TC.RESULT", "Báo kết quả xử lý cho người giải quyết tố cáo"
    CONCLUSION_PUBLICATION = "TC.PUBLISH", "Công khai kết luận nội dung tố cáo"
    CONCLUSION_POSTING = "TC.POSTED", "Thời gian niêm yết, đăng tải kết luận"
    REPORT_TO_SUPERIOR = "TC.REPORT_UP", "Báo cáo cấp trên về tố cáo quá hạn"
    FURTHER_DENUNCIATION = "TC.FURTHER", "Cấp trên xem xét tố cáo tiếp"
    RECOMMENDATION_REPLY = "KNPA.REPLY", "Báo việc tiếp nhận kiến nghị, phản ánh"
    RECOMMENDATION_RESOLUTION = "KNPA.RESOLVE", "Giải quyết kiến nghị, phản ánh (chỉ tiêu nội bộ)"


class Unit(LabelledEnum):
    """What a length is counted in; the two quotas have a length but no last day."""

    CALENDAR_DAYS = "ngay", "ngày"
    WORKING_DAYS = "ngay_lam_viec", "ngày làm việc"
    DAYS_A_WEEK = "ngay_moi_tuan", "ngày mỗi tuần"
    DAYS_A_MONTH = "ngay_moi_thang", "ngày mỗi tháng"


class Bound(LabelledEnum):
    """How the length binds: within it, before an event, at least so long, or something begins after it."""

    NO_LATER_THAN = "cham_nhat", "chậm nhất"
    BEFORE_EVENT = "truoc_su_kien", "trước ngày diễn ra"
    AT_LEAST = "it_nhat", "ít nhất"
    TAKES_EFFECT = "co_hieu_luc", "có hiệu lực sau"


class Circumstance(LabelledEnum):
    """A fact of the matter that selects another length of the same step."""

    COMPLEX = "phuc_tap", "vụ việc phức tạp"
    REMOTE = "vung_sau_vung_xa", "vùng sâu, vùng xa đi lại khó khăn"
    SEVERAL_PLACES = "nhieu_dia_diem", "kiểm tra, xác minh tại nhiều địa điểm hoặc ủy quyền kiểm tra"
    EXTENDED_ONCE = "gia_han_1", "gia hạn một lần"
    EXTENDED_TWICE = "gia_han_2", "gia hạn hai lần"
    NOT_IN_PERSON = "khong_truc_tiep", "đơn không nộp tại buổi tiếp công dân"


class Bearer(LabelledEnum):
    """Whose clock it is."""

    OFFICE = "co_quan", "Ủy ban nhân dân xã"
    CITIZEN = "cong_dan", "công dân"
    OTHER_BODY = "co_quan_khac", "cơ quan khác"


class Certainty(LabelledEnum):
    """How sure a rule or a date is; everything but TEXT is shown as such on screen."""

    TEXT = "van_ban", "đã đối chiếu văn bản"
    INTERPRETATION = "cach_hieu", "theo cách hiểu, văn bản không nói rõ"
    HOUSE = "noi_bo", "quy ước nội bộ, không phải hạn luật định"


class NoRuleInForceError(LookupError):
    """No length is laid down for this step on this date; there is no default."""


@dataclass(frozen=True)
class TimeLimit:
    """One dated, cited row of the table of clocks; both `in_force` dates are inclusive.

    A row with `circumstances` applies exactly when all of them, and no others its step knows, are present.
    Only a house target, for which the law has no length, has no citation.
    """

    step: Step
    length: int
    unit: Unit
    citation: Citation | None
    in_force_from: date
    in_force_until: date | None = None
    circumstances: frozenset[Circumstance] = frozenset()
    bound: Bound = Bound.NO_LATER_THAN
    bearer: Bearer = Bearer.OFFICE
    certainty: Certainty = Certainty.TEXT
    see_also: tuple[Citation, ...] = ()
    note: str = ""

    def in_force(self, on: date) -> bool:
        """Tell whether the row was in force on the day `on`."""
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)

    @cached_property
    def backward(self) -> bool:
        """Tell whether the length is counted back from an event that is still to come."""
        return self.bound is Bound.BEFORE_EVENT

    @cached_property
    def binds_the_office(self) -> bool:
        """Tell whether the office can be late with it.

        Not with the clock of a citizen or of another body, a day of effect, or a least length of time.
        """
        return self.bearer is Bearer.OFFICE and self.bound in (Bound.NO_LATER_THAN, Bound.BEFORE_EVENT)

    @cached_property
    def key(self) -> str:
        """Return the name of this row, as a stored deadline keeps it: "KN.RESOLVE 30 ngay 2012-07-01 …"."""
        given = "+".join(sorted(self.circumstances))
        return f"{self.step} {self.length} {self.unit} {self.in_force_from} {given}".strip()

    @cached_property
    def legal_basis(self) -> str:
        """Return every citation in words, as printed beside a due date."""
        if self.citation is None:
            return "chỉ tiêu nội bộ, luật không quy định thời hạn"
        return "; ".join(str(citation) for citation in (self.citation, *self.see_also))

    @cached_property
    def length_in_words(self) -> str:
        """Return the length in words: "10 ngày làm việc"."""
        return f"{self.length} {self.unit.label}"
