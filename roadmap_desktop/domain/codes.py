"""The short codes that checkpoints bear on paper, both ways, and the order in which sheets print them.

A code is the letter of the form, the number of the step, a point, and the place within the step: "C2·3" is the third
checkpoint of the second step of the community organisation's form, read aloud "C two three". Steps have one digit, so
that "c23", "C 2 3" and "c2.3" are the same code. Where both sides walk the same form, side b doubles the letter ("CC2·3"),
whoever prints. What a code means never changes: a form grows at the end of its steps only (held by a test).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from roadmap_desktop.domain.form import Form

POINT: Final = "·"
_WRITTEN: Final = re.compile(r"([^\W\d_]*)[\s·.,:;/-]*([1-9])[\s·.,:;/-]*([1-9]\d?)\.?")
_LOOKALIKES: Final = str.maketrans("СсМмΜμ", "CCMMMM")
"""Letters of other keyboards that look like ours on paper."""


class Spot(NamedTuple):
    """A checkpoint of one side. `side` is "a" or "b"."""

    side: str
    checkpoint: str


def codes(form: Form, letter: str = "") -> dict[str, str]:
    """The code of each checkpoint by its id, in the form's order; `letter` where it is not the form's own."""
    first = letter or _letter(form)
    return {
        checkpoint.id: f"{first}{step.id}{POINT}{number}"
        for step in form.steps
        for number, checkpoint in enumerate(step.checkpoints, 1)
    }


def code(form: Form | None, checkpoint: str) -> str:
    """The code of one checkpoint, by the form's own letter; its id where the form is not known, or does not hold it."""
    return codes(form).get(checkpoint, checkpoint) if form else checkpoint


def letters(forms: Mapping[str, Form]) -> dict[str, str]:
    """The letter of each side's codes; `forms` by the side's key."""
    own = {side: _letter(form) for side, form in forms.items()}
    shared = len(own) > len(set(own.values()))
    return {side: letter * 2 if shared and side == "b" else letter for side, letter in own.items()}


def by_spot(forms: Mapping[str, Form]) -> dict[Spot, str]:
    """The code of every checkpoint of a partnership; `forms` by the side's key. No two are alike."""
    letter = letters(forms)
    return {
        Spot(side, checkpoint): code
        for side, form in forms.items()
        for checkpoint, code in codes(form, letter[side]).items()
    }


def read(text: str, forms: Mapping[str, Form]) -> Spot | None:
    """Whose checkpoint a code means, however it was typed; None where it means none. `forms` by the side's key.

    Where only one side can be meant, the letter may be left out.
    """
    letter = "".join(letters(forms).values()) if len(forms) == 1 else ""
    wanted = _canonical(text, letter)
    return next((spot for spot, code in by_spot(forms).items() if code == wanted), None)


def order(form: Form, answered: Iterable[str]) -> tuple[str, ...]:
    """Ids of checkpoints as a side's sheet has them: the form's, then those of a newer form that were answered."""
    known = tuple(checkpoint.id for checkpoint in form.checkpoints)
    return known + tuple(sorted(set(answered) - set(known)))


def _letter(form: Form) -> str:
    return form.id[:1].upper()


def _canonical(text: str, usual: str) -> str:
    match = _WRITTEN.fullmatch(text.strip().translate(_LOOKALIKES))
    return f"{match[1].upper() or usual}{match[2]}{POINT}{match[3]}" if match else ""
