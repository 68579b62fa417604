"""Files that claimbook makes, written so that a person can read them: YAML with one fixed form for the same content."""

import re
from collections.abc import Mapping
from io import StringIO
from typing import Any, TypeGuard

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import SingleQuotedScalarString

from claimbook.model.base import Strict
from claimbook.project.plain_scalars import read_plain

_WIDTH = 110
_WIDE = 200  # a batch with its hash stays in one line
_FEW = 5
_SWITCHES = frozenset({"yes", "no", "on", "off", "y", "n"})
"""Words that readers of older YAML take for true and false."""
_TRAILING = re.compile(r" +$", re.MULTILINE)


def yaml_text(value: Strict, heading: str) -> str:
    """The value as a YAML text, its keys in the order of the model; what is left at its default is left out.

    Args:
        value: what the file holds.
        heading: lines for the top of the file, without '#'; they say what made it.
    """
    comment = "".join(f"# {line}\n" for line in heading.splitlines())
    return comment + "".join(_dumped(key, part) for key, part in _fields(value).items())


def mapping_text(data: Mapping[str, object]) -> str:
    """Plain data (mappings, lists, texts, numbers) as YAML in the same form, in its own order."""
    return "".join(_dumped(key, part) for key, part in data.items())


def _dumped(key: str, part: object) -> str:
    """One key with all that is below it."""
    yaml = YAML()
    yaml.width = _WIDE if isinstance(part, tuple) and not _is_numbers(part) else _WIDTH
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    text = StringIO()
    yaml.dump(CommentedMap({key: _laid_out(part)}), text)
    return _TRAILING.sub("", text.getvalue())


def _fields(value: Strict) -> dict[str, Any]:
    """What is to be written of it; a default that is a text is written, because it says something."""
    return {
        name: getattr(value, name)
        for name, field in type(value).model_fields.items()
        if field.is_required() or isinstance(field.default, str) or getattr(value, name) != field.default
    }


def _laid_out(part: object) -> object:
    """The same data, with lists of numbers and small groups in one line each."""
    match part:
        case Strict():
            group = CommentedMap({key: _laid_out(below) for key, below in _fields(part).items()})
            if _is_small(_fields(part)):
                group.fa.set_flow_style()
            return group
        case str():
            return part if _plain(part) else SingleQuotedScalarString(part)
        case dict():
            return CommentedMap({key: _laid_out(below) for key, below in part.items()})
        case tuple() | list():
            items = CommentedSeq(_laid_out(item) for item in part)
            if _is_numbers(part):
                items.fa.set_flow_style()
            return items
        case _:
            return part


def _is_small(fields: Mapping[str, object]) -> bool:
    """Whether this is a small group of numbers and single words, such as a batch or a slice."""
    return all(
        isinstance(each, int)
        or (isinstance(each, str) and " " not in each)
        or (_is_numbers(each) and len(each) <= _FEW)
        for each in fields.values()
    )


def _is_numbers(part: object) -> TypeGuard[tuple[int, ...]]:
    return isinstance(part, tuple) and all(isinstance(item, int) for item in part)


def _plain(text: str) -> bool:
    """Whether this text may stand without quotes: it starts like a word, and no reader takes it for anything else."""
    try:
        return (
            text.casefold() not in _SWITCHES
            and read_plain(text) == text
            and (text[0].isalnum() or text[0] == "(")
            and "?" not in text
        )
    except ValueError:
        return False
