"""What can be read of rounds and trials: frozen rows, a constant number of queries each."""
