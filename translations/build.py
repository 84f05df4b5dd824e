"""Compile the translations, and put them and resources/ into the wheel. Holds no translation itself.

Three ways in:

* ``python translations/build.py`` compiles every ``translations/*.ts`` into a ``.qm`` file beside it;
* ``python translations/build.py --update [LANGUAGE ...]`` collects the texts of ``roadmap_desktop`` into every
  ``.ts`` file, after making one for each new language named;
* hatchling loads this file as the project's build hook.
"""

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PACKAGE = "roadmap_desktop"
SOURCE_LANGUAGE = "en"


def compile_all(folder: Path = HERE) -> list[Path]:
    """Compile every ``.ts`` file of ``folder`` and return the ``.qm`` files, which lie beside them.

    Raises:
        subprocess.CalledProcessError: lrelease could not read a file; it has said which on standard error.
    """
    compiled = []
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        part = target.with_suffix(".part")
        _run("lrelease", "-silent", str(source), "-qm", str(part))
        part.replace(target)  # a program that runs goes on reading the former one
        compiled.append(target)
    return compiled


def update_all(new_languages: list[str]) -> list[Path]:
    """Bring every ``.ts`` file up to date with the program's texts and return the files.

    The texts in the program are English, so ``en.ts`` holds nothing but the plural forms.
    """
    languages = {source.stem for source in HERE.glob("*.ts")} | {SOURCE_LANGUAGE} | set(new_languages)
    updated = []
    for language in sorted(languages):
        target = HERE / f"{language}.ts"
        plural_only = ["-pluralonly"] if language == SOURCE_LANGUAGE else []
        # -extensions comes before the folder: after it, lupdate finds nothing and says nothing.
        _run(
            "lupdate",
            *("-extensions", "py", PACKAGE),
            *("-no-obsolete", "-locations", "none", "-source-language", SOURCE_LANGUAGE),
            *("-target-language", language),
            *plural_only,
            *("-ts", str(target)),
        )
        updated.append(target)
    return updated


def _run(tool: str, *arguments: str) -> None:
    """Run one of the tools that lie beside PySide6's modules, from the top folder."""
    pyside = importlib.util.find_spec("PySide6")
    if pyside is None or not pyside.submodule_search_locations:
        sys.exit("PySide6-Essentials is not installed in this Python; it brings the translation tools.")
    program = Path(pyside.submodule_search_locations[0]) / (
        f"{tool}.exe" if sys.platform == "win32" else tool
    )
    subprocess.run([program, *arguments], check=True, cwd=ROOT)


class TranslationsHook(BuildHookInterface[Any]):
    """The hook hatchling runs: a wheel gets resources and ``.qm`` files, a source checkout only the latter."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the translations; for a wheel, say where the files outside the package go."""
        if self.target_name != "wheel":
            return
        compiled = compile_all()
        if version == "editable":
            return
        included = build_data["force_include"]
        included[str(ROOT / "resources")] = f"{PACKAGE}/resources"
        for path in compiled:
            included[str(path)] = f"{PACKAGE}/translations/{path.name}"


def main() -> None:
    """Read the command line and do one of the two."""
    parser = argparse.ArgumentParser(
        description="Compile the translations, or collect the texts to translate."
    )
    parser.add_argument(
        "--update", nargs="*", metavar="LANGUAGE", help="collect texts; make files for LANGUAGE"
    )
    arguments = parser.parse_args()
    done = compile_all() if arguments.update is None else update_all(arguments.update)
    print(f"{len(done)} written: {', '.join(path.name for path in done)}")


if __name__ == "__main__":
    main()
