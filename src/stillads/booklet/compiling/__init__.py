"""From a round's content to a publication. `booklet.py` for the whole, `sheet.py` for one trial's A3 page."""
