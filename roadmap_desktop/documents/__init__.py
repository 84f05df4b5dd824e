"""Floor 1: what leaves the program as paper or files, as plain data; knows no Qt and no store."""
