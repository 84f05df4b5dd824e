"""What the windows and the command line do alike: deliveries, documents, lists; no window and no terminal."""
