"""Arbitrary studies for property tests: anything that the model takes as valid, made visible as invented."""

from hypothesis import strategies as st

from claimbook.model.terms import Design
from tests.synthesis.factory import DIRECTIONS, arms, interval, match, outcome, review, study

SIZES = st.none() | st.integers(0, 3000)
PRINTS = st.sampled_from([None, "0.001", "0.03", "0.05", "<0.05", ">0.05", "0.4", "1", "0.01; 0.2"])
WORDS = st.sampled_from(["yes", "no", "not stated"])
SIGNALS = ("randomised", "quasi_random", "control_group", "concealment", "intention_to_treat", "per_protocol_only",
           "registered", "confounders_adjusted", "industry_funded", "multicentre", "harms_reported")  # fmt: skip
BLINDING = st.sampled_from(["double", "assessor", "single, who not said", "none", "not stated"])
INSTRUMENTS = st.sampled_from([None, "VAS", "NRS"])


def numbers(low, high):
    return st.floats(low, high, allow_nan=False, allow_infinity=False)


@st.composite
def intervals(draw, kinds=("SMD", "MD", "RR", "OR", "HR")):
    """An estimate of any kind, with its interval or without."""
    kind = draw(st.sampled_from(kinds))
    ratio = kind in {"RR", "OR", "HR"}
    value = draw(numbers(0.01, 50)) if ratio else draw(numbers(-50, 50))
    if draw(st.booleans()) and draw(st.booleans()):
        return {"type": kind, "estimate": value}
    below, above = draw(numbers(0.01, 3)), draw(numbers(0, 3))
    low, high = (value / (1 + below), value * (1 + above)) if ratio else (value - below, value + above)
    return interval(kind, value, low, high, ci_level=draw(st.sampled_from([0.95, 0.9, 0.99])))


@st.composite
def two_arms(draw):
    """Final or change scores of two arms."""
    mean, sd, n = numbers(-100, 100), numbers(0.01, 50), st.integers(1, 400)
    kind = draw(st.sampled_from(["mean-post", "mean-change"]))
    return arms(kind, (draw(mean), draw(sd), draw(n)), (draw(mean), draw(sd), draw(n)))


@st.composite
def two_by_two(draw):
    """People with the event in two arms, as counts or as shares, with the sizes of the arms or without."""
    kind, sizes = draw(st.sampled_from(["events", "share"])), draw(st.booleans())
    arm = {}
    for name in ("intervention", "comparator"):
        n = draw(st.integers(1, 400))
        events = draw(st.integers(0, n))
        arm[name] = {kind: events if kind == "events" else events / n} | ({"n": n} if sizes else {})
    return {"type": "counts" if kind == "events" else "proportions", **arm}


@st.composite
def tests_and_sizes(draw):
    """A t value, a correlation, or nothing but the sizes of the arms."""
    n = st.integers(1, 400)
    sizes = {"intervention": {"n": draw(n)}, "comparator": {"n": draw(n)}} if draw(st.booleans()) else {}
    kinds = [{"type": "SMD", "t": draw(numbers(-9, 9))}, {"type": "r", "estimate": draw(numbers(-0.99, 0.99))}]
    return draw(st.sampled_from([*kinds, {"type": "SMD"}])) | sizes


PERCENT = st.just({"type": "percent", "estimate": -40.0})
EFFECTS = st.none() | intervals() | two_arms() | two_by_two() | tests_and_sizes() | PERCENT
MATCHES = st.builds(
    match,
    partial=st.sampled_from(["", "P", "I", "C", "PI", "PICO", "O"]),
    none=st.sampled_from(["", "", "", "C", "P", "I"]),
    answers=st.sampled_from(["direct", "direct", "direct", "surrogate", "different"]),
    same_purpose=st.sampled_from([True, True, True, False]),
)
BIAS = st.none() | st.fixed_dictionaries(
    {}, optional=dict.fromkeys(SIGNALS, WORDS) | {"blinding": BLINDING, "attrition": st.integers(0, 60)}
)
PEOPLE = st.none() | st.fixed_dictionaries(
    {},
    optional={
        "patients": st.booleans(),
        "ages": st.sampled_from(["children", "adults", "older adults", "mixed"]),
        "sex": st.sampled_from(["women", "men", "both"]),
    },
)
FINDINGS = st.fixed_dictionaries(
    {},
    optional={
        "weeks": st.integers(0, 200),
        "events": st.integers(0, 900),
        "control_risk": numbers(0.001, 0.9),
        "participants": st.just("not seen") | st.integers(0, 900),
        "dose_response": st.booleans(),
    },
)
REGISTRATIONS = st.just({"text": "invented", "status": "completed", "results": "none seen"})
FACTS = st.fixed_dictionaries(
    {
        "n": SIZES,
        "p": PRINTS,
        "effect": EFFECTS,
        "better_if": st.sampled_from([None, "lower", "higher"]),
        "instrument": INSTRUMENTS,
        "matched": MATCHES,
        "bias": BIAS,
        "people": PEOPLE,
        "finding": FINDINGS,
        "year": st.integers(1990, 2026),
    },
    optional={
        "notices": st.lists(st.sampled_from(["retracted", "concern", "corrected", "preprint"]), max_size=1),
        "trial": st.sampled_from(["one", "two"]),
        "comparison": st.sampled_from(["between-group", "within-group", "added to usual care"]),
        "registration": REGISTRATIONS,
    },
)
SAYS = st.none() | st.sampled_from(sorted(DIRECTIONS))
DESIGNS = st.sampled_from([design.value for design in Design if "review" not in design and "meta" not in design])
REVIEWED = st.fixed_dictionaries(
    {"of": st.sampled_from(["randomised trials", "trials", "mixed designs", "observational studies", "not stated"])},
    optional={
        "included_trials": st.integers(0, 30),
        "participants": st.integers(0, 9000),
        "last_search": st.sampled_from(["2019-05", "2022", "spring"]),
        "mostly": st.sampled_from(["low risk", "high risk"]),
        "small_study_effects": st.booleans(),
        "dose_response": st.booleans(),
        "certainty": st.sampled_from(["high", "moderate", "low", "very low", "fair"]),
        "i2": st.integers(0, 100),
    },
)


@st.composite
def bodies(draw, least=0, most=6):
    """Studies and reviews about one outcome, each with its own name and PMID."""
    found = []
    for number in range(draw(st.integers(least, most))):
        facts, says = draw(FACTS), draw(SAYS)
        if draw(st.integers(0, 5)) == 0:
            given = {**facts, **draw(REVIEWED)}
            given["finding"] = {key: value for key, value in facts["finding"].items() if key != "participants"}
            found.append(review(f"review-{number}", says, **given, pmid=str(99_000_100 + number)))
        else:
            found.append(study(f"study-{number}", says, **facts, design=draw(DESIGNS), pmid=str(99_000_100 + number)))
    return found


OUTCOMES = st.builds(
    outcome,
    strength=st.sampled_from(["none", "associational", "hedged", "direct", "direct"]),
    kind=st.sampled_from(["continuous", "event"]),
    direction=st.sampled_from(["higher", "lower"]),
    better=st.sampled_from(["higher", "lower"]),
    asserts=st.sampled_from(["effect", "effect", "no-effect", "denial"]),
    scope=st.fixed_dictionaries(
        {},
        optional={
            "lasting_months": st.integers(1, 24),
            "better_than": st.just("whistling"),
            "magnitude": st.just({"size": "large", "ratio": 0.5}),
            "relative_number": st.booleans(),
        },
    ),
    wording=st.fixed_dictionaries({}, optional={"says_studies": st.booleans(), "advice_words": st.just(["must"])}),
)
