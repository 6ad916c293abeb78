"""People: the staff the books speak of, and the officials who sign in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from lucba.office.models.units import BookQuerySet, Unit


class StaffMember(models.Model):
    """A person of the office as the books know him (sheet CAN_BO); his periods are StaffTerm rows."""

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="staff")
    code = models.CharField("mã cán bộ", max_length=40)

    objects = BookQuerySet["StaffMember"].as_manager()

    class Meta:
        verbose_name = "cán bộ"
        verbose_name_plural = "cán bộ"
        ordering = ["unit", "code"]
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="staff_code_once_per_unit")]

    def __str__(self) -> str:
        return self.code


class StaffTermQuerySet(models.QuerySet["StaffTerm"]):
    def in_post(self, *, on: date) -> StaffTermQuerySet:
        """Return the terms that cover the day `on` (both ends inclusive)."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=on), started_on__lte=on)


class StaffTerm(models.Model):
    """One period of a person in a position and with a duty of reception or advice."""

    class Role(models.TextChoices):
        CHAIRMAN = "chu_tich", "Chủ tịch"
        VICE_CHAIRMAN = "pho_chu_tich", "Phó Chủ tịch"
        CIVIL_SERVANT = "cong_chuc", "công chức"
        OTHER = "khac", "khác"

    class Duty(models.TextChoices):
        RECEPTION = "tiep_cong_dan", "tiếp công dân"
        ADVICE = "tham_muu", "tham mưu giải quyết"
        BOTH = "ca_hai", "tiếp công dân và tham mưu giải quyết"
        NONE = "khong", "không"

    member = models.ForeignKey(
        StaffMember, verbose_name="cán bộ", on_delete=models.PROTECT, related_name="terms"
    )
    full_name = models.CharField("họ và tên", max_length=150)
    position = models.CharField("chức vụ", max_length=150)
    role = models.CharField("vai trò", max_length=20, choices=Role)
    duty = models.CharField("nhiệm vụ", max_length=20, choices=Duty)
    started_on = models.DateField("từ ngày")
    ended_on = models.DateField("đến ngày", null=True, blank=True)

    objects = StaffTermQuerySet.as_manager()

    class Meta:
        verbose_name = "thời gian công tác"
        verbose_name_plural = "thời gian công tác"
        ordering = ["member", "started_on"]
        constraints = [
            models.UniqueConstraint(fields=["member", "started_on"], name="staff_term_starts_once"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="staff_term_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name}, {self.position}"


class OfficialManager(BaseUserManager["Official"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> Official:
        """Create an official who may sign in with `password` (none: may not)."""
        official = self.model(username=self.model.normalize_username(username), **fields)
        official.set_password(password)
        official.save(using=self._db)
        return official


class Official(AbstractBaseUser):
    """A person who signs in: the custom user model."""

    class Role(models.TextChoices):
        CLERK = "clerk", "công chức Văn phòng – Thống kê"
        CHAIRMAN = "chairman", "Chủ tịch"
        VICE_CHAIRMAN = "vice-chairman", "Phó Chủ tịch"
        OFFICER = "officer", "công chức chuyên môn"
        INSPECTORATE = "inspectorate", "thanh tra, ban tiếp công dân cấp trên"
        SUPERVISOR = "supervisor", "cơ quan giám sát (Đảng ủy, HĐND, Mặt trận)"
        ADMINISTRATOR = "administrator", "quản trị hệ thống"

    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    full_name = models.CharField("họ và tên", max_length=150)
    position = models.CharField("chức vụ", max_length=150)
    role = models.CharField("vai trò", max_length=20, choices=Role)
    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="officials")
    staff_member = models.OneToOneField(
        StaffMember,
        verbose_name="cán bộ trong sổ",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="official",
    )
    email = models.EmailField("thư điện tử", blank=True)
    feed_token = models.CharField("khóa lịch cá nhân", max_length=43, blank=True, editable=False)
    is_active = models.BooleanField("đang hoạt động", default=True)
    is_demonstration = models.BooleanField(
        "tài khoản trình diễn", default=False, help_text="Chỉ đăng nhập được ở bản trình diễn."
    )

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name", "position", "role", "unit"]

    objects = OfficialManager()

    class Meta:
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"
        ordering = ["unit", "username"]

    def __str__(self) -> str:
        return self.full_name

    @property
    def keeps_the_books(self) -> bool:
        """Whether the official reads the office's books: its clerks and its leaders."""
        return self.role in (self.Role.CLERK, self.Role.CHAIRMAN, self.Role.VICE_CHAIRMAN)

    @property
    def is_leader(self) -> bool:
        """Whether the official decides and signs: the chairman or a vice-chairman."""
        return self.role in (self.Role.CHAIRMAN, self.Role.VICE_CHAIRMAN)

    @property
    def is_staff(self) -> bool:
        """Whether the reference-data pages of the administrator open (asked by Django's admin)."""
        return self.is_active and self.role == self.Role.ADMINISTRATOR

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Answer Django's admin: the administrator maintains whatever is registered there."""
        return self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        """Answer Django's admin, as `has_perm`."""
        return self.is_staff
