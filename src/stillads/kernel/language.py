"""The translation functions, for rooms that shall know nothing else of Django."""

from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

__all__ = ["get_language", "gettext", "gettext_lazy", "ngettext"]
