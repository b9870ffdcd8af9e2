"""The journey rollout."""
