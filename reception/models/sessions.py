"""Reception sessions and the visits received in them (sheets NGAY_TIEP and LUOT_TIEP)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from lucba.office.models import BookQuerySet, Hamlet, Official, StaffMember, Unit
from reception.models.details import PersonalDetails

GROUP_SIZE = 5  # persons; from here on a group (đoàn đông người), TT 06/2025


class ContentKind(models.TextChoices):
    """What a visit or petition is about; the law treats the three apart."""

    COMPLAINT = "KN", "khiếu nại"
    DENUNCIATION = "TC", "tố cáo"
    RECOMMENDATION = "KNPA", "kiến nghị, phản ánh"


class ReplyOutcome(models.TextChoices):
    """The four outcomes told to the citizen (LTCD Điều 28 khoản 1)."""

    ACCEPTED = "thu_ly", "đã được thụ lý"
    NEEDS_REVIEW = "can_xem_xet", "cần thêm thời gian xem xét, xác minh"
    REFUSED = "tu_choi", "từ chối thụ lý"
    FORWARDED = "chuyen", "đã chuyển cơ quan có thẩm quyền"


class ReceptionSessionQuerySet(BookQuerySet["ReceptionSession"]):
    def visible_to(self, official: Official) -> ReceptionSessionQuerySet:
        """Return the sessions of the official's own unit; officers receive citizens too."""
        if official.keeps_the_books or official.role == Official.Role.OFFICER:
            return self.filter(unit_id=official.unit_id)
        return self.none()


class ReceptionSession(models.Model):
    """A reception session (buổi tiếp công dân)."""

    class Kind(models.TextChoices):
        REGULAR = "thuong_xuyen", "thường xuyên"
        PERIODIC = "dinh_ky", "định kỳ"
        EXTRAORDINARY = "dot_xuat", "đột xuất"

    class HostRole(models.TextChoices):
        HEAD = "thu_truong", "Chủ tịch trực tiếp"
        DELEGATE = "uy_quyen", "ủy quyền"
        OFFICER = "can_bo", "cán bộ được phân công"

    class State(models.TextChoices):
        PLANNED = "du_kien", "dự kiến"
        HELD = "da_tiep", "đã tiếp"
        NO_CITIZEN = "khong_co_cong_dan", "đã tiếp, không có công dân đến"
        NOT_HELD = "khong_to_chuc", "không tổ chức"

    class Ground(models.TextChoices):
        """Why an extraordinary session is held (LTCD Điều 18 khoản 3)."""

        TENSE = "a", "vụ việc gay gắt, phức tạp, đông người, nhiều cơ quan hoặc ý kiến khác nhau"
        URGENT = "b", "không tiếp kịp thời có thể gây hậu quả nghiêm trọng"

    HELD_STATES = (State.HELD, State.NO_CITIZEN)

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    code = models.CharField("mã buổi tiếp", max_length=40)
    held_on = models.DateField("ngày tiếp")
    kind = models.CharField("hình thức", max_length=20, choices=Kind)
    host_role = models.CharField("vai trò người tiếp", max_length=20, choices=HostRole)
    host = models.ForeignKey(
        StaffMember, verbose_name="người tiếp", on_delete=models.PROTECT, related_name="sessions"
    )
    delegation_document = models.CharField("văn bản ủy quyền", max_length=100, blank=True)
    announced_on = models.DateField("ngày công bố lịch", null=True, blank=True)
    posting_notice = models.ForeignKey(
        "reception.ReceptionPaper",
        verbose_name="thông báo lịch đã niêm yết",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posted_sessions",
    )
    state = models.CharField("trạng thái", max_length=20, choices=State, default=State.PLANNED)
    reason = models.CharField("lý do không tổ chức", max_length=500, blank=True)
    moved_to = models.DateField("dời sang ngày", null=True, blank=True)
    starts_at = models.TimeField("từ giờ", null=True, blank=True)
    ends_at = models.TimeField("đến giờ", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True, help_text="Trống: nơi tiếp thường lệ.")
    agenda = models.CharField("nội dung dự kiến", max_length=500, blank=True)
    ground = models.CharField("căn cứ tiếp đột xuất", max_length=1, choices=Ground, blank=True)
    online = models.BooleanField("trực tuyến", default=False)
    confirmed_by = models.ForeignKey(
        Official,
        verbose_name="người duyệt",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    confirmed_on = models.DateField("ngày duyệt", null=True, blank=True)
    notice_sent_on = models.DateField("ngày thông báo buổi trực tuyến", null=True, blank=True)
    tested_on = models.DateField("ngày kiểm tra kết nối", null=True, blank=True)
    opened_at = models.DateTimeField("mở lúc", null=True, blank=True)
    closed_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)
    conclusion = models.TextField("kết luận của người tiếp", blank=True)

    objects = ReceptionSessionQuerySet.as_manager()

    class Meta:
        verbose_name = "buổi tiếp công dân"
        verbose_name_plural = "buổi tiếp công dân"
        ordering = ["held_on", "code"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="session_code_once_per_unit"),
            models.CheckConstraint(
                condition=~Q(state="khong_to_chuc") | ~Q(reason=""), name="session_not_held_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(host_role="uy_quyen") | ~Q(delegation_document=""),
                name="delegated_session_has_paper",
            ),
        ]
        indexes = [
            # today's page, the calendar, 01/TCD columns 10 and 16, target 2
            models.Index(fields=["unit", "held_on"], name="session_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.held_on:%d/%m/%Y}"

    @property
    def is_closed(self) -> bool:
        """Tell whether no visit can be recorded any more."""
        return self.closed_at is not None or self.state in (self.State.NO_CITIZEN, self.State.NOT_HELD)

    @property
    def is_posted(self) -> bool:
        """Tell whether the day stands in the posted calendar (niêm yết)."""
        return self.announced_on is not None


class Visit(PersonalDetails):
    """One reception of a citizen or group (lượt tiếp). The day of a visit is the day of its session."""

    class Turn(models.TextChoices):
        FIRST = "lan_dau", "lần đầu"
        REPEATED = "nhieu_lan", "nhiều lần"

    class RefusalGround(models.TextChoices):
        """Why somebody is not received: LTCD Điều 9, then Decree 154/2026 Điều 4 khoản 1."""

        NOT_IN_CONTROL = "9-1", "say rượu, dùng chất kích thích, không làm chủ hành vi (LTCD 9.1)"
        OFFENSIVE = "9-2", "đe dọa, xúc phạm, vi phạm nội quy (LTCD 9.2)"
        ALREADY_SETTLED = "9-3", "vụ việc đã giải quyết đúng pháp luật, đã thông báo, giải thích (LTCD 9.3)"
        ARMED = "4-a", "mang vũ khí, vật nguy hiểm (NĐ 154 điểm a)"
        UNCHECKED = "4-b", "không chấp hành kiểm tra an ninh (NĐ 154 điểm b)"
        RECORDING = "4-c", "ghi âm, ghi hình, phát trực tiếp trái quy định, gây mất trật tự (NĐ 154 điểm c)"
        INCITING = "4-d", "kích động, lôi kéo người khác (NĐ 154 điểm d)"
        INCAPABLE = "4-dd", "không đủ năng lực hành vi, không có người đại diện (NĐ 154 điểm đ)"
        UNAUTHORISED = "4-e", "người đại diện không có giấy tờ (NĐ 154 điểm e)"
        OUT_OF_SCOPE = "4-g", "nội dung không phải khiếu nại, tố cáo, kiến nghị, phản ánh (NĐ 154 điểm g)"
        ALREADY_ANSWERED = (
            "4-h",
            "kiến nghị, phản ánh đã trả lời bằng văn bản, không có gì mới (điểm h)",
        )
        JUDGED = "4-i", "đã có bản án, quyết định có hiệu lực của Tòa án (NĐ 154 điểm i)"
        HANDLED_ELSEWHERE = "4-k", "cơ quan khác có thẩm quyền đang giải quyết (NĐ 154 điểm k)"

    class Result(models.TextChoices):
        PETITION_TAKEN = "nhan_don", "nhận đơn"
        RECORDED = "ghi_nhan", "ghi nhận nội dung trình bày"
        GUIDED = "huong_dan", "hướng dẫn"
        EXPLAINED = "giai_thich", "giải thích, trả lời"
        REFUSED = "tu_choi", "từ chối tiếp"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(
        ReceptionSession, verbose_name="buổi tiếp", on_delete=models.PROTECT, related_name="visits"
    )
    code = models.CharField("mã lượt tiếp", max_length=40)
    visitor_name = models.CharField(
        "họ tên người đến", max_length=150, blank=True, help_text="Trống khi là tố cáo: danh tính giữ riêng."
    )
    hamlet = models.ForeignKey(
        Hamlet, verbose_name="xóm", on_delete=models.PROTECT, null=True, blank=True, related_name="visits"
    )
    persons = models.PositiveIntegerField("số người", default=1)
    representatives = models.PositiveIntegerField("số người đại diện", default=0)
    content_kind = models.CharField("loại nội dung", max_length=4, choices=ContentKind)
    summary = models.TextField("nội dung trình bày")
    turn = models.CharField("tiếp lần", max_length=10, choices=Turn, blank=True)
    result = models.CharField("kết quả tiếp", max_length=10, choices=Result)
    replied_on = models.DateField("ngày trả lời", null=True, blank=True)
    reply_outcome = models.CharField("kết quả trả lời", max_length=12, choices=ReplyOutcome, blank=True)
    request = models.TextField("yêu cầu, đề nghị", blank=True)
    resolved_by = models.CharField("cơ quan đã giải quyết", max_length=200, blank=True)
    resolved_document = models.CharField("văn bản đã giải quyết", max_length=150, blank=True)
    competent = models.BooleanField("thuộc thẩm quyền", null=True, blank=True)
    directed_to = models.CharField("cơ quan được hướng dẫn, chuyển đến", max_length=200, blank=True)
    refusal_ground = models.CharField("căn cứ từ chối", max_length=4, choices=RefusalGround, blank=True)
    is_oral = models.BooleanField("trình bày miệng, cán bộ ghi lại", default=False)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    received_by = models.ForeignKey(
        Official, verbose_name="người ghi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField("ghi lúc", auto_now_add=True, null=True)
    search_key = models.TextField("khóa tìm kiếm", editable=False, default="")

    objects = BookQuerySet["Visit"].as_manager()

    class Meta:
        verbose_name = "lượt tiếp"
        verbose_name_plural = "lượt tiếp"
        ordering = ["session", "code"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="visit_code_once_per_unit"),
            models.CheckConstraint(condition=Q(persons__gte=1), name="visit_has_a_person"),
            models.CheckConstraint(
                condition=Q(replied_on__isnull=True, reply_outcome="")
                | (Q(replied_on__isnull=False) & ~Q(reply_outcome="")),
                name="visit_reply_has_day_and_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(content_kind="TC") | Q(visitor_name="", hamlet__isnull=True),
                name="visit_of_denouncer_carries_no_name",
            ),
            models.CheckConstraint(
                condition=~Q(content_kind="TC")
                | Q(identity_number="", identity_issued="", address="", phone="", acts_for=""),
                name="visit_of_denouncer_carries_no_details",
            ),
        ]
        indexes = [
            # the book and the search of one unit, newest first
            models.Index(fields=["unit", "-id"], name="visit_newest_first"),
            # earlier visits of the person with this paper
            models.Index(
                fields=["unit", "identity_number"], condition=~Q(identity_number=""), name="visit_by_identity"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_group(self) -> bool:
        """Whether a group of five or more came (đoàn đông người)."""
        return self.persons >= GROUP_SIZE
