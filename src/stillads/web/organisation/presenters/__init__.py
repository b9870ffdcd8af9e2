"""What the pages of the journey show, in words."""
