"""Every number that a rule compares with, in one table.

The methods page is generated from this table, and every weighing function takes it as an argument, so that a reader
can move one number and watch the verdicts. Sources are those of the grading specification, rules version 1.0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

from claimbook.language.said import said
from claimbook.synthesis.taken import Taken

RULES_VERSION = "1.0"
Flag = Literal["published", "our choice"]


def _threshold(value: float, meaning: str, *, flag: Flag = "our choice", source: str = "", unit: str = "") -> Any:  # noqa: ANN401 - as dataclasses.field
    return field(default=value, metadata={"meaning": meaning, "flag": flag, "source": source, "unit": unit})


_PLAIN = {
    "gradeworkinggroup": "https://usblog.gradeworkinggroup.org/2020/01/",
    "rough_guide": "https://www.jclinepi.com/article/S0895-4356%2811%2900206-X/fulltext",
    "i2_bands": "https://bmcmedresmethodol.biomedcentral.com/articles/10.1186/1471-2288-8-79/tables/3",
    "majority": "https://bjsm.bmj.com/highwire/markup/117970/expansion",
    "ois": "https://www.clarityresearch.ca/frequently-asked-questions",
    "trial_size": "https://www.medrxiv.org/content/10.1101/2020.05.15.20103044v1",
    "asymmetry": said(
        "Sterne et al. 2011, cited at {address}", address="https://dmetar.protectlab.org/reference/eggers.test.html"
    ),
    "small": "https://pubmed.ncbi.nlm.nih.gov/21802904/",
    "large": "https://pmc.ncbi.nlm.nih.gov/articles/PMC10895515/table/t0025",
    "very_large": "https://pubmed.ncbi.nlm.nih.gov/21802902/",
    "indirect": "https://systematicreviewsjournal.biomedcentral.com/articles/10.1186/s13643-020-01293-x/tables/1",
    "tiers": said(
        "after Cohen: {address}",
        address="http://handbook-5-1.cochrane.org/chapter_12/"
        "12_6_2_re_expressing_smds_using_rules_of_thumb_for_effect_sizes.htm",
    ),
}


@dataclass(frozen=True)
class Thresholds:
    """The numbers of the rules; shares are fractions, I2 and attrition are percent, p values are two-sided."""

    assumed_arm_share: float = _threshold(
        0.50, said("share of the participants taken for the intervention arm of a trial that prints only their total")
    )
    imputed_correlation: float = _threshold(
        0.50,
        said(
            "correlation between before and after, where standard deviations of both but not of the change are printed"
        ),
    )
    attrition_high: float = _threshold(
        20, said("a trial that lost more participants than this is at high risk"), unit="%"
    )
    rob_share: float = _threshold(
        0.50, said("share of participants that decides risk of bias"), flag="published", source=_PLAIN["majority"]
    )
    adjusted_share: float = _threshold(0.50, said("share of participants in studies that adjust for confounders"))
    single_large: float = _threshold(400, said("a single multicentre study of this size escapes the rating down"))
    i2_low: float = _threshold(
        40, said("I2 below this is no inconsistency"), flag="published", source=_PLAIN["i2_bands"], unit="%"
    )
    i2_high: float = _threshold(
        75, said("I2 from here on is considerable"), flag="published", source=_PLAIN["i2_bands"], unit="%"
    )
    opposite_share: float = _threshold(0.20, said("pooled weight on the other side that counts as disagreement"))
    prediction_min_k: float = _threshold(5, said("studies needed before a prediction interval is read"))
    majority_consistent: float = _threshold(0.80, said("share of directions that counts as consistent"))
    majority_mixed: float = _threshold(0.60, said("share of directions below which results are very inconsistent"))
    indirect_share: float = _threshold(
        0.50, said("share of participants that makes an element indirect"), flag="published", source=_PLAIN["indirect"]
    )
    ratio_low: float = _threshold(
        0.75, said("lower limit of little or no effect, ratios"), flag="published", source=_PLAIN["rough_guide"]
    )
    ratio_high: float = _threshold(
        1.25, said("upper limit of little or no effect, ratios"), flag="published", source=_PLAIN["rough_guide"]
    )
    smd_zone: float = _threshold(0.2, said("limits of little or no effect, standardised mean difference (both signs)"))
    alpha: float = _threshold(0.05, said("two-sided p at or below which a direction counts as shown"))
    size_fraction: float = _threshold(0.25, said("fraction of the target size below which two levels are taken"))
    target_participants: float = _threshold(
        400,
        said("target size, continuous outcomes: 400 gives 80% power for SMD 0.28, not 0.20 (786)"),
        flag="published",
        source=_PLAIN["gradeworkinggroup"],
        unit=said("participants"),
    )
    target_events: float = _threshold(
        400,
        said("target size, ratios with events known"),
        flag="published",
        source=_PLAIN["gradeworkinggroup"],
        unit=said("events"),
    )
    assumed_control_risk: float = _threshold(0.10, said("control risk assumed when neither risk nor events are known"))
    target_relative_reduction: float = _threshold(
        0.25, said("relative risk reduction of the optimal information size"), flag="published", source=_PLAIN["ois"]
    )
    target_power: float = _threshold(
        0.80, said("power of the optimal information size"), flag="published", source=_PLAIN["ois"]
    )
    review_min_trials: float = _threshold(
        5,
        said("trials in a review that does not state its participants"),
        source=said("median trial: {address}", address=_PLAIN["trial_size"]),
    )
    asymmetry_min_k: float = _threshold(
        10, said("studies needed before asymmetry is tested"), flag="published", source=_PLAIN["asymmetry"]
    )
    asymmetry_p: float = _threshold(0.10, said("asymmetry p below which trim-and-fill is asked"))
    small_study: float = _threshold(
        100,
        said("a study with fewer participants is small"),
        source=said("idea: {address}", address=_PLAIN["small"]),
        unit=said("participants"),
    )
    small_min_k: float = _threshold(2, said("small studies needed before they raise suspicion"))
    industry_share: float = _threshold(0.5, said("share of industry-funded studies that raises suspicion"))
    large_ratio: float = _threshold(
        2, said("ratio (or its inverse) that is a large effect"), flag="published", source=_PLAIN["large"]
    )
    very_large_ratio: float = _threshold(
        5, said("ratio (or its inverse) that is a very large effect"), flag="published", source=_PLAIN["very_large"]
    )
    large_min_k: float = _threshold(2, said("studies needed before a large effect rates up"))
    dose_min_k: float = _threshold(2, said("studies that must state a dose-response"))
    ups_max: float = _threshold(2, said("levels up at most"))
    route_share: float = _threshold(0.50, said("share of usable studies or participants that a route must hold"))
    pool_min_k: float = _threshold(3, said("estimates needed before they are pooled with random effects"))
    majority_for_p: float = _threshold(0.75, said("share of directions that combined p values need beside p"))
    tier_trivial: float = _threshold(0.2, said("SMD below this is trivial"), source=_PLAIN["tiers"])
    tier_small: float = _threshold(0.5, said("SMD below this is small"), source=_PLAIN["tiers"])
    tier_moderate: float = _threshold(0.8, said("SMD below this is moderate, from it on large"), source=_PLAIN["tiers"])
    ratio_trivial: float = _threshold(0.90, said("ratio folded below 1 above which an effect is trivial"))
    ratio_small: float = _threshold(0.75, said("folded ratio above which an effect is small"))
    ratio_moderate: float = _threshold(0.50, said("folded ratio above which an effect is moderate, else large"))
    long_term_months: float = _threshold(12, said("follow-up that a long-term claim needs"), unit=said("months"))
    taken: Taken = field(default_factory=Taken)
    """How print is read where it leaves something open; varied by ``assumptions``, not a number of a rule."""


DEFAULT = Thresholds()


@dataclass(frozen=True)
class Threshold:
    """One row of the table, as the methods page prints it."""

    name: str
    value: float
    meaning: str
    unit: str
    flag: Flag
    source: str


def table(thresholds: Thresholds = DEFAULT) -> tuple[Threshold, ...]:
    """All thresholds with their values, in the order of the rules that use them."""
    return tuple(
        Threshold(row.name, getattr(thresholds, row.name), **{key: row.metadata[key] for key in _COLUMNS})
        for row in fields(thresholds)
        if row.metadata
    )


def least_of(name: str) -> float:
    """What a number cannot lie below: a count, a share, a size or a chance is never negative, a correlation may be."""
    return _LEAST.get(name, 0)


def moved(thresholds: Thresholds, numbers: Mapping[str, float]) -> Thresholds:
    """The table with these numbers in place of its own."""
    changed: dict[str, Any] = dict(numbers)
    return replace(thresholds, **changed)


_COLUMNS = ("meaning", "unit", "flag", "source")
_LEAST = {"imputed_correlation": -1}
