"""Intake of ideas, themes, merging and splitting with lineage, news to the giver."""
