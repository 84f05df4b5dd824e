"""The transit line: where its stops lie, what a click hits, how states differ without colour, how it is told."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from roadmap_desktop.domain.progress import StepProgress, Stop
from roadmap_desktop.domain.records import STATES
from roadmap_desktop.paint.line import (
    SYMBOLS,
    LineLayout,
    Track,
    describe,
    height_for,
    layout,
    mix,
    paint,
    paint_symbol,
)
from roadmap_desktop.paint.theme import CONTRAST, DARK, LIGHT, PAPER, Theme
from tests.builders import way, words

ALL_THEMES = (LIGHT, DARK, CONTRAST, PAPER)
DONE_STEP_ONE = {
    f"c1.{name}": "done" for name in ("need", "target-group", "organisation", "resources", "idea")
}


def ours(**states: str) -> Track:
    return Track("Valley Youth Association", way("community", {**DONE_STEP_ONE, **states}).steps)


def theirs() -> Track:
    return Track("Riverside municipality", way("municipality").steps)


def stop(checkpoint: str, state: str = "open", *, current: bool = False) -> Stop:
    return Stop(checkpoint, checkpoint, state, "", "", overdue=False, current=current, conflict=False)


def step(number: str, stops: Sequence[Stop]) -> StepProgress:
    return StepProgress(number, f"Step {number}", tuple(stops), 0, len(stops), 0)


def full(*tracks: Track, width: float = 1000.0) -> LineLayout:
    return layout(tracks, width, height_for(tracks, texts=True, width=width), texts=True)


def small(*tracks: Track, width: float = 320.0, height: float = 32.0) -> LineLayout:
    return layout(tracks, width, height, texts=False)


def picture(
    line: LineLayout, theme: Theme = LIGHT, *, edge: int = 0, focus: tuple[int, str] | None = None,
    hover: tuple[int, str] | None = None, surface: str | None = None,
) -> QImage:  # fmt: skip
    """The line on its ground, `edge` pixels around it, two to a unit."""
    image = QImage(
        round(line.width + 2 * edge) * 2, round(line.height + 2 * edge) * 2, QImage.Format.Format_RGB32
    )
    image.fill(QColor(surface or theme.surface))
    painter = QPainter(image)
    painter.scale(2, 2)
    painter.translate(edge, edge)
    font = QFont()
    font.setPixelSize(13)
    paint(painter, line, theme, font, focus=focus, hover=hover, surface=surface)
    painter.end()
    return image


def ink(image: QImage, x: int, y: int, width: int, height: int) -> int:
    """How many pixels of the rectangle are not the colour of the image's first pixel's neighbourhood."""
    ground = image.pixel(0, 0)
    return sum(image.pixel(i, j) != ground for i in range(x, x + width) for j in range(y, y + height))


# ------------------------------------------------------------------------------------------- geometry


@pytest.mark.parametrize(
    "line", [full(ours()), full(ours(), theirs()), small(ours()), small(ours(), theirs())]
)
def test_every_stop_has_a_place_inside_the_box(line: LineLayout) -> None:
    expected = [
        (number, found.checkpoint)
        for number, track in enumerate(line.tracks)
        for part in track.steps
        for found in part.stops
    ]

    assert [(place.track, place.stop.checkpoint) for place in line.places] == expected
    for place in line.places:
        assert place.radius <= place.x <= line.width - place.radius
        assert place.radius <= place.y <= line.height - place.radius


@pytest.mark.parametrize("width", [500, 760, 1000, 1600])
def test_stops_go_from_left_to_right_and_never_touch(width: int) -> None:
    line = full(ours(), theirs(), width=width)

    for number in (0, 1):
        row = [place for place in line.places if place.track == number]
        for left, right in itertools.pairwise(row):
            assert right.x - left.x > left.radius + right.radius
    for first, second in itertools.combinations(line.places, 2):
        assert hypot(first.x - second.x, first.y - second.y) > first.radius + second.radius


def test_one_side_is_one_straight_line() -> None:
    assert len({place.y for place in full(ours()).places}) == 1


@pytest.mark.parametrize("make", [full, small])
def test_two_sides_run_apart_then_meet_then_run_side_by_side(make: Callable[..., LineLayout]) -> None:
    line = make(ours(), theirs())

    def distances(index: int) -> list[float]:
        upper = [place.y for place in line.places if place.track == 0 and place.step == index]
        lower = [place.y for place in line.places if place.track == 1 and place.step == index]
        return [min(lower) - max(upper), max(lower) - min(upper)]

    apart, meeting, beside = distances(0), distances(1), distances(2)
    assert apart[0] == pytest.approx(apart[1])
    assert beside[0] == pytest.approx(beside[1])
    assert beside[0] < apart[0] * 0.75
    assert beside[0] - 0.01 <= meeting[0] < meeting[1] <= apart[0] + 0.01
    assert beside[0] >= 2 * line.sizes.radius


def test_the_same_subject_of_both_sides_stands_at_the_same_place_once_they_have_met() -> None:
    line = full(ours(), theirs())

    for suffix in ("2.meeting", "2.procedure", "3.roles", "3.budget", "3.next"):
        mine, other = line.place(0, f"c{suffix}"), line.place(1, f"m{suffix}")
        assert mine is not None
        assert other is not None
        assert mine.x == pytest.approx(other.x)


def test_the_current_stop_is_larger_and_one_not_needed_is_smaller() -> None:
    line = full(ours(**{"c1.idea": "not-needed"}))
    radius = {place.stop.checkpoint: place.radius for place in line.places}

    assert radius["c1.priorities"] > radius["c1.need"] > radius["c1.idea"]


def test_more_height_moves_two_sides_further_apart() -> None:
    tracks = (ours(), theirs())
    usual = height_for(tracks, texts=True)
    near, far = (layout(tracks, 1000, usual + more, texts=True) for more in (0, 20))

    def spread(line: LineLayout) -> float:
        heights = [place.y for place in line.places]
        return max(heights) - min(heights)

    assert spread(far) > spread(near)


def test_a_line_with_too_much_room_stays_under_its_titles() -> None:
    usual, tall = full(ours()), layout([ours()], 1000, 400, texts=True)

    assert tall.places[0].y == pytest.approx(usual.places[0].y)


def test_narrow_lines_give_the_titles_more_rows() -> None:
    long = Track(
        "Us", (step("1", [stop("a")])._replace(title="Establishing and evaluating the cooperation"),) * 3
    )

    assert height_for([long], texts=True, width=400) > height_for([long], texts=True, width=1600)
    assert full(long, width=300).rows >= 3
    assert full(long, width=1600).rows == 1


def test_layouts_are_kept() -> None:
    tracks = [ours(), theirs()]

    assert small(*tracks) is small(*tracks)
    assert small(*tracks) is not small(*tracks, width=321)


def test_odd_forms_are_laid_out_too() -> None:
    nothing = Track("Us", ())
    hollow = Track("Us", (step("1", []), step("2", [stop("x")]), step("3", [])))
    uneven = Track("They", (step("1", [stop("y"), stop("z")]),))

    assert full(nothing).places == ()
    assert full(nothing).stop_at(5, 5) is None
    assert full(nothing).start() == (0, "")
    assert [place.stop.checkpoint for place in full(hollow).places] == ["x"]
    assert len(small(hollow, uneven).places) == 3
    assert layout((), 100, 20, texts=False).places == ()


@given(
    counts=st.lists(st.integers(0, 14), min_size=1, max_size=5),
    others=st.lists(st.integers(0, 14), min_size=0, max_size=5),
    width=st.floats(40, 2000),
    height=st.floats(8, 300),
    texts=st.booleans(),
)
def test_any_form_in_any_box_gets_one_place_a_stop(
    counts: list[int], others: list[int], width: float, height: float, texts: bool
) -> None:
    tracks = [
        Track(
            "x",
            tuple(step(str(n), [stop(f"{letter}{n}.{i}") for i in range(c)]) for n, c in enumerate(found)),
        )
        for letter, found in (("c", counts), ("m", others))
    ]
    line = layout(tracks, width, height, texts=texts)

    assert len(line.places) == sum(counts) + sum(others)
    assert all(place.radius > 0 for place in line.places)
    xs = [place.x for place in line.places if place.track == 0]
    assert xs == sorted(xs)


# ------------------------------------------------------------------------------------------ reaching


@pytest.mark.parametrize("line", [full(ours(), theirs(), width=500), small(ours(), theirs(), width=200)])
def test_a_point_on_a_stop_finds_that_stop(line: LineLayout) -> None:
    for place in line.places:
        for dx, dy in ((0, 0), (place.radius * 0.6, 0), (0, -place.radius * 0.6)):
            assert line.stop_at(place.x + dx, place.y + dy) == (place.track, place.stop.checkpoint)


def test_a_point_far_from_every_stop_finds_nothing() -> None:
    line = full(ours())

    assert line.stop_at(500, 3) is None
    assert line.stop_at(-100, line.places[0].y) is None


def test_a_walk_to_the_right_passes_every_stop_and_stays_at_the_end() -> None:
    line = full(ours(), theirs())
    at = line.neighbour(1, "m2.meeting", "home")
    seen = [at]
    for _ in range(100):
        at = line.neighbour(*at, "right")
        if at == seen[-1]:
            break
        seen.append(at)

    assert seen == [(1, place.stop.checkpoint) for place in line.places if place.track == 1]
    assert line.neighbour(1, "m1.needs", "left") == (1, "m1.needs")
    assert line.neighbour(0, "c1.need", "end") == (0, "c3.next")


def test_up_and_down_change_the_side_at_the_same_height_of_the_way() -> None:
    line = full(ours(), theirs())

    assert line.neighbour(0, "c3.roles", "down") == (1, "m3.roles")
    assert line.neighbour(1, "m3.roles", "up") == (0, "c3.roles")
    assert line.neighbour(0, "c3.roles", "up") == (0, "c3.roles")
    assert line.neighbour(1, "m3.roles", "down") == (1, "m3.roles")


def test_a_walk_begins_where_the_side_goes_on() -> None:
    line = full(ours(), theirs())

    assert line.start(0) == (0, "c1.priorities")
    assert line.start(1) == (1, "m1.needs")
    assert line.neighbour(0, "gone", "right") == (0, "c1.priorities")


# ------------------------------------------------------------------------------------------- painting


def symbol_image(kind: str, theme: Theme, radius: float, colour: str) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.surface))
    painter = QPainter(image)
    paint_symbol(painter, kind, 32, 32, radius, colour, theme)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("theme", ALL_THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("radius", [4.0, 7.5, 14.0])
def test_states_and_marks_differ_in_grey(qapp: QApplication, theme: Theme, radius: float) -> None:
    images = {kind: symbol_image(kind, theme, radius, theme.steps[0]) for kind in SYMBOLS}

    for first, second in itertools.combinations(SYMBOLS, 2):
        a, b = bytes(images[first].constBits()), bytes(images[second].constBits())
        differing = sum(abs(x - y) > 40 for x, y in zip(a, b, strict=True))
        assert differing > radius * radius * 0.3, (first, second)


def stop_patch(state: str, line_height: float) -> QImage:
    """A small line's stop as a list shows it, cut out."""
    track = Track("Us", (step("1", [stop("a"), stop("b", state), stop("c", current=True)]),))
    line = layout((track,), 90, line_height, texts=False)
    place = line.place(0, "b")
    assert place is not None
    image = picture(line).convertToFormat(QImage.Format.Format_Grayscale8)
    return image.copy(round(place.x * 2) - 12, round(place.y * 2) - 12, 24, 24)


def test_states_differ_in_grey_on_a_small_line_too(qapp: QApplication) -> None:
    patches = {state: bytes(stop_patch(state, 28).constBits()) for state in STATES}

    for first, second in itertools.combinations(STATES, 2):
        far = sum(abs(x - y) > 60 for x, y in zip(patches[first], patches[second], strict=True))
        assert far >= 8, (first, second)


@pytest.mark.parametrize("theme", ALL_THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("width", [500, 1000, 1600])
def test_nothing_is_drawn_outside_the_box(qapp: QApplication, theme: Theme, width: int) -> None:
    for line in (full(ours(), theirs(), width=width), small(ours(), theirs(), width=width / 4)):
        image = picture(line, theme, edge=20)
        wide, high = image.width(), image.height()
        for x, y, w, h in (
            (0, 0, wide, 38),
            (0, high - 38, wide, 38),
            (0, 0, 34, high),
            (wide - 34, 0, 34, high),
        ):
            assert ink(image, x, y, w, h) == 0, (line.width, x, y)


def test_titles_stand_above_a_full_line_and_a_small_one_has_no_letters(qapp: QApplication) -> None:
    line = full(ours())
    image = picture(line)
    first, second = line.stretches[:2]
    top = 2 * 16

    assert ink(image, round(first.start * 2) + 60, 0, 200, top) > 100
    assert ink(image, round(second.start * 2) + 60, 0, 150, top) > 100
    assert small(ours()).labels == ()


def test_steps_keep_a_gap_between_them(qapp: QApplication) -> None:
    line = small(ours(), width=400)
    image = picture(line)
    y = round(line.places[0].y * 2)

    for left, right in itertools.pairwise(line.stretches):
        middle = round(left.end + right.start)
        assert image.pixelColor(middle, y) == QColor(LIGHT.surface)


def test_the_way_ahead_looks_unlike_the_way_travelled(qapp: QApplication) -> None:
    line = full(ours(), width=1600)
    image = picture(line).convertToFormat(QImage.Format.Format_Grayscale8)
    row = [place for place in line.places if place.step == 0]

    def between(left: int) -> int:
        x = round(row[left].x + row[left + 1].x)
        return image.pixelColor(x, round(row[left].y * 2)).lightness()

    assert between(0) < 160 < between(len(row) - 2)


def test_focus_and_hover_are_drawn_and_differ(qapp: QApplication) -> None:
    line = full(ours(), theirs())
    at = (1, "m2.meeting")
    plain, focused, hovered = picture(line), picture(line, focus=at), picture(line, hover=at)

    assert plain != focused
    assert plain != hovered
    assert focused != hovered
    assert picture(line, focus=(0, "gone")) == plain


def test_a_line_on_another_ground_has_that_ground_in_its_stops(qapp: QApplication) -> None:
    line = full(theirs())
    last = line.places[-1]
    image = picture(line, surface="#27364f")

    assert image.pixelColor(round(last.x * 2), round(last.y * 2)) == QColor("#27364f")


def test_the_painter_is_left_as_it_was(qapp: QApplication) -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setPen(QColor("#123456"))
    before = painter.pen(), painter.brush(), painter.transform(), painter.renderHints()
    paint(painter, full(ours(), width=380), LIGHT, QFont(), focus=(0, "c1.need"))
    after = painter.pen(), painter.brush(), painter.transform(), painter.renderHints()
    painter.end()

    assert after == before


def test_a_state_of_a_newer_file_is_drawn_like_an_open_one(qapp: QApplication) -> None:
    strange, known = (
        Track("Us", (step("1", [stop("a", state), stop("b", current=True)]),)) for state in ("paused", "open")
    )

    assert picture(full(strange)) == picture(full(known))


def test_a_disputed_and_an_overdue_stop_look_different_from_a_plain_one(qapp: QApplication) -> None:
    plain = way("community")
    late = way("community", due={"c1.idea": "2026-01-01"})
    disputed = way("community", disputed=frozenset({"c1.idea"}))
    images = [picture(small(Track("Us", found.steps))) for found in (plain, late, disputed)]

    assert images[0] != images[1]
    assert images[0] != images[2]
    assert images[1] != images[2]


@pytest.mark.parametrize(("part", "expected"), [(0.0, "#000000"), (1.0, "#ff8040"), (0.5, "#804020")])
def test_mixed_colours_are_opaque_steps_between_two(part: float, expected: str) -> None:
    assert mix("#ff8040", "#000000", part) == expected


# ---------------------------------------------------------------------------------------------- words


def test_the_line_in_words_names_sides_steps_counts_and_the_next_stop() -> None:
    late = Track("Our side", way("community", DONE_STEP_ONE, due={"c1.priorities": "2026-01-01"}).steps)
    told = describe([late, theirs()], words("en"))
    first, second = told.split("\n")

    assert first.startswith("Our side: Step 1, ")
    assert "5 of 11 done, overdue: 1" in first
    assert first.endswith(f"Next checkpoint: {way('community').stops[5].title}.")
    assert "Riverside municipality" in second
    assert "0 of 12 done" in second


def test_the_line_in_latvian_has_no_english_in_it() -> None:
    steps = way("community", DONE_STEP_ONE, due={"c1.priorities": "2026-01-01"}, language="lv").steps
    told = describe([Track("Mūsu puse", steps)], words("lv"))

    assert "1. solis" in told
    assert "nokavēti: 1" in told
    assert not {"step", "done", "of", "overdue", "next"} & set(told.lower().replace(",", " ").split())


def test_a_line_at_its_end_says_so() -> None:
    states = {found.checkpoint: "done" for found in way("community").stops}
    told = describe([Track("We", way("community", states).steps)], words("en"))

    assert told.endswith(f"{words('en')('line', 'finished')}.")
    assert words("en")("line", "current").split("{")[0] not in told
