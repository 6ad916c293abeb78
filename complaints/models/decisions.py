"""Decisions and conclusions with their amounts, and how they are carried out (QUYET_DINH, THI_HANH)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from complaints.models.cases import Case
from lucba.office.models import BookQuerySet, Official, StaffMember, Unit


class Amounts(models.Model):
    """Money in whole VND, land in square metres with at most one decimal, and heads counted."""

    recover_money = models.BigIntegerField("thu hồi cho Nhà nước: tiền", default=0)
    recover_land = models.DecimalField(
        "thu hồi cho Nhà nước: đất", max_digits=14, decimal_places=1, default=0
    )
    org_money = models.BigIntegerField("trả tổ chức: tiền", default=0)
    org_land = models.DecimalField("trả tổ chức: đất", max_digits=14, decimal_places=1, default=0)
    org_count = models.PositiveIntegerField("số tổ chức được trả", default=0)
    person_money = models.BigIntegerField("trả cá nhân: tiền", default=0)
    person_land = models.DecimalField("trả cá nhân: đất", max_digits=14, decimal_places=1, default=0)
    person_count = models.PositiveIntegerField("số cá nhân được trả", default=0)
    sanction_orgs = models.PositiveIntegerField("xử lý hành chính: tổ chức", default=0)
    sanction_persons = models.PositiveIntegerField("xử lý hành chính: người", default=0)
    sanction_officials = models.PositiveIntegerField("xử lý hành chính: CBCCVC", default=0)

    class Meta:
        abstract = True


class DecisionQuerySet(BookQuerySet["Decision"]):
    def visible_to(self, official: Official) -> DecisionQuerySet:
        """Return the decisions of the cases the official may see."""
        return self.filter(case__in=Case.objects.visible_to(official))


class Decision(Amounts):
    """The decision on a complaint or the conclusion on a denunciation; one per case."""

    class Type(models.TextChoices):
        COMPLAINT_DECISION = "qd_gqkn", "quyết định giải quyết khiếu nại"
        DENUNCIATION_CONCLUSION = "kl_tc", "kết luận nội dung tố cáo"

    class Result(models.TextChoices):
        RIGHT = "dung", "đúng"
        WRONG = "sai", "sai"
        PARTLY_RIGHT = "dung_mot_phan", "đúng một phần (có đúng có sai)"
        UPHELD = "cong_nhan", "công nhận kết quả lần đầu"
        CHANGED = "huy_sua", "hủy, sửa kết quả lần đầu"

    class PublishForm(models.TextChoices):
        MEETING = "hop", "công bố tại cuộc họp"
        POSTING = "niem_yet", "niêm yết"
        PORTAL = "cong_thong_tin", "cổng thông tin điện tử"
        PRESS = "bao_chi", "báo chí, phát thanh"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    case = models.OneToOneField(
        Case, verbose_name="vụ việc", on_delete=models.PROTECT, related_name="decision"
    )
    code = models.CharField("mã quyết định", max_length=40)
    type = models.CharField("loại văn bản", max_length=10, choices=Type)
    document_number = models.CharField("số văn bản", max_length=100)
    issued_on = models.DateField("ngày ban hành")
    signer = models.ForeignKey(
        StaffMember, verbose_name="người ký", on_delete=models.PROTECT, related_name="+"
    )
    result = models.CharField("kết quả", max_length=20, choices=Result)
    must_execute = models.BooleanField("phải thi hành")
    effective_on = models.DateField("ngày có hiệu lực", null=True, blank=True)
    sent_on = models.DateField("ngày gửi", null=True, blank=True)
    received_on = models.DateField("ngày người khiếu nại nhận", null=True, blank=True)
    publish_form = models.CharField("hình thức công khai", max_length=20, choices=PublishForm, blank=True)
    meeting_notice_on = models.DateField("ngày thông báo họp", null=True, blank=True)
    published_on = models.DateField("ngày công khai", null=True, blank=True)
    publication_end_on = models.DateField("ngày kết thúc công khai", null=True, blank=True)
    front_told_on = models.DateField("ngày báo Mặt trận", null=True, blank=True)
    directive_on = models.DateField("ngày chỉ đạo thi hành", null=True, blank=True)
    invest_cases = models.PositiveIntegerField("chuyển cơ quan điều tra: vụ", default=0)
    invest_persons = models.PositiveIntegerField("chuyển cơ quan điều tra: người", default=0)
    invest_officials = models.PositiveIntegerField("chuyển cơ quan điều tra: CBCCVC", default=0)
    finished_on = models.DateField(
        "ngày thi hành xong",
        null=True,
        blank=True,
        help_text="Ngày của lần thi hành cuối; ngày ban hành khi không có gì phải thi hành.",
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "quyết định, kết luận"
        verbose_name_plural = "quyết định, kết luận"
        ordering = ["unit", "code"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="decision_code_once_per_unit"),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | ~Q(publish_form=""), name="publication_has_a_form"
            ),
        ]
        indexes = [
            # decisions issued in a period: 03/GQKN, 04/GQTC, 05/KQTH
            models.Index(fields=["unit", "issued_on"], name="decision_by_issue"),
        ]

    def __str__(self) -> str:
        return self.document_number


class Enforcement(Amounts):
    """One dated entry of carrying out a decision."""

    decision = models.ForeignKey(
        Decision, verbose_name="quyết định", on_delete=models.PROTECT, related_name="enforcements"
    )
    seq = models.PositiveIntegerField("thứ tự")
    done_on = models.DateField("ngày thực hiện")
    document_number = models.CharField("số văn bản", max_length=100, blank=True)
    prosecuted_cases = models.PositiveIntegerField("khởi tố: vụ", default=0)
    prosecuted_persons = models.PositiveIntegerField("khởi tố: người", default=0)
    prosecuted_officials = models.PositiveIntegerField("khởi tố: CBCCVC", default=0)
    finished = models.BooleanField("thi hành xong")

    class Meta:
        verbose_name = "lần thi hành"
        verbose_name_plural = "lần thi hành"
        ordering = ["decision", "seq"]
        constraints = [models.UniqueConstraint(fields=["decision", "seq"], name="enforcement_seq_once")]
        indexes = [
            # done inside a period: 05/KQTH
            models.Index(fields=["done_on"], name="enforcement_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.decision} – lần {self.seq}"


class Delivery(models.Model):
    """One party the decision or conclusion goes to: when it was sent and received (LKN 32, LTC 35)."""

    class Party(models.TextChoices):
        COMPLAINANT = "nguoi_khieu_nai", "người khiếu nại"
        COMPLAINED = "nguoi_bi_khieu_nai", "người bị khiếu nại"
        DENOUNCER = "nguoi_to_cao", "người tố cáo (thông báo về kết luận)"
        DENOUNCED = "nguoi_bi_to_cao", "người bị tố cáo"
        SUPERIOR = "cap_tren", "cơ quan cấp trên trực tiếp, người giải quyết lần hai"
        RIGHTS_HOLDER = "nguoi_lien_quan", "người có quyền, nghĩa vụ liên quan"
        FORWARDER = "noi_chuyen_don", "cơ quan, người đã chuyển đơn"
        MANAGING_BODY = "co_quan_quan_ly", "cơ quan quản lý người bị tố cáo"

    decision = models.ForeignKey(
        Decision, verbose_name="quyết định", on_delete=models.PROTECT, related_name="deliveries"
    )
    party = models.CharField("bên nhận", max_length=20, choices=Party)
    name = models.CharField(
        "tên bên nhận", max_length=200, blank=True, help_text="Không ghi tên người tố cáo."
    )
    sent_on = models.DateField("ngày gửi")
    received_on = models.DateField("ngày nhận", null=True, blank=True)

    class Meta:
        verbose_name = "lần gửi quyết định"
        verbose_name_plural = "lần gửi quyết định"
        ordering = ["decision", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "party", "name"], name="delivery_once_per_party"),
            models.CheckConstraint(
                condition=~Q(party="nguoi_to_cao") | Q(name=""), name="delivery_never_names_a_denouncer"
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(received_on__gte=models.F("sent_on")),
                name="delivery_received_after_sending",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision} – {self.get_party_display()}"
