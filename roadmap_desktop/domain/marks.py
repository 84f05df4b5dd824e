"""Which words of two texts differ, so that a reader need not look for them; it marks, and judges nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

MOST_COMPARED: Final = 30_000
"""Pairs of words that are compared one by one between two places which are surely the same."""
_DEEPEST: Final = 30

_TOKEN: Final = re.compile(r"\w+|\s+|[^\w\s]")
_Pairs = list[tuple[int, int]]


class Piece(NamedTuple):
    """A stretch of one of the texts; `differs` when the other one does not have it."""

    text: str
    differs: bool


def marked(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, whole words at a time; joined, the pieces are the texts again.

    Takes time in proportion to the texts, whatever they say: words that both texts have once are taken for the same,
    in the order that keeps most of them (patience diff), and between them the longest common sequence is sought where
    that is little work.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    same = _telling(old, new, _matches(old, new, 0))
    return _pieces(old, {one for one, _ in same}), _pieces(new, {other for _, other in same})


def _matches(old: Sequence[str], new: Sequence[str], depth: int) -> _Pairs:
    """Places of words that are the same, rising in both texts."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < shorter - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    found = [(place, place) for place in range(start)]
    inner = _inner(old[start : len(old) - tail], new[start : len(new) - tail], depth)
    found += [(start + one, start + other) for one, other in inner]
    found += [(len(old) - left, len(new) - left) for left in range(tail, 0, -1)]
    return found


def _inner(old: Sequence[str], new: Sequence[str], depth: int) -> _Pairs:
    if not old or not new or depth > _DEEPEST:
        return []
    if len(old) * len(new) <= MOST_COMPARED:
        return _longest_common(old, new)
    anchors = _anchors(old, new)
    if not anchors:
        return []
    found: _Pairs = []
    ends = [(-1, -1), *anchors, (len(old), len(new))]
    for (one, other), (next_one, next_other) in pairwise(ends):
        if one >= 0:
            found.append((one, other))
        between = _matches(old[one + 1 : next_one], new[other + 1 : next_other], depth + 1)
        found += [(one + 1 + first, other + 1 + second) for first, second in between]
    return found


def _anchors(old: Sequence[str], new: Sequence[str]) -> _Pairs:
    """Words that stand once in each text, as many as keep their order."""
    once_old, once_new = (
        {word for word, count in Counter(text).items() if count == 1} for text in (old, new)
    )
    places = {word: place for place, word in enumerate(new) if word in once_new}
    pairs = [(place, places[word]) for place, word in enumerate(old) if word in once_old and word in places]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, other) in enumerate(pairs):
        at = bisect_left(ends, other)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [other]
        last[at : at + 1] = [number]
    chosen: _Pairs = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _longest_common(old: Sequence[str], new: Sequence[str]) -> _Pairs:
    """The longest common sequence, by its textbook table."""
    lengths = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for one in range(len(old) - 1, -1, -1):
        row, below, word = lengths[one], lengths[one + 1], old[one]
        for other in range(len(new) - 1, -1, -1):
            row[other] = below[other + 1] + 1 if word == new[other] else max(below[other], row[other + 1])
    found: _Pairs = []
    one = other = 0
    while one < len(old) and other < len(new):
        if old[one] == new[other]:
            found.append((one, other))
            one, other = one + 1, other + 1
        elif lengths[one + 1][other] >= lengths[one][other + 1]:
            one += 1
        else:
            other += 1
    return found


def _telling(old: Sequence[str], new: Sequence[str], same: _Pairs) -> _Pairs:
    """`same` without blanks and signs that stand between words which differ: they say nothing there."""
    kept: _Pairs = []
    for run in _runs(same):
        at_an_end = run[0] == (0, 0) or run[-1] == (len(old) - 1, len(new) - 1)
        if at_an_end or any(old[one][0].isalnum() for one, _ in run):
            kept += run
    return kept


def _runs(same: _Pairs) -> Iterator[_Pairs]:
    """Stretches that follow each other in both texts."""
    run: _Pairs = []
    for pair in same:
        if run and pair != (run[-1][0] + 1, run[-1][1] + 1):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _pieces(words: Sequence[str], same: set[int]) -> list[Piece]:
    found: list[tuple[list[str], bool]] = []
    for place, word in enumerate(words):
        differs = place not in same
        if found and found[-1][1] == differs:
            found[-1][0].append(word)
        else:
            found.append(([word], differs))
    return [Piece("".join(parts), differs) for parts, differs in found]
