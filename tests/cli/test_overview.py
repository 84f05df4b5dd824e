"""What `show` and `check` say, made from records by hand: no file, no process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from roadmap_desktop.cli import overview, replies
from roadmap_desktop.domain.dossier import SideSummary, Summary
from roadmap_desktop.domain.records import Answer, Organisation, Partnership
from roadmap_desktop.store.check import Problem, Report, Verdict
from tests.builders import TODAY, form, full_dossier, library, words


def summary(answers: dict[str, Answer]) -> Summary:
    ours = SideSummary("a", Organisation(name="Ļaudis"), "community", answers, frozenset())
    theirs = SideSummary("b", Organisation(), "municipality", {}, frozenset())
    return Summary(Partnership(bytes(range(16)), title="Garden"), ours, theirs, changed=0, changed_by="")


def lines(found: Summary, language: str = "en") -> list[str]:
    return list(overview.partnership_lines(found, library(), words(language), TODAY, answers=False))


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_json_in_pieces_is_json_as_a_whole(count: int) -> None:
    partnerships = [{"id": str(number), "sides": [{"steps": []}]} for number in range(count)]
    head = {"file": "ā“.roadmap", "format": 1}
    pieces = list(overview.file_json(head, partnerships))
    assert json.loads("\n".join(pieces)) == {**head, "partnerships": partnerships}
    assert "\n".join(pieces) == overview.as_json({**head, "partnerships": partnerships}).replace(
        "[]\n}", "[\n  ]\n}"
    )


def test_json_in_pieces_asks_for_one_partnership_at_a_time() -> None:
    asked: list[int] = []

    def partnerships() -> Iterator[dict[str, object]]:
        for number in range(100):
            asked.append(number)
            yield {"id": str(number)}

    pieces = overview.file_json({"file": "a"}, partnerships())
    next(pieces)
    next(pieces)
    assert len(asked) <= 2


def test_a_dossier_and_a_summary_count_alike() -> None:
    found = full_dossier(1, both=True)
    ours, theirs = (
        SideSummary(side.side.key, side.organisation, side.side.form, side.answers, side.disputed)
        for side in found.sides
    )
    short = Summary(found.partnership, ours, theirs, changed=0, changed_by="")
    long = overview.partnership_data(found, library(), "en", TODAY, answers=False)
    assert overview.partnership_data(short, library(), "en", TODAY, answers=False) == long


def test_what_is_not_needed_counts_neither_way() -> None:
    stops = form().steps[0].checkpoints
    states = {stops[0].id: "done", stops[1].id: "not-needed", stops[2].id: "in-progress"}
    found = summary({key: Answer(checkpoint=key, state=state) for key, state in states.items()})
    (first, *_) = overview.partnership_data(found, library(), "en", TODAY, answers=False)["sides"][0]["steps"]
    assert first == {"id": "1", "done": 1, "total": len(stops) - 1, "overdue": 0}
    shown = lines(found)[2].split()
    assert shown[-4:] == ["●─⊘─◐─○─○─○─○─○─○─○─○", "1", "of", str(len(stops) - 1)]


def test_answers_to_stops_that_the_form_does_not_know_come_last() -> None:
    known = [stop.id for stop in form().checkpoints[:3]]
    answers = {key: Answer(checkpoint=key, text=key) for key in ("z9.newer", *reversed(known), "a1.newer")}
    found = summary(answers)
    data = overview.partnership_data(found, library(), "en", TODAY, answers=True)
    assert list(data["sides"][0]["answers"]) == [*known, "a1.newer", "z9.newer"]


def test_a_state_of_a_newer_program_reads_as_open_in_the_line() -> None:
    stop = form().checkpoints[0].id
    assert "○─○" in lines(summary({stop: Answer(checkpoint=stop, state="waiting")}))[2]


def test_a_finished_side_has_nothing_next() -> None:
    done = {stop.id: Answer(checkpoint=stop.id, state="done") for stop in form().checkpoints}
    ours, theirs = overview.partnership_data(summary(done), library(), "en", TODAY, answers=False)["sides"]
    assert (ours["next"], ours["done"]) == ([], ours["total"])
    assert len(theirs["next"]) == overview.NEXT_STOPS
    assert [line for line in lines(summary(done))[:6] if "Next" in line] == []


def test_an_organisation_nobody_named_is_a_dash() -> None:
    assert f"  {words('lv')('side', 'theirs')}: –" in lines(summary({}), "lv")


# what a check says --------------------------------------------------------------------------------------


def report(verdict: Verdict, *problems: Problem, readable: bool = True) -> list[str]:
    return list(replies.checked(Report(Path("/a/b.roadmap"), verdict, readable, 7, list(problems))))


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_every_verdict_has_a_sentence(verdict: Verdict) -> None:
    said = report(verdict)
    assert said[0].startswith("“b.roadmap” ")
    assert said[0].endswith(".")
    assert len({report(each)[0] for each in get_args(Verdict)}) == len(get_args(Verdict))


def test_how_much_can_be_read_is_said_where_it_can() -> None:
    assert report("healthy") == ["“b.roadmap” is healthy.", "Changes in it that can be read: 7."]
    assert len(report("unreadable", readable=False)) == 1


def test_the_same_problem_is_said_once_with_its_number() -> None:
    altered = [Problem("altered-change", {"kind": "answer", "id": str(number)}) for number in range(3)]
    said = report("damaged", Problem("tally", {}), *altered)
    assert said[2:4] == [
        "- Changes in it were exchanged for others.",
        "- A change in it was altered after it was written. (× 3)",
    ]
    assert "“rescue”" in said[-1]


def test_a_defect_names_its_log_or_itself() -> None:
    assert "/tmp/x.log" in replies.defect(Path("/tmp/x.log"), "KeyError")
    assert "KeyError" in replies.defect(None, "KeyError")
