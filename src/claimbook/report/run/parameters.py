"""What a notebook declares in its parameter cell, and whether a run may start.

papermill only warns of an unknown parameter and does not see annotated declarations; here both are read from the
syntax tree before any kernel starts, so that a misspelt name can never give a page about something else.
"""

import ast
import re
import symtable
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from claimbook.model.problems import Place, Problem, ProblemsFoundError, problem

PARAMETERS_TAG = "parameters"
_BINDING = (
    ast.Assign,
    ast.AnnAssign,
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.ClassDef,
)  # always, when reached


@dataclass(frozen=True)
class Parameter:
    """One declared parameter; annotation and default are source text."""

    name: str
    annotation: str | None = None
    default: str | None = None
    """None: declared by annotation alone, so that a run has to give a value."""


def read_notebook(path: Path) -> NotebookNode:
    """The notebook at this path in the current format. Raises ProblemsFoundError when it is not one."""
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except FileNotFoundError as error:
        raise problem("no-notebook", f"there is no notebook {path.name}", place=Place(path)) from error
    except (nbformat.reader.NotJSONError, nbformat.ValidationError, UnicodeDecodeError) as error:
        raise problem("not-a-notebook", f"{path.name} is not a Jupyter notebook", place=Place(path)) from error
    return notebook


def check_notebook(path: Path, notebook: NotebookNode, given: Iterable[str]) -> tuple[Parameter, ...]:
    """The declared parameters of a notebook that may be run with the given names.

    Raises:
        ProblemsFoundError: with every fault at once: no parameters cell or two, a declaration that cannot be read,
            an unknown name, a missing value, or a parameter that no later cell reads.
    """
    declared = declared_parameters(path, notebook)
    problems = [
        *_unknown(path, declared, given),
        *_missing(path, declared, given),
        *_unread(path, notebook, declared),
    ]
    if problems:
        raise ProblemsFoundError(problems)
    return declared


def declared_parameters(path: Path, notebook: NotebookNode) -> tuple[Parameter, ...]:
    """Exactly the names that the one cell tagged ``parameters`` declares, in its order."""
    index = _parameters_index(path, notebook)
    place = Place(path)
    try:
        statements = ast.parse(notebook.cells[index].source).body
    except SyntaxError as error:
        message = f"the parameters cell of {path.name} (cell {index + 1}) is not plain Python: {error.msg}"
        raise problem("unreadable-parameters", message, place=place) from error
    found = [_declaration(path, statement) for statement in statements if not _is_text(statement)]
    names = [parameter.name for parameter in found]
    for name in names:
        if names.count(name) > 1:
            message = f"the parameters cell of {path.name} declares '{name}' twice"
            raise problem("parameter-twice", message, place=place, hint="keep one of the two lines")
    return tuple(found)


def _parameters_index(path: Path, notebook: NotebookNode) -> int:
    tagged = [i for i, cell in enumerate(notebook.cells) if PARAMETERS_TAG in cell.metadata.get("tags", [])]
    if not tagged:
        raise problem(
            "no-parameters-cell",
            f"{path.name} has no cell with the tag '{PARAMETERS_TAG}'",
            place=Place(path),
            hint="in JupyterLab: select the cell, open the property inspector (gear), add the tag",
        )
    if len(tagged) > 1:
        cells = ", ".join(str(i + 1) for i in tagged)
        raise problem(
            "two-parameters-cells",
            f"{path.name} has {len(tagged)} cells with the tag '{PARAMETERS_TAG}' (cells {cells})",
            place=Place(path),
            hint="keep the tag on one of them",
        )
    return tagged[0]


def _is_text(statement: ast.stmt) -> bool:
    """A bare string serves as a comment."""
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _declaration(path: Path, statement: ast.stmt) -> Parameter:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return Parameter(name, None, ast.unparse(value))
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value):
            return Parameter(name, ast.unparse(annotation), ast.unparse(value) if value else None)
    raise problem(
        "unreadable-parameters",
        f"line {statement.lineno} of the parameters cell of {path.name} is not a declaration of one name",
        place=Place(path),
        hint="write one 'name = value' for each parameter, and everything else in a later cell",
    )


def _unknown(path: Path, declared: Iterable[Parameter], given: Iterable[str]) -> Iterator[Problem]:
    names = [parameter.name for parameter in declared]
    for name in given:
        if name not in names:
            close = get_close_matches(name, names, n=1, cutoff=0.0)
            hint = f"did you mean '{close[0]}'?" if close else "it declares no parameter at all"
            yield Problem("unknown-parameter", f"{path.name} declares no parameter '{name}'", Place(path), hint)


def _missing(path: Path, declared: Iterable[Parameter], given: Iterable[str]) -> Iterator[Problem]:
    known = set(given)
    for parameter in declared:
        if parameter.default is None and parameter.name not in known:
            message = f"{path.name} needs a value for its parameter '{parameter.name}'"
            yield Problem("missing-parameter", message, Place(path), "give a value, or declare a default")


def _unread(path: Path, notebook: NotebookNode, declared: Iterable[Parameter]) -> Iterator[Problem]:
    later = notebook.cells[_parameters_index(path, notebook) + 1 :]
    sources = [cell.source for cell in later if cell.cell_type == "code"]
    for parameter in declared:
        if not _is_read(parameter.name, sources):
            message = f"no cell of {path.name} reads its parameter '{parameter.name}'"
            yield Problem("unread-parameter", message, Place(path), "use it in a later cell, or remove it")


def _is_read(name: str, sources: Iterable[str]) -> bool:
    """Whether the value from the parameter cell is read before another value takes its place."""
    for source in sources:
        try:
            statements = ast.parse(source).body
        except SyntaxError:  # a cell with IPython magics: no tree, so the bare word decides
            if re.search(rf"(?<![\w.]){re.escape(name)}\b", source):
                return True
            continue
        for statement in statements:
            reads, binds = _use(name, statement)
            if reads or binds:
                return reads
    return False


def _use(name: str, statement: ast.stmt) -> tuple[bool, bool]:
    """Whether one statement reads the global name, and whether it binds it anew."""
    module = symtable.symtable(ast.unparse(statement), "cell", "exec")
    here = module.lookup(name) if name in module.get_identifiers() else None
    inside = any(
        scope.lookup(name).is_global() and scope.lookup(name).is_referenced()
        for scope in _scopes(module)
        if name in scope.get_identifiers()
    )
    augmented = isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name)
    reads = inside or (here is not None and (here.is_referenced() or augmented))
    binds = isinstance(statement, _BINDING) and here is not None and (here.is_assigned() or here.is_imported())
    return reads, binds


def _scopes(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    for child in table.get_children():
        yield child
        yield from _scopes(child)
