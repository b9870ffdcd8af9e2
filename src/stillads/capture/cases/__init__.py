"""The interpreter of a playbook's flow: pure rules, no rows."""
