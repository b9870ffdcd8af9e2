"""What the templates of the journey rounds show, in words."""
