"""A study's facts in words: who, how many, what was printed. Numbers keep the digits of the source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from claimbook.model.assessment import Estimate, Standing, StudyReading
from claimbook.model.effect import ArmStatistics, Effect
from claimbook.model.study import Result, Study
from claimbook.report.words import DESIGNS, Silence, count_of, studies

_DIRECTIONS = {
    "favours-intervention": "reported as better with the intervention",
    "favours-comparator": "reported as better with the comparison",
    "no-difference": "reported as no difference",
    "within-group-only": "a change within one group, compared with nothing",
    "unclear": "direction not clear from what was visible",
}
_EFFECTS = {
    "SMD": "standardised mean difference",
    "MD": "mean difference",
    "RR": "risk ratio",
    "OR": "odds ratio",
    "HR": "hazard ratio",
    "counts": "people with the event",
    "proportions": "share of people with the event",
    "r": "correlation",
    "mean-post": "means afterwards",
    "mean-change": "mean changes",
    "medians": "medians",
    "percent": "percent",
    "other": "effect",
}
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
MINUS = "\N{MINUS SIGN}"
_HYPHEN = re.compile(r"(?<![\w-])-(?=\d)")
_SAID_BY_STANDING = {"PROTOCOL", "RETRACTED"}
_LEAST_P = 0.001


@dataclass(frozen=True)
class Link:
    """Where a study can be read."""

    words: str
    address: str


def number(value: float) -> str:
    """A number as short as it can be told apart, with a real minus sign; nothing is rounded away."""
    return f"{value:.12g}".replace("-", MINUS)


def rounded(value: float, digits: int = 3) -> str:
    """A computed number with as many significant digits as it can bear."""
    return number(float(f"{value:.{digits}g}"))


def p_words(p: float) -> str:
    """A computed p; below a thousandth only that it is below."""
    return f"p {rounded(p, 2)}" if p >= _LEAST_P else f"p below {_LEAST_P:g}"


def readable(text: str, labels: Mapping[str, str]) -> str:
    """A reason with studies called by their short names and with real minus signs."""
    named = _WORD.sub(lambda word: labels.get(word[0], word[0]), text)
    return _HYPHEN.sub(MINUS, named)


def design_words(study: Study) -> str:
    """What kind of study it is."""
    return DESIGNS[study.design]


def size_words(study: Study) -> str:
    """Participants as far as known, with the arms; for a review its studies as well."""
    people = study.participants_counted
    known = f"participants {Silence.NOT_SEEN}" if people is None else count_of(people, "participant", "participants")
    if study.review is not None:
        trials = study.review.included_trials
        return f"{studies(trials) if trials is not None else f'number of studies {Silence.NOT_SEEN}'}, {known}"
    arms = [arm.n for arm in study.arms if arm.n is not None]
    return f"{known} ({' + '.join(map(str, arms))})" if len(arms) > 1 else known


def result_lines(result: Result | None) -> tuple[str, ...]:
    """The result as printed: what was measured, the direction from the results, effect and p; never a guess."""
    if result is None:
        return (f"a result for this outcome was {Silence.NOT_SEEN}",)
    what = ", ".join(part for part in (result.name, result.instrument, result.timepoint) if part)
    p = f"p {result.p_value}" if result.p_value else f"p {Silence.NOT_SEEN}"
    effect = effect_words(result.effect) if result.effect else f"size of the effect {Silence.NOT_SEEN}"
    both_silent = f"size of the effect and p {Silence.NOT_SEEN}"
    printed = (effect, p) if result.effect or result.p_value else (both_silent,)
    return (what, _DIRECTIONS[result.direction], *printed, *([result.note] if result.note else []))


def effect_words(effect: Effect) -> str:
    """One printed effect with its interval, or the statistics of its arms."""
    name = _EFFECTS[effect.type]
    arms = [
        (words, arm) for words, arm in (("intervention", effect.intervention), ("comparison", effect.comparator)) if arm
    ]
    parts = [f"{words} {_arm_words(arm)}" for words, arm in arms]
    if effect.estimate is not None:
        parts.insert(0, number(effect.estimate) + _interval_words(effect))
    if effect.t is not None:
        parts.append(f"t {number(effect.t)}")
    return f"{name} {'; '.join(parts)}" if parts else f"{name}, value {Silence.NOT_SEEN}"


def estimate_words(estimate: Estimate) -> str:
    """An estimate with its interval and what had to be assumed, in one line."""
    interval = "interval not stated"
    if estimate.interval is not None:
        interval = f"95% interval {estimate.interval[0]:.3g} to {estimate.interval[1]:.3g}"
    assumed = f" ({'; '.join(map(str, estimate.assumptions))})" if estimate.assumptions else ""
    standard = f"; standardised: {estimate_words(estimate.standardised)}" if estimate.standardised else ""
    name = {"ratio": "ratio", "smd": "SMD", "md": "mean difference"}[estimate.measure.value]
    return f"{name} {estimate.value:.3g}, {interval}{assumed}{standard}"


def _interval_words(effect: Effect) -> str:
    low, high = effect.ci_low, effect.ci_high
    if low is None and high is None:
        return ""
    ends = [Silence.NOT_SEEN if end is None else number(end) for end in (low, high)]
    return f" ({number(effect.ci_level * 100)}% interval {ends[0]} to {ends[1]})"


def _arm_words(arm: ArmStatistics) -> str:
    """What was printed about one arm: the number that is compared first, the others behind it."""
    first = next((value for value in (arm.mean, arm.median, arm.share, arm.events) if value is not None), None)
    more = [f"{words} {number(value)}" for words, value in _others(arm) if value is not None]
    ends = (("quartiles", arm.quartiles), ("range", arm.range))
    more += [f"{words} {number(pair[0])} to {number(pair[1])}" for words, pair in ends if pair is not None]
    if first is None:
        return ", ".join(more) or str(Silence.NOT_SEEN)
    return number(first) + (f" ({', '.join(more)})" if more else "")


def _others(arm: ArmStatistics) -> tuple[tuple[str, float | None], ...]:
    return (
        ("SD", arm.sd),
        ("SE", arm.se),
        ("SD before", arm.sd_before),
        ("SD after", arm.sd_after),
        ("n", arm.n),
    )


def limits_words(reading: StudyReading) -> tuple[str, ...]:
    """Main limits, to stand wherever the study's result is shown; none seen is not the same as none."""
    return reading.limits or ("no limit was visible in what was read",)


def why_words(reading: StudyReading) -> tuple[str, ...]:
    """Why a study counts for the outcome, or why not; for a study that is not direct each mismatch."""
    standing = reading.standing
    mismatches = [code.reason for code in reading.codes if code.name not in _SAID_BY_STANDING]
    reasons = mismatches if standing.value is Standing.NOT_DIRECT and mismatches else [standing.reason, *mismatches]
    return tuple(dict.fromkeys(reasons))


def reference_words(study: Study) -> str:
    """Authors, title, journal and year; what was not seen is said."""
    authors = study.authors or f"Authors {Silence.NOT_SEEN}"
    year = str(study.year) if study.year is not None else f"year {Silence.NOT_SEEN}"
    title = study.title if study.title.endswith((".", "?", "!")) else f"{study.title}."
    return f"{authors.removesuffix('.')}. {title} {study.journal or f'Journal {Silence.NOT_SEEN}'}, {year}."


def links(study: Study) -> tuple[Link, ...]:
    """DOI, PubMed and PubMed Central where an identifier is known; else the page that was read."""
    found = []
    if study.doi:
        found.append(Link(f"doi:{study.doi}", f"https://doi.org/{quote(study.doi, safe='/:;()._-')}"))
    if study.pmid:
        found.append(Link(f"PubMed {study.pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{study.pmid}/"))
    if study.pmcid:
        found.append(Link(study.pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{study.pmcid}/"))
    known = {link.address.rstrip("/") for link in found}
    if study.link.rstrip("/") not in known and not (found and "doi.org/" in study.link):
        found.append(Link("page that was read", study.link))
    return tuple(found)
