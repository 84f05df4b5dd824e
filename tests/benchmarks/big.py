"""Files of any size with believable Latvian content, written in bulk; for benchmarks and for trying out windows."""

from __future__ import annotations

import contextlib
import datetime as dt
import random
import sqlite3
from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from roadmap_desktop.domain.changes import Change, Edit, canonical, seal
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.records import Scalar, answer_id, side_id
from roadmap_desktop.store import derived, file, log

FORMS = Path(__file__).parents[2] / "resources" / "forms"
NOON = 1_790_000_000_000
"""Milliseconds: a day in September 2026, when the first change was made."""

PLACES = (
    "Ābeļkalns", "Bērzvalki", "Cīruļciems", "Dzērveskalns", "Ežupe", "Gārsene", "Īvande", "Jumprava", "Ķeguļi",
    "Līgatne", "Mežezers", "Nīgrande", "Ozolaine", "Pļavciems", "Rūjiena", "Sējas", "Tūja", "Ugāle", "Vīķi", "Žīguri",
)  # fmt: skip
SUBJECTS = (
    "Jauniešu centrs vecajā skolā", "Kopienas dārzs pie bibliotēkas", "Mājas aprūpe senioriem", "Remonta kafejnīca",
    "Vasaras nometne", "Amatnieku darbnīca", "Ģimeņu istaba", "Ciema autobuss", "Peldvieta pie ezera", "Digitālās prasmes",
)  # fmt: skip
SENTENCES = (
    "Aptaujā atbildēja {n} iedzīvotāji, un lielākajai daļai trūkst vietas, kur satikties vakaros.",
    "Par telpām esam vienojušies ar pagasta pārvaldi; apkuri ziemā sedz pašvaldība.",
    "Brīvprātīgie katru nedēļu strādā {n} stundas, bet vajadzīgs arī viens algots vadītājs.",
    "Dome budžetu pieņem janvārī, tāpēc pieteikums jāiesniedz līdz 15. oktobrim.",
    "Galvenais risks ir cilvēku nogurums; lai to mazinātu, pienākumus dalām starp trim grupām.",
    "Līdzšinējā sadarbība ar skolu bija veiksmīga: {n} bērni apmeklēja nodarbības visu gadu.",
    "Rezultātus mērīsim divas reizes gadā un publicēsim novada avīzē.",
)
PEOPLE = ("Ilze Bērziņa", "Jānis Kalniņš", "Līga Ozola", "Māris Šķēle", "Zane Ķirse", "")
STATES = ("open", "open", "in-progress", "done", "done", "not-needed")
BODY = canonical({"name": "Ilze Bērziņa", "organisation": "Ābeļkalna ļaudis", "nonce": "0"})
SESSION = blake2b(BODY.encode(), digest_size=16).digest()


def make_big(
    path: Path, partnerships: int = 10_000, checkpoints: int = 40, edits: int = 1, seed: int = 1
) -> None:
    """Make the file `path`: every partnership with two sides that share `checkpoints` answers.

    Each answer is written at once and then changed, field by field, until every field was set `edits` times.
    """
    file.create(path)
    pick = random.Random(seed)
    with contextlib.closing(file.connect(path, "rw")) as db:
        db.execute("INSERT INTO meta VALUES ('home', ?)", (_organisation(0).hex(),))
        db.execute("INSERT INTO session VALUES (?, ?)", (SESSION, BODY))
        partners = max(1, min(200, partnerships))
        organisations = list(_organisations(pick, partners))
        _put(db, [*organisations, *_partnerships(pick, partnerships, partners, checkpoints, edits)])


def add_partnerships(path: Path, changes: int, seed: int = 2) -> None:
    """Add so many changes to the file that `make_big` made, all of partnerships that begin with them."""
    begun = _partnerships(random.Random(seed), changes, 200, 40, 1)
    with contextlib.closing(file.connect(path, "rw")) as db:
        _put(db, list(islice(begun, changes)))


def _put(db: sqlite3.Connection, changes: list[Change]) -> None:
    db.execute("PRAGMA synchronous = OFF")
    db.execute("BEGIN IMMEDIATE")
    changes.sort(key=lambda change: change[:4])
    db.executemany(f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", changes)
    log.count_in(db, [change.id for change in changes])
    db.execute("COMMIT")
    derived.rebuild(db)


def _organisation(number: int) -> bytes:
    return random.Random(f"organisation {number}").randbytes(16)


def _organisations(pick: random.Random, partners: int) -> Iterator[Change]:
    for number in range(partners + 1):
        own = _organisation(number)
        name = "Biedrība „Ābeļkalna ļaudis”" if not number else f"{pick.choice(PLACES)}: pašvaldība {number}"
        kind = "municipality" if number else "community"
        yield _first(Edit(own, "organisation", own, {"name": name, "kind": kind}))


def _partnerships(
    pick: random.Random, partnerships: int, partners: int, checkpoints: int, edits: int
) -> Iterator[Change]:
    library = Library(FORMS)
    walks = [[c.id for c in library.form(name, "lv").checkpoints] for name in ("community", "municipality")]
    shares = [("a", walks[0][: -(-checkpoints // 2)]), ("b", walks[1][: checkpoints // 2])]
    for number in range(partnerships):
        root = pick.randbytes(16)
        title = f"{pick.choice(SUBJECTS)}, {pick.choice(PLACES)} {number + 1}"
        yield _first(Edit(root, "partnership", root, {"title": title, "stage": "active"}))
        for (key, walk), form, who in zip(
            shares, ("community", "municipality"), (0, 1 + number % partners), strict=True
        ):
            fields: dict[str, Scalar] = {"key": key, "form": form, "organisation": _organisation(who).hex()}
            yield _first(Edit(root, "side", side_id(root, key), fields))
            for checkpoint in walk:
                yield from _answer(pick, root, key, checkpoint, edits)


def _answer(pick: random.Random, root: bytes, side: str, checkpoint: str, edits: int) -> Iterator[Change]:
    entity = answer_id(root, side, checkpoint)
    written = dict.fromkeys(("text", "state", "who", "due"))
    first = _first(
        Edit(
            root,
            "answer",
            entity,
            {"side": side, "checkpoint": checkpoint, **{n: _value(pick, n) for n in written}},
        )
    )
    yield first
    heads = dict.fromkeys(written, first.id)
    for round_ in range(1, edits):
        for name in written:
            change = seal(
                Edit(root, "answer", entity, {name: _value(pick, name)}),
                [heads[name]],
                NOON + round_ * 60_000,
                SESSION,
            )
            heads[name] = change.id
            yield change


def _first(edit: Edit) -> Change:
    return seal(edit, (), NOON, SESSION)


def _value(pick: random.Random, name: str) -> str:
    if name == "text":
        return " ".join(pick.choices(SENTENCES, k=pick.randint(1, 3))).format(n=pick.randint(8, 64))
    if name == "state":
        return pick.choice(STATES)
    if name == "who":
        return pick.choice(PEOPLE)
    return (
        (dt.date(2026, 6, 1) + dt.timedelta(pick.randrange(540))).isoformat() if pick.random() < 0.25 else ""
    )
