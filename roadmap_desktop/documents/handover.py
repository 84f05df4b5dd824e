"""The handover book as data: what whoever takes a partnership over must know, in chapters; not how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from roadmap_desktop.documents.blocks import (
    Block,
    Contents,
    Fields,
    Heading,
    Point,
    Sheet,
    Table,
    Text,
    TextCell,
    Title,
)
from roadmap_desktop.documents.conflicts import conflict_table
from roadmap_desktop.documents.parts import (
    Walk,
    both_walks,
    footer,
    legend,
    line,
    next_table,
    parties,
    steps_table,
)
from roadmap_desktop.documents.past import past
from roadmap_desktop.documents.sheets import side_blocks
from roadmap_desktop.documents.tools import clean, date, filled_tools
from roadmap_desktop.domain.codes import order
from roadmap_desktop.domain.deadlines import Deadline, deadlines
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.history import Page
from roadmap_desktop.domain.joint import Sort, Subject, joint
from roadmap_desktop.domain.progress import FINISHED, Progress, Stop
from roadmap_desktop.domain.telling import Teller
from roadmap_desktop.domain.words import Words

_ELSEWHERE: Final = ("contact", "agreement", "action", "budget", "log")
"""Tools that have a place of their own in the book, and are not told again at their checkpoints."""


def handover_book(
    dossier: Dossier,
    library: Library,
    words: Words,
    today: str,
    file_name: str,
    history: Page,
    *,
    private_notes: bool = True,
) -> Sheet:
    """One partnership told to a successor. `history` has its newest entries; `today` (YYYY-MM-DD) is printed as the date."""
    book = _Book(dossier, library, words, today, history, private=private_notes)
    title = clean(dossier.partnership.title)
    intro, second = words.each("handover", "intro", file=clean(file_name))
    blocks: list[Block] = [
        Title(words("sheet", "handover"), title, words("stage", dossier.partnership.stage)),
        Text(intro, second=second),
        Fields((words("handover", "given"), words("handover", "taken"))),
        Fields((words("sheet", "date"), words("sheet", "signature"))),
        Heading(3, words("handover", "contents")),
        Contents(
            tuple((name, f"{number}. {words('handover', name)}") for number, name in enumerate(CHAPTERS, 1))
        ),
    ]
    for number, (name, tell) in enumerate(CHAPTERS.items(), 1):
        blocks.append(Heading(1, f"{number}. {words('handover', name)}", mark=name))
        blocks += list(tell(book)) or [book.nothing(name)]
    level = words("handover", "level_whole" if private_notes else "level_partner")
    return Sheet("handover", title, words.language, tuple(blocks), footer(file_name, today, level, words))


class _Book:
    """What every chapter is told from."""

    def __init__(
        self, dossier: Dossier, library: Library, words: Words, today: str, history: Page, *, private: bool
    ) -> None:
        self.dossier = dossier
        self.library = library
        self.words = words
        self.today = today
        self.history = history
        self.private = private
        self.ours, self.theirs = both_walks(dossier, library, words, today)
        self.walks = [self.ours] if dossier.theirs.empty else [self.ours, self.theirs]
        self.tools = filled_tools(dossier, dossier.ours, words, common=True)

    def say(self, key: str) -> str:
        return self.words("handover", key)

    def nothing(self, chapter: str) -> Text:
        """What stands where a chapter has nothing to tell."""
        first, second = self.words.each("handover", f"no_{chapter}")
        return Text(first, quiet=True, second=second)

    def tool(self, kind: str) -> Iterable[Block]:
        """A tool of the partnership as the sheets print it; nothing where it is empty."""
        make = self.tools.get(kind)
        return make() if make else ()

    def subjects(self, *sorts: Sort) -> list[Subject]:
        """The subjects of both forms on which so much is said."""
        if self.dossier.theirs.empty:
            return []
        steps = joint(self.dossier, self.ours.form, self.theirs.form)
        return [subject for step in steps for subject in step.subjects if subject.sort in sorts]

    def late(self, day: str) -> TextCell:
        return TextCell(date(self.words, day), alarm=bool(day) and day < self.today)


def _short(book: _Book) -> Iterator[Block]:
    yield parties(book.dossier, book.words)
    yield line(book.walks)
    yield legend(book.words)
    yield steps_table(book.walks, book.words)
    yield from next_table(book.walks, book.words)


def _people(book: _Book) -> Iterator[Block]:
    yield from book.tool("contact")
    tasks: dict[str, tuple[list[str], list[str]]] = {}
    for walk in book.walks:
        for stop in _unfinished(walk.way):
            tasks.setdefault(clean(stop.who), ([], []))[0].append(walk.code(stop.checkpoint))
    for action in book.dossier.actions:
        if action.state not in FINISHED:
            tasks.setdefault(clean(action.who), ([], []))[1].append(clean(action.what))
    tasks.pop("", None)
    if tasks:
        rows = tuple(
            (TextCell(who, strong=True), ", ".join(points), "\n".join(actions))
            for who, (points, actions) in sorted(tasks.items())
        )
        yield Heading(3, book.say("tasks"))
        heads = (book.words("sheet", "who"), book.say("open_points"), book.say("open_actions"))
        yield Table(heads, rows, (26, 34, 40))


def _promises(book: _Book) -> Iterator[Block]:
    yield from book.tool("agreement")
    steps = [entry for entry in book.dossier.log if entry.next.strip()]
    if steps:
        fields = book.words.tool("log")["fields"]
        yield Heading(3, book.say("next_steps"))
        yield Table(
            (fields["day"], fields["who"], fields["next"], fields["due"]),
            tuple(
                (date(book.words, e.day), clean(e.who), clean(e.next), date(book.words, e.due)) for e in steps
            ),
            (15, 25, 44, 16),
        )
    yield from book.tool("action")
    yield from book.tool("budget")
    agreed = book.subjects("agreed")
    if agreed:
        yield Heading(3, book.say("agreed"))
        yield Text(", ".join(clean(subject.ours.checkpoint.title) for subject in agreed))


def _deadlines(book: _Book) -> Iterator[Block]:
    found = deadlines(book.dossier, book.ours.way, book.theirs.way)
    if found:
        words = book.words
        heads = (
            words("sheet", "due"),
            book.say("what"),
            book.say("where"),
            words("sheet", "who"),
        )
        rows = tuple(
            (book.late(each.day), clean(_deadline_text(each, book)), _place(each, book), clean(each.who))
            for each in found
        )
        yield Table(heads, rows, (15, 45, 20, 20))


def _deadline_text(deadline: Deadline, book: _Book) -> str:
    if deadline.kind == "agreement":
        return " ".join(book.words("handover", "ends", number=deadline.text).split())
    return deadline.text


def _place(deadline: Deadline, book: _Book) -> str:
    if deadline.kind != "answer":
        return str(book.words.tool(deadline.kind)["title"])
    walk = book.ours if deadline.side == book.ours.side.side.key else book.theirs
    return walk.code(deadline.checkpoint)


def _open(book: _Book) -> Iterator[Block]:
    words = book.words
    yield from conflict_table(book.dossier.conflicts, book.library, words, private_notes=book.private)
    yield from _differing(book)
    for walk in book.walks:
        left = _unfinished(walk.way)
        if left:
            yield Heading(3, book.say("unfinished"), walk.name)
            heads = ("", *(words("sheet", key) for key in ("checkpoint", "state", "who", "due")))
            stops = tuple(
                (walk.code(s.checkpoint), s.title, words("state", s.state), clean(s.who), book.late(s.due))
                for s in left
            )
            yield Table(heads, stops, (10, 41, 16, 19, 14))


def _differing(book: _Book) -> Iterator[Block]:
    """The subjects on which the sides do not agree yet, those of one side alone under its name."""
    found: dict[str, list[str]] = {}
    for subject in book.subjects("differs", "one-side"):
        name = (book.ours if subject.ours.begun else book.theirs).name
        said = (
            book.words("joint", "only", name=name)
            if subject.sort == "one-side"
            else book.words("joint", "differs")
        )
        code = f"{book.ours.code(subject.ours.checkpoint.id)} {clean(subject.ours.checkpoint.title)}"
        found.setdefault(said, []).append(code)
    if found:
        yield Heading(3, book.say("differing"))
        yield from (Text(f"{said}: {', '.join(titles)}") for said, titles in found.items())


def _story(book: _Book) -> Iterator[Block]:
    yield from book.tool("log")
    for number, walk in enumerate(book.walks):
        heading: Heading | None = None
        told = side_blocks(
            book.dossier, walk, book.words, common=number == 0, notes=book.private, without=_ELSEWHERE
        )
        for block in told:
            if isinstance(block, Heading) and block.level == 2:
                heading = block._replace(
                    note=f"{walk.name} · {block.note}" if len(book.walks) > 1 else block.note
                )
            elif not isinstance(block, Point) or _worth_telling(block):
                if heading is not None:
                    yield heading
                    heading = None
                yield block


def _worth_telling(point: Point) -> bool:
    return bool(point.text or point.extras) or point.stop.state in FINISHED


def _documents(book: _Book) -> Iterator[Block]:
    rows = tuple(
        (clean(kept.name), f"{walk.code(checkpoint)} {_title(walk, checkpoint)}".strip(), walk.name)
        for walk in (book.ours, book.theirs)
        for checkpoint in order(walk.form, walk.side.attachments)
        for kept in walk.side.attachments.get(checkpoint, ())
    )
    if rows:
        words = book.words
        heads = (book.say("document"), words("sheet", "checkpoint"), words("sheet", "organisation"))
        yield Table(heads, rows, (40, 35, 25))


def _history(book: _Book) -> Iterator[Block]:
    teller = Teller(book.library, book.words)
    yield from past(book.history, teller, book.words, private=book.private)


def _unfinished(way: Progress) -> Sequence[Stop]:
    return [stop for stop in way.stops if stop.state not in FINISHED]


def _title(walk: Walk, checkpoint: str) -> str:
    found = walk.form.find(checkpoint)
    return clean(found.title) if found else ""


CHAPTERS: Final[dict[str, Callable[[_Book], Iterator[Block]]]] = {
    "short": _short,
    "people": _people,
    "promises": _promises,
    "deadlines": _deadlines,
    "open": _open,
    "story": _story,
    "documents": _documents,
    "history": _history,
}
"""The chapters by name, in their order."""
