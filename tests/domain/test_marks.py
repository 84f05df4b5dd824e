"""Which words of two texts differ."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.marks import Piece, marked
from tests.builders import SENTENCES


def shown(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.differs else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("", "", "", ""),
        ("same words", "same words", "same words", "same words"),
        ("", "new", "", "[new]"),
        ("gone", "", "[gone]", ""),
        ("we need 28 rooms", "we need 31 rooms", "we need [28] rooms", "we need [31] rooms"),
        ("we meet", "we meet on Friday", "we meet", "we meet[ on Friday]"),
        ("on Friday we meet", "we meet", "[on Friday ]we meet", "we meet"),
        ("a b c", "x y z", "[a b c]", "[x y z]"),
        ("Rīt, pulksten 5.", "Rīt, pulksten 6.", "Rīt, pulksten [5].", "Rīt, pulksten [6]."),
        ("ask Anna today", "call Anna tomorrow", "[ask] Anna [today]", "[call] Anna [tomorrow]"),
    ],
)
def test_differing_words_are_marked(before: str, after: str, old: str, new: str) -> None:
    first, second = marked(before, after)
    assert (shown(first), shown(second)) == (old, new)


_texts = st.text(st.sampled_from("ab ,.\nāž"), max_size=60) | st.text(max_size=20)


@given(_texts, _texts)
def test_the_pieces_are_the_texts_and_what_is_the_same_is_the_same(before: str, after: str) -> None:
    first, second = marked(before, after)
    assert "".join(piece.text for piece in first) == before
    assert "".join(piece.text for piece in second) == after
    same = ["".join(piece.text for piece in pieces if not piece.differs) for pieces in (first, second)]
    assert same[0] == same[1]
    if before == after:
        assert not any(piece.differs for piece in (*first, *second))


def test_a_long_text_with_a_few_changes_is_marked_where_it_changed() -> None:
    pick = random.Random(1)
    words = " ".join(f"{sentence} {pick.randrange(9_999)}" for sentence in [*SENTENCES["lv"]] * 100).split(
        " "
    )
    later = [*words]
    for place in pick.sample(range(len(words)), 20):
        later[place] = f"changed{place}"
    first, second = marked(" ".join(words), " ".join(later))
    assert sum(piece.differs for piece in second) in range(15, 21)
    assert sum(len(piece.text) for piece in first if piece.differs) < 400


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b c d e f g h " * 6_000, "a c b d f e g h " * 6_000),
        (" ".join(map(str, range(16_000))), " ".join(map(str, reversed(range(16_000))))),
        ("a " * 50_000, "a " * 49_000 + "b"),
        ("x" * 100_000, "y" * 100_000),
        ("." * 100_000, "," * 100_000),
    ],
    ids=["mixed", "reversed", "repeated", "endless", "signs"],
)
def test_no_text_takes_long(before: str, after: str) -> None:
    start = time.process_time()
    marked(before, after)
    assert time.process_time() - start < 2
