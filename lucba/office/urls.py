"""Addresses of the office room."""

from django.contrib.auth import views as auth
from django.urls import path, reverse_lazy

from lucba.office import law_pages, messages, saved_filters, views, workdays
from lucba.office.forms import ChangePasswordForm, SignInForm

app_name = "office"
urlpatterns = [
    path(
        "dang-nhap/",
        auth.LoginView.as_view(
            template_name="office/sign_in.html",
            authentication_form=SignInForm,
            redirect_authenticated_user=True,
        ),
        name="sign-in",
    ),
    path("dang-xuat/", auth.LogoutView.as_view(), name="sign-out"),
    path(
        "doi-mat-khau/",
        auth.PasswordChangeView.as_view(
            template_name="office/change_password.html",
            form_class=ChangePasswordForm,
            success_url=reverse_lazy("office:password-changed"),
        ),
        name="change-password",
    ),
    path(
        "doi-mat-khau/xong/",
        auth.PasswordChangeDoneView.as_view(template_name="office/password_changed.html"),
        name="password-changed",
    ),
    path("ngay-nghi/", views.day_off, name="day-off"),
    path("can-cu-phap-ly/", law_pages.law, name="law"),
    path("lich-lam-viec/", workdays.workdays, name="workdays"),
    path("lich-lam-viec/thong-bao/moi/", workdays.notice_new, name="notice-new"),
    path("lich-lam-viec/thong-bao/<int:pk>/sua/", workdays.notice_correct, name="notice-correct"),
    path("lich-lam-viec/thong-bao/<int:pk>/bo/", workdays.notice_withdraw, name="notice-withdraw"),
    path("lich-lam-viec/thay-doi/<int:pk>/", workdays.calendar_change, name="calendar-change"),
    path(
        "lich-lam-viec/thay-doi/<int:pk>/tien-do/",
        workdays.calendar_change_progress,
        name="calendar-change-progress",
    ),
    path("tin-bao/", messages.message_list, name="messages"),
    path("tin-bao/da-doc/", messages.messages_read, name="messages-read"),
    path("tin-bao/<int:pk>/", messages.message_open, name="message-open"),
    path("bo-loc/luu/", saved_filters.filter_save, name="filter-save"),
    path("bo-loc/<int:pk>/bo/", saved_filters.filter_drop, name="filter-drop"),
    path("he-thong/", views.system, name="system"),
]
