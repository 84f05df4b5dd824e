"""Forms: read from resources, in the language asked for or in English."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from roadmap_desktop.domain.form import Library, beside

FORMS = Path(__file__).parents[2] / "resources" / "forms"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """One small form, in English and in a language that no program text knows."""
    folder = tmp_path / "own"
    folder.mkdir()
    shape = {
        "id": "own",
        "steps": [
            {"id": "1", "checkpoints": [{"id": "o1.first", "tools": ["swot"], "documents": ["letter"]}]},
            {"id": "2", "checkpoints": [{"id": "o2.second"}]},
        ],
    }
    (folder / "form.json").write_text(json.dumps(shape), "utf-8")
    for language, mark in (("en", "!"), ("xx", "?")):
        step = {"title": f"Step{mark}", "summary": "s", "closing": "c"}
        point = {"title": f"Stop{mark}", "questions": ["q"], "why": "w", "how": ["a", "b"], "example": "e"}
        text = {
            "language": language,
            "title": f"Own{mark}",
            "short": "o",
            "summary": "s",
            "steps": {"1": step, "2": step},
            "checkpoints": {"o1.first": point, "o2.second": point},
        }
        (folder / f"{language}.json").write_text(json.dumps(text), "utf-8")
    return Library(tmp_path)


def test_a_form_is_what_its_folder_says(library: Library) -> None:
    form = library.form("own", "xx")
    assert (form.id, form.language, form.title) == ("own", "xx", "Own?")
    assert [checkpoint.id for checkpoint in form.checkpoints] == ["o1.first", "o2.second"]
    first, second = form.checkpoints
    assert (first.step, first.tools, first.documents, first.how) == ("1", ("swot",), ("letter",), ("a", "b"))
    assert (second.step, second.tools, second.documents) == ("2", (), ())


def test_a_language_it_lacks_is_english(library: Library) -> None:
    assert library.form("own", "qq").language == "en"


def test_languages_are_found_without_code(library: Library, tmp_path: Path) -> None:
    assert library.ids() == ["own"]
    assert library.languages() == ["en", "xx"]
    assert Library(tmp_path / "empty").languages() == []


def test_a_form_is_read_once(library: Library) -> None:
    assert library.form("own", "en") is library.form("own", "en")


def test_a_checkpoint_is_found_by_its_id(library: Library) -> None:
    form = library.form("own", "en")
    assert form.find("o2.second") is form.checkpoints[1]
    assert form.find("o9.none") is None


@pytest.mark.parametrize("name", ["none", "../own", "", "own/../own"])
def test_a_form_that_is_none_of_ours_is_refused(library: Library, name: str) -> None:
    with pytest.raises(KeyError):
        library.form(name, "en")


def test_the_built_in_forms_have_three_steps() -> None:
    library = Library(FORMS)
    assert library.ids() == ["community", "municipality"]
    for name in library.ids():
        form = library.form(name, "lv")
        assert [step.id for step in form.steps] == ["1", "2", "3"]
        assert all(checkpoint.id.startswith(name[0]) for checkpoint in form.checkpoints)


def test_a_form_in_two_languages_keeps_ids_and_order_and_says_titles_in_both() -> None:
    first, second = (Library(FORMS).form("community", language) for language in ("lv", "en"))
    found = beside(first, second)
    assert [each.id for each in found.checkpoints] == [each.id for each in first.checkpoints]
    assert found.checkpoints[0].title == f"{first.checkpoints[0].title} / {second.checkpoints[0].title}"
    assert found.checkpoints[0].questions == first.checkpoints[0].questions
    assert found.steps[1].title == f"{first.steps[1].title} / {second.steps[1].title}"
    assert beside(first, None) is first
