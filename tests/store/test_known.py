"""What a file holds already, told in a few words, and that these words are true whatever SQLite joins."""

from __future__ import annotations

import random

import pytest

from roadmap_desktop.store import derived, known, log, vet_child
from tests.store import tools
from tests.store.world import live_through


def test_all_ids_by_root_in_the_order_of_their_key() -> None:
    db = tools.memory_file()
    tools.writer(db).save(
        [tools.partnership(), *(tools.answer(f"c1.{number}") for number in range(400))], [b"x"]
    )
    changes = list(derived.all_changes(db))
    assert any(0 in change.id for change in changes), "no id holds the byte that texts end at"
    found = known.known(db)
    assert found.ids == {tools.ROOT: b"".join(change.id for change in changes)}
    assert found.contents == {log.content_key(b"x")}


def test_an_sqlite_that_joins_them_otherwise_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    db = live_through(random.Random(1), 30).copies[0].db
    wanted = known.known(tools.copy_of(db))
    asked: list[bytes] = []

    def joined(_db: object, root: bytes) -> bytes:
        asked.append(root)
        return wanted.ids[root]

    monkeypatch.setattr(known, "ID_SIZE", 15)  # as if what was joined had another length
    monkeypatch.setattr(known, "_joined", joined)
    assert known.known(db).ids == wanted.ids
    assert asked == sorted(wanted.ids)


def test_the_fallback_reads_the_same() -> None:
    db = live_through(random.Random(2), 30).copies[0].db
    db.text_factory = bytes
    for root, joined in known.known(db).ids.items():
        assert known._joined(db, root) == joined
        assert list(vet_child.split(joined)) == [joined[at : at + 16] for at in range(0, len(joined), 16)]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 8, 1000])
def test_xor(count: int) -> None:
    ids = [random.Random(count + at).randbytes(16) for at in range(count)]
    wanted = 0
    for one in ids:
        wanted ^= int.from_bytes(one, "big")
    assert vet_child.xor(b"".join(ids)) == wanted


def test_digests_tell_ids_apart_and_never_equal_what_cannot_be_compared() -> None:
    assert known.digest(b"a" * 16) != known.digest(b"b" * 16) != known.UNKNOWN
