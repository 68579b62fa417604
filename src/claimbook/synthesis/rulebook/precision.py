"""Imprecision and publication bias, the domains with most numbers (grading specification 3.4, 3.5)."""

from claimbook.language.said import said
from claimbook.synthesis.rulebook.rule import Rule

_IMPRECISION = said("3.4 D4 imprecision")
_PUBLICATION_BIAS = said("3.5 D5 publication bias")
_ROUGH_GUIDE = said(
    ".75/1.25 rough guide: {first} ; more than one level: {second}",
    first="https://www.jclinepi.com/article/S0895-4356%2811%2900206-X/fulltext",
    second="https://pubmed.ncbi.nlm.nih.gov/35934265/",
)
_FAR_BELOW = said(
    "far below target: more than one level, {address} (25% ours)",
    address="https://www.clarityresearch.ca/frequently-asked-questions",
)
_FOUR_HUNDRED = said(
    "400 events or participants: {first} ; {second}",
    first="https://usblog.gradeworkinggroup.org/2020/01/",
    second="http://ebm.bmj.com/content/early/2017/03/20/ebmed-2017-110668",
)
_SMALL = said("several small studies: {address} (numbers ours)", address="https://pubmed.ncbi.nlm.nih.gov/21802904/")

RULES = (
    Rule(
        "IMPRECISION-NULLZONE-0",
        _IMPRECISION,
        said(
            "the interval includes no effect and lies wholly inside little or no effect (ratio {ratio_low:g} to {ratio_high:g}, SMD within {smd_zone:g}, MD within the agreed difference): 0 down, and nothing else is asked"
        ),
        flag="published",
        source=said(
            "whole CI inside little-or-no effect is not rated down: {address} (zone limits ours)",
            address="https://experts.mcmaster.ca/display/publication3554782",
        ),
    ),
    Rule(
        "IMPRECISION-RATIO-2",
        _IMPRECISION,
        said("the interval crosses both {ratio_low:g} and {ratio_high:g}: 2 down"),
        flag="published",
        source=_ROUGH_GUIDE,
    ),
    Rule(
        "IMPRECISION-RATIO-1",
        _IMPRECISION,
        said("the interval includes no effect and crosses at most one of these limits: 1 down"),
        flag="published",
        source=_ROUGH_GUIDE,
    ),
    Rule(
        "IMPRECISION-RATIO-0",
        _IMPRECISION,
        said("the interval excludes no effect: 0 down"),
        flag="published",
        source=_ROUGH_GUIDE,
    ),
    Rule(
        "IMPRECISION-SMD-2",
        _IMPRECISION,
        said("the interval crosses both minus and plus {smd_zone:g}: 2 down"),
        flag="our choice",
        source=said(
            "a published alternative rates down at 0.5: {address}",
            address="https://processbook.kce.be/5512-continuous-outcomes",
        ),
    ),
    Rule(
        "IMPRECISION-SMD-1",
        _IMPRECISION,
        said("the interval includes no effect and crosses at most one of these limits: 1 down"),
        flag="our choice",
        source="",
    ),
    Rule(
        "IMPRECISION-SMD-0", _IMPRECISION, said("the interval excludes no effect: 0 down"), flag="our choice", source=""
    ),
    Rule(
        "IMPRECISION-MD-2",
        _IMPRECISION,
        said(
            "a mean difference with an agreed important difference, or convertible to SMD, whose interval crosses both limits: 2 down"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "IMPRECISION-MD-1",
        _IMPRECISION,
        said("a mean difference whose interval includes no effect: 1 down"),
        flag="our choice",
        source="",
    ),
    Rule(
        "IMPRECISION-MD-0",
        _IMPRECISION,
        said("a mean difference whose interval excludes no effect: 0 down"),
        flag="our choice",
        source="",
    ),
    Rule(
        "IMPRECISION-NOCI-1",
        _IMPRECISION,
        said("no interval: combined two-sided p above {alpha:g}, or none can be computed: 1 down"),
        flag="our choice",
        source="",
    ),
    Rule(
        "IMPRECISION-NOCI-0",
        _IMPRECISION,
        said("no interval: combined two-sided p of {alpha:g} or less: 0 down"),
        flag="our choice",
        source="",
    ),
    Rule(
        "IMPRECISION-SIZE-0",
        _IMPRECISION,
        said("the target size T is reached: 0 down"),
        flag="our choice",
        source=_FAR_BELOW,
    ),
    Rule(
        "IMPRECISION-SIZE-1",
        _IMPRECISION,
        said("size from {size_fraction:.0%} of T to below T: 1 down"),
        flag="our choice",
        source=_FAR_BELOW,
    ),
    Rule(
        "IMPRECISION-SIZE-2",
        _IMPRECISION,
        said("size below {size_fraction:.0%} of T, or not stated by a single study or a small review: 2 down"),
        flag="our choice",
        source=_FAR_BELOW,
    ),
    Rule(
        "IMPRECISION-SIZE-REVIEW-1",
        _IMPRECISION,
        said(
            'a review of {review_min_trials:g} trials or more that does not state its participants: 1 down, printed as "size not stated", never as 0'
        ),
        flag="our choice",
        source=said(
            "median trial size 66 over about 670,000 trials, so five trials are expected to exceed 25% of 400: {address}",
            address="https://www.medrxiv.org/content/10.1101/2020.05.15.20103044v1",
        ),
    ),
    Rule(
        "IMPRECISION-TARGET-OIS",
        _IMPRECISION,
        said(
            "ratio, control risk known: T is the optimal information size for a relative reduction of {target_relative_reduction:.0%}, alpha .05 two-sided, power {target_power:.0%}"
        ),
        flag="published",
        source="https://www.clarityresearch.ca/frequently-asked-questions",
    ),
    Rule(
        "IMPRECISION-TARGET-EVENTS",
        _IMPRECISION,
        said("ratio, control risk unknown, events known: T is {target_events:g} events"),
        flag="published",
        source=_FOUR_HUNDRED,
    ),
    Rule(
        "IMPRECISION-TARGET-DEFAULT",
        _IMPRECISION,
        said("ratio, neither known: a control risk of {assumed_control_risk:.0%} is assumed, and said"),
        flag="our choice",
        source="",
    ),
    Rule(
        "IMPRECISION-TARGET-CONT",
        _IMPRECISION,
        said(
            "continuous outcome: T is {target_participants:g} participants (400 gives 80% power for SMD 0.28, not 0.20, which needs 786)"
        ),
        flag="published",
        source=_FOUR_HUNDRED,
    ),
    Rule(
        "PUBBIAS-UNREPORTED-1",
        _PUBLICATION_BIAS,
        said(
            'at least one completed registered trial of this question is known to be without results; where no registry was searched and none is known, "not checked" is printed: 1 down'
        ),
        flag="published",
        source="Murad et al. 2017: http://ebm.bmj.com/highwire/markup/143025/expansion",
    ),
    Rule(
        "PUBBIAS-ASYM-1",
        _PUBLICATION_BIAS,
        said(
            "{asymmetry_min_k:g} studies or more, asymmetry p below {asymmetry_p:g}, and trim-and-fill changes the conclusion; or a review reports small-study effects: 1 down"
        ),
        flag="our choice",
        source=said(
            "k >= 10: Sterne et al. 2011 as cited at {address}",
            address="https://dmetar.protectlab.org/reference/eggers.test.html",
        ),
    ),
    Rule(
        "PUBBIAS-SMALLPOS-1",
        _PUBLICATION_BIAS,
        said(
            "{small_min_k:g} studies or more, every one below {small_study:g} participants (or of unknown size), all in the claimed direction: 1 down"
        ),
        flag="our choice",
        source=_SMALL,
    ),
    Rule(
        "PUBBIAS-SMALLIND-1",
        _PUBLICATION_BIAS,
        said(
            "{small_min_k:g} studies or more, every one below {small_study:g} participants, more than {industry_share:.0%} paid by industry: 1 down"
        ),
        flag="our choice",
        source=_SMALL,
    ),
    Rule(
        "PUBBIAS-0",
        _PUBLICATION_BIAS,
        said("none of the above: 0 down; below {asymmetry_min_k:g} studies asymmetry cannot be assessed"),
        flag="our choice",
        source="",
    ),
)
