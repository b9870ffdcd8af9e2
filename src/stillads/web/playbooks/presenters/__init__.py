"""Playbooks in words."""
