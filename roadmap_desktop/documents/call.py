"""The letter with which a collection call goes to the members, as a draft; it sends nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap_desktop.documents.mail import WHERE, Enclosure, post
from roadmap_desktop.domain.call import Call
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.words import Words


def call_letter(call: Call, words: Words, enclosure: Enclosure, sender: str, readers: Sequence[str]) -> bytes:
    """The draft in the language of `words`, to all `readers` (addresses) so that none sees another, as bytes of an .eml file."""
    subject = words("call", "subject", day=day_in(call, words))
    return post(subject, text(call, words, enclosure.name, sender), [enclosure], hidden=readers)


def text(call: Call, words: Words, file: str, sender: str) -> str:
    """The letter itself, plain; `file` is the name of the call that goes along."""
    steps = (words("call", "save", file=one_line(file)), words("call", "see"), words("call", "send"))
    name = one_line(call.name)
    paragraphs = [
        words("call", "hello"),
        words("call", "asked", name=name, level=words("call", call.level), day=day_in(call, words)),
        *([call.text.strip()] if call.text.strip() else []),
        "\n".join(
            [words("call", "todo"), *(f"{number}. {step}" for number, step in enumerate(steps, start=1))]
        ),
        words("call", "kept"),
        words("mail", "get", address=WHERE) if WHERE else words("mail", "ask"),
        "\n".join([words("mail", "regards"), *(one_line(one) for one in (sender, name) if one)]),
    ]
    return "\n\n".join(paragraphs) + "\n"


def day_in(call: Call, words: Words) -> str:
    """Until when, as people write it."""
    return words.date(call.until, long=True) if call.until else "–"
