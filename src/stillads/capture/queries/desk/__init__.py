"""What a desk's pages show."""
