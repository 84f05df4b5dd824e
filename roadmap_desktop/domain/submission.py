"""What a member sent, in figures: read strictly, whoever wrote them, and kept as a short text; it reads no file."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from roadmap_desktop.domain import figures, records
from roadmap_desktop.domain.records import LONG_TEXT
from roadmap_desktop.domain.words import LATEST

Number: TypeAlias = int | float | None

STEPS: Final = 3
MOST_PARTNERSHIPS: Final = 2_000
MOST_NAME: Final = 200
"""Most letters of an organisation's name."""
_MOST_TITLE: Final = 120
_MOST_INDICATORS: Final = 40
_MOST_STOPS: Final = 200
_MOST_COUNT: Final = 100_000
_MOST_NUMBER: Final = 1e15
_ID: Final = re.compile(r"[0-9a-f]{32}")
_CHECKPOINT: Final = re.compile(r"[a-z][1-9]\.[a-z0-9-]{1,40}")
_FORM: Final = re.compile(r"[a-z0-9-]{1,40}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


class Measured(NamedTuple):
    """An indicator; its `name` is "" where only numbers were sent, each figure None where there is none."""

    name: str
    baseline: Number
    target: Number
    actual: Number


class Walk(NamedTuple):
    """How far a member is in one partnership, on its own side.

    `id` tells it from others (`figures.opaque`), `title` is "" where only numbers were sent. `done`, `total` and
    `overdue` count checkpoints; `current` is the one to go on with, "" where all is done; `still` has days without a
    change by checkpoint. `form` is "" where it walks one of its own. `wall` is when anything was last written there.
    """

    id: str
    title: str
    stage: str
    form: str
    done: tuple[int, ...]
    total: tuple[int, ...]
    overdue: int
    current: str
    still: Mapping[str, int]
    measured: tuple[Measured, ...]
    wall: int

    @property
    def step(self) -> int:
        """The step with the current checkpoint, 1 to 3; 4 where all is done, 0 where none of our forms is walked."""
        if not self.form:
            return 0
        return int(self.current[1]) if self.current else STEPS + 1


class Figures(NamedTuple):
    """All that one file says: who it says it is from, whether it holds `whole` of what they have, and how far they are.

    `key` tells the organisation (`figures.opaque`), "" where the file does not say; `wall` is when it was last written.
    """

    name: str
    number: str
    key: str
    whole: bool
    level: str
    wall: int
    walks: tuple[Walk, ...]


# reading ------------------------------------------------------------------------------------------------


def read(data: object) -> Figures:
    """The figures that `figures.figures` made and somebody sent. Raises ValueError where anything is not as it writes."""
    top = _table(data)
    if top.get("roadmap-numbers") != figures.VERSION:
        raise ValueError("no figures of ours")
    organisation = _table(top.get("organisation"))
    found = tuple(_walk(one) for one in _rows(top.get("partnerships"), MOST_PARTNERSHIPS))
    if len({one.id for one in found}) != len(found):
        raise ValueError("a partnership twice")
    whole, key = top.get("whole", True), _text(organisation.get("id", ""), MOST_NAME)
    if not isinstance(whole, bool) or not (key == "" or _ID.fullmatch(key)):
        raise ValueError("neither yes nor no, or no id")
    wall = max((one.wall for one in found), default=0) or _noon(top.get("date"))
    return Figures(_text(organisation.get("name"), MOST_NAME), "", key, whole, "numbers", wall, found)


def with_texts(found: Figures, texts: Mapping[str, tuple[str, tuple[str, ...]]]) -> Figures:
    """`found` with what figures alone do not say: title and names of the indicators of each partnership, by its id."""
    walks = []
    for walk in found.walks:
        title, names = texts[walk.id]
        measured = [one._replace(name=_cut(name)) for one, name in zip(walk.measured, names, strict=False)]
        walks.append(walk._replace(title=_cut(title), measured=tuple(measured)))
    return found._replace(walks=tuple(walks))


def _walk(data: object) -> Walk:
    given = _table(data)
    stage, side = given.get("stage"), _table(given.get("sides")).get("ours")
    number = _text(given.get("id"), MOST_NAME)
    if stage not in records.STAGES or not _ID.fullmatch(number):
        raise ValueError("no stage or no id")
    measured = tuple(
        Measured("", *(_number(_table(one).get(key)) for key in ("baseline", "target", "actual")))
        for one in _rows(given.get("indicators"), None)[:_MOST_INDICATORS]
    )
    wall = _count(given.get("written", 0), LATEST)
    if side is None:
        return Walk(number, "", stage, "", (), (), 0, "", {}, measured, wall)
    own = _table(side)
    steps = [_table(step) for step in _rows(own.get("steps"), STEPS)]
    form, current = _text(own.get("form"), 40), _text(own.get("current"), 60)
    if len(steps) != STEPS or not _FORM.fullmatch(form) or not (current == "" or _stop(current)):
        raise ValueError("no side of ours")
    done, total = (tuple(_count(step.get(key)) for step in steps) for key in ("done", "total"))
    if any(one > other for one, other in zip(done, total, strict=True)):
        raise ValueError("more done than there is")
    overdue = _count(own.get("overdue"))
    return Walk(
        number, "", stage, form, done, total, overdue, current, _still(own.get("still", {})), measured, wall
    )


def _still(data: object) -> dict[str, int]:
    found = {name: _count(days) for name, days in _table(data).items()}
    if len(found) > _MOST_STOPS or not all(map(_stop, found)):
        raise ValueError("no checkpoints")
    return found


def _table(data: object) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise ValueError("no table")  # noqa: TRY004 - whatever is wrong with what was sent is a wrong value
    return data


def _rows(data: object, most: int | None) -> list[Any]:
    if not isinstance(data, list) or (most is not None and len(data) > most):
        raise ValueError("no list, or too long a one")
    return data


def _text(data: object, most: int) -> str:
    if not isinstance(data, str) or len(data) > most:
        raise ValueError("no text, or too long a one")
    return data


def _count(data: object, most: int = _MOST_COUNT) -> int:
    if type(data) is not int or not 0 <= data <= most:
        raise ValueError("no count")
    return data


def _number(data: object) -> Number:
    if data is None:
        return None
    if type(data) not in (int, float) or not math.isfinite(data) or abs(data) > _MOST_NUMBER:  # type: ignore[arg-type]
        raise ValueError("no number")
    return data  # type: ignore[return-value]


def _stop(name: str) -> bool:
    return _CHECKPOINT.fullmatch(name) is not None and int(name[1]) <= STEPS


def _noon(data: object) -> int:
    """The middle of a day in ms since 1970, to within a day of every zone. Raises ValueError."""
    import datetime as dt  # noqa: PLC0415 - figures of an older program only

    day = _text(data, 10)
    if not _DAY.fullmatch(day):
        raise ValueError("no day")
    return (
        max(0, dt.date.fromisoformat(day).toordinal() - dt.date(1970, 1, 1).toordinal()) * 86_400_000
        + 43_200_000
    )


def _cut(text: str) -> str:
    return " ".join(text.split())[:_MOST_TITLE]


# keeping ------------------------------------------------------------------------------------------------


def packed(walks: Iterable[Walk]) -> str:
    """`walks` as a record keeps them, the names of indicators or titles left out where there is no room for them.

    Raises ValueError where even then there is none.
    """
    found = list(walks)
    bare = [one._replace(measured=()) for one in found]
    for form in (found, bare, [one._replace(title="") for one in bare]):
        text = json.dumps([_row(one) for one in form], ensure_ascii=False, separators=(",", ":"))
        if len(text) <= LONG_TEXT:
            return text
    raise ValueError("too many partnerships")


def unpacked(text: str) -> tuple[Walk, ...]:
    """What `packed` made; nothing where it is no such text, which an honest file does not hold."""
    try:
        return tuple(_walk_of(row) for row in _rows(json.loads(text), MOST_PARTNERSHIPS))
    except (ValueError, TypeError, RecursionError):
        return ()


def _row(walk: Walk) -> list[Any]:
    return [*walk[:8], dict(walk.still), [list(one) for one in walk.measured], walk.wall]


def _walk_of(row: object) -> Walk:
    number, title, stage, form, done, total, overdue, current, still, measured, wall = _rows(row, 11)
    if (
        stage not in records.STAGES
        or not _ID.fullmatch(_text(number, 32))
        or not (current == "" or _stop(current))
    ):
        raise ValueError("no walk")
    counts = [tuple(_count(one) for one in _rows(each, STEPS)) for each in (done, total)]
    if not len(counts[0]) == len(counts[1]) == (STEPS if form else 0):
        raise ValueError("other steps")
    return Walk(
        number, _text(title, _MOST_TITLE), stage, _text(form, 40), counts[0], counts[1], _count(overdue), current,
        _still(still), tuple(_measured(one) for one in _rows(measured, _MOST_INDICATORS)), _count(wall, LATEST),
    )  # fmt: skip


def _measured(row: object) -> Measured:
    name, *numbers = _rows(row, 4)
    return Measured(_text(name, _MOST_TITLE), *(_number(one) for one in numbers))
