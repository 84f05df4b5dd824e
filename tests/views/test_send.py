"""Sending as a user does it: what leaves is read before, the files are made, the register has a line; all by keyboard."""

from __future__ import annotations

import email
import email.policy
import sys
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.errors import DiskFull
from roadmap_desktop.domain.levels import MB
from roadmap_desktop.domain.records import Exchange, Person
from roadmap_desktop.services import delivery
from roadmap_desktop.services.delivery import Delivery
from roadmap_desktop.store import check, exchanges, leaving, lock_keys, locked
from roadmap_desktop.views import mail_program, sent
from roadmap_desktop.views import send as views_send
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.password import SetPasswordDialog
from roadmap_desktop.views.send import SendDialog
from tests.accessible import nameless
from tests.acting import button, choose, click, press, write
from tests.conftest import OpenContext
from tests.cut import cut
from tests.reading import changes_in, dossier_of, reader, root_of, titles_in
from tests.store.cheap_lock import cheap
from tests.views.conftest import Shown

YOUTH = "Youth centre in the old school"
Open = Callable[..., SendDialog]


@pytest.fixture(autouse=True)
def _no_other_programs(monkeypatch: pytest.MonkeyPatch, documents: Path) -> None:
    """No test asks the system for its mail program."""
    monkeypatch.setattr(views_send, "takes_letters", lambda: True)


@pytest.fixture
def show(shown: Shown, qtbot: QtBot) -> Open:
    def made(context: Context, root: bytes = b"", **more: Any) -> SendDialog:
        dialog = SendDialog(context, root, **more)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        with qtbot.waitSignal(dialog.filled):
            shown(dialog)
        return dialog

    return made


@pytest.fixture
def youth(context: Context) -> bytes:
    return root_of(context.session.path, YOUTH)


def prepare(dialog: SendDialog, qtbot: QtBot) -> Delivery:
    with qtbot.waitSignal(dialog.made, timeout=20_000) as signal:
        press(dialog.prepare, Qt.Key.Key_Return)
    made: Delivery = signal.args[0]
    return made


def letter_in(path: Path | None) -> EmailMessage:
    assert path is not None
    found = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def text_of(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n").rstrip("\n")


def register_of(path: Path, root: bytes) -> list[Exchange]:
    with reader(path) as db:
        return exchanges.register(db, root)


def choose_level(dialog: SendDialog, level: str, qtbot: QtBot) -> None:
    """By arrows, as the keyboard's user does."""
    with qtbot.waitSignal(dialog.filled):
        made = dialog.audience.level.button(level)
        made.setFocus()
        press(made, Qt.Key.Key_Space)


# by keyboard --------------------------------------------------------------------------------------------


def test_the_whole_way_by_keyboard_alone(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    before = changes_in(context.session.path)
    dialog = show(context, youth)
    assert dialog.audience.chosen_level == "partner"
    assert dialog.inventory.first.text() == f"“{YOUTH}” leaves, and no other partnership."
    assert "Other partnerships: 2" in dialog.inventory.stays.texts()
    assert changes_in(context.session.path) == before, "looking wrote"
    _tab_to(dialog, dialog.letter.email)
    write(dialog.letter.email, "karlis@dome.example")
    _tab_to(dialog, dialog.prepare)
    made = prepare(dialog, qtbot)
    assert made.sent is not None
    assert titles_in(made.sent.path) == [YOUTH]
    assert check.check(made.sent.path).verdict == "healthy"
    letter = letter_in(made.letter)
    assert "karlis@dome.example" in letter["To"]
    along = [part.get_filename() for part in letter.iter_attachments()]
    assert along == [made.sent.path.name, made.sent.path.with_suffix(".pdf").name]
    assert next(letter.iter_attachments()).get_content() == made.sent.path.read_bytes()
    assert QApplication.focusWidget() is dialog.sent.open_
    context.session.flush()
    [line, *_] = register_of(context.session.path, youth)
    assert (line.direction, line.level, line.file, line.changes) == (
        "out", "partner", made.sent.path.name, made.sent.changes,
    )  # fmt: skip
    assert dossier_of(context.session.path, YOUTH).theirs.organisation.name in line.who
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def _tab_to(dialog: QWidget, wanted: QWidget) -> None:
    for _ in range(40):
        if QApplication.focusWidget() is wanted:
            return
        press(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    pytest.fail("the keyboard does not get there")


def test_esc_writes_nothing(show: Open, context: Context, youth: bytes, documents: Path) -> None:
    before = changes_in(context.session.path)
    press(show(context, youth), Qt.Key.Key_Escape)
    context.session.flush()
    assert changes_in(context.session.path) == before
    assert list(documents.iterdir()) == []


# preview and copy are one -------------------------------------------------------------------------------


@pytest.mark.parametrize("shared", [(), ("swot",), ("swot", "stakeholder")])
@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("level", ["partner", "roles"])
def test_the_copy_holds_what_the_preview_said(
    show: Open, context: Context, level: str, number: int, shared: tuple[str, ...], qtbot: QtBot
) -> None:
    root = context.session.partnership_ids()[number]
    dialog = show(context, root, level=level)
    for kind in shared:
        box = dialog.audience.shared[kind]
        if not box.isHidden():
            with qtbot.waitSignal(dialog.filled):
                press(box, Qt.Key.Key_Space)
    counted = dialog._leaving
    assert counted is not None
    made = prepare(dialog, qtbot)
    assert made.sent is not None
    within = leaving.preview(made.sent.path, "whole")
    told = ["partnerships", "titles", "checkpoints", "rows", "named", "nameless", "notes"]
    if level == "partner":
        told.append("attachments")
    assert {name: getattr(within, name) for name in told} == {name: getattr(counted, name) for name in told}
    assert set(within.organisations) == set(counted.organisations)
    handed = dialog.audience.hands_pen
    assert within.changes - counted.changes in ((0, 1) if handed else (0,))


def test_somebody_outside_reads_no_name(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    dialog = show(context, youth, level="roles")
    people = [person for _, person in dossier_of(context.session.path, YOUTH).contacts]
    assert dialog.letter.to() == Person()
    assert not dialog.audience.pen.isVisible()
    made = prepare(dialog, qtbot)
    assert made.sent is not None
    data = made.sent.path.read_bytes()
    assert people
    for person in people:
        assert person.name.encode() not in data
        assert person.email.encode() not in data
    text = text_of(letter_in(made.letter))
    assert "Roles stand in it" in text
    assert "send the new file back" not in text


def test_the_whole_file_and_its_preview(show: Open, context: Context, qtbot: QtBot) -> None:
    dialog = show(context, level="whole")
    counted = dialog._leaving
    made = prepare(dialog, qtbot)
    assert made.sent is not None
    assert counted is not None
    within = leaving.preview(made.sent.path, "whole")
    assert within._replace(size=0) == counted._replace(size=0)
    assert "Everything leaves, private notes included." in dialog.inventory.first.text()
    context.session.flush()
    [line] = register_of(context.session.path, context.session.home_organisation().root)
    assert line.level == "whole"


def test_numbers_tell_no_title(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    dialog = show(context, youth)
    choose_level(dialog, "numbers", qtbot)
    assert dialog.audience.partnership.currentText() == "All partnerships"
    assert dialog.letter.sheet.isHidden()
    made = prepare(dialog, qtbot)
    assert made.sent is not None
    assert made.letter is not None
    letter = letter_in(made.letter)
    assert len(list(letter.iter_attachments())) == 1
    for told in (made.sent.path.name, made.sent.path.read_text("utf-8"), letter["Subject"], text_of(letter)):
        assert YOUTH not in told


def test_back_at_the_partner_it_is_the_same_partnership(
    show: Open, context: Context, youth: bytes, qtbot: QtBot
) -> None:
    dialog = show(context, youth)
    choose_level(dialog, "numbers", qtbot)
    choose_level(dialog, "partner", qtbot)
    assert dialog.audience.partnership.currentText() == YOUTH


def test_without_a_partnership_at_hand_it_is_asked_for(show: Open, context: Context, qtbot: QtBot) -> None:
    dialog = show(context)
    assert not dialog.prepare.isEnabled()
    assert "Choose which partnership" in dialog.inventory.first.text()
    with qtbot.waitSignal(dialog.filled):
        _choose_title(dialog.audience.partnership, YOUTH)
    assert dialog.prepare.isEnabled()
    assert YOUTH in dialog.inventory.first.text()


def _choose_title(box: QComboBox, title: str) -> None:
    choose(box, next(box.itemData(row) for row in range(box.count()) if box.itemText(row) == title))


def test_a_file_without_a_partnership(show: Open, open_context: OpenContext, empty: Path) -> None:
    dialog = show(open_context(empty))
    assert dialog.audience.chosen_level == "whole"
    assert not dialog.audience.level.button("partner").isEnabled()
    assert dialog.prepare.isEnabled()


# the letter ---------------------------------------------------------------------------------------------


def test_the_partners_contact_is_proposed(show: Open, context: Context, youth: bytes) -> None:
    dialog = show(context, youth)
    found = dossier_of(context.session.path, YOUTH)
    people = [person for contact, person in found.contacts if contact.side == found.theirs.side.key]
    assert dialog.letter.to() == Person(name=people[0].name, email=people[0].email)


def test_whoever_asked_is_whom_it_is_to(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    asked = Person(name="Rita Liepa", email="rita@jumts.example")
    dialog = show(context, youth, level="numbers", to=asked, reason="The umbrella asks for it.")
    assert dialog.audience.chosen_level == "numbers"
    choose_level(dialog, "partner", qtbot)
    assert dialog.letter.to() == asked
    made = prepare(dialog, qtbot)
    assert "rita@jumts.example" in letter_in(made.letter)["To"]


def test_a_letter_of_ones_own_stays(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    dialog = show(context, youth)
    assert dialog.letter.again.isHidden()
    dialog.letter.body.setPlainText("Sveiks, Kārli!\n\nTe ir „datne”.")
    choose(dialog.letter.language, "lv")
    assert dialog.letter.text() == "Sveiks, Kārli!\n\nTe ir „datne”."
    assert text_of(letter_in(prepare(dialog, qtbot).letter)) == "Sveiks, Kārli!\n\nTe ir „datne”."


def test_the_proposed_letter_comes_back(show: Open, context: Context, youth: bytes) -> None:
    dialog = show(context, youth)
    choose(dialog.letter.language, "lv")
    proposed = dialog.letter.text()
    assert proposed.startswith("Labdien!")
    dialog.letter.body.setPlainText("")
    click(dialog.letter.again)
    assert dialog.letter.text() == proposed


def test_an_address_that_is_none_is_told_and_stops_nothing(
    show: Open, context: Context, youth: bytes, qtbot: QtBot
) -> None:
    dialog = show(context, youth)
    write(dialog.letter.email, "karlis at dome")
    press(dialog.letter.email, Qt.Key.Key_Tab)
    assert "not an e-mail address" in dialog.letter._address.error
    assert letter_in(prepare(dialog, qtbot).letter)["To"] is None


def test_a_copy_with_a_password(
    show: Open, context: Context, youth: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    dialog = show(context, youth)
    click(dialog.letter.locked)
    assert dialog.letter.sheet.isHidden()
    with qtbot.waitSignal(dialog.made, timeout=20_000) as signal:
        press(dialog.prepare, Qt.Key.Key_Return)
        [asking] = dialog.findChildren(SetPasswordDialog)
        for field in (asking.password, asking.again):
            write(field, "ābele aiz kūts")
        click(asking.next_)
    [made] = signal.args
    assert made.sent.path.suffix == ".roadmap-locked"
    letter = letter_in(made.letter)
    assert [part.get_filename() for part in letter.iter_attachments()] == [made.sent.path.name]
    assert "I will tell it to you by telephone" in text_of(letter)
    assert YOUTH.encode() not in made.sent.path.read_bytes()
    clear = tmp_path / "clear.roadmap"
    locked.unlock(made.sent.path, clear, "ābele aiz kūts")
    assert titles_in(clear) == [YOUTH]
    assert {path.suffix for path in made.sent.path.parent.iterdir()} == {".roadmap-locked", ".eml"}


def test_without_the_password_nothing_is_made(
    show: Open, context: Context, youth: bytes, documents: Path
) -> None:
    dialog = show(context, youth)
    click(dialog.letter.locked)
    click(dialog.prepare)
    [asking] = dialog.findChildren(SetPasswordDialog)
    press(asking, Qt.Key.Key_Escape)
    assert [path for path in documents.rglob("*") if path.is_file()] == []
    assert dialog.prepare.isEnabled()
    context.session.flush()
    assert dossier_of(context.session.path, YOUTH).partnership.pen == ""


# files --------------------------------------------------------------------------------------------------


def test_nothing_is_ever_overwritten(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    first, second = prepare(show(context, youth), qtbot), prepare(show(context, youth), qtbot)
    assert first.sent is not None
    assert second.sent is not None
    assert second.sent.path.name == f"{first.sent.path.stem} 2.roadmap"
    assert second.sent.path.name in text_of(letter_in(second.letter))
    assert first.sent.path.name in text_of(letter_in(first.letter))
    assert len(list(first.sent.path.parent.iterdir())) == 6


def test_the_letter_speaks_of_the_name_that_the_copy_got(
    show: Open, context: Context, youth: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = show(context, youth)
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / dialog._name).with_suffix(".pdf").write_text("somebody's own")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    with qtbot.waitSignal(dialog.made, timeout=20_000) as signal:
        click(dialog.saving)
    [made] = signal.args or []
    assert made.sent.path == folder / f"{Path(dialog._name).stem} 2.roadmap"
    assert made.sent.path.name in text_of(letter_in(made.letter))
    assert (folder / dialog._name).with_suffix(".pdf").read_text() == "somebody's own"


def test_without_the_sheet(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    dialog = show(context, youth)
    click(dialog.letter.sheet)
    made = prepare(dialog, qtbot)
    assert made.sheet is None
    assert len(list(letter_in(made.letter).iter_attachments())) == 1


def test_what_cannot_be_made_leaves_nothing(
    show: Open, context: Context, youth: bytes, documents: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull(path=documents)

    monkeypatch.setattr(views_send, "write_pdf", full)
    dialog = show(context, youth)
    pen = dossier_of(context.session.path, YOUTH).partnership.pen
    with qtbot.waitSignal(
        dialog._job_failed if hasattr(dialog, "_job_failed") else dialog.filled, timeout=20_000
    ):
        press(dialog.prepare, Qt.Key.Key_Return)
    context.session.flush()
    assert "full" in dialog.banner.text.text().lower()
    assert [path for path in documents.rglob("*") if path.is_file()] == []
    assert dossier_of(context.session.path, YOUTH).partnership.pen == pen
    assert dialog.prepare.isEnabled()


def test_it_can_be_stopped(show: Open, context: Context, youth: bytes, documents: Path) -> None:
    dialog = show(context, youth)
    press(dialog.prepare, Qt.Key.Key_Return)
    job = dialog._job
    assert job is not None
    press(dialog, Qt.Key.Key_Escape)
    job.wait()
    assert dialog.isVisible()
    assert "Nothing was sent" in dialog.banner.text.text()
    assert [path for path in documents.rglob("*") if path.is_file()] == []
    context.session.flush()
    assert dossier_of(context.session.path, YOUTH).partnership.pen == ""
    assert register_of(context.session.path, youth) == []


def test_what_is_too_large_for_any_letter_gets_none(
    show: Open, context: Context, youth: bytes, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(delivery, "LARGEST", 1_000)
    dialog = show(context, youth)
    made = prepare(dialog, qtbot)
    assert made.sent is not None
    assert made.letter is None
    assert {path.suffix for path in made.sent.path.parent.iterdir()} == {".roadmap", ".pdf"}
    assert "too large for any letter" in dialog.sent._hint.text()
    assert not dialog.sent.open_.isVisible()
    assert QApplication.focusWidget() is dialog.sent.folder
    context.session.flush()
    assert len(register_of(context.session.path, youth)) == 1, "it may well be handed over"


# the register, the pen ----------------------------------------------------------------------------------


def test_the_pen_goes_along(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    made = prepare(show(context, youth), qtbot)
    theirs = dossier_of(context.session.path, YOUTH).theirs.side.key
    assert dossier_of(context.session.path, YOUTH).partnership.pen == theirs
    assert made.sent is not None
    assert dossier_of(made.sent.path, YOUTH).partnership.pen == theirs


def test_the_pen_stays_where_that_is_wished(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    dialog = show(context, youth)
    with qtbot.waitSignal(dialog.filled):
        click(dialog.audience.pen)
    prepare(dialog, qtbot)
    assert dossier_of(context.session.path, YOUTH).partnership.pen == ""


def test_what_was_not_sent_is_taken_out_of_the_register(
    show: Open, context: Context, youth: bytes, qtbot: QtBot
) -> None:
    dialog = show(context, youth)
    prepare(dialog, qtbot)
    context.session.flush()
    assert len(register_of(context.session.path, youth)) == 1
    assert dossier_of(context.session.path, YOUTH).partnership.pen == "b"
    click(dialog.sent.undone)
    context.session.flush()
    assert register_of(context.session.path, youth) == []
    assert dossier_of(context.session.path, YOUTH).partnership.pen == ""  # nobody waits for the partner


# the mail program ---------------------------------------------------------------------------------------


def _opener(opened: list[Path], answer: Callable[[Path], bool]) -> Callable[[Path], bool]:
    """Notes what it is asked to open in place of the system."""

    def open_(path: Path) -> bool:
        opened.append(path)
        return answer(path)

    return open_


def test_the_letter_is_opened(
    show: Open, context: Context, youth: bytes, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(sent, "open_by_system", _opener(opened, lambda _: True))
    dialog = show(context, youth)
    made = prepare(dialog, qtbot)
    press(dialog.sent.open_, Qt.Key.Key_Return)
    click(dialog.sent.folder)
    assert made.letter is not None
    assert opened == [made.letter, made.letter.parent]
    click(dialog.sent.copy)
    assert QApplication.clipboard().text() == dialog.letter.text()


def test_where_no_program_takes_it_the_folder_is_shown(
    show: Open, context: Context, youth: bytes, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(sent, "open_by_system", _opener(opened, Path.is_dir))
    dialog = show(context, youth)
    made = prepare(dialog, qtbot)
    click(dialog.sent.open_)
    assert "No mail program on this computer" in dialog.sent._hint.text()
    assert made.letter is not None
    assert opened == [made.letter, made.letter.parent]
    assert not dialog.sent.open_.isVisible()


def test_it_is_known_beforehand_where_there_is_none(
    show: Open, context: Context, youth: bytes, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(views_send, "takes_letters", lambda: False)
    dialog = show(context, youth)
    prepare(dialog, qtbot)
    assert not dialog.sent.open_.isVisible()
    assert QApplication.focusWidget() is dialog.sent.folder


@pytest.mark.parametrize(("said", "takes"), [("thunderbird.desktop\n", True), ("\n", False)])
def test_linux_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, takes: bool) -> None:
    script = tmp_path / "xdg-mime"
    script.write_text(f"#!/bin/sh\nprintf '{said}'\n".replace("\n'", "\\n'"), "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(mail_program, "which", lambda _: str(script))
    assert mail_program.takes_letters() is takes


# sizes, names -------------------------------------------------------------------------------------------


def test_what_is_too_large_for_a_letter_is_told(
    show: Open, context: Context, youth: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = leaving.preview

    def large(*given: object, **more: object) -> object:
        found = real(*given, **more)  # type: ignore[arg-type]
        return found._replace(size=30 * MB, attachments=(("plan.pdf", 29 * MB),), history=1)

    monkeypatch.setattr(leaving, "preview", large)
    dialog = show(context, youth)
    assert "many mail boxes take no more than 25.0 MB" in dialog.inventory.warning.text()
    assert "“plan.pdf” (29.0 MB)" in dialog.inventory.warning.text()
    assert dialog.inventory.warning.isVisible()


def test_somebody_writes_meanwhile(show: Open, context: Context, youth: bytes, qtbot: QtBot) -> None:
    dialog = show(context, youth)
    with qtbot.waitSignal(dialog.filled):
        context.session.save([Edit(youth, "action", b"new-------------", {"what": "Paint"})])
    assert dialog._leaving is not None
    assert dialog._leaving.rows["action"] == len(dossier_of(context.session.path, YOUTH).actions)


def test_every_control_has_a_name_and_no_text_is_cut(
    show: Open, context: Context, youth: bytes, qtbot: QtBot
) -> None:
    dialog = show(context, youth, reason="Rita Liepa, of the umbrella, asks for this by 15 December.")
    assert (nameless(dialog), cut(dialog)) == ([], [])
    prepare(dialog, qtbot)
    assert (nameless(dialog), cut(dialog)) == ([], [])
    assert button(dialog, "Close").isEnabled()
