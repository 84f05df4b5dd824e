"""Collecting from real files: each level, each kind of bad file, sixty at once; nothing of them is altered, twice is once."""

from __future__ import annotations

import contextlib
import datetime as dt
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop import paths
from roadmap_desktop.domain import collection, errors, figures
from roadmap_desktop.domain.call import Call
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.collection import Home, Looked
from roadmap_desktop.domain.edits import answer_edit, partnership_edits
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.levels import Level
from roadmap_desktop.domain.submission import unpacked
from roadmap_desktop.store import call, collect, file, members, new, plain, queries, send
from roadmap_desktop.store.log import Author, Log
from tests.builders import TODAY, library
from tests.conftest import AUTHOR, MakeSample
from tests.store import hostile

WHEN = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOME = Home(b"h" * 16, figures.opaque(b"h" * 16), 2026, TODAY)


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """Where members' files lie."""
    folder = tmp_path / "atsūtīts"
    folder.mkdir()
    return folder


def member(box: Path, name: str, number: str = "", file_name: str = "") -> Path:
    """A member's file with one partnership that was begun."""
    path = box / f"{file_name or name}.roadmap"
    new.new_file(path, Author("Ilze", name), "community")
    with contextlib.closing(file.open_for_writing(path)) as db:
        home = queries.home_organisation(db)
        begun = partnership_edits("Darbnīca", (home.id.hex(), "community"), ("", "municipality"))
        numbered = [Edit(home.root, "organisation", home.id, {"number": number})] if number else []
        Log(db, AUTHOR).save(
            [*begun, *numbered, answer_edit(begun[0].root, "a", "c1.need", text="x", state="done")]
        )
    return path


def go_on(path: Path, checkpoint: str) -> None:
    with contextlib.closing(file.open_for_writing(path)) as db:
        [root] = queries.partnership_ids(db)
        Log(db, AUTHOR).save([answer_edit(root, "a", checkpoint, text="y", state="done")])


def look(*given: Path) -> list[Looked]:
    return collect.look(collect.files_in(given, Path("/none")), library(), TODAY)


def by_name(found: list[Looked]) -> dict[str, Looked]:
    return {one.file.name: one for one in found}


def standing(box: Path) -> dict[Path, tuple[bytes, int]]:
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in box.rglob("*") if path.is_file()}


# what a file says ---------------------------------------------------------------------------------------


def test_every_level_says_the_same_of_the_same(make_sample: MakeSample, box: Path) -> None:
    ours = make_sample("lv")
    with contextlib.closing(file.open_for_reading(ours)) as db:
        roots = queries.partnership_ids(db)
        home = queries.home_organisation(db)
    send.make(ours, box / "whole.roadmap", "whole", b"", AUTHOR, WHEN)
    send.summarise(ours, box / "numbers.roadmap-numbers", library(), WHEN)
    for place, root in enumerate(roots):
        sender = AUTHOR._replace(organisation=home.name)
        level: Level = "roles" if place else "partner"
        send.make(ours, box / f"part {place}.roadmap", level, root, sender, WHEN, unnamed="kāds")
    found = by_name(look(box))
    said = {name: one.figures for name, one in found.items()}
    assert None not in said.values()
    whole = said["whole.roadmap"]
    assert whole is not None
    assert (whole.name, whole.number, whole.level, whole.whole) == (home.name, home.number, "whole", True)
    for figures_ in said.values():
        assert figures_ is not None
        assert figures_.key == whole.key == figures.opaque(home.id)
    counts = {walk.id: walk[2:8] for walk in whole.walks}
    numbers = said["numbers.roadmap-numbers"]
    assert numbers is not None
    assert {walk.id: walk[2:8] for walk in numbers.walks} == counts
    parts = [one for name, one in said.items() if name.startswith("part") and one]
    assert {walk.id: walk[2:8] for one in parts for walk in one.walks} == counts
    assert {(one.level, one.whole) for one in parts} == {("partner", False), ("roles", False)}
    assert {walk.title for walk in whole.walks} == {walk.title for one in parts for walk in one.walks}
    assert {walk.title for walk in numbers.walks} == {""}


def test_a_call_among_the_answers_is_called_so(box: Path) -> None:
    call.write(box / "ours.roadmap-call", Call("Apvienība", "numbers", "2027-01-15", "a@b.example", "", 2026))
    [found] = look(box)
    assert isinstance(found.error, errors.FileForeign)
    assert found.error.data["sort"] == "call"


def test_numbers_are_known_by_what_is_in_them(make_sample: MakeSample, box: Path) -> None:
    send.summarise(make_sample("lv"), box / "ours.roadmap-numbers", library(), WHEN)
    [sent] = look(box)
    (box / "ours.roadmap-numbers").rename(box / "ours (1).roadmap")
    [renamed] = look(box)
    assert renamed.error is None
    assert renamed.figures == sent.figures is not None


def test_how_long_a_checkpoint_has_stood_still(box: Path) -> None:
    path = member(box, "Ieleja")
    go_on(path, "c1.target-group")
    later = (dt.date.today() + dt.timedelta(days=120)).isoformat()
    [one] = collect.look([path], library(), later)
    assert one.figures is not None
    assert one.figures.walks[0].still == {"c1.organisation": 120}


def test_who_went_on_with_a_copy_sent_to_them_is_its_owner(make_sample: MakeSample, box: Path) -> None:
    ours = make_sample("en")
    with contextlib.closing(file.open_for_reading(ours)) as db:
        roots = queries.partnership_ids(db)
        dossiers = {root: queries.dossier(db, root) for root in roots}
        home = queries.home_organisation(db)
    root, partner = next(
        (root, one.theirs.organisation) for root, one in dossiers.items() if one.theirs.organisation.name
    )
    out = box / "x.roadmap"
    send.make(ours, out, "partner", root, AUTHOR._replace(organisation=home.name), WHEN)
    [sent] = look(out)
    go_on(out, "c1.idea")
    [own] = look(out)
    assert sent.figures is not None
    assert own.figures is not None
    assert (sent.figures.name, own.figures.name) == (home.name, partner.name)


# many files ---------------------------------------------------------------------------------------------


def test_a_folder_with_everything_wrong_in_it(box: Path) -> None:
    good = member(box, "Ieleja", "40008111111")
    shutil.copyfile(good, box / "Ieleja (1).roadmap")
    old = Path(shutil.copyfile(good, box / "old.roadmap"))
    go_on(good, "c1.idea")
    shutil.copyfile(good, box / "Ieleja (1).roadmap")
    spelled = box / "deeper" / "spelled.roadmap"
    spelled.parent.mkdir()
    member(spelled.parent, "IELEJA", "40008-111-111", "spelled")
    for name, spoil in {
        "cut.roadmap": hostile.cut_in_half,
        "trigger.roadmap": hostile.trigger,
        "letter.docx": hostile.text_file,
        "empty.roadmap": hostile.nothing_in_it,
    }.items():
        shutil.copyfile(old, box / name)
        spoil(box / name)
    (box / "bad.roadmap-numbers").write_text('{"roadmap-numbers": 1, "partnerships": NaN}', "utf-8")
    (box / "Thumbs.db").write_bytes(b"x")
    (box / ".hidden.roadmap").write_bytes(b"x")
    (box / "link.roadmap").symlink_to(good)
    (box / "locked.roadmap-locked").write_bytes(file.LOCKED + b" 1\n")
    before = standing(box)
    found = look(box)
    assert standing(box) == before
    refused = {one.file.name: type(one.error) for one in found if one.error is not None}
    assert refused == {
        "cut.roadmap": errors.FileDamaged,
        "trigger.roadmap": errors.FileHostile,
        "letter.docx": errors.FileForeign,
        "empty.roadmap": errors.FileForeign,
        "bad.roadmap-numbers": errors.FileDamaged,
        "locked.roadmap-locked": errors.FileLocked,
    }
    done = collection.collect(found, HOME, [], [], {})
    told = {one.looked.file.name: one.fate for one in done.arrivals if one.fate != "refused"}
    assert told["old.roadmap"] == "older"
    assert told["spelled.roadmap"] in ("taken", "part", "older")
    assert sorted([told["Ieleja.roadmap"], told["Ieleja (1).roadmap"]])[1] == "same"
    assert len(done.members) == 1  # under two spellings it is one member


def test_sixty_at_once_and_the_same_folder_twice(box: Path, empty: Path) -> None:
    made = [member(box, f"Kopa {number} {random.Random(number).randbytes(6).hex()}") for number in range(60)]
    before = standing(box)
    found = look(box)
    done = collection.collect(found, HOME, [], [], {})
    assert done.complete
    assert (len(done.arrivals), len(done.members), len(done.submissions)) == (60, 60, 60)
    assert standing(box) == before
    with contextlib.closing(file.open_for_writing(empty)) as db:
        root = queries.home_organisation(db).root
        home = HOME._replace(root=root)
        once = collection.collect(found, home, [], [], {})
        assert Log(db, AUTHOR).save(collection.edits(once)).changes
        listed, stored = members.members(db, root), members.submissions(db, root, 2026)
        assert (len(listed), len(stored), members.years(db, root)) == (60, 60, [2026])
        again = collection.collect(look(box), home, listed, stored, {})
        assert collection.edits(again) == []
        go_on(made[7], "c1.idea")
        [newer] = collection.collect(look(made[7]), home, listed, stored, {}).submissions
        assert newer.file == made[7].name
        assert sum(unpacked(newer.figures)[0].done) == 2


def test_giving_up_stops_at_once(box: Path) -> None:
    files = [member(box, f"Kopa {number}") for number in range(6)]

    class GaveUpError(Exception):
        pass

    told: list[float] = []

    def progress(part: float) -> None:
        told.append(part)
        if part > 0.2:
            raise GaveUpError

    with pytest.raises(GaveUpError):
        collect.look(files, Library(paths.FORMS), TODAY, progress=progress)
    assert told
    assert all(0 <= part <= 1 for part in told)


def test_missing_files_and_our_own(box: Path) -> None:
    ours = member(box, "Mēs")
    assert collect.files_in([box], ours) == []
    assert collect.files_in([ours, box / "gone.roadmap"], ours) == [box / "gone.roadmap"]
    [gone] = look(box / "gone.roadmap")
    assert isinstance(gone.error, errors.FileMissing)


# plain JSON ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('{"mark": 1, "mark": 2}', errors.FileDamaged),
        ('{"mark": Infinity}', errors.FileDamaged),
        ('{"mark": ' + "9" * 5000 + "}", errors.FileDamaged),
        ('{"mark": ' + "[" * 100_000 + "}", errors.FileDamaged),
        ('{"mark": "' + "\\ud800" * 3, errors.FileDamaged),
        ('{"other": 1}', errors.FileForeign),
        ("[1]", errors.FileForeign),
        ("", errors.FileForeign),
        ("<html>", errors.FileForeign),
        ('{"mark": "' + "x" * 200_000 + '"}', errors.FileTooLarge),
    ],
)
def test_plain_json_is_read_strictly(text: str, error: type[errors.UserError], tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text(text, "utf-8")
    with pytest.raises(error):
        plain.read(path, 150_000, "mark")
    path.write_bytes(b'\xef\xbb\xbf {"mark": 1.5}')
    assert plain.read(path, 100, "mark") == {"mark": 1.5}
    for other in (tmp_path, tmp_path / "gone"):
        with pytest.raises(errors.UserError):
            plain.read(other, 100, "mark")


def test_a_folder_that_cannot_be_read_stops_no_other(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    member(box, "Ieleja")
    (box / "shut").mkdir()
    listing = Path.iterdir

    def refusing(path: Path) -> Iterator[Path]:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return iter(listing(path))

    monkeypatch.setattr(Path, "iterdir", refusing)
    found = by_name(look(box))
    assert found["shut"].error is not None
    assert found["Ieleja.roadmap"].figures is not None
    with pytest.raises(errors.UserError):
        look(box / "shut")


def test_a_folder_of_thousands_is_no_folder_of_members(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collect, "MOST_FILES", 3)
    for number in range(4):
        (box / f"{number}.roadmap").write_bytes(b"")
    with pytest.raises(errors.TooManyFiles):
        collect.files_in([box], Path("/none"))
    assert len(collect.files_in([box / "0.roadmap", box / "1.roadmap"], Path("/none"))) == 2
