"""Sheets as data: what they say of a partnership, without any page or font."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.documents.blocks import (
    Blank,
    Block,
    Grid,
    Heading,
    Legend,
    Line,
    LineCell,
    Parties,
    Point,
    Quadrants,
    Questions,
    Sheet,
    Table,
    Text,
    TextCell,
    Title,
)
from roadmap_desktop.documents.sheets import SHEETS, all_sheet, blank_sheet, open_sheet, progress_sheet
from roadmap_desktop.documents.tools import clean
from roadmap_desktop.domain.codes import codes, order
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.progress import Stop
from roadmap_desktop.domain.records import Answer, Budget, Evaluation, Note, Stakeholder, Swot
from roadmap_desktop.domain.words import beside
from tests.builders import (
    TODAY,
    answers,
    dossier,
    empty_side,
    form,
    full_dossier,
    library,
    side,
    words,
)


def printed(found: Dossier, language: str = "en", **options: bool) -> Sheet:
    return progress_sheet(found, library(), words(language), TODAY, "valley.roadmap", **options)


def points(sheet: Sheet) -> dict[str, Point]:
    """By the checkpoint's id."""
    return {block.stop.checkpoint: block for block in sheet.blocks if isinstance(block, Point)}


def after(sheet: Sheet, heading: str) -> list[Block]:
    """The blocks from a heading of that text to the next heading or checkpoint."""
    at = next(
        i for i, block in enumerate(sheet.blocks) if isinstance(block, Heading) and block.text == heading
    )
    found: list[Block] = []
    for block in sheet.blocks[at + 1 :]:
        if isinstance(block, (Heading, Point)):
            break
        found.append(block)
    return found


def strings(value: object) -> Iterator[str]:
    """Every text anywhere in a block; stops are drawn, not set."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and not isinstance(value, Stop):
        for part in value:
            yield from strings(part)


# --------------------------------------------------------------------------------------- the progress sheet


def test_every_checkpoint_is_there_in_the_forms_order_with_its_code() -> None:
    sheet = printed(dossier())

    assert {name: point.code for name, point in points(sheet).items()} == codes(form())
    assert list(points(sheet)) == [point.id for point in form().checkpoints]
    headings = [block for block in sheet.blocks if isinstance(block, Heading) and block.level == 2]
    assert [(block.step, block.text) for block in headings] == [
        (step.id, step.title) for step in form().steps
    ]


def test_an_answer_brings_its_state_person_date_and_whole_text() -> None:
    text = "First line.\nSecond line, " + "very " * 500 + "long."
    answer = Answer(
        checkpoint="c1.need", text=text, state="in-progress", who="Anna Bērziņa", due="2026-12-01"
    )
    point = points(printed(dossier(side(given={"c1.need": answer}))))["c1.need"]

    assert point.text == text
    assert point.state == "In progress"
    assert point.facts == (("Responsible", "Anna Bērziņa"), ("Due", "1 Dec 2026"))
    assert point.alarms == ()
    assert point.missing == words()("sheet", "no_answer")


def test_a_checkpoint_nobody_touched_is_one_quiet_row() -> None:
    point = points(printed(dossier(side(given={}))))["c2.meeting"]

    assert (point.text, point.missing, point.facts, point.alarms, point.extras) == ("", "", (), (), ())


def test_overdue_and_disputed_checkpoints_bear_a_warning() -> None:
    given_answers = {
        "c1.need": Answer(due="2026-11-22"),
        "c1.idea": Answer(due="2026-11-22", state="done"),
        "c1.offer": Answer(due=TODAY),
    }
    found = points(printed(dossier(side(given=given_answers, disputed=frozenset({"c1.idea"})))))

    assert found["c1.need"].alarms == ("Overdue",)
    assert found["c1.idea"].alarms == ("Two versions",)
    assert found["c1.offer"].alarms == ()


@pytest.mark.parametrize("private", [True, False])
def test_private_notes_only_where_they_are_wanted(private: bool) -> None:
    secret = "Ask the mayor's sister first."
    found = dossier(side(given=answers(form(), 3), notes={"c1.need": secret}))
    sheet = printed(found, private_notes=private)

    assert any(secret in text for text in strings(sheet)) is private
    assert sheet.footer.level == words()("sheet", "level_whole" if private else "level_partner")
    if private:
        assert ("Private note", secret) in points(sheet)["c1.need"].extras


def test_attachments_are_named() -> None:
    found = dossier(side(given=answers(form(), 3), files={"c1.offer": ("offer.pdf", "budžets.xlsx")}))

    assert points(printed(found))["c1.offer"].extras == (("Attachments", "offer.pdf, budžets.xlsx"),)


def test_the_other_side_comes_after_ours_and_only_when_it_has_written() -> None:
    alone, both = printed(full_dossier()), printed(full_dossier(both=True))

    def sides(sheet: Sheet) -> list[str]:
        return [block.text for block in sheet.blocks if isinstance(block, Heading) and block.level == 1]

    assert sides(alone) == []
    assert sides(both) == ["Valley Youth Association", "Riverside municipality"]
    order = list(points(both))
    assert order.index("m1.needs") > order.index("c3.next")
    assert (points(both)["m1.needs"].code, points(both)["c1.need"].code) == ("M1·1", "C1·1")
    assert set(points(both)) == {
        point.id for name in ("community", "municipality") for point in form(name).checkpoints
    }


def test_the_line_has_a_track_for_each_side_that_has_written() -> None:
    def tracks(sheet: Sheet) -> list[str]:
        return [name for block in sheet.blocks if isinstance(block, Line) for name, _ in block.tracks]

    assert tracks(printed(full_dossier())) == ["Valley Youth Association"]
    assert tracks(printed(full_dossier(both=True))) == ["Valley Youth Association", "Riverside municipality"]
    assert tracks(printed(dossier(side(name="")))) == [words()("side", "ours")]


def test_both_organisations_are_named_with_what_is_known_of_them() -> None:
    parties = next(block for block in printed(full_dossier()).blocks if isinstance(block, Parties))

    assert [cell[1] for cell in parties.cells] == ["Valley Youth Association", "Riverside municipality"]
    assert parties.cells[0][2] == (
        "Community organisation", "Register number 40008012345", "Skolas iela 4, Lejasciems",
    )  # fmt: skip
    nobody = next(block for block in printed(dossier()).blocks if isinstance(block, Parties))
    assert len(nobody.cells) == 1


def test_progress_per_step_and_side_and_its_sum() -> None:
    table = next(block for block in printed(full_dossier(both=True)).blocks if isinstance(block, Table))

    assert table.heads[1:] == ("Valley Youth Association", "Riverside municipality")
    assert [row[0] for row in table.rows] == [f"{i}. {step.title}" for i, step in enumerate(form().steps, 1)]
    first = table.rows[0][1]
    assert isinstance(first, TextCell)
    assert first.text == "10 of 10"
    done = sum(
        int(cell.text.split()[0]) for row in table.rows for cell in [row[2]] if isinstance(cell, TextCell)
    )
    assert table.foot[2].startswith(f"{done} of ")


def test_the_next_checkpoints_are_dated_ones_first_and_few() -> None:
    given_answers = {"c3.next": Answer(due="2026-11-01", who="Jānis"), "c1.idea": Answer(due="2027-01-01")}
    tables = [
        block for block in printed(dossier(side(given=given_answers))).blocks if isinstance(block, Table)
    ]
    rows = tables[1].rows

    assert [row[0] for row in rows][:3] == ["C3·11", "C1·5", "C1·1"]
    assert len(rows) == 5
    assert rows[0][2] == "Jānis"
    assert rows[0][3] == TextCell("1 Nov 2026", alarm=True)


def test_a_finished_partnership_has_no_next_checkpoints() -> None:
    done = {point.id: Answer(state="done", text="x") for point in form().checkpoints}
    tables = [block for block in printed(dossier(side(given=done))).blocks if isinstance(block, Table)]

    assert len(tables) == 1


def test_the_legend_explains_every_sign() -> None:
    legend = next(block for block in printed(dossier()).blocks if isinstance(block, Legend))

    assert [symbol for symbol, _ in legend.items] == [
        "open", "in-progress", "done", "not-needed", "current", "overdue", "conflict",
    ]  # fmt: skip
    assert all(label != symbol for symbol, label in legend.items)


def test_answers_of_a_form_that_is_gone_are_printed_nevertheless() -> None:
    given_answers = {"x9.secret": Answer(checkpoint="x9.secret", text="Kept.", state="done")}
    ours = side(given=given_answers)
    strange = ours._replace(side=ours.side._replace(form="long-gone"))
    found = points(printed(dossier(strange)))

    assert found["x9.secret"].text == "Kept."
    assert found["x9.secret"].title == "x9.secret"


@pytest.mark.parametrize("language", ["en", "lv"])
def test_no_key_of_the_words_is_printed_in_place_of_a_word(language: str) -> None:
    for sheet in (
        printed(full_dossier(language=language, both=True), language),
        all_sheet([full_dossier(language=language)], library(), words(language), TODAY, "x"),
        blank_sheet(form("municipality", language), words(language), TODAY),
    ):
        labels = {text for block in sheet.blocks for text in strings(block)}
        labels |= set(strings(sheet.footer))
        keys = {
            "no_answer",
            "private_note",
            "next_due",
            "progress_column",
            "partnerships",
            "average",
            "number",
        }
        keys |= {"level_all", "level_whole", "level_blank", "round", "in_kind", "valid_until"}
        assert not labels & keys
        assert not any("{" in text for text in labels - {sheet.footer.page})


def test_the_latvian_sheet_speaks_latvian() -> None:
    sheet = printed(full_dossier(language="lv"), "lv")
    title = next(block for block in sheet.blocks if isinstance(block, Title))

    assert sheet.language == "lv"
    assert title.over == words("lv")("sheet", "progress")
    assert points(sheet)["c1.need"].title == form("community", "lv").checkpoints[0].title
    assert sheet.footer.printed == f"Izdrukāts: {words('lv').date(TODAY)}"
    assert sheet.footer.page.format(page=2, pages=7) == "2. lapa no 7"


# ---------------------------------------------------------------------------------------------- the tools


def test_every_filled_tool_is_printed_once_at_its_checkpoint() -> None:
    sheet = printed(full_dossier(both=True))
    titles = [block.text for block in sheet.blocks if isinstance(block, Heading) and block.level == 3]
    own = [words().tool(kind)["title"] for kind in ("stakeholder", "swot", "evaluation")]
    shared = [
        words().tool(kind)["title"]
        for kind in ("contact", "log", "action", "budget", "agreement", "indicator")
    ]

    assert all(titles.count(title) == 2 for title in own)
    assert all(titles.count(title) == 1 for title in shared)
    blocks = list(sheet.blocks)
    where = next(i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.text == own[1])
    assert isinstance(blocks[where - 1], Point)
    assert blocks[where - 1].stop.checkpoint == "c1.risks"  # type: ignore[union-attr]


def test_no_tool_is_printed_where_nothing_was_entered() -> None:
    assert not [
        b for b in printed(dossier()).blocks if isinstance(b, (Quadrants, Grid)) or b == Heading(3, "")
    ]


def test_tools_whose_checkpoint_the_form_lacks_come_at_the_end() -> None:
    ours = side(walked=form("municipality"), given={}, tools=True)
    filled = full_dossier()._replace(ours=ours)
    titles = [
        block.text for block in printed(filled).blocks if isinstance(block, Heading) and block.level == 3
    ]

    assert words().tool("contact")["title"] == titles[-1]


def test_stakeholders_are_numbered_on_the_map_and_in_the_table() -> None:
    grid, table = after(printed(full_dossier()), "Stakeholder map")

    assert isinstance(grid, Grid)
    assert isinstance(table, Table)
    assert grid.items == ((1, 3, 5), (2, 5, 4), (3, 5, 2), (4, 4, 3))
    assert table.rows[0][:2] == ("1", "County council")
    assert table.rows[4][3:5] == ("–", "–")


def test_scores_beyond_the_scale_stay_on_the_map() -> None:
    ours = side(given={})._replace(stakeholders=(Stakeholder(name="Loud", influence=99, interest=7),))
    grid = after(printed(dossier(ours)), "Stakeholder map")[0]

    assert isinstance(grid, Grid)
    assert grid.items == ((1, 5, 5),)


def test_swot_has_four_fields_and_loses_no_strange_line() -> None:
    ours = side(given={})._replace(
        swot=(Swot(quadrant="threat", text="Rain"), Swot(quadrant="omen", text="Owl"))
    )
    (block,) = after(printed(dossier(ours)), words().tool("swot")["title"])

    assert isinstance(block, Quadrants)
    assert [title for title, _ in block.cells] == list(words().group("quadrant").values())
    assert block.cells[3][1] == ("Rain",)
    assert any("Owl" in lines for _, lines in block.cells)


@pytest.mark.parametrize(
    ("key", "ours", "theirs"), [("a", "2,750.50", "6,600.00"), ("b", "6,600.00", "2,750.50")]
)
def test_the_budget_is_summed_from_our_point_of_view(key: str, ours: str, theirs: str) -> None:
    other = "b" if key == "a" else "a"
    found = full_dossier()
    turned = found._replace(
        ours=found.ours._replace(side=found.ours.side._replace(key=key)),
        theirs=found.theirs._replace(side=found.theirs.side._replace(key=other)),
    )
    (table,) = after(printed(turned), words().tool("budget")["title"])

    assert isinstance(table, Table)
    assert table.foot == ("Total", ours, theirs, "")
    assert {table.rows[1][1], table.rows[1][2]} == {"2,400.50", "4,800.00"}


def test_money_is_written_as_the_language_writes_it_and_strange_sums_stay() -> None:
    rows = (
        Budget(item="a", pays_a="1234.5", pays_b="about 100"),
        Budget(item="b", pays_a="nan", pays_b="1e999"),
    )
    found = dossier()._replace(budget=rows)
    (table,) = after(printed(found, "lv"), words("lv").tool("budget")["title"])

    assert isinstance(table, Table)
    assert table.rows[0][1:3] == ("1\u00a0234,50", "about 100")
    assert table.rows[1][1:3] == ("nan", "1e999")
    assert table.foot[1:3] == ("1\u00a0234,50", "0,00")


def test_the_contact_log_goes_by_date() -> None:
    (table,) = after(printed(full_dossier()), words().tool("log")["title"])

    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["14 Sep 2026", "2 Oct 2026"]
    assert table.rows[1][1] == "Meeting"


def test_rounds_of_evaluation_stand_side_by_side_with_their_means() -> None:
    (table,) = after(printed(full_dossier()), words().tool("evaluation")["title"])

    assert isinstance(table, Table)
    assert table.heads == ("Criterion", "Round 1", "Round 2", "Comment")
    assert [row[0] for row in table.rows] == [one["title"] for one in words().group("criterion").values()]
    assert table.rows[0][1:3] == ("2", "3")
    scores = [int(str(row[1])) for row in table.rows]
    assert table.foot[1] == f"{sum(scores) / len(scores):.1f}"


def test_many_rounds_make_several_tables_and_what_is_not_judged_does_not_count() -> None:
    rows = [Evaluation(round=number, criterion="trust", score=number % 6) for number in range(1, 14)]
    ours = side(given={})._replace(evaluations=(*rows, Evaluation(round=1, criterion="humour", score=0)))
    tables = after(printed(dossier(ours)), words().tool("evaluation")["title"])

    assert [len(table.heads) for table in tables if isinstance(table, Table)] == [8, 8, 3]
    first = tables[0]
    assert isinstance(first, Table)
    assert first.rows[1][:2] == ("humour", "–")
    assert first.foot[1] == "1.0"
    assert first.foot[6] == ""


# ----------------------------------------------------------------------------------------- the other sheets


def test_the_overview_has_a_row_for_each_partnership() -> None:
    found = [full_dossier(both=True), dossier(stage="paused", title="Second")]
    sheet = all_sheet(found, library(), words(), TODAY, "valley.roadmap")
    table = next(block for block in sheet.blocks if isinstance(block, Table))

    assert sheet.wide
    assert len(table.rows) == 2
    title, line = table.rows[0][:2]
    assert title == TextCell(
        "An afternoon room for the valley's children", "Riverside municipality", strong=True
    )
    assert isinstance(line, LineCell)
    assert [name for name, _ in line.tracks] == ["Valley Youth Association", "Riverside municipality"]
    assert line.captions[0] == "1: 10/10 · 2: 7/7 · 3: 10/10"
    assert table.rows[1][0] == TextCell("Second", "Paused", strong=True)


def test_the_overview_names_next_stop_date_person_and_how_much_is_late() -> None:
    given_answers = {
        "c1.need": Answer(state="done"),
        "c1.target-group": Answer(who="Anna"),
        "c2.meeting": Answer(due="2026-11-01", who="Jānis"),
        "c3.next": Answer(due="2026-11-02"),
    }
    sheet = all_sheet([dossier(side(given=given_answers))], library(), words(), TODAY, "x")
    row = next(block for block in sheet.blocks if isinstance(block, Table)).rows[0]

    assert row[2] == TextCell(form().checkpoints[1].title, "C1·2")
    assert row[3] == TextCell("1 Nov 2026", alarm=True)
    assert row[4] == "Anna"
    assert row[5] == TextCell("2", strong=True, alarm=True)
    title = next(block for block in sheet.blocks if isinstance(block, Title))
    assert title.under == "Partnerships: 1 · Overdue: 2"


def test_the_overview_takes_dossiers_one_at_a_time_and_keeps_none() -> None:
    living: list[int] = []

    def make() -> Iterator[Dossier]:
        for number in range(5):
            living.append(number)
            yield dossier(side(given={}), title=f"Number {number}")

    sheet = all_sheet(make(), library(), words(), TODAY, "x")

    assert living == list(range(5))
    assert not any(isinstance(part, Dossier) for block in sheet.blocks for part in block)


def test_an_overview_of_nothing_is_a_table_without_rows() -> None:
    sheet = all_sheet([], library(), words(), TODAY, "x")

    assert next(block for block in sheet.blocks if isinstance(block, Table)).rows == ()


@pytest.mark.parametrize("name", ["community", "municipality"])
@pytest.mark.parametrize("language", ["en", "lv"])
def test_a_blank_form_has_every_checkpoint_with_questions_boxes_and_room(name: str, language: str) -> None:
    walked = form(name, language)
    sheet = blank_sheet(walked, words(language), TODAY)
    blanks = [block for block in sheet.blocks if isinstance(block, Blank)]

    assert [block.code for block in blanks] == list(codes(walked).values())
    for block, point in zip(blanks, walked.checkpoints, strict=True):
        assert block.questions == Questions(point.questions, point.how[0])
        assert block.writing.boxes == tuple(words(language).group("state").values())
        assert block.writing.lines >= 4
    assert Text(walked.summary) in sheet.blocks
    assert sheet.footer.level == words(language)("sheet", "level_blank")


def test_the_names_of_the_sheets_are_fixed() -> None:
    assert SHEETS == ("progress", "open", "joint", "meeting", "handover", "all", "blank")
    assert printed(dossier()).name == "progress"
    assert all_sheet([], library(), words(), TODAY, "x").name == "all"
    assert blank_sheet(form(), words(), TODAY).name == "blank"


# ------------------------------------------------------------------------------------------ strange texts


@given(st.text(alphabet=st.characters(), max_size=200))
def test_cleaned_text_holds_nothing_that_cannot_be_printed(text: str) -> None:
    found = clean(text)

    assert clean(found) == found
    assert not any(ord(letter) < 32 and letter != "\n" for letter in found)
    assert not any(0xD800 <= ord(letter) < 0xE000 for letter in found)
    kept = [letter for letter in text if letter.isalnum() and not 0xD800 <= ord(letter) < 0xE000]
    assert [letter for letter in found if letter.isalnum()] == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\tb", "a b"),
        ("a\x00b", "a b"),
        ("\ufeffa", "a"),
        ("x\u2029y", "x\n\ny"),
        ("ļ", "ļ"),
    ],
)
def test_line_breaks_are_kept_and_control_signs_go(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_hostile_names_reach_the_sheet_cleaned() -> None:
    given_answers = {
        "c1.need": Answer(checkpoint="c1.need", text="a\x00b", who="\x1b[31mred", due="not\x07a date")
    }
    ours = side(name="Bad\x00Name", given=given_answers)
    ours = ours._replace(notes={"c1.need": Note(text="\ud800")})
    sheet = progress_sheet(
        dossier(ours, empty_side(), title="T\x07"), library(), words(), TODAY, "f\x00.roadmap"
    )

    for text in (*strings(sheet.blocks), *strings(sheet.footer), sheet.title):
        assert not any(ord(letter) < 32 and letter != "\n" for letter in text), text
        text.encode()


# -------------------------------------------------------------------------------------------- the open sheet


def opened(found: Dossier, language: str = "en", **options: bool) -> Sheet:
    return open_sheet(found, library(), words(language), TODAY, "valley.roadmap", **options)


def test_the_open_sheet_has_what_is_unfinished_in_the_order_of_the_codes() -> None:
    given_answers = {
        "c1.need": Answer(text="Done.", state="done"),
        "c1.target-group": Answer(text="Half.", state="in-progress"),
        "c1.idea": Answer(state="not-needed"),
        "c9.newer": Answer(text="Of a newer form.", state="in-progress"),
        "c9.done": Answer(text="Of a newer form.", state="done"),
    }
    found = points(opened(dossier(side(given=given_answers))))
    left = [name for name in order(form(), given_answers) if name not in ("c1.need", "c1.idea", "c9.done")]
    assert list(found) == left
    assert found["c1.target-group"].questions is None
    assert found["c1.organisation"].questions == Questions(form().checkpoints[2].questions)
    assert all(point.writing is None for point in found.values())


def test_lines_to_write_on_stand_at_what_is_unfinished_only() -> None:
    given_answers = {"c1.need": Answer(text="Done.", state="done")}
    for sheet in (printed, opened):
        found = points(sheet(dossier(side(given=given_answers)), room=True))
        bare = [name for name, point in found.items() if point.writing is None]
        assert bare == (["c1.need"] if sheet is printed else [])
        writing = found["c1.idea"].writing
        assert writing is not None
        assert (writing.lines >= 3, len(writing.boxes), writing.fields) == (True, 4, ("Responsible", "Due"))


def test_where_everything_is_done_the_open_sheet_says_so() -> None:
    done = {each.id: Answer(state="done") for each in form().checkpoints}
    sheet = opened(dossier(side(given=done)))
    assert points(sheet) == {}
    assert Text(words()("line", "finished")) in sheet.blocks


def test_a_sheet_in_two_languages_says_labels_in_both_and_answers_once() -> None:
    twice = beside(words("lv"), words())
    given_answers = {"c1.need": Answer(text="Vienreiz.", state="in-progress", who="Anna")}
    sheet = open_sheet(dossier(side(given=given_answers)), library(), twice, TODAY, "x")
    found = points(sheet)
    assert found["c1.need"].title == "Vietējā vajadzība / The local need"
    assert found["c1.need"].state == "Iesākts / In progress"
    assert list(strings(sheet)).count("Vienreiz.") == 1
    asked = found["c1.idea"].questions
    assert asked is not None
    idea = next(number for number, each in enumerate(form().checkpoints) if each.id == "c1.idea")
    assert asked.items == form("community", "lv").checkpoints[idea].questions
    assert asked.second == form().checkpoints[idea].questions
    blank = blank_sheet(form("community", "lv"), twice, TODAY, second=form())
    first = next(block for block in blank.blocks if isinstance(block, Blank))
    assert first.questions.second == form().checkpoints[0].questions
    assert Text(form("community", "lv").summary, second=form().summary) in blank.blocks


def test_two_sides_of_one_form_have_codes_of_their_own() -> None:
    given_answers = {"c1.need": Answer(text="x")}
    sheet = printed(dossier(side("a", given=given_answers), side("b", given=given_answers)))
    found = [block.code for block in sheet.blocks if isinstance(block, Point)]
    assert len(found) == len(set(found)) == 2 * len(form().checkpoints)
