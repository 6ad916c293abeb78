"""What a password must be, where Django has no Vietnamese words; see settings.AUTH_PASSWORD_VALIDATORS."""

from django.contrib.auth.password_validation import MinimumLengthValidator


class LengthValidator(MinimumLengthValidator):
    """Django's rule on the length of passwords, speaking Vietnamese."""

    def get_error_message(self) -> str:
        """Return the refusal."""
        return f"Mật khẩu quá ngắn, phải có ít nhất {self.min_length} ký tự."

    def get_help_text(self) -> str:
        """Return the hint."""
        return f"Mật khẩu phải có ít nhất {self.min_length} ký tự."
