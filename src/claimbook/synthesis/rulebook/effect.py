"""Route and effect state (grading specification 4)."""

from claimbook.synthesis.rulebook.rule import Rule

RULES = (
    Rule(
        "ROUTE-REVIEW",
        "4.1 Route",
        "a review speaks: its pooled estimate, interval, trials, participants and I2; without interval the direction in its words",
        flag="our choice",
        source="",
    ),
    Rule(
        "ROUTE-SINGLE",
        "4.1 Route",
        "one usable study: its interval, else its p, else its direction",
        flag="our choice",
        source="",
    ),
    Rule(
        "ROUTE-PAIR",
        "4.1 Route",
        "exactly two studies, both with an estimate: fixed-effect interval, both shown, never random effects",
        flag="our choice",
        source="",
    ),
    Rule(
        "ROUTE-POOL",
        "4.1 Route",
        "{pool_min_k:g} studies or more with estimate and interval on one scale, holding {route_share:.0%} of usable participants: REML with Knapp-Hartung interval (modified when q is below 1)",
        flag="published",
        source="https://methods.cochrane.org/methods-cochrane/random-effects-meta-analysis-methods-intervention-reviews (.50 and modified form ours)",
    ),
    Rule(
        "ROUTE-P",
        "4.1 Route",
        '{route_share:.0%} or more of the usable studies give p and direction: Stouffer, weights sqrt(N); "p < .05" enters as .05; a direction without p, and "not significant" without direction, as z = 0',
        flag="our choice",
        source="https://github.com/cran/metap",
    ),
    Rule(
        "ROUTE-DIR",
        "4.1 Route",
        "otherwise: exact sign test on directions",
        flag="our choice",
        source="https://eprints.gla.ac.uk/223430/",
    ),
    Rule(
        "STATE-CI-FAVOURS",
        "4.2 State",
        "favours: CI excludes the null on the claim side (PAIR: and both estimates there)",
        flag="our choice",
        source="",
    ),
    Rule(
        "STATE-CI-AGAINST",
        "4.2 State",
        "against: CI excludes the null on the other side (PAIR: and both estimates there)",
        flag="our choice",
        source="",
    ),
    Rule(
        "STATE-CI-NULL",
        "4.2 State",
        "null: CI includes the null and lies inside the zone (3.4)",
        flag="published",
        source="https://experts.mcmaster.ca/display/publication3554782 (zone ours)",
    ),
    Rule("STATE-CI-INCONCLUSIVE", "4.2 State", "inconclusive: CI otherwise", flag="our choice", source=""),
    Rule(
        "STATE-P",
        "4.2 State",
        "combined two-sided p of {alpha:g} or less and {majority_for_p:.0%} of directions on that side (a single study: p and direction); otherwise inconclusive, never null",
        flag="our choice",
        source="https://github.com/cran/metap",
    ),
    Rule(
        "STATE-DIR",
        "4.2 State",
        "sign test p of {alpha:g} or less (6 of 6, 8 of 9 ...); otherwise inconclusive, never null",
        flag="our choice",
        source="https://eprints.gla.ac.uk/223430/",
    ),
    Rule(
        "STATE-REVIEW-WORDS",
        "4.2 State",
        "a review without interval is taken at its word only if it states a direction and a certainty",
        flag="our choice",
        source="",
    ),
    Rule(
        "STATE-POLARITY",
        "4.3 Negative claims",
        "a claim of no effect is favoured only by a null result; a denial also by the opposite effect; inconclusive stays inconclusive",
        flag="our choice",
        source="",
    ),
)
