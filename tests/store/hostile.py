"""Files made to do harm, one function each: it takes a healthy file's copy and turns it into the hostile one."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import struct
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Final, NamedTuple

from roadmap_desktop.domain.changes import canonical, change_id
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.store import derived, log
from tests.store.tools import ROOT


class Case(NamedTuple):
    """`verdict` is "harmless" where vetting may hand it over, else what it must be called."""

    make: Callable[[Path], None]
    verdict: str


CASES: Final[dict[str, Case]] = {}


def case(verdict: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def register(make: Callable[[Path], None]) -> Callable[[Path], None]:
        CASES[make.__name__] = Case(make, verdict)
        return make

    return register


# tools --------------------------------------------------------------------------------------------------


def forge(
    path: Path,
    body: str | Mapping[str, Scalar],
    *,
    kind: str = "answer",
    entity: bytes = b"a hostile entity",
    prev: bytes = b"",
    wall: int = 5,
    times: int = 1,
) -> None:
    """Add changes that are what they should be but for what is asked for: hashed, counted, by a known session."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        session = db.execute("SELECT id FROM session").fetchone()[0]
        text = body if isinstance(body, str) else canonical(body)
        raw = text.encode("utf-8", "surrogatepass")
        ids = []
        for number in range(times):
            parts = (
                ROOT,
                kind.encode(),
                entity,
                raw,
                prev,
                (wall + number).to_bytes(8, "big", signed=True),
                session,
            )
            packed = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
            ids.append(blake2b(packed, digest_size=16).digest())
            db.execute(
                f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?)",
                (ROOT, kind, entity, ids[-1], raw, prev, wall + number, session),
            )
        log.count_in(db, ids)
        db.execute("COMMIT")


def sql(path: Path, script: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.executescript(script)


def rewrite(path: Path, old: str, new: str) -> None:
    """Edit the text of the schema itself."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        changed = db.execute("UPDATE sqlite_schema SET sql = replace(sql, ?, ?)", (old, new))
        assert changed.rowcount
        (version,) = db.execute("PRAGMA schema_version").fetchone()
        db.execute(f"PRAGMA schema_version = {version + 1}")


def patch(path: Path, offset: int, raw: bytes) -> None:
    with path.open("r+b") as stream:
        stream.seek(offset)
        stream.write(raw)


def leave_journal(path: Path, pages: Mapping[int, bytes]) -> None:
    """Put a journal beside the file that would put `pages` into it."""
    nonce = 7
    head = bytes.fromhex("d9d505f920a163d7")
    head += struct.pack(">IIIII", len(pages), nonce, path.stat().st_size // 4096, 512, 4096)
    records = [
        struct.pack(">I", number)
        + page
        + struct.pack(">I", (nonce + sum(page[at] for at in range(4096 - 200, 0, -200))) & 0xFFFFFFFF)
        for number, page in pages.items()
    ]
    path.with_name(path.name + "-journal").write_bytes(head.ljust(512, b"\0") + b"".join(records))


# not ours -----------------------------------------------------------------------------------------------


@case("foreign")
def text_file(path: Path) -> None:
    path.write_text("Sveiki!\n" * 100)


@case("foreign")
def nothing_in_it(path: Path) -> None:
    path.write_bytes(b"")


@case("foreign")
def another_programs(path: Path) -> None:
    patch(path, 68, struct.pack(">I", 0x12345678))


@case("damaged")
def write_ahead_log(path: Path) -> None:
    patch(path, 18, b"\x02\x02")


@case("damaged")
def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@case("damaged")
def longer_than_it_says(path: Path) -> None:
    path.write_bytes(path.read_bytes() + bytes(1 << 20))


@case("damaged")
def utf_16(path: Path) -> None:
    patch(path, 56, struct.pack(">I", 2))


@case("damaged")
def format_of_long_ago(path: Path) -> None:
    patch(path, 60, struct.pack(">i", -7))


# the schema ---------------------------------------------------------------------------------------------


@case("hostile")
def trigger(path: Path) -> None:
    sql(path, "CREATE TRIGGER evil AFTER INSERT ON change BEGIN DELETE FROM change; END")


@case("hostile")
def endless_view(path: Path) -> None:
    sql(
        path,
        "CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    )


@case("hostile")
def endless_view_for_a_table(path: Path) -> None:
    sql(
        path,
        "DROP TABLE session; CREATE VIEW session AS WITH RECURSIVE n(id) AS (SELECT x'00' UNION ALL SELECT id FROM n) "
        "SELECT id, '{}' AS body FROM n",
    )


@case("hostile")
def generated_column(path: Path) -> None:
    sql(path, "CREATE TABLE evil (a, b AS (zeroblob(1000000000)))")


@case("hostile")
def generated_column_in_ours(path: Path) -> None:
    rewrite(path, "session BLOB NOT NULL,\n", "session BLOB NOT NULL, x INTEGER AS (length(body)),\n")


@case("hostile")
def check_in_an_extra_table(path: Path) -> None:
    sql(path, "CREATE TABLE evil (a CHECK (length(zeroblob(900000000)) > 1)); INSERT INTO evil VALUES (1)")


@case("hostile")
def default_in_an_extra_table(path: Path) -> None:
    sql(path, "CREATE TABLE evil (a DEFAULT (abs(-9223372036854775807 - 1)))")


@case("hostile")
def check_in_ours(path: Path) -> None:
    rewrite(path, "wall INTEGER NOT NULL", "wall INTEGER NOT NULL CHECK (length(zeroblob(900000000)) > 1)")


@case("hostile")
def expression_index(path: Path) -> None:
    sql(path, "CREATE INDEX evil ON session (length(body))")


@case("hostile")
def expression_in_a_partial_index(path: Path) -> None:
    sql(path, "CREATE INDEX evil ON session (id) WHERE length(body) > 1 OR body LIKE '%a%'")


@case("hostile")
def virtual_table(path: Path) -> None:
    sql(path, "CREATE VIRTUAL TABLE evil USING fts5(a)")


@case("hostile")
def sqlite_sequence(path: Path) -> None:
    sql(path, "CREATE TABLE evil (a INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO evil VALUES (9)")


@case("hostile")
def ten_thousand_tables(path: Path) -> None:
    sql(path, "BEGIN;" + "".join(f"CREATE TABLE t{n} (a);" for n in range(10_000)) + "COMMIT")


@case("damaged")
def a_table_under_a_foreign_name(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("CREATE TABLE dreams (a)")
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            "UPDATE sqlite_schema SET name = 'nightmares', tbl_name = 'nightmares' WHERE name = 'dreams'"
        )


@case("damaged")
def two_tables_in_one_place(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'change') "
            "WHERE name = 'session'"
        )


@case("damaged")
def the_log_without_its_key(path: Path) -> None:
    rewrite(path, "PRIMARY KEY (root, kind, entity, id)\n", "PRIMARY KEY (root, kind, id, entity)\n")


@case("damaged")
def two_thousand_columns(path: Path) -> None:
    sql(path, f"CREATE TABLE evil ({', '.join(f'c{n}' for n in range(1_900))})")


@case("hostile")
def a_schema_without_end(path: Path) -> None:
    names = ", ".join(f"c{n}_{'x' * 900}" for n in range(90))
    sql(path, f"CREATE TABLE evil ({names})")


@case("harmless")
def plain_tables_of_a_newer_program(path: Path) -> None:
    sql(
        path,
        'CREATE TABLE dreams (id BLOB NOT NULL PRIMARY KEY, "what about" TEXT NOT NULL) STRICT;'
        "CREATE INDEX dreams_what ON dreams (\"what about\") WHERE id <> '' AND \"what about\" IN ('a', 'b');"
        "ANALYZE; PRAGMA user_version = 2",
    )


# rows ---------------------------------------------------------------------------------------------------


@case("hostile")
def sixty_megabytes_in_a_row(path: Path) -> None:
    data = bytes(60_000_000)
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO attachment VALUES (?, ?)", (sha256(data).digest(), data))


@case("hostile")
def a_body_of_a_gigabyte_of_nothing(path: Path) -> None:
    """As large as a test may be; the limits are those that a gigabyte meets."""
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute(
            f"INSERT INTO change ({derived.COLUMNS}) SELECT root, 'zero', entity, id, "
            "CAST(zeroblob(100000000) AS TEXT), prev, wall, session FROM change LIMIT 1"
        )


@case("damaged")
def overflow_pages_shared(path: Path) -> None:
    """Eight attachments of half a megabyte whose pages are one attachment's."""
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        for number in range(8):
            data = bytes([number]) * 500_000
            db.execute("INSERT INTO attachment VALUES (?, ?)", (sha256(data).digest(), data))
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'attachment'").fetchone()
    raw = bytearray(path.read_bytes())
    firsts = []
    for leaf in {page, *range(1, len(raw) // 4096 + 1)}:
        at = (leaf - 1) * 4096
        if raw[at] != 0x0D:
            continue
        (cells,) = struct.unpack_from(">H", raw, at + 3)
        for index in range(cells):
            (cell,) = struct.unpack_from(">H", raw, at + 8 + 2 * index)
            if raw[at + cell] & 0x80 and raw[at + cell + 1] & 0x80:  # a length of three bytes: one of ours
                length = (raw[at + cell] & 127) << 14 | (raw[at + cell + 1] & 127) << 7 | raw[at + cell + 2]
                here = 489 + (length - 489) % 4092
                firsts.append(at + cell + 4 + (here if here <= 4061 else 489))
    assert len(firsts) >= 8
    for place in firsts[1:]:
        raw[place : place + 4] = raw[firsts[0] : firsts[0] + 4]
    path.write_bytes(raw)


@case("hostile")
def too_many_forgotten(path: Path) -> None:
    sql(
        path,
        "INSERT INTO forgotten WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100100) "
        "SELECT CAST(printf('%016d', i) AS BLOB) FROM n",
    )


@case("hostile")
def ten_megabytes_of_title(path: Path) -> None:
    forge(path, {"title": "x" * 10_000_000}, kind="partnership", entity=ROOT)


@case("hostile")
def a_title_a_little_too_long(path: Path) -> None:
    forge(path, {"title": "x" * 1_001}, kind="partnership", entity=ROOT)


@case("hostile")
def deep_json(path: Path) -> None:
    forge(path, '{"text":' + "[" * 100_000 + "]" * 100_000 + "}")


@case("hostile")
def nested_object(path: Path) -> None:
    forge(path, '{"text":{"a":"b"}}')


@case("hostile")
def huge_integer(path: Path) -> None:
    forge(path, '{"size":' + "9" * 100_000 + "}", kind="attachment")


@case("hostile")
def integer_no_column_holds(path: Path) -> None:
    forge(path, '{"size":9223372036854775808}', kind="attachment")


@case("hostile")
def real_number(path: Path) -> None:
    forge(path, '{"size":1e400}', kind="attachment")


@case("hostile")
def not_a_number(path: Path) -> None:
    forge(path, '{"size":NaN}', kind="attachment")


@case("hostile")
def minus_nought(path: Path) -> None:
    forge(path, '{"size":-0}', kind="attachment")


@case("hostile")
def truth_values(path: Path) -> None:
    forge(path, '{"_deleted":true}')


@case("hostile")
def lone_surrogate_escaped(path: Path) -> None:
    forge(path, '{"text":"\\ud800"}')


@case("hostile")
def lone_surrogate_raw(path: Path) -> None:
    forge(path, '{"text":"\ud800"}')


@case("hostile")
def not_utf_8(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        session = db.execute("SELECT id FROM session").fetchone()[0]
        raw = b'{"text":"\xff\xfe"}'
        parts = (ROOT, b"answer", b"a hostile entity", raw, b"", (5).to_bytes(8, "big"), session)
        number = blake2b(b"".join(len(p).to_bytes(4, "big") + p for p in parts), digest_size=16).digest()
        db.execute(
            f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?)",
            (ROOT, "answer", b"a hostile entity", number, raw, b"", 5, session),
        )


@case("hostile")
def duplicate_keys(path: Path) -> None:
    forge(path, '{"text":"a","text":"b"}')


@case("hostile")
def unsorted_keys(path: Path) -> None:
    forge(path, '{"who":"a","text":"b"}')


@case("hostile")
def spaces(path: Path) -> None:
    forge(path, '{"text": "a"}')


@case("hostile")
def no_fields(path: Path) -> None:
    forge(path, "{}")


@case("hostile")
def an_array(path: Path) -> None:
    forge(path, '["text","a","b"]')


@case("hostile")
def a_thousand_fields(path: Path) -> None:
    forge(path, {f"f{number:04}": "x" for number in range(1_000)})


@case("hostile")
def raw_control_characters(path: Path) -> None:
    forge(path, '{"text":"a\nb"}')


@case("hostile")
def hundred_thousand_replaced(path: Path) -> None:
    ids = b"".join(number.to_bytes(16, "big") for number in range(100_000))
    forge(path, {"text": "x"}, prev=ids)


@case("hostile")
def replaced_out_of_order(path: Path) -> None:
    forge(path, {"text": "x"}, prev=b"b" * 16 + b"a" * 16)


@case("hostile")
def half_an_id_replaced(path: Path) -> None:
    forge(path, {"text": "x"}, prev=b"b" * 8)


@case("hostile")
def hundred_thousand_heads(path: Path) -> None:
    forge(path, {"text": "x"}, times=100_000)


@case("hostile")
def thousands_of_heads_behind_one(path: Path) -> None:
    """None of them replaces another, though each says that it replaces something."""
    forge(path, {"text": "x"}, times=3_000, prev=b"nowhere to found")


@case("hostile")
def beyond_all_time(path: Path) -> None:
    forge(path, {"text": "x"}, wall=2**62)


@case("hostile")
def short_entity(path: Path) -> None:
    forge(path, {"text": "x"}, entity=b"short")


@case("hostile")
def a_kind_too_long(path: Path) -> None:
    forge(path, {"text": "x"}, kind="k" * 101)


@case("hostile")
def a_kind_much_too_long(path: Path) -> None:
    forge(path, {"text": "x"}, kind="k" * 1_000)


@case("damaged")
def a_kind_without_end(path: Path) -> None:
    forge(path, {"text": "x"}, kind="k" * 70_000)


@case("hostile")
def a_field_without_end(path: Path) -> None:
    forge(path, {"f" * 5_000: "x"})


@case("hostile")
def an_organisation_that_is_no_id(path: Path) -> None:
    forge(path, {"organisation": "'; DROP TABLE change; --"}, kind="side")


@case("hostile")
def a_checksum_that_is_none(path: Path) -> None:
    forge(path, {"name": "x", "sha256": "../../etc/passwd", "size": 5}, kind="attachment")


@case("hostile")
def a_day_that_is_none(path: Path) -> None:
    forge(path, {"due": "2026-13-45"})


@case("hostile")
def a_session_that_is_no_object(path: Path) -> None:
    body = '["Ilze"]'
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "INSERT INTO session VALUES (?, ?)", (blake2b(body.encode(), digest_size=16).digest(), body)
        )


@case("hostile")
def a_session_with_a_name_of_a_megabyte(path: Path) -> None:
    body = json.dumps({"name": "x" * 1_000_000}, separators=(",", ":"))
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.execute(
            "INSERT INTO session VALUES (?, ?)", (blake2b(body.encode(), digest_size=16).digest(), body)
        )


@case("damaged")
def forged_hash(path: Path) -> None:
    sql(path, "UPDATE change SET body = replace(body, 'vārds', 'lāsts')")


@case("damaged")
def duplicate_id(path: Path) -> None:
    sql(
        path,
        f"INSERT INTO change ({derived.COLUMNS}) SELECT root, kind, zeroblob(16), id, body, prev, wall, session "
        "FROM change WHERE kind = 'answer' LIMIT 1; UPDATE meta SET value = value + 1 WHERE key = 'count'",
    )


@case("damaged")
def a_circle_of_two(path: Path) -> None:
    """Two that replace each other: no hash can say so."""
    forge(path, {"text": "x"}, prev=b"b" * 16)
    sql(
        path,
        "UPDATE change SET id = CAST('bbbbbbbbbbbbbbbb' AS BLOB) WHERE prev = CAST('bbbbbbbbbbbbbbbb' AS BLOB)",
    )


@case("damaged")
def a_row_taken_out(path: Path) -> None:
    sql(path, "DELETE FROM change WHERE kind = 'note'")


@case("damaged")
def columns_of_other_types(path: Path) -> None:
    """The table loses its STRICT, gets a row, and is made STRICT again."""
    rewrite(path, ") STRICT, WITHOUT ROWID", ") WITHOUT ROWID")
    sql(
        path,
        f"INSERT INTO change ({derived.COLUMNS}) SELECT root, kind, entity, 5, 6.5, 'x', 'soon', 7 FROM change LIMIT 1",
    )
    rewrite(path, ") WITHOUT ROWID", ") STRICT, WITHOUT ROWID")


@case("damaged")
def another_attachment_than_named(path: Path) -> None:
    sql(path, "UPDATE attachment SET data = zeroblob(9000)")


# what looks bad and is not ------------------------------------------------------------------------------

TEXTS: Final[Sequence[str]] = (
    "\x00 nul", "\u202egpj.exe \u2066\u2069", "\x1b[2J\x07 \x7f \u009b", "<img src='file:///etc/passwd'><script>alert(1)</script>",
    "<a href='http://evil.example'>click</a>", "=HYPERLINK(\"http://evil.example\")", "\ufeff\uffff\U0010ffff", "🏳️‍🌈" * 100,
    "%s%n{0}{name}", "a" * 1_000,
)  # fmt: skip
NAMES: Final[Sequence[str]] = (
    "../../../.bashrc", "C:\\Windows\\System32\\evil.dll", "CON", "lpt1.txt", "invoice\u202efdp.exe", "photo.jpg.exe", "", ".",
    "a/b\\c:d", "x" * 1_000, "\x00.pdf", "~/.ssh/id_rsa", "-rf", "name ",
)  # fmt: skip


@case("harmless")
def dangerous_texts(path: Path) -> None:
    for number, text in enumerate(TEXTS):
        forge(
            path,
            {"checkpoint": "c1.1", "side": "a", "text": text, "who": text},
            entity=number.to_bytes(16, "big"),
        )
    forge(path, {"title": TEXTS[3]}, kind="partnership", entity=ROOT)


@case("harmless")
def dangerous_attachment_names(path: Path) -> None:
    for number, name in enumerate(NAMES):
        forge(
            path,
            {"name": name, "side": "a", "size": -5},
            kind="attachment",
            entity=number.to_bytes(16, "big"),
        )


@case("harmless")
def the_year_9999_and_long_before(path: Path) -> None:
    forge(path, {"text": "x"}, wall=253_402_300_799_999)
    forge(path, {"text": "y"}, wall=-(10**14))


@case("harmless")
def unknown_kinds_and_fields(path: Path) -> None:
    forge(path, {"dreams": "sweet", "weight": 7}, kind="from tomorrow")
    forge(path, {"mood": "calm", "text": "x"})


@case("harmless")
def names_that_are_sql(path: Path) -> None:
    forge(path, {'"; DROP TABLE change; --': "x", "id": "y", "root": 5}, kind="change; --")


@case("harmless")
def a_hot_journal_beside_it(path: Path) -> None:
    """Played back, it would put a page of the attacker's choice into the file."""
    page = bytearray(path.read_bytes()[:4096])
    page[60:64] = struct.pack(">i", 99)
    leave_journal(path, {1: bytes(page)})


@case("damaged")
def an_unknown_author(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        number = change_id(ROOT, "swot", bytes(16), '{"text":"x"}', b"", 5, b"a session unseen")
        db.execute(
            f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (ROOT, "swot", bytes(16), number, '{"text":"x"}', b"", 5, b"a session unseen"),
        )
        log.count_in(db, [number])
