"""The forms: steps of checkpoints with their guidance, read from resources; not what people answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

FALLBACK = "en"


class Checkpoint(NamedTuple):
    """One stop of the roadmap. `id` is stable for ever; the rest is text in the form's language."""

    id: str
    step: str
    title: str
    questions: tuple[str, ...]
    why: str
    how: tuple[str, ...]
    example: str
    tools: tuple[str, ...]
    documents: tuple[str, ...]


class Step(NamedTuple):
    """One of the three phases. `id` is "1", "2" or "3"."""

    id: str
    title: str
    summary: str
    closing: str
    checkpoints: tuple[Checkpoint, ...]


class Form(NamedTuple):
    """A checklist in one language."""

    id: str
    language: str
    title: str
    short: str
    summary: str
    steps: tuple[Step, ...]

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """Every checkpoint, in the roadmap's order."""
        return tuple(checkpoint for step in self.steps for checkpoint in step.checkpoints)

    def find(self, checkpoint_id: str) -> Checkpoint | None:
        """The checkpoint of that id, or None where this form has no such stop."""
        return next((c for c in self.checkpoints if c.id == checkpoint_id), None)


def both(first: str, second: str) -> str:
    """One thing in two languages on one line; once where they say it alike."""
    return first if first == second else f"{first} / {second}"


def beside(first: Form, second: Form | None) -> Form:
    """A form whose titles say both languages ("one / other"); its longer texts are those of `first`.

    `second` is the same form in another language, None for none.
    """
    if second is None:
        return first
    return first._replace(
        title=both(first.title, second.title),
        short=both(first.short, second.short),
        steps=tuple(_step_beside(*steps) for steps in zip(first.steps, second.steps, strict=True)),
    )


def _step_beside(first: Step, second: Step) -> Step:
    points = zip(first.checkpoints, second.checkpoints, strict=True)
    return first._replace(
        title=both(first.title, second.title),
        checkpoints=tuple(one._replace(title=both(one.title, other.title)) for one, other in points),
    )


class Library:
    """The forms that ship with the program, read once per language and kept.

    `folder` holds one folder a form: `form.json` with ids, `<language>.json` with the texts.
    """

    def __init__(self, folder: Path) -> None:
        """Nothing is read before it is asked for."""
        self._folder = folder
        self._forms: dict[tuple[str, str], Form] = {}
        self._ids: list[str] = []

    def ids(self) -> list[str]:
        """Ids of the built-in forms, sorted."""
        if not self._ids:
            self._ids = sorted(path.parent.name for path in self._folder.glob("*/form.json"))
        return self._ids

    def languages(self) -> list[str]:
        """Languages that every form has, sorted."""
        found = [{p.stem for p in (self._folder / form).glob("??.json")} for form in self.ids()]
        return sorted(set.intersection(*found)) if found else []

    def form(self, form_id: str, language: str) -> Form:
        """The form in that language, in English where that language lacks it; KeyError for an unknown id."""
        key = (form_id, language)
        if key not in self._forms:
            self._forms[key] = _read(self._folder / form_id, form_id, language)
        return self._forms[key]


def _read(folder: Path, form_id: str, language: str) -> Form:
    if not form_id.isidentifier() or not (folder / "form.json").is_file():
        raise KeyError(form_id)
    source = folder / f"{language}.json"
    if not source.is_file():
        source = folder / f"{FALLBACK}.json"
    shape = json.loads((folder / "form.json").read_text("utf-8"))
    text = json.loads(source.read_text("utf-8"))
    steps = tuple(
        Step(
            id=step["id"],
            title=text["steps"][step["id"]]["title"],
            summary=text["steps"][step["id"]]["summary"],
            closing=text["steps"][step["id"]]["closing"],
            checkpoints=tuple(
                _checkpoint(shape_of, step["id"], text["checkpoints"][shape_of["id"]])
                for shape_of in step["checkpoints"]
            ),
        )
        for step in shape["steps"]
    )
    return Form(form_id, text["language"], text["title"], text["short"], text["summary"], steps)


def _checkpoint(shape: dict[str, list[str]], step: str, text: dict[str, list[str]]) -> Checkpoint:
    return Checkpoint(
        id=str(shape["id"]),
        step=step,
        title=str(text["title"]),
        questions=tuple(text["questions"]),
        why=str(text["why"]),
        how=tuple(text["how"]),
        example=str(text["example"]),
        tools=tuple(shape.get("tools", ())),
        documents=tuple(shape.get("documents", ())),
    )
