"""What differs arranged for people: a line for each thing, under its checkpoint or tool, in words; compares nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QCoreApplication, Qt

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, ORDER, Edit
from roadmap_desktop.domain.difference import Divergence, Thing, label_of
from roadmap_desktop.domain.form import Form, Library
from roadmap_desktop.domain.history import Subject, in_order, unset, visible
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.domain.telling import Teller
from roadmap_desktop.domain.words import Words

Deed: TypeAlias = Literal["came", "went", "changed", ""]
"""What became of a thing since then; "" of what only holds others."""


class Pair(NamedTuple):
    """One field as it was and as it is, in words."""

    name: str
    then: str
    now: str


class Known(NamedTuple):
    """What it takes to name things: forms, words, organisations' names by id in hex, the file's own organisation."""

    library: Library
    words: Words
    names: Mapping[str, str]
    home: str

    def teller(self) -> Teller:
        """Who puts things and values into words."""
        teller = Teller(self.library, self.words)
        teller.learn(self.names)
        return teller

    def subject(self, one: Divergence, kind: str, entity: bytes, fields: Mapping[str, Scalar]) -> Subject:
        """A thing of a partnership, as a Teller takes it."""
        return subject(self.home, one.sides, one.title, (one.root, kind, entity), fields)

    def form(self, one: Divergence, side: str) -> Form | None:
        """The form that a side walks; None where this program does not know it."""
        name = str(one.sides.get(side, {}).get("form", ""))
        return self.library.form(name, self.words.language) if name in self.library.ids() else None


def subject(
    home: str,
    sides: Mapping[str, Mapping[str, Scalar]],
    title: str,
    key: tuple[bytes, str, bytes],
    fields: Mapping[str, Scalar],
) -> Subject:
    """A thing with `fields` in the partnership `title` with `sides`, as a Teller takes it."""
    first, second = records.SIDES
    owners = [sides.get(name, {}).get("organisation") for name in records.SIDES]
    side = str(fields.get("key" if key[1] == "side" else "side", ""))
    return Subject(
        *key,
        partnership=title,
        side=side,
        ours=second if home and owners[1] == home != owners[0] else first,
        form=str(sides.get(side, {}).get("form", "")),
        checkpoint=str(fields.get("checkpoint", "")),
        label=label_of(key[1], fields),
        now=fields,
        deleted=False,
    )


class Node:
    """One line of the tree; `children` are made when somebody looks at them."""

    __slots__ = (
        "below",
        "children",
        "deed",
        "divergence",
        "edits",
        "label",
        "number",
        "pairs",
        "parent",
        "row",
        "state",
    )

    def __init__(self, label: str, below: str = "", deed: Deed = "") -> None:
        self.label = label
        self.below = below
        self.deed: Deed = deed
        self.edits: tuple[Edit, ...] = ()
        self.pairs: tuple[Pair, ...] = ()
        self.divergence: Divergence | None = None
        self.children: list[Node] | None = None
        self.parent: Node | None = None
        self.row = 0
        self.number = 0
        self.state = Qt.CheckState.Unchecked


def deed_in_words(deed: Deed) -> str:
    """What became of a thing since then, in a word or two."""
    return {
        "came": QCoreApplication.translate("branches", "added since"),
        "went": QCoreApplication.translate("branches", "deleted since"),
        "changed": QCoreApplication.translate("branches", "changed since"),
        "": "",
    }[deed]


def top(one: Divergence, known: Known) -> Node:
    """The line of a partnership or an organisation; what stands below it is made by `groups`."""
    first = one.things[0]
    own = first.edit.entity == one.root
    deed = _deed(first) if own else ""
    said = deed_in_words(deed) if deed != "changed" else ""
    node = Node(one.title or known.words("sheet", "partnership"), said, deed)
    node.divergence = one
    if own and len(one.things) == 1 and deed != "changed":
        # It was added or deleted as a whole: there is nothing in it to choose from.
        node.children = []
    return node


def own_pairs(one: Divergence, known: Known) -> tuple[Pair, ...]:
    """What the partnership or organisation itself says, where nothing else of it differs."""
    first = one.things[0]
    about = known.subject(one, first.edit.kind, first.edit.entity, first.now or first.then or {})
    return tuple(_pairs(first, about, known.teller(), _names(first)))


def groups(one: Divergence, known: Known) -> list[Node]:
    """The lines of a partnership: groups in the roadmap's order, each with its things."""
    teller = known.teller()
    found: dict[tuple[object, ...], tuple[str, str, list[Node]]] = {}
    contacts: dict[str, Node] = {}
    moved: list[Edit] = []
    for thing in one.things:
        fields = thing.now or thing.then or {}
        about = known.subject(one, thing.edit.kind, thing.edit.entity, fields)
        if _only_moved(thing):
            moved.append(thing.edit)
            continue
        place, title, below = _place(one, about, known, teller)
        _, _, leaves = found.setdefault(place, (title, below, []))
        if about.kind in ("contact", "person"):
            number = about.entity.hex() if about.kind == "contact" else str(fields.get("contact", ""))
            new = _leaf(thing, about, known, teller)
            if number in contacts:
                _join(contacts[number], new)
            else:
                contacts[number] = new
                leaves.append(new)
        elif about.kind in ("answer", "note", "side", "partnership") and thing.now and thing.then:
            leaves += _field_leaves(thing, about, known, teller)
        else:
            leaves.append(_leaf(thing, about, known, teller))
    if moved:
        title = QCoreApplication.translate("branches", "Order of rows")
        node = Node(title, deed_in_words("changed"), "changed")
        node.edits = tuple(moved)
        found[9, title] = title, "", [node]
    return [_group(*found[place]) for place in sorted(found, key=str)]


def _place(
    one: Divergence, about: Subject, known: Known, teller: Teller
) -> tuple[tuple[object, ...], str, str]:
    """Where a thing stands in the tree: a key to sort by, the group's name, and the quiet words beside it."""
    words = known.words
    turn = int(about.side != about.ours)
    match about.kind:
        case "partnership" | "organisation":
            return (0,), words("sheet", about.kind), ""
        case "attachment" if not about.checkpoint:
            return (0,), words("sheet", "organisation"), ""
        case "side":
            return (1, turn), words("side", "theirs" if turn else "ours"), ""
        case "answer" | "note" | "attachment":
            form = known.form(one, about.side)
            ids = [point.id for point in form.checkpoints] if form else []
            at = ids.index(about.checkpoint) if about.checkpoint in ids else len(ids)
            title = form.checkpoints[at].title if form and at < len(ids) else about.checkpoint
            return (2, turn, f"{at:04}", about.checkpoint), title, teller.side(about)
    tool = "contact" if about.kind == "person" else about.kind
    if tool not in records.TOOLS:
        return (5, about.kind), words("history", "unknown", kind=about.kind), ""
    own = tool in records.SIDE_TOOLS
    title = str(words.tool(tool)["title"])
    return (3, records.TOOLS.index(tool), own and turn), title, teller.side(about) if own else ""


def _leaf(thing: Thing, about: Subject, known: Known, teller: Teller) -> Node:
    """A thing as a whole."""
    deed = _deed(thing)
    node = Node(_name(about, known, teller), deed_in_words(deed), deed)
    node.edits = (thing.edit,)
    node.pairs = tuple(_pairs(thing, about, teller, _names(thing)))
    return node


def _name(about: Subject, known: Known, teller: Teller) -> str:
    if about.kind == "note":
        return known.words("sheet", "private_note")
    if about.kind == "answer":
        return known.words("sheet", "answer")
    if about.kind in ("partnership", "side", "organisation"):
        return QCoreApplication.translate("branches", "All of it")
    if about.kind == "evaluation":
        return teller.thing(about).partition(": ")[2] or teller.thing(about)
    if about.kind in records.TOOLS or about.kind == "person":
        return " ".join(about.label.split())[:80] or QCoreApplication.translate("branches", "(no name)")
    return teller.thing(about)


def _field_leaves(thing: Thing, about: Subject, known: Known, teller: Teller) -> Iterator[Node]:
    """A thing field by field, so that each can be brought back alone."""
    names = _names(thing)
    rest = {name: value for name, value in thing.edit.fields.items() if name not in names}
    for number, name in enumerate(names):
        node = Node(teller.field(about, name), deed_in_words("changed"), "changed")
        # What nobody sees (where a thing belongs) goes with the first field.
        fields = {name: thing.edit.fields[name], **({} if number else rest)}
        node.edits = (thing.edit._replace(fields=fields),)
        node.pairs = tuple(_pairs(thing, about, teller, [name]))
        yield node
    if not names:
        node = Node(_name(about, known, teller), deed_in_words("changed"), "changed")
        node.edits = (thing.edit,)
        yield node


def _deed(thing: Thing) -> Deed:
    return "came" if thing.then is None else "went" if thing.now is None else "changed"


def _only_moved(thing: Thing) -> bool:
    return thing.now is not None and thing.then is not None and set(thing.edit.fields) <= {ORDER}


def _names(thing: Thing) -> list[str]:
    """The fields that differ and that people see."""
    kind = thing.edit.kind
    if thing.now is None or thing.then is None:
        held = thing.now or thing.then or {}
        filled = {name: value for name, value in held.items() if value not in ("", unset(kind, name))}
    else:
        filled = {name: value for name, value in thing.edit.fields.items() if name != DELETED}
    return [name for name, _ in in_order(kind, filled) if visible(kind, name)]


def _pairs(thing: Thing, about: Subject, teller: Teller, names: Iterable[str]) -> Iterator[Pair]:
    for name in names:
        then, now = (
            "" if side is None else teller.value(about, name, side.get(name, unset(about.kind, name)))
            for side in (thing.then, thing.now)
        )
        yield Pair(teller.field(about, name), then, now)


def _join(node: Node, other: Node) -> None:
    """A contact and the person who holds it are one row to people."""
    node.edits += other.edits
    node.pairs += other.pairs
    if node.deed != other.deed:
        node.deed = "changed"
        node.below = deed_in_words("changed")


def _group(title: str, below: str, leaves: list[Node]) -> Node:
    node = Node(title, below)
    node.children = leaves
    return node
