"""What holds for every body of evidence, whatever is in it (grading specification 5.3 and 9)."""

import dataclasses

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimbook.model.assessment import BodyNumbers, Measure, Route
from claimbook.model.study import BiasSignals, Participants
from claimbook.model.terms import State
from claimbook.synthesis.assess import assess_outcome
from claimbook.synthesis.grade import domains
from claimbook.synthesis.grade.state import shown_effect
from claimbook.synthesis.study.streams import stream_of
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import arms, claim, interval, match, outcome, signals, study, weigh
from tests.synthesis.strategies import BIAS, OUTCOMES, PRINTS, bodies, numbers

EXAMPLES = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
MORE = settings(EXAMPLES, max_examples=200)


def outlines(assessed):
    """Everything that was decided, without floating-point numbers and reasons."""
    return {
        "advice": assessed.advice,
        "gate": assessed.gate and assessed.gate.value,
        "anchor": assessed.anchor and assessed.anchor.value,
        "codes": [code.name for code in assessed.codes],
        "streams": [
            (
                body.stream,
                body.route.value,
                body.state.value,
                body.lean,
                [domain.levels for domain in body.grade.domains],
                body.grade.certainty.value,
            )
            for body in assessed.streams
        ],
    }


def standings(assessed):
    return {found.study.pmid: (found.standing.value, found.reading.value) for found in assessed.studies}


@given(bodies(), OUTCOMES)
@MORE
def test_every_body_can_be_weighed(studies, of):
    # protects: no valid study makes the weighing fail, and nothing is graded without a reason
    assessed = weigh(*studies, of=of)
    assert (assessed.gate is None) == bool(assessed.streams)
    assert assessed.sentence
    for body in assessed.streams:
        assert len(body.grade.domains) == 5
        assert all(ruling.reason for domain in body.grade.domains for ruling in domain.rulings)
        assert body.numbers.k_usable >= 1
    assert len(assessed.studies) == len(studies)


@given(bodies(), OUTCOMES)
@EXAMPLES
def test_never_high_from_abstracts(studies, of):
    # protects: High only in the words of review authors (never 21)
    for body in weigh(*studies, of=of).streams:
        assert body.grade.certainty.value < 4 or body.grade.source == "review authors"


@given(bodies(least=2), OUTCOMES, st.randoms(use_true_random=False))
@EXAMPLES
def test_the_order_of_studies_changes_nothing(studies, of, chance):
    # protects: results that hang on the order of a file
    shuffled = chance.sample(studies, len(studies))
    first, second = weigh(*studies, of=of), weigh(*shuffled, of=of)
    assert outlines(first) == outlines(second)
    assert standings(first) == standings(second)


@given(bodies(least=1), OUTCOMES)
@EXAMPLES
def test_the_names_of_studies_change_nothing(studies, of):
    # protects: results that hang on what the project calls a study
    renamed = [each.model_copy(update={"id": f"x{9 - number}"}) for number, each in enumerate(studies)]
    first, second = weigh(*studies, of=of), weigh(*renamed, of=of)
    assert outlines(first) == outlines(second)
    assert standings(first) == standings(second)


@given(bodies(least=1), OUTCOMES, BIAS, PRINTS)
@EXAMPLES
def test_a_study_of_something_else_changes_nothing(studies, of, bias, p):
    # protects: evidence on another question never moves a verdict (never 15)
    other = study("other", n=90_000, p=p, bias=bias, year=2026, matched=match(none="I"))
    before, after = weigh(*studies, of=of), weigh(*studies, other, of=of)
    assert len(after.studies) == len(before.studies) + 1
    assert outlines(before) | {"codes": []} == outlines(after) | {"codes": []}
    if before.gate is None:
        assert before.sentence == after.sentence
        assert before.codes == after.codes


@given(bodies(least=1), OUTCOMES, st.sampled_from(["retracted", "protocol"]))
@EXAMPLES
def test_a_retracted_study_or_a_plan_never_moves_a_grade(studies, of, kind):
    # protects: retracted papers and plans are never evidence (never 17)
    facts = {"design": "protocol"} if kind == "protocol" else {"notices": ["retracted"]}
    before, after = weigh(*studies, of=of), weigh(*studies, study("odd", n=9000, p="<0.001", **facts), of=of)
    assert outlines(before)["streams"] == outlines(after)["streams"]


# What is unknown is never read as favourable

GOOD = {
    "blinding": "double",
    "registered": "yes",
    "intention_to_treat": "yes",
    "concealment": "yes",
    "confounders_adjusted": "yes",
    "multicentre": "yes",
    "quasi_random": "no",
    "per_protocol_only": "no",
    "industry_funded": "no",
    "attrition": 0,
    "randomised": "yes",
    "control_group": "yes",
}
PEOPLE = {"patients": False, "ages": "mixed", "sex": "both"}
ROUND_SIZES = st.sampled_from([None, 100, 150, 500, 2000])


def filled(one, size):
    """The study with every unknown filled in favourably, as long as it stays in its stream."""
    known = one.bias_signals.model_dump() if one.bias_signals else {}
    unknown = {key: value for key, value in signals(**GOOD).items() if _open(known.get(key))}
    safe = BiasSignals.model_validate(known | unknown)
    better = one.model_copy(update={"bias_signals": safe})
    if stream_of(better).value is not stream_of(one).value:
        stays = {key: value for key, value in (known | unknown).items() if key not in {"randomised", "control_group"}}
        kept = {key: known[key] for key in ("randomised", "control_group") if key in known}
        better = one.model_copy(update={"bias_signals": BiasSignals.model_validate(stays | kept)})
    finding = one.findings[0].model_copy(update={"weeks": one.findings[0].weeks or 520.0})
    more = {"findings": (finding,), "participants": one.participants or Participants.model_validate(PEOPLE)}
    return better.model_copy(update=more | ({"n_analysed": size} if one.n_analysed is None else {}))


def _open(signal):
    return signal is None or (isinstance(signal, dict) and signal.get("value") == "not stated")


@st.composite
def trials_and_cohorts(draw):
    """Studies of one result each, with sizes and signals that may be unknown."""
    found = []
    for number in range(draw(st.integers(1, 5))):
        middle = draw(numbers(-1, 1))
        effect = draw(st.none() | st.just(interval("SMD", middle, middle - 0.4, middle + 0.4)))
        facts = {"n": draw(ROUND_SIZES), "bias": draw(BIAS), "effect": effect, "p": draw(PRINTS)}
        design = draw(st.sampled_from(["rct", "rct", "crossover", "cohort", "quasi-experimental"]))
        says = "no difference" if effect else draw(st.sampled_from(["favours", "against", "no difference"]))
        found.append(study(f"s{number}", says, design=design, **facts))
    return found


def median_size(studies, stream):
    known = sorted(each.n_analysed for each in studies if each.n_analysed and stream_of(each).value is stream)
    return (known[len(known) // 2] + known[(len(known) - 1) // 2]) // 2 if known else 1000


@given(trials_and_cohorts())
@MORE
def test_filling_in_unknowns_favourably_never_lowers_a_grade(studies):
    # protects: a missing fact is never read better than the best fact could be (never 24)
    better = [filled(each, median_size(studies, stream_of(each).value)) for each in studies]
    before = {body.stream: body for body in weigh(*studies).streams}
    after = {body.stream: body for body in weigh(*better).streams}
    assert before.keys() == after.keys()
    for stream, body in before.items():
        assert after[stream].grade.certainty.value >= body.grade.certainty.value
        pairs = zip(body.grade.domains, after[stream].grade.domains, strict=True)
        assert all(new.levels <= old.levels for old, new in pairs)


# Size and precision

EMPTY = BodyNumbers(k_direct=3, k_usable=3, n_participants=None, measure=Measure.SMD)
SCALES = {
    Measure.RATIO: (st.just(None), numbers(0.2, 4)),
    Measure.SMD: (st.just(None), numbers(-1, 1)),
    Measure.MD: (st.none() | st.just(2.0), numbers(-6, 6)),
}


@st.composite
def intervals_inside_each_other(draw):
    """Numbers of a body, and the same with a narrower interval around the same estimate."""
    measure = draw(st.sampled_from(list(SCALES)))
    differences, values = SCALES[measure]
    outer_low, low, estimate, high, outer_high = sorted(draw(st.lists(values, min_size=5, max_size=5, unique=True)))
    body = dataclasses.replace(
        EMPTY,
        measure=measure,
        estimate=estimate,
        claim_side="below",
        important_difference=draw(differences),
        n_participants=draw(st.none() | st.integers(0, 9000)),
        control_risk=draw(st.none() | numbers(0.01, 0.6)),
        events=draw(st.none() | st.integers(0, 900)),
    )
    return dataclasses.replace(body, ci=(outer_low, outer_high)), dataclasses.replace(body, ci=(low, high))


@given(intervals_inside_each_other())
@MORE
def test_a_narrower_interval_is_never_less_precise(pair):
    # protects: within one state, more precision never costs a level
    wide, narrow = pair
    states = [shown_effect(body, Route.POOL, DEFAULT).value for body in pair]
    assume(states[0] is states[1])
    assert domains.imprecision(narrow, DEFAULT).levels <= domains.imprecision(wide, DEFAULT).levels


@given(intervals_inside_each_other(), st.integers(0, 9000), st.booleans())
@MORE
def test_more_people_are_never_less_precise(pair, more, with_interval):
    # protects: a larger N, or one that becomes known, never costs a level
    body = pair[0] if with_interval else dataclasses.replace(pair[0], ci=None, measure=Measure.P_ONLY)
    larger = dataclasses.replace(body, n_participants=(body.n_participants or 0) + more)
    assert domains.imprecision(larger, DEFAULT).levels <= domains.imprecision(body, DEFAULT).levels


# Units


@st.composite
def points(draw):
    """Studies in points of one instrument, as intervals or as arms."""
    rows = []
    for _ in range(draw(st.integers(1, 5))):
        # nobody prints a difference of 1e-324, which is zero as soon as it is multiplied
        middle, half = round(draw(numbers(-3, 3)), 9), draw(numbers(0.3, 3))
        rows.append((middle, half, draw(st.booleans()), draw(st.integers(20, 200))))
    return rows


def in_points(rows, factor):
    built = []
    for number, (middle, half, as_arms, n) in enumerate(rows):
        value, spread = middle * factor, half * factor
        effect = (
            arms("mean-post", (value, 3 * spread, n), (0, 3 * spread, n))
            if as_arms
            else interval("MD", value, value - spread, value + spread)
        )
        built.append(study(f"s{number}", "no difference", n=2 * n, effect=effect, instrument="VAS"))
    return built


@given(points(), st.sampled_from([0.1, 2.54, 100.0]), st.none() | st.just(1.0))
@EXAMPLES
def test_the_unit_of_an_instrument_changes_nothing(rows, factor, difference):
    # protects: centimetres or millimetres of the same scale give the same verdict
    def verdict(by):
        of = outcome(**({"important_difference": difference * by} if difference else {}))
        return outlines(weigh(*in_points(rows, by), of=of))

    assert verdict(1.0) == verdict(factor)


@given(bodies(least=1))
@EXAMPLES
def test_a_claim_and_its_denial_are_never_both_right(studies):
    # protects: one body of evidence never favours a claim and its opposite
    states = []
    for asserts in ("effect", "denial"):
        of = outcome(asserts=asserts)
        assessed = assess_outcome(claim(of), of, studies)
        states.append([body.state.value for body in assessed.streams])
    for effect, denial in zip(*states, strict=True):
        assert not (effect is State.FAVOURS and denial is State.FAVOURS)
        assert (effect is State.INCONCLUSIVE) == (denial is State.INCONCLUSIVE)
