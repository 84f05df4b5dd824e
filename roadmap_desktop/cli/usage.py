"""How the commands are used, in the user's language: the help pages, and a sentence for each wrong call."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from typing import Final

import click
from PySide6.QtCore import QCoreApplication

from roadmap_desktop.cli.terminal import printable
from roadmap_desktop.domain.levels import LEVELS
from roadmap_desktop.domain.partner_columns import FIELDS

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
            "progress (all that is known of a partnership), open (only what is still to be done), joint (both sides’"
            " texts side by side), meeting (its agenda, and a sheet for the minutes), handover (a book for whoever takes it"
            " over); of one partnership, or of each in turn."
            " all (a list of all partnerships) or blank (a form to fill in by hand).",
        ),
        "out": QCoreApplication.translate("cli", "The PDF file to make. An older PDF file of that name is replaced."),
        "print language": QCoreApplication.translate("cli", "Language of the sheet."),
        "second": QCoreApplication.translate(
            "cli", "A second language, for a partner who does not read the first: labels and questions stand in both."
        ),
        "lines": QCoreApplication.translate(
            "cli", "Leave lines to write on at each checkpoint that is not finished (progress and open)."
        ),
        "print partnership": QCoreApplication.translate("cli", "Print this partnership only."),
        "paper": QCoreApplication.translate("cli", "Size of the paper."),
        "form": QCoreApplication.translate("cli", "Which form to print blank; without it, that of your organisation."),
        "without_notes": QCoreApplication.translate("cli", "Leave out the private notes."),
        "document": QCoreApplication.translate(
            "cli",
            "Fill a document from what was answered. Nothing is invented: what is missing is marked in it and listed"
            " here.",
        ),
        "document document": QCoreApplication.translate(
            "cli", "Which document: one of those that --list names."
        ),
        "document out": QCoreApplication.translate(
            "cli", "The file to make, ending in .docx or .pdf. An older one of that name is replaced."
        ),
        "document partnership": QCoreApplication.translate(
            "cli", "The partnership to write about; needed where the file has several."
        ),
        "document language": QCoreApplication.translate("cli", "Language of the document."),
        "template_file": QCoreApplication.translate(
            "cli", "A Word file of your own with markers, to be filled in place of ours."
        ),
        "built_in": QCoreApplication.translate(
            "cli", "Follow our template, even where you have made one of your own in the windows."
        ),
        "as_template": QCoreApplication.translate(
            "cli",
            "Write the document with markers in place of answers: a Word file to change as you like and to give back"
            " with --template-file.",
        ),
        "logo": QCoreApplication.translate("cli", "A picture (PNG or JPEG) for the letterhead, in place of the one in the file."),
        "document as_list": QCoreApplication.translate("cli", "List the documents and stop."),
        "history": QCoreApplication.translate(
            "cli", "Show who changed what and when, the newest first. Times are those of the writers’ computers."
        ),
        "history partnership": QCoreApplication.translate("cli", "Only what was changed in this partnership."),
        "history checkpoint": QCoreApplication.translate("cli", "Only what was changed at this checkpoint."),
        "person": QCoreApplication.translate("cli", "Only what this person changed; a part of the name is enough."),
        "since": QCoreApplication.translate("cli", "Only what was changed on this day or later."),
        "limit": QCoreApplication.translate("cli", "Stop after so many."),
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
        "receive": QCoreApplication.translate(
            "cli",
            "Take in what is new in other files: from a partner, a colleague, or copies of your own. How the file was"
            " before is kept as a backup. Where two people wrote different things, both are kept until you choose.",
        ),
        "from": QCoreApplication.translate("cli", "Files that came, or folders of them; they are not changed."),
        "preview": QCoreApplication.translate("cli", "Show what would be taken in, and write nothing."),
        "take": QCoreApplication.translate(
            "cli", "Settle conflicts at once: keep ours, take theirs, or put both one after the other."
        ),
        "collect": QCoreApplication.translate(
            "cli",
            "For an umbrella association: take what members sent (whole files, partnerships, or numbers only) into an"
            " overview, and show who is missing, how far each is and where many are stuck. Only figures are kept.",
        ),
        "collect from": QCoreApplication.translate(
            "cli", "Members’ files, or folders of them; they are not changed. Without any, the overview is shown as it is."
        ),
        "call": QCoreApplication.translate(
            "cli",
            "Make a collection call as well: a small file that asks members for what --level says until --until, and beside it a"
            " letter to all members with an address. Those who open it see what would leave and send it to --reply.",
        ),
        "collect level": QCoreApplication.translate(
            "cli", "How much the call asks for: {numbers} (without it), {roles}, {partner} or {whole}."
        ).format(**{level: level for level in LEVELS}),
        "until": QCoreApplication.translate("cli", "Only what was changed on this day or earlier."),
        "collect until": QCoreApplication.translate("cli", "By when the call asks for it, for example 15.01.2027."),
        "reply": QCoreApplication.translate("cli", "The e-mail address to which members answer the call."),
        "collect text": QCoreApplication.translate("cli", "Why, in your own words, as the call says it."),
        "feedback": QCoreApplication.translate(
            "cli",
            "Write a feedback sheet for each member that answered into this folder: how far it is, where it stands among"
            " the others without naming any, what is stuck.",
        ),
        "year": QCoreApplication.translate("cli", "The year they are collected for; without it, this year."),
        "send": QCoreApplication.translate(
            "cli",
            "Make a copy for somebody else that holds what they are to have and nothing more: the whole file, one"
            " partnership, or its numbers. It is not sent by itself.",
        ),
        "send out": QCoreApplication.translate(
            "cli",
            "The copy to make, or a folder, in which it gets a name of its own. An existing file is never overwritten.",
        ),
        "send partnership": QCoreApplication.translate("cli", "Only this partnership leaves, for its partner."),
        "level": QCoreApplication.translate(
            "cli",
            "How much leaves: {whole} (everything), {partner} (one partnership without private notes), {roles} (the same"
            " with roles instead of names) or {numbers} (no texts). Without it, {partner} where a partnership is named,"
            " else {whole}.",
        ).format(**{level: level for level in LEVELS}),
        "share": QCoreApplication.translate(
            "cli",
            "Let go along what otherwise stays at home: our own rows of this tool or, with {roles}, what is in attachments"
            " (it may hold names).",
        ).format(roles="roles"),
        "to": QCoreApplication.translate(
            "cli", "E-mail address of the reader: a letter to them is made as well, and the file notes to whom it went."
        ),
        "eml": QCoreApplication.translate(
            "cli",
            "Make a letter with the copy beside it, as a draft that mail programs open; without an address, to the"
            " partner’s first contact.",
        ),
        "send preview": QCoreApplication.translate("cli", "Show what would leave, and write nothing."),
        "send language": QCoreApplication.translate("cli", "Language of the reader: of the letter, its sheet, and what stands for a contact person without a role."),
        "export": QCoreApplication.translate(
            "cli", "Write lists of what a file holds, for Excel, a calendar or any other program."
        ),
        "export out": QCoreApplication.translate(
            "cli",
            "The file to make; its ending says what it is: .xlsx a workbook, .zip every table as CSV, .csv one table,"
            " .ics a calendar, .json everything there is. An older one of that name is replaced.",
        ),
        "export partnership": QCoreApplication.translate("cli", "Only this partnership; without it, all."),
        "with_notes": QCoreApplication.translate("cli", "Take private notes along."),
        "without_names": QCoreApplication.translate(
            "cli",
            "For readers outside: roles instead of people, and what is judged about others stays at home.",
        ),
        "table": QCoreApplication.translate("cli", "Which table a CSV file holds; without it, the partnerships."),
        "export language": QCoreApplication.translate("cli", "Language of heads and words in the lists."),
        "import": QCoreApplication.translate(
            "cli",
            "Take in a list of partners and contacts from Excel or CSV, or all of a file from its JSON. What stands in"
            " the file is not replaced.",
        ),
        "import file": QCoreApplication.translate(
            "cli", "The file to take it into; of a JSON file it is made where it is not there."
        ),
        "import from": QCoreApplication.translate("cli", "The list (.xlsx, .csv), or a JSON file made by “export”."),
        "import preview": QCoreApplication.translate(
            "cli", "Show how the list is understood and what it would bring, and write nothing."
        ),
        "sheet_name": QCoreApplication.translate(
            "cli", "The sheet of the workbook; without it, the one that looks most like a list of partners."
        ),
        "column": QCoreApplication.translate(
            "cli",
            "What a column holds, for example 3=email or 4=none; can be given several times. Known are: {fields}.",
        ).format(fields=", ".join(FIELDS)),
        "known": QCoreApplication.translate(
            "cli", "What to do with organisations that are there already; without it, their gaps are filled."
        ),
        "import kind": QCoreApplication.translate(
            "cli", "What those are of which the list does not say it; without it, community."
        ),
        "without_partnerships": QCoreApplication.translate(
            "cli", "Add the organisations only, and begin no partnership with them."
        ),
        "lock": QCoreApplication.translate(
            "cli",
            "Make a copy of a file that opens only with a password, or with recovery words. The file itself stays as"
            " it is.",
        ),
        "lock out": QCoreApplication.translate(
            "cli", "The locked copy to make. An existing file is never overwritten."
        ),
        "password_file": QCoreApplication.translate(
            "cli", "A file whose first line is the password; a hyphen (-) reads it from standard input."
        ),
        "recovery_words": QCoreApplication.translate(
            "cli", "Draw recovery words that open the copy as well, and print them."
        ),
        "unlock": QCoreApplication.translate("cli", "Open a locked copy and save what it holds as an ordinary file."),
        "unlock file": QCoreApplication.translate("cli", "The locked copy."),
        "unlock out": QCoreApplication.translate(
            "cli", "The file to make; it should end in .roadmap. An existing one is never overwritten."
        ),
        "unlock password_file": QCoreApplication.translate(
            "cli",
            "A file whose first line is the password, or which holds the recovery words; a hyphen (-) reads it from"
            " standard input.",
        ),
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
        case click.BadParameter(param=click.Parameter(type=click.IntRange()) as param):
            return QCoreApplication.translate("cli", "{option} must be a whole number, 1 or more.").format(
                option=param.opts[0]
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
