"""The smallest notebooks that show one fault each, named for it."""

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PARAMETERS = "parameters:"

MINIATURES = {
    "sound": ["# Sound", PARAMETERS + 'claim = "knee-pain"', "print(claim)"],
    "no_parameters_cell": ['claim = "knee-pain"', "print(claim)"],
    "two_parameters_cells": [PARAMETERS + 'claim = "a"', PARAMETERS + 'claim = "b"', "print(claim)"],
    "annotated_types": [
        PARAMETERS
        + '''"""What the page is about."""
article: str = "walking-in-reverse"
claim: "str | None" = "a=b"  # an equals sign inside the default
limits: dict[str, int] = {
    "weeks": 12,
    "arms": 2,
}
threshold = 0.5 if 1 == 1 else 0.75
seed: int
''',
        "print(article, claim, limits, threshold, seed)",
    ],
    "tuple_target": [PARAMETERS + 'article, claim = "a", "b"', "print(article, claim)"],
    "chained_targets": [PARAMETERS + 'article = claim = "a"', "print(article, claim)"],
    "attribute_target": [PARAMETERS + "import types\nbox = types.SimpleNamespace()", "print(box)"],
    "declared_twice": [PARAMETERS + 'claim = "a"\nclaim = "b"', "print(claim)"],
    "not_python": [PARAMETERS + "claim := 'a'", "print(claim)"],
    "unread_parameter": [PARAMETERS + 'article = "a"\nclaim = "b"', "print(article)"],
    "read_before_only": ["claim = 1\nprint(claim)", PARAMETERS + 'claim = "b"', "print(1)"],
    "overwritten_before_read": [PARAMETERS + 'claim = "b"', 'claim = "c"', "print(claim)"],
    "shadowed_in_function": [PARAMETERS + 'claim = "b"', "def show(claim):\n    return claim\nshow(1)"],
    "named_in_text_only": [PARAMETERS + 'claim = "b"', "print('claim')  # claim"],
    "failing_cell": ["# Fails", PARAMETERS + 'claim = "b"', "print(claim)", "1 / 0", "print('never')"],
    "endless_cell": [PARAMETERS + 'claim = "b"', "while claim:\n    pass"],
    "leaves_early": [PARAMETERS + 'claim = "b"', "import sys\nif claim:\n    sys.exit(0)", "print('never')"],
    "kills_its_kernel": [PARAMETERS + 'claim = "b"', "import os\nif claim:\n    os._exit(3)"],
    "asks_a_question": [PARAMETERS + 'claim = "b"', "input(claim)"],
    "where_am_i": [
        PARAMETERS + 'claim = "b"',
        "import os, sys, warnings\nfrom pathlib import Path\nprint(os.getcwd(), Path.home(), sys.executable, claim)",
        "warnings.warn('careful')\nobject()",
    ],
    "same_sentence_twice": [
        PARAMETERS + 'claim = "b"',
        "print(f'page of {claim}', flush=True)",
        "{claim: 1, 'x': {2}}",
    ],
}


def notebook(*cells, kernel="python3"):
    """A notebook of these sources; ids are positions, so that files are equal from run to run."""
    built = new_notebook(metadata={"kernelspec": {"name": kernel, "display_name": kernel, "language": "python"}})
    for number, source in enumerate(cells, start=1):
        if source.startswith("#"):
            cell = new_markdown_cell(source)
        else:
            tagged = source.startswith(PARAMETERS)
            cell = new_code_cell(source.removeprefix(PARAMETERS), metadata={"tags": ["parameters"]} if tagged else {})
        cell["id"] = f"cell-{number}"
        built.cells.append(cell)
    return built


def miniature(name: str, folder: Path, *, kernel="python3") -> Path:
    """Write one of the miniatures and return its path."""
    path = folder / f"{name}.ipynb"
    nbformat.write(notebook(*MINIATURES[name], kernel=kernel), path)
    return path
