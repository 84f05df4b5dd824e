"""The inventory of a copy: every count is told once, and what makes it large is named rightly."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from roadmap_desktop.domain.levels import MB, Leaving, Replaced, Stays
from roadmap_desktop.services.inventory import inventory
from tests.builders import words

BARE = Leaving("partner", 1, ("Youth centre",), ("Council",), 7, {}, 0, 0, (), 0, 0, 0, 0, 5_000, Stays())


@pytest.fixture(autouse=True)
def _speaking(qapp: QApplication) -> None:
    """Texts are translated by an application."""


def test_what_is_not_there_has_no_line() -> None:
    found = inventory(BARE, words())
    assert found.first == "“Youth centre” leaves, and no other partnership."
    assert found.leaves == ("Organisations: Council", "Checkpoints that were worked on: 7")
    assert (found.stays, found.warning, found.cause) == ((), "", "")
    assert found.size == "Size: about 4.9 kB."


def test_numbers_hold_nothing_that_has_a_history() -> None:
    found = inventory(BARE._replace(level="numbers", stays=Stays(notes=3)), words())
    assert (found.leaves, found.rows, found.remark) == ((), (), "")
    assert found.stays == ("Private notes: 3",)


def test_rows_of_tools_stand_by_themselves() -> None:
    rows = {"contact": 3, "log": 2}
    found = inventory(BARE._replace(rows=rows, named=1, nameless=2, stays=Stays(rows={"swot": 5})), words())
    assert found.rows == ("Contact log: 2",)
    assert found.leaves[2:] == ("Contacts with a name: 1", "Contacts without a name: 2")
    assert found.kept_rows == ("Strengths, weaknesses, opportunities, threats: 5",)


def test_what_has_a_role_in_its_place_is_counted() -> None:
    found = inventory(
        BARE._replace(level="roles", replaced=Replaced(2, 5, 1), stays=Stays(attachments=3)), words()
    )
    assert found.leaves[-1] == "Mentions of people, told by their role: 5"
    assert found.stays == (
        "Contact persons’ names, addresses and numbers: 2",
        "Names of those who wrote: 1",
        "Attachments, of which only the name leaves: 3",
    )
    assert "nothing of what was written there before" in found.remark


def test_a_name_in_a_file_makes_no_second_line() -> None:
    found = inventory(BARE._replace(titles=("Youth\ncentre",), organisations=("A\nB", "")), words())
    assert found.first == "“Youth centre” leaves, and no other partnership."
    assert found.leaves[0] == "Organisations: A B"


def test_what_makes_it_large() -> None:
    large = BARE._replace(size=30 * MB)
    files = large._replace(attachments=(("plan.pdf", 20 * MB), ("photo.jpg", 9 * MB)), history=MB // 4)
    told = inventory(files, words())
    assert "many mail boxes take no more than 25.0 MB" in told.warning
    assert told.cause == "What makes it large: “plan.pdf” (20.0 MB), “photo.jpg” (9.0 MB)."
    written = inventory(large._replace(attachments=(("plan.pdf", MB),), history=14 * MB), words())
    assert written.cause == "What makes it large: the history of all that was written (28.0 MB)."
