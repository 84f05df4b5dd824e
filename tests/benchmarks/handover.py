"""A handover book of forty pages to PDF, in seconds: made from the dossier, laid out and written."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication

from roadmap_desktop.documents.blocks import Sheet
from roadmap_desktop.documents.handover import handover_book
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.history import Page
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.paint.sheet import lay_out
from tests.benchmarks import Row
from tests.builders import FAMILY, RESOURCES, TODAY, full_dossier, library, words

PAGES = 40
ROUNDS = 5
BOUND = 2.0


def run() -> list[Row]:
    """The slowest of some rounds; the book is made anew in each."""
    app = QGuiApplication.instance() or QGuiApplication([])
    for name in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"RoadmapSans-{name}.ttf"))
    dossier = _long()
    pages = lay_out(_book(dossier), family=FAMILY).page_count
    assert pages >= PAGES, pages
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            start = time.perf_counter()
            write_pdf([_book(dossier)], Path(folder) / "book.pdf", family=FAMILY)
            taken.append(time.perf_counter() - start)
    del app
    return [
        Row(f"handover book of {pages} pages to PDF, s", max(taken), BOUND, f"fastest {min(taken):.2f} s")
    ]


def _book(dossier: Dossier) -> Sheet:
    return handover_book(dossier, library(), words(), TODAY, "valley.roadmap", Page((), {}, ended=False))


def _long() -> Dossier:
    """Both sides filled, each answer several paragraphs long, and years of contacts and actions."""
    found = full_dossier(3, both=True)

    def longer(text: str) -> str:
        return "\n".join([text] * 5)

    sides = [
        side._replace(
            answers={name: each._replace(text=longer(each.text)) for name, each in side.answers.items()}
        )
        for side in found.sides
    ]
    return found._replace(ours=sides[0], theirs=sides[1], log=found.log * 120, actions=found.actions * 60)
