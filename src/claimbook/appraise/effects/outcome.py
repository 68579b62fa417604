"""What a printed result is about: the words that name its outcome. Pure.

Sought where it is surest first: in the bracket of the number; before it, in its own clause, then in the rest since
the result before; among the shares of two arms; behind it. A result whose words name none has the outcome of the one
before.
Never a person, a treatment, a time or a statistic (`outcome_words`), nor an arm that the record names.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimbook.appraise.effects import outcome_forms as forms
from claimbook.appraise.effects import outcome_words as words
from claimbook.appraise.effects.between import Clause
from claimbook.appraise.effects.outcome_forms import Form, Forms, Told
from claimbook.appraise.effects.statistic import Statistic
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import holds_any
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Read
from claimbook.model.effect import RATIOS

_BRACKET = re.compile(r"\((?:[^()]++|\([^()]*+\))*+\)|\[[^\[\]]*+\]")
_OPENED, _CLOSED = ("(", "["), "_"
"""Stands for each sign of a bracket while the words around it are read."""
_BEGINS_INSIDE = (*_OPENED, ";")
_MOST_OF_A_CAUSE = 5
_MOST, _MOST_BEHIND = 400, 150
"""Signs that are read before a number, and behind it."""
_AS_BEFORE, _AS_THE_SENTENCE_BEFORE = 0.85, 0.5
"""What is left of the confidence in a name that is taken over."""
_NEAR, _MOST_RIVALS, _APART = 100, 2, 0.8
"""Signs between a sure name and its number, things that are named between them, and the confidence in other names."""
_NOT_NAMED: Read[str] = Read.missing("effects.outcome-not-named")
_LEFT_OUT = ["not"]
"""Behind it a verb is left out: '.., whereas hymns did not (p = .6)'."""


class Named(NamedTuple):
    """A name, where it stands in its sentence, the form that told it, and the letters of what stands behind it."""

    start: int
    end: int
    form: Form
    behind: str

    def confidence(self, number: int) -> float:
        """As sure as its form, where it stands close to its number, among few other things, and before its verb."""
        sure = self.form.confidence
        if sure <= _APART:
            return sure
        near = number - self.end < _NEAR and self.behind.count("n") <= _MOST_RIVALS
        said = self.form.name != forms.SUBJECT or forms.VERB.match(self.behind) is not None
        return sure if near and said else _APART


def outcomes_of(
    sentence: Sentence,
    found: Sequence[Statistic],
    clauses: Sequence[Clause],
    arms: frozenset[str] = frozenset(),
    before: Read[str] = _NOT_NAMED,
) -> Iterator[Read[str]]:
    """The outcome of each result of a sentence.

    Args:
        sentence: as printed.
        found: its results, in order.
        clauses: of each, where its own clause begins and ends.
        arms: words in which the record names its arms, in lower case; a name of nothing else is none.
        before: the outcome of the last result of the sentence before; taken over where only a measure is named
            ("the difference was ...").
    """
    reader, last = _Reader(sentence, found, clauses, arms), _NOT_NAMED
    for place in range(len(found)):
        named = reader.name_of(place)
        if named is not None:
            last = _read(sentence, named, found[place].place)
        elif last:
            last = _taken_over(last, _AS_BEFORE, "effects.outcome-before")
        elif before and not place and reader.measures_only:
            last = _taken_over(before, _AS_THE_SENTENCE_BEFORE, "effects.outcome-of-the-sentence-before")
        yield last


def outcome_of_title(text: Text, arms: frozenset[str] = frozenset()) -> Read[str]:
    """What a study is about by its title, for ratios beside which no outcome is named ('the hazard ratio was 1.4')."""
    for title in text.in_roles(Role.TITLE)[:1]:
        named = _Stretch(title.folded, 0, min(len(title.folded), _MOST)).first(forms.OF_THE_TITLE, arms)
        if named is not None:
            found = _read(title, named, len(title.folded))
            return Read(found.value, "inferred", found.confidence, found.spans, rule=found.rule)
    return _NOT_NAMED


def _read(sentence: Sentence, named: Named, number: int) -> Read[str]:
    name, place = sentence.text[named.start : named.end], sentence.part(named.start, named.end)
    return Read(name, "explicit", named.confidence(number), (place,), rule=named.form.rule)


def _taken_over(read: Read[str], share: float, rule: str) -> Read[str]:
    """The same name once more; what was taken over already is not less sure than then."""
    if read.rule == rule:
        return read
    return Read(read.value, "inferred", round(share * read.confidence, 2), read.spans, rule=rule)


class _Stretch:
    """The words between two places of a sentence, and their letters."""

    __slots__ = ("letters", "said", "start", "words")

    def __init__(self, text: str, start: int, end: int, *, opens: bool = False) -> None:
        self.start = max(start, end - _MOST)
        self.said = text[self.start : end]
        self.words = self.said.split()
        letters = words.letters_of(self.words)
        self.letters = words.OPENS + letters if opens else letters

    def first(self, heard: Forms, arms: frozenset[str]) -> Named | None:
        """The name that the first of these forms tells, and that is no arm."""
        told = heard.first(self.letters)
        if told is None:
            return None
        if not self._is_arm(told, arms):
            return self._named(told)
        return next((self._named(one) for one in heard.all(self.letters) if not self._is_arm(one, arms)), None)

    def _is_arm(self, told: Told, arms: frozenset[str]) -> bool:
        """Whether all its own words stand in the names of arms: 'walking', and 'walking effects'."""
        for word in self.words[told.first : told.last] if arms else ():
            plain = word.strip(words.SIGNS)
            if plain and plain not in arms and words.LETTERS[plain] not in words.MEASURES:
                return False
        return bool(arms)

    def _named(self, told: Told) -> Named:
        """Where it stands, without the signs at its edges."""
        begin, end = self._end_of(told.first), self._end_of(self._with_its_cause(told.last))
        name = self.said[begin:end].rstrip(words.EDGES).removesuffix(" or")
        start = self.start + begin
        behind = "" if self.words[-1][:1] == _CLOSED and self.words[-2:-1] == _LEFT_OUT else told.behind
        return Named(start + len(name) - len(name.lstrip(words.EDGES)), start + len(name), told.form, behind)

    def _with_its_cause(self, last: int) -> int:
        """How many words there are to the end of a name: 'death', and 'death due to stroke'."""
        if self.words[last - 1] not in words.EVENTS:
            return last
        behind = self.words[last : last + _MOST_OF_A_CAUSE]
        if words.CAUSES.isdisjoint(behind[:1]):
            return last
        cause = forms.CAUSE.match(words.letters_of(behind))
        return last + cause.end() if cause else last

    def _end_of(self, count: int) -> int:
        """How many signs there are to the end of so many words."""
        return len(self.said.rsplit(None, len(self.words) - count)[0]) if count else 0


def _closed(bracket: re.Match[str]) -> str:
    start, end = bracket.span()
    return _CLOSED * (end - start)


class _Reader:
    """Reads the results of one sentence one after the other."""

    def __init__(
        self, sentence: Sentence, found: Sequence[Statistic], clauses: Sequence[Clause], arms: frozenset[str]
    ) -> None:
        self.folded, self.found, self.clauses, self.arms = sentence.folded, found, clauses, arms
        self.plain = _BRACKET.sub(_closed, self.folded) if holds_any(self.folded, _OPENED) else self.folded
        self.begin, self.before, self.lists_predictors = 0, "", False
        self.counts_cases = "cases" in self.folded and "controls" in self.folded
        self.ahead = None if words.RELATED.isdisjoint(sentence.words) else self._ahead()

    def _ahead(self) -> Named | None:
        """What is told behind the last result to be related to all of them."""
        end = self.clauses[-1][1]
        return _Stretch(self.plain, end, min(len(self.plain), end + _MOST)).first(forms.AHEAD, self.arms)

    @property
    def measures_only(self) -> bool:
        """Whether the first result is told as a difference, a rate or a ratio of nothing that is named."""
        return forms.MEASURES_ONLY.match(_Stretch(self.plain, 0, self.found[0].place).letters) is not None

    def name_of(self, place: int) -> Named | None:
        """The name of the outcome of the next result."""
        one, (start, end) = self.found[place], self.clauses[place]
        named = self._sought(one, max(start, self.begin), place)
        self.begin = max(end, named.end) if named else end
        return self.ahead if self.ahead and (named is None or named.form.name in forms.OF_LISTS) else named

    def _sought(self, one: Statistic, start: int, place: int) -> Named | None:
        number = one.place
        opens = not start or (start > self.begin and self.plain[start - 1] == " ")
        own = _Stretch(self.plain, start, number, opens=opens)
        if self._goes_on(own.letters):
            return None
        named = (
            self._inside(number) or own.first(forms.BEFORE, self.arms) or self._rest(start) or self._behind(one, place)
        )
        if named and one.measure in RATIOS and named.form.name in forms.OF_CASES and self.counts_cases:
            named = None
        self.before = own.letters
        self.lists_predictors = named is not None and named.form.name == forms.PREDICTORS
        return named

    def _goes_on(self, own: str) -> bool:
        """Whether the words only go on with a list of times, or of what predicts an outcome."""
        if self.lists_predictors:
            return True
        if not self.before or forms.ITEM.match(own) is None:
            return False
        return forms.ENDS_IN_A_TIME.search(self.before) is not None

    def _inside(self, end: int) -> Named | None:
        """The name in the bracket of the number, where that does not begin with the number."""
        folded, begin = self.folded, self.begin
        if self.plain[end] != _CLOSED or folded[end - 1] in _BEGINS_INSIDE:
            return None
        begin = max(begin, *[folded.rfind(sign, begin, end) + 1 for sign in _BEGINS_INSIDE])
        if not holds_any(folded[begin:end], forms.LEAD_INSIDE):
            return None
        return _Stretch(folded, begin, end).first(forms.INSIDE, self.arms)

    def _rest(self, start: int) -> Named | None:
        """The name in what stands between the result before and the own clause."""
        if start <= self.begin:
            return None
        return _Stretch(self.plain, self.begin, start, opens=not self.begin).first(forms.BEFORE, self.arms)

    def _behind(self, one: Statistic, place: int) -> Named | None:
        """The name among or behind the numbers."""
        until = self.found[place + 1].start if place + 1 < len(self.found) else len(self.plain)
        if one.arms:
            return _Stretch(self.plain, one.start, min(until, one.end + _MOST)).first(forms.AMONG, self.arms)
        until = min(until, one.end + _MOST_BEHIND)
        if one.estimate:
            leads = one.measure in forms.EFFECTS and holds_any(self.plain[one.end :], forms.LEAD_BEHIND)
        else:
            leads = words.first_letter(self.plain[one.end : until]) in forms.LEAD_BEHIND_A_TEST
        heard = forms.BEHIND if one.estimate else forms.BEHIND_A_TEST
        return _Stretch(self.plain, one.end, until).first(heard, self.arms) if leads else None
