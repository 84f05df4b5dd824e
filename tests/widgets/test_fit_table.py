"""Columns that share a width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QStandardItemModel
from pytestqt.qtbot import QtBot

from roadmap_desktop.widgets.fit_table import FitTable, Head, shared
from tests.cut import settle_layouts

COLUMNS = st.lists(st.tuples(st.floats(0.1, 9), st.integers(0, 300)), min_size=1, max_size=8)


@given(COLUMNS, st.integers(0, 2_000))
def test_the_width_is_used_whole_and_nobody_is_squeezed_while_there_is_room(
    columns: list[tuple[float, int]], width: int
) -> None:
    weights, least = [weight for weight, _ in columns], [pixels for _, pixels in columns]
    shares = shared(width, weights, least)
    assert sum(shares) == width
    if sum(least) < width:
        assert all(share >= wanted for share, wanted in zip(shares, least, strict=True))
    else:
        assert all(share >= 0 for share in shares)


def test_without_least_widths_the_weights_decide() -> None:
    assert shared(600, [1, 2, 3], [0, 0, 0]) == [100, 200, 300]


def test_no_word_of_a_head_is_cut(qtbot: QtBot) -> None:
    model = QStandardItemModel(1, 3)
    model.setHorizontalHeaderLabels(["Loma", "Ieinteresētība (1–5)", "Kā ar viņiem strādāsim"])
    table = FitTable("People")
    qtbot.addWidget(table)
    table.set_content(model, [5, 1, 5])
    table.resize(420, 200)
    with qtbot.waitExposed(table):
        table.show()
    settle_layouts()
    header = table.horizontalHeader()
    assert isinstance(header, Head)
    for column in range(3):
        assert table.columnWidth(column) >= header.least(column)
    assert header.least(1) > header.fontMetrics().horizontalAdvance("Ieinteresētība")
