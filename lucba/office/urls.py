"""Addresses of the office room."""

from django.contrib.auth import views as auth
from django.urls import path, reverse_lazy

from lucba.office import views
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
    path("he-thong/", views.system, name="system"),
]
