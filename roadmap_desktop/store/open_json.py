"""A whole file as open JSON, for any program to read and for this one to take back without loss; decides nothing of it.

One object, in UTF-8:

- `roadmap`: 1, the version of this shape; `program`: who wrote it; `home`: the organisation whose file it is.
- `now`: what the file shows, for whoever only wants to read: per kind ("partnership", "answer" …, see
  `domain.records`) a list of objects with `id`, `root` and the kind's fields. Not read back: it follows from the rest.
- `writers`: `{id, body}` of everybody who wrote; `body` says name, organisation and program.
- `changes`: `{root, kind, entity, id, fields, prev, wall, session}` each. `fields` are those set, `prev` the ids of the
  changes that this one replaces, `wall` milliseconds since 1970, `session` the id of the writer. `id` is the BLAKE2b-128
  of all the others (`domain.changes.change_id`), so that an altered change is noticed.
- `attachments`: `{sha256, data}`, `data` in Base64. `forgotten`: ids of changes that were erased for a person's sake.

Ids are in hex; a partnership's `root` is its own id, an organisation's as well.
"""

from __future__ import annotations

import binascii
import contextlib
import json
import secrets
import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Final, NoReturn

from roadmap_desktop import __version__
from roadmap_desktop.domain import records
from roadmap_desktop.domain.changes import ID_SIZE, BadChangeError, Change, canonical, change_id, split
from roadmap_desktop.domain.errors import FileDamaged, FileForeign, FileTooLarge
from roadmap_desktop.store import derived, file, log, queries, send
from roadmap_desktop.store.leaving import reading
from roadmap_desktop.store.schema import table

SUFFIX: Final = ".json"
VERSION: Final = 1
BEGINNING: Final = b'{"roadmap":'
"""How such a file begins, as this program writes it."""
LARGEST: Final = 512 * 1024 * 1024
"""Bytes of such a file that are read: all of it has to be in memory at once."""
_AT_ONCE: Final = 1_000


def write(path: Path, part: Path, progress: Callable[[int], object] = lambda _: None) -> int:
    """Write everything of `path`, which may be open, into the file `part`; returns how many changes that were.

    `progress` is told now and then how many of them are written, and may raise to give up. Raises UserErrors about
    `path`, OSError about `part`.
    """
    with reading(path) as db, part.open("w", encoding="utf-8", newline="\n") as out:
        head = {
            "roadmap": VERSION,
            "program": f"roadmap-desktop {__version__}",
            "home": queries.meta(db, "home"),
        }
        out.write(_text(head)[:-1])
        out.write(',\n"now":{')
        for number, kind in enumerate(records.KINDS):
            out.write(",\n" if number else "\n")
            _list(out, kind, _now(db, kind))
        out.write("},\n")
        writers = log.all_sessions(db)
        _list(out, "writers", ({"id": number.hex(), "body": _open(body)} for number, body in writers))
        out.write(",\n")
        counted = _Counted(progress)
        _list(
            out,
            "changes",
            (counted(_change(row)) for row in db.execute(f"SELECT {derived.COLUMNS} FROM change")),
        )
        out.write(",\n")
        contents = db.execute("SELECT sha256, data FROM attachment ORDER BY sha256")
        _list(
            out,
            "attachments",
            ({"sha256": name.hex(), "data": b64encode(data).decode()} for name, data in contents),
        )
        out.write(",\n")
        _list(out, "forgotten", (row[0].hex() for row in db.execute("SELECT id FROM forgotten ORDER BY id")))
        out.write("}\n")
    return counted.count


class _Counted:
    def __init__(self, progress: Callable[[int], object]) -> None:
        self.count = 0
        self._progress = progress

    def __call__(self, one: dict[str, Any]) -> dict[str, Any]:
        self.count += 1
        if self.count % _AT_ONCE == 0:
            self._progress(self.count)
        return one


def _list(out: IO[str], name: str, found: Iterable[object]) -> None:
    """One thing a line, so that two such files can be compared line by line."""
    out.write(f"{_text(name)}:[")
    for number, one in enumerate(found):
        out.write((",\n" if number else "\n") + _text(one))
    out.write("]")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _now(db: sqlite3.Connection, kind: str) -> Iterator[dict[str, Any]]:
    names = records.KINDS[kind]._fields
    columns = ", ".join(f'"{name}"' for name in names)
    for row in db.execute(f"SELECT {columns} FROM {table(kind)} ORDER BY root, id"):
        shown = dict(zip(names, row, strict=True))
        yield {**shown, "id": shown["id"].hex(), "root": shown["root"].hex()}


def _change(row: tuple[Any, ...]) -> dict[str, Any]:
    change = Change(*row)
    return {
        "root": change.root.hex(),
        "kind": change.kind,
        "entity": change.entity.hex(),
        "id": change.id.hex(),
        "fields": _open(change.body),
        "prev": [number.hex() for number in split(change.prev)],
        "wall": change.wall,
        "session": change.session.hex(),
    }


def _open(body: str) -> object:
    """What `body` says, to be read by anybody; the text itself where it is not written as this program writes."""
    try:
        found = json.loads(body)
        return found if isinstance(found, dict) and canonical(found) == body else body
    except (ValueError, RecursionError):
        return body


# taking it back -----------------------------------------------------------------------------------------


def is_one(path: Path) -> bool:
    """Whether `path` looks like such a file, whoever has formatted it."""
    return path.suffix.lower() == SUFFIX


def restore(source: Path, out: Path) -> int:
    """Make `out`, a new file that holds everything that `source` does; returns how many changes those are.

    `out` is vetted as any file from elsewhere, whole, or not there at all. Raises FileMissing, FileForeign,
    FileTooLarge, FileDamaged, FileHostile about `source`; FileExists, FolderUnwritable, DiskFull about `out`.
    """
    send.check_new(out)
    data = _read(source)
    with send.part_of(out) as part:
        try:
            changes = [_parsed(one) for one in data["changes"]]
            sessions = [(_id(one["id"]), _closed(one["body"])) for one in data["writers"]]
            contents = [
                (bytes.fromhex(one["sha256"]), b64decode(one["data"], validate=True))
                for one in data["attachments"]
            ]
            forgotten = [_id(number) for number in data["forgotten"]]
            home = bytes.fromhex(data["home"]).hex()
            with file.translating(out):
                file.build(part)
                with contextlib.closing(file.connect(part, "rw")) as db:
                    send.pour(db, changes, sessions, forgotten, contents)
                    meta = {"document": secrets.token_hex(ID_SIZE), **({"home": home} if home else {})}
                    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
        except FileDamaged as error:  # what is wrong with the copy is wrong with what it was made of
            raise FileDamaged(path=source, reason=error.data["reason"]) from error
        except (
            KeyError,
            TypeError,
            ValueError,
            AttributeError,
            OverflowError,
            binascii.Error,
            BadChangeError,
        ) as error:
            raise FileDamaged(path=source, reason=f"{type(error).__name__}: {error}"[:200]) from error
        count = send.read_back(part, source, None)
        file.place(part, out)
    return count


def _read(source: Path) -> dict[str, Any]:
    with file.translating(source):
        if not source.is_file():
            raise FileForeign(path=source)
        if (size := source.stat().st_size) > LARGEST:
            raise FileTooLarge(path=source, size=size, limit=LARGEST)
        raw = source.read_bytes()
    try:
        data = json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse, parse_float=_refuse)
    except (ValueError, RecursionError) as error:
        if raw.startswith(BEGINNING):
            raise FileDamaged(path=source, reason=str(error)[:200]) from error
        raise FileForeign(path=source) from error
    if not isinstance(data, dict) or data.get("roadmap") != VERSION:
        raise FileForeign(path=source)
    return data


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"a number that is no whole number: {text[:20]}")


def _parsed(one: dict[str, Any]) -> Change:
    """The change that `one` describes. Raises ValueError where it is not the one that its id says."""
    root, entity, session = _id(one["root"]), _id(one["entity"]), _id(one["session"])
    prev = b"".join(_id(number) for number in one["prev"])
    body, wall = _closed(one["fields"]), one["wall"]
    if type(wall) is not int or not isinstance(one["kind"], str):
        raise ValueError("no time or no kind")
    number = change_id(root, one["kind"], entity, body, prev, wall, session)
    if number != _id(one["id"]):
        raise ValueError("altered change")
    return Change(root, one["kind"], entity, number, body, prev, wall, session)


def _closed(found: object) -> str:
    return found if isinstance(found, str) else canonical(dict(found))  # type: ignore[call-overload]


def _id(text: str) -> bytes:
    number = bytes.fromhex(text)
    if len(number) != ID_SIZE:
        raise ValueError("no id")
    return number
