"""The journey of a survey: staff see to it, people answer it."""
