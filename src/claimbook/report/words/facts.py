"""A study's facts in words: who, how many, what was printed. Numbers keep the digits of the source."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from claimbook.language.said import Numeral, Said, changed, joined, said
from claimbook.language.speak import spoken
from claimbook.model.assessment import Estimate, Measure, Standing, StudyReading
from claimbook.model.effect import ArmStatistics, Effect
from claimbook.model.study import Result, Study
from claimbook.report.words.verdicts import DESIGNS, Silence, participants, studies

_DIRECTIONS = {
    "favours-intervention": said("reported as better with the intervention"),
    "favours-comparator": said("reported as better with the comparison"),
    "no-difference": said("reported as no difference"),
    "within-group-only": said("a change within one group, compared with nothing"),
    "unclear": said("direction not clear from what was visible"),
}
_EFFECTS = {
    "SMD": said("standardised mean difference"),
    "MD": said("mean difference"),
    "RR": said("risk ratio"),
    "OR": said("odds ratio"),
    "HR": said("hazard ratio"),
    "counts": said("people with the event"),
    "proportions": said("share of people with the event"),
    "r": said("correlation"),
    "mean-post": said("means afterwards"),
    "mean-change": said("mean changes"),
    "medians": said("medians"),
    "percent": said("percent"),
    "other": said("effect"),
}
_MEASURES = {Measure.RATIO: said("ratio"), Measure.SMD: said("SMD"), Measure.MD: said("mean difference")}
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
MINUS = "\N{MINUS SIGN}"
_PLAIN_P = re.compile(r"[<>=≤≥ ]*\d+\.\d+")
_HYPHEN = re.compile(r"(?<![\w-])-(?=\d)")
_SAID_BY_STANDING = {"PROTOCOL", "RETRACTED"}


@dataclass(frozen=True)
class Link:
    """Where a study can be read."""

    words: str
    address: str


def number(value: float) -> Numeral:
    """A number as short as it can be told apart, with a real minus sign; nothing is rounded away."""
    return Numeral(f"{value:.12g}".replace("-", MINUS))


def rounded(value: float, digits: int = 3) -> Numeral:
    """A computed number with as many significant digits as it can bear."""
    return number(float(f"{value:.{digits}g}"))


def readable(text: str, labels: Mapping[str, str]) -> str:
    """A reason with studies called by their short names and with real minus signs."""

    def named(told: str) -> str:
        return _HYPHEN.sub(MINUS, _WORD.sub(lambda word: spoken(labels.get(word[0], word[0])), told))

    return changed(text, named)


def is_quoted(text: str) -> bool:
    """Whether a text is the study table's own, which is English whatever the language of the page."""
    return not isinstance(text, Said)


def design_words(study: Study) -> str:
    """What kind of study it is."""
    return DESIGNS[study.design]


def size_words(study: Study) -> str:
    """Participants as far as known, with the arms; for a review its studies as well."""
    people = study.participants_counted
    known = said("participants not seen") if people is None else participants(people)
    if study.review is not None:
        trials = study.review.included_trials
        return joined(", ", (said("number of studies not seen") if trials is None else studies(trials), known))
    arms = [arm.n for arm in study.arms if arm.n is not None]
    return joined(" ", (known, f"({' + '.join(map(str, arms))})")) if len(arms) > 1 else known


def result_lines(result: Result | None) -> tuple[str, ...]:
    """The result as printed: what was measured, the direction from the results, effect and p; never a guess."""
    if result is None:
        return (said("a result for this outcome was not seen"),)
    what = ", ".join(part for part in (result.name, result.instrument, result.timepoint) if part)
    return (what, _DIRECTIONS[result.direction], *_printed(result), *([result.note] if result.note else []))


def _printed(result: Result) -> tuple[str, ...]:
    """Effect and p; where neither was seen, that in one."""
    if not result.effect and not result.p_value:
        return (said("size of the effect and p not seen"),)
    p = said("p {p}", p=_p_as_printed(result.p_value)) if result.p_value else said("p not seen")
    return (effect_words(result.effect) if result.effect else said("size of the effect not seen"), p)


def _p_as_printed(printed: str) -> str:
    """A printed p that is a plain number, with or without a sign before it, has the marks of the page's language."""
    return Numeral(printed) if _PLAIN_P.fullmatch(printed) else printed


def effect_words(effect: Effect) -> str:
    """One printed effect with its interval, or the statistics of its arms."""
    name = _EFFECTS[effect.type]
    arms = ((said("intervention"), effect.intervention), (said("comparison"), effect.comparator))
    parts: list[str] = [joined(" ", (which, _arm_words(arm))) for which, arm in arms if arm]
    if effect.estimate is not None:
        parts.insert(0, _with_interval(effect, number(effect.estimate)))
    if effect.t is not None:
        parts.append(said("t {t}", t=number(effect.t)))
    return joined(" ", (name, joined("; ", parts))) if parts else said("{effect}, value not seen", effect=name)


def estimate_words(estimate: Estimate) -> str:
    """An estimate with its interval and what had to be assumed, in one line."""
    interval = said("interval not stated")
    if estimate.interval is not None:
        interval = said("95% interval {low:.3g} to {high:.3g}", low=estimate.interval[0], high=estimate.interval[1])
    measure = _MEASURES[estimate.measure]
    told = said("{measure} {value:.3g}, {interval}", measure=measure, value=estimate.value, interval=interval)
    if estimate.assumptions:
        assumed = joined("; ", (assumption.words for assumption in estimate.assumptions))
        told = said("{estimate} ({assumed})", estimate=told, assumed=assumed)
    if estimate.standardised is None:
        return told
    return said("{estimate}; standardised: {other}", estimate=told, other=estimate_words(estimate.standardised))


def _with_interval(effect: Effect, estimate: Numeral) -> str:
    low, high = (Silence.NOT_SEEN if end is None else number(end) for end in (effect.ci_low, effect.ci_high))
    if effect.ci_low is None and effect.ci_high is None:
        return estimate
    if effect.ci_level is None:  # what it is taken as stands where the result is read, not where it is printed
        return said("{estimate} (interval {low} to {high})", estimate=estimate, low=low, high=high)
    level = number(effect.ci_level * 100)
    return said("{estimate} ({level}% interval {low} to {high})", estimate=estimate, level=level, low=low, high=high)


def _arm_words(arm: ArmStatistics) -> str:
    """What was printed about one arm: the number that is compared first, the others behind it."""
    first = next((value for value in (arm.mean, arm.median, arm.share, arm.events) if value is not None), None)
    more = joined(", ", _others(arm))
    if first is None:
        return more or Silence.NOT_SEEN
    return said("{number} ({more})", number=number(first), more=more) if more else number(first)


def _others(arm: ArmStatistics) -> Iterator[str]:
    named = (
        (said("SD"), arm.sd),
        (said("SE"), arm.se),
        (said("SD before"), arm.sd_before),
        (said("SD after"), arm.sd_after),
        (said("n"), arm.n),
    )
    yield from (joined(" ", (name, number(value))) for name, value in named if value is not None)
    if arm.quartiles is not None:
        yield said("quartiles {low} to {high}", low=number(arm.quartiles[0]), high=number(arm.quartiles[1]))
    if arm.range is not None:
        yield said("range {low} to {high}", low=number(arm.range[0]), high=number(arm.range[1]))


def limits_words(reading: StudyReading) -> tuple[str, ...]:
    """Main limits, to stand wherever the study's result is shown; none seen is not the same as none."""
    return reading.limits or (said("no limit was visible in what was read"),)


def why_words(reading: StudyReading) -> tuple[str, ...]:
    """Why a study counts for the outcome, or why not; for a study that is not direct each mismatch."""
    standing = reading.standing
    mismatches = [code.reason for code in reading.codes if code.name not in _SAID_BY_STANDING]
    reasons = mismatches if standing.value is Standing.NOT_DIRECT and mismatches else [standing.reason, *mismatches]
    return tuple(dict.fromkeys(reasons))


def reference_words(study: Study) -> str:
    """Authors, title, journal and year; what was not seen is said."""
    authors = study.authors.removesuffix(".") if study.authors else said("Authors not seen")
    title = study.title if study.title.endswith((".", "?", "!")) else f"{study.title}."
    journal = study.journal or said("Journal not seen")
    year = str(study.year) if study.year is not None else said("year not seen")
    if study.authors and study.journal and study.year is not None:
        return f"{authors}. {title} {journal}, {year}."
    return said("{authors}. {title} {journal}, {year}.", authors=authors, title=title, journal=journal, year=year)


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
        found.append(Link(said("page that was read"), study.link))
    return tuple(found)
