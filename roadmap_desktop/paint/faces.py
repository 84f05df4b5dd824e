"""Type on paper: styles, widths of words and the breaking of text into lines; nothing is drawn here."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

DPI: Final = 1200
"""Paper is measured in dots of 1/1200 inch: what a PDF page has, fine enough for whole-number font sizes."""
MM: Final = DPI / 25.4
PT: Final = DPI / 72
READING: Final = 150 * MM
"""Widest column of running text, in dots."""
_EM: Final = 1000
_KEPT_WORDS: Final = 40_000


class Style(NamedTuple):
    """A way to set text: size and leading in points, weight, colour as a name of Theme; made by `style`.

    `line` is the height of a line and `pixels` the size of the font, both in dots.
    """

    size: float
    leading: float
    bold: bool
    colour: str
    line: float
    pixels: int


def style(size: float, leading: float, *, bold: bool = False, colour: str = "ink") -> Style:
    """A Style from what a designer gives."""
    return Style(size, leading, bold, colour, leading * PT, round(size * PT))


DISPLAY: Final = style(23, 28, bold=True)
EYEBROW: Final = style(9, 13, colour="muted")
LEAD: Final = style(10.5, 15, colour="muted")
SIDE: Final = style(17, 22, bold=True)
HEADING: Final = style(13, 17, bold=True)
TOOL: Final = style(9.5, 13, bold=True)
POINT: Final = style(9.5, 13, bold=True)
BODY: Final = style(9.2, 13.2)
SMALL: Final = style(8, 11)
QUIET: Final = style(8, 11, colour="muted")
STRONG: Final = style(8, 11, bold=True)
ALARM: Final = style(8, 11, bold=True, colour="overdue")
HEAD: Final = style(7.4, 10, colour="muted")
FOOT: Final = style(7.4, 10, colour="muted")


class Faces:
    """One family in regular and bold, with the widths of the words met so far; shared by all sheets of a print."""

    def __init__(self, family: str) -> None:
        """`family` must be known to QFontDatabase, else Qt sets another in its place."""
        self._family = family
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._metrics = {bold: QFontMetricsF(self._font(_EM, bold=bold)) for bold in (False, True)}
        self._widths: dict[bool, dict[str, float]] = {False: {}, True: {}}
        self._drops: dict[Style, float] = {}

    def _font(self, pixels: int, *, bold: bool) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(pixels)
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def font(self, style: Style) -> QFont:
        """The font to draw `style` with, on a device of DPI dots an inch."""
        key = (style.size, style.bold)
        if key not in self._fonts:
            self._fonts[key] = self._font(style.pixels, bold=style.bold)
        return self._fonts[key]

    def width(self, text: str, style: Style) -> float:
        """Width of `text` in dots; remembered, so meant for words and labels."""
        widths = self._widths[style.bold]
        em = widths.get(text)
        if em is None:
            em = self._measure(text, bold=style.bold)
        return em * style.pixels

    def _measure(self, text: str, *, bold: bool) -> float:
        widths = self._widths[bold]
        if len(widths) > _KEPT_WORDS:
            widths.clear()
        em = widths[text] = self._metrics[bold].horizontalAdvance(text) / _EM
        return em

    def drop(self, style: Style) -> float:
        """From the top of a line to its baseline, in dots."""
        found = self._drops.get(style)
        if found is None:
            metrics = self._metrics[style.bold]
            ink = (metrics.ascent() - metrics.descent()) / _EM * style.pixels
            found = self._drops[style] = (style.line + ink) / 2
        return found

    def wrap(self, text: str, room: float, style: Style) -> list[str]:
        """`text` in lines of at most `room` dots: broken at spaces, and inside a word that is wider than a line.

        Line breaks of the text are kept, runs of spaces are one space.
        """
        scale = style.pixels
        limit = room / scale
        known = self._widths[style.bold]
        space = known.get(" ") or self._measure(" ", bold=style.bold)
        lines: list[str] = []
        for paragraph in text.split("\n"):
            taken: list[str] = []
            used = 0.0
            for word in paragraph.split(" "):
                if not word:
                    continue
                wide = known.get(word)
                if wide is None:
                    wide = self._measure(word, bold=style.bold)
                if used + wide <= limit:
                    taken.append(word)
                    used += wide + space
                    continue
                if taken:
                    lines.append(" ".join(taken))
                rest, wide = (word, wide) if wide <= limit else self._chop(word, limit, lines, style)
                taken = [rest]
                used = wide + space
            lines.append(" ".join(taken))
        return lines

    def _chop(self, word: str, limit: float, lines: list[str], style: Style) -> tuple[str, float]:
        """Break a word too wide for a line into `lines`; returns the rest and its width."""
        start, used = 0, 0.0
        for index, letter in enumerate(word):
            wide = self._widths[style.bold].get(letter)
            if wide is None:
                wide = self._measure(letter, bold=style.bold)
            if used + wide > limit and index > start:
                lines.append(word[start:index])
                start, used = index, 0.0
            used += wide
        return word[start:], used

    def fit(self, text: str, room: float, style: Style) -> str:
        """`text` on one line of `room`, its middle left out where it is longer."""
        if self.width(text, style) <= room:
            return text
        half = len(text) // 2
        while half > 1 and self.width(text[:half] + "…" + text[-half:], style) > room:
            half -= max(half // 8, 1)
        return text[:half] + "…" + text[-half:]
