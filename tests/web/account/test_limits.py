"""The limits of the log-in are counted by all web processes together."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.harness.databases import PostgreSQL, SQLite
from tests.harness.people import new_house

from stillads.jobs.hourly import forget_counts
from stillads.kernel.clock import now
from stillads.organisation.models import SharedCount
from stillads.organisation.policy import EMPLOYEE

CHECKOUT = Path(__file__).parents[3]
PASSWORD = "fire gule cykler hjem"
TOO_MANY = "For mange forkerte forsøg"
# Both start counting at the same moment, so that they also meet at the same row.
TRIES = """
import sys, django
django.setup()
from django.test import Client
client = Client(HTTP_HOST="127.0.0.1", headers={"accept-language": "da"})
print("ready", flush=True)
sys.stdin.readline()
for _ in range(3):
    page = client.post("/konto/log-ind/", {"login": sys.argv[1], "password": "forkert"})
    print(int(sys.argv[2] in page.content.decode()), flush=True)
"""


@pytest.mark.django_db(transaction=True)
def test_two_processes_count_wrong_passwords_together(
    django_db_setup: SQLite | PostgreSQL,
) -> None:
    person = new_house().person(EMPLOYEE, name="Inge Holm")
    assert person.user is not None
    person.user.set_password(PASSWORD)
    person.user.save()
    environment = {
        **os.environ,
        **django_db_setup.variables(),
        "PYTHONPATH": "src",
        "DJANGO_SETTINGS_MODULE": "stillads.config.settings",
        "STILLADS_PLAIN_STATIC": "1",
    }
    command = [sys.executable, "-c", TRIES, person.email, TOO_MANY]
    both = [
        subprocess.Popen(
            command, cwd=CHECKOUT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = "".join(process.communicate(timeout=60)[0] for process in both)
    assert sorted(said.split()) == ["0", "0", "0", "0", "0", "1"]
    third = Client(HTTP_HOST="127.0.0.1").post(
        "/konto/log-ind/", {"login": person.email, "password": PASSWORD}
    )
    assert TOO_MANY in third.content.decode()


@pytest.mark.django_db
def test_neither_address_nor_e_mail_stands_in_the_counts(client: Client) -> None:
    client.post(
        "/konto/log-ind/", {"login": "inge@example.dk", "password": "forkert"}, REMOTE_ADDR="192.0.2.7"
    )
    kept = list(SharedCount.objects.values_list("cache_key", flat=True))
    assert len(kept) == 3  # tries from the address, failed ones from it, failed ones of the e-mail
    assert [key for key in kept if len(key) != 64 or "192.0.2.7" in key or "inge" in key] == []


@pytest.mark.django_db
def test_what_has_run_out_is_removed_and_what_counts_is_kept() -> None:
    cache.set("old", [1], 60)
    cache.set("new", [2], 600)
    assert forget_counts.run(now() + timedelta(minutes=5)) == "1 counts removed"
    assert (cache.get("old"), cache.get("new")) == (None, [2])


@pytest.mark.django_db
def test_an_ordinary_page_asks_no_count(client: Client) -> None:
    person = new_house().person(EMPLOYEE, name="Inge Holm")
    assert person.user is not None
    client.force_login(person.user)
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/").status_code == 200
    assert asked.captured_queries
    assert [query for query in asked.captured_queries if "sharedcount" in query["sql"]] == []
