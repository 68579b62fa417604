"""A named person judges a domain of certainty: what counts, what stays in sight, what is refused (rule OVERRIDE)."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from claimbook.model.claim import Judgement
from claimbook.model.terms import Certainty
from tests.synthesis.factory import (
    SAFE,
    interval,
    levels,
    match,
    only,
    outcome,
    review,
    rules,
    said,
    study,
    weigh,
)
from tests.synthesis.strategies import bodies

DOMAINS = ("risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias")
STREAMS = ("RCT", "NRSI", "OTHER")
SURE = interval("SMD", -0.5, -0.7, -0.3)
EXAMPLES = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def judgement(domain="risk of bias", levels=0, **changes):
    """What Ada Reader, who is invented, judged of one domain."""
    given_by = {"by": "Ada Reader", "date": "2026-01-31", "why": "The invented protocol names an assessor."}
    return {"domain": domain, "stream": "RCT", "levels": levels, **given_by, **changes}


def judged(*judgements, **changes):
    return outcome(judgements=list(judgements), **changes)


def trials(k=3, **facts):
    return [study(f"t{i}", **({"n": 200, "effect": SURE, "bias": SAFE} | facts)) for i in range(k)]


def domain(assessed, name, stream="RCT"):
    return next(found for found in only(assessed, stream).grade.domains if found.name == name)


def certainty(assessed, stream="RCT"):
    return only(assessed, stream).grade.certainty.value.words


# What counts


@pytest.mark.parametrize(
    ("by_person", "expected"),
    [(0, "moderate"), (1, "moderate"), (2, "low")],
    ids=["milder", "as the rule", "stricter"],
)
def test_the_levels_of_the_person_count(by_person, expected):
    # protects: the person's levels enter the sum in both directions; the others stay as ruled
    assessed = weigh(*trials(bias=None), of=judged(judgement(levels=by_person)))
    assert levels(assessed) == (by_person, 0, 0, 0, 0)
    assert certainty(assessed) == expected
    assert assessed.unused_judgements == ()


def test_the_rule_stays_beside_the_person():
    # protects: neither judgement is shown without the other
    found = domain(weigh(*trials(bias=None), of=judged(judgement(levels=2))), "risk of bias")
    assert (found.ruled_levels, found.levels, found.judgement.by) == (1, 2, "Ada Reader")
    assert [(ruling.rule, ruling.value) for ruling in found.rulings] == [("ROB-BODY-1", 1), ("OVERRIDE", 2)]
    assert found.rulings[-1].reason == (
        "Ada Reader (2026-01-31): The invented protocol names an assessor; the rules give 1"
    )


def test_where_nobody_judged_nothing_is_claimed():
    # protects: a report that names a person who never looked
    for found in only(weigh(*trials())).grade.domains:
        assert (found.judgement, found.ruled_levels) == (None, None)


def test_a_judgement_may_change_the_verdict():
    # protects: what the person judged reaches the verdict table and the sentence
    plain = weigh(*trials(bias=None), of=outcome(strength="hedged"))
    doubted = weigh(
        *trials(bias=None), of=judged(judgement(levels=2), judgement("inconsistency", 2), strength="hedged")
    )
    assert (certainty(plain), certainty(doubted)) == ("moderate", "very low")
    assert said(plain) != said(doubted)
    assert plain.sentence != doubted.sentence


def test_a_judgement_counts_for_its_own_stream_only():
    # protects: trials and cohorts are judged apart
    cohorts = [study(f"c{i}", n=900, design="cohort") for i in range(2)]
    assessed = weigh(*trials(), *cohorts, of=judged(judgement(levels=2, stream="NRSI")))
    assert (levels(assessed)[0], levels(assessed, "NRSI")[0]) == (0, 2)
    assert "OVERRIDE" not in rules(assessed)


def test_what_a_person_rates_down_is_not_rated_up():
    # protects: UP-GATE asks the levels that count
    cohort = {"design": "cohort", "n": 60_000, "bias": {"confounders_adjusted": "yes"}}
    facts = cohort | {"effect": interval("RR", 0.4, 0.35, 0.45), "finding": {"control_risk": 0.1}}
    cohorts = [study(f"c{i}", **facts) for i in range(3)]
    doubted = weigh(*cohorts, of=judged(judgement(levels=1, stream="NRSI")))
    assert "UP-LARGE-1" in rules(weigh(*cohorts), "NRSI")
    assert "UP-GATE" in rules(doubted, "NRSI")
    assert certainty(doubted, "NRSI") == "very low"


# CAP-ABSTRACT


@pytest.mark.parametrize(("full_text", "expected"), [(False, "moderate"), (True, "high")])
def test_only_a_full_text_lifts_the_cap_of_abstracts(full_text, expected):
    # protects: never High from abstracts alone, even where a person judged them (never 21)
    assessed = weigh(*trials(), of=judged(judgement(full_text=full_text)))
    assert certainty(assessed) == expected
    assert only(assessed).numbers.human_rob_checked is full_text


def test_the_full_text_does_not_lift_other_caps():
    # protects: p values show no size, whoever read them
    by_p = [study(f"t{i}", n=400, p="0.001", bias=SAFE) for i in range(3)]
    nothing_down = [judgement(name) for name in DOMAINS[1:]]
    assessed = weigh(*by_p, of=judged(judgement(full_text=True), *nothing_down))
    assert (certainty(assessed), only(assessed).grade.certainty.rule) == ("moderate", "CAP-PONLY")


def test_a_full_text_read_for_one_stream_says_nothing_of_another():
    # protects: the tick belongs to the body of evidence that was read
    assessed = weigh(*trials(), of=judged(judgement(full_text=True, stream="NRSI")))
    assert certainty(assessed) == "moderate"


# QUOTED-CERT


def test_beside_the_review_authors_only_indirectness_counts():
    # protects: what is inside a quoted certainty is not taken off or given back a second time
    quoted = review("r", certainty="moderate", matched=match(partial="P"))
    assessed = weigh(quoted, of=judged(judgement(levels=2), judgement("indirectness", 0)))
    assert (certainty(assessed), only(assessed).grade.source) == ("moderate", "review authors")
    assert domain(assessed, "indirectness").ruled_levels == 1
    assert domain(assessed, "risk of bias").judgement is None
    (unused,) = assessed.unused_judgements
    assert (unused.value.domain, unused.rule) == ("risk of bias", "OVERRIDE")
    assert unused.reason.startswith("the review authors state the certainty")


def test_a_full_text_beside_a_quoted_certainty_is_not_used():
    # protects: a tick that would seem to have lifted something
    assessed = weigh(review("r", certainty="moderate"), of=judged(judgement(full_text=True)))
    assert not only(assessed).numbers.human_rob_checked
    assert len(assessed.unused_judgements) == 1


# NARROW-REGRADE


@pytest.mark.parametrize(("by_person", "for_narrowed"), [(None, "moderate"), (0, "moderate"), (1, "low"), (2, "low")])
def test_for_the_narrowed_claim_indirectness_stays_as_judged(by_person, for_narrowed):
    # protects: what a person judged is not mended by rule for a claim that nobody asked that person about
    patients = trials(people={"patients": True}, matched=match(partial="P"), bias=SAFE)
    judgements = [] if by_person is None else [judgement("indirectness", by_person)]
    # Imprecision is judged, too, so that no level is lost in the cap of abstracts.
    assessed = weigh(*patients, of=judged(judgement("imprecision", 1 if by_person == 1 else 0), *judgements))
    assert assessed.narrowed.value.words == for_narrowed
    assert ("as Ada Reader judged" in assessed.narrowed.reason) is (by_person is not None)


# What met nothing to count for


@pytest.mark.parametrize(
    ("studies", "reason"),
    [
        ([], "nothing was graded: "),
        ([study("a", matched=match(answers="different"))], "nothing was graded: "),
        ([study("a", n=50, p="0.01", design="cohort")], "the RCT stream has no usable study"),
    ],
    ids=["nobody looked", "not direct", "another stream"],
)
def test_a_judgement_without_evidence_is_not_dropped_in_silence(studies, reason):
    # protects: a person who judged, and hears nothing of it
    assessed = weigh(*studies, of=judged(judgement(levels=2)))
    (unused,) = assessed.unused_judgements
    assert unused.value.by == "Ada Reader"
    assert unused.reason.startswith(reason)


@given(bodies(), st.lists(st.sampled_from([(d, s) for d in DOMAINS for s in STREAMS]), unique=True, max_size=6))
@EXAMPLES
def test_every_judgement_is_either_used_or_named_as_unused(studies, about):
    # protects: each judgement appears exactly once, in a domain or among the unused
    assessed = weigh(*studies, of=judged(*[judgement(name, 1, stream=stream) for name, stream in about]))
    used = [d.judgement for body in assessed.streams for d in body.grade.domains if d.judgement]
    seen = [(j.domain, j.stream) for j in [*used, *(ruling.value for ruling in assessed.unused_judgements)]]
    assert sorted(seen) == sorted(about)


# Properties


def decided(assessed):
    """Everything that follows from the levels: without the note, and without the certainty of the narrowed claim."""
    streams = [
        (body.stream, body.numbers, body.state, [d.levels for d in body.grade.domains], body.grade.certainty)
        for body in assessed.streams
    ]
    return (assessed.advice, assessed.gate, assessed.anchor, assessed.codes, assessed.sentence, assessed.base, streams)


@given(bodies(least=1), st.sampled_from(DOMAINS), st.sampled_from(STREAMS))
@EXAMPLES
def test_confirming_the_rule_changes_nothing_but_the_note(studies, name, stream):
    # protects: a signature alone moves no verdict
    plain = weigh(*studies)
    ruled = {body.stream.value: domain(plain, name, body.stream).levels for body in plain.streams}
    confirmed = weigh(*studies, of=judged(judgement(name, ruled.get(stream, 1), stream=stream)))
    assert decided(plain) == decided(confirmed)
    if name != "indirectness":
        assert plain.narrowed == confirmed.narrowed


@given(
    bodies(least=1),
    st.sampled_from(DOMAINS),
    st.sampled_from(STREAMS),
    st.tuples(st.integers(0, 2), st.integers(0, 2)).map(sorted),
    st.booleans(),
)
@EXAMPLES
def test_more_levels_down_never_raise_a_certainty(studies, name, stream, pair, read):
    # protects: a stricter judgement that helps a claim, through a cap, a gate of rating up or another anchor
    full_text = read and name == "risk of bias"
    mild, strict = (
        weigh(*studies, of=judged(judgement(name, down, stream=stream, full_text=full_text))) for down in pair
    )
    for milder, stricter in zip(mild.streams, strict.streams, strict=True):
        assert stricter.grade.certainty.value <= milder.grade.certainty.value
    assert (strict.certainty or 0) <= (mild.certainty or 0)
    if mild.narrowed and strict.narrowed and mild.anchor.value is strict.anchor.value:
        assert strict.narrowed.value <= mild.narrowed.value


@given(bodies(least=1), st.sampled_from(DOMAINS), st.integers(0, 2), st.sampled_from(STREAMS))
@EXAMPLES
def test_never_high_from_abstracts_whatever_is_judged(studies, name, down, stream):
    # protects: High needs the full text, or the words of review authors (never 21)
    for body in weigh(*studies, of=judged(judgement(name, down, stream=stream))).streams:
        assert body.grade.certainty.value < Certainty.HIGH or body.grade.source == "review authors"


# Who may sign


def read(**changes):
    return Judgement.model_validate_json(json.dumps(judgement(**changes)))


@pytest.mark.parametrize(
    "name",
    ["project", "The Project", "tool", "claimbook", "claimbook 0.1", "the claimbook tool", "AI", "Editors", "a person",
     "Name of the person", "editorial team", "the rules", "1234", "--", "(unknown)"],
)  # fmt: skip
def test_only_a_person_signs(name):
    # protects: a judgement that nobody answers for
    with pytest.raises(ValidationError, match="signed by a person"):
        read(by=name)


@pytest.mark.parametrize("name", ["Ada Reader", "Ada Bot", "Dr. A. Human-Invented", "李明", "Zoë", "Machine Ada"])
def test_names_that_look_odd_are_names(name):
    # protects: people whose names are words
    assert read(by=f" {name} ").by == name


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"by": " "}, "at least 1 character"),
        ({"why": ""}, "at least 1 character"),
        ({"levels": 3}, "less than or equal to 2"),
        ({"levels": -1}, "greater than or equal to 0"),
        ({"levels": True}, "valid integer"),
        ({"date": "2026-02-30"}, "there is no day '2026-02-30'"),
        ({"date": "31.1.2026"}, "pattern"),
        ({"stream": "PRECLINICAL"}, "RCT"),
        ({"domain": "imprecision", "full_text": True}, "'full_text' belongs to risk of bias"),
    ],
)
def test_what_a_judgement_must_not_be(changes, complaint):
    # protects: a judgement whose meaning would have to be guessed
    with pytest.raises(ValidationError, match=complaint):
        read(**changes)


@pytest.mark.parametrize(
    ("second", "refused"),
    [({"levels": 2}, True), ({"domain": "imprecision"}, False), ({"stream": "NRSI"}, False)],
)
def test_a_domain_of_a_stream_is_judged_once(second, refused):
    # protects: two answers to one question
    pair = [judgement(), judgement(**second)]
    if not refused:
        assert len(judged(*pair).judgements) == 2
        return
    with pytest.raises(ValidationError, match="two judgements on 'risk of bias' of the RCT stream"):
        judged(*pair)
