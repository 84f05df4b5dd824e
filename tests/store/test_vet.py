"""Vetting: whatever a file holds, it is handed over whole and right or refused with a reason, and nothing else is touched."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from roadmap_desktop.domain.changes import Edit, canonical, change_id, seal
from roadmap_desktop.domain.errors import (
    FileBusy,
    FileDamaged,
    FileExists,
    FileForeign,
    FileHostile,
    FileIncomplete,
    FileLocked,
    FileMissing,
    FileTooLarge,
    UserError,
)
from roadmap_desktop.domain.records import Scalar, answer_id, note_id
from roadmap_desktop.store import derived, file, log, queries, rows, sandbox, vet_child
from roadmap_desktop.store import vet as vetting
from roadmap_desktop.store.check import check
from roadmap_desktop.store.rescue import rescue
from roadmap_desktop.store.rows import Rows
from roadmap_desktop.store.sandbox import Child, ChildFailed
from roadmap_desktop.store.verdict import Findings
from roadmap_desktop.store.vet import Vetted, vet
from tests.store import hostile, tools
from tests.store.test_file import names
from tests.store.tools import OTHER_ROOT, ROOT, answer, partnership, side

OURS = bytes(range(32, 48))
ONE_ANSWER = f"x'{answer_id(ROOT, 'a', 'c2.7').hex()}'"
SLOWEST = 20
"""Seconds; a CI machine under load included."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_whole(tmp_path_factory.mktemp("whole") / "whole.roadmap")


def make_whole(path: Path) -> Path:
    """A file with a bit of everything, large enough for inner and overflow pages."""
    file.create(path)
    with contextlib.closing(file.open_for_writing(path)) as db:
        db.execute("PRAGMA synchronous = OFF")
        writer = tools.writer(db)
        photo = random.Random(1).randbytes(9_000)
        edits = [Edit(OURS, "organisation", OURS, {"name": "Biedrība", "kind": "community"})]
        for root in (ROOT, OTHER_ROOT):
            edits += [partnership(root=root), side("a", root), side("b", root)]
            edits += [answer(f"c1.{number}", root=root, text="vārds\n" * 40 * number) for number in range(12)]
            edits += [answer(f"c2.{number}", root=root, text="īss") for number in range(200)]
            note = {"side": "a", "checkpoint": "c1.1", "text": "Slepeni."}
            edits += [Edit(root, "note", note_id(root, "a", "c1.1"), note)]
        kept: dict[str, Scalar] = {"side": "a", "checkpoint": "c1.1", "name": "foto.jpg", "size": len(photo)}
        edits += [Edit(ROOT, "attachment", bytes(16), {**kept, "sha256": sha256(photo).hexdigest()})]
        writer.save(edits, [photo])
        for number in range(50):
            writer.save([answer(f"c2.{number}", text=f"otrreiz {number}")])
        writer.set_meta("home", OURS.hex())
        db.execute("INSERT INTO forgotten VALUES (?)", (b"erased long ago!",))
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "theirs.roadmap"))


def truth(path: Path) -> dict[str, list[Any]]:
    with contextlib.closing(sqlite3.connect(path)) as db:
        return {
            "change": [
                tuple(row) for row in db.execute(f"SELECT {derived.COLUMNS} FROM change ORDER BY 1, 2, 3, 4")
            ],
            "session": sorted(db.execute("SELECT id, body FROM session")),
            "attachment": sorted(row[0] for row in db.execute("SELECT data FROM attachment")),
            "forgotten": sorted(row[0] for row in db.execute("SELECT id FROM forgotten")),
        }


def handed_over(found: Vetted) -> dict[str, list[Any]]:
    return {
        "change": [tuple(change) for change in found.changes()],
        "session": sorted(found.sessions()),
        "attachment": sorted(found.attachments()),
        "forgotten": sorted(found.forgotten()),
    }


# a whole file -------------------------------------------------------------------------------------------


def test_a_whole_file_is_handed_over_whole(path: Path, whole: Path) -> None:
    done: list[float] = []
    with vet(path, progress=done.append) as found:
        assert found.problems == []
        assert handed_over(found) == truth(whole)
        assert handed_over(found) == truth(whole)
        assert found.count == len(truth(whole)["change"])
        assert found.meta["home"] == OURS.hex().encode()
    assert path.read_bytes() == whole.read_bytes()
    assert names(path.parent) == [path.name]
    assert done
    assert all(0 <= part <= 1 for part in done)


def test_nothing_is_left_in_the_folder_given(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "private"
    folder.mkdir()
    with vet(path, folder=folder):
        [private] = folder.iterdir()
        assert private.stat().st_mode & 0o077 == 0 or os.name == "nt"
        assert [kept.name for kept in private.iterdir()] == ["rows"]
    assert list(folder.iterdir()) == []


def test_what_is_refused_leaves_nothing_either(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "private"
    folder.mkdir()
    hostile.trigger(path)
    with pytest.raises(FileHostile):
        vet(path, folder=folder)
    assert list(folder.iterdir()) == []


def test_progress_can_give_up(path: Path) -> None:
    def stop(_: float) -> None:
        raise InterruptedError

    with pytest.raises(UserError):  # an OSError becomes one of ours
        vet(path, progress=stop)

    def leave(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vet(path, progress=leave)


def test_the_child_imports_nothing_but_pythons_own(path: Path) -> None:
    source = Path(vet_child.__file__).read_text("utf-8")
    assert "roadmap_desktop" not in source.split('"""', 2)[2]
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", vet_child.__file__],
        input=b"\0\0\0\0",
        capture_output=True,
        check=False,
        cwd=path.parent,
    )
    assert done.returncode == 1  # asked for nothing


def test_a_file_in_a_folder_with_a_difficult_name(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "100% ā?#"
    folder.mkdir()
    moved = path.rename(folder / "a #?%20 b.roadmap")
    with vet(moved, folder=folder) as found:
        assert found.count


def test_an_older_programs_tables_do_not_matter(path: Path) -> None:
    hostile.sql(path, "DROP TABLE answers; DROP TABLE conflicts; UPDATE swots SET text = 'x'")
    with vet(path) as found:
        assert found.count


def test_merged_it_is_what_it_was(path: Path, whole: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.roadmap"
    file.create(mine)
    with vet(path) as found, contextlib.closing(file.open_for_writing(mine)) as db:
        merged = tools.writer(db).merge(found.changes(), found.sessions(), found.attachments())
        assert merged == found.count
    assert check(mine).verdict == "healthy"
    assert truth(mine)["change"] == truth(whole)["change"]


# hostile files ------------------------------------------------------------------------------------------

REFUSALS: dict[str, tuple[type[UserError], ...]] = {
    "hostile": (FileHostile,),
    "damaged": (FileDamaged, FileIncomplete),
    "foreign": (FileForeign,),
}


def resident() -> int:
    with contextlib.suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
    return 0


@pytest.mark.parametrize("name", hostile.CASES)
def test_a_hostile_file_harms_nobody(name: str, path: Path, whole: Path, tmp_path: Path) -> None:
    make, verdict = hostile.CASES[name]
    make(path)
    mine = Path(shutil.copy(whole, tmp_path / "mine.roadmap"))
    before, beside, memory = path.read_bytes(), names(tmp_path), resident()
    started = time.monotonic()
    if verdict == "harmless":
        with vet(path) as found, contextlib.closing(file.open_for_writing(mine)) as db:
            tools.writer(db, "Anna").merge(found.changes(), found.sessions(), found.attachments())
            for root in queries.partnership_ids(db):
                queries.dossier(db, root)
            assert found.problems == []
        assert check(mine).verdict == "healthy"
    else:
        with pytest.raises(REFUSALS[verdict]):
            vet(path)
    assert time.monotonic() - started < SLOWEST
    assert resident() - memory < 250 << 20
    assert path.read_bytes() == before
    assert names(tmp_path) == beside
    if verdict != "harmless":
        report = check(path)
        assert report.verdict == verdict
        assert report.problems
        assert mine.read_bytes() == whole.read_bytes()


def test_of_a_hostile_file_too_what_is_right_can_be_rescued(path: Path, whole: Path, tmp_path: Path) -> None:
    hostile.forge(path, {"title": "x" * 2_000}, kind="partnership", entity=ROOT)
    hostile.trigger(path)
    report = rescue(path, tmp_path / "out.roadmap")
    assert report.changes == len(truth(whole)["change"])
    assert "hostile" in {problem.code for problem in report.problems}
    assert check(report.out).verdict == "healthy"


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("no pipes with names in folders")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileForeign):
        vet(tmp_path / "pipe")
    with pytest.raises(FileForeign):
        vet(tmp_path)
    with pytest.raises(FileMissing):
        vet(tmp_path / "none")


def test_a_file_too_large_is_not_even_copied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vetting, "LARGEST", 10_000)
    with pytest.raises(FileTooLarge):
        vet(path)
    assert check(path).verdict == "unreadable"


def test_a_file_being_written_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "BUSY_MS", 20)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FileBusy):
            vet(path)


def test_a_copy_made_while_somebody_saves_is_whole(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.store import tools; from tests.store.tools import answer\n"
        "from roadmap_desktop.store import file\n"
        "db = file.open_for_writing(Path(sys.argv[1])); writer = tools.writer(db, start=9000)\n"
        "for number in range(10**6): writer.save([answer('c1.2', text=str(number) * 500)]); print(flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        try:
            threading.Thread(target=other.stdout.read, daemon=True).start()
            for _ in range(10):
                with contextlib.suppress(FileBusy), vet(path) as found:
                    assert found.problems == []
        finally:
            other.kill()
            other.wait()


def test_a_journal_that_names_another_file_is_not_played_back(path: Path, tmp_path: Path) -> None:
    hostile.a_hot_journal_beside_it(path)
    victim = tmp_path / "victim"
    victim.write_text("precious")
    journal = path.with_name(path.name + "-journal")
    name = str(victim).encode()
    tail = (0x40000000 // 4096 + 1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    tail += sum(name).to_bytes(4, "big") + bytes.fromhex("d9d505f920a163d7")
    journal.write_bytes(journal.read_bytes() + tail)
    check(path)
    rescue(path, tmp_path / "out.roadmap")
    assert victim.read_text() == "precious"
    assert journal.exists()


def test_a_journal_of_a_crash_is_played_back_for_a_check(path: Path) -> None:
    code = (
        "import os, sqlite3, sys\ndb = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA cache_size = 1'); db.execute('BEGIN')\n"
        "db.execute('UPDATE change SET body = body || 1'); os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size
    before = path.read_bytes()
    assert check(path).verdict == "healthy"
    assert path.read_bytes() == before
    assert journal.exists()


# the child and its limits -------------------------------------------------------------------------------


def test_a_child_that_takes_too_long_is_ended(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "budget", lambda _: sandbox.Budget(processor=5, clock=0))
    with pytest.raises(FileHostile) as refused:
        vet(path)
    assert "time" in str(refused.value.data["reason"])


def run_child(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str) -> None:
    """Vet with a child that does something else once it has limited itself."""
    source = Path(vet_child.__file__).read_text("utf-8")
    changed = source.replace("    try:\n        if roll_back", f"    {does}\n    try:\n        if roll_back")
    assert changed != source
    (tmp_path / "other_child.py").write_text(changed, "utf-8")
    monkeypatch.setattr(vet_child, "__file__", str(tmp_path / "other_child.py"))
    vet(path)


@pytest.mark.skipif(sys.platform == "win32", reason="the limits of POSIX")
@pytest.mark.parametrize(
    "does",
    [
        "kept = [bytes(1 << 30) for _ in range(8)]",
        "os.write(os.open(__file__ + '.evil', os.O_CREAT | os.O_WRONLY), b'x' * 100)",
        "os.fork()",
        "kept = [os.dup(0) for _ in range(100)]",
        "os.kill(os.getpid(), 11)",
        "sys.stdout.buffer.write(b'C' + pack('>I', 2**31)); sys.stdout.flush(); import time; time.sleep(60)",
        "_send(b'T', b''); _send(b'C', b'nonsense'); sys.stdout.flush()",
        "_send(b'T', b''); _send(b'?', b''); sys.stdout.flush()",
        "os._exit(0)",
    ],
)  # fmt: skip
def test_a_child_taken_over_gets_nowhere(
    does: str, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if "fork" in does and os.geteuid() == 0:
        pytest.skip("root may fork as often as it likes")
    started = time.monotonic()
    with pytest.raises((FileHostile, FileDamaged)):
        run_child(path, monkeypatch, tmp_path, does)
    assert time.monotonic() - started < SLOWEST
    assert all(not evil.stat().st_size for evil in tmp_path.glob("*.evil"))


@pytest.mark.skipif(sys.platform == "win32", reason="the limits of POSIX")
def test_a_child_that_computes_for_ever_is_ended(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sandbox, "budget", lambda _: sandbox.Budget(processor=1, clock=60))
    with pytest.raises(FileHostile):
        run_child(path, monkeypatch, tmp_path, "while True: pass")


REACHING_OUT = (
    "SELECT text FROM answers",
    "SELECT rootpage FROM sqlite_master",
    "SELECT load_extension('x')",
    "SELECT zeroblob(9)",
    "ATTACH 'x' AS y",
    "PRAGMA writable_schema = ON",
    "PRAGMA query_only = OFF",
    "DELETE FROM meta",
    "CREATE TEMP TABLE x (a)",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
)


def test_the_childs_sql_reaches_nothing_else(path: Path) -> None:
    """What the authorizer lets through; in a process of its own, since a hard limit of the heap stays for good."""
    code = (
        "import sqlite3, sys\n"
        "from roadmap_desktop.store import vet_child\n"
        "db = vet_child._open(sys.argv[1], 1 << 26, 1 << 20)\n"
        "assert db.execute('SELECT key FROM meta').fetchall()\n"
        "db.execute('PRAGMA integrity_check(change)').fetchall()\n"
        "for refused in sys.argv[2:]:\n"
        "    try: db.execute(refused).fetchone()\n"
        "    except sqlite3.DatabaseError as error: assert 'not authorized' in str(error) or 'prohibited' in str(error), error\n"
        "    else: raise SystemExit(refused)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path.as_uri(), *REACHING_OUT],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_child_that_was_left_is_gone(path: Path) -> None:
    with Child(path) as child:
        process = child._process
    assert process.returncode is not None
    with pytest.raises((ChildFailed, ValueError)):
        list(child.frames())


# rows ---------------------------------------------------------------------------------------------------


def judge(change: tuple[bytes, str, bytes, bytes, str, bytes, int, bytes]) -> list[str]:
    root, kind, entity, number, body, prev, wall, session = change
    parts = (root, kind.encode(), entity, body.encode(), prev, wall.to_bytes(8, "big", signed=True), session)
    packed = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    found = Findings()
    checked = Rows(found, most_bytes=1 << 20)
    checked.sessions.add(session)
    kept = checked.changes(vet_child.pack_changes([number], [packed]))
    checked.end()
    if not found.problems:
        assert [tuple(one) for one in rows.all_parsed(kept)] == [change]
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    "text",
    ["", "x", "a\nb\t\"\\/", "\x00\x1f\x7f", "ā€🏳️‍🌈", '","b":"', "{}[]:,", "\u2028\u202e", "\\u0041"],
)  # fmt: skip
def test_whatever_the_writer_writes_the_reader_takes(text: str) -> None:
    several: list[dict[str, Scalar]] = [
        {"text": text},
        {"a": text, "b": 5, "c": text, "d": -(2**63)},
        {"_deleted": 1},
    ]
    for fields in several:
        assert judge(seal(Edit(ROOT, "answer", bytes(16), fields), [b"p" * 16], 5, b"s" * 16)) == []


def test_a_thousand_bodies_are_judged_as_json_judges_them() -> None:
    """Whatever is cut, doubled or exchanged in a body: taken is what `canonical` would write, and nothing else."""
    pick = random.Random(3)
    letters = '{}":,\\[] 0159-abu\n\u0101etrufalsn'
    for _ in range(3_000):
        text = list(
            canonical({"a": "x\ny" if pick.random() < 0.3 else "xy", "b": pick.choice((0, -7, "")), "c": "z"})
        )
        for _ in range(pick.randint(0, 2)):
            at = pick.randrange(len(text))
            text[at : at + pick.randint(0, 2)] = pick.choices(letters, k=pick.randint(0, 2))
        body = "".join(text)
        try:
            fields = json.loads(body, parse_float=str, parse_constant=str)
            right = (
                type(fields) is dict
                and bool(fields)
                and all(type(value) in (str, int) for value in fields.values())
                and all(name for name in fields)
                and canonical(fields) == body
            )
        except ValueError:
            right = False
        number = change_id(ROOT, "answer", bytes(16), body, b"", 5, b"s" * 16)
        assert (judge((ROOT, "answer", bytes(16), number, body, b"", 5, b"s" * 16)) == []) == right, body


def test_what_reads_as_more_than_it_holds_is_refused() -> None:
    found = Findings()
    checked = Rows(found, most_bytes=10_000)
    for number in range(30):
        change = seal(Edit(ROOT, "answer", number.to_bytes(16, "big"), {"text": "x" * 900}), [], 5, b"s" * 16)
        root, kind, entity, name, body, prev, wall, session = change
        parts = (root, kind.encode(), entity, body.encode(), prev, wall.to_bytes(8, "big"), session)
        packed = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        checked.changes(vet_child.pack_changes([name], [packed]))
    assert [problem.data["reason"] for problem in found.problems] == ["it reads as more than it holds"]


def test_frames_survive_the_pipe() -> None:
    row: list[vet_child.Value] = [None, 0, -(2**63), b"", b"\x00i" * 100]
    assert vet_child.decode(vet_child.encode(row)) == row
    for broken in (b"x", b"b\0\0\0\x05abc", b"i\0\0\0\x01x"):
        with pytest.raises(ValueError, match=r"no value|cut short|invalid literal"):
            vet_child.decode(broken)
    for broken in (b"", b"\xff\xff\xff\xff", b"\0\0\0\x01\0\0\0\x09"):
        with pytest.raises(ValueError, match=r"no changes|other lengths"):
            list(vet_child.unpack_changes(broken))


# damage and rescue --------------------------------------------------------------------------------------


def flip(raw: bytearray, pick: random.Random) -> None:
    raw[pick.randrange(len(raw))] ^= pick.choice((1, 2, 32, 128, 255))


def tear(raw: bytearray, pick: random.Random) -> None:
    at = pick.randrange(len(raw) - 64)
    raw[at : at + 64] = pick.randbytes(64)


def cut(raw: bytearray, pick: random.Random) -> None:
    del raw[pick.randrange(200, len(raw)) :]


@pytest.mark.parametrize(("damage", "times", "least"), [(flip, 160, 0.99), (tear, 70, 0.95), (cut, 70, 0.0)])
def test_damage_is_refused_or_made_good(
    damage: Callable[[bytearray, random.Random], None], times: int, least: float, whole: Path, tmp_path: Path
) -> None:
    pick = random.Random(times)
    right, raw = truth(whole), whole.read_bytes()
    known = set(right["change"])
    parts = []
    for number in range(times):
        path, out = tmp_path / "damaged", tmp_path / f"out {number}"
        broken = bytearray(raw)
        damage(broken, pick)
        path.write_bytes(broken)
        started = time.monotonic()
        try:
            with vet(path) as found:
                assert handed_over(found)["change"] == right["change"]
                assert handed_over(found)["attachment"] == right["attachment"]
            continue
        except (FileDamaged, FileHostile, FileForeign, FileIncomplete):
            pass
        report = rescue(path, out)
        saved = truth(out)
        assert set(saved["change"]) <= known
        assert report.changes == len(saved["change"])
        parts.append(report.changes / len(known))
        if report.changes < len(known):
            assert report.problems
        assert path.read_bytes() == broken
        assert time.monotonic() - started < 5
    assert median(parts) >= least


def test_a_rescue_says_what_is_missing(path: Path, tmp_path: Path) -> None:
    hostile.sql(path, "DELETE FROM change WHERE prev = x'' AND body LIKE '%c2.7\"%'; DELETE FROM attachment")
    report = rescue(path, tmp_path / "out.roadmap")
    assert report.expected - report.changes == 2
    assert {problem.code for problem in report.problems} == {"count", "lost-change", "lost-attachment"}
    with contextlib.closing(file.open_for_reading(report.out)) as db:
        assert queries.home_organisation(db).name == "Biedrība"
        assert log.tally(db)[0] == report.changes


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        (f"UPDATE change SET wall = wall + 1 WHERE entity = {ONE_ANSWER}", "altered-change"),
        (f"UPDATE change SET body = '{{}}' WHERE entity = {ONE_ANSWER}", "bad-change"),
        (f"UPDATE change SET body = 7 WHERE entity = {ONE_ANSWER}", "bad-change"),
        (f"DELETE FROM change WHERE prev = x'' AND entity = {ONE_ANSWER}", "lost-change"),
    ],
)
def test_a_rescue_says_where_something_is_missing(path: Path, tmp_path: Path, sql: str, code: str) -> None:
    hostile.sql(path, sql)
    report = rescue(path, tmp_path / "out.roadmap")
    about = [problem.data for problem in report.problems if problem.code == code]
    assert about
    for data in about:
        assert (data["kind"], data["root"]) == ("answer", ROOT.hex())
        assert data["entity"] == answer_id(ROOT, "a", "c2.7").hex()
        assert data["partnership"] == partnership().fields["title"]


def test_what_was_erased_for_a_persons_sake_is_not_brought_back(path: Path, tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        erased = db.execute("SELECT id FROM change WHERE kind = 'note'").fetchall()
        db.execute("PRAGMA secure_delete = OFF")
        db.executemany("INSERT INTO forgotten VALUES (?)", erased)
        db.commit()
    report = rescue(path, tmp_path / "out.roadmap")
    assert not set(truth(report.out)["change"]) & {(row,) for row in erased}
    with contextlib.closing(sqlite3.connect(report.out)) as db:
        assert db.execute("SELECT count(*) FROM change WHERE kind = 'note'").fetchone() == (0,)


def test_a_rescue_of_something_else_says_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"%PDF-1.7\n" + bytes(200))
    (tmp_path / "locked").write_bytes(b"roadmap-desktop locked 1 0123\n" + bytes(200))
    with pytest.raises(FileForeign) as refused:
        rescue(tmp_path / "letter", tmp_path / "new")
    assert refused.value.data == {"path": tmp_path / "letter", "sort": "pdf"}
    with pytest.raises(FileLocked):
        rescue(tmp_path / "locked", tmp_path / "new")


def test_a_rescue_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("precious")
    with pytest.raises(FileExists):
        rescue(path, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "precious"
    (tmp_path / "letter").write_text("Sveiki!")
    with pytest.raises(FileForeign) as refused:
        rescue(tmp_path / "letter", tmp_path / "new")
    assert refused.value.data["path"] == tmp_path / "letter"
    assert names(tmp_path) == ["letter", "out", path.name]
