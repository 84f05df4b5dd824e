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


class FileMissing(UserError):
    """Nothing stands at that path."""

    fields = ("path",)


class FileExists(UserError):
    """Something stands there already, and is not overwritten."""

    fields = ("path",)


class FileForeign(UserError):
    """Not one of our files: no SQLite, empty, or another program's."""

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
