"""What taking a list of partners in does, in sentences for windows and commands; decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from roadmap_desktop.domain.partner_list import Fault
from roadmap_desktop.domain.partner_match import Match
from roadmap_desktop.domain.partner_plan import Plan

_ROWS: Final = 12
"""Most rows that a sentence numbers."""


def said(plan: Plan) -> Iterator[str]:
    """What the file has more of afterwards, and what it has not."""
    counts = (
        (QCoreApplication.translate("listing", "New organisations: {count}."), plan.added),
        (QCoreApplication.translate("listing", "Partnerships begun: {count}."), plan.begun),
        (QCoreApplication.translate("listing", "New contacts: {count}."), plan.contacts),
        (
            QCoreApplication.translate("listing", "Organisations whose gaps are filled: {count}."),
            plan.filled,
        ),
        (
            QCoreApplication.translate("listing", "Rows that bring nothing new: {count}."),
            plan.unchanged,
        ),
        (QCoreApplication.translate("listing", "Rows left out: {count}."), plan.skipped),
        (
            QCoreApplication.translate(
                "listing",
                "Contacts that are left out, since they need a partnership to stand in: {count}.",
            ),
            plan.homeless,
        ),
    )
    number = QLocale().toString
    found = [text.format(count=number(count)) for text, count in counts if count]
    yield from found or [QCoreApplication.translate("listing", "There is nothing to take in.")]


def faults(found: Iterable[Match]) -> Iterator[str]:
    """What is wrong with rows, each fault once with the numbers of its rows."""
    texts: dict[Fault, str] = {
        "no-name": QCoreApplication.translate(
            "listing", "Rows without the name of an organisation; their numbers: {rows}."
        ),
        "rounded": QCoreApplication.translate(
            "listing",
            "Rows whose register number Excel has rounded, so that it stays empty; their numbers: {rows}. Write it into the list as text.",
        ),
        "cut": QCoreApplication.translate(
            "listing", "Rows with a text that is too long and is cut; their numbers: {rows}."
        ),
    }
    rows: dict[Fault, list[int]] = {}
    for match in found:
        for fault in match.entry.faults:
            rows.setdefault(fault, []).append(match.entry.row)
    yield from (text.format(rows=_listed(rows[fault])) for fault, text in texts.items() if fault in rows)


def _listed(rows: Sequence[int]) -> str:
    more = " …" if len(rows) > _ROWS else ""
    return ", ".join(map(str, rows[:_ROWS])) + more
