"""A desk: its things, its queue, loans, those who wait, the days it is closed."""
