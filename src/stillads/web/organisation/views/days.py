"""The day a page is asked for: today, or another one."""

from datetime import date

from django.http import HttpRequest

from stillads.kernel.clock import today


def asked_day(request: HttpRequest) -> date:
    """`?dato=2026-08-01`; today where nothing, or nothing readable, is asked for."""
    try:
        return date.fromisoformat(request.GET.get("dato", ""))
    except ValueError:
        return today()
