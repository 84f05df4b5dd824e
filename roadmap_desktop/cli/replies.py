"""What the commands say when they have done their work, or will not do it; what went wrong is in `messages`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, QLocale

from roadmap_desktop import messages
from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.store.verdict import Problem, Report

if TYPE_CHECKING:
    from roadmap_desktop.domain.backups import Backup
    from roadmap_desktop.store.backup import Restored
    from roadmap_desktop.store.rescue import RescueReport

Reason: TypeAlias = Literal["nothing-given", "not-text", "nothing-to-print", "no-backup", "unknown-backup"]


def made(file: Path, *, sample: bool) -> str:
    """After `new`."""
    text = (
        QCoreApplication.translate("cli", "Made “{file}”, with three example partnerships.")
        if sample
        else QCoreApplication.translate("cli", "Made “{file}”.")
    )
    return text.format(file=printable(file.name))


def no_partnerships() -> str:
    """Of `show`, where there is nothing to show."""
    return QCoreApplication.translate("cli", "There are no partnerships in this file yet.")


def answered(checkpoint: str, partnership: str, *, changed: bool) -> str:
    """After `answer`; not `changed` when the file said so already."""
    text = (
        QCoreApplication.translate("cli", "Saved: {checkpoint} of “{partnership}”.")
        if changed
        else QCoreApplication.translate("cli", "{checkpoint} of “{partnership}” says so already.")
    )
    return text.format(checkpoint=checkpoint, partnership=printable(partnership))


def refused(reason: Reason) -> str:
    """Where a command was asked for what makes no sense here."""
    match reason:
        case "nothing-given":
            return QCoreApplication.translate(
                "cli",
                "There is nothing to write. Nothing was changed. Say what with --text, --state, --due or --who.",
            )
        case "not-text":
            return QCoreApplication.translate(
                "cli",
                "What came from standard input is not text in UTF-8. Nothing was changed. Save it as UTF-8 first.",
            )
        case "nothing-to-print":
            return QCoreApplication.translate(
                "cli",
                "There are no partnerships in this file yet, so there is nothing to print. No PDF file was made.",
            )
        case "no-backup":
            return QCoreApplication.translate(
                "cli", "There is no backup of this file that differs from it. Nothing was changed."
            )
        case "unknown-backup":
            return QCoreApplication.translate(
                "cli",
                "There is no such backup of this file. Nothing was changed. Those there are can be seen with --list.",
            )


def printed(out: Path, *, replaced: bool) -> str:
    """After `print`."""
    text = (
        QCoreApplication.translate("cli", "Printed into “{file}”, which replaces the older one.")
        if replaced
        else QCoreApplication.translate("cli", "Printed into “{file}”.")
    )
    return text.format(file=printable(out.name))


def checked(report: Report) -> Iterator[str]:
    """After `check`: the verdict, how much can be read, and each thing wrong once."""
    yield _verdict(report).format(file=printable(report.file.name))
    if report.readable:
        yield QCoreApplication.translate("cli", "Changes in it that can be read: {count}.").format(
            count=QLocale().toString(report.changes)
        )
    problems = () if report.verdict == "foreign" else report.problems
    yield from _listed(problems)
    if report.verdict == "damaged":
        yield QCoreApplication.translate(
            "cli", "It was not changed. Use an earlier copy of it, or ask whoever sent it to send it again."
        )
    if report.verdict == "hostile":
        yield QCoreApplication.translate(
            "cli",
            "It was not changed. Do not open it, and ask whoever seems to have sent it whether they did.",
        )


def _listed(problems: Iterable[Problem]) -> Iterator[str]:
    for sentence, times in Counter(map(messages.describe_problem, problems)).items():
        yield f"- {sentence}" if times == 1 else f"- {sentence} (× {QLocale().toString(times)})"


def backed_up(file: Path, made: Backup, *, second: bool) -> str:
    """After `backup`; `second` when the second place got a copy."""
    text = (
        QCoreApplication.translate("cli", "Backed up “{file}” as “{backup}”, here and at the second place.")
        if second
        else QCoreApplication.translate("cli", "Backed up “{file}” as “{backup}”.")
    )
    return text.format(file=printable(file.name), backup=printable(str(made.path)))


def backups_listed(found: Sequence[Backup], lengths: Mapping[str, int]) -> Iterator[str]:
    """Of `restore --list`: a line for each backup, the newest first; `lengths` are the stops of each form."""
    if not found:
        yield QCoreApplication.translate("cli", "There are no backups of this file yet.")
    for number, backup in enumerate(found, start=1):
        size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        line = f"{number:>3}  {backup.when.astimezone():%Y-%m-%d %H:%M}  {size:>10}"
        yield f"{line}  {_said_of(backup, lengths)}".rstrip()


def _said_of(backup: Backup, lengths: Mapping[str, int]) -> str:
    match backup.health:
        case "damaged":
            return QCoreApplication.translate("cli", "damaged")
        case "newer":
            return QCoreApplication.translate("cli", "made by a newer version of this program")
    if backup.extent is None:
        return ""
    return QCoreApplication.translate("cli", "{done} of {total} checkpoints done").format(
        done=backup.extent.done, total=max(backup.extent.total(lengths), backup.extent.done)
    )


def restored(file: Path, backup: Backup, done: Restored) -> Iterator[str]:
    """After `restore`."""
    name, when = printable(file.name), f"{backup.when.astimezone():%Y-%m-%d %H:%M}"
    if done.before is None:
        yield QCoreApplication.translate("cli", "“{file}” is the backup of {when} now.").format(
            file=name, when=when
        )
        if done.damaged is not None:
            yield QCoreApplication.translate("cli", "The damaged file was kept as “{file}”.").format(
                file=printable(done.damaged.name)
            )
        return
    if not done.edits:
        text = QCoreApplication.translate("cli", "“{file}” shows what it showed then ({when}) already.")
        yield text.format(file=name, when=when)
        return
    text = QCoreApplication.translate("cli", "“{file}” shows what it showed then ({when}).")
    yield text.format(file=name, when=when)
    yield QCoreApplication.translate("cli", "How it was before is in the backup “{backup}”.").format(
        backup=printable(str(done.before.path))
    )


def rescued(report: RescueReport) -> Iterator[str]:
    """After `rescue`: how much was saved, and what is missing, each sort once."""
    count = QLocale().toString(report.changes)
    if report.changes < report.expected:
        yield QCoreApplication.translate("cli", "Saved {count} of {expected} changes into “{file}”.").format(
            count=count, expected=QLocale().toString(report.expected), file=printable(report.out.name)
        )
    else:
        yield QCoreApplication.translate("cli", "Changes saved into “{file}”: {count}.").format(
            count=count, file=printable(report.out.name)
        )
    yield from _listed(report.problems)
    yield QCoreApplication.translate("cli", "“{file}” was left as it is.").format(
        file=printable(report.file.name)
    )


def _verdict(report: Report) -> str:
    match report.verdict:
        case "healthy":
            return QCoreApplication.translate("cli", "“{file}” is healthy.")
        case "damaged":
            return QCoreApplication.translate("cli", "“{file}” is damaged.")
        case "hostile":
            return QCoreApplication.translate("cli", "“{file}” is not to be trusted.")
        case "newer":
            return QCoreApplication.translate(
                "cli", "“{file}” was made by a newer version of this program; it can be read, not changed."
            )
        case "foreign":
            return QCoreApplication.translate("cli", "“{file}” is not a file of this program.")
        case "unreadable":
            return QCoreApplication.translate("cli", "“{file}” cannot be read.")


def defect(log: Path | None, name: str) -> str:
    """When something broke that is our fault; `name` says what, where not even a log could be written."""
    return QCoreApplication.translate(
        "cli",
        "Something went wrong inside the program. Your file is as it was last saved."
        " Please send us what is written in {log}, so that we can mend it.",
    ).format(log=log or name)
