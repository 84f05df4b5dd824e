"""Where a paragraph's words come from, as the user knows it, and the stop where they are written; looks at no document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from roadmap_desktop.documents.document import Source
from roadmap_desktop.domain.codes import Spot, by_spot
from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import Form, Library
from roadmap_desktop.domain.words import Words


class Origin(NamedTuple):
    """`spot` is the stop where it is written, `code` its code; None where it belongs to the organisations and the
    partnership as such.
    """

    title: str
    code: str = ""
    spot: Spot | None = None

    @property
    def text(self) -> str:
        """The code and the title."""
        return f"{self.code} {self.title}".strip()


class Origins:
    """Names the sources of one partnership's documents."""

    def __init__(self, dossier: Dossier, library: Library, words: Words) -> None:
        """In the language of `words`, whatever the document's is."""
        self._words = words
        self._ours, self._theirs = dossier.sides
        self._forms = {side.side.key: self._form(side, library) for side in dossier.sides}
        self._codes = by_spot(self._forms)

    def of(self, sources: Iterable[Source]) -> tuple[Origin, ...]:
        """Each once, in order; the day on which it is written is nobody's."""
        return tuple(dict.fromkeys(found for source in sources for found in self._of(source)))

    def _of(self, source: Source) -> Iterator[Origin]:
        side = self._theirs if source.side == "theirs" else self._ours
        match source.sort:
            case "checkpoint":
                yield self._at(side, source.key)
            case "tool":
                title = str(self._words.tool(source.key)["title"])
                spot = next((spot for spot in self._with_tool(source.key, side)), None)
                yield Origin(title, self._codes[spot] if spot else "", spot)
            case "organisation":
                yield Origin(side.organisation.name or self._words("sheet", "partner"))
            case "partnership":
                yield Origin(self._words("sheet", "partnership"))
            case "meeting":
                yield Origin(self._words("history", "meeting"))

    def _at(self, side: SideDossier, checkpoint: str) -> Origin:
        spot = Spot(side.side.key, checkpoint)
        found = self._forms[side.side.key].find(checkpoint)
        if found is None:
            return Origin(checkpoint)
        return Origin(found.title, self._codes[spot], spot)

    def _with_tool(self, kind: str, side: SideDossier) -> Iterator[Spot]:
        """The stops with that tool, those of `side` first."""
        for key in dict.fromkeys((side.side.key, *self._forms)):
            for checkpoint in self._forms[key].checkpoints:
                if kind in checkpoint.tools:
                    yield Spot(key, checkpoint.id)

    def _form(self, side: SideDossier, library: Library) -> Form:
        known = side.side.form if side.side.form in library.ids() else "community"
        return library.form(known, self._words.language)
