"""What is assumed on the way from print to result, each declared once: its words, and what it is varied to.

The alternatives are those of the statistics reference where it names them, else our own, and each says which. No
alternative brings a formula of its own: it moves a field of ``Taken`` or a threshold, and everything is computed again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from claimbook.language.said import Numeral, filled, said, said_as
from claimbook.model.assessment import Assumed
from claimbook.model.printed import PValue
from claimbook.synthesis.thresholds import DEFAULT, Thresholds, moved

Origin = Literal["specification", "our own"]
_ARITHMETIC = said("arithmetic: it follows from the printed numbers, so there is nothing to vary")
_ONE_FORMULA = said("the specification names one formula and no other")
_UNUSED = said("used by no conversion of a coded study")
_FACTS = {
    "printed": said_as("scale", "printed"),
    "log": said_as("scale", "log"),
    "final": said_as("scores", "final"),
    "change": said_as("scores", "change"),
    "not said": said_as("scores", "not said"),
}


@dataclass(frozen=True)
class Alternative:
    """Another way to take what a print leaves open."""

    words: str
    origin: Origin
    taken: Mapping[str, Any] = field(default_factory=dict)
    """Fields of ``Taken`` that move."""
    numbers: Mapping[str, float] = field(default_factory=dict)
    """Thresholds that move."""

    def moved(self, t: Thresholds) -> Thresholds:
        """The numbers in force with this one taken otherwise."""
        return moved(replace(t, taken=replace(t.taken, **self.taken)), self.numbers)


@dataclass(frozen=True)
class Assumption:
    """One declared step: the rule it belongs to, the words beside an estimate, and its alternatives or why none."""

    id: str
    rule: str
    template: str
    """A message whose values are the facts of one result, filled by ``assumed``."""
    alternatives: tuple[Alternative, ...] = ()
    not_varied: str = ""

    @property
    def is_arithmetic(self) -> bool:
        """Whether nothing is assumed at all."""
        return self.not_varied == _ARITHMETIC

    @property
    def is_reached(self) -> bool:
        """Whether the way of a coded study can lead to it."""
        return self.not_varied != _UNUSED


def assumed(name: str, **facts: object) -> Assumed:
    """The declared assumption ``name`` as it was taken for one result; ``facts`` fill its words."""
    shown = {key: _shown(fact) for key, fact in facts.items()}
    return Assumed(name, filled(ASSUMPTIONS[name].template, **shown))


def _shown(fact: object) -> object:
    """A fact as every language can say it: words that are no name are messages, a printed p value is a number."""
    if isinstance(fact, PValue):
        return Numeral(fact)
    return _FACTS.get(fact, fact) if isinstance(fact, str) else fact


def _ours(words: str, **taken: object) -> Alternative:
    return Alternative(words, "our own", taken=taken)


def _named(words: str, **taken: object) -> Alternative:
    return Alternative(words, "specification", taken=taken)


_INTERVALS = (
    Assumption(
        "level",
        "CONV-LEVEL",
        said("level of the interval not recorded, taken as {level:.0%}"),
        (_ours(said("a 90% interval"), level=0.90), _ours(said("a 99% interval"), level=0.99)),
    ),
    Assumption(
        "level-converted",
        "CONV-LEVEL",
        said("{level:.0%} interval converted to 95%"),
        (_ours(said("converted through t instead of the normal distribution"), t_levels=True),),
    ),
    Assumption(
        "level-converted-normal",
        "CONV-LEVEL",
        said("{level:.0%} interval converted to 95%"),
        not_varied=said("through the normal distribution; t is for differences with a known number of participants"),
    ),
    Assumption(
        "t-interval",
        "CONV-MD",
        said("interval read as a t interval, df {df}"),
        (_named(said("read as a normal interval"), t_below=0),),
    ),
    Assumption(
        "normal-interval",
        "CONV-MD",
        said("interval read as a normal one"),
        (_named(said("read as a t interval"), t_below=float("inf")),),
    ),
    Assumption(
        "normal-interval-no-size",
        "CONV-MD",
        said("interval read as a normal one; number of participants unknown"),
        not_varied=said("a t interval needs the number of participants"),
    ),
    Assumption(
        "normal-smd-interval",
        "CONV-SMD",
        said("interval read as a normal one"),
        not_varied=said("the specification names the t divisor for mean differences only"),
    ),
    Assumption(
        "midpoint",
        "CONV-RATIO",
        said("the estimate is off the midpoint of its interval on the {scale} scale"),
        (_ours(said("the midpoint in place of the estimate"), midpoint=True),),
    ),
)
_TESTS = (
    Assumption(
        "p-bound",
        "CONV-P",
        said("p {p} taken as its bound"),
        (_ours(said("half of its bound"), p_of_bound=0.5), _ours(said("a tenth of its bound"), p_of_bound=0.1)),
    ),
    Assumption(
        "p-exact",
        "CONV-P",
        said("p {p} taken as exact"),
        (_ours(said("rounded down in print"), p_rounding=0.5), _ours(said("rounded up in print"), p_rounding=-0.5)),
    ),
    Assumption(
        "p-two-sided",
        "CONV-P",
        said("p taken as two-sided"),
        (_named(said("one-sided, so the two-sided p is twice as large"), p_sides=1),),
    ),
    Assumption(
        "t-distribution",
        "CONV-P",
        said("t distribution with {df} degrees of freedom"),
        (_ours(said("the normal distribution"), t_tests=False),),
    ),
    Assumption(
        "normal-test",
        "CONV-P",
        said("standard error from a normal test"),
        not_varied=said("the specification reads the p of a ratio so, and a t test needs the number of participants"),
    ),
    Assumption(
        "no-p",
        "ROUTE-P",
        said("a result without p value enters the combined p as z = 0"),
        (_ours(said("left out of the combined p"), silent_as_zero=False),),
    ),
)
_PEOPLE = (
    Assumption(
        "arm-share",
        "CONV-ARMS",
        said("sizes of the arms not seen, {n} people taken as {ours} and {other}"),
        (
            Alternative(
                said("a third of them in the intervention arm"), "our own", numbers={"assumed_arm_share": 1 / 3}
            ),
            Alternative(
                said("two thirds of them in the intervention arm"), "our own", numbers={"assumed_arm_share": 2 / 3}
            ),
        ),
    ),
    Assumption(
        "arm-rest",
        "CONV-ARMS",
        said("size of one arm not seen, taken as the rest of {n} people"),
        (_ours(said("as many as in the arm that was printed"), rest_of_total=False),),
    ),
    Assumption(
        "equal-spread",
        "CONV-MEANS",
        said("equal variances in both arms"),
        (
            _ours(said("both as in the intervention arm"), spread="intervention"),
            _ours(said("both as in the comparison arm"), spread="comparator"),
        ),
    ),
    Assumption(
        "change-correlation",
        "CONV-CHANGE",
        said("standard deviation of the change: correlation of {r:g} between before and after"),
        tuple(
            Alternative(said("a correlation of {r:g}", r=r), "specification", numbers={"imputed_correlation": r})
            for r in (0.3, 0.7)
        ),
    ),
    Assumption(
        "sd-from-sizes",
        "CONV-SD",
        said("standard deviation computed from the standard error and arm sizes"),
        (_ours(said("not standardised, left in its own unit"), sd_from_sizes=False),),
    ),
    Assumption(
        "correlation-groups",
        "CONV-R",
        said("standardised difference from a correlation, as if the exposure had been two equal groups"),
        not_varied=_ONE_FORMULA,
    ),
)
_EVENTS = (
    Assumption(
        "odds-as-printed",
        "CONV-RATIO",
        said("OR as printed, compared with limits made for risk ratios"),
        tuple(
            _named(said("a risk ratio at a control risk of {risk:g}", risk=risk), odds_at=risk)
            for risk in (DEFAULT.assumed_control_risk, 0.4)
        ),
    ),
    Assumption(
        "hazard-as-printed",
        "CONV-RATIO",
        said("HR as printed, compared with limits made for risk ratios"),
        not_varied=said("the specification reads hazard ratios as ratios and names no conversion"),
    ),
    Assumption(
        "odds-at-risk",
        "CONV-OR",
        said("risk ratio computed from the odds ratio at a control risk of {risk:g}"),
        (
            _named(said("the odds ratio as printed"), risk_factor=0),
            _ours(said("half of this risk"), risk_factor=0.5),
            _ours(said("one and a half times this risk"), risk_factor=1.5),
        ),
    ),
    Assumption(
        "empty-cell",
        "CONV-COUNTS",
        said("{added:g} added to all four cells because one is empty"),
        (
            _ours(said("0.25 added"), empty_cell=0.25),
            _ours(said("1 added"), empty_cell=1.0),
            _ours(said("nothing added, so no estimate"), empty_cell=0.0),
        ),
    ),
    Assumption(
        "no-events",
        "CONV-COUNTS",
        said("no events in either arm, so the trial says nothing on the ratio"),
        not_varied=said("such a study gives no estimate"),
    ),
    Assumption(
        "whole-people",
        "CONV-SHARES",
        said("events computed from shares and arm sizes, as whole people"),
        (_ours(said("the ratio of the shares, with its p value if it has one"), whole_people=False),),
    ),
)
_COMPUTED = tuple(
    Assumption(name, rule, words, not_varied=_ARITHMETIC)
    for name, rule, words in (
        ("from-means", "CONV-MEANS", said("interval computed from means, standard deviations and arm sizes")),
        ("g-from-means", "CONV-MEANS", said("Hedges g from means, standard deviations and sizes of {scores} scores")),
        ("g-from-t", "CONV-T", said("standardised difference computed from t and arm sizes")),
        ("g-from-p", "CONV-P", said("Hedges g computed from p and arm sizes; sign from the words")),
        ("se-from-t", "CONV-T", said("standard error computed from t {t:g}")),
        ("se-from-sizes", "CONV-SMD", said("standard error computed from the difference and arm sizes")),
        ("sd-from-se", "CONV-SE", said("standard deviation computed from the standard error of the mean")),
        ("sd-from-p", "CONV-P", said("standard deviation computed from p and arm sizes")),
    )
)
_BY_HAND = tuple(
    Assumption(name, rule, words, not_varied=_UNUSED)
    for name, rule, words in (
        ("p-and-t", "CONV-P", said("computed from p and arm sizes, p taken as exact and from t")),
        ("p-and-z", "CONV-P", said("standard error computed from p, taken as exact and from a normal test")),
        (
            "smd-from-odds",
            "CONV-RATIO",
            said("standardised difference from an odds ratio, logistic distribution assumed"),
        ),
        (
            "odds-from-smd",
            "CONV-RATIO",
            said("odds ratio from a standardised difference, logistic distribution assumed"),
        ),
        ("paired-p", "CONV-P", said("standardised change computed from a paired p and n; no comparison of groups")),
        ("period-correlation", "CONV-CHANGE", said("correlation of {r:g} between the two periods")),
        ("cluster-correlation", "CONV-ARMS", said("intracluster correlation of {icc:g}, clusters of {size:g}")),
    )
)
ASSUMPTIONS: dict[str, Assumption] = {
    each.id: each for room in (_INTERVALS, _TESTS, _PEOPLE, _EVENTS, _COMPUTED, _BY_HAND) for each in room
}
"""Every assumption by its id, in the order of the methods page."""
