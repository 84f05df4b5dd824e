"""Floor 4: the command line, the same services without windows; no QtWidgets, and Qt only where it has to be."""
