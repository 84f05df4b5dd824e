"""Documents as data: what they say, where each paragraph comes from, and what they leave open."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.documents import build as building
from roadmap_desktop.documents.blocks import Heading, Running, Sheet, Text, Title
from roadmap_desktop.documents.build import names
from roadmap_desktop.documents.document import Document, Paragraph, Run, Signatures, Source, Table
from roadmap_desktop.documents.paper import sheet
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.meeting import Proposal, new_meeting, new_topic
from roadmap_desktop.domain.records import Agreement, Answer, Log
from tests.builders import RESOURCES, TODAY, dossier, empty_side, form, full_dossier, library, side, words

FOLDER = RESOURCES / "documents"
NAMES = names(words())


def built(name: str, found: Dossier, language: str = "en") -> Document:
    return building.build(name, found, library(), words(language), FOLDER, TODAY)


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def said(document: Document) -> str:
    return "\n".join(block.text for block in paragraphs(document))


def from_checkpoint(document: Document, name: str) -> list[Paragraph]:
    return [
        block
        for block in paragraphs(document)
        if any(source.sort == "checkpoint" and source.key == name for source in block.sources)
    ]


def answered(**texts: str) -> Dossier:
    """Our side, a community organisation, with these answers ("c1_need")."""
    found = {key.replace("_", ".", 1).replace("_", "-"): text for key, text in texts.items()}
    return dossier(
        side(given={at: Answer(side="a", checkpoint=at, text=text) for at, text in found.items()}),
        empty_side(name="Riverside municipality"),
    )


@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("name", NAMES)
def test_every_document_can_be_filled(name: str, language: str) -> None:
    for found in (full_dossier(both=True), full_dossier(), dossier(empty_side("a"), empty_side("b"))):
        document = built(name, found, language)
        assert document.language == language
        assert document.title
        assert not re.search(r"[{}]", said(document))
        assert all(block.runs or block.style == "line" for block in paragraphs(document))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_users_names_its_source(name: str) -> None:
    """Each answer holds a word of its own: where that stands, its checkpoint is named."""
    found = full_dossier(both=True)
    ours, theirs = (
        each._replace(answers={at: Answer(checkpoint=at, text=f"word-of-{at}.") for at in each.answers})
        for each in found.sides
    )
    document = built(name, found._replace(ours=ours, theirs=theirs))
    seen = 0
    for block in paragraphs(document):
        for at in re.findall(r"word-of-([a-z0-9.-]+)\.", block.text):
            seen += 1
            assert at in [source.key for source in block.sources]
            assert {source.side for source in block.sources} == {"ours" if at.startswith("c") else "theirs"}
    assert seen


def test_an_answer_stands_in_the_proposal_as_it_was_written() -> None:
    document = built("partnership-proposal", answered(c1_need="Two lines:\n- one\n• two\n\nThe end."))
    need = from_checkpoint(document, "c1.need")
    assert [(block.style, block.text) for block in need] == [
        ("text", "Two lines:"), ("item", "one"), ("item", "two"), ("text", "The end."),
    ]  # fmt: skip
    assert need[0].sources == (Source("checkpoint", "c1.need", "ours"),)


def test_what_is_missing_is_named_by_its_checkpoint_and_nothing_stands_in_its_place() -> None:
    document = built("partnership-proposal", answered(c1_need="A need."))
    (gap,) = from_checkpoint(document, "c1.resources")
    wanted = "What we have and what we lack – checkpoint 4 of step 1"
    source = Source("checkpoint", "c1.resources", "ours")
    assert gap.runs == (Run(f"[…: {wanted}]", gap=True, wanted=wanted, source=source),)
    assert gap.text in document.gaps
    assert len(set(document.gaps)) == len(document.gaps)


def test_a_checkpoint_set_aside_leaves_no_gap_and_no_bare_heading() -> None:
    found = answered(c1_need="A need.", c1_risks="")
    found.ours.answers["c1.risks"]
    aside = {**found.ours.answers, "c1.risks": Answer(checkpoint="c1.risks", state="not-needed", text="none")}
    document = built("partnership-proposal", found._replace(ours=found.ours._replace(answers=aside)))
    assert from_checkpoint(document, "c1.risks") == []
    assert "Risks" not in said(document)


def test_two_versions_of_an_answer_are_not_passed_off_as_one() -> None:
    found = answered(c1_need="Ours.\nMore.", c1_idea="Agreed.")
    doubted = found._replace(ours=found.ours._replace(disputed=frozenset(["c1.need"])))
    document = built("partnership-proposal", doubted)
    first, last = from_checkpoint(document, "c1.need")
    assert not first.gap
    assert last.text == "More. […: two versions, choose one: The local need – checkpoint 1 of step 1]"
    assert last.gap
    assert not any(block.gap for block in from_checkpoint(document, "c1.idea"))


def test_private_notes_never_leave() -> None:
    found = full_dossier(both=True)
    secret = found.ours.notes["c1.need"].text
    for name in NAMES:
        assert secret not in repr(built(name, found))


def test_a_letter_says_nothing_in_the_partners_words() -> None:
    theirs = side(
        "b", name="Riverside municipality", kind="municipality",
        given={"m1.needs": Answer(side="b", checkpoint="m1.needs", text="Theirs alone.")},
    )  # fmt: skip
    found = dossier(side(given={}), theirs)
    assert "Theirs alone." not in said(built("first-letter", found))
    assert "checkpoint 1 of step 1" in said(built("first-letter", found))


def test_in_an_agreement_each_side_speaks_under_its_name() -> None:
    ours = side(given={"c3.roles": Answer(checkpoint="c3.roles", text="We cook.")})
    theirs = side(
        "b", name="Riverside municipality", kind="municipality",
        given={"m3.roles": Answer(side="b", checkpoint="m3.roles", text="They pay.")},
    )  # fmt: skip
    document = built("cooperation-agreement", dossier(ours, theirs))
    assert [block.text for block in from_checkpoint(document, "c3.roles")] == [
        "Valley Youth Association: We cook."
    ]
    (they,) = from_checkpoint(document, "m3.roles")
    assert they.text == "Riverside municipality: They pay."
    assert they.sources == (Source("checkpoint", "m3.roles", "theirs"),)
    alone = built("cooperation-agreement", dossier(ours, empty_side(name="Riverside municipality")))
    assert [block.text for block in from_checkpoint(alone, "c3.roles")] == ["We cook."]


def test_who_the_municipality_is_follows_from_the_two_and_not_from_whose_file_it_is() -> None:
    community, municipality = side(), side("b", name="Riverside", kind="municipality")
    ways = [dossier(community, municipality), dossier(municipality, community)]
    parties = [
        [block.text for block in paragraphs(built("memorandum", way)) if block.style == "clause"][:2]
        for way in ways
    ]
    assert parties[0] == parties[1]
    assert parties[0][0].startswith("1.1. Riverside, registration number 40008012345")


@pytest.mark.parametrize(
    ("form", "title", "clause"),
    [
        ("participation", "Līdzdarbības līgums", "Šis ir līdzdarbības līgums"),
        ("delegation", "Deleģēšanas līgums", "Šis ir deleģēšanas līgums"),
        ("other", "Sadarbības līgums", ""),
    ],
)
def test_the_agreement_is_called_what_the_register_says(form: str, title: str, clause: str) -> None:
    memorandum = Agreement(form="memorandum", number="1", signed="2026-11-01")
    found = dossier()._replace(agreements=(memorandum, Agreement(form=form, number="2", signed="2026-02-01")))
    document = built("cooperation-agreement", found, "lv")
    assert document.title == title
    assert "Numurs: 2" in said(document)
    assert clause in said(document)
    assert said(document).count("2.4.") == bool(clause)


def test_a_date_that_ends_with_a_point_ends_its_sentence() -> None:
    found = dossier()._replace(agreements=(Agreement(form="grant", valid_until="2027-06-27"),))
    assert "Spēkā līdz: 27.06.2027.\n" in said(built("cooperation-agreement", found, "lv"))


def test_the_budget_names_who_pays_and_adds_up() -> None:
    (budget,) = [table for table in tables(built("partnership-proposal", full_dossier())) if table.foot]
    assert budget.heads[1:3] == ("Valley Youth Association, €", "Riverside municipality, €")
    assert budget.foot[1:3] == ("2,750.50", "6,600.00")
    assert budget.sources == (Source("tool", "budget"),)


def test_minutes_do_not_put_the_first_meeting_into_a_later_ones_mouth() -> None:
    found = answered(c2_meeting="We agreed on a trial.")
    first = found._replace(log=(Log(day="2026-10-02", channel="meeting", who="All"),))
    assert "We agreed on a trial." in said(built("meeting-minutes", first))
    later = first._replace(log=(*first.log, Log(day="2026-11-02", channel="meeting", who="Half")))
    document = said(built("meeting-minutes", later))
    assert "We agreed on a trial." not in document
    assert "2 Nov 2026" in document


def test_the_agenda_lists_what_is_open_by_date() -> None:
    given = {
        "c1.need": Answer(checkpoint="c1.need", state="done", due="2026-01-01"),
        "c1.idea": Answer(checkpoint="c1.idea", state="in-progress"),
        "c1.forms": Answer(checkpoint="c1.forms", state="open", due="2026-12-01", who="Anna"),
    }
    open_points = tables(built("meeting-agenda", dossier(side(given=given))))[0]
    assert open_points.rows == (
        ("Forms of cooperation", "Anna", "1 Dec 2026"), ("The idea and the change", "", ""),
    )  # fmt: skip
    assert [source.key for source in open_points.sources] == ["c1.forms", "c1.idea"]


def test_a_report_shows_the_newest_scores_of_both_sides_beside_each_other() -> None:
    scores = next(t for t in tables(built("final-report", full_dossier(both=True))) if len(t.sources) == 2)
    assert scores.heads[1:3] == ("Valley Youth Association", "Riverside municipality")
    assert {source.side for source in scores.sources} == {"ours", "theirs"}
    assert all(row[1] in "12345–" for row in scores.rows)


def test_the_invitation_bears_the_head_of_the_municipality() -> None:
    letterhead = built("invitation", full_dossier(both=True)).letterhead
    assert letterhead is not None
    assert letterhead.name == "Riverside municipality"


def test_an_agreement_bears_no_letterhead_and_two_signatures() -> None:
    document = built("cooperation-agreement", full_dossier())
    assert document.letterhead is None
    (signatures,) = [block for block in document.blocks if isinstance(block, Signatures)]
    assert signatures.names == ("Riverside municipality", "Valley Youth Association")


def test_an_unknown_document_is_refused() -> None:
    with pytest.raises(KeyError):
        built("invoice", dossier())


@given(st.text(max_size=200), st.sampled_from(NAMES))
def test_whatever_is_written_stays_plain_text(text: str, name: str) -> None:
    document = built(name, answered(c1_need=text, c3_results=text, c2_common_outcome=text))
    for block in paragraphs(document):
        assert "\x00" not in block.text
        assert block.style != "line" or not block.runs or block.text == ""


@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("name", NAMES)
def test_paper_says_the_same_words(name: str, language: str) -> None:
    document = built(name, full_dossier(both=True), language)
    printed = on_paper(sheet(document, "valley.roadmap", "today"))
    for block in paragraphs(document):
        assert " ".join(block.text.split()) in printed


def on_paper(made: Sheet) -> str:
    """The words of all its paragraphs."""
    found = []
    for block in made.blocks:
        if isinstance(block, Running):
            found += [block.hang.text if block.hang else "", "".join(span.text for span in block.spans)]
        elif isinstance(block, Text | Heading | Title):
            found.append(block.text)
    return " ".join(" ".join(found).split())


def test_gaps_are_marked_on_paper_and_nothing_else_is() -> None:
    document = built("final-report", full_dossier())
    made = sheet(document, "valley.roadmap", "today")
    running = [block for block in made.blocks if isinstance(block, Running)]
    marked = [span.text for block in running for span in block.spans if span.gap]
    assert marked == [run.text for block in paragraphs(document) for run in block.runs if run.gap]
    assert marked


def test_paper_keeps_the_advice_of_agreements_alone() -> None:
    for name in NAMES:
        document = built(name, full_dossier())
        advice = next(block.text for block in paragraphs(document) if block.style == "advice")
        printed = repr(sheet(document, "valley.roadmap", "today", advice=False))
        assert (repr(advice)[1:-1] in printed) is (name in ("memorandum", "cooperation-agreement"))


def test_documents_that_fit_a_step_stand_in_its_order() -> None:
    walked = form("community")
    assert building.fitting(walked, "1") == ("partnership-proposal",)
    assert building.fitting(walked, "2") == (
        "first-letter", "meeting-agenda", "meeting-minutes", "partnership-proposal",
    )  # fmt: skip
    assert building.fitting(walked, "9") == ()


def test_a_prepared_meeting_is_the_agenda() -> None:
    meeting = new_meeting(bytes(16))._replace(day="2026-12-01", time="18.00", place="Library")
    topics = (
        new_topic(meeting, Proposal("next", "Keys")),
        new_topic(meeting, Proposal("next", "Roles", "a", "c3.roles")),
    )
    document = built("meeting-agenda", full_dossier()._replace(meetings=(meeting,), topics=topics))
    assert "1 December 2026, 18.00" in said(document)
    assert "Library" in said(document)
    points = tables(document)[0]
    assert [row[0] for row in points.rows] == ["Keys", "Roles"]
    assert points.sources == (Source("meeting"), Source("checkpoint", "c3.roles", "ours"))


def test_what_is_not_known_of_a_meeting_is_a_gap() -> None:
    gaps = {run.wanted for block in paragraphs(built("meeting-agenda", full_dossier())) for run in block.runs}
    assert {"day and time, from – to", "place"} <= gaps
