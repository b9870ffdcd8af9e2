"""Brings exactly what pages need out of the npm packages into the static files.

`vendor/dkfds/css/dkfds.css` is the design system's stylesheet without its @font-face rules:
they name the whole typeface in four formats, while `ui/stillads.css` declares the Latin part
in woff2 alone. Its class per icon goes too, since our icons are drawn in the page, and the
placeholder logo; the icons that remain are those its components point to.
"""

import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

STYLESHEET = Path("dkfds/dist/css/dkfds.min.css")
ICONS = Path("dkfds/dist/img/svg-icons")
FONTS = Path("dkfds/dist/fonts/IBMPlexSans/split/woff2")
SCRIPT = Path("htmx.org/dist/htmx.min.js")
FACES = ("Regular", "Italic", "SemiBold")
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/")
_ICON_CLASS = re.compile(r"\.icon-[\w-]+:not\(a\)\{[^{}]*\}")
_LOGO = re.compile(r"[^{}]*\{[^{}]*\.\./img/logo[^{}]*\}")
_ICON = re.compile(r"\.\./img/svg-icons/([\w-]+\.svg)")


def missing_packages(packages: Path) -> list[str]:
    """Names of the packages that are not where they should be."""
    wanted = {"dkfds": STYLESHEET, "htmx.org": SCRIPT}
    return [name for name, path in wanted.items() if not (packages / path).is_file()]


def slim_stylesheet(text: str) -> str:
    """The design system's stylesheet without what the module's text says."""
    for pattern in (_FONT_FACE, _ICON_CLASS, _LOGO, _SOURCE_MAP):
        text = pattern.sub("", text)
    return text.strip() + "\n"


@cache
def vendor_files(packages: Path, derived: Path) -> dict[str, Path]:
    """Static name → file, for everything that is taken from the packages."""
    if missing_packages(packages):
        return {}
    style = slim_stylesheet((packages / STYLESHEET).read_text("utf-8"))
    files = {
        "vendor/dkfds/css/dkfds.css": _keep(style, derived),
        "vendor/htmx/htmx.min.js": packages / SCRIPT,
    }
    for icon in sorted(set(_ICON.findall(style))):
        files[f"vendor/dkfds/img/svg-icons/{icon}"] = packages / ICONS / icon
    for face in FACES:
        name = f"IBMPlexSans-{face}-Latin1.woff2"
        files[f"vendor/dkfds/fonts/{name}"] = packages / FONTS / name
    return files


def _keep(style: str, derived: Path) -> Path:
    """Write the derived stylesheet once per content; safe beside another starting process."""
    path = derived / f"dkfds-{sha256(style.encode()).hexdigest()[:12]}.css"
    if not path.is_file():
        derived.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{id(style):x}.part")
        draft.write_text(style, "utf-8")
        draft.replace(path)
    return path


class _VendorStorage(FileSystemStorage):
    """Reads one file of `vendor_files` under its static name."""

    def __init__(self, files: dict[str, Path]) -> None:
        super().__init__(location="/", base_url="/")
        self.files = files

    def path(self, name: str) -> str:
        """The file behind the static name."""
        return str(self.files[Path(name).as_posix()])


class FrontEndFinder(BaseFinder):
    """Static file finder over `vendor_files`."""

    @property
    def files(self) -> dict[str, Path]:
        """What can be found, by static name."""
        return vendor_files(settings.STILLADS_FRONT_END, settings.STATIC_ROOT.parent / "front-end")

    def check(self, **kwargs: Any) -> list[Any]:
        """Missing packages are reported by `stillads.ui.checks`."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file for a static name: a path, or a list of paths where all are asked for."""
        found = self.files.get(path)
        if found is None:
            return []
        return [str(found)] if find_all else str(found)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[tuple[str, Storage]]:
        """Every name with the storage that reads it."""
        storage = _VendorStorage(self.files)
        return [(name, storage) for name in self.files]
