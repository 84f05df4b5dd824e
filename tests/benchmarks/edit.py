"""One saved edit against one bare durable SQLite transaction, in a file as it is after a year's work."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import random
import tempfile
from pathlib import Path

from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.store import derived, file, log
from tests.benchmarks import Row, median_ratio
from tests.benchmarks.big import SENTENCES, STATES, make_big

ROUNDS = 400
PARTNERSHIPS, CHECKPOINTS, EDITS = 30, 40, 5


def run() -> list[Row]:
    """The text of an answer, and its state (which moves an index entry)."""
    with tempfile.TemporaryDirectory(prefix="roadmap-benchmark-") as folder:
        path = Path(folder, "edited.roadmap")
        bare = Path(folder, "bare.roadmap")
        make_big(path, PARTNERSHIPS, CHECKPOINTS, EDITS)
        make_big(bare, PARTNERSHIPS, CHECKPOINTS, EDITS)
        return [_against_bare(name, path, bare) for name in ("text", "state", "due")]


def _against_bare(name: str, path: Path, bare: Path) -> Row:
    pick = random.Random(name)
    with (
        contextlib.closing(file.open_for_writing(path)) as db,
        contextlib.closing(file.connect(bare, "rw")) as plain,
    ):
        writer = log.Log(db, log.Author("Ilze Bērziņa", "Ābeļkalna ļaudis"))
        answers = db.execute("SELECT root, id FROM answers ORDER BY id").fetchall()
        [(like, size)] = db.execute(
            "SELECT body, length(body) FROM change WHERE kind = 'answer' LIMIT 1"
        ).fetchall()
        number = iter(range(10**9))

        def save() -> None:
            root, entity = pick.choice(answers)
            writer.save([Edit(root, "answer", entity, {name: _value(pick, name, next(number))})])

        def insert() -> None:
            root, entity = pick.choice(answers)
            plain.execute("BEGIN IMMEDIATE")
            plain.execute(
                f"INSERT INTO change ({derived.COLUMNS}) VALUES (?, 'answer', ?, ?, ?, ?, ?, ?)",
                (root, entity, os.urandom(16), like[: size // 2], bytes(16), 1, bytes(16)),
            )
            plain.execute("COMMIT")

        save()
        insert()
        ratio, ours, theirs = median_ratio(save, insert, ROUNDS)
    return Row(
        f"saved edit ({name}) / bare durable transaction",
        ratio,
        2.0,
        f"{ours * 1e3:.2f} / {theirs * 1e3:.2f} ms",
    )


def _value(pick: random.Random, name: str, number: int) -> str:
    if name == "due":
        return (dt.date(2027, 1, 1) + dt.timedelta(number)).isoformat()
    return f"{pick.choice(SENTENCES if name == 'text' else STATES)}{number:05}"
