"""Several people at work in the same moment, each in a thread with a connection of its own."""

import threading
from collections.abc import Callable

from django.db import connections

from stillads.kernel.rules import Conflict


def at_once(*works: Callable[[], object]) -> list[object]:
    """What each work returned, or the Conflict that it raised, all begun together."""
    together = threading.Barrier(len(works))
    found: list[object] = [None] * len(works)

    def run(n: int) -> None:
        together.wait()
        try:
            found[n] = works[n]()
        except Conflict as refused:
            found[n] = refused
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return found
