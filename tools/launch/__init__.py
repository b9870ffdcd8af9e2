"""Run inside the private environment, before or as the `stillads` program."""
