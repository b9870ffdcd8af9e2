"""One command per file; each registers itself and is found by being here."""
