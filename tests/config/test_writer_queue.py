"""One fair queue of writers: in the order they came, nobody forgotten, and passed on however a transaction ends."""

import threading

import pytest
from django.db import OperationalError, connection, transaction

from stillads.config.sqlite.queue import WriterQueue


def _standing(queue: WriterQueue, number: int) -> None:
    """Waits until so many stand in line."""
    while len(queue._line) < number:
        threading.Event().wait(0.001)


def test_the_turn_goes_round_in_the_order_they_came() -> None:
    queue, order = WriterQueue(), []
    assert queue.enter(1)

    def write(name: int) -> None:
        assert queue.enter(10)
        order.append(name)
        queue.leave()

    threads = [threading.Thread(target=write, args=(name,)) for name in range(6)]
    for name, thread in enumerate(threads):
        thread.start()
        _standing(queue, name + 1)
    queue.leave()
    for thread in threads:
        thread.join()
    assert order == list(range(6))
    assert queue.enter(0)


def test_whoever_gives_up_leaves_the_line() -> None:
    queue = WriterQueue()
    assert queue.enter(1)
    assert not queue.enter(0.01)
    queue.leave()
    assert queue.enter(0)


@pytest.mark.django_db(transaction=True)
def test_a_transaction_passes_its_turn_on_however_it_ends() -> None:
    if connection.vendor != "sqlite":
        assert not hasattr(connection, "_turn")
        return
    with transaction.atomic():
        assert connection._turn is not None  # type: ignore[attr-defined]
    assert connection._turn is None  # type: ignore[attr-defined]
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        raise ZeroDivisionError
    assert connection._turn is None  # type: ignore[attr-defined]
    with pytest.raises(OperationalError), transaction.atomic():
        connection.cursor().execute("SELECT * FROM nowhere")
    assert connection._turn is None  # type: ignore[attr-defined]
    with transaction.atomic():
        connection.close()
    assert connection._turn is None  # type: ignore[attr-defined]
