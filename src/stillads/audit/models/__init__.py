"""The log's tables."""

from .event import AuditEvent, AuditSeal

__all__ = ["AuditEvent", "AuditSeal"]
