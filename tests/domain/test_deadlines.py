"""Every date that waits, the earliest first."""

from __future__ import annotations

from roadmap_desktop.domain.deadlines import Deadline, deadlines
from roadmap_desktop.domain.progress import progress
from roadmap_desktop.domain.records import Action, Agreement, Answer, Log
from tests.builders import TODAY, dossier, form, side


def test_what_is_finished_or_overtaken_is_no_deadline() -> None:
    ours = {
        "c1.need": Answer(due="2026-12-05", who="Anna"),
        "c1.idea": Answer(due="2026-12-01", state="done"),
    }
    theirs = {"m1.needs": Answer(due="2026-11-01")}
    found = dossier(
        side("a", given=ours), side("b", walked=form("municipality"), given=theirs)
    )._replace(
        log=(
            Log(day="2026-11-10", next="Ask again", due="2026-11-20", who="Kārlis"),
            Log(day="2026-10-01", what="Overtaken", due="2026-11-05"),
        ),
        actions=(Action(what="Paint", due="2027-01-01"), Action(what="Sign", due="2026-01-01", state="done")),
        agreements=(Agreement(number="12", valid_until="2028-01-01"), Agreement(number="13")),
    )  # fmt: skip
    ways = [progress(form(each.side.form), each.answers, TODAY) for each in found.sides]
    assert deadlines(found, *ways) == [
        Deadline("2026-11-01", "answer", "Residents’ needs and priorities", "", "b", "m1.needs"),
        Deadline("2026-11-20", "log", "Ask again", "Kārlis"),
        Deadline("2026-12-05", "answer", "The local need", "Anna", "a", "c1.need"),
        Deadline("2027-01-01", "action", "Paint"),
        Deadline("2028-01-01", "agreement", "12"),
    ]
