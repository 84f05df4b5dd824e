"""Roadmap Desktop: partnerships between municipalities and community organisations, step by step."""

__version__ = "0.1.0"
