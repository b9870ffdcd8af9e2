"""The translation functions, for rooms that shall know nothing else of Django."""

from django.utils.translation import gettext, gettext_lazy, ngettext

__all__ = ["gettext", "gettext_lazy", "ngettext"]
