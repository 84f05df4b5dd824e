"""Recovery words: sayable, forgiving to whoever types them, and unforgiving to a slip."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roadmap_desktop.domain.recovery_words import CONSONANTS, COUNT, LENGTH, VOWELS, draw, read

DRAWN = st.binary(min_size=14, max_size=14)


def words_of(drawn: bytes) -> tuple[str, ...]:
    return draw(lambda size: drawn[:size])


def test_there_is_chance_enough_in_them() -> None:
    asked: list[int] = []

    def chance(size: int) -> bytes:
        asked.append(size)
        return bytes(size)

    assert len(draw(chance)) == COUNT
    assert sum(asked) * 8 >= 96
    assert len({draw() for _ in range(50)}) == 50


def test_no_letter_looks_or_sounds_like_another_in_our_languages() -> None:
    assert set(CONSONANTS + VOWELS).isdisjoint("cqwxye")
    assert len(set(CONSONANTS)) == 16
    assert len(set(VOWELS)) == 4


@given(DRAWN)
def test_what_is_drawn_is_read(drawn: bytes) -> None:
    words = words_of(drawn)
    assert all(len(word) == LENGTH for word in words)
    reading = read(" ".join(words))
    assert (reading.words, reading.wrong, reading.sound) == (words, (), True)
    assert reading.text() == " ".join(words)


@given(DRAWN)
def test_every_bit_counts(drawn: bytes) -> None:
    other = bytes([drawn[0] ^ 1]) + drawn[1:]
    assert words_of(drawn)[:-1] != words_of(other)[:-1]


@given(DRAWN)
@pytest.mark.parametrize(
    "written",
    [
        "".join,
        lambda words: "-".join(words).upper(),
        lambda words: "\n".join(f"{number}. {word}" for number, word in enumerate(words, 1)),
        lambda words: "  ,".join(word.title() for word in words) + " ",
        lambda words: " ".join(words).translate(str.maketrans("aiouszlknrg", "āīöūšžļķņřģ")),
        lambda words: " ".join(words).translate(str.maketrans("oil", "011")),
        lambda words: " ".join(f"{word[:2]} {word[2:]}" for word in words),
    ],
)
def test_however_it_is_typed(written: object, drawn: bytes) -> None:
    assert callable(written)
    words = words_of(drawn)
    assert read(written(words)).words == words
    assert read(written(words)).sound


@given(DRAWN, st.integers(0, COUNT - 1), st.integers(0, LENGTH - 1), st.sampled_from(CONSONANTS + VOWELS))
def test_a_slip_in_one_letter_never_passes(drawn: bytes, which: int, place: int, letter: str) -> None:
    words = list(words_of(drawn))
    assume(words[which][place] != letter)
    words[which] = words[which][:place] + letter + words[which][place + 1 :]
    reading = read(" ".join(words))
    assert not reading.sound
    assert reading.meant
    assert reading.wrong in ((), (which + 1,))
    if (letter in VOWELS) != (place % 2 == 1):
        assert reading.wrong == (which + 1,)


def test_words_in_another_order_or_number_do_not_pass() -> None:
    words = words_of(bytes(range(14)))
    assert not read(" ".join(reversed(words))).sound
    assert not read(" ".join(words[:-1])).sound
    assert not read(" ".join((*words, words[0]))).sound


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hunter2",
        "mana ļoti garā parole",
        "Zeme debess jūra",
        "apple table chair house green",
        "🙂" * 50,
        "a" * 10_000,
    ],
)
def test_a_password_is_not_taken_for_words(text: str) -> None:
    reading = read(text)
    assert not reading.meant
    assert not reading.sound


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    reading = read(text)
    assert reading.sound <= reading.meant
    assert all(1 <= number <= len(reading.words) for number in reading.wrong)


def test_the_form_of_the_words_is_for_ever() -> None:
    """Sheets of paper outlive versions: what they say must be read as it was."""
    drawn = words_of(bytes(range(14)))
    assert " ".join(drawn) == "babad bamag bibaj bimal boban bomar bubat logar"
