"""The schema of a file from elsewhere, entry by entry: ours to the letter, plain beside it, or hostile; reads nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from roadmap_desktop.store import schema
from roadmap_desktop.store.verdict import Findings

MOST_ENTRIES: Final = 500
"""Tables and indexes of one file; ours has about fifty."""
LONGEST_SQL: Final = 20_000

_NAME: Final = r'(?:"[^"\x00]{1,100}"|\[[^\]\x00]{1,100}\]|`[^`\x00]{1,100}`|[A-Za-z_]\w{0,99})'
_PLAIN: Final = re.compile(r'(?:"[^"\x00]*"|\[[^\]\x00]*\]|`[^`\x00]*`|[\w\s,()])*', re.ASCII)
_QUOTED: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|`[^`]*`')
_WORD: Final = re.compile(r"\w+", re.ASCII)
_TABLE: Final = re.compile(rf"CREATE TABLE ({_NAME})\s*\(", re.ASCII | re.IGNORECASE)
_COLUMN: Final = rf"{_NAME}(?:\s+(?:ASC|DESC))?"
_INDEX: Final = re.compile(
    rf"CREATE (?:UNIQUE )?INDEX ({_NAME})\s+ON ({_NAME})\s*\(\s*{_COLUMN}(?:\s*,\s*{_COLUMN})*\s*\)"
    r"(?:\s+WHERE\s+(?P<where>.*))?",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)
_TERM: Final = r"(?:'[^'\x00]*'|\d{1,18}|" + _NAME + r")"
_COMPARED: Final = rf"{_NAME}\s*(?:(?:=|<>|<=|>=|<|>)\s*{_TERM}|IN\s*\(\s*{_TERM}(?:\s*,\s*{_TERM})*\s*\)|IS(?:\s+NOT)?\s+NULL)"
_WHERE: Final = re.compile(rf"{_COMPARED}(?:\s+AND\s+{_COMPARED})*", re.ASCII | re.IGNORECASE)
_ACTIVE: Final = {
    "CHECK", "DEFAULT", "GENERATED", "ALWAYS", "AS", "COLLATE", "REFERENCES", "FOREIGN", "CONSTRAINT", "ON", "SELECT",
    "AUTOINCREMENT", "USING", "VIRTUAL",
}  # fmt: skip
"""Words that give a table something to compute, or ties to others."""
_STATISTICS: Final = ("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)")
"""What ANALYZE leaves behind, whoever ran it."""


class Entry(NamedTuple):
    """A row of sqlite_schema; `sql` is None for an index that a key brings with it."""

    type: str
    name: str
    table: str
    sql: str | None


def judge(entries: Iterable[Entry], found: Findings, *, newer: bool) -> None:
    """Note as hostile what computes or hides something, as "schema" what of ours is not there to the letter.

    Tables from which nothing is ever read (derived ones, those of a newer program) may be anything that is plain.
    """
    wanted = {sql.split()[2]: sql for sql in schema.TRUTH}
    there: dict[str, Entry] = {}
    for entry in entries:
        reason = _hostile(entry)
        if not reason and entry.name.lower() in there:
            reason = "a name twice"
        if not reason and len(there) >= MOST_ENTRIES:
            reason = "too many tables"
        if reason:
            found.add("hostile", reason=f"{reason}: {entry.name[:100]}")
            return
        there[entry.name.lower()] = entry
    tables = {name for name, entry in there.items() if entry.type == "table"}
    for entry in there.values():
        if entry.table.lower() not in tables:
            found.add("hostile", reason=f"an index of nothing: {entry.name[:100]}")
    for name, sql in wanted.items():
        if name not in there or (there[name].sql != sql and not newer):
            found.add("schema", name=name)


def _hostile(entry: Entry) -> str:
    """Why a file of ours could not hold this, "" where it could."""
    type_, name, table, sql = entry
    if entry == _STATISTICS:
        return ""
    if sql is None:
        usual = type_ == "index" and re.fullmatch(rf"sqlite_autoindex_{re.escape(table)}_\d{{1,3}}", name)
        return "" if usual else "an entry without text"
    if type_ not in {"table", "index"}:
        return f"a {type_[:20]}"
    if name.lower().startswith("sqlite_"):
        return "a table of SQLite's own"
    if len(sql) > LONGEST_SQL:
        return "a text too long"
    if type_ == "table":
        return "" if _is_plain_table(name, table, sql) else "a table that is not plain"
    return "" if _is_plain_index(name, table, sql) else "an index that is not plain"


def _is_plain_table(name: str, table: str, sql: str) -> bool:
    begins = _TABLE.match(sql)
    if not begins or not _PLAIN.fullmatch(sql):
        return False
    words = {word.upper() for word in _WORD.findall(_QUOTED.sub(" ", sql))}
    return not words & _ACTIVE and _bare(begins[1]) == name == table


def _is_plain_index(name: str, table: str, sql: str) -> bool:
    whole = _INDEX.fullmatch(sql)
    if not whole or (_bare(whole[1]), _bare(whole[2]).lower()) != (name, table.lower()):
        return False
    return whole["where"] is None or _WHERE.fullmatch(whole["where"]) is not None


def _bare(name: str) -> str:
    return name[1:-1] if name[0] in '"[`' else name
