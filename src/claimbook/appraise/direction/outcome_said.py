"""Whether a text tells an outcome, only plans to measure it, or says that nothing else differed. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from claimbook.appraise.design.kind import kind_of_text
from claimbook.appraise.direction.change import direction_of
from claimbook.appraise.direction.comparison import Triple, finder_of, stems_of, tokens_of
from claimbook.appraise.direction.cues import statistics_in
from claimbook.appraise.direction.outcome_words import heads_of, wordings_of
from claimbook.appraise.direction.rivals import is_of_another_thing
from claimbook.appraise.direction.silence import has_one_group, is_of_other_beings, says_nothing_of_its_own
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import BRACKETS, fold, folded_pattern, one_of
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import RANDOMISED, Change, Kind, Read

Place = Literal["told", "planned", "absent"]
_RESULTS = (Role.RESULTS, Role.CONCLUSIONS)
_TOLD, _PLANS = (Role.TITLE, *_RESULTS), (Role.AIM, Role.METHODS)
_GUESSED = (Role.BACKGROUND, *_PLANS)

_THINGS = "(?:outcomes?|end ?points?|measures|parameters|variables|results|indicators)"
_OTHERS = rf"(?:other|secondary|remaining|further|all|none|neither|any) (?:[\w,-]+ ){{0,6}}?{_THINGS}"
_SAME = one_of(r"similar | comparable | equivalent | the same | not (?:\w+ )?differ\w* | no different | unchanged")
_COMPARES = folded_pattern(
    r"\b(?:had|showed|reported|was|were|experienced|made|improved|achieved)\b[^.;]{0,60}?\bsignificantly (?:\w+ ){0,2}?"
    r"(?:more|less|fewer|greater|lower|higher|better|larger|smaller|worse|shorter|longer)\b[^.;]{0,120}?\bthan\b"
)
"""A result that only words tell: 'women who hummed reported significantly fewer hiccups than women who did not'."""
_PRIMARY = folded_pattern(r"\bprimary (?:efficacy |composite |study )?(?:end ?-?points?|outcomes?)\b")
_MEASURED_BY = re.compile(
    r"(?<![\w-])(?P<what>(?:[\w-]{1,30},? ){1,8})(?:was|were) (?:\w+ly )?"
    r"(?:measured|assessed|evaluated|rated|scored|quantified)"
    r" (?:with|by|using|on|through|via|by means of) (?:the |a |an )?"
    r"(?P<name>(?:[\w-]{1,30} ){0,3}?[A-Z][\w-]{1,30}(?: (?:[A-Z][\w-]{0,30}|of|for|and|the)){0,6}"
    r"(?: (?:index|scale|score|questionnaire|test))?)"
    r"(?: ?\((?P<short>[A-Z][\w-]{1,9})\b)?"
)
"""'Hand function was evaluated by the Manual Dexterity Index (MDI)'."""
_SEVERAL_THINGS = re.compile(r",|\band\b|\bor\b")
_COMPOSITE = folded_pattern(r"\bcomposites?\b|\bcombin|\bany of\b|\bor\b")
_SEVERAL = 2
_ASIDE = re.compile(r"[;.]|\bsecondary\b|, (?:as |which|assessed|measured|defined)|\bscore of\b|\bwhere\b")
"""Behind the name of a primary outcome."""
_HOPES = folded_pattern(
    r"\b(?:(?:may|might|could|can|should|would)\b(?! ?not)|(?:is|are) needed|recommend\w*"
    r"|option|potential\w*|candidates?|warrant\w*|deserves?|promising|merits?)\b"
)
"""What a conclusion wishes for or thinks possible."""
_NOTHING_ELSE = folded_pattern(
    rf"\b{_OTHERS}\b[^.;]{{0,80}}?\b(?:were|was|did|remained) (?:also |all )?{_SAME}"
    rf"|\bno (?:\w+ ){{0,3}}differences?\b[^.;]{{0,80}}?\b{_OTHERS}\b"
    rf"|\bnot (?:\w+ )?(?:differ|affect)\w*\b[^.;]{{0,60}}?\b{_OTHERS}\b"
)
"""'All other outcomes were similar', 'no differences in any secondary outcome' (dev)."""
_OUTSIDE_TRIALS = 0.9
"""How much less sure a direction is where nobody was allocated at random: the confidence was learned from trials. Of 75
answers above its line in other studies 61 were right, of 26 that are at .90 or more 25 (second blind examination)."""
_OF_ANOTHER = 0.6
"""How sure at the most a direction is that only the name of another thing shows."""
_SHARE_RIGHT = 0.7
"""Of 18 outcomes that only such a sentence speaks of, 13 did not differ (both halves of ``evidence_inference``)."""


def told_as(text: Text, triple: Triple) -> Triple | None:
    """The triple with the first wording of its outcome that title or results speak of; None where they do of none."""
    results = *text.in_roles(Role.RESULTS), *_tested(text)
    told = *text.in_roles(*_TOLD), *_tested(text), *text.conclusions
    unsaid = not any(_speaks(text, one, results) for one in _wordings(triple))
    if unsaid and (scale := _by_its_scale(text, triple, results)) is not None:
        return scale
    if one := next((one for one in _wordings(triple) if _speaks(text, one, told)), None):
        return None if _is_only_hoped(text, one) else one
    return _as_primary(text, triple)


def _by_its_scale(text: Text, triple: Triple, results: Sequence[Sentence]) -> Triple | None:
    """The same of the scale that plans measure this outcome alone with, where results speak of it."""
    heads = {*heads_of(triple.outcome)}
    for plan in text.in_roles(*_PLANS):
        found = _MEASURED_BY.search(plan.text)
        if found is None or not heads & stems_of(found["what"]) or _SEVERAL_THINGS.search(found["what"]):
            continue
        named = replace(triple, outcome=found["name"] + (f" ({found['short']})" if found["short"] else ""))
        if _speaks(text, named, results):
            return named
    return None


def _is_only_hoped(text: Text, triple: Triple) -> bool:
    """Whether nothing but a hope speaks of an outcome: 'the leaves may help to prevent hiccups', 'is needed to'."""
    spoken = [one for one in text.sentences if one.role is not Role.BACKGROUND and _speaks(text, triple, (one,))]
    return all(one.role is Role.CONCLUSIONS and _HOPES.search(one.folded) for one in spoken)


def _as_primary(text: Text, triple: Triple) -> Triple | None:
    """The same of 'the primary end point', where results call it so and plans name this outcome as the primary one.

    Of a composite one all heads are asked for; two heads of a list are enough.
    """
    heads = {*heads_of(triple.outcome)}
    for plan in text.in_roles(*_PLANS):
        named = heads and _PRIMARY.search(plan.folded)
        name = _ASIDE.split(BRACKETS.sub("", plan.folded[named.end() :]), maxsplit=1)[0] if named else ""
        if named and len(heads & stems_of(name)) >= min(_SEVERAL, len(heads)):
            composite = _COMPOSITE.search(name) is not None
            asked = len(heads) > 1 or _COMPOSITE.search(fold(triple.outcome)) is not None
            if composite == asked and any(_PRIMARY.search(one.folded) for one in text.in_roles(Role.RESULTS)):
                return replace(triple, outcome=named[0])
    return None


def _tested(text: Text) -> Iterator[Sentence]:
    """Plans print no test: what only looks like one and prints one tells a result (in abstracts of three sentences)."""
    guessed = (one for one in text.in_roles(*_GUESSED) if not one.printed_role)
    return (one for one in guessed if statistics_in(one.text) or _COMPARES.search(one.folded))


def place_of(text: Text, triple: Triple) -> Place:
    """Whether a text speaks of an outcome in its title or results, in its plans only, or in neither."""
    if told_as(text, triple) is not None:
        return "told"
    return "planned" if any(_speaks(text, one, text.in_roles(*_PLANS)) for one in _wordings(triple)) else "absent"


def _wordings(triple: Triple) -> Iterator[Triple]:
    return (replace(triple, outcome=one) for one in wordings_of(triple.outcome))


def _speaks(text: Text, triple: Triple, sentences: Iterable[Sentence]) -> bool:
    """Whether one of these sentences has a head of the outcome, in full or behind an abbreviation."""
    heads, finder = heads_of(triple.outcome), finder_of(f"{text.title}\n{text.abstract}", triple)
    said = (finder.outcome_stems(tokens_of(one.text)) for one in sentences)
    return not heads or any(not one.isdisjoint(heads) for one in said)


def nothing_else_in(text: Text) -> Sentence | None:
    """The sentence that says of all other outcomes together that they did not differ."""
    return next((one for one in text.in_roles(*_RESULTS) if _NOTHING_ELSE.search(one.folded)), None)


def change_of(text: Text, triple: Triple) -> Read[Change]:
    """Which way an outcome went, where the text tells it by a name; else what it says of all others together."""
    kind = kind_of_text(text).value
    if says_nothing_of_its_own(text, kind):
        return Read.missing("direction.no-results")
    if has_one_group(text, kind, triple):
        return Read.missing("direction.one-group")
    if is_of_other_beings(text, kind, triple):
        return Read.missing("direction.other-beings")
    told = told_as(text, triple)
    if told is not None:
        return _as_sure_as_its_kind(_as_sure_as_named(text, told, direction_of(text, told)), kind)
    summary = nothing_else_in(text)
    if summary is None:
        return Read.missing("direction.outcome-not-found")
    return Read("no-difference", "inferred", _SHARE_RIGHT, (summary.span,), rule="direction.nothing-else")


def _as_sure_as_named(text: Text, triple: Triple, read: Read[Change]) -> Read[Change]:
    """The same direction, unsure where what shows it names another thing: knowledge of it, its costs, fear of it."""
    if read.value is None or not is_of_another_thing(map(text.quote, read.spans), triple.outcome):
        return read
    return replace(read, confidence=min(read.confidence, _OF_ANOTHER))


def _as_sure_as_its_kind(read: Read[Change], kind: Kind | None) -> Read[Change]:
    """The same direction, less sure of a text that is not known to be a randomised trial."""
    if read.value is None or kind in RANDOMISED:
        return read
    return replace(read, confidence=round(_OUTSIDE_TRIALS * read.confidence, 3))
