"""The register as it is read from a file: the newest line first, and who owes an answer."""

from __future__ import annotations

from roadmap_desktop.domain.changes import DELETED, Edit
from roadmap_desktop.domain.exchange import pen_edit, received_edit, sent_edit
from roadmap_desktop.store import exchanges, queries
from tests.store import tools
from tests.store.tools import OTHER_ROOT, ROOT

DAY = 86_400_000
FIRST = 1_700_000_000_000  # 14 November 2023


def test_who_owes_an_answer() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([tools.partnership("Dārzs"), tools.partnership("Skola", OTHER_ROOT)])
    writer.save([sent_edit(ROOT, "Kārlis", "partner", "a.roadmap", 9, FIRST + DAY)])
    writer.save([sent_edit(OTHER_ROOT, "Anna", "partner", "b.roadmap", 9, FIRST)])
    writer.save([sent_edit(bytes(16), "Kolēģe", "whole", "c.roadmap", 9, FIRST)])
    found = exchanges.unanswered(db, "2023-12-31")
    assert [(one.root, one.title) for one in found] == [(OTHER_ROOT, "Skola"), (ROOT, "Dārzs")]
    assert exchanges.unanswered(db, "2023-11-20") == []
    assert [one.title for one in exchanges.unanswered(db, "2023-11-20", 5)] == ["Skola"]
    writer.save([received_edit(ROOT, "Kārlis", "a 2.roadmap", 4, FIRST + 3 * DAY)])
    assert [one.title for one in exchanges.unanswered(db, "2023-12-31")] == ["Skola"]
    assert [line.direction for line in exchanges.register(db, ROOT)] == ["in", "out"]
    writer.save([Edit(OTHER_ROOT, "partnership", OTHER_ROOT, {"stage": "paused"})])
    assert exchanges.unanswered(db, "2023-12-31") == []
    stands = dict(exchanges.standings(db))
    assert (stands[ROOT].since, stands[OTHER_ROOT].since) == ("", "2023-11-14")


def test_a_line_that_was_deleted_is_none() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    line = sent_edit(ROOT, "Kārlis", "partner", "a.roadmap", 9, FIRST)
    writer.save([tools.partnership(), line])
    writer.save([line._replace(fields={DELETED: 1})])
    assert exchanges.register(db, ROOT) == []
    assert exchanges.unanswered(db, "2024-12-31") == []


def test_the_pen_is_a_field_of_the_partnership() -> None:
    db = tools.memory_file()
    writer = tools.writer(db)
    writer.save([tools.partnership()])
    writer.save([pen_edit(ROOT, "b")])
    assert queries.dossier(db, ROOT).partnership.pen == "b"
