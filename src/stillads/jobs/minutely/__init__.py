"""Jobs of every minute."""
