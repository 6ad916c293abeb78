"""How officials are authenticated."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser

from lucba.office.models import Official


class OfficialBackend(ModelBackend):
    """Username and password; a demonstration account signs in only to a demonstration installation."""

    def user_can_authenticate(self, user: Official | AnonymousUser | None) -> bool:
        """Refuse inactive officials, and demonstration accounts outside the demonstration."""
        if isinstance(user, Official) and user.is_demonstration and not settings.DEMO:
            return False
        return super().user_can_authenticate(user)

    def get_user(self, user_id: int) -> Official | None:
        """Return who is signed in, with his unit, which every page names."""
        official = Official.objects.select_related("unit").filter(pk=user_id).first()
        return official if self.user_can_authenticate(official) else None
