"""`stillads playbook …`: list, check, write and compare playbooks. The commands lie in `cli/playbook/`."""

from stillads.cli.playbook import PLAYBOOK
from stillads.cli.registry import register

register(PLAYBOOK.outer())
