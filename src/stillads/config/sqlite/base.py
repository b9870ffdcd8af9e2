"""The database backend that the settings name: Django's own, whose transactions stand in line."""

from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from .queue import WriterQueue

_LINES: dict[str, WriterQueue] = {}


class DatabaseWrapper(base.DatabaseWrapper):
    """Waits for its turn before `BEGIN IMMEDIATE`, and passes it on at the transaction's end, whichever that is."""

    _turn: WriterQueue | None = None

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
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._pass_on()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._pass_on()

    def _pass_on(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.leave()
