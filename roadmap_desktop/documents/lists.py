"""Lists as data: every table of a file with typed cells; how each format writes them is that format's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from roadmap_desktop.domain.dossier import Dossier, SideDossier
from roadmap_desktop.domain.form import Form, Library
from roadmap_desktop.domain.mentions import Listed, Roster
from roadmap_desktop.domain.progress import FINISHED, progress
from roadmap_desktop.domain.records import Organisation, Topic
from roadmap_desktop.domain.words import Words

CellKind: TypeAlias = Literal["text", "date", "number", "money", "share"]
"""What stands in a column: a text; YYYY-MM-DD; a number; a sum in euros; a part of 1."""
Cell: TypeAlias = str | int | float
"""What does not read as its column's kind stands there as the text it is; "" for nothing."""
Row: TypeAlias = tuple[Cell, ...]

TABLES: Final = (
    "partnerships", "answers", "contacts", "log", "meetings", "actions", "budget", "agreements", "indicators", "evaluation",
    "swot", "stakeholders", "organisations",
)  # fmt: skip
AT_HOME: Final = ("swot", "stakeholders")
"""What a side judges of others, and shows to nobody outside."""
STEPS: Final = ("1", "2", "3")


class Column(NamedTuple):
    """One column: its head, what stands in it, and how many letters wide it is shown."""

    head: str
    cell: CellKind = "text"
    width: int = 18


class Table(NamedTuple):
    """A table by its name in TABLES."""

    name: str
    title: str
    columns: tuple[Column, ...]


class Choice(NamedTuple):
    """What goes into the lists besides what everybody may see.

    With `notes` the private notes. Without `names` people are roles, wherever they are mentioned, and AT_HOME stays out.
    """

    notes: bool = False
    names: bool = True


def tables(words: Words, choice: Choice) -> tuple[Table, ...]:
    """The tables there are, in the language of `words`."""
    made = _columns(words, choice)
    return tuple(Table(name, words("list", name), made[name]) for name in TABLES if name in made)


def rows(
    dossier: Dossier, library: Library, words: Words, today: str, choice: Choice
) -> Iterator[tuple[str, Row]]:
    """Every row that one partnership has, each with the name of its table. `today` as YYYY-MM-DD."""
    shown = Shown(dossier, words, choice)
    title = shown(dossier.partnership.title)
    yield "partnerships", _partnership(dossier, title, library, words, today)
    for side in dossier.sides:
        who = (title, _side_word(dossier, side.side.key, words), side.organisation.name)
        for row in _answers(side, library, words, shown):
            yield "answers", (*who, *row)
        for score in side.evaluations:
            criterion = words.group("criterion").get(score.criterion, {}).get("title", score.criterion)
            yield "evaluation", (*who, score.round, criterion, score.score or "", shown(score.comment))
        if choice.names:
            for item in side.swot:
                yield "swot", (*who, words("quadrant", item.quadrant), item.text)
            for one in side.stakeholders:
                judged = (one.influence or "", one.interest or "", one.approach)
                yield "stakeholders", (*who, one.name, one.role, *judged)
    for name, row in _shared(dossier, words, shown):
        yield name, (title, *row)


def organisation_row(found: Organisation, words: Words, choice: Choice) -> Row:
    """A row of the table of organisations."""
    kind = words("kind", found.kind) if found.kind else ""
    personal = (found.email, found.phone, found.note) if choice.names else ()
    return (found.name, kind, found.number, found.address, found.website, *personal)


class Shown:
    """How a partnership's texts are shown: as they are, or with roles instead of people."""

    def __init__(self, dossier: Dossier, words: Words, choice: Choice) -> None:
        self.choice = choice
        people = [
            Listed(person.name, person.email, person.phone, contact.role)
            for contact, person in dossier.contacts
        ]
        self._roster = Roster(people, words("person", "unnamed"))

    def __call__(self, text: str) -> str:
        """`text`, with roles where people are mentioned who are not to be named."""
        if self.choice.names or not text:
            return text
        return self._roster.masked(text).text

    def who(self, text: str) -> str:
        """A field that holds a name, or a role: whose name it is cannot always be told, so only what a role replaced stays."""
        if self.choice.names or not text:
            return text
        found = self._roster.masked(text)
        return found.text if found.mentions and self(found.text) == found.text else ""


def _partnership(dossier: Dossier, title: str, library: Library, words: Words, today: str) -> Row:
    ours, theirs = dossier.ours.organisation, dossier.theirs.organisation
    ways = [_way(side, library, words, today) for side in dossier.sides]
    dates = [
        answer.due
        for side in dossier.sides
        for answer in side.answers.values()
        if answer.due and answer.state not in FINISHED
    ]
    return (
        title,
        words("stage", dossier.partnership.stage),
        ours.name,
        theirs.name,
        words("kind", theirs.kind) if theirs.kind else "",
        theirs.number,
        theirs.address,
        theirs.website,
        *(part for way in ways for part in way[0]),
        ways[0][1],
        min(dates, default=""),
        sum(day < today for day in dates),
    )


def _way(side: SideDossier, library: Library, words: Words, today: str) -> tuple[tuple[Cell, ...], str]:
    """How far a side is, step by step and in all, as parts of 1; and where it goes on. Nothing for a side not begun."""
    form = known_form(side.side.form, library, words)
    if form is None or side.empty:
        return ("",) * (len(STEPS) + 1), ""
    found = progress(form, side.answers, today, side.disputed)
    by_step = {step.id: _share(step.done, step.total) for step in found.steps}
    current = form.find(found.current)
    shares = (*(by_step.get(step, "") for step in STEPS), _share(found.done, found.total))
    return shares, current.title if current else ""


def _share(done: int, total: int) -> Cell:
    return done / total if total else ""


def known_form(name: str, library: Library, words: Words) -> Form | None:
    """The form `name` in the language of `words`, None where this program does not have it."""
    return library.form(name, words.language) if name in library.ids() else None


@lru_cache(maxsize=16)
def stops(form: Form) -> Mapping[str, tuple[str, str]]:
    """Step and title of each checkpoint of `form`, in its order."""
    return {one.id: (one.step, one.title) for one in form.checkpoints}


def _answers(side: SideDossier, library: Library, words: Words, shown: Shown) -> Iterator[Row]:
    """What somebody has written or decided, in the roadmap's order; what a newer form brought comes last."""
    form = known_form(side.side.form, library, words)
    known = stops(form) if form else {}
    unknown = {*side.answers, *side.notes, *side.attachments} - known.keys()
    for checkpoint in (*known, *sorted(unknown)):
        answer, note = side.answers.get(checkpoint), side.notes.get(checkpoint)
        files = side.attachments.get(checkpoint, ())
        private = (note.text if note else "",) if shown.choice.notes else ()
        if answer is None and not any(private) and not files:
            continue
        if checkpoint in known:
            step, title = known[checkpoint]
        else:
            step, title = "", checkpoint
        yield (
            int(step) if step.isdecimal() else step,
            checkpoint,
            title,
            words("state", answer.state if answer else "open"),
            shown(answer.text) if answer else "",
            shown.who(answer.who) if answer else "",
            answer.due if answer else "",
            shown(", ".join(file.name for file in files)),
            *map(shown, private),
        )


def _shared(dossier: Dossier, words: Words, shown: Shown) -> Iterator[tuple[str, Row]]:
    """The rows that belong to a partnership, not to a side of it."""
    names = {side.side.key: side.organisation.name for side in dossier.sides}
    for contact, person in dossier.contacts:
        own = (person.name, person.email, person.phone) if shown.choice.names else ()
        side = _side_word(dossier, contact.side, words)
        yield "contacts", (side, names.get(contact.side, ""), shown(contact.role), *own)
    for line in dossier.log:
        channel = words("channel", line.channel)
        said = (shown.who(line.who), shown(line.what), shown(line.next))
        yield "log", (line.day, channel, *said, line.due)
    yield from _meetings(dossier, shown)
    for action in dossier.actions:
        doing = (shown(action.what), shown.who(action.who), action.due, words("state", action.state))
        yield "actions", doing
    ours = dossier.ours.side.key
    for item in dossier.budget:
        pays = (item.pays_b, item.pays_a) if ours == "b" else (item.pays_a, item.pays_b)
        yield "budget", (shown(item.item), *map(_number, pays), shown(item.in_kind))
    for one in dossier.agreements:
        yield "agreements", (
            words("agreement", one.form), one.number, one.signed, one.valid_until, one.notice,
        )  # fmt: skip
    for measured in dossier.indicators:
        values = (measured.baseline, measured.target, measured.actual)
        yield "indicators", (shown(measured.name), *(shown(value) for value in values))


def _meetings(dossier: Dossier, shown: Shown) -> Iterator[tuple[str, Row]]:
    """A row for each topic; of a meeting without any, one for itself."""
    for meeting in dossier.meetings:
        head = (meeting.day, meeting.time, shown(meeting.place), shown.who(meeting.people))
        topics = [topic for topic in dossier.topics if topic.meeting == meeting.id.hex()]
        for topic in topics or [Topic()]:
            decided = (shown(topic.decided), shown.who(topic.who), topic.due)
            yield "meetings", (*head, shown(topic.title), shown(topic.said), *decided)


def _side_word(dossier: Dossier, key: str, words: Words) -> str:
    return words("side", "ours" if key == dossier.ours.side.key else "theirs")


def _number(amount: str) -> Cell:
    """A sum as the file holds it; what another program wrote there as the text it is."""
    try:
        return float(amount) if amount and set(amount) <= _DIGITS else amount
    except ValueError:
        return amount


_DIGITS: Final = frozenset("0123456789.-")


# columns ------------------------------------------------------------------------------------------------


def _columns(words: Words, choice: Choice) -> dict[str, tuple[Column, ...]]:
    sheet = words.group("sheet")
    partnership = Column(sheet["partnership"], width=32)
    side = (partnership, Column(words("list", "side"), width=14), Column(sheet["organisation"], width=28))
    private = (Column(sheet["private_note"], width=40),) if choice.notes else ()
    made = {
        "partnerships": _partnership_columns(words),
        "answers": (
            *side,
            Column(words("list", "step"), "number", 7),
            Column(words("list", "code"), width=20),
            Column(sheet["checkpoint"], width=28),
            Column(sheet["state"], width=13),
            Column(sheet["answer"], width=70),
            Column(sheet["who"], width=20),
            Column(sheet["due"], "date", 13),
            Column(sheet["attachments"], width=24),
            *private,
        ),
        "contacts": (
            partnership,
            *side[1:],
            *_tool(words, "contact", {"role": 24, **({"name": 24, "email": 30, "phone": 18} if choice.names else {})}),
        ),
        "log": (partnership, *_tool(words, "log", {"day": 13, "channel": 12, "who": 22, "what": 60, "next": 36, "due": 13})),
        "meetings": (partnership, *_meeting_columns(words)),
        "actions": (partnership, *_tool(words, "action", {"what": 50, "who": 22, "due": 13, "state": 14})),
        "budget": (partnership, *_tool(words, "budget", {"item": 36, "ours": 18, "theirs": 18, "in_kind": 36})),
        "agreements": (
            partnership,
            *_tool(words, "agreement", {"form": 26, "number": 14, "signed": 13, "valid_until": 13, "notice": 18}),
        ),
        "indicators": (
            partnership, *_tool(words, "indicator", {"name": 44, "baseline": 18, "target": 18, "actual": 18}),
        ),
        "evaluation": (
            *side,
            *_tool(words, "evaluation", {"round": 8, "criterion": 26, "score": 12, "comment": 60}),
        ),
        "swot": (*side, *_tool(words, "swot", {"quadrant": 18, "text": 60})),
        "stakeholders": (
            *side,
            *_tool(words, "stakeholder", {"name": 28, "role": 24, "influence": 12, "interest": 12, "approach": 50}),
        ),
        "organisations": (
            Column(words("history", "organisation.name"), width=34),
            Column(words("history", "organisation.kind"), width=24),
            Column(sheet["number"], width=16),
            Column(words("history", "organisation.address"), width=36),
            Column(words("history", "organisation.website"), width=28),
            *(
                (
                    Column(words("history", "organisation.email"), width=28),
                    Column(words("history", "organisation.phone"), width=18),
                    Column(words("history", "organisation.note"), width=40),
                )
                if choice.names
                else ()
            ),
        ),
    }  # fmt: skip
    return {name: columns for name, columns in made.items() if choice.names or name not in AT_HOME}


def _partnership_columns(words: Words) -> tuple[Column, ...]:
    shares = []
    for key in ("ours", "theirs"):
        side = words("side", key)
        shares += [Column(words("list", "done", side=side, step=step), "share", 12) for step in STEPS]
        shares.append(Column(words("list", "all_done", side=side), "share", 12))
    return (
        Column(words("sheet", "partnership"), width=32),
        Column(words("list", "stage"), width=12),
        Column(words("side", "ours"), width=28),
        Column(words("sheet", "partner"), width=28),
        Column(words("history", "organisation.kind"), width=22),
        Column(words("sheet", "number"), width=16),
        Column(words("history", "organisation.address"), width=32),
        Column(words("history", "organisation.website"), width=24),
        *shares,
        Column(words("sheet", "current"), width=28),
        Column(words("sheet", "next_due"), "date", 13),
        Column(words("sheet", "overdue"), "number", 10),
    )


def _meeting_columns(words: Words) -> Iterator[Column]:
    widths = {
        "meeting.day": 13, "meeting.time": 10, "meeting.place": 24, "meeting.people": 30, "topic.title": 34,
        "topic.said": 50, "topic.decided": 50, "topic.who": 22, "topic.due": 13,
    }  # fmt: skip
    dates = ("meeting.day", "topic.due")
    return (
        Column(words("history", name), "date" if name in dates else "text", width)
        for name, width in widths.items()
    )


_KINDS: Final[Mapping[str, CellKind]] = {
    "day": "date", "due": "date", "signed": "date", "valid_until": "date", "ours": "money", "theirs": "money",
    "round": "number", "score": "number", "influence": "number", "interest": "number",
}  # fmt: skip


def _tool(words: Words, kind: str, widths: Mapping[str, int]) -> Iterator[Column]:
    """The columns of a support tool, headed as its window is."""
    heads = words.tool(kind)["fields"]
    return (Column(heads[name], _KINDS.get(name, "text"), width) for name, width in widths.items())
