"""The support tools inside a checkpoint, filled in as a user fills them in; what came of it is read from the file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import BadDate, BadNumber, FileReadOnly
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.domain.records import TOOLS, evaluation_id
from roadmap_desktop.messages import describe
from roadmap_desktop.models.tool import Frame
from roadmap_desktop.views.cells import PAD
from roadmap_desktop.views.evaluation import EvaluationTool
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.rows import Rows, open_editors
from roadmap_desktop.views.tool import Tool
from roadmap_desktop.views.tools import SwotTool, TableTool, make_tool
from roadmap_desktop.widgets.fit_table import FitTable
from roadmap_desktop.widgets.influence_grid import InfluenceGrid
from tests.accessible import name_of
from tests.acting import button, click, press, texts, write
from tests.builders import TODAY
from tests.cut import settle_layouts
from tests.reading import changes_in, dossier_of, root_of

YOUTH = "Youth centre in the old school"
NEIGHBOURS = "Neighbour help for seniors living alone"
Fill = Callable[..., Tool]


@pytest.fixture
def fill(qtbot: QtBot, context: Context) -> Fill:
    """Shows a tool of a partnership: `fill(kind, title)`; it saves, and hears of every save."""

    def made(kind: str, title: str = NEIGHBOURS, side: str = "a") -> Tool:
        root = root_of(context.session.path, title)
        tool = make_tool(context, kind, Frame(root, side, "a", TODAY))
        qtbot.addWidget(tool)
        tool.edited.connect(context.session.save)

        def show(_: object = None) -> None:
            dossier = context.session.dossier(root)
            unsaved = {edit.entity for edit in context.session.unsaved}
            tool.show_rows(dossier, dossier.ours if side == "a" else dossier.theirs, unsaved)

        context.session.changed.connect(show)
        show()
        tool.resize(900, 700)
        with qtbot.waitExposed(tool):
            tool.show()
        tool.activateWindow()
        qtbot.waitUntil(tool.isActiveWindow)
        settle_layouts()
        return tool

    return made


@pytest.fixture
def saving(qtbot: QtBot, context: Context) -> Callable[[], contextlib.AbstractContextManager[None]]:
    @contextlib.contextmanager
    def wait() -> Iterator[None]:
        with qtbot.waitSignal(context.session.changed, timeout=5000):
            yield

    return wait


Saving = Callable[[], contextlib.AbstractContextManager[None]]


def on_disk(context: Context, title: str = NEIGHBOURS) -> Dossier:
    return dossier_of(context.session.path, title)


def table_of(tool: QWidget) -> FitTable:
    found = tool.findChild(FitTable)
    assert found is not None
    return found


def go_to(table: QTableView, row: int, column: int) -> QPoint:
    """Click a cell; returns its middle."""
    settle_layouts()
    place = table.visualRect(table.model().index(row, column)).center()
    click(table.viewport(), place)
    return place


def editor_in(table: QTableView) -> QWidget:
    """The editor that is open in a cell."""
    kinds = (QLineEdit, QPlainTextEdit, QComboBox)
    found = [
        one for one in table.viewport().findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()
    ]
    assert found, "no cell is being edited"
    return found[0]


def open_cell(table: QTableView, row: int, column: int) -> QWidget:
    settle_layouts()
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    press(table, Qt.Key.Key_Return)
    return editor_in(table)


def type_into(table: QTableView, row: int, column: int, text: str) -> None:
    editor = open_cell(table, row, column)
    if isinstance(editor, QPlainTextEdit):
        editor.selectAll()
    write(editor, text)
    press(editor, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", TOOLS)
def test_each_tool_says_what_it_is_for(fill: Fill, context: Context, kind: str) -> None:
    tool = fill(kind)
    told = context.words.tool(kind)
    assert told["title"] in texts(tool)
    assert told["purpose"] in texts(tool)
    assert name_of(table_of(tool))


@pytest.mark.parametrize(
    "kind", ["stakeholder", "contact", "log", "action", "budget", "agreement", "indicator"]
)
def test_an_empty_tool_is_a_sentence_and_a_button(fill: Fill, context: Context, kind: str) -> None:
    tool = fill(kind, YOUTH, "b")
    assert isinstance(tool, TableTool)
    tool.model.set_rows([])
    settle_layouts()
    assert not table_of(tool).isVisible()
    assert any(text.endswith(" yet.") or text.startswith("Nobody") for text in texts(tool))
    before = changes_in(context.session.path)
    click(button(tool, context.words.tool(kind)["add"]))
    assert table_of(tool).isVisible()
    tool.leave()
    context.session.flush()
    assert changes_in(context.session.path) == before
    assert not table_of(tool).isVisible()


def test_an_action_is_added_cell_by_cell(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("action")
    table = table_of(tool)
    before = on_disk(context).actions
    click(button(tool, "Add an action"))
    with saving():
        write(editor_in(table), "Nopirkt krāsu")
        press(editor_in(table), Qt.Key.Key_Return)
    row = table.model().rowCount() - 1
    with saving():
        type_into(table, row, 1, "Māris")
    with saving():
        type_into(table, row, 2, "31.12.2026")
    made = on_disk(context).actions[-1]
    assert (made.what, made.who, made.due, made.state) == ("Nopirkt krāsu", "Māris", "2026-12-31", "open")
    assert made.position > before[-1].position
    assert len(on_disk(context).actions) == len(before) + 1
    with saving():
        context.session.undo()
    assert on_disk(context).actions[-1].due == ""


def test_a_choice_is_made_in_a_list(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("action")
    table = table_of(tool)
    box = open_cell(table, 0, 3)
    assert isinstance(box, QComboBox)
    wanted = "not-needed" if on_disk(context).actions[0].state != "not-needed" else "open"
    with saving():
        box.setCurrentIndex(box.findData(wanted))
        box.activated.emit(box.currentIndex())
    assert on_disk(context).actions[0].state == wanted


def test_a_bad_date_is_said_below_and_stays_typed(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("action")
    table = table_of(tool)
    old = on_disk(context).actions[0].due
    type_into(table, 0, 2, "31.02.")
    said = describe(BadDate(text="31.02.")).in_one()
    assert said in texts(tool)
    assert table.model().index(0, 2).data() == "31.02."
    context.session.flush()
    assert on_disk(context).actions[0].due == old
    with saving():
        type_into(table, 0, 2, "28.02.2027")
    assert said not in texts(tool)
    assert on_disk(context).actions[0].due == "2027-02-28"


def test_escape_leaves_a_cell_as_it_was(fill: Fill, context: Context) -> None:
    tool = fill("action")
    table = table_of(tool)
    before = changes_in(context.session.path)
    editor = open_cell(table, 0, 1)
    write(editor, "somebody else")
    press(editor, Qt.Key.Key_Escape)
    context.session.flush()
    assert changes_in(context.session.path) == before


def test_typing_on_a_cell_goes_on_with_its_text(fill: Fill, context: Context, saving: Saving) -> None:
    table = table_of(fill("action"))
    old = on_disk(context).actions[0].who
    assert old
    go_to(table, 0, 1)
    press(table, Qt.Key.Key_X)
    with saving():
        press(editor_in(table), Qt.Key.Key_Return)
    assert on_disk(context).actions[0].who == f"{old}x"


def test_typing_on_a_date_writes_another(fill: Fill, context: Context) -> None:
    table = table_of(fill("action"))
    go_to(table, 0, 2)
    press(table, Qt.Key.Key_3)
    editor = editor_in(table)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "3"
    press(editor, Qt.Key.Key_Escape)
    assert table.model().index(0, 2).data() == context.words.date(on_disk(context).actions[0].due)


def test_escape_gives_back_what_a_pause_has_saved(fill: Fill, context: Context, saving: Saving) -> None:
    table = table_of(fill("action"))
    old = on_disk(context).actions[0].who
    editor = open_cell(table, 0, 1)
    with saving():
        write(editor, " and somebody else")
    assert on_disk(context).actions[0].who == f"{old} and somebody else"
    with saving():
        press(editor, Qt.Key.Key_Escape)
    assert on_disk(context).actions[0].who == old
    assert open_editors(table) == []


def test_tab_in_an_open_cell_goes_to_the_next_and_else_leads_on(
    fill: Fill, context: Context, saving: Saving
) -> None:
    tool = fill("action")
    assert isinstance(tool, TableTool)
    table = tool.rows.table
    editor = open_cell(table, 0, 0)
    write(editor, " un viss")
    with saving():
        press(editor, Qt.Key.Key_Tab)
    assert on_disk(context).actions[0].what.endswith(" un viss")
    assert table.currentIndex().column() == 1
    press(editor_in(table), Qt.Key.Key_Escape)
    press(table, Qt.Key.Key_Tab)
    assert tool.rows.add_button.hasFocus(), "no need to go through every cell"


def test_a_cell_grows_with_what_is_typed(fill: Fill) -> None:
    table = table_of(fill("action"))
    editor = open_cell(table, 0, 1)
    settle_layouts()
    before = table.rowHeight(0)
    write(editor, "word " * 40)
    settle_layouts()
    assert table.rowHeight(0) > before
    assert editor.height() == table.rowHeight(0)
    press(editor, Qt.Key.Key_Escape)
    settle_layouts()
    assert table.rowHeight(0) <= before


def test_the_editor_of_a_new_row_is_scrolled_into_view(fill: Fill, qtbot: QtBot) -> None:
    tool = fill("log")
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(tool)
    area.resize(700, 200)
    with qtbot.waitExposed(area):
        area.show()
    settle_layouts()
    click(button(tool, tool.words["add"]))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    settle_layouts()
    editor = editor_in(table_of(tool))
    seen = editor.visibleRegion().boundingRect()
    assert seen.height() == editor.height()
    area.takeWidget()


def test_rows_changed_elsewhere_leave_the_cell_being_typed(
    fill: Fill, context: Context, saving: Saving
) -> None:
    table = table_of(fill("action"))
    actions = on_disk(context).actions
    root = actions[0].root
    editor = open_cell(table, 1, 1)
    write(editor, " un Zane")
    with saving():
        context.session.save([Edit(root, "action", actions[0].id, {DELETED: 1})])
    with saving():
        context.session.save([Edit(root, "action", bytes(16), {"what": "Elsewhere", "position": "0"})])
    assert editor_in(table) is editor
    with saving():
        press(editor, Qt.Key.Key_Return)
    found = {row.id: row.who for row in on_disk(context).actions}
    assert found[actions[1].id] == f"{actions[1].who} un Zane"
    assert actions[0].id not in found


def test_a_row_deleted_elsewhere_stays_while_it_is_typed(
    fill: Fill, context: Context, saving: Saving
) -> None:
    tool = fill("action")
    table = table_of(tool)
    gone = on_disk(context).actions[0]
    editor = open_cell(table, 0, 1)
    write(editor, " un Zane")
    with saving():
        context.session.save([Edit(gone.root, "action", gone.id, {DELETED: 1})])
    assert editor_in(table) is editor
    assert table.model().index(0, 0).data() == gone.what


def test_shift_enter_is_a_new_line_in_a_cell(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("action")
    table = table_of(tool)
    editor = open_cell(table, 0, 0)
    assert isinstance(editor, QPlainTextEdit)
    editor.selectAll()
    write(editor, "one")
    press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write(editor, "two")
    with saving():
        press(editor, Qt.Key.Key_Return)
    assert on_disk(context).actions[0].what == "one\ntwo"


def test_leaving_saves_the_cell_being_typed(fill: Fill, context: Context) -> None:
    tool = fill("action")
    table = table_of(tool)
    editor = open_cell(table, 0, 1)
    write(editor, "Zane")
    tool.leave()
    context.session.flush()
    assert "Zane" in on_disk(context).actions[0].who


def test_a_pause_saves_the_cell_and_leaves_it_open(fill: Fill, context: Context, saving: Saving) -> None:
    table = table_of(fill("action"))
    editor = open_cell(table, 0, 1)
    assert isinstance(editor, QPlainTextEdit)
    editor.selectAll()
    with saving():
        write(editor, "Half a thought")
    assert on_disk(context).actions[0].who == "Half a thought"
    assert editor_in(table) is editor
    with saving():
        write(editor, " and more")
    assert on_disk(context).actions[0].who == "Half a thought and more"


def test_a_save_from_elsewhere_leaves_the_cell_being_typed(
    fill: Fill, context: Context, saving: Saving
) -> None:
    tool = fill("action")
    table = table_of(tool)
    first = on_disk(context).actions[0]
    editor = open_cell(table, 0, 1)
    assert isinstance(editor, QPlainTextEdit)
    editor.selectAll()
    write(editor, "Half a na")
    with saving():
        context.session.save([Edit(first.root, "action", first.id, {"who": "Anna", "what": "Elsewhere"})])
    assert editor_in(table) is editor
    assert editor.toPlainText() == "Half a na"
    assert table.model().index(0, 0).data() == "Elsewhere"


def test_rows_are_removed_and_come_back(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("action")
    table = table_of(tool)
    before = [row.id for row in on_disk(context).actions]
    go_to(table, 1, 0)
    with saving():
        press(table, Qt.Key.Key_Delete)
    assert [row.id for row in on_disk(context).actions] == [before[0], *before[2:]]
    with saving():
        context.session.undo()
    assert [row.id for row in on_disk(context).actions] == before
    go_to(table, 0, 0)
    with saving():
        click(button(tool, "Remove"))
    assert [row.id for row in on_disk(context).actions] == before[1:]


def test_rows_are_moved_by_keys_and_by_buttons(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("action")
    table = table_of(tool)
    before = [row.id for row in on_disk(context).actions]
    go_to(table, 0, 0)
    with saving():
        press(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in on_disk(context).actions][:2] == [before[1], before[0]]
    assert table.currentIndex().row() == 1, "the row stays chosen"
    settle_layouts()
    with saving():
        click(button(tool, "Move up (Alt+Up)"))
    assert [row.id for row in on_disk(context).actions] == before


def test_a_row_at_the_end_goes_no_further(fill: Fill) -> None:
    tool = fill("action")
    assert isinstance(tool, TableTool)
    rows = tool.rows
    last = rows.model.rowCount() - 1
    enabled = []
    for row in (0, 1, last):
        go_to(rows.table, row, 0)
        enabled.append((rows.up_button.isEnabled(), rows.down_button.isEnabled()))
    assert enabled == [(False, True), (True, True), (True, False)]


def test_a_row_alone_goes_nowhere(fill: Fill) -> None:
    tool = fill("swot", YOUTH)
    assert isinstance(tool, SwotTool)
    rows = tool.quadrants["threat"]
    assert rows.model.rowCount() == 1
    go_to(rows.table, 0, 0)
    assert not rows.up_button.isEnabled()
    assert not rows.down_button.isEnabled()


def test_moving_to_the_end_by_button_keeps_the_keyboard_in_the_table(fill: Fill) -> None:
    tool = fill("action")
    assert isinstance(tool, TableTool)
    go_to(tool.rows.table, 1, 0)
    tool.rows.up_button.setFocus()
    press(tool.rows.up_button, Qt.Key.Key_Space)
    assert tool.rows.table.hasFocus()


def test_the_history_of_a_row_is_asked_for(fill: Fill, context: Context, qtbot: QtBot) -> None:
    tool = fill("action")
    go_to(table_of(tool), 1, 0)
    with qtbot.waitSignal(tool.history_wanted) as wanted:
        click(button(tool, "History of this row"))
    row = on_disk(context).actions[1]
    assert wanted.args == [Scope(row.root, "action", row.id)]
    click(button(tool, "Add an action"))
    settle_layouts()
    assert not tool.findChildren(Rows)[0].history_button.isVisible(), "nothing was written yet"


def test_the_history_of_a_score_is_asked_for(fill: Fill, context: Context, qtbot: QtBot) -> None:
    tool = fill("evaluation")
    go_to(table_of(tool), 1, 1)
    with qtbot.waitSignal(tool.history_wanted) as wanted:
        click(button(tool, "History of this score"))
    root = root_of(context.session.path, NEIGHBOURS)
    assert wanted.args == [Scope(root, "evaluation", evaluation_id(root, "a", 2, "trust"))]


# a file that cannot be changed --------------------------------------------------------------------------


@pytest.mark.parametrize("kind", TOOLS)
def test_what_keeps_a_file_from_being_changed_comes_and_goes(fill: Fill, context: Context, kind: str) -> None:
    tool = fill(kind)
    writing = [one for rows in tool.findChildren(Rows) for one in (rows.add_button, rows.remove_button)] or [
        tool.new_round for tool in [tool] if isinstance(tool, EvaluationTool)
    ]
    assert writing
    obstacle = FileReadOnly(path=context.session.path)
    for table in tool.findChildren(FitTable):
        if table.model().rowCount():
            table.selectRow(0)
    tips = [one.toolTip() for one in writing]
    context.session.obstacle = obstacle
    tool.show_obstacle()
    assert not any(one.isEnabled() for one in writing)
    assert {one.toolTip() for one in writing} == {describe(obstacle).what}
    context.session.obstacle = None
    tool.show_obstacle()
    assert all(one.isEnabled() for one in writing)
    assert [one.toolTip() for one in writing] == tips


def test_cells_that_cannot_be_changed_can_be_read_and_copied(fill: Fill, context: Context) -> None:
    tool = fill("action")
    table = table_of(tool)
    context.session.obstacle = FileReadOnly(path=context.session.path)
    tool.show_obstacle()
    before = table.model().index(0, 0).data()
    editor = open_cell(table, 0, 0)
    assert isinstance(editor, QPlainTextEdit)
    assert editor.isReadOnly()
    press(editor, Qt.Key.Key_Z)
    assert editor.toPlainText() == before
    press(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    press(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().selectedText()
    assert before.startswith(editor.textCursor().selectedText().strip())
    press(editor, Qt.Key.Key_Escape)
    go_to(table, 0, 3)
    press(table, Qt.Key.Key_F2)
    assert open_editors(table) == [], "a choice has nothing to read but what it shows"


def test_what_is_sorted_by_itself_cannot_be_moved(fill: Fill) -> None:
    tool = fill("log")
    go_to(table_of(tool), 0, 2)
    settle_layouts()
    names = [made.toolTip() for made in tool.findChildren(QWidget) if made.isVisible() and made.toolTip()]
    assert names == ["History of this row", "Remove"]


def test_the_budget_adds_up(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("budget")
    assert "We pay 1,660 €, the partner pays 9,000 €, together 10,660 €." in texts(tool)
    table = table_of(tool)
    with saving():
        type_into(table, 0, 1, "40,50")
    assert on_disk(context).budget[0].pays_a == "40.50"
    assert "We pay 1,700.50 €, the partner pays 9,000 €, together 10,700.50 €." in texts(tool)
    type_into(table, 0, 1, "a lot")
    assert describe(BadNumber(text="a lot")).in_one() in texts(tool)
    assert on_disk(context).budget[0].pays_a == "40.50"


def test_a_contact_has_role_and_person(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("contact", YOUTH)
    table = table_of(tool)
    click(button(tool, "Add a contact"))
    press(editor_in(table), Qt.Key.Key_Escape)
    row = table.model().rowCount() - 1
    with saving():
        type_into(table, row, 2, "Jānis Lapsa")
    with saving():
        type_into(table, row, 1, "Head of the service")
    contact, person = on_disk(context, YOUTH).contacts[-1]
    assert (contact.side, contact.role, person.name) == ("b", "Head of the service", "Jānis Lapsa")
    go_to(table, row, 1)
    with saving():
        press(table, Qt.Key.Key_Delete)
    assert all(found.id != contact.id for found, _ in on_disk(context, YOUTH).contacts)


def dot(table: QTableView, row: int, column: int, number: int) -> QPoint:
    box = table.visualRect(table.model().index(row, column))
    return QPoint(box.left() + PAD + 16 * (number - 1) + 6, box.center().y())


def test_scores_are_given_by_click_and_by_digit(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("stakeholder", YOUTH)
    table = table_of(tool)
    settle_layouts()
    with saving():
        click(table.viewport(), dot(table, 0, 2, 2))
    assert on_disk(context, YOUTH).ours.stakeholders[0].influence == 2
    with saving():
        click(table.viewport(), dot(table, 0, 2, 2))
    assert on_disk(context, YOUTH).ours.stakeholders[0].influence == 0, "the same again takes it back"
    with saving():
        press(table, Qt.Key.Key_5)
    assert on_disk(context, YOUTH).ours.stakeholders[0].influence == 5


def test_the_map_is_drawn_and_told(fill: Fill, saving: Saving) -> None:
    tool = fill("stakeholder", YOUTH)
    grid = tool.findChild(InfluenceGrid)
    assert grid is not None
    assert grid.isVisible()
    assert "Inese Zariņa: interest 5, influence 3" in grid.accessibleName()
    table = table_of(tool)
    lower = grid.height()
    with saving():
        type_into(
            table, 0, 0, "Somebody with a name so long that it needs several lines in its place on the map"
        )
    assert "Somebody with a name" in grid.accessibleName()
    assert grid.height() > lower
    assert not grid.grab().isNull()


def test_a_map_without_scores_is_not_drawn(fill: Fill) -> None:
    tool = fill("stakeholder", YOUTH, "b")
    grid = tool.findChild(InfluenceGrid)
    assert grid is not None
    assert not grid.isVisible()


# SWOT ---------------------------------------------------------------------------------------------------


def test_a_line_lands_in_its_quadrant(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("swot", YOUTH)
    assert isinstance(tool, SwotTool)
    assert list(tool.quadrants) == ["strength", "weakness", "opportunity", "threat"]
    assert {"Strengths", "Weaknesses", "Opportunities", "Threats"} <= set(texts(tool))
    threats: Rows = tool.quadrants["threat"]
    click(button(tool, "Add a line: Threats"))
    with saving():
        write(editor_in(threats.table), "Cenas aug")
        press(editor_in(threats.table), Qt.Key.Key_Return)
    press(editor_in(threats.table), Qt.Key.Key_Return)
    found = [line for line in on_disk(context, YOUTH).ours.swot if line.text == "Cenas aug"]
    assert [(line.side, line.quadrant) for line in found] == [("a", "threat")]
    assert threats.model.rowCount() == 2
    assert tool.quadrants["strength"].model.rowCount() == 1
    tool.quadrants["strength"].add()
    tool.leave()
    assert tool.quadrants["strength"].model.rowCount() == 1


def lines(context: Context, quadrant: str) -> list[str]:
    """The lines of a quadrant as they stand in the file."""
    return [line.text for line in on_disk(context, YOUTH).ours.swot if line.quadrant == quadrant]


def test_enter_begins_the_next_line_and_on_an_empty_one_ends_the_list(fill: Fill, context: Context) -> None:
    tool = fill("swot", YOUTH)
    assert isinstance(tool, SwotTool)
    rows = tool.quadrants["threat"]
    before = lines(context, "threat")
    click(rows.add_button)
    for text in ("Cenas aug", "Jaunieši aizbrauc"):
        write(editor_in(rows.table), text)
        press(editor_in(rows.table), Qt.Key.Key_Return)
    press(editor_in(rows.table), Qt.Key.Key_Return)
    assert open_editors(rows.table) == []
    context.session.flush()
    assert lines(context, "threat") == [*before, "Cenas aug", "Jaunieši aizbrauc"]
    assert rows.table.hasFocus()


def test_enter_in_the_middle_begins_a_line_there(fill: Fill, context: Context, qtbot: QtBot) -> None:
    tool = fill("swot", YOUTH)
    assert isinstance(tool, SwotTool)
    rows = tool.quadrants["strength"]
    for text in ("First", "Last"):
        rows.add()
        write(editor_in(rows.table), text)
        tool.leave()
    context.session.flush()
    before = lines(context, "strength")
    press(open_cell(rows.table, before.index("First"), 0), Qt.Key.Key_Return)
    write(editor_in(rows.table), "Between")
    press(editor_in(rows.table), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not context.session.saving)
    assert editor_in(rows.table).isVisible(), "the line below waits for words, whatever is saved meanwhile"
    place = before.index("Last")
    assert lines(context, "strength") == [*before[:place], "Between", *before[place:]]
    tool.leave()
    assert rows.model.rowCount() == len(before) + 1


# evaluation ---------------------------------------------------------------------------------------------


def test_a_round_is_scored_beside_the_one_before(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("evaluation")
    assert isinstance(tool, EvaluationTool)
    rounds = len({score.round for score in on_disk(context).ours.evaluations})
    assert tool.model.round == rounds == 2
    old = tool.model.index(1, 2).data()
    settle_layouts()
    click(button(tool, "New round"))
    assert tool.model.round == 3
    assert tool.model.index(1, 1).data() == old
    assert not tool.new_round.isVisible(), "an empty round is new enough"
    settle_layouts()
    with saving():
        click(table_of(tool).viewport(), dot(table_of(tool), 1, 2, 4))
    with saving():
        type_into(table_of(tool), 1, 3, "Tā ir labāk.")
    root = root_of(context.session.path, NEIGHBOURS)
    (made,) = [score for score in on_disk(context).ours.evaluations if score.round == 3]
    assert (made.id, made.score, made.comment) == (evaluation_id(root, "a", 3, "trust"), 4, "Tā ir labāk.")
    assert tool.new_round.isVisible()
    click(button(tool, "Round 1"))
    assert tool.model.round == 1
    assert tool.round_buttons[1].isChecked()
    assert not tool.round_buttons[3].isChecked()


def test_what_a_one_and_a_five_mean_stands_below(fill: Fill, context: Context) -> None:
    tool = fill("evaluation")
    trust = context.words.group("criterion")["trust"]
    assert f"1 means: {trust['level1']}" not in texts(tool)
    go_to(table_of(tool), 1, 0)
    assert f"1 means: {trust['level1']}" in texts(tool)
    assert f"5 means: {trust['level5']}" in texts(tool)


def test_each_side_scores_for_itself(fill: Fill, context: Context, saving: Saving) -> None:
    tool = fill("evaluation", YOUTH, "b")
    settle_layouts()
    with saving():
        click(table_of(tool).viewport(), dot(table_of(tool), 0, 2, 3))
    found = on_disk(context, YOUTH)
    assert [(score.criterion, score.score) for score in found.theirs.evaluations] == [("common-outcome", 3)]
    assert found.ours.evaluations == ()


# the table ----------------------------------------------------------------------------------------------


def test_columns_share_the_width_and_rows_hold_their_text(fill: Fill) -> None:
    tool = fill("log")
    table = table_of(tool)
    for width in (480, 900, 1400):
        tool.resize(width, 700)
        settle_layouts()
        assert (
            sum(table.columnWidth(c) for c in range(table.model().columnCount())) == table.viewport().width()
        )
        row_heights = [table.rowHeight(row) for row in range(table.model().rowCount())]
        for row, height in enumerate(row_heights):
            for column in range(table.model().columnCount()):
                index = table.model().index(row, column)
                box = table.fontMetrics().boundingRect(
                    0,
                    0,
                    table.columnWidth(column) - 2 * PAD,
                    10_000,
                    int(Qt.TextFlag.TextWordWrap),
                    str(index.data()),
                )
                assert box.height() + 2 * PAD <= height
    narrow = table.horizontalHeader().height()
    tool.resize(360, 700)
    settle_layouts()
    assert table.horizontalHeader().height() > narrow, "heads wrap"
