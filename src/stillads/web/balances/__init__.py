"""The journey of a card (klippekort): what is on it, what it is used for."""
