"""Deployments, entries, daily sums; and the rows that instruments work with."""

from .account import Account
from .batch import ImportBatch, SeriesMapping
from .bucket import Bucket
from .case import Case, CaseStep
from .deployment import Deployment
from .desk import ClosedDay, DeskItem, Loan, Visit, Waiting
from .entry import VOID, AnonymousEntry, Entry
from .plan import Plan, PlanReading, PlanShare, PlanVersion
from .presence import AgendaPoint, Meeting, Presence
from .wave import Asked, OpenLink, Wave
from .wish import Wish

__all__ = [
    "VOID",
    "Account",
    "AgendaPoint",
    "AnonymousEntry",
    "Asked",
    "Bucket",
    "Case",
    "CaseStep",
    "ClosedDay",
    "Deployment",
    "DeskItem",
    "Entry",
    "ImportBatch",
    "Loan",
    "Meeting",
    "OpenLink",
    "Plan",
    "PlanReading",
    "PlanShare",
    "PlanVersion",
    "Presence",
    "SeriesMapping",
    "Visit",
    "Waiting",
    "Wave",
    "Wish",
]
