"""A desk at work: the queue, booked times, the shelf, loans, those who wait."""
