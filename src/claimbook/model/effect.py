"""The effect of one result as a study prints it, and which statistics belong to which type of effect."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from claimbook.model.base import Count, Strict


class ArmStatistics(Strict):
    """What was printed about one arm: size, mean and spread in the unit of the outcome, or people with an event."""

    mean: float | None = None
    sd: Annotated[float, Field(gt=0)] | None = None
    se: Annotated[float, Field(gt=0)] | None = None
    """Standard error of the mean; it has a key of its own, so that nobody takes it for a standard deviation."""
    sd_before: Annotated[float, Field(gt=0)] | None = None
    sd_after: Annotated[float, Field(gt=0)] | None = None
    n: Annotated[int, Field(ge=1)] | None = None
    events: Count | None = None
    """People with the event."""
    median: float | None = None
    quartiles: tuple[float, float] | None = None
    """Lower and upper quartile beside a median; kept as printed, never converted."""
    range: tuple[float, float] | None = None
    """Smallest and largest value beside a median; kept as printed, never converted."""
    share: Annotated[float, Field(ge=0, le=1)] | None = None
    """Share of people with the event, from 0 to 1."""

    @model_validator(mode="after")
    def _numbers_fit_together(self) -> Self:
        if self.events is not None and self.n is not None and self.events > self.n:
            raise ValueError(f"'events' of {self.events} cannot be: the arm has {self.n} people")
        if self.sd is not None and self.se is not None:
            raise ValueError("'se' beside 'sd' says the same twice; keep the one that was printed")
        for name in ("quartiles", "range"):
            ends = getattr(self, name)
            if ends is not None and not ends[0] <= ends[1]:
                raise ValueError(f"'{name}' starts at {ends[0]:g}, above its end {ends[1]:g}")
        if (self.sd_before is None) != (self.sd_after is None):
            raise ValueError("'sd_before' and 'sd_after' are of use only together")
        return self


EffectType = Literal[
    "SMD",
    "MD",
    "RR",
    "OR",
    "HR",
    "counts",
    "proportions",
    "r",
    "mean-post",
    "mean-change",
    "medians",
    "percent",
    "other",
]
RATIOS = frozenset({"RR", "OR", "HR"})
"""Effects whose value of no difference is one."""
_MEANS = {"mean-post", "mean-change"}
_HOME = {  # statistics that only some types of effect can have
    "mean": {*_MEANS, *RATIOS, "SMD", "MD", "percent", "other"},
    "se": _MEANS,
    "sd_before": {"mean-change"},
    "median": {"medians"},
    "quartiles": {"medians"},
    "range": {"medians"},
    "events": {"counts"},
    "share": {"proportions"},
}
_NEEDED = {"mean-post": "mean", "mean-change": "mean", "medians": "median", "counts": "events", "proportions": "share"}
_TESTED_BY_T = {*_MEANS, "SMD", "MD"}


class Effect(Strict):
    """One effect as printed: an estimate with its interval, or the statistics of the arms.

    Differences, t values and correlations are those of intervention minus comparator, ratios intervention over
    comparator.
    """

    type: EffectType
    estimate: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    ci_level: Annotated[float, Field(gt=0, lt=1)] | None = None
    """Level of the interval as printed, 0.95 for 95%. Where it was not recorded it is taken as 95%, and said."""
    t: float | None = None
    """The t value of the comparison of two independent arms; positive where the intervention has more."""
    intervention: ArmStatistics | None = None
    """The arm that did what the claim is about."""
    comparator: ArmStatistics | None = None

    @model_validator(mode="after")
    def _numbers_fit_together(self) -> Self:
        low, high, estimate = self.ci_low, self.ci_high, self.estimate
        if low is not None and high is not None and not low < high:
            raise ValueError(f"the interval's lower end {low:g} is not below its upper end {high:g}")
        if estimate is not None and low is not None and estimate < low:
            raise ValueError(f"the estimate {estimate:g} lies below its interval, which starts at {low:g}")
        if estimate is not None and high is not None and estimate > high:
            raise ValueError(f"the estimate {estimate:g} lies above its interval, which ends at {high:g}")
        if self.type in RATIOS and any(v is not None and v <= 0 for v in (estimate, low, high)):
            raise ValueError(f"a ratio ({self.type}) is above zero; give the ratio itself, not its logarithm")
        if self.type == "r" and any(v is not None and not -1 < v < 1 for v in (estimate, low, high)):
            raise ValueError("a correlation (r) lies between -1 and 1")
        return self

    @model_validator(mode="after")
    def _statistics_fit_the_type(self) -> Self:
        for name in ("estimate", "ci_low", "ci_high"):
            if self.type in {"counts", "proportions"} and getattr(self, name) is not None:
                raise ValueError(f"'{name}' has no place in {self.type}, which give the ratio from both arms")
        if self.t is not None and self.type not in _TESTED_BY_T:
            raise ValueError(f"'t' compares means, and this effect is of type {self.type}")
        if self.t is not None and self.estimate is not None and self.t * self.estimate < 0:
            raise ValueError(f"'t' of {self.t:g} and the estimate {self.estimate:g} point to opposite sides")
        return self

    @model_validator(mode="after")
    def _arms_fit_the_type(self) -> Self:
        for place, arm in (("intervention", self.intervention), ("comparator", self.comparator)):
            for name, types in _HOME.items():
                if arm is not None and getattr(arm, name) is not None and self.type not in types:
                    raise ValueError(f"'{place}' has '{name}', which an effect of type {self.type} cannot use")
            needed = _NEEDED.get(self.type)
            if arm is not None and needed is not None and getattr(arm, needed) is None:
                raise ValueError(f"'{place}' needs '{needed}' in an effect of type {self.type}")
        return self

    @property
    def interval(self) -> tuple[float, float] | None:
        """Both ends of the confidence interval, or None unless both were printed."""
        return None if self.ci_low is None or self.ci_high is None else (self.ci_low, self.ci_high)
