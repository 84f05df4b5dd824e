"""Sheets on pages: text broken into lines, rows never cut, heads repeated, nothing beyond the paper's margins."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage, QPainter

from roadmap_desktop.documents.blocks import (
    Beside,
    Block,
    Cell,
    Column,
    Contents,
    Footer,
    Grid,
    Heading,
    Parties,
    Quadrants,
    Sheet,
    Table,
    Text,
    TextCell,
    Title,
)
from roadmap_desktop.documents.choice import OF_ONE, Wanted, sheet_of
from roadmap_desktop.documents.sheets import all_sheet, blank_sheet, progress_sheet
from roadmap_desktop.domain.codes import codes
from roadmap_desktop.domain.history import Page
from roadmap_desktop.domain.words import beside
from roadmap_desktop.paint import faces
from roadmap_desktop.paint.faces import BODY, MM, SMALL, STRONG, Faces
from roadmap_desktop.paint.pdf import write_pdf
from roadmap_desktop.paint.pieces import Box, Drawing, Letters, PageNumber, Rule, Sign
from roadmap_desktop.paint.sheet import (
    FOOT_MARGIN,
    PAPERS,
    SIDE_MARGIN,
    TOP_MARGIN,
    Pages,
    lay_out,
    page_layout,
    paint_page,
    paper_size,
)
from tests.builders import TODAY, answers, dossier, form, full_dossier, library, side, words

NOTHING_TOLD = Page((), {}, ended=False)
FOOTER = Footer("valley.roadmap", "Printed today", "Everything", "page {page} of {pages}")


def sheet(*blocks: Block, wide: bool = False) -> Sheet:
    return Sheet("test", "A test", "en", blocks, FOOTER, wide)


def lettering(pages: Pages, number: int | None = None) -> Iterator[tuple[float, Letters]]:
    """Every text of the pages (or of one) with its page-relative top."""
    for page in pages.pages if number is None else [pages.pages[number - 1]]:
        for placed in page:
            for op in placed.piece.ops:
                if isinstance(op, Letters):
                    yield placed.y, op


def text_of(pages: Pages, number: int | None = None) -> str:
    return " ".join(line for _, op in lettering(pages, number) for line in op.lines)


def frame_height(pages: Pages) -> float:
    return (pages.size_mm[1] - TOP_MARGIN - FOOT_MARGIN) * MM


def squeezed(text: str) -> str:
    return "".join(text.split())


# ---------------------------------------------------------------------------------------- line breaks


@given(st.text(alphabet=st.sampled_from("abcdefg āčēģ αβγ жщю-.,\n"), max_size=400), st.floats(20, 180))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wrapping_keeps_every_letter_and_every_line_fits(family: str, text: str, wide: float) -> None:
    setter = Faces(family)
    lines = setter.wrap(text, wide * MM, BODY)

    assert squeezed("".join(lines)) == squeezed(text)
    assert len(lines) >= text.count("\n") + 1
    for line in lines:
        assert sum(setter.width(word, BODY) for word in line.split()) <= wide * MM


def test_lines_are_as_full_as_they_can_be(family: str) -> None:
    setter = Faces(family)
    text = "The municipality owns an empty room in the old post office, heated in winter. " * 4
    lines = setter.wrap(text.strip(), 80 * MM, BODY)

    for line, following in itertools.pairwise(lines):
        assert setter.width(f"{line} {following.split()[0]}", BODY) > 79 * MM


def test_a_word_of_five_hundred_letters_is_broken(family: str) -> None:
    setter = Faces(family)
    word = "Nepārtrauktība" * 36
    lines = setter.wrap(f"before {word} after", 60 * MM, BODY)

    assert lines[0] == "before"
    assert "".join(lines[1:-1]) + lines[-1].removesuffix(" after") == word
    assert len(lines) > 10
    assert all(setter.width(line, BODY) <= 61 * MM for line in lines)


def test_hard_spaces_hold_and_runs_of_spaces_do_not_grow(family: str) -> None:
    setter = Faces(family)

    assert setter.wrap("a    b", 100 * MM, BODY) == ["a b"]
    assert setter.wrap("10\u00a0000 €", 100 * MM, BODY) == ["10\u00a0000 €"]
    assert setter.wrap("one\n\ntwo", 100 * MM, BODY) == ["one", "", "two"]


def test_bold_is_wider_and_a_larger_size_in_proportion(family: str) -> None:
    setter = Faces(family)

    assert setter.width("Riverside", STRONG) > setter.width("Riverside", SMALL)
    twice = SMALL._replace(size=16, pixels=SMALL.pixels * 2)
    assert setter.width("Riverside", twice) == pytest.approx(2 * setter.width("Riverside", SMALL))


def test_what_is_too_long_for_the_footer_loses_its_middle(family: str) -> None:
    setter = Faces(family)
    name = "a-very-long-name-" * 20 + "end.roadmap"
    short = setter.fit(name, 60 * MM, SMALL)

    assert setter.width(short, SMALL) <= 60 * MM
    assert short.startswith("a-very")
    assert short.endswith("d.roadmap")
    assert "…" in short
    assert setter.fit("short", 60 * MM, SMALL) == "short"


def test_widths_do_not_pile_up_for_ever(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "_KEPT_WORDS", 50)
    setter = Faces(family)
    lines = setter.wrap(" ".join(f"w{number}" for number in range(500)), 100 * MM, BODY)

    assert " ".join(lines).split() == [f"w{number}" for number in range(500)]
    assert len(setter._widths[False]) <= 52


# ------------------------------------------------------------------------------------------- the pages


def every_sheet(language: str = "en") -> Iterable[Sheet]:
    both = full_dossier(3, language=language, both=True)
    one = dossier(side(given=answers(form("community", language), 9), tools=True), tools=True)
    yield progress_sheet(both, library(), words(language), TODAY, "valley.roadmap")
    yield progress_sheet(one, library(), words(language), TODAY, "valley.roadmap", private_notes=False)
    yield all_sheet([both, one] * 20, library(), words(language), TODAY, "valley.roadmap")
    yield blank_sheet(form("municipality", language), words(language), TODAY)
    other = "lv" if language == "en" else "en"
    twice = beside(words(language), words(other))
    for name in OF_ONE:
        for found, spoken in ((both, words(language)), (one, twice), (dossier(side(given={})), twice)):
            wanted = Wanted(name, library(), spoken, TODAY, "valley.roadmap", room=spoken is twice)
            yield sheet_of(found, wanted, lambda: NOTHING_TOLD)
    second = form("community", other)
    yield blank_sheet(form("community", language), twice, TODAY, second=second)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "lv"])
def test_nothing_lies_outside_the_margins_and_nothing_overlaps(
    family: str, paper: str, language: str
) -> None:
    setter = Faces(family)
    for made in every_sheet(language):
        pages = lay_out(made, paper=paper, type_faces=setter)
        width = (pages.size_mm[0] - 2 * SIDE_MARGIN) * MM
        for page in pages.pages:
            end = 0.0
            for placed in page:
                assert placed.y >= end - 0.01
                end = placed.y + placed.piece.height
                for op in placed.piece.ops:
                    match op:
                        case Letters():
                            widest = max(setter.width(line, op.style) for line in op.lines)
                            assert -1 <= op.x <= op.x + widest <= width * 1.002, op.lines
                        case Rule():
                            assert -1 <= min(op.x1, op.x2) <= max(op.x1, op.x2) <= width + 1
                        case Box() | Drawing() | Sign():
                            assert 0 <= op.x <= width
            assert end <= frame_height(pages) + 1


def test_letters_lie_inside_their_own_piece(family: str) -> None:
    for made in every_sheet("lv"):
        for page in lay_out(made, family=family).pages:
            for placed in page:
                for op in placed.piece.ops:
                    if isinstance(op, Letters):
                        bottom = op.y + (len(op.lines) - 1) * op.style.line
                        assert op.y > 0
                        assert bottom <= placed.piece.height + 1


def test_no_heading_ends_a_page(family: str) -> None:
    for made in every_sheet():
        titles = {block.text for block in made.blocks if isinstance(block, Heading)}
        for page in lay_out(made, family=family).pages:
            last = [op for op in page[-1].piece.ops if isinstance(op, Letters)]
            assert not any(" ".join(op.lines) in titles for op in last if op.style.bold), last


def test_a_heading_goes_along_with_what_it_heads(family: str) -> None:
    """Wherever the page breaks, the heading stands on the page of its first lines."""
    for filler in range(40, 62):
        lines = Text("\n".join(f"line {number}" for number in range(filler)))
        pages = lay_out(sheet(lines, Heading(2, "Our heading"), Text("First words.")), family=family)
        where = [
            number
            for number in (1, 2)
            if number <= pages.page_count and "Our heading" in text_of(pages, number)
        ]

        assert len(where) == 1
        assert "First words." in text_of(pages, where[0])


def numbered(count: int, foot: bool = True) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"row-{n}", "several words " * (n % 7 + 1)) for n in range(count)
    )
    return Table(("Number", "Words"), rows, (20, 30), foot=("sum", "all") if foot else ())


def row_tops(pages: Pages) -> list[tuple[int, float, str]]:
    return [
        (number, y, op.lines[0])
        for number in range(1, pages.page_count + 1)
        for y, op in lettering(pages, number)
        if op.lines[0].startswith("row-")
    ]


def test_rows_are_whole_in_their_order_and_heads_are_repeated(family: str) -> None:
    pages = lay_out(sheet(Heading(3, "The table"), numbered(150)), family=family)

    assert pages.page_count > 3
    assert [name for _, _, name in row_tops(pages)] == [f"row-{number}" for number in range(150)]
    for number in range(1, pages.page_count + 1):
        assert text_of(pages, number).count("Number Words") == 1
        for placed in pages.pages[number - 1]:
            lines = [op for op in placed.piece.ops if isinstance(op, Letters)]
            if lines and lines[0].lines[0].startswith("row-"):
                row = int(lines[0].lines[0][4:])
                words_of = " ".join(line for op in lines[1:] for line in op.lines)
                assert words_of.split() == ["several", "words"] * (row % 7 + 1)
    assert "sum all" in text_of(pages, pages.page_count)
    assert "row-149" in text_of(pages, pages.page_count)


@pytest.mark.parametrize("filler", range(44, 60, 3))
def test_a_table_never_begins_with_its_head_alone(family: str, filler: int) -> None:
    lines = Text("\n".join("x" for _ in range(filler)))
    pages = lay_out(sheet(lines, Heading(3, "The table"), numbered(12)), family=family)
    first = next(n for n in range(1, pages.page_count + 1) if "The table" in text_of(pages, n))

    assert "row-0" in text_of(pages, first)
    assert "row-1" in text_of(pages, first)


def test_a_row_taller_than_a_page_is_carried_on(family: str) -> None:
    long = " ".join(f"word{number}" for number in range(6000))
    block = Table(("A", "B"), (("short", long), ("after", TextCell("end", "below"))), (20, 80))
    pages = lay_out(sheet(block), family=family)

    assert pages.page_count > 3
    assert [word for word in text_of(pages).split() if word.startswith("word")] == long.split()
    assert all(text_of(pages, number).startswith("A B") for number in range(1, pages.page_count + 1))
    assert "end below" in text_of(pages, pages.page_count)


def test_the_words_of_a_head_are_never_broken(family: str) -> None:
    heads = ("Nr.", "Ieinteresētība", "Izvērtējums", "Komentārs")
    pages = lay_out(sheet(Table(heads, (("1", "2", "3", "4"),), (1, 1, 1, 60))), family=family)

    assert text_of(pages).startswith(" ".join(heads))


def test_more_columns_than_a_page_can_hold_are_still_set(family: str) -> None:
    heads = tuple(f"Round number {number}" for number in range(60))
    pages = lay_out(sheet(Table(heads, (tuple(map(str, range(60))),), ())), family=family)

    assert squeezed(text_of(pages)).endswith("575859")


def test_an_answer_of_a_hundred_thousand_letters_flows_over_pages(family: str) -> None:
    text = " ".join(f"vārds{number}" for number in range(10_000))[:100_000]
    given_answers = answers(form(), 3)
    given_answers["c1.need"] = given_answers["c1.need"]._replace(text=text)
    made = progress_sheet(dossier(side(given=given_answers)), library(), words(), TODAY, "x.roadmap")
    pages = lay_out(made, family=family)

    assert pages.page_count > 15
    assert [word for word in text_of(pages).split() if word.startswith("vārds")] == text.split()
    for page in pages.pages[:-1]:
        assert page[-1].y + page[-1].piece.height > frame_height(pages) * 0.6


@pytest.mark.parametrize("language", ["en", "lv"])
def test_every_answer_is_on_the_sheet_in_full(family: str, language: str) -> None:
    found = full_dossier(5, language=language, both=True)
    text = squeezed(
        text_of(lay_out(progress_sheet(found, library(), words(language), TODAY, "x"), family=family))
    )

    for one in found.sides:
        assert len(one.answers) > 15
        for answer in one.answers.values():
            assert squeezed(answer.text) in text
            assert squeezed(answer.who) in text


def test_quadrants_and_a_grid_show_every_entry_however_many(family: str) -> None:
    lines = tuple(f"strength-{number}" for number in range(200))
    crowd = tuple((number, 5, 5) for number in range(1, 60))
    pages = lay_out(
        sheet(
            Quadrants((("S", lines), ("W", ()), ("O", ("luck",)), ("T", ()))),
            Grid("Interest", "Influence", crowd),
        ),
        family=family,
    )
    text = text_of(pages)

    assert [word for word in text.split() if word.startswith("strength-")] == list(lines)
    assert all(f"{number}" in text.replace(",", " ").split() for number in range(1, 60))
    assert text.index("luck") > text.index("strength-199")


def test_a_sheet_without_blocks_is_one_empty_page(family: str) -> None:
    pages = lay_out(sheet(), family=family)

    assert pages.page_count == 1
    assert text_of(pages) == ""


def test_a_long_name_does_not_push_the_other_party_away(family: str) -> None:
    name = "Biedrība " * 30
    pages = lay_out(
        sheet(Parties((("Ours", name, ()), ("Theirs", "Riverside", ("Address",))))), family=family
    )
    left = [op for _, op in lettering(pages) if op.lines[0].startswith("Biedrība")]
    right = [op for _, op in lettering(pages) if op.lines[0] == "Riverside"]

    assert all(op.x == 0 for op in left)
    assert right[0].x > 80 * MM


def test_a_blank_form_uses_the_paper_and_keeps_each_checkpoint_together(family: str) -> None:
    made = blank_sheet(form(), words(), TODAY)
    pages = lay_out(made, family=family)
    known = list(codes(form()).values())
    found = []
    for number, page in enumerate(pages.pages, 1):
        text = text_of(pages, number)
        here = [code for code in known if f" {code} " in f" {text} "]
        found += here
        assert text.count("Responsible") == len(here)
        lines = sum(placed.piece.grow or len(placed.piece.ops) == 1 for placed in page)
        assert lines >= 6 * len(here)
        heads_next_step = any(
            "Making contact" in text_of(pages, n) for n in (number + 1,) if n <= pages.page_count
        )
        if number < pages.page_count and not heads_next_step:
            assert page[-1].y + page[-1].piece.height > frame_height(pages) - 12 * MM
    assert found == known
    boxes = [op for page in pages.pages for placed in page for op in placed.piece.ops if isinstance(op, Box)]
    assert len(boxes) == 4 * len(known)


def test_the_rail_runs_along_checkpoints_and_not_through_headings(family: str) -> None:
    made = progress_sheet(full_dossier(2, both=True), library(), words(), TODAY, "x")
    pages = lay_out(made, family=family)
    railed: set[int] = set()
    for page in pages.pages:
        for placed in page:
            railed.add(placed.rail)
            styles = {op.style.size for op in placed.piece.ops if isinstance(op, Letters)}
            if styles & {faces.SIDE.size, faces.HEADING.size, faces.DISPLAY.size}:
                assert placed.rail == -1
            if any(isinstance(op, Sign) and op.stop for op in placed.piece.ops):
                assert placed.rail >= 0
    assert railed == {-1, 0, 1, 2}


# ------------------------------------------------------------------------------------------ painting


def image_of(pages: Pages, number: int, scale: float = 1.5) -> QImage:
    width, height = (round(side_mm / 25.4 * 72 * scale) for side_mm in pages.size_mm)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_page(painter, pages, number, scale=scale)
    painter.end()
    return image


def inked(image: QImage, left: float, top: float, right: float, bottom: float) -> int:
    """Pixels that are not white in a part of the image, its edges given as shares."""
    wide, high = image.width(), image.height()
    return sum(
        image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF
        for x in range(round(left * wide), round(right * wide))
        for y in range(round(top * high), round(bottom * high))
    )


def test_a_page_on_the_screen_has_ink_inside_and_white_margins(family: str) -> None:
    pages = lay_out(
        progress_sheet(full_dossier(), library(), words(), TODAY, "valley.roadmap"), family=family
    )
    image = image_of(pages, 1)

    assert inked(image, 0.1, 0.1, 0.9, 0.9) > 5000
    edge_x, edge_y = 15 / 210, 10 / 297
    assert inked(image, 0, 0, edge_x, 1) == 0
    assert inked(image, 1 - edge_x, 0, 1, 1) == 0
    assert inked(image, 0, 0, 1, edge_y) == 0
    assert inked(image, 0, 1 - edge_y / 2, 1, 1) == 0


def test_little_toner_is_needed(family: str) -> None:
    pages = lay_out(
        progress_sheet(full_dossier(), library(), words(), TODAY, "valley.roadmap"), family=family
    )
    image = image_of(pages, 2).convertToFormat(QImage.Format.Format_Grayscale8)
    dark = sum(255 - value for value in bytes(image.constBits())) / 255 / (image.width() * image.height())

    assert 0.005 < dark < 0.12


def test_the_resolution_of_the_device_sets_the_size(family: str) -> None:
    """The same page at 75 and at 150 dots an inch covers the same share of its paper."""
    pages = lay_out(sheet(Title("Over", "Large words"), Text("Some text. " * 60)), family=family)
    shares = []
    for dpi in (75, 150):
        image = QImage(round(8.27 * dpi), round(11.69 * dpi), QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(round(dpi / 0.0254))
        image.setDotsPerMeterY(round(dpi / 0.0254))
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_page(painter, pages, 1)
        painter.end()
        columns = [
            x
            for x in range(image.width())
            if inked(image, x / image.width(), 0.05, (x + 1) / image.width(), 0.3)
        ]
        shares.append((columns[0] / image.width(), columns[-1] / image.width()))

    assert shares[0][0] == pytest.approx(shares[1][0], abs=0.01)
    assert shares[0][1] == pytest.approx(shares[1][1], abs=0.015)


@pytest.mark.parametrize("paper", PAPERS)
def test_paper_sizes_and_turned_paper(paper: str) -> None:
    width, height = paper_size(paper)

    assert paper_size(paper, wide=True) == (height, width)
    upright, turned = page_layout(paper), page_layout(paper, wide=True)
    assert upright.fullRect().width() == pytest.approx(width, abs=0.5)
    assert turned.fullRect().width() == pytest.approx(height, abs=0.5)
    assert upright.paintRect() == upright.fullRect()


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(KeyError):
        paper_size("Foolscap")


def test_the_same_sheet_twice_is_the_same_pages(family: str) -> None:
    setter = Faces(family)
    made = progress_sheet(full_dossier(), library(), words(), TODAY, "valley.roadmap")

    assert lay_out(made, type_faces=setter).pages == lay_out(made, type_faces=setter).pages


# ------------------------------------------------------------------------- two texts, contents, the foot


marked_texts = st.lists(
    st.tuples(st.text(alphabet=st.sampled_from("abc āč\n"), max_size=30), st.booleans()), max_size=12
)


@given(marked_texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_words_that_differ_are_underlined_and_no_others(
    family: str, parts: list[tuple[str, bool]]
) -> None:
    setter = Faces(family)
    block = Beside("Need", "Differs", True, (Column("We", tuple(parts), "–"), Column("They", (), "–")))
    pages = lay_out(sheet(block), type_faces=setter)
    wanted, letters = [], ""
    for part, differs in parts:
        letters += part
        wanted += [differs] * len(part)
    words_differ, start = [], 0
    for word in letters.replace("\n", " ").split(" "):
        if word:
            words_differ.append((word, any(wanted[start : start + len(word)])))
        start += len(word) + 1
    found = []
    for page in pages.pages:
        for placed in page[2:]:
            lines = [op for op in placed.piece.ops if isinstance(op, Letters) and op.x == 0]
            rules = [op for op in placed.piece.ops if isinstance(op, Rule)]
            for op in lines:
                x = 0.0
                for word in op.lines[0].split(" "):
                    wide = setter.width(word, op.style)
                    under = any(rule.x1 - 1 <= x and x + wide <= rule.x2 + 1 for rule in rules)
                    found.append((word, under))
                    x += wide + setter.width(" ", op.style)
    if letters.strip():
        assert [each for each in found if each[0]] == words_differ


def test_both_texts_stand_side_by_side_and_flow_over_pages(family: str) -> None:
    left, right = (" ".join(f"{name}{n}" for n in range(3000)) for name in ("ours", "theirs"))
    block = Beside(
        "Need", "Differs", False, (Column("We", ((left, False),)), Column("They", ((right, False),)))
    )
    pages = lay_out(sheet(block), family=family)
    told = {"ours": "", "theirs": ""}
    for _, op in lettering(pages):
        for name in told:
            if op.lines[0].startswith(name):
                assert (op.x > 0) == (name == "theirs")
                told[name] += " " + op.lines[0]
    assert (told["ours"].split(), told["theirs"].split()) == (left.split(), right.split())
    assert pages.page_count > 3


def test_the_contents_name_the_page_of_each_heading(family: str, tmp_path: Path) -> None:
    filler = [Text("\n".join("x" for _ in range(30))) for _ in range(6)]
    blocks: list[Block] = [Contents((("one", "First"), ("two", "Second"), ("none", "Nowhere")))]
    for mark, name in (("one", "First"), ("two", "Second")):
        blocks += [*filler, Heading(1, f"The {name}", mark=mark)]
    pages = lay_out(sheet(*blocks, Text("end")), family=family)
    for mark, name in (("one", "The First"), ("two", "The Second")):
        assert name in text_of(pages, pages.page_of(mark))
    marks = [op.mark for placed in pages.pages[0] for op in placed.piece.ops if isinstance(op, PageNumber)]
    assert marks == ["one", "two", "none"]
    write_pdf([sheet(*blocks, Text("end"))], tmp_path / "a.pdf", family=family)
    first = PdfReader(tmp_path / "a.pdf").pages[0].extract_text().split()
    assert first[first.index("First") + 1] == str(pages.page_of("one"))
    assert first[first.index("Second") + 1] == str(pages.page_of("two"))


def test_a_long_foot_takes_a_second_line_and_never_meets_the_page_number(family: str, tmp_path: Path) -> None:
    foot = Footer(
        "a" * 90 + ".roadmap", "Printed 23 Nov 2026 / Izdrukāts: 23.11.2026.", "Everything " * 8, FOOTER.page
    )
    write_pdf([sheet(Text("x"))._replace(footer=foot)], tmp_path / "a.pdf", family=family)
    text = " ".join(PdfReader(tmp_path / "a.pdf").pages[0].extract_text().split())
    assert "page 1 of 1" in text
    assert "Printed 23 Nov 2026 / Izdrukāts: 23.11.2026." in text
    assert ("Everything " * 8).strip() in text
