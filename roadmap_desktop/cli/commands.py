"""The command line: the same services without windows, for scripts and for checks; holds no rule of the subject."""

from __future__ import annotations

import datetime
import itertools
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from roadmap_desktop import __version__, paths
from roadmap_desktop.cli import opening, overview, printing
from roadmap_desktop.cli.printing import Order
from roadmap_desktop.cli.terminal import Speechless, Terminal, Unheard, check_language, printable
from roadmap_desktop.domain import records
from roadmap_desktop.domain.backups import Backup
from roadmap_desktop.domain.edits import answer_edit, begun
from roadmap_desktop.domain.errors import (
    FileBusy,
    FileExists,
    FileMissing,
    FileReadOnly,
    FolderUnwritable,
    UnknownCheckpoint,
    UnknownSheet,
    UnknownState,
    UserError,
)
from roadmap_desktop.domain.form import Library
from roadmap_desktop.domain.levels import LEVELS, SHARABLE, Level
from roadmap_desktop.domain.records import Partnership, Scalar
from roadmap_desktop.domain.words import Words, load_words, parse_date
from roadmap_desktop.store import check as checking
from roadmap_desktop.store import file as files
from roadmap_desktop.store import holder, log, queries
from roadmap_desktop.store import new as new_files
from roadmap_desktop.store.log import Log

if TYPE_CHECKING:
    from roadmap_desktop.domain.incoming import Choice
    from roadmap_desktop.domain.partner_match import Way
DONE: Final = 0
FAILED: Final = 1
MISUSED: Final = 2
OUR_DEFECT: Final = 70
INTERRUPTED: Final = 130
VERDICTS: Final = {"healthy": DONE, "damaged": 3, "hostile": 4, "newer": 5, "foreign": 6, "unreadable": 6}
"""What `check` can find, and the exit status that says so."""
KINDS: Final = ("community", "enterprise", "municipality")
SHEETS: Final = ("progress", "open", "joint", "meeting", "handover", "all", "blank")
PAPERS: Final = ("A4", "Letter")
TABLES: Final = (
    "partnerships", "answers", "contacts", "log", "meetings", "actions", "budget", "agreements", "indicators", "evaluation",
    "swot", "stakeholders", "organisations",
)  # fmt: skip
WAYS: Final = ("skip", "fill", "take")
PDF_MAGIC: Final = b"%PDF-"
_LONGEST_SECRET: Final = 10_000
_ABSENT: Final = {FileMissing: "missing", FileBusy: "busy"}


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
    except opening.Refused as error:
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
        new_files.sample_file(file, paths.SAMPLE, language, datetime.date.fromisoformat(opening.today()))
    else:
        author = opening.author(terminal, organisation)
        new_files.new_file(file, author, kind or terminal.settings.text("kind"))
    opening.note_made(file)
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
    library, day = Library(paths.FORMS), opening.today()
    with opening.reading(file) as db:
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
    with opening.writing(file) as db:
        named = opening.partnership(db, partnership)
        dossier = queries.dossier(db, named.id)
        chosen = dossier.ours if side == "ours" else dossier.theirs
        form = overview.find_form(chosen.side.form, Library(paths.FORMS), terminal.language)
        stop = form.find(checkpoint.strip().lower()) if form else None
        if stop is None:
            known = [found.id for found in form.checkpoints] if form else []
            raise UnknownCheckpoint(name=checkpoint, known=known)
        held = chosen.answers.get(stop.id, records.Answer())
        author = opening.author(terminal, queries.home_organisation(db).name)
        edit = answer_edit(named.root, chosen.side.key, stop.id, **begun(held, fields))
        step = Log(db, author).save([edit])
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    terminal.say(replies.answered(stop.id, named.title, changed=bool(step.changes)))


def _fields(terminal: Terminal, given: dict[str, str | None]) -> dict[str, Scalar]:
    """What was given, as an answer's fields. Raises BadDate, UnknownState, Refused."""
    fields: dict[str, Scalar] = {name: value for name, value in given.items() if value is not None}
    if not fields:
        raise opening.Refused("nothing-given")
    if fields.get("text") == "-":
        try:
            fields["text"] = terminal.heard()
        except UnicodeDecodeError:
            raise opening.Refused("not-text") from None
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
@click.option("--second", metavar="CODE", default="")
@click.option("--paper", type=click.Choice(PAPERS, case_sensitive=False))
@click.option("--form", type=click.Choice(["community", "municipality"]))
@click.option("--without-notes", is_flag=True)
@click.option("--lines", is_flag=True)
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
    second: str,
    paper: str | None,
    **options: Any,
) -> None:
    """Print a sheet into a PDF file."""
    if sheet not in SHEETS:
        raise UnknownSheet(name=sheet, known=SHEETS)
    language = check_language(language) if language else terminal.language
    order = Order(sheet, language, check_language(second) if second else "", **options)
    replaced = _check_out(out)
    family = terminal.draw()
    from roadmap_desktop.paint.pdf import write_pdf  # noqa: PLC0415 - needs what `draw` has found to be there

    with opening.reading(file) as db:
        sheets = printing.sheets(db, file, order)
        # The first sheet is made before anything is written: most of what can be wrong shows there.
        first = next(sheets)
        title = f"{order.words('sheet', sheet)} – {file.name}"
        paper = paper or _usual_paper(terminal)
        write_pdf(itertools.chain([first], sheets), out, paper=paper, family=family, title=title)
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    terminal.say(replies.printed(out, replaced=replaced))


def _check_out(out: Path, magic: bytes = PDF_MAGIC) -> bool:
    """Whether `out` is a file that begins with `magic` and will be replaced. Raises FileExists where it is another."""
    with files.translating(out):
        if not out.parent.is_dir():
            raise FolderUnwritable(path=out.parent)
        if not out.exists():
            return False
        if not out.is_file():
            raise FileExists(path=out)
        with out.open("rb") as stream:
            if stream.read(len(magic)) != magic:
                raise FileExists(path=out)
        return True


def _usual_paper(terminal: Terminal) -> str:
    paper = terminal.settings.text("paper")
    return paper if paper in PAPERS else PAPERS[0]


# document -----------------------------------------------------------------------------------------------


def _list_documents(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        terminal = ctx.find_object(Terminal)
        assert terminal is not None
        known = terminal.words.group("document")
        widest = max(map(len, known))
        for name, title in known.items():
            terminal.say(f"{name:<{widest}}  {title}")
        ctx.exit()


@main.command("document", add_help_option=False)
@_file
@click.argument("document", metavar="DOCUMENT")
@click.option("-o", "--out", type=_path, required=True)
@click.option("--partnership", metavar="PARTNERSHIP")
@click.option("--language", metavar="CODE", default="")
@click.option("--template-file", metavar="FILE", type=_path)
@click.option("--built-in", is_flag=True)
@click.option("--logo", metavar="FILE", type=_path)
@click.option("--as-template", is_flag=True)
@click.option("--paper", type=click.Choice(PAPERS, case_sensitive=False))
@click.option("--list", "as_list", is_flag=True, is_eager=True, expose_value=False, callback=_list_documents)
@_help
@click.pass_obj
def write_document(  # noqa: PLR0913 - one an option
    terminal: Terminal,
    /,
    file: Path,
    document: str,
    *,
    out: Path,
    partnership: str | None,
    language: str,
    paper: str | None,
    as_template: bool,
    built_in: bool,
    **given: Path | None,
) -> None:
    """Fill a document from what was answered, as a Word or PDF file."""
    from roadmap_desktop.cli import document as documents  # noqa: PLC0415 - as above
    from roadmap_desktop.documents.shelf import Shelf  # noqa: PLC0415 - as above
    from roadmap_desktop.services import paperwork  # noqa: PLC0415 - not needed by the others

    words = load_words(paths.WORDS, check_language(language)) if language else terminal.words
    documents.check_name(document, words)
    template, logo = given["template_file"], given["logo"]
    own = None if template or built_in else Shelf(terminal.settings.folder).own(document, words.language)
    template = template or own
    picture = paperwork.read_logo(logo) if logo else b""
    ending = out.suffix.lower()
    if ending not in documents.MAGIC or (ending == paperwork.PDF and as_template):
        raise opening.Refused("bad-ending")
    replaced = _check_out(out, documents.MAGIC[ending])
    size = next((one for one in PAPERS if one.lower() == (paper or "").lower()), _usual_paper(terminal))
    library, today = Library(paths.FORMS), opening.today()
    gaps: tuple[str, ...] = ()
    with opening.reading(file) as db:
        form = printing.usual_form(db, None)
        dossier = None if as_template else queries.dossier(db, _only_partnership(db, partnership).id)
        picture = picture or queries.logo(db, queries.home_organisation(db).id)
    if dossier is None:
        paperwork.write_template(document, form, library, words, out, size, picture)
    else:
        order = (document, dossier, library, words, today)
        made = paperwork.make_own(template, *order, picture) if template else paperwork.make(*order, picture)
        gaps = made.gaps
        if ending == paperwork.PDF:
            paperwork.write_pdf(made, words, today, out, family=terminal.draw(), size=size)
        elif template:
            paperwork.write_filled(template, *order, out)
        else:
            paperwork.write_word(made, out, size=size)
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    for line in replies.written(out, gaps, replaced=replaced, own=own is not None and not as_template):
        terminal.say(line)


def _only_partnership(db: sqlite3.Connection, name: str | None) -> Partnership:
    """The partnership `name`; without a name the one there is. Raises Refused where there are several, or none."""
    if name is not None:
        return opening.partnership(db, name)
    ids = queries.partnership_ids(db)
    if len(ids) != 1:
        raise opening.Refused("which-partnership" if ids else "nothing-to-write")
    return queries.dossier(db, ids[0]).partnership


# history ------------------------------------------------------------------------------------------------


@main.command("history", add_help_option=False)
@_file
@click.option("--partnership", metavar="PARTNERSHIP")
@click.option("--checkpoint", metavar="CHECKPOINT", default="")
@click.option("--person", metavar="NAME", default="")
@click.option("--from", "since", metavar="DATE", default="")
@click.option("--until", metavar="DATE", default="")
@click.option("--limit", metavar="COUNT", type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True)
@_help
@click.pass_obj
def history(
    terminal: Terminal,
    /,
    file: Path,
    *,
    partnership: str | None,
    limit: int | None,
    as_json: bool,
    **wanted: str,
) -> None:
    """Show who changed what and when, the newest first."""
    from roadmap_desktop.cli import history as telling  # noqa: PLC0415 - not needed by the others
    from roadmap_desktop.domain.history import Scope, Wanted, between_days  # noqa: PLC0415 - likewise
    from roadmap_desktop.domain.telling import Teller  # noqa: PLC0415 - likewise
    from roadmap_desktop.store.history import Reader  # noqa: PLC0415 - likewise

    since, until = between_days(parse_date(wanted["since"]), parse_date(wanted["until"]))
    library = Library(paths.FORMS)
    # Names of partnerships are looked up in tables that may have to be made first; the log itself needs none.
    with opening.reading(file) if partnership is not None else opening.looking(file) as db:
        root = b"" if partnership is None else opening.partnership(db, partnership).root
        checkpoint = _known_checkpoint(wanted["checkpoint"], library, terminal.language)
        asked = Wanted(person=wanted["person"].strip(), since=since, until=until, checkpoint=checkpoint)
        reader = Reader(Scope(root), asked, at_once=telling.AT_ONCE)
        teller = Teller(library, terminal.words, codes=True)
        said = False
        pieces = (
            telling.history_json(str(file), reader.events(db), teller, limit)
            if as_json
            else telling.lines(db, reader, teller, terminal.words, limit)
        )
        for piece in pieces:
            terminal.say(piece)
            said = True
    if not said:
        terminal.say(terminal.words("history", "none"))


def _known_checkpoint(name: str, library: Library, language: str) -> str:
    """The checkpoint `name`, "" for none. Raises UnknownCheckpoint where no form has it."""
    wanted = name.strip().lower()
    known = [stop.id for form in library.ids() for stop in library.form(form, language).checkpoints]
    if wanted and wanted not in known:
        raise UnknownCheckpoint(name=name, known=sorted(set(known)))
    return wanted


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
    opening.note_made(out)
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    for line in replies.rescued(report, Library(paths.FORMS), terminal.language):
        terminal.say(line)


# backup, restore ----------------------------------------------------------------------------------------


@main.command("backup", add_help_option=False)
@_file
@_help
@click.pass_obj
def back_up(terminal: Terminal, file: Path) -> None:
    """Put a checked copy of a file where the program keeps its backups."""
    from roadmap_desktop.store import backup as backups  # noqa: PLC0415 - not needed by the others
    from roadmap_desktop.store import elsewhere  # noqa: PLC0415 - as above

    files.examine(file)
    now = datetime.datetime.now(datetime.UTC)
    folder, second = paths.user_folder() / backups.FOLDER, terminal.settings.text("second_place")
    made = backups.back_up(file, folder, now)
    copied = bool(second) and elsewhere.copy_as_wished(made, Path(second), paths.user_folder())
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
    if not (found or backup or file.exists()):
        raise FileMissing(path=file)
    if as_list:
        terminal.speak()
        from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

        library = Library(paths.FORMS)
        lengths = {form: len(library.form(form, terminal.language).checkpoints) for form in library.ids()}
        for line in replies.backups_listed(found, lengths):
            terminal.say(line)
        return
    chosen = _chosen_backup(file, found, backup)
    holder.refuse(file)
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    now = datetime.datetime.now(datetime.UTC)
    done = backups.restore(file, chosen, folder, opening.author(terminal, ""), now, replies.kept_as())
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
        raise opening.Refused("no-backup")
    if name.isdecimal() and 0 < int(name) <= len(found):
        return found[int(name) - 1]
    wanted = Path(name)
    if wanted.is_file():
        given, document = backups.look(wanted), backups.document_of(file)
        if given.health != "damaged" and (not document or given.document == document):
            return given
    raise opening.Refused("unknown-backup")


# receive ------------------------------------------------------------------------------------------------


@main.command("receive", add_help_option=False)
@_file
@click.argument("from", type=_path, nargs=-1, required=True)
@click.option("--preview", is_flag=True)
@click.option("--take", type=click.Choice(["ours", "theirs", "both"]))
@click.option("--json", "as_json", is_flag=True)
@_help
@click.pass_obj
def receive(
    terminal: Terminal,
    /,
    file: Path,
    *,
    preview: bool,
    take: Choice | None,
    as_json: bool,
    **came: tuple[Path, ...],
) -> int:
    """Take in what is new in other files; the exit status is 0 only where each of them could be read."""
    from roadmap_desktop.cli import receive as receiving  # noqa: PLC0415 - not needed by the others
    from roadmap_desktop.domain.telling import Teller  # noqa: PLC0415 - as above
    from roadmap_desktop.store import backup as backups  # noqa: PLC0415 - as above
    from roadmap_desktop.store import receive as store  # noqa: PLC0415 - as above

    files.examine(file)
    if not preview:
        holder.refuse(file)
    given, empty = receiving.files_in(came["from"], file)
    done: store.Received | None = None
    choice: Choice = take or "later"
    with store.look(file, given) as incoming, files.translating(file):
        groups = list(incoming.groups())
        teller = Teller(Library(paths.FORMS), terminal.words, codes=True)
        teller.learn(incoming.organisations)
        teller.learn({group.root.hex(): group.title for group in groups if group.kind == "organisation"})
        if not preview:
            author = opening.author(terminal, incoming.home)
            folder, now = paths.user_folder() / backups.FOLDER, datetime.datetime.now(datetime.UTC)
            done = store.apply(file, incoming, {}, author, folder, now, choice)
            if done.backup is not None:
                backups.tidy(folder, done.backup.document, now)
        sources = [*incoming.sources, *empty]
    applied, kept = (0, None) if done is None else (done.new, done.backup.path if done.backup else None)
    for refused in (one for one in sources if one.error is not None):
        fail(terminal, refused.error or FileMissing(path=refused.file))
    status = FAILED if any(one.error is not None for one in sources) else DONE
    if as_json:
        terminal.say(overview.as_json(receiving.receipt_data(sources, groups, applied, kept)))
        return status
    terminal.speak()
    from roadmap_desktop.cli import receipt  # noqa: PLC0415 - Qt, for sentences

    for one in sources:
        if one.error is None:
            terminal.say(receipt.arrived(one, terminal.words))
    for line in receipt.differences(groups, teller):
        terminal.say(line)
    terminal.say("")
    taken = receipt.taken_in(file, groups, applied, kept, choice)
    for line in receipt.previewed(file, groups) if preview else taken:
        terminal.say(line)
    return status


# collect ------------------------------------------------------------------------------------------------


@main.command("collect", add_help_option=False)
@_file
@click.argument("from", type=_path, nargs=-1, required=False)
@click.option("--year", type=click.IntRange(min=1), metavar="YEAR")
@click.option("--feedback", type=_path, metavar="FOLDER")
@click.option("--call", type=_path, metavar="OUT")
@click.option("--level", type=click.Choice(LEVELS))
@click.option("--until", metavar="DATE", default="")
@click.option("--reply", metavar="ADDRESS", default="")
@click.option("--text", metavar="TEXT", default="")
@click.option("--json", "as_json", is_flag=True)
@_help
@click.pass_obj
def collect(
    terminal: Terminal,
    /,
    file: Path,
    *,
    year: int | None,
    feedback: Path | None,
    as_json: bool,
    **given: Any,
) -> int:
    """Take what members sent into an overview; the exit status is 0 only where each of their files was taken."""
    from roadmap_desktop.cli import collect as collecting  # noqa: PLC0415 - not needed by the others

    family = terminal.draw() if feedback is not None else ""
    done = collecting.collect(terminal, file, given["from"], year)
    if feedback is not None:
        done = done._replace(
            feedback=collecting.write_feedback(terminal, done, feedback, _usual_paper(terminal), family)
        )
    if given["call"] is not None:
        ask = collecting.Ask(
            given["level"] or "numbers", str(given["until"]), str(given["reply"]), str(given["text"])
        )
        done = done._replace(call=collecting.write_call(terminal, done, given["call"], ask))
    for error in done.errors:
        fail(terminal, error)
    status = DONE if done.complete else FAILED
    if as_json:
        terminal.say(overview.as_json(collecting.collection_data(file, done)))
        return status
    terminal.speak()
    from roadmap_desktop.cli import collection  # noqa: PLC0415 - Qt, for sentences

    for line in collection.told(file, done, Library(paths.FORMS), terminal.words):
        terminal.say(line)
    return status


# send ---------------------------------------------------------------------------------------------------


@main.command("send", add_help_option=False)
@_file
@click.option("-o", "--out", type=_path)
@click.option("--partnership", metavar="PARTNERSHIP")
@click.option("--level", type=click.Choice(LEVELS))
@click.option("--share", type=click.Choice(SHARABLE), multiple=True)
@click.option("--to", metavar="ADDRESS", default="")
@click.option("--eml", is_flag=True)
@click.option("--preview", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@click.option("--language", metavar="CODE", default="")
@_help
@click.pass_obj
def send(
    terminal: Terminal,
    /,
    file: Path,
    *,
    out: Path | None,
    level: Level | None,
    share: tuple[str, ...],
    preview: bool,
    as_json: bool,
    **wanted: str | bool | None,
) -> None:
    """Make what somebody is to have of a file, with a letter where one is asked for; it sends nothing by itself."""
    from roadmap_desktop.cli import send as sending  # noqa: PLC0415 - not needed by the others
    from roadmap_desktop.services import delivery as made  # noqa: PLC0415 - as above
    from roadmap_desktop.store import leaving  # noqa: PLC0415 - as above

    if out is None and not preview:
        raise click.MissingParameter(ctx=click.get_current_context(), param=_option("out"))
    language = check_language(str(wanted["language"])) if wanted["language"] else terminal.language
    to, named = str(wanted["to"]).strip(), wanted["partnership"]
    with opening.reading(file) as db:
        order = sending.order(db, level, None if named is None else str(named), share)
        author = opening.author(terminal, queries.home_organisation(db).name)
        dossier = queries.dossier(db, order.root) if order.root else None
    words = load_words(paths.WORDS, language)
    order = order._replace(unnamed=words("person", "unnamed"))
    done = made.Delivery(leaving.preview(file, order.level, order.root, shared=order.shared))
    if out is not None and not preview:
        if to:
            _check_writable(file)
        letter = bool(wanted["eml"] or to)
        now = datetime.datetime.now(datetime.UTC)
        target = made.place(out, order, file, author, now, letter=letter)
        sent = made.make(file, target, order, author, now, Library(paths.FORMS))
        done = done._replace(sent=sent)
        if letter:
            reader = made.reader_of(dossier, to)
            pdf = _sheet_along(terminal, target, words) if order.level in ("partner", "roles") else None
            made.write_letter(made.letter_for(target), sent, author, words, reader, pdf)
            done = done._replace(letter=made.letter_for(target))
        if to:
            sending.note(file, sent, to, author)
            done = done._replace(noted=True)
    if as_json:
        terminal.say(overview.as_json(sending.delivery_data(file, order, done)))
        return
    terminal.speak()
    from roadmap_desktop.cli import delivery  # noqa: PLC0415 - Qt, for sentences

    for line in delivery.leaves(done.leaving, terminal.words):
        terminal.say(line)
    terminal.say("")
    for line in delivery.delivered(file, order.level, done) if done.sent else [delivery.previewed()]:
        terminal.say(line)


def _check_writable(file: Path) -> None:
    """Raise before the work, not after it, where nothing can be noted in `file`."""
    holder.refuse(file)
    if not files.writable(file):
        raise FileReadOnly(path=file)


def _option(name: str) -> click.Parameter:
    return next(param for param in click.get_current_context().command.params if param.name == name)


def _sheet_along(terminal: Terminal, copy: Path, words: Words) -> bytes:
    """The progress sheet of a copy as PDF, for a reader without the program."""
    import tempfile  # noqa: PLC0415 - only with a letter

    from roadmap_desktop.services.delivery import sheets  # noqa: PLC0415 - as above

    family = terminal.draw()
    from roadmap_desktop.paint.pdf import write_pdf  # noqa: PLC0415 - needs what `draw` has found to be there

    with tempfile.TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True) as folder:
        out = Path(folder) / "sheet.pdf"
        found = sheets(copy, Library(paths.FORMS), words, opening.today())
        write_pdf(iter(found), out, paper=_usual_paper(terminal), family=family, title=copy.stem)
        return out.read_bytes()


# export -------------------------------------------------------------------------------------------------


@main.command("export", add_help_option=False)
@_file
@click.option("-o", "--out", type=_path, required=True)
@click.option("--partnership", metavar="PARTNERSHIP")
@click.option("--with-notes", is_flag=True)
@click.option("--without-names", is_flag=True)
@click.option("--table", type=click.Choice(TABLES), default=TABLES[0])
@click.option("--json", "as_json", is_flag=True)
@click.option("--language", metavar="CODE", default="")
@_help
@click.pass_obj
def export(
    terminal: Terminal,
    /,
    file: Path,
    *,
    out: Path,
    partnership: str | None,
    table: str,
    language: str,
    **given: bool,
) -> None:
    """Write lists of what a file holds, for other programs."""
    from roadmap_desktop.cli import export as exporting  # noqa: PLC0415 - not needed by the others

    words = load_words(paths.WORDS, check_language(language)) if language else terminal.words
    with opening.reading(file) as db:
        order = exporting.wanted(
            db, out, partnership, table, notes=given["with_notes"], names=not given["without_names"]
        )
        _check_out(out, exporting.MAGIC[out.suffix.lower()])
        done = exporting.make(db, file, out, order, words)
    if given["as_json"]:
        terminal.say(overview.as_json(exporting.data(out, done)))
        return
    terminal.speak()
    from roadmap_desktop.cli import exported  # noqa: PLC0415 - Qt, for sentences

    for line in exported.exported(out, done, words, table):
        terminal.say(line)


# import -------------------------------------------------------------------------------------------------


@main.command("import", add_help_option=False)
@_file
@click.argument("from", type=_path)
@click.option("--preview", is_flag=True)
@click.option("--sheet", "sheet_name", metavar="NAME", default="")
@click.option("--column", metavar="NUMBER=FIELD", multiple=True)
@click.option("--known", type=click.Choice(WAYS))
@click.option("--kind", type=click.Choice(KINDS), default=KINDS[0])
@click.option("--without-partnerships", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@_help
@click.pass_obj
def import_list(
    terminal: Terminal,
    /,
    file: Path,
    *,
    preview: bool,
    as_json: bool,
    column: tuple[str, ...],
    known: Way | None,
    **given: Any,
) -> int:
    """Take in a list of partners, or a whole file from its JSON."""
    from roadmap_desktop.cli import intake  # noqa: PLC0415 - not needed by the others
    from roadmap_desktop.domain.partner_plan import Options  # noqa: PLC0415 - as above
    from roadmap_desktop.store import open_json  # noqa: PLC0415 - as above

    source: Path = given["from"]
    if open_json.is_one(source):
        return _import_whole(terminal, file, source, preview=preview, as_json=as_json)
    options = Options(begin=not given["without_partnerships"], kind=given["kind"])
    wanted = intake.Wanted(given["sheet_name"], intake.columns(column), known, options)
    done = intake.take(terminal, file, source, wanted, preview=preview)
    if as_json:
        terminal.say(overview.as_json(intake.data(file, source, done)))
        return DONE
    terminal.speak()
    from roadmap_desktop.cli import imported  # noqa: PLC0415 - Qt, for sentences

    for line in imported.imported(file, source, done, terminal.words):
        terminal.say(line)
    return DONE


def _import_whole(terminal: Terminal, file: Path, source: Path, *, preview: bool, as_json: bool) -> int:
    """Make `file` of the JSON `source`; where it is there, take in what is new, as of any other file."""
    from roadmap_desktop.cli import intake  # noqa: PLC0415 - not needed by the others
    from roadmap_desktop.store import open_json  # noqa: PLC0415 - as above

    with intake.restored(source) as made:
        if file.exists():
            came = {"from": (made,)}
            status: int = click.get_current_context().invoke(
                receive, file=file, preview=preview, take=None, as_json=as_json, **came
            )
            return status
        with opening.reading(made) as db:
            count = log.tally(db)[0]
    if not preview:
        open_json.restore(source, file)
        opening.note_made(file)
    if as_json:
        terminal.say(
            overview.as_json(
                {"file": str(file), "from": str(source), "changes": count, "written": not preview}
            )
        )
        return DONE
    terminal.speak()
    from roadmap_desktop.cli import imported  # noqa: PLC0415 - Qt, for sentences

    terminal.say(imported.remade(file, count, preview=preview))
    return DONE


# lock, unlock -------------------------------------------------------------------------------------------


@main.command("lock", add_help_option=False)
@_file
@click.option("-o", "--out", type=_path, required=True)
@click.option("--password-file", metavar="FILE", type=_path, required=True)
@click.option("--recovery-words", is_flag=True)
@_help
@click.pass_obj
def lock(terminal: Terminal, /, file: Path, *, out: Path, password_file: Path, recovery_words: bool) -> None:
    """Make a copy of a file, locked with a password."""
    from roadmap_desktop.domain.recovery_words import draw  # noqa: PLC0415 - not needed by the others
    from roadmap_desktop.store import lock_keys  # noqa: PLC0415 - as above
    from roadmap_desktop.store import locked as locking  # noqa: PLC0415 - as above

    password = _secret(terminal, password_file).partition("\n")[0]
    if not password:
        raise opening.Refused("no-password")
    files.examine(file)
    _check_new(out)
    words = draw() if recovery_words else ()
    locking.save_locked(file, out, lock_keys.make_lock(password, words))
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    for line in replies.locked(file, out, words):
        terminal.say(line)


@main.command("unlock", add_help_option=False)
@_file
@click.option("-o", "--out", type=_path, required=True)
@click.option("--password-file", metavar="FILE", type=_path, required=True)
@_help
@click.pass_obj
def unlock(terminal: Terminal, /, file: Path, *, out: Path, password_file: Path) -> None:
    """Open a locked copy into an ordinary file."""
    from roadmap_desktop.domain.recovery_words import read  # noqa: PLC0415 - not needed by the others
    from roadmap_desktop.store import locked as locking  # noqa: PLC0415 - as above

    text = _secret(terminal, password_file)
    # A sheet's words may stand in several lines; a password is one.
    secret = text if read(text).meant else text.partition("\n")[0]
    if not secret:
        raise opening.Refused("no-password")
    _check_new(out)
    locking.unlock(file, out, secret)
    terminal.speak()
    from roadmap_desktop.cli import replies  # noqa: PLC0415 - Qt, for a sentence

    terminal.say(replies.unlocked(file, out))


def _secret(terminal: Terminal, source: Path) -> str:
    """What the file `source`, or standard input for "-", says. Raises Refused, FileMissing and the like."""
    try:
        if str(source) == "-":
            return terminal.heard()
        with files.translating(source), source.open("rb") as stream:
            raw = stream.read(_LONGEST_SECRET)
        return raw.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
    except UnicodeDecodeError:
        raise opening.Refused("no-password") from None


def _check_new(out: Path) -> None:
    """Raise FileExists or FolderUnwritable before the work, not after it."""
    if out.exists():
        raise FileExists(path=out)
    if not out.parent.is_dir():
        raise FolderUnwritable(path=out.parent)
