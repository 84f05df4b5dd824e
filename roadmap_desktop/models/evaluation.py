"""One side's scores of the ten criteria in one round, beside those of the round before; an editable table."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import TextTooLong
from roadmap_desktop.domain.records import Evaluation, Scalar
from roadmap_desktop.domain.words import Words
from roadmap_desktop.models.columns import DISPUTED, KIND, LATE, CellKind
from roadmap_desktop.models.tool import Frame, Index


class EvaluationModel(QAbstractTableModel):
    """A fixed table: criterion, the last round's score, score, comment. Signals as ToolModel's."""

    edited = Signal(object)
    problem = Signal(object)

    def __init__(self, words: Words, frame: Frame, parent: QObject | None = None) -> None:
        """Empty until `set_scores`."""
        super().__init__(parent)
        self._words = words
        self._frame = frame
        self._criteria = list(words.group("criterion"))
        self._scores: dict[tuple[int, str], Evaluation] = {}
        self._refused: dict[str, tuple[str, TextTooLong]] = {}
        self._waiting: frozenset[tuple[bytes, str]] = frozenset()
        self.round = 1

    # rounds ----------------------------------------------------------------------------------------

    def rounds(self) -> list[int]:
        """Rounds that somebody scored, and the one shown."""
        return sorted(self.scored() | {self.round})

    def scored(self) -> set[int]:
        """Rounds with a score or a comment."""
        return {number for number, _ in self._scores}

    def set_scores(self, found: Sequence[Evaluation], unsaved: Collection[bytes] = ()) -> None:
        """Show what the file holds; scores with an id in `unsaved` stay as they are."""
        kept = {key: mine for key, mine in self._scores.items() if mine.id in unsaved}
        self._scores = {(score.round, score.criterion): score for score in found} | kept
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def show_round(self, number: int) -> None:
        """Show another round, from 1; one that nobody scored yet is empty."""
        self.beginResetModel()
        self.round = number
        self._refused.clear()
        self.endResetModel()
        self.problem.emit(None)

    def latest(self) -> int:
        """The last round with a score; 1 where there is none."""
        return max((number for number, _ in self._scores), default=1)

    def set_waiting(self, waiting: frozenset[tuple[bytes, str]]) -> None:
        """Mark the cells of whose (entity, field) two versions wait for a decision."""
        if waiting != self._waiting:
            self._waiting = waiting
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._criteria) - 1, 3))

    def levels(self, row: int) -> tuple[str, str, str]:
        """(title, what a score of 1 means, what a 5 means) of the criterion in `row`."""
        described = self._words.group("criterion")[self._criteria[row]]
        return described["title"], described["level1"], described["level5"]

    def id_at(self, row: int) -> bytes:
        """Id of the score in `row` of the round shown, given yet or not."""
        return self._score(self._criteria[row]).id

    def weights(self) -> list[float]:
        """The columns' shares of the width."""
        return [3.4, 1.4, 2.2, 4.5]

    def cells(self) -> list[CellKind]:
        """How the cells of each column are edited."""
        return ["fixed", "fixed", "score", "text"]

    # what views ask --------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._criteria)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = self._words.tool("evaluation")["fields"]
        return [heads["criterion"], self.tr("Before"), heads["score"], heads["comment"]][section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= 2 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index)
            case Qt.ItemDataRole.EditRole:
                score = self._score(self._criteria[index.row()])
                return score.score if index.column() == 2 else self._shown(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.AccessibleTextRole:
                head = self.headerData(index.column(), Qt.Orientation.Horizontal)
                told = f"{self.levels(index.row())[0]}, {head}: {self._shown(index)}"
                return f"{told} – {self._words('sheet', 'conflict')}" if self._disputed(index) else told
            case _ if role == KIND:
                return self.cells()[index.column()]
            case _ if role in (LATE, DISPUTED):
                refused = index.column() == 3 and self._criteria[index.row()] in self._refused
                return refused if role == LATE else self._disputed(index)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or index.column() < 2:
            return False
        criterion = self._criteria[index.row()]
        field = "score" if index.column() == 2 else "comment"
        read: Scalar
        if field == "score":
            read = value if isinstance(value, int) and 0 <= value <= 5 else 0
        else:
            read = str(value).strip()
            most = records.limit("evaluation", field)
            if len(read) > most:
                error = TextTooLong(field=field, length=len(read), limit=most)
                self._refused[criterion] = (read, error)
                self.problem.emit(error)
                return False
            if self._refused.pop(criterion, None):
                self.problem.emit(None)
        old = self._score(criterion)
        if getattr(old, field) == read:
            return True
        self._scores[self.round, criterion] = old._replace(**{field: read})  # type: ignore[arg-type]
        self.dataChanged.emit(index, index)
        fields: dict[str, Scalar] = {
            "side": self._frame.side, "round": self.round, "criterion": criterion, field: read,
        }  # fmt: skip
        self.edited.emit([Edit(self._frame.root, "evaluation", old.id, fields)])
        return True

    # inside ----------------------------------------------------------------------------------------

    def _shown(self, index: Index) -> str:
        criterion = self._criteria[index.row()]
        match index.column():
            case 0:
                return self.levels(index.row())[0]
            case 1:
                before = self._before(criterion)
                return str(before) if before else "–"
            case 2:
                return str(self._score(criterion).score or "")
        if criterion in self._refused:
            return self._refused[criterion][0]
        return self._score(criterion).comment

    def _disputed(self, index: Index) -> bool:
        field = (DELETED, "", "score", "comment")[index.column()]
        return (self.id_at(index.row()), field) in self._waiting

    def _score(self, criterion: str) -> Evaluation:
        frame = self._frame
        number = records.evaluation_id(frame.root, frame.side, self.round, criterion)
        blank = Evaluation(number, frame.root, frame.side, self.round, criterion)
        return self._scores.get((self.round, criterion), blank)

    def _before(self, criterion: str) -> int:
        """The score of the last round before this one that has one; 0 where none has."""
        earlier = [
            s for (number, name), s in self._scores.items() if name == criterion and number < self.round
        ]
        return max((s for s in earlier if s.score), key=lambda s: s.round, default=Evaluation()).score
