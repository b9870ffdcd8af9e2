"""The log-in. Who a person is, and where they work, stands in Person and Assignment."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Makes log-ins by e-mail address."""

    def create_user(self, email: str, password: str | None = None) -> "User":
        """A log-in; without a password it can only be used through a passkey or a link."""
        user = self.model(email=self.normalize_email(email).lower())
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An e-mail address with a way to prove it."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    is_staff = False  # there is no django.contrib.admin in the house

    def __str__(self) -> str:
        return self.email
