"""Exactly what pages need comes out of the packages."""

import re
from os.path import normpath
from pathlib import Path

from django.contrib.staticfiles import finders

from stillads.ui.finders import FrontEndFinder, slim_stylesheet, vendor_files

STYLE = "vendor/dkfds/css/dkfds.css"


def test_the_stylesheet_loses_its_typefaces_and_keeps_its_components() -> None:
    path = finders.find(STYLE)
    assert isinstance(path, str)
    text = Path(path).read_text("utf-8")
    assert "@font-face" not in text
    assert "sourceMappingURL" not in text
    assert ".form-error-message" in text


def test_every_file_that_a_stylesheet_points_to_is_there() -> None:
    for name in (STYLE, "ui/stillads.css"):
        path = finders.find(name)
        assert isinstance(path, str)
        for target in re.findall(r'url\("?(\.\./[^")]+)"?\)', Path(path).read_text("utf-8")):
            wanted = normpath(f"{Path(name).parent}/{target}")
            assert finders.find(wanted), wanted


def test_the_type_is_latin_woff2_alone() -> None:
    fonts = [name for name, _storage in FrontEndFinder().list([]) if "/fonts/" in name]
    assert fonts
    assert all(name.endswith("-Latin1.woff2") for name in fonts)


def test_what_is_not_offered_is_not_found() -> None:
    assert finders.find("vendor/dkfds/js/dkfds.js") is None
    assert finders.find("vendor/../settings.py") is None


def test_without_packages_there_is_nothing(tmp_path: Path) -> None:
    assert vendor_files(tmp_path, tmp_path / "derived") == {}


def test_slimming_touches_nothing_else() -> None:
    style = "a{b:c}@font-face{x:y}.icon-car:not(a){z:1}d{e:f}/*# sourceMappingURL=x.map*/"
    assert slim_stylesheet(style) == "a{b:c}d{e:f}\n"
