"""SQLite as Django opens it, with one fair queue of writers in each process."""
