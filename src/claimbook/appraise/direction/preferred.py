"""Which of several sentences on one outcome stands for the study, before they vote. Pure.

A part of the people, a crude figure, another exposure and a bare count stand back behind a result of all of them; and
'the difference between groups was ...' speaks of the outcome of the sentence before it, where that one tells only how
each group changed. The forms are our choice, read from invented abstracts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from claimbook.appraise.direction.comparison import Finder
from claimbook.appraise.direction.cues import WAYS
from claimbook.appraise.direction.features import Reading, is_test
from claimbook.appraise.direction.outcome_words import heads_of
from claimbook.appraise.direction.rivals import is_denied, rival_of
from claimbook.appraise.direction.within import CHANGE_WORDS, is_within_groups
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold, folded_pattern, words
from claimbook.appraise.text.reading import Sentence

Floats = NDArray[np.float64]
_BACK = 4.0
"""How far a sentence stands back: it then weighs about a fiftieth of its like."""
_AHEAD = 1.0
_SHORTLY = 1.5
_NEARLY = 0.7
"""What says less of the outcome than a sentence by which nothing is known of it speaks of something else."""
_HEADLESS = 0.4
"""How much of what it says counts of a sentence without a head of the outcome."""
_SHORT, _TWO = 3, 2
_HARDLY_SAID, _WELL_SAID = 0.3, 0.5
_OF_A_PART = folded_pattern(
    r"\bsub-?\s?(?:group|set|sample|analys[ei]s|population)s?\b|\bpost[- ]?hoc\b|\bper[- ]protocol\b|\bas[- ]treated\b"
    r"|\bcompleters\b|\bcompleter analys|\bexploratory\b"
    r"|\b(?:among|in|for|of) (?:the )?(?:\d+ )?(?:patients|participants|women|men|those|people|adults|children"
    r"|subjects) (?:(?:who|whose)(?! (?:\w+ )?(?:receiv|were|under|had|took|got|completed|did|do|use))"
    r"|aged|younger|older)\b"
)
"""A part of the people."""
_CRUDE = folded_pattern(
    r"\bbefore (?:matching|adjust\w+|weighting)\b|\bcrude\b|\bunadjusted\b|\bunivaria(?:te|ble)\b|\bunmatched\b"
)
_PUT_RIGHT = folded_pattern(r"\b(?:matched|matching|adjust\w+|multivaria\w+|weighting|weighted|independent(?:ly)?)\b")
_EXPOSURE = folded_pattern(
    r"^(?:in (?:contrast|addition), )?"
    r"(?!.{0,30}\b(?:this|these|it|which|treatment|intervention|groups?"
    r"|(?:exposure|intake|consumption|use)(?! (?:of|to)))\b)"
    r"[^,;:]{2,60}?(?:, in contrast,)?"
    r" (?:(?:was|were|is|are) (?:also )?(?:not )?(?:\w+ly )?(?:un)?(?:associated|related|correlated|linked) (?:with|to)"
    r"|correlated (?:\w+ly )?with|predicted)\b"
)
_ADJUSTED_FOR = re.compile(
    r"\b(?:adjust\w*|control\w*|correct\w*|stratif\w+|regardless|irrespective|independent\w*) (?:for|by|of)\b"
    r"[^;()]{0,80}$"
)
_COMPARED = folded_pattern(
    r"\bthan (?:in|among|without|those|men|women|people|patients|children|adults)\b"
    r"|\bcompared (?:with|to) [a-z]|[a-z] versus [a-z]"
    r"|\b(?:higher|lower|greater|(?:more|less) (?:common|frequent|likely|prevalent)) (?:in|among) "
    r"(?!(?:both|the|this|these|all)\b)[a-z]"
    r"|\bhad (?:an?|no|the) (?:\w+ ){0,3}(?:risk|odds|influence|effect|impact)\b"
)
"""People told apart by something else than the arms, where no arm is named."""
_GOES_ON = folded_pattern(
    r"^\W*(?:(?:however|but|yet|nevertheless|thus|overall|moreover|also|and|finally),?\s)?"
    r"(?:the|this|these|a|no|there (?:was|were) (?:also )?(?:a|no))\s"
    r"(?:(?:adjusted|mean|estimated|observed|crude|absolute|statistically|significant|baseline-adjusted|net|overall)\s){0,3}"
    r"(?:differences?\b|between[- ](?:the )?(?:two )?(?:groups?|arms?) (?:\w+ )?(?:differences?|comparisons?)"
    r"|(?:group|treatment) differences?|effect\b)"
    r"|^\W*(?:after|following|with|on) (?:multivariable |full |further )?"
    r"(?:adjust\w+|matching|controlling|correction)\b"
    r"|^[^.;]{0,60}?\b(?:difference|comparison)s? (?:\w+ ){0,3}between (?:the )?(?:two |both )?(?:groups|arms)\b"
)
"""A sentence that takes up the outcome of the one before it."""
_ADJUSTED = folded_pattern(
    r"^\W*(?:(?:however|but),? )?(?:after|following|with|on|in|when) "
    r"(?:(?:the|a|multivaria\w+|full\w*|further|additional) ){0,2}"
    r"(?:adjust\w+|matching|controlling|correction|multivaria\w+|model)\b[^.;]{0,120}?\b(?:the|this|these|no|it|any) "
    r"(?:\w+ ){0,3}(?:differences?|associations?|effects?|relations?\w*|risks?)\b(?! (?:in|of|for|with) )"
)
"""What is left of a result after adjustment."""
_EACH_GROUP = folded_pattern(
    r"\bin both\b|\bboth (?:groups|arms)\b|\bfrom (?:a \w+ of )?\d[^;]{0,40}? to \d|\bbefore and\b|\bcrude\b"
    r"|\bunadjusted\b|\bpre- (?:to|and) post\b|\bwithin[- ](?:the )?groups?\b"
)
"""What each group did by itself, or before the figures were put right."""
_NOT_TOLD = folded_pattern(
    r"\b(?:(?:was|were|is|are|has|have|been) (?:\w+ )?not|could not be|cannot be|never) (?:\w+ly )?(?:been |be )?"
    r"(?:record|regist|measur|assess|collect|report|available|document|evaluat|stud(?:y|ied)|analy[sz]|examin|ascertain"
    r"|investigat|determin|test(?:ed)?\b|pool|estimat|compar|known|reach(?:ed)? (?:a )?consensus)"
    r"|\bdid not (?:record|measure|assess|collect|report|reach consensus|evaluate|examine)"
    r"|\bno (?:\w+ )?(?:data|information) (?:on|about|for|regarding|were|was|are|is)\b"
    r"|\b(?:data|information|results|figures) (?:on|about|for|of|regarding) [^.;,]{1,60}"
    r" (?:were|was|are|is) (?:not|un|lacking|too|missing)"
    r"|\bremains? (?:to be|unclear|unknown|uncertain)\b|\bwill be (?:report|publish|present|assess|evaluat)"
    r"|\b(?:report|publish|present)ed (?:elsewhere|separately)\b"
    r"|\btoo (?:\w+ ){1,3}(?:to be|for) (?:\w+ )?(?:pool|analy|assess|compar|meta)"
    r"|\b(?:no|none|neither|nobody)(?: (?!data)\w+){0,6}? (?:trial|stud(?:y|ies)|review|report|paper|author)s?"
    r"(?: \w+){0,4}? (?:report|measur|assess|record|examin|evaluat|address|investigat|provid|includ|studi|look)\w*\b"
    r"(?! (?:an?|any|statistically|significant|more|less|fewer|worse|higher|lower|that|harm|serious)\b)"
    r"|\b(?:measur|report|assess|record|examin|evaluat|address|investigat|studi)ed (?:in|by) (?:none|no|neither)\b"
    r"|\b(?:was|were|is|are) not (?:\w+ ){0,2}defined\b"
    r"|\b(?:and|so|therefore|thus|hence) (?:\w+ )?not (?:\w+ )?(?:pool|analy|meta)"
    r"|\b(?:no|preclud\w+|prevent\w+) (?:\w+[ -]){0,2}(?:meta-?\s?analys[ie]s|pooling)\b"
    r"|\bno (?:\w+ )?analysis was (?:possible|done|made|attempted|performed)"
    r"|\bnot (?:an?|among the) (?:[\w-]+ ){0,3}(?:outcomes?|end ?-?points?)\b"
    r"|\b(?:addressed|discussed|mentioned|covered|considered|described|explored) (?:in|by) (?:\w+ ){0,2}"
    r"(?:documents|papers|articles|sources|publications|reports)\b"
    r"|^\W*whether\b|\begger\b|\bfunnel plot|\bpublication bias\b|^\W*(?:\w+ )?heterogeneity (?:was|between|for|in)\b"
    r"|\bmissing (?:data|values|information|responses) (?:on|for|about|in)\b"
    r"|\b(?:results|findings|evidence|effects) [^.;,]{0,60}?\b(?:was|were|is|are) (?:mixed|inconsistent|conflicting)\b"
    r"|\b(?:one|two|three|four|five|six|\d+) (?:\w+ )?(?:trials?|stud(?:y|ies))\b[^.;]{0,90}?"
    r"\b(?:and|but|while|whereas) (?:one|two|three|four|five|six|\d+|others?|the others?)\b[^.;]{0,30}?"
    r"\b(?:found|did|showed|reported|favou?red)\b"
)
"""Of what such a sentence names nothing is known."""
_OF_NOTHING = words(
    "not no none neither nobody never cannot remain remains will elsewhere separately too whether lacking unavailable "
    "missing unknown egger funnel bias heterogeneity mixed inconsistent conflicting trial trials study studies "
    "documents papers articles sources publications reports"
)
_MODIFIED = folded_pattern(
    r"\b(?:effects?|associations?|differences?|benefits?|results?|estimates?|relation(?:ship)?s?)\b[^.;]{0,60}?\b"
    r"(?:(?:did not |not )?(?:differ|var|modif)\w*|(?:was|were) (?:\w+ )?(?:consistent|similar|homogeneous"
    r"|stronger|weaker|larger|smaller|greater|the same)) (?:\w+ly )?(?:by|across|according to"
    r"|between (?:sub|sexes|men|women|sites|ages?)|in (?:sub|men|women|younger|older)|among (?:sub|men|women))"
    r"|\bno (?:\w+ ){0,4}(?:interaction|effect modification|heterogeneity)(?! (?:between|of) (?:time|group))"
)
"""Whom an effect depends on, or not; not whether there is one."""
_BY_TIME = re.compile(r"(?:\bby|\bx|\u00d7|\*)[ -]?(?:time|group|treatment|condition|arm)\b")
"""An interaction with time compares the groups."""
_OF_EFFECTS = words(
    "effect effects association associations difference differences benefit benefits result results estimate estimates "
    "relation relations relationship relationships interaction modification heterogeneity"
)
_BEFOREHAND = folded_pattern(
    r"^\W*(?:at|before|upon|on) (?:the )?(?:study )?"
    r"(?:baseline|entry|enrol\w+|inclusion|admission|randomi[sz]ation|recruitment|start|treatment|beginning)\b"
    r"(?! (?:end|completion|period|phase))"
    r"|\b(?<!from )(?<!from a )baseline (?:[\w-]+ ){0,5}(?:was|were|did not|differed)\b"
    r"|\b(?:was|were|differed|did not differ) [^.;,]{0,60}? at baseline\W*$"
)
_LATER = folded_pattern(
    r"\bafter|\bat (?:the end|follow|\d|one|two|three|six|twelve)|\bfollow-?\s?up|\b(?:weeks?|months?|years?) later"
    r"|\bfinal\b|\bpost-?|\bfrom baseline|\bthan (?:at )?baseline|\bto \d"
    r"|\b(?:chang|reduc|predict|associat|decreas|increas|improv|declin)"
)
"""The state before, and words that tell of another one."""
_TIME = re.compile(
    r"\b(?:(\d+|one|two|three|four|six|eight|twelve)[\s-]?(hour|h|day|week|wk|month|year|yr)s?"
    r"|(week|month|day|year)s? (\d+))\b"
)
_DAYS, _ABOUT = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.4, "y": 365.0}, 0.05
_IN_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "six": "6", "eight": "8", "twelve": "12"}
_AGAINST_LETTERS = re.compile(
    r"\b(?:than|versus|vs\.?|compared (?:with|to)|from) (?:(?:with|in|for|on|after|under|the|those) ){0,3}"
    r"(?P<letters>[A-Z][\w-]{1,8})\b"
)
_OF_ALL = folded_pattern(r"\b(?:outcomes?|measures?|parameters?|variables?|end ?-?points?|results|groups|arms)\b")
"""What is said of all outcomes, or of the groups as a whole, may be said of the one asked for."""
_SEXES = words("women girls female females mothers"), words("men boys male males fathers")
_OF_BOTH = frozenset().union(*_SEXES)
_TOLD = frozenset({Role.RESULTS, Role.CONCLUSIONS})
_SHOWS = WAYS | {"SAME", "SIG"}


def standing(
    sentences: Sequence[Sentence], readings: Sequence[Reading], scores: Floats, said: Floats, finder: Finder
) -> tuple[Floats, Floats]:
    """The scores with which sentences vote, and how much of the outcome each says or takes up, from 0 to 1."""
    scores, said = scores.copy(), said.copy()
    headless = _headless(sentences, readings, said, finder)
    scores[headless] -= _SHORTLY
    said[headless] *= _HEADLESS
    aside = _set_aside(sentences, readings, said)
    scores[aside] -= _BACK
    said[aside] = 0.0
    for place in _going_on(sentences, readings, said):
        scores[place] = scores[place - 1] + _AHEAD
        said[place] = said[place - 1]
        scores[place - 1] -= _BACK
    silent = np.array([_OF_ALL.search(one.folded) is None for one in sentences]) & (said == 0)
    behind = silent & (_most_shown(sentences, readings, said, _ANY) >= _HARDLY_SAID)
    asked = fold(finder.triple.outcome)
    for reason in _REASONS:
        told = zip(sentences, readings, said, strict=True)
        aside = np.array([much > 0 and reason.holds(one, reading, asked) for one, reading, much in told])
        if aside.any():
            most = _most_shown(sentences, readings, np.where(aside, 0.0, said), reason)
            behind |= aside & (said * reason.share <= most)
    return scores - _BACK * behind, said


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence stands back, and behind what: one of these roles that says such a share of the outcome."""

    holds: Callable[[Sentence, Reading, str], bool]
    roles: frozenset[Role]
    share: float = 1.0
    other: re.Pattern[str] | None = None


def _headless(
    sentences: Sequence[Sentence], readings: Sequence[Reading], said: Floats, finder: Finder
) -> NDArray[np.bool_]:
    """Which sentences lack the head of the outcome where a result has it: ulcers, asked for 'ulcer recurrence'."""
    heads = heads_of(finder.triple.outcome)
    named = zip(readings, said, strict=True)
    headed = np.array([much > 0 and not finder.outcome_stems(one.tokens).isdisjoint(heads) for one, much in named])
    told = any(
        headed[place] and one.role is Role.RESULTS and (_tells_nothing(one) or _shows(readings[place]))
        for place, one in enumerate(sentences)
    )
    return (said > 0) & ~headed if told else np.zeros(len(headed), dtype=bool)


def _set_aside(sentences: Sequence[Sentence], readings: Sequence[Reading], said: Floats) -> NDArray[np.bool_]:
    """Which sentences tell nothing of the outcome: it was not measured, or it is another one of like name."""
    unknown = np.array([_tells_nothing(one) for one in sentences])
    least = said[unknown].max(initial=0.0)
    told = np.array([one.role in _TOLD for one in sentences])
    denied = np.array([much > 0 and is_denied(one) for one, much in zip(readings, said, strict=True)])
    aside: NDArray[np.bool_] = unknown | denied | _rivals(readings, said) | (said < _NEARLY * least)
    if least >= _WELL_SAID:
        aside |= ~told
    return aside


def _rivals(readings: Sequence[Reading], said: Floats) -> NDArray[np.bool_]:
    """Which sentences tell another outcome of like name, in a text that also speaks of this one."""
    leading = [rival_of(one) if 0 < much < 1 else "" for one, much in zip(readings, said, strict=True)]
    known = {one.stem for one in chain.from_iterable(reading.tokens for reading in readings)} if any(leading) else ()
    return np.array([one != "" and one in known for one in leading])


def _tells_nothing(sentence: Sentence) -> bool:
    if sentence.role not in _TOLD or _OF_NOTHING.isdisjoint(sentence.words):
        return False
    return _NOT_TOLD.search(sentence.folded) is not None


def _most_shown(sentences: Sequence[Sentence], readings: Sequence[Reading], said: Floats, reason: Reason) -> float:
    """How much of the outcome the best of these sentences says that shows a result."""
    told = zip(sentences, readings, said, strict=True)
    shown = (
        float(much)
        for one, reading, much in told
        if one.role in reason.roles and _shows(reading) and (reason.other is None or reason.other.search(one.folded))
    )
    return max(shown, default=0.0)


def tells_each_group(sentence: Sentence) -> bool:
    """Whether a result is of each group by itself: 'fell from 6 to 5 with humming', 'improved in both groups'."""
    return _EACH_GROUP.search(sentence.folded) is not None


def takes_up(before: Sentence, one: Sentence) -> bool:
    """Whether a sentence compares the groups in the outcome that the one before it tells of each group."""
    return bool(_EACH_GROUP.search(before.folded) and _GOES_ON.search(one.folded)) or bool(_ADJUSTED.search(one.folded))


def _going_on(sentences: Sequence[Sentence], readings: Sequence[Reading], said: Floats) -> Iterator[int]:
    """Places of results that take up the outcome of the sentence before them."""
    for place, (before, one) in enumerate(pairwise(sentences), start=1):
        told = one.role is before.role is Role.RESULTS and said[place - 1] >= _WELL_SAID > said[place]
        if told and takes_up(before, one) and _compares(readings[place]):
            yield place


def _compares(reading: Reading) -> bool:
    """Whether a sentence prints a test or says that nothing differed."""
    names = {one.name for one in reading.signs}
    return any(map(is_test, names)) or "SAME" in names or {"NOT", "DIFF"} <= names


def _is_of_a_part(sentence: Sentence, _: Reading, outcome: str) -> bool:
    found = _OF_A_PART.search(sentence.folded)
    return found is not None and not any(word in outcome for word in found[0].split() if len(word) > _SHORT)


def is_of_another_exposure(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence tells what something else than the arms is associated with."""
    found = _EXPOSURE.search(sentence.folded)
    if found is None or reading.question.of_itself:
        return False
    arms = reading.question.arms
    said = arms & {one.stem for one in reading.tokens if one.end <= found.end()}
    if "baseline" in found[0]:  # 'higher baseline C-reactive protein', asked for a high-protein diet
        return len(said) < min(_TWO, len(arms))
    return not said and not _names_an_arm(reading)


def tells_others_apart(folded: str) -> bool:
    """Whether a sentence that names no arm compares people by something else: 'less in men than in women'."""
    return _EXPOSURE.search(folded) is not None or _COMPARED.search(folded) is not None


def _is_of_another(sentence: Sentence, reading: Reading, _: str) -> bool:
    if _names_an_arm(reading):
        return False
    return tells_others_apart(sentence.folded)


@lru_cache(maxsize=256)
def times_in(folded: str) -> tuple[float, ...]:
    """Times after the beginning, in days."""
    return tuple(
        float(_IN_WORDS.get(number, number)) * _DAYS[unit[0]]
        for first, one, other, last in _TIME.findall(folded)
        for number, unit in ((first or last, one or other),)
    )


def _is_crude(sentence: Sentence, _: Reading, __: str) -> bool:
    return _CRUDE.search(sentence.folded) is not None and _PUT_RIGHT.search(_CRUDE.sub(" ", sentence.folded)) is None


def is_of_change_of_effect(sentence: Sentence, _: Reading, __: str = "") -> bool:
    """Whether a sentence tells whom an effect depends on, and not whether there is one."""
    if _OF_EFFECTS.isdisjoint(sentence.words) or _BY_TIME.search(sentence.folded):
        return False
    return _MODIFIED.search(sentence.folded) is not None


def _is_of_others(sentence: Sentence, reading: Reading, _: str) -> bool:
    """Whether a sentence is of women where men are asked for, or the other way round."""
    asked = {*reading.question.people.split()}
    told = [sex for sex, other in (_SEXES, _SEXES[::-1]) if not asked.isdisjoint(sex) and asked.isdisjoint(other)]
    return any(sentence.words.isdisjoint(sex) and not sentence.words.isdisjoint(_OF_BOTH - sex) for sex in told)


def _is_within(sentence: Sentence, reading: Reading, _: str) -> bool:
    return not CHANGE_WORDS.isdisjoint(sentence.words) and is_within_groups(reading)


def is_beforehand(sentence: Sentence, reading: Reading, _: str = "") -> bool:
    """Whether a sentence tells only how the groups were at the beginning."""
    if reading.question.of_itself or "baseline" in reading.question.outcome:
        return False
    return _BEFOREHAND.search(sentence.folded) is not None and _LATER.search(sentence.folded) is None


def _is_of_another_time(_: Sentence, reading: Reading, outcome: str) -> bool:
    """Whether a sentence is of other times only, where the question names one: 'pain at 6 weeks'."""
    asked, told = times_in(outcome), times_in(reading.folded)
    return bool(asked and told) and not any(abs(one - other) <= _ABOUT * one for one in asked for other in told)


def is_against_a_third(reading: Reading, finder: Finder) -> bool:
    """Whether only one arm is named, and held against a third one: 'lower with humming than in WL'."""
    if len({one.name for one in reading.signs if one.name in {"I", "C"}}) != 1:
        return False
    return any(finder.is_third(found["letters"]) for found in _AGAINST_LETTERS.finditer(reading.sentence))


def _is_bare(_: Sentence, reading: Reading, __: str) -> bool:
    """'412 people had hiccups': an outcome and a number, of no arm and without a test."""
    names = {one.name for one in reading.signs}
    return not (names & (_SHOWS | {"NOT"}) or any(map(is_test, names)) or _names_an_arm(reading))


_REASONS = (
    Reason(_is_of_a_part, frozenset({Role.RESULTS})),
    Reason(_is_crude, frozenset({Role.RESULTS}), 0.5, _PUT_RIGHT),
    Reason(_is_of_another, frozenset({Role.RESULTS, Role.CONCLUSIONS})),
    Reason(is_of_change_of_effect, frozenset({Role.RESULTS, Role.CONCLUSIONS}), 0.5),
    Reason(_is_of_others, frozenset(Role), 0.0),
    Reason(_is_within, frozenset({Role.RESULTS}), 0.5),
    Reason(_is_of_another_time, frozenset({Role.RESULTS}), 0.0, _TIME),
    Reason(is_beforehand, frozenset({Role.RESULTS, Role.CONCLUSIONS}), 0.5),
    Reason(_is_bare, frozenset({Role.RESULTS, Role.CONCLUSIONS}), 0.5),
)


_ANY = Reason(lambda *_: True, frozenset(Role))


def _names_an_arm(reading: Reading) -> bool:
    """Whether a sentence is of an arm; 'adjusted for age, sex and arm' is not."""
    arms = [one.start for one in reading.signs if one.name in {"I", "C"}]
    adjusted = _ADJUSTED_FOR.search(reading.folded, 0, arms[0]) if arms else None
    return bool(arms) and not (adjusted and "." not in reading.folded[adjusted.end() : arms[0]])


def _shows(reading: Reading) -> bool:
    """Whether a sentence names an arm and says how it did, or prints a test."""
    names = {one.name for one in reading.signs}
    return any(map(is_test, names)) or (_names_an_arm(reading) and bool(names & _SHOWS))
