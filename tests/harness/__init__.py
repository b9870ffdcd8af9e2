"""What tests stand on: databases, people, the clock, a running server, a browser."""
