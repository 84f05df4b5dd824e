"""Floor 3: item models between the session and the views; they format, the view shows."""
