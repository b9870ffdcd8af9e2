"""The playbook format, version 1: typed, frozen models that know nothing of files, rows or pages."""
