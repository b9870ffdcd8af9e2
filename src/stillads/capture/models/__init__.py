"""Deployments, entries, daily sums."""

from .bucket import Bucket
from .deployment import Deployment
from .entry import AnonymousEntry, Entry

__all__ = ["AnonymousEntry", "Bucket", "Deployment", "Entry"]
