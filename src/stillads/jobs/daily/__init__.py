"""Jobs of every day, from six in the morning."""
