"""What the data model refuses, said to the person who wrote it: where, what is wrong, and what to do next."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pydantic import ValidationError

from claimbook.model.base import BrokenRuleError
from claimbook.model.problems import Place, Problem
from claimbook.project.refusals import Refusal, refusals
from claimbook.project.schemas import Kind
from claimbook.project.shapes import Shape, kind_of, shape_at
from claimbook.project.source import Spot
from claimbook.project.words import (
    closest,
    did_you_mean,
    in_sentence,
    listed,
    named,
    quoted,
    slugged,
    unseen_in,
    visible,
)
from claimbook.project.yaml_reader import MAX_PROBLEMS, Document, Loc

_NOT_SPELLING = frozenset({"missing", "string_too_long", "string_too_short", "value_error"})
_YES_AND_NO = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


def format_problem(problem: Problem) -> str:
    """A problem as plain text: place, sentence and code in one line, the broken line with a caret, and what to do."""
    head = f"{problem.place} {problem.message}" if problem.place else problem.message
    hint = f"   {visible(problem.hint)}" if problem.hint else None
    return "\n".join(part for part in (f"{visible(head)}  [{problem.code}]", problem.excerpt, hint) if part)


def explain(error: ValidationError, kind: Kind, document: Document) -> tuple[Problem, ...]:
    """The mistakes that the model finds in a file, in its order and each told once; of very many, the first ones."""
    found = sorted(refusals(error, document.data), key=lambda one: document.spot(one.loc, at_key=one.at_key))
    cases = [_Case(refusal, kind, document) for refusal in found[:MAX_PROBLEMS]]
    meant = {case.meant for case in cases if case.refusal.type == "extra_forbidden"}
    told = tuple(_explained(case) for case in cases if (case.refusal.loc, case.refusal.missing) not in meant)
    untold = found[MAX_PROBLEMS:]
    return (*told, _more(len(untold), document, untold[0].loc)) if untold else told


def _more(number: int, document: Document, loc: Loc) -> Problem:
    spot = document.spot(loc)
    return Problem("more-mistakes", f"{number} more follow", Place(document.source.file, spot.line, spot.column))


@dataclass(frozen=True)
class _Case:
    """A refusal with everything that is needed to speak about it."""

    refusal: Refusal
    kind: Kind
    document: Document

    def shape(self, loc: Loc) -> Shape:
        return shape_at(self.kind, loc) or Shape({}, ())

    @property
    def expected(self) -> Shape:
        return self.shape(self.refusal.loc)

    @property
    def meant(self) -> tuple[Loc, str | None]:
        """The key that an unknown key was probably meant to be, and its group."""
        *above, name = self.refusal.loc
        return tuple(above), closest(str(name), self.shape(tuple(above)).keys)

    @property
    def label(self) -> str:
        return _label(self.refusal.loc)

    @property
    def printed(self) -> str:
        """The value as it stands in the file."""
        return self.document.printed.get(self.refusal.loc, str(self.refusal.value))

    def problem(self, code: str, message: str, hint: str | None = None) -> Problem:
        return self.document.problem(code, message, self.refusal.loc, hint, at_key=self.refusal.at_key)


def _label(loc: Loc) -> str:
    match loc:
        case (*above, int(index)):
            return f"item {index + 1} of {_label(tuple(above))}"
        case (*_, name):
            return quoted(name)
        case _:
            return "this file"


def _explained(case: _Case) -> Problem:
    return _unseen(case) or _BY_TYPE.get(case.refusal.type, _wrong_type)(case)


def _unseen(case: _Case) -> Problem | None:
    """A sign that cannot be seen is told before anything else: without it, the word may be right."""
    word = str(case.refusal.loc[-1]) if case.refusal.at_key else case.refusal.value
    if case.refusal.type in _NOT_SPELLING or not isinstance(word, str) or (char := unseen_in(word)) is None:
        return None
    start = case.document.spot(case.refusal.loc, at_key=case.refusal.at_key)
    at = case.document.source.lines[start.line - 1].find(char, start.column - 1)
    spot = Spot(start.line, at + 1) if at >= 0 else start
    message = f"{named(char)} stands in {quoted(word)}"
    return case.document.source.problem("unseen-character", message, spot, "delete it, or type a plain space")


def _missing_key(case: _Case) -> Problem:
    name, loc = str(case.refusal.missing), case.refusal.loc
    within = f" in {case.label}" if loc else ""
    expected = case.shape((*loc, name))
    about = f": {in_sentence(expected.description)}" if expected.description else ""
    return case.problem("missing-key", f"the key '{name}' is missing{within}", f"it takes {expected.words}{about}")


def _unknown_key(case: _Case) -> Problem:
    above, meant = case.meant
    question = f". Did you mean '{meant}'?" if meant else ""
    hint = f"keys known here: {listed(case.shape(above).keys)}"
    return case.problem("unknown-key", f"unknown key {case.label}{question}", hint)


def _refused_key(case: _Case) -> Problem:
    name = str(case.refusal.loc[-1])
    hint = "a name is made of lower-case letters, digits and single hyphens, at most 80 of them"
    return case.problem("wrong-form", f"{quoted(name)} cannot be a name{_as_slug(name)}", hint)


def _as_slug(text: str) -> str:
    meant = slugged(text)[:80]
    return f". Did you mean '{meant}'?" if meant and meant != text else ""


def _unknown_value(case: _Case) -> Problem:
    allowed = case.expected.allowed
    if not isinstance(case.refusal.value, str):
        return _wrong_type(case)
    message = f"unknown value {quoted(case.printed)} for {case.label}{did_you_mean(case.printed, allowed)}"
    return case.problem("unknown-value", message, f"allowed: {listed(allowed)}")


def _wrong_form(case: _Case) -> Problem:
    about = case.expected.description
    slug = _as_slug(case.printed) if "hyphens" in (about or "") else ""
    message = f"{quoted(case.printed)} does not have the form that {case.label} needs{slug}"
    return case.problem("wrong-form", message, f"expected: {in_sentence(about)}" if about else None)


def _empty(case: _Case) -> Problem:
    absent = "; take the key out where nothing is known" if case.expected.may_be_absent else ""
    return case.problem("empty-value", f"{case.label} is empty", f"it takes {case.expected.words}{absent}")


def _too_long(case: _Case) -> Problem:
    most = case.refusal.context["max_length"]
    return case.problem("too-long", f"{case.label} has {len(case.printed)} characters; at most {most} fit")


def _too_few(case: _Case) -> Problem:
    least = case.refusal.context["min_length"]
    items = "item" if least == 1 else "items"
    return case.problem("too-few", f"{case.label} needs at least {least} {items}", case.expected.description)


def _too_many(case: _Case) -> Problem:
    most = case.refusal.context["max_length"]
    return case.problem("too-many", f"{case.label} holds more than {most}, the most that is allowed")


def _out_of_range(words: str, limit: str) -> Callable[[_Case], Problem]:
    def explained(case: _Case) -> Problem:
        bound = case.refusal.context[limit]
        return case.problem(
            "out-of-range", f"{case.label} must be {words} {bound:g}, not {case.printed}", case.expected.description
        )

    return explained


def _broken_rule(case: _Case) -> Problem:
    """A rule of the model speaks for itself; it is shown where it says, at the value it quotes, or at its group."""
    error = case.refusal.context["error"]
    message = str(error)
    if isinstance(error, BrokenRuleError):
        return case.document.problem("broken-rule", message, (*case.refusal.loc, *error.at))
    for name in re.findall(r"'([^']+)'", message):
        if (key := (*case.refusal.loc, name)) in case.document.keys:
            return case.document.problem("broken-rule", message, key, at_key=True)
        if loc := _last_printed(case.document, case.refusal.loc, name):
            return case.document.problem("broken-rule", message, loc)
    return case.problem("broken-rule", message)


def _last_printed(document: Document, within: Loc, text: str) -> Loc | None:
    """The last place in a group where that text stands, an id before anything else: a repeated id is shown there."""
    places = [loc for loc, printed in document.printed.items() if printed == text and loc[: len(within)] == within]
    return next((loc for loc in reversed(places) if loc[-1] == "id"), places[-1] if places else None)


def _wrong_type(case: _Case) -> Problem:
    value, expected = case.refusal.value, case.expected
    if value is None:
        return _empty(case)
    if expected.allowed and case.printed in expected.allowed:
        return _needs_quotes(case)
    if isinstance(value, bool | int | float) and expected.types == {"string"} and not expected.allowed:
        return _needs_quotes(case)
    given = quoted(value) if isinstance(value, str) else kind_of(value)
    return case.problem("wrong-type", f"{case.label} takes {expected.words}, not {given}", _advice(case))


def _needs_quotes(case: _Case) -> Problem:
    reads_as = "true or false" if isinstance(case.refusal.value, bool) else "a number"
    message = f"{case.label} takes a text, and {case.printed} without quotes reads as {reads_as}"
    return case.problem("needs-quotes", message, f"put quotes around it: '{case.printed}'")


def _advice(case: _Case) -> str | None:
    """How the value might have been meant, where that is plain to see."""
    value, types = case.refusal.value, case.expected.types
    if isinstance(value, str) and "boolean" in types and value.lower() in _YES_AND_NO:
        return f"write {_YES_AND_NO[value.lower()]}"
    if isinstance(value, str) and "array" in types:
        return f"write it as a list, in brackets: [{visible(value[:60])}]"
    if isinstance(value, str) and types & {"number", "integer"}:
        return "write digits alone, with a point before decimals, without quotes and unit"
    if isinstance(value, dict | list) and "string" in types:
        return "put quotes around a text that holds ': ' or starts with a bracket or a dash"
    return None


_BY_TYPE: dict[str, Callable[[_Case], Problem]] = {
    "missing": _missing_key,
    "extra_forbidden": _unknown_key,
    "key": _refused_key,
    "enum": _unknown_value,
    "literal_error": _unknown_value,
    "choice": _wrong_type,
    "string_pattern_mismatch": _wrong_form,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_many,
    "greater_than": _out_of_range("above", "gt"),
    "greater_than_equal": _out_of_range("at least", "ge"),
    "less_than": _out_of_range("below", "lt"),
    "less_than_equal": _out_of_range("at most", "le"),
    "value_error": _broken_rule,
}
