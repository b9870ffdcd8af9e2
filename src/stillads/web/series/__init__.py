"""The journey of figures that others hold: a file is looked at, mapped, read in, taken back."""
