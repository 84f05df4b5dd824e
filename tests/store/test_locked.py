"""Locked copies: opened by the password or the words and by nothing else, whole or not at all, and telling why not."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain import recovery_words
from roadmap_desktop.domain.errors import (
    DiskFull,
    FileDamaged,
    FileExists,
    FileForeign,
    FileHostile,
    FileMissing,
    FileNewer,
    FileTooLarge,
    FileUnreadable,
    FolderUnwritable,
    UserError,
    WordsMistyped,
    WrongPassword,
)
from roadmap_desktop.store import backup, check, elsewhere, file, lock_keys, locked, vet
from roadmap_desktop.store.lock_keys import Keys, Lock
from roadmap_desktop.store.locked import BLOCK
from tests.store.cheap_lock import cheap
from tests.store.test_backup import NOON, edit, later, state_of

PASSWORD = "Zaļā ābele 1987"
WORDS = recovery_words.draw(lambda size: bytes(range(size)))
PATH = Path("copy.roadmap-locked")


@pytest.fixture(scope="module")
def lock() -> Lock:
    """Real keys, made once: they cost a second."""
    return lock_keys.make_lock(PASSWORD, WORDS)


@pytest.fixture
def copy(sample: Path, lock: Lock, tmp_path: Path) -> Path:
    """The sample, locked."""
    out = tmp_path / "sample.roadmap-locked"
    locked.save_locked(sample, out, lock)
    return out


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go in this test, and nothing else."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy so small that every byte of it can be tried, locked with the cheap keys."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lock_keys, "_ask", cheap)
        made = lock_keys.make_lock(PASSWORD, WORDS)
    folder = tmp_path_factory.mktemp("small")
    (folder / "plain").write_bytes(b"a few words")
    locked.write(folder / "plain", folder / "small.roadmap-locked", made.keys, made.identity)
    return folder / "small.roadmap-locked"


def parts_in(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.suffix == ".part"]


def forged(path: Path, change: Callable[[bytearray], None]) -> Path:
    """A copy whose bytes were changed by somebody who knows how its first line is made."""
    raw = bytearray(path.read_bytes())
    change(raw)
    end = raw.index(b"\n") + 1
    start = bytes(raw[: end - 65])
    digest = hashlib.sha256(start + raw[end:]).hexdigest().encode()
    made = path.with_name("forged.roadmap-locked")
    made.write_bytes(start + digest + raw[end - 1 :])
    return made


# there and back -----------------------------------------------------------------------------------------


def test_the_password_opens_it(sample: Path, copy: Path, tmp_path: Path) -> None:
    out = tmp_path / "opened.roadmap"
    locked.unlock(copy, out, PASSWORD)
    assert state_of(out) == state_of(sample)
    assert check.check(out).verdict == "healthy"


def test_the_words_open_it_however_they_are_typed(sample: Path, copy: Path, tmp_path: Path) -> None:
    out = tmp_path / "opened.roadmap"
    locked.unlock(copy, out, "-".join(WORDS).upper())
    assert state_of(out) == state_of(sample)


def test_any_age_program_opens_it(copy: Path, sample: Path, tmp_path: Path) -> None:
    raw = copy.read_bytes()
    for block, secret in (
        (raw[BLOCK : 2 * BLOCK], lock_keys.plain(PASSWORD)),
        (raw[2 * BLOCK : 3 * BLOCK], " ".join(WORDS)),
    ):
        key = pyrage.passphrase.decrypt(block.rstrip(b"\n"), secret).decode()
        (tmp_path / "by-hand.roadmap").write_bytes(
            pyrage.decrypt(raw[3 * BLOCK :], [pyrage.x25519.Identity.from_str(key)])
        )
        assert state_of(tmp_path / "by-hand.roadmap") == state_of(sample)


def test_a_note_in_it_tells_people_what_it_is(copy: Path) -> None:
    head = copy.read_bytes()[:BLOCK].decode()
    assert head.startswith("roadmap-desktop locked 1 ")
    assert "slēgta ar paroli" in head
    assert "age -d -i key.age" in head


def test_without_words_only_the_password_opens_it(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    out = tmp_path / "a.roadmap-locked"
    locked.save_locked(sample, out, lock_keys.make_lock(PASSWORD))
    with pytest.raises(WrongPassword):
        locked.unlock(out, tmp_path / "no.roadmap", " ".join(WORDS))
    locked.unlock(out, tmp_path / "opened.roadmap", PASSWORD)
    assert state_of(tmp_path / "opened.roadmap") == state_of(sample)


@given(data=st.binary(max_size=200_000), password=st.text(min_size=1, max_size=60), words=st.booleans())
def test_whatever_the_bytes_and_the_password(data: bytes, password: str, words: bool) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(lock_keys, "_ask", cheap)
        source, out = Path(name) / "source", Path(name) / "out"
        source.write_bytes(data)
        made = lock_keys.make_lock(password, WORDS if words else ())
        locked.write(source, out, made.keys, made.identity)
        for form in ("NFC", "NFD"):
            typed = unicodedata.normalize(form, password)
            assert lock_keys.open_with(out, locked.examine(out), typed) == made.identity
        found = lock_keys.open_with(out, locked.examine(out), "".join(WORDS) if words else password)
        with (Path(name) / "again").open("xb") as stream:
            locked._decrypt(out, found, locked._Writer(stream, hashlib.sha256()))
        assert (Path(name) / "again").read_bytes() == data
        other = password + "x"
        with pytest.raises((WrongPassword, WordsMistyped)):
            lock_keys.open_with(out, locked.examine(out), other)


@pytest.mark.parametrize(
    "password", ["\u0100bele", "A\u0304bele", "a b", "a\u00a0b", "🔑", "\ud800", "x" * 5_000, "\0"]
)
def test_a_password_is_the_same_on_every_keyboard(password: str) -> None:
    same = lock_keys.plain(password)
    assert lock_keys.plain(same) == same
    assert same.encode()
    assert lock_keys.plain("A\u0304 b") == lock_keys.plain("\u0100\u00a0b")


def test_an_empty_password_is_none() -> None:
    with pytest.raises(ValueError, match="no password"):
        lock_keys.make_lock("")


# what it gives away -------------------------------------------------------------------------------------


def test_nothing_of_the_content_and_the_password_is_in_it(sample: Path, copy: Path, lock: Lock) -> None:
    raw = copy.read_bytes()
    with sqlite3.connect(sample) as db:
        bodies = [row[0] for row in db.execute("SELECT body FROM change")]
        document = db.execute("SELECT value FROM meta WHERE key = 'document'").fetchone()[0]
    db.close()
    told = [file.MAGIC, document.encode(), *(body.encode()[:40] for body in bodies[:50])]
    told += [PASSWORD.encode(), lock.identity.encode(), *(word.encode() for word in WORDS)]
    assert [secret for secret in told if secret in raw] == []


def test_no_two_copies_are_alike(sample: Path, lock: Lock, tmp_path: Path) -> None:
    locked.save_locked(sample, tmp_path / "a", lock)
    locked.save_locked(sample, tmp_path / "b", lock)
    first, second = ((tmp_path / name).read_bytes()[3 * BLOCK + 200 :] for name in "ab")
    assert first[:1000] != second[:1000]


def test_the_password_stands_in_no_list_of_processes(monkeypatch: pytest.MonkeyPatch, lock: Lock) -> None:
    called: list[object] = []
    real = subprocess.Popen

    def watch(arguments: list[str], **options: object) -> object:
        called.append((arguments, options.get("env")))
        return real(arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", watch)
    lock_keys.open_with(PATH, lock.keys, PASSWORD)
    assert called
    assert PASSWORD not in str(called)


# what does not open it ----------------------------------------------------------------------------------


def test_a_wrong_password_is_told(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongPassword):
        locked.unlock(copy, tmp_path / "opened.roadmap", PASSWORD.lower())
    assert not (tmp_path / "opened.roadmap").exists()


@pytest.mark.parametrize(
    ("typed", "wrong", "count"),
    [
        (" ".join(WORDS[:-1]), (), 7),
        (" ".join((*WORDS[:-1], WORDS[0])), (), 8),
        (" ".join((WORDS[0], "bexob", *WORDS[2:])), (2,), 8),
    ],
)
def test_mistyped_words_are_told_from_a_wrong_password(
    small: Path, monkeypatch: pytest.MonkeyPatch, typed: str, wrong: tuple[int, ...], count: int
) -> None:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    with pytest.raises(WordsMistyped) as caught:
        locked.unlock(small, small.with_name("opened.roadmap"), typed)
    assert (caught.value.data["wrong"], caught.value.data["count"]) == (wrong, count)


@pytest.mark.parametrize(
    "typed", ["", " ", " ".join(recovery_words.draw())], ids=["empty", "blank", "others"]
)
def test_other_words_and_nothing_are_wrong(small: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr(lock_keys, "_ask", cheap)
    with pytest.raises(WrongPassword):
        locked.unlock(small, small.with_name("opened.roadmap"), typed)


def test_every_flipped_byte_is_damage_and_no_wrong_password(small: Path, tmp_path: Path) -> None:
    raw = small.read_bytes()
    broken = tmp_path / "broken.roadmap-locked"
    for place in range(len(locked.START) + 1, len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 1 << place % 8
        broken.write_bytes(changed)
        with pytest.raises(FileDamaged):
            locked.examine(broken)


def test_in_its_first_word_it_is_damage_or_not_ours(small: Path, tmp_path: Path) -> None:
    raw = small.read_bytes()
    broken = tmp_path / "broken.roadmap-locked"
    for place in range(len(locked.START) + 1):
        broken.write_bytes(raw[:place] + b"?" + raw[place + 1 :])
        with pytest.raises((FileDamaged, FileForeign)):
            locked.examine(broken)


def test_every_cut_is_damage(small: Path, tmp_path: Path) -> None:
    raw = small.read_bytes()
    broken = tmp_path / "broken.roadmap-locked"
    for size in [*range(len(locked.START), 200), *range(200, len(raw), 13), len(raw) - 1]:
        broken.write_bytes(raw[:size])
        with pytest.raises(FileDamaged):
            locked.examine(broken)
    broken.write_bytes(raw + b"\0")
    with pytest.raises(FileDamaged):
        locked.examine(broken)


@pytest.mark.parametrize(
    "raw", [b"", b"x", b"SQLite format 3\0" + bytes(2000), b"PK\3\4" + bytes(500), b"age-encryption.org/v1\n"]
)
def test_what_is_not_ours_is_foreign(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.roadmap-locked"
    path.write_bytes(raw)
    assert not locked.is_locked(path)
    with pytest.raises(FileForeign):
        locked.examine(path)


def test_what_is_no_file(tmp_path: Path) -> None:
    assert not locked.is_locked(tmp_path)
    assert not locked.is_locked(tmp_path / "missing")
    with pytest.raises(FileForeign):
        locked.examine(tmp_path)
    with pytest.raises(FileMissing):
        locked.examine(tmp_path / "missing")


def test_a_later_format_is_newer(small: Path) -> None:
    def change(raw: bytearray) -> None:
        raw[23:24] = b"27"

    with pytest.raises(FileNewer) as caught:
        locked.examine(forged(small, change))
    assert caught.value.data["format"] == 27


def test_one_too_large_is_not_read(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vet, "LARGEST", 1000)
    with pytest.raises(FileTooLarge):
        locked.examine(small)


# who means harm -----------------------------------------------------------------------------------------


def wrapped(work: str) -> bytes:
    """The block of a key that asks for `work`."""
    [answer] = cheap([{"text": "x" * 74, "secret": "x"}])
    raw = base64.b64decode(answer["result"]).replace(b" 16\n", f" {work}\n".encode())
    return lock_keys._armoured(raw).encode().ljust(BLOCK, b"\n")


@pytest.mark.parametrize("block", [1, 2])
@pytest.mark.parametrize("work", ["23", "30", "63", "99"])
def test_a_key_that_would_cost_hours_is_hostile_at_once(small: Path, block: int, work: str) -> None:
    def change(raw: bytearray) -> None:
        raw[block * BLOCK : (block + 1) * BLOCK] = wrapped(work)

    with pytest.raises(FileHostile):
        locked.examine(forged(small, change))


@pytest.mark.parametrize(
    "block",
    [
        bytes(BLOCK),
        b"\n" * BLOCK,
        wrapped("100"),
        wrapped("0"),
        wrapped("-1"),
        wrapped("16\n-> scrypt " + "A" * 22 + " 30"),
        wrapped("16").replace(b"ENCRYPTED", b"ENCRYPTET"),
        wrapped("16").rstrip() + b"x" * 400,
        b"-----BEGIN AGE ENCRYPTED FILE-----\n" + b"=" * 500 + b"\n-----END AGE ENCRYPTED FILE-----\n",
    ],
)
def test_a_key_that_age_never_writes_is_damage(small: Path, block: bytes) -> None:
    def change(raw: bytearray) -> None:
        raw[BLOCK : 2 * BLOCK] = block[:BLOCK].ljust(BLOCK, b"\n")

    with pytest.raises(FileDamaged):
        locked.examine(forged(small, change))


def test_a_key_that_opens_to_nonsense_is_damage(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        lock_keys, "_ask", lambda questions: [{"result": "AGE-PLUGIN-EVIL-1" + "Q" * 57}] * len(questions)
    )
    with pytest.raises(FileDamaged):
        locked.unlock(small, small.with_name("opened.roadmap"), PASSWORD)


def test_a_key_to_another_copy_is_damage(small: Path, copy: Path, lock: Lock, tmp_path: Path) -> None:
    raw = small.read_bytes()

    def change(other: bytearray) -> None:
        other[3 * BLOCK :] = raw[3 * BLOCK :]

    with pytest.raises(FileDamaged):
        locked._decrypt(forged(copy, change), lock.identity, locked._Writer(None, hashlib.sha256()))


def test_what_comes_out_is_not_trusted(sample: Path, lock: Lock, tmp_path: Path) -> None:
    def hostile(folder: Path) -> Path:
        made = folder / "made.roadmap"
        shutil.copyfile(sample, made)
        with sqlite3.connect(made) as db:
            db.execute("CREATE TRIGGER evil AFTER INSERT ON change BEGIN DELETE FROM change; END")
        db.close()
        return made

    out = tmp_path / "evil.roadmap-locked"
    locked.lock_made(hostile, out, lock)
    with pytest.raises(FileHostile) as caught:
        locked.unlock(out, tmp_path / "opened.roadmap", PASSWORD)
    assert caught.value.data["path"] == out
    assert not (tmp_path / "opened.roadmap").exists()
    assert parts_in(tmp_path) == []


def test_given_up_it_leaves_nothing(copy: Path, tmp_path: Path, temporary: Path) -> None:
    def enough(_part: float) -> None:
        raise InterruptedError

    with pytest.raises((InterruptedError, UserError)):
        locked.unlock(copy, tmp_path / "opened.roadmap", PASSWORD, enough)
    assert not (tmp_path / "opened.roadmap").exists()
    assert parts_in(tmp_path) == []
    assert list(temporary.iterdir()) == []


def test_a_child_that_breaks_is_told(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false") or "false")
    with pytest.raises(FileUnreadable) as caught:
        locked.unlock(small, small.with_name("opened.roadmap"), PASSWORD)
    assert caught.value.data["path"] == small


# whole or not at all ------------------------------------------------------------------------------------


def test_nothing_is_overwritten(sample: Path, copy: Path, lock: Lock, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    with pytest.raises(FileExists):
        locked.save_locked(sample, there, lock)
    with pytest.raises(FileExists):
        locked.unlock(copy, there, PASSWORD)
    assert there.read_text() == "mine"


def test_a_folder_that_is_not_there_is_told_before_the_work(
    sample: Path, copy: Path, lock: Lock, tmp_path: Path
) -> None:
    with pytest.raises(FolderUnwritable):
        locked.save_locked(sample, tmp_path / "no" / "a", lock)
    with pytest.raises(FolderUnwritable):
        locked.unlock(copy, tmp_path / "no" / "a", PASSWORD)


def test_nothing_unlocked_is_left_behind(sample: Path, lock: Lock, tmp_path: Path, temporary: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    locked.save_locked(sample, stick / "a.roadmap-locked", lock)
    assert [path.name for path in stick.iterdir()] == ["a.roadmap-locked"]
    assert list(temporary.iterdir()) == []
    locked.unlock(stick / "a.roadmap-locked", tmp_path / "opened.roadmap", PASSWORD)
    assert [path.name for path in stick.iterdir()] == ["a.roadmap-locked"]
    assert list(temporary.iterdir()) == []
    if os.name == "posix":
        assert (tmp_path / "opened.roadmap").stat().st_mode & 0o77 == 0


def test_no_backups_note_leaves_the_house(sample: Path, copy: Path, tmp_path: Path) -> None:
    locked.unlock(copy, tmp_path / "opened.roadmap", PASSWORD)
    with sqlite3.connect(tmp_path / "opened.roadmap") as db:
        assert db.execute("SELECT count(*) FROM meta WHERE key = ?", (backup.NOTE,)).fetchone() == (0,)
    db.close()


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX")
@pytest.mark.parametrize("task", ["lock", "unlock"])
def test_a_full_disk_leaves_nothing(sample: Path, copy: Path, lock: Lock, tmp_path: Path, task: str) -> None:
    """In a process of its own, which may write no file of more than 100 kB."""
    code = (
        "import resource, signal, sys, tempfile\n"
        "from pathlib import Path\n"
        "from roadmap_desktop.domain.errors import DiskFull\n"
        "from roadmap_desktop.store import backup, locked\n"
        "task, source, out, *keys = sys.argv[1:]\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "lock = locked.Lock(locked.Keys(*keys[:3]), keys[3])\n"
        "locked.open_with = lambda *_: lock.identity\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try:\n"
        "    if task == 'lock':\n"
        "        locked.write(Path(source), Path(out), lock.keys, lock.identity)\n"
        "    else:\n"
        "        locked.unlock(Path(source), Path(out), 'x')\n"
        "except DiskFull:\n"
        "    sys.exit(7)\n"
    )
    stick = tmp_path / "stick"
    stick.mkdir()
    source = sample if task == "lock" else copy
    done = subprocess.run(
        [sys.executable, "-c", code, task, str(source), str(stick / "out"), *lock.keys, lock.identity],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (7, "")
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("where", ["make", "write", "place"])
def test_a_failure_leaves_nothing(
    sample: Path, lock: Lock, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    broken = {"make": (backup, "_finish"), "write": (os, "fsync"), "place": (file, "place")}[where]
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(*broken, fail)
    with pytest.raises((DiskFull, OSError)):
        locked.save_locked(sample, stick / "out", lock)
    assert list(stick.iterdir()) == []
    assert list(temporary.iterdir()) == []


def test_what_does_not_read_back_is_not_kept(
    sample: Path, lock: Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = locked._fill

    def slip(stream: object, clear: object, keys: Keys) -> tuple[str, bytes]:
        digest, before = real(stream, clear, keys)  # type: ignore[arg-type]
        return digest, before[::-1]

    monkeypatch.setattr(locked, "_fill", slip)
    with pytest.raises(FileDamaged):
        locked.save_locked(sample, tmp_path / "out", lock)
    assert not (tmp_path / "out").exists()


def test_a_session_may_go_on_meanwhile(sample: Path, lock: Lock, tmp_path: Path) -> None:
    db = file.open_for_writing(sample)
    try:
        locked.save_locked(sample, tmp_path / "out", lock)
    finally:
        db.close()
    assert locked.examine(tmp_path / "out").password == lock.keys.password + "\n" * (
        BLOCK - len(lock.keys.password)
    )


# the second place ---------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "user" / "backups"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def test_a_copy_of_a_backup_needs_no_password(
    sample: Path, lock: Lock, folder: Path, stick: Path, tmp_path: Path
) -> None:
    made = backup.back_up(sample, folder, NOON)
    assert elsewhere.copy_locked(made, stick, lock.keys)
    [path] = stick.iterdir()
    assert path.name == f"{made.path.stem}.roadmap-locked"
    before = path.read_bytes()
    assert elsewhere.copy_locked(made, stick, lock.keys), "it is there already"
    assert path.read_bytes() == before
    locked.unlock(path, tmp_path / "opened.roadmap", PASSWORD)
    assert (tmp_path / "opened.roadmap").read_bytes() == made.path.read_bytes()


def test_a_stick_that_is_elsewhere_is_no_error(
    sample: Path, lock: Lock, folder: Path, tmp_path: Path
) -> None:
    made = backup.back_up(sample, folder, NOON)
    assert not elsewhere.copy_locked(made, tmp_path / "absent", lock.keys)
    assert elsewhere.keep_locked(folder, made.document, tmp_path / "absent", lock.keys, NOON) is None


def test_the_newest_goes_there_and_what_stops_it_is_told(
    sample: Path, lock: Lock, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.back_up(sample, folder, NOON)
    edit(sample, "later")
    newest = backup.back_up(sample, folder, later(1))
    assert elsewhere.keep_locked(folder, newest.document, stick, lock.keys, later(1)) is None
    assert [path.stem for path in stick.iterdir()] == [newest.path.stem]
    [path] = stick.iterdir()
    path.unlink()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file, "place", full)
    assert isinstance(elsewhere.keep_locked(folder, newest.document, stick, lock.keys, later(1)), DiskFull)
    assert list(stick.iterdir()) == []


def test_locked_copies_are_thinned_by_their_names(stick: Path) -> None:
    document = "0123456789abcdef"
    for day in range(40):
        for hour in (8, 9):
            when = (NOON - dt.timedelta(days=day, hours=hour)).astimezone()
            (stick / f"Plāns {when:%Y-%m-%d %H-%M-%S} 01234567.roadmap-locked").touch()
    (stick / "Plāns 2020-01-01 08-00-00 fedcba98.roadmap-locked").touch()
    (stick / "anything.roadmap-locked").touch()
    (stick / "Plāns 2020-13-99 08-00-00 01234567.roadmap-locked").touch()
    before = set(stick.iterdir())
    gone = []
    while found := elsewhere.tidy(stick, document, NOON):
        assert len(found) <= elsewhere.AT_ONCE
        gone += found
    left = set(stick.iterdir())
    assert before - left == set(gone)
    assert len(left) < 40
    assert {"anything.roadmap-locked", "Plāns 2020-01-01 08-00-00 fedcba98.roadmap-locked"} <= {
        p.name for p in left
    }
    assert max(p.name for p in before) in {p.name for p in left}


def test_copies_go_there_as_the_user_wishes(sample: Path, lock: Lock, tmp_path: Path, stick: Path) -> None:
    user = tmp_path / "user"
    kept = elsewhere.keep(sample, user, stick, NOON)
    assert (kept.trouble, kept.second_trouble) == (None, None)
    assert [path.suffix for path in stick.iterdir()] == [".roadmap"]
    lock_keys.keep_keys(user, lock.keys)
    edit(sample, "later")
    kept = elsewhere.keep(sample, user, stick, later(1))
    assert kept.made is not None
    assert sorted(path.name for path in stick.iterdir())[1] == f"{kept.made.path.stem}.roadmap-locked"
    made = backup.back_up(sample, user / backup.FOLDER, later(2))
    assert elsewhere.copy_as_wished(made, stick, user)
    assert (stick / f"{made.path.stem}.roadmap-locked").exists()
    lock_keys.forget_keys(user)
    assert elsewhere.copy_as_wished(made, stick, user)
    assert (stick / made.path.name).exists()


def test_with_keys_that_cannot_be_read_nothing_goes_there(sample: Path, tmp_path: Path, stick: Path) -> None:
    user = tmp_path / "user"
    user.mkdir()
    (user / lock_keys.KEPT).write_text("{")
    kept = elsewhere.keep(sample, user, stick, NOON)
    assert kept.made is not None, "the backup on this computer is made all the same"
    assert isinstance(kept.second_trouble, FileDamaged)
    with pytest.raises(FileDamaged):
        elsewhere.copy_as_wished(kept.made, stick, user)
    assert list(stick.iterdir()) == []


@pytest.fixture
def kept(lock: Lock, folder: Path) -> Path:
    lock_keys.keep_keys(folder, lock.keys)
    return folder / lock_keys.KEPT


def test_keys_are_kept_and_forgotten(kept: Path, folder: Path, lock: Lock) -> None:
    assert lock_keys.kept_keys(folder) == lock.keys
    text = kept.read_text()
    assert PASSWORD not in text
    assert lock.identity not in text
    lock_keys.forget_keys(folder)
    assert lock_keys.kept_keys(folder) is None
    lock_keys.forget_keys(folder)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '"x"',
        '{"recipient": 1, "password": 2}',
        '{"recipient": "age1x", "password": "y"}',
    ],
)
def test_keys_that_cannot_be_read_do_not_mean_unlocked(kept: Path, folder: Path, text: str) -> None:
    kept.write_text(text)
    with pytest.raises(FileDamaged):
        lock_keys.kept_keys(folder)


def test_keys_altered_do_not_mean_unlocked(kept: Path, folder: Path) -> None:
    keys = json.loads(kept.read_text())
    for name in keys:
        kept.write_text(json.dumps({**keys, name: keys[name][:-9] + "x" + keys[name][-8:]}))
        with pytest.raises(UserError):
            lock_keys.kept_keys(folder)
