"""Dossier: the two sides, ours first."""

from __future__ import annotations

from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.records import Answer, Organisation, Partnership, Side


def side(key: str, **answers: Answer) -> SideDossier:
    return SideDossier(Side(key=key), Organisation(), answers, {}, {}, (), (), (), frozenset())


def test_sides_are_ours_then_theirs() -> None:
    dossier = Dossier(Partnership(), side("b"), side("a"), (), (), (), (), (), ())
    assert [found.side.key for found in dossier.sides] == ["b", "a"]


def test_a_side_without_answers_is_empty() -> None:
    assert side("a").empty
    assert not side("a", need=Answer(text="Trūkst telpu.")).empty
