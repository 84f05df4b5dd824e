"""Makes the frozen file of a format: python -m tests.files.make PATH. Run once a format; what it made is never replaced."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.records import note_id, side_id
from roadmap_desktop.store import derived, file, log
from tests.store import tools
from tests.store.tools import OTHER_ROOT, ROOT, answer, partnership, side


def make(path: Path) -> None:
    """A file with every sort of thing in it: answers, a note, an attachment, a conflict, a deletion, an undo."""
    file.create(path)
    with contextlib.closing(file.open_for_writing(path)) as db:
        ours = bytes(range(32, 48))
        writer = tools.writer(db, "Ilze Bērziņa", 1_790_000_000_000)
        writer.save(
            [Edit(ours, "organisation", ours, {"name": "Biedrība „Ābeļkalna ļaudis”", "kind": "community"})]
        )
        writer.set_meta("home", ours.hex())
        writer.save(
            [
                partnership("Jauniešu centrs vecajā skolā"),
                side("a", organisation=ours.hex()),
                side("b", form="municipality"),
                answer("c1.need", text="64 jauniešiem nav kur satikties.", state="done"),
                answer("c1.idea", text="Atvērt centru.", due="2026-11-30", who="Līga Ozola"),
                answer("m1.needs", "b", text="Jaunieši aizbrauc.", state="in-progress"),
                Edit(
                    ROOT,
                    "note",
                    note_id(ROOT, "a", "c1.need"),
                    {"side": "a", "checkpoint": "c1.need", "text": "Slepeni."},
                ),
                Edit(
                    ROOT, "action", b"action-1--------", {"what": "Sapulce", "who": "Anna", "position": "a"}
                ),
                Edit(ROOT, "hologram", bytes(16), {"colour": "blue"}),
            ],
            [b"a photograph"],
        )
        writer.save([answer("c1.idea", text="Atvērt centru vecajā skolā.", mood="calm")])
        writer.revert(writer.save([answer("c1.idea", state="done")]))
        writer.save([partnership("Dzēstā sadarbība", OTHER_ROOT)])
        writer.save([Edit(OTHER_ROOT, "partnership", OTHER_ROOT, {DELETED: 1})])
        theirs = tools.memory_file()
        other = tools.writer(theirs, "Jānis Kalniņš", 1_790_000_500_000)
        other.merge(derived.all_changes(db), log.all_sessions(db))
        other.save([answer("c1.need", text="Jauniešiem vajag telpu.")])
        writer.save([answer("c1.need", text="64 jauniešiem vajag telpu.")])
        other.save([Edit(ROOT, "side", side_id(ROOT, "b"), {DELETED: 1})])
        writer.save([side("b", form="municipality", organisation="00" * 16)])
        writer.merge(derived.all_changes(theirs), log.all_sessions(theirs))
        db.execute("VACUUM")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
