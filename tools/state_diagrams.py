"""Draws the state diagrams under docs/states from the transition tables.

tools/state_diagrams.py           write them
tools/state_diagrams.py --check   end with 1 where one differs from its table
"""

import argparse
import importlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "docs" / "states"

# module:name of every transition table; a room adds its line here.
TABLES = (
    "stillads.ideas.states:IDEA",
    "stillads.notices.rules:NOTICE",
    "stillads.trials.states:ROUND",
    "stillads.trials.states:TRIAL",
    "stillads.trials.states:PHASE",
    "stillads.evaluation.states:EVALUATION",
    "stillads.capture.wish_rules:STATES",
    "stillads.capture.cases.states:STATES",
)


def pages() -> dict[Path, str]:
    """Where each diagram stands, and what must stand there. Django must be set up."""
    from stillads.kernel.states import mermaid

    found = {}
    for place in TABLES:
        module, _, name = place.partition(":")
        table = getattr(importlib.import_module(module), name)
        found[PLACE / f"{table.name.replace(' ', '_')}.md"] = mermaid(table)
    return found


def drifted() -> list[Path]:
    """The pages that differ from their table, and pages that belong to none."""
    wanted = pages()
    wrong = [p for p, text in wanted.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    return wrong + [p for p in PLACE.glob("*.md") if p not in wanted]


def main() -> int:
    """Writes or checks; see above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing")
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT / "src"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
    import django

    django.setup()
    if arguments.check:
        for path in drifted():
            print(f"{path.relative_to(ROOT)} differs from its table: run tools/state_diagrams.py")
        return 1 if drifted() else 0
    PLACE.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
