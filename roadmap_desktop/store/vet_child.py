"""The child process that reads a stranger's file with SQLite, under limits it sets itself; started by `sandbox`.

It is run as a script with nothing but Python's own library, is trusted by nobody, and decides nothing: it hands
what it reads to its parent in frames, and the parent judges. A frame is a letter, the length of what follows as
four bytes, and that; a value in it is a letter ("n", "i", "b") and, save for "n", its length and its bytes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from struct import iter_unpack, pack, unpack, unpack_from
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
FEW: Final = 500
"""Up to so many ids, looking for one among them all is faster than making a set of them."""
SCHEMA, INTEGRITY, CHANGES, ODD, FAILED, END = b"T", b"I", b"C", b"X", b"!", b"."
ROOTS, SKIPPED, NEWEST = b"R", b"K", b"N"
"""Frames of a reading that leaves out what the parent knows: root and digest of its ids, sixteen bytes each, an empty
one after the last; how many changes were left out, and all their ids XORed; when the newest was made, and by whom."""
SKIP, ALL, SOME = b"s", b"a", b"k"
"""What the parent says to each root: nothing of it, all of it, all but the ids that follow."""
FUNCTIONS: Final = ("count", "group_concat", "instr", "max")
"""All that may be called."""

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
        if action == sqlite.SQLITE_FUNCTION:
            return ok if second in FUNCTIONS else deny
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


def _read(db: Any, checking: _Checking) -> None:
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
    checking.begin(("200",) if asked == b"w" else [name for name in COLUMNS if name in there])
    contents = _told_contents() if asked == b"n" else frozenset[bytes]()
    by_root = _Tried(lambda: list(db.execute(_BY_ROOT)) if asked == b"n" else [])
    for line in checking.lines():
        _send(INTEGRITY, line)
    for table, letter in PLAIN_TABLES.items():
        with _Failing(table):
            if table == "attachment":
                _send_attachments(db, letter, contents)
                continue
            for row in db.execute(f"SELECT {', '.join(COLUMNS[table])} FROM {table} ORDER BY 1"):
                _send(letter, encode([v if isinstance(v, bytes | int) else None for v in row]))
    with _Failing("change"):
        if asked == b"n":
            _send_new(db, by_root.result())
        else:
            _send_batches(db.execute(f"{_EVERY_CHANGE} ORDER BY root, kind, entity, id"))


class _Tried:
    """What came of a call that was made early: what it returned, or its error, when that is asked for."""

    def __init__(self, call: Callable[[], list[Any]]) -> None:
        self._error: BaseException | None = None
        try:
            self._result = call()
        except BaseException as error:  # noqa: BLE001 - raised where it belongs
            self._error = error

    def result(self) -> list[Any]:
        if self._error is not None:
            raise self._error
        return self._result


class _Checking:
    """The check of integrity, on a thread: meanwhile the first reading goes on. To be made before processes are limited."""

    def __init__(self, connect: Callable[[], Any]) -> None:
        from _thread import allocate_lock, start_new_thread  # noqa: PLC0415 - all that is needed of threading

        self._connect = connect
        self._names: Sequence[str] = ()
        self._asked, self._done = allocate_lock(), allocate_lock()
        self._asked.acquire()
        self._done.acquire()
        start_new_thread(self._run, ())

    def begin(self, names: Sequence[str]) -> None:
        """Check these tables ("200" is all of the file, and how much is said of it at most)."""
        self._names = names
        self._asked.release()

    def lines(self) -> list[bytes]:
        """What SQLite found, once it has looked at all of them."""
        self._done.acquire()
        return self._found.result()

    def _run(self) -> None:
        self._asked.acquire()
        self._found = _Tried(self._check)
        self._done.release()

    def _check(self) -> list[bytes]:
        db = self._connect()
        return [line for name in self._names for (line,) in db.execute(f"PRAGMA integrity_check({name})")]


def _told(size: int) -> bytes:
    """So many bytes from the parent, who is gone where they do not come."""
    said = sys.stdin.buffer.read(size)
    if len(said) != size:
        os._exit(1)
    return said


def _told_contents() -> frozenset[bytes]:
    (count,) = unpack(">I", _told(4))
    return frozenset(_told(32) for _ in range(count))


def _send_attachments(db: Any, letter: bytes, known: frozenset[bytes]) -> None:
    for (name,) in db.execute("SELECT sha256 FROM attachment ORDER BY 1"):
        if name not in known:
            for row in db.execute("SELECT sha256, data FROM attachment WHERE sha256 = ?", (name,)):
                _send(letter, encode([v if isinstance(v, bytes | int) else None for v in row]))


def _send_new(db: Any, by_root: Sequence[tuple[Any, ...]]) -> None:
    """The changes that the parent does not have, after both have told by root what they do have."""
    from _blake2 import blake2b  # noqa: PLC0415 - only needed here; hashlib would bring OpenSSL

    held: list[tuple[Any, bytes]] = []
    told: list[bytes] = []
    newest: tuple[int, bytes] | None = None
    for root, count, joined, wall, session in by_root:
        if isinstance(wall, int) and isinstance(session, bytes):
            newest = max(newest or (wall, session), (wall, session))
        plain = isinstance(root, bytes) and len(root) == 16
        ids = joined if plain and isinstance(joined, bytes) and len(joined) == 16 * count else b""
        held.append((root, ids))
        told += (root if plain else bytes(16), blake2b(ids, digest_size=16).digest() if ids else bytes(16))
        if len(told) == 2 * BATCH:
            _send(ROOTS, b"".join(told))
            told = []
    if told:
        _send(ROOTS, b"".join(told))
    _send(ROOTS, b"")
    if newest is not None:
        _send(NEWEST, encode(newest))
    sys.stdout.buffer.flush()
    _send_batches(_unknown(db, held))


def _unknown(db: Any, held: Sequence[tuple[Any, bytes]]) -> Iterator[tuple[Any, ...]]:
    """The rows of change that the parent lacks, in order; at the end it is told of the others."""
    skipped, digest = 0, 0
    for root, ids in held:
        said = _told(1)
        if said == SKIP:
            skipped += len(ids) // 16
            digest ^= xor(ids)
            continue
        if said != SOME:
            yield from db.execute(f"{_EVERY_CHANGE} WHERE root = ? {_IN_ORDER}", (root,))
            continue
        (count,) = unpack(">I", _told(4))
        new = frozenset(iter_unpack("16s", ids)).difference(iter_unpack("16s", _told(16 * count)))
        if new:
            yield from _among(db, root, new)
        skipped += len(ids) // 16 - len(new)
        digest ^= xor(ids) ^ xor(b"".join([number for (number,) in new]))
    _send(SKIPPED, encode([skipped, digest]))


def _among(db: Any, root: bytes, wanted: frozenset[tuple[bytes]]) -> Iterator[tuple[Any, ...]]:
    """The changes of a root whose ids are `wanted`, in order."""
    if len(wanted) <= FEW:
        # Looked for by SQLite, what is known costs nearly nothing.
        sql = f"{_EVERY_CHANGE} WHERE root = ? AND instr(?, id) {_IN_ORDER}"
        yield from db.execute(sql, (root, b"".join([number for (number,) in wanted])))
        return
    for row in db.execute(f"{_EVERY_CHANGE} WHERE root = ? {_IN_ORDER}", (root,)):
        if row[3:4] in wanted:
            yield row


def split(joined: bytes) -> Iterator[bytes]:
    """The ids that stand one after the other in `joined`."""
    return (joined[start : start + 16] for start in range(0, len(joined), 16))


def xor(joined: bytes) -> int:
    """All ids in `joined` XORed, in halves: a few steps instead of one for each."""
    while len(joined) > 16:
        half = -(-len(joined) // 32) * 16
        number = int.from_bytes(joined[:half], "little") ^ int.from_bytes(joined[half:], "little")
        joined = number.to_bytes(half, "little")
    return int.from_bytes(joined, "big")


_IN_ORDER: Final = "ORDER BY kind, entity, id"
_BY_ROOT: Final = "SELECT root, count(*), group_concat(id, ''), max(wall), session FROM change GROUP BY root"
_EVERY_CHANGE: Final = f"SELECT {', '.join(CHANGE_COLUMNS)} FROM change"


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


def _send_batches(rows: Iterator[tuple[Any, ...]]) -> None:
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
    uri = name.decode() if isinstance(name, bytes) else ""
    checking = _Checking(lambda: _open(uri, heap, length))
    _limit_ourselves(memory, seconds, file_size)
    try:
        if roll_back:
            _roll_back(uri)
        else:
            _read(_open(uri, heap, length), checking)
        _send(END, b"")
    except MemoryError:
        _send(FAILED, encode([b"MemoryError", b"out of memory"]))
    except Exception as error:  # noqa: BLE001 - whatever it was, the parent is to know
        _send(FAILED, encode([_name(error), str(error).encode("utf-8", "replace")]))
    sys.stdout.buffer.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
