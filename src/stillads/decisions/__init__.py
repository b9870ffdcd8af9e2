"""Welfare meeting, feedback by role, hearing, committee item, decision, actions."""
