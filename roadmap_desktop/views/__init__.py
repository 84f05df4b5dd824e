"""Floor 4: windows, pages and dialogs."""
