"""Patterns: the texts of the documents with their fields, as translators and lawyers read them; fills nothing in.

A pattern is plain text, one paragraph a line:

- `# title`, `## heading`, `- item`, `= Label: fact`, `1.2. clause`, `| line of an address`, `> advice to the writer`,
  `___` a line to write on;
- `? …` stands only where all its fields are known, or, without fields, where the line after it stands;
- `@participation …` stands only where the agreement is of that form, `@first-meeting …` only for the first meeting
  of the log, `@later-meeting …` only after it;
- `[letterhead]` (the text is ours alone), `[letterhead municipality]` (that of the party named), `[signature]`, `[signatures]`, `[table budget]`, `[blank 4 | Head | Head]`.

A field is `{c1.need|m1.needs}` (the first that is known), `{c3.roles+m3.roles}` (all that are known, and who says so),
`{their.person|"Sir or Madam"}` (a text where nothing is known) or `{: date}` (to be filled in by hand).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

from roadmap_desktop.documents.document import Style
from roadmap_desktop.domain.form import FALLBACK

_FIELD: Final = re.compile(r"\{([^{}]+)\}")
_CLAUSE: Final = re.compile(r"\d+(\.\d+)+\. ")
_MARKS: Final[tuple[tuple[str, Style], ...]] = (
    ("## ", "heading"), ("# ", "title"), ("- ", "item"), ("= ", "fact"), ("> ", "advice"), ("| ", "address"),
    ("___", "line"),
)  # fmt: skip


class Field(NamedTuple):
    """A place to fill. `ways` are tried in turn, each of one or more names; `else_` stands where none is known;
    `by_hand` says what a person is to write there.
    """

    ways: tuple[tuple[str, ...], ...] = ()
    else_: str = ""
    by_hand: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in it."""
        return tuple(name for way in self.ways for name in way)


class Line(NamedTuple):
    """A paragraph of a pattern: literal texts and fields in turn."""

    style: Style
    parts: tuple[str | Field, ...]
    only_known: bool = False
    only_form: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """Its fields, in order."""
        return tuple(part for part in self.parts if isinstance(part, Field))


class Insert(NamedTuple):
    """What is no text: letterhead, signature, signatures, table (its kind first), blank (rows, then heads)."""

    sort: str
    words: tuple[str, ...] = ()
    only_known: bool = False


class Pattern(NamedTuple):
    """A document before it is filled."""

    name: str
    language: str
    lines: tuple[Line | Insert, ...]

    @property
    def ours_alone(self) -> bool:
        """One party speaks: what the other wrote is not put into its mouth."""
        return bool(self.sender)

    @property
    def sender(self) -> str:
        """Whose letterhead it bears: our, municipality or organisation; "" for none."""
        heads = (line for line in self.lines if isinstance(line, Insert) and line.sort == "letterhead")
        return next((line.words[0] if line.words else "our" for line in heads), "")


class BadPattern(ValueError):
    """A pattern of ours that cannot be read: a defect, for the tests to find."""


def read_pattern(folder: Path, name: str, language: str) -> Pattern:
    """The document `name` in that language, in English where there is none. Raises KeyError for an unknown name."""
    if not re.fullmatch(r"[a-z-]+", name) or not (folder / name / f"{FALLBACK}.txt").is_file():
        raise KeyError(name)
    source = folder / name / f"{language}.txt"
    if not source.is_file():
        source, language = folder / name / f"{FALLBACK}.txt", FALLBACK
    lines = (line.strip() for line in source.read_text("utf-8").splitlines())
    return Pattern(name, language, tuple(_line(line) for line in lines if line))


def _line(text: str) -> Line | Insert:
    only_known = text.startswith("? ")
    text = text.removeprefix("? ")
    if text.startswith("["):
        return _insert(text, only_known=only_known)
    only_form = ""
    if text.startswith("@"):
        only_form, _, text = text[1:].partition(" ")
    for mark, style in _MARKS:
        if text.startswith(mark):
            return Line(style, _parts(text.removeprefix(mark).strip()), only_known, only_form)
    style = "clause" if _CLAUSE.match(text) else "text"
    return Line(style, _parts(text), only_known, only_form)


def _insert(text: str, *, only_known: bool) -> Insert:
    if not text.endswith("]"):
        raise BadPattern(text)
    sort, _, rest = text[1:-1].partition(" ")
    return Insert(sort, tuple(word.strip() for word in rest.split("|") if word.strip()), only_known)


def _parts(text: str) -> tuple[str | Field, ...]:
    found: list[str | Field] = []
    for number, part in enumerate(_FIELD.split(text)):
        if number % 2:
            found.append(_field(part.strip()))
        elif part:
            found.append(part)
    return tuple(found)


def _field(text: str) -> Field:
    if text.startswith(":"):
        return Field(by_hand=text[1:].strip())
    ways: list[tuple[str, ...]] = []
    else_ = ""
    for way in text.split("|"):
        if way.startswith('"'):
            else_ = way.strip('"')
        else:
            ways.append(tuple(name.strip() for name in way.split("+")))
    return Field(tuple(ways), else_)
