"""One element of a claim, looked for in one record: what it is called, and where the record says it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

from claimbook.appraise.direction.outcome_words import wordings_of
from claimbook.appraise.match.around import is_aside
from claimbook.appraise.match.words import Mention, Words, first_of, telling_stems, words_in
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.other_things import has_another_sense, is_another_thing
from claimbook.appraise.text.reading import Text, reading_of, text_of
from claimbook.model.record import AbstractSection, Record
from claimbook.model.search_terms import Concept, Heading, Near

STUDIED = (Role.TITLE, Role.AIM, Role.METHODS)
"""Parts that say what a study is about."""
_FEW = 2
"""So few names leave out what others call it: 'heart attack' alone finds no myocardial infarction."""
REPORTED = (*STUDIED, Role.RESULTS, Role.CONCLUSIONS)


@lru_cache(maxsize=256)
def otherwise_named(outcome: str) -> tuple[str, ...]:
    """An outcome in other words of one meaning; the other spelling of its own words is none."""
    known, others = {telling_stems(outcome)}, []
    for wording in wordings_of(outcome):
        if (stems := telling_stems(wording)) not in known:
            known.add(stems)
            others.append(wording)
    return tuple(others)


@dataclass(frozen=True)
class Asked:
    """What one element of the claim is called: its own words, and the concepts that stand for it."""

    phrase: str
    concepts: tuple[Concept, ...] = ()
    otherwise: tuple[str, ...] = ()
    """Other words of one meaning, which a record may use instead ('mortality' for 'death')."""

    @cached_property
    def headings(self) -> frozenset[str]:
        """Its MeSH headings."""
        every = (one for concept in self.concepts for one in concept.mesh)
        return frozenset(one.heading if isinstance(one, Heading) else one for one in every)

    @property
    def names(self) -> Iterator[str]:
        """Everything that it is called, as words."""
        yield from (self.phrase, *self.otherwise)
        for concept in self.concepts:
            yield from (one.near if isinstance(one, Near) else one for one in concept.terms)

    def mentions(self, words: Words) -> list[Mention]:
        """Every mention in a text; those of a concept are whole ones."""
        of_concepts = (one for concept in self.concepts for one in words.of_concept(concept))
        phrases = (one for one in (self.phrase, *self.otherwise) if one)
        return [*of_concepts, *(one for phrase in phrases for one in words.of_phrase(phrase))]

    def is_name(self, name: str) -> bool:
        """Whether a heading or a keyword says what was asked for."""
        return any(one.share == 1 for one in self.mentions(Words(text_of(name))))


@dataclass(frozen=True)
class Reading:
    """A record, read once for all elements."""

    record: Record
    text: Text
    words: Words

    @classmethod
    def of(cls, record: Record, text: Text | None = None) -> Self:
        """A record with its text, which is read where the caller has not done so."""
        text = text or reading_of(record)
        return cls(record, text, words_in(text))

    @classmethod
    def of_parts(cls, title: str, abstract: str) -> Self:
        """A title and an abstract that have no record around them."""
        return cls.of(Record("", 1, "article", title, abstract=(AbstractSection(abstract),)))


@dataclass(frozen=True)
class Sought:
    """What was asked for, with every place where a record speaks of it."""

    asked: Asked
    reading: Reading

    @cached_property
    def every(self) -> list[Mention]:
        """All mentions."""
        return self.asked.mentions(self.reading.words)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Those that speak of what was studied; what was left out or adjusted for was not."""
        return [one for one in self.every if not is_aside(one, self.reading.text)]

    def first(self, *roles: Role) -> Mention | None:
        """The fullest mention in these parts."""
        return first_of(self.mentions, *roles)

    def within(self, *roles: Role) -> list[Mention]:
        """The mentions in these parts."""
        return [one for one in self.mentions if one.role in roles]

    def whole(self, *roles: Role) -> list[Mention]:
        """The mentions in these parts that say all of it."""
        return [one for one in self.within(*roles) if one.share == 1]

    def all_are(self, kind: Callable[[Mention, Text], bool], mentions: list[Mention]) -> bool:
        """Whether there are mentions, and all of this kind."""
        return bool(mentions) and all(kind(one, self.reading.text) for one in mentions)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """Headings and keywords that say what was asked for."""
        record = self.reading.record
        names = dict.fromkeys([*(one.name for one in record.mesh), *(one.text for one in record.keywords)])
        return tuple(name for name in names if name and (name in self.asked.headings or self.asked.is_name(name)))

    @property
    def is_known_by_few_names(self) -> bool:
        """Whether it may well be called otherwise: by words alone, and by no more than one or two of them."""
        if self.asked.headings and self.reading.record.mesh:
            return False
        return len({telling_stems(one) for one in self.asked.names if one}) <= _FEW

    def is_another(self, mention: Mention) -> bool:
        """Whether a mention stands within the name of another thing, and not of what was asked for."""
        return is_another_thing(*self._place_of(mention), self._called)

    def has_another_sense(self, mention: Mention) -> bool:
        """Whether a word beside a mention gives it another sense ('heat stroke')."""
        return has_another_sense(*self._place_of(mention), self._called)

    def _place_of(self, mention: Mention) -> tuple[str, int, int]:
        span = mention.span
        return self.reading.text.passages[span.where].text, span.start, span.end

    @cached_property
    def _called(self) -> str:
        return " ".join(self.asked.names)

    def has_any_word(self) -> bool:
        """Whether any telling word of its names stands anywhere in the record."""
        return any(map(self.reading.words.know_a_word_of, self.asked.names))
