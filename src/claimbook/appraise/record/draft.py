"""From what was read of a record to the fields of the evidence table, each with its words and how sure it is. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from claimbook.appraise.effects.possible import IMPOSSIBLE_WORDS
from claimbook.appraise.lines import LINES
from claimbook.appraise.trial.spin_words import SPIN_WORDS
from claimbook.model.appraisal import SYNTHESES, Answer, Appraisal, Kind, Read, ResultRead, Span, Status, cut
from claimbook.model.terms import Strength

FINDING = "finding"
"""First part of a key that belongs to a claim: ``finding.<claim>.<outcome>.match.population``."""
_REVIEWS = SYNTHESES | {Kind.NARRATIVE_REVIEW}


@dataclass(frozen=True, slots=True)
class Draft:
    """One field of the evidence table as it would be proposed."""

    field: str
    """Its key, with dots between levels: 'bias_signals.blinding'."""
    value: bool | int | float | str | None
    """None: looked for and not seen."""
    line: float | None
    """The confidence from which on it is sure; None where nobody has measured one, so that it never is."""
    status: Status
    confidence: float
    rule: str
    spans: tuple[Span, ...] = ()
    metadata: tuple[str, ...] = ()
    own_words: bool = False
    """Whether the value is words of the record itself, which are not for version control."""
    why: str = ""
    """The reason of a match, in which way a conclusion says more than the results, or why printed numbers cannot be
    right, in the words of the rules."""

    @property
    def sure(self) -> bool:
        """Whether the confidence reaches the line of the field."""
        return self.line is not None and self.confidence >= self.line

    @property
    def at_least(self) -> float:
        """The confidence in hundredths, as a sheet shows it."""
        return cut(self.confidence)

    @property
    def claim(self) -> str | None:
        """The claim that this is about; None for what is read without one."""
        return claim_of(self.field)


def claim_of(key: str) -> str | None:
    """The claim that a key belongs to; None where it belongs to none."""
    first, _, rest = key.partition(".")
    return rest.partition(".")[0] if first == FINDING else None


@dataclass(frozen=True, slots=True)
class _Field:
    """One row: a field of the table, the name of its line, and where the value comes from."""

    key: str
    line: str
    read: Callable[[Appraisal], Read[Any]]
    shown: Callable[[Any], bool | int | float | str] = str
    own_words: bool = False


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


def _came_out(polarity: str) -> str:
    return _yes_or_no(polarity == "positive")


def _as_it_is(value: float) -> int | float:
    return value


def _side(name: Literal["intervention", "comparator"]) -> _Field:
    """One side of the first comparison, which is the one of the form that is most often right."""
    return _Field(name, name, lambda read: _first(read, name), own_words=True)


def _first(read: Appraisal, name: str) -> Read[str]:
    found: Read[str] = getattr(read.comparisons[0], name) if read.comparisons else Read.missing(f"contrast.no-{name}")
    return found


def _strongest(read: Appraisal) -> Read[Strength]:
    """The strongest wording of the conclusions, of equal ones the surest, with its sentence where no word shows it.

    That none of them states a relation is only as sure as it is of the sentence of which it is least sure.
    """
    said = [(one.strength, one.sentence) for one in read.wording if one.strength.value]
    if not said:
        return Read.missing("wording.no-conclusion")
    stated = [one for one in said if one[0].value is not Strength.NONE]
    if stated:
        found, sentence = max(stated, key=lambda one: (one[0].value.level if one[0].value else 0, one[0].confidence))
    else:
        found, sentence = min(said, key=lambda one: one[0].confidence)
    return found if found.spans else replace(found, spans=(sentence,))


def _added(name: Literal["advice", "certainty", "magnitude"]) -> _Field:
    """What a conclusion adds to what it says."""
    return _Field(f"wording.{name}", f"wording.{name}", lambda read: _said_first(read, name), _yes_or_no)


def _said_first(read: Appraisal, name: str) -> Read[bool]:
    said: Iterator[Read[bool]] = (getattr(one, name) for one in read.wording)
    return next(filter(None, said), Read.missing(f"wording.{name}"))


def _signal(name: str, line: str | None = None) -> _Field:
    """A sign of bias under its own name."""
    return _Field(f"bias_signals.{name}", line or name, lambda read: getattr(read.signals, name), _yes_or_no)


_FIELDS = (
    _Field("design", "kind", lambda read: read.kind),
    _Field("n_total", "total", lambda read: read.sample.total, _as_it_is),
    _Field("n_enrolled", "n_enrolled", lambda read: read.sample.enrolled, _as_it_is),
    _Field("n_randomised", "n_randomised", lambda read: read.sample.randomised, _as_it_is),
    _Field("n_analysed", "n_analysed", lambda read: read.sample.analysed, _as_it_is),
    _side("intervention"),
    _side("comparator"),
    _Field("follow_up", "follow_up", lambda read: read.follow_up_weeks, lambda weeks: f"{weeks:g} weeks"),
    _Field("funding", "funding", lambda read: read.funding, own_words=True),
    *(_signal(name) for name in ("randomised", "quasi_random", "control_group")),
    _Field("bias_signals.blinding", "blinding", lambda read: read.signals.blinding),
    *(_signal(name) for name in ("concealment", "intention_to_treat", "per_protocol_only")),
    _Field("bias_signals.registered", "registration", lambda read: read.registration, lambda _: "yes"),
    _Field("bias_signals.attrition", "attrition", lambda read: read.signals.attrition, _as_it_is),
    _signal("confounders_adjusted"),
    _Field("bias_signals.industry_funded", "industry_funded", lambda read: read.industry_funded, _yes_or_no),
    _signal("multicentre"),
    _Field("bias_signals.harms_reported", "harms", lambda read: read.harms, _yes_or_no),
    _signal("baseline_comparable"),
    _Field("conflicts", "conflicts", lambda read: read.conflicts, _yes_or_no, own_words=True),
    _Field("primary_outcome.name", "primary_outcome", lambda read: read.primary_outcome, own_words=True),
    _Field("primary_outcome.met", "polarity", lambda read: read.primary_result, _came_out),
    _Field("wording.strength", "strength", _strongest),
    _added("advice"),
    _added("certainty"),
    _added("magnitude"),
)
_MOST_RESULTS = 3
"""Printed results of one outcome that are shown."""
_NO_SPREAD: Read[float] = Read.missing("effects.no-spread")
_OF_REVIEWS = {"n_total": "review.participants"}
"""A review has no people of its own; the number it prints is that of the studies that it pools."""


def drafts_of(appraisal: Appraisal) -> tuple[Draft, ...]:
    """Every field that an abstract may tell, in the order of the table; notices and arms where there are any."""
    review = appraisal.kind.value in _REVIEWS
    return (
        *_notices(appraisal),
        *(_draft(row, row.read(appraisal), review=review) for row in _FIELDS),
        *_arms(appraisal),
        _spin(appraisal.spin),
        *(draft for answer in appraisal.answers for draft in _answer(answer)),
    )


def _draft(row: _Field, read: Read[Any], *, review: bool) -> Draft:
    value = None if read.value is None else row.shown(read.value)
    key = _OF_REVIEWS.get(row.key, row.key) if review else row.key
    return _of_read(key, row.line, read, value, own_words=row.own_words)


def _of_read(
    key: str, line: str, read: Read[Any], value: bool | float | str | None, *, own_words: bool = False
) -> Draft:
    known = LINES[line].confidence if line in LINES else None
    return Draft(
        key, value, known, read.status, read.confidence, read.rule, read.spans, read.metadata, own_words=own_words
    )


def _notices(appraisal: Appraisal) -> Iterator[Draft]:
    for read in appraisal.notices:
        yield _of_read("notices", "notices", read, read.value)


def _arms(appraisal: Appraisal) -> Iterator[Draft]:
    for number, arm in enumerate(appraisal.sample.arms, start=1):
        yield _of_read(f"arms.{number}.name", "arms", arm.name, arm.name.value, own_words=True)
        for key, size in (("n", arm.n), ("n_analysed", arm.analysed)):
            if size or key == "n":
                yield _of_read(f"arms.{number}.{key}", "arms", size, size.value)


def _spin(read: Read[bool]) -> Draft:
    """Whether the conclusion says more than the results. The evidence table has no column for it."""
    value = None if read.value is None else _yes_or_no(read.value)
    return replace(_of_read("spin", "spin", read, value), why=SPIN_WORDS.get(read.rule, ""))


def _answer(answer: Answer) -> Iterator[Draft]:
    """How the record matches an outcome of a claim, which way the outcome went, and its printed numbers."""
    key = f"{FINDING}.{answer.claim}.{answer.outcome}"
    for one in answer.match:
        draft = _of_read(f"{key}.match.{one.element}", f"match.{one.element}", one.read, one.read.value)
        yield replace(draft, why=one.why)
    yield _of_read(f"{key}.direction", "direction", answer.change, answer.change.value)
    for number, result in enumerate(answer.results[:_MOST_RESULTS], start=1):
        yield from _numbers(f"{key}.result-{number}", result)


def _numbers(key: str, result: ResultRead) -> Iterator[Draft]:
    """What is printed of one result; what is not printed is not looked for again."""
    if result.outcome:
        yield _of_read(f"{key}.outcome", "result.outcome", result.outcome, result.outcome.value, own_words=True)
    shown: tuple[tuple[str, Read[Any], Callable[[Any], float | str]], ...] = (
        ("measure", result.measure, str),
        ("estimate", result.estimate, _as_it_is),
        ("interval", result.interval, lambda ends: _interval(ends, result.level)),
        ("p_value", result.p, str),
        ("contrast", result.contrast, str),
        ("arms", _of_arms(result), str),
    )
    for name, read, words in shown:
        if read.value not in {None, "unclear"}:
            draft = _of_read(f"{key}.{name}", f"result.{name}", read, words(read.value))
            yield replace(draft, why=IMPOSSIBLE_WORDS.get(read.rule, ""))


def _of_arms(result: ResultRead) -> Read[str]:
    """Means, medians or shares in the order in which they are printed; whose they are, is for the person to see."""
    if not result.means or not all(result.means):
        return Read.missing("effects.no-arms")
    read = [one for one in (*result.means, *result.deviations) if one]
    spreads = result.deviations or (_NO_SPREAD,) * len(result.means)
    told = "; ".join(_with_spread(*arm) for arm in zip(result.means, spreads, strict=True))
    spans = tuple(span for one in read for span in one.spans)
    return Read(told, "explicit", min(one.confidence for one in read), spans, rule=result.means[0].rule)


def _with_spread(mean: Read[float], spread: Read[float]) -> str:
    return f"{mean.value:g}" if spread.value is None else f"{mean.value:g} (SD {spread.value:g})"


def _interval(ends: tuple[float, float], level: float | None) -> str:
    """Both ends, with the level where it is printed: the usual one, too, since a page tells what nobody printed."""
    told = f"{ends[0]:g} to {ends[1]:g}"
    return told if level is None else f"{told} ({level * 100:g}%)"
