"""What a sentence says about one outcome of one comparison, as features of a linear model.

Arms and outcome are masked and of the outcome only its polarity is used, so that a sentence read from the other arm
gives the mirrored features, and no feature knows a drug or a disease.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from claimbook.appraise.direction.comparison import ARMS, EMPTY, OTHER_ARM, Finder, Token, stems_of
from claimbook.appraise.direction.cues import WAYS, Sign, signs_in, signs_of
from claimbook.appraise.direction.numbers import number_features, ratio_features
from claimbook.appraise.direction.opposites import Named, Side, may_name_an_opposite, named_in, without_turning_words
from claimbook.appraise.direction.words import TIME_OUTCOMES, polarity_of
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.printed import ratios_in

NO_ARM = "no-arm"
"""The feature of a sentence that names neither arm; read from either side it says the same."""
_CLAUSE = re.compile(
    r";|(?<=[a-z)])\.(?=[A-Z])|,\s(?:and|but|while|whereas|although|however|with|which)\b"
    r"|\b(?:but|while|whereas|however|although|though)\b|\band (?:did|was|were|had) (?:not|no)\b"
    r"|(?:,|\band)\s(?:(?:an?|had|showed|also|significant|significantly|statistically|with)\s){0,3}"
    r"(?=(?:increas|decreas|reduc|improv|lower|higher|greater|more|less|fewer|shorter|longer|better|worse)\w*\s)"
)
_BREAK = re.compile(r",|;|\band\b|\bbut\b|\bwhile\b|\bwhereas\b|\(|\bwhich\b")
_BREAK_COST = 25
_CAUSE = re.compile(r"\b(?:for|due to|because of|from|caused by)\s(.+)$")
ITSELF = re.compile(r"\b(?:baseline|before|pre-?\w*|own|initial)\b")
"""A comparator that is the same people at another time."""
_TELLS_MORE = 2
_NEGATION_REACH = 4
_THAN_REACH = 5


@dataclass(frozen=True)
class Question:
    """What is asked of a sentence, beside the marks of it."""

    outcome: str = ""
    """The outcome in lower case."""
    people: str = ""
    """Intervention and outcome in lower case, which may tell of whom: 'deaths in women'."""
    cause: frozenset[str] = frozenset()
    """Stems of what the outcome is for or due to: 'surgery for stones'."""
    arms: frozenset[str] = frozenset()
    """Stems of both arms, also of what they share."""
    of_itself: bool = False
    """Whether the comparator is the same people at another time."""


@dataclass(frozen=True)
class Reading:
    """One sentence as seen by one triple."""

    sentence: str
    tokens: tuple[Token, ...]
    signs: tuple[Sign, ...]
    kind: str
    """Polarity of the outcome ('b', 'g' or 'n'), with 't' for an outcome that is a time."""
    tested: str = ""
    """The arm that a ratio is certainly of (`Triple.tested`)."""
    order: str = ""
    """``IC`` or ``CI``: in which order a sentence without names gives the numbers of the arms, as told before."""

    question: Question = Question()
    named: Side = ""
    """Whether the outcome is named by its opposite; the kind is then that of the opposite."""
    of_events: bool = False
    """Whether it is, and a ratio may still count the outcome itself: a hazard ratio beside 'stroke-free survival'."""
    unknown_arm: bool = False
    """Whether the other arm is only known by its place, behind 'compared with', and may be a third one."""

    @property
    def mirrored(self) -> "Reading":
        """The same sentence seen from the other arm."""
        tokens = (replace(one, part=OTHER_ARM.get(one.part, one.part)) for one in self.tokens)
        signs = (replace(one, name=OTHER_ARM.get(one.name, one.name)) for one in self.signs)
        tested = OTHER_ARM.get(self.tested, "")
        return replace(self, tokens=tuple(tokens), signs=tuple(signs), tested=tested, order="")

    @cached_property
    def folded(self) -> str:
        """The sentence in lower case."""
        return fold(self.sentence)

    @cached_property
    def clause(self) -> tuple[int, int]:
        """Start and end of the clause that says most of the outcome."""
        cuts = [0, *(found.start() for found in _CLAUSE.finditer(self.sentence)), len(self.sentence) + 1]
        said = [(one.start, one.stem) for one in self.tokens if one.part == "O"]

        def richness(place: int) -> int:
            stems = {stem for start, stem in said if cuts[place] <= start < cuts[place + 1]}
            return len(stems) + _TELLS_MORE * len(stems & self.question.cause)

        best = max(range(len(cuts) - 1), key=richness)
        return cuts[best], cuts[best + 1]

    @cached_property
    def closed_clause(self) -> tuple[int, int]:
        """The same up to the end of a bracket in which it was cut: '(hazard ratio 0.7; 95% CI 0.6 to 0.8)'."""
        start, end = self.clause
        if self.sentence.rfind("(", start, end) > self.sentence.rfind(")", start, end):
            return start, max(end, self.sentence.find(")", end) + 1)
        return start, end


@lru_cache(maxsize=128)
def read_sentence(sentence: str, finder: Finder) -> Reading:
    """The sentence with its arms, outcome and signs marked; the last ones are remembered."""
    tokens, signs = signs_of(sentence, finder)
    outcome = finder.triple.outcome
    kind = polarity_of(outcome) + ("t" if TIME_OUTCOMES.search(fold(outcome)) else "")
    reading = Reading(sentence, tuple(tokens), tuple(signs), kind, finder.triple.tested, question=question_of(finder))
    if not may_name_an_opposite(tokens, outcome):
        return reading
    return _as_named(reading, named_in(sentence, tokens, reading.clause, outcome))


def _as_named(reading: Reading, named: Named) -> Reading:
    """The same read of what the sentence names instead: of freedom from hiccups, asked for hiccups."""
    signs = without_turning_words(reading.signs, named) if named.side == "turned" else None
    if signs is None:
        return replace(reading, named="doubtful") if named.side == "doubtful" else reading
    tested = "" if named.of_events else reading.tested
    return replace(
        reading, signs=tuple(signs), kind=named.kind, tested=tested, named="turned", of_events=named.of_events
    )


@lru_cache(maxsize=16)
def question_of(finder: Finder) -> Question:
    """What a finder is asked."""
    triple = finder.triple
    outcome = fold(triple.outcome)
    cause = _CAUSE.search(outcome)
    return Question(
        outcome,
        fold(f"{triple.intervention} {outcome}"),
        stems_of(cause[1]) - EMPTY if cause else frozenset(),
        finder.asked,
        ITSELF.search(fold(triple.comparator)) is not None,
    )


def direction_features(reading: Reading) -> list[str]:
    """All features of one sentence, each once."""
    start, end = reading.clause
    words = [one for one in reading.tokens if one.word[0].isalnum()]
    near = signs_in(reading.clause, reading.signs)
    names = collapsed([one.name for one in reading.signs])
    found = [
        *_sign_grams(names, collapsed([one.name for one in near])),
        *grams([masked(one) for one in words if start <= one.start < end], 2, "w:"),
        *(f"ws:{masked(one)}" for one in words),
    ]
    for scope, signs in (("s", reading.signs), ("c", near)):
        found += test_features(signs, scope)
        found += way_features(reading, signs, scope)
        found += number_features(reading.folded, signs, scope)
        found += ratio_features(ratios_in(reading.sentence, reading.folded), signs, reading.kind, scope)
    if not ARMS & {*names}:
        found.append(NO_ARM)
    return list(dict.fromkeys(found))


def _sign_grams(whole: Sequence[str], clause: Sequence[str]) -> Iterator[str]:
    yield from grams(whole, 3, "s:")
    yield from grams(clause, 4, "c:")
    yield from grams(_without(whole, "O # SIG RESP"), 4, "so:")
    yield from grams(_without(clause, "O # SIG DIFF RESP"), 4, "co:")
    yield from grams(_without(clause, "# SIG PSIG RESP LIKELY BETWEEN BOTH"), 3, "cn:")


def collapsed(names: Sequence[str]) -> list[str]:
    """Runs of one name made one."""
    return [one for place, one in enumerate(names) if place == 0 or one != names[place - 1]]


def grams(names: Sequence[str], most: int, prefix: str) -> Iterator[str]:
    """All runs of up to ``most`` names."""
    for size in range(1, most + 1):
        for place in range(len(names) - size + 1):
            yield prefix + " ".join(names[place : place + size])


def _without(names: Sequence[str], left_out: str) -> list[str]:
    dropped = frozenset(left_out.split())
    return collapsed([one for one in names if one not in dropped])


def masked(token: Token) -> str:
    """The stem of a token; of an arm, the outcome or a number only what it is."""
    return token.part or ("#" if token.word[0].isdigit() else token.stem)


def is_test(name: str) -> bool:
    """Whether a sign is a p value or an interval."""
    return name in {"PSIG", "PNS"} or name.startswith("CI")


def test_features(signs: Sequence[Sign], scope: str) -> Iterator[str]:
    """Which p value or interval belongs to the outcome: the first one behind it, else the last one."""
    names = [one.name for one in signs]
    tests = [place for place, one in enumerate(names) if is_test(one)]
    if not tests:
        return
    outs = [place for place, one in enumerate(names) if one == "O"]
    after_last = [place for place in tests if not outs or place > outs[-1]]
    after_first = [place for place in tests if outs and place > outs[0]]
    yield f"{scope}p:{names[after_last[0] if after_last else tests[-1]]}"
    yield f"{scope}pf:{names[after_first[0] if after_first else tests[-1]]}"
    yield f"{scope}pall:{'+'.join(sorted({names[place] for place in tests}))}"


def way_features(reading: Reading, signs: Sequence[Sign], scope: str) -> Iterator[str]:
    """Words of direction: all of them, the one nearest to the outcome and the first, each with its arm."""
    everywhere = [one.name for one in reading.signs]
    names = [one.name for one in signs]
    ways = [place for place, one in enumerate(names) if one in WAYS]
    for name in sorted({names[place] for place in ways}):
        yield f"{scope}any:{name}{reading.kind}"
    if not ways:
        return
    for tag, place in (("near", _nearest(reading, signs, ways)), ("first", ways[0])):
        sign, subject = turned(names[place], reading.kind), subject_of(everywhere, reading.signs.index(signs[place]))
        negated = "not" if "NOT" in names[max(0, place - _NEGATION_REACH) : place] else ""
        yield f"{scope}{tag}:{names[place]}{reading.kind}:{subject}:{negated}"
        yield f"{scope}{tag}sign:{sign * {'I': 1, 'C': -1, '': 0}[subject]}:{negated}"
        yield f"{scope}{tag}bare:{sign}:{subject or '-'}"


def _nearest(reading: Reading, signs: Sequence[Sign], ways: Sequence[int]) -> int:
    """The word of direction nearest to the outcome; the first one where the outcome is not named."""
    outs = [place for place, one in enumerate(signs) if one.name == "O"]
    if not outs:
        return ways[0]

    def distance(way: int) -> int:
        behind = bisect(outs, way)  # a mention farther off on the same side is never nearer
        return min(_apart(reading.folded, signs[way], signs[out]) for out in outs[max(0, behind - 1) : behind + 1])

    return min(ways, key=distance)


def _apart(folded: str, way: Sign, out: Sign) -> int:
    """Letters between a word of direction and the outcome; a break between them counts as many letters."""
    first, last = sorted((way, out), key=lambda one: one.start)
    between = folded[first.end : last.start]
    return len(between) + _BREAK_COST * len(_BREAK.findall(between))


def turned(way: str, kind: str) -> int:
    """1: the word says more of the outcome, -1: less of it, 0: not known."""
    better = {"b": -1, "g": 1, "n": 0}[kind[0]]
    late = 1 if kind.endswith("t") else -1
    known = {"UP": 1, "MORE": 1, "DOWN": -1, "LESS": -1, "GOOD": better, "BAD": -better, "SLOW": late, "FAST": -late}
    return known[way]


def subject_of(names: Sequence[str], way: int) -> str:
    """The arm of which a word of direction is said: the nearest one; one behind 'than' speaks for the other."""
    scores = {"I": 0.0, "C": 0.0}
    for place, one in enumerate(names):
        if one in scores:
            arm = OTHER_ARM[one] if _is_against(names, place) else one
            scores[arm] += 1 / (2 + abs(place - way))
    if scores["I"] == scores["C"]:
        return ""
    return "I" if scores["I"] > scores["C"] else "C"


def _is_against(names: Sequence[str], place: int) -> bool:
    """Whether the arm at a place is what the other is compared with, or is left out: 'humming, but not silence'."""
    if [*names[max(0, place - 2) : place]] == ["BUT", "NOT"]:
        return True
    for other in reversed(names[max(0, place - _THAN_REACH) : place]):
        if other == "THAN":
            return True
        if other == OTHER_ARM[names[place]]:
            return False
    return False
