"""The command line: the same services without windows, for scripts and for checks; holds no rule of the subject."""

from __future__ import annotations

import contextlib
import datetime
import itertools
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from roadmap_desktop import __version__, paths
from roadmap_desktop.cli import overview
from roadmap_desktop.cli.terminal import Speechless, Terminal, Unheard, check_language, printable
from roadmap_desktop.domain import records
from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.edits import answer_edit, begun, form_for
from roadmap_desktop.domain.errors import (
    FileBusy,
    FileExists,
    FileMissing,
    FolderUnwritable,
    UnknownCheckpoint,
    UnknownPartnership,
    UnknownSheet,
    UnknownState,
    UserError,
)
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.records import Partnership, Scalar
from roadmap_desktop.domain.words import load_words, parse_date
from roadmap_desktop.store import check as checking
from roadmap_desktop.store import file as files
from roadmap_desktop.store import new as new_files
from roadmap_desktop.store import queries
from roadmap_desktop.store.log import Author, Log

if TYPE_CHECKING:
    from roadmap_desktop.cli.replies import Reason
    from roadmap_desktop.documents.sheets import Sheet
DONE: Final = 0
FAILED: Final = 1
MISUSED: Final = 2
OUR_DEFECT: Final = 70
INTERRUPTED: Final = 130
VERDICTS: Final = {"healthy": DONE, "damaged": 3, "hostile": 4, "newer": 5, "foreign": 6, "unreadable": 6}
"""What `check` can find, and the exit status that says so."""
KINDS: Final = ("community", "enterprise", "municipality")
SHEETS: Final = ("progress", "all", "blank")
PAPERS: Final = ("A4", "Letter")
PDF_MAGIC: Final = b"%PDF-"
_MOST_TITLES: Final = 10
_ABSENT: Final = {FileMissing: "missing", FileBusy: "busy"}


class Refused(Exception):
    """The command was asked for what makes no sense here."""

    def __init__(self, reason: Reason) -> None:
        """`reason` as `replies.refused` knows it."""
        super().__init__(reason)
        self.reason: Final = reason


# the calls ----------------------------------------------------------------------------------------------


def run(arguments: Sequence[str]) -> int:
    """Carry out the command line `arguments`; returns the exit status."""
    terminal = Terminal(language_in(arguments))

    def work() -> object:
        status = main.main(list(arguments), prog_name="roadmap-desktop", standalone_mode=False, obj=terminal)
        terminal.flush()
        return status

    return _carry_out(terminal, work)


def stop(error: Exception) -> int:
    """Say why the program cannot go on, as a command would; returns the exit status."""

    def work() -> object:
        raise error

    return _carry_out(Terminal(), work)


def _carry_out(terminal: Terminal, work: Callable[[], object]) -> int:
    """The exit status of `work`. The one place where errors become sentences."""
    try:
        return _sentenced(terminal, work)
    except Unheard:
        return FAILED
    except Speechless as error:
        terminal.complain(str(error))
        return FAILED
    finally:
        terminal.close()


def _sentenced(terminal: Terminal, work: Callable[[], object]) -> int:
    try:
        status = work()
    except click.UsageError as error:
        return misused(terminal, error)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except UserError as error:
        return fail(terminal, error)
    except Refused as error:
        terminal.speak()
        from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

        terminal.complain(replies.refused(error.reason))
        return FAILED
    except (Unheard, Speechless):
        raise
    except Exception as error:  # noqa: BLE001 - the one handler for defects of ours
        return defect(terminal, error)
    return status if isinstance(status, int) else DONE


def fail(terminal: Terminal, error: UserError) -> int:
    """Say on standard error what went wrong; returns the exit status."""
    terminal.speak()
    from roadmap_desktop.messages import describe  # noqa: PLC0415 - Qt, for a sentence

    terminal.complain(describe(error).in_one())
    return FAILED


def misused(terminal: Terminal, error: click.UsageError) -> int:
    """Say how the call was wrong; returns the exit status."""
    terminal.speak()
    from roadmap_desktop.cli import usage  # noqa: PLC0415 - Qt, for a sentence

    terminal.complain(usage.misuse(error))
    return MISUSED


def defect(terminal: Terminal, error: Exception) -> int:
    """Write a defect of ours down and say where; returns the exit status."""
    from roadmap_desktop import defects  # noqa: PLC0415 - hardly ever needed

    log = defects.record(paths.user_folder(), error)
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    terminal.complain(replies.defect(log, type(error).__name__))
    return OUR_DEFECT


def language_in(arguments: Sequence[str]) -> str:
    """The global --language among `arguments`, read before click does, since click may have to complain."""
    words = iter(arguments)
    for word in words:
        name, _, value = word.partition("=")
        if name == "--language":
            return value or next(words, "")
        if name == "--author" and not value:
            next(words, "")
        elif not word.startswith("-"):
            return ""
    return ""


def _show_help(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        terminal = ctx.find_object(Terminal)
        assert terminal is not None
        terminal.speak()
        from roadmap_desktop.cli import usage  # noqa: PLC0415 - Qt, for a sentence

        terminal.say(usage.help_page(ctx))
        ctx.exit()


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        terminal = ctx.find_object(Terminal)
        assert terminal is not None
        terminal.say(f"Roadmap Desktop {__version__}")
        ctx.exit()


_help = click.option("--help", is_flag=True, is_eager=True, expose_value=False, callback=_show_help)
_version = click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version)
# click is not to look whether it can be read: we say so ourselves.
_path = click.Path(readable=False, path_type=Path)
_file = click.argument("file", type=_path)


@click.group("roadmap-desktop", add_help_option=False, no_args_is_help=False)
@click.option("--author", metavar="NAME", default="")
@click.option("--language", metavar="CODE", default="")
@_version
@_help
@click.pass_obj
def main(terminal: Terminal, author: str, language: str) -> None:
    """Options that come before every command."""
    terminal.author = author
    if language:
        check_language(language)


# new ----------------------------------------------------------------------------------------------------


@main.command("new", add_help_option=False)
@_file
@click.option("--sample", is_flag=True)
@click.option("--kind", type=click.Choice(KINDS))
@click.option("--language", metavar="CODE", default="")
@click.option("--organisation", metavar="NAME", default="")
@_help
@click.pass_obj
def new(
    terminal: Terminal, file: Path, *, sample: bool, kind: str | None, language: str, organisation: str
) -> None:
    """Make a new file."""
    language = check_language(language) if language else terminal.language
    if sample:
        new_files.sample_file(file, paths.SAMPLE, language, datetime.date.fromisoformat(today()))
    else:
        author = _author(terminal, organisation)
        new_files.new_file(file, author, kind or terminal.settings.text("kind"))
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    terminal.say(replies.made(file, sample=sample))


# show ---------------------------------------------------------------------------------------------------


@main.command("show", add_help_option=False)
@_file
@click.option("--json", "as_json", is_flag=True)
@click.option("--answers", is_flag=True)
@_help
@click.pass_obj
def show(terminal: Terminal, file: Path, *, as_json: bool, answers: bool) -> None:
    """Show the partnerships of a file."""
    library, day = Library(paths.FORMS), today()
    with reading(file) as db:
        ids = queries.partnership_ids(db)
        found = (queries.dossier(db, root) for root in ids) if answers else queries.summaries(db, ids)
        if as_json:
            head = {"file": str(file), "format": queries.format_of(db), "language": terminal.language}
            data = (
                overview.partnership_data(each, library, terminal.language, day, answers=answers)
                for each in found
            )
            for piece in overview.file_json(head, data):
                terminal.say(piece)
            return
        home = queries.home_organisation(db).name
        terminal.say(printable(f"{file.name} – {home}" if home else file.name))
        for each in found:
            terminal.say("")
            for line in overview.partnership_lines(each, library, terminal.words, day, answers=answers):
                terminal.say(line)
        if ids:
            terminal.say(f"\n{overview.legend(terminal.words)}")
    if not ids:
        terminal.speak()
        from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

        terminal.say(replies.no_partnerships())


# answer -------------------------------------------------------------------------------------------------


@main.command("answer", add_help_option=False)
@_file
@click.argument("partnership")
@click.argument("checkpoint")
@click.option("--text", metavar="TEXT")
@click.option("--state", metavar="STATE")
@click.option("--due", metavar="DATE")
@click.option("--who", metavar="NAME")
@click.option("--side", type=click.Choice(["ours", "theirs"]), default="ours")
@_help
@click.pass_obj
def answer(
    terminal: Terminal,
    /,
    file: Path,
    partnership: str,
    checkpoint: str,
    *,
    side: str,
    **given: str | None,
) -> None:
    """Write an answer, or a part of it."""
    fields = _fields(terminal, given)
    with writing(file) as db:
        named = _partnership(db, partnership)
        dossier = queries.dossier(db, named.id)
        chosen = dossier.ours if side == "ours" else dossier.theirs
        form = overview.find_form(chosen.side.form, Library(paths.FORMS), terminal.language)
        stop = form.find(checkpoint.strip().lower()) if form else None
        if stop is None:
            known = [found.id for found in form.checkpoints] if form else []
            raise UnknownCheckpoint(name=checkpoint, known=known)
        held = chosen.answers.get(stop.id, records.Answer())
        author = _author(terminal, queries.home_organisation(db).name)
        edit = answer_edit(named.root, chosen.side.key, stop.id, **begun(held, fields))
        step = Log(db, author).save([edit])
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    terminal.say(replies.answered(stop.id, named.title, changed=bool(step.changes)))


def _fields(terminal: Terminal, given: dict[str, str | None]) -> dict[str, Scalar]:
    """What was given, as an answer's fields. Raises BadDate, UnknownState, Refused."""
    fields: dict[str, Scalar] = {name: value for name, value in given.items() if value is not None}
    if not fields:
        raise Refused("nothing-given")
    if fields.get("text") == "-":
        try:
            fields["text"] = terminal.heard()
        except UnicodeDecodeError:
            raise Refused("not-text") from None
    if "due" in fields:
        fields["due"] = parse_date(str(fields["due"]))
    if "who" in fields:
        fields["who"] = " ".join(str(fields["who"]).split())
    if "state" in fields:
        state = str(fields["state"]).strip().lower()
        if state not in records.STATES:
            raise UnknownState(name=fields["state"], known=records.STATES)
        fields["state"] = state
    return fields


# print --------------------------------------------------------------------------------------------------


@main.command("print", add_help_option=False)
@_file
@click.argument("sheet")
@click.option("-o", "--out", type=_path, required=True)
@click.option("--partnership", metavar="PARTNERSHIP")
@click.option("--language", metavar="CODE", default="")
@click.option("--paper", type=click.Choice(PAPERS, case_sensitive=False))
@click.option("--form", type=click.Choice(["community", "municipality"]))
@click.option("--without-notes", is_flag=True)
@_help
@click.pass_obj
def print_sheet(
    terminal: Terminal,
    /,
    file: Path,
    sheet: str,
    out: Path,
    *,
    language: str,
    paper: str | None,
    **options: str | bool | None,
) -> None:
    """Print a sheet into a PDF file."""
    if sheet not in SHEETS:
        raise UnknownSheet(name=sheet, known=SHEETS)
    language = check_language(language) if language else terminal.language
    replaced = _check_out(out)
    family = terminal.draw()
    from roadmap_desktop.paint.pdf import write_pdf  # noqa: PLC0415 - needs what `draw` has found to be there

    with reading(file) as db:
        sheets = _sheets(db, file, sheet, language, options)
        # The first sheet is made before anything is written: most of what can be wrong shows there.
        first = next(sheets)
        title = f"{load_words(paths.WORDS, language)('sheet', sheet)} – {file.name}"
        paper = paper or _usual_paper(terminal)
        write_pdf(itertools.chain([first], sheets), out, paper=paper, family=family, title=title)
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    terminal.say(replies.printed(out, replaced=replaced))


def _sheets(
    db: sqlite3.Connection, file: Path, sheet: str, language: str, options: dict[str, str | bool | None]
) -> Iterator[Sheet]:
    """The sheets to print, one after the other. Raises UnknownPartnership, AmbiguousPartnership, Refused."""
    from roadmap_desktop.documents import sheets  # noqa: PLC0415 - costs as much as all the rest of `show`

    library, words, day = Library(paths.FORMS), load_words(paths.WORDS, language), today()
    name = options["partnership"]
    ids = [_partnership(db, str(name)).id] if name is not None else queries.partnership_ids(db)
    dossiers = (queries.dossier(db, root) for root in ids)
    match sheet:
        case "progress":
            if not ids:
                raise Refused("nothing-to-print")
            notes = not options["without_notes"]
            for dossier in dossiers:
                yield sheets.progress_sheet(dossier, library, words, day, file.name, private_notes=notes)
        case "all":
            yield sheets.all_sheet(dossiers, library, words, day, file.name)
        case _:
            form = options["form"] or _blank_form(db, ids[0] if name is not None else None)
            yield sheets.blank_sheet(library.form(str(form), language), words, day, file.name)


def _blank_form(db: sqlite3.Connection, root: bytes | None) -> str:
    """The form to print blank: the one that our side of the partnership `root` walks, else our organisation's."""
    ours = queries.dossier(db, root).ours.side.form if root is not None else ""
    return ours if ours in Library(paths.FORMS).ids() else form_for(queries.home_organisation(db).kind)


def _check_out(out: Path) -> bool:
    """Whether `out` is a PDF file that will be replaced. Raises FileExists where it is anything else."""
    with files.translating(out):
        if not out.parent.is_dir():
            raise FolderUnwritable(path=out.parent)
        if not out.exists():
            return False
        if not out.is_file():
            raise FileExists(path=out)
        with out.open("rb") as stream:
            if stream.read(len(PDF_MAGIC)) != PDF_MAGIC:
                raise FileExists(path=out)
        return True


def _usual_paper(terminal: Terminal) -> str:
    paper = terminal.settings.text("paper")
    return paper if paper in PAPERS else PAPERS[0]


# check --------------------------------------------------------------------------------------------------


@main.command("check", add_help_option=False)
@_file
@click.option("--json", "as_json", is_flag=True)
@_help
@click.pass_obj
def check(terminal: Terminal, file: Path, *, as_json: bool) -> int:
    """Look whether a file is healthy; the exit status says what was found."""
    try:
        report = checking.check(file)
    except (FileMissing, FileBusy) as error:
        if as_json:
            terminal.say(overview.as_json(_report_data(file, "unreadable", [{"code": _ABSENT[type(error)]}])))
        fail(terminal, error)
        return VERDICTS["unreadable"]
    if as_json:
        problems = [{"code": problem.code, **problem.data} for problem in report.problems]
        data = _report_data(file, report.verdict, problems, readable=report.readable, changes=report.changes)
        terminal.say(overview.as_json(data))
    else:
        terminal.speak()
        from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

        for line in replies.checked(report):
            terminal.say(line)
    return VERDICTS[report.verdict]


def _report_data(
    file: Path,
    verdict: str,
    problems: Sequence[Mapping[str, object]],
    *,
    readable: bool = False,
    changes: int = 0,
) -> dict[str, object]:
    return {
        "file": str(file),
        "verdict": verdict,
        "readable": readable,
        "changes": changes,
        "problems": list(problems),
    }


# rescue -------------------------------------------------------------------------------------------------


@main.command("rescue", add_help_option=False)
@_file
@click.option("-o", "--out", type=_path, required=True)
@_help
@click.pass_obj
def rescue(terminal: Terminal, file: Path, *, out: Path) -> None:
    """Save what can still be read of a damaged file into a new one."""
    from roadmap_desktop.store import rescue as rescuing  # noqa: PLC0415 - hardly ever needed

    report = rescuing.rescue(file, out)
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    for line in replies.rescued(report):
        terminal.say(line)


# backup, restore ----------------------------------------------------------------------------------------


@main.command("backup", add_help_option=False)
@_file
@_help
@click.pass_obj
def back_up(terminal: Terminal, file: Path) -> None:
    """Put a checked copy of a file where the program keeps its backups."""
    from roadmap_desktop.store import backup as backups  # noqa: PLC0415 - not needed by the others

    files.examine(file)
    now = datetime.datetime.now(datetime.UTC)
    folder, second = paths.user_folder() / backups.FOLDER, terminal.settings.text("second_place")
    made = backups.back_up(file, folder, now)
    copied = bool(second) and backups.copy_to(made, Path(second))
    backups.tidy(folder, made.document, now)
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    terminal.say(replies.backed_up(file, made, second=copied))


@main.command("restore", add_help_option=False)
@_file
@click.argument("backup", required=False, default="")
@click.option("--list", "as_list", is_flag=True)
@_help
@click.pass_obj
def restore(terminal: Terminal, /, file: Path, backup: str, *, as_list: bool) -> None:
    """Have a file show what it showed at an earlier backup."""
    from roadmap_desktop.store import backup as backups  # noqa: PLC0415 - not needed by the others

    folder = paths.user_folder() / backups.FOLDER
    found = backups.backups_of(file, folder)
    if as_list:
        terminal.speak()
        from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

        library = Library(paths.FORMS)
        lengths = {form: len(library.form(form, terminal.language).checkpoints) for form in library.ids()}
        for line in replies.backups_listed(found, lengths):
            terminal.say(line)
        return
    chosen = _chosen_backup(file, found, backup)
    done = backups.restore(file, chosen, folder, _author(terminal, ""), datetime.datetime.now(datetime.UTC))
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    for line in replies.restored(file, chosen, done):
        terminal.say(line)


def _chosen_backup(file: Path, found: Sequence[Backup], name: str) -> Backup:
    """The backup `name`: a number of the list, or a file; without one the newest of another state. Raises Refused."""
    from roadmap_desktop.store import backup as backups  # noqa: PLC0415 - not needed by the others

    if not name:
        now = backups.state_of(file)
        for one in found:
            if one.health == "good" and (one.changes, one.digest) != now:
                return one
        raise Refused("no-backup")
    if name.isdecimal() and 0 < int(name) <= len(found):
        return found[int(name) - 1]
    wanted = Path(name)
    if wanted.is_file():
        given, document = backups.look(wanted), backups.document_of(file)
        if given.health != "damaged" and (not document or given.document == document):
            return given
    raise Refused("unknown-backup")


# what all of them need ----------------------------------------------------------------------------------


def today() -> str:
    """The date of this computer, YYYY-MM-DD."""
    return datetime.date.today().isoformat()  # noqa: DTZ011 - people's dates are local


@contextlib.contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """`file` open to be read; whatever goes wrong with it inside is raised as a UserError."""
    with contextlib.closing(files.open_for_reading(file)) as db, files.translating(file):
        yield db


@contextlib.contextmanager
def writing(file: Path) -> Iterator[sqlite3.Connection]:
    """`file` open to be changed; whatever goes wrong with it inside is raised as a UserError."""
    with contextlib.closing(files.open_for_writing(file)) as db, files.translating(file):
        yield db


def _partnership(db: sqlite3.Connection, name: str) -> Partnership:
    """The partnership `name`. Raises UnknownPartnership, which then names those there are, AmbiguousPartnership."""
    try:
        return queries.find_partnership(db, name)
    except UnknownPartnership:
        ids = queries.partnership_ids(db)
        known = [found.partnership.title for found in queries.summaries(db, ids[:_MOST_TITLES])]
        more = ["…"] if len(ids) > _MOST_TITLES else []
        raise UnknownPartnership(name=name, known=known + more) from None


def _author(terminal: Terminal, organisation: str) -> Author:
    """Who writes: as named on the command line, else as in the settings, else the computer's user."""
    settings = terminal.settings
    user = os.environ.get("USER") or os.environ.get("USERNAME") or ""
    return Author(
        terminal.author or settings.text("name") or user, organisation or settings.text("organisation")
    )
