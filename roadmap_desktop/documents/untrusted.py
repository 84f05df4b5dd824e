"""A user's template as it comes: opened only where it is small and plain; fills nothing."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from roadmap_desktop.domain.errors import TemplateBroken, TemplateForeign

if TYPE_CHECKING:
    from docx.document import Document as Opened

LARGEST: Final = 20_000_000
"""Most bytes of a template, unpacked, and most characters of what it is filled into."""
LARGEST_TEXT: Final = 4_000_000
"""Most bytes of that that are text: some hundred pages."""
MOST_PARTS: Final = 1_000
MOST_MARKERS: Final = 5_000
_QUOTED: Final = 120
_BEGIN: Final = re.compile(r"\{[{%#]")
_END: Final = re.compile(r"[}%#]\}")
_ENDS: Final = {"{": "}", "%": "%", "#": "#"}
_TORN_BEGIN: Final = re.compile(r"\{(?:<[^<>]*>)*[{%#]")
_MAIN: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIELDS: Final = re.compile(
    r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|MACROBUTTON|DATABASE|IMPORT|RD)\b", re.IGNORECASE
)
"""Fields of Word that fetch other files or run something."""


def open_template(template: Path) -> Opened:
    """The Word file, once it is known to be small and plain. Raises TemplateForeign, TemplateBroken, OSError."""
    from docx import Document as open_docx  # noqa: N813, PLC0415 - a function; as slow as opening the app's window
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 - as above
    from lxml.etree import LxmlError  # noqa: PLC0415 - as above

    data = template.read_bytes() if template.stat().st_size <= LARGEST else b""
    if not data and template.stat().st_size:
        raise TemplateBroken(path=template, reason="large", place="")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
        text = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
        unpacked = sum(part.file_size for part in parts)
        if len(parts) > MOST_PARTS or unpacked > LARGEST or text > LARGEST_TEXT:
            raise TemplateBroken(path=template, reason="large", place="")
        opened = open_docx(io.BytesIO(data))
        _refuse_active(opened, template)
    except (zipfile.BadZipFile, OpcError, LxmlError, KeyError, ValueError, NotImplementedError) as error:
        raise TemplateForeign(path=template) from error
    return opened


def _refuse_active(opened: Opened, template: Path) -> None:
    """Raise TemplateBroken for macros and for fields that fetch or run; forget the template of the template."""
    from lxml import etree  # noqa: PLC0415 - loaded by now

    for part in opened.part.package.iter_parts():
        if "vbaProject" in part.partname or "oleObject" in part.partname:
            raise TemplateBroken(path=template, reason="forbidden", place=Path(part.partname).name)
        for key, relation in list(part.rels.items()):
            if relation.is_external and relation.reltype.endswith("/attachedTemplate"):
                del part.rels[key]
        if not part.content_type.endswith("+xml") or "wordprocessingml" not in part.content_type:
            continue
        root = getattr(part, "element", None)
        if root is None:
            root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        for element in list(root.iter(f"{_MAIN}attachedTemplate")):
            element.getparent().remove(element)
        for text in _field_codes(root):
            if _FIELDS.search(text):
                raise TemplateBroken(path=template, reason="forbidden", place=short(text))
        _check_markers(root, template)


def _field_codes(root: Any) -> Iterator[str]:
    """What Word would carry out, paragraph by paragraph; a code may be torn over several runs."""
    for paragraph in root.iter(f"{_MAIN}p"):
        yield "".join(code.text or "" for code in paragraph.iter(f"{_MAIN}instrText"))
    yield from (field.get(f"{_MAIN}instr", "") for field in root.iter(f"{_MAIN}fldSimple"))


def _check_markers(root: Any, template: Path) -> None:
    """Raise TemplateBroken unless every marker opens and closes in one paragraph, and stands nowhere else.

    The library looks for markers with patterns that take for ever where one has no end.
    """
    from lxml import etree  # noqa: PLC0415 - loaded by now

    opened = 0
    for paragraph in root.iter(f"{_MAIN}p"):
        if next(paragraph.iterancestors(f"{_MAIN}p"), None) is not None:
            continue
        text = etree.tostring(paragraph, method="text", encoding="unicode", with_tail=False)
        begun = [found[1] for found in _BEGIN.findall(text)]
        ended = [found[0] for found in _END.findall(text)]
        if [_ENDS[sign] for sign in begun] != ended:
            raise TemplateBroken(path=template, reason="grammar", place=short(text))
        opened += len(begun)
    if opened > MOST_MARKERS:
        raise TemplateBroken(path=template, reason="large", place="")
    if opened != sum(1 for _ in _TORN_BEGIN.finditer(etree.tostring(root, encoding="unicode"))):
        raise TemplateBroken(path=template, reason="forbidden", place="")


def short(text: str) -> str:
    """The beginning of `text`, on one line."""
    return " ".join(text.split())[:_QUOTED]
