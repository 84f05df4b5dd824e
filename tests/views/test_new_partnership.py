"""Beginning a partnership, as far as the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from roadmap_desktop.domain.errors import DiskFull, FileReadOnly
from roadmap_desktop.session import Session
from roadmap_desktop.store.log import Author
from roadmap_desktop.views.new_partnership import NewPartnershipDialog
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.design import Design
from tests.accessible import nameless
from tests.acting import texts
from tests.conftest import OpenContext
from tests.cut import cut


@pytest.fixture
def context(open_context: OpenContext, sample: Path) -> Context:
    return open_context(sample)


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> NewPartnershipDialog:
    made = NewPartnershipDialog(context)
    qtbot.addWidget(made)
    made.show()
    return made


def write(edit: QLineEdit, text: str) -> None:
    """Put `text` into the line. Typed, it would have the completer pop up, which the offscreen screen cannot."""
    edit.setText(text)


def begin(dialog: NewPartnershipDialog, qtbot: QtBot) -> None:
    made = next(made for made in dialog.findChildren(QPushButton) if made.isDefault())
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def create(dialog: NewPartnershipDialog, title: str, partner: str, qtbot: QtBot) -> bytes:
    write(dialog.title, title)
    write(dialog.partner, partner)
    with qtbot.waitSignal(dialog.created) as created:
        begin(dialog, qtbot)
    root = created.args[0]
    assert isinstance(root, bytes)
    return root


def reread(context: Context, tmp_path: Path) -> Session:
    """The file as somebody else would open it now."""
    return Session(context.session.path, Author("Other", "Other"), tmp_path / "other")


def test_a_partnership_with_a_new_partner_is_in_the_file(
    dialog: NewPartnershipDialog, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    root = create(dialog, "Kopienas  dārzs", "Jaunais novads", qtbot)
    assert not dialog.isVisible()
    other = reread(context, tmp_path)
    dossier = other.dossier(root)
    other.close()
    assert dossier.partnership.title == "Kopienas dārzs"
    assert dossier.partnership.stage == "active"
    assert dossier.ours.organisation == context.session.home_organisation()
    assert dossier.ours.side.form == "community"
    assert (dossier.theirs.organisation.name, dossier.theirs.organisation.kind) == (
        "Jaunais novads",
        "municipality",
    )
    assert dossier.theirs.side.form == "municipality"


def test_a_known_partner_is_taken_whatever_the_spelling(
    dialog: NewPartnershipDialog, context: Context, qtbot: QtBot
) -> None:
    before = context.session.organisations()
    known = next(o for o in before if o.kind == "municipality")
    root = create(dialog, "Bus", f" {known.name.upper()}  ", qtbot)
    assert context.session.dossier(root).theirs.organisation == known
    assert context.session.organisations() == before


def test_the_kind_of_a_known_partner_is_known(dialog: NewPartnershipDialog, context: Context) -> None:
    known = next(o for o in context.session.organisations() if o.kind == "municipality")
    dialog.kind.setCurrentIndex(dialog.kind.findData("enterprise"))
    write(dialog.partner, known.name)
    assert dialog.kind.currentData() == "municipality"
    assert not dialog.kind.isEnabled()
    write(dialog.partner, "Somebody else")
    assert dialog.kind.isEnabled()


def test_known_partners_are_proposed_but_not_ourselves(
    dialog: NewPartnershipDialog, context: Context
) -> None:
    completer = dialog.partner.completer()
    model = completer.model()
    proposed = {str(model.index(row, 0).data()) for row in range(model.rowCount())}
    home = context.session.home_organisation().name
    assert proposed == {o.name for o in context.session.organisations()} - {home}


@pytest.mark.parametrize(("kind", "form"), [("enterprise", "community"), ("municipality", "municipality")])
def test_each_side_walks_the_form_of_its_kind(
    dialog: NewPartnershipDialog, context: Context, qtbot: QtBot, kind: str, form: str
) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    assert any(context.form(form).short in text for text in texts(dialog))
    root = create(dialog, "Bus", "New one", qtbot)
    theirs = context.session.dossier(root).theirs
    assert (theirs.organisation.kind, theirs.side.form) == (kind, form)


@pytest.mark.parametrize(
    ("title", "partner", "complaint", "field"),
    [
        (" ", "Town", "give the partnership a name", "title"),
        ("Bus", " ", "whom you want to work with", "partner"),
        ("Bus", "HOME", "your own organisation", "partner"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    dialog: NewPartnershipDialog,
    context: Context,
    qtbot: QtBot,
    title: str,
    partner: str,
    complaint: str,
    field: str,
) -> None:
    before = context.session.partnership_ids()
    write(dialog.title, title)
    write(dialog.partner, context.session.home_organisation().name if partner == "HOME" else partner)
    begin(dialog, qtbot)
    context.session.flush()
    assert context.session.partnership_ids() == before
    assert dialog.isVisible()
    assert any(complaint in text for text in texts(dialog))
    assert dialog.focusWidget() is getattr(dialog, field)


def test_a_full_disk_is_said_and_trying_again_writes_it_once(
    dialog: NewPartnershipDialog, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(context.session.partnership_ids())
    write(dialog.title, "Bus")
    write(dialog.partner, "Town")
    dialog.created.connect(lambda _: None)

    def full(*_: object) -> None:
        raise DiskFull(path=context.session.path)

    with monkeypatch.context() as patch:
        patch.setattr("roadmap_desktop.store.log.Log.save", full)
        with qtbot.waitSignal(context.session.failed):
            begin(dialog, qtbot)
    assert dialog.isVisible()
    assert dialog.banner.isVisible()
    with qtbot.waitSignal(dialog.created):
        begin(dialog, qtbot)
    assert len(context.session.partnership_ids()) == before + 1


def test_a_file_that_cannot_be_changed_says_so(
    dialog: NewPartnershipDialog, context: Context, qtbot: QtBot
) -> None:
    context.session.obstacle = FileReadOnly(path=context.session.path)
    write(dialog.title, "Bus")
    write(dialog.partner, "Town")
    begin(dialog, qtbot)
    assert dialog.banner.isVisible()
    assert dialog.isVisible()


@pytest.mark.parametrize("language", ["en", "lv"])
def test_everything_is_named_and_nothing_is_cut(
    open_context: OpenContext, sample: Path, design: Design, qtbot: QtBot, language: str
) -> None:
    dialog = NewPartnershipDialog(open_context(sample, language))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(dialog.minimumSize())
    assert nameless(dialog) == []
    assert cut(dialog) == []
