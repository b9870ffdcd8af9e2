"""Writing, sending and printing messages."""

from .enqueue import enqueue
from .erase import erase_sent
from .handle import cancel, mark_printed, mark_sent, send_again
from .send import send_due

__all__ = ["cancel", "enqueue", "erase_sent", "mark_printed", "mark_sent", "send_again", "send_due"]
