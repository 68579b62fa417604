"""Take out of an executed notebook what a second run, another machine or another person would change."""

import re
import sys
from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, from_dict

INJECTED_TAG = "injected-parameters"
_KEPT_LANGUAGE = ("file_extension", "mimetype", "name", "nbconvert_exporter", "pygments_lexer")
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]{6,}")
_TEMPORARY_CELL = re.compile(r"[^\s\"'<>]{0,200}ipykernel_\d+[/\\]\d+\.py")


def cleaned(notebook: NotebookNode, root: Path) -> NotebookNode:
    """A copy without times, kernel details and paths of this machine; the parameter cell gets a fixed id."""
    copy = deepcopy(notebook)
    copy.metadata = from_dict(_stable_metadata(copy.metadata))  # type: ignore[no-untyped-call]
    scrub = scrubber(root)
    for cell in copy.cells:
        _clean_cell(cell, scrub)
    return copy


def scrubber(root: Path) -> Callable[[str], str]:
    """A function that makes text independent of the machine: the project is ``.``, the home folder ``~``."""
    places = {str(root): ".", str(root.resolve()): ".", sys.prefix: "<python>", sys.base_prefix: "<python>"}
    places[str(Path.home())] = "~"
    rules = [(_path_pattern(place), name) for place, name in _longest_first(places.items())]

    def scrub(text: str) -> str:
        for pattern, name in rules:
            text = pattern.sub(name, text)
        if "ipykernel_" in text:  # figures are long lines of letters, in which looking for a path would take its time
            text = _TEMPORARY_CELL.sub("<cell>", text)
        return _ADDRESS.sub("", text)

    return scrub


def _longest_first(places: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    real = [(place, name) for place, name in places if len(Path(place).parts) > 1]  # never the root of a disk
    return sorted(real, key=lambda pair: (-len(pair[0]), pair[0]))


def _path_pattern(place: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.~-]){re.escape(place)}(?![\w-])")


def _stable_metadata(metadata: NotebookNode) -> dict[str, Any]:
    language = metadata.get("language_info", {})
    return {
        "kernelspec": dict(metadata.get("kernelspec", {})),
        "language_info": {key: language[key] for key in _KEPT_LANGUAGE if key in language},
        "claimbook": {"parameters": dict(metadata.get("papermill", {}).get("parameters", {}))},
    }


def _clean_cell(cell: NotebookNode, scrub: Callable[[str], str]) -> None:
    tags = cell.metadata.get("tags", [])
    cell.metadata = from_dict({"tags": list(tags)} if tags else {})  # type: ignore[no-untyped-call]
    if INJECTED_TAG in tags:
        cell["id"] = INJECTED_TAG
    for output in cell.get("outputs", []):
        _clean_output(output, scrub)


def _clean_output(output: NotebookNode, scrub: Callable[[str], str]) -> None:
    output.pop("transient", None)
    if "text" in output:
        output["text"] = scrub(output["text"])
    for kind, value in output.get("data", {}).items():
        if isinstance(value, str) and (kind.startswith("text/") or kind == "image/svg+xml"):
            output["data"][kind] = scrub(value)
