"""Files of every format that shipped are still opened, and still say what they said."""

from __future__ import annotations

import contextlib
import shutil
import struct
from pathlib import Path

import pytest

from roadmap_desktop.domain.form import Library
from roadmap_desktop.store import derived, file, queries, schema
from roadmap_desktop.store.check import check
from tests.reading import versions_of
from tests.store import tools
from tests.store.tools import OTHER_ROOT, ROOT, answer

FILES = Path(__file__).parents[1] / "files"
FROZEN = sorted(FILES.glob("format-*.roadmap"))


@pytest.fixture(params=FROZEN, ids=lambda path: str(path.stem))
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path))


def test_there_is_one_of_every_format() -> None:
    assert [path.name for path in FROZEN] == [
        f"format-{number + 1}.roadmap" for number in range(schema.FORMAT)
    ]


def test_it_is_healthy(path: Path) -> None:
    assert check(path).verdict == "healthy"


def test_it_says_what_it_said(path: Path) -> None:
    with contextlib.closing(file.open_for_reading(path)) as db:
        dossier = queries.dossier(db, ROOT)
        assert dossier.partnership.title == "Jauniešu centrs vecajā skolā"
        assert dossier.ours.organisation.name == "Biedrība „Ābeļkalna ļaudis”"
        assert dossier.ours.answers["c1.idea"][4:8] == (
            "Atvērt centru vecajā skolā.",
            "open",
            "Līga Ozola",
            "2026-11-30",
        )
        assert dossier.theirs.answers["m1.needs"].text == "Jaunieši aizbrauc."
        assert dossier.ours.notes["c1.need"].text == "Slepeni."
        assert [action.what for action in dossier.actions] == ["Sapulce"]
        assert dossier.ours.disputed == {"c1.need"}
        assert versions_of(dossier.conflicts, dossier.ours.answers["c1.need"].id) == {
            "Jauniešiem vajag telpu.": "Jānis Kalniņš",
            "64 jauniešiem vajag telpu.": "Ilze Bērziņa",
        }
        assert not derived.is_shown(db, OTHER_ROOT)
        assert len(list(derived.all_changes(db))) == 19


def test_its_tables_are_what_its_log_amounts_to(path: Path) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        assert tools.tally_is_right(db)
        assert tools.dump(db) == tools.rebuilt(db)
        assert queries.format_of(db) == schema.FORMAT


def test_it_can_be_written_on(path: Path) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        tools.writer(db).save([answer("c1.idea", text="Turpinām.")])
    assert check(path).verdict == "healthy"


def test_pretending_to_be_newer_it_is_read_and_left_alone(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.seek(60)
        stream.write(struct.pack(">i", 99))
    before = path.read_bytes()
    with contextlib.closing(file.open_for_reading(path)) as db:
        assert queries.dossier(db, ROOT).partnership.title == "Jauniešu centrs vecajā skolā"
    assert path.read_bytes() == before


def test_checkpoints_never_vanish() -> None:
    shipped = (FILES / "checkpoint-ids.txt").read_text("utf-8").split()
    library = Library(FILES.parents[1] / "resources" / "forms")
    known = [checkpoint.id for name in library.ids() for checkpoint in library.form(name, "en").checkpoints]
    assert sorted(shipped) == sorted(known)  # a new one is added to the list, none is taken off it
    assert len(set(shipped)) == len(shipped)
