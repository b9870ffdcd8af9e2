"""Run as a program: a million entries of the live round's falls, and a session to register with.

Prints, as its last line, JSON with the session's cookie and the deployment. The entries are copies by SQL, spread over
the last hundred days; the sums of the day are not made for them.
"""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from stillads.capture.actions.entries import Said, register  # noqa: E402
from stillads.capture.models import Deployment, Entry  # noqa: E402
from stillads.kernel.clock import now, today  # noqa: E402
from stillads.organisation.models import Person  # noqa: E402
from stillads.organisation.queries.viewers import viewer_for_person  # noqa: E402

_COPIED = (
    "deployment_id", "version_id", "site_id", "form", "subject", "actor_id", "answered_by", "received_at",
    "source", "digest", "answers", "void_reason", "constructed", "occurred_at",
)  # fmt: skip
_NUMBERS = {
    "sqlite": "WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < {many})",
    "postgresql": "WITH series(n) AS (SELECT * FROM generate_series(1, {many}))",
}
_DAY = {
    "sqlite": "date('now', '-' || (n %% 100 + 1) || ' days')",
    "postgresql": "current_date - (n %% 100 + 1)::int",
}


def main(many: int) -> None:
    """Makes them, where they are not there."""
    falls = Deployment.objects.get(instrument__key="falls", unit__key="toftegaarden", valid_to__gte=today())
    person = Person.objects.get(name="Yasmin Holst")
    missing = many - Entry.objects.count()
    if missing > 0:
        said = Said("event", {"event": ["room"]}, f"bench-{many}", source="queue")
        register(deployment=falls.pk, said=said, viewer=viewer_for_person(person, on=today()), at=now())
        one = Entry.objects.get(idempotency_key=f"bench-{many}")
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_statement(missing), [one.pk])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client()
    if person.user is None:
        raise SystemExit("the demo's employee has no log-in")
    client.force_login(person.user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    print(json.dumps({"cookie": cookie, "deployment": falls.public_id, "entries": Entry.objects.count()}))


def _statement(many: int) -> str:
    copied = ", ".join(_COPIED)
    numbers = _NUMBERS[connection.vendor].format(many=many)
    insert = f"INSERT INTO capture_entry ({copied}, local_day, public_id, idempotency_key)"
    picked = f"SELECT {copied}, {_DAY[connection.vendor]}, 'b' || n, 'bench' || n"
    rest = "FROM series, capture_entry WHERE capture_entry.id = %s"
    if connection.vendor == "sqlite":
        return f"{insert} {numbers} {picked} {rest}"
    return f"{numbers} {insert} {picked} {rest}"


if __name__ == "__main__":
    main(int(sys.argv[1]))
