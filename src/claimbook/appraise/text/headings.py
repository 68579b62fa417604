"""Headings of abstracts and the part of the argument they announce.

Sources: the labels of NLM's structured abstracts and the headings that open
access trials print (development data, set ``section_roles``).
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from claimbook.appraise.text.lexicon import holds_any


class Role(StrEnum):
    """The part a passage or sentence plays in the argument."""

    TITLE = "title"
    BACKGROUND = "background"
    AIM = "aim"
    METHODS = "methods"
    RESULTS = "results"
    CONCLUSIONS = "conclusions"
    OTHER = "other"
    """Registration, funding, levels of evidence and the like."""


_WORDS = {
    Role.OTHER: "regist funding ethic disclosure supplementary level-of-evidence classification-of-evidence sponsor "
    "identifier trial-number trials-number trial-code eudract keyword clinicaltrials dissemination references "
    "abbreviations limitations isrctn",
    Role.CONCLUSIONS: "conclusion conclusions discussion interpretation interpretations implications significance "
    "relevance summary comment comments",
    Role.RESULTS: "result results findings finding outcomes observations principal-findings data-synthesis",
    Role.METHODS: "method methods methodology design designs setting settings participants participant patients "
    "patient subjects interventions intervention measures measure measurements measurement "
    "material materials procedure "
    "procedures population sample sampling analysis analyses animals statistical-analysis data-sources data-source "
    "study-selection data-extraction data-collection search-strategy selection-criteria eligibility "
    "exposure exposures model dosage randomization randomisation instruments protocol",
    Role.AIM: "aim aims objective objectives purpose purposes hypothesis hypotheses goal goals question questions "
    "objetive",
    Role.BACKGROUND: "background backgrounds introduction context rationale importance what-is-known problem",
}
_ROLE_OF = {word.replace("-", " "): role for role, words in _WORDS.items() for word in words.split()}
_FIRST = re.compile(
    r"\b(?P<word>"
    + "|".join(sorted((re.escape(word) for word in _ROLE_OF), key=len, reverse=True))
    + r")(?P<rest>\w*)",
    re.IGNORECASE,
)
_OPEN_STEMS = frozenset({"regist", "ethic", "sponsor"})
_OUTCOME_MEASURES = re.compile(r"main outcome|outcome measure|primary outcome|outcome assess|end ?point", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:was|were|are|has|have|had|we|received|showed|indicate|completed)\b", re.IGNORECASE)
"""A verb of a sentence: 'Patients were randomised to three groups: ...' is no heading."""

_LABEL = (
    r"\s*(?P<label>[A-Z][A-Z0-9 /&,'()-]{2,70}|[A-Z][a-z]++(?:[ /&,]++[a-zA-Z]++){0,5})(?::(?=\s|"
    r"[A-Z\d])|\.?\s?--+|\s?[\u2013\u2014](?=\s?[A-Z]))"
)
_FIRST_LABEL, _LATER_LABEL = re.compile(_LABEL), re.compile(rf"[.?!;)\]\n]{_LABEL}")

_BEHIND_LABELS = (":", "--", "\u2013", "\u2014")


def headings_in(text: str) -> Iterator[re.Match[str]]:
    """Headings printed inside a passage ('METHODS: ', 'Background and Purpose--'), in the group ``label``."""
    if not holds_any(text, _BEHIND_LABELS):
        return
    first = _FIRST_LABEL.match(text)
    if first is not None:
        yield first
    yield from _LATER_LABEL.finditer(text, 0 if first is None else first.end())


@lru_cache(maxsize=4096)
def role_of_heading(label: str) -> Role | None:
    """The one part that a heading announces; None where it names none, or several ('Methods and Findings').

    A sentence before a colon announces nothing, and what it tells would be lost with it.

    ``Background and Aims`` is an aim: its last sentences say what was asked.
    """
    if _TOLD.search(label):
        return None
    if _OUTCOME_MEASURES.search(label):
        return Role.METHODS
    roles = _roles_in(label)
    if Role.OTHER in roles:
        return Role.OTHER
    if roles == {Role.CONCLUSIONS, Role.BACKGROUND}:
        return Role.BACKGROUND  # 'Summary of background data'
    return roles.pop() if len(roles) == 1 else None


@lru_cache(maxsize=4096)
def names_several(label: str) -> bool:
    """Whether a heading announces several parts, so that what stands below it is of none of them alone."""
    return _TOLD.search(label) is None and role_of_heading(label) is None and len(_roles_in(label)) > 1


def _roles_in(label: str) -> set[Role]:
    return {
        _ROLE_OF[found["word"].lower()]
        for found in _FIRST.finditer(label)
        if not found["rest"] or found["word"].lower() in _OPEN_STEMS
    }
