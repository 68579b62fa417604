"""Where a claim reaches further than its evidence, each code through a whole assessment (grading specification 6)."""

import pytest

from tests.synthesis.factory import SAFE, claim, interval, match, names, outcome, review, said, study, weigh

STRONG = {"n": 400, "bias": SAFE, "effect": interval("SMD", -0.6, -0.7, -0.5)}


def strong(k=3, **facts):
    """Trials that would bear a direct claim as far as abstracts can."""
    return [study(f"s{i}", **(STRONG | facts)) for i in range(k)]


def coded(*studies, of=None, **about):
    return weigh(*studies, about=claim(of or outcome(), **about))


def people(*known, **about):
    """Codes when each study enrolled these people."""
    return names(coded(*[study(f"s{i}", **STRONG, people=each) for i, each in enumerate(known)], **about))


def test_a_sound_claim_carries_no_code():
    # protects: codes are found, not handed out
    assessed = coded(*strong())
    assert (names(assessed), said(assessed)) == ([], ("probably-supported", "soften"))


SICK, WELL = {"patients": True}, {"patients": False}


@pytest.mark.parametrize(
    ("known", "about", "expected"),
    [
        ([SICK, SICK], {}, ["POP_PATIENTS"]),
        ([SICK, WELL], {}, []),
        ([SICK, SICK], {"patients": True}, []),
        ([SICK, None], {}, []),  # nobody knows whether all were patients
    ],
)
def test_patients(known, about, expected):
    # protects: POP_PATIENTS asks for every direct study
    assert people(*known, **about) == expected


CHILDREN, ADULTS, OLD, MIXED = ({"ages": ages} for ages in ("children", "adults", "older adults", "mixed"))


@pytest.mark.parametrize(
    ("known", "wanted", "expected"),
    [
        ([OLD, OLD], None, ["POP_AGE"]),
        ([OLD, CHILDREN], None, ["POP_AGE"]),
        ([OLD, ADULTS], None, []),
        ([ADULTS], None, []),
        ([MIXED, OLD], None, []),
        ([OLD], "adults", ["POP_AGE"]),
        ([ADULTS], "children", ["POP_AGE"]),
        ([MIXED], "children", []),
        ([CHILDREN, ADULTS], "children", []),  # its own group was studied, among others
        ([OLD, ADULTS], "older adults", []),
        ([OLD], "older adults", []),
        ([OLD, None], None, []),
    ],
)
def test_ages(known, wanted, expected):
    # protects: POP_AGE where the claim's people were not studied, or only a narrower group
    assert people(*known, **({"ages": wanted} if wanted else {})) == expected


WOMEN, MEN, BOTH = ({"sex": sex} for sex in ("women", "men", "both"))


@pytest.mark.parametrize(
    ("known", "wanted", "expected"),
    [
        ([MEN, MEN], None, ["POP_SEX"]),
        ([MEN, WOMEN], None, []),
        ([BOTH], None, []),
        ([MEN], "men", []),
        ([MEN], "women", ["POP_SEX"]),
        ([BOTH], "women", []),
        ([MEN, None], None, []),
    ],
)
def test_sex(known, wanted, expected):
    # protects: POP_SEX where one sex alone was studied
    assert people(*known, **({"sex": wanted} if wanted else {})) == expected


@pytest.mark.parametrize(
    ("strength", "expected"), [("associational", []), ("hedged", ["CAUSAL"]), ("direct", ["CAUSAL"])]
)
@pytest.mark.parametrize("design", ["cohort", "cross-sectional"])
def test_causal_wording_of_a_link(design, strength, expected):
    # protects: CAUSAL is a note; what it costs stands in the table
    assessed = coded(study("a", design=design, n=50), of=outcome(strength=strength))
    assert names(assessed) == expected
    assert "MOD-SCOPE" not in {step.rule for step in assessed.modifiers}


def test_cohorts_of_moderate_certainty_bear_a_cause():
    # protects: CAUSAL is for links below moderate certainty
    effect = {"n": 60_000, "effect": interval("RR", 0.3, 0.25, 0.35), "finding": {"control_risk": 0.2}}
    cohorts = [study(f"c{i}", design="cohort", bias={"confounders_adjusted": "yes"}, **effect) for i in range(3)]
    assessed = coded(*cohorts)
    assert (assessed.certainty.words, names(assessed)) == ("moderate", [])


@pytest.mark.parametrize("name", ["dose", "form"])
@pytest.mark.parametrize(("judged", "expected"), [("direct", False), ("partial", True), ("none", True), (None, True)])
def test_a_claimed_dose_or_form(name, judged, expected):
    # protects: DOSE and FORM hold unless a study is known to have tested it
    tested = match() | ({name: {"code": judged, "why": "invented"}} if judged else {})
    assessed = coded(*strong(matched=tested), of=outcome(scope={name: "two hours a day"}))
    assert (names(assessed) == [name.upper()]) is expected


@pytest.mark.parametrize(
    ("months", "weeks", "expected"),
    [
        (12, 52, []),
        (12, 51, ["DURATION"]),
        (12, None, ["DURATION"]),
        (6, 26, []),
        (6, 25.9, ["DURATION"]),
        (None, 1, []),
    ],
)
def test_duration(months, weeks, expected):
    # protects: DURATION by the longest follow-up; one that nobody saw is not long
    scope = {"lasting_months": months} if months else {}
    finding = {} if weeks is None else {"weeks": weeks}
    assert names(coded(*strong(finding=finding), of=outcome(scope=scope))) == expected


@pytest.mark.parametrize(
    ("matched", "expected"), [(match(), False), (match(partial="C"), False), (match(none="C"), True)]
)
def test_better_than(matched, expected):
    # protects: COMPARATOR where nothing was compared with what the claim says it beats
    assessed = coded(*strong(matched=matched), of=outcome(scope={"better_than": "whistling"}))
    assert ("COMPARATOR" in names(assessed)) is expected


RATIO = {"effect": interval("RR", 0.8, 0.7, 0.87), "n": 4000, "finding": {"control_risk": 0.2}}


@pytest.mark.parametrize(
    ("promised", "effect", "expected"),
    [
        ({"ratio": 0.5}, RATIO, ["MAGNITUDE"]),  # halves, but at best a third
        ({"ratio": 0.7}, RATIO, []),
        ({"ratio": 2.0}, {**RATIO, "effect": interval("RR", 1.5, 1.4, 1.6), "better_if": "higher"}, ["MAGNITUDE"]),
        ({"ratio": 1.5}, {**RATIO, "effect": interval("RR", 1.5, 1.4, 1.6), "better_if": "higher"}, []),
        ({"size": "large"}, STRONG, ["MAGNITUDE"]),
        ({"size": "moderate"}, STRONG, []),
        ({"size": "small"}, STRONG, []),
        ({"size": "large"}, {"effect": None, "p": "0.001"}, []),  # no size is known: nothing can be compared
    ],
)
def test_magnitude(promised, effect, expected):
    # protects: MAGNITUDE beyond the far bound of the interval, or above the tier of the estimate
    assert names(coded(*strong(**effect), of=outcome(scope={"magnitude": promised}))) == expected


TRIVIAL = {"effect": interval("RR", 0.95, 0.92, 0.98), "n": 9000, "finding": {"control_risk": 0.2}}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ["MAGNITUDE_TRIVIAL"]),
        ({"strength": "hedged"}, ["MAGNITUDE_TRIVIAL"]),
        ({"scope": {"magnitude": {"size": "small"}}}, ["MAGNITUDE", "MAGNITUDE_TRIVIAL"]),
        ({"strength": "associational"}, []),
        ({"scope": {"magnitude": {"slight": True}}}, []),
    ],
)
def test_a_trivial_effect(facts, expected):
    # protects: a real but trivial effect is not sold as an effect (DEC-08)
    assert names(coded(*strong(**TRIVIAL), of=outcome(**facts))) == expected


@pytest.mark.parametrize("asserts", ["no-effect", "denial"])
def test_a_claim_of_no_effect_is_not_blamed_for_a_trivial_one(asserts):
    # protects: 'makes no difference' is right where the evidence shows little or no difference
    nothing = {**TRIVIAL, "says": "no difference", "effect": interval("RR", 1.01, 0.97, 1.05)}
    assessed = coded(*strong(**nothing), of=outcome(asserts=asserts))
    assert (names(assessed), said(assessed)) == ([], ("probably-supported", "soften"))


@pytest.mark.parametrize(
    ("wording", "expected", "advice"),
    [
        ({"certainty_words": ["proven"]}, ["CERTAINTY"], ("overstated", "soften")),
        ({"advice_words": ["should"]}, ["ADVICE"], ("overstated", "soften")),
        ({"advice_words": ["must"], "certainty_words": ["cure"]}, ["CERTAINTY", "ADVICE"], ("overstated", "soften")),
    ],
)
def test_words_that_promise_too_much(wording, expected, advice):
    # protects: CERTAINTY and ADVICE cap the verdict whatever the evidence
    assessed = coded(*strong(), of=outcome(wording=wording))
    assert (names(assessed), said(assessed)) == (expected, advice)


STUDIES_SHOW = outcome(strength="hedged", wording={"says_studies": True})


@pytest.mark.parametrize(
    ("studies", "expected"),
    [
        (strong(1), ["SINGLE_STUDY"]),
        (strong(2), []),
        ([review("r", included_trials=1, participants=90)], ["SINGLE_STUDY"]),
        ([review("r", included_trials=9, participants=900)], []),
        ([review("r")], []),  # a review of nobody knows how many studies is not one study
    ],
)
def test_studies_in_the_plural(studies, expected):
    # protects: SINGLE_STUDY narrows without lowering the verdict
    assessed = coded(*studies, of=STUDIES_SHOW)
    assert names(assessed) == expected
    if expected:
        assert said(assessed)[1] == "narrow"
        assert assessed.base.value.verdict is assessed.advice.verdict


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, "a relative number without an absolute risk"),
        ({"finding": {"control_risk": 0.05}}, "a relative number without an absolute risk; control risk 5.0%"),
    ],
)
def test_relative_numbers(facts, reason):
    # protects: RELATIVE_ONLY is a note and names an absolute risk only where one is known (never 24)
    assessed = coded(*strong(**facts), of=outcome(scope={"relative_number": True}))
    assert [(code.name, code.reason, code.caps) for code in assessed.codes] == [("RELATIVE_ONLY", reason, False)]


@pytest.mark.parametrize(("named", "expected"), [(False, ["HARMS_OMITTED"]), (True, [])])
def test_harms(named, expected):
    # protects: harms in the abstracts and none in the article
    bias = {**SAFE, "harms_reported": "yes"}
    assert names(coded(*strong(bias=bias), of=outcome(scope={"names_harms": named}))) == expected


@pytest.mark.parametrize(("notices", "expected"), [(["preprint"], ["PREPRINT"]), (["corrected"], [])])
def test_preprints(notices, expected):
    # protects: a preprint that counts is named
    assessed = coded(*strong(2), study("early", **STRONG, notices=notices))
    assert names(assessed) == expected
    assert all("early" in code.reason for code in assessed.codes)


def test_several_codes_are_all_listed_and_the_strongest_action_wins():
    # protects: codes in the order of the table, ceiling and floor of MOD-SCOPE
    assessed = coded(
        *strong(people={"patients": True, "ages": "older adults", "sex": "men"}),
        of=outcome(scope={"lasting_months": 12}, wording={"certainty_words": ["proven"]}),
    )
    assert names(assessed) == ["POP_PATIENTS", "POP_AGE", "POP_SEX", "DURATION", "CERTAINTY"]
    assert said(assessed) == ("overstated", "narrow")
    assert assessed.modifiers[-1].rule == "MOD-SCOPE"


@pytest.mark.parametrize(
    ("says", "expected"), [("favours", ("overstated", "narrow")), ("against", ("contradicted", "correct"))]
)
def test_codes_never_raise_a_verdict(says, expected):
    # protects: MOD-SCOPE is a ceiling; contradicting evidence stays contradicting
    sign = -1 if says == "favours" else 1
    effect = interval("SMD", 0.6 * sign, min(0.5 * sign, 0.7 * sign), max(0.5 * sign, 0.7 * sign))
    assert said(coded(*strong(says=says, effect=effect, people={"patients": True}))) == expected
