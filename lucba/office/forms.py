"""Signing in, changing and setting passwords: Django's forms with sentences of the office."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout, Submit
from django import forms
from django.contrib.auth.forms import AdminPasswordChangeForm, AuthenticationForm, PasswordChangeForm

STRONG = "Ít nhất 10 ký tự, không chỉ gồm chữ số, không giống tên của ông/bà, không dễ đoán."
CANCEL = HTML("""<a class="btn btn-plain" href="{% url 'home' %}" data-leave>Thôi</a>""")


class SignInForm(AuthenticationForm):
    """Username and password."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": "Tên đăng nhập hoặc mật khẩu không đúng. Hãy gõ lại; chú ý chữ hoa, chữ thường.",
    }

    @property
    def helper(self) -> FormHelper:
        """Return the layout: two boxes, one wide button."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True  # the template writes it beside the address to go on to
        return helper


class ChangePasswordForm(PasswordChangeForm):
    """The old password once, the new one twice."""

    error_messages = {
        **PasswordChangeForm.error_messages,
        "password_incorrect": "Mật khẩu cũ không đúng. Hãy gõ lại.",
        "password_mismatch": "Hai lần gõ mật khẩu mới không giống nhau. Hãy gõ lại.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = STRONG
        self.fields["new_password2"].help_text = ""

    @property
    def helper(self) -> FormHelper:
        """Return the layout: one column, the button last."""
        return _one_column(self, "Đổi mật khẩu")


class SetPasswordForm(AdminPasswordChangeForm):  # type: ignore[type-arg]  # no subscript at run time
    """A new password, twice, that the administrator gives to somebody; every account signs in with one."""

    error_messages = ChangePasswordForm.error_messages

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        self.fields["password1"].help_text, self.fields["password2"].help_text = STRONG, ""

    @property
    def helper(self) -> FormHelper:
        """Return the layout: one column, the button last."""
        return _one_column(self, "Đặt mật khẩu")


def _one_column(form: forms.Form, button: str) -> FormHelper:
    helper = FormHelper()
    helper.form_class = "sheet"
    helper.attrs = {"novalidate": True}
    helper.layout = Layout(*form.fields, Div(Submit("", button), CANCEL, css_class="form-buttons"))
    return helper
