"""The floors of design.md section 8, as rules about imports; and habits that only a look at the source can keep."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "roadmap_desktop"
PACKAGE = SOURCE.name
MODULES = sorted(SOURCE.rglob("*.py"))

FLOORS: dict[str, set[str]] = {
    # floor or module: what of ours it may import besides itself
    "__init__": set(),
    "domain": set(),
    "store": {"__init__", "domain"},
    "documents": {"domain"},
    "paint": {"domain", "documents"},
    "paths": set(),
    "screen": {"domain"},
    "settings": {"domain", "paths"},
    "defects": {"__init__", "paths"},
    "i18n": {"paths"},
    "job": set(),
    "watch": {"domain", "store"},
    "session": {"domain", "store", "watch"},
    "messages": {"domain", "store"},
    "services": {"domain", "store", "documents", "paint", "paths"},
    "models": {"domain", "documents", "job", "paint", "session"},
    "widgets": {"paint"},
    "views": {
        "__init__", "domain", "store", "documents", "paint", "paths", "settings", "defects", "i18n", "job", "session",
        "messages", "services", "models", "widgets",
    },
    "cli": {
        "__init__", "domain", "store", "documents", "paint", "paths", "screen", "settings", "defects", "i18n", "messages",
        "services",
    },
    "arrivals": {"__init__", "domain", "store", "paths", "settings", "widgets", "views"},
    "windows": {"__init__", "domain", "store", "paths", "settings", "session", "views"},
    "app": {
        "__init__", "domain", "store", "paint", "paths", "settings", "defects", "i18n", "job", "session", "messages", "models",
        "widgets", "views", "windows", "arrivals",
    },
    "launch": {"__init__", "domain", "paint", "paths", "screen", "settings", "defects", "i18n", "messages", "views", "app"},
    "__main__": {"domain", "screen", "defects", "cli", "launch"},
}  # fmt: skip

QT: dict[str, set[str]] = {
    # floor or module: how much of Qt it may use; what is not named here uses none
    "paint": {"QtCore", "QtGui"},
    "i18n": {"QtCore"},
    "job": {"QtCore"},
    "watch": {"QtCore"},
    "session": {"QtCore"},
    "messages": {"QtCore"},
    "services": {"QtCore"},
    "models": {"QtCore", "QtGui"},
    "widgets": {"QtCore", "QtGui", "QtWidgets", "QtSvg"},
    "views": {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"},
    "cli": {"QtCore", "QtGui"},
    "windows": {"QtCore", "QtGui", "QtWidgets"},
    "arrivals": {"QtCore", "QtWidgets"},
    "app": {"QtCore", "QtGui", "QtWidgets"},
    "launch": {"QtCore", "QtGui", "QtWidgets"},
}

OTHERS: dict[str, set[str]] = {
    # floor or module: whose libraries it may use besides Python's own and Qt
    "store": {"sqlite_utils", "pyrage"},
    "documents": {"docxtpl", "docx", "jinja2", "lxml", "openpyxl", "icalendar", "xlsxwriter"},
    "paths": {"platformdirs"},
    "cli": {"click"},
}

WIDGETS_MAY_KNOW = {"domain.progress", "domain.records"}
"""What the drawing's own types are made of; widgets know nothing else of the subject."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def module(path: Path) -> str:
    """domain/form.py → domain.form"""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


NAMES = {module(path): path for path in MODULES}


def floor(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def imports(path: Path, *, when_loaded: bool = False) -> Iterator[str]:
    """Every module that `path` imports; `when_loaded` leaves out what waits in functions or is for types only."""
    for node in _nodes(tree(path), when_loaded):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _nodes(node: ast.AST, when_loaded: bool) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        types_only = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        if not (when_loaded and (later or types_only)):
            yield child
            yield from _nodes(child, when_loaded)


def ours(path: Path, *, when_loaded: bool = False) -> Iterator[str]:
    """Our modules that `path` imports, without the package's name."""
    for name in imports(path, when_loaded=when_loaded):
        first, _, rest = name.partition(".")
        if first == PACKAGE:
            while rest and rest not in NAMES:
                rest = rest.rpartition(".")[0]
            yield rest or "__init__"


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_a_floor_imports_only_floors_below(path: Path) -> None:
    own = floor(module(path))
    assert own in FLOORS, f"{own} stands on no floor yet: give it one"
    known = WIDGETS_MAY_KNOW if own == "widgets" else set()
    wrong = {name for name in ours(path) if floor(name) not in FLOORS[own] | {own} and name not in known}
    assert not wrong


def test_floors_themselves_go_only_down() -> None:
    below: dict[str, set[str]] = {}

    def reach(name: str) -> set[str]:
        if name not in below:
            below[name] = set()  # a circle would find itself here
            below[name] = FLOORS[name].union(*map(reach, FLOORS[name]))
        return below[name]

    assert [name for name in FLOORS if name in reach(name)] == []


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_a_floor_uses_no_more_of_qt_than_it_may(path: Path) -> None:
    own = floor(module(path))
    used = {name.split(".")[1] for name in imports(path) if name.startswith("PySide6.")}
    assert used <= QT.get(own, set())
    assert "PySide6" not in imports(path)


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_a_floor_uses_only_its_own_libraries(path: Path) -> None:
    own = floor(module(path))
    foreign = (
        {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {PACKAGE, "PySide6"}
    )
    assert foreign <= OTHERS.get(own, set())


def test_no_module_imports_itself_through_others() -> None:
    edges = {name: set(ours(path, when_loaded=True)) - {name} for name, path in NAMES.items()}
    circles = []

    def walk(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            circles.append(way[way.index(name) :])
        elif name not in done:
            for other in edges.get(name, ()):
                walk(other, (*way, name))
            done.add(name)

    done: set[str] = set()
    for name in edges:
        walk(name, ())
    assert circles == []


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent.name != "store"], ids=module)
def test_only_the_store_speaks_sql(path: Path) -> None:
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    spoken = {"execute", "executemany", "executescript"}
    assert [call.lineno for call in calls if _called(call) in spoken] == []


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_a_module_begins_by_saying_what_it_is(path: Path) -> None:
    said = ast.get_docstring(tree(path))
    assert said, "no docstring"
    assert said.split("\n")[0].rstrip().endswith(".")


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_nothing_is_printed_and_no_error_swallowed_whole(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            assert _called(node) != "print" or isinstance(node.func, ast.Attribute), (
                f"print in line {node.lineno}"
            )
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"bare except in line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_texts_to_translate_are_literals(path: Path) -> None:
    """`tr(f"…")` is extracted but never translated; a name or an alias is not extracted at all."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and _called(node) in {"tr", "translate", "QT_TRANSLATE_NOOP"}:
            if _called(node) == "translate" and not _is_qts(node):
                continue
            first = 0 if _called(node) == "tr" else 1
            words = node.args[: first + 1]
            assert len(words) == first + 1, f"line {node.lineno}: the text is not given in its place"
            assert all(isinstance(word, ast.Constant) and isinstance(word.value, str) for word in words), (
                f"line {node.lineno}: only a literal is extracted"
            )


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_qts(call: ast.Call) -> bool:
    """QCoreApplication.translate and its like, not str.translate."""
    return not isinstance(call.func, ast.Attribute) or ast.unparse(call.func.value).endswith("Application")


def test_the_rules_can_tell(tmp_path: Path) -> None:
    """Each rule is broken once, so that none passes because it looks at nothing."""
    bad = tmp_path / "bad.py"
    bad.write_text(
        "import requests\nfrom PySide6.QtWidgets import QWidget\nfrom roadmap_desktop.views import home\n"
        'def f(self, db):\n    from roadmap_desktop import store\n    self.tr(f"{db}")\n    db.execute("")\n',
        "utf-8",
    )
    assert {"requests", "PySide6.QtWidgets.QWidget"} <= set(imports(bad))
    assert set(ours(bad)) == {"views.home", "store"}
    assert set(ours(bad, when_loaded=True)) == {"views.home"}
    for rule in (
        test_texts_to_translate_are_literals,
        test_only_the_store_speaks_sql,
        test_a_module_begins_by_saying_what_it_is,
    ):
        with pytest.raises(AssertionError):
            rule(bad)


def test_the_core_runs_without_qt() -> None:
    code = (
        "import sys\n"
        "from roadmap_desktop.domain import changes, coach, dossier, form, progress, records, words\n"
        "from roadmap_desktop.store import check, derived, file, log, migrations, queries\n"
        "from roadmap_desktop.documents import sheets\n"
        "sys.exit(any(name.split('.')[0] in ('PySide6', 'shiboken6') for name in sys.modules))\n"
    )
    assert subprocess.run([sys.executable, "-W", "error", "-c", code], check=False).returncode == 0


def test_the_command_line_knows_no_widgets() -> None:
    code = "import sys, roadmap_desktop.cli.commands\nsys.exit('PySide6.QtWidgets' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_looking_at_a_file_imports_nothing_that_is_slow() -> None:
    code = "import sys\nfrom roadmap_desktop.store import file, log, queries\nsys.exit('sqlite_utils' in sys.modules)\n"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_calls_into_qt_lose_no_reference_to_none() -> None:
    """PySide6 6.12.0 on Python 3.10 and 3.11 loses one at each void call, and aborts after some 5,000."""
    code = (
        "import sys\n"
        "from PySide6.QtCore import QObject, QTimer, QTranslator, QUrl\n"
        "from PySide6.QtGui import QColor, QImage, QPainter, QPen\n"
        "calls = 3_000\n"
        "thing, timer, pen, url = QObject(), QTimer(), QPen(), QUrl()\n"
        "image = QImage(8, 8, QImage.Format.Format_ARGB32)\n"
        "painter, red = QPainter(image), QColor('red')\n"
        "def work():\n"
        "    thing.setObjectName('x'); timer.setInterval(5); pen.setWidth(2); url.setPath('/x')\n"
        "    painter.setPen(red); painter.drawLine(0, 0, 5, 5); painter.save(); painter.restore()\n"
        "work()\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(calls): work()\n"
        "lost = before - sys.getrefcount(None)\n"
        "painter.end()\n"
        "sys.exit(0 if abs(lost) < 100 else 1)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
