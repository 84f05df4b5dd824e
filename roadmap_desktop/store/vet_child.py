"""The child process that reads a stranger's file with SQLite, under limits it sets itself; started by `sandbox`.

It is run as a script with nothing but Python's own library, is trusted by nobody, and decides nothing: it hands
what it reads to its parent in frames, and the parent judges. A frame is a letter, the length of what follows as
four bytes, and that; a value in it is a letter ("n", "i", "b") and, save for "n", its length and its bytes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from struct import pack, unpack, unpack_from
from typing import Any, Final, TypeAlias

Value: TypeAlias = "bytes | int | None"

BATCH: Final = 1_000
"""Changes in one frame."""
BATCH_BYTES: Final = 1 << 20
"""A frame is closed when it holds as much, so that a thousand long texts are not gathered first."""

CHANGE_COLUMNS: Final = ("root", "kind", "entity", "id", "body", "prev", "wall", "session")
COLUMNS: Final = {
    "change": CHANGE_COLUMNS,
    "session": ("id", "body"),
    "attachment": ("sha256", "data"),
    "forgotten": ("id",),
    "meta": ("key", "value"),
    "sqlite_master": ("type", "name", "tbl_name", "sql"),
}
"""All that may be read."""
PLAIN_TABLES: Final = {
    "meta": b"M",
    "session": b"S",
    "forgotten": b"F",
    "attachment": b"A",
}
"""Tables whose rows go over as they are, in frames of this letter, in this order; then the changes."""
SCHEMA, INTEGRITY, CHANGES, ODD, FAILED, END = b"T", b"I", b"C", b"X", b"!", b"."

LENGTHS: Final = [pack(">I", length) for length in range(2048)]


def encode(row: Sequence[Value]) -> bytes:
    """A row of a plain frame."""
    parts = []
    for value in row:
        if value is None:
            parts.append(b"n")
        else:
            raw = str(value).encode() if isinstance(value, int) else value
            parts.append((b"i" if isinstance(value, int) else b"b") + pack(">I", len(raw)) + raw)
    return b"".join(parts)


def decode(payload: bytes) -> list[Value]:
    """The values of a plain frame. Raises ValueError where it is none."""
    row: list[Value] = []
    at = 0
    while at < len(payload):
        sort = payload[at : at + 1]
        if sort == b"n":
            row.append(None)
            at += 1
            continue
        if sort not in {b"i", b"b"} or at + 5 > len(payload):
            raise ValueError("no value")
        (length,) = unpack_from(">I", payload, at + 1)
        raw = payload[at + 5 : at + 5 + length]
        if len(raw) != length:
            raise ValueError("cut short")
        row.append(int(raw) if sort == b"i" else raw)
        at += 5 + length
    return row


def _send(letter: bytes, payload: bytes) -> None:
    out = sys.stdout.buffer
    out.write(letter + pack(">I", len(payload)))
    out.write(payload)


def _limit_ourselves(memory: int, seconds: int, file_size: int) -> None:
    """Bound this process, where the system can. On Windows the parent does it, with a job object."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - is not there on Windows

        wanted = {
            "RLIMIT_AS": memory,
            "RLIMIT_CPU": seconds,
            "RLIMIT_FSIZE": file_size,
            "RLIMIT_NOFILE": 16,
            "RLIMIT_NPROC": 0,
            "RLIMIT_CORE": 0,
        }
        for name, most in wanted.items():
            number = getattr(resource, name, None)
            if number is not None:
                try:
                    resource.setrlimit(number, (most, most))
                except (ValueError, OSError):  # macOS refuses some; the others stand, and the parent's clock
                    continue


def _open(uri: str, heap: int, length: int) -> Any:
    import _sqlite3  # noqa: PLC0415 - after the limits; and half the start-up of sqlite3

    db = _sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, isolation_level=None)
    lowered = {
        "LENGTH": length,
        "SQL_LENGTH": 100_000,
        "COLUMN": 100,
        "EXPR_DEPTH": 50,
        "COMPOUND_SELECT": 3,
        "VDBE_OP": 250_000,
        "FUNCTION_ARG": 8,
        "ATTACHED": 0,
        "LIKE_PATTERN_LENGTH": 100,
        "VARIABLE_NUMBER": 8,
        "TRIGGER_DEPTH": 1,
        "WORKER_THREADS": 0,
    }
    for name, most in lowered.items():
        db.setlimit(getattr(_sqlite3, f"SQLITE_LIMIT_{name}"), most)
    if hasattr(db, "setconfig"):  # Python 3.12
        switches = {"DEFENSIVE": True, "ENABLE_TRIGGER": False, "ENABLE_VIEW": False, "TRUSTED_SCHEMA": False,
                    "ENABLE_FTS3_TOKENIZER": False, "ENABLE_LOAD_EXTENSION": False, "WRITABLE_SCHEMA": False}  # fmt: skip
        for name, on in switches.items():
            db.setconfig(getattr(_sqlite3, f"SQLITE_DBCONFIG_{name}"), on)
    for pragma in (
        f"hard_heap_limit = {heap}",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "query_only = ON",
        "temp_store = MEMORY",
        "cache_size = -16000",
    ):
        db.execute(f"PRAGMA {pragma}").fetchall()
    db.text_factory = bytes
    db.set_authorizer(_authorizer(_sqlite3))
    return db


def _authorizer(sqlite: Any) -> Callable[..., int]:
    """Reading our columns, and the one pragma."""
    ok, deny = int(sqlite.SQLITE_OK), int(sqlite.SQLITE_DENY)

    def judge(action: int, first: str | None, second: str | None, *_: object) -> int:
        if action == sqlite.SQLITE_SELECT:
            return ok
        if action == sqlite.SQLITE_READ and first is not None:
            return ok if second in COLUMNS.get(first.replace("sqlite_schema", "sqlite_master"), ()) else deny
        return ok if (action, first) == (sqlite.SQLITE_PRAGMA, "integrity_check") else deny

    return judge


def _roll_back(uri: str) -> None:
    """Let SQLite play the journal beside the private copy back into it."""
    import _sqlite3  # noqa: PLC0415 - after the limits

    db = _sqlite3.connect(f"{uri}?mode=rw", uri=True, isolation_level=None)
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("BEGIN")
    db.execute("PRAGMA user_version").fetchall()  # reads the first page and no schema
    db.execute("COMMIT")
    db.close()


def _read(db: Any) -> None:
    there = set()
    for row in db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"):
        _send(SCHEMA, encode(row))
        there.add(row[1].decode("utf-8", "replace") if isinstance(row[1], bytes) else "")
    _send(SCHEMA, b"")
    sys.stdout.buffer.flush()
    # Nothing of the schema is evaluated before the parent has judged it.
    asked = sys.stdin.buffer.read(1)
    if not asked:
        return
    # What is derived is never read; "w" asks for it all the same.
    for name in ("200",) if asked == b"w" else COLUMNS:
        if name in there or name == "200":
            for (line,) in db.execute(f"PRAGMA integrity_check({name})"):
                _send(INTEGRITY, line)
    for table, letter in PLAIN_TABLES.items():
        with _Failing(table):
            for row in db.execute(f"SELECT {', '.join(COLUMNS[table])} FROM {table} ORDER BY 1"):
                _send(letter, encode([v if isinstance(v, bytes | int) else None for v in row]))
    with _Failing("change"):
        _send_changes(db)


class _Failing:
    """Say that a table could not be read to its end, and go on with the next."""

    def __init__(self, table: str) -> None:
        self._table = table

    def __enter__(self) -> None:
        pass

    def __exit__(self, _type: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, MemoryError) or not _is_sqlite(error):
            return False
        _send(FAILED, encode([_name(error), str(error).encode("utf-8", "replace")]))
        return True


def _is_sqlite(error: BaseException | None) -> bool:
    import _sqlite3  # noqa: PLC0415 - is loaded by now

    return isinstance(error, _sqlite3.Error)


def _name(error: BaseException | None) -> bytes:
    return str(getattr(error, "sqlite_errorname", type(error).__name__)).encode()


def _send_changes(db: Any) -> None:
    columns = ", ".join(CHANGE_COLUMNS)
    rows = db.execute(f"SELECT {columns} FROM change ORDER BY root, kind, entity, id")
    batch: list[bytes] = []
    ids: list[bytes] = []
    size = 0
    for piece in _pieces(rows):
        if isinstance(piece, tuple):
            number, packed = piece
            ids.append(number)
            batch.append(packed)
            size += len(packed)
            if len(batch) < BATCH and size < BATCH_BYTES:
                continue
            _send(CHANGES, pack_changes(ids, batch))
            batch, ids, size = [], [], 0
        else:
            _send(ODD, piece)
    _send(CHANGES, pack_changes(ids, batch))


def pack_changes(ids: Sequence[bytes], batch: Sequence[bytes]) -> bytes:
    """The frame of some changes: how many, how long each is, their ids, and what each id is the hash of."""
    return b"".join([pack(f">I{len(batch)}I", len(batch), *map(len, batch)), *ids, *batch])


def unpack_changes(payload: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(id, what it should be the hash of) of every change in a frame. Raises ValueError where it is none."""
    try:
        (count,) = unpack_from(">I", payload)
        lengths = unpack_from(f">{count}I", payload, 4)
    except Exception as error:
        raise ValueError("no changes") from error
    ids = 4 + 4 * count
    at = ids + 16 * count
    if at + sum(lengths) != len(payload):
        raise ValueError("other lengths")
    for length in lengths:
        yield payload[ids : ids + 16], payload[at : at + length]
        ids += 16
        at += length


def _pieces(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[bytes, bytes] | bytes]:
    """Each row as (id, its other columns as the id is computed from them), or as a plain frame where it is odd."""
    lengths, most, join = LENGTHS, len(LENGTHS), b"".join
    eight = lengths[8]
    for row in rows:
        root, kind, entity, number, body, prev, wall, session = row
        try:
            if len(number) != 16:
                raise ValueError
            yield (
                number,
                join(
                    (
                        lengths[len(root)], root, lengths[len(kind)], kind, lengths[len(entity)], entity,
                        lengths[len(body)] if len(body) < most else pack(">I", len(body)), body,
                        lengths[len(prev)] if len(prev) < most else pack(">I", len(prev)), prev,
                        eight, wall.to_bytes(8, "big", signed=True), lengths[len(session)], session,
                    )
                ),
            )  # fmt: skip
        except (TypeError, ValueError, AttributeError, IndexError):
            yield encode(
                [v[:100] if isinstance(v, bytes) else v if isinstance(v, int) else None for v in row]
            )


def main() -> None:
    """Read what is asked for from standard input, read the file, write frames to standard output."""
    name, *numbers = decode(sys.stdin.buffer.read(unpack(">I", sys.stdin.buffer.read(4))[0]))
    roll_back, memory, seconds, file_size, heap, length = (int(number or 0) for number in numbers)
    _limit_ourselves(memory, seconds, file_size)
    try:
        uri = name.decode() if isinstance(name, bytes) else ""
        if roll_back:
            _roll_back(uri)
        else:
            _read(_open(uri, heap, length))
        _send(END, b"")
    except MemoryError:
        _send(FAILED, encode([b"MemoryError", b"out of memory"]))
    except Exception as error:  # noqa: BLE001 - whatever it was, the parent is to know
        _send(FAILED, encode([_name(error), str(error).encode("utf-8", "replace")]))
    sys.stdout.buffer.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
