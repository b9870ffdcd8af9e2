"""The page of pictures and their files."""

import csv
import io

import pytest
from django.test import Client

from stillads.documents.pictures import checked_svg
from stillads.web.styleguide.chart_examples import examples

pytestmark = pytest.mark.django_db


def test_every_picture_stands_with_its_sentence_and_its_table(client: Client) -> None:
    html = client.get("/stilguide/billeder/").content.decode()
    for key, example in examples().items():
        assert f'id="billede-{key}"' in html
        assert example.sentence.replace("'", "&#x27;") in html
    assert html.count("<figure") == len(examples()) == html.count("<table")
    assert " style=" not in html and "<script>" not in html


def test_an_example_is_taken_home_as_svg_png_and_csv(client: Client) -> None:
    drawn = client.get("/stilguide/billeder/andel.svg")
    assert drawn["Content-Type"] == "image/svg+xml"
    assert 'filename="andel.svg"' in drawn["Content-Disposition"]
    checked_svg(drawn.content.decode())
    assert client.get("/stilguide/billeder/andel.png").content.startswith(b"\x89PNG")
    rows = list(
        csv.reader(
            io.StringIO(client.get("/stilguide/billeder/andel.csv").content.decode("utf-8-sig")),
            delimiter=";",
        )
    )
    assert rows[0][:4] == ["Periode", "Tal (%)", "Talt", "Ud af"]
    assert rows[1][:4] == ["uge 9", "60", "9", "15"]
    assert len(rows) == 21


@pytest.mark.parametrize("name", ["andel.exe", "ukendt.svg"])
def test_an_unknown_file_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/stilguide/billeder/{name}").status_code == 404
