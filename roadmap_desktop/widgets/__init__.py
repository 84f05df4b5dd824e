"""Reusable widgets: values in, signals out; they know nothing of partnerships but the paint of a line."""
