"""An organisation's logo in the file: kept, found, told of, and where it goes."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

import pytest

from roadmap_desktop.domain.edits import logo_edit, no_logo_edit
from roadmap_desktop.domain.levels import Level
from roadmap_desktop.store import check, file, queries, send
from roadmap_desktop.store.log import content_key
from tests.conftest import AUTHOR
from tests.store import tools

WHEN = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
DATA = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
def with_logo(sample: Path) -> bytes:
    """The sample's own organisation has a logo; its id."""
    with contextlib.closing(file.open_for_writing(sample)) as db:
        home = queries.home_organisation(db).id
        tools.writer(db).save([logo_edit(home, content_key(DATA).hex(), len(DATA))], [DATA])
    return home


def test_it_is_found_by_its_organisation(sample: Path, with_logo: bytes) -> None:
    with contextlib.closing(file.open_again(sample)) as db:
        assert queries.logo(db, with_logo) == DATA
        others = [one.id for one in queries.organisations(db) if one.id != with_logo]
        assert [queries.logo(db, one) for one in others] == [b""] * len(others)


def test_it_can_be_taken_away_and_given_again(sample: Path, with_logo: bytes) -> None:
    with contextlib.closing(file.open_for_writing(sample)) as db:
        tools.writer(db).save([no_logo_edit(with_logo)])
        assert queries.logo(db, with_logo) == b""
        tools.writer(db).save([logo_edit(with_logo, content_key(DATA).hex(), len(DATA))], [DATA])
        assert queries.logo(db, with_logo) == DATA


def test_a_file_with_a_logo_is_healthy_to_everybody(sample: Path, with_logo: bytes) -> None:
    assert check.check(sample).verdict == "healthy"


@pytest.mark.parametrize("level", ["whole", "partner", "roles"])
def test_a_partner_is_not_sent_it_a_colleague_is(
    sample: Path, with_logo: bytes, level: Level, tmp_path: Path
) -> None:
    with contextlib.closing(file.open_again(sample)) as db:
        root = queries.partnership_ids(db)[0]
    copy = send.make(sample, tmp_path / "copy.roadmap", level, root, AUTHOR, WHEN).path
    with contextlib.closing(file.open_again(copy)) as db:
        assert queries.logo(db, with_logo) == (DATA if level == "whole" else b"")
    assert (DATA in copy.read_bytes()) is (level == "whole")
