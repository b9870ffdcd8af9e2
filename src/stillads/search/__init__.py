"""One index for everything that can be found."""
