"""Keys that keep rows in an order of the users' own: a new key fits between any two; not where they are stored."""

from __future__ import annotations

from typing import Final

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def between(before: str, after: str) -> str:
    """A key that sorts after `before` and before `after`; "" stands for the open end on either side.

    Two people who insert at the same place at the same time may get the same key. Raises ValueError where no key
    fits: `before` does not come before `after`, or one of them is no key of ours. A made key never ends in "0",
    so that there is always room before it. (Midpoints of fractions in base 36, written without "0.".)
    """
    if not set(before + after) <= set(DIGITS):
        raise ValueError(before, after)
    if after and (before >= after or after.rstrip("0") <= before.rstrip("0")):
        raise ValueError(before, after)
    return _middle(before, after)


def spread(count: int) -> list[str]:
    """`count` keys in order with room between them, for rows whose own keys leave none."""
    width = 1
    while len(DIGITS) ** width <= 2 * count:
        width += 1
    step = len(DIGITS) ** width // (count + 1)
    return [_written(step * (index + 1), width) for index in range(count)]


def _middle(before: str, after: str) -> str:
    if after:
        shared = 0
        while (before[shared : shared + 1] or "0") == after[shared]:
            shared += 1
        if shared:
            return after[:shared] + _middle(before[shared:], after[shared:])
    low = DIGITS.index(before[0]) if before else 0
    high = DIGITS.index(after[0]) if after else len(DIGITS)
    if high - low > 1:
        return DIGITS[(low + high) // 2]
    if len(after) > 1:
        return after[0]
    return DIGITS[low] + _middle(before[1:], "")


def _written(number: int, width: int) -> str:
    letters = ""
    for _ in range(width):
        number, digit = divmod(number, len(DIGITS))
        letters = DIGITS[digit] + letters
    return letters
