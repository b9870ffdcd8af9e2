"""What allauth shall do our way: nobody signs up by themselves."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """People get their account from their municipality."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Never."""
        return False
