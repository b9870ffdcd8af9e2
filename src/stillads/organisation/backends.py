"""Whose log-in it is: as allauth checks it, and found by a query that is compiled once, since every page asks."""

from typing import Final

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import BigIntegerField

from stillads.kernel.prepared import Parameter, Prepared

from .models import User

_USER: Final = Prepared(lambda: User.objects.filter(pk=Parameter("pk", BigIntegerField())))


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """The only backend."""

    def get_user(self, user_id: int) -> User | None:
        """The user, who may still log in."""
        user = _USER.first(pk=user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
