"""Every room says what it is for, what it owns, what it may import and where to start."""

from pathlib import Path

ROOMS = Path(__file__).parents[2] / "src" / "stillads"
QUESTIONS = ("**Purpose.**", "**Owns.**", "**May import.**", "**Start here.**")


def test_every_room_answers_the_four_questions() -> None:
    rooms = sorted(entry for entry in ROOMS.iterdir() if (entry / "__init__.py").exists())
    silent = {
        room.name: missing
        for room in rooms
        if (missing := [question for question in QUESTIONS if question not in _readme(room)])
    }
    assert silent == {}


def _readme(room: Path) -> str:
    readme = room / "README.md"
    return readme.read_text(encoding="utf-8") if readme.exists() else ""
