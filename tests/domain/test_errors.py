"""Errors carry data, no sentences."""

from __future__ import annotations

import pytest

from roadmap_desktop.domain import errors
from roadmap_desktop.domain.errors import UserError

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, UserError)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_keeps_what_it_is_given(kind: type[UserError]) -> None:
    data = {name: f"the {name}" for name in kind.fields}
    assert kind(**data).data == data


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.fields])
def test_an_error_without_its_data_is_a_defect(kind: type[UserError]) -> None:
    with pytest.raises(TypeError, match=kind.fields[0]):
        kind()


def test_every_error_is_told_apart_from_a_defect_of_ours() -> None:
    assert len(KINDS) > 20
    assert not any(issubclass(kind, OSError | ValueError) for kind in KINDS)


def test_what_the_user_can_mend_is_handed_on_and_a_defect_of_ours_is_raised() -> None:
    error = errors.DiskFull(path="x")
    assert errors.mendable(error) is error
    with pytest.raises(KeyError):
        errors.mendable(KeyError("ours"))
