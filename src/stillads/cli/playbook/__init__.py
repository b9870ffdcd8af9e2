"""The commands of `stillads playbook`: one file each, found by being there."""

from stillads.cli.families import Family

PLAYBOOK = Family("playbook", "list, check, write and compare playbooks", "stillads.cli.playbook")
