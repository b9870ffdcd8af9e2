"""Reading the outbox."""

from .outbox import OutboxPage, OutboxRow, outbox
from .prints import Letter, Poster, letters, posters

__all__ = ["Letter", "OutboxPage", "OutboxRow", "Poster", "letters", "outbox", "posters"]
