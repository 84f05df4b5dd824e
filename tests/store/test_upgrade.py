"""Formats: an older file is upgraded after a backup, or not at all; a newer one is read, kept, and what it says travels on."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from roadmap_desktop.documents.sheets import progress_sheet
from roadmap_desktop.domain.changes import Edit, fold
from roadmap_desktop.domain.errors import DiskFull, FileDamaged, FileNewer
from roadmap_desktop.store import backup, derived, file, migrations, queries, schema
from roadmap_desktop.store.check import check
from roadmap_desktop.store.trust import Trust
from roadmap_desktop.store.vet import vet
from tests.builders import TODAY, library, words
from tests.store import tools
from tests.store.tools import ROOT, answer

FROZEN = Path(__file__).parents[1] / "files" / "format-1.roadmap"
Step = Callable[[Database], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(FROZEN, tmp_path / "old.roadmap"))


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "user" / "backups"


def later_program(monkeypatch: pytest.MonkeyPatch, *steps: Step) -> None:
    """This program as it will be once `steps` have shipped as further formats."""
    made = Migrations("roadmap")
    made()(migrations.format_1)
    for step in steps:
        made()(step)
    monkeypatch.setattr(migrations, "migrations", made)
    monkeypatch.setattr(schema, "FORMAT", 1 + len(steps))


def format_2(db: Database) -> None:
    """Files may dream."""
    db.execute("INSERT INTO meta VALUES ('dreams', 'sweet')")
    db.execute("PRAGMA user_version = 2")


def format_3(db: Database) -> None:
    """A nightmare."""
    db.execute("DROP TABLE forgotten")
    db.execute("PRAGMA user_version = 3")
    raise sqlite3.OperationalError("no such table: sleep")


def format_of(path: Path) -> int:
    with path.open("rb") as stream:
        return int(struct.unpack_from(">i", stream.read(100), 60)[0])


def test_an_older_file_is_upgraded_after_a_backup(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later_program(monkeypatch, format_2)
    with contextlib.closing(file.open_for_writing(path, backups=backups)) as db:
        assert queries.meta(db, "dreams") == "sweet"
        assert queries.format_of(db) == 2
        tools.writer(db).save([answer("c1.idea", text="Turpinām.")])
    [kept] = backups.glob("*.roadmap")
    assert format_of(kept) == 1
    assert truth(kept) == truth(FROZEN)


def truth(path: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as db:
        return sorted(db.execute(f"SELECT {derived.COLUMNS} FROM change"))


def test_a_file_of_this_format_needs_no_backup_to_open(path: Path, backups: Path) -> None:
    file.open_for_writing(path, backups=backups).close()
    assert not backups.exists()


def test_upgraded_once_it_is_not_backed_up_again(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later_program(monkeypatch, format_2)
    file.open_for_writing(path, backups=backups).close()
    file.open_for_writing(path, backups=backups).close()
    assert len(list(backups.glob("*.roadmap"))) == 1


def test_a_failed_upgrade_leaves_the_file_as_it_was(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the first of two steps had succeeded."""
    before = path.read_bytes()
    later_program(monkeypatch, format_2, format_3)
    with pytest.raises(FileDamaged):
        file.open_for_writing(path, backups=backups)
    assert path.read_bytes() == before
    assert len(list(backups.glob("*.roadmap"))) == 1
    monkeypatch.undo()
    assert check(path).verdict == "healthy"


def test_an_upgrade_that_was_killed_is_done_at_the_next_opening(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first bytes name the new format already; the journal beside them takes that back."""
    code = (
        "import os, sqlite3, sys\ndb = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA cache_size = 1'); db.execute('PRAGMA cache_spill = 1'); db.execute('BEGIN')\n"
        "db.execute('PRAGMA user_version = 2'); db.execute('UPDATE change SET body = body || 1')\n"
        "db.execute('CREATE TABLE filler AS SELECT randomblob(100000) FROM change'); os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    assert path.with_name(path.name + "-journal").stat().st_size
    later_program(monkeypatch, format_2)
    with contextlib.closing(file.open_for_writing(path, backups=backups)) as db:
        assert queries.meta(db, "dreams") == "sweet"
        assert queries.format_of(db) == 2
    assert len(list(backups.glob("*.roadmap"))) == 1


def test_without_its_backup_there_is_no_upgrade(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    later_program(monkeypatch, format_2)

    def full(*_: object) -> None:
        raise DiskFull(path=backups)

    monkeypatch.setattr(backup, "back_up", full)
    with pytest.raises(DiskFull):
        file.open_for_writing(path, backups=backups)
    assert path.read_bytes() == before


def test_a_step_that_forgets_its_number_upgrades_nothing(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def format_2_unnumbered(db: Database) -> None:
        db.execute("CREATE TABLE dream (id)")

    later_program(monkeypatch, format_2_unnumbered)
    with pytest.raises(FileDamaged):
        file.open_for_writing(path, backups=backups)
    assert path.read_bytes() == before


@pytest.fixture
def newer(path: Path, monkeypatch: pytest.MonkeyPatch, backups: Path) -> Path:
    """What a later program made of it: a kind and a field that this one does not know."""
    with monkeypatch.context() as later:
        later_program(later, format_2)
        with contextlib.closing(file.open_for_writing(path, backups=backups)) as db:
            tools.writer(db, "Anna").save(
                [
                    Edit(ROOT, "dream", b"d" * 16, {"about": "jūra"}),
                    answer("c1.idea", mood="calm", text="No rīta."),
                ]
            )
    return path


def test_a_newer_file_is_looked_through_read_and_backed_up_untouched(
    newer: Path, backups: Path, tmp_path: Path
) -> None:
    before = newer.read_bytes()
    Trust(tmp_path).look_through(newer)
    with pytest.raises(FileNewer):
        file.open_for_writing(newer, backups=backups)
    with contextlib.closing(file.open_for_reading(newer)) as db:
        dossier = queries.dossier(db, ROOT)
    sheet = progress_sheet(dossier, library(), words("lv"), TODAY, newer.name)
    assert any("No rīta." in str(block) for block in sheet.blocks)
    made = backup.back_up(newer, backups, dt.datetime.now(dt.UTC))
    assert format_of(made.path) == 2
    assert truth(made.path) == truth(newer)
    assert newer.read_bytes() == before


def test_what_a_newer_program_wrote_survives_the_way_here_and_back(newer: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.roadmap"
    file.create(mine)
    with vet(newer) as found, contextlib.closing(file.open_for_writing(mine)) as db:
        writer = tools.writer(db, "Ilze")
        writer.merge(found.changes(), found.sessions(), found.attachments())
        writer.save([answer("c1.idea", text="Vakarā.")])
    with vet(mine) as found, contextlib.closing(sqlite3.connect(newer, isolation_level=None)) as db:
        tools.writer(db, "Anna").merge(found.changes(), found.sessions(), found.attachments())
        fields = fold(derived.entity_changes(db, *answer("c1.idea")[:3])).fields
        assert (fields["mood"], fields["text"]) == ("calm", "Vakarā.")
        [dream] = derived.entity_changes(db, ROOT, "dream", b"d" * 16)
        assert dream.fields == {"about": "jūra"}
        assert tools.tally_is_right(db)
