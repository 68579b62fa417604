"""Every number of people that a text prints, weighed by the words around it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from claimbook.appraise.sample.counts import LABELLED, N_EQUALS, is_year, what_counts
from claimbook.appraise.sample.nobody import counts_nobody
from claimbook.appraise.sample.rules import TABLE
from claimbook.appraise.sample.sign import Sign
from claimbook.appraise.sample.stages import STAGES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.numbers import Number, counts_in
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Span

Numbered = tuple[Sentence, Sequence[Number]]
"""A sentence with its whole numbers."""
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
_N_EQUALS, _PEOPLE, _NOBODY_NAMED, _FEW = 1.0, 1.5, -1.5, -1.5
_FEWEST, _FEWEST_UNNAMED, _YEAR_DIGITS = 6, 10, 4
_ALLOCATION = frozenset({"allocated", "we-allocated", "a-total-of", "took-part", "stayed-of", "leaving"})
"""Signs of people behind a number that names none."""
DATA_THERE = frozenset({"data-of", "stayed-of", "leaving"})
"""Signs of those whose data are there."""
_ANALYSED = DATA_THERE | {"measured-in", "for-this-analysis"}
_NOT_OURS = frozenset({"nobody-real", "others-report", "range", "all-but"})
"""Signs of people of a model, of another report, or of limits between which several studies lie,
and of those who are left out."""
_IN_ARMS = (" in ", " per ", " for ", " from ", " at ", " each ", " on ", " of ", " with ", " to ", " and ", " or ")
"""Behind 'n = 30' these lead to where those people were: 'n = 30 per group'; 'n = 58,214 visits' are no people."""
_AND = (" and ", " versus ", " vs ", " vs. ")
_OF_ALL = folded_pattern(r"\s(?:\([^()]{1,12}\)\s)?of (?:the )?\d")
_ELLIPSIS = folded_pattern(
    r"\s(?:of (?!them|these|those|whom|their|the\b|\d)|with(?:out)?\b|not\b|in the (?:[\w-]+ )?(?:group|arm)\b)"
)
"""Behind a number whose people were named before the 'and' in front of it."""


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


def counts_of(text: Text) -> list[Numbered]:
    """Each sentence with its whole numbers."""
    return [(one, [*counts_in(one.text, one.folded, one.words)]) for one in text.sentences]


def mentions_among(counts: Sequence[Numbered]) -> list[Mention]:
    """The numbers of people, with what speaks for and against each; a text that is all numbers is read in part."""
    found = (_mentions_of(sentence, numbers, place) for place, (sentence, numbers) in enumerate(counts) if numbers)
    return list(islice(chain.from_iterable(found), _MOST_MENTIONS))


def _mentions_of(sentence: Sentence, numbers: Sequence[Number], place: int) -> Iterator[Mention]:
    counts = [one for one in numbers if 1 < one.value < _LARGEST]
    signs, ways = (TABLE.rows_in(sentence), STAGES.rows_in(sentence)) if counts else ([], [])
    last = False
    for number in counts:
        value = number.value
        before, after = _around(sentence.folded, number)
        of_people, weight = (False, None) if after[:1] in _JOINS else _basis(value, before, after, signs)
        if weight is None and last and before.endswith(_AND) and value >= _FEWEST_UNNAMED and _ELLIPSIS.match(after):
            of_people, weight = True, _NOBODY_NAMED  # '88 users of honey and 240 of syrup'
        last = of_people
        if weight is None or LABELLED.search(before[-_LABEL:]) or _is_year(number, before, after):
            continue
        if counts_nobody(before, after):
            continue
        speaking = [one for one in signs if _speaks(one, before, after)]
        weight += sum(one.weight for one in speaking) + _ROLE_WEIGHT[sentence.role] - _LATER * place
        names = tuple(one.name for one in speaking)
        if not _NOT_OURS.isdisjoint(names):
            continue
        stages = _stages_of(names, [one.name for one in ways if one.is_told(before, after)])
        yield Mention(value, sentence, (number.start, number.end), of_people, weight, names, stages)


def _stages_of(signs: tuple[str, ...], told: Sequence[str]) -> tuple[str, ...]:
    """The stages that are told of; people whose data are there were analysed."""
    were_analysed = "analysed" not in told and not _ANALYSED.isdisjoint(signs)
    return (*told, "analysed") if were_analysed else (*told,)


def _is_year(number: Number, before: str, after: str) -> bool:
    """A number that is printed with a separator is none."""
    printed = number.end - number.start == _YEAR_DIGITS
    return printed and is_year(number.value, before[-_LABEL:], after)


def _around(text: str, number: Number) -> tuple[str, str]:
    """The words to either side; an ellipsis stands for words that were cut, so that '^' means the beginning."""
    start = number.start - BEFORE
    before = text[: number.start] if start <= 0 else f"\u2026{text[start : number.start]}"
    return before, text[number.end : number.end + AFTER]


def _basis(value: int, before: str, after: str, signs: Sequence[Sign]) -> tuple[bool, float | None]:
    """Whether people are named behind a number, and what it weighs by its form alone; None: it counts nobody."""
    few = _FEW if value < _FEWEST else 0.0
    what = what_counts(after)
    if before[-_EQUALS:].rstrip().endswith(("=", ":", "of", "n")) and N_EQUALS.search(before[-_LABEL:]):
        return False, None if what == "things" and not after.startswith(_IN_ARMS) else _N_EQUALS + few
    if what == "people":
        return True, _PEOPLE + few
    if what == "unnamed" and _is_told_of_people(value, before, after, signs):
        return False, _NOBODY_NAMED
    return False, None


def _is_told_of_people(value: int, before: str, after: str, signs: Sequence[Sign]) -> bool:
    """Whether signs say of a number that names nobody that it counts people: 'data were available for 52 of 60'."""
    if _OF_ALL.match(after) and _tells({"data-of"}, before, after, signs):
        return True
    return value >= _FEWEST_UNNAMED and _tells(_ALLOCATION, before, after, signs)


def _tells(names: Collection[str], before: str, after: str, signs: Sequence[Sign]) -> bool:
    return any(one.name in names and _speaks(one, before, after) for one in signs)


def _speaks(sign: Sign, before: str, after: str) -> bool:
    return sign.found_in(before if sign.side == "before" else after) is not None
