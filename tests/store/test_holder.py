"""Who has a file: notes beside it, written by this and other processes, by other computers, and by nobody sane."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain.errors import FileHeld
from roadmap_desktop.store import holder
from roadmap_desktop.store.holder import Hold, Holder, Waiting
from roadmap_desktop.store.log import Author

ILZE, JANIS = Author("Ilze Bērziņa", "Ābeļkalna ļaudis"), Author("Jānis", "Dome")
TAKES = (
    "import sys\nfrom pathlib import Path\nfrom roadmap_desktop.store import holder\n"
    "from roadmap_desktop.store.log import Author\n"
    "hold = holder.take(Path(sys.argv[1]), Author('Jānis', 'Dome'))\n"
    "print('taken', flush=True)\nsys.stdin.read()\nhold.release()\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Ābeļkalns.roadmap"
    made.write_text("not looked into")
    return made


@pytest.fixture
def elsewhere() -> Iterator[Callable[[Path], subprocess.Popen[str]]]:
    """Has another process take a file; it lets go when its input ends."""
    begun: list[subprocess.Popen[str]] = []

    def take(path: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", TAKES, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        begun.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "taken\n"
        return process

    yield take
    for process in begun:
        process.kill()
        process.communicate()


def there(path: Path, **fields: object) -> Holder:
    """The note of a colleague at another computer."""
    found = Holder(
        name="Jānis",
        computer="birojs",
        machine="0badcafe",
        boot="another",
        nonce="n",
        process=1,
        seen=holder._now(),
    )._replace(**fields)  # type: ignore[arg-type] # for tests
    holder.note_of(path).write_bytes(holder._written(found))
    return found


# the note -----------------------------------------------------------------------------------------------


def test_the_note_says_who_and_where_and_goes_with_the_hold(path: Path) -> None:
    hold = holder.take(path, ILZE)
    note = path.parent / ".~lock.Ābeļkalns.roadmap#"
    said = json.loads(note.read_text("utf-8"))
    assert (said["name"], said["organisation"], said["process"]) == (*ILZE, os.getpid())
    assert said["computer"] == holder._computer()
    assert hold.lost() is None
    hold.release()
    hold.release()
    assert not note.exists()


def test_a_file_behind_a_link_has_one_note(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    link = tmp_path / "other" / "link.roadmap"
    link.symlink_to(path)
    assert holder.note_of(link) == holder.note_of(path)


def test_a_process_does_not_stand_in_its_own_way(path: Path) -> None:
    one, two = holder.take(path, ILZE), holder.take(path, ILZE)
    assert (one.lost(), two.lost(), holder.held_by_other(path)) == (None, None, None)
    one.release()
    assert two.lost() is None
    two.refresh()
    assert holder.look(path) is not None


# another process ----------------------------------------------------------------------------------------


def test_what_another_process_has_is_held_until_it_lets_go(
    path: Path, elsewhere: Callable[[Path], subprocess.Popen[str]]
) -> None:
    process = elsewhere(path)
    with pytest.raises(FileHeld) as held:
        holder.take(path, ILZE)
    assert (held.value.data["name"], held.value.data["organisation"]) == ("Jānis", "Dome")
    with pytest.raises(FileHeld):
        holder.refuse(path)
    process.communicate()
    assert holder.look(path) is None
    holder.refuse(path)
    assert holder.take(path, ILZE).lost() is None


def test_a_killed_process_has_nothing(path: Path, elsewhere: Callable[[Path], subprocess.Popen[str]]) -> None:
    process = elsewhere(path)
    process.kill()
    process.wait()
    assert holder.note_of(path).exists()
    assert holder.look(path) is None
    assert holder.take(path, ILZE).lost() is None


def test_a_number_used_again_by_another_process_is_not_the_one(path: Path) -> None:
    mine = holder._mine(JANIS)
    there(path, **{**mine._asdict(), "process": os.getppid(), "start": "1"})
    assert holder.look(path) is None
    there(path, **{**mine._asdict(), "process": os.getppid(), "start": holder._start(os.getppid())})
    assert holder.look(path) is not None


def test_what_was_open_when_the_computer_went_down_is_free(path: Path) -> None:
    mine = holder._mine(JANIS)
    if not mine.machine:
        mine = mine._replace(machine="1")
    there(path, **{**mine._asdict(), "boot": "00000000-0000-0000-0000-000000000000 pid:[1]"})
    assert (holder.look(path) is None) == bool(holder._machine())


def test_taking_over_tells_the_one_it_was_taken_from(
    path: Path, elsewhere: Callable[[Path], subprocess.Popen[str]]
) -> None:
    elsewhere(path)
    other = holder.look(path)
    assert other is not None
    theirs = Hold(path, other)
    mine = holder.take(path, ILZE, over=other)
    assert mine.lost() is None
    lost = theirs.lost()
    assert lost is not None
    assert lost.name == ILZE.name
    theirs.refresh()
    theirs.release()
    assert holder.look(path) == mine.holder


def test_taking_over_from_somebody_who_is_no_longer_the_one_asks_again(path: Path) -> None:
    asked = there(path, nonce="first")
    there(path, nonce="second", name="Anna")
    with pytest.raises(FileHeld) as held:
        holder.take(path, ILZE, over=asked)
    assert held.value.data["name"] == "Anna"


# another computer ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("off", [0, -3_600_000, 3_600_000, -20 * 3_600_000])
def test_of_another_computer_only_what_moves_counts_whatever_its_clock_says(path: Path, off: int) -> None:
    found = there(path, seen=holder._now() + off)
    waiting = Waiting(path)
    assert waiting.look(0.0) == found
    assert waiting.look(holder.STALE_SECONDS - 1.0) == found
    moved = there(path, seen=found.seen + 1)
    assert waiting.look(holder.STALE_SECONDS + 1.0) == moved
    assert waiting.look(2 * holder.STALE_SECONDS) == moved
    assert waiting.look(2 * holder.STALE_SECONDS + 2.0) is None


def test_a_note_of_last_week_asks_nobody(path: Path) -> None:
    there(path, seen=holder._now() - 7 * 24 * 3_600_000)
    assert holder.take(path, ILZE).lost() is None


def test_who_is_there_says_so_now_and_then(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = holder.take(path, ILZE)
    before = holder.look(path)
    assert before is not None
    monkeypatch.setattr(holder, "_now", lambda: before.seen + 60_000)
    hold.refresh()
    assert holder.look(path) == before._replace(seen=before.seen + 60_000)
    holder.note_of(path).unlink()
    assert hold.lost() is None
    hold.refresh()
    assert holder.look(path) is not None


# what is no note ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"5",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"nonce": 7}',
        b'{"nonce":"' + b"n" * 10_000 + b'"}',
    ],
    ids=range(9),
)
def test_what_is_no_note_is_nobodys(path: Path, content: bytes) -> None:
    holder.note_of(path).write_bytes(content)
    assert holder.look(path) is None
    hold = holder.take(path, ILZE)
    assert holder.look(path) == hold.holder


def test_a_note_that_is_a_link_is_not_followed(path: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.json"
    there(path)
    holder.note_of(path).rename(precious)
    before = precious.read_bytes()
    holder.note_of(path).symlink_to(precious)
    assert holder.look(path) is None
    hold = holder.take(path, ILZE)
    hold.refresh()
    hold.release()
    assert precious.read_bytes() == before


def test_a_folder_or_a_pipe_in_place_of_the_note_stops_nothing(path: Path) -> None:
    note = holder.note_of(path)
    for pipe in (False, True):
        if pipe:
            os.mkfifo(note)
        else:
            note.mkdir()
        assert holder.look(path) is None
        hold = holder.take(path, ILZE)
        hold.refresh()
        assert hold.lost() is None
        hold.release()
        if pipe:
            note.unlink(missing_ok=True)
        else:
            note.rmdir()


def test_a_name_too_long_for_a_note_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 247 + ".roadmap")
    path.write_text("")
    hold = holder.take(path, ILZE)
    hold.refresh()
    assert hold.lost() is None
    hold.release()


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(Holder._fields),
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text())),
    )
)
def test_whatever_a_note_says_is_short_and_plain(path: Path, said: dict[str, object]) -> None:
    holder.note_of(path).write_text(json.dumps(said), "utf-8")
    found = holder.look(path)
    for value in found or ():
        if isinstance(value, str):
            assert value.isprintable()
            assert len(value) <= 120
        else:
            assert 0 <= value < 2**53


def test_only_part_of_a_long_name_is_said(path: Path) -> None:
    there(path, name="A\n\x1b[31m" + "x" * 300)
    found = holder.look(path)
    assert found is not None
    assert found.name.startswith("A [31mxxx")
    assert len(found.name) == 120


def test_where_the_note_of_another_cannot_be_replaced_the_file_stays_theirs(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = there(path)

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(holder, "_replace", refused)
    with pytest.raises(FileHeld):
        holder.take(path, ILZE, over=other)
