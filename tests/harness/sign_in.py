"""Run as a program: loads the demo and prints, as its last line, {role: session cookie} in JSON."""

import json
import os
import runpy
from importlib.util import find_spec

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from tests.harness.people import new_house  # noqa: E402

from stillads.kernel.clock import today  # noqa: E402
from stillads.organisation.models import Assignment  # noqa: E402
from stillads.organisation.policy import ROLES  # noqa: E402


def main() -> None:
    """Loads the demo; where a role is in nobody's hands, makes a person who holds it."""
    settings.ALLOWED_HOSTS = ["*"]
    if find_spec("stillads.demo.load"):
        try:
            runpy.run_module("stillads.demo.load", run_name="__main__", alter_sys=True)
        except SystemExit as ended:
            if ended.code not in (None, 0):
                raise
    else:
        house = new_house()
        for role in ROLES:
            house.person(role)
    print(json.dumps({role: cookie for role in ROLES if (cookie := _cookie(role))}))  # noqa: T201


def _cookie(role: str) -> str:
    held = (
        Assignment.objects.filter(role=role, person__user__is_active=True, valid_from__lte=today())
        .exclude(valid_to__lt=today())
        .select_related("person__user")
        .order_by("pk")
        .first()
    )
    if held is None or held.person.user is None:
        return ""
    client = Client()
    client.force_login(held.person.user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


if __name__ == "__main__":
    main()
