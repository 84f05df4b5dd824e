"""Home: every partnership as a small line, what is due across them, and search; opens nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain.dossier import DueStop, Found, Summary
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.models.partnerships import PartnershipsModel
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context, Page, Place
from roadmap_desktop.views.partnership_list import PartnershipList, RowDelegate
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.empty_state import EmptyState
from roadmap_desktop.widgets.focus import focus_kept
from roadmap_desktop.widgets.link_row import LinkRow

AHEAD_DAYS = 21
"""How far ahead "coming up" looks."""
_NARROW = 980
_UNANSWERED = 6
"""Most of those who owe an answer that are named."""


class HomePage(Page):
    """The page one comes home to."""

    new_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """See Page."""
        super().__init__(context, parent)
        self._model = PartnershipsModel(
            context.session.summaries, context.form, context.words, context.today(), self._unseen, self
        )
        self._typing = QTimer(self, singleShot=True, interval=200)
        self._typing.timeout.connect(self._reload)
        context.session.found.connect(self._show_found)
        self._build()
        self.show_obstacle()

    def title(self) -> str:
        return self.context.session.home_organisation().name or self.tr("Partnerships")

    def show_place(self, place: Place) -> None:
        self._model.forget()  # what was new may have been looked at meanwhile
        self._reload()
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    def refresh(self, roots: frozenset[bytes]) -> None:
        self._model.reread(roots)
        self._reload()

    def show_obstacle(self) -> None:
        guard(self.context.session.obstacle, self._new)
        if self._empty is not None and self._empty.button is not None:
            guard(self.context.session.obstacle, self._empty.button)

    # filling ----------------------------------------------------------------------------------------

    def _reload(self) -> None:
        text = self.search.text().strip()
        stage = self._filter.currentData()
        ids = self.context.session.partnership_ids(
            order=self._order.currentData(),
            text=text,
            stage="" if stage in ("", "overdue", "conflicts") else stage,
            overdue_on=self.context.today() if stage == "overdue" else "",
            disputed=stage == "conflicts",
        )
        here = self._list.currentIndex()
        before = self._model.root_at(here.row()) if here.isValid() else b""
        self._model.set_ids(ids)
        if ids and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(max(self._model.row_of(before), 0)))
        filtered = bool(text or stage)
        self._show_list(filled=bool(ids), filtered=filtered)
        self._tools.setVisible(bool(ids) or filtered)
        self._count.setText(self.tr("%n partnership(s)", "", len(ids)))
        if text:
            self._heading.setText(self.tr("Found in answers"))
            self.context.session.look_for(text)
        else:
            with focus_kept(self._side):
                self._show_due()

    def _on_typed(self) -> None:
        self._typing.start()

    def _show_due(self) -> None:
        today = self.context.today()
        stops = self.context.session.due_stops(_plus_days(today, AHEAD_DAYS), 40)
        self._heading.setText(self.tr("What needs attention"))
        self._clear_side()
        if waiting := self.context.session.conflicts():
            row = LinkRow(
                self.context.words("sheet", "waiting", count=waiting), self.tr("Choose which version to keep")
            )
            row.activated.connect(lambda: self.window_wanted.emit("conflicts", b""))
            self._rows.addWidget(row)
        quiet = self._add_unanswered(today)
        for heading, tone, found in (
            (self.tr("Overdue"), "overdue", [stop for stop in stops if stop.due < today]),
            (self.tr("Coming up"), "muted", [stop for stop in stops if stop.due >= today]),
        ):
            if found:
                self._add(label(heading, "small", tone=tone, bold=True))
            for stop in found[:12]:
                self._rows.addWidget(self._due_row(stop, tone))
        if not stops and not waiting and not quiet:
            text = self.tr("Nothing is due in the next weeks. Dates you set at checkpoints appear here.")
            self._add(label(text, tone="muted", wrap=True))
        self._rows.addStretch()

    def _add_unanswered(self, today: str) -> int:
        """Partnerships from which nothing came back for long; how many there are."""
        found = self.context.session.unanswered(today, self.context.settings.days("patience"))
        if found:
            self._add(label(self.tr("No answer yet"), "small", tone="overdue", bold=True))
        for one in found[:_UNANSWERED]:
            sent = one.standing.sent
            since = self.tr("waiting since {date}").format(date=self.context.words.date(one.standing.since))
            row = LinkRow(
                one.title, " · ".join(part for part in (since, one_line(sent.who) if sent else "") if part)
            )
            row.activated.connect(lambda root=one.root: self.go.emit(Place("partnership", root)))
            self._rows.addWidget(row)
        return len(found)

    def _due_row(self, stop: DueStop, tone: str) -> LinkRow:
        words = self.context.words
        title = self._checkpoint_title(stop.checkpoint)
        below = " · ".join(part for part in (words.date(stop.due), stop.partnership.title, stop.who) if part)
        row = LinkRow(title, below, tone=tone)
        row.activated.connect(
            lambda: self.go.emit(Place("wizard", stop.partnership.id, stop.side, stop.checkpoint))
        )
        return row

    def _show_found(self, text: str, found: list[Found]) -> None:
        if text != self.search.text().strip():
            return
        self._clear_side()
        inside = [place for place in found if place.checkpoint]
        for place in inside[:40]:
            row = LinkRow(
                self._checkpoint_title(place.checkpoint),
                f"{place.partnership.title} · {_snippet(place.text, text)}",
            )
            row.activated.connect(
                lambda place=place: self.go.emit(
                    Place("wizard", place.partnership.id, place.side, place.checkpoint)
                )
            )
            self._rows.addWidget(row)
        if not inside:
            self._add(label(self.tr("No answer holds these words."), tone="muted", wrap=True))
        self._rows.addStretch()

    def _add(self, made: QLabel) -> None:
        """Add a text in line with those of the rows."""
        made.setContentsMargins(SPACE[2], SPACE[2], 0, 0)
        self._rows.addWidget(made)

    def _clear_side(self) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _checkpoint_title(self, checkpoint: str) -> str:
        form = "municipality" if checkpoint.startswith("m") else "community"
        found = self.context.form(form).find(checkpoint)
        return found.title if found else checkpoint

    def _unseen(self, summary: Summary) -> bool:
        looked = self.context.settings.looked(summary.partnership.id.hex())
        return summary.changed > looked and summary.changed_by not in ("", self.context.session.author.name)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.go.emit(Place("partnership", self._model.root_at(index.row())))

    # building ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[5])
        whole.setSpacing(SPACE[5])
        main = QVBoxLayout()
        main.setSpacing(SPACE[3])
        main.addLayout(self._build_head())
        main.addWidget(self._build_tools())
        self._stack = QStackedWidget()
        self._list = PartnershipList()
        self._list.setModel(self._model)
        self._list.setItemDelegate(RowDelegate(self.context, self._list))
        self._list.setAccessibleName(self.tr("Partnerships"))
        self._list.opened.connect(self._open)
        self._stack.addWidget(self._list)
        self._empty: EmptyState | None = None
        self._nothing: EmptyState | None = None
        main.addWidget(self._stack, 1)
        whole.addLayout(main, 1)
        self._side = self._build_side()
        whole.addWidget(self._side)

    def _show_list(self, *, filled: bool, filtered: bool) -> None:
        """The list, or what stands in its place; made when first needed."""
        if filled:
            self._stack.setCurrentWidget(self._list)
        elif filtered:
            self._nothing = self._nothing or self._make_nothing()
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._empty = self._empty or self._make_empty()
            self._stack.setCurrentWidget(self._empty)

    def _make_empty(self) -> EmptyState:
        made = EmptyState(
            self.context.design, "route", self.tr("Begin with one partnership"),
            self.tr("A partnership is what you and one partner want to build together. The roadmap leads you "
                    "through it checkpoint by checkpoint; you can leave at any time, everything is saved by itself."),
            self.tr("New partnership"),
        )  # fmt: skip
        made.wanted.connect(self.new_wanted)
        if made.button is not None:
            guard(self.context.session.obstacle, made.button)
        self._stack.addWidget(made)
        return made

    def _make_nothing(self) -> EmptyState:
        made = EmptyState(
            self.context.design, "search", self.tr("Nothing found"),
            self.tr("No partnership fits this search and filter. Answers that hold your words are listed beside."),
        )  # fmt: skip
        self._stack.addWidget(made)
        return made

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._count = label(role="lead", tone="muted")
        self._new = button(
            self.tr("New partnership"),
            "primary",
            self.context.design.icon("plus", self.context.design.theme.on_accent),
        )
        self._new.clicked.connect(self.new_wanted)
        row.addWidget(self._count, 1)
        row.addWidget(self._new)
        return row

    def _build_tools(self) -> QWidget:
        self._tools = tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[2])
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Search partnerships and answers"))
        self.search.setAccessibleName(self.tr("Search partnerships and answers"))
        self.search.addAction(
            self.context.design.icon("search", self.context.design.theme.muted),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        # The clear button costs as much as the rest of the page; nobody needs it before there is a text.
        self.search.textEdited.connect(lambda: self.search.setClearButtonEnabled(True))
        self.search.textChanged.connect(self._on_typed)
        words = self.context.words
        self._filter = self._combo(
            self.tr("Show"),
            (
                ("", self.tr("All")),
                *((key, words("stage", key)) for key in words.group("stage")),
                ("overdue", self.tr("With overdue checkpoints")),
                ("conflicts", self.tr("With open conflicts")),
            ),
        )
        self._order = self._combo(
            self.tr("Sort by"),
            (
                ("title", self.tr("By name")),
                ("due", self.tr("By next date")),
                ("progress", self.tr("By progress")),
                ("changed", self.tr("Latest change first")),
            ),
        )
        row.addWidget(self.search, 1)
        row.addWidget(self._filter)
        row.addWidget(self._order)
        return tools

    def _combo(self, name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setToolTip(name)
        # On Linux a screen reader takes a combo box's name only from a label beside it.
        caption = QLabel(name, self._tools)
        caption.setBuddy(made)
        caption.hide()
        for key, text in choices:
            made.addItem(text, key)
        made.currentIndexChanged.connect(self._reload)
        return made

    def _build_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(320)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        self._heading = label(role="heading")
        self._heading.setContentsMargins(SPACE[2], SPACE[1], 0, 0)
        column.addWidget(self._heading)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, SPACE[1], 0)
        self._rows.setSpacing(SPACE[1])
        area.setWidget(inner)
        column.addWidget(area, 1)
        return side

    def resizeEvent(self, event: object) -> None:
        self._side.setVisible(self.width() >= _NARROW)


def _plus_days(today: str, days: int) -> str:
    import datetime  # noqa: PLC0415 - only here

    return (datetime.date.fromisoformat(today) + datetime.timedelta(days=days)).isoformat()


def _snippet(text: str, words: str, around: int = 50) -> str:
    """A piece of `text` round the first of `words`, on one line."""
    flat = " ".join(text.split())
    at = max(flat.casefold().find(words.split(maxsplit=1)[0].casefold()), 0)
    start, end = max(at - around, 0), at + around
    return f"{'…' if start else ''}{flat[start:end]}{'…' if end < len(flat) else ''}"
