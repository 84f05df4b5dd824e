"""What tests of pages share: the sample file, open, in English and in Latvian; closed after the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_desktop.views.page import Context
from tests.conftest import MakeSample, OpenContext


@pytest.fixture
def context(open_context: OpenContext, sample: Path) -> Context:
    """The sample as pages are given it, in English."""
    return open_context(sample)


@pytest.fixture
def context_lv(open_context: OpenContext, make_sample: MakeSample) -> Context:
    """The sample as pages are given it, in Latvian."""
    return open_context(make_sample("lv"), "lv")
