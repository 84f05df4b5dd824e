"""A letter to send a copy with, as an .eml draft that mail programs open ready to send; it sends nothing itself."""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Iterator, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final, NamedTuple

from roadmap_desktop.domain.levels import Level
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.words import Words

SUFFIX: Final = ".eml"
WHERE: Final = ""
"""Where the program can be had, as a network address; while it has none, the letter offers to send it along."""
_ADDRESS: Final = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[\w-]+(?:\.[\w-]+)+"
)
_LONGEST: Final = 200
"""Letters of a subject or a name."""
_MARK: Final = 33
"""Bytes that stand for those of an enclosure until it is written: one line, with no filling at its end."""
_PIECE: Final = 57 * 4_096
"""Bytes encoded at once: whole lines of a letter."""
_LINE: Final = SMTP.clone(max_line_length=900)
"""Heads of one line: Outlook reads no file name that is folded in pieces."""


class Letter(NamedTuple):
    """Whom a letter is to and what of. `name` and `email` of the reader may be "", as may `title` (of the whole file).

    `locked` says that the copy opens with a password only.
    """

    level: Level
    title: str
    sender: str
    organisation: str
    name: str = ""
    email: str = ""
    locked: bool = False


class Enclosure(NamedTuple):
    """A file that goes along: its name, its bytes, and its type ("application/pdf")."""

    name: str
    data: bytes
    type: str = "application/octet-stream"


def draft(letter: Letter, words: Words, enclosures: Sequence[Enclosure], body: str = "") -> bytes:
    """The draft in the reader's language, the copy first among the `enclosures`, as bytes of an .eml file.

    `body` is what the sender made of the `text`, "" to take that.

    An address that cannot be one is left out, for the sender to fill in; so is who it is from, which the mail program
    knows. A title or a name brings no line of the head of its own.
    """
    said = body.strip() or text(letter, words, [one.name for one in enclosures])
    return post(subject(letter, words), said, enclosures, _address(letter.name, letter.email))


def post(
    subject: str,
    said: str,
    enclosures: Sequence[Enclosure],
    to: Address | None = None,
    hidden: Sequence[str] = (),
) -> bytes:
    """A draft that says `said`, as bytes of an .eml file; `hidden` are addresses of readers who do not see one another.

    Of those that cannot be one none is taken. The library of mail would hold every thread up while it goes through a
    large copy, so it is given something small in the place of each enclosure.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    if to is not None:
        message["To"] = to
    if readers := [found for one in hidden if (found := _address("", one)) is not None]:
        message["Bcc"] = readers
    message["X-Unsent"] = "1"
    message.set_content(f"{said.rstrip()}\n", charset="utf-8", cte="base64")
    marks = [secrets.token_bytes(_MARK) for _ in enclosures]
    for one, mark in zip(enclosures, marks, strict=True):
        main, _, sub = one.type.partition("/")
        message.add_attachment(mark, maintype=main, subtype=sub, filename=one_line(one.name))
    pieces, rest = list[bytes](), message.as_bytes(policy=_LINE)
    for one, mark in zip(enclosures, marks, strict=True):
        before, rest = rest.split(base64.b64encode(mark), 1)
        pieces += [before, *_encoded(one.data)]
    return b"".join([*pieces, rest])


def _encoded(data: bytes) -> Iterator[bytes]:
    """`data` in lines of base64, without the last line's end; some hundred kilobytes at a time."""
    for start in range(0, len(data), _PIECE):
        lines = base64.encodebytes(data[start : start + _PIECE]).replace(b"\n", b"\r\n")
        yield lines if start + _PIECE < len(data) else lines.removesuffix(b"\r\n")


def is_address(email: str) -> bool:
    """Whether a letter can be addressed to `email`."""
    return _address("", email) is not None


def subject(letter: Letter, words: Words) -> str:
    """The subject of the letter."""
    title = one_line(letter.title)[:_LONGEST] or one_line(letter.organisation)[:_LONGEST]
    kind = "numbers" if letter.level == "numbers" else "whole" if not letter.title else "partnership"
    return words("mail", f"subject_{kind}", title=title)


def text(letter: Letter, words: Words, names: Sequence[str]) -> str:
    """The letter itself, plain; `names` are those of what goes along, the copy first."""
    title = one_line(letter.title)[:_LONGEST]
    copy, pdf = names[0], next((name for name in names[1:] if name.lower().endswith(".pdf")), "")
    paragraphs = [words("mail", "hello")]
    if letter.level == "numbers":
        paragraphs.append(words("mail", "numbers", file=copy))
    else:
        about = "roles" if letter.level == "roles" else "partnership" if title else "whole"
        todo = [words("mail", "save", file=copy), words("mail", "open")]
        if letter.level != "roles":  # who only looks on has nothing to send back
            todo.append(words("mail", "answer"))
        steps = [f"{number}. {step}" for number, step in enumerate(todo, start=1)]
        paragraphs += [
            words("mail", about, title=title),
            "\n".join([words("mail", "todo"), *steps]),
            *([words("mail", "locked")] if letter.locked else []),
            *([words("mail", "kept")] if letter.level != "roles" else []),
        ]
        get = words("mail", "get", address=WHERE) if WHERE else words("mail", "ask")
        paragraphs.append(f"{words('mail', 'pdf', file=pdf)} {get}" if pdf else get)
    signed = [
        words("mail", "regards"),
        *(one_line(name) for name in (letter.sender, letter.organisation) if name),
    ]
    return "\n\n".join([*paragraphs, "\n".join(signed)]) + "\n"


def _address(name: str, email: str) -> Address | None:
    """The reader's address, None where what stands there cannot be one."""
    found = email.strip()
    if not _ADDRESS.fullmatch(found):
        return None
    user, _, domain = found.rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii")
        return Address(one_line(name)[:_LONGEST], user, domain)
    except (UnicodeError, ValueError):
        return None
