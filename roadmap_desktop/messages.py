"""Sentences for what went wrong, in the user's language: what happened, what it means for the data, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from roadmap_desktop.domain import errors, records, recovery_words
from roadmap_desktop.domain.errors import UserError

if TYPE_CHECKING:
    from roadmap_desktop.domain.form import Library
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
    what, do = _what_else(str(error.data.get("sort", "")))
    return Message(
        what.format(file=_file(error)),
        QCoreApplication.translate("messages", "It was not changed."),
        do
        or QCoreApplication.translate(
            "messages",
            "Open it with the program it belongs to, and look for a file whose name ends in .roadmap.",
        ),
    )


def _what_of_ours(sort: str) -> tuple[str, str]:
    """What a file is that this program makes, and that holds nothing to open or take in; what to do with it."""
    if sort == "call":
        return QCoreApplication.translate(
            "messages", "“{file}” is a collection call, which asks for files and holds none itself."
        ), QCoreApplication.translate(
            "messages",
            "Open it to see what it asks for. To collect, choose the files that members have sent in answer.",
        )
    return QCoreApplication.translate(
        "messages",
        "“{file}” is a summary in figures, without a word of what was written: there is nothing in it to open"
        " or to take in.",
    ), QCoreApplication.translate(
        "messages",
        "It is for whoever looks after many partnerships, and is collected in their overview. If you wanted"
        " the partnership itself, ask for it to be sent as “This partnership”.",
    )


def _what_else(sort: str) -> tuple[str, str]:
    """What a file that is none of ours is, and what to do about it, "" for the usual."""
    match sort:
        case "empty":
            return QCoreApplication.translate(
                "messages", "“{file}” is empty: there is nothing in it yet."
            ), QCoreApplication.translate(
                "messages",
                "Perhaps it is still being downloaded or synchronised: wait a moment, then try again."
                " If it stays empty, use a backup, or ask for it to be sent again.",
            )
        case "archive":
            return QCoreApplication.translate(
                "messages", "“{file}” is a compressed folder (ZIP), no file of Roadmap Desktop."
            ), QCoreApplication.translate(
                "messages", "Unpack it first: the file you are looking for may be inside."
            )
        case "numbers" | "call":
            return _what_of_ours(sort)
        case "page":
            return QCoreApplication.translate(
                "messages", "“{file}” is a web page, no file of Roadmap Desktop."
            ), QCoreApplication.translate(
                "messages",
                "Download the file once more; sometimes a page that asks you to log in is saved instead.",
            )
        case "office":
            return QCoreApplication.translate(
                "messages", "“{file}” is an office document, as of Word or Excel, no file of Roadmap Desktop."
            ), ""
        case "pdf":
            return QCoreApplication.translate(
                "messages", "“{file}” is a PDF document, no file of Roadmap Desktop."
            ), ""
        case "picture":
            return QCoreApplication.translate(
                "messages", "“{file}” is a picture, no file of Roadmap Desktop."
            ), ""
    return QCoreApplication.translate(
        "messages", "“{file}” is not a file of Roadmap Desktop."
    ), QCoreApplication.translate(
        "messages",
        "Choose a file whose name ends in .roadmap. If this one came by e-mail, ask for it to be sent again.",
    )


@describe.register
def _file_locked(error: errors.FileLocked) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is locked with a password.").format(
            file=_file(error)
        ),
        QCoreApplication.translate("messages", "It was not changed."),
        QCoreApplication.translate(
            "messages", "It opens with the password or the recovery words; ask whoever locked it."
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
def _file_looked_at(error: errors.FileLookedAt) -> Message:
    return Message(
        QCoreApplication.translate("messages", "You are only looking at “{file}”.").format(file=_file(error)),
        QCoreApplication.translate("messages", "Nothing in it changes."),
        QCoreApplication.translate(
            "messages", "It can be printed, and what is new in it can be taken into a file of yours."
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


@describe.register
def _too_many_files(error: errors.TooManyFiles) -> Message:
    return Message(
        QCoreApplication.translate("messages", "There are more than {limit} files in “{file}”.").format(
            file=_file(error), limit=QLocale().toString(int(str(error.data["limit"])))
        ),
        QCoreApplication.translate("messages", "None of them was read, and nothing was changed."),
        QCoreApplication.translate("messages", "Choose the folder in which you saved what members sent."),
    )


@describe.register
def _home_missing(error: errors.HomeMissing) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "“{file}” does not say which organisation it belongs to."
        ).format(file=_file(error)),
        QCoreApplication.translate("messages", "Nothing was changed."),
        QCoreApplication.translate(
            "messages", "Collect into a file that was made for your own organisation."
        ),
    )


@describe.register
def _wrong_password(error: errors.WrongPassword) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "What was typed is neither the password of “{file}” nor its recovery words."
        ).format(file=_file(error)),
        QCoreApplication.translate(
            "messages", "The copy is whole and was not changed; you can try as often as you like."
        ),
        QCoreApplication.translate(
            "messages",
            "Look at capital letters and at the language of the keyboard, or take the recovery words from their sheet.",
        ),
    )


@describe.register
def _words_mistyped(error: errors.WordsMistyped) -> Message:
    wrong, count = error.data.get("wrong", ()), int(str(error.data["count"]))
    if isinstance(wrong, Iterable) and (numbers := ", ".join(str(number) for number in wrong)):
        what = QCoreApplication.translate("messages", "There is a slip in these recovery words: {numbers}.")
        what = what.format(numbers=numbers)
    elif count != recovery_words.COUNT:
        what = QCoreApplication.translate(
            "messages", "Recovery words typed: {count}, and there are {all} of them."
        ).format(count=count, all=recovery_words.COUNT)
    else:
        what = QCoreApplication.translate("messages", "There is a slip in one of the recovery words.")
    return Message(
        what,
        QCoreApplication.translate("messages", "The copy was not changed."),
        QCoreApplication.translate("messages", "Compare what you typed with the sheet, letter by letter."),
    )


# the file in other hands, or elsewhere ------------------------------------------------------------------


@describe.register
def _file_held(error: errors.FileHeld) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is already open: {who}, since {since}.").format(
            file=_file(error), who=holder_of(error), since=moment_of(error, "since")
        ),
        QCoreApplication.translate(
            "messages", "You can read and print it here, and what changes there shows here as well."
        ),
        QCoreApplication.translate("messages", "To write in it, have it closed there first."),
    )


@describe.register
def _file_taken(error: errors.FileTaken) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” was taken over: {who}, {since}.").format(
            file=_file(error), who=holder_of(error), since=moment_of(error, "since")
        ),
        QCoreApplication.translate(
            "messages", "What you saved is in the file; words not yet saved are kept on this computer."
        ),
        QCoreApplication.translate("messages", "Agree between you who writes; you can take it back."),
    )


@describe.register
def _file_gone(error: errors.FileGone) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is no longer in its place.").format(
            file=_file(error)
        ),
        QCoreApplication.translate(
            "messages", "What is shown here is whole; words not yet saved are kept on this computer."
        ),
        QCoreApplication.translate(
            "messages",
            "If it is on a memory stick or a network, connect that again. Otherwise save a copy elsewhere.",
        ),
    )


@describe.register
def _file_moved(error: errors.FileMoved) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "“{file}” was renamed while it was open: it is “{now}” now."
        ).format(file=_file(error), now=_shortened(Path(str(error.data["now"])).name)),
        QCoreApplication.translate(
            "messages", "Nothing is lost; words not yet saved are kept on this computer."
        ),
        QCoreApplication.translate("messages", "Go on there."),
    )


@describe.register
def _file_replaced(error: errors.FileReplaced) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” was replaced by another file.").format(
            file=_file(error)
        ),
        QCoreApplication.translate(
            "messages", "Here you still see the one you had; words not yet saved are kept on this computer."
        ),
        QCoreApplication.translate(
            "messages", "Save a copy of yours elsewhere, or open the one that stands there now."
        ),
    )


@describe.register
def _changes_lost(error: errors.ChangesLost) -> Message:
    what = QCoreApplication.translate(
        "messages", "Part of what was in “{file}” is no longer in it: an older copy was put over it."
    ).format(file=_file(error))
    if "backup" not in error.data:
        return Message(
            what,
            QCoreApplication.translate("messages", "No backup on this computer holds what is missing."),
            QCoreApplication.translate(
                "messages", "Ask whoever else works with this file for their copy, and bring that in."
            ),
        )
    return Message(
        what,
        QCoreApplication.translate("messages", "There is a fuller backup, made at this time: {when}.").format(
            when=moment_of(error, "backup")
        ),
        QCoreApplication.translate(
            "messages", "Bring in what is missing from there; what is in the file now stays in it."
        ),
    )


def holder_of(error: UserError) -> str:
    """Who has a file, as far as is known: "Ilze Bērziņa (Ābeļkalna ļaudis), computer “birojs”"."""
    name, organisation, computer = (_quoted(error, field) for field in ("name", "organisation", "computer"))
    who = name or QCoreApplication.translate("messages", "somebody")
    if organisation:
        who = QCoreApplication.translate("messages", "{name} ({organisation})").format(
            name=who, organisation=organisation
        )
    if computer:
        who = QCoreApplication.translate("messages", "{who}, computer “{computer}”").format(
            who=who, computer=computer
        )
    return who


def moment_of(error: UserError, field: str) -> str:
    """A time of `error` as people here write it; that of today without the day. A forged one is some sane day."""
    latest = 250_000_000_000_000
    moment = QDateTime.fromMSecsSinceEpoch(min(int(str(error.data[field])), latest))
    if moment.date() == QDateTime.currentDateTime().date():
        return moment.toString("HH:mm")
    #: How a day and a time are written, in Qt's letters
    pattern = QCoreApplication.translate("messages", "d MMM yyyy, HH:mm")
    return QLocale().toString(moment, pattern)


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
        QCoreApplication.translate(
            "messages", "What the attachment “{file}” holds is not in this file."
        ).format(file=_quoted(error, "name")),
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
def _bad_address(error: errors.BadAddress) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{text}” is not an e-mail address.").format(
            text=_quoted(error, "text")
        ),
        QCoreApplication.translate("messages", "Nothing was changed."),
        QCoreApplication.translate("messages", "Write it like this: office@valley.example."),
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
def _partnership_needed(error: errors.PartnershipNeeded) -> Message:
    return Message(
        QCoreApplication.translate("messages", "It was not said which partnership is meant."),
        QCoreApplication.translate("messages", "Nothing was sent or changed."),
        _known(error)
        or QCoreApplication.translate("messages", "Begin a partnership first, or send the whole file."),
    )


@describe.register
def _whole_of_one(error: errors.WholeOfOne) -> Message:
    return Message(
        QCoreApplication.translate(
            "messages", "The whole file holds all partnerships, not “{name}” alone."
        ).format(name=_quoted(error, "name")),
        QCoreApplication.translate("messages", "Nothing was sent or changed."),
        QCoreApplication.translate(
            "messages", "Choose the level for a partner, or leave out which partnership is meant."
        ),
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
def _unknown_document(error: errors.UnknownDocument) -> Message:
    return Message(
        QCoreApplication.translate("messages", "There is no document “{name}”.").format(
            name=_quoted(error, "name")
        ),
        QCoreApplication.translate("messages", "No file was made."),
        _known(error),
    )


@describe.register
def _template_foreign(error: errors.TemplateForeign) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is not a Word document (.docx).").format(
            file=_file(error)
        ),
        QCoreApplication.translate("messages", "No document was made from it."),
        QCoreApplication.translate(
            "messages", "Open the template in Word or LibreOffice and save it as a Word document (.docx)."
        ),
    )


@describe.register
def _template_broken(error: errors.TemplateBroken) -> Message:
    place = _quoted(error, "place")
    match error.data["reason"]:
        case "unknown":
            what = QCoreApplication.translate(
                "messages", "There is a marker in the template “{file}” that nobody knows: “{place}”."
            )
            do = QCoreApplication.translate(
                "messages",
                "Compare its spelling with the template that this program makes, and correct it there.",
            )
        case "grammar":
            what = (
                QCoreApplication.translate(
                    "messages", "A marker in the template “{file}” cannot be read, at “{place}”."
                )
                if place
                else QCoreApplication.translate(
                    "messages", "A marker in the template “{file}” cannot be read."
                )
            )
            do = QCoreApplication.translate(
                "messages",
                "Look for a missing bracket: two open a marker and two close it. Each condition and repetition needs its end, too.",
            )
        case "large":
            what = QCoreApplication.translate("messages", "The template “{file}” would grow too large.")
            do = QCoreApplication.translate(
                "messages", "Make its pictures smaller, and take repetitions out of it."
            )
        case _:
            what = (
                QCoreApplication.translate(
                    "messages",
                    "There is something in the template “{file}” that this program does not carry out: “{place}”.",
                )
                if place
                else QCoreApplication.translate(
                    "messages",
                    "There is something in the template “{file}” that this program does not carry out.",
                )
            )
            do = QCoreApplication.translate(
                "messages",
                "Take it out of the template. If you did not put it there, ask whoever gave you the template.",
            )
    return Message(
        what.format(file=_file(error), place=place),
        QCoreApplication.translate("messages", "No document was made from it."),
        do,
    )


@describe.register
def _picture_foreign(error: errors.PictureForeign) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is not a picture that fits into a document.").format(
            file=_file(error)
        ),
        QCoreApplication.translate("messages", "No file was made."),
        QCoreApplication.translate("messages", "Use a picture in the PNG or JPEG format."),
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


def describe_missing(problem: Problem, library: Library, language: str) -> str:
    """As `describe_problem`, of what a rescue found: led by the partnership and the checkpoint, where it told them."""
    title = _shortened(str(problem.data.get("partnership", "")))
    place = " · ".join(part for part in (title, _checkpoint(problem, library, language)) if part)
    return f"{place}: {describe_problem(problem)}" if place else describe_problem(problem)


def _checkpoint(problem: Problem, library: Library, language: str) -> str:
    """The title of the checkpoint whose answer or note it is about, "" where there is none."""
    number = {"answer": records.answer_id, "note": records.note_id}.get(str(problem.data.get("kind")))
    root, entity = (bytes.fromhex(str(problem.data.get(name, ""))) for name in ("root", "entity"))
    if number is None or not entity:
        return ""
    for form in library.ids():
        for checkpoint in library.form(form, language).checkpoints:
            if entity in (number(root, "a", checkpoint.id), number(root, "b", checkpoint.id)):
                return checkpoint.title
    return ""


def _problems() -> dict[Code, str]:
    return {
        "not-ours": QCoreApplication.translate("messages", "It is not a file of Roadmap Desktop."),
        "refused": QCoreApplication.translate("messages", "The computer does not let it be read ({reason})."),
        "locked": QCoreApplication.translate("messages", "It is locked with a password."),
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
            "messages", "Part of what it shows does not agree with its history."
        ),
        "home": QCoreApplication.translate("messages", "The organisation it belongs to is missing from it."),
    }


# lists --------------------------------------------------------------------------------------------------


@describe.register
def _list_foreign(error: errors.ListForeign) -> Message:
    what, do = _what_list(str(error.data["sort"]))
    return Message(
        what.format(file=_file(error)),
        QCoreApplication.translate("messages", "Nothing was taken over, and it was not changed."),
        do,
    )


def _what_list(sort: str) -> tuple[str, str]:
    """What a file is that cannot be read as a list, and what to do about it."""
    save = QCoreApplication.translate(
        "messages", "Open it in Excel or LibreOffice, save it as .xlsx, and choose that file."
    )
    match sort:
        case "xls":
            what = QCoreApplication.translate(
                "messages", "“{file}” is a list of an old kind (.xls), or one with a password."
            )
        case "ods":
            what = QCoreApplication.translate("messages", "“{file}” is a list of LibreOffice (.ods).")
        case "locked":
            what = QCoreApplication.translate("messages", "“{file}” has a password.")
        case "damaged":
            what = QCoreApplication.translate(
                "messages", "“{file}” is damaged, or not quite the list it says it is."
            )
        case "empty":
            what, save = (
                QCoreApplication.translate("messages", "“{file}” has no rows in it."),
                QCoreApplication.translate("messages", "Choose the file in which the list stands."),
            )
        case _:
            what, save = (
                QCoreApplication.translate("messages", "“{file}” is not a list that can be read."),
                QCoreApplication.translate(
                    "messages", "Choose an Excel file (.xlsx) or a table of text (.csv)."
                ),
            )
    return what, save


@describe.register
def _list_too_large(error: errors.ListTooLarge) -> Message:
    return Message(
        QCoreApplication.translate("messages", "“{file}” is too large for a list of partners.").format(
            file=_file(error)
        ),
        QCoreApplication.translate("messages", "Nothing was taken over, and it was not changed."),
        QCoreApplication.translate(
            "messages", "Copy only the sheet with the partners into a new file, and choose that one."
        ),
    )


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
