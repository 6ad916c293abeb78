"""What the office does around the cases: training, dissemination, management papers, inspections.

Each table is one sheet of the register workbook; targets 1, 7, 8 and table 06/QLKNTC count them.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lucba.office.models.people import StaffMember
from lucba.office.models.units import BookQuerySet, Hamlet, Unit


class TrainingClass(models.Model):
    """A class on reception, complaints and denunciations (sheet TAP_HUAN), counted on its last day."""

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    code = models.CharField("mã lớp", max_length=40)
    title = models.CharField("tên lớp", max_length=500)
    started_on = models.DateField("từ ngày")
    ended_on = models.DateField("đến ngày")
    own = models.BooleanField("đơn vị tự tổ chức")
    participants = models.PositiveIntegerField("số người dự")

    objects = BookQuerySet["TrainingClass"].as_manager()

    class Meta:
        verbose_name = "lớp tập huấn"
        verbose_name_plural = "lớp tập huấn"
        ordering = ["unit", "code"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="training_code_once_per_unit"),
            models.CheckConstraint(
                condition=Q(ended_on__gte=F("started_on")), name="training_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class TrainingAttendance(models.Model):
    """A person of the office who attended a class (sheet TAP_HUAN_NGUOI)."""

    training_class = models.ForeignKey(TrainingClass, on_delete=models.PROTECT, related_name="attendances")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="attendances")

    class Meta:
        verbose_name = "cán bộ dự tập huấn"
        verbose_name_plural = "cán bộ dự tập huấn"
        constraints = [
            models.UniqueConstraint(fields=["training_class", "member"], name="attendance_once_per_class")
        ]

    def __str__(self) -> str:
        return f"{self.member} – {self.training_class}"


class Dissemination(models.Model):
    """One unit or hamlet served by a round of dissemination (sheet TUYEN_TRUYEN)."""

    class Form(models.TextChoices):
        CONFERENCE = "hoi_nghi", "hội nghị"
        HAMLET_MEETING = "hop_xom", "họp xóm"
        LOUDSPEAKER = "loa_truyen_thanh", "loa truyền thanh"
        POSTING = "niem_yet", "niêm yết"
        LEAFLETS = "to_roi", "tờ rơi"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    round_code = models.CharField("mã đợt", max_length=40)
    held_on = models.DateField("ngày")
    hamlet = models.ForeignKey(
        Hamlet, verbose_name="xóm, đơn vị", on_delete=models.PROTECT, related_name="disseminations"
    )
    form = models.CharField("hình thức", max_length=20, choices=Form)
    participants = models.PositiveIntegerField("số người dự")
    evidence = models.CharField("minh chứng", max_length=500, blank=True)

    objects = BookQuerySet["Dissemination"].as_manager()

    class Meta:
        verbose_name = "đợt tuyên truyền"
        verbose_name_plural = "đợt tuyên truyền"
        ordering = ["unit", "round_code", "hamlet"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "round_code", "hamlet"], name="dissemination_once_per_hamlet"
            )
        ]
        indexes = [
            # target 1 and 06/QLKNTC columns 4, 5
            models.Index(fields=["unit", "held_on"], name="dissemination_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.round_code} – {self.hamlet}"


class TrainingList(models.Model):
    """The yearly list of people sent to training (sheet DS_DAO_TAO, target 8)."""

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField("năm")
    document_number = models.CharField("số văn bản", max_length=100)
    approved_on = models.DateField("ngày phê duyệt")
    people = models.PositiveIntegerField("số người")

    objects = BookQuerySet["TrainingList"].as_manager()

    class Meta:
        verbose_name = "danh sách cử đi đào tạo"
        verbose_name_plural = "danh sách cử đi đào tạo"
        ordering = ["unit", "year"]
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="training_list_once_per_year")]

    def __str__(self) -> str:
        return f"Danh sách năm {self.year}"


class ManagementDocument(models.Model):
    """A management document on this work (sheet VAN_BAN_QL, 06/QLKNTC columns 1-3)."""

    class Kind(models.TextChoices):
        NEW = "ban_hanh_moi", "ban hành mới"
        AMENDED = "sua_doi_bo_sung", "sửa đổi, bổ sung"
        CANCELLED = "huy_bo", "hủy bỏ"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    document_number = models.CharField("số văn bản", max_length=100)
    issued_on = models.DateField("ngày ban hành")
    kind = models.CharField("loại", max_length=20, choices=Kind)
    title = models.CharField("trích yếu", max_length=1000)

    objects = BookQuerySet["ManagementDocument"].as_manager()

    class Meta:
        verbose_name = "văn bản quản lý, chỉ đạo"
        verbose_name_plural = "văn bản quản lý, chỉ đạo"
        ordering = ["unit", "document_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "document_number"], name="management_document_number_once"
            )
        ]

    def __str__(self) -> str:
        return self.document_number


class Inspection(models.Model):
    """A responsibility inspection (sheet THANH_TRA); a commune normally has none."""

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    code = models.CharField("mã cuộc", max_length=40)
    started_on = models.DateField("ngày bắt đầu")
    units = models.PositiveIntegerField("số đơn vị")
    concluded_on = models.DateField("ngày kết luận", null=True, blank=True)
    document_number = models.CharField("số kết luận", max_length=100, blank=True)
    sanction_orgs = models.PositiveIntegerField("kiến nghị xử lý: tổ chức", default=0)
    sanction_persons = models.PositiveIntegerField("kiến nghị xử lý: cá nhân", default=0)
    invest_orgs = models.PositiveIntegerField("chuyển cơ quan điều tra: tổ chức", default=0)
    invest_persons = models.PositiveIntegerField("chuyển cơ quan điều tra: cá nhân", default=0)

    objects = BookQuerySet["Inspection"].as_manager()

    class Meta:
        verbose_name = "cuộc thanh tra trách nhiệm"
        verbose_name_plural = "cuộc thanh tra trách nhiệm"
        ordering = ["unit", "code"]
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="inspection_code_once_per_unit")]

    def __str__(self) -> str:
        return self.code


class InspectionFollowUp(models.Model):
    """One dated entry of carrying out an inspection's conclusion (sheet THANH_TRA_TH)."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="follow_ups")
    seq = models.PositiveIntegerField("thứ tự")
    done_on = models.DateField("ngày")
    sanction_orgs = models.PositiveIntegerField("đã xử lý: tổ chức", default=0)
    sanction_persons = models.PositiveIntegerField("đã xử lý: cá nhân", default=0)
    prosecuted_cases = models.PositiveIntegerField("khởi tố: vụ", default=0)
    prosecuted_persons = models.PositiveIntegerField("khởi tố: đối tượng", default=0)
    finished = models.BooleanField("thực hiện xong")

    class Meta:
        verbose_name = "thực hiện kết luận thanh tra"
        verbose_name_plural = "thực hiện kết luận thanh tra"
        ordering = ["inspection", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "seq"], name="inspection_follow_up_seq_once")
        ]

    def __str__(self) -> str:
        return f"{self.inspection} – {self.seq}"
