"""Every decision vector of the specification: whole cases, states, domains, certainty, modifiers and gates."""

import dataclasses
import json

import pytest

from claimbook.model.assessment import Domain, Ruling
from claimbook.model.terms import Action, Asserts, State, Stream, Strength, Verdict
from claimbook.synthesis.grade import domains as rules
from claimbook.synthesis.grade.certainty import combine, grade
from claimbook.synthesis.grade.state import effect_state, lean
from claimbook.synthesis.grade.verdict import VERDICT_TABLE, Case, GateFacts, base_verdict, gate, modify
from claimbook.synthesis.pool.directions import sign_test
from claimbook.synthesis.thresholds import DEFAULT
from tests.reference_folder import reference
from tests.synthesis import vectors as v

GRADED = [row for row in v.VECTORS["vectors"] if row["gate"] is None]
NAMES = ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")
# Target rules say which size was asked for; the vectors name them only where it is not the usual one.
TARGETS = {f"IMPRECISION-TARGET-{name}" for name in ("OIS", "EVENTS", "DEFAULT", "CONT")}


def verdict_of(row, state, certainty):
    """Table and modifiers for a whole vector."""
    codes = tuple(v.code(name) for name in row["scope_flags"])
    strength = v.STRENGTH[row["claim_strength"]]
    base = base_verdict(state, Stream(row["stream"]), certainty, strength).value
    case = Case(strength, state, Stream(row["stream"]), certainty, row["inputs"].get("lean") == "away", codes)
    return ([base] + [step.value for step in modify(base, case)])[-1]


@pytest.mark.parametrize("row", GRADED, ids=v.ids(GRADED))
def test_whole_case(row):
    # protects: domains, certainty, state, verdict and action of each worked case
    body, route = v.numbers(row["inputs"]), v.route(row["inputs"])
    graded = grade(body, Stream(row["stream"]), route, DEFAULT)
    for name, domain in zip(NAMES, graded.domains, strict=True):
        expected = row["domains"][name]
        assert domain.levels == expected["levels_down"], name
        assert {ruling.rule for ruling in domain.rulings} - TARGETS == set(expected["rules"]) - TARGETS
    state = effect_state(body, route, v.asserts(row["claim_polarity"]), DEFAULT).value
    advice = verdict_of(row, state, graded.certainty.value)
    assert state == v.state(row["effect_state"])
    assert graded.certainty.value == v.certainty(row["certainty"])
    assert graded.source == {"computed": "computed", "quoted": "review authors"}[row["certainty_source"]]
    assert (advice.verdict.name, advice.action) == (row["verdict"], Action(row["action"]))


@pytest.mark.parametrize("row", v.VECTORS["state_vectors"], ids=v.ids(v.VECTORS["state_vectors"]))
def test_state(row):
    # protects: what an interval, p values or directions show, also for claims of no effect
    given = row["given"]
    body = v.numbers(given)
    if "directions" in given:
        body = dataclasses.replace(body, sign_test_p=sign_test(*given["directions"]))
    if "majority_share" in given:
        body = dataclasses.replace(body, directions=(6, 4))
    ruling = effect_state(body, v.route(given), v.asserts(given["claim_polarity"]), DEFAULT)
    assert (ruling.value, ruling.rule) == (v.state(row["effect_state"]), row["rule"])


@pytest.mark.parametrize("row", v.VECTORS["domain_vectors"], ids=v.ids(v.VECTORS["domain_vectors"]))
def test_domain(row):
    # protects: single domains, among them the awkward ones that the decisions DEC-01 to DEC-16 settled
    given = dict(row["given"])
    if given.pop("ci_excludes_null", None):
        given["ci"] = (0.1, 0.5)
    body = v.numbers(given)
    domain = {
        "imprecision": lambda: rules.imprecision(body, DEFAULT),
        "publication_bias": lambda: rules.publication_bias(body, DEFAULT),
        "inconsistency": lambda: rules.inconsistency(body, v.route(given), DEFAULT),
        "indirectness": lambda: rules.indirectness(body, DEFAULT),
    }[row["domain"]]()
    named = {ruling.rule for ruling in domain.rulings}
    assert domain.levels == row["expected"]
    assert set(row["rules"]) <= named
    assert named - TARGETS == set(row["rules"]) - TARGETS


@pytest.mark.parametrize("row", v.VECTORS["certainty_vectors"], ids=v.ids(v.VECTORS["certainty_vectors"]))
def test_certainty(row):
    # protects: start, caps, quoted certainty and rating up
    given = row["given"]
    levels = zip(NAMES, given["levels_down"], strict=True)
    downs = tuple(Domain(name.replace("_", " "), down, (Ruling(down, "given", ""),)) for name, down in levels)
    body = dataclasses.replace(v.numbers(given), ci=(0.1, 0.5))
    graded = combine(body, Stream(given.get("stream", "RCT")), v.route(given | {"ci": (0.1, 0.5)}), downs, DEFAULT)
    spoken = {graded.start.rule, graded.certainty.rule, *(r.rule for r in (*graded.ups, *graded.caps))}
    assert graded.certainty.value == v.certainty(row["expected"])
    assert set(row["rules"]) <= spoken


@pytest.mark.parametrize("row", v.VECTORS["modifier_vectors"], ids=v.ids(v.VECTORS["modifier_vectors"]))
def test_modifier(row):
    # protects: what is done to the cell of the table afterwards, and in which order
    given = row["given"]
    state, stream = v.state(given["effect_state"]), Stream(given["stream"])
    strength = v.STRENGTH[given["claim_strength"]]
    truncated = given.get("search_truncated", False)
    certainty = v.certainty(given["certainty"])
    if truncated:  # CAP-TRUNCATED comes before the table
        certainty = min(certainty, v.certainty("moderate"))
    other = given.get("other_stream")
    others = (
        ((Stream(other["stream"]), v.state(other["effect_state"]), v.certainty(other["certainty"])),) if other else ()
    )
    codes = tuple(v.code(name) for name in given.get("scope_flags", []))
    base = base_verdict(state, stream, certainty, strength)
    steps = modify(
        base.value, Case(strength, state, stream, certainty, given.get("lean") == "away", codes, others, truncated)
    )
    advice = ([base.value] + [step.value for step in steps])[-1]
    assert (advice.verdict.name, advice.action) == (row["verdict"], Action(row["action"]))
    spoken = {base.rule, *(step.rule for step in steps)} | {"CAP-TRUNCATED", "CAUSAL"}
    assert set(row["rules"]) <= spoken


@pytest.mark.parametrize("row", v.VECTORS["gate_vectors"], ids=v.ids(v.VECTORS["gate_vectors"]))
def test_gate(row):
    # protects: cases that stop before grading, each with its own reason and action
    given = row["given"]
    status = given.get("search_status")
    facts = GateFacts(
        strength=v.STRENGTH[given.get("claim_strength", 3)],
        search_failed=status == "failed",
        truncated=status == "truncated",
        k_direct=given.get("k_direct", 0),
        k_usable=given.get("k_usable", given.get("k_direct", 0)),
        k_retracted=given.get("k_direct_before_retraction", 0),
    )
    closed = gate(facts)
    assert closed is not None
    action = Action(row["action"]) if row["action"] else None
    assert (closed.code, closed.advice.verdict.name, closed.advice.action) == (row["reason"], row["verdict"], action)


def test_every_cell_of_the_table():
    # protects: the verdict table against any drift from the specification's list of cells
    for row in v.VECTORS["verdict_table"]:
        key = (
            v.state(row["effect_state"]),
            Stream(row["stream"]),
            v.certainty(row["certainty"]),
            row["claim_strength"],
        )
        advice = VERDICT_TABLE[key]
        assert (advice.verdict.name, advice.action) == (row["verdict"], Action(row["action"])), row
    assert len(VERDICT_TABLE) == 4 * 3 * 4 * 3


def test_printed_table_equals_the_code():
    # protects: the Markdown table of the specification, cell for cell
    text = reference("method", "evidence-grading.md").read_text()
    section = text[text.index("### 5.2 VERDICT-TABLE") : text.index("### 5.3 Modifiers")]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")][2:]
    seen = 0
    for state, streams, certainty, *cells in rows:
        named = list(Stream)[:3] if streams.strip() == "any" else [Stream(s.strip()) for s in streams.split(",")]
        for stream in named:
            for strength, cell in enumerate(cells, start=1):
                verdict, action = cell.split()
                advice = VERDICT_TABLE[State(state.strip()), stream, v.certainty(certainty), strength]
                assert (advice.verdict.name, advice.action) == (verdict, Action(action))
                seen += 1
    assert seen == len(VERDICT_TABLE)


def test_the_copy_of_the_vectors_is_current():
    # protects: the vectors kept here against drift from the specification they belong to
    assert json.loads(reference("method", "decision_vectors.json").read_text()) == v.VECTORS


def test_lean_for_each_kind_of_claim():
    # protects: inconclusive evidence leans away when it does not lean toward
    toward = v.numbers({"directions": (2, 1)})
    assert lean(toward, State.INCONCLUSIVE, Asserts.EFFECT) == "toward"
    assert lean(toward, State.INCONCLUSIVE, Asserts.DENIAL) == "away"
    assert lean(v.numbers({"directions": (1, 1)}), State.INCONCLUSIVE, Asserts.EFFECT) == "away"
    assert lean(toward, State.FAVOURS, Asserts.EFFECT) is None


def test_strength_and_rank_orders():
    # protects: the orders on which ceilings and floors rest
    assert [strength.level for strength in Strength] == [0, 1, 2, 3]
    assert [verdict.rank for verdict in Verdict] == [1, 2, 3, 4, 5, None, None]
