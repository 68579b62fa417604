"""One term or heading of a concept: how it is sent, and whether it can be sent without meaning something else."""

import re
from collections.abc import Iterator
from dataclasses import replace

from claimbook.model.search_terms import Heading, Near
from claimbook.project.words import quoted
from claimbook.pubmed.query.characters import odd_characters
from claimbook.pubmed.query.faults import Fault, fault
from claimbook.pubmed.query.lint import refused

_OPERATOR = re.compile(r"(?<!\S)(?:AND|OR|NOT)(?!\S)")
_TAG_AT_END = re.compile(r"\[[^\[\]]*\]\*?$")
_PAIRS = {"(": ")", "[": "]"}


def sent_term(term: str | Near) -> str:
    """A free term with its tag; several words and punctuation are put in quotation marks."""
    if isinstance(term, Near):
        return f'"{_one_line(term.near)}"[{term.field}:~{term.within}]'
    text = _one_line(term)
    return f"{text}[tiab]" if text.removesuffix("*").isalnum() else f'"{text}"[tiab]'


def sent_heading(heading: str | Heading) -> str:
    """A MeSH heading in quotation marks with its tag."""
    whole = Heading(heading=heading) if isinstance(heading, str) else heading
    name = f"{whole.heading}/{whole.qualifier}" if whole.qualifier else whole.heading
    return f'"{_one_line(name)}"[{"majr" if whole.major else "mh"}{"" if whole.explode else ":noexp"}]'


def sent_language(language: str) -> str:
    """A language with its tag."""
    return f'"{language}"[la]'


def term_text_faults(term: str | Near) -> tuple[Fault, ...]:
    """What is wrong with a free term; positions count from the start of its text."""
    text = term.near if isinstance(term, Near) else term
    return _within(text, sent_term(term)) if not (own := _own_faults(text)) else own


def heading_faults(heading: str | Heading) -> tuple[Fault, ...]:
    """What is wrong with a MeSH heading or its qualifier; positions count from the start of the heading."""
    whole = Heading(heading=heading) if isinstance(heading, str) else heading
    own = [*_own_faults(whole.heading), *_signs(whole.heading)]
    own += [replace(one, position=0) for one in (*_own_faults(whole.qualifier or ""), *_signs(whole.qualifier or ""))]
    return tuple(own) or _within(whole.heading, sent_heading(whole))


def language_faults(language: str) -> tuple[Fault, ...]:
    """What is wrong with the name of a language."""
    return _own_faults(language) or _within(language, sent_language(language))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _within(text: str, sent: str) -> tuple[Fault, ...]:
    """The faults of a term as it is sent, at their places in the text that an editor wrote."""
    shift = 1 if sent.startswith('"') else 0
    last = max(len(text) - 1, 0)
    return tuple(replace(one, position=min(max(one.position - shift, 0), last)) for one in refused(sent))


def _own_faults(text: str) -> tuple[Fault, ...]:
    """What could make a term mean something else once it stands between quotation marks."""
    return tuple(sorted(_clashes(text), key=lambda one: one.position))


def _clashes(text: str) -> Iterator[Fault]:
    yield from odd_characters(text, one_line=True)
    for found in re.finditer('"', text):
        yield fault("quote-in-term", "a quotation mark stands within a term", found.start())
    for found in _OPERATOR.finditer(text):
        yield fault("operator-in-term", f"'{found[0]}' stands within a term", found.start())
    for found in _TAG_AT_END.finditer(text):
        yield fault("tag-in-term", f"{quoted(found[0])} looks like a tag", found.start())
    yield from _pairs(text)


def _pairs(text: str) -> Iterator[Fault]:
    """Parentheses and brackets that are not closed in their order."""
    opened: list[tuple[str, int]] = []
    for position, char in enumerate(text):
        if char in _PAIRS:
            opened.append((_PAIRS[char], position))
        elif char in _PAIRS.values() and (not opened or opened.pop()[0] != char):
            yield _unpaired(char, position)
    for _, position in opened:
        yield _unpaired(text[position], position)


def _unpaired(char: str, position: int) -> Fault:
    code = "unbalanced-parenthesis" if char in "()" else "unbalanced-bracket"
    return fault(code, f"this '{char}' has no counterpart", position)


def _signs(name: str) -> Iterator[Fault]:
    for found in re.finditer(r"[/*]", name):
        yield fault("sign-in-heading", f"a '{found[0]}' stands in the name of a heading", found.start())
