"""The user's own templates on their shelf."""

from __future__ import annotations

from pathlib import Path

from roadmap_desktop.documents.shelf import Shelf


def test_a_template_is_the_users_own_while_it_stands_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "user")
    assert shelf.own("memorandum", "lv") is None
    path = shelf.place("memorandum", "lv")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"mine")
    assert shelf.own("memorandum", "lv") == path
    assert shelf.own("memorandum", "en") is None
    assert shelf.own("first-letter", "lv") is None


def test_what_is_put_away_is_kept_however_often(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    path = shelf.place("memorandum", "lv")
    path.parent.mkdir()
    for text in (b"one", b"two"):
        path.write_bytes(text)
        assert shelf.put_away("memorandum", "lv").read_bytes() == text
        assert shelf.own("memorandum", "lv") is None
    assert sorted(kept.read_bytes() for kept in (shelf.folder / "earlier").iterdir()) == [b"one", b"two"]
