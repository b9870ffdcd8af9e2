"""Settings, root addresses, the WSGI door."""
