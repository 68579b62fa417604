"""How many people a study had, in total and per arm: every number of people is weighed by the words around it.

The number that stands for the study is the one randomised, else enrolled, else analysed; parts of it ('of these,
12 ...'), arms ('(n = 30)') and people who were only screened stand back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

import numpy as np

from claimbook.appraise.sample.arms import arms_beside, arms_in
from claimbook.appraise.sample.cautions import with_cautions
from claimbook.appraise.sample.doubt import (
    doubted,
    is_about_another,
    looks_again,
    one_case,
    own_total,
    rests_on_analysed,
    those_analysed,
)
from claimbook.appraise.sample.groups import cases_and_controls, in_brackets, is_compared, together
from claimbook.appraise.sample.left import left_of
from claimbook.appraise.sample.matched import are_matched, matched_pairs
from claimbook.appraise.sample.mentions import DATA_THERE, Mention, counts_of, mentions_among
from claimbook.appraise.sample.nobody import was_never_done
from claimbook.appraise.sample.stages import CHANCE, PEOPLE_RANDOMISED, STAGES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import words
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import RANDOMISED, SYNTHESES, ArmRead, Kind, Read, Sample, Span

_ARMS_ADD_UP, _SAID_AGAIN, _MOST_ADDED = 2.5, 0.3, 30
"""Weight of a number that its arms add up to; share of the weight of further mentions; numbers that are added up."""
CONFIDENCE = ((0.0, 0.5, 1.0, 2.0, 3.0, 6.0), (0.6, 0.75, 0.9, 0.94, 0.97, 0.99))
"""Margins, and the share that was right there."""
_STAGE_CONFIDENCE, _ALL_RANDOMISED, _LEAST_AT_STAGE = 0.5, 0.85, -1.5
_SAY_RANDOMISED = frozenset({"allocated", "we-allocated"})
_TOLD, _N_EQUALS_TOGETHER, _TOGETHER, _SIDE_BY_SIDE = 0.9, 0.92, 0.85, 0.85
"""How sure sizes of arms are that are added; and sums of such as stand behind 'n =', of others, of groups of people."""
_FEWEST, _WEAK = 6, 0.75
_CASES_RULE = "sample.cases-and-controls"
_WISHED = words("needed required power powered detect calculated planned necessary target")
"""In a sentence that tells how many people would be enough."""
Groups = Sequence[Sequence[Mention]]
"""Numbers of people that are told side by side."""
_NOBODY: Read[int] = Read.missing("sample.of-another-article")
_NO_SAMPLE = Sample(_NOBODY, _NOBODY, _NOBODY, _NOBODY)
_PLANNED: Read[int] = Read.missing("sample.only-planned")
"""A protocol tells who is to be taken in, not who was."""
_ONLY_PLANNED = frozenset({"will-be", "sample-wished-for"})
_NOBODY_TOOK_PART: Read[int] = Read.missing("sample.nobody-took-part")
NEVER_DONE = Sample(_NOBODY_TOOK_PART, _NOBODY_TOOK_PART, _NOBODY_TOOK_PART, _NOBODY_TOOK_PART)
"""Of a study that was planned, and into which nobody was taken."""


def weigh(mentions: list[Mention]) -> list[tuple[int, float, Mention]]:
    """Values with their evidence, best first: the best mention, a little for each further one, and arms that add up."""
    found, sums = [], _sums_of_arms(mentions)
    for value in dict.fromkeys(mention.value for mention in mentions):
        same = sorted((one for one in mentions if one.value == value), key=attrgetter("weight"), reverse=True)
        more = sum(max(one.weight, 0) * _SAID_AGAIN for one in same[1:3])
        adds_up = _ARMS_ADD_UP if value in sums else 0.0
        found.append((value, same[0].weight + more + adds_up, same[0]))
    return sorted(found, key=lambda one: one[1], reverse=True)


def _sums_of_arms(mentions: list[Mention]) -> set[int]:
    """Sums of two to four neighbouring numbers."""
    values = [mention.value for mention in mentions[:_MOST_ADDED]]
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
    if is_about_another(text):
        return _NO_SAMPLE
    counts = counts_of(text)
    mentions = mentions_among(counts)
    if not any(one.stages for one in mentions) and was_never_done(text):
        return NEVER_DONE
    groups = [*together([one for one in mentions if one.of_people or is_compared(one)])]
    total = _with_groups(_total(weigh(mentions)), groups, mentions)
    if kind is Kind.CASE_CONTROL:
        total = _with_cases(total, groups, mentions)
    if kind is Kind.CASE_REPORT:
        total = one_case(total, text)
    stages = {one.name: _at_stage(one.name, mentions, total) for one in STAGES.rows}
    if kind in SYNTHESES:
        stages["enrolled"] = Read.missing("sample.of-several-studies")
    stages["analysed"] = stages["analysed"] or left_of(total, mentions)
    arms = arms_in(counts, _sizes_of_all(total, stages))
    whole, again = _of_each(_with_arms(total, arms, mentions), arms, text), looks_again(text)
    stages = {name: _of_all_parts(read, whole) for name, read in stages.items()}
    own = own_total(whole, mentions, kind, text)
    if rests_on_analysed(kind, again=again):
        own = those_analysed(own, stages["analysed"], mentions)
    stages |= _assigned(stages, own, mentions, kind, text)
    own = _unless_one_arm(own, arms, mentions)
    sample = Sample(doubted(own, mentions, kind, text, again=again), **stages, arms=arms)
    if kind not in RANDOMISED:
        sample = _unassigned(sample, whole, text, groups, mentions)
    return with_cautions(sample, mentions, planned=kind is Kind.PROTOCOL, again=again)


def _assigned(
    stages: Mapping[str, Read[int]], own: Read[int], mentions: Sequence[Mention], kind: Kind | None, text: Text
) -> Mapping[str, Read[int]]:
    """What the kind of a study says of those randomised; a plan tells who is to be taken in, not who was."""
    if kind is Kind.PROTOCOL:
        return dict.fromkeys(stages, _PLANNED)
    if kind is Kind.NARRATIVE_REVIEW:
        return {"randomised": _NOBODY}  # of a trial that it retells
    if kind not in RANDOMISED or stages["randomised"]:
        return {}
    planned = any(one.span in own.spans and not _ONLY_PLANNED.isdisjoint(one.signs) for one in mentions)
    return {"randomised": _PLANNED if planned else _all_randomised(text, own, stages)}


def _sizes_of_all(total: Read[int], stages: Mapping[str, Read[int]]) -> set[int]:
    """Numbers that arms may add up to: all but those analysed where the total is but one arm."""
    seen = [total, *stages.values()]
    if total.value is not None and (stages["analysed"].value or 0) > total.value:
        seen.remove(stages["analysed"])
    return {read.value for read in seen if read.value is not None}


def _total(ranked: list[tuple[int, float, Mention]]) -> Read[int]:
    if not ranked:
        return Read.missing("sample.no-number-of-people")
    value, weight, mention = ranked[0]
    margin = weight - (ranked[1][1] if len(ranked) > 1 else 0.0)
    rule = f"sample.{'+'.join(mention.signs) or 'people'}"
    return Read(value, "explicit", confidence_of(margin), (mention.span,), rule=rule)


def _with_cases(total: Read[int], groups: list[Sequence[Mention]], mentions: list[Mention]) -> Read[int]:
    """Cases and their controls, wherever they stand and however many people they were drawn from."""
    both = cases_and_controls(mentions)
    group = next((group for group in groups if any(one in group for one in both)), both)
    added = sum(one.value for one in group)
    if (
        not both
        or total.value == added
        or (total.value not in {one.value for one in group} and total.confidence > _WEAK)
    ):
        return total
    groups.insert(0, group)
    spans = tuple(one.span for one in group)
    return Read(added, "inferred", _SIDE_BY_SIDE, spans, rule=_CASES_RULE)


def _unassigned(sample: Sample, whole: Read[int], text: Text, groups: Groups, mentions: list[Mention]) -> Sample:
    """Where nobody was assigned: those who were matched; else groups that together are the study, as its arms."""
    if (pairs := matched_pairs(text)) is not None:
        total, arms = pairs
        return replace(sample, total=total, analysed=sample.analysed or total, arms=arms)
    if not whole:
        return sample
    if sample.total.rule != _CASES_RULE and (
        one := next((one for one in groups if are_matched(one[0].sentence)), None)
    ):
        spans = tuple(each.span for each in one)
        matched = Read(sum(each.value for each in one), "inferred", _SIDE_BY_SIDE, spans, rule="sample.matched")
        return replace(sample, total=matched, arms=arms_beside(one))
    enrolled = sample.enrolled
    if not enrolled and len(whole.spans) == 1 and 0 < (sample.analysed.value or 0) < (whole.value or 0):
        enrolled = replace(whole, status="inferred", confidence=_STAGE_CONFIDENCE, rule="sample.enrolled-before-losses")
    if sample.arms:
        return replace(sample, enrolled=enrolled, arms=tuple(map(_unsure, sample.arms)))
    bracketed = [*in_brackets(mentions)]
    total = _with_groups(sample.total, bracketed, mentions)
    beside = (arms_beside(group) for group in (*groups, *bracketed) if sum(one.value for one in group) == total.value)
    return replace(sample, total=total, enrolled=enrolled, arms=next(filter(None, beside), ()))


def _unsure(arm: ArmRead) -> ArmRead:
    """Where nobody was assigned, the groups of one table are as good as those of another."""
    return replace(
        arm,
        name=replace(arm.name, confidence=min(arm.name.confidence, _TOGETHER)),
        n=replace(arm.n, confidence=min(arm.n.confidence, _TOGETHER)),
    )


def _with_groups(total: Read[int], groups: Groups, mentions: list[Mention]) -> Read[int]:
    """The number of one of several groups that are told side by side is that of all of them, if no larger is told."""
    if total.value is None:
        return total
    for group in groups:
        if total.value in {one.value for one in group}:
            parts = [(one.value, one.span) for one in group]
            return _sum(total, parts, mentions, Read(0, "inferred", _SIDE_BY_SIDE, rule="sample.groups-side-by-side"))
    return total


def _with_arms(total: Read[int], arms: Sequence[ArmRead], mentions: list[Mention]) -> Read[int]:
    """A study cannot be smaller than its arms together; a number that was surely read is let stand beside them."""
    told = [arm.n for arm in arms if arm.n.value is not None]
    least = _TOLD if total.value in {read.value for read in told} else 0.0 if _is_less(total, told) else _TOLD
    sizes = [(read.value or 0, read.spans[0]) for read in told if read.confidence >= least]
    apart = len({span for _, span in sizes}) == len(arms) > 1
    if not apart or (total.confidence >= _TOLD and total.value not in {value for value, _ in sizes}):
        return total
    printed = all(arm.n.rule == "arms.n-equals" for arm in arms)
    together = Read(0, "inferred", _N_EQUALS_TOGETHER if printed else _TOGETHER, rule="sample.arms-together")
    return _sum(total, sizes, mentions, together)


def _of_each(total: Read[int], arms: Sequence[ArmRead], text: Text) -> Read[int]:
    """Arms of the same size together, where the number that was read, if any, is that of one of them."""
    each = arms[0].n if arms and all(arm.n.rule == "arms.each" for arm in arms) else None
    if each is None or each.value is None or each.confidence < _TOLD or (total and total.spans != each.spans):
        return total
    told = next((one for one in text.sentences if one.span.holds(each.spans[0])), None)
    if told is None or not _WISHED.isdisjoint(told.words):
        return total
    return Read(len(arms) * each.value, "inferred", _TOGETHER, each.spans, rule="sample.arms-of-each")


def _of_all_parts(read: Read[int], whole: Read[int]) -> Read[int]:
    """How many came as far, where only the number of one part was told so and the whole is a sum of parts."""
    summed = whole.status == "inferred" and whole.value is not None and read.value is not None
    if not summed or read.value == whole.value or read.spans[:1] == () or read.spans[0] not in whole.spans:
        return read
    return replace(whole, confidence=min(read.confidence, whole.confidence))


def _unless_one_arm(total: Read[int], arms: Sequence[ArmRead], mentions: Sequence[Mention]) -> Read[int]:
    """Less sure of a number that is told as that of the first arm, where no arms were found that add up to it."""
    first = any(one.span in total.spans and "first-arm" in one.signs for one in mentions)
    if not first or total.value == sum(arm.n.value or 0 for arm in arms):
        return total
    return replace(total, confidence=min(total.confidence, _TOGETHER))


def _is_less(total: Read[int], sizes: Sequence[Read[int]]) -> bool:
    """Whether a number is smaller than each arm, so that it counts something else."""
    return bool(sizes) and (total.value or 0) < min(one.value or 0 for one in sizes)


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


def _at_stage(name: str, mentions: list[Mention], total: Read[int]) -> Read[int]:
    """The best number of people who came as far as this stage; surest where it is that of the whole study."""
    there = [one for one in mentions if name in one.stages and _counts_at(one)]
    if name == "analysed":
        there = [one for one in there if _are_analysed(one)]
    if name == "randomised":
        there += [one for one in mentions if one.value == total.value and not _SAY_RANDOMISED.isdisjoint(one.signs)]
    there = [one for one in there if _ONLY_PLANNED.isdisjoint(one.signs)]
    if not there:
        return Read.missing(f"sample.{name}-not-stated")
    best = max(there, key=attrgetter("weight"))
    whole = best.value == total.value and "first-arm" not in best.signs
    confidence = total.confidence if whole else _STAGE_CONFIDENCE
    anew = "-anew" if name == "analysed" and "for-this-analysis" in best.signs else ""
    return Read(best.value, "explicit", confidence, (best.span,), rule=f"sample.{name}{anew}")


def _are_analysed(one: Mention) -> bool:
    """Not the 60 of '54 of 60 adults completed it', unless these are told to be 'evaluable'."""
    signs, behind = frozenset(one.signs), one.sentence.folded[one.place[1] :]
    return "out-of" not in signs or not signs.isdisjoint(DATA_THERE) or behind.startswith((" evaluable", " assessable"))


def _counts_at(one: Mention) -> bool:
    return one.value >= _FEWEST and (one.weight > _LEAST_AT_STAGE or not DATA_THERE.isdisjoint(one.signs))


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
