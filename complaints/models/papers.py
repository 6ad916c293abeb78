"""The papers of petitions and cases on their way from draft to signature (dự thảo → duyệt → cấp số, ký)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from complaints.models.cases import Case
from complaints.models.events import CaseEvent
from lucba.office.models import BookQuerySet, Official, Unit
from lucba.papers.models import IssuedPaper
from reception.models import Petition

# The forms of protecting a denouncer: like Protection itself, not for who verifies (LTC Điều 56).
OF_PROTECTION = ("tc-yeu-cau-bao-ve", "tc-bao-ve", "tc-khong-bao-ve", "tc-thoi-bao-ve")


class CasePaperQuerySet(BookQuerySet["CasePaper"]):
    def visible_to(self, official: Official) -> CasePaperQuerySet:
        """Return the papers of the office; an officer sees those of his cases, but not of protection."""
        if official.role == Official.Role.OFFICER:
            return self.filter(case__in=Case.objects.visible_to(official)).exclude(form__in=OF_PROTECTION)
        if official.keeps_the_books:
            return self.filter(unit_id=official.unit_id)
        return self.none()

    def open(self) -> CasePaperQuerySet:
        """Return the papers not issued and not dropped."""
        return self.filter(state__in=CasePaper.OPEN)


class CasePaper(models.Model):
    """One paper of a petition or case: its form, its text as the office edits it, and how far it is.

    `act` names the row of the procedure it documents, `event` what was recorded of it. The text never names
    a denouncer (LTC Điều 8): the actions refuse it.
    """

    class State(models.TextChoices):
        DRAFT = "du_thao", "dự thảo"
        SUBMITTED = "trinh", "chờ duyệt"
        APPROVED = "da_duyet", "đã duyệt, chờ ký"
        ISSUED = "ban_hanh", "đã ban hành"
        DROPPED = "bo", "đã bỏ"

    class Urgency(models.TextChoices):
        URGENT = "KHẨN", "khẩn"
        VERY_URGENT = "THƯỢNG KHẨN", "thượng khẩn"
        EXPRESS = "HỎA TỐC", "hỏa tốc"

    OPEN = (State.DRAFT, State.SUBMITTED, State.APPROVED)
    EDITABLE = (State.DRAFT,)

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(
        Case, verbose_name="vụ việc", on_delete=models.PROTECT, null=True, blank=True, related_name="papers"
    )
    petition = models.ForeignKey(
        Petition, verbose_name="đơn", on_delete=models.PROTECT, null=True, blank=True, related_name="papers"
    )
    event = models.ForeignKey(
        CaseEvent,
        verbose_name="diễn biến",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
    )
    act = models.SlugField("việc trong trình tự", max_length=60, blank=True)
    form = models.CharField("biểu mẫu", max_length=30)
    form_on = models.DateField("mẫu của ngày")
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.DRAFT)
    urgency = models.CharField("độ khẩn", max_length=12, choices=Urgency, blank=True)
    title = models.TextField("trích yếu", blank=True)
    addressees = models.TextField("kính gửi", blank=True)
    grounds = models.TextField("căn cứ", blank=True)
    body = models.TextField("nội dung")
    recipients = models.TextField("nơi nhận", blank=True)
    word = models.CharField("ý kiến duyệt", max_length=500, blank=True)
    changes = models.PositiveIntegerField("số lần sửa", default=0, editable=False)
    drafted_by = models.ForeignKey(
        Official, verbose_name="người soạn", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    drafted_on = models.DateField("ngày soạn")
    approved_by = models.ForeignKey(
        Official,
        verbose_name="người duyệt",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    approved_on = models.DateField("ngày duyệt", null=True, blank=True)
    issued = models.OneToOneField(
        IssuedPaper,
        verbose_name="văn bản đã ban hành",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="case_paper",
    )
    replaces = models.ForeignKey(
        "self",
        verbose_name="thay thế",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
    )

    objects = CasePaperQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản của vụ việc, đơn"
        verbose_name_plural = "văn bản của vụ việc, đơn"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=True, petition__isnull=False)
                | Q(case__isnull=False, petition__isnull=True),
                name="paper_of_one_case_or_petition",
            ),
            models.CheckConstraint(
                condition=Q(state="ban_hanh", issued__isnull=False)
                | (~Q(state="ban_hanh") & Q(issued__isnull=True)),
                name="issued_paper_is_entered",
            ),
        ]
        indexes = [
            # papers that wait for approval or signature
            models.Index(
                fields=["unit", "state"],
                condition=Q(state__in=["du_thao", "trinh", "da_duyet"]),
                name="case_paper_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} – {self.case or self.petition}"
