"""The joint sheet as data: the same as the domain says, both texts side by side."""

from __future__ import annotations

from roadmap_desktop.documents.blocks import Beside, Sheet, Table, Text
from roadmap_desktop.documents.joint import joint_sheet
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.joint import counted, joint
from roadmap_desktop.domain.records import Answer
from tests.builders import TODAY, dossier, empty_side, form, full_dossier, library, side, words


def made(found: Dossier, language: str = "en") -> Sheet:
    return joint_sheet(found, library(), words(language), TODAY, "valley.roadmap")


def besides(sheet: Sheet) -> list[Beside]:
    return [block for block in sheet.blocks if isinstance(block, Beside)]


def meeting(ours: Answer, theirs: Answer) -> Dossier:
    other = side(
        "b", name="Riverside", kind="municipality", walked=form("municipality"), given={"m1.needs": theirs}
    )
    return dossier(side("a", given={"c1.need": ours}), other)


def test_both_texts_are_whole_and_the_words_that_differ_are_marked() -> None:
    found = meeting(
        Answer(text="Twelve old people live alone.", state="done", who="Anna"), Answer(text="Nine old people live alone.")
    )  # fmt: skip
    [block] = besides(made(found))
    left, right = block.columns
    assert (block.title, block.said, block.strong) == ("The local need", "Differs", True)
    assert left.head == "Valley Youth Association · C1·1 · Done · Anna"
    assert right.head == "Riverside · M1·1 · Open"
    assert [part for part, differs in left.text if differs] == ["Twelve"]
    assert "".join(part for part, _ in right.text) == "Nine old people live alone."


def test_what_one_side_alone_has_is_said_and_not_marked() -> None:
    [block] = besides(made(meeting(Answer(), Answer(text="Only we."))))
    assert block.said == "Only Riverside"
    assert block.columns[1].text == (("Only we.", False),)
    assert block.columns[0].missing == words()("sheet", "no_answer")


def test_what_nobody_has_begun_is_named_in_one_line_a_step() -> None:
    sheet = made(dossier(side(given={}), empty_side()))
    assert besides(sheet) == []
    lines = [
        block.text
        for block in sheet.blocks
        if isinstance(block, Text) and block.text.startswith("Nobody yet: ")
    ]
    assert len(lines) == len(form().steps)


def test_it_counts_what_the_domain_counts() -> None:
    found = full_dossier(2, both=True)
    sheet = made(found)
    table = next(block for block in sheet.blocks if isinstance(block, Table))
    count = counted(joint(found, form(), form("municipality")))
    assert table.foot[1:] == tuple(str(count[sort]) for sort in ("agreed", "differs", "one-side", "nobody"))
    assert len(besides(sheet)) == count.total() - count["nobody"]


def test_private_notes_are_never_in_it() -> None:
    found = full_dossier(2, both=True)
    secret = next(iter(found.ours.notes.values())).text
    assert secret
    assert secret not in repr(made(found))
