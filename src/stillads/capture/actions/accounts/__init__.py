"""Balances: earned by the calendar, spent on uses, put right by taking back."""
