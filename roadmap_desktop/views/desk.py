"""The desk of one open file: the bar on top, the pages below, the way back; what the pages hold is theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop import paths
from roadmap_desktop.domain import figures
from roadmap_desktop.domain.call import SUFFIX as CALL
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import FileDamaged, UnknownPartnership, mendable
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.messages import describe
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.store.file import SUFFIX
from roadmap_desktop.views.copies import Copies
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.presence import Presence, place_of
from roadmap_desktop.widgets.banner import Banner
from roadmap_desktop.widgets.design import icon_button, label


class Desk(QWidget):
    """What stands in the window while a file is open. Signals are what only the app can do: other files, printing, settings."""

    start_wanted = Signal()
    settings_wanted = Signal()
    backups_wanted = Signal()
    history_wanted = Signal(object)
    """The Scope whose history the user wants to see."""
    compare_wanted = Signal(object)
    """The root of the partnership at hand (b"" for none), to be compared with an earlier day."""
    bin_wanted = Signal()
    locked_copy_wanted = Signal()
    window_wanted = Signal(str, object)
    """As of a Page: the name of a window, and the root of the partnership at hand (b"" for none)."""
    import_wanted = Signal(object)
    """The Path of a list of partners to take in."""
    receive_wanted = Signal(object)
    """The Paths of files to take in what is new in."""
    new_partnership_wanted = Signal()
    print_wanted = Signal(str, object)
    """Sheet name, and the root of the partnership at hand (b"" for none)."""
    close_wanted = Signal()
    open_wanted = Signal(object)
    """The Path of a file to go on in."""
    ask_wanted = Signal(object)
    """As of Presence: the Path of a file with which something else shall be done than look at it."""
    damaged = Signal(object)
    """FileDamaged, met while something was saved."""

    def __init__(self, context: Context, pages: Mapping[str, Callable[[Context], Page]]) -> None:
        """`pages` makes each page when it is first wanted; "home" must be among them."""
        super().__init__()
        self.context = context
        self._makers = pages
        self._pages: dict[str, Page] = {}
        self._way: list[Place] = []
        self._writing: list[QAction] = []
        self._rooted: list[QAction] = []
        self._build()
        session = context.session
        session.changed.connect(self._on_changed)
        session.failed.connect(self._on_failed)
        session.busy.connect(self._on_busy)
        session.undoable.connect(self._show_undoable)
        session.obstacle_changed.connect(self._on_obstacle)
        self.presence = Presence(session, self.banner, self)
        self.presence.open_wanted.connect(self.open_wanted)
        self.presence.leave_wanted.connect(self.leave)
        self.presence.ask_wanted.connect(self.ask_wanted)
        self.presence.receive_wanted.connect(lambda path: self.receive([path]))
        self.presence.backups_wanted.connect(self.backups_wanted)
        self.copies = Copies(self.context, self.banner, self)
        self.copies.bring_wanted.connect(self.receive)
        self._show_undoable()
        self._guard()
        self.setAcceptDrops(True)

    # going about -----------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """Where the user is."""
        return self._way[-1] if self._way else Place("home")

    def go(self, place: Place) -> None:
        """Show `place`; a place already on the way is gone back to."""
        if self._way:
            self.leave()
        if place in self._way:
            del self._way[self._way.index(place) :]
        elif self._way and self._way[-1].page == place.page == "wizard":
            self._way.pop()
        self._way.append(place)
        self._show()

    def back(self) -> None:
        """Go where the user came from."""
        if len(self._way) > 1:
            self.leave()
            self._way.pop()
            self._show()

    def page(self) -> Page:
        """The page in view."""
        return self._pages[self.place.page]

    @property
    def way(self) -> tuple[Place, ...]:
        """The places that led here, home first."""
        return tuple(self._way)

    def begin(self, way: Sequence[Place] = ()) -> None:
        """Show home, or the last place of `way`; and say what has to be said about the file."""
        for place in way or (Place("home"),):
            self.go(place)
        session = self.context.session
        if not self.presence.begin() and session.left_over:
            self.banner.say(
                self.tr("Some words from last time had not been saved. They were kept on this computer."),
                (self.tr("Put them back"), self._put_back),
                (self.tr("Discard"), self._drop),
            )

    def prepare(self, page: str) -> None:
        """Build a page that is not there yet, without showing it."""
        if page not in self._pages:
            made = self._makers[page](self.context)
            made.go.connect(self.go)
            made.history_wanted.connect(self._on_history_wanted)
            made.window_wanted.connect(self._on_window_wanted)
            self._pages[page] = made
            self._stack.addWidget(made)

    def say_deleted(self, title: str, root: bytes) -> None:
        """Tell that a partnership was deleted, and offer it back, whatever is done in between."""
        self.banner.setProperty("about", "deleted")
        self.banner.say(
            self.tr("“{title}” is in the bin now.").format(title=title),
            (self.tr("Bring it back"), lambda: self._bring_back(root)),
        )

    def _bring_back(self, root: bytes) -> None:
        self.banner.hide()
        self.context.session.save([Edit(root, "partnership", root, {DELETED: 0})])

    def _show(self) -> None:
        place = self.place
        self.prepare(place.page)
        page = self._pages[place.page]
        try:
            page.show_place(place)
        except UnknownPartnership:
            self._way = [Place("home")]
            self._pages["home"].show_place(self.place)
            page = self._pages["home"]
        page.show_obstacle()
        self._stack.setCurrentWidget(page)
        self._back.setVisible(len(self._way) > 1)
        for action in self._rooted:  # what is about a partnership needs one at hand
            action.setEnabled(bool(place.root))
        self._show_where()
        self.setWindowTitle(f"{page.title()} – {self.context.session.path.name}")
        self.window().setWindowTitle(self.windowTitle())

    def _show_where(self) -> None:
        """Beside the arrow stands where it leads; at home, whose home it is."""
        before = self._way[-2] if len(self._way) > 1 else self.place
        self._where.setText(self._pages[before.page].title())

    def leave(self) -> None:
        """Have the page in view hand its unsaved words to the session."""
        if self._way and self.place.page in self._pages:
            self.page().leave()

    # what the session says --------------------------------------------------------------------------

    def _on_changed(self, roots: frozenset[bytes]) -> None:
        if self._way:
            try:
                self.page().refresh(roots)
            except UnknownPartnership:
                self._way = [Place("home")]
                self._show()
            self._show_where()
        if self.banner.property("about") == "failed" and not self.context.session.failing:
            self.banner.hide()

    def _on_failed(self, error: object) -> None:
        error = mendable(error)
        if isinstance(error, FileDamaged):
            self.damaged.emit(error)
            return
        self.banner.setProperty("about", "failed")
        retry = [(self.tr("Try again"), self.context.session.retry)] if self.context.session.unsaved else []
        self.banner.say(describe(error).in_one(), *retry, grave=True)

    def _on_obstacle(self) -> None:
        """What keeps the file from being changed came or went: every page built so far follows."""
        for page in self._pages.values():
            page.show_obstacle()
        self._guard()
        self._on_busy(self.context.session.saving)

    def _guard(self) -> None:
        guard(self.context.session.obstacle, *self._writing)

    def _on_history_wanted(self, scope: Scope) -> None:
        self.leave()
        self.history_wanted.emit(scope)

    def _on_window_wanted(self, name: str, root: bytes) -> None:
        """Some of what is asked for by name is a page of this window."""
        if name in self._makers:
            self.go(Place(name, root))
            return
        self.leave()
        self.window_wanted.emit(name, root)

    def _on_busy(self, busy: bool) -> None:
        session = self.context.session
        failing = session.failing or (session.obstacle is not None and bool(session.unsaved))
        self._saved.setText(
            self.tr("Saving…") if busy else self.tr("Not saved") if failing else self.tr("Saved")
        )
        self._show_undoable()

    def _show_undoable(self) -> None:
        self._undo.setEnabled(self.context.session.can_undo)
        self._redo.setEnabled(self.context.session.can_redo)

    def _put_back(self) -> None:
        self.leave()
        self.banner.hide()
        session = self.context.session
        place = place_of(session.left_over)
        session.put_back_left_over()
        if place is not None:
            self.go(place)

    def _drop(self) -> None:
        self.banner.hide()
        self.context.session.drop_left_over()

    def _take_back(self) -> None:
        self.leave()
        self.context.session.undo()

    def _do_again(self) -> None:
        self.leave()
        self.context.session.redo()

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        design = self.context.design
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE[4], SPACE[2], SPACE[3], SPACE[2])
        row.setSpacing(SPACE[2])
        self._back = icon_button(self.tr("Back"), design.icon("arrow-left"))
        self._back.setShortcut(QKeySequence(QKeySequence.StandardKey.Back))
        self._back.clicked.connect(self.back)
        self._where = label(role="lead", bold=True)
        self._where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._saved = label(tone="muted")
        self._undo = self._tool(self.tr("Undo"), "undo", QKeySequence.StandardKey.Undo, self._take_back)
        self._redo = self._tool(self.tr("Redo"), "redo", QKeySequence.StandardKey.Redo, self._do_again)
        self._print = self._tool(
            self.tr("Print"), "printer", QKeySequence.StandardKey.Print, self._print_here
        )
        self._menu = icon_button(self.tr("Menu"), design.icon("ellipsis"))
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setMenu(self._make_menu())
        row.addWidget(self._back)
        row.addWidget(self._where, 1)
        row.addWidget(self._saved)
        for made in (self._undo, self._redo, self._print, self._menu):
            row.addWidget(made)
        self.banner = Banner(design, self.tr("Close this message"))
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    def _tool(
        self, name: str, icon: str, keys: QKeySequence.StandardKey, run: Callable[[], None]
    ) -> QToolButton:
        made = icon_button(name, self.context.design.icon(icon))
        made.setShortcut(QKeySequence(keys))
        made.clicked.connect(run)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{name} ({native})" if native else name)
        return made

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self._add(
            menu,
            (self.tr("New partnership…"), "Ctrl+N", self.new_partnership_wanted.emit),
            (self.tr("Find…"), "Ctrl+F", self.look_for),
        )
        menu.addSeparator()
        self._add(
            menu.addMenu(self.tr("Send and receive")),
            (self.tr("Send…"), "Ctrl+E", self._window("send")),
            (self.tr("Receive files…"), "", self._ask_files),
            (self.tr("Register of exchanges…"), "", self._window("exchanges")),
            (self.tr("Waiting for a decision…"), "", self._window("conflicts")),
            (self.tr("Collect from members…"), "", lambda: self.go(Place("members"))),
            (self.tr("Save a copy with a password…"), "", self._asking(self.locked_copy_wanted)),
        )
        self._add(
            menu.addMenu(self.tr("Paper and documents")),
            (self.tr("Documents…"), "Ctrl+D", self._documents_here),
            (self.tr("Print every partnership…"), "", lambda: self.print_wanted.emit("all", b"")),
            (self.tr("Print a blank form…"), "", lambda: self.print_wanted.emit("blank", b"")),
            (self.tr("Enter from paper…"), "", self._window("paper")),
        )
        self._add(
            menu.addMenu(self.tr("Lists")),
            (self.tr("Export…"), "", self._window("export")),
            (self.tr("Import partners and contacts…"), "", self._import),
        )
        self._add(
            menu.addMenu(self.tr("History and backups")),
            (self.tr("History…"), "Ctrl+H", self._history_here),
            (self.tr("Compare with an earlier day…"), "", self._compare_here),
            (self.tr("Bin…"), "", self._asking(self.bin_wanted)),
            (self.tr("Backups…"), "", self.backups_wanted.emit),
        )
        menu.addSeparator()
        self._add(
            menu,
            (self.tr("Open another file…"), "Ctrl+O", self.start_wanted.emit),
            (self.tr("Settings…"), "", self.settings_wanted.emit),
            (self.tr("Close"), "Ctrl+Q", self.close_wanted.emit),
        )
        return menu

    def _add(self, menu: QMenu, *entries: tuple[str, str, Callable[[], object]]) -> None:
        """Put `entries` (text, keys, what to run) into `menu`; their keys work wherever the user is."""
        for name, keys, run in entries:
            action = QAction(name, self)
            if keys:
                action.setShortcut(QKeySequence(keys))
            action.triggered.connect(run)
            if run == self._documents_here:
                self._rooted.append(action)
            if run in (self.new_partnership_wanted.emit, self._ask_files, self._import):
                self._writing.append(action)
            menu.addAction(action)
            self.addAction(action)

    def _window(self, name: str) -> Callable[[], None]:
        """Ask for a window about the partnership at hand, once the words in view are on their way to the file."""
        return lambda: self._on_window_wanted(name, self.place.root)

    def _asking(self, wanted: SignalInstance) -> Callable[[], None]:
        """Ask the app for what looks at the file, once the words in view are on their way there."""

        def ask() -> None:
            self.leave()
            wanted.emit()

        return ask

    def _ask_files(self) -> None:
        kind = self.tr("Files of Roadmap Desktop")
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Receive files"),
            str(paths.documents_folder()),
            f"{kind} (*{SUFFIX} *{SUFFIX}-locked)",
        )
        if names:
            self.leave()
            self.receive_wanted.emit([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) or self._list_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.leave()
        files, found = _dropped(event), self._list_in(event)
        calls = [path for path in files if path.suffix.lower() == CALL]
        if found is not None:
            self.import_wanted.emit(found)
        elif calls:
            self.open_wanted.emit(calls[0])
        else:
            self.receive_wanted.emit(files)

    def _list_in(self, event: QDropEvent) -> Path | None:
        """The list of partners that is dragged over the window, where it can be taken in."""
        from roadmap_desktop.views.list_file import list_in  # noqa: PLC0415 - brings csv, when something is dragged

        return list_in(event) if self.context.changeable else None

    def _import(self) -> None:
        self._on_window_wanted("import", b"")

    def receive(self, files: list[Path]) -> None:
        """Show what is new in `files`, to be taken in."""
        if self.context.session.obstacle is None:  # what keeps it from being changed is still so afterwards
            self.banner.hide()
        self.leave()
        self.receive_wanted.emit(files)

    def _history_here(self) -> None:
        self.leave()
        self.history_wanted.emit(Scope(self.place.root))

    def _compare_here(self) -> None:
        self.leave()
        self.compare_wanted.emit(self.place.root)

    def _documents_here(self) -> None:
        self.go(Place("documents", self.place.root))

    def _print_here(self) -> None:
        self.leave()
        if self.page().print_here():
            return
        place = self.place
        sheet = "joint" if place.page == "joint" else "progress" if place.root else "all"
        self.print_wanted.emit(sheet, place.root)

    def look_for(self) -> None:
        """Go to the search field of home."""
        self.go(Place("home"))
        field = self.page().findChild(QLineEdit, "search")
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()


def _dropped(event: QDropEvent) -> list[Path]:
    """The files of ours that are dragged over the window."""
    found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    ours = (SUFFIX, f"{SUFFIX}-locked", figures.SUFFIX, CALL)
    return [path for path in found if path.suffix.lower() in ours]
