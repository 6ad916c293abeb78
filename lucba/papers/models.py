"""What the office issued: one row a paper, whichever room wrote it, with its files and where it was sent.

The rows with a number, in the order of their numbers, are the register of outgoing documents (sổ văn bản đi).
"""

from __future__ import annotations

from django.core.files.storage import storages
from django.db import models
from django.db.models import Q

from lucba.office.models import BookQuerySet, Official, Unit


class IssuedPaperQuerySet(BookQuerySet["IssuedPaper"]):
    def in_register(self) -> IssuedPaperQuerySet:
        """Return the papers of the register of outgoing documents: those that bear a number."""
        return self.filter(number__isnull=False)


class IssuedPaper(models.Model):
    """A paper as it left the office; never edited. A paper that replaces it points at it and both stay.

    Nothing here names a denouncer: the titles of papers about denunciations do not (LTC Điều 8).
    """

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("số", null=True, blank=True)
    symbol = models.CharField("ký hiệu", max_length=40, blank=True)
    year = models.PositiveSmallIntegerField("năm")
    dated_on = models.DateField("ngày văn bản")
    kind = models.CharField("tên loại", max_length=60, blank=True, help_text="Trống: công văn.")
    title = models.CharField("trích yếu", max_length=500)
    signer = models.CharField("người ký", max_length=200, blank=True)
    recipients = models.TextField("nơi nhận", blank=True)
    copies = models.PositiveSmallIntegerField("số lượng bản", default=1)
    keeper = models.CharField("người nhận bản lưu", max_length=100, default="Văn thư")
    note = models.CharField("ghi chú", max_length=300, blank=True)
    subject = models.CharField(
        "về", max_length=120, blank=True, help_text="Vụ việc, đơn, lượt tiếp, kỳ báo cáo."
    )
    path = models.CharField("trang", max_length=200, blank=True)
    pdf = models.FileField("bản in", upload_to="papers/%Y/%m", storage=storages["default"], blank=True)
    sha256 = models.CharField("mã băm của bản in", max_length=64, blank=True)
    replaces = models.ForeignKey(
        "self",
        verbose_name="thay thế",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
    )
    search_key = models.TextField("khóa tìm kiếm", editable=False, default="")
    made_by = models.ForeignKey(
        Official, verbose_name="người lập", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField("lập lúc", auto_now_add=True)

    objects = IssuedPaperQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản đã ban hành"
        verbose_name_plural = "văn bản đã ban hành"
        ordering = ["-dated_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "symbol", "year", "number"],
                condition=Q(number__isnull=False),
                name="outgoing_number_once",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | ~Q(symbol=""), name="numbered_paper_has_symbol"
            ),
        ]
        indexes = [
            # the register of outgoing documents, newest first
            models.Index(fields=["unit", "-dated_on", "-id"], name="issued_newest_first"),
        ]

    def __str__(self) -> str:
        return self.full_number or self.title

    @property
    def full_number(self) -> str:
        """Return "05/TB-UBND", "" for a paper without a number."""
        return f"{self.number:02d}/{self.symbol}" if self.number else ""


class PaperFile(models.Model):
    """A file kept with an issued paper: the scan of the signed sheet, a digitally signed PDF, an annex."""

    class Kind(models.TextChoices):
        SCAN = "ban_quet", "bản quét có chữ ký"
        SIGNED = "ban_ky_so", "bản ký số"
        ANNEX = "kem_theo", "tệp kèm theo"
        PROOF = "chung_tu_gui", "chứng từ gửi"

    issued = models.ForeignKey(IssuedPaper, on_delete=models.PROTECT, related_name="files")
    kind = models.CharField("loại tệp", max_length=12, choices=Kind)
    name = models.CharField("tên tệp", max_length=200)
    file = models.FileField("tệp", upload_to="papers/%Y/%m", storage=storages["default"])
    sha256 = models.CharField("mã băm", max_length=64)
    size = models.PositiveIntegerField("số byte")
    added_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField("thêm lúc", auto_now_add=True)

    class Meta:
        verbose_name = "tệp của văn bản"
        verbose_name_plural = "tệp của văn bản"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class PaperSending(models.Model):
    """One addressee an issued paper was sent to: when, how, by what proof, and when it arrived."""

    class Way(models.TextChoices):
        BY_HAND = "truc_tiep", "giao trực tiếp"
        POST = "buu_chinh", "bưu chính"
        DOCUMENT_AXIS = "truc_lien_thong", "trục liên thông văn bản"
        EMAIL = "thu_dien_tu", "thư điện tử"
        POSTED = "niem_yet", "niêm yết, đăng tải"

    issued = models.ForeignKey(IssuedPaper, on_delete=models.PROTECT, related_name="sendings")
    addressee = models.CharField("nơi nhận", max_length=200)
    way = models.CharField("cách gửi", max_length=16, choices=Way)
    sent_on = models.DateField("ngày gửi")
    received_on = models.DateField("ngày nhận", null=True, blank=True)
    proof = models.CharField(
        "chứng từ", max_length=200, blank=True, help_text="Số bưu gửi, biên nhận, mã gửi."
    )
    noted_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField("ghi lúc", auto_now_add=True)

    class Meta:
        verbose_name = "lần gửi văn bản"
        verbose_name_plural = "lần gửi văn bản"
        ordering = ["sent_on", "pk"]

    def __str__(self) -> str:
        return f"{self.issued} – {self.addressee}"
