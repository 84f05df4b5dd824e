"""What differs as a tree with ticks: partnerships, their checkpoints and tools, the single things; words nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.difference import Divergence
from roadmap_desktop.models.branches import Known, Node, Pair, groups, own_pairs, top

PAIRS: Final = int(Qt.ItemDataRole.UserRole)
"""Role: what stood then and what stands now, a Pair a field."""
DEED: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Role: a leaf's Deed, "" for what is above leaves."""
BELOW: Final = int(Qt.ItemDataRole.UserRole) + 2
"""Role: the quiet words beside a label."""

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_OFF, _SOME, _ON = Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked


class DifferencesModel(QAbstractItemModel):
    """Divergences with ticks; `ticked` follows every change of them."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show`."""
        super().__init__(parent)
        self._known: Known | None = None
        self._tops: list[Node] = []
        self._nodes: list[Node] = []

    def show(self, found: Sequence[Divergence], known: Known, *, ticked: bool = False) -> None:
        """Replace all; nothing, or all, is ticked."""
        self.beginResetModel()
        self._known = known
        self._nodes = []
        self._tops = []
        for one in found:
            node = top(one, known)
            node.state = _ON if ticked else _OFF
            self._tops.append(node)
        self._adopt(self._tops, None)
        self.endResetModel()

    def tick_all(self, *, on: bool) -> None:
        """Tick everything, or nothing."""
        for node in self._tops:
            _set(node, _ON if on else _OFF)
        if self._tops:
            self._tell_below(self._tops)
            self.ticked.emit()

    def chosen(self) -> list[Edit]:
        """The edits that are ticked; of one thing ticked in several places there is one."""
        found: dict[tuple[bytes, str, bytes], Edit] = {}
        for edit in self._chosen(self._tops):
            known = found.get(edit[:3])
            found[edit[:3]] = edit._replace(fields={**known.fields, **edit.fields}) if known else edit
        return list(found.values())

    def divergences(self) -> list[Divergence]:
        """All that is shown."""
        return [node.divergence for node in self._tops if node.divergence is not None]

    def leaves(self, index: _Index) -> int:
        """How many single things stand below `index`."""
        node = self._node(index)
        return 0 if node is None else _leaves([node], self._children)

    def _chosen(self, nodes: Iterable[Node]) -> Iterator[Edit]:
        for node in nodes:
            if node.state == _ON and node.divergence is not None:
                yield from (thing.edit for thing in node.divergence.things)
            elif node.state == _ON and node.edits:
                yield from node.edits
            elif node.state != _OFF:
                yield from self._chosen(node.children or ())

    # the tree ---------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        above = self._node(parent)
        nodes = self._tops if above is None else self._children(above)
        if column or not 0 <= row < len(nodes):
            return QModelIndex()
        return self.createIndex(row, 0, nodes[row].number)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        node = self._node(index)
        return QModelIndex() if node is None else self._index(node.parent)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        node = self._node(parent)
        return len(self._tops) if node is None else len(self._children(node))

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def hasChildren(self, parent: _Index = QModelIndex()) -> bool:  # noqa: B008
        """Without making them."""
        node = self._node(parent)
        if node is None:
            return bool(self._tops)
        return bool(node.children) or (node.children is None and node.divergence is not None)

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
                return ", ".join(part for part in (node.label, node.below) if part)
        if role == PAIRS:
            return self._pairs(node)
        if role == BELOW:
            return node.below
        return node.deed if role == DEED else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self._node(index)
        if node is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        _set(node, _ON if Qt.CheckState(value) == _ON else _OFF)
        self._tell_below([node])
        above = node.parent
        while above is not None:
            states = {child.state for child in above.children or ()}
            above.state = states.pop() if len(states) == 1 else _SOME
            self.dataChanged.emit(self._index(above), self._index(above), [Qt.ItemDataRole.CheckStateRole])
            above = above.parent
        self.ticked.emit()
        return True

    def _tell_below(self, nodes: Sequence[Node]) -> None:
        self.dataChanged.emit(self._index(nodes[0]), self._index(nodes[-1]), [Qt.ItemDataRole.CheckStateRole])
        for node in nodes:
            if node.children:
                self._tell_below(node.children)

    def _node(self, index: _Index) -> Node | None:
        return self._nodes[int(index.internalId())] if index.isValid() else None

    def _index(self, node: Node | None) -> QModelIndex:
        return QModelIndex() if node is None else self.createIndex(node.row, 0, node.number)

    def _children(self, node: Node) -> list[Node]:
        if node.children is None:
            node.children = []
            if node.divergence is not None and self._known is not None:
                made = groups(node.divergence, self._known)
                for each in made:
                    _set(each, node.state)
                self._adopt(made, node)
        return node.children

    def _adopt(self, nodes: list[Node], parent: Node | None) -> None:
        for row, node in enumerate(nodes):
            node.parent, node.row, node.number = parent, row, len(self._nodes)
            self._nodes.append(node)
            if node.children:
                self._adopt(node.children, node)
        if parent is not None:
            parent.children = nodes

    def _pairs(self, node: Node) -> list[Pair]:
        if not self._children(node):
            if node.divergence is not None and not node.pairs and self._known is not None:
                node.pairs = own_pairs(node.divergence, self._known)
            return list(node.pairs)
        return [
            pair if pair.name == child.label else pair._replace(name=f"{child.label} · {pair.name}")
            for child in self._children(node)
            for pair in self._pairs(child)
        ]


def _set(node: Node, state: Qt.CheckState) -> None:
    node.state = state
    for child in node.children or ():
        _set(child, state)


def _leaves(nodes: Iterable[Node], children: Callable[[Node], Iterable[Node]]) -> int:
    counts: list[int] = [_leaves(found, children) if (found := children(node)) else 1 for node in nodes]
    return sum(counts)
