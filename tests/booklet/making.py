"""A round with a booklet to publish, made from the short booklet of our own."""

from pathlib import Path

from stillads.booklet.actions.import_booklet import import_booklet
from stillads.booklet.reading import read_text
from stillads.kernel.clock import now
from stillads.kernel.viewer import system_viewer
from stillads.trials.models import Phase, Round

TEXT = (Path(__file__).parent / "reading" / "short_booklet.txt").read_text(encoding="utf-8")
SYSTEM = system_viewer("test")


def imported_round(key: str = "2023-1", text: str = TEXT) -> Round:
    """The three trials of the short booklet, in the round `key`."""
    import_booklet(reading=read_text(text), round_key=key, viewer=SYSTEM, at=now())
    return Round.objects.get(key=key)


def first_phase(held: Round) -> Phase:
    """The phase of the round's first chapter."""
    return Phase.objects.get(round=held, order_in_round=1)
