"""What the data model expects at one place of a file, read from its JSON Schema and said in plain words."""

from dataclasses import dataclass

from claimbook.project.schemas import Kind, Schema, schema_for
from claimbook.project.words import listed
from claimbook.project.yaml_reader import Json, Loc

_WORDS = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of 'key: value' lines",
}


@dataclass(frozen=True)
class Shape:
    """The forms that a value may have; more than one where the model leaves a choice."""

    root: Schema
    forms: tuple[Schema, ...]
    description: str | None = None
    may_be_absent: bool = False

    def child(self, part: int | str) -> "Shape | None":
        """What is expected below a key or in a list; None where nothing is."""
        found = next((child for form in self.forms if (child := _child(form, part)) is not None), None)
        return None if found is None else _shape(self.root, found)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that a group may have here."""
        return tuple(key for form in self.forms for key in form.get("properties", ()))

    @property
    def allowed(self) -> tuple[str, ...]:
        """The words that may stand here; empty where any text may."""
        words = [word for form in self.forms for word in form.get("enum", (form.get("const"),))]
        return tuple(word for word in words if word is not None)

    @property
    def types(self) -> frozenset[str]:
        """The JSON types that may stand here."""
        return frozenset(form["type"] for form in self.forms if "type" in form)

    @property
    def words(self) -> str:
        """What may stand here, as in '... takes a list or a text'."""
        kinds = [_WORDS[form["type"]] for form in self.forms if not _allowed(form)]
        if self.allowed:
            kinds.append(f"one of {listed(self.allowed)}" if len(self.allowed) > 1 else f"'{self.allowed[0]}'")
        return " or ".join(kinds)


def shape_at(kind: Kind, loc: Loc) -> Shape | None:
    """What is expected at that place of a file; None where the model knows no such place."""
    root = schema_for(kind)
    shape: Shape | None = _shape(root, root)
    for part in loc:
        shape = shape.child(part) if shape else None
    return shape


def kind_of(value: Json) -> str:
    """What a value is, in the words of ``Shape.words``, with the value itself where it is short."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return _WORDS["object"]


def _allowed(form: Schema) -> bool:
    return "enum" in form or "const" in form


def _child(form: Schema, part: int | str) -> Schema | None:
    below: Schema | None = form.get("items") if isinstance(part, int) else form.get("properties", {}).get(part)
    if below is None and isinstance(part, str):
        below = next(iter(form.get("patternProperties", {}).values()), None)
    return below


def _shape(root: Schema, schema: Schema) -> Shape:
    branches = [_resolved(root, branch) for branch in schema.get("anyOf", [schema])]
    forms = tuple(branch for branch in branches if branch.get("type") != "null")
    described = next((part["description"] for part in (schema, *forms) if "description" in part), None)
    return Shape(root, forms, described, may_be_absent="default" in schema)


def _resolved(root: Schema, schema: Schema) -> Schema:
    reference: str | None = schema.get("$ref")
    return root["$defs"][reference.rpartition("/")[2]] if reference else schema
