"""The letter of a collection call: to all, none of whom sees another; nothing that was typed becomes a line of its head."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest

from roadmap_desktop.documents.call import call_letter, text
from roadmap_desktop.documents.mail import Enclosure
from roadmap_desktop.domain.call import Call
from roadmap_desktop.domain.levels import LEVELS
from tests.builders import words

CALL = Call(
    "Ciemu apvienība", "numbers", "2027-01-15", "birojs@apvieniba.example", "Pārskatam kopsapulcē.", 2026
)


@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("level", LEVELS)
def test_the_letter_says_for_what_and_until_when(language: str, level: str) -> None:
    call = CALL._replace(level=next(one for one in LEVELS if one == level))
    said = text(call, words(language), "x.roadmap-call", "Anna")
    for part in (
        call.name,
        words(language)("call", level),
        words(language).date(call.until, long=True),
        call.text,
        "Anna",
    ):
        assert part in said
    assert "{" not in said


def test_members_do_not_see_one_another() -> None:
    readers = ["a@x.example", "nobody", "b@y.example", "c@z.example\r\nTo: d@z.example"]
    enclosure = Enclosure("x.roadmap-call", b"{}")
    raw = call_letter(CALL._replace(name="A\r\nTo: all@x.example"), words("lv"), enclosure, "Anna", readers)
    message = message_from_bytes(raw, policy=default)
    assert message["To"] is None
    assert message["X-Unsent"] == "1"
    assert [one.addr_spec for one in message["Bcc"].addresses] == ["a@x.example", "b@y.example"]
    [attached] = message.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == ("x.roadmap-call", b"{}")
    assert (
        message_from_bytes(call_letter(CALL, words("en"), enclosure, "", []), policy=default)["Bcc"] is None
    )
