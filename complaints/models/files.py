"""What the file of a case holds beside its events: the checklist, notes of verification, protection."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from complaints.models.cases import Case
from lucba.office.models import BookQuerySet, Official


class ChecklistItem(models.Model):
    """One step of the procedure looked at by a person: done, not done, or not needed in this case (4a)."""

    class Answer(models.TextChoices):
        DONE = "co", "đã làm đúng"
        NOT_DONE = "khong", "chưa làm hoặc làm sai"
        NOT_NEEDED = "khong_can", "không phải làm"

    case = models.ForeignKey(Case, verbose_name="vụ việc", on_delete=models.PROTECT, related_name="checklist")
    step = models.SlugField("bước", max_length=60)
    answer = models.CharField("kết quả", max_length=10, choices=Answer)
    done_on = models.DateField("ngày làm", null=True, blank=True)
    document_number = models.CharField("số văn bản", max_length=100, blank=True)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    checked_by = models.ForeignKey(
        Official, verbose_name="người kiểm tra", on_delete=models.PROTECT, related_name="+"
    )
    checked_on = models.DateField("ngày kiểm tra")

    class Meta:
        verbose_name = "bước đã kiểm tra"
        verbose_name_plural = "bước đã kiểm tra"
        ordering = ["case", "pk"]
        constraints = [models.UniqueConstraint(fields=["case", "step"], name="checklist_step_once")]

    def __str__(self) -> str:
        return f"{self.case} – {self.step}"


class VerificationNoteQuerySet(BookQuerySet["VerificationNote"]):
    def visible_to(self, official: Official) -> VerificationNoteQuerySet:
        """Return the notes of the cases the official may see."""
        return self.filter(case__in=Case.objects.visible_to(official))


class VerificationNote(models.Model):
    """A note of the one who verifies: an interview, a look at the place, a paper received. Append-only."""

    class Kind(models.TextChoices):
        INTERVIEW = "lam_viec", "làm việc với người có liên quan"
        SITE = "thuc_dia", "kiểm tra tại chỗ"
        PAPERS = "tai_lieu", "thu thập thông tin, tài liệu"
        ANALYSIS = "nhan_dinh", "nhận định, đề xuất"

    case = models.ForeignKey(Case, verbose_name="vụ việc", on_delete=models.PROTECT, related_name="notes")
    happened_on = models.DateField("ngày")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    text = models.TextField("nội dung")
    written_by = models.ForeignKey(
        Official, verbose_name="người ghi", on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField("ghi lúc", auto_now_add=True)

    objects = VerificationNoteQuerySet.as_manager()

    class Meta:
        verbose_name = "ghi chép xác minh"
        verbose_name_plural = "ghi chép xác minh"
        ordering = ["case", "happened_on", "pk"]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_kind_display()}"


class ProtectionQuerySet(BookQuerySet["Protection"]):
    def visible_to(self, official: Official) -> ProtectionQuerySet:
        """Return the protections of the office's denunciations; verifiers do not see them."""
        if not official.keeps_the_books:
            return self.none()
        return self.filter(case__unit_id=official.unit_id)


class Protection(models.Model):
    """A request to protect the denouncer or his family, and what became of it (LTC 47-58).

    Nobody is named: whom it protects is told by `whom` alone.
    """

    class Whom(models.TextChoices):
        DENOUNCER = "nguoi_to_cao", "người tố cáo"
        FAMILY = "than_nhan", "vợ, chồng, cha, mẹ, con của người tố cáo"
        BOTH = "ca_hai", "người tố cáo và thân nhân"

    class Subject(models.TextChoices):
        POSITION = "vi_tri_viec_lam", "vị trí công tác, việc làm"
        LIFE = "tinh_mang", "tính mạng, sức khỏe, tài sản, danh dự, nhân phẩm"
        SECRECY = "bi_mat", "bí mật thông tin"

    class State(models.TextChoices):
        REQUESTED = "yeu_cau", "chờ quyết định"
        APPLIED = "ap_dung", "đang áp dụng biện pháp bảo vệ"
        REFUSED = "tu_choi", "đã từ chối"
        ENDED = "cham_dut", "đã chấm dứt"

    case = models.ForeignKey(
        Case, verbose_name="vụ việc", on_delete=models.PROTECT, related_name="protections"
    )
    requested_on = models.DateField("ngày yêu cầu")
    whom = models.CharField("người được bảo vệ", max_length=14, choices=Whom)
    subject = models.CharField("nội dung bảo vệ", max_length=16, choices=Subject)
    urgent = models.BooleanField("khẩn cấp, yêu cầu bằng lời", default=False)
    written_on = models.DateField("ngày có văn bản yêu cầu", null=True, blank=True)
    reason = models.TextField("căn cứ yêu cầu")
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.REQUESTED)
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    document_number = models.CharField("số quyết định, văn bản", max_length=100, blank=True)
    measures = models.CharField("biện pháp, lý do từ chối", max_length=500, blank=True)
    ended_on = models.DateField("ngày chấm dứt", null=True, blank=True)
    end_reason = models.CharField("lý do chấm dứt", max_length=500, blank=True)
    end_document = models.CharField("số văn bản chấm dứt", max_length=100, blank=True)
    recorded_by = models.ForeignKey(
        Official, verbose_name="người ghi", on_delete=models.PROTECT, related_name="+"
    )

    objects = ProtectionQuerySet.as_manager()

    class Meta:
        verbose_name = "bảo vệ người tố cáo"
        verbose_name_plural = "bảo vệ người tố cáo"
        ordering = ["case", "requested_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(decided_on__gte=models.F("requested_on")),
                name="protection_decided_after_request",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_subject_display()}"
