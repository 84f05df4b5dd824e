"""What a user can mend, as types with data; the sentences live in `messages`."""

from __future__ import annotations

from typing import ClassVar


class UserError(Exception):
    """Something the user can act on. Attributes carry the data; no text for people is kept here."""

    fields: ClassVar[tuple[str, ...]] = ()

    def __init__(self, **data: object) -> None:
        """Keep `data` both as attributes and for the message; raises TypeError for a missing field."""
        missing = [name for name in self.fields if name not in data]
        if missing:
            raise TypeError(f"{type(self).__name__} needs {missing}")
        super().__init__(data)
        self.data = data


def mendable(error: object) -> UserError:
    """`error`, which something failed with, where the user can mend it; a defect of ours is raised."""
    if isinstance(error, UserError):
        return error
    assert isinstance(error, BaseException)
    raise error


class FileMissing(UserError):
    """Nothing stands at that path."""

    fields = ("path",)


class FileExists(UserError):
    """Something stands there already, and is not overwritten."""

    fields = ("path",)


class FileForeign(UserError):
    """Not one of our files. `sort` may say what else it is: empty, archive, office, pdf, picture, page, numbers, call."""

    fields = ("path",)


class FileDamaged(UserError):
    """One of ours, but cut, torn or altered. `reason` is for the log, not for the user."""

    fields = ("path", "reason")


class FileNewer(UserError):
    """Written by a newer format than this program knows: can be read, not changed."""

    fields = ("path", "format")


class FileReadOnly(UserError):
    """The file itself may not be written."""

    fields = ("path",)


class FileLookedAt(UserError):
    """Opened to be looked at only, as the user wanted."""

    fields = ("path",)


class FileBusy(UserError):
    """Another program holds the file locked for longer than we waited."""

    fields = ("path",)


class FolderUnwritable(UserError):
    """Nothing can be made in that folder (SQLite needs a journal beside the file)."""

    fields = ("path",)


class DiskFull(UserError):
    """No room is left, or the user's share of the disk is used up."""

    fields = ("path",)


class FileUnreadable(UserError):
    """The operating system refused; `reason` is its own sentence."""

    fields = ("path", "reason")


class TextTooLong(UserError):
    """`length` and `limit` in characters."""

    fields = ("field", "length", "limit")


class AttachmentTooLarge(UserError):
    """`size` and `limit` in bytes."""

    fields = ("name", "size", "limit")


class AttachmentGone(UserError):
    """The attachment's bytes, or the file to attach, are not there."""

    fields = ("name",)


class UnknownPartnership(UserError):
    """No partnership has that id or title."""

    fields = ("name",)


class AmbiguousPartnership(UserError):
    """`count` partnerships answer to that name."""

    fields = ("name", "count")


class UnknownCheckpoint(UserError):
    """No form of this partnership has that checkpoint."""

    fields = ("name",)


class UnknownSheet(UserError):
    """`known` are the sheets there are."""

    fields = ("name", "known")


class UnknownLanguage(UserError):
    """`known` are the languages there are."""

    fields = ("name", "known")


class UnknownState(UserError):
    """`known` are the states there are."""

    fields = ("name", "known")


class BadDate(UserError):
    """Not a date, or a day that does not exist."""

    fields = ("text",)


class BadAddress(UserError):
    """Not an e-mail address."""

    fields = ("text",)


class BadNumber(UserError):
    """Not a sum of money."""

    fields = ("text",)


class NoScreen(UserError):
    """Neither an X11 nor a Wayland screen can be reached."""


class MissingLibrary(UserError):
    """A system library of Qt is missing; `reason` names it."""

    fields = ("reason",)


class FileHostile(UserError):
    """Somebody has built something into it that could do harm. `reason` is for the log, not for the user."""

    fields = ("path", "reason")


class FileIncomplete(UserError):
    """Another program left its newest part in a second file, which did not come along."""

    fields = ("path",)


class FileTooLarge(UserError):
    """`size` and `limit` in bytes."""

    fields = ("path", "size", "limit")


class WrongPassword(UserError):
    """The copy is whole, and neither its password nor its recovery words are what was typed."""

    fields = ("path",)


class WordsMistyped(UserError):
    """What was typed are `count` recovery words with a slip; `wrong` may number those that cannot be any of ours."""

    fields = ("path", "count")


class FileHeld(UserError):
    """Somebody else has it open. `since` and `seen`, their last sign of life, in ms since 1970 by their clock."""

    fields = ("path", "name", "organisation", "computer", "since", "seen")


class FileTaken(UserError):
    """Somebody else took it over while we had it open. Data as FileHeld."""

    fields = ("path", "name", "organisation", "computer", "since", "seen")


class FileGone(UserError):
    """It is no longer where it was when it was opened, or that place cannot be reached."""

    fields = ("path",)


class FileMoved(UserError):
    """It was moved or renamed while open; it stands at `now`."""

    fields = ("path", "now")


class FileReplaced(UserError):
    """Another file stands in its place since it was opened."""

    fields = ("path",)


class ChangesLost(UserError):
    """At least `count` changes are no longer in the file, over which an older copy was put.

    `backup` is when a backup that holds more was made, in milliseconds since 1970; missing where there is none.
    """

    fields = ("path", "count")


class WholeOfOne(UserError):
    """The whole file was asked for, and one partnership was named."""

    fields = ("name",)


class PartnershipNeeded(UserError):
    """What was asked for is of one partnership, and it was not said which; `known` are some of their titles."""

    fields = ("known",)


class FileLocked(UserError):
    """A copy of one of ours that only a password opens."""

    fields = ("path",)


class TooManyFiles(UserError):
    """More than `limit` files were given at once."""

    fields = ("path", "limit")


class HomeMissing(UserError):
    """The file does not say whose it is, which what was asked for needs."""

    fields = ("path",)


class UnknownDocument(UserError):
    """`known` are the documents there are."""

    fields = ("name", "known")


class TemplateForeign(UserError):
    """Not a Word file (.docx) that could be a template."""

    fields = ("path",)


class TemplateBroken(UserError):
    """A template that cannot be filled. `reason` unknown (a marker nobody knows), grammar, forbidden or large; `place`
    the text around what is wrong, or "".
    """

    fields = ("path", "reason", "place")


class PictureForeign(UserError):
    """Not a picture that a document can hold."""

    fields = ("path",)


class ListForeign(UserError):
    """Not a list that can be read. `sort` is what it is instead: xls, ods, pdf, word, picture, page, damaged, locked, empty, other."""

    fields = ("path", "sort")


class ListTooLarge(UserError):
    """A list that is larger than is read, or would be, unpacked. `size` and `limit` in bytes."""

    fields = ("path", "size", "limit")
