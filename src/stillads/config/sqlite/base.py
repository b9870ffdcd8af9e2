"""The database backend that the settings name: Django's own, whose transactions stand in line."""

from functools import lru_cache
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from .queue import WriterQueue

_LINES: dict[str, WriterQueue] = {}


class Cursor(base.SQLiteCursorWrapper):
    """Django writes the places of parameters anew each time; statements that come again need it once."""

    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        return (
            _converted(query)
            if param_names is None
            else super().convert_query(query, param_names=param_names)
        )


@lru_cache(maxsize=512)
def _converted(query: str) -> str:
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


class DatabaseWrapper(base.DatabaseWrapper):
    """Waits for its turn before `BEGIN IMMEDIATE`, and passes it on at the transaction's end, whichever that is."""

    _turn: WriterQueue | None = None

    def create_cursor(self, name: str | None = None) -> Cursor:
        """Django's own hook."""
        made: Cursor = self.connection.cursor(factory=Cursor)
        return made

    def _start_transaction_under_autocommit(self) -> None:
        if self._turn is None:
            line = _LINES.setdefault(str(self.settings_dict["NAME"]), WriterQueue())
            if not line.enter(float(self.settings_dict["OPTIONS"].get("timeout", 5))):
                raise OperationalError("database is locked: the writers before took too long")
            self._turn = line
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # Django's, unknown to its stubs
        except BaseException:
            self._pass_on()
            raise

    def _commit(self) -> Any:
        done = super()._commit()  # type: ignore[misc]  # where it fails, Django rolls back
        self._pass_on()
        return done

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]  # likewise
        finally:
            self._pass_on()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]  # likewise
        finally:
            self._pass_on()

    def _pass_on(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.leave()
