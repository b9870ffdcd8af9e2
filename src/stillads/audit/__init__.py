"""The append-only log and its seals; actor and target as text."""
