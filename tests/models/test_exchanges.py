"""The register as a list: what came back to each line, whatever was noted by hand, and what a screen reader hears."""

from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from roadmap_desktop.domain.records import Exchange
from roadmap_desktop.models.exchanges import ABOUT, CAME_BACK, DAY, LINE, WAITS, ExchangesModel
from tests.builders import words

ROOT, OTHER = b"r" * 16, b"o" * 16
SENT = Exchange(b"1" * 16, ROOT, "out", "2026-10-01", 10, "Kārlis", "partner", "a.roadmap", 9)
CAME = Exchange(b"2" * 16, ROOT, "in", "2026-10-09", 20, "Kārlis", "", "b.roadmap", 4)
AGAIN = Exchange(b"3" * 16, ROOT, "out", "2026-11-01", 30, "Kārlis", "partner", "c.roadmap", 9)
BY_HAND = Exchange(b"4" * 16, OTHER, "out", "2026-11-02", 0, "", note="on a\nstick")
WHOLE = Exchange(b"5" * 16, b"h" * 16, "out", "2026-11-03", 50, "Anna", "whole", "all.roadmap", 900)
TITLES = {ROOT: "Garden", OTHER: "School"}


def model(*lines: Exchange) -> ExchangesModel:
    made = ExchangesModel(words())
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show(lines, TITLES)
    return made


def told(made: ExchangesModel, row: int) -> tuple[object, ...]:
    index = made.index(row)
    return tuple(index.data(role) for role in (0, DAY, ABOUT, CAME_BACK, WAITS))


def test_what_came_back(qapp: QApplication) -> None:
    made = model(AGAIN, CAME, SENT)
    assert told(made, 0) == (
        "To Kārlis", "1 Nov 2026", "Garden · This partnership", "nothing came back yet", True,
    )  # fmt: skip
    assert told(made, 1) == ("From Kārlis", "9 Oct 2026", "Garden", "", False)
    assert told(made, 2)[3:] == ("answered 9 Oct 2026", False)


def test_a_line_by_hand_and_one_of_the_whole_file(qapp: QApplication) -> None:
    made = model(WHOLE, BY_HAND)
    assert told(made, 0) == ("To Anna", "3 Nov 2026", "Whole file", "", False)
    assert told(made, 1)[0] == "Sent"
    assert told(made, 1)[2] == "School · noted by hand · on a stick"


def test_numbers_and_roles_ask_for_no_answer(qapp: QApplication) -> None:
    made = model(SENT._replace(level="numbers"), AGAIN._replace(level="roles"))
    assert [told(made, row)[3] for row in (0, 1)] == ["", ""]


def test_a_screen_reader_hears_it_whole(qapp: QApplication) -> None:
    made = model(AGAIN)
    said = made.index(0).data(11)  # Qt.ItemDataRole.AccessibleTextRole
    assert said == "To Kārlis. 1 Nov 2026. Garden · This partnership. nothing came back yet"


def test_rows_are_found_by_their_line(qapp: QApplication) -> None:
    made = model(AGAIN, CAME)
    assert (made.row_of(CAME.id), made.row_of(b"nowhere")) == (1, -1)
    assert made.index(1).data(LINE) == CAME
    assert made.index(1).data(99) is None
