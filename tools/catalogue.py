"""Keep the catalogue of messages: ``make catalogue`` writes what is new into it, ``--check`` says what is missing.

Messages are found where they stand: ``said(...)``, ``said_as(...)`` and ``counted(...)`` in the package, the same and
``marked(...)`` in its templates, and the prose of the notebooks. Translators fill ``src/claimbook/language/*.po``.
"""

import argparse
import ast
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import TypeAlias

import nbformat
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po, write_po
from jinja2 import nodes

from claimbook.language.catalogue import CODES
from claimbook.report.show import environment

ROOT = Path(__file__).resolve().parents[1]
PACKAGE, NOTEBOOKS = ROOT / "src" / "claimbook", ROOT / "notebooks"
LANGUAGES = PACKAGE / "language"
_SIMPLE, _WITH_CONTEXT, _COUNTED = frozenset({"said", "marked"}), "said_as", "counted"
_HIDDEN = frozenset({"notebook-only", "parameters"})
_HEADER = """\
# What claimbook says, message by message. `make catalogue` keeps it in step with the code.
msgid ""
msgstr ""
"Language: {code}\\n"
"Plural-Forms: {plural_forms}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""  # no day and no name: the same messages make the same file
Key: TypeAlias = "str | tuple[str, str]"


@dataclass(frozen=True)
class Message:
    """One message: its key, one pattern or that for one and that for many; its context; the file that says it."""

    key: Key
    context: str | None
    file: str


def messages(*files: Path) -> Iterator[Message]:
    """Every message of these files, or of the whole project."""
    for file in files or every_file():
        name = file.resolve().relative_to(ROOT).as_posix()
        for key, context in _READERS[file.suffix](file):
            yield Message(key, context, name)


def every_file() -> list[Path]:
    """Each file that can hold messages, in the order of their names."""
    found = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.j2"), *NOTEBOOKS.glob("*.ipynb")]
    return sorted(file for file in found if file.name != "said.py")


def _of_python(file: Path) -> Iterator[tuple[Key, str | None]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
            yield from _found(node.func.id, texts, f"{file.name}:{node.lineno}")


def _of_template(file: Path) -> Iterator[tuple[Key, str | None]]:
    for node in environment().parse(file.read_text(encoding="utf-8")).find_all(nodes.Call):
        if isinstance(node.node, nodes.Name):
            texts = [argument.value if isinstance(argument, nodes.Const) else None for argument in node.args]
            yield from _found(node.node.name, texts, f"{file.name}:{node.lineno}")


def _of_notebook(file: Path) -> Iterator[tuple[Key, str | None]]:
    for cell in nbformat.read(file, as_version=4).cells:  # type: ignore[no-untyped-call]
        if cell.cell_type == "markdown" and not _HIDDEN & set(cell.metadata.get("tags", [])):
            yield cell.source, None


_READERS = {".py": _of_python, ".j2": _of_template, ".ipynb": _of_notebook}


def _found(function: str, texts: Sequence[object], place: str) -> Iterator[tuple[Key, str | None]]:
    """The message of one call. Raises SystemExit where it does not stand in the call itself."""
    wanted = 1 if function in _SIMPLE else 2 if function in {_WITH_CONTEXT, _COUNTED} else 0
    first, second = (*texts, None, None)[:2]
    literal = isinstance(first, str) and (wanted == 1 or isinstance(second, str))
    if wanted and not literal and (texts and not place.startswith(("said.py", "show.py"))):
        raise SystemExit(f"{place}: {function}() needs its message as a literal text")
    if not wanted or not literal:
        return
    assert isinstance(first, str)  # noqa: S101 - for the type checker; see literal
    if wanted == 1:
        yield first, None
    elif isinstance(second, str):
        yield ((first, second), None) if function == _COUNTED else (second, first)


def template(*files: Path) -> Catalog:
    """A catalogue of the messages alone, each with the files that say it."""
    made = Catalog(charset="utf-8")
    for message in messages(*files):
        made.add(message.key, context=message.context, locations=[(message.file, 1)])
    return made


def read(file: Path, code: str) -> Catalog:
    """One catalogue from disk."""
    with file.open("rb") as text:
        return read_po(text, locale=code)


def faults(catalogue: Catalog, wanted: Catalog | None = None) -> Iterator[str]:
    """What is missing, empty, marked as a guess, left over or differs in its values."""
    for entry in wanted or ():
        if entry.id and catalogue.get(entry.id, entry.context) is None:
            yield f"missing: {entry.id}"
    for entry in catalogue:
        if entry.id:
            yield from _faults_of(entry)
            if wanted is not None and wanted.get(entry.id, entry.context) is None:
                yield f"no longer said: {entry.id}"


def _faults_of(entry: Entry) -> Iterator[str]:
    patterns = entry.id if isinstance(entry.id, tuple) else (entry.id,)
    strings = _strings(entry)
    if entry.fuzzy:
        yield f"marked as a guess: {entry.id}"
    if len(patterns) != len(strings) or not all(strings):
        yield f"empty: {entry.id}"
        return
    for pattern, string in zip(patterns, strings, strict=True):
        if _names(pattern) - {"n"} != _names(string) - {"n"} or (_names(pattern) ^ _names(string)) - _names(
            patterns[-1]
        ):
            yield f"other values: {pattern!r} | {string!r}"


def _strings(entry: Entry) -> tuple[str, ...]:
    strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    return tuple(str(string or "") for string in strings)


def _names(pattern: object) -> set[str]:
    """Names of the values in a pattern; a text in which braces mean nothing has none."""
    try:
        return {name for _, name, _, _ in Formatter().parse(str(pattern)) if name}
    except ValueError:
        return set()


def main() -> int:
    """Write the catalogues again, or show or check a part."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--of", nargs="+", type=Path, metavar="FILE", help="print the messages of these files alone")
    reader.add_argument("--merge", nargs="+", type=Path, default=[], metavar="PO", help="take translations from here")
    reader.add_argument("--check", nargs="?", type=Path, const=Path(), metavar="PO", help="write nothing, tell faults")
    asked = reader.parse_args()
    if asked.of:
        write_po(sys.stdout.buffer, template(*asked.of), width=120, include_lineno=False, omit_header=True)
        return 0
    if asked.check is not None:
        return _check(asked.check)
    for code in CODES[1:]:
        _write(code, asked.merge)
    return 0


def _check(piece: Path) -> int:
    found = []
    for code in CODES[1:]:
        whole = piece == Path()
        catalogue = read(LANGUAGES / f"{code}.po" if whole else piece, code)
        found += list(faults(catalogue, template() if whole else None))
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


def _write(code: str, pieces: list[Path]) -> None:
    """The catalogue of one language: every message that is said, with what is known of it."""
    place = LANGUAGES / f"{code}.po"
    known = [read(piece, code) for piece in [*reversed(pieces), *([place] if place.exists() else [])]]
    made = Catalog(locale=code)
    for entry in sorted(template(), key=lambda entry: entry.locations[0][0] if entry.locations else ""):
        if entry.id:
            old = _translated(entry, known)
            made.add(entry.id, old.string if old else None, context=entry.context, locations=entry.locations)
    with place.open("wb") as file:
        file.write(_HEADER.format(code=code, plural_forms=made.plural_forms).encode())
        write_po(file, made, width=120, include_lineno=False, omit_header=True)


def _translated(entry: Entry, known: list[Catalog]) -> Entry | None:
    """The same message from the first catalogue that has it in full."""
    found = (catalogue.get(entry.id, entry.context) for catalogue in known)
    return next((old for old in found if old and all(_strings(old))), None)


if __name__ == "__main__":
    sys.exit(main())
