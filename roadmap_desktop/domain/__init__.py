"""Floor 0: the subject itself, in the standard library alone; knows no file, no window."""
