"""One rule explained: what it says, where it comes from, and every place of a claim where it spoke."""

import re

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.report.why import why_claim
from claimbook.report.why_rule import why_rule
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.rulebook import RULES
from tests.report.chains import CHAINS, NOWHERE
from tests.report.demo import STUDIES, table
from tests.synthesis.factory import claim, outcome, study

RULE = re.compile(r"^ {2,6}([A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+)\b", re.MULTILINE)
DEMO = assess_claim(claim(), table(*STUDIES))


def spoken(rule, assessed=DEMO):
    return why_rule(assessed, rule).splitlines()[4:]


def test_a_rule_is_told_with_section_standing_and_source():
    assert why_rule(DEMO, "ROUTE-SINGLE").splitlines()[0].startswith("ROUTE-SINGLE  (section ")
    for rule in RULES.values():
        head, said, source, where, *_ = why_rule(DEMO, rule.id).splitlines()
        assert head == f"{rule.id}  (section {rule.section}; {rule.flag})"
        assert said == f"  {rule.text()}"
        assert source == f"  Source: {rule.source or 'none; set for this tool'}"
        assert where == "  In humming:"
        assert "{" not in said


def test_a_published_rule_names_its_source():
    # protects: 'published' without a source is a claim without evidence
    assert [rule.id for rule in RULES.values() if rule.flag == "published" and not rule.source] == []


@pytest.mark.parametrize("typed", ["state-dir", "STATE-DIR", "State-Dir"])
def test_a_rule_is_found_however_it_is_typed(typed):
    assert why_rule(DEMO, typed).startswith("STATE-DIR  ")


@pytest.mark.parametrize(
    ("typed", "meant"), [("STATE-DRI", "STATE-DIR"), ("route-singel", "ROUTE-SINGLE"), ("mod_scope", "MOD-SCOPE")]
)
def test_a_slip_of_the_pen_is_answered_with_what_was_meant(typed, meant):
    with pytest.raises(ProblemsFoundError, match=f"there is no rule '{typed}'. Did you mean '{meant}'?") as refused:
        why_rule(DEMO, typed)
    (found,) = refused.value.problems
    assert (found.code, found.hint) == ("unknown-rule", "all rules stand in the page that 'claimbook methods' writes")


@pytest.mark.parametrize("typed", ["", "xyzzy", "../etc"])
def test_what_resembles_no_rule_gets_no_guess(typed):
    with pytest.raises(ProblemsFoundError) as refused:
        why_rule(DEMO, typed)
    assert "Did you mean" not in str(refused.value)


def test_a_silent_rule_is_told_to_be_silent():
    assert spoken("MOD-ASSOC") == ["    it did not speak"]


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("VERDICT-TABLE", ["pain, verdict: state favours, RCT evidence, certainty very low, wording direct"]),
        ("ROUTE-SINGLE", ["pain, NRSI stream: one usable study"]),
        ("ROB-STUDY-LOW", ["pain, study aria: randomised, double-blind, registered"]),
        (
            "INCONS-SINGLE-1",
            ["pain, NRSI stream, inconsistency: only one study: nothing shows whether its result can be repeated"],
        ),
    ],
)
def test_a_rule_tells_where_it_spoke(rule, lines):
    assert spoken(rule) == [f"    {line}" for line in lines]


def test_a_code_of_one_study_is_told_with_the_study():
    assert "    pain, study gavotte: invented" in spoken("OUTCOME_DIFFERENT")


def test_a_rule_tells_every_outcome_where_it_spoke():
    both = claim().model_copy(update={"outcomes": (outcome(), outcome(id="sleep", name="bad sleep"))})
    assessed = assess_claim(both, table(study("aria", n=60, p="<0.05")))
    assert spoken("GATE-NOTHING_LOOKED_AT", assessed) == [
        "    sleep, gate: no study was looked at for this outcome; search first"
    ]


# What `why` prints, `why --rule` explains: no rule is named that then did not speak.
@pytest.mark.parametrize("name", CHAINS)
def test_every_rule_of_a_chain_spoke(name):
    about, studies = CHAINS[name]
    assessed = assess_claim(about, table(*studies))
    rules = set(RULE.findall(why_claim(assessed, NOWHERE)))
    assert rules
    for rule in rules:
        assert rule in RULES
        assert spoken(rule, assessed) != ["    it did not speak"], rule
