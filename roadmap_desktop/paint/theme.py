"""The design tokens (colours, spacing, type scale) of screen and paper; not a style sheet and not a widget."""

from __future__ import annotations

from typing import Final, NamedTuple


class Theme(NamedTuple):
    """Colours by their use, as #rrggbb. Text on `window`, `surface` and `raised` keeps 4.5:1 at least."""

    name: str
    dark: bool
    window: str
    surface: str
    raised: str
    ink: str
    muted: str
    hairline: str
    border: str
    accent: str
    on_accent: str
    hover: str
    selected: str
    overdue: str
    overdue_wash: str
    done: str
    notice_wash: str
    gap: str
    """Behind what is still missing in a document."""
    steps: tuple[str, str, str]


GAP: Final = "#ffe58a"

LIGHT: Final = Theme(
    name="light", dark=False, window="#f6f6f3", surface="#ffffff", raised="#fbfbf9", ink="#1c2329", muted="#5a646e",
    hairline="#e4e5e0", border="#8b949c", accent="#2457b5", on_accent="#ffffff", hover="#eef1f6", selected="#e3ebf9",
    overdue="#b3261e", overdue_wash="#fbeceb", done="#14695c", notice_wash="#fdf4e3", gap=GAP,
    steps=("#2b5fc1", "#b4530a", "#14796a"),
)  # fmt: skip
DARK: Final = Theme(
    name="dark", dark=True, window="#15181c", surface="#1e2328", raised="#23292f", ink="#e9ebee", muted="#a7afb8",
    hairline="#333a41", border="#78828c", accent="#86adf5", on_accent="#0e1626", hover="#272e35", selected="#27364f",
    overdue="#f2918a", overdue_wash="#3a2322", done="#6bcdb8", notice_wash="#352c1b", gap=GAP,
    steps=("#7fa8f3", "#f0a463", "#62c7b2"),
)  # fmt: skip
CONTRAST: Final = Theme(
    name="contrast", dark=True, window="#000000", surface="#000000", raised="#000000", ink="#ffffff", muted="#ffffff",
    hairline="#ffffff", border="#ffffff", accent="#ffe14d", on_accent="#000000", hover="#2b2b2b", selected="#00408a",
    overdue="#ff9d94", overdue_wash="#000000", done="#7dffcf", notice_wash="#000000", gap=GAP,
    steps=("#8ab8ff", "#ffb066", "#6be8cc"),
)  # fmt: skip
PAPER: Final = Theme(
    name="paper", dark=False, window="#ffffff", surface="#ffffff", raised="#ffffff", ink="#000000", muted="#4a4a4a",
    hairline="#b8b8b8", border="#6a6a6a", accent="#000000", on_accent="#ffffff", hover="#ffffff", selected="#ffffff",
    overdue="#8f1414", overdue_wash="#ffffff", done="#000000", notice_wash="#ffffff", gap=GAP,
    steps=("#1f4fae", "#a34a08", "#0f6457"),
)  # fmt: skip
THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}

SPACE: Final = (0, 4, 8, 12, 16, 24, 32, 48)
"""Distances in device-independent pixels: SPACE[2] within a group, SPACE[4] between groups, SPACE[5] at edges."""
RADIUS: Final = 8
READING_WIDTH: Final = 680
"""Widest column of running text, in device-independent pixels (about 75 letters)."""
SMALL, BODY, LEAD, HEADING, TITLE, DISPLAY = 0.88, 1.0, 1.14, 1.3, 1.7, 2.2
"""Type scale, as multiples of the system's own font size."""
