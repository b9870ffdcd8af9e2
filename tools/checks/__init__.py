"""What `./test` does, inside the development environment."""
