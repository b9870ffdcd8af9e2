"""The journey playbooks."""
