"""The command `send`, as its users meet it: what it says, what it makes, its exit status, and the file it is of."""

from __future__ import annotations

import email
import email.policy
import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from roadmap_desktop.store.check import check
from tests.cli.running import run
from tests.cli.test_receive import YOUTH, _here, say
from tests.conftest import MakeSample
from tests.reading import dossier_of, reader, titles_in

__all__ = ["_here"]
pytestmark = pytest.mark.usefixtures("_here")


def letter_in(path: Path) -> EmailMessage:
    found = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def lines_of_register(path: Path) -> list[tuple[object, ...]]:
    with reader(path) as db:
        return list(db.execute("SELECT direction, who, level, file, changes FROM exchanges"))


def test_a_partner_gets_one_partnership(sample: Path, tmp_path: Path) -> None:
    before = sample.read_bytes()
    out = tmp_path / "for the partner.roadmap"
    ran = run("send", sample, "-o", out, "--partnership", YOUTH)
    assert (ran.status, ran.err) == (0, "")
    assert f"“{YOUTH}” leaves, and no other partnership." in ran.out
    assert "Other partnerships: 2" in ran.out
    assert "Private notes: 1" in ran.out.partition("Stays at home")[2]
    assert "and read it back" in ran.out
    assert titles_in(out) == [YOUTH]
    assert check(out).verdict == "healthy"
    assert sample.read_bytes() == before


def test_what_a_partner_writes_comes_back(sample: Path, tmp_path: Path) -> None:
    out, back = tmp_path / "out.roadmap", tmp_path / "back.roadmap"
    assert run("send", sample, "-o", out, "--partnership", YOUTH).status == 0
    say(out, "What the council says", "m1.needs")
    assert run("send", out, "-o", back).status == 0
    ran = run("receive", sample, back)
    assert (ran.status, ran.err) == (0, "")
    assert "In conflict" not in ran.out
    assert len(titles_in(sample)) == 3
    assert dossier_of(sample, YOUTH).theirs.answers["m1.needs"].text == "What the council says"


def test_the_whole_file_by_itself(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.roadmap"
    ran = run("send", sample, "-o", out, "--json")
    assert (ran.status, ran.err) == (0, "")
    assert (ran.json["level"], ran.json["partnership"], ran.json["out"]) == ("whole", None, str(out))
    assert ran.json["leaves"]["partnerships"] == 3
    assert ran.json["leaves"]["private_notes"] > 0
    assert ran.json["size"] == out.stat().st_size
    assert titles_in(out) == titles_in(sample)


def test_a_preview_writes_nothing(sample: Path, tmp_path: Path) -> None:
    before = sample.read_bytes()
    ran = run("send", sample, "-o", tmp_path / "x.roadmap", "--partnership", YOUTH, "--preview")
    assert (ran.status, ran.err) == (0, "")
    assert "This was a preview: nothing was written." in ran.out
    assert "Contacts with a name: 2" in ran.out
    data = run("send", sample, "--partnership", YOUTH, "--preview", "--json").json
    assert (data["out"], data["eml"], data["noted"]) == (None, None, False)
    assert [path for path in tmp_path.iterdir() if path.suffix in (".roadmap", ".eml")] == [sample]
    assert sample.read_bytes() == before


def test_a_letter_to_the_partners_contact(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "Kopija.roadmap"
    ran = run(
        "--author",
        "Ilze Bērziņa",
        "send",
        sample,
        "-o",
        out,
        "--partnership",
        YOUTH,
        "--eml",
        "--language",
        "lv",
    )
    assert (ran.status, ran.err) == (0, "")
    assert "Kopija.eml" in ran.out
    letter = letter_in(tmp_path / "Kopija.eml")
    assert letter["X-Unsent"] == "1"
    assert "@" in letter["To"]
    assert letter["Subject"].startswith("Mūsu partnerība „")
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Labdien!" in body.get_content()
    assert "Ilze Bērziņa" in body.get_content()
    copy, sheet = letter.iter_attachments()
    assert (copy.get_filename(), copy.get_content()) == ("Kopija.roadmap", out.read_bytes())
    assert sheet.get_filename() == "Kopija.pdf"
    assert sheet.get_content().startswith(b"%PDF-")
    assert lines_of_register(sample) == []


def test_the_sheet_in_the_letter_holds_no_private_note(sample: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader

    out = tmp_path / "copy.roadmap"
    assert run("send", sample, "-o", out, "--partnership", YOUTH, "--eml").status == 0
    [_, sheet] = letter_in(tmp_path / "copy.eml").iter_attachments()
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet.get_content())
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    with reader(sample) as db:
        notes = [text for (text,) in db.execute("SELECT text FROM notes WHERE text <> ''")]
    assert YOUTH in said
    assert notes
    assert not any(note[:30] in said for note in notes)


def test_to_whom_it_went_is_noted(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.roadmap"
    ran = run("send", sample, "-o", out, "--partnership", YOUTH, "--to", "karlis@dome.example")
    assert (ran.status, ran.err) == (0, "")
    assert "has noted to whom it went" in ran.out
    assert letter_in(tmp_path / "out.eml")["To"] == "karlis@dome.example"
    [(direction, who, level, name, changes)] = lines_of_register(sample)
    assert (direction, who, level, name) == ("out", "karlis@dome.example", "partner", "out.roadmap")
    assert isinstance(changes, int)
    assert changes > 10
    again = tmp_path / "again.roadmap"
    assert run("send", sample, "-o", again, "--partnership", YOUTH).status == 0
    assert lines_of_register(again) == []
    assert b"karlis@dome.example" not in again.read_bytes()


def test_tools_are_shared_where_that_is_wished(sample: Path) -> None:
    ask = ("send", sample, "--partnership", YOUTH, "--preview", "--json")
    bare, shared = run(*ask).json, run(*ask, "--share", "swot").json
    assert "swot" not in bare["leaves"]["rows"]
    assert shared["leaves"]["rows"]["swot"] == bare["stays"]["rows"]["swot"] > 0
    assert set(shared["stays"]["rows"]) == {"stakeholder"}


def test_numbers(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "2026.roadmap-numbers"
    ran = run("send", sample, "-o", out, "--level", "numbers")
    assert (ran.status, ran.err) == (0, "")
    assert "Only numbers leave" in ran.out
    data = json.loads(out.read_text("utf-8"))
    assert (data["level"], len(data["partnerships"])) == ("numbers", 3)


def test_roles_instead_of_names(make_sample: MakeSample, tmp_path: Path) -> None:
    ours = make_sample("lv")
    with reader(ours) as db:
        [root] = [root for (root,) in db.execute("SELECT id FROM partnerships ORDER BY title_key LIMIT 1")]
        people = db.execute("SELECT name, email FROM persons WHERE root = ?", (root,)).fetchall()
    assert people
    out = tmp_path / "ar lomām.roadmap"
    asked = ("send", ours, "-o", out, "--partnership", root.hex(), "--level", "roles", "--language", "lv")
    told = json.loads(run(*asked, "--preview", "--json").out)
    assert told["stays"]["contact_persons"] == len(people)
    ran = run("--language", "lv", *asked, "--eml", "--to", "umbrella@example.org")
    assert (ran.status, ran.err) == (0, "")
    assert "Kontaktpersonu vārdi, adreses un tālruņi" in ran.out.partition("Paliek pie Jums")[2]
    data = out.read_bytes().decode("utf-8", "ignore")
    for name, address in people:
        assert not [word for word in name.split() if word in data]
        assert not address or address not in data
    assert check(out).verdict == "healthy"
    assert lines_of_register(ours)[-1][2] == "roles"
    letter = letter_in(out.with_suffix(".eml"))
    assert [one.get_filename() for one in letter.iter_attachments()] == ["ar lomām.roadmap", "ar lomām.pdf"]
    back = run("receive", ours, out, "--json")
    found = json.loads(back.out)
    assert (found["conflicts"], found["changes_applied"]) == ([], found["files"][0]["new"])


def test_into_a_folder_it_gets_a_name(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "to send"
    folder.mkdir()
    for _ in range(2):
        assert run("--author", "Ilze", "send", sample, "-o", folder, "--partnership", YOUTH).status == 0
    first, second = sorted(path.name for path in folder.iterdir())
    assert first.startswith("Youth centre")
    assert "Ilze 20" in first
    assert second.endswith(" 2.roadmap") or first.endswith(" 2.roadmap")


def test_what_cannot_be_sent_is_said(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.roadmap"
    assert run("send", sample).status == 2
    assert run("send", sample, "-o", out, "--level", "some").status == 2
    needed = run("send", sample, "-o", out, "--level", "partner")
    assert needed.status == 1
    assert YOUTH in needed.err
    both = run("send", sample, "-o", out, "--level", "whole", "--partnership", YOUTH)
    assert both.status == 1
    assert "alone" in both.err
    unknown = run("send", sample, "-o", out, "--partnership", "Garden shed")
    assert unknown.status == 1
    assert YOUTH in unknown.err
    assert run("send", tmp_path / "gone.roadmap", "-o", out).status == 1
    assert run("send", sample, "-o", tmp_path / "nowhere" / "x.roadmap").status == 1
    assert not out.exists()
    out.write_text("mine")
    taken = run("send", sample, "-o", out)
    assert taken.status == 1
    assert "already" in taken.err
    assert out.read_text() == "mine"


def test_in_latvian(make_sample: MakeSample, tmp_path: Path) -> None:
    from tests.english import english_words

    sample = make_sample("lv")
    youth = "Jauniešu centrs vecajā skolā"
    ran = run("--language", "lv", "send", sample, "-o", tmp_path / "kopija.roadmap", "--partnership", youth)
    assert (ran.status, ran.err) == (0, "")
    said = ran.out.replace(str(tmp_path), "").replace("kopija.roadmap", "")
    assert english_words(said, "lv") == []
