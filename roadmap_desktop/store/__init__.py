"""Floor 1: the file; the only place with SQL."""
