"""What `./run` and `./test` share before anything is installed. Standard library only."""
