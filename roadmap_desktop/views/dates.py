"""The date field as every window has it: dates typed and shown as people of the user's language write them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from roadmap_desktop.domain.errors import BadDate
from roadmap_desktop.domain.words import parse_date
from roadmap_desktop.models.tool import typed_date
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.date_field import DateField


def date_field(context: Context, name: str, example: str = "") -> DateField:
    """An empty field called `name`; `example` (YYYY-MM-DD) is shown in it as people type dates, the year's end without one."""
    words = context.words
    made = DateField(
        context.design,
        (
            name,
            QCoreApplication.translate("DateField", "Open the calendar (F4)"),
            QCoreApplication.translate("DateField", "No date"),
        ),
        _parsed,
        words.date,
        lambda iso: typed_date(words, iso),
    )
    made.setPlaceholderText(typed_date(words, example or f"{context.today()[:4]}-12-31"))
    return made


def _parsed(text: str) -> str:
    try:
        return parse_date(text)
    except BadDate:
        raise ValueError(text) from None
