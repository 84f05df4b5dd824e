"""What the dashboard's card on the exchange says: the last out and in, since when an answer is due, who has the pen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout

from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.exchange import Standing, overdue, standing
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.records import Exchange
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.page import Context
from roadmap_desktop.views.pen import PenChoice
from roadmap_desktop.widgets.design import button
from roadmap_desktop.widgets.link_row import LinkRow


def fill(
    rows: QVBoxLayout,
    context: Context,
    found: Dossier,
    say: Callable[[str], None],
    open_window: Callable[[str], None],
) -> None:
    """Fill the card's `rows`; `say` adds a muted sentence, `open_window` opens a window by its name."""
    stand = standing(context.session.register(found.partnership.root))
    for row in _rows(context, stand):
        row.activated.connect(lambda: open_window("exchanges"))
        rows.addWidget(row)
    if stand.sent is None and stand.received is None:
        say(QCoreApplication.translate("Exchange", "Nothing was sent or received yet."))
    pen = PenChoice(context)
    pen.show_dossier(found)
    pen.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[1])
    rows.addWidget(pen)
    for text, window in (
        (QCoreApplication.translate("Exchange", "Send…"), "send"),
        (QCoreApplication.translate("Exchange", "Register of exchanges…"), "exchanges"),
    ):
        link = button(text, "link")
        link.clicked.connect(lambda _=False, window=window: open_window(window))
        rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def _rows(context: Context, stand: Standing) -> list[LinkRow]:
    words = context.words
    made = []
    if stand.since:
        late = overdue(stand, context.today(), context.settings.days("patience"))
        made.append(
            LinkRow(
                QCoreApplication.translate("Exchange", "Waiting for an answer"),
                QCoreApplication.translate("Exchange", "since {date}").format(date=words.date(stand.since)),
                tone="overdue" if late else "muted",
            )
        )
    if stand.sent is not None:
        made.append(LinkRow(QCoreApplication.translate("Exchange", "Last sent"), _told(context, stand.sent)))
    if stand.received is not None:
        made.append(
            LinkRow(QCoreApplication.translate("Exchange", "Last received"), _told(context, stand.received))
        )
    return made


def _told(context: Context, line: Exchange) -> str:
    level = context.words("level", line.level) if line.level else ""
    return " · ".join(part for part in (context.words.date(line.day), one_line(line.who), level) if part)
