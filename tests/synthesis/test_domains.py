"""Each reason to rate down, from miniature studies and from body numbers (grading specification 3.1 to 3.5)."""

import dataclasses

import pytest

from claimbook.model.assessment import BodyNumbers, Measure, Route
from claimbook.model.terms import Stream
from claimbook.synthesis.grade import domains
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import SAFE, interval, levels, match, only, outcome, review, rules, study, weigh

NO_I2 = "the review's abstract gives no I2 for this outcome"
NO_K = "the review's abstract gives an I2, but of too few studies, or not of how many"
UNSAFE = {"randomised": "yes", "quasi_random": "yes"}
EMPTY = BodyNumbers(k_direct=3, k_usable=3, n_participants=None, measure=Measure.P_ONLY)


def body(**facts):
    return dataclasses.replace(EMPTY, **facts)


def spoke(domain):
    return domain.levels, {ruling.rule for ruling in domain.rulings}


# D1 risk of bias


@pytest.mark.parametrize(
    ("safe", "unsafe", "plain", "expected"),
    [
        (50, 50, 0, (2, "ROB-BODY-2")),  # high is tested first
        (50, 0, 50, (0, "ROB-BODY-0")),
        (49, 0, 51, (1, "ROB-BODY-1")),
        (51, 49, 0, (0, "ROB-BODY-0")),
        (0, 49, 51, (1, "ROB-BODY-1")),
        (0, 50, 50, (2, "ROB-BODY-2")),
    ],
)
def test_risk_of_bias_of_trials(safe, unsafe, plain, expected):
    # protects: ROB-BODY-0, -1 and -2 at their limits
    biases = [(safe, SAFE), (unsafe, UNSAFE), (plain, None)]
    trials = [study(f"s{i}", n=n, bias=bias) for i, (n, bias) in enumerate(biases) if n]
    assessed = weigh(*trials)
    assert levels(assessed)[0] == expected[0]
    assert expected[1] in rules(assessed)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"confounders_adjusted": "yes"}, (0, "ROB-NRSI-0")),
        ({"confounders_adjusted": "no"}, (1, "ROB-NRSI-1")),
        ({"confounders_adjusted": "not stated"}, (1, "ROB-NRSI-1")),
        (SAFE, (1, "ROB-NRSI-1")),
        (None, (1, "ROB-NRSI-1")),
    ],
)
@pytest.mark.parametrize(("design", "stream"), [("cohort", "NRSI"), ("cross-sectional", "OTHER")])
def test_risk_of_bias_of_other_studies(said, expected, design, stream):
    # protects: adjustment must be stated; registration or blinding do not replace it
    assessed = weigh(study("a", design=design, n=500, bias=said))
    assert levels(assessed, stream)[0] == expected[0]
    assert expected[1] in rules(assessed, stream)


@pytest.mark.parametrize(("mostly", "level"), [("low risk", 0), (None, 1), ("high risk", 2)])
@pytest.mark.parametrize(("of", "stream"), [("randomised trials", "RCT"), ("observational studies", "NRSI")])
def test_risk_of_bias_of_a_review(mostly, level, of, stream):
    # protects: ROB-REVIEW, and silence costs a level
    assessed = weigh(review("r", of=of, **({"mostly": mostly} if mostly else {})))
    assert levels(assessed, stream)[0] == level
    assert "ROB-REVIEW" in rules(assessed, stream)


# D2 inconsistency


@pytest.mark.parametrize(
    ("n", "centres", "expected"),
    [(400, "yes", 0), (399, "yes", 1), (400, "not stated", 1), (400, None, 1), (None, "yes", 1)],
)
def test_a_single_study(n, centres, expected):
    # protects: INCONS-SINGLE-0 and -1; an unknown size or number of centres is no exception
    assessed = weigh(study("a", n=n, bias={"multicentre": centres} if centres else None))
    assert levels(assessed)[1] == expected
    assert f"INCONS-SINGLE-{expected}" in rules(assessed)


@pytest.mark.parametrize(
    ("i2", "opposite", "expected"),
    [
        (0, 0.9, (0, "INCONS-I2-LOW")),
        (39.9, 0.9, (0, "INCONS-I2-LOW")),
        (40, 0.19, (0, "INCONS-I2-MID")),
        (40, 0.20, (1, "INCONS-I2-MID")),
        (74.9, None, (1, "INCONS-I2-MID")),
        (75, 0.19, (1, "INCONS-I2-HIGH")),
        (75, 0.20, (2, "INCONS-I2-HIGH")),
        (99, None, (2, "INCONS-I2-HIGH")),
    ],
)
def test_pooled_studies(i2, opposite, expected):
    # protects: bands of I2, and an unknown opposite share is not a small one
    domain = domains.inconsistency(body(i2=i2, opposite_weight_share=opposite), Route.POOL, DEFAULT)
    assert spoke(domain) == (expected[0], {expected[1]})


@pytest.mark.parametrize(
    ("k", "tau2", "ci", "includes_null", "level"),
    [
        (5, 0.1, (0.1, 0.5), True, 1),
        (4, 0.1, (0.1, 0.5), True, 0),
        (5, 0.0, (0.1, 0.5), True, 0),
        (5, None, (0.1, 0.5), True, 0),
        (5, 0.1, (-0.1, 0.5), True, 0),
        (5, 0.1, (0.1, 0.5), False, 0),
        (5, 0.1, (0.1, 0.5), None, 0),
    ],
)
def test_prediction_interval(k, tau2, ci, includes_null, level):
    # protects: INCONS-PI-1 only where interval and prediction interval disagree, from five studies on
    numbers = body(
        k_usable=k,
        i2=10,
        opposite_weight_share=0,
        tau2=tau2,
        ci=ci,
        measure=Measure.SMD,
        pi_includes_null=includes_null,
    )
    domain = domains.inconsistency(numbers, Route.POOL, DEFAULT)
    assert domain.levels == level
    assert ("INCONS-PI-1" in spoke(domain)[1]) is bool(level)


@pytest.mark.parametrize(
    ("favours", "against", "silent", "expected"),
    [(4, 1, 0, 0), (3, 1, 0, 1), (3, 2, 0, 1), (2, 2, 0, 2), (0, 0, 2, 1), (1, 0, 1, 0), (0, 1, 3, 0), (2, 0, 1, 0)],
)
def test_directions_of_studies_that_are_not_pooled(favours, against, silent, expected):
    # protects: INCONS-SHARE-0/1/2; one study with a direction agrees with nobody
    said = ["favours"] * favours + ["against"] * against + ["no difference"] * silent
    assessed = weigh(*[study(f"s{i}", each, n=50) for i, each in enumerate(said)])
    assert levels(assessed)[1] == expected
    assert f"INCONS-SHARE-{expected}" in rules(assessed)


@pytest.mark.parametrize(
    ("facts", "level", "reason"),
    [
        ({}, 1, NO_I2),
        ({"included_trials": 9}, 1, NO_I2),
        ({"i2": 10}, 1, NO_K),
        ({"i2": 10, "included_trials": 2}, 1, NO_K),
        (
            {"i2": 10, "included_trials": 3},
            0,
            "I2 (Q-based) 10%, an unknown share of the weight lies on the other side",
        ),
        (
            {"i2": 50, "included_trials": 3},
            1,
            "I2 (Q-based) 50%, an unknown share of the weight lies on the other side",
        ),
        (
            {"i2": 80, "included_trials": 3},
            2,
            "I2 (Q-based) 80%, an unknown share of the weight lies on the other side",
        ),
    ],
)
def test_a_review(facts, level, reason):
    # protects: a review without I2 costs a level; which I2 it is stands beside the number (never 10)
    domain = only(weigh(review("r", **facts))).grade.domains[1]
    assert (domain.levels, domain.reason) == (level, reason)


# D3 indirectness


@pytest.mark.parametrize(
    ("matched", "expected"),
    [
        (match(), 0),
        (match(partial="P"), 1),
        (match(none="C"), 1),
        (match(partial="O"), 1),
        (match(partial="PI"), 2),
        (match(partial="PICO"), 2),
    ],
)
def test_indirect_elements_are_counted(matched, expected):
    # protects: INDIRECT-0/1/2, two at most
    assessed = weigh(study("a", n=50, matched=matched))
    assert levels(assessed)[2] == expected
    assert f"INDIRECT-{expected}" in rules(assessed)


@pytest.mark.parametrize(("n", "expected"), [(50, 1), (49, 0)])
def test_half_of_the_participants_make_an_element_indirect(n, expected):
    # protects: the limit of one half, counted in people
    assert levels(weigh(study("a", n=n, matched=match(partial="P")), study("b", n=50)))[2] == expected


# D4 imprecision: what the vectors leave out


@pytest.mark.parametrize(
    ("measure", "ci", "difference", "expected"),
    [
        (Measure.RATIO, (0.75, 1.25), None, "IMPRECISION-NULLZONE-0"),
        (Measure.RATIO, (0.74, 1.26), None, "IMPRECISION-RATIO-2"),
        (Measure.RATIO, (0.75, 1.26), None, "IMPRECISION-RATIO-1"),
        (Measure.RATIO, (1.0, 1.5), None, "IMPRECISION-RATIO-1"),  # an end on the null includes it
        (Measure.RATIO, (0.5, 0.99), None, "IMPRECISION-RATIO-0"),
        (Measure.SMD, (-0.2, 0.2), None, "IMPRECISION-NULLZONE-0"),
        (Measure.SMD, (-0.21, 0.21), None, "IMPRECISION-SMD-2"),
        (Measure.SMD, (-0.2, 0.6), None, "IMPRECISION-SMD-1"),
        (Measure.SMD, (0.01, 0.6), None, "IMPRECISION-SMD-0"),
        (Measure.MD, (-9, 9), None, "IMPRECISION-MD-1"),  # without a zone nothing shows appreciable harm
        (Measure.MD, (1, 9), None, "IMPRECISION-MD-0"),
        (Measure.MD, (-3, 3), 2, "IMPRECISION-MD-2"),
        (Measure.MD, (-2, 2), 2, "IMPRECISION-NULLZONE-0"),
        (Measure.MD, (-1, 3), 2, "IMPRECISION-MD-1"),
    ],
)
def test_interval_part(measure, ci, difference, expected):
    # protects: the zone of each scale; a mean difference needs an agreed one
    domain = domains.imprecision(
        body(measure=measure, ci=ci, important_difference=difference, n_participants=9999), DEFAULT
    )
    assert expected in spoke(domain)[1]
    assert domain.levels == int(expected[-1])


def test_points_that_can_be_standardised_use_the_smd_zone():
    # protects: the limits of 0.2 come before an agreed difference (3.4)
    numbers = body(measure=Measure.MD, ci=(-3.0, 3.0), convertible_md=(-0.15, 0.15), important_difference=1.0)
    assert spoke(domains.imprecision(numbers, DEFAULT)) == (0, {"IMPRECISION-NULLZONE-0"})


@pytest.mark.parametrize(
    ("n", "expected"),
    [(400, 0), (399, 1), (100, 1), (99, 2), (0, 2), (None, 2)],
)
def test_size_part_of_a_continuous_outcome(n, expected):
    # protects: the size rule at 400 and 100 people; nobody knows is the worst case (never 24)
    domain = domains.imprecision(body(measure=Measure.SMD, ci=(0.2, 0.6), n_participants=n), DEFAULT)
    assert spoke(domain) == (expected, {"IMPRECISION-SMD-0", "IMPRECISION-TARGET-CONT", f"IMPRECISION-SIZE-{expected}"})
    assert "target 400 participants: 80% power for SMD 0.28, not less" in domain.reason  # (never 14)


@pytest.mark.parametrize(("p", "expected"), [(0.05, 0), (0.0501, 1), (None, 1)])
def test_bodies_without_interval(p, expected):
    # protects: IMPRECISION-NOCI-0 and -1; no p that can be combined is not a small one
    domain = domains.imprecision(body(stouffer_p=p, n_participants=900), DEFAULT)
    assert (domain.levels, domain.rulings[0].rule) == (expected, f"IMPRECISION-NOCI-{expected}")


@pytest.mark.parametrize(("trials", "expected"), [(4, 2), (5, 1), (None, 2)])
def test_a_review_that_does_not_state_its_size(trials, expected):
    # protects: never '0 participants', and below five trials the worst case (DEC-06)
    facts = {"included_trials": trials} if trials else {}
    assessed = weigh(review("r", effect=interval("SMD", -0.5, -0.8, -0.2), **facts))
    domain = only(assessed).grade.domains[3]
    assert domain.levels == expected
    assert "size not stated" in domain.reason
    assert "0 participants" not in domain.reason.split("target")[0]


@pytest.mark.parametrize(
    ("risk", "events", "n", "expected"),
    [
        (0.20, None, 1812, (0, "IMPRECISION-TARGET-OIS")),
        (0.20, 999, 1811, (1, "IMPRECISION-TARGET-OIS")),  # the control risk comes before the events
        (None, 400, None, (0, "IMPRECISION-TARGET-EVENTS")),
        (None, 99, 9000, (2, "IMPRECISION-TARGET-EVENTS")),
        (None, None, 4010, (0, "IMPRECISION-TARGET-DEFAULT")),
        (None, None, 1002, (2, "IMPRECISION-TARGET-DEFAULT")),
    ],
)
def test_targets_of_ratios(risk, events, n, expected):
    # protects: which target counts, and the published sizes
    numbers = body(measure=Measure.RATIO, ci=(0.6, 0.9), control_risk=risk, events=events, n_participants=n)
    domain = domains.imprecision(numbers, DEFAULT)
    assert domain.levels == expected[0]
    assert expected[1] in spoke(domain)[1]


# D5 publication bias


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"unreported_trials": 1}, {"PUBBIAS-UNREPORTED-1"}),
        ({"unreported_trials": 0}, {"PUBBIAS-0"}),
        ({"k_usable": 10, "asymmetry_p": 0.09, "trimfill_changes_conclusion": True}, {"PUBBIAS-ASYM-1"}),
        ({"k_usable": 10, "asymmetry_p": 0.10, "trimfill_changes_conclusion": True}, {"PUBBIAS-0"}),
        ({"k_usable": 10, "asymmetry_p": 0.01, "trimfill_changes_conclusion": False}, {"PUBBIAS-0"}),
        ({"k_usable": 9, "k_direct": 9, "asymmetry_p": 0.01, "trimfill_changes_conclusion": True}, {"PUBBIAS-0"}),
        ({"review_small_study_effects": True}, {"PUBBIAS-ASYM-1"}),
        ({"all_small": True, "all_positive": True}, {"PUBBIAS-SMALLPOS-1"}),
        ({"all_small": True, "all_positive": True, "k_usable": 1}, {"PUBBIAS-0"}),
        ({"all_small": True, "industry_share": 0.51}, {"PUBBIAS-SMALLIND-1"}),
        ({"all_small": True, "industry_share": 0.5}, {"PUBBIAS-0"}),
        ({"all_small": False, "all_positive": True, "industry_share": 1.0}, {"PUBBIAS-0"}),
        ({"all_small": True, "all_positive": True, "industry_share": 1.0, "unreported_trials": 2},
         {"PUBBIAS-SMALLPOS-1", "PUBBIAS-SMALLIND-1", "PUBBIAS-UNREPORTED-1"}),
    ],
)  # fmt: skip
def test_publication_bias(facts, expected):
    # protects: each line alone suffices, and together they still cost one level
    domain = domains.publication_bias(body(**facts), DEFAULT)
    assert spoke(domain) == (0 if expected == {"PUBBIAS-0"} else 1, expected)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, "not detected (not assessable from these abstracts); unreported registered trials: not checked"),
        ({"unreported_trials": 0}, "not detected (not assessable from these abstracts)"),
        ({"asymmetry_p": 0.5, "k_usable": 12}, "no actionable asymmetry; unreported registered trials: not checked"),
    ],
)
def test_what_was_not_checked_is_said(facts, reason):
    # protects: not looked is not none found (never 19)
    assert domains.publication_bias(body(**facts), DEFAULT).reason == reason


@pytest.mark.parametrize("share", [None, 0.0])
def test_unknown_shares_are_rated_like_the_worst(share):
    # protects: a share that nobody knows is never read as a good one (never 24)
    assert domains.risk_of_bias(body(rob_low_share=share), Stream.RCT, DEFAULT).levels == 1
    assert domains.risk_of_bias(body(adjusted_share=share), Stream.NRSI, DEFAULT).levels == 1


def test_each_domain_gives_its_reason():
    # protects: no grade without a reason for each domain (never 21)
    graded = only(weigh(study("a", n=50), of=outcome())).grade
    assert [domain.name for domain in graded.domains] == [
        "risk of bias",
        "inconsistency",
        "indirectness",
        "imprecision",
        "publication bias",
    ]
    assert all(ruling.reason for domain in graded.domains for ruling in domain.rulings)
