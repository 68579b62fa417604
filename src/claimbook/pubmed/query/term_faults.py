"""What can be wrong with one term of a query and its tag, one small rule each."""

import re
from collections.abc import Callable, Iterator

from claimbook.project.words import did_you_mean, quoted
from claimbook.pubmed.query.dates import is_date
from claimbook.pubmed.query.faults import Fault, fault
from claimbook.pubmed.query.fields import DATES, FREE_TEXT, NAMES, NEARNESS, Field, read_tag
from claimbook.pubmed.query.tokens import Term, Token
from claimbook.pubmed.query.words import STOP_WORDS

MIN_STEM = 4  # characters before a wildcard (PubMed User Guide; CoLRev search-query rule PUBMED_0003)
# NLM's own text of systematic[sb] holds this phrase without quotation marks.
_PUBLISHED_WITH_AND = "systematic search and review"
_OPERATORS = frozenset({"and", "or", "not"})
_OVID_FIELDS = re.compile(r"\w\.(?:ti|ab|tw|mp|kw|kf|hw|sh|pt|af)(?:,(?:ti|ab|tw|mp|kw|kf|hw|sh|pt|af))*\.$")
_OTHER_NEARNESS = re.compile(r"(?:adj\d+|(?:near|next|w|pre)/\d+)", re.IGNORECASE)
_OTHER_WILDCARD = re.compile(r"\w[?$]\w|\w\$$")
_OTHER_OPERATOR = re.compile(r"[&|+;,!=<>]")
_LONE_NEARNESS = re.compile(r"~\d+")


def term_faults(term: Term) -> Iterator[Fault]:
    """Everything that is wrong with a term, rule by rule."""
    field = read_tag(term.tag.text) if term.tag else None
    if term.words[0].kind == "unclosed":
        yield fault("unbalanced-quote", "this quotation mark is never closed", term.start)
    if not any(char.isalnum() for char in term.text):
        yield fault("empty-term", f"{quoted(term.as_sent)} holds no word", term.start)
    yield from _tag(term, field)
    for rule in _RULES:
        yield from rule(term, field)


def _tag(term: Term, field: Field | None) -> Iterator[Fault]:
    """A term without a tag, or with one that PubMed does not know."""
    if term.tag is None or field is None:
        yield fault("untagged", f"{quoted(term.text)} has no tag", term.start)
    elif field.name is None:
        asked = term.tag.text.strip("[] ").partition(":")[0]
        message = f"unknown tag {quoted(term.tag.text)}{did_you_mean(asked, NAMES)}"
        yield fault("unknown-tag", message, term.tag.start)
    elif not field.modifier_is_known:
        message = f"the tag {quoted(term.tag.text)} ends with ':{field.modifier[:20]}', which this field does not know"
        yield fault("unknown-tag", message, term.tag.start)


def _nearness(term: Term, field: Field | None) -> Iterator[Fault]:
    if term.tag is None or field is None or not field.asks_nearness:
        return
    tag, text = quoted(term.tag.text), quoted(term.text)
    if field.within is None:
        yield fault("near-wrong-form", f"{tag} does not say how many words may stand between", term.tag.start)
    if field.name is not None and field.name not in NEARNESS:
        yield fault("near-wrong-field", f"{tag} asks for nearness in a field that does not offer it", term.tag.start)
    if not term.quoted:
        yield fault("near-without-quotes", f"{text} asks for nearness without quotation marks", term.start)
    if sum(any(char.isalnum() for char in word.text) for word in term.spelled) < 2:  # noqa: PLR2004 - two are near
        yield fault("near-one-word", f"{text} asks for nearness and is no more than one word", term.start)
    if "*" in term.text:
        star = next(word.start + word.text.index("*") for word in term.spelled if "*" in word.text)
        yield fault("near-with-wildcard", f"{text} asks for nearness and holds a *", star)


def _wildcards(term: Term, field: Field | None) -> Iterator[Fault]:
    for word in term.spelled:
        if "*" in word.text:
            yield from _wildcard(word)
    truncated = [word for word in term.spelled[:-1] if word.text.endswith("*")]
    if term.quoted or field is not None:
        for word in truncated:
            message = f"{quoted(word.text)} is truncated and not the last word of its phrase"
            yield fault("wildcard-not-last", message, word.end - 1)


def _wildcard(word: Token) -> Iterator[Fault]:
    stem, _, rest = word.text.partition("*")
    position = word.start + len(stem)
    if any(char.isalnum() or char == "*" for char in rest):
        yield fault("wildcard-inside", f"a * stands in front or in the middle of {quoted(word.text)}", position)
    elif sum(char.isalnum() for char in stem) < MIN_STEM:
        message = f"{quoted(word.text)} has fewer than {MIN_STEM} letters before the *"
        yield fault("short-wildcard", message, position)


def _stop_words(term: Term, field: Field | None) -> Iterator[Fault]:
    words = [bare for word in term.spelled if (bare := word.text.casefold().strip(".,;:!?'()-"))]
    if field is not None and field.name in FREE_TEXT and words and all(word in STOP_WORDS for word in words):
        yield fault("stop-word", f"{quoted(term.text)} is a word that PubMed does not index", term.start)


def _lower_case_operators(term: Term, field: Field | None) -> Iterator[Fault]:
    if term.quoted or (field is not None and term.text.casefold() == _PUBLISHED_WITH_AND):
        return
    for word in term.words:
        if word.text.casefold() in _OPERATORS:
            yield fault("lower-case-operator", f"'{word.text}' stands here as a word, not as an operator", word.start)


def _other_databases(term: Term, _field: Field | None) -> Iterator[Fault]:
    if term.quoted:
        return
    if _OTHER_OPERATOR.match(term.words[0].text):
        yield fault("other-operator", f"{quoted(term.words[0].text)} starts with a sign that joins nothing", term.start)
    for word in term.words:
        if (
            _OVID_FIELDS.search(word.text)
            or _OTHER_NEARNESS.fullmatch(word.text)
            or _LONE_NEARNESS.fullmatch(word.text)
        ):
            yield fault("other-database", f"{quoted(word.text)} is no PubMed syntax", word.start)
        elif found := _OTHER_WILDCARD.search(word.text):
            yield fault(
                "other-wildcard", f"{quoted(word.text)} holds a sign for any letter", word.start + found.start() + 1
            )


def _dates(term: Term, field: Field | None) -> Iterator[Fault]:
    if field is not None and field.name in DATES and not is_date(term.text):
        yield fault("date-shape", f"{quoted(term.text)} is no date or range of dates", term.start)


_RULES: tuple[Callable[[Term, Field | None], Iterator[Fault]], ...] = (
    _nearness,
    _wildcards,
    _stop_words,
    _lower_case_operators,
    _other_databases,
    _dates,
)
