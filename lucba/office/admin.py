"""The administrator's pages: reference data only. Visits, petitions, cases, names and the trail are not here.

Every change is written to the trail. Nothing is deleted: units and staff are closed with a date, accounts
switched off. Days off have pages of their own, for they move deadlines.
"""

from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html

from lucba.office import audit
from lucba.office.forms import SetPasswordForm
from lucba.office.models import (
    Hamlet,
    Official,
    StaffMember,
    StaffTerm,
    Unit,
    UnitProfile,
)

if TYPE_CHECKING:  # Django's own classes cannot be subscripted at run time
    ModelAdmin = admin.ModelAdmin[Any]
    ProfileInline = admin.StackedInline[UnitProfile, Unit]
    TermInline = admin.StackedInline[StaffTerm, StaffMember]
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
    CreationForm = BaseUserCreationForm[Official]
    OfficialsAdmin = UserAdmin[Official]
else:
    ModelAdmin = admin.ModelAdmin
    ProfileInline = TermInline = admin.StackedInline
    InlineFormSet = forms.BaseInlineFormSet
    CreationForm = BaseUserCreationForm
    OfficialsAdmin = UserAdmin

admin.site.site_header = "Quản trị: đơn vị, cán bộ, tài khoản"
admin.site.site_title = "Quản trị"
admin.site.index_title = "Dữ liệu dùng chung"
admin.site.unregister(Group)


class AuditedAdmin(ModelAdmin):
    """Reference data whose every change stands in the trail."""

    show_facets = admin.ShowFacets.NEVER

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Write the trail beside Django's own log."""
        self._record("thêm", obj, request)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Write the trail beside Django's own log; also called when a password is set."""
        self._record("sửa", obj, request)
        return super().log_change(request, obj, message)

    def _record(self, act: str, obj: Any, request: HttpRequest) -> None:
        audit.record(f"{act} {self.opts.verbose_name}"[:60], subject=obj, by=cast(Official, request.user))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a row is closed with a date instead."""
        return False


class PeriodsFormSet(InlineFormSet):
    """Dated rows of one thing, of which at most one may be in force on a day."""

    first, last = "in_force_from", "in_force_until"

    def clean(self) -> None:
        """Refuse two periods that overlap."""
        super().clean()
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data.get(self.first)]
        rows.sort(key=lambda row: row[self.first])
        for earlier, later in pairwise(rows):
            if earlier[self.last] is None or earlier[self.last] >= later[self.first]:
                raise ValidationError(
                    f"Hai giai đoạn chồng nhau: giai đoạn trước phải kết thúc trước ngày "
                    f"{later[self.first]:%d/%m/%Y}."
                )


class TermsFormSet(PeriodsFormSet):
    first, last = "started_on", "ended_on"


class UnitProfileInline(ProfileInline):
    model = UnitProfile
    fk_name = "unit"
    formset = PeriodsFormSet
    extra = 0
    can_delete = False


@admin.register(Unit)
class UnitAdmin(AuditedAdmin):
    list_display = ("code", "name", "level", "kind", "parent")
    list_filter = ("level", "kind")
    list_select_related = ("parent",)
    search_fields = ("code", "name")
    inlines = (UnitProfileInline,)


@admin.register(Hamlet)
class HamletAdmin(AuditedAdmin):
    list_display = ("code", "name", "kind", "unit", "listed_from", "listed_to")
    list_filter = ("kind", "unit")
    list_select_related = ("unit",)
    search_fields = ("code", "name")


class StaffTermInline(TermInline):
    model = StaffTerm
    formset = TermsFormSet
    extra = 0
    can_delete = False
    min_num = 1


@admin.register(StaffMember)
class StaffMemberAdmin(AuditedAdmin):
    list_display = ("code", "names", "unit")
    list_filter = ("unit",)
    list_select_related = ("unit",)
    search_fields = ("code", "terms__full_name")
    inlines = (StaffTermInline,)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Read the terms of all rows at once."""
        return super().get_queryset(request).prefetch_related("terms")

    @admin.display(description="họ và tên")
    def names(self, member: StaffMember) -> str:
        """Return the name in the latest term."""
        return next((str(term) for term in reversed(member.terms.all())), "")


class NewOfficialForm(CreationForm):
    class Meta:
        model = Official
        fields = ("username", "full_name", "position", "role", "unit")


@admin.register(Official)
class OfficialAdmin(AuditedAdmin, OfficialsAdmin):
    add_form = NewOfficialForm
    add_form_template = None
    form = UserChangeForm
    change_password_form = SetPasswordForm
    change_user_password_template = "office/set_password.html"  # noqa: S105  the name of a page
    list_display = ("username", "full_name", "position", "role", "unit", "is_active")
    list_filter = ("role", "is_active", "unit")
    list_select_related = ("unit",)
    search_fields = ("username", "full_name")
    ordering = ("unit", "username")
    filter_horizontal = ()
    readonly_fields = ("set_password", "is_demonstration", "last_login")
    raw_id_fields = ("staff_member",)  # the search box of autocomplete_fields needs inline style
    fieldsets = (
        (None, {"fields": ("username", "set_password")}),
        ("Người dùng", {"fields": ("full_name", "position", "email", "staff_member")}),
        ("Quyền", {"fields": ("role", "unit", "is_active", "is_demonstration", "last_login")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "fields": (
                    "username",
                    "full_name",
                    "position",
                    "role",
                    "unit",
                    "password1",
                    "password2",
                )
            },
        ),
    )

    @admin.display(description="mật khẩu")
    def set_password(self, official: Official) -> str:
        """Lead to the page that sets a new password; the old one is known to nobody."""
        return format_html('<a href="{}">Đặt mật khẩu mới</a>', "../password/")
