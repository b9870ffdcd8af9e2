"""The playbook format, its versions and instruments."""
