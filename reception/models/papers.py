"""What is handed over the counter: documents received from citizens, and the papers issued to them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lucba.office.models import BookQuerySet, Official, StaffMember, Unit
from lucba.papers.models import IssuedPaper
from reception.models.sessions import ReceptionSession, Visit


class ReceivedDocument(models.Model):
    """A document a citizen handed in at a visit (giấy biên nhận, Mẫu 02/TCD)."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField("tên tài liệu", max_length=300)
    pages = models.PositiveIntegerField("số trang", null=True, blank=True)
    copies = models.PositiveIntegerField("số bản", default=1)
    condition = models.CharField(
        "tình trạng", max_length=100, blank=True, help_text="Ví dụ: bản sao, còn rõ."
    )

    class Meta:
        verbose_name = "tài liệu nhận của công dân"
        verbose_name_plural = "tài liệu nhận của công dân"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class GroupMember(models.Model):
    """A person of a group that came together; representatives are chosen from among them (LTCD 29).

    A denouncer's companions stand in SealedIdentity instead.
    """

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="members")
    name = models.CharField("họ tên", max_length=150)
    is_representative = models.BooleanField("đại diện", default=False)

    class Meta:
        verbose_name = "người trong đoàn"
        verbose_name_plural = "người trong đoàn"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class ReceptionPaperQuerySet(BookQuerySet["ReceptionPaper"]):
    def visible_to(self, official: Official) -> ReceptionPaperQuerySet:
        """Return the papers of the official's own unit; officers see the notices posted for everybody."""
        if official.keeps_the_books:
            return self.filter(unit_id=official.unit_id)
        if official.role == Official.Role.OFFICER:
            return self.filter(unit_id=official.unit_id, kind=ReceptionPaper.Kind.SCHEDULE)
        return self.none()


class ReceptionPaper(models.Model):
    """A paper of the counter; its content is kept as data, so that it prints the same again.

    Papers about a denunciation never carry the denouncer's name: a line is left to be filled in by hand.
    """

    class Kind(models.TextChoices):
        RECEIPT = "bien-nhan", "giấy biên nhận thông tin, tài liệu"
        APPOINTMENT = "hen", "phiếu hẹn"
        GUIDANCE = "huong-dan", "phiếu hướng dẫn"
        REFUSAL = "tu-choi", "thông báo từ chối tiếp công dân"
        MINUTES = "bien-ban", "biên bản tiếp công dân"
        STATEMENT = "ghi-loi-trinh-bay", "bản ghi nội dung trình bày"
        CONCLUSION = "ket-luan", "thông báo kết luận tiếp công dân"
        SCHEDULE = "lich", "thông báo lịch tiếp công dân"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("loại", max_length=20, choices=Kind)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="papers")
    session = models.ForeignKey(
        ReceptionSession, on_delete=models.PROTECT, null=True, blank=True, related_name="papers"
    )
    symbol = models.CharField("ký hiệu", max_length=40, blank=True)
    number = models.PositiveIntegerField("số", null=True, blank=True)
    issued_on = models.DateField("ngày")
    signer = models.ForeignKey(
        StaffMember,
        verbose_name="người ký",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    period_start = models.DateField("lịch từ ngày", null=True, blank=True)
    period_end = models.DateField("lịch đến hết ngày", null=True, blank=True)
    replaces = models.ForeignKey(
        "self",
        verbose_name="thay thế",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
    )
    issued = models.OneToOneField(
        IssuedPaper,
        verbose_name="trong sổ văn bản đi",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reception_paper",
    )
    content = models.JSONField("nội dung", default=dict)
    public_code = models.CharField("mã tra cứu", max_length=20, blank=True)
    made_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ReceptionPaperQuerySet.as_manager()

    class Meta:
        verbose_name = "giấy tờ tiếp công dân"
        verbose_name_plural = "giấy tờ tiếp công dân"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["public_code"], condition=~Q(public_code=""), name="public_code_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "symbol", "number", "issued_on"],
                condition=Q(number__isnull=False),
                name="reception_paper_number_once",
            ),
            models.CheckConstraint(
                condition=~Q(kind="lich")
                | Q(
                    period_start__isnull=False,
                    period_end__isnull=False,
                    period_end__gte=F("period_start"),
                    number__isnull=False,
                ),
                name="schedule_has_period_and_number",
            ),
        ]
        indexes = [
            # the newest notice of the calendar that covers some days
            models.Index(
                fields=["unit", "period_start"],
                condition=Q(period_start__isnull=False),
                name="schedule_by_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number or ''}".strip()
