"""What this room lets whom do."""
