"""Reading records out of an open file; every answer to a window's question, nothing is written here."""

from __future__ import annotations

import contextlib
import functools
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar, cast

from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import BadChangeError
from roadmap_desktop.domain.dossier import (
    Dossier,
    DueStop,
    Found,
    SideDossier,
    SideSummary,
    Summary,
)
from roadmap_desktop.domain.errors import (
    AmbiguousPartnership,
    AttachmentGone,
    FileDamaged,
    UnknownPartnership,
)
from roadmap_desktop.domain.names import upright
from roadmap_desktop.domain.partner_match import Known, Partner
from roadmap_desktop.domain.records import (
    Action,
    Agreement,
    Answer,
    Attachment,
    Budget,
    Contact,
    Evaluation,
    Indicator,
    Log,
    Meeting,
    Note,
    Organisation,
    Partnership,
    Person,
    Record,
    Side,
    Stakeholder,
    Swot,
    Topic,
)
from roadmap_desktop.store import file
from roadmap_desktop.store.schema import sort_key, table

if TYPE_CHECKING:
    from roadmap_desktop.domain.incoming import Group

R = TypeVar("R", bound=Record)

UNFINISHED: Final = "state IN ('open', 'in-progress')"
ORDERS: Final = {
    "title": "ORDER BY p.title_key, p.id",
    "changed": "ORDER BY (SELECT wall FROM activity a WHERE a.root = p.id) DESC, p.title_key, p.id",
    "due": f"ORDER BY (SELECT min(due) FROM answers x WHERE x.root = p.id AND x.due <> '' AND x.{UNFINISHED}) "
    "NULLS LAST, p.title_key, p.id",
    "progress": "LEFT JOIN (SELECT root, count(*) AS done FROM answers WHERE state = 'done' GROUP BY root) d "
    "ON d.root = p.id ORDER BY d.done DESC NULLS LAST, p.title_key, p.id",
}
"""How a list of partnerships can be sorted."""
_IN_BATCHES_OF: Final = 500
_DOSSIERS_AT_ONCE: Final = 100
_IMPOSSIBLE: Final = (AttributeError, KeyError, TypeError, ValueError)
"""What comes of values that no program of ours writes: pages that changed places give numbers for texts."""

P = ParamSpec("P")
T = TypeVar("T")


def _sound(
    ask: Callable[Concatenate[sqlite3.Connection, P], T],
) -> Callable[Concatenate[sqlite3.Connection, P], T]:
    """Have `ask` raise the types of `file.translating`; FileDamaged also where damage is what it stumbled on."""

    @functools.wraps(ask)
    def asked(db: sqlite3.Connection, /, *values: P.args, **named: P.kwargs) -> T:
        with _translating(db):
            return ask(db, *values, **named)

    return asked


def _sound_all(
    ask: Callable[Concatenate[sqlite3.Connection, P], Iterator[T]],
) -> Callable[Concatenate[sqlite3.Connection, P], Iterator[T]]:
    """As `_sound`, for what is answered piece by piece."""

    @functools.wraps(ask)
    def asked(db: sqlite3.Connection, /, *values: P.args, **named: P.kwargs) -> Iterator[T]:
        with _translating(db):
            yield from ask(db, *values, **named)

    return asked


@contextlib.contextmanager
def _translating(db: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except _IMPOSSIBLE as error:
        with file.translating(_path(db)):
            if isinstance(error, UnicodeDecodeError | BadChangeError):
                raise
            [said] = db.execute("PRAGMA integrity_check(1)").fetchone()
            from roadmap_desktop.store import check  # noqa: PLC0415 - nothing of a sound file needs it

            if said == "ok" and not check.tables_lie(db):
                raise  # a defect of ours
        raise FileDamaged(path=_path(db), reason=f"{said}; {error}") from error
    except sqlite3.Error:
        with file.translating(_path(db)):
            raise


def _path(db: sqlite3.Connection) -> Path:
    # As a pragma, not as a table, which would have to read what may be damaged.
    return Path(next(name for _, schema, name in db.execute("PRAGMA database_list") if schema == "main"))


@_sound
def meta(db: sqlite3.Connection, key: str) -> str:
    """A value of the file's own meta as text, "" where there is none."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return "" if row is None else str(row[0])


def format_of(db: sqlite3.Connection) -> int:
    """The file's format number."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


@_sound
def partnership_ids(
    db: sqlite3.Connection,
    *,
    order: str = "title",
    text: str = "",
    stage: str = "",
    overdue_on: str = "",
    disputed: bool = False,
) -> list[bytes]:
    """Ids of the partnerships, sorted by one of ORDERS.

    Only those whose title or organisations hold `text`, of that `stage`, and with a stop that was due before
    `overdue_on` (YYYY-MM-DD), where these are given; with `disputed` only those in which a conflict waits.
    """
    where, values = ["1"], list[object]()
    if stage:
        where.append("p.stage = ?")
        values.append(stage)
    if text:
        key = sort_key(text)
        partners = [found.id.hex() for found in organisations(db) if key in sort_key(found.name)]
        marks = ", ".join("?" * len(partners))
        where.append(
            f"(instr(p.title_key, ?) OR p.id IN (SELECT root FROM sides WHERE organisation IN ({marks})))"
        )
        values += [key, *partners]
    if overdue_on:
        where.append(
            f"p.id IN (SELECT root FROM answers x WHERE x.due <> '' AND x.due < ? AND x.{UNFINISHED})"
        )
        values.append(overdue_on)
    if disputed:
        where.append("hex(p.id) IN (SELECT value FROM json_each(?))")
        values.append(json.dumps([root.hex().upper() for root in _waiting(db)]))
    join, _, tail = ORDERS[order].rpartition("ORDER BY")
    sql = f"SELECT p.id FROM partnerships p {join} WHERE {' AND '.join(where)} ORDER BY{tail}"
    return [row[0] for row in db.execute(sql, values)]


@_sound
def titles(db: sqlite3.Connection) -> list[tuple[bytes, str]]:
    """The id and title of every partnership, by title."""
    return db.execute("SELECT id, title FROM partnerships ORDER BY title_key, id").fetchall()


@_sound_all
def summaries(db: sqlite3.Connection, ids: Sequence[bytes]) -> Iterator[Summary]:
    """What a list shows of the partnerships `ids`, in that order; ids that are gone are left out."""
    home = meta(db, "home")
    for start in range(0, len(ids), _IN_BATCHES_OF):
        yield from _summaries(db, ids[start : start + _IN_BATCHES_OF], home)


def _summaries(db: sqlite3.Connection, ids: Sequence[bytes], home: str) -> Iterator[Summary]:
    marks = ", ".join("?" * len(ids))
    partnerships = {p.id: p for p in _records(db, Partnership, f"id IN ({marks})", ids)}
    sides: dict[bytes, list[Side]] = {}
    for side in _records(db, Side, f"root IN ({marks})", ids):
        sides.setdefault(side.root, []).append(side)
    organisations = _organisations(db, (side.organisation for found in sides.values() for side in found))
    answers: dict[tuple[bytes, str], dict[str, Answer]] = {}
    for row in db.execute(
        f"SELECT id, root, side, checkpoint, '', state, who, due FROM answers WHERE root IN ({marks})", ids
    ):
        answer = Answer(*row)
        answers.setdefault((answer.root, answer.side), {})[answer.checkpoint] = answer
    disputed, waiting = _disputed(db, ids), _waiting(db)
    activity = {
        root: (wall, body)
        for root, wall, body in db.execute(
            f"SELECT a.root, a.wall, s.body FROM activity a LEFT JOIN session s ON s.id = a.session "
            f"WHERE a.root IN ({marks})",
            ids,
        )
    }
    for number in ids:
        if number not in partnerships:
            continue
        ours, theirs = (
            SideSummary(
                side.key,
                organisations.get(side.organisation, Organisation()),
                side.form,
                answers.get((number, side.key), {}),
                disputed.get((number, side.key), frozenset()),
            )
            for side in _ours_first(number, sides.get(number, []), home)
        )
        wall, body = activity.get(number, (0, None))
        yield Summary(partnerships[number], ours, theirs, wall, _author(body), waiting.get(number, 0))


@_sound
def dossier(db: sqlite3.Connection, root: bytes) -> Dossier:
    """Everything of one partnership. Raises UnknownPartnership."""
    for found in _dossiers(db, (root,), meta(db, "home")):
        return found
    raise UnknownPartnership(name=root.hex())


@_sound_all
def dossiers(db: sqlite3.Connection, ids: Sequence[bytes]) -> Iterator[Dossier]:
    """Everything of the partnerships `ids`, one after the other, in that order; ids that are gone are left out.

    Some hundred are read at a time, which takes a fraction of reading each by itself.
    """
    home = meta(db, "home")
    for start in range(0, len(ids), _DOSSIERS_AT_ONCE):
        yield from _dossiers(db, ids[start : start + _DOSSIERS_AT_ONCE], home)


def _dossiers(db: sqlite3.Connection, ids: Sequence[bytes], home: str) -> Iterator[Dossier]:
    marks = ", ".join("?" * len(ids))

    def rows(kind: type[R], order: str = "position, id") -> Mapping[bytes, list[R]]:
        found: dict[bytes, list[R]] = {}
        for record in _records(db, kind, f"root IN ({marks})", ids, order):
            found.setdefault(record.root, []).append(record)
        return found

    partnerships = {found.id: found for found in _records(db, Partnership, f"id IN ({marks})", ids)}
    sides = rows(Side, "key")
    organisations = _organisations(db, (side.organisation for found in sides.values() for side in found))
    answers, notes, files = rows(Answer, "id"), rows(Note, "id"), rows(Attachment, "name, id")
    stakeholders, swot = rows(Stakeholder), rows(Swot)
    scores = rows(Evaluation, "round, criterion")
    contacts, people = rows(Contact), rows(Person, "id")
    lines, actions, budget = rows(Log, "day DESC, id"), rows(Action), rows(Budget)
    agreements, indicators = rows(Agreement, "signed, id"), rows(Indicator)
    meetings, topics = rows(Meeting, "day DESC, id"), rows(Topic)
    disputed, waiting = _disputed(db, ids), _any_conflict(db)
    for root in ids:
        if root not in partnerships:
            continue
        ours, theirs = (
            SideDossier(
                side=side,
                organisation=organisations.get(side.organisation, Organisation()),
                answers={a.checkpoint: a for a in answers.get(root, ()) if a.side == side.key},
                notes={n.checkpoint: n for n in notes.get(root, ()) if n.side == side.key and n.text},
                attachments=_grouped(f for f in files.get(root, ()) if f.side == side.key),
                stakeholders=tuple(s for s in stakeholders.get(root, ()) if s.side == side.key),
                swot=tuple(s for s in swot.get(root, ()) if s.side == side.key),
                evaluations=tuple(e for e in scores.get(root, ()) if e.side == side.key),
                disputed=disputed.get((root, side.key), frozenset()),
            )
            for side in _ours_first(root, sides.get(root, ()), home)
        )
        named = {person.contact: person for person in people.get(root, ())}
        yield Dossier(
            partnership=partnerships[root],
            ours=ours,
            theirs=theirs,
            contacts=tuple((c, named.get(c.id.hex(), Person())) for c in contacts.get(root, ())),
            log=tuple(lines.get(root, ())),
            actions=tuple(actions.get(root, ())),
            budget=tuple(budget.get(root, ())),
            agreements=tuple(agreements.get(root, ())),
            indicators=tuple(indicators.get(root, ())),
            conflicts=_conflicts(db, root) if waiting else (),
            meetings=tuple(meetings.get(root, ())),
            topics=tuple(topics.get(root, ())),
        )


@_sound
def moved(db: sqlite3.Connection) -> dict[bytes, int]:
    """When each answer, and anything of each partnership, was last changed, in ms since 1970, by its id."""
    answers = db.execute("SELECT entity, max(wall) FROM change WHERE kind = 'answer' GROUP BY root, entity")
    return dict(answers) | dict(db.execute("SELECT root, wall FROM activity"))


@_sound
def conflicts(db: sqlite3.Connection) -> int:
    """How many fields wait for a decision in the whole file."""
    if not _any_conflict(db):
        return 0
    from roadmap_desktop.store import conflicts as waiting  # noqa: PLC0415 - nothing of nearly every file needs it

    return sum(waiting.counts(db).values())


@_sound
def find_partnership(db: sqlite3.Connection, name: str) -> Partnership:
    """The partnership that `name` means: an id in hex, a unique beginning of one, or a unique title.

    Raises UnknownPartnership or AmbiguousPartnership.
    """
    wanted = name.strip()
    everything = _records(db, Partnership, "1", ())
    exact = [p for p in everything if p.title == wanted or p.id.hex() == wanted.lower()]
    key = sort_key(wanted)
    loose = [
        p for p in everything if key and (sort_key(p.title) == key or p.id.hex().startswith(wanted.lower()))
    ]
    for found in (exact, loose):
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousPartnership(name=name, count=len(found))
    raise UnknownPartnership(name=name)


@_sound
def organisations(db: sqlite3.Connection) -> list[Organisation]:
    """Every organisation, by name."""
    return sorted(_records(db, Organisation, "1", ()), key=lambda found: sort_key(found.name))


@_sound
def known_partners(db: sqlite3.Connection) -> Known:
    """What the file holds of partners, for a list to be compared with: of an organisation its first partnership."""
    home = home_organisation(db)
    sides: dict[bytes, list[Side]] = {}
    for side in _records(db, Side, "organisation <> ?", (home.id.hex(),), "root, key"):
        sides.setdefault(side.root, []).append(side)
    people = {person.contact: person for person in _records(db, Person, "1", ())}
    contacts: dict[tuple[bytes, str], list[tuple[Contact, Person]]] = {}
    last: dict[bytes, str] = {}
    for contact in _records(db, Contact, "1", (), "position, id"):
        pair = (contact, people.get(contact.id.hex(), Person()))
        contacts.setdefault((contact.root, contact.side), []).append(pair)
        last[contact.root] = max(last.get(contact.root, ""), contact.position)
    partners: dict[str, Partner] = {}
    for root in partnership_ids(db):
        for side in sides.get(root, ()):
            there = tuple(contacts.get((root, side.key), ()))
            partners.setdefault(side.organisation, Partner(root, side.key, there))
    return Known(home, tuple(organisations(db)), partners, last)


@_sound
def home_organisation(db: sqlite3.Connection) -> Organisation:
    """The organisation whose file this is; an empty record where that is not known."""
    number = meta(db, "home")
    return _organisations(db, [number]).get(number, Organisation())


@_sound
def due_stops(db: sqlite3.Connection, until: str, limit: int) -> list[DueStop]:
    """Unfinished stops of active partnerships due on `until` (YYYY-MM-DD) or earlier, earliest first."""
    columns = ", ".join(f"p.{name}" for name in Partnership._fields)
    rows = db.execute(
        f"SELECT {columns}, a.side, a.checkpoint, a.due, a.who FROM answers a JOIN partnerships p ON p.id = a.root "
        f"WHERE a.due <> '' AND a.due <= ? AND a.{UNFINISHED} AND p.stage = 'active' "
        "ORDER BY a.due, p.title_key LIMIT ?",
        (until, limit),
    )
    width = len(Partnership._fields)
    return [DueStop(Partnership(*row[:width]), *row[width:]) for row in rows]


@_sound_all
def search(db: sqlite3.Connection, text: str, limit: int) -> Iterator[Found]:
    """Places where all words of `text` stand, case and diacritics aside: titles first, then answers."""
    words = sort_key(text).split()
    if not words:
        return
    columns = ", ".join(f"p.{name}" for name in Partnership._fields)
    width = len(Partnership._fields)
    titles = " AND ".join("instr(p.title_key, ?)" for _ in words)
    for row in db.execute(
        f"SELECT {columns} FROM partnerships p WHERE {titles} ORDER BY p.title_key LIMIT ?", (*words, limit)
    ):
        found = Partnership(*row)
        yield Found(found, "", "", found.title)
    globs = " AND ".join("a.text GLOB ?" for _ in words)
    for row in db.execute(
        f"SELECT {columns}, a.side, a.checkpoint, a.text FROM answers a JOIN partnerships p ON p.id = a.root "
        f"WHERE {globs} LIMIT ?",
        (*(f"*{_glob(word)}*" for word in words), limit),
    ):
        yield Found(Partnership(*row[:width]), *row[width:])


def _glob(word: str) -> str:
    """A GLOB pattern for `word` (a sort_key) in any case and with any diacritics; SQLite matches it ten times
    faster than a function of ours could.
    """
    variants = _variants()
    return "".join(
        f"[{letter}{variants.get(letter, '')}]" if letter in variants or letter in "*?[" else letter
        for letter in word
    )


@functools.cache
def _variants() -> dict[str, str]:
    """For each letter those that fold to it, of the scripts of the program's languages."""
    found: dict[str, str] = {}
    for first, last in _SCRIPTS:
        for letter in map(chr, range(first, last)):
            key = sort_key(letter)
            if key and key != letter:
                found[key] = found.get(key, "") + letter
    return found


_SCRIPTS: Final = ((0x41, 0x5B), (0xC0, 0x180), (0x218, 0x21C), (0x386, 0x3D0), (0x400, 0x492))
"""Latin, Greek and Cyrillic, with their marked letters."""


@_sound
def text_of(db: sqlite3.Connection, kind: str, entity: bytes) -> str:
    """The text of an answer or a private note, "" where there is none."""
    if kind not in ("answer", "note"):
        return ""
    row = db.execute(f"SELECT text FROM {table(kind)} WHERE id = ?", (entity,)).fetchone()
    return "" if row is None else str(row[0])


@_sound
def attachment_data(db: sqlite3.Connection, attachment: Attachment) -> bytes:
    """The bytes of an attachment. Raises AttachmentGone where the file does not hold them."""
    row = db.execute(
        "SELECT data FROM attachment WHERE sha256 = ?", (bytes.fromhex(attachment.sha256),)
    ).fetchone()
    if row is None:
        raise AttachmentGone(name=attachment.name)
    return cast("bytes", row[0])


@_sound
def logo(db: sqlite3.Connection, organisation: bytes) -> bytes:
    """The bytes of an organisation's logo, as they came; b"" where there is none."""
    for found in _records(db, Attachment, "id = ?", (records.logo_id(organisation),)):
        with contextlib.suppress(AttachmentGone):
            return attachment_data(db, found)
    return b""


def _records(
    db: sqlite3.Connection, kind: type[R], where: str, values: Sequence[object], order: str = "id"
) -> list[R]:
    columns = ", ".join(f'"{name}"' for name in kind._fields)
    name = table(_KIND_OF[kind])
    rows = db.execute(f"SELECT {columns} FROM {name} WHERE {where} ORDER BY {order}", values)
    return [_upright(kind, row) for row in rows]


def _upright(kind: type[R], row: Sequence[Any]) -> R:
    """The record, its names and other short texts without what would turn round the words they are shown among."""
    if all(type(value) is not str or value.isprintable() for value in row):
        return kind(*row)
    name = _KIND_OF[kind]
    values: list[Any] = [
        upright(value) if type(value) is str and records.limit(name, field) == records.SHORT_TEXT else value
        for field, value in zip(kind._fields, row, strict=True)
    ]
    return kind(*values)


_KIND_OF: Final[Mapping[Any, str]] = {made: name for name, made in records.KINDS.items()}


def _organisations(db: sqlite3.Connection, numbers: Iterable[str]) -> dict[str, Organisation]:
    ids = sorted({bytes.fromhex(number) for number in numbers if number})
    marks = ", ".join("?" * len(ids))
    return {found.id.hex(): found for found in _records(db, Organisation, f"id IN ({marks})", ids)}


def _ours_first(root: bytes, sides: Sequence[Side], home: str) -> tuple[Side, Side]:
    """The two sides, the file's own organisation first; a side nobody made yet is an empty record."""
    by_key = {side.key: side for side in sides}
    first, second = (
        by_key[key] if key in by_key else Side(records.side_id(root, key), root, key) for key in records.SIDES
    )
    return (second, first) if home and second.organisation == home != first.organisation else (first, second)


def _disputed(db: sqlite3.Connection, roots: Sequence[bytes]) -> dict[tuple[bytes, str], frozenset[str]]:
    marks = ", ".join("?" * len(roots))
    found: dict[tuple[bytes, str], set[str]] = {}
    for kind in ("answer", "note"):
        for root, side, checkpoint in db.execute(
            f"SELECT t.root, t.side, t.checkpoint FROM conflicts c JOIN {table(kind)} t ON t.id = c.entity "
            f"WHERE c.kind = '{kind}' AND c.root IN ({marks})",
            roots,
        ):
            found.setdefault((root, side), set()).add(checkpoint)
    return {key: frozenset(checkpoints) for key, checkpoints in found.items()}


def _waiting(db: sqlite3.Connection) -> Mapping[bytes, int]:
    """How many conflicts wait in each partnership, its partner included, in which any do."""
    if not _any_conflict(db):
        return {}
    from roadmap_desktop.store import conflicts as waiting  # noqa: PLC0415 - nothing of nearly every file needs it

    return waiting.by_partnership(db)


def _conflicts(db: sqlite3.Connection, root: bytes) -> tuple[Group, ...]:
    if not _any_conflict(db):
        return ()
    from roadmap_desktop.store import conflicts as waiting  # noqa: PLC0415 - as above

    return tuple(waiting.about(db, root))


def _any_conflict(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM conflicts LIMIT 1").fetchone() is not None


def _grouped(files: Iterable[Attachment]) -> dict[str, tuple[Attachment, ...]]:
    found: dict[str, tuple[Attachment, ...]] = {}
    for attachment in files:
        found[attachment.checkpoint] = (*found.get(attachment.checkpoint, ()), attachment)
    return found


def author_in(body: str | None) -> tuple[str, str]:
    """(name, organisation) as a session's body has them, "" for what it has not."""
    data = _parsed(body) if body else {}
    return upright(str(data.get("name", ""))), upright(str(data.get("organisation", "")))


def _author(body: str | None) -> str:
    return author_in(body)[0]


def _parsed(body: str) -> dict[str, Any]:
    """The object written as `body`. Raises BadChangeError: what this program wrote can be read."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadChangeError(str(error)) from error
    if not isinstance(found, dict):
        raise BadChangeError("not an object")
    return found
