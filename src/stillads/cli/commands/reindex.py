"""`stillads reindex`: fills the search index anew."""

from argparse import ArgumentParser, Namespace

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command, register
from stillads.search.actions import rebuild


def run(arguments: Namespace) -> int:
    """Indexes everything that rooms register; searching goes on meanwhile."""
    counts = rebuild()
    lines = [f"{count:7d}  {kind}" for kind, count in counts.items()]
    lines.append(f"{sum(counts.values())} things can be found")
    answer(arguments, "\n".join(lines), {"indexed": counts})
    return 0


def _add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)


register(Command("reindex", "fill the search index anew", run, _add_arguments))
