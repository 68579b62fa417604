"""Mismatch codes (grading specification 6)."""

from claimbook.language.said import said
from claimbook.synthesis.rulebook.rule import Rule

_CODES = said("6 Mismatch codes")

RULES = (
    Rule(
        "POP_PATIENTS",
        _CODES,
        said(
            "all direct studies enrolled people with a diagnosed condition, and the claim has no such limit. Effect: caps; action: narrow"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "POP_AGE",
        _CODES,
        said(
            "all direct studies enrolled only children, or only older adults, and the claim is not limited to them. Effect: caps; action: narrow"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "POP_SEX",
        _CODES,
        said("all direct studies enrolled one sex, and the claim is not limited to it. Effect: caps; action: narrow"),
        flag="our choice",
        source="",
    ),
    Rule(
        "POP_ANIMAL",
        _CODES,
        said("animals or cells. Effect: study excluded (PRECLINICAL); action: via gate 5"),
        flag="our choice",
        source="",
    ),
    Rule(
        "PURPOSE",
        _CODES,
        said(
            "claim verb prevent / reduce the risk of O, study enrols people who already have O (or the reverse). Effect: study excluded; action: via gate 5"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "OUTCOME_SURROGATE",
        _CODES,
        said(
            "study outcome on the surrogate list (LDL, blood pressure, HbA1c, gait speed for falls ...), claim on the event. Effect: study excluded; own side sentence about the surrogate; action: via gate 5"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "OUTCOME_DIFFERENT",
        _CODES,
        said("study does not measure O. Effect: study excluded; action: via gate 5"),
        flag="our choice",
        source="",
    ),
    Rule(
        "CAUSAL",
        _CODES,
        said("anchor NRSI or OTHER below Moderate and s >= 2. Effect: in table; action: soften"),
        flag="our choice",
        source="",
    ),
    Rule(
        "CROSS_SECTIONAL",
        _CODES,
        said(
            'exposure and outcome at one time point. Effect: study goes to OTHER; note "order in time unknown"; action: none'
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "DOSE",
        _CODES,
        said("the claimed dose is absent from, or outside, what was studied. Effect: caps; action: narrow"),
        flag="our choice",
        source="",
    ),
    Rule(
        "FORM",
        _CODES,
        said("the claimed form is absent from, or outside, what was studied. Effect: caps; action: narrow"),
        flag="our choice",
        source="",
    ),
    Rule(
        "DURATION",
        _CODES,
        said(
            "claim long-term or lifelong; longest follow-up shorter than the claimed period, or < {long_term_months:g} months when no period is named. Effect: caps; action: narrow"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "COMPARATOR",
        _CODES,
        said('claim "better than Y"; comparator is nothing, waiting list or placebo. Effect: caps; action: narrow'),
        flag="our choice",
        source="",
    ),
    Rule(
        "MAGNITUDE",
        _CODES,
        said(
            "claimed relative change beyond the CI bound farthest from the null; or size word above the tier of the estimate (small from {tier_trivial:g}, moderate from {tier_small:g}, large from {tier_moderate:g}; ratios {ratio_trivial:g}, {ratio_small:g}, {ratio_moderate:g}) (halves = .50, doubles = 2). Effect: caps; action: narrow"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "MAGNITUDE_TRIVIAL",
        _CODES,
        said(
            'a claim of an effect, state favours, tier trivial (|SMD| < {tier_trivial:g}, ratio folded below 1 above {ratio_trivial:g}), s >= 2, no "slightly"-type word. Effect: caps; action: narrow'
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "CERTAINTY",
        _CODES,
        said(
            "the article says proves, proven, cure, breakthrough, miracle, guarantees or the like. Effect: caps; action: soften"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "ADVICE",
        _CODES,
        said("the article gives advice: should, must, need to, or an imperative. Effect: caps; action: soften"),
        flag="our choice",
        source="",
    ),
    Rule(
        "SINGLE_STUDY",
        _CODES,
        said('plural "studies show" with k = 1. Effect: note, MOD-SINGLE; action: narrow'),
        flag="our choice",
        source="",
    ),
    Rule(
        "RELATIVE_ONLY",
        _CODES,
        said("relative number without any absolute risk. Effect: note; action: none"),
        flag="our choice",
        source="",
    ),
    Rule(
        "HARMS_OMITTED",
        _CODES,
        said("abstracts report harms, article none. Effect: note, add harms line; action: none"),
        flag="our choice",
        source="",
    ),
    Rule(
        "RETRACTED",
        _CODES,
        said("marked as retracted. Effect: study excluded; action: gate 3 or 5"),
        flag="our choice",
        source="",
    ),
    Rule(
        "PROTOCOL",
        _CODES,
        said("a plan without results. Effect: study excluded; action: gate 3 or 5"),
        flag="our choice",
        source="",
    ),
    Rule(
        "PREPRINT",
        _CODES,
        said("not yet peer reviewed; never an anchor review. Effect: note; never an anchor review; action: none"),
        flag="our choice",
        source="",
    ),
    Rule(
        "POPULATION_DIFFERENT",
        _CODES,
        said(
            "the people studied cannot answer the claim. Effect: study excluded; action: via gate 5 (added to the specification)"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "INTERVENTION_DIFFERENT",
        _CODES,
        said(
            "what was studied is not the claim's intervention. Effect: study excluded; action: via gate 5 (added to the specification)"
        ),
        flag="our choice",
        source="",
    ),
)
