"""The command `receive`, as its users meet it: what it prints, its exit status, and what is in the file afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from roadmap_desktop.store.check import check
from tests.cli.running import run
from tests.conftest import MakeSample
from tests.reading import answer_of, dossier_of
from tests.store import hostile

YOUTH = "Youth centre in the old school"
pytestmark = pytest.mark.usefixtures("_here")


@pytest.fixture
def _here(qapp: QApplication, user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def say(path: Path, text: str, checkpoint: str = "c1.need", by: str = "Kārlis Ozols") -> None:
    assert run("--author", by, "answer", path, YOUTH, checkpoint, "--text", text).status == 0


@pytest.fixture
def theirs(sample: Path) -> Path:
    return Path(shutil.copyfile(sample, sample.with_name("theirs.roadmap")))


def test_what_is_new_is_taken_in_after_a_backup(sample: Path, theirs: Path, user_folder: Path) -> None:
    say(theirs, "A place to meet")
    ran = run("receive", sample, theirs)
    assert (ran.status, ran.err) == (0, "")
    assert "“theirs.roadmap” (says it is from Kārlis Ozols" in ran.out
    assert "A place to meet" in ran.out
    assert "(c1.need) · Our side – changed" in ran.out
    assert "Changes taken into “sample.roadmap”: 1." in ran.out
    assert answer_of(sample, YOUTH, "c1.need").text == "A place to meet"
    [kept] = (user_folder / "backups").glob("*.roadmap")
    assert str(kept) in ran.out
    assert answer_of(kept, YOUTH, "c1.need").text != "A place to meet"
    again = run("receive", sample, theirs)
    assert (again.status, again.err) == (0, "")
    assert "nothing new" in again.out
    assert len(list((user_folder / "backups").glob("*.roadmap"))) == 1


def test_json(sample: Path, theirs: Path, user_folder: Path) -> None:
    say(sample, "Ours", by="Ilze Bērziņa")
    say(theirs, "Theirs")
    say(theirs, "An idea", "c1.idea")
    data = run("receive", sample, theirs, "--json").json
    assert list(data) == ["files", "partnerships", "changes_applied", "conflicts", "backup"]
    [told] = data["files"]
    assert list(told) == ["file", "verdict", "from", "sent", "new", "known", "conflicts"]
    assert (told["file"], told["verdict"], told["new"], told["conflicts"]) == (str(theirs), "healthy", 2, 1)
    assert told["from"].startswith("Kārlis Ozols")
    assert told["sent"][:2] == "20"
    assert told["known"] > 100
    assert (data["partnerships"], data["changes_applied"]) == (1, 2)
    assert data["conflicts"] == [
        {
            "partnership": YOUTH, "checkpoint": "c1.need", "kind": "answer", "field": "text", "ours": "Ours",
            "theirs": "Theirs",
        }
    ]  # fmt: skip
    assert Path(data["backup"]).parent == user_folder / "backups"


def test_a_preview_writes_nothing(sample: Path, theirs: Path, user_folder: Path) -> None:
    say(theirs, "A place to meet")
    before = sample.read_bytes()
    ran = run("receive", sample, theirs, "--preview")
    assert (ran.status, ran.err) == (0, "")
    assert "A place to meet" in ran.out
    assert "This was a preview" in ran.out
    data = run("receive", sample, theirs, "--preview", "--json").json
    assert (data["changes_applied"], data["backup"], data["files"][0]["new"]) == (0, None, 1)
    assert sample.read_bytes() == before
    assert not (user_folder / "backups").exists()


@pytest.mark.parametrize(
    ("take", "text"),
    [("ours", "Ours"), ("theirs", "Theirs"), ("both", "Ilze:\nOurs\n\nKārlis Ozols:\nTheirs")],
)
def test_take(sample: Path, theirs: Path, take: str, text: str) -> None:
    say(sample, "Ours", by="Ilze")
    say(theirs, "Theirs")
    ran = run("receive", sample, theirs, "--take", take)
    assert ran.status == 0
    assert "Conflicts settled as asked, where that was possible: 1." in ran.out
    assert answer_of(sample, YOUTH, "c1.need").text == text


def test_a_conflict_waits(sample: Path, theirs: Path) -> None:
    say(sample, "Ours", by="Ilze")
    say(theirs, "Theirs")
    ran = run("receive", sample, theirs)
    assert ran.status == 0
    assert "here (Ilze): Ours" in ran.out
    assert "there (Kārlis Ozols): Theirs" in ran.out
    assert "In conflict: 1. Both versions are kept until you choose" in ran.out


def test_a_folder_of_files_one_of_them_bad(sample: Path, theirs: Path, tmp_path: Path) -> None:
    folder = tmp_path / "came"
    folder.mkdir()
    for number in range(3):
        path = Path(shutil.copyfile(theirs, folder / f"{number}.roadmap"))
        say(path, f"Answer {number}", ["c1.need", "c1.idea", "c1.offer"][number])
    hostile.endless_view(folder / "1.roadmap")
    (folder / "notes.txt").write_text("no file of ours")
    ran = run("receive", sample, folder, "--json")
    assert ran.status == 1
    assert "1.roadmap" in ran.err
    assert [Path(one["file"]).name for one in ran.json["files"]] == ["0.roadmap", "1.roadmap", "2.roadmap"]
    assert [one["verdict"] for one in ran.json["files"]] == ["healthy", "hostile", "healthy"]
    assert [one["new"] for one in ran.json["files"]] == [1, 0, 1]
    assert answer_of(sample, YOUTH, "c1.need").text == "Answer 0"
    assert check(sample).verdict == "healthy"


def test_what_cannot_be_received_is_said(sample: Path, theirs: Path, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    missing = run("receive", sample, tmp_path / "gone.roadmap", "--json")
    assert (missing.status, missing.json["files"][0]["verdict"]) == (1, "unreadable")
    assert "gone.roadmap" in missing.err
    bare = run("receive", sample, tmp_path / "bare")
    assert bare.status == 1
    assert "is not there" in bare.err
    assert run("receive", sample).status == 2
    assert run("receive", sample, theirs, "--take", "neither").status == 2
    assert run("receive", tmp_path / "nowhere.roadmap", theirs).status == 1


def test_three_at_once_and_a_bad_one_as_data(sample: Path, theirs: Path, tmp_path: Path) -> None:
    files = [Path(shutil.copyfile(theirs, tmp_path / f"from-{number}.roadmap")) for number in range(2)]
    for number, path in enumerate(files):
        say(path, f"Text {number}", by=f"Anna {number}")
    sent = tmp_path / "sent.roadmap"
    assert run("--author", "Kārlis", "send", theirs, "--out", sent, "--partnership", YOUTH).status == 0
    say(sent, "Since it was sent", "m1.needs")  # the copy is its reader's: their side is theirs to fill
    bad = tmp_path / "bad.roadmap"
    bad.write_bytes(b"Dear all " * 500)
    say(sample, "Ours", by="Ilze Bērziņa")
    ran = run("receive", sample, *files, bad, sent, "--json")
    assert ran.status != 0, "one of them could not be read"
    assert "“bad.roadmap”" in ran.err
    data = ran.json
    assert [told["verdict"] for told in data["files"]] == ["healthy", "healthy", "foreign", "healthy"]
    assert [told["new"] for told in data["files"]][:3] == [1, 1, 0]
    assert [told["conflicts"] for told in data["files"]] == [1, 1, 0, 0]
    assert data["files"][2]["sent"] is None
    assert data["files"][3]["sent"] is not None
    assert data["changes_applied"] == sum(told["new"] for told in data["files"])
    assert {(one["checkpoint"], one["ours"], one["theirs"]) for one in data["conflicts"]} == {
        ("c1.need", "Ours", "Text 0"), ("c1.need", "Ours", "Text 1"),
    }  # fmt: skip
    assert dossier_of(sample, YOUTH).theirs.answers["m1.needs"].text == "Since it was sent"
    assert run("receive", sample, *files, sent, "--json").json["changes_applied"] == 0


def test_in_latvian(make_sample: MakeSample) -> None:
    sample = make_sample("lv")
    theirs = Path(shutil.copyfile(sample, sample.with_name("no partnera.roadmap")))
    youth = "Jauniešu centrs vecajā skolā"
    for path, text in ((sample, "Mūsu"), (theirs, "Viņu")):
        assert run("--author", "Anna", "answer", path, youth, "c1.need", "--text", text).status == 0
    ran = run("--language", "lv", "receive", sample, theirs)
    assert (ran.status, ran.err) == (0, "")
    for english in ("says it is from", "conflict", "here", "there", "kept", "Changes"):
        assert english not in ran.out
    assert "Mūsu puse" in ran.out
