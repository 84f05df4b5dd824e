"""Figures that somebody sent: read as they are written, refused where anything is otherwise; kept as a text and back."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain import figures
from roadmap_desktop.domain.records import LONG_TEXT, Organisation
from roadmap_desktop.domain.submission import STEPS, Measured, Walk, packed, read, unpacked, with_texts
from tests.builders import TODAY, full_dossier, library

HOME = Organisation(id=b"o" * 16, name="Ābeļkalna ļaudis", kind="community", number="40008012345")


def sent() -> dict[str, Any]:
    data = figures.figures(HOME, [full_dossier()], library(), TODAY, {b"": 1_790_000_000_000})
    found: dict[str, Any] = json.loads(figures.written(data))
    return found


def walk(number: int = 1, **fields: Any) -> Walk:
    made = Walk(f"{number:032x}", "Darbnīca", "active", "community", (5, 1, 0), (11, 8, 11), 2, "c1.risks",
                {"c1.risks": 120}, (Measured("Bērni", 0, 20, 7.5),), 1_790_000_000_000)  # fmt: skip
    return made._replace(**fields)


def test_what_is_written_is_read() -> None:
    data = sent()
    found = read(data)
    [one] = found.walks
    ours = data["partnerships"][0]["sides"]["ours"]
    assert (found.name, found.key, found.whole) == ("Ābeļkalna ļaudis", figures.opaque(HOME.id), True)
    assert sum(one.done) == ours["done"]
    assert one.measured == (Measured("", 0, 20, None),)
    named = with_texts(found, {one.id: ("A  room\nfor all", ("Children",))}).walks[0]
    assert (named.title, named.measured[0].name) == ("A room for all", "Children")


def test_a_summary_of_an_older_program_is_read_by_its_day() -> None:
    data = sent()
    for key in ("whole",):
        del data[key]
    del data["organisation"]["id"]
    for one in data["partnerships"]:
        del one["written"]
        del one["sides"]["ours"]["still"]
    found = read(data)
    assert (found.whole, found.key, found.wall > 0) == (True, "", True)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update({"roadmap-numbers": 2}),
        lambda data: data.update(partnerships={}),
        lambda data: data.update(partnerships=data["partnerships"] * 2),
        lambda data: data.update(partnerships=[None]),
        lambda data: data.update(whole="yes"),
        lambda data: data.update(organisation=[]),
        lambda data: data["organisation"].update(name="x" * 10_000),
        lambda data: data["organisation"].update(id="../../etc/passwd"),
        lambda data: data["partnerships"][0].update(id="x"),
        lambda data: data["partnerships"][0].update(stage="<b>"),
        lambda data: data["partnerships"][0].update(written=-1),
        lambda data: data["partnerships"][0].update(written=True),
        lambda data: data["partnerships"][0].update(indicators=[{"baseline": float("nan")}]),
        lambda data: data["partnerships"][0].update(indicators=[{"baseline": "=1+1"}]),
        lambda data: data["partnerships"][0].update(indicators=[{"baseline": 10**30}]),
        lambda data: data["partnerships"][0]["sides"]["ours"].update(current="<script>"),
        lambda data: data["partnerships"][0]["sides"]["ours"].update(form="../x"),
        lambda data: data["partnerships"][0]["sides"]["ours"].update(still={"c9.x": 3}),
        lambda data: data["partnerships"][0]["sides"]["ours"].update(still={"c1.need": -3}),
        lambda data: data["partnerships"][0]["sides"]["ours"]["steps"].pop(),
        lambda data: data["partnerships"][0]["sides"]["ours"]["steps"][0].update(done=10**9),
        lambda data: data["partnerships"][0]["sides"]["ours"]["steps"][0].update(done=99, total=3),
    ],
)
def test_anything_otherwise_is_refused(spoil: Any) -> None:
    data = copy.deepcopy(sent())
    spoil(data)
    with pytest.raises(ValueError, match=" "):
        read(data)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text() | st.integers(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))  # fmt: skip
def test_no_json_breaks_the_reader(data: Any) -> None:
    with pytest.raises(ValueError, match=" "):
        read(data)
    assert unpacked(json.dumps(data)) == () or data == []


def test_kept_and_back() -> None:
    walks = (walk(1), walk(2, form="", done=(), total=(), current="", still={}), walk(3, current=""))
    assert unpacked(packed(walks)) == walks
    assert [one.step for one in walks] == [1, 0, STEPS + 1]
    assert (
        unpacked("[[1]]")
        == unpacked("{}")
        == unpacked("")
        == unpacked('[["x","","active","",[],[],0,"",{},[]]]')
        == ()
    )


def test_what_does_not_fit_gives_up_its_texts_first() -> None:
    many = [
        walk(number, title="x" * 120, measured=(Measured("y" * 120, 1, 2, 3),) * 9) for number in range(400)
    ]
    text = packed(many)
    assert len(text) <= LONG_TEXT
    kept = unpacked(text)
    assert [one[:1] + one[2:9] for one in kept] == [one[:1] + one[2:9] for one in many]
    with pytest.raises(ValueError, match="too many"):
        packed(walk(number) for number in range(3_000))
