"""From print to estimate (grading specification 3.4), route and effect state (4)."""

from claimbook.language.said import said
from claimbook.synthesis.rulebook.rule import Rule

_CONVERSIONS = said("3.4 Conversions")
_ROUTE = said("4.1 Route")
_STATE = said("4.2 State")
_NEGATIVE = said("4.3 Negative claims")
_STANDARD = said(
    "standard formula, as in the metafor documentation ({address}) and the Cochrane Handbook",
    address="https://github.com/wviechtb/metafor",
)

RULES = (
    Rule(
        "CONV-SIGN",
        _CONVERSIONS,
        said(
            "the sign of an effect is that of the printed number, or of the words where a p value stands alone; without a word on which sign is better no effect is used, and a number against its words is no result"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "CONV-RATIO",
        _CONVERSIONS,
        said(
            "a ratio with interval is weighed as its logarithm; an estimate off the middle of its interval is named; odds and hazard ratios are read with the limits made for risk ratios, and that is said"
        ),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-OR",
        _CONVERSIONS,
        said(
            "an odds ratio becomes a risk ratio where the control risk is stated, both limits of its interval one by one: OR / (1 - p0 + p0 OR)"
        ),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-COUNTS",
        _CONVERSIONS,
        said(
            "people with the event in both arms give the risk ratio; an empty cell adds 0.5 to all four cells of that study alone, and a study whose side would come from the 0.5 gives none"
        ),
        flag="published",
        source=said("{source} (the last part ours)", source=_STANDARD),
    ),
    Rule(
        "CONV-SHARES",
        _CONVERSIONS,
        said(
            "shares of people with the event become whole people where arm sizes are known, and then a risk ratio; else the ratio of the shares"
        ),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-MEANS",
        _CONVERSIONS,
        said(
            "means, standard deviations and sizes give the mean difference with a t interval and Hedges g with the exact correction"
        ),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-MD",
        _CONVERSIONS,
        said(
            "the interval of a mean difference gives its standard error: width / 3.92, or a t divisor where fewer than 100 people took part"
        ),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-SMD",
        _CONVERSIONS,
        said("a standardised difference without interval has the variance 1/n1 + 1/n2 + g^2 / 2(n1 + n2)"),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-P",
        _CONVERSIONS,
        said(
            'an effect without interval has the standard error that its p value implies: |effect| / t, or / z where sizes are unknown and for ratios; "p < .05" is taken as .05, the largest standard error it allows; "p > .05" gives none; p and arm sizes alone give Hedges g with the sign of the words'
        ),
        flag="published",
        source=said(
            "metafor manual, conversion examples; {address} (reading of bounds ours)",
            address="https://github.com/wviechtb/metafor",
        ),
    ),
    Rule(
        "CONV-T",
        _CONVERSIONS,
        said("the t value of two independent arms gives Hedges g: t sqrt(1/n1 + 1/n2), corrected"),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-SD",
        _CONVERSIONS,
        said(
            "a standard error and both printed arm sizes give the standard deviation, SE / sqrt(1/n1 + 1/n2), and so Hedges g; not for reviews and crossover trials"
        ),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-SE",
        _CONVERSIONS,
        said("a standard error of a mean is never read as a standard deviation; it becomes one as SE sqrt(n)"),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-CHANGE",
        _CONVERSIONS,
        said(
            "standard deviations before and after give that of the change, with a correlation of {imputed_correlation:g} between them where none is printed"
        ),
        flag="our choice",
        source=said(
            "formula: {address} (correlation ours)",
            address="https://handbook-5-1.cochrane.org/chapter_16/16_4_6_4_example.htm",
        ),
    ),
    Rule(
        "CONV-R",
        _CONVERSIONS,
        said("a correlation becomes a standardised difference: 2r / sqrt(1 - r^2)"),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "CONV-ARMS",
        _CONVERSIONS,
        said(
            "a controlled trial of two arms that prints only its total is taken to have {assumed_arm_share:.0%} of its participants in the intervention arm; one missing size is the rest of the total"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "CONV-MEDIANS",
        _CONVERSIONS,
        said(
            "medians, quartiles and ranges are not converted, because the specification names no published conversion: the direction of such a study counts, and its row says what it lacks"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "CONV-LEVEL",
        _CONVERSIONS,
        said("an interval of another level than 95% is converted through the normal distribution"),
        flag="published",
        source=_STANDARD,
    ),
    Rule(
        "ROUTE-REVIEW",
        _ROUTE,
        said(
            "a review speaks: its pooled estimate, interval, trials, participants and I2; without interval the direction in its words"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "ROUTE-SINGLE",
        _ROUTE,
        said("one usable study: its interval, else its p, else its direction"),
        flag="our choice",
        source="",
    ),
    Rule(
        "ROUTE-PAIR",
        _ROUTE,
        said("exactly two studies, both with an estimate: fixed-effect interval, both shown, never random effects"),
        flag="our choice",
        source="",
    ),
    Rule(
        "ROUTE-POOL",
        _ROUTE,
        said(
            "{pool_min_k:g} studies or more with estimate and interval on one scale, holding {route_share:.0%} of usable participants: REML with Knapp-Hartung interval (modified when q is below 1); mean differences share a scale only where all name one and the same instrument, or where each can be standardised"
        ),
        flag="published",
        source=said(
            "{address} (.50 and modified form ours)",
            address="https://methods.cochrane.org/methods-cochrane/random-effects-meta-analysis-methods-intervention-reviews",
        ),
    ),
    Rule(
        "ROUTE-P",
        _ROUTE,
        said(
            '{route_share:.0%} or more of the usable studies give p and direction: Stouffer, weights sqrt(N); "p < .05" enters as .05; a direction without p, and "not significant" without direction, as z = 0'
        ),
        flag="our choice",
        source="https://github.com/cran/metap",
    ),
    Rule(
        "ROUTE-DIR",
        _ROUTE,
        said("otherwise: exact sign test on directions"),
        flag="our choice",
        source="https://eprints.gla.ac.uk/223430/",
    ),
    Rule(
        "STATE-CI-FAVOURS",
        _STATE,
        said("favours: CI excludes the null on the claim side (PAIR: and both estimates there)"),
        flag="our choice",
        source="",
    ),
    Rule(
        "STATE-CI-AGAINST",
        _STATE,
        said("against: CI excludes the null on the other side (PAIR: and both estimates there)"),
        flag="our choice",
        source="",
    ),
    Rule(
        "STATE-CI-NULL",
        _STATE,
        said("null: CI includes the null and lies inside the zone (3.4)"),
        flag="published",
        source=said("{address} (zone ours)", address="https://experts.mcmaster.ca/display/publication3554782"),
    ),
    Rule("STATE-CI-INCONCLUSIVE", _STATE, said("inconclusive: CI otherwise"), flag="our choice", source=""),
    Rule(
        "STATE-P",
        _STATE,
        said(
            "combined two-sided p of {alpha:g} or less and {majority_for_p:.0%} of directions on that side (a single study: p and direction); otherwise inconclusive, never null"
        ),
        flag="our choice",
        source="https://github.com/cran/metap",
    ),
    Rule(
        "STATE-DIR",
        _STATE,
        said("sign test p of {alpha:g} or less (6 of 6, 8 of 9 ...); otherwise inconclusive, never null"),
        flag="our choice",
        source="https://eprints.gla.ac.uk/223430/",
    ),
    Rule(
        "STATE-REVIEW-WORDS",
        _STATE,
        said("a review without interval is taken at its word only if it states a direction and a certainty"),
        flag="our choice",
        source="",
    ),
    Rule(
        "STATE-POLARITY",
        _NEGATIVE,
        said(
            "a claim of no effect is favoured only by a null result; a denial also by the opposite effect; inconclusive stays inconclusive"
        ),
        flag="our choice",
        source="",
    ),
)
