"""`stillads serve`: the web process. `./run` keeps it running; so may systemd or a container."""

from stillads.cli.registry import Command, register
from stillads.cli.serving import add_arguments, become_server

register(Command("serve", "serve the pages", become_server, add_arguments))
