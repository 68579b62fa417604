"""How many people a study had, in total and per arm: every number of people is weighed by the words around it.

The number that stands for the study is the one randomised, else enrolled, else analysed; parts of it ('of these,
12 ...'), arms ('(n = 30)') and people who were only screened stand back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from operator import attrgetter

import numpy as np

from claimbook.appraise.sample.arms import Counted, arms_in
from claimbook.appraise.sample.counts import LABELLED, N_EQUALS, is_year, what_counts
from claimbook.appraise.sample.groups import PARTS, together
from claimbook.appraise.sample.rules import TABLE
from claimbook.appraise.sample.sign import Sign
from claimbook.appraise.sample.stages import CHANCE, PEOPLE_RANDOMISED, STAGES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import words
from claimbook.appraise.text.numbers import Number, counts_in
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import RANDOMISED, ArmRead, Kind, Read, Sample, Span

_LARGEST, _MOST_MENTIONS = 50_000_000, 200
BEFORE, AFTER, _LABEL, _EQUALS = 120, 220, 24, 4
"""Signs of a sentence that may bear on a number in it: to the left, to the right, and as its label ('grade 2')."""
_JOINS = frozenset("-\u2013/.")
"""Behind one of these a number goes on: '12-week', '3/4'."""
_ROLE_WEIGHT = {
    Role.TITLE: 0.0,
    Role.BACKGROUND: -1.0,
    Role.AIM: 0.3,
    Role.METHODS: 1.0,
    Role.RESULTS: 0.7,
    Role.CONCLUSIONS: -1.5,
    Role.OTHER: -2.0,
}
_LATER = 0.12
"""Weight lost per sentence: the number of the study is told early."""
_N_EQUALS, _PEOPLE, _NOBODY_NAMED, _ARMS_ADD_UP, _FEW = 1.0, 1.5, -1.5, 2.5, -1.5
CONFIDENCE = ((0.0, 0.5, 1.0, 2.0, 3.0, 6.0), (0.6, 0.75, 0.9, 0.94, 0.97, 0.99))
"""Margins, and the share that was right there."""
_STAGE_CONFIDENCE, _ALL_RANDOMISED, _LEAST_AT_STAGE = 0.5, 0.85, -1.5
_SAY_RANDOMISED = frozenset({"allocated", "we-allocated"})
_TOLD, _N_EQUALS_TOGETHER, _TOGETHER, _SIDE_BY_SIDE = 0.9, 0.92, 0.85, 0.85
"""How sure sizes of arms are that are added; and sums of such as stand behind 'n =', of others, of groups of people."""
_TRIALS = RANDOMISED | {Kind.QUASI_EXPERIMENTAL, Kind.SINGLE_ARM, Kind.PROTOCOL}
_QUALITATIVE = words("thematic verbatim interviewees")
"""In a text that is read as a trial's, one of these tells that some of its people were talked to."""
_OF_OTHERS = frozenset({Kind.NARRATIVE_REVIEW, Kind.CASE_CONTROL})
"""Kinds that tell numbers of several studies or groups, of which no single one stands for them."""
_TELLING = frozenset(
    ("taken-in", "a-total-of", "overall", "participants-were", "we-took-in", "allocated", "we-allocated")
)
"""Signs that a study took people in. Of 60 sure totals of other kinds with none of them, a quarter were wrong."""
_DOUBTED, _LEAST_OF_RIVALS = 0.85, 0.0
_FEWEST, _FEWEST_UNNAMED = 6, 10
_ALLOCATION = frozenset({"allocated", "we-allocated", "a-total-of", "took-part"})
"""Signs of people behind a number that names none."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One number that may count the people of the study."""

    value: int
    sentence: Sentence
    place: tuple[int, int]
    """Its first sign in the sentence, and the one behind its last."""
    of_people: bool
    """Whether people are named behind it."""
    weight: float
    signs: tuple[str, ...]
    stages: tuple[str, ...]
    """How far these people came: enrolled, randomised, analysed."""

    @property
    def span(self) -> Span:
        """Where it stands in the record."""
        return self.sentence.part(*self.place)


def _counted(text: Text) -> list[Counted]:
    return [(one, [*counts_in(one.text, one.folded, one.words)]) for one in text.sentences]


def _mentions_in(counts: Sequence[Counted]) -> list[Mention]:
    """The numbers of people, with what speaks for and against each; a text that is all numbers is read in part."""
    found = (_mentions_of(sentence, numbers, place) for place, (sentence, numbers) in enumerate(counts) if numbers)
    return list(islice(chain.from_iterable(found), _MOST_MENTIONS))


def _mentions_of(sentence: Sentence, numbers: Sequence[Number], place: int) -> Iterator[Mention]:
    counts = [one for one in numbers if 1 < one.value < _LARGEST]
    signs, ways = (TABLE.rows_in(sentence), STAGES.rows_in(sentence)) if counts else ([], [])
    for number in counts:
        value = number.value
        before, after = _around(sentence.folded, number)
        of_people, weight = (False, None) if after[:1] in _JOINS else _basis(value, before, after, signs)
        if weight is None or LABELLED.search(before[-_LABEL:]) or is_year(value, before[-_LABEL:], after):
            continue
        speaking = [one for one in signs if _speaks(one, before, after)]
        weight += sum(one.weight for one in speaking) + _ROLE_WEIGHT[sentence.role] - _LATER * place
        names = tuple(one.name for one in speaking)
        stages = tuple(one.name for one in ways if one.is_told(before, after))
        yield Mention(value, sentence, (number.start, number.end), of_people, weight, names, stages)


def _around(text: str, number: Number) -> tuple[str, str]:
    """The words to either side; an ellipsis stands for words that were cut, so that '^' means the beginning."""
    start = number.start - BEFORE
    before = text[: number.start] if start <= 0 else f"\u2026{text[start : number.start]}"
    return before, text[number.end : number.end + AFTER]


def _basis(value: int, before: str, after: str, signs: Sequence[Sign]) -> tuple[bool, float | None]:
    """Whether people are named behind a number, and what it weighs by its form alone; None: it counts nobody."""
    few = _FEW if value < _FEWEST else 0.0
    if before[-_EQUALS:].rstrip().endswith(("=", ":", "of")) and N_EQUALS.search(before[-_LABEL:]):
        return False, _N_EQUALS + few
    what = what_counts(after)
    if what == "people":
        return True, _PEOPLE + few
    if (
        what == "unnamed"
        and value >= _FEWEST_UNNAMED
        and any(_speaks(one, before, after) for one in signs if one.name in _ALLOCATION)
    ):
        return False, _NOBODY_NAMED
    return False, None


def _speaks(sign: Sign, before: str, after: str) -> bool:
    return sign.found_in(before if sign.side == "before" else after) is not None


def weigh(mentions: list[Mention]) -> list[tuple[int, float, Mention]]:
    """Values with their evidence, best first: the best mention, a little for each further one, and arms that add up."""
    found, sums = [], _sums_of_arms(mentions)
    for value in dict.fromkeys(mention.value for mention in mentions):
        same = sorted((one for one in mentions if one.value == value), key=attrgetter("weight"), reverse=True)
        more = sum(max(one.weight, 0) * 0.3 for one in same[1:3])
        adds_up = _ARMS_ADD_UP if value in sums else 0.0
        found.append((value, same[0].weight + more + adds_up, same[0]))
    return sorted(found, key=lambda one: one[1], reverse=True)


def _sums_of_arms(mentions: list[Mention]) -> set[int]:
    """Sums of two to four neighbouring numbers."""
    values = [mention.value for mention in mentions][:30]
    return {sum(values[start : start + size]) for size in (2, 3, 4) for start in range(len(values) - size + 1)}


def total_of(text: Text, kind: Kind | None = Kind.RCT) -> Read[int]:
    """The number of people that stands for the study."""
    return sample_of(text, kind).total


def sample_of(text: Text, kind: Kind | None = Kind.RCT) -> Sample:
    """The total, what the text tells apart (enrolled, randomised, analysed), and the arms with their sizes.

    Args:
        text: title and abstract.
        kind: what kind of publication it was read as; how sure a total is was measured on trials.
    """
    counts = _counted(text)
    mentions = _mentions_in(counts)
    total = _with_groups(_total(weigh(mentions)), mentions)
    stages = {one.name: _at_stage(one.name, mentions, total) for one in STAGES.rows}
    seen = [total, *stages.values()]
    if total.value is not None and (stages["analysed"].value or 0) > total.value:
        seen.remove(stages["analysed"])  # the total is but one arm
    totals = {read.value for read in seen if read.value is not None}
    arms = arms_in(counts, totals)
    trial = kind in _TRIALS and all(_QUALITATIVE.isdisjoint(one.words) for one in text.sentences)
    total = _doubted(_with_arms(total, arms, mentions), mentions, kind, trial=trial)
    if kind in RANDOMISED and not stages["randomised"]:
        stages["randomised"] = _all_randomised(text, total, stages)
    return Sample(total, **stages, arms=arms)


def _total(ranked: list[tuple[int, float, Mention]]) -> Read[int]:
    if not ranked:
        return Read.missing("sample.no-number-of-people")
    value, weight, mention = ranked[0]
    margin = weight - (ranked[1][1] if len(ranked) > 1 else 0.0)
    rule = f"sample.{'+'.join(mention.signs) or 'people'}"
    return Read(value, "explicit", confidence_of(margin), (mention.span,), rule=rule)


def _with_groups(total: Read[int], mentions: list[Mention]) -> Read[int]:
    """The number of one of several groups that are told side by side is that of all of them, if no larger is told."""
    if total.value is None:
        return total
    for group in together([one for one in mentions if one.of_people]):
        if total.value in {one.value for one in group}:
            parts = [(one.value, one.span) for one in group]
            return _sum(total, parts, mentions, Read(0, "inferred", _SIDE_BY_SIDE, rule="sample.groups-side-by-side"))
    return total


def _with_arms(total: Read[int], arms: Sequence[ArmRead], mentions: list[Mention]) -> Read[int]:
    """A study cannot be smaller than its arms together; a number that was surely read is let stand beside them."""
    sizes = [(arm.n.value, arm.n.spans[0]) for arm in arms if arm.n.value is not None and arm.n.confidence >= _TOLD]
    apart = len({span for _, span in sizes}) == len(arms) > 1
    if not apart or (total.confidence >= _TOLD and total.value not in {value for value, _ in sizes}):
        return total
    printed = all(arm.n.rule == "arms.n-equals" for arm in arms)
    together = Read(0, "inferred", _N_EQUALS_TOGETHER if printed else _TOGETHER, rule="sample.arms-together")
    return _sum(total, sizes, mentions, together)


def _sum(total: Read[int], parts: Sequence[tuple[int, Span]], mentions: list[Mention], found: Read[int]) -> Read[int]:
    """The sum of groups; where as many people are told of anyhow, the total as it was read, and less sure of it."""
    added = sum(value for value, _ in parts)
    if total.value is not None and (total.value >= added or _is_whole(total.value, parts, mentions)):
        return total
    if any(one.value >= added and one.weight > 0 for one in mentions):
        return replace(total, confidence=min(total.confidence, _TOGETHER))
    return replace(found, value=added, spans=tuple(span for _, span in parts))


def _is_whole(value: int, parts: Sequence[tuple[int, Span]], mentions: list[Mention]) -> bool:
    """Whether a number is that of the study, and what looks like its fellow is one of its parts: '159, 81 and 78'."""
    rest = {value - part for part, _ in parts}
    return any(one.value in rest for one in mentions)


def _doubted(total: Read[int], mentions: list[Mention], kind: Kind | None, *, trial: bool) -> Read[int]:
    """Less sure of a handful of people, and, where the text is no trial's, of what no verb tells of a study."""
    if total.value is None or total.confidence <= _DOUBTED:
        return total
    few = total.value < _FEWEST_UNNAMED and kind is not Kind.CASE_SERIES
    if not few and (trial or (kind not in _OF_OTHERS and _told_of_a_study(total, mentions))):
        return total
    return replace(total, confidence=_DOUBTED)


def _told_of_a_study(total: Read[int], mentions: list[Mention]) -> bool:
    """Whether the words around a number say that a study took these people in, and none counts a further group."""
    own = next((one for one in mentions if one.span == total.spans[0]), None)
    told = own is not None and len(total.spans) == 1 and not _TELLING.isdisjoint(own.signs)
    return told and not any(_rivals(one, own) for one in mentions if one is not own)


def _rivals(one: Mention, own: Mention | None) -> bool:
    """Whether a number may count a further group of the study."""
    if own is None or one.weight < _LEAST_OF_RIVALS or not PARTS.isdisjoint(one.signs):
        return False
    return one.sentence is own.sentence if one.value == own.value else one.of_people


def _at_stage(name: str, mentions: list[Mention], total: Read[int]) -> Read[int]:
    """The best number of people who came as far as this stage; surest where it is that of the whole study."""
    there = [one for one in mentions if name in one.stages and one.weight > _LEAST_AT_STAGE and one.value >= _FEWEST]
    if name == "randomised":
        there += [one for one in mentions if one.value == total.value and not _SAY_RANDOMISED.isdisjoint(one.signs)]
    if not there:
        return Read.missing(f"sample.{name}-not-stated")
    best = max(there, key=attrgetter("weight"))
    confidence = total.confidence if best.value == total.value else _STAGE_CONFIDENCE
    return Read(best.value, "explicit", confidence, (best.span,), rule=f"sample.{name}")


def _all_randomised(text: Text, total: Read[int], stages: Mapping[str, Read[int]]) -> Read[int]:
    """The people of the whole trial, where its text says that people were randomised and no other number is told."""
    others = {read.value for name, read in stages.items() if name != "randomised" and read} - {total.value}
    if total.value is None or total.confidence < _TOLD or others or stages["analysed"]:
        return Read.missing("sample.randomised-not-stated")
    for sentence in text.in_roles(Role.METHODS, Role.RESULTS, Role.OTHER):
        if not CHANCE.isdisjoint(sentence.words) and (found := PEOPLE_RANDOMISED.search(sentence.folded)):
            spans = (*total.spans, sentence.span_of(found))
            return Read(total.value, "inferred", _ALL_RANDOMISED, spans, rule="sample.all-randomised")
    return Read.missing("sample.randomised-not-stated")


def confidence_of(margin: float) -> float:
    """Share of right totals by their distance from the next best value (``pico_corpus``, development half)."""
    return float(np.interp(margin, *CONFIDENCE))
