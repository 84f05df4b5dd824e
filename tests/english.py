"""Which texts of a window are still English; a helper of tests, no test."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Final
from xml.etree import ElementTree

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)

from roadmap_desktop import paths

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_COMMON: Final = frozenset(
    _WORD.findall(
        "about after all an and any are as at be before been but by can cancel choose close copy delete do done each edit "
        "every file find for from give had has have help here how if in into is it its last leave let look make more new "
        "next not nothing of on one only open or other our out page please print put read save saved see send set settings "
        "show so some that the their them then there these they this those time to up use was we what when where which who "
        "whom why will with word words write yes yet you your"
    )
)
"""What hardly any English text lacks. The words of our own windows come on top."""
_SHARED: Final = {
    "lv": frozenset(["to", "no", "apr", "aug", "nov", "dec", "mm", "pdf", "json", "utf", "lv"]),
}
"""English words that a text in the language may well hold: its own words, its months, and formats."""
_NAMES: Final = re.compile(
    r"Roadmap Desktop|English|^Letter$|Letter \(8½ × 11"
    r"|\bThunderbird\b|\S*\.roadmap-(?:numbers|locked|call)\b|„Roadmap –"
    r"|\bWord\b|\bLibreOffice\b|\.docx\b|\bExcel\b|\bCSV\b|\.(?:xlsx?|ods|csv|zip|ics)\b|\bPNG\b|\bJPEG\b"
    r"|https?://\S+|\S+@\S+|\S*/\S*|\S*\.(?:roadmap|log|pdf|json)\b"
    r"|\b[cm]\d\.[\w-]+|\b(?:Ctrl|Alt|Shift|Meta)\+\w+"
)
"""Names, addresses, ids and keys: the same in every language."""
_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_MOST_ROWS: Final = 200


def english_left(widget: QWidget, language: str) -> list[str]:
    """Every text of `widget` and of all in it that holds an English word, as "text (words)".

    Labels, buttons, fields, hints, menus, lists, titles and what a screen reader says; parts that are hidden now are
    looked at too. `widget` was built with the translators of `language` in force and shows content in it.
    """
    found: dict[str, str] = {}
    for text in _texts(widget):
        if words := english_words(text, language):
            found.setdefault(text, f"“{text}” ({', '.join(words)})")
    return list(found.values())


def english_words(text: str, language: str) -> list[str]:
    """The words of `text` that are English and not `language`'s own as well."""
    english = _english() - _SHARED.get(language, frozenset())
    return [word for word in _WORD.findall(_NAMES.sub(" ", text)) if word.lower() in english]


@cache
def _english() -> frozenset[str]:
    """Every word that our windows and the subject's fixed words say in English, and the most common ones."""
    sources = [
        source.text or ""
        for source in ElementTree.parse(paths.TRANSLATIONS / "lv.ts").getroot().iter("source")
    ]
    said = [*sources, *_leaves(json.loads((paths.WORDS / "en.json").read_text("utf-8")))]
    plain = (re.sub(r"\{[^}]*\}|%n|&", "", text) for text in said)
    return _COMMON | {word.lower() for text in plain for word in _WORD.findall(_NAMES.sub(" ", text))}


def _leaves(data: object) -> Iterator[str]:
    """Every text in a JSON document, keys left out."""
    if isinstance(data, dict):
        for value in data.values():
            yield from _leaves(value)
    elif isinstance(data, list):
        for value in data:
            yield from _leaves(value)
    elif isinstance(data, str):
        yield data


# what a window says -------------------------------------------------------------------------------------


def _texts(widget: QWidget) -> Iterator[str]:
    for part in (widget, *widget.findChildren(QWidget)):
        yield from (part.windowTitle(), part.toolTip(), part.accessibleName(), part.accessibleDescription())
        yield from _own(part)
        for action in part.actions():
            yield from (action.text(), action.toolTip())


def _own(part: QWidget) -> Iterator[str]:
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QLineEdit():
            yield from (part.text(), part.placeholderText())
        case QPlainTextEdit() | QTextEdit():
            yield from (part.toPlainText(), part.placeholderText())
        case QComboBox():
            yield from (part.itemText(row) for row in range(part.count()))
        case QGroupBox() | QMenu():
            yield part.title()
        case QProgressBar():
            yield part.text()
        case QAbstractItemView() if part.model() is not None:
            yield from _cells(part.model(), part.rootIndex())


def _cells(model: QAbstractItemModel, root: QModelIndex) -> Iterator[str]:
    # A list hides its one column's count.
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount(root))
    for column in columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(root), _MOST_ROWS)):
        for index in (model.index(row, column, root) for column in columns):
            yield from (said for said in map(index.data, _ROLES) if isinstance(said, str))
