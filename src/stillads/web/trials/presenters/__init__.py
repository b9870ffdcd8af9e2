"""What the templates of the journey trials show, in words."""
