"""A document as rows: where each comes from, once beside a run of them, and what is missing, once each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from roadmap_desktop.documents import build as building
from roadmap_desktop.documents.document import Document, Letterhead, Paragraph, Source
from roadmap_desktop.domain.codes import Spot
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.records import Answer
from roadmap_desktop.models.document import (
    MISSING,
    DocumentModel,
    Line,
    MissingModel,
    lines_of,
    missing_in,
    where,
)
from roadmap_desktop.models.origins import Origin, Origins
from tests.builders import RESOURCES, TODAY, dossier, empty_side, full_dossier, library, side, words


def built(name: str, found: Dossier, language: str = "en") -> Document:
    return building.build(name, found, library(), words(language), RESOURCES / "documents", TODAY)


def origins(found: Dossier, language: str = "en") -> Origins:
    return Origins(found, library(), words(language))


def answered(**texts: str) -> Dossier:
    given = {key.replace("_", ".", 1): Answer(checkpoint=key, text=text) for key, text in texts.items()}
    return dossier(side(given=given), empty_side(name="Riverside municipality"))


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        (Source("checkpoint", "c1.need", "ours"), Origin("The local need", "C1·1", Spot("a", "c1.need"))),
        (
            Source("checkpoint", "m1.needs", "theirs"),
            Origin("Residents’ needs and priorities", "M1·1", Spot("b", "m1.needs")),
        ),
        (Source("tool", "budget"), Origin("Budget table", "C3·3", Spot("a", "c3.budget"))),
        (Source("organisation", "name", "theirs"), Origin("Riverside municipality")),
        (Source("partnership"), Origin("Partnership")),
    ],
)
def test_a_source_is_named_as_the_user_knows_it(source: Source, origin: Origin) -> None:
    found = origins(full_dossier(both=True))
    assert found.of([source, source]) == (origin,)
    assert origin.text == f"{origin.code} {origin.title}".strip()


def test_the_day_it_is_written_is_nobodys() -> None:
    assert origins(full_dossier()).of([Source("today")]) == ()


def test_origins_stand_beside_the_first_of_several_paragraphs() -> None:
    found = answered(c1_need="One.\nTwo.\nThree.")
    lines = lines_of(built("partnership-proposal", found), origins(found))
    need = [line for line in lines if [origin.code for origin in line.origins] == ["C1·1"]]
    assert [bool(line.beside) for line in need] == [True, False, False]


def test_the_letterhead_comes_first_and_what_is_under_a_clause_stands_in() -> None:
    found = full_dossier(both=True)
    assert isinstance(lines_of(built("first-letter", found), origins(found))[0].block, Letterhead)
    agreement = lines_of(built("cooperation-agreement", found), origins(found))
    indented = [line for line in agreement if line.indented]
    assert indented
    assert all(isinstance(line.block, Paragraph) and line.block.style == "text" for line in indented)


def test_what_is_missing_is_named_once_with_where_it_is_written() -> None:
    found = answered(c1_need="One.")
    lines = lines_of(built("cooperation-agreement", found), origins(found))
    missing = missing_in(lines, origins(found))
    assert len({(one.what, one.origin) for one in missing}) == len(missing)
    by_hand = next(one for one in missing if one.what == "Place")
    assert (by_hand.origin, where(by_hand)) == (None, "By hand, in the finished document")
    outcome = next(one for one in missing if one.what == "The common outcome")
    assert where(outcome) == "C2·5"
    register = next(one for one in missing if one.what == "Valid until")
    assert where(register) == "C3·4 Agreement register"
    for one in missing:
        block = lines[one.row].block
        assert isinstance(block, Paragraph)
        assert block.gap


def test_only_what_changed_is_told(qapp: object) -> None:
    model, changed, reset = DocumentModel(), list[int](), list[int]()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.dataChanged.connect(lambda top, _: changed.append(top.row()))
    model.modelReset.connect(lambda: reset.append(1))
    first = [Line(Letterhead("Us", ())), Line(Letterhead("Them", ()))]
    model.show(first)
    model.show(list(first))
    assert (changed, reset) == ([], [1])
    model.show([first[0], Line(Letterhead("Others", ("Street 1",)))])
    assert (changed, reset) == ([1], [1])
    assert model.index(1).data() == "Others\nStreet 1"
    model.show(first[:1])
    assert (model.rowCount(), reset) == (1, [1, 1])


def test_a_screen_reader_hears_what_is_missing_and_where(qapp: object) -> None:
    found = answered(c1_need="One.")
    lines = lines_of(built("partnership-proposal", found), origins(found))
    model = MissingModel()
    model.show(missing_in(lines, origins(found)))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{index.data()}. {where(index.data(MISSING))}"
