"""Which of several estimates of one sentence is surely that of the asked outcome and intervention. Pure.

'Pain and hiccups were fewer (RR 0.6 and RR 0.8)', 'age (OR 1.03) and humming (OR 0.60) were associated with hiccups': a
sentence about hiccups and humming prints numbers of others. One is its own where its own words, from the estimate
before it, say so; in a list, where it stands as the outcome stands in the list of names. Others are not sure.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimbook.appraise.direction.comparison import Finder
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.direction.listed import place_among_names
from claimbook.appraise.effects.statistic import Statistic
from claimbook.appraise.text.lexicon import folded_pattern, holds_any
from claimbook.appraise.text.reading import Sentence

_NO_WORDS = folded_pattern(r"^(?:[\W\d_]|and|or|versus|vs|respectively|for|ci)*$")
_MEASURE_ONLY = folded_pattern(
    r"^\W*(?:\b(?:and|or|with|the|an?|(?:un)?adjusted|crude|absolute|relative|multivaria\w+|risk|rate|mean|difference|"
    r"reduction|standardi[sz]ed|corresponding|ratio|odds|hazard|effect|size|was|of|to|needed|number|treat|at|after|by|"
    r"in|weeks?|months?|years?|days?|hours?|follow|up|\d+|ci)\b\W*)*$"
)
"""The same outcome in another measure, or at another time: '(RR 0.6; adjusted RR 0.7)'."""
_GROUPS = folded_pattern(r"^\W*(?:and|but not|or)?\s?(?P<how>in|among|for|by|with)\s[^\d,;]{2,40}$")
"""A list of subgroups, or of treatments: 'in men (RR 0.6) and in women (RR 0.7)'."""
_LAST = folded_pattern(r"(?s:.*)\b(?P<how>in|among|for|by|with)\s(?P<what>[^\d,;()]{2,40})[\s(\[,;]*$")
_AGAINST = folded_pattern(
    r"\b(?:compared (?:with|to)|relative to|versus|than(?: (?:with|in|for|those|on))?)\s(?:the |an? )?(?P<whom>[a-z-]+)"
)
_COMPARES = ("compared", "relative to", "versus", "than ")
_LISTED_BEHIND = re.compile(r"^[^()\[\]]{0,60}?\band\s[\u2212\u2013+-]?\d[^()\[\]]{0,60}?\brespectively")
_TOLD_OF = frozenset("IO")


_LEADS = folded_pattern(
    r"^(?:\W|and|or|but|while|whereas|also|as|was|were|did|with|in|for|by|after|from|of|on|the|an?|its|their|number|rate|"
    r"rates|risk|odds|frequency|severity|duration|incidence|prevalence|occurrence|fewer|less|lower|shorter|reduced|"
    r"decreased|more|higher|longer|increased|that|those)*$"
)
"""Words before a name that bring in no other: 'and (the number of) hiccups', but not 'and singing reduced hiccups'."""


class _Words(NamedTuple):
    """The words of one estimate."""

    said: str
    names: frozenset[str]
    """Which of intervention and outcome they name."""
    leads: bool
    """Whether nothing but small words stands before the first name."""
    ends_named: bool
    """Whether the phrase before the number names one."""


def surely_own(sentence: Sentence, found: Sequence[Statistic], reading: Reading, finder: Finder) -> frozenset[int]:
    """Places, among these statistics, of the estimates that are not surely of others."""
    printed = [place for place, one in enumerate(found) if one.estimate]
    everything = frozenset(range(len(found)))
    if not printed or (len(printed) == 1 and not _is_listed(sentence, found[printed[0]])):
        return everything
    others = everything - frozenset(printed)
    if len(printed) == 1:
        return others
    own = [*_words_of(sentence.folded, [found[place] for place in printed], reading)]
    lists = [
        place for place in range(1, len(own)) if _NO_WORDS.match(own[place].said) and _alike(found, printed, place)
    ]
    if lists or any(_is_listed(sentence, found[place]) for place in printed):
        place = _place_in_list(sentence, found[printed[0]], own, lists, finder)
        return others if place is None else others | {printed[place]}
    return others | {printed[place] for place in _told(own) - _of_groups(own) - _against_others(own, finder)}


def _alike(found: Sequence[Statistic], printed: Sequence[int], place: int) -> bool:
    return found[printed[place]].measure == found[printed[place - 1]].measure


def _is_listed(sentence: Sentence, one: Statistic) -> bool:
    """'(MD -1.2 and -2.2, respectively)': of the second nothing was read."""
    if one.estimate is None or "respectively" not in sentence.words:
        return False
    return _LISTED_BEHIND.match(sentence.folded[one.estimate.end("estimate") :]) is not None


def _words_of(folded: str, estimates: Sequence[Statistic], reading: Reading) -> Iterator[_Words]:
    """Of each from the end of the one before; what is told behind the last is told of all."""
    begin = 0
    for one in estimates:
        said = folded[begin : one.start]
        named = [token for token in reading.tokens if begin <= token.start < one.start and token.part in _TOLD_OF]
        leads = bool(named) and _LEADS.match(folded[begin : named[0].start]) is not None
        last = _LAST.match(said)
        ends_named = last is not None and bool(named) and named[-1].start >= begin + last.start("what")
        yield _Words(said, frozenset(token.part for token in named), leads, ends_named)
        begin = max(begin, one.end)


def _place_in_list(
    sentence: Sentence, first: Statistic, own: Sequence[_Words], lists: Sequence[int], finder: Finder
) -> int | None:
    """The place of the outcome among the names before the verb, where all estimates are one list of as many."""
    if lists != [*range(1, len(own))]:
        return None
    return place_among_names(sentence.text, finder, first.start, len(own))


def _told(own: Sequence[_Words]) -> frozenset[int]:
    """Those whose words name what others' words name, too; what one names is carried on to the next that names more."""
    needed = frozenset[str]().union(*(one.names for one in own))
    sure, carried = set[int](), frozenset[str]()
    for place, one in enumerate(own):
        if place and _MEASURE_ONLY.match(one.said):
            sure |= {place} if place - 1 in sure else set()
            continue
        carried = one.names | (carried if one.leads or not one.names else frozenset())
        if one.names and needed <= carried:
            sure.add(place)
    return frozenset(sure) if needed else frozenset(range(len(own)))


def _of_groups(own: Sequence[_Words]) -> frozenset[int]:
    """The first of a list of subgroups: 'fewer in men (RR 0.6) and in women (RR 0.7)'."""
    found = set[int]()
    for place, (one, other) in enumerate(pairwise(own)):
        last, following = _LAST.match(one.said), _GROUPS.match(other.said)
        if last and following and last["how"] == following["how"] and not (one.ends_named or other.names):
            found.add(place)
    return frozenset(found)


def _against_others(own: Sequence[_Words], finder: Finder) -> frozenset[int]:
    """Of several comparisons those that are not with the asked comparator."""
    whom = [_AGAINST.search(one.said) if holds_any(one.said, _COMPARES) else None for one in own]
    if len({found["whom"] for found in whom if found}) < 2:  # noqa: PLR2004
        return frozenset()
    asked = finder.triple.comparator.lower()
    return frozenset(place for place, found in enumerate(whom) if found and found["whom"] not in asked.split())
