"""The tables of a file: the lasting ones, written out, and the derived ones, made from `records`; no reading here."""

from __future__ import annotations

import sqlite3
import unicodedata
from typing import Final

from roadmap_desktop.domain import records

APPLICATION_ID: Final = 0x524D4150
"""The four letters RMAP in a file's header."""
FORMAT: Final = 1
"""The newest format this program reads and writes; in the header as user_version."""
PAGE_SIZE: Final = 4096

TRUTH: Final = (
    """CREATE TABLE change (
  root BLOB NOT NULL, kind TEXT NOT NULL, entity BLOB NOT NULL, id BLOB NOT NULL,
  body TEXT NOT NULL, prev BLOB NOT NULL, wall INTEGER NOT NULL, session BLOB NOT NULL,
  PRIMARY KEY (root, kind, entity, id)
) STRICT, WITHOUT ROWID""",
    "CREATE TABLE session (id BLOB NOT NULL PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE attachment (sha256 BLOB NOT NULL PRIMARY KEY, data BLOB NOT NULL) STRICT",
    "CREATE TABLE forgotten (id BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID",
)
"""What is merged and never rewritten (`meta` is this file's own)."""


def table(kind: str) -> str:
    """Name of a kind's derived table: answer → answers."""
    return f"{kind}s"


def derived_tables() -> dict[str, str]:
    """Every derived table and index by name, as SQL."""
    made = {
        "conflicts": "CREATE TABLE conflicts (root BLOB NOT NULL, kind TEXT NOT NULL, entity BLOB NOT NULL, "
        "field TEXT NOT NULL, heads BLOB NOT NULL, PRIMARY KEY (root, kind, entity, field)) STRICT, WITHOUT ROWID",
        "activity": "CREATE TABLE activity (root BLOB NOT NULL PRIMARY KEY, wall INTEGER NOT NULL, "
        "session BLOB NOT NULL) STRICT, WITHOUT ROWID",
    }
    for kind in records.KINDS:
        columns = [
            f'"{name}" {"INTEGER" if isinstance(default, int) else "TEXT"} NOT NULL'
            for name, default in records.defaults(kind).items()
        ]
        if kind == "partnership":
            columns.append("title_key TEXT NOT NULL")
        made[table(kind)] = (
            f"CREATE TABLE {table(kind)} (id BLOB NOT NULL PRIMARY KEY, root BLOB NOT NULL, "
            f"{', '.join(columns)}, extra TEXT NOT NULL) STRICT"
        )
        made[f"{table(kind)}_root"] = f"CREATE INDEX {table(kind)}_root ON {table(kind)} (root)"
    made["answers_root"] = "CREATE INDEX answers_root ON answers (root, side, state)"
    made["answers_due"] = (
        "CREATE INDEX answers_due ON answers (due, root) WHERE due <> '' AND state IN ('open', 'in-progress')"
    )
    made["answers_next"] = (
        "CREATE INDEX answers_next ON answers (root, due) WHERE due <> '' AND state IN ('open', 'in-progress')"
    )
    made["answers_done"] = "CREATE INDEX answers_done ON answers (root) WHERE state = 'done'"
    made["partnerships_title"] = "CREATE INDEX partnerships_title ON partnerships (title_key, id)"
    return made


def drop_derived(db: sqlite3.Connection) -> None:
    """Drop every table that can be rebuilt, whatever version made it."""
    kept = {"change", "session", "attachment", "forgotten", "meta", "_sqlite_migrations"}
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for name in names:
        if name not in kept and not name.startswith("sqlite_"):
            quoted = name.replace('"', '""')
            db.execute(f'DROP TABLE "{quoted}"')


def sort_key(text: str) -> str:
    """`text` for searching and sorting: case and diacritics folded, so that "Ādaži" stands with "Adaži"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).strip()
