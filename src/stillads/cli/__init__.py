"""The `stillads` program: one small module per command in `commands`."""
