"""Playbooks, versions, instruments."""

from .playbook import Instrument, Playbook, PlaybookVersion

__all__ = ["Instrument", "Playbook", "PlaybookVersion"]
