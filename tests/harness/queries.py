"""A page costs the same number of queries with one row as with three."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(work: Callable[[], object]) -> list[str]:
    """The SQL of every query that `work` sends."""
    with CaptureQueriesContext(connection) as captured:
        work()
    return [query["sql"] for query in captured.captured_queries]


def assert_same_query_count(*, show: Callable[[], object], add: Callable[[], object]) -> None:
    """`show` reads a list or loads a page; `add` makes one row for it.

    Fails, and names the additional queries, where three rows cost more or fewer than one.
    """
    add()
    show()  # what is looked up once per process does not count
    with_one = queries_of(show)
    add()
    add()
    with_three = queries_of(show)
    more = "\n".join(query for query in with_three if query not in with_one)
    assert len(with_three) == len(with_one), f"1 row: {len(with_one)}, 3 rows: {len(with_three)}\n{more}"
