"""Petitions as registered and handled, and the replies from where they were forwarded (DON, PHUC_DAP)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from lucba.office.models import BookQuerySet, Hamlet, Unit
from reception.models.sessions import ContentKind, ReplyOutcome, Visit


class PetitionQuerySet(BookQuerySet["Petition"]):
    def waiting(self) -> Self:
        """Return the petitions not handled yet."""
        return self.filter(processed_on__isnull=True)


class Petition(models.Model):
    """A petition (đơn): one piece of paper, of one matter at most."""

    class Source(models.TextChoices):
        RECEPTION = "tiep_cong_dan", "tiếp công dân"
        POST = "buu_chinh", "bưu chính"
        LETTER_BOX = "hom_thu", "hòm thư góp ý"
        FORWARDED = "co_quan_chuyen", "cơ quan khác chuyển đến"
        ONLINE = "truc_tuyen", "trực tuyến"
        OTHER = "khac", "khác"

    class ForwarderKind(models.TextChoices):
        DEPUTY = "dai_bieu", "đại biểu Quốc hội, HĐND"
        FRONT = "mat_tran", "Mặt trận và tổ chức thành viên"
        PRESS = "bao_chi", "cơ quan báo chí"
        RECEPTION_BOARD = "ban_tcd", "Ban tiếp công dân"
        OTHER = "co_quan_khac", "cơ quan khác"

    class SignerKind(models.TextChoices):
        ONE = "mot_nguoi", "một người"
        SEVERAL = "nhieu_nguoi", "nhiều người"
        ANONYMOUS = "nac_danh", "nặc danh, mạo danh"

    class Outcome(models.TextChoices):
        PROPOSED = "de_xuat_thu_ly", "đề xuất thụ lý"
        JOINED = "nhap_vu_viec", "nhập vào vụ việc đang có"
        MANAGEMENT_CHECK = "kiem_tra_quan_ly", "kiểm tra phục vụ quản lý"
        GUIDED = "huong_dan", "hướng dẫn"
        FORWARDED = "chuyen", "chuyển đơn"
        URGED = "don_doc", "đôn đốc"
        RETURNED = "tra_lai", "trả lại đơn"
        FILED = "luu", "lưu đơn"
        SPLIT = "tach", "hướng dẫn tách đơn"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    code = models.CharField("mã đơn", max_length=40)
    received_on = models.DateField("ngày nhận")
    source = models.CharField("nguồn đơn", max_length=20, choices=Source)
    visit = models.ForeignKey(
        Visit,
        verbose_name="lượt tiếp",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="petitions",
    )
    forwarder_kind = models.CharField("loại cơ quan chuyển", max_length=20, choices=ForwarderKind, blank=True)
    forwarder = models.CharField("cơ quan chuyển đến", max_length=200, blank=True)
    forwarder_letter = models.CharField("số văn bản chuyển đơn", max_length=100, blank=True)
    forwarder_told_on = models.DateField("ngày báo kết quả nơi chuyển", null=True, blank=True)
    signer_kind = models.CharField("loại người đứng đơn", max_length=20, choices=SignerKind)
    signer_name = models.CharField(
        "người đứng đơn", max_length=150, blank=True, help_text="Trống khi là tố cáo: danh tính giữ riêng."
    )
    signers = models.PositiveIntegerField("số người đứng đơn", default=1)
    hamlet = models.ForeignKey(
        Hamlet, verbose_name="xóm", on_delete=models.PROTECT, null=True, blank=True, related_name="petitions"
    )
    kind = models.CharField("loại đơn", max_length=4, choices=ContentKind)
    summary = models.TextField("nội dung đơn")
    duplicate_of = models.ForeignKey(
        "self",
        verbose_name="trùng với đơn",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="copies",
    )
    split_from = models.ForeignKey(
        "self",
        verbose_name="tách từ đơn",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
    )
    processed_on = models.DateField("ngày xử lý", null=True, blank=True)
    eligible = models.BooleanField("đủ điều kiện xử lý", null=True, blank=True)
    outcome = models.CharField("hướng xử lý", max_length=20, choices=Outcome, blank=True)
    outcome_document = models.CharField("số văn bản xử lý", max_length=100, blank=True)
    ineligible_reason = models.CharField("lý do không đủ điều kiện", max_length=500, blank=True)
    urgent = models.BooleanField(
        "khẩn",
        default=False,
        help_text="Phức tạp, gay gắt, đông người, có dấu hiệu tội phạm: báo ngay lãnh đạo.",
    )
    crime_signs = models.BooleanField("chuyển cơ quan điều tra vì có dấu hiệu tội phạm", default=False)
    replied_on = models.DateField("ngày trả lời", null=True, blank=True)
    reply_outcome = models.CharField("kết quả trả lời", max_length=12, choices=ReplyOutcome, blank=True)
    search_key = models.TextField("khóa tìm kiếm", editable=False, default="")

    objects = PetitionQuerySet.as_manager()

    class Meta:
        verbose_name = "đơn"
        verbose_name_plural = "đơn"
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="petition_code_once_per_unit"),
            models.CheckConstraint(
                condition=Q(processed_on__isnull=True) | Q(processed_on__gte=F("received_on")),
                name="petition_handled_after_receipt",
            ),
            models.CheckConstraint(
                condition=Q(processed_on__isnull=True, eligible__isnull=True, outcome="")
                | (Q(processed_on__isnull=False, eligible__isnull=False) & ~Q(outcome="")),
                name="petition_handled_whole_or_not",
            ),
            models.CheckConstraint(
                condition=Q(replied_on__isnull=True, reply_outcome="")
                | (Q(replied_on__isnull=False) & ~Q(reply_outcome="")),
                name="petition_reply_has_day_and_outcome",
            ),
            models.CheckConstraint(
                condition=Q(crime_signs=False) | Q(outcome="chuyen"), name="crime_signs_are_sent_on"
            ),
            models.CheckConstraint(
                condition=~Q(kind="TC") | Q(signer_name="", hamlet__isnull=True),
                name="denunciation_carries_no_name",
            ),
        ]
        indexes = [
            # the petition list, newest first; new petitions of a period (02/XLD)
            models.Index(fields=["unit", "-received_on", "-id"], name="petition_newest_first"),
            # handled inside a period, and the stock not handled yet (02/XLD)
            models.Index(fields=["unit", "processed_on"], name="petition_by_handling"),
        ]

    def __str__(self) -> str:
        return self.code


class PetitionReply(models.Model):
    """A reply received to a petition that was forwarded or urged (sheet PHUC_DAP)."""

    petition = models.ForeignKey(
        Petition, verbose_name="đơn", on_delete=models.PROTECT, related_name="replies"
    )
    received_on = models.DateField("ngày nhận")
    document_number = models.CharField("số văn bản", max_length=100)
    body = models.CharField("cơ quan phúc đáp", max_length=200, blank=True)

    class Meta:
        verbose_name = "văn bản phúc đáp"
        verbose_name_plural = "văn bản phúc đáp"
        ordering = ["petition", "received_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["petition", "document_number"], name="petition_reply_number_once")
        ]

    def __str__(self) -> str:
        return self.document_number
