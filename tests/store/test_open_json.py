"""A whole file as open JSON and back: nothing is lost, and nothing is believed that is not looked at."""

from __future__ import annotations

import contextlib
import json
import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.errors import FileDamaged, FileExists, FileForeign, FileHostile, UserError
from roadmap_desktop.domain.records import ATTACHMENT_SIZE, Scalar
from roadmap_desktop.store import check, file, log, open_json, queries
from tests.store import tools, world

TABLES = ("change", "session", "attachment", "forgotten")


def held(path: Path) -> tuple[dict[str, list[Any]], dict[str, list[Any]], tuple[int, int], str]:
    """What lasts, what shows, the tally and whose file it is."""
    with contextlib.closing(file.open_for_reading(path)) as db:
        lasting = {name: sorted(db.execute(f"SELECT * FROM {name}")) for name in TABLES}
        return lasting, tools.dump(db), log.tally(db), queries.meta(db, "home")


def round_trip(path: Path, folder: Path) -> Path:
    part, back = folder / "all.json", folder / "back.roadmap"
    open_json.write(path, part)
    open_json.restore(part, back)
    return back


def test_the_sample_comes_back_equal(sample: Path, tmp_path: Path) -> None:
    with contextlib.closing(file.open_for_writing(sample)) as db:
        root = queries.partnership_ids(db)[0]
        data = bytes(range(256)) * 40
        name = log.content_key(data).hex()
        fields: dict[str, Scalar] = {
            "side": "a",
            "checkpoint": "c1.need",
            "name": "ē.bin",
            "sha256": name,
            "size": len(data),
        }
        log.Log(db, log.Author("Ilze")).save([Edit(root, "attachment", b"a" * 16, fields)], [data])
        log.Log(db, log.Author("Ilze")).save(
            [Edit(root, "hologram", b"h" * 16, {"colour": "blue", "size": 3})]
        )
        db.execute("INSERT INTO forgotten VALUES (?)", (b"f" * 16,))
    back = round_trip(sample, tmp_path)
    assert held(back) == held(sample)
    assert check.check(back).verdict == "healthy"
    with (
        contextlib.closing(file.open_for_reading(sample)) as one,
        contextlib.closing(file.open_for_reading(back)) as two,
    ):
        assert queries.meta(one, "document") != queries.meta(two, "document")


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_any_history_comes_back_equal(seed: int) -> None:
    pick = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "one.roadmap"
        file.create(path)
        with contextlib.closing(file.connect(path, "rw")) as db:
            writers = [tools.writer(db, f"Ilze {n}", pick.choice(world.CLOCKS)) for n in range(2)]
            for _ in range(pick.randint(1, 12)):
                key = pick.choice(world.KEYS)
                names = pick.sample(sorted(world.FIELDS[key[1]]), 1)
                edit = Edit(*key, {one: pick.choice(world.FIELDS[key[1]][one]) for one in names})
                seen = {key: frozenset[bytes]()} if pick.random() < 0.3 else None
                pick.choice(writers).save([edit], seen=seen)
        assert held(round_trip(path, Path(name))) == held(path)


def test_it_can_be_read_by_anybody(sample: Path, tmp_path: Path) -> None:
    part = tmp_path / "all.json"
    count = open_json.write(sample, part)
    data = json.loads(part.read_text("utf-8"))
    assert (data["roadmap"], len(data["changes"])) == (1, count)
    with contextlib.closing(file.open_for_reading(sample)) as db:
        titles = {queries.dossier(db, root).partnership.title for root in queries.partnership_ids(db)}
    assert {one["title"] for one in data["now"]["partnership"]} == titles
    assert part.read_bytes().startswith(open_json.BEGINNING)
    assert all(isinstance(one["fields"], dict) for one in data["changes"])


def test_formatted_anew_it_is_still_the_same(sample: Path, tmp_path: Path) -> None:
    part, back = tmp_path / "all.json", tmp_path / "back.roadmap"
    open_json.write(sample, part)
    data = json.loads(part.read_text("utf-8"))
    part.write_text(json.dumps(data, indent=4, sort_keys=True), "utf-8-sig")
    open_json.restore(part, back)
    assert held(back) == held(sample)


def altered(sample: Path, tmp_path: Path, change: Any) -> Path:
    part = tmp_path / "all.json"
    open_json.write(sample, part)
    data = json.loads(part.read_text("utf-8"))
    change(data)
    part.write_text(json.dumps(data), "utf-8")
    return part


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["changes"][0]["fields"].update(text="forged"),
        lambda data: data["changes"][0].update(wall=1),
        lambda data: data["changes"][0].update(wall=1.5),
        lambda data: data["changes"][0].update(wall=2**70),
        lambda data: data["changes"][0].update(id="00"),
        lambda data: data["changes"][0].update(prev="abc"),
        lambda data: data["changes"].append(dict(data["changes"][0])),
        lambda data: data["changes"].append("x"),
        lambda data: data.pop("writers"),
        lambda data: data["writers"].clear(),
        lambda data: data["writers"][0].update(body={"name": "Somebody else"}),
        lambda data: data["attachments"].append({"sha256": "00" * 32, "data": "AAAA"}),
        lambda data: data["attachments"].append({"sha256": "00" * 32, "data": "!"}),
        lambda data: data["forgotten"].append(7),
        lambda data: data.update(home=[]),
        lambda data: data.update(changes=None),
        lambda data: data["changes"][0]["fields"].update(text="\ud800"),
    ],
)  # fmt: skip
def test_what_was_altered_is_refused_and_nothing_is_made(sample: Path, tmp_path: Path, change: Any) -> None:
    part, back = altered(sample, tmp_path, change), tmp_path / "back.roadmap"
    before = set(tmp_path.iterdir())
    with pytest.raises((FileDamaged, FileHostile)) as caught:
        open_json.restore(part, back)
    assert caught.value.data["path"] == part
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"a":1}', "x", "[" * 100_000, '{"roadmap":2}', "\x00", "1" * 5000]
)
def test_other_files_are_named_as_such(tmp_path: Path, text: str) -> None:
    part = tmp_path / "all.json"
    part.write_text(text, "utf-8")
    with pytest.raises(FileForeign):
        open_json.restore(part, tmp_path / "back.roadmap")


def test_one_cut_short_is_damaged_and_one_that_is_there_is_not_replaced(sample: Path, tmp_path: Path) -> None:
    part = tmp_path / "all.json"
    open_json.write(sample, part)
    with pytest.raises(FileExists):
        open_json.restore(part, sample)
    part.write_bytes(part.read_bytes()[:-200])
    with pytest.raises(FileDamaged):
        open_json.restore(part, tmp_path / "back.roadmap")


def test_the_work_can_be_given_up(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_json, "_AT_ONCE", 1)

    class Enough(UserError):
        pass

    def stop(count: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        open_json.write(sample, tmp_path / "all.json", stop)
    assert ATTACHMENT_SIZE < open_json.LARGEST
