"""Floor 2: what is drawn by hand, on any QPainter: the transit line and the sheets, with the design tokens."""
