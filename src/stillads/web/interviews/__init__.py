"""Notes of focus groups, interviews and observations, coded to themes."""
