"""Frozen files of every format that shipped, and what they must still say."""
