"""Sessions in the database, found by a query that is compiled once: every page begins with it."""

from typing import Final

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db.models import CharField, DateTimeField
from django.utils import timezone

from stillads.kernel.prepared import Parameter, Prepared

_LIVING: Final = Prepared(
    lambda: db.SessionStore.get_model_class().objects.filter(
        session_key=Parameter("key", CharField()), expire_date__gt=Parameter("moment", DateTimeField())
    )
)


class SessionStore(db.SessionStore):
    """Django's own in all but that query."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        row = _LIVING.first(key=self.session_key, moment=timezone.now())
        if row is None:
            self._session_key = None
        return row
