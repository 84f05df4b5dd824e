"""The rows of the support tools as models: what they show, read, refuse, and hand out to be saved."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.errors import BadDate, BadNumber, TextTooLong, UserError
from roadmap_desktop.domain.records import (
    Action,
    Agreement,
    Attachment,
    Budget,
    Contact,
    Evaluation,
    Log,
    Person,
    Record,
    Scalar,
    Stakeholder,
    Swot,
)
from roadmap_desktop.models.attachments import AttachmentsModel
from roadmap_desktop.models.columns import CHOICES, COLUMNS, KIND, LATE
from roadmap_desktop.models.evaluation import EvaluationModel
from roadmap_desktop.models.tool import Frame, ToolModel, amount_text, typed_date
from tests.builders import words

ROOT = b"r" * 16
FRAME = Frame(ROOT, "a", "a", "2026-11-23")


class Heard:
    """A model with what it said."""

    def __init__(self, model: ToolModel | EvaluationModel) -> None:
        self.edits: list[list[Edit]] = []
        self.problems: list[UserError | None] = []
        model.edited.connect(self.edits.append)
        model.problem.connect(self.problems.append)


def watch(model: ToolModel | EvaluationModel | AttachmentsModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


def made(
    kind: str, found: Sequence[Record | tuple[Record, ...]] = (), frame: Frame = FRAME
) -> tuple[ToolModel, Heard]:
    model = ToolModel(kind, words("en"), frame)
    watch(model)
    model.set_rows(found)
    return model, Heard(model)


def shown(model: ToolModel | EvaluationModel) -> list[list[object]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def number(letter: str) -> bytes:
    return letter.encode() * 16


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_tool_has_a_head_for_each_column_and_takes_fresh_rows(kind: str) -> None:
    model, heard = made(kind)
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert all(heads)
    assert len(set(heads)) == len(heads) == len(model.weights())
    index = model.add()
    assert index.isValid()
    assert model.rowCount() == 1
    assert heard.edits == [], "an empty row is nobody's change"
    model.drop_fresh()
    assert model.rowCount() == 0


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_column_names_a_field_that_the_file_has(kind: str) -> None:
    model, _ = made(kind)
    model.add()
    known = set(records.fields(kind)) | (set(records.fields("person")) if kind == "contact" else set())
    assert set(model.values(0)) <= known
    for column in range(model.columnCount()):
        assert model.index(0, column).data(KIND) in {"text", "choice", "score", "date", "amount"}
        assert model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_row_shows_words_dates_and_sums_of_the_language(qapp: QApplication) -> None:
    log = Log(number("l"), ROOT, "2026-11-05", "meeting", "Gatis", "Came to see it", "Write", "2026-12-01")
    assert shown(made("log", [log])[0]) == [
        ["5 Nov 2026", "Meeting", "Gatis", "Came to see it", "Write", "1 Dec 2026"]
    ]
    budget = Budget(number("b"), ROOT, "Coordinator", "1660.5", "9000", "Room")
    assert shown(made("budget", [budget])[0]) == [["Coordinator", "1,660.50", "9,000", "Room"]]
    latvian = ToolModel("budget", words("lv"), FRAME)
    latvian.set_rows([budget])
    assert shown(latvian) == [["Coordinator", "1\u00a0660,50", "9\u00a0000", "Room"]]
    assert latvian.index(0, 1).data(Qt.ItemDataRole.EditRole) == "1660,5"


def test_a_changed_cell_is_one_edit_of_one_field() -> None:
    model, heard = made("action", [Action(number("x"), ROOT, "Paint", "Anna", "2026-12-01", "open", "5")])
    assert model.setData(model.index(0, 1), "  Māra ")
    assert heard.edits == [[Edit(ROOT, "action", number("x"), {"who": "Māra"})]]
    assert model.setData(model.index(0, 1), "Māra")
    assert len(heard.edits) == 1, "the same again is no edit"


def test_the_first_word_makes_a_fresh_row_whole() -> None:
    model, heard = made("stakeholder", frame=Frame(ROOT, "b", "a", "2026-11-23"))
    model.setData(model.add(), "Council")
    ((edit,),) = heard.edits
    assert (edit.root, edit.kind) == (ROOT, "stakeholder")
    assert {**edit.fields, "position": ""} == {"side": "b", "position": "", "name": "Council"}
    assert edit.fields["position"]
    model.setData(model.index(0, 2), 5)
    assert heard.edits[1] == [Edit(ROOT, "stakeholder", edit.entity, {"influence": 5})]


def test_a_log_entry_begins_today() -> None:
    model, heard = made("log")
    model.setData(model.add().siblingAtColumn(2), "Gatis")
    assert heard.edits[0][0].fields == {"day": "2026-11-23", "who": "Gatis"}


def test_a_contact_is_a_role_and_a_person() -> None:
    model, heard = made("contact")
    model.setData(model.add().siblingAtColumn(2), "Dace Krūmiņa")
    contact, person = heard.edits[0]
    assert contact.kind == "contact"
    assert contact.fields["side"] == "b", "whom one notes down is mostly the partner's"
    assert person.entity == records.person_id(ROOT, contact.entity)
    assert person.fields == {
        "contact": contact.entity.hex(),
        "name": "Dace Krūmiņa",
        "email": "",
        "phone": "",
    }
    model.setData(model.index(0, 3), "dace@example.org")
    assert heard.edits[1] == [
        Edit(ROOT, "person", person.entity, {"contact": contact.entity.hex(), "email": "dace@example.org"})
    ]
    model.setData(model.index(0, 1), "Social worker")
    assert heard.edits[2] == [Edit(ROOT, "contact", contact.entity, {"role": "Social worker"})]


def test_a_contact_goes_with_its_person() -> None:
    contact = Contact(number("c"), ROOT, "b", "Head", "5")
    person = Person(number("p"), ROOT, number("c").hex(), "Dace")
    model, heard = made("contact", [(contact, person)])
    assert shown(model) == [["Partner’s side", "Head", "Dace", "", ""]]
    model.remove([0])
    assert [(edit.kind, edit.fields) for edit in heard.edits[0]] == [
        ("contact", {DELETED: 1}), ("person", {DELETED: 1}),
    ]  # fmt: skip
    assert model.rowCount() == 0


def test_ours_is_the_side_of_the_file_s_owner() -> None:
    line = Budget(number("b"), ROOT, "Rent", "100", "200")
    ours_b = Frame(ROOT, "b", "b", "2026-11-23")
    model, heard = made("budget", [line], ours_b)
    assert shown(model)[0][1:3] == ["200", "100"]
    assert model.totals() == (Decimal(200), Decimal(100))
    model.setData(model.index(0, 1), "250,75 €")
    assert heard.edits[0][0].fields == {"pays_b": "250.75"}
    assert dict(made("contact", frame=ours_b)[0].choices(COLUMNS["contact"][0])) == {
        "a": "Partner’s side", "b": "Our side",
    }  # fmt: skip


def test_sums_skip_what_is_no_number() -> None:
    model, _ = made(
        "budget", [Budget(number("x"), ROOT, "", "12.50", "NaN"), Budget(number("y"), ROOT, "", "7", "lots")]
    )
    assert model.totals() == (Decimal("19.50"), Decimal(0))
    assert shown(model)[1][2] == "lots"
    assert amount_text(words("en"), "1e3") == "1,000"


@pytest.mark.parametrize(
    ("kind", "column", "typed", "error"),
    [
        ("action", 2, "31.02.", BadDate),
        ("log", 0, "2026-02-31", BadDate),
        ("budget", 1, "a lot", BadNumber),
        ("action", 1, "x" * 1001, TextTooLong),
    ],
)
def test_what_cannot_be_read_stays_as_typed_and_is_not_saved(
    kind: str, column: int, typed: str, error: type[UserError]
) -> None:
    model, heard = made(kind)
    index = model.add().siblingAtColumn(column)
    taken = model.setData(index, typed)
    assert (taken, heard.edits) == (False, [])
    assert index.data() == index.data(Qt.ItemDataRole.EditRole) == typed
    assert model.data(index, LATE)
    assert isinstance(heard.problems[-1], error)
    model.drop_fresh()
    assert model.rowCount() == 1, "typed words are not dropped"
    assert model.setData(index, "")
    assert heard.problems[-1:] == [None]
    assert not model.data(index, LATE)


def test_refused_words_outlive_a_refresh() -> None:
    action = Action(number("x"), ROOT, "Paint", due="2026-12-01", position="5")
    model, _ = made("action", [action])
    model.setData(model.index(0, 2), "31.02.")
    model.set_rows([action._replace(what="Paint it")])
    assert shown(model)[0][:3] == ["Paint it", "", "31.02."]


def test_a_date_gone_by_is_late_until_the_work_is_done() -> None:
    rows = [Action(number(state[0]), ROOT, "", "", "2026-11-01", state, state) for state in ("done", "open")]
    model, _ = made("action", rows)
    assert [model.index(row, 2).data(LATE) for row in range(2)] == [False, True]
    assert not model.index(1, 0).data(LATE)


def test_choices_are_words_and_store_keys() -> None:
    model, heard = made("agreement", [Agreement(number("x"), ROOT)])
    index = model.index(0, 0)
    assert index.data() == "Memorandum of cooperation"
    assert ("grant", "Grant agreement") in index.data(CHOICES)
    model.setData(index, "grant")
    assert heard.edits[0][0].fields == {"form": "grant"}
    assert index.data() == "Grant agreement"


@pytest.mark.parametrize(("given", "kept"), [(3, 3), (0, 0), (9, 0), ("4", 0)])
def test_a_score_is_one_to_five(given: object, kept: int) -> None:
    model, _ = made("stakeholder", [Stakeholder(number("x"), ROOT, "a", "Council", influence=5)])
    model.setData(model.index(0, 2), given)
    assert model.values(0)["influence"] == kept


# order --------------------------------------------------------------------------------------------------


def actions(*keys: str) -> list[Action]:
    return [
        Action(number(chr(97 + place)), ROOT, f"task {place}", position=key) for place, key in enumerate(keys)
    ]


def test_moving_gives_one_row_a_key_between_its_neighbours() -> None:
    model, heard = made("action", actions("1", "2", "3"))
    assert model.move(0, 1) == 1
    assert [row[0] for row in shown(model)] == ["task 1", "task 0", "task 2"]
    ((edit,),) = heard.edits
    assert edit.entity == number("a")
    assert "2" < str(edit.fields["position"]) < "3"
    assert model.move(0, -1) == 0
    assert model.move(2, 1) == 2
    assert len(heard.edits) == 1, "over an end there is no way"


def test_equal_keys_of_two_people_are_spread_when_somebody_moves() -> None:
    model, heard = made("action", actions("5", "5", "5"))
    model.move(2, -1)
    (edits,) = heard.edits
    keys = [str(model.values(row)["position"]) for row in range(3)]
    assert keys == sorted(set(keys))
    assert len(edits) == 3


def test_a_fresh_row_comes_last_even_after_a_foreign_key() -> None:
    model, _ = made("action", actions("ž"))
    model.add()
    assert str(model.values(1)["position"]) > "ž"


def test_what_has_no_order_cannot_be_moved() -> None:
    model, heard = made("log", [Log(number("x"), ROOT), Log(number("y"), ROOT)])
    assert not model.ordered
    assert model.move(0, 1) == 0
    assert heard.edits == []


# taking over --------------------------------------------------------------------------------------------


def test_rows_that_are_on_their_way_are_not_taken_over() -> None:
    model, _ = made("action", actions("1", "2"))
    model.setData(model.index(0, 0), "mine")
    theirs = [actions("1", "2")[0]._replace(what="theirs"), actions("1", "2")[1]._replace(what="also theirs")]
    model.set_rows(theirs, {number("a")})
    assert [row[0] for row in shown(model)] == ["mine", "also theirs"]
    model.set_rows(theirs)
    assert [row[0] for row in shown(model)] == ["theirs", "also theirs"]


def test_a_fresh_row_survives_a_refresh_and_a_deleted_one_goes() -> None:
    model, _ = made("action", actions("1", "2"))
    model.add()
    model.set_rows(actions("1"))
    assert [row[0] for row in shown(model)] == ["task 0", ""]


def test_a_refresh_with_nothing_new_says_nothing() -> None:
    model, _ = made("action", actions("1", "2"))
    said: list[object] = []
    model.modelReset.connect(lambda: said.append("reset"))
    model.dataChanged.connect(lambda *_: said.append("data"))
    model.set_rows(actions("1", "2"))
    assert said == []


def test_a_quadrant_holds_its_own_lines_and_gives_them_its_name() -> None:
    model = ToolModel("swot", words("en"), FRAME, {"quadrant": "threat"})
    watch(model)
    model.set_rows(
        [Swot(number("x"), ROOT, "a", "threat", "Rain"), Swot(number("y"), ROOT, "a", "strength", "Sun")]
    )
    assert shown(model) == [["Rain"]]
    heard = Heard(model)
    model.setData(model.add(), "Snow")
    assert heard.edits[0][0].fields["quadrant"] == "threat"
    assert heard.edits[0][0].fields["side"] == "a"


@pytest.mark.parametrize(("language", "typed"), [("en", "05.11.2026"), ("lv", "05.11.2026.")])
def test_dates_are_offered_as_they_can_be_typed(language: str, typed: str) -> None:
    assert typed_date(words(language), "2026-11-05") == typed
    assert typed_date(words(language), "") == ""


def test_nothing_is_said_of_cells_that_are_not_there() -> None:
    model, _ = made("action")
    assert model.data(QModelIndex()) is None
    assert not model.setData(QModelIndex(), "x")
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


# evaluation ---------------------------------------------------------------------------------------------


def scores(*found: tuple[int, str, int, str]) -> list[Evaluation]:
    return [
        Evaluation(
            records.evaluation_id(ROOT, "a", round_, criterion), ROOT, "a", round_, criterion, score, comment
        )
        for round_, criterion, score, comment in found
    ]


@pytest.fixture
def evaluation() -> EvaluationModel:
    model = EvaluationModel(words("en"), FRAME)
    watch(model)
    return model


def test_ten_criteria_stand_ready(evaluation: EvaluationModel) -> None:
    assert evaluation.rowCount() == 10
    assert shown(evaluation)[0] == ["Common outcome", "–", "", ""]
    title, lowest, highest = evaluation.levels(1)
    assert title == "Trust"
    assert lowest != highest


def test_a_score_is_saved_under_the_id_that_both_people_would_give_it(evaluation: EvaluationModel) -> None:
    heard = Heard(evaluation)
    evaluation.setData(evaluation.index(1, 2), 4)
    evaluation.setData(evaluation.index(1, 3), " We keep our word. ")
    number_ = records.evaluation_id(ROOT, "a", 1, "trust")
    placed: dict[str, Scalar] = {"side": "a", "round": 1, "criterion": "trust"}
    assert heard.edits == [
        [Edit(ROOT, "evaluation", number_, {**placed, "score": 4})],
        [Edit(ROOT, "evaluation", number_, {**placed, "comment": "We keep our word."})],
    ]
    assert shown(evaluation)[1] == ["Trust", "–", "4", "We keep our word."]


def test_a_round_is_shown_beside_the_one_before(evaluation: EvaluationModel) -> None:
    evaluation.set_scores(scores((1, "trust", 3, "well"), (2, "trust", 5, "better"), (1, "roles", 2, "")))
    assert evaluation.latest() == 2
    evaluation.show_round(2)
    found = {row[0]: row[1:] for row in shown(evaluation)}
    assert found["Trust"] == ["3", "5", "better"]
    assert found["Roles and responsibilities"] == ["2", "", ""]
    evaluation.show_round(3)
    assert shown(evaluation)[1] == ["Trust", "5", "", ""]
    assert evaluation.rounds() == [1, 2, 3]
    assert evaluation.scored() == {1, 2}


def test_scores_on_their_way_stay(evaluation: EvaluationModel) -> None:
    evaluation.setData(evaluation.index(1, 2), 4)
    evaluation.set_scores([], {records.evaluation_id(ROOT, "a", 1, "trust")})
    assert shown(evaluation)[1][2] == "4"
    evaluation.set_scores([])
    assert shown(evaluation)[1][2] == ""


def test_a_comment_without_end_stays_and_is_not_saved(evaluation: EvaluationModel) -> None:
    heard = Heard(evaluation)
    index = evaluation.index(0, 3)
    assert not evaluation.setData(index, "x" * (records.LONG_TEXT + 1))
    assert heard.edits == []
    assert isinstance(heard.problems[-1], TextTooLong)
    assert index.data(LATE)
    assert len(str(index.data())) == records.LONG_TEXT + 1
    assert evaluation.setData(index, "short")
    assert heard.problems[-1] is None


def test_only_score_and_comment_can_be_changed(evaluation: EvaluationModel) -> None:
    editable = [bool(evaluation.index(0, c).flags() & Qt.ItemFlag.ItemIsEditable) for c in range(4)]
    assert editable == [False, False, True, True]
    assert not evaluation.setData(evaluation.index(0, 0), "x")
    assert [evaluation.index(0, c).data(KIND) for c in range(4)] == ["fixed", "fixed", "score", "text"]
    heads = [evaluation.headerData(c, Qt.Orientation.Horizontal) for c in range(4)]
    assert heads == ["Criterion", "Before", "Score (1–5)", "Comment"]
    assert evaluation.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Trust, Score (1–5): "


# attachments --------------------------------------------------------------------------------------------


def test_attachments_are_named_with_their_size() -> None:
    model = AttachmentsModel(words("lv"))
    watch(model)
    model.show(
        [
            Attachment(number("x"), ROOT, "a", "c1.need", "plāns.pdf", "", 240_000),
            Attachment(number("y"), ROOT, "a", "c1.need", "bilde.jpg", "", 3_500_000),
            Attachment(number("z"), ROOT, "a", "c1.need", "tukšs.txt", "", 0),
        ]
    )
    assert [model.index(row).data() for row in range(3)] == [
        "plāns.pdf  ·  234 KB", "bilde.jpg  ·  3,3 MB", "tukšs.txt  ·  1 KB",
    ]  # fmt: skip
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show([model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(3)])
    assert resets == []


# following the file --------------------------------------------------------------------------------------

IDS = st.lists(st.integers(0, 9), unique=True, max_size=8)


@given(IDS, IDS)
def test_any_rows_become_any_others_step_by_step(before: list[int], now: list[int]) -> None:
    model = ToolModel("log", words("en"), FRAME)
    watch(model)

    def entries(numbers: list[int]) -> list[Log]:
        return [Log(bytes([number]) * 16, ROOT, what=f"{number} of {len(numbers)}") for number in numbers]

    model.set_rows(entries(before))
    chosen = [QPersistentModelIndex(model.index(row, 3)) for row in range(len(before))]
    model.set_rows(entries(now))
    shown = [model.index(row, 3).data() for row in range(model.rowCount())]
    assert shown == [f"{number} of {len(now)}" for number in now]
    for number, index in zip(before, chosen, strict=True):
        assert index.isValid() == (number in now), "what is chosen or open goes only with its row"
        if index.isValid():
            assert index.row() == now.index(number)


def test_a_row_is_added_below_another() -> None:
    model = ToolModel("action", words("en"), FRAME)
    watch(model)
    model.set_rows(
        [Action(bytes([n]) * 16, ROOT, what=str(n), position=key) for n, key in ((1, "c"), (2, "d"))]
    )
    heard = Heard(model)
    place = model.add(0)
    assert place.row() == 1
    assert model.is_fresh(1)
    assert not model.is_fresh(0)
    model.setData(place, "between")
    ((edit,),) = heard.edits
    assert "c" < str(edit.fields["position"]) < "d"
    assert edit.entity == model.id_at(1)


def test_where_no_key_fits_between_a_row_is_added_at_the_end() -> None:
    model = ToolModel("action", words("en"), FRAME)
    model.set_rows([Action(bytes([n]) * 16, ROOT, what=str(n), position="c") for n in (1, 2)])
    assert model.add(0).row() == 2


def test_a_fresh_row_keeps_its_place_when_the_file_changes() -> None:
    model = ToolModel("action", words("en"), FRAME)
    watch(model)
    rows = [Action(bytes([n]) * 16, ROOT, what=str(n), position=key) for n, key in ((1, "c"), (2, "d"))]
    model.set_rows(rows)
    fresh = QPersistentModelIndex(model.add(0))
    model.set_rows([*rows, Action(bytes([3]) * 16, ROOT, what="3", position="b")][::-1])
    assert [model.index(row, 0).data() for row in range(4)] == ["3", "1", "", "2"]
    assert fresh.row() == 2
