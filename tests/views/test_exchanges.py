"""The register as its user meets it: lines read, noted by hand, added to, taken out and brought back; and the reminders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.errors import FileReadOnly
from roadmap_desktop.domain.exchange import pen_edit, received_edit, sent_edit
from roadmap_desktop.domain.records import Exchange
from roadmap_desktop.models.partnerships import PartnershipsModel
from roadmap_desktop.store import exchanges
from roadmap_desktop.views.exchanges import ExchangesDialog
from roadmap_desktop.views.home import HomePage
from roadmap_desktop.views.page import Context, Place
from roadmap_desktop.views.partnership import PartnershipPage
from roadmap_desktop.views.pen import PenChoice
from roadmap_desktop.views.settings import SettingsDialog
from roadmap_desktop.widgets.link_row import LinkRow
from tests.accessible import nameless
from tests.acting import button, choose, click, press, texts, write
from tests.cut import cut, settle_layouts
from tests.reading import dossier_of, reader, root_of
from tests.views.conftest import Shown

YOUTH = "Youth centre in the old school"
LONG_AGO = 1_794_000_000_000  # 6 November 2026, seventeen days before builders.TODAY
DAY = 86_400_000
Open = Callable[..., ExchangesDialog]


@pytest.fixture
def show(shown: Shown) -> Open:
    def made(context: Context, root: bytes = b"") -> ExchangesDialog:
        dialog = ExchangesDialog(context, root)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        shown(dialog)
        return dialog

    return made


@pytest.fixture
def youth(context: Context) -> bytes:
    return root_of(context.session.path, YOUTH)


def save(context: Context, *edits: Edit) -> None:
    context.session.save(edits)
    context.session.flush()


def lines(context: Context, root: bytes) -> list[Exchange]:
    context.session.flush()
    with reader(context.session.path) as db:
        return exchanges.register(db, root)


def sent(root: bytes, wall: int = LONG_AGO, who: str = "Kārlis") -> Edit:
    return sent_edit(root, who, "partner", "copy.roadmap", 9, wall)


# the register -------------------------------------------------------------------------------------------


def test_nothing_yet(show: Open, context: Context, youth: bytes) -> None:
    dialog = show(context, youth)
    assert "Nothing was sent yet" in texts(dialog)
    assert not dialog.delete.isVisible()


def test_of_one_partnership_and_of_all(show: Open, context: Context, youth: bytes) -> None:
    other = next(root for root in context.session.partnership_ids() if root != youth)
    home = context.session.home_organisation().root
    save(context, sent(youth), sent(other, who="Anna"), sent_edit(home, "Zane", "whole", "x", 1, LONG_AGO))
    dialog = show(context, youth)
    assert dialog.model.rowCount() == 1
    choose(dialog.which, b"")
    assert {dialog.model.index(row).data() for row in range(3)} == {"To Kārlis", "To Anna", "To Zane"}
    assert not dialog.pen.isVisible()


def test_noted_by_hand_by_keyboard_alone(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    dialog = show(context, youth)
    dialog.add.setFocus()
    with qtbot.waitSignal(dialog.filled):
        press(dialog.add, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.line.who
    write(dialog.line.who, "Dace")
    press(dialog.line.who, Qt.Key.Key_Tab)
    write(dialog.line.note, "On a stick, at the market")
    press(dialog, Qt.Key.Key_Escape)
    [line] = lines(context, youth)
    assert (line.direction, line.day, line.wall, line.who, line.note) == (
        "out", context.today(), 0, "Dace", "On a stick, at the market",
    )  # fmt: skip


def test_a_line_by_hand_can_say_what_came_and_when(
    show: Open, context: Context, youth: bytes, qtbot: QtBot
) -> None:
    dialog = show(context, youth)
    with qtbot.waitSignal(dialog.filled):
        click(dialog.add)
    choose(dialog.line.direction, "in")
    press(dialog.line.direction, Qt.Key.Key_Return)
    dialog.line.direction.activated.emit(dialog.line.direction.currentIndex())
    write(dialog.line.day, "2.11.2026")
    press(dialog.line.day, Qt.Key.Key_Return)
    [line] = lines(context, youth)
    assert (line.direction, line.day) == ("in", "2026-11-02")


def test_what_the_program_noted_stays_and_takes_a_note(show: Open, context: Context, youth: bytes) -> None:
    save(context, sent(youth))
    dialog = show(context, youth)
    assert not dialog.line.who.isVisible()
    assert "copy.roadmap" in dialog.line.told.text()
    write(dialog.line.note, "He will be away until March")
    click(dialog.close_)
    [line] = lines(context, youth)
    assert (line.note, line.file, line.who) == ("He will be away until March", "copy.roadmap", "Kārlis")


def test_a_note_is_saved_when_another_line_is_chosen(show: Open, context: Context, youth: bytes) -> None:
    save(context, sent(youth), sent(youth, LONG_AGO + DAY))
    dialog = show(context, youth)
    write(dialog.line.note, "newest")
    dialog.list.setFocus()
    press(dialog.list, Qt.Key.Key_Down)
    assert dialog.line.note.text() == ""
    assert [line.note for line in lines(context, youth)] == ["newest", ""]


def test_taken_out_and_brought_back(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    save(context, sent(youth))
    dialog = show(context, youth)
    with qtbot.waitSignal(dialog.filled):
        click(dialog.delete)
    assert lines(context, youth) == []
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "Bring it back"))
    assert len(lines(context, youth)) == 1
    context.session.undo()
    assert lines(context, youth) == []


def test_what_came_back_is_told(show: Open, context: Context, youth: bytes) -> None:
    save(context, sent(youth), received_edit(youth, "Kārlis", "back.roadmap", 4, LONG_AGO + DAY))
    dialog = show(context, youth)
    said = [dialog.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert "answered 7 Nov 2026" in said[1]


def test_names_and_room(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    save(context, sent(youth))
    dialog = show(context, youth)
    assert (nameless(dialog), cut(dialog)) == ([], [])
    with qtbot.waitSignal(dialog.filled):
        click(dialog.add)
    assert (nameless(dialog), cut(dialog)) == ([], [])


# the pen ------------------------------------------------------------------------------------------------


def test_the_pen_is_given_in_the_register(show: Open, context: Context, youth: bytes) -> None:
    dialog = show(context, youth)
    assert dialog.pen.box.currentText() == "nobody in particular"
    _hand(dialog.pen.box, "b")
    context.session.flush()
    assert dossier_of(context.session.path, YOUTH).partnership.pen == "b"


def _hand(box: QComboBox, side: str) -> None:
    choose(box, side)
    box.activated.emit(box.currentIndex())


def test_the_pen_is_given_on_the_dashboard_and_told_in_the_list(
    context: Context, youth: bytes, shown: Shown
) -> None:
    page = PartnershipPage(context)
    context.session.changed.connect(page.refresh)
    shown(page)
    page.show_place(Place("partnership", youth))
    _hand(page.findChildren(PenChoice)[-1].box, "a")
    context.session.flush()
    assert dossier_of(context.session.path, YOUTH).partnership.pen == "a"
    home = HomePage(context)
    shown(home)
    home.show_place(Place("home"))
    model = home._list.model()
    assert isinstance(model, PartnershipsModel)
    index = model.index(model.row_of(youth))
    assert "our turn to write" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    save(context, Edit(youth, "partnership", youth, {"stage": "ended"}))
    model.forget()
    assert "turn to write" not in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


# reminders ----------------------------------------------------------------------------------------------


def reminded(home: HomePage) -> list[str]:
    home.show_place(Place("home"))
    settle_layouts()
    rows = [row for row in home._side.findChildren(LinkRow) if not row.isHidden()]
    return [row.accessibleName() for row in rows if "waiting since" in row.accessibleName()]


def test_home_reminds_when_nothing_came_back(context: Context, youth: bytes, shown: Shown) -> None:
    home = HomePage(context)
    shown(home)
    assert reminded(home) == []
    save(context, sent(youth))
    assert reminded(home) == [f"{YOUTH}. waiting since 6 Nov 2026 · Kārlis"]
    context.settings.set(patience="30")
    assert reminded(home) == []
    context.settings.set(patience="7")
    save(context, received_edit(youth, "Kārlis", "back.roadmap", 4, LONG_AGO + DAY))
    assert reminded(home) == []


def test_the_reminder_can_be_switched_off(context: Context, youth: bytes, shown: Shown) -> None:
    save(context, sent(youth))
    dialog = SettingsDialog(context.settings, context.design)
    shown(dialog)
    assert dialog.patience.currentData() == "14"
    choose(dialog.patience, "0")
    dialog.patience.activated.emit(dialog.patience.currentIndex())
    assert context.settings.days("patience") == 0
    home = HomePage(context)
    shown(home)
    assert reminded(home) == []


@pytest.mark.parametrize("value", ["", "abc", "-3", "9" * 400])
def test_a_damaged_setting_reminds_of_nothing(context: Context, value: str) -> None:
    context.settings.set(patience=value)
    assert context.settings.days("patience") == 0


def test_the_dashboards_card(context: Context, youth: bytes, shown: Shown) -> None:
    page = PartnershipPage(context)
    shown(page)
    page.show_place(Place("partnership", youth))
    assert "Nothing was sent or received yet." in texts(page)
    save(context, sent(youth), pen_edit(youth, "b"))
    page.refresh(frozenset([youth]))
    settle_layouts()
    rows = [row.accessibleName() for row in page.findChildren(LinkRow) if row.isVisible()]
    assert "Waiting for an answer. since 6 Nov 2026" in rows
    assert "Last sent. 6 Nov 2026 · Kārlis · This partnership" in rows
    wanted: list[tuple[str, object]] = []
    page.window_wanted.connect(lambda name, root: wanted.append((name, root)))
    click(button(page, "Register of exchanges…"))
    assert wanted == [("exchanges", youth)]


def test_a_file_that_cannot_be_changed_only_shows(
    show: Open, context: Context, youth: bytes, sample: Path
) -> None:
    save(context, sent(youth))

    context.session.only_read(FileReadOnly(path=sample))
    dialog = show(context, youth)
    assert not dialog.add.isEnabled()
    assert not dialog.delete.isEnabled()
    assert dialog.line.note.isReadOnly()
