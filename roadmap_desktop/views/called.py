"""A collection call that somebody sent: who says to ask for what and until when, in words; Send opens with it and decides nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from roadmap_desktop.domain.call import Call
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.words import Words

_LONGEST: Final = 600
"""Letters of their own words that are shown; whoever writes more has written a letter as well."""


def reason(call: Call, words: Words, today: str) -> str:
    """What is said above Send, in the language of the windows and of `words`; `today` is YYYY-MM-DD."""
    parts = [
        QCoreApplication.translate("CalledView", "“{name}” says it asks its members for: {level}.").format(
            name=one_line(call.name), level=words("call", call.level)
        )
    ]
    if call.until:
        text = (
            QCoreApplication.translate("CalledView", "They asked for it by {day}, which is over.")
            if call.until < today
            else QCoreApplication.translate("CalledView", "They ask for it by {day}.")
        )
        parts.append(text.format(day=words.date(call.until, long=True)))
    if call.text.strip():
        own = one_line(call.text)
        shown = own if len(own) <= _LONGEST else f"{own[:_LONGEST].rstrip()}…"
        parts.append(
            QCoreApplication.translate("CalledView", "Their words: “{text}”.").format(
                text=shown.removesuffix(".")
            )
        )
    parts.append(
        QCoreApplication.translate(
            "CalledView",
            "Below is what would leave. You decide: nothing leaves by itself, and you can send less.",
        )
    )
    return " ".join(parts)
