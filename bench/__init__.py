"""How fast it is: measured on demand, never a test that can fail by a slow machine."""
