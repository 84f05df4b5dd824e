"""Sentences about what went wrong: one for every error there is, whole, plain and short enough to read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from roadmap_desktop import messages
from roadmap_desktop.domain import errors
from roadmap_desktop.domain.errors import UserError
from roadmap_desktop.domain.records import answer_id
from roadmap_desktop.messages import Message, describe, describe_missing, describe_problem
from roadmap_desktop.store.check import Code, Problem
from tests.builders import library

VALUES: dict[str, object] = {
    "path": Path("/home/ilze/Dokumenti/Ābeļkalns.roadmap"),
    "reason": "Input/output error",
    "format": 7,
    "field": "text",
    "length": 2_000_000,
    "limit": 100_000,
    "size": 12_900_000,
    "sort": "xls",
    "name": "foto.jpg",
    "count": 3,
    "known": ("open", "done"),
    "text": "31.02.",
    "now": Path("/home/ilze/Dokumenti/Plāns.roadmap"),
    "seen": 1_700_000_100_000,
    "since": 1_700_000_000_000,
    "computer": "birojs",
    "organisation": "Ābeļkalna ļaudis",
    "place": "Dear c1.nede",
}
KINDS = sorted(UserError.__subclasses__(), key=lambda kind: kind.__name__)


def made(kind: type[UserError], **data: object) -> UserError:
    return kind(**{name: VALUES[name] for name in kind.fields} | data)


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_has_a_message_of_its_own(kind: type[UserError]) -> None:
    assert kind in describe.registry
    message = describe(made(kind))
    assert message.what
    assert message.data
    assert message.do
    for sentence in message:
        assert re.fullmatch(r"[A-Z“].*[.]|.*apt install [\w. -]+", sentence), sentence
        assert "{" not in sentence


def test_no_two_errors_say_the_same() -> None:
    said = [describe(made(kind)).what for kind in KINDS]
    assert len(set(said)) == len(said) > 20


def test_errors_of_errors_are_all_direct() -> None:
    assert [kind for kind in KINDS if kind.__subclasses__()] == []


@pytest.mark.parametrize("sort", ["empty", "archive", "office", "pdf", "picture", "page", "numbers", "call"])
def test_what_else_a_file_is_has_sentences_of_its_own(sort: str) -> None:
    message = describe(made(errors.FileForeign, sort=sort))
    assert message.what != describe(made(errors.FileForeign)).what
    assert message.data
    assert message.do


def test_an_unforeseen_error_still_gets_a_sentence() -> None:
    class Unforeseen(UserError):
        pass

    assert "Unforeseen" in describe(Unforeseen()).what
    # Python keeps a list of subclasses, which other tests read.
    del Unforeseen


def test_in_one_leaves_no_gaps() -> None:
    assert Message("A.", "", "C.").in_one() == "A. C."
    assert Message("A.", "B.", "C.").in_one() == "A. B. C."


def test_a_file_is_named_without_its_folders() -> None:
    message = describe(errors.FileMissing(path="/home/ilze/Dokumenti/plāns.roadmap"))
    assert "“plāns.roadmap”" in message.what
    assert "ilze" not in message.in_one()


def test_a_place_without_a_name_is_named_by_its_path() -> None:
    assert "“/”" in describe(errors.FolderUnwritable(path=Path("/"))).what


def test_a_folder_that_is_not_there_is_told_from_one_that_is_locked(tmp_path: Path) -> None:
    locked = describe(errors.FolderUnwritable(path=tmp_path))
    absent = describe(errors.FolderUnwritable(path=tmp_path / "absent"))
    assert "Nothing can be saved in" in locked.what
    assert "There is no folder “absent”" in absent.what


def test_two_pasted_megabytes_are_quoted_by_their_beginning() -> None:
    message = describe(errors.BadDate(text="x" * 2_000_000))
    assert len(message.in_one()) < 400
    assert "xxx…" in message.what


def test_a_quotation_stays_on_its_line_and_keeps_its_direction() -> None:
    said = describe(errors.UnknownPartnership(name="a\x1b[31m\n\u202eb\tc")).what
    assert "“a [31m b c”" in said
    assert said.isprintable()


def test_numbers_and_sizes_are_for_people(qapp: object) -> None:
    long = describe(errors.TextTooLong(field="text", length=2_000_000, limit=100_000)).what
    large = describe(errors.AttachmentTooLarge(name="a.mov", size=12_900_000, limit=10 * 1024 * 1024)).what
    assert re.search(r"2.?000.?000\b.*100.?000\b", long)
    assert re.search(r"12.3 MB.*10.0 MB", large)


def test_what_is_known_is_listed_but_not_endlessly() -> None:
    few = describe(errors.UnknownState(name="ready", known=("open", "done"))).do
    many = describe(errors.UnknownCheckpoint(name="c9", known=[f"c1.{n}" for n in range(500)])).do
    none = describe(errors.UnknownCheckpoint(name="c9")).do
    assert few == "Choose one of these: open, done."
    assert many.count(",") == messages.NAMED - 1
    assert many.endswith("….")
    assert "c1.need" in none


def test_a_missing_library_is_named_with_the_command_that_brings_it() -> None:
    message = describe(errors.MissingLibrary(reason="libEGL.so.1", packages="libegl1"))
    assert "libEGL.so.1" in message.what
    assert message.do.endswith("sudo apt install libegl1")
    assert "apt" not in describe(errors.MissingLibrary(reason="libEGL.so.1")).do


# what a check found -------------------------------------------------------------------------------------

PROBLEM = {"reason": "r", "name": "n", "format": -1, "noted": 3, "found": 2, "kind": "k", "id": "i"}
PROBLEM |= {"sha256": "s", "table": "t"}


@pytest.mark.parametrize("code", get_args(Code))
def test_every_problem_has_a_sentence(code: Code) -> None:
    said = describe_problem(Problem(code, PROBLEM))
    assert re.fullmatch(r"[A-Z].*\.", said)
    assert "{" not in said


def test_no_two_problems_say_the_same() -> None:
    said = [describe_problem(Problem(code, PROBLEM)) for code in get_args(Code)]
    assert len(set(said)) == len(said)


def test_a_table_is_called_by_no_name_of_ours_where_nothing_is_lost() -> None:
    assert "answers" not in describe_problem(Problem("derived", {"table": "answers", "id": ""}))


def test_what_is_missing_is_led_by_its_place() -> None:
    shown = library()
    checkpoint = shown.form(shown.ids()[0], "en").checkpoints[1]
    root = bytes(range(16))
    data = {"kind": "answer", "id": "", "root": root.hex(), "partnership": "Kopā"}
    problem = Problem("altered-change", {**data, "entity": answer_id(root, "b", checkpoint.id).hex()})
    assert describe_missing(problem, shown, "en") == (
        f"Kopā · {checkpoint.title}: {describe_problem(problem)}"
    )
    elsewhere = Problem("altered-change", {**data, "entity": bytes(16).hex()})
    assert describe_missing(elsewhere, shown, "en") == f"Kopā: {describe_problem(elsewhere)}"
    count = Problem("count", {"noted": 5, "found": 4})
    assert describe_missing(count, shown, "en") == describe_problem(count)


def test_problems_name_what_they_are_about() -> None:
    assert "“answers_due”" in describe_problem(Problem("schema", {"name": "answers_due"}))
    assert "5 changes and holds 4" in describe_problem(Problem("count", {"noted": 5, "found": 4}))
    assert "no longer known" in describe_problem(Problem("count", {"noted": -1, "found": 4}))
