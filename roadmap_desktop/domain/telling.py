"""History in the user's words: what a change was about, which field, what it says; reads no file and draws nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from roadmap_desktop.domain import records
from roadmap_desktop.domain.form import Form, Library
from roadmap_desktop.domain.history import Entry, Field, Part, Subject, Writer
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.domain.words import Words, sane

_CHOICES: Final = {
    ("answer", "state"): "state",
    ("action", "state"): "state",
    ("partnership", "stage"): "stage",
    ("organisation", "kind"): "kind",
    ("log", "channel"): "channel",
    ("swot", "quadrant"): "quadrant",
    ("agreement", "form"): "agreement",
    ("exchange", "direction"): "direction",
    ("exchange", "level"): "level",
    ("submission", "level"): "level",
}
"""Fields that hold a key of one of these groups of words."""
_DATES: Final = frozenset({"due", "day", "held", "paper_day", "signed", "valid_until"})
_AMOUNTS: Final = frozenset({"pays_a", "pays_b"})
_SHEET: Final = {
    ("answer", "text"): "answer",
    ("answer", "state"): "state",
    ("answer", "who"): "who",
    ("answer", "due"): "due",
    ("note", "text"): "private_note",
    ("side", "organisation"): "organisation",
    ("organisation", "number"): "number",
    ("member", "number"): "number",
}
"""Fields that have their word on the sheets already."""
_MOST_NAMED: Final = 5
"""Fields or things named of one entry on its line."""
_LONGEST: Final = 80
"""Most letters of a row's own words in a title."""


def local_moment(wall: int) -> dt.datetime:
    """`wall` (ms since 1970) by this computer's clock; a forged time's nearest sane one."""
    return dt.datetime.fromtimestamp(sane(wall) / 1000).astimezone()


class Teller:
    """Puts subjects, fields and values into words of one language."""

    def __init__(self, library: Library, words: Words, *, codes: bool = False) -> None:
        """With `codes` a checkpoint is told with its id as well, which commands take."""
        self._library = library
        self._words = words
        self._codes = codes
        self._names: dict[str, str] = {}

    def learn(self, names: Mapping[str, str]) -> None:
        """Know these organisations, names by id in hex, as a Page has them."""
        self._names |= names

    # entries ----------------------------------------------------------------------------------------

    def headline(self, entry: Entry) -> str:
        """What the entry is about: one thing by its name, or how many were saved together."""
        parts = entry.parts
        begun = next(
            (part for part in parts if part.subject.kind == "partnership" and part.action == "created"), None
        )
        if begun is not None:
            return self.thing(begun.subject)
        places = {self.thing(part.subject) for part in parts}
        if len(places) == 1 or _same_contact(parts):
            return self.thing(parts[0].subject)
        return self._words("history", "together", count=len(parts))

    def deed(self, entry: Entry) -> str:
        """What was done: "Added", "Deleted", the fields that were set, or the things where several were saved."""
        parts = entry.parts
        if any(part.subject.kind == "partnership" and part.action == "created" for part in parts):
            return self._words("history", "begun")
        done = dict.fromkeys(self.done(part) for part in parts)
        things = dict.fromkeys(self.thing(part.subject) for part in parts)
        told = [
            text
            for text in (done if len(done) == 1 or len(things) == 1 or _same_contact(parts) else things)
            if text
        ]
        return ", ".join([*told[:_MOST_NAMED], *(["…"] if len(told) > _MOST_NAMED else [])])

    def done(self, part: Part) -> str:
        """What was done to one thing."""
        match part.action:
            case "created":
                return self._words("history", "added")
            case "deleted":
                return self._words("history", "deleted")
            case "restored":
                return self._words("history", "restored")
        if part.settled:
            return self._words("history", "settled")
        return ", ".join(self.field(part.subject, field.name) for field in part.fields)

    def gist(self, entry: Entry) -> str:
        """The beginning of what an entry wrote, or took away."""
        fields = [(part.subject, field) for part in entry.parts for field in part.fields]
        for subject, field in fields:
            if text := self.value(subject, field.name, field.after):
                return _short(text)
        return next((_short(text) for subject, field in fields for text in self.before(subject, field)), "")

    # things -----------------------------------------------------------------------------------------

    def thing(self, subject: Subject) -> str:
        """The thing's own name: a checkpoint's title with its code, a tool and its row, an organisation."""
        label = _short(subject.label)
        match subject.kind:
            case "answer" | "note":
                return self._checkpoint(subject)
            case "attachment":
                return (
                    f"{self._words('history', 'attachment')}: {label}" if label else self._checkpoint(subject)
                )
            case "partnership" | "organisation":
                return label or self._words("sheet", subject.kind)
            case "side":
                return self._side_word(subject, subject.side)
            case "meeting" | "topic" | "exchange" | "member" | "submission":
                title = self._words("history", subject.kind)
                return f"{title}: {label}" if label else title
        kind = "contact" if subject.kind == "person" else subject.kind
        if kind not in records.TOOLS:
            return self._words("history", "unknown", kind=subject.kind)
        if kind == "evaluation":
            label = self._criterion(subject)
        title = str(self._words.tool(kind)["title"])
        return f"{title}: {label}" if label else title

    def where(self, subject: Subject) -> str:
        """Where it is, beyond its own name: side and partnership; "" for an organisation."""
        title = subject.partnership if subject.kind != "partnership" else ""
        return " · ".join(part for part in (self.side(subject), title) if part)

    def side(self, subject: Subject) -> str:
        """Whose side it is on, ours or the partner's; "" where it is on neither, or is the side itself."""
        if subject.side not in records.SIDES or subject.kind == "side":
            return ""
        return self._side_word(subject, subject.side)

    def _side_word(self, subject: Subject, side: str) -> str:
        return self._words("side", "ours" if side == subject.ours else "theirs")

    def who(self, writer: Writer) -> str:
        """The name somebody gave, with the organisation."""
        name = writer.name or self._words("history", "somebody")
        return f"{name} ({writer.organisation})" if writer.organisation else name

    def _checkpoint(self, subject: Subject) -> str:
        form = self._form(subject.form)
        found = form.find(subject.checkpoint) if form else None
        if found is None:
            return subject.checkpoint
        return f"{found.title} ({found.id})" if self._codes else found.title

    def _criterion(self, subject: Subject) -> str:
        known = self._words.group("criterion").get(subject.label)
        title = str(known["title"]) if known else subject.label
        return ", ".join(
            filter(None, (title, self._words("sheet", "round", number=subject.now.get("round", 1))))
        )

    def _form(self, form_id: str) -> Form | None:
        try:
            return self._library.form(form_id, self._words.language)
        except KeyError:
            return None

    # fields -----------------------------------------------------------------------------------------

    def field(self, subject: Subject, name: str) -> str:
        """The field's word; its own name where a newer program brought it."""
        kind = subject.kind
        if (kind, name) in _SHEET:
            return self._words("sheet", _SHEET[kind, name])
        if kind == "attachment" and name == "name":
            return self._words("history", "file")
        tool = "contact" if kind == "person" else kind
        if tool in records.TOOLS:
            if name in _AMOUNTS:
                name = "ours" if name == f"pays_{subject.ours}" else "theirs"
            return str(self._words.tool(tool)["fields"].get(name, name))
        key = f"{kind}.{name}"
        found = self._words("history", key)
        return name if found == key else found

    def value(self, subject: Subject, name: str, value: Scalar | None) -> str:
        """A value as people read it; "" for none."""
        if value is None or value == "":
            return ""
        group = _CHOICES.get((subject.kind, name))
        if group is not None:
            return self._words(group, str(value))
        match subject.kind, name:
            case "side", "organisation":
                return self._names.get(str(value), "") or str(value)
            case "side", "form":
                form = self._form(str(value))
                return form.title if form else str(value)
            case ("contact", "side") | ("partnership", "pen"):
                return self._side_word(subject, str(value))
            case _, "score" | "influence" | "interest" if value == 0:
                return ""
        if name in _DATES:
            return self._words.date(str(value))
        return self._amount(str(value)) if subject.kind == "budget" and name in _AMOUNTS else str(value)

    def before(self, subject: Subject, field: Field) -> tuple[str, ...]:
        """The values that were replaced, as people read them; the empty ones left out."""
        texts = (self.value(subject, field.name, value) for value in field.before)
        return tuple(text for text in texts if text)

    def _amount(self, text: str) -> str:
        try:
            value = Decimal(text)
        except InvalidOperation:
            return text
        if not value.is_finite():
            return text
        return self._words.number(float(value), 0 if value == value.to_integral_value() else 2)


def _same_contact(parts: tuple[Part, ...]) -> bool:
    """A contact and the person who holds it are one row to people."""
    return len(parts) == 2 and {part.subject.kind for part in parts} == {"contact", "person"}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
