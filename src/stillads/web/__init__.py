"""The pages: one package per journey, with `shell` shared by all."""
