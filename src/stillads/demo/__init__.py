"""The demo: the round of 2022 in our own words, and a live round dated from today. Imported by nobody."""
