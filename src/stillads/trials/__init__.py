"""Rounds, trials, phases, sites, windows, predictions, participation, logbook, figures typed by hand."""
