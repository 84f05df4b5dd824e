"""The attachments of one checkpoint: add by dialog or by dropping, save a copy, remove; nothing is ever opened here."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import AttachmentTooLarge, FileExists, UserError
from roadmap_desktop.domain.names import safe_attachment_name
from roadmap_desktop.domain.records import Attachment, Scalar
from roadmap_desktop.messages import describe
from roadmap_desktop.models.attachments import AttachmentsModel, Index
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store.file import translating
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import Design, button, label, set_tone

_NAME_LENGTH = 200


class Attachments(QWidget):
    """A list, and below it what can be done."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Empty until `show_files`."""
        super().__init__(parent)
        self._context = context
        self._at = (b"", "", "")
        self._removed = b""
        design = context.design
        self.model = AttachmentsModel(context.words, self)
        self.list = _Files(design)
        self.list.setProperty("bare", "true")
        self.list.setAccessibleName(self.tr("Attachments"))
        self.list.setModel(self.model)
        self.list.selectionModel().selectionChanged.connect(self._show_possible)
        self.model.modelReset.connect(self._show_possible)
        self.add_button = button(self.tr("Attach a file…"), "quiet", design.icon("paperclip"))
        self.add_button.setToolTip(self.tr("You can also drop files here. They are stored inside this file."))
        self.add_button.clicked.connect(self._on_add)
        self.save_button = button(self.tr("Save a copy as…"), "quiet", design.icon("download"))
        self.save_button.clicked.connect(self._on_save)
        self.remove_button = button(self.tr("Remove"), "quiet", design.icon("trash"))
        self.remove_button.clicked.connect(self._on_remove)
        self.trouble = label(role="small", tone="overdue", wrap=True)
        self.trouble.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        self.buttons = row
        for made in (self.add_button, self.save_button, self.remove_button):
            row.addWidget(made)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.list)
        column.addLayout(row)
        column.addWidget(self.trouble)
        self._show_possible()

    def show_files(self, root: bytes, side: str, checkpoint: str, files: Sequence[Attachment]) -> None:
        """Show the `files` of a checkpoint; adding adds there."""
        if (root, side, checkpoint) != self._at or self._removed in {file.id for file in files}:
            self._say("")
        self._at = (root, side, checkpoint)
        self.model.show(files)
        self._show_possible()

    def show_obstacle(self) -> None:
        """Let files be added and removed or not, as the file can be changed or not; copies can be saved all the same."""
        self._show_possible()

    def add(self, paths: Iterable[Path]) -> None:
        """Store the files at `paths`; what cannot be stored is said below."""
        edits: list[Edit] = []
        contents: list[bytes] = []
        self._say("")
        for path in paths:
            try:
                data = _read(path)
            except UserError as error:
                self._say(describe(error).in_one())
                continue
            root, side, checkpoint = self._at
            fields: dict[str, Scalar] = {
                "side": side, "checkpoint": checkpoint, "name": _shortened(path.name),
                "sha256": hashlib.sha256(data).hexdigest(), "size": len(data),
            }  # fmt: skip
            edits.append(Edit(root, "attachment", secrets.token_bytes(16), fields))
            contents.append(data)
        if edits:
            self._context.session.save(edits, contents)

    def _selected(self) -> Attachment | None:
        chosen = self.list.selectionModel().selectedIndexes()
        found: Attachment | None = chosen[0].data(Qt.ItemDataRole.UserRole) if chosen else None
        return found

    def _show_possible(self) -> None:
        chosen = self._selected() is not None
        self.list.setVisible(self.model.rowCount() > 0)
        self.list.updateGeometry()
        self.save_button.setVisible(chosen)
        self.remove_button.setVisible(chosen)
        guard(self._context.session.obstacle, self.add_button, self.remove_button)

    def _on_add(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach files"))
        self.add(Path(name) for name in names)

    def _on_save(self) -> None:
        found = self._selected()
        if found is None:
            return
        proposed = safe_attachment_name(found.name, self.tr("attachment"))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy as"), proposed)
        if not name:
            return
        target = Path(name)
        try:
            if target.exists() and target.samefile(self._context.session.path):
                raise FileExists(path=target)
            data = self._context.session.attachment_data(found)
            with translating(target):
                target.write_bytes(data)
        except UserError as error:
            self._say(describe(error).in_one())
            return
        self._say("")

    def _on_remove(self) -> None:
        found = self._selected()
        if found is not None:
            self._context.session.save([Edit(found.root, "attachment", found.id, {DELETED: 1})])
            self._removed = found.id
            self._say(self.tr("“{name}” is in the bin now.").format(name=found.name), tone="muted")

    def _say(self, text: str, tone: str = "overdue") -> None:
        self._removed = self._removed if tone == "muted" else b""
        set_tone(self.trouble, tone)
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))


class _Files(QListView):
    """As high as its rows."""

    def __init__(self, design: Design) -> None:
        super().__init__()
        self.setItemDelegate(_FileDelegate(design, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(True)

    def sizeHint(self) -> QSize:
        return QSize(200, self.model().rowCount() * self.sizeHintForRow(0) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _FileDelegate(QStyledItemDelegate):
    """A paper clip, and the name with its size."""

    def __init__(self, design: Design, view: QListView) -> None:
        super().__init__(view)
        self._design = design

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + 2 * 7)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._design.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        states = QStyle.StateFlag
        ground = theme.selected if option.state & states.State_Selected else theme.window
        if option.state & states.State_MouseOver and ground == theme.window:
            ground = theme.hover
        focused = bool(option.state & states.State_HasFocus)
        painter.setPen(QPen(QColor(theme.accent), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        box = option.rect.adjusted(SPACE[2] + 1, 0, -SPACE[2], 0)
        middle = box.center().y()
        self._design.icon("file", theme.muted, 16).paint(painter, QRect(box.left(), middle - 8, 16, 16))
        painter.setPen(QColor(theme.ink))
        room = box.adjusted(16 + SPACE[2], 0, 0, 0)
        text = QFontMetrics(option.font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files that somebody drags."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _read(path: Path) -> bytes:
    """The bytes of a file of allowed size. Raises AttachmentTooLarge and the types of `translating`."""
    with translating(path):
        size = path.stat().st_size
        if size > records.ATTACHMENT_SIZE:
            raise AttachmentTooLarge(name=path.name, size=size, limit=records.ATTACHMENT_SIZE)
        return path.read_bytes()


def _shortened(name: str) -> str:
    """`name` without torn letters, its ending kept where it is too long."""
    whole = name.encode("utf-8", "replace").decode("utf-8")
    stem, ending = os.path.splitext(whole)  # noqa: PTH122 - a name, not a path
    return stem[: _NAME_LENGTH - len(ending)] + ending if len(whole) > _NAME_LENGTH else whole
