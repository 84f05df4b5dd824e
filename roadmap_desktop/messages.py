"""Sentences for what went wrong, in the user's language: what happened, what it means for the data, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from roadmap_desktop.domain import errors
from roadmap_desktop.domain.errors import UserError

if TYPE_CHECKING:
    from roadmap_desktop.store.check import Code, Problem

QUOTED: Final = 80
"""Most characters of a quotation: of two pasted megabytes the beginning is enough."""
NAMED: Final = 40
"""Most things a sentence lists."""


class Message(NamedTuple):
    """Three sentences; `data` and `do` may be empty."""

    what: str
    data: str
    do: str

    def in_one(self) -> str:
        """All of it as one paragraph."""
        return " ".join(part for part in self if part)


@singledispatch
def describe(error: UserError) -> Message:
    """The message for `error`, in the language of the installed translators."""
    return Message(
        QCoreApplication.translate("messages", "Something went wrong ({name}).").format(
            name=type(error).__name__
        ),
        "",
        QCoreApplication.translate("messages", "Please try again."),
    )


# files --------------------------------------------------------------------------------------------------


@describe.register
def _file_missing(error: errors.FileMissing) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is not there.").format(file=_file(error)),
        QCoreApplication.translate("messages", "Nothing was changed."),
        QCoreApplication.translate(
            "messages",
            "Check the name, or look whether the file was moved, renamed or left on a memory stick.",
        ),
    )


@describe.register
def _file_exists(error: errors.FileExists) -> Message:
    return Message(
        QCoreApplication.translate("messages", "There is already something called “{file}”.").format(
            file=_file(error)
        ),
        QCoreApplication.translate("messages", "It was left exactly as it is."),
        QCoreApplication.translate("messages", "Please choose another name."),
    )


@describe.register
def _file_foreign(error: errors.FileForeign) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is not a file of Roadmap Desktop.").format(
            file=_file(error)
        ),
        QCoreApplication.translate("messages", "It was not changed."),
        QCoreApplication.translate(
            "messages",
            "Choose a file whose name ends in .roadmap. If this one came by e-mail, ask for it to be sent again.",
        ),
    )


@describe.register
def _file_damaged(error: errors.FileDamaged) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "“{file}” is damaged: part of it is missing or was altered."
        ).format(file=_file(error)),
        QCoreApplication.translate("messages", "It was not changed, so nothing more is lost."),
        QCoreApplication.translate(
            "messages", "Use an earlier copy of it. If it came by e-mail, ask for it to be sent again."
        ),
    )


@describe.register
def _file_newer(error: errors.FileNewer) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "“{file}” was made by a newer version of Roadmap Desktop."
        ).format(file=_file(error)),
        QCoreApplication.translate("messages", "It can be read and printed, and stays as it is."),
        QCoreApplication.translate("messages", "To change it, install the newest version of the program."),
    )


@describe.register
def _file_read_only(error: errors.FileReadOnly) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is protected against changes.").format(
            file=_file(error)
        ),
        QCoreApplication.translate("messages", "It stays as it is."),
        QCoreApplication.translate(
            "messages",
            "Work with a copy in a folder of your own, or ask whoever looks after this computer"
            " to lift the protection.",
        ),
    )


@describe.register
def _file_busy(error: errors.FileBusy) -> Message:
    return Message(
        QCoreApplication.translate("messages", "Another program is using “{file}” right now.").format(
            file=_file(error)
        ),
        QCoreApplication.translate(
            "messages", "What was saved before is safe; your last step is not saved yet."
        ),
        QCoreApplication.translate("messages", "Close the file there or wait a moment, then try again."),
    )


@describe.register
def _folder_unwritable(error: errors.FolderUnwritable) -> Message:
    untouched = QCoreApplication.translate("messages", "Nothing was written, and nothing is lost.")
    if not Path(str(error.data["path"])).is_dir():
        return Message(
            QCoreApplication.translate("messages", "There is no folder “{folder}”.").format(
                folder=_file(error)
            ),
            untouched,
            QCoreApplication.translate("messages", "Make the folder first, or choose another one."),
        )
    return Message(
        QCoreApplication.translate("messages", "Nothing can be saved in the folder “{folder}”.").format(
            folder=_file(error)
        ),
        untouched,
        QCoreApplication.translate(
            "messages",
            "Choose a folder of your own, such as Documents, or ask whoever looks after this computer"
            " for the permission.",
        ),
    )


@describe.register
def _disk_full(error: errors.DiskFull) -> Message:
    return Message(
        QCoreApplication.translate("messages", "The disk is full: “{file}” could not be saved.").format(
            file=_file(error)
        ),
        QCoreApplication.translate(
            "messages", "Everything saved before is safe; your last step is not saved yet."
        ),
        QCoreApplication.translate(
            "messages", "Make room, for instance by emptying the recycle bin, then try again."
        ),
    )


@describe.register
def _file_unreadable(error: errors.FileUnreadable) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "The computer could not read or write “{file}” ({reason})."
        ).format(file=_file(error), reason=_quoted(error, "reason").rstrip(".")),
        QCoreApplication.translate("messages", "What was saved before is as it was."),
        QCoreApplication.translate(
            "messages", "Check that the disk, memory stick or network is still connected, then try again."
        ),
    )


@describe.register
def _file_hostile(error: errors.FileHostile) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "“{file}” holds something that this program never writes and that could do harm."
        ).format(file=_file(error)),
        QCoreApplication.translate("messages", "Nothing of it was taken over; your own file is as it was."),
        QCoreApplication.translate(
            "messages",
            "Do not open it with other programs. Ask whoever seems to have sent it, by telephone, whether they did.",
        ),
    )


@describe.register
def _file_incomplete(error: errors.FileIncomplete) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "“{file}” left its newest part behind in a second file, which is not here."
        ).format(file=_file(error)),
        QCoreApplication.translate("messages", "Nothing of it was taken over, and it was not changed."),
        QCoreApplication.translate(
            "messages",
            "Whoever sent it should close it in every program, open and close it once in Roadmap Desktop,"
            " and send it again.",
        ),
    )


@describe.register
def _file_too_large(error: errors.FileTooLarge) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "“{file}” is larger than any file of this program: {size}, and {limit} are read."
        ).format(file=_file(error), size=_size(error, "size"), limit=_size(error, "limit")),
        QCoreApplication.translate("messages", "It was not read, and nothing was changed."),
        QCoreApplication.translate("messages", "Ask whoever sent it whether it is the file they meant."),
    )


# what was entered ---------------------------------------------------------------------------------------


@describe.register
def _text_too_long(error: errors.TextTooLong) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "The text is too long: it has {length} characters, and {limit} fit here."
        ).format(length=_number(error, "length"), limit=_number(error, "limit")),
        QCoreApplication.translate(
            "messages", "What was saved before is as it was; the long text is not saved."
        ),
        QCoreApplication.translate(
            "messages", "Shorten the text, or keep it in a document of its own and attach that."
        ),
    )


@describe.register
def _attachment_too_large(error: errors.AttachmentTooLarge) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is too large: {size}, and {limit} fit here.").format(
            file=_quoted(error, "name"), size=_size(error, "size"), limit=_size(error, "limit")
        ),
        QCoreApplication.translate("messages", "It was not attached; your answers are as they were."),
        QCoreApplication.translate(
            "messages", "Save it smaller, for instance a photo with fewer pixels, or note where it is kept."
        ),
    )


@describe.register
def _attachment_gone(error: errors.AttachmentGone) -> Message:
    return Message(
        QCoreApplication.translate("messages", "The attachment “{file}” is no longer there.").format(
            file=_quoted(error, "name")
        ),
        QCoreApplication.translate("messages", "Your answers are as they were."),
        QCoreApplication.translate(
            "messages", "If you or your partner still have it, attach it once more from where it is kept."
        ),
    )


@describe.register
def _bad_date(error: errors.BadDate) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{text}” is not a date.").format(text=_quoted(error, "text")),
        QCoreApplication.translate("messages", "The date saved before is as it was."),
        QCoreApplication.translate(
            "messages",
            "Write day, month and year of a day that exists, for example 30.11.2026 or 2026-11-30.",
        ),
    )


@describe.register
def _bad_number(error: errors.BadNumber) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{text}” is not a sum of money.").format(
            text=_quoted(error, "text")
        ),
        QCoreApplication.translate("messages", "The sum saved before is as it was."),
        QCoreApplication.translate("messages", "Write it in digits, for example 1200 or 1200.50."),
    )


# names that nothing answers to --------------------------------------------------------------------------


@describe.register
def _unknown_partnership(error: errors.UnknownPartnership) -> Message:
    return Message(
        QCoreApplication.translate("messages", "There is no partnership “{name}” in this file.").format(
            name=_quoted(error, "name")
        ),
        QCoreApplication.translate("messages", "Nothing was changed."),
        _known(error)
        or QCoreApplication.translate("messages", "It may have been deleted; look at the list of all."),
    )


@describe.register
def _ambiguous_partnership(error: errors.AmbiguousPartnership) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "“{name}” can mean more than one partnership; {count} begin so or are called so."
        ).format(name=_quoted(error, "name"), count=_number(error, "count")),
        QCoreApplication.translate("messages", "Nothing was changed."),
        QCoreApplication.translate("messages", "Write more of its id."),
    )


@describe.register
def _unknown_checkpoint(error: errors.UnknownCheckpoint) -> Message:
    return Message(
        QCoreApplication.translate("messages", "There is no checkpoint “{name}” in this form.").format(
            name=_quoted(error, "name")
        ),
        QCoreApplication.translate("messages", "Nothing was changed."),
        _known(error)
        or QCoreApplication.translate("messages", "Look up its id in the form, for example c1.need."),
    )


@describe.register
def _unknown_sheet(error: errors.UnknownSheet) -> Message:
    return Message(
        QCoreApplication.translate("messages", "There is no sheet “{name}”.").format(
            name=_quoted(error, "name")
        ),
        QCoreApplication.translate("messages", "Nothing was printed."),
        _known(error),
    )


@describe.register
def _unknown_language(error: errors.UnknownLanguage) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "The program does not speak the language “{name}” yet."
        ).format(name=_quoted(error, "name")),
        QCoreApplication.translate("messages", "Nothing was changed."),
        _known(error),
    )


@describe.register
def _unknown_state(error: errors.UnknownState) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{name}” is not a state of a checkpoint.").format(
            name=_quoted(error, "name")
        ),
        QCoreApplication.translate("messages", "Nothing was changed."),
        _known(error),
    )


# the computer -------------------------------------------------------------------------------------------


@describe.register
def _no_screen(_error: errors.NoScreen) -> Message:
    return Message(
        QCoreApplication.translate("messages", "No screen was found, so the window cannot open."),
        QCoreApplication.translate("messages", "Your files are untouched."),
        QCoreApplication.translate(
            "messages",
            "Start the program from a desktop. Without a screen, these commands work:"
            " new, show, answer, print and check; “roadmap-desktop --help” explains them.",
        ),
    )


@describe.register
def _missing_library(error: errors.MissingLibrary) -> Message:
    packages = error.data.get("packages")
    return Message(
        QCoreApplication.translate(
            "messages", "This computer lacks something the program needs to draw: {reason}."
        ).format(reason=_quoted(error, "reason").rstrip(".")),
        QCoreApplication.translate("messages", "Your files are untouched."),
        QCoreApplication.translate("messages", "Install it with: {command}").format(
            command=f"sudo apt install {packages}"
        )
        if packages
        else QCoreApplication.translate("messages", "Ask whoever looks after this computer to install it."),
    )


# what a check found -------------------------------------------------------------------------------------


def describe_problem(problem: Problem) -> str:
    """One thing wrong with a file, as a sentence without its technical details."""
    data = {name: _shortened(str(value)) for name, value in problem.data.items()}
    if problem.code == "count" and problem.data["noted"] == -1:
        return QCoreApplication.translate("messages", "How many changes it should hold is no longer known.")
    return _problems()[problem.code].format(**data)


def _problems() -> dict[Code, str]:
    return {
        "not-ours": QCoreApplication.translate("messages", "It is not a file of Roadmap Desktop."),
        "refused": QCoreApplication.translate("messages", "The computer does not let it be read ({reason})."),
        "cut-short": QCoreApplication.translate("messages", "It ends too early: part of it is missing."),
        "left-behind": QCoreApplication.translate(
            "messages", "Its newest part was left behind in a second file, which is not here."
        ),
        "hostile": QCoreApplication.translate(
            "messages", "It holds what this program never writes and what could do harm ({reason})."
        ),
        "lost-change": QCoreApplication.translate(
            "messages", "A change is missing on which a later one was built."
        ),
        "structure": QCoreApplication.translate("messages", "Its inner structure is broken."),
        "schema": QCoreApplication.translate(
            "messages", "Its table “{name}” is missing or not as this program makes it."
        ),
        "format": QCoreApplication.translate("messages", "It claims the format {format}, which never was."),
        "count": QCoreApplication.translate("messages", "It should hold {noted} changes and holds {found}."),
        "tally": QCoreApplication.translate("messages", "Changes in it were exchanged for others."),
        "altered-change": QCoreApplication.translate(
            "messages", "A change in it was altered after it was written."
        ),
        "bad-change": QCoreApplication.translate("messages", "A change in it makes no sense."),
        "altered-session": QCoreApplication.translate(
            "messages", "A note of who wrote something was altered."
        ),
        "lost-session": QCoreApplication.translate(
            "messages", "Who wrote some of its changes is no longer known."
        ),
        "altered-attachment": QCoreApplication.translate(
            "messages", "An attachment was altered after it was put in."
        ),
        "lost-attachment": QCoreApplication.translate(
            "messages", "The attachment “{name}” is mentioned, but its content is missing."
        ),
        "derived": QCoreApplication.translate(
            "messages", "Its table “{table}” says something else than its changes."
        ),
        "home": QCoreApplication.translate("messages", "The organisation it belongs to is missing from it."),
    }


# data as people read it ---------------------------------------------------------------------------------


def _file(error: UserError) -> str:
    """The name without its folders; the whole path where it has no name, as / has none."""
    path = Path(str(error.data["path"]))
    return _shortened(path.name or str(path.absolute()))


def _quoted(error: UserError, field: str) -> str:
    return _shortened(str(error.data[field]))


def _shortened(text: str) -> str:
    plain = " ".join(
        "".join(letter if letter.isprintable() else " " for letter in text[: 2 * QUOTED]).split()
    )
    return plain if len(plain) <= QUOTED else f"{plain[:QUOTED]}…"


def _number(error: UserError, field: str) -> str:
    return QLocale().toString(int(str(error.data[field])))


def _size(error: UserError, field: str) -> str:
    """Bytes as "12.3 MB", counted in 1024s as file managers do."""
    return QLocale().formattedDataSize(
        int(str(error.data[field])), 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )


def _known(error: UserError) -> str:
    """A sentence with the names there are, "" where the error knows none."""
    known = error.data.get("known", ())
    names = [_shortened(str(name)) for name in known] if isinstance(known, Iterable) else []
    if not names:
        return ""
    listed = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
    return QCoreApplication.translate("messages", "Choose one of these: {names}.").format(names=listed)
