"""The message catalogues: found in the sources, kept beside them, checked and compiled."""
