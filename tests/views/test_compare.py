"""Comparing with then, as a user does it: a day, what differs, ticks, and it is as it was."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import FileUnreadable
from roadmap_desktop.domain.moments import days_before
from roadmap_desktop.models.differences import PAIRS
from roadmap_desktop.store import backup, compare
from roadmap_desktop.store.log import Log, Step
from roadmap_desktop.views.compare import CompareDialog
from roadmap_desktop.views.page import Context
from tests.accessible import nameless
from tests.acting import button, click, press, texts, write
from tests.conftest import MakeSample, OpenContext
from tests.cut import cut
from tests.reading import answer_of, changes_in, dossier_of, everything_in, root_of, titles_in

YOUTH = "Youth centre in the old school"
LATER = 2 * 24 * 60 * 60 * 1_000_000_000
Open = Callable[..., CompareDialog]


def two_days_on(patch: pytest.MonkeyPatch) -> str:
    """From now on it is the day after tomorrow, so that all there is was written before yesterday ended."""
    real = time.time_ns
    patch.setattr(time, "time_ns", lambda: real() + LATER)
    return (dt.datetime.now().astimezone().date() + dt.timedelta(days=2)).isoformat()


@pytest.fixture
def context(open_context: OpenContext, sample: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    return open_context(sample, today=two_days_on(monkeypatch))


@pytest.fixture
def show(qtbot: QtBot) -> Open:
    def made(context: Context, root: bytes = b"", **more: Backup) -> CompareDialog:
        dialog = CompareDialog(context, None, root, **more)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.filled):
            dialog.show()
        return dialog

    return made


def save(context: Context, *edits: Edit) -> None:
    context.session.save(edits)
    context.session.flush()


def youth(context: Context) -> bytes:
    return root_of(context.session.path, YOUTH)


@pytest.fixture
def changed(context: Context) -> Context:
    """Since yesterday an answer was changed, an action added, another partnership deleted."""
    root = youth(context)
    [other, *_] = [each for each in context.session.partnership_ids() if each != root]
    save(context, answer_edit(root, "a", "c1.need", text="new words", who="Zane"))
    save(context, Edit(root, "action", b"new-------------", {"what": "Paint the room"}))
    save(context, Edit(other, "partnership", other, {DELETED: 1}))
    return context


def find(dialog: CompareDialog, *way: str) -> QModelIndex:
    model, at = dialog.differences.model, QModelIndex()
    for name in way:
        rows = [model.index(row, 0, at) for row in range(model.rowCount(at))]
        [at] = [index for index in rows if index.data() == name]
    return at


def tick(dialog: CompareDialog, *way: str) -> None:
    dialog.differences.tree.setCurrentIndex(find(dialog, *way))
    press(dialog.differences.tree, Qt.Key.Key_Space)


def bring_back(dialog: CompareDialog, qtbot: QtBot) -> None:
    click(dialog.bring)
    with qtbot.waitSignals([dialog.brought_back, dialog.filled]):
        click(dialog.yes)


NEED = (YOUTH, "The local need")


def test_it_shows_what_was_written_since_yesterday(show: Open, changed: Context) -> None:
    dialog = show(changed)
    assert find(dialog, *NEED, "Answer").data(PAIRS)[0].now == "new words"
    assert find(dialog, YOUTH, "Action plan", "Paint the room").isValid()
    assert dialog.differences.model.rowCount() == 2
    assert dialog.focusWidget() is dialog.differences.tree
    assert not dialog.bring.isEnabled(), "nothing is ticked"


def test_both_texts_stand_side_by_side(show: Open, changed: Context) -> None:
    dialog = show(changed)
    dialog.differences.tree.setCurrentIndex(find(dialog, *NEED))
    shown = dialog.differences.texts.toPlainText()
    assert "new words" in shown
    assert "Zane" in shown
    assert f"End of {changed.words.date(days_before(changed.today(), 1), long=True)}" in shown


def test_one_field_comes_back_alone_and_undo_takes_it_back(
    show: Open, changed: Context, sample: Path, qtbot: QtBot
) -> None:
    former = everything_in(sample)
    dialog = show(changed)
    tick(dialog, *NEED, "Answer")
    assert "checkpoints: 1" in dialog.differences.said()[0]
    bring_back(dialog, qtbot)
    answer = answer_of(sample, YOUTH, "c1.need")
    assert answer.text not in ("", "new words")
    assert answer.who == "Zane", "what was not ticked stays"
    assert "Undo" in dialog.banner.text.text()
    with qtbot.waitSignal(changed.session.changed):
        changed.session.undo()
    assert everything_in(sample) == former


def test_everything_comes_back(show: Open, context: Context, sample: Path, qtbot: QtBot) -> None:
    before = everything_in(sample)
    root = youth(context)
    [other, *_] = [each for each in context.session.partnership_ids() if each != root]
    save(
        context, answer_edit(root, "a", "c1.need", text="x"), Edit(other, "partnership", other, {DELETED: 1})
    )
    save(context, Edit(root, "action", b"new-------------", {"what": "y"}))
    dialog = show(context)
    click(dialog.differences.all)
    bring_back(dialog, qtbot)
    assert everything_in(sample) == before
    assert "Nothing differs" in texts(dialog)


def test_keys_alone_bring_back(show: Open, changed: Context, sample: Path, qtbot: QtBot) -> None:
    dialog = show(changed)
    tick(dialog, *NEED)
    dialog.bring.setFocus()
    press(dialog.bring, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.yes
    with qtbot.waitSignal(dialog.brought_back):
        press(dialog.yes, Qt.Key.Key_Return)
    assert answer_of(sample, YOUTH, "c1.need").text != "new words"


def test_a_row_of_a_deleted_partnership_brings_it_along_and_says_so(
    show: Open, context: Context, sample: Path, qtbot: QtBot
) -> None:
    root = youth(context)
    [line, *_] = dossier_of(sample, YOUTH).log
    save(context, Edit(root, "log", line.id, {DELETED: 1}))
    save(context, Edit(root, "partnership", root, {DELETED: 1}))
    dialog = show(context)
    tick(dialog, YOUTH, "Contact log")
    assert dialog.differences.said()[-1].endswith("partnerships: 1")
    click(dialog.bring)
    assert any("Not ticked" in said for said in texts(dialog))
    with qtbot.waitSignal(dialog.brought_back):
        click(dialog.yes)
    assert line in dossier_of(sample, YOUTH).log


def test_no_is_an_answer(show: Open, changed: Context, sample: Path) -> None:
    before = changes_in(sample)
    dialog = show(changed)
    click(dialog.differences.all)
    click(dialog.bring)
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    click(dialog.bring)
    click(dialog.no)
    assert dialog.differences.isVisible()
    assert changes_in(sample) == before
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_one_partnership_alone(show: Open, changed: Context) -> None:
    dialog = show(changed, youth(changed))
    assert dialog.differences.model.rowCount() == 1
    assert YOUTH in texts(dialog)
    assert "When I last looked" not in {one.text() for one in dialog._quick.values() if one.isVisible()}


# when -------------------------------------------------------------------------------------------------


def test_a_day_and_a_time_can_be_chosen(show: Open, changed: Context, qtbot: QtBot) -> None:
    dialog = show(changed)
    write(dialog.day, changed.today())
    with qtbot.waitSignal(dialog.filled):
        press(dialog.day, Qt.Key.Key_Return)
    assert "Nothing differs" in texts(dialog), "today ends after all that was written"
    write(dialog.time, "0")
    with qtbot.waitSignal(dialog.filled):
        press(dialog.time, Qt.Key.Key_Return)
    assert dialog.time.text() == "00:00"
    assert dialog.differences.model.rowCount() == 2
    assert not any(one.isChecked() for one in dialog._quick.values())


@pytest.mark.parametrize("name", ["A week ago", "A month ago"])
def test_before_there_was_anything_all_has_come_since(
    show: Open, changed: Context, name: str, qtbot: QtBot
) -> None:
    dialog = show(changed)
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, name))
    tops = [dialog.differences.model.index(row, 0) for row in range(dialog.differences.model.rowCount())]
    assert [not dialog.differences.model.hasChildren(top) for top in tops] == [True, True]
    dialog.differences.model.tick_all(on=True)
    assert dialog.differences.said() == ["Goes, because it came later: partnerships: 2"]


def test_since_the_user_last_looked(show: Open, changed: Context, qtbot: QtBot) -> None:
    root, session = youth(changed), changed.session
    [summary] = session.summaries([root])
    dialog = show(changed)
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "When I last looked"))
    assert "Nothing differs" in texts(dialog), "nothing was ever looked at"
    changed.settings.look(root.hex(), summary.changed)
    with qtbot.waitSignal(dialog.filled):
        save(changed, answer_edit(root, "a", "c1.need", text="newest words"))
    assert find(dialog, *NEED, "Answer").data(PAIRS)[0][1:] == ("new words", "newest words")


@pytest.mark.parametrize(("field", "typed"), [("day", "31.02.2026"), ("time", "25:00")])
def test_what_is_no_day_or_time_is_said(show: Open, changed: Context, field: str, typed: str) -> None:
    dialog = show(changed)
    control = dialog.day if field == "day" else dialog.time
    write(control, typed)
    press(control, Qt.Key.Key_Return)
    assert dialog._wrong.isVisible()
    assert dialog.differences.isVisible(), "what was shown stays"


# a backup ---------------------------------------------------------------------------------------------


def test_a_backup_is_compared_with_and_its_attachments_come_along(
    show: Open, context: Context, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    import shutil
    from hashlib import sha256

    from roadmap_desktop.domain.records import Attachment
    from roadmap_desktop.store import file

    root, name = youth(context), sha256(b"picture").hexdigest()
    other = Path(shutil.copyfile(sample, tmp_path / "other.roadmap"))
    db = file.open_for_writing(other)
    held: dict[str, str | int] = {
        "side": "a",
        "checkpoint": "c1.need",
        "name": "a.png",
        "sha256": name,
        "size": 7,
    }
    Log(db, context.session.author).save([Edit(root, "attachment", b"a" * 16, held)], [b"picture"])
    db.close()
    made = backup.back_up(other, tmp_path / "backups", dt.datetime.now(dt.UTC))
    dialog = show(context, backup=made)
    assert not dialog.day.isVisible()
    assert find(dialog, YOUTH, "The local need").isValid()
    bring_back(dialog, qtbot)
    assert context.session.attachment_data(Attachment(name="a.png", sha256=name)) == b"picture"
    assert "Nothing differs" in texts(dialog)
    kept = backup.backups(context.settings.folder / "backups", context.session.document)
    assert len(kept) == 1, "the state before is a backup"


def test_a_damaged_backup_brings_nothing_back(
    show: Open, changed: Context, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    made = backup.back_up(sample, tmp_path / "backups", dt.datetime.now(dt.UTC))
    save(changed, answer_edit(youth(changed), "a", "c1.need", text="newest words"))
    dialog = show(changed, backup=made)
    made.path.write_bytes(b"\0" * 5_000)
    before = changes_in(sample)
    click(dialog.bring)
    with qtbot.waitSignal(dialog.filled):
        click(dialog.yes)
    assert dialog.banner.isVisible()
    assert changes_in(sample) == before


def test_what_is_ticked_stays_ticked_while_others_write(show: Open, changed: Context) -> None:
    dialog = show(changed)
    tick(dialog, *NEED, "Answer")
    save(changed, answer_edit(youth(changed), "a", "c1.idea", text="x"))
    assert dialog.differences.model.chosen()
    assert dialog.differences.isVisible()


# what goes wrong --------------------------------------------------------------------------------------


def test_a_comparison_can_be_stopped_and_begun_again(
    show: Open, changed: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = compare.divergences

    def slow(*args: object) -> Sequence[object]:
        while True:
            args[3](0, 1)  # type: ignore[operator]
            time.sleep(0.001)

    dialog = show(changed)
    monkeypatch.setattr(compare, "divergences", slow)
    click(dialog._quick["week"])
    job = dialog._job
    assert job is not None
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "Stop"))
    job.wait(10)
    assert not job._thread.is_alive()
    monkeypatch.setattr(compare, "divergences", real)
    with qtbot.waitSignal(dialog.filled):
        click(button(dialog, "Compare again"))
    assert dialog.differences.isVisible()


def test_a_file_that_cannot_be_read_is_said(
    show: Open, changed: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise FileUnreadable(path=Path("sample.roadmap"), reason="gone")

    dialog = show(changed)
    monkeypatch.setattr(compare, "divergences", fails)
    with qtbot.waitSignal(dialog.filled):
        click(dialog._quick["week"])
    assert "gone" in dialog.banner.text.text()


def test_a_save_that_fails_is_said(
    show: Open, changed: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Step:
        raise FileUnreadable(path=Path("sample.roadmap"), reason="gone")

    dialog = show(changed)
    click(dialog.differences.all)
    click(dialog.bring)
    monkeypatch.setattr(Log, "save", fails)
    with qtbot.waitSignal(changed.session.failed):
        click(dialog.yes)
    assert "gone" in dialog.banner.text.text()
    assert dialog.differences.isVisible()
    monkeypatch.undo()


def test_a_file_that_cannot_be_changed_is_only_compared(
    show: Open, open_context: OpenContext, sample: Path, changed: Context
) -> None:
    import sqlite3

    changed.session.close()
    db = sqlite3.connect(sample)
    db.execute("PRAGMA user_version = 99")
    db.close()
    dialog = show(open_context(sample, today=changed.today()))
    assert dialog.differences.isVisible()
    assert not dialog.bring.isVisible()


def test_closing_while_it_compares_leaves_nothing_behind(changed: Context, qtbot: QtBot) -> None:
    dialog = CompareDialog(changed)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    job = dialog._job
    assert job is not None
    dialog.close()
    job.wait(10)
    assert not job._thread.is_alive()
    assert len(titles_in(changed.session.path)) == 2


# looks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(780, 520), (1280, 720)])
@pytest.mark.parametrize("page", ["tree", "question", "same"])
def test_every_control_has_a_name_and_no_text_is_cut(
    show: Open, changed: Context, qtbot: QtBot, size: tuple[int, int], page: str
) -> None:
    dialog = show(changed)
    dialog.resize(*size)
    click(dialog.differences.all)
    if page == "question":
        click(dialog.bring)
    elif page == "same":
        dialog.day.show_date(changed.today())
        with qtbot.waitSignal(dialog.filled):
            dialog._pick_day()
    assert nameless(dialog) == []
    assert cut(dialog) == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_tree_is_drawn_in_every_look(show: Open, changed: Context, theme: str) -> None:
    changed.design.choose(theme)
    dialog = show(changed)
    click(dialog.differences.all)
    image = dialog.differences.tree.grab().toImage()
    assert len({image.pixel(x, 12) for x in range(image.width())}) > 3


def test_a_latvian_file_speaks_latvian(
    show: Open, open_context: OpenContext, make_sample: MakeSample, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_sample("lv", "lv.roadmap")
    context = open_context(path, "lv", two_days_on(monkeypatch))
    root = context.session.partnership_ids()[0]
    save(context, answer_edit(root, "a", "c1.need", text="jauni vārdi"))
    dialog = show(context, root)
    assert (
        dialog.differences.model.index(0, 0, dialog.differences.model.index(0, 0)).data()
        == "Vietējā vajadzība"
    )
