"""Collection calls: read as they are written, refused where anything is otherwise."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.domain.call import MARK, MOST_TEXT, Call, read, written

CALL = Call(
    "Ciemu apvienība", "numbers", "2027-01-15", "birojs@apvieniba.example", "Pārskatam.\nPaldies!", 2026
)


def test_what_is_written_is_read() -> None:
    assert read(json.loads(written(CALL))) == CALL
    bare = CALL._replace(until="", email="", text="")
    assert read(json.loads(written(bare))) == bare
    assert read({**json.loads(written(CALL)), "of a newer program": [1]}) == CALL


@pytest.mark.parametrize(
    "wrong",
    [
        {MARK: 2}, {MARK: "1"}, {"level": "everything"}, {"level": None}, {"level": ["whole"]}, {"year": 0}, {"year": True},
        {"year": "2026"}, {"name": None}, {"name": "x" * 201}, {"text": "x" * (MOST_TEXT + 1)}, {"text": 7},
        {"until": "2027-02-30"}, {"until": "20270215"}, {"until": "tomorrow"}, {"until": "2027-W01-1"},
        {"email": "a@b.example\nBcc: c@d.example"}, {"email": "<script>@x"}, {"email": "nobody"}, {"email": "a@" + "b" * 300},
    ],
)  # fmt: skip
def test_anything_otherwise_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=" "):
        read({**json.loads(written(CALL)), **wrong})


@given(
    st.dictionaries(
        st.sampled_from([MARK, *Call._fields]), st.none() | st.integers() | st.text() | st.lists(st.text())
    )
)
def test_nothing_else_breaks_it(data: dict[str, Any]) -> None:
    try:
        found = read(data)
    except ValueError:
        return
    assert read(json.loads(written(found))) == found
