"""Units, the dated profile each bears on its papers, hamlets, and the visibility of an office's books."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from lucba.law.house_rules import RECOMMENDATION_TARGET_DAYS

if TYPE_CHECKING:
    from lucba.office.models.people import Official

Row = TypeVar("Row", bound=models.Model, covariant=True)


class BookQuerySet(models.QuerySet[Row]):
    """Rows of one office's books: read by its clerks and leaders, by nobody else.

    Models whose rows others may see too override `visible_to`; lists, counts, exports, files start here.
    """

    def visible_to(self, official: Official) -> Any:
        """Return the rows `official` may see."""
        if official.keeps_the_books:
            return self.filter(unit_id=official.unit_id)
        return self.none()


class UnitQuerySet(models.QuerySet["Unit"]):
    def below(self, unit: Unit, *, on: date) -> UnitQuerySet:
        """Return the committees that report to `unit` on the day `on`."""
        return self.filter(
            pk__in=UnitProfile.objects.in_force(on=on).filter(reports_to=unit).values("unit_id"),
            kind=Unit.Kind.COMMITTEE,
        )


class Unit(models.Model):
    """A body of the tree: a People's Committee, or an inspectorate, board, party or mass body beside one."""

    class Level(models.TextChoices):
        COMMUNE = "xa", "cấp xã"
        DISTRICT = "huyen", "cấp huyện"
        PROVINCE = "tinh", "cấp tỉnh"

    class Kind(models.TextChoices):
        COMMITTEE = "ubnd", "Ủy ban nhân dân"
        INSPECTORATE = "thanh_tra", "cơ quan thanh tra"
        RECEPTION_BOARD = "ban_tcd", "Ban tiếp công dân"
        PARTY = "dang", "cấp ủy Đảng"
        COUNCIL = "hdnd", "Hội đồng nhân dân"
        FRONT = "mttq", "Mặt trận Tổ quốc và đoàn thể"

    code = models.CharField("mã đơn vị", max_length=40, unique=True)
    name = models.CharField("tên đơn vị", max_length=200)
    level = models.CharField("cấp", max_length=10, choices=Level)
    kind = models.CharField("loại", max_length=10, choices=Kind, default=Kind.COMMITTEE)
    parent = models.ForeignKey(
        "self",
        verbose_name="thuộc",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="Với cấp ủy, HĐND, Mặt trận, thanh tra: Ủy ban nhân dân cùng cấp.",
    )
    books_from = models.DateField("sổ sách từ ngày", null=True, blank=True)
    books_until = models.DateField(
        "sổ sách nhập đến ngày", null=True, blank=True, help_text="Ngày cuối của sổ đã nhập từ tệp Excel."
    )
    reports_from = models.DateField(
        "báo cáo trên hệ thống từ ngày",
        null=True,
        blank=True,
        help_text="Kỳ kết thúc trước ngày này đã báo cáo bằng cách khác. Trống: chỉ kỳ vừa kết thúc.",
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "đơn vị"
        verbose_name_plural = "đơn vị"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    def profile(self, *, on: date) -> UnitProfile:
        """Return the profile in force on the day `on`.

        Raises UnitProfile.DoesNotExist when the unit had none yet.
        """
        return self.profiles.in_force(on=on).get()


class UnitProfileQuerySet(models.QuerySet["UnitProfile"]):
    def in_force(self, *, on: date) -> UnitProfileQuerySet:
        """Return the profiles in force on the day `on` (both ends inclusive)."""
        return self.filter(
            Q(in_force_until__isnull=True) | Q(in_force_until__gte=on),
            in_force_from__lte=on,
        )


class UnitProfile(models.Model):
    """What a unit bears on its papers and whom it reports to, from one day to another.

    A merger or a renaming closes a row and adds one; papers take the row in force on their own date.
    """

    class PeriodPreset(models.TextChoices):
        CALENDAR_MONTH = "calendar-month", "tháng dương lịch (ngày 01 đến ngày cuối tháng)"
        MID_MONTH = "15-14", "từ ngày 15 tháng trước đến ngày 14 tháng này"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="profiles")
    in_force_from = models.DateField("từ ngày")
    in_force_until = models.DateField("đến hết ngày", null=True, blank=True)
    name = models.CharField("tên trong văn bản", max_length=200, help_text="Ví dụ: UBND xã Lục Ba")
    issuer_lines = models.TextField(
        "tên cơ quan ban hành", help_text="Mỗi dòng một phần, in hoa: ỦY BAN NHÂN DÂN / XÃ LỤC BA"
    )
    place_name = models.CharField("địa danh", max_length=80, help_text="Ví dụ: Lục Ba")
    symbol = models.CharField("ký hiệu cơ quan", max_length=20, default="UBND")
    signing_authority = models.CharField("thẩm quyền ký", max_length=80, default="TM. ỦY BAN NHÂN DÂN")
    reports_to = models.ForeignKey(
        Unit,
        verbose_name="nơi nhận báo cáo trên hệ thống",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reporting_profiles",
        help_text="Cơ quan xem và tiếp nhận báo cáo của đơn vị.",
    )
    addressees = models.TextField("kính gửi", blank=True, help_text="Mỗi dòng một cơ quan.")
    recipients = models.TextField("nơi nhận", blank=True, help_text="Mỗi dòng một nơi; dòng cuối là nơi lưu.")
    successor = models.ForeignKey(
        Unit,
        verbose_name="đơn vị tiếp nhận sau sắp xếp",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessor_profiles",
    )
    period_preset = models.CharField(
        "kỳ số liệu tháng", max_length=20, choices=PeriodPreset, default=PeriodPreset.CALENDAR_MONTH
    )
    remote = models.BooleanField(
        "vùng sâu, vùng xa đi lại khó khăn",
        default=False,
        help_text="Chưa có định nghĩa trong luật; mặc định là không.",
    )
    recommendation_target_days = models.PositiveSmallIntegerField(
        "chỉ tiêu trả lời kiến nghị, phản ánh (ngày)",
        default=RECOMMENDATION_TARGET_DAYS,
        validators=[MinValueValidator(1)],
        help_text="Chỉ tiêu nội bộ, tính từ ngày tiếp nhận để xử lý; luật không quy định thời hạn.",
    )

    objects = UnitProfileQuerySet.as_manager()

    class Meta:
        verbose_name = "thông tin đơn vị theo thời gian"
        verbose_name_plural = "thông tin đơn vị theo thời gian"
        ordering = ["unit", "in_force_from"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "in_force_from"], name="unit_profile_starts_once"),
            models.CheckConstraint(
                condition=Q(in_force_until__isnull=True) | Q(in_force_until__gte=F("in_force_from")),
                name="unit_profile_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} (từ {self.in_force_from:%d/%m/%Y})"

    def is_in_force(self, *, on: date) -> bool:
        """Tell whether the profile is in force on the day `on` (both ends inclusive)."""
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)


class Hamlet(models.Model):
    """A hamlet (xóm) or attached body on the list that must hold dissemination (sheet DON_VI)."""

    class Kind(models.TextChoices):
        HAMLET = "xom", "xóm"
        OFFICE = "co_quan", "cơ quan"
        SCHOOL = "truong", "trường học"
        HEALTH_STATION = "tram", "trạm y tế"
        OTHER = "khac", "khác"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="hamlets")
    code = models.CharField("mã", max_length=40)
    name = models.CharField("tên", max_length=200)
    kind = models.CharField("loại", max_length=10, choices=Kind)
    listed_from = models.DateField("từ ngày")
    listed_to = models.DateField("đến ngày", null=True, blank=True)

    objects = BookQuerySet["Hamlet"].as_manager()

    class Meta:
        verbose_name = "xóm, đơn vị trực thuộc"
        verbose_name_plural = "xóm, đơn vị trực thuộc"
        ordering = ["unit", "code"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="hamlet_code_once_per_unit"),
            models.CheckConstraint(
                condition=Q(listed_to__isnull=True) | Q(listed_to__gte=F("listed_from")),
                name="hamlet_listed_to_after_from",
            ),
        ]

    def __str__(self) -> str:
        return self.name
