"""A user's template filled: the Word file they changed, with its markers replaced; says nothing of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from roadmap_desktop.documents import word
from roadmap_desktop.documents.facts import Facts, Phrases
from roadmap_desktop.documents.markers import CLOSE, OPEN, Trace, values
from roadmap_desktop.documents.sandbox import sandbox
from roadmap_desktop.documents.untrusted import open_template, short
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import TemplateBroken
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.words import Words

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from jinja2 import TemplateError

_GAP: Final = re.compile(f"({OPEN}[^{CLOSE}]*{CLOSE})")
_MAIN: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fill(
    template: Path,
    name: str,
    dossier: Dossier,
    library: Library,
    words: Words,
    folder: Path,
    today: str,
    trace: Trace | None = None,
) -> bytes:
    """The Word file `template` with its markers filled from `dossier`, as the document `name` would be.

    With `trace` its signs stay in the text, for `reading` to take them out; such a file is for nobody else.

    Raises TemplateForeign where it is no Word file, TemplateBroken with the place and the reason where it cannot be
    filled, and OSError where it cannot be read.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415 - as slow as opening the app's window
    from jinja2 import TemplateError  # noqa: PLC0415 - as above

    opened = open_template(template)
    facts = Facts(
        dossier, library, words, Phrases(folder, words.language), today, memorandum=name == "memorandum"
    )
    for setting in ("title", "author", "comments", "identifier", "language", "subject"):
        # The library would fill these as templates too.
        setattr(opened.core_properties, setting, "")
    filled = DocxTemplate(io.BytesIO(word.packed(opened)))
    known = values(facts, library, words)
    try:
        filled.render(known, sandbox(template, known, trace.mark if trace else None), autoescape=True)
    except TemplateError as error:
        raise TemplateBroken(path=template, reason="grammar", place=_place(error)) from error
    except (RecursionError, SyntaxError) as error:  # nested deeper than Python itself can follow
        raise TemplateBroken(path=template, reason="forbidden", place="") from error
    about = filled.docx.core_properties
    about.title, about.author = words("document", name), word.printable(facts("our.name").text)[:250]
    _highlight(filled.docx)
    return word.packed(filled.docx)


def _place(error: TemplateError) -> str:
    """The paragraph that an error of the library is about: it tells those around it, from three before."""
    line = getattr(error, "lineno", None) or 0
    around = [str(text) for text in getattr(error, "docx_context", ())]
    at = line - 1 - max(line - 4, 0)
    return short(around[at]) if 0 <= at < len(around) else ""


# gaps ---------------------------------------------------------------------------------------------------


def _highlight(filled: Opened) -> None:
    """Mark the gaps, wherever they came to stand, and take the signs around them away."""
    from docx.enum.text import WD_COLOR_INDEX  # noqa: PLC0415 - loaded by now
    from docx.text.run import Run as WordRun  # noqa: PLC0415 - as above

    # The library has put other parts in place of the headers, which only the relations lead to.
    around = [one for one in filled.part.rels.values() if one.reltype.endswith(("/header", "/footer"))]
    roots = [filled.element.body, *(one.target_part.element for one in around)]
    for root in roots:
        for text in [found for found in root.iter(f"{_MAIN}t") if found.text and OPEN in found.text]:
            for run in _split(text):
                WordRun(run, filled).font.highlight_color = WD_COLOR_INDEX.YELLOW


def _split(text: Any) -> Iterator[Any]:
    """Give each gap in the element `text` a run of its own, and yield these runs."""
    from copy import deepcopy  # noqa: PLC0415 - for templates only

    run = text.getparent()
    if run.tag != f"{_MAIN}r":
        return
    before = run
    rest = list(text.itersiblings())
    pieces = [piece for piece in _GAP.split(text.text) if piece]
    for number, piece in enumerate(pieces):
        if number:
            made = deepcopy(run)
            for child in [child for child in made if child is not made.find(f"{_MAIN}rPr")]:
                made.remove(child)
            moved = deepcopy(text)
            made.append(moved)
        else:
            made, moved = run, text
        moved.text = piece.strip(OPEN + CLOSE) if piece.startswith(OPEN) else piece
        moved.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if number:
            before.addnext(made)
        before = made
        if piece.startswith(OPEN):
            yield made
    if rest and before is not run:
        tail = deepcopy(run)
        for child in list(tail):
            if child.tag != f"{_MAIN}rPr":
                tail.remove(child)
        tail.extend(rest)
        before.addnext(tail)
