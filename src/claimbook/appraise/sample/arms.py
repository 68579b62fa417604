"""The groups of a study and how many people each had.

A number is taken for the size of an arm where it stands with a name in one of a few forms (`sample.forms`). Sizes that
add up to a number of the whole study are its arms; without that, those of one form in one sentence, or in neighbouring
ones, count with less confidence. Further sizes under the same names are those who were analysed.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Literal

from claimbook.appraise.sample.denominators import parts_in
from claimbook.appraise.sample.forms import STOPS, Sized, name_at, sized_in
from claimbook.appraise.sample.joint import each_in, equal_in, pairs_in
from claimbook.appraise.sample.mentions import Mention, Numbered
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, one_of, words
from claimbook.appraise.text.numbers import Number
from claimbook.appraise.text.pieces import words_of
from claimbook.appraise.text.reading import Sentence
from claimbook.model.appraisal import ArmRead, Read

Group = Sequence[Sized]
"""Arms of one study, or the same at a later stage."""
_CONTROLS = one_of(
    r"placebo | controls? | usual care | standard (?:care|therapy|treatment) | sham |"
    r" no (?:treatment|intervention|therapy) |"
    r"wait(?:ing|-)?\s?-?list | observation | conventional | comparison | routine care | treatment as usual | alone"
)
_COMPARATOR = folded_pattern(rf"\b{_CONTROLS}\b")
_MOST_ARMS, _TWO, _TWO_PARTS = 5, 2, 4
_ADDING_UP, _TOLD, _PLACED = 0.95, 0.9, 0.6
"""How sure sizes are that add up to a number of the study, that their form tells, or that stand beside a name only."""
_BESIDE = 0.85
"""Of groups that are told side by side, and are the whole study."""
_SEX = folded_pattern(r"(?:in |healthy |adult )*(?P<sex>women|men|females?|males?|boys|girls)\b")
_NAME_BEHIND = folded_pattern(
    r"\s(?P<name>(?:(?:age|sex|gender)\b[^.;()\d]{0,40}?matched )?[^.;,()]{2,80}?)"
    rf"(?:{STOPS}|(?=\s(?:as well as|plus|using|by|matched|whose|without any|remained|to \d|with \d)\b))"
)
_LEAST, _LEAST_PLACED, _MOST = 0.5, 0.8, 1.1
"""Shares of the whole study that arms together may be, where they do not add up to it."""
_LEAST_LEFT = 0.6
"""Share of an arm that those analysed are at the least."""
_MOST_SIZES, _FAR, _FEWEST = 30, 4, 10
_TELLING = (frozenset({"n-equals", "respectively"}), frozenset({"assigned", "placed"}), frozenset({"bracket"}))
"""Forms that tell arms by themselves; the others count where they add up."""
_COUNTED = folded_pattern(
    r"\b(?:there were|randomi[sz]|assigned|allocated|analy[sz]ed|included|evaluable|complet|enrol|recruit|among|"
    r"compared)"
)
_EMPTY = words("group groups arm arms patients women participants the with and plus treatment therapy of to in who")
_GROUP = folded_pattern(r"\b(?:group|arm)s?\b")


def arms_in(counted: Sequence[Numbered], totals: Collection[int]) -> tuple[ArmRead, ...]:
    """The arms, given the numbers of each sentence and those that may stand for the whole study."""
    own = [(one, counts) for one, counts in counted if counts and one.role is not Role.CONCLUSIONS]
    by_sentence = [_sizes(sentence, counts) for sentence, counts in own]
    groups = _groups(by_sentence, totals)
    with_parts = [sentence for sentence, counts in own if len(counts) >= _TWO_PARTS]
    if not groups:
        return _of_each([one for one, _ in own], totals) or _of_results(with_parts)
    first, sure = _arms_of(groups)
    if sum(one.value for one in first) < max(totals, default=0):
        each = _of_each([one for one, _ in own], totals)
        if (arms := _fewer_of_each(first, each)) is not None:
            return arms
    later = _later([one for one, _ in groups if one is not first], with_parts, first)
    return tuple(_arm(one, sure, after) for one, after in zip(first, later, strict=True))


def arms_beside(group: Sequence[Mention]) -> tuple[ArmRead, ...]:
    """Groups of people told side by side; none where they are the sexes."""
    named = [*map(_beside, group)]
    sexes = {found["sex"] for one in named if one and (found := _SEX.match(one.words))}
    if len(sexes) > 1:
        return ()
    return tuple(_arm(one, _BESIDE, None) if one else _unnamed(size) for one, size in zip(named, group, strict=True))


def _unnamed(one: Mention) -> ArmRead:
    return ArmRead(Read.missing("arms.unnamed"), Read(one.value, "explicit", _BESIDE, (one.span,), rule="arms.beside"))


def _beside(one: Mention) -> Sized | None:
    found = _NAME_BEHIND.match(one.sentence.folded, one.place[1])
    name = name_at(one.sentence.folded, *found.span("name")) if found else None
    return Sized(one.sentence, one.value, one.place, name, "beside") if name else None


def _fewer_of_each(first: Group, each: Sequence[ArmRead]) -> tuple[ArmRead, ...] | None:
    """'Of 60 adults (30 per group), 56 were analysed (humming 29, rest 27)': whose names and sizes belong together."""
    whole = (each[0].n.value or 0) if len(first) == len(each) else 0
    if not all(_LEAST_LEFT * whole <= one.value < whole for one in first):
        return None
    return tuple(replace(_arm(one, _TOLD, one), n=all_.n) for one, all_ in zip(first, each, strict=True))


def _arms_of(groups: Sequence[tuple[Group, float]]) -> tuple[Group, float]:
    """The first sizes that belong together; those with a comparator, where others add up to the same.

    Trials that are pooled, or the sexes, may be told before the arms.
    """
    whole = sum(one.value for one in groups[0][0])
    compared = (group for group in groups if any(_COMPARATOR.search(one.words) for one in group[0]))
    return next((group for group in compared if sum(one.value for one in group[0]) == whole), groups[0])


def _sizes(sentence: Sentence, counts: Sequence[Number]) -> list[Sized]:
    return (pairs_in(sentence) if len(counts) > 1 else []) or [*sized_in(sentence, counts)]


def _groups(by_sentence: Sequence[Sequence[Sized]], totals: Collection[int]) -> list[tuple[Group, float]]:
    """Sizes that belong together, in the order of the text, each with how sure that is."""
    if not any(by_sentence):
        return []
    adding = [(one, _ADDING_UP) for one in _adding_up([one for found in by_sentence for one in found], totals)]
    used = {(*_place_of(one), *one.size) for group, _ in adding for one in group}
    told = [
        (group, _sure(group))
        for group in map(_without_whole, _told_together(by_sentence))
        if _fit(group, totals) and used.isdisjoint((*_place_of(one), *one.size) for one in group)
    ]
    return sorted([*adding, *told], key=lambda group: _place_of(group[0][0]))


def _place_of(one: Sized) -> tuple[int, int]:
    return one.sentence.where, one.sentence.start


def _sure(group: Group) -> float:
    return _TOLD if any(one.form != "placed" for one in group) or _are_called(group) else _PLACED


def _are_called(group: Group) -> bool:
    """'46 adults in the humming group and 45 in the other group'."""
    return all(_GROUP.search(one.words) and not _is_part(one) for one in group)


def _fit(group: Group, totals: Collection[int]) -> bool:
    """Whether sizes can be all arms of a study with these numbers; or one of them was taken for such a number."""
    sizes = [one.value for one in group]
    least = _LEAST_PLACED if all(one.form == "placed" for one in group) else _LEAST
    if not totals or max(totals) in sizes or max(totals) < min(sizes):
        return True
    return any(least * one <= sum(sizes) <= _MOST * one for one in totals)


def _adding_up(sizes: Sequence[Sized], totals: Collection[int]) -> Iterator[Group]:
    """Sizes of arms with different names that add up to one of the totals: neighbours, else two of one form."""
    sizes, start = sizes[:_MOST_SIZES], 0
    while start < len(sizes):
        group = _group_at(sizes, start, totals)
        if group:
            yield group
        start += len(group) or 1


def _group_at(sizes: Sequence[Sized], start: int, totals: Collection[int]) -> Group:
    neighbours = (sizes[start : start + many] for many in range(2, _MOST_ARMS + 1))
    apart = ([sizes[start], other] for other in sizes[start + 2 : start + _FAR] if other.form == sizes[start].form)
    for group in (*neighbours, *apart):
        if len(group) > 1 and sum(one.value for one in group) in totals and _differ(group):
            return group
    return ()


def _without_whole(group: Group) -> Group:
    """Without a number that the others add up to: that of the whole study."""
    together = sum(one.value for one in group)
    return [one for one in group if 2 * one.value != together] if len(group) > _TWO else group


def _differ(group: Group) -> bool:
    """Whether they are different arms: those of one sentence are, others have different names."""
    return len({id(one.sentence) for one in group}) == 1 or len({one.words for one in group}) == len(group)


def _told_together(by_sentence: Sequence[Sequence[Sized]]) -> Iterator[Group]:
    """Sizes that tell arms by themselves, in one sentence or one by one in sentences that stand near each other."""
    for forms in _TELLING:
        chain: list[Sized] = []
        for found in [*by_sentence, ()]:
            here = [one for one in found if one.form in forms]
            if len(here) > 1 and _tell(here):
                yield here
            elif len(here) == 1 and _differ([*chain, *here]):
                chain += here
                continue
            if len(chain) > 1 and _tell(chain):
                yield chain
            chain = here[:1] if here else []


def _tell(group: Group) -> bool:
    """Whether sizes are more than one may expect of parts, and one at least has a form that tells."""
    if max(one.value for one in group) < _FEWEST:
        return False
    if any(one.form != "placed" for one in group):
        return True
    counted = _COUNTED.search(group[0].sentence.folded)
    return counted is not None and (_are_called(group) or any(_COMPARATOR.search(one.words) for one in group))


def _is_part(one: Sized) -> bool:
    """'29 of 35 patients in group A'."""
    return one.sentence.folded.endswith((" of ", " of the "), 0, one.size[0])


def _later(groups: Sequence[Group], sentences: Sequence[Sentence], first: Group) -> Sequence[Sized | None]:
    """For each arm its people at a later stage: the first further sizes under the same names."""
    parts = (one for sentence in sentences if (one := parts_in(sentence)))
    for group in (*groups, *parts):
        if (same := _same_arms(first, group)) is not None:
            return same
    return [None] * len(first)


def _same_arms(first: Group, group: Group) -> Group | None:
    """The later sizes in the order of the arms; None where the names do not tell it."""
    if len(first) != len(group) or len(first) > _MOST_ARMS:
        return None
    orders = sorted(
        ((_alike(first, order), place, order) for place, order in enumerate(permutations(group))), reverse=True
    )
    (best, _, order), (second, _, _) = orders[0], orders[1]
    fewer = all(after.value <= one.value for one, after in zip(first, order, strict=True))
    return order if best >= max(1, len(first) - 1) and best > second and fewer else None


def _alike(first: Group, group: Group) -> int:
    """How many names share a word, or are the other's first letter."""
    return sum(not _said(one).isdisjoint(_said(other)) for one, other in zip(first, group, strict=True))


def _said(one: Sized) -> set[str]:
    return {word for word in words_of(one.words) if word not in _EMPTY}


def _of_each(sentences: Sequence[Sentence], totals: Collection[int]) -> tuple[ArmRead, ...]:
    """As many arms as there are groups, where the size of each is told and their names are not."""
    for sentence in sentences:
        if (found := each_in(sentence, totals)) is not None:
            many, size, span, fits = found
            n = Read(size, "explicit", _ADDING_UP if fits else _TOLD, (span,), rule="arms.each")
            return tuple(ArmRead(Read.missing("arms.unnamed"), n) for _ in range(many))
    for sentence in sentences:
        if (equal := equal_in(sentence, totals)) is not None:
            many, size, span = equal
            n = Read(size, "inferred", _BESIDE, (span,), rule="arms.equal")
            return tuple(ArmRead(Read.missing("arms.unnamed"), n) for _ in range(many))
    return ()


def _of_results(sentences: Sequence[Sentence]) -> tuple[ArmRead, ...]:
    """Arms of which only those are told of whom results count some."""
    for sentence in sentences:
        group = parts_in(sentence)
        if group and any(_is_arm(one) for one in group):
            nobody: Read[int] = Read.missing("arms.not-stated")
            return tuple(ArmRead(_named(one, _TOLD), nobody, _role(one), _size(one, _TOLD)) for one in group)
    return ()


def _is_arm(one: Sized) -> bool:
    return any((one.form == "of-treated", _GROUP.search(one.words), _COMPARATOR.search(one.words)))


def _arm(one: Sized, confidence: float, later: Sized | None) -> ArmRead:
    analysed = Read.missing("arms.analysed-not-stated") if later is None else _size(later, _TOLD)
    return ArmRead(_named(one, confidence), _size(one, confidence), _role(one), analysed)


def _named(one: Sized, confidence: float) -> Read[str]:
    span = one.sentence.part(*one.name)
    return Read(one.sentence.text[slice(*one.name)], "explicit", confidence, (span,), rule=f"arms.{one.form}")


def _size(one: Sized, confidence: float) -> Read[int]:
    return Read(one.value, "explicit", confidence, (one.sentence.part(*one.size),), rule=f"arms.{one.form}")


def _role(one: Sized) -> Literal["comparator", "unclear"]:
    return "comparator" if _COMPARATOR.search(one.words) else "unclear"
