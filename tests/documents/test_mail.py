"""The letter with a copy: a draft that mail programs open, in the reader's language, whatever stands in its names."""

from __future__ import annotations

import email
import email.policy
import random
import re
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop import paths
from roadmap_desktop.documents import mail
from roadmap_desktop.documents.mail import Enclosure, Letter, draft
from roadmap_desktop.domain.words import Words, load_words

LATVIAN, ENGLISH = load_words(paths.WORDS, "lv"), load_words(paths.WORDS, "en")
LETTER = Letter(
    "partner", "Jauniešu centrs vecajā skolā", "Ilze Bērziņa", "Biedrība „Ābeļkalna ļaudis”", "Kārlis Ozols",
    "karlis.ozols@dome.example",
)  # fmt: skip
COPY = Enclosure(
    "Jauniešu centrs vecajā skolā – Ābeļkalna ļaudis, Ilze Bērziņa 2026-11-23.roadmap", bytes(range(256)) * 50
)
PDF = Enclosure("Jauniešu centrs.pdf", b"%PDF-1.4 x", "application/pdf")


def read(raw: bytes) -> EmailMessage:
    found = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def body(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert isinstance(part, EmailMessage)
    text = part.get_content()
    assert isinstance(text, str)
    return text.replace("\r\n", "\n")


def test_a_draft_is_ready_to_send() -> None:
    raw = draft(LETTER, LATVIAN, [COPY, PDF])
    message = read(raw)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Mūsu partnerība „Jauniešu centrs vecajā skolā”: cik tālu esam"
    [to] = message["To"].addresses
    assert (to.display_name, to.addr_spec) == ("Kārlis Ozols", "karlis.ozols@dome.example")
    assert message["From"] is None
    text = body(message)
    assert text.startswith("Labdien!\n\n")
    assert f"„{COPY.name}”" in text
    assert f"„{PDF.name}”" in text
    assert text.endswith("Ar cieņu\nIlze Bērziņa\nBiedrība „Ābeļkalna ļaudis”\n")
    copy, pdf = message.iter_attachments()
    assert (copy.get_filename(), copy.get_content()) == (COPY.name, COPY.data)
    assert (pdf.get_filename(), pdf.get_content_type()) == (PDF.name, "application/pdf")


def test_old_mail_programs_can_read_it() -> None:
    """Lines as mail allows them, plain ASCII, and a file name in one piece, which Outlook needs."""
    raw = draft(LETTER, LATVIAN, [COPY, PDF])
    assert raw.isascii()
    lines = raw.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) < 998
    assert b"filename*0" not in raw
    head, _, _ = raw.partition(b"\r\n\r\n")
    assert b"MIME-Version: 1.0" in head
    assert raw.count(b"Content-Transfer-Encoding: base64") == 3


@pytest.mark.parametrize("level", ["whole", "partner", "numbers"])
@pytest.mark.parametrize("words", [ENGLISH, LATVIAN], ids=["en", "lv"])
def test_every_level_has_its_letter(level: str, words: Words) -> None:
    letter = LETTER._replace(level=level, title="" if level == "whole" else LETTER.title)  # type: ignore[arg-type]
    message = read(draft(letter, words, [COPY]))
    text = body(message)
    assert COPY.name in text
    assert not re.search(r"[{}]|\bmail\b", text + str(message["Subject"]))
    assert ("1. " in text) == (level != "numbers")
    assert "http" not in text, "no address is invented"
    assert ("privat" in text.lower() or "privāt" in text.lower()) == (level == "whole")


def test_where_the_program_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "write to me" in body(read(draft(LETTER, ENGLISH, [COPY])))
    monkeypatch.setattr(mail, "WHERE", "https://roadmap.example")
    text = body(read(draft(LETTER, ENGLISH, [COPY])))
    assert "https://roadmap.example" in text
    assert "write to me" not in text


@pytest.mark.parametrize(
    "address",
    ["", "karlis", "karlis@dome", "a b@dome.example", "x@dome.example, y@dome.example", "x@dome.example\nBcc: y@z.lv",
     "ķārlis@dome.example", "x@.example", "x@dome..example", "<x@dome.example>", "x@" + "a" * 70 + ".example"],
)  # fmt: skip
def test_what_is_no_address_is_left_for_the_sender(address: str) -> None:
    message = read(draft(LETTER._replace(email=address), LATVIAN, [COPY]))
    assert message["To"] is None
    assert message["Bcc"] is None


def test_a_domain_with_latvian_letters() -> None:
    message = read(draft(LETTER._replace(email="info@ābeļkalns.example"), LATVIAN, [COPY]))
    assert message["To"].addresses[0].domain.startswith("xn--")


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80), st.text(max_size=30))
def test_no_name_brings_a_line_of_the_head_or_breaks_the_letter(
    title: str, sender: str, name: str, file: str
) -> None:
    letter = LETTER._replace(title=f"{title}\r\nBcc: x@y.lv", sender=sender, name=f"{name}\nCc: x@y.lv")
    message = read(draft(letter, LATVIAN, [COPY._replace(name=f"a{file}.roadmap")]))
    assert {key.lower() for key in message.keys()} == {  # noqa: SIM118 - a message is no dict
        "subject", "to", "x-unsent", "mime-version", "content-type",
    }  # fmt: skip
    assert body(message).startswith("Labdien!")
    [copy] = message.iter_attachments()
    assert copy.get_content() == COPY.data


@pytest.mark.parametrize("words", [LATVIAN, ENGLISH], ids=["lv", "en"])
def test_who_only_looks_on_has_nothing_to_send_back(words: Words) -> None:
    said = mail.text(LETTER._replace(level="roles"), words, [COPY.name, PDF.name])
    assert words("mail", "roles", title=LETTER.title) in said
    assert words("mail", "answer") not in said
    assert words("mail", "pdf", file=PDF.name) in said


def test_a_locked_copy_comes_without_its_password() -> None:
    assert ENGLISH("mail", "locked") in mail.text(LETTER._replace(locked=True), ENGLISH, [COPY.name])
    assert ENGLISH("mail", "locked") not in mail.text(LETTER, ENGLISH, [COPY.name])


def test_a_letter_of_ones_own_replaces_the_proposed_one() -> None:
    found = read(draft(LETTER, LATVIAN, [COPY], "Sveiks!\n\nTe tā ir.  \n\n"))
    assert body(found) == "Sveiks!\n\nTe tā ir.\n"
    assert read(draft(LETTER, LATVIAN, [COPY], "  \n ")).get_body(("plain",)) is not None
    assert "Labdien" in body(read(draft(LETTER, LATVIAN, [COPY], "  \n ")))


@pytest.mark.parametrize(
    ("email", "can_be"),
    [("k@dome.example", True), ("k.o@ļaudis.lv", True), ("k at dome", False), ("", False)],
)
def test_what_a_letter_can_be_addressed_to(email: str, can_be: bool) -> None:
    assert mail.is_address(email) is can_be


@pytest.mark.parametrize("size", [0, 1, 56, 57, 58, 57 * 4_096 - 1, 57 * 4_096, 57 * 4_096 + 1, 700_000])
def test_what_is_enclosed_comes_out_whole(size: int) -> None:
    data = random.Random(size).randbytes(size)
    raw = draft(LETTER, LATVIAN, [COPY._replace(data=data), PDF])
    first, second = read(raw).iter_attachments()
    assert first.get_content() == data
    assert second.get_content() == PDF.data
    assert max(len(line) for line in raw.split(b"\r\n")) < 998
    assert raw.count(b"\n") == raw.count(b"\r\n")
