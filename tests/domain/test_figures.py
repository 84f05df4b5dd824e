"""Figures: what is a number and what only looks like one; an id that leads back to nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.figures import figures, number_in, opaque
from roadmap_desktop.domain.records import Organisation
from tests.builders import TODAY, dossier, library


@pytest.mark.parametrize(
    ("text", "number"),
    [("20", 20), (" 12,5 % ", 12.5), ("1 200", 1200), ("1\u00a0200,50", 1200.5), ("-3", -3), ("0,375", 0.375), ("75%", 75),
     ("", None), ("about a third", None), ("1,200", None), ("3 4", None), ("20 bērni", None), ("1e9", None), ("٣", None),
     ("12.", None), ("9" * 40, None), ("2026-11-23", None), ("1 2000", None)],
)  # fmt: skip
def test_numbers(text: str, number: float | None) -> None:
    assert number_in(text) == number


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(number_in(text), int | float | None)


def test_an_id_is_the_same_each_time_and_no_part_of_the_root() -> None:
    root = bytes(range(16))
    assert opaque(root) == opaque(root) != opaque(bytes(16))
    assert root.hex()[:8] not in opaque(root)


def test_a_partnership_in_figures() -> None:
    found = dossier()
    data = figures(Organisation(name="Biedrība", kind="a word of one's own"), [found], library(), TODAY, {})
    [one] = data["partnerships"]
    ours = one["sides"]["ours"]
    assert data["organisation"] == {"name": "Biedrība", "kind": "other", "id": ""}
    assert ours["total"] == sum(step["total"] for step in ours["steps"])
    assert ours["done"] == sum(state == "done" for state in ours["states"].values())
    own = found._replace(
        ours=found.ours._replace(side=found.ours.side._replace(form="mine")),
        partnership=found.partnership._replace(stage="our own word"),
    )
    [one] = figures(Organisation(), [own], library(), TODAY, {})["partnerships"]
    assert one["sides"]["ours"] is None
    assert one["stage"] == "active"
