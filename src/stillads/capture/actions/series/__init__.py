"""Reading in a file of figures, whole or not at all, and taking all of it back."""
