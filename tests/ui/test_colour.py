"""One colour, checked and derived."""

import pytest
from django.test import Client, override_settings

from stillads.ui import colour
from stillads.ui.checks import check_colour, check_packages
from stillads.ui.theme import theme_css, theme_href


def test_contrast_as_wcag_counts_it() -> None:
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour.contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert colour.contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


def test_text_on_every_tint_can_be_read() -> None:
    shades = colour.palette("#0b5a4c")
    for ground in (shades.soft, shades.faint, colour.WHITE):
        assert colour.contrast("#1a1a1a", ground) >= 7
        assert colour.contrast(shades.dark, ground) >= colour.LEAST_CONTRAST


def test_a_pale_colour_stops_the_start() -> None:
    with override_settings(STILLADS_COLOUR="#ffcc00"):
        assert [error.id for error in check_colour(None)] == ["stillads.ui.E002"]
    with override_settings(STILLADS_COLOUR="green"):
        assert [error.id for error in check_colour(None)] == ["stillads.ui.E001"]
    with override_settings(STILLADS_COLOUR="#0b5a4c"):
        assert check_colour(None) == []


def test_missing_packages_are_a_warning(tmp_path: object) -> None:
    with override_settings(STILLADS_FRONT_END=tmp_path):
        assert [warning.id for warning in check_packages(None)] == ["stillads.ui.W001"]


def test_the_stylesheet_may_be_kept_for_a_year_because_its_address_changes(client: Client) -> None:
    answer = client.get(theme_href())
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer["Cache-Control"]
    assert "--colour:#0b5a4c;" in theme_css("#0b5a4c")
    with override_settings(STILLADS_COLOUR="#123456"):
        other = theme_href()
    assert other != theme_href()


def test_the_manifest_names_the_municipality(client: Client) -> None:
    answer = client.get("/site.webmanifest")
    assert answer.status_code == 200
    assert answer.json()["name"].startswith("Stillads – ")
