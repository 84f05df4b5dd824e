"""How the commands are used, in the user's language: the help pages, and a sentence for each wrong call."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from typing import Final

import click
from PySide6.QtCore import QCoreApplication

from roadmap_desktop.cli.terminal import printable

WIDEST: Final = 100
"""Most characters in a line of help, however wide the terminal is."""


def help_page(ctx: click.Context) -> str:
    """What `--help` prints for the command of `ctx`."""
    page = click.HelpFormatter(width=min(WIDEST, shutil.get_terminal_size().columns))
    command = ctx.command
    explained = explanations()
    page.write_usage(
        ctx.command_path, call(command), prefix=QCoreApplication.translate("cli", "Usage:") + " "
    )
    page.write_paragraph()
    page.write_text(explained[command.name or ""])
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    options = [param for param in command.params if isinstance(param, click.Option)]
    if arguments:
        with page.section(QCoreApplication.translate("cli", "What it takes")):
            page.write_dl([(word(param), explained[key(command, param)]) for param in arguments])
    with page.section(QCoreApplication.translate("cli", "Options")):
        page.write_dl([(_written(param), explained[key(command, param)]) for param in options])
    if isinstance(command, click.Group):
        with page.section(QCoreApplication.translate("cli", "Commands")):
            page.write_dl(
                [(f"{name} {_arguments(found)}", explained[name]) for name, found in command.commands.items()]
            )
    return page.getvalue().rstrip("\n")


def call(command: click.Command) -> str:
    """What stands behind the command's name: "FILE [--json]"."""
    words = [
        word(param) if param.required else f"[{word(param)}]"
        for param in command.params
        if param.name not in {"help", "version"}
    ]
    return " ".join([*words, *(["COMMAND …"] if isinstance(command, click.Group) else [])])


def _arguments(command: click.Command) -> str:
    return " ".join(word(param) for param in command.params if isinstance(param, click.Argument))


def word(param: click.Parameter) -> str:
    """An argument or option as the caller has to write it."""
    if isinstance(param, click.Argument):
        return (param.name or "").upper()
    flag = isinstance(param, click.Option) and param.is_flag
    return param.opts[0] if flag else f"{param.opts[0]} {_value(param)}"


def _written(param: click.Option) -> str:
    return ", ".join(param.opts) if param.is_flag else f"{', '.join(param.opts)} {_value(param)}"


def _value(param: click.Parameter) -> str:
    if isinstance(param.type, click.Choice):
        return "|".join(str(choice) for choice in param.type.choices)
    return param.metavar or (param.name or "").upper()


def key(command: click.Command, param: click.Parameter) -> str:
    """Where `explanations` speaks of `param`: by command where the same word means different things."""
    own = f"{command.name} {param.name}"
    return own if own in explanations() else (param.name or "")


def explanations() -> dict[str, str]:
    """A sentence for every command, and for everything that one takes."""
    return {
        "roadmap-desktop": QCoreApplication.translate(
            "cli",
            "Walk the partnerships of municipalities and community organisations step by step."
            " Without a command, or with the name of a file, the program opens its window.",
        ),
        "author": QCoreApplication.translate("cli", "Your name, as the file remembers who wrote what."),
        "roadmap-desktop language": QCoreApplication.translate(
            "cli", "Language of everything the program says, for example lv."
        ),
        "version": QCoreApplication.translate("cli", "Print the version and stop."),
        "help": QCoreApplication.translate("cli", "Print this page and stop."),
        "new": QCoreApplication.translate("cli", "Make a new file. An existing one is never overwritten."),
        "new file": QCoreApplication.translate("cli", "Name of the new file; it should end in .roadmap."),
        "sample": QCoreApplication.translate(
            "cli", "Fill it with three example partnerships; kind and organisation are then those of the example."
        ),
        "kind": QCoreApplication.translate("cli", "What your organisation is; without it, what the settings say."),
        "organisation": QCoreApplication.translate("cli", "Name of your organisation."),
        "new language": QCoreApplication.translate("cli", "Language of the example."),
        "show": QCoreApplication.translate("cli", "Show the partnerships of a file and how far each side is."),
        "file": QCoreApplication.translate("cli", "The file to work with."),
        "as_json": QCoreApplication.translate("cli", "Print it for a program to read, as JSON."),
        "answers": QCoreApplication.translate("cli", "Show what was answered at each checkpoint as well."),
        "answer": QCoreApplication.translate("cli", "Write an answer to a checkpoint, or a part of it."),
        "partnership": QCoreApplication.translate(
            "cli", "The partnership: its id, the beginning of its id, or its title."
        ),
        "checkpoint": QCoreApplication.translate("cli", "Id of the checkpoint, for example c1.need."),
        "text": QCoreApplication.translate("cli", "The answer itself; a hyphen (-) reads it from standard input."),
        "state": QCoreApplication.translate("cli", "One of open, in-progress, done, not-needed."),
        "due": QCoreApplication.translate(
            "cli", "By when, for example 30.11.2026 or 2026-11-30; an empty text takes the date away."
        ),
        "who": QCoreApplication.translate("cli", "The person responsible."),
        "side": QCoreApplication.translate("cli", "Whose answer it is; without it, ours."),
        "print": QCoreApplication.translate("cli", "Print a sheet into a PDF file."),
        "sheet": QCoreApplication.translate(
            "cli",
            "progress (one partnership, or each in turn), all (a list of all partnerships)"
            " or blank (a form to fill in by hand).",
        ),
        "out": QCoreApplication.translate("cli", "The PDF file to make. An older PDF file of that name is replaced."),
        "print language": QCoreApplication.translate("cli", "Language of the sheet."),
        "print partnership": QCoreApplication.translate("cli", "Print this partnership only."),
        "paper": QCoreApplication.translate("cli", "Size of the paper."),
        "form": QCoreApplication.translate("cli", "Which form to print blank; without it, that of your organisation."),
        "without_notes": QCoreApplication.translate("cli", "Leave out the private notes."),
        "check": QCoreApplication.translate(
            "cli",
            "Look whether a file is healthy. The exit status says the same: 0 healthy, 3 damaged, 4 hostile,"
            " 5 made by a newer version, 6 no file of this program or not readable.",
        ),
        "rescue": QCoreApplication.translate(
            "cli",
            "Save all that can still be read of a damaged file into a new one, and list what is missing."
            " The damaged file stays as it is.",
        ),
        "rescue file": QCoreApplication.translate("cli", "The damaged file."),
        "backup": QCoreApplication.translate(
            "cli", "Put a checked copy of a file where the program keeps its backups."
        ),
        "restore": QCoreApplication.translate(
            "cli",
            "Have a file show what it showed at an earlier backup. Its present state is kept as a backup first,"
            " and the history keeps every change. A damaged file is replaced and kept beside it.",
        ),
        "restore backup": QCoreApplication.translate(
            "cli", "The number of a backup in the list, or its file; without it, the newest that differs from the file."
        ),
        "as_list": QCoreApplication.translate("cli", "List the backups of the file and stop."),
        "rescue out": QCoreApplication.translate("cli", "The file to make. An existing one is never overwritten."),
    }  # fmt: skip


def misuse(error: click.UsageError) -> str:
    """One sentence on a wrong call, and one on where to read how it goes."""
    path = error.ctx.command_path if error.ctx else "roadmap-desktop"
    more = QCoreApplication.translate("cli", "“{command} --help” explains how it goes.").format(command=path)
    return f"{_wrong(error)} {more}"


def _wrong(error: click.UsageError) -> str:
    match error:
        case click.MissingParameter(param=param) if param is not None:
            return QCoreApplication.translate("cli", "{word} is missing.").format(word=word(param))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as param):
            return QCoreApplication.translate("cli", "{option} must be one of: {choices}.").format(
                option=param.opts[0], choices=_listed(choices)
            )
        case click.NoSuchOption():
            return QCoreApplication.translate("cli", "There is no option “{option}” here.").format(
                option=printable(error.option_name)
            )
        case click.BadOptionUsage():
            return QCoreApplication.translate(
                "cli", "A value after “{option}” is missing, or it takes none."
            ).format(option=printable(error.option_name))
    return _wrong_command(error)


def _wrong_command(error: click.UsageError) -> str:
    command = error.ctx.command if error.ctx else None
    if not isinstance(command, click.Group):
        return QCoreApplication.translate("cli", "That is more than this command takes.")
    commands = _listed(command.commands)
    # Older versions of click raise a plain UsageError here, which does not tell the name.
    if name := getattr(error, "command_name", ""):
        return QCoreApplication.translate(
            "cli", "“{name}” is neither a command nor a file; the commands are: {commands}."
        ).format(name=printable(name), commands=commands)
    return QCoreApplication.translate("cli", "A command is missing; the commands are: {commands}.").format(
        commands=commands
    )


def _listed(names: Iterable[object]) -> str:
    return ", ".join(str(name) for name in names)
