"""Draws every window into screenshots/: both languages, light, dark and contrast, three sizes, scale 1 and 2.

Run by `make screenshots` on a virtual screen. Each scale needs a process of its own, since Qt reads it at its start.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from roadmap_desktop import paths
from roadmap_desktop.app import App
from roadmap_desktop.documents.sheets import SHEETS
from roadmap_desktop.domain.edits import answer_edit
from roadmap_desktop.domain.errors import FileDamaged
from roadmap_desktop.domain.history import Scope
from roadmap_desktop.settings import Settings
from roadmap_desktop.store import new, queries
from roadmap_desktop.store.arrival import arrival
from roadmap_desktop.store.log import Author
from roadmap_desktop.views.arrival import ArrivalDialog
from roadmap_desktop.views.backups import BackupsDialog
from roadmap_desktop.views.bin import BinDialog
from roadmap_desktop.views.calling import CallDialog
from roadmap_desktop.views.collecting import CollectDialog
from roadmap_desktop.views.compare import CompareDialog
from roadmap_desktop.views.conflicts import ConflictsDialog
from roadmap_desktop.views.details import DetailsDialog
from roadmap_desktop.views.documents import DocumentsPage
from roadmap_desktop.views.exchanges import ExchangesDialog
from roadmap_desktop.views.export import ExportDialog
from roadmap_desktop.views.first_start import FirstStart
from roadmap_desktop.views.from_paper import FromPaperDialog
from roadmap_desktop.views.history import HistoryDialog
from roadmap_desktop.views.import_list import ImportDialog
from roadmap_desktop.views.letterhead import LetterheadDialog
from roadmap_desktop.views.meeting import MeetingDialog
from roadmap_desktop.views.member import MemberNamesDialog
from roadmap_desktop.views.members import MembersPage
from roadmap_desktop.views.mending import MendingDialog
from roadmap_desktop.views.new_partnership import NewPartnershipDialog
from roadmap_desktop.views.page import Context, Place
from roadmap_desktop.views.password import SaveLockedDialog
from roadmap_desktop.views.printing import PrintDialog
from roadmap_desktop.views.send import SendDialog
from roadmap_desktop.views.settings import SettingsDialog
from roadmap_desktop.views.shell import Shell
from roadmap_desktop.views.start import StartWindow
from roadmap_desktop.views.unlock import AskPasswordDialog
from tests import gathered
from tests.disputing import disagree
from tests.reading import reader

FOLDER: Final = Path("screenshots")
SIZES: Final = {"1": ((1280, 720), (1920, 1080)), "2": ((1280, 720),)}
STOPS: Final = ("c1.need", "c1.stakeholders", "c1.risks", "c3.budget", "c3.action-plan", "c3.evaluation")
PATIENCE_MS: Final = 20_000
TODAY: Final = datetime.date.today()


def main(scale: str) -> None:
    """Everything at one scale."""
    application = QApplication(sys.argv[:1])
    for language in paths.languages():
        for theme in ("light", "dark", "contrast"):
            with tempfile.TemporaryDirectory() as name:
                Gallery(application, Path(name), language, theme, scale).draw()


class Gallery:
    """The app with the sample, in one language, theme and scale."""

    def __init__(self, application: QApplication, home: Path, language: str, theme: str, scale: str) -> None:
        """`home` takes settings and the sample."""
        self._application = application
        self._name = f"{language}-{theme}-x{scale}"
        self._sizes = SIZES[scale] if theme != "contrast" else SIZES[scale][:1]
        self._settings = Settings(home)
        self._settings.set(
            language=language, theme=theme, name="Ilze Bērziņa", organisation="Ābeļkalna ļaudis"
        )
        self._sample = home / "Paraugs.roadmap"
        new.sample_file(self._sample, paths.SAMPLE, language, TODAY)
        self._disagree()
        self._empty = home / "Jauna.roadmap"
        new.new_file(self._empty, Author("Ilze Bērziņa", "Ābeļkalna ļaudis"), "community")
        self._shell = Shell("#ffffff")
        self._app = App(application, self._settings, self._shell)

    def _disagree(self) -> None:
        """Two people answered one checkpoint of the sample without knowing of each other."""
        with reader(self._sample) as db:
            root = queries.partnership_ids(db)[0]
        ours, theirs = ([answer_edit(root, "a", "c1.need", text=text)] for text in ("28", "31"))
        disagree(self._sample, ours, theirs)

    def draw(self) -> None:
        """Every page and dialog."""
        for size in self._sizes:
            self._shell.resize(*size)
            self._open(self._empty)
            self._shoot(self._shell, "home-empty", size)
            self._open(self._sample)
            self._pages(size)
        self._dialogs()
        self._shell.close()

    def _open(self, path: Path) -> None:
        self._app.trust.note(path, made=True)
        self._app.open(path, own=True)

    def _pages(self, size: tuple[int, int]) -> None:
        assert self._app.desk is not None
        assert self._app.session is not None
        desk, session = self._app.desk, self._app.session
        self._shoot(self._shell, "home", size)
        roots = sorted(session.partnership_ids(), key=lambda root: len(session.dossier(root).theirs.answers))
        for number, root in enumerate(roots, start=1):
            desk.go(Place("partnership", root))
            self._shoot(self._shell, f"partnership-{number}", size)
        for stop in STOPS:
            desk.go(Place("wizard", roots[-1], "a", stop))
            self._shoot(self._shell, f"wizard-{stop}", size)
        for name, root in (("joint", roots[-1]), ("joint-empty", roots[0])):
            desk.go(Place("joint", root))
            self._shoot(self._shell, name, size)
        desk.prepare("documents")
        documents = desk.findChild(DocumentsPage)
        assert documents is not None
        for name, root in (("partnership-proposal", roots[-1]), ("cooperation-agreement", roots[0])):
            waiting = QEventLoop()
            documents.shown.connect(waiting.quit)
            QTimer.singleShot(PATIENCE_MS, waiting.quit)
            desk.go(Place("documents", root, document=name))
            waiting.exec()
            self._shoot(self._shell, f"documents-{name}", size)
        session.save(gathered.edits(session.home_organisation().root, TODAY.year))
        session.flush()
        desk.go(Place("members"))
        members = desk.findChild(MembersPage)
        assert members is not None
        for part, name in enumerate(("members", "members-stuck", "members-indicators")):
            members.show_part(part)
            self._shoot(self._shell, name, size)
        members.show_part(0)
        desk.go(Place("wizard", roots[0], "a", step="1"))
        self._shoot(self._shell, "wizard-closing", size)
        desk.go(Place("home"))

    def _dialogs(self) -> None:
        assert self._app.desk is not None
        context = self._app.desk.context
        root = context.session.partnership_ids()[0]
        made: dict[str, Callable[[], QWidget]] = {
            "start": lambda: StartWindow(self._settings, context.design, "Roadmap Desktop", "0.1.0"),
            "first-start": lambda: FirstStart(self._settings, context.design),
            "new-file": lambda: FirstStart(self._settings, context.design, new_file=True),
            "new-partnership": lambda: NewPartnershipDialog(context),
            "details": lambda: DetailsDialog(context, context.session.dossier(root)),
            "letterhead": lambda: LetterheadDialog(context),
            "settings": lambda: SettingsDialog(self._settings, context.design),
            **{f"print-{sheet}": self._printing(context, sheet, root) for sheet in SHEETS},
            "meeting": lambda: MeetingDialog(context, root),
            "export": lambda: ExportDialog(context, root),
            "import-empty": lambda: ImportDialog(context),
            "import": lambda: ImportDialog(context, self._list()),
            "from-paper": lambda: FromPaperDialog(context, root),
            "backups": lambda: BackupsDialog(context),
            "conflicts": lambda: ConflictsDialog(context),
            "history": lambda: HistoryDialog(context, Scope(root)),
            "compare": lambda: CompareDialog(context),
            "bin": lambda: BinDialog(context),
            "exchanges": lambda: ExchangesDialog(context, root),
            "send": lambda: SendDialog(context, root),
            "save-locked": lambda: SaveLockedDialog(context),
            "collecting": lambda: CollectDialog(context, [self._sample.parent], TODAY.year),
            "calling": lambda: CallDialog(context, TODAY.year),
            "member-names": lambda: MemberNamesDialog(context),
            "unlock": lambda: AskPasswordDialog(self._sample, context.design),
            "arrival": lambda: ArrivalDialog(
                arrival(self._sample, self._empty, passing=True), context.words, context.design
            ),
            "mending": lambda: MendingDialog(
                self._sample,
                FileDamaged(path=self._sample, reason=""),
                self._settings,
                context.design,
                context.library,
            ),
        }
        for name, make in made.items():
            window = make()
            filled = getattr(window, "filled", getattr(window, "looked", getattr(window, "ready", None)))
            if name == "import":
                filled = getattr(window, "understood", None)
            waiting = QEventLoop()
            if filled is not None:
                filled.connect(waiting.quit)
            window.show()
            if filled is not None:
                QTimer.singleShot(PATIENCE_MS, waiting.quit)
                waiting.exec()
            self._shoot(window, name)
            window.close()
            window.setParent(self._shell)  # which outlives the work that the window has begun

    def _printing(self, context: Context, sheet: str, root: bytes) -> Callable[[], QWidget]:
        return lambda: PrintDialog(context, sheet, root)

    def _list(self) -> Path:
        """Somebody's list of partners."""
        path = self._sample.with_name("biedribas.csv")
        path.write_text(
            "Novada biedrību saraksts;;;;\n\nNosaukums;Reģ. Nr.;Kontaktpersona;Amats;E-pasts;Kods\n"
            "Biedrība „Upes krasts”;40008012345;Līga Ozola;Vadītāja;liga@krasts.example;1\n"
            "Mežmalas ļaudis;4,00E+10;;;info@mezmala.example / kase@mezmala.example;2\n"
            "Upes krasts;;Zane Liepa;Grāmatvede;;3\n;;Anna;;;4\n",
            "utf-8",
        )
        return path

    def _shoot(self, window: QWidget, name: str, size: tuple[int, int] | None = None) -> None:
        for _ in range(8):
            self._application.processEvents()
        where = f"-{size[0]}" if size else ""
        window.grab().save(str(FOLDER / f"{name}-{self._name}{where}.png"))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        FOLDER.mkdir(exist_ok=True)
        for scale in SIZES:
            subprocess.run(
                [sys.executable, "-m", "tests.screenshots", scale],
                env={**os.environ, "QT_SCALE_FACTOR": scale},
                check=True,
            )
