"""Collection calls as files: whole or not at all, and a stranger's is refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_desktop.domain import errors
from roadmap_desktop.domain.call import Call
from roadmap_desktop.store import call as calls

CALL = Call("Ciemu apvienība", "numbers", "2027-01-15", "birojs@apvieniba.example", "Paldies!", 2026)


def test_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "x.roadmap-call"
    assert calls.write(path, CALL) == path.read_bytes()
    assert calls.read(path) == CALL
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    with pytest.raises(errors.FileExists):
        calls.write(path, CALL)
    with pytest.raises(errors.FolderUnwritable):
        calls.write(tmp_path / "gone" / "x.roadmap-call", CALL)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('{"roadmap-call": 2}', errors.FileDamaged),
        ('{"roadmap-call": 1, "level": "x"}', errors.FileDamaged),
        ('{"roadmap-call": 1, "until": "2027-02-31"}', errors.FileDamaged),
        ("{}", errors.FileForeign),
        ("", errors.FileForeign),
        ("x" * 100_000, errors.FileTooLarge),
        ("[" * 60_000, errors.FileForeign),
        ('{"roadmap-call":' * 4_000, errors.FileDamaged),
    ],
)
def test_a_strangers_is_refused(text: str, error: type[errors.UserError], tmp_path: Path) -> None:
    path = tmp_path / "x.roadmap-call"
    path.write_text(text, "utf-8")
    with pytest.raises(error):
        calls.read(path)
