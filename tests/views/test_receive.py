"""Receiving as a user does it: a partner's copy comes back, its changes are read, chosen from, taken in and undone."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import FileUnreadable
from roadmap_desktop.models.differences import BELOW, PAIRS
from roadmap_desktop.store import file, holder, lock_keys, locked, receive
from roadmap_desktop.store.log import Author, Log
from roadmap_desktop.views.copies import FOLDER
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.receive import ReceiveDialog
from roadmap_desktop.views.unlock import AskPasswordDialog
from tests.accessible import nameless
from tests.acting import button, click, press, texts, write
from tests.conftest import MakeSample, OpenContext
from tests.cut import cut
from tests.reading import answer_of, changes_in, dossier_of, everything_in, root_of, titles_in, versions_of
from tests.store.cheap_lock import cheap

PASSWORD = "ābele aiz kūts"
YOUTH = "Youth centre in the old school"
KARLIS = Author("Kārlis Ozols", "Novada dome")
NEED = (YOUTH, "The local need")
Open = Callable[..., ReceiveDialog]


@pytest.fixture
def theirs(sample: Path) -> Path:
    """The partner's copy of our file."""
    return Path(shutil.copyfile(sample, sample.with_name("partner.roadmap")))


@pytest.fixture
def show(qtbot: QtBot, tmp_path: Path) -> Open:
    def made(context: Context, *paths: Path) -> ReceiveDialog:
        dialog = ReceiveDialog(context, paths, tmp_path / "backups")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.looked, timeout=20_000):
            dialog.show()
        return dialog

    return made


def edited(path: Path, *edits: Edit, author: Author = KARLIS) -> Path:
    """The file at `path` after somebody elsewhere wrote to it."""
    with contextlib.closing(file.open_for_writing(path)) as db:
        Log(db, author).save(edits)
    return path


def said_at(path: Path, text: str, checkpoint: str = "c1.need") -> Path:
    return edited(path, answer_edit(root_of(path, YOUTH), "a", checkpoint, text=text))


def save(context: Context, *edits: Edit) -> None:
    context.session.save(edits)
    context.session.flush()


def need(context: Context, text: str) -> None:
    save(context, answer_edit(root_of(context.session.path, YOUTH), "a", "c1.need", text=text))


def find(dialog: ReceiveDialog, *way: str) -> QModelIndex:
    model, at = dialog.incoming.model, QModelIndex()
    for name in way:
        rows = [model.index(row, 0, at) for row in range(model.rowCount(at))]
        [at] = [index for index in rows if index.data() == name]
    return at


def tick(dialog: ReceiveDialog, *way: str) -> None:
    dialog.incoming.tree.setCurrentIndex(find(dialog, *way))
    press(dialog.incoming.tree, Qt.Key.Key_Space)


def take_in(dialog: ReceiveDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.taken_in):
        click(dialog.take)


# what is shown ------------------------------------------------------------------------------------------


def test_it_says_who_it_says_it_is_from_and_what_differs(
    show: Open, context: Context, theirs: Path, sample: Path
) -> None:
    before = changes_in(sample)
    dialog = show(context, said_at(theirs, "A place to meet"))
    [told] = dialog.files.texts()
    assert "“partner.roadmap” says it is from Kārlis Ozols, Novada dome" in told
    assert told.endswith("New changes: 1.")
    index = find(dialog, *NEED, "Answer")
    assert index.data(PAIRS)[0].now == "A place to meet"
    assert index.data(BELOW) == "changed"
    dialog.incoming.tree.setCurrentIndex(index)
    shown = dialog.incoming.texts.toPlainText()
    assert "A place to meet" in shown
    assert answer_of(sample, YOUTH, "c1.need").text in shown
    assert "There · Kārlis Ozols" in shown
    assert "changed: 1" in dialog._hint.text()
    assert changes_in(sample) == before, "looking wrote"


def test_each_sort_stands_where_it_belongs(show: Open, context: Context, theirs: Path) -> None:
    root = root_of(theirs, YOUTH)
    [action, *_] = dossier_of(theirs, YOUTH).log
    edited(theirs, Edit(root, "action", b"new-------------", {"what": "Paint the room"}))
    edited(theirs, Edit(root, "log", action.id, {DELETED: 1}))
    said_at(theirs, "theirs")
    need(context, "ours")
    dialog = show(context, theirs)
    assert find(dialog, *NEED, "Answer").data(BELOW) == "conflict: waits"
    assert find(dialog, YOUTH, "Action plan", "Paint the room").data(BELOW) == "new"
    logs = find(dialog, YOUTH, "Contact log")
    assert logs.model().index(0, 0, logs).data(BELOW) == "deleted there"
    assert dialog.incoming.tree.currentIndex() == find(dialog, *NEED, "Answer"), "the conflict is in view"


def test_nothing_new_is_said_kindly(show: Open, context: Context, theirs: Path, sample: Path) -> None:
    before = sample.read_bytes()
    dialog = show(context, theirs)
    assert "Nothing new" in texts(dialog)
    assert not dialog.take.isVisible()
    click(button(dialog, "Close"))
    assert sample.read_bytes() == before


def test_the_same_words_on_both_sides_are_no_conflict(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot
) -> None:
    said_at(theirs, "the same")
    need(context, "the same")
    dialog = show(context, theirs)
    assert "You agree" in texts(dialog)
    take_in(dialog, qtbot)
    assert answer_of(sample, YOUTH, "c1.need").text == "the same"
    assert not dossier_of(sample, YOUTH).ours.disputed


def test_a_bad_file_never_stops_the_rest(
    show: Open, context: Context, theirs: Path, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    foreign, gone = tmp_path / "letter.roadmap", tmp_path / "gone.roadmap"
    foreign.write_bytes(b"Dear all " * 1_000)
    cut_short = tmp_path / "cut.roadmap"
    cut_short.write_bytes(theirs.read_bytes()[:30_000])
    dialog = show(context, foreign, gone, cut_short, said_at(theirs, "A place to meet"))
    told = dialog.all_files.texts()
    assert len(told) == 4
    for name, line in zip(("letter", "gone", "cut", "partner"), told, strict=True):
        assert f"“{name}.roadmap”" in line
    take_in(dialog, qtbot)
    assert answer_of(sample, YOUTH, "c1.need").text == "A place to meet"


def test_only_bad_files_leave_nothing_to_do(show: Open, context: Context, tmp_path: Path) -> None:
    foreign = tmp_path / "letter.roadmap"
    foreign.write_bytes(b"Dear all " * 1_000)
    dialog = show(context, foreign)
    assert "Nothing can be taken in" in texts(dialog)
    assert not dialog.take.isVisible()


def test_a_locked_copy_asks_for_its_password(
    show: Open,
    context: Context,
    theirs: Path,
    sample: Path,
    documents: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    copy = theirs.with_suffix(locked.SUFFIX)
    locked.save_locked(said_at(theirs, "A place to meet"), copy, lock_keys.make_lock(PASSWORD, ()))
    dialog = show(context, copy)
    click(dialog.unlock)
    [asking] = dialog.findChildren(AskPasswordDialog)
    with qtbot.waitSignal(dialog.looked, timeout=30_000):
        write(asking.secret, PASSWORD)
        click(asking.open_)
    assert not dialog.unlock.isVisible()
    take_in(dialog, qtbot)
    assert answer_of(sample, YOUTH, "c1.need").text == "A place to meet"


# taking in ----------------------------------------------------------------------------------------------


def test_all_that_is_in_no_conflict_is_taken_in_after_a_backup_and_undone_as_one_step(
    show: Open, context: Context, theirs: Path, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    former = everything_in(sample)
    said_at(said_at(theirs, "A place to meet"), "An idea", "c1.idea")
    dialog = show(context, theirs)
    take_in(dialog, qtbot)
    assert answer_of(sample, YOUTH, "c1.need").text == "A place to meet"
    assert answer_of(sample, YOUTH, "c1.idea").text == "An idea"
    [kept] = (tmp_path / "backups").glob("*.roadmap")
    assert everything_in(kept) == former
    assert "Changes taken in: 2." in dialog.receipt.lines.texts()
    click(dialog.done_)
    assert not dialog.isVisible()
    with qtbot.waitSignal(context.session.changed):
        context.session.undo()
    assert everything_in(sample) == former


def test_a_conflict_left_for_later_waits_with_both_texts(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot
) -> None:
    said_at(theirs, "theirs")
    said_at(theirs, "An idea", "c1.idea")
    need(context, "ours")
    dialog = show(context, theirs)
    assert dialog.take.text() == "Take in all but conflicts"
    take_in(dialog, qtbot)
    dossier = dossier_of(sample, YOUTH)
    assert dossier.ours.disputed == {"c1.need"}
    assert dossier.ours.answers["c1.idea"].text == "An idea"
    versions = versions_of(dossier.conflicts, dossier.ours.answers["c1.need"].id)
    assert versions.keys() == {"ours", "theirs"}
    assert any("Conflicts that wait: 1" in line for line in dialog.receipt.lines.texts())
    with qtbot.waitSignal(dialog.settle_wanted):
        click(button(dialog, "Choose now…"))
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("choice", "text"),
    [("theirs", "theirs"), ("ours", "ours"), ("both", "Ilze Bērziņa:\nours\n\nKārlis Ozols:\ntheirs")],
)
def test_a_conflict_is_settled_as_it_is_chosen(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot, choice: str, text: str
) -> None:
    said_at(theirs, "theirs")
    need(context, "ours")
    former = everything_in(sample)
    dialog = show(context, theirs)
    click(dialog.incoming.choice.button(choice))
    assert "Conflicts settled as you chose: 1." in dialog._hint.text()
    assert dialog.take.text() == "Take in"
    take_in(dialog, qtbot)
    assert answer_of(sample, YOUTH, "c1.need").text == text
    assert not dossier_of(sample, YOUTH).ours.disputed
    assert "Conflicts settled as you chose: 1." in dialog.receipt.lines.texts()
    with qtbot.waitSignal(context.session.changed):
        context.session.undo()
    assert everything_in(sample) == former


def test_what_cannot_stand_twice_cannot_be_kept_twice(show: Open, context: Context, theirs: Path) -> None:
    root = root_of(theirs, YOUTH)
    edited(theirs, answer_edit(root, "a", "c1.need", state="open"))
    save(context, answer_edit(root, "a", "c1.need", state="not-needed"))
    dialog = show(context, theirs)
    assert dialog.incoming.choice.isVisible()
    assert not dialog.incoming.choice.button("both").isEnabled()


def test_what_is_unticked_stays_as_it_is_here(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot
) -> None:
    root = root_of(theirs, YOUTH)
    former = answer_of(sample, YOUTH, "c1.need").text
    said_at(said_at(theirs, "A place to meet"), "An idea", "c1.idea")
    edited(theirs, Edit(root, "action", b"new-------------", {"what": "Paint the room"}))
    dialog = show(context, theirs)
    tick(dialog, *NEED, "Answer")
    tick(dialog, YOUTH, "Action plan")
    assert "left out: 2" in dialog._hint.text()
    take_in(dialog, qtbot)
    assert answer_of(sample, YOUTH, "c1.need").text == former
    assert answer_of(sample, YOUTH, "c1.idea").text == "An idea"
    assert "Paint the room" not in [one.what for one in dossier_of(sample, YOUTH).actions]


def test_a_partnership_that_is_new_comes_or_stays_out_as_a_whole(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot
) -> None:
    root = b"another---------"
    edited(theirs, Edit(root, "partnership", root, {"title": "Library bus"}))
    edited(theirs, answer_edit(root, "a", "c1.need", text="No library since 2019."))
    dialog = show(context, theirs)
    assert find(dialog, "Library bus").data(BELOW) == "new"
    before = titles_in(sample)
    dialog.incoming.tree.setCurrentIndex(find(dialog, "Library bus"))
    assert "No library since 2019." in dialog.incoming.texts.toPlainText()
    press(dialog.incoming.tree, Qt.Key.Key_Space)
    assert "left out: 1" in dialog._hint.text()
    press(dialog.incoming.tree, Qt.Key.Key_Space)
    assert "added: 1" in dialog._hint.text()
    press(dialog.incoming.tree, Qt.Key.Key_Space)
    take_in(dialog, qtbot)
    assert titles_in(sample) == before


def test_a_partnership_deleted_there_and_edited_here_is_asked_about(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot
) -> None:
    root = root_of(theirs, YOUTH)
    edited(theirs, Edit(root, "partnership", root, {DELETED: 1}))
    need(context, "ours")
    dialog = show(context, theirs)
    click(dialog.incoming.choice.button("ours"))
    take_in(dialog, qtbot)
    assert YOUTH in titles_in(sample)
    assert answer_of(sample, YOUTH, "c1.need").text == "ours"


def test_three_files_at_once(
    show: Open, context: Context, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copies = [Path(shutil.copyfile(sample, tmp_path / f"{name}.roadmap")) for name in ("one", "two", "three")]
    for path, checkpoint in zip(copies, ("c1.need", "c1.idea", "c1.people"), strict=True):
        said_at(path, path.stem, checkpoint)
    dialog = show(context, *copies)
    take_in(dialog, qtbot)
    assert answer_of(sample, YOUTH, "c1.need").text == "one"
    assert answer_of(sample, YOUTH, "c1.idea").text == "two"
    assert answer_of(sample, YOUTH, "c1.people").text == "three"


def test_keys_alone_take_everything_in(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot
) -> None:
    said_at(said_at(theirs, "theirs"), "An idea", "c1.idea")
    need(context, "ours")
    dialog = show(context, theirs)
    dialog.activateWindow()
    assert dialog.focusWidget() is dialog.incoming.tree
    press(dialog.incoming.tree, Qt.Key.Key_Home)
    way: list[object] = []
    while dialog.focusWidget() is not dialog.incoming.following and len(way) < 9:
        way.append(dialog.focusWidget())
        press(dialog.focusWidget(), Qt.Key.Key_Tab)
    press(dialog.incoming.following, Qt.Key.Key_Return)
    later = dialog.incoming.choice.button("later")
    assert dialog.focusWidget() is later
    press(later, Qt.Key.Key_Up)
    assert dialog.incoming.choice.value() == "theirs"
    press(dialog.focusWidget(), Qt.Key.Key_Left)
    assert dialog.incoming.choice.value() == "ours"
    press(dialog.focusWidget(), Qt.Key.Key_Right)
    assert dialog.incoming.model.choice(find(dialog, *NEED, "Answer")) == "theirs"
    while dialog.focusWidget() is not dialog.take and len(way) < 20:
        way.append(dialog.focusWidget())
        press(dialog.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(dialog.taken_in):
        press(dialog.take, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.done_
    press(dialog.done_, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert answer_of(sample, YOUTH, "c1.need").text == "theirs"
    assert answer_of(sample, YOUTH, "c1.idea").text == "An idea"


# afterwards ---------------------------------------------------------------------------------------------


def test_the_report_says_what_became_of_each(
    show: Open, context: Context, theirs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    said_at(said_at(theirs, "their words"), "An idea", "c1.idea")
    need(context, "our words")
    foreign = tmp_path / "letter.roadmap"
    foreign.write_bytes(b"Dear all " * 1_000)
    dialog = show(context, theirs, foreign)
    tick(dialog, YOUTH, "The idea and the change", "Answer")
    take_in(dialog, qtbot)
    out = tmp_path / "report.pdf"
    dialog.receipt.save(out)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())
    for part in (
        YOUTH,
        "our words",
        "their words",
        "Kārlis Ozols",
        "waits: both are kept",
        "left out",
        "letter.roadmap",
    ):
        assert part in text
    assert "report.pdf" in dialog.banner.text.text()


def test_a_copy_beside_our_file_can_be_put_away(
    show: Open, context: Context, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = Path(shutil.copyfile(sample, sample.with_name("sample (1).roadmap")))
    held = said_at(copy, "A place to meet").read_bytes()
    dialog = show(context, copy)
    take_in(dialog, qtbot)
    with qtbot.waitSignal(dialog.receipt.put_away) as signal:
        click(dialog.receipt.away)
    assert signal.args == [[tmp_path / "backups" / FOLDER / copy.name]]
    assert not copy.exists()
    assert (tmp_path / "backups" / FOLDER / copy.name).read_bytes() == held
    assert not dialog.receipt.away.isVisible()


def test_a_file_from_elsewhere_stays_where_it_is(
    show: Open, context: Context, theirs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "stick").mkdir()
    away = Path(shutil.move(said_at(theirs, "A place to meet"), tmp_path / "stick" / "partner.roadmap"))
    dialog = show(context, away)
    take_in(dialog, qtbot)
    assert not dialog.receipt.away.isVisible()
    assert away.exists()


# what goes wrong ----------------------------------------------------------------------------------------


def test_looking_can_be_stopped_and_begun_again(
    show: Open, context: Context, theirs: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = receive.look

    def slow(_ours: Path, _files: Sequence[Path], *, progress: Callable[[float], None]) -> None:
        while True:
            progress(0.5)
            time.sleep(0.001)

    dialog = show(context, said_at(theirs, "A place to meet"))
    monkeypatch.setattr(receive, "look", slow)
    dialog._look()
    job = dialog._job
    assert job is not None
    with qtbot.waitSignal(dialog.looked):
        press(dialog, Qt.Key.Key_Escape)
    job.wait(10)
    assert not job._thread.is_alive()
    assert dialog.isVisible()
    monkeypatch.setattr(receive, "look", real)
    with qtbot.waitSignal(dialog.looked):
        click(button(dialog, "Look again"))
    assert dialog.incoming.isVisible()


def test_closing_while_it_looks_leaves_nothing_behind(
    context: Context, theirs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = ReceiveDialog(context, [said_at(theirs, "A place to meet")], tmp_path / "backups")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    job, box = dialog._job, dialog._box
    assert job is not None
    dialog.done(0)
    job.wait(20)
    assert not job._thread.is_alive()
    qtbot.waitUntil(lambda: all(_is_closed(incoming) for incoming in box))


def _is_closed(incoming: receive.Incoming) -> bool:
    try:
        _ = incoming.home
    except sqlite3.ProgrammingError:
        return True
    return False


def test_what_was_undone_is_not_called_settled_when_it_comes_again(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot
) -> None:
    take_in(show(context, said_at(theirs, "A place to meet")), qtbot)
    with qtbot.waitSignal(context.session.changed):
        context.session.undo()
    again = show(context, theirs)
    assert answer_of(sample, YOUTH, "c1.need").text != "A place to meet"
    assert "History brings it back" in " ".join(texts(again))


def test_two_who_begin_the_same_answer_are_told_as_a_conflict(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot
) -> None:
    other = Path(shutil.copyfile(theirs, theirs.with_name("anna.roadmap")))
    anna = answer_edit(root_of(other, YOUTH), "a", "c3.next", text="Go on")
    dialog = show(context, said_at(theirs, "End well", "c3.next"), edited(other, anna, author=Author("Anna")))
    assert dialog.incoming.model.tally().waiting == 1
    take_in(dialog, qtbot)
    said = dialog.receipt.lines.texts()
    assert any("Conflicts that wait: 1" in line for line in said)
    assert not any("settled" in line for line in said)
    dossier = dossier_of(sample, YOUTH)
    versions = versions_of(dossier.conflicts, dossier.ours.answers["c3.next"].id)
    assert versions.keys() == {"End well", "Go on"}


def test_a_failure_changes_nothing_and_can_be_tried_again(
    show: Open, context: Context, theirs: Path, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise FileUnreadable(path=Path("sample.roadmap"), reason="gone")

    dialog = show(context, said_at(theirs, "A place to meet"))
    before = everything_in(sample)
    with monkeypatch.context() as patch, qtbot.waitSignal(context.session.failed):
        patch.setattr(receive, "apply_in", fails)
        click(dialog.take)
        context.session.flush()
    assert "gone" in dialog.banner.text.text()
    assert everything_in(sample) == before
    take_in(dialog, qtbot)
    assert answer_of(sample, YOUTH, "c1.need").text == "A place to meet"


def test_into_a_file_that_cannot_be_changed_nothing_is_taken(
    show: Open, open_context: OpenContext, sample: Path, theirs: Path
) -> None:
    said_at(theirs, "A place to meet")
    with contextlib.closing(sqlite3.connect(sample)) as db:
        db.execute("PRAGMA user_version = 99")
    dialog = show(open_context(sample), theirs)
    assert dialog.incoming.isVisible()
    assert not dialog.take.isVisible()
    assert "cannot be changed" in dialog._hint.text()


def test_into_a_file_open_elsewhere_it_is_taken_once_that_is_closed(
    show: Open, open_context: OpenContext, sample: Path, theirs: Path, qtbot: QtBot
) -> None:
    said_at(theirs, "A place to meet")
    now = holder._now()
    colleague = holder.Holder(name="Jānis", computer="birojs-2", nonce="n", process=1, since=now, seen=now)
    holder.note_of(sample).write_bytes(holder._written(colleague))
    dialog = show(open_context(sample), theirs)
    assert not dialog.take.isVisible()
    assert "is already open: Jānis" in dialog._hint.text()
    assert "Have it closed there" in dialog._hint.text()
    holder.note_of(sample).unlink()
    qtbot.waitUntil(dialog.take.isVisible)
    take_in(dialog, qtbot)
    assert answer_of(sample, YOUTH, "c1.need").text == "A place to meet"


# looks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(780, 520), (1040, 680), (1280, 720)])
@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("page", ["found", "receipt", "nothing"])
def test_every_control_has_a_name_and_no_text_is_cut(
    show: Open,
    open_context: OpenContext,
    make_sample: MakeSample,
    qtbot: QtBot,
    size: tuple[int, int],
    language: str,
    page: str,
) -> None:
    ours = make_sample(language, "our.roadmap")
    theirs = Path(shutil.copyfile(ours, ours.with_name("our (1).roadmap")))
    context = open_context(ours, language)
    root = context.session.partnership_ids()[0]
    if page != "nothing":
        edited(theirs, answer_edit(root, "a", "c1.need", text="theirs"))
        save(context, answer_edit(root, "a", "c1.need", text="ours"))
    dialog = show(context, theirs)
    dialog.resize(*size)
    if page == "receipt":
        take_in(dialog, qtbot)
    assert nameless(dialog) == []
    assert cut(dialog) == []
