"""A filled document as rows, one a paragraph with where it comes from, and what is still missing in it; draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from roadmap_desktop.documents.document import (
    Block,
    Document,
    Letterhead,
    Paragraph,
    Signatures,
    Table,
    under_clauses,
)
from roadmap_desktop.models.origins import Origin, Origins

Index: TypeAlias = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole
"""The Line itself, for the delegate and for whoever jumps."""
MISSING: Final = Qt.ItemDataRole.UserRole + 1
"""The Missing itself."""


class Line(NamedTuple):
    """One row. `indented` stands under its clause's text; `beside` is what stands in the margin: the origins, where they
    are others than those of the row above.
    """

    block: Block | Letterhead
    origins: tuple[Origin, ...] = ()
    beside: tuple[Origin, ...] = ()
    indented: bool = False


class Missing(NamedTuple):
    """Something that is not known yet: what, the row where it is wanted, and where it is written (None: by hand)."""

    what: str
    row: int
    origin: Origin | None


class DocumentModel(QAbstractListModel):
    """The lines of a document, top to bottom."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show`."""
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show `lines`; where none of them has changed, nothing moves."""
        if tuple(lines) == self._lines:
            return
        if len(lines) == len(self._lines):
            old, self._lines = self._lines, tuple(lines)
            for row, (former, now) in enumerate(zip(old, lines, strict=True)):
                if former != now:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _text(line.block)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return _from(line.origins)
        return line if role == LINE else None


class MissingModel(QAbstractListModel):
    """What is missing, in the document's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing until `show`."""
        super().__init__(parent)
        self._missing: tuple[Missing, ...] = ()

    def show(self, missing: Sequence[Missing]) -> None:
        """Show `missing`."""
        if tuple(missing) != self._missing:
            self.beginResetModel()
            self._missing = tuple(missing)
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._missing)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self._missing[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.what
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{found.what}. {where(found)}"
        return found if role == MISSING else None


def where(missing: Missing) -> str:
    """Where it is filled in, in the user's words."""
    if missing.origin is None:
        return QCoreApplication.translate("document", "By hand, in the finished document")
    # Where its name is what is missing, the code is enough.
    return missing.origin.code if missing.what == missing.origin.title else missing.origin.text


def lines_of(document: Document, origins: Origins) -> tuple[Line, ...]:
    """The rows of `document`."""
    lines = [Line(document.letterhead)] if document.letterhead else []
    before: tuple[Origin, ...] = ()
    for block, indented in zip(document.blocks, under_clauses(document.blocks), strict=True):
        found = () if isinstance(block, Signatures) else origins.of(block.sources)
        lines.append(Line(block, found, found if found != before else (), indented))
        before = found
    return tuple(lines)


def missing_in(lines: Sequence[Line], origins: Origins) -> tuple[Missing, ...]:
    """What is missing in `lines`, each once, at the first row that wants it."""
    found: dict[tuple[str, Origin | None], Missing] = {}
    for row, line in enumerate(lines):
        for run in line.block.runs if isinstance(line.block, Paragraph) else ():
            if run.gap:
                origin = next(iter(origins.of([run.source])), None) if run.source else None
                what = origin.title if origin and run.wanted.startswith(origin.title) else run.wanted
                found.setdefault((what, origin), Missing(f"{what[:1].upper()}{what[1:]}", row, origin))
    return tuple(found.values())


def _text(block: Block | Letterhead) -> str:
    match block:
        case Paragraph():
            return block.text
        case Letterhead():
            return "\n".join((block.name, *block.lines))
        case Table():
            rows = (block.heads, *block.rows, *([block.foot] if block.foot else []))
            return "\n".join("; ".join(cell for cell in row if cell) for row in rows if any(row))
        case Signatures():
            return "\n".join(f"{name}: {', '.join(block.labels)}" for name in block.names)


def _from(origins: Sequence[Origin]) -> str:
    if not origins:
        return ""
    said = QCoreApplication.translate("document", "From: {places}")
    return said.format(places=", ".join(origin.text for origin in origins))
