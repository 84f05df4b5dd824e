"""The start window: recent files, a new one, one to open, the sample; opens none itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.domain import figures
from roadmap_desktop.domain.call import SUFFIX as CALL
from roadmap_desktop.domain.progress import StepProgress, Stop
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.models.recent import CHANGED, FOLDER, MISSING, PATH, TROUBLE, RecentFiles
from roadmap_desktop.paint.line import Track, layout, paint
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.settings import Settings
from roadmap_desktop.views.languages import LanguageMenu, spoken
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import Design, button, card, label, scaled, set_icon
from roadmap_desktop.widgets.two_lines import paint_ground, row_size

SUFFIX = ".roadmap"
_Index = QModelIndex | QPersistentModelIndex


class StartWindow(QMainWindow):
    """The window before a file is open. It stays until the app hides it."""

    receive_wanted = Signal(object)
    """The Paths of several files that came together."""
    open_wanted = Signal(object)
    """Carries the Path; one that is missing too, so that whoever opens files can offer its backups."""
    new_wanted = Signal()
    sample_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(
        self,
        settings: Settings,
        design: Design,
        name: str,
        version: str,
        *,
        existing: Callable[[Path], bool] = Path.is_file,
    ) -> None:
        """`existing(path)` says whether a recent file is still there; called off the windows' thread."""
        super().__init__()
        self._settings = settings
        self._design = design
        self._name = name
        self._version = version
        self._model = RecentFiles(existing, load_words(paths.WORDS, spoken()), self)
        self._build()
        self._retranslate()
        self.setAcceptDrops(True)
        design.changed.connect(self._colour)
        self._colour()
        self.refresh()

    # values in -------------------------------------------------------------------------------------

    def say(self, message: str, *, grave: bool = True) -> None:
        """Tell that a file could not be opened, or, where it is not `grave`, what to open."""
        self.banner.say(message, grave=grave)

    def mark(self, path: Path, *, damaged: bool = True) -> None:
        """Show beside `path` whether it was found damaged, until it opens again."""
        self._model.mark(path, damaged=damaged)

    def refresh(self) -> None:
        """Read the recent files again."""
        recent = self._settings.recent()
        self._model.set_paths(recent)
        self._list_page.setVisible(bool(recent))
        self._none_page.setVisible(not recent)
        if recent:
            rows = len(recent) * self.recent.sizeHintForRow(0)
            self._list_page.setMaximumHeight(rows + 4 * SPACE[1])
            self.recent.setCurrentIndex(self._model.index(0))

    # what the user does -----------------------------------------------------------------------------

    def _open(self, index: _Index) -> None:
        self.banner.hide()
        self.open_wanted.emit(index.data(PATH))

    def _forget(self, path: Path) -> None:
        self.banner.hide()
        row = self.recent.currentIndex().row()
        self._settings.forget_recent(path)
        self.refresh()
        if self._model.rowCount():
            self.recent.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1)))
            self.recent.setFocus()
        else:
            self.new.setFocus()

    def _ask(self) -> None:
        recent = self._settings.recent()
        folder = (
            next((path.parent for path in recent if path.parent.is_dir()), None) or paths.documents_folder()
        )
        kinds = self.tr("Roadmap files ({pattern})").format(pattern=f"*{SUFFIX} *{CALL}")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open a file"), str(folder), kinds)
        if chosen:
            self.banner.hide()
            self.open_wanted.emit(Path(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()
            self._veil.show()
            self._veil.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        found = _dropped(event)
        if found:
            event.acceptProposedAction()
        if len(found) > 1:
            self.receive_wanted.emit(found)
        elif found:
            self.open_wanted.emit(found[0])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()
            (self.recent if self._model.rowCount() else self.new).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.banner.hide()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.banner = Banner(self._design, "")
        self.language = LanguageMenu(self._design)
        self.language.chosen.connect(self.language_chosen)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE[5], SPACE[3], SPACE[4], 0)
        top.addStretch(1)
        top.addWidget(self.language)

        self._foot = label(role="small", tone="muted")

        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, SPACE[3])
        outer.setSpacing(0)
        outer.addWidget(self.banner)
        outer.addLayout(top)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._make_column(), 20)
        row.addStretch(1)
        outer.addLayout(row, 1)
        outer.addWidget(self._foot, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setCentralWidget(whole)
        self._veil = _Veil(self._design, self)
        self.setMinimumSize(QSize(720, 560))
        self.resize(1040, 700)

    def _make_column(self) -> QWidget:
        column = QWidget()
        column.setMaximumWidth(920)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(SPACE[6], 0, SPACE[6], SPACE[4])
        inside.setSpacing(0)
        inside.addStretch(1)
        inside.addLayout(self._make_head())
        inside.addSpacing(SPACE[5])
        inside.addWidget(_Line(self._design))
        inside.addSpacing(SPACE[6])
        lower = QHBoxLayout()
        lower.setSpacing(SPACE[7])
        lower.addLayout(self._make_actions())
        lower.addLayout(self._make_recent(), 1)
        inside.addLayout(lower, 8)
        inside.addStretch(1)
        return column

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[4])
        self._mark = QLabel()
        self._title = label(self._name, "display")
        self._subtitle = label(role="lead", tone="muted", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(SPACE[1])
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row

    def _make_actions(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE[3])
        self.new = button("", "primary")
        self.open = button("")
        self.sample = button("")
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self._ask)
        self.sample.clicked.connect(self.sample_wanted)
        self._keys = [
            self._shortcut(QKeySequence(QKeySequence.StandardKey.New), self.new),
            self._shortcut(QKeySequence(QKeySequence.StandardKey.Open), self.open),
        ]
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        for made in (self.new, self.open, self.sample):
            made.setMinimumSize(QSize(220, 40))
            column.addWidget(made)
        self._drop_hint = label(role="small", tone="muted", wrap=True)
        self._drop_hint.setMinimumWidth(0)
        self._drop_hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addSpacing(SPACE[1])
        column.addWidget(self._drop_hint)
        column.addStretch(1)
        return column

    def _make_recent(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE[2])
        self._recent_title = label(role="lead", bold=True)
        self.recent = _RecentView()
        self.recent.setModel(self._model)
        self.recent.setItemDelegate(_RecentDelegate(self._design, self.recent))
        self.recent.activated.connect(self._open)
        self.recent.forget_wanted.connect(self._forget)
        self._recent_title.setBuddy(self.recent)
        self._list_page, inside = card(margins=SPACE[1])
        inside.addWidget(self.recent)
        self._none_page, empty = card(margins=SPACE[5])
        self._none_title = label(role="lead", bold=True)
        self._none_text = label(tone="muted", wrap=True)
        empty.addWidget(self._none_title)
        empty.addWidget(self._none_text)
        column.addWidget(self._recent_title)
        column.addWidget(self._list_page, 20)
        column.addWidget(self._none_page)
        column.addStretch(1)
        return column

    def _shortcut(self, keys: QKeySequence, of: QPushButton) -> tuple[QShortcut, QPushButton]:
        made = QShortcut(keys, self)
        made.activated.connect(of.click)
        return made, of

    def _retranslate(self) -> None:
        self._model.set_words(load_words(paths.WORDS, spoken()))
        self.setWindowTitle(self._name)
        self._subtitle.setText(self.tr("Community and municipality build something together, step by step."))
        self.new.setText(self.tr("New file"))
        self.open.setText(self.tr("Open a file…"))
        self.sample.setText(self.tr("Look at the sample"))
        self._drop_hint.setText(
            self.tr("You can also drop a file from a folder or an e-mail anywhere on this window.")
        )
        self._recent_title.setText(self.tr("Recent files"))
        self.recent.setAccessibleName(self.tr("Recent files"))
        self.recent.set_texts(self.tr("Open"), self.tr("Show its folder"), self.tr("Remove from the list"))
        self._none_title.setText(self.tr("Nothing here yet"))
        self._none_text.setText(
            self.tr(
                "Files that you open will wait for you here. Start with a new file, or walk through the sample first: "
                "it shows three partnerships on their way."
            )
        )
        self._foot.setText(
            self.tr(
                "Version {version}. Works without the internet; your files stay on this computer."
            ).format(version=self._version)
        )
        self.banner.set_close_name(self.tr("Close this message"))
        self._veil.set_text(self.tr("Let go to open the file"))
        for keys, of in self._keys:
            of.setToolTip(keys.key().toString(QKeySequence.SequenceFormat.NativeText))
        self.language.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _colour(self) -> None:
        theme = self._design.theme
        size = 56
        self._mark.setPixmap(self._design.icon("roadmap-desktop", size=size).pixmap(QSize(size, size), 3.0))
        set_icon(self.new, self._design.icon("file-plus", theme.on_accent))
        set_icon(self.open, self._design.icon("folder-open"))
        set_icon(self.sample, self._design.icon("map"))


class _RecentView(QListView):
    """The list; Enter or a click opens, Delete or the cross removes."""

    forget_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._texts = ("", "", "")

    def set_texts(self, opening: str, folder: str, removal: str) -> None:
        """Names of the context menu's entries."""
        self._texts = (opening, folder, removal)

    def cross(self, row: QRect) -> QRect:
        """Where the row's cross is."""
        return QRect(row.right() - 38, row.center().y() - 14, 30, 30)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.forget_wanted.emit(self.currentIndex().data(PATH))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self.cross(self.visualRect(index)).contains(point):
            self.forget_wanted.emit(index.data(PATH))
        elif not self.style().styleHint(QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick):
            self.activated.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """One click was enough."""

    def menu(self, index: _Index) -> QMenu:
        """What can be done with a row; it deletes itself when closed."""
        path: Path = index.data(PATH)
        opening, folder, removal = (QAction(text, self) for text in self._texts)
        opening.triggered.connect(lambda: self.activated.emit(index))
        folder.triggered.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
        removal.triggered.connect(lambda: self.forget_wanted.emit(path))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([removal] if index.data(MISSING) else [opening, folder, removal])
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        menu = self.menu(index)
        where = self.visualRect(index).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(where))


class _RecentDelegate(QStyledItemDelegate):
    """Name over folder, the time at the right, a cross where the pointer is or the file is gone."""

    def __init__(self, design: Design, view: _RecentView) -> None:
        super().__init__(view)
        self._design = design
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of text with air."""
        return row_size(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._design.theme
        focused = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        missing, trouble = bool(index.data(MISSING)), bool(index.data(TROUBLE))
        painter.save()
        row = paint_ground(painter, option, theme, focused=focused, shown=False)
        name = "alert-triangle" if trouble and not missing else "file"
        colour = theme.muted if missing else theme.overdue if trouble else theme.accent
        icon = self._design.icon(name, colour, 24)
        icon.paint(painter, QRect(row.left() + SPACE[3], row.center().y() - 12, 24, 24))
        cross = self._view.cross(option.rect)
        left, right = row.left() + SPACE[3] + 24 + SPACE[3], cross.left() - SPACE[2]
        if hover or missing or focused:
            self._design.icon("x", theme.muted, 16).paint(painter, cross.adjusted(7, 7, -7, -7))
        small = scaled(QApplication.font(), "small")
        changed = str(index.data(CHANGED) or "")
        painter.setFont(small)
        wide = painter.fontMetrics().horizontalAdvance(changed)
        middle = row.center().y()
        flag = Qt.AlignmentFlag
        lower = QRect(left, middle + 2, right - left, row.height() // 2)
        painter.setPen(QColor(theme.overdue if trouble else theme.muted))
        painter.drawText(lower, flag.AlignTop | flag.AlignRight, changed)
        _elided(painter, lower.adjusted(0, 0, -wide - SPACE[4], 0), flag.AlignTop, str(index.data(FOLDER)),
                Qt.TextElideMode.ElideMiddle, theme.muted)  # fmt: skip
        painter.setFont(scaled(QApplication.font(), "body", bold=True))
        _elided(painter, QRect(left, row.top(), right - left, middle - row.top()), flag.AlignBottom,
                str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight,
                theme.muted if missing else theme.ink)  # fmt: skip
        painter.restore()


class _Line(QWidget):
    """Two sides that meet: the program's picture, for show."""

    _ENDS = 10

    def __init__(self, design: Design) -> None:
        super().__init__()
        self._design = design
        self._tracks = (Track("", _steps(7, 3)), Track("", _steps(4, 2)))
        self.setFixedHeight(96)
        design.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line itself, on the window's ground."""
        theme = self._design.theme
        painter = QPainter(self)
        # The line keeps room at its ends for a pointer that a picture does not need.
        line = layout(self._tracks, self.width() + 2 * self._ENDS, self.height(), texts=False)
        painter.translate(-self._ENDS, 0)
        paint(painter, line, theme, self.font(), surface=theme.window)
        painter.end()


class _Veil(QWidget):
    """Lies over the window while a file hangs above it."""

    def __init__(self, design: Design, parent: QWidget) -> None:
        super().__init__(parent)
        self._design = design
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_text(self, text: str) -> None:
        """What to do."""
        self._text = text

    def showEvent(self, event: QShowEvent) -> None:
        window = self.window()
        self.setGeometry(window.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._design.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.selected)
        ground.setAlphaF(0.94)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(theme.accent), 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(16, 16, -16, -16), 12, 12)
        painter.setPen(QColor(theme.ink))
        painter.setFont(scaled(QApplication.font(), "title", bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


def _elided(
    painter: QPainter, box: QRect, align: Qt.AlignmentFlag, text: str, mode: Qt.TextElideMode, colour: str
) -> None:
    painter.setPen(QColor(colour))
    painter.drawText(box, align, painter.fontMetrics().elidedText(text, mode, box.width()))


def _dropped(event: QDropEvent) -> list[Path]:
    """Those of our files that hang at the pointer."""
    local = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    ours = (SUFFIX, f"{SUFFIX}-locked", figures.SUFFIX, CALL)
    return [path for path in local if path.suffix.lower() in ours]


def _steps(done: int, half: int) -> tuple[StepProgress, ...]:
    """A made-up way: `done` stops behind, `half` begun."""
    made, number = [], 0
    for step, count in (("1", 5), ("2", 4), ("3", 5)):
        stops = []
        for _ in range(count):
            state = "done" if number < done else "in-progress" if number < done + half else "open"
            stops.append(Stop(str(number), "", state, "", "", overdue=False, current=False, conflict=False))
            number += 1
        made.append(StepProgress(step, "", tuple(stops), 0, count, 0))
    return tuple(made)
