"""What came from elsewhere, or waits since, as a tree with a choice at each line: partnerships, checkpoints, tools; it writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED
from roadmap_desktop.domain.history import Subject, in_order, unset, visible
from roadmap_desktop.domain.incoming import Choice, Difference, Group, Place, Sort, Thing, Version, joined
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.domain.telling import Teller
from roadmap_desktop.domain.words import local_day
from roadmap_desktop.models.branches import Known, Pair
from roadmap_desktop.models.differences import BELOW, PAIRS

LEAF: Final = int(Qt.ItemDataRole.UserRole) + 3
"""Role: the Leaf of a line that asks for a choice, None of what only holds others."""

Voice: TypeAlias = Literal["places", "sides", "versions"]
"""How both versions are called: here and there, before they are in one file; then ours and theirs, or where nobody can tell whose they are, the one that shows and the other."""

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_OFF, _SOME, _ON = Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked
_STATES: Final = {"theirs": _ON, "both": _ON, "ours": _OFF, "later": _SOME}


class Leaf(NamedTuple):
    """One thing, or one field of one, to choose about; `places` are where the choice is noted.

    `pairs` have what is here, or ours, first. `heads` name both versions. `joinable` where both can be kept.
    """

    sort: Sort
    places: tuple[Place, ...]
    pairs: tuple[Pair, ...]
    heads: tuple[str, str]
    joinable: bool = False
    voice: Voice = "places"


class Tally(NamedTuple):
    """How many lines are taken in, by what they do here, how many are left out, and what becomes of the conflicts."""

    new: int
    changed: int
    deleted: int
    restored: int
    left: int
    settled: int
    waiting: int


class _Node:
    """One line; a Leaf with the choice about it, or what holds others."""

    __slots__ = ("below", "children", "choice", "label", "leaf", "number", "parent", "row", "state")

    def __init__(self, label: str, below: str = "", leaf: Leaf | None = None) -> None:
        self.label = label
        self.below = below
        self.leaf = leaf
        self.choice: Choice = "later" if leaf is not None and leaf.sort == "conflict" else "theirs"
        self.children: list[_Node] = []
        self.parent: _Node | None = None
        self.row = self.number = 0
        self.state = _STATES[self.choice]


def in_words(sort: Sort) -> str:
    """What came of a thing, in a word or two."""
    return {
        "new": QCoreApplication.translate("incoming", "new"),
        "changed": QCoreApplication.translate("incoming", "changed"),
        "conflict": QCoreApplication.translate("incoming", "conflict"),
        "deleted": QCoreApplication.translate("incoming", "deleted there"),
        "restored": QCoreApplication.translate("incoming", "brought back there"),
    }[sort]


def choice_in_words(choice: Choice, voice: Voice = "places") -> str:
    """What was chosen about a conflict."""
    if voice == "versions" and choice in ("theirs", "ours"):
        return (
            QCoreApplication.translate("incoming", "the other is taken")
            if choice == "theirs"
            else QCoreApplication.translate("incoming", "what shows stays")
        )
    return {
        "theirs": QCoreApplication.translate("incoming", "theirs is taken"),
        "ours": QCoreApplication.translate("incoming", "ours stays"),
        "both": QCoreApplication.translate("incoming", "both are kept"),
        "later": QCoreApplication.translate("incoming", "conflict: waits"),
    }[choice]


class IncomingModel(QAbstractItemModel):
    """Groups with their choices; `chosen` follows every change of them. All that is in no conflict is taken at first."""

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show`."""
        super().__init__(parent)
        self._tops: list[_Node] = []
        self._nodes: list[_Node] = []

    def show(
        self, groups: Sequence[Group], known: Known, choices: Mapping[Place, Choice] | None = None
    ) -> None:
        """Replace all, as they came. With `choices` they are conflicts that wait in the file, chosen about so far."""
        self.beginResetModel()
        self._nodes = []
        self._tops = [_top(group, known, waiting=choices is not None) for group in groups]
        for node in self._leaves(self._tops):
            if choices and node.leaf is not None:
                self._set(node, choices.get(node.leaf.places[0], node.choice))
        self._adopt(self._tops, None)
        self.endResetModel()

    def choices(self) -> dict[Place, Choice]:
        """What deviates from taking in all that is in no conflict, by the place of each choice."""
        return {
            place: node.choice
            for node in self._leaves(self._tops)
            if node.leaf is not None and node.choice != _usual(node.leaf)
            for place in node.leaf.places
        }

    def tally(self) -> Tally:
        """What taking in would do."""
        counts: Counter[str] = Counter()
        for node in self._leaves(self._tops):
            assert node.leaf is not None
            if node.leaf.sort == "conflict":
                counts["waiting" if node.choice == "later" else "settled"] += 1
            else:
                counts["left" if node.choice == "ours" else node.leaf.sort] += 1
        return Tally(*(counts[name] for name in Tally._fields))

    def choose(self, index: _Index, choice: Choice) -> None:
        """Settle a conflict, or leave it."""
        node = self._node(index)
        if node is not None and node.leaf is not None and choice != node.choice:
            self._set(node, choice)
            self._tell(node)

    def choice(self, index: _Index) -> Choice:
        """What is chosen at a leaf."""
        node = self._node(index)
        return "later" if node is None else node.choice

    def waiting_after(self, index: _Index) -> QModelIndex:
        """The next line below `index`, from the top again, whose conflict waits; no index where none does."""
        at = int(index.internalId()) if index.isValid() else -1
        waiting = [
            node for node in self._leaves(self._tops) if node.leaf is not None and node.choice == "later"
        ]
        following = [node for node in waiting if node.number > at] or waiting
        return self._index(following[0]) if following else QModelIndex()

    # the tree ---------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        above = self._node(parent)
        nodes = self._tops if above is None else above.children
        if column or not 0 <= row < len(nodes):
            return QModelIndex()
        return self.createIndex(row, 0, nodes[row].number)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        node = self._node(index)
        return QModelIndex() if node is None else self._index(node.parent)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        node = self._node(parent)
        return len(self._tops) if node is None else len(node.children)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self._node(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.label
            case Qt.ItemDataRole.CheckStateRole:
                return node.state
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (node.label, self._said(node)) if part)
        if role == PAIRS:
            return list(self._pairs(node))
        if role == BELOW:
            return self._said(node)
        return node.leaf if role == LEAF else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick what is in no conflict; of a conflict alone, take theirs or keep ours."""
        node = self._node(index)
        if node is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        choice: Choice = "theirs" if Qt.CheckState(value) == _ON else "ours"
        node = _whole(node) or node
        for leaf in self._leaves([node]):
            if leaf is node or (leaf.leaf is not None and leaf.leaf.sort != "conflict"):
                self._set(leaf, choice)
        self._tell(node)
        return True

    def _said(self, node: _Node) -> str:
        if node.leaf is None or _whole(node) not in (None, node):
            return node.below
        if node.leaf.sort == "conflict":
            return choice_in_words(node.choice, node.leaf.voice)
        if node.choice == "ours":
            return QCoreApplication.translate("incoming", "left out")
        return node.below

    def _set(self, node: _Node, choice: Choice) -> None:
        node.choice = choice
        node.state = _STATES[choice]

    def _tell(self, node: _Node) -> None:
        """Bring what is above and below in line, and say so."""
        self._follow_below(node)
        self._tell_below([node])
        above = node.parent
        while above is not None:
            above.state = _state_of(above.children)
            self.dataChanged.emit(self._index(above), self._index(above))
            above = above.parent
        self.chosen.emit()

    def _follow_below(self, node: _Node) -> None:
        for child in node.children:
            if node.leaf is not None:  # chosen as a whole
                _set_all(child, node.state)
            else:
                self._follow_below(child)
        if node.children and node.leaf is None:
            node.state = _state_of(node.children)

    def _tell_below(self, nodes: Sequence[_Node]) -> None:
        self.dataChanged.emit(self._index(nodes[0]), self._index(nodes[-1]))
        for node in nodes:
            if node.children:
                self._tell_below(node.children)

    def _leaves(self, nodes: Iterable[_Node]) -> Iterator[_Node]:
        for node in nodes:
            if node.leaf is not None:
                yield node
            else:
                yield from self._leaves(node.children)

    def _pairs(self, node: _Node) -> Iterator[Pair]:
        if node.leaf is not None and node.leaf.pairs:
            yield from node.leaf.pairs
        for child in node.children:
            for pair in self._pairs(child):
                yield pair if pair.name == child.label else pair._replace(name=f"{child.label} · {pair.name}")

    def _node(self, index: _Index) -> _Node | None:
        return self._nodes[int(index.internalId())] if index.isValid() else None

    def _index(self, node: _Node | None) -> QModelIndex:
        return QModelIndex() if node is None else self.createIndex(node.row, 0, node.number)

    def _adopt(self, nodes: Sequence[_Node], parent: _Node | None) -> None:
        for row, node in enumerate(nodes):
            node.parent, node.row, node.number = parent, row, len(self._nodes)
            self._nodes.append(node)
            self._adopt(node.children, node)
            if node.children and node.leaf is None:
                node.state = _state_of(node.children)


def _state_of(nodes: Sequence[_Node]) -> Qt.CheckState:
    states = {node.state for node in nodes}
    return states.pop() if len(states) == 1 else _SOME


def _set_all(node: _Node, state: Qt.CheckState) -> None:
    node.state = state
    for child in node.children:
        _set_all(child, state)


def _usual(leaf: Leaf) -> Choice:
    return "later" if leaf.sort == "conflict" else "theirs"


def _whole(node: _Node) -> _Node | None:
    """What a line is chosen with as a whole: a partnership that is new here."""
    top = node
    while top.parent is not None:
        top = top.parent
    return top if top.leaf is not None else None


# making the lines ---------------------------------------------------------------------------------------


class _Teller(NamedTuple):
    """One group put into words; `waiting` where it is in the file already."""

    group: Group
    known: Known
    teller: Teller
    waiting: bool

    def subject(self, thing: Thing) -> Subject:
        return self.group.subject(thing)

    def field(self, thing: Thing, name: str) -> str:
        return self.teller.field(self.subject(thing), name)

    def value(self, thing: Thing, name: str, value: Scalar) -> str:
        return self.teller.value(self.subject(thing), name, value)

    def voice(self, one: Difference) -> Voice:
        if not self.waiting:
            return "places"
        return "sides" if one.ours.own else "versions"


def _top(group: Group, known: Known, *, waiting: bool) -> _Node:
    """A partnership or organisation with all that came of it."""
    told = _Teller(group, known, known.teller(), waiting)
    title = group.title or known.words(
        "sheet", "partnership" if group.kind == "partnership" else "organisation"
    )
    own = next((thing for thing in group.things if thing.entity == group.root), None)
    whole = own is not None and own.sort in ("new", "deleted", "restored")
    said = in_words(group.sort) if group.sort != "changed" and not waiting else ""
    leaf = _thing_leaf(told, own) if whole and own is not None else None
    node = _Node(title, said, leaf)
    things = [thing for thing in group.things if not whole or thing is not own]
    found: dict[tuple[object, ...], tuple[str, str, list[_Node]]] = {}
    for thing in things:
        place, name, below = _place(told, thing)
        found.setdefault(place, (name, below, []))[2].extend(_lines(told, thing))
    for place in sorted(found, key=str):
        name, below, lines = found[place]
        under = _Node(name, below)
        under.children = _moved_last(lines)
        node.children.append(under)
    return node


def _moved_last(lines: list[_Node]) -> list[_Node]:
    """Rows that only changed places are one line."""
    moved = [line for line in lines if line.leaf is not None and not line.label]
    if not moved:
        return lines
    places = tuple(place for line in moved if line.leaf is not None for place in line.leaf.places)
    assert moved[0].leaf is not None
    leaf = moved[0].leaf._replace(places=places)
    title = QCoreApplication.translate("incoming", "Order of rows")
    return [*(line for line in lines if line.label), _Node(title, in_words("changed"), leaf)]


def _place(told: _Teller, thing: Thing) -> tuple[tuple[object, ...], str, str]:
    """Where a thing stands: a key to sort by, the name of the place, the quiet words beside it."""
    words, teller, about = told.known.words, told.teller, told.subject(thing)
    turn = int(about.side != about.ours)
    match thing.kind:
        case "partnership" | "organisation":
            return (0,), words("sheet", thing.kind), ""
        case "attachment" if not thing.checkpoint:
            return (0,), words("sheet", "organisation"), ""
        case "side":
            return (1, turn), words("side", "theirs" if turn else "ours"), ""
        case "answer" | "note" | "attachment":
            known = about.form in told.known.library.ids()
            form = told.known.library.form(about.form, words.language) if known else None
            ids = [point.id for point in form.checkpoints] if form else []
            at = ids.index(thing.checkpoint) if thing.checkpoint in ids else len(ids)
            title = form.checkpoints[at].title if form and at < len(ids) else thing.checkpoint
            return (2, turn, f"{at:04}", thing.checkpoint), title, teller.side(about)
    tool = "contact" if thing.kind == "person" else thing.kind
    if tool not in records.TOOLS:
        return (5, thing.kind), words("history", "unknown", kind=thing.kind), ""
    own = tool in records.SIDE_TOOLS
    return (
        (3, records.TOOLS.index(tool), own and turn),
        str(words.tool(tool)["title"]),
        teller.side(about) if own else "",
    )


def _lines(told: _Teller, thing: Thing) -> Iterator[_Node]:
    """The lines of one thing: one for what came or went as a whole, else one a field; each conflict has its own."""
    differences = thing.differences
    if thing.sort in ("new", "deleted", "restored"):
        yield _Node(_name(told, thing), in_words(thing.sort), _thing_leaf(told, thing))
        differences = tuple(one for one in differences if one.sort == "conflict" and one.field != DELETED)
    row = thing.kind in records.TOOLS or thing.kind in ("person", "attachment")
    silent: list[Difference] = []
    for one in differences:
        if one.field != DELETED and not visible(thing.kind, one.field) and not told.waiting:
            silent.append(one)
            continue
        name = _name(told, thing) if one.field == DELETED else told.field(thing, one.field)
        label = f"{_name(told, thing)} · {name}" if row and one.field != DELETED else name
        yield _Node(label, in_words(one.sort), _field_leaf(told, thing, one))
    if silent:
        places = tuple(thing.place(one.field) for one in silent)
        yield _Node("", in_words("changed"), Leaf("changed", places, (), _heads(told)))


def _name(told: _Teller, thing: Thing) -> str:
    words, about = told.known.words, told.subject(thing)
    if thing.kind == "note":
        return words("sheet", "private_note")
    if thing.kind == "answer":
        return words("sheet", "answer")
    if thing.kind in ("partnership", "side", "organisation"):
        return QCoreApplication.translate("incoming", "All of it")
    if thing.kind in records.TOOLS or thing.kind == "person":
        label = told.teller.thing(about).partition(": ")[2] if thing.kind == "evaluation" else thing.label
        return " ".join(label.split())[:80] or QCoreApplication.translate("incoming", "(no name)")
    return told.teller.thing(about)


def _thing_leaf(told: _Teller, thing: Thing) -> Leaf:
    """A thing that came, went or came back as a whole."""
    filled = {
        name: value for name, value in thing.fields.items() if value not in ("", unset(thing.kind, name))
    }
    pairs = []
    for name, _ in in_order(thing.kind, filled):
        if not visible(thing.kind, name):
            continue
        text = told.value(thing, name, thing.fields[name])
        here, there = (text, "") if thing.sort == "deleted" else ("", text)
        pairs.append(Pair(told.field(thing, name), here, there))
    theirs = next((version for one in thing.differences for version in one.theirs), None)
    return Leaf(thing.sort, (thing.place(),), tuple(pairs), _heads(told, None, theirs))


def _field_leaf(told: _Teller, thing: Thing, one: Difference) -> Leaf:
    """A field that came otherwise than it is here."""
    places = (thing.place(one.field),)
    if one.field == DELETED:
        gone = QCoreApplication.translate("incoming", "Deleted")
        there = QCoreApplication.translate("incoming", "Written to, without knowing of the deletion")
        here, come = (gone, there) if one.ours.value else (there, gone)
        pairs: tuple[Pair, ...] = (Pair(_name(told, thing), here, come),)
        return Leaf(
            one.sort,
            places,
            pairs,
            _heads(told, one.ours, one.theirs[0], told.voice(one)),
            voice=told.voice(one),
        )
    name = told.field(thing, one.field)
    ours = told.value(thing, one.field, one.ours.value)
    several = len(one.theirs) > 1
    pairs = tuple(
        Pair(
            f"{name} · {version.by}" if several and version.by else name,
            ours,
            told.value(thing, one.field, version.value),
        )
        for version in one.theirs
    )
    both = joined(thing.kind, one.field, (one.ours, *one.theirs)) is not None
    theirs = None if several else one.theirs[0]
    voice = told.voice(one)
    heads = _heads(told, one.ours, theirs, voice)
    return Leaf(one.sort, places, pairs, heads, one.sort == "conflict" and both, voice)


def _heads(
    told: _Teller, ours: Version | None = None, theirs: Version | None = None, voice: Voice = "places"
) -> tuple[str, str]:
    """What stands over both versions: whose they are, and of when."""
    here, there = {
        "places": (
            QCoreApplication.translate("incoming", "Here"),
            QCoreApplication.translate("incoming", "There"),
        ),
        "sides": (
            QCoreApplication.translate("incoming", "Ours"),
            QCoreApplication.translate("incoming", "Theirs"),
        ),
        "versions": (
            QCoreApplication.translate("incoming", "Shows now"),
            QCoreApplication.translate("incoming", "Other version"),
        ),
    }[voice]
    return tuple(  # type: ignore[return-value]
        " · ".join([name, *_whose(told, version)]) for name, version in ((here, ours), (there, theirs))
    )


def _whose(told: _Teller, version: Version | None) -> Iterator[str]:
    if version is not None and version.by:
        yield version.by
    if version is not None and version.wall:
        yield told.known.words.date(local_day(version.wall))
