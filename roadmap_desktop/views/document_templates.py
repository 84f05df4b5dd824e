"""A document's template made the user's own, opened, and given up again; what it says is not looked at here."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from roadmap_desktop import paths
from roadmap_desktop.documents.shelf import Shelf
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.words import load_words
from roadmap_desktop.messages import describe
from roadmap_desktop.services import paperwork
from roadmap_desktop.store.file import translating
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.banner import Banner


class Templates(QObject):
    """`changed` when the document follows another template than before."""

    changed = Signal()

    def __init__(self, context: Context, shelf: Shelf, banner: Banner, parent: QWidget) -> None:
        """What was done is said on `banner`."""
        super().__init__(parent)
        self._context = context
        self._shelf = shelf
        self._banner = banner
        self._name = ""
        self._code = context.words.language
        self._form = "community"

    def stand_at(self, name: str, code: str, form: str) -> None:
        """From now on it is about the document `name` in the language `code`, for somebody who walks `form`."""
        self._name, self._code, self._form = name, code, form

    def change(self) -> None:
        """Open the user's own template in their word processor; first made from ours where there is none."""
        path = self._shelf.place(self._name, self._code)
        new = not path.is_file()
        if new and not self._make():
            return
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if new or not opened:
            self._tell(opened=opened)
        if new:
            self.changed.emit()

    def give_up(self) -> None:
        """Follow our template again; the user's own is kept beside."""
        path = self._shelf.place(self._name, self._code)
        try:
            with translating(path):
                kept = self._shelf.put_away(self._name, self._code)
        except UserError as error:
            self._banner.say(describe(error).in_one(), grave=True)
            return
        self._banner.setProperty("about", "")
        self._banner.say(
            self.tr("The document follows our template again. Yours is kept as “{name}”.").format(
                name=kept.name
            ),
            (self.tr("Show its folder"), lambda: _open_folder(self._shelf, earlier=True)),
        )
        self.changed.emit()

    def _make(self) -> bool:
        """Whether our template now stands on the shelf."""
        path = self._shelf.place(self._name, self._code)
        home = self._context.session.home_organisation()
        try:
            with translating(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            paperwork.write_template(
                self._name,
                self._form,
                self._context.library,
                load_words(paths.WORDS, self._code),
                path,
                self._context.settings.text("paper"),
                self._context.session.logo(home.id),
            )
        except UserError as error:
            self._banner.say(describe(error).in_one(), grave=True)
            return False
        return True

    def _tell(self, *, opened: bool) -> None:
        self._banner.setProperty("about", "")
        said = self.tr(
            "This template is yours now. Change its words, save it there and come back: the document follows it."
            " What stands in double braces is filled in from your answers."
        )
        if not opened:
            said = self.tr(
                "No program on this computer opens Word files. The template is in the folder “{folder}”."
            ).format(folder=self._shelf.folder)
        self._banner.say(said, (self.tr("Show its folder"), lambda: _open_folder(self._shelf)))


def _open_folder(shelf: Shelf, *, earlier: bool = False) -> None:
    folder = shelf.earlier if earlier else shelf.folder
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
