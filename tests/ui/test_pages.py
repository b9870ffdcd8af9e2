"""The frame of every page, through the style guide."""

import gzip
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.test import Client

CHECKOUT = Path(__file__).resolve().parents[2]


def frame(body: str, **shell: object) -> str:
    return Template('{% extends "ui/base.html" %}' + body).render(Context({"shell": shell}))


def test_title_and_heading_are_one_text() -> None:
    html = frame("{% block title %}Opkald & svar{% endblock %}")
    assert "<title>Opkald & svar – Stillads</title>" in html
    assert html.count("<h1>Opkald & svar</h1>") == 1


def test_the_view_may_give_the_heading() -> None:
    html = Template('{% extends "ui/base.html" %}').render(Context({"heading": "Runde 2022-2"}))
    assert "<title>Runde 2022-2 – Stillads</title>" in html
    assert html.count("<h1>Runde 2022-2</h1>") == 1
    assert "<h1" not in frame("")


def test_the_answer_stands_before_the_content() -> None:
    html = frame("{% block answer %}Dag 40 af 100.{% endblock %}{% block content %}Tabel{% endblock %}")
    assert html.index("Dag 40 af 100.") < html.index("Tabel")


def test_an_empty_aside_leaves_no_landmark() -> None:
    assert "<aside" not in frame("{% block content %}x{% endblock %}")
    assert "<aside" in frame("{% block aside %}x{% endblock %}")


def test_the_menu_marks_where_one_is() -> None:
    html = frame("", nav=[("I dag", "/", False), ("Runder", "/runder/", True)])
    assert '<a href="/runder/" aria-current="true">Runder</a>' in html
    assert '<a href="/">I dag</a>' in html


def test_the_demo_says_so_and_others_do_not() -> None:
    assert "Demo: personerne er opdigtede" in frame("", demo=True)
    assert "Demo:" not in frame("", demo=False)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/stilguide/", "/stilguide/enkel/", "/stilguide/billeder/"])
def test_no_inline_style_or_script(client: Client, address: str) -> None:
    answer = client.get(address)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert " style=" not in html
    assert "<style" not in html
    assert "<script>" not in html


@pytest.mark.django_db
def test_the_first_visit_stays_below_150_kb(client: Client) -> None:
    """Everything a page asks for, compressed, with the two cuts of type that every page uses."""
    html = client.get("/stilguide/").content
    names = set(re.findall(rb'(?:href|src)="/static/([^"]+)"', html))
    weight = len(gzip.compress(html))
    for name in names:
        weight += _weight(name.decode())
    weight += _weight("vendor/dkfds/fonts/IBMPlexSans-SemiBold-Latin1.woff2")
    assert weight < 120_000  # leaves room for a page's own pictures


def _weight(name: str) -> int:
    path = finders.find(name)
    assert isinstance(path, str), name
    content = Path(path).read_bytes()
    return len(content if name.endswith("woff2") else gzip.compress(content))


def test_the_reference_in_the_docs_is_that_of_the_code() -> None:
    run = subprocess.run(
        [sys.executable, "tools/look_reference.py", "--check"],
        cwd=CHECKOUT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
