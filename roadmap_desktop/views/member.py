"""One member: what it sent, and what is known of it; and the list of members, typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.domain import members, portfolio, records
from roadmap_desktop.domain.changes import Edit
from roadmap_desktop.domain.codes import code as code_of
from roadmap_desktop.domain.names import one_line
from roadmap_desktop.domain.portfolio import Row
from roadmap_desktop.domain.records import Scalar
from roadmap_desktop.domain.submission import Walk
from roadmap_desktop.domain.words import local_day
from roadmap_desktop.paint.theme import SPACE
from roadmap_desktop.views.languages import language_names
from roadmap_desktop.views.obstacle import guard
from roadmap_desktop.views.page import Context
from roadmap_desktop.widgets.bullets import Bullets
from roadmap_desktop.widgets.design import button, label
from roadmap_desktop.widgets.dialog import Dialog


class MemberDialog(Dialog):
    """A member as it stands; what is changed is saved when its field is left."""

    def __init__(
        self, context: Context, row: Row, rows: Sequence[Row], parent: QWidget | None = None
    ) -> None:
        """`rows` are all members, among whom this one stands."""
        super().__init__(parent)
        self._context = context
        self._row = row
        self.setWindowTitle(one_line(row.member.name))
        self.setMinimumSize(QSize(620, 460))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(label(one_line(row.member.name), "title", wrap=True))
        column.addWidget(label(self._came(), tone="muted", wrap=True))
        bullets = Bullets()
        bullets.show_lines([*self._partnerships(), *self._standing(rows)])
        told = QWidget()
        inner = QVBoxLayout(told)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(bullets)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(told)
        area.setAccessibleName(self.tr("What it sent"))
        column.addWidget(area, 1)
        column.addLayout(self._make_form())
        column.addLayout(self._make_foot())
        guard(context.session.obstacle, *self.findChildren(QComboBox), self.expected, self.remove)
        for field in self.findChildren(QLineEdit):
            field.setReadOnly(not context.changeable)

    def _came(self) -> str:
        sent = self._row.submission
        if sent is None:
            return self.tr("Nothing has come yet.")
        words = self._context.words
        return self.tr("“{file}” ({level}), written {day}, collected {when}.").format(
            file=one_line(sent.file),
            level=words("level", sent.level),
            day=words.date(local_day(sent.wall), long=True) if sent.wall else "–",
            when=words.date(sent.day, long=True),
        )

    def _partnerships(self) -> list[str]:
        words = self._context.words
        lines = []
        for number, walk in enumerate(self._row.walks, start=1):
            title = one_line(walk.title) or f"{words('sheet', 'partnership')} {number}"
            steps = ", ".join(
                f"{words('sheet', 'step', step=place)}: {words('sheet', 'of', done=done, total=total)}"
                for place, (done, total) in enumerate(zip(walk.done, walk.total, strict=True), start=1)
            )
            lines.append(f"{title} – {steps}" if steps else title)
        lines += [self._stuck(*found) for found in portfolio.stuck_of(self._row)]
        return lines

    def _stuck(self, walk: Walk, checkpoint: str, days: int) -> str:
        form = self._context.form(walk.form)
        point = form.find(checkpoint)
        return self.tr("Stuck for {days} days: {checkpoint}, {partnership}").format(
            days=days,
            checkpoint=f"{code_of(form, checkpoint)} {point.title}" if point else checkpoint,
            partnership=one_line(walk.title) or "–",
        )

    def _standing(self, rows: Sequence[Row]) -> list[str]:
        found = portfolio.standing(self._row, rows)
        if found is None:
            return []
        return [
            self.tr("Done: {share} % of its checkpoints; the middle of all members is {middle} %.").format(
                share=round(100 * found.share), middle=round(100 * found.median)
            )
        ]

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(SPACE[2])
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        member = self._row.member
        for field, text in (
            ("name", self.tr("Name")),
            ("number", self.tr("Register number")),
            ("email", self.tr("E-mail")),
        ):
            entry = QLineEdit(str(getattr(member, field)))
            entry.setMaxLength(records.limit("member", field))
            entry.setCursorPosition(0)
            entry.editingFinished.connect(
                lambda field=field, entry=entry: self._save_text(field, entry.text().strip())
            )
            form.addRow(text, entry)
        self.language = QComboBox()
        self.language.addItem(self.tr("As this program"), "")
        for code, name in language_names().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(member.language), 0))
        self.language.activated.connect(lambda: self._save(language=str(self.language.currentData())))
        form.addRow(self.tr("Language of the feedback"), self.language)
        self.expected = QCheckBox(self.tr("A file is expected every year"))
        self.expected.setChecked(bool(member.expected))
        self.expected.clicked.connect(lambda on: self._save(expected=int(on)))
        form.addRow("", self.expected)
        return form

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.remove = button(self.tr("Take off the list"), "quiet", self._context.design.icon("trash"))
        self.remove.clicked.connect(self._remove)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _save_text(self, field: str, text: str) -> None:
        if text or field != "name":
            self._save(**{field: text})

    def _save(self, **fields: Scalar) -> None:
        member = self._row.member
        if self._context.changeable:
            self._context.session.save([Edit(member.root, "member", member.id, fields)])

    def _remove(self) -> None:
        self._context.session.save([members.removal(self._row.member)])
        self.accept()

    def done(self, result: int) -> None:
        field = self.focusWidget()
        if field is not None:
            field.clearFocus()  # closing by Escape or the window's cross leaves the field as well
        super().done(result)


class MemberNamesDialog(Dialog):
    """A list of members, one a line, as people have it in a letter or a spreadsheet."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Nothing is written before the button is pressed."""
        super().__init__(parent)
        self._context = context
        self._root = context.session.home_organisation().root
        self.setWindowTitle(self.tr("List of members"))
        self.setMinimumSize(QSize(620, 420))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[5], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addWidget(label(self.tr("List of members"), "title"))
        hint = label(
            self.tr(
                "One member a line: name; register number; e-mail. Only the name is needed. A list from a spreadsheet can be"
                " pasted. Members who are listed already stay as they are."
            ),
            tone="muted",
            wrap=True,
        )
        column.addWidget(hint)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.windowTitle())
        self.text.setAccessibleDescription(hint.text())
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("Valley Association; 40008012345; office@valley.example"))
        self.text.textChanged.connect(self._show_count)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        self._count = label(role="small", tone="muted")
        self.add = button(self.tr("Add to the list"), "primary")
        self.add.clicked.connect(self._add)
        close = button(self.tr("Cancel"))
        close.clicked.connect(self.reject)
        row.addWidget(self._count, 1)
        row.addWidget(self.add)
        row.addWidget(close)
        column.addLayout(row)
        self._show_count()

    def _found(self) -> list[records.Member]:
        lines = self.text.toPlainText().splitlines()
        return members.listed(self._root, lines, self._context.session.members())

    def _show_count(self) -> None:
        count = len(self._found()) if self.text.toPlainText().strip() else 0
        self.add.setEnabled(count > 0 and self._context.changeable and bool(self._root))
        self._count.setText(self.tr("New members: {count}").format(count=count))

    def _add(self) -> None:
        self._context.session.save([members.member_edit(one) for one in self._found()])
        self.accept()
