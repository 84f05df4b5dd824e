"""What `send` means by its words, its line in the register, and what machines are told; the delivery is made elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from roadmap_desktop.cli import opening
from roadmap_desktop.domain.errors import PartnershipNeeded, UnknownPartnership, WholeOfOne
from roadmap_desktop.domain.levels import Level
from roadmap_desktop.services.delivery import Delivery, Order
from roadmap_desktop.store import queries, send
from roadmap_desktop.store.log import Author, Log

_MOST_TITLES: Final = 10


def order(db: sqlite3.Connection, level: Level | None, name: str | None, shared: Sequence[str]) -> Order:
    """What the words of the command line mean; without a level a partnership that is named goes to its partner.

    Raises UnknownPartnership, AmbiguousPartnership, PartnershipNeeded, WholeOfOne.
    """
    ids = queries.partnership_ids(db)
    try:
        found = None if name is None else queries.find_partnership(db, name)
    except UnknownPartnership:
        raise UnknownPartnership(name=name, known=_titles(db, ids)) from None
    level = level or ("partner" if found else "whole")
    if level == "whole" and found is not None:
        raise WholeOfOne(name=found.title)
    if level in ("partner", "roles") and found is None:
        if len(ids) != 1:
            raise PartnershipNeeded(known=_titles(db, ids))
        found = queries.dossier(db, ids[0]).partnership
    return Order(level, found, tuple(shared))


def _titles(db: sqlite3.Connection, ids: Sequence[bytes]) -> list[str]:
    known = [found.partnership.title for found in queries.summaries(db, ids[:_MOST_TITLES])]
    return [*known, *(["…"] if len(ids) > _MOST_TITLES else [])]


def note(file: Path, sent: send.Sent, who: str, author: Author) -> None:
    """Put a line into the register of `file`. Raises UserErrors about it."""
    from roadmap_desktop.domain.exchange import sent_edit  # noqa: PLC0415 - only where it is noted

    with opening.writing(file) as db:
        root = sent.root or queries.home_organisation(db).root
        if root:
            Log(db, author).save([sent_edit(root, who, sent.level, sent.path.name, sent.changes, sent.wall)])


def delivery_data(file: Path, wanted: Order, done: Delivery) -> dict[str, Any]:
    """What was sent, for machines; of a preview `out` is None. Sizes in bytes."""
    told, stays = done.leaving, done.leaving.stays
    found = wanted.partnership
    return {
        "file": str(file),
        "level": wanted.level,
        "partnership": {"id": found.id.hex(), "title": found.title} if found else None,
        "out": str(done.sent.path) if done.sent else None,
        "eml": str(done.letter) if done.letter else None,
        "size": done.sent.size if done.sent else told.size,
        "changes": done.sent.changes if done.sent else told.changes,
        "noted": done.noted,
        "leaves": {
            "partnerships": told.partnerships,
            "organisations": list(told.organisations),
            "checkpoints": told.checkpoints,
            "rows": dict(told.rows),
            "contacts_with_names": told.named,
            "contacts_without_names": told.nameless,
            "attachments": [{"name": name, "size": size} for name, size in told.attachments],
            "private_notes": told.notes,
            "deleted_in_history": told.deleted,
            "mentions_told_by_role": told.replaced.mentions,
        },
        "stays": {
            "partnerships": stays.partnerships,
            "private_notes": stays.notes,
            "rows": dict(stays.rows),
            "exchanges": stays.exchanges,
            "unknown": stays.unknown,
            "attachments": stays.attachments,
            "contact_persons": told.replaced.persons,
            "names_of_writers": told.replaced.writers,
        },
    }
