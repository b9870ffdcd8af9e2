"""Where catalogues live: one per room of `stillads`, one per journey of `stillads.web`."""

from pathlib import Path

CATALOGUE = Path("locale", "da", "LC_MESSAGES", "django.po")
_SOURCES = {".py", ".html"}
_PASSED_OVER = {"__pycache__", "locale", "migrations", "static"}


def catalogue_of(place: Path) -> Path:
    """The .po file of a place, whether it exists or not."""
    return place / CATALOGUE


def places(package: Path) -> list[Path]:
    """All directories under `package` (src/stillads) that own a catalogue."""
    web = package / "web"
    found = [path for path in package.iterdir() if _is_room(path)]
    if web.is_dir():
        found += [
            path for path in web.iterdir() if _is_room(path) and path.name not in {"templates", "locale"}
        ]
    return sorted(found)


def sources(place: Path) -> list[Path]:
    """The Python files and templates whose messages belong to `place`.

    The journeys of `web` own what lies in them, so `web` itself owns its own files and templates only.
    """
    inner = {path for path in places(place.parent) if place in path.parents}
    return sorted(
        path
        for path in place.rglob("*")
        if path.is_file()
        and (path.suffix in _SOURCES or "templates" in path.relative_to(place).parts)
        and not _PASSED_OVER & set(path.relative_to(place).parts)
        and not inner & set(path.parents)
    )


def _is_room(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith((".", "_")) and any(path.glob("*"))
