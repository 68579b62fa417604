"""Words beside a number of people by which it may not be the whole study's: each, pairs, those who refused. Pure.

Such a number is shown as it was read, and goes to a person: it is seldom told how many people there were in all.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimbook.appraise.sample.mentions import AFTER, BEFORE, Mention
from claimbook.appraise.sample.sign import MANY
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.model.appraisal import Read, Sample

_MOST = 0.85
"""How sure such a number is at the most."""
_GROUP = r"(?:groups?|arms?|conditions?|treatments?|sequences?|cohorts?|interventions?|regimens?)"
_WORDS = r"(?:(?!(?:were|was|are|had|have|with|and|or|of|from|in|to|who)\b)[a-z-]+ )"
_EACH_BEHIND = folded_pattern(
    rf"^ {_WORDS}{{0,4}}?(?:(?:each|apiece)\b(?! (?:of|with|had|day|week|month|who|other))|"
    rf"(?:per|(?:in|for|on) (?:each|every|both|either)(?: of the)?|to each(?: of the)?) (?:[a-z-]+ ){{0,2}}?{_GROUP}\b)"
)
_EACH_BEFORE = folded_pattern(
    rf"\b(?:(?:each|every|both|per|either) (?:of the )?(?:[a-z-]+ ){{0,2}}?{_GROUP}(?:,| (?:comprised|comprising|"
    r"consisted of|consisting of|contained|included|had|of|with|there were))|groups of|"
    rf"(?:{MANY}|\d|two|three|four|five|six) ?[x\u00d7]) (?:a total of )?$"
)
"""'Fifteen adults each', 'per group, 15 adults', 'groups of 15', '3 x 15': of one group of several."""
_WHICH = r"(?:[1-9](?!\d)|one|two|three|four|i{1,3}|iv|a|b)"
_PART = rf"(?:(?:experiments?|exp\.?|stud(?:y|ies)|sub-?study) {_WHICH}\b|(?:first|second|third) (?:experiment|study))"
_PART_BEFORE = folded_pattern(rf"\b{_PART}[^.;\d]{{0,30}}$")
_PART_BEHIND = folded_pattern(rf"^ (?:[a-z-]+ ){{0,4}}?[(\[]?(?:in |for )?(?:the )?{_PART}")
"""Of one experiment of several."""
_UNITS = folded_pattern(rf"^ {_WORDS}{{0,4}}?(?:pairs|couples|dyads|triads|trios|families|households)\b")
_UNITS_BEFORE = folded_pattern(
    r"\b(?:pairs|couples|dyads|triads|trios|families|households|rats|mice|rabbits|dogs|pigs|sheep|larvae|fish|plots)"
    r"\s?\((?:n\s?=\s?)?$"
)
"""Whether pairs or their people were counted is told by nobody alike."""
_OF_TRIALS = folded_pattern(
    r"^ (?:[\w-]+ ){1,4}?(?:randomi[sz]ed|assigned|enrolled|included) (?:in|from) (?:the )?"
    rf"(?:{MANY}|\d|two|three|four|five|six|seven|eight|nine|several|all|these|different) "
    rf"(?:[\w-]+ ){{0,3}}?(?:trials|studies)\b"
)
"""People of several trials."""
_SOMEBODY = r"(?![a-z-]*(?:er|or|ist|ant|ent|ee|ian|ic)s\b|others\b)"
_UNKNOWN = folded_pattern(
    rf"^ {_WORDS}{{0,3}}?{_SOMEBODY}[a-z-]{{3,}}(?:s|ae|ia)(?: (?:of|from) (?:the )?[a-z-]+)? (?:was|were) "
)
"""Whatever was counted, where it is none of the people that are known, nor called as people are ('eaters')."""
_OF_ANIMALS = folded_pattern(
    rf"^ {_WORDS}{{0,3}}?(?:bovine|porcine|ovine|canine|equine|murine|zebrafish|rats|mice|rabbits|dogs|pigs|sheep)\b"
    r"(?! (?:owners?|bites?|allerg\w+|eaters))"
)
_RETOLD = folded_pattern(
    r"(?<!this )(?<!our )(?<!present )(?<!current )(?<!the )\b(?:one|another|other|several|previous|earlier|prior|"
    r"(?:an?|the) (?:recent|previous|earlier|prior|large|small|famous|landmark)) (?:[\w-]+ ){0,3}?"
    r"(?:trials?|stud(?:y|ies)|rcts?)\b[^.;]{0,40}$"
)
"""'One trial randomly assigned 80 adults' tells of a study, but hardly of this one."""
_TO_BE = r"(?:(?: (?:to|be|being|been|have|had|the|their|for|any|formal|take|part|in))* )"
_REFUSED = folded_pattern(
    r"^[^.;]{0,110}?\b(?:(?:declin|refus)\w+|unwilling|reluctant|objected|"
    rf"(?:not|never|n't) (?:wish|want|agree|consent|willing|accept)\w*|not|never){_TO_BE}randomi[sz]\w+"
)
"""Who was not randomised; the first word of chance behind the number is looked at, no later one (`_until_chance`)."""
_BEFORE_CHANCE = folded_pattern(rf"^[^.;]{{0,110}}?\b(?:before|prior to|until|awaiting){_TO_BE}randomi[sz]\w+")
"""'246 were enrolled, of whom 12 were excluded before randomisation': how many were randomised is not said."""
_CHANCE = folded_pattern(r"\b(?:randomi[sz]\w+|randomly|by chance)")
_RANDOMISED_OF = folded_pattern(
    r"^(?:[^.;:,()]|\([^()]*\)){0,60}?(?<!who )(?<!that )\b(?:were|was|underwent|be)\s(?:\w+ ){0,2}?"
    r"(?:randomi[sz]|randomly|allocated)"
)
"""Behind the whole of which some were randomised: '110 of 300 adults were randomised'."""
_AHEAD = frozenset({"will-be"})
_OF_ARMS = frozenset({"first-arm", "to-an-arm", "size-of-a-group", "arm"})


def with_cautions(sample: Sample, mentions: Sequence[Mention], *, planned: bool, again: bool) -> Sample:
    """The same, less sure of numbers whose words say that they may count others.

    Args:
        sample: as it was read.
        mentions: all numbers of people in the text.
        planned: whether the study is yet to be done.
        again: whether people of an earlier study are analysed anew.
    """
    total, randomised = (_own(read, mentions) for read in (sample.total, sample.randomised))
    unsure = planned or (
        total is not None and (_may_be_a_part(total) or _is_before(total, randomised, sample, mentions))
    )
    others = again or (randomised is not None and (_may_be_a_part(randomised) or _is_told_before(randomised)))
    return replace(
        sample,
        total=_less_sure(sample.total) if unsure else sample.total,
        randomised=_less_sure(sample.randomised) if others else sample.randomised,
    )


def _less_sure(read: Read[int]) -> Read[int]:
    return replace(read, confidence=min(read.confidence, _MOST))


def _own(read: Read[int], mentions: Sequence[Mention]) -> Mention | None:
    """The number that was read, where it is none that was added up."""
    return next((one for one in mentions if one.value == read.value and one.span in read.spans), None)


def _sides(one: Mention) -> tuple[str, str]:
    said, (start, end) = one.sentence.folded, one.place
    return said[max(0, start - BEFORE) : start], said[end : end + AFTER]


def _may_be_a_part(one: Mention) -> bool:
    """Whether it may be one group of several, pairs, another study's people, or those who refused."""
    before, behind = _sides(one)
    return (
        not _AHEAD.isdisjoint(one.signs)
        or any(each.search(before) for each in (_EACH_BEFORE, _PART_BEFORE, _UNITS_BEFORE, _RETOLD))
        or any(each.match(behind) for each in (_EACH_BEHIND, _PART_BEHIND, _UNITS))
        or _REFUSED.match(_until_chance(behind)) is not None
        or _OF_ANIMALS.match(behind) is not None
        or (not one.of_people and _UNKNOWN.match(behind) is not None)
        or ("out-of" in one.signs and _RANDOMISED_OF.match(behind) is not None)
    )


def _is_told_before(one: Mention) -> bool:
    _, behind = _sides(one)
    of_trials = _OF_TRIALS.match(behind) is not None
    return of_trials or "out-of" in one.signs or _BEFORE_CHANCE.match(_until_chance(behind)) is not None


def _until_chance(behind: str) -> str:
    found = _CHANCE.search(behind)
    return behind[: found.end()] if found else ""


def _is_before(total: Mention, randomised: Mention | None, sample: Sample, mentions: Sequence[Mention]) -> bool:
    """Whether the same sentence tells of fewer who were randomised: '80 were enrolled, 10 excluded, 70 randomised'."""
    if randomised is None or randomised.sentence is not total.sentence or "randomised" in total.stages:
        return False
    arms = {arm.n.value for arm in sample.arms}
    arms |= {total.value - one.value for one in mentions if "screened" not in one.signs}  # '201 to one, 202 to another'
    return randomised.value < total.value and randomised.value not in arms and _OF_ARMS.isdisjoint(randomised.signs)
