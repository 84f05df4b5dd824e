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
    from roadmap_desktop.domain.form import Library
    from roadmap_desktop.store.backup import Restored
    from roadmap_desktop.store.rescue import RescueReport

Reason: TypeAlias = Literal[
    "nothing-given",
    "not-text",
    "nothing-to-print",
    "no-backup",
    "unknown-backup",
    "no-password",
    "bad-ending",
    "which-partnership",
    "nothing-to-write",
    "bad-list-ending",
    "json-is-whole",
    "table-at-home",
    "bad-column",
    "unknown-sheet-name",
]


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


def refused(reason: Reason) -> str:  # noqa: PLR0911 - one sentence each
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
        case "bad-ending":
            return QCoreApplication.translate(
                "cli",
                "The name after --out must end in .docx or .pdf, with --as-template in .docx. No file was made.",
            )
        case "which-partnership":
            return QCoreApplication.translate(
                "cli",
                "There are several partnerships in this file. No file was made. Say which with --partnership;"
                " “show” lists them.",
            )
        case "nothing-to-write":
            return QCoreApplication.translate(
                "cli",
                "There are no partnerships in this file yet, so no document can be filled. No file was made.",
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
        case "no-password":
            return QCoreApplication.translate(
                "cli",
                "There is no password there. Nothing was changed. The first line of what is given with"
                " --password-file must be the password, as text in UTF-8.",
            )
    return _refused_list(reason)


def _refused_list(
    reason: Literal["bad-list-ending", "json-is-whole", "table-at-home", "bad-column", "unknown-sheet-name"],
) -> str:
    match reason:
        case "bad-column":
            return QCoreApplication.translate(
                "cli",
                "A column is told as its number and what it holds, for example 3=email. Nothing was changed.",
            )
        case "unknown-sheet-name":
            return QCoreApplication.translate(
                "cli", "The list has no sheet of that name. Nothing was changed."
            )
        case "bad-list-ending":
            return QCoreApplication.translate(
                "cli", "The name after --out must end in .xlsx, .zip, .csv, .ics or .json. No file was made."
            )
        case "json-is-whole":
            return QCoreApplication.translate(
                "cli",
                "A JSON file always holds everything, private notes and names too. No file was made."
                " “send” makes a copy of a part.",
            )
        case "table-at-home":
            return QCoreApplication.translate(
                "cli",
                "That table says how you judge others; without names it is not written. No file was made.",
            )


def printed(out: Path, *, replaced: bool) -> str:
    """After `print`."""
    text = (
        QCoreApplication.translate("cli", "Printed into “{file}”, which replaces the older one.")
        if replaced
        else QCoreApplication.translate("cli", "Printed into “{file}”.")
    )
    return text.format(file=printable(out.name))


def written(out: Path, gaps: Sequence[str], *, replaced: bool, own: bool) -> Iterator[str]:
    """After `document`: the file, whether it follows the user's own template, and what is still to be filled in."""
    text = (
        QCoreApplication.translate("cli", "Written to “{file}”, which replaces the older one.")
        if replaced
        else QCoreApplication.translate("cli", "Written to “{file}”.")
    )
    yield text.format(file=printable(out.name))
    if own:
        yield QCoreApplication.translate(
            "cli", "It follows your own template; with --built-in it follows ours."
        )
    if gaps:
        yield QCoreApplication.translate("cli", "Still to be filled in, and marked there:")
    yield from (f"  {printable(gap)}" for gap in gaps)


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
        yield _after_damage(report)
    if report.verdict == "hostile":
        yield QCoreApplication.translate(
            "cli",
            "It was not changed. Do not open it, and ask whoever seems to have sent it whether they did.",
        )


def _after_damage(report: Report) -> str:
    if report.loses_nothing:
        return QCoreApplication.translate(
            "cli", "Nothing is lost: the program puts this right when it opens the file. It was not changed."
        )
    if any(problem.code == "locked" for problem in report.problems):
        return QCoreApplication.translate(
            "cli", "It was not changed. Use an earlier copy of it, or ask whoever sent it to send it again."
        )
    return QCoreApplication.translate(
        "cli",
        "It was not changed. Go back to a backup with “restore”, save what can still be read with “rescue”,"
        " or ask whoever sent it to send it again.",
    )


def _listed(problems: Iterable[Problem]) -> Iterator[str]:
    yield from _counted(map(messages.describe_problem, problems))


def _counted(sentences: Iterable[str]) -> Iterator[str]:
    for sentence, times in Counter(map(printable, sentences)).items():
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


def kept_as() -> str:
    """How a damaged file is called once a backup took its place."""
    return QCoreApplication.translate("cli", "{name} (damaged {when})")


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


def locked(file: Path, out: Path, words: Sequence[str]) -> Iterator[str]:
    """After `lock`; the recovery `words` are said here and never again."""
    yield QCoreApplication.translate(
        "cli", "Locked a copy of “{file}” as “{copy}” and read it back. Your file stays without a password."
    ).format(file=printable(file.name), copy=printable(out.name))
    if words:
        yield QCoreApplication.translate("cli", "Recovery words, to be kept on paper: {words}").format(
            words=" ".join(words)
        )


def unlocked(file: Path, out: Path) -> str:
    """After `unlock`."""
    return QCoreApplication.translate("cli", "Opened “{file}” as “{copy}”, which has no password.").format(
        file=printable(file.name), copy=printable(out.name)
    )


def rescued(report: RescueReport, library: Library, language: str) -> Iterator[str]:
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
    yield from _counted(messages.describe_missing(one, library, language) for one in report.problems)
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
