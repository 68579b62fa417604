"""The printed chain from a verdict to its fields: whole chains as text, and every place that is printed."""

import re
from dataclasses import replace

import pytest

from claimbook.model.assessment import Advice, Assumed, Code, Estimate, Measure
from claimbook.model.terms import Action, Certainty, State, Stream, Strength, Verdict
from claimbook.project.layout import find_project
from claimbook.project.load import load_article
from claimbook.project.places import find_places
from claimbook.report.why import estimate_words, why_claim
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.grade.verdict import Case, modify
from claimbook.synthesis.rulebook import RULES
from tests.reference_folder import ROOT
from tests.report.chains import CHAINS, FOLDER, NOWHERE, ONE, chain
from tests.report.demo import STUDIES, table, write_demo
from tests.synthesis.factory import claim, outcome, study

ARTICLE = "walking-in-reverse"
CLAIMS = ("back-pain", "knee-pain", "leg-pain", "mental-health", "stroke-risk")
PLACE = re.compile(r"\[([\w./-]+\.yaml):(\d+):(\d+)\]")
RULE = re.compile(r"^ {2,6}([A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+|OVERRIDE|DOSE|FORM|[A-Z]{5,})\b")
every_claim = pytest.mark.parametrize("name", CLAIMS)


@pytest.mark.parametrize("name", CHAINS)
def test_the_whole_chain_is_printed_as_it_lies_beside(name):
    assert chain(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_no_chain_lies_beside_that_is_not_printed():
    assert {file.stem for file in FOLDER.iterdir()} == set(CHAINS)


def test_every_route_and_every_reachable_gate_has_a_chain():
    printed = "".join(chain(name) for name in CHAINS)
    for route in ("REVIEW", "SINGLE", "PAIR", "POOL", "P", "DIR"):
        assert f"ROUTE-{route} " in printed
    for gate in (
        "CLAIM_NOT_CHECKABLE",
        "NOTHING_LOOKED_AT",
        "ONLY_RETRACTED",
        "NOT_DIRECT",
        "NO_USABLE_RESULT",
        "RESULT_NOT_ENTERED",
    ):
        assert f"GATE-{gate} " in printed


def changed(base, case):
    """A chain whose verdict table gave this, with what the modifiers make of it."""
    assessed = assess_claim(claim(), table(*ONE))
    (found,) = assessed.outcomes
    steps = modify(base, case)
    told = replace(found, base=replace(found.base, value=base), modifiers=steps, advice=steps[-1].value)
    return why_claim(replace(assessed, outcomes=(told,)), NOWHERE).splitlines()


LOW_NRSI = ((Stream.NRSI, State.FAVOURS, Certainty.LOW),)
AGAINST_RCT = ((Stream.RCT, State.AGAINST, Certainty.LOW),)
SCOPE = (Code("POP_SEX", "studied only in women", caps=True, action=Action.NARROW),)


@pytest.mark.parametrize(
    ("base", "case", "line"),
    [
        (
            Advice(Verdict.CONTRADICTED, Action.CORRECT),
            Case(Strength.ASSOCIATIONAL, State.AGAINST, Stream.RCT, Certainty.HIGH, others=LOW_NRSI),
            "  MOD-ASSOC  makes it overstated, narrow: an association is seen, trials did not confirm an effect",
        ),
        (
            Advice(Verdict.PROBABLY_SUPPORTED, Action.KEEP),
            Case(Strength.HEDGED, State.FAVOURS, Stream.NRSI, Certainty.MODERATE, others=AGAINST_RCT),
            "  MOD-CONFLICT  makes it uncertain, soften: study types disagree",
        ),
        (
            Advice(Verdict.CONTRADICTED, Action.CORRECT),
            Case(Strength.DIRECT, State.AGAINST, Stream.RCT, Certainty.MODERATE, truncated=True),
            "  MOD-TRUNCATED  makes it overstated, correct: not all records that were found were looked at",
        ),
        (
            Advice(Verdict.SUPPORTED, Action.KEEP),
            Case(Strength.DIRECT, State.FAVOURS, Stream.RCT, Certainty.HIGH, codes=SCOPE),
            "  MOD-SCOPE  makes it overstated, narrow: the claim reaches further than its evidence: POP_SEX",
        ),
        (
            Advice(Verdict.UNCERTAIN, Action.KEEP),
            Case(Strength.HEDGED, State.INCONCLUSIVE, Stream.RCT, Certainty.LOW, lean_away=True),
            "  MOD-LEAN  makes it uncertain, soften: what there is does not lean toward the claim",
        ),
    ],
)
def test_each_modifier_is_printed_above_what_it_modifies(base, case, line):
    printed = changed(base, case)
    table_row = next(number for number, row in enumerate(printed) if "VERDICT-TABLE" in row)
    assert re.sub(r"(MOD-\w+) +", r"\1  ", printed[table_row - 1]) == line
    assert f"gives {base.verdict}, {base.action}:" in printed[table_row]


def test_several_modifiers_stand_with_the_last_one_first():
    base = Advice(Verdict.SUPPORTED, Action.KEEP)
    codes = (*SCOPE, Code("SINGLE_STUDY", "one was found", action=Action.NARROW))
    printed = changed(base, Case(Strength.DIRECT, State.FAVOURS, Stream.RCT, Certainty.HIGH, codes=codes))
    assert [row.split()[0] for row in printed if " MOD-" in f" {row.strip()}"] == ["MOD-SINGLE", "MOD-SCOPE"]


def test_beside_a_quoted_certainty_only_indirectness_counts():
    # protects: 'risk of bias -1' below 'certainty moderate (review authors)' would not add up
    rows = [row for row in chain("route-review-quoted").splitlines() if row.startswith("      ") and " 0" in row]
    assert [row.split()[0] for row in rows if "does not count" not in row] == ["INDIRECT-0"]
    assert "does not count" not in chain("route-review")


@pytest.fixture(scope="module")
def shipped():
    """The shipped article: its claims, weighed, the places of its facts, and its files by line."""
    project = find_project(ROOT)
    loaded = load_article(project, ARTICLE)
    places = find_places(project, ARTICLE)
    printed = {name: why_claim(assess_claim(loaded.claim(name), loaded.studies), places) for name in CLAIMS}
    files = {found[0] for text in printed.values() for found in PLACE.findall(text)}
    lines = {name: (ROOT / name).read_text(encoding="utf-8").splitlines() for name in files}
    return loaded, printed, lines


def test_every_shipped_claim_is_tested_here(shipped):
    assert {claim.id for claim in shipped[0].claims} == set(CLAIMS)


@every_claim
def test_every_rule_that_is_printed_exists(name, shipped):
    printed = shipped[1][name].splitlines()
    rules = {found[1] for row in printed if (found := RULE.match(row))}
    assert len(rules) >= 2
    assert rules - set(RULES) == set()


@every_claim
def test_every_place_that_is_printed_lies_within_its_file(name, shipped):
    _, printed, files = shipped
    places = PLACE.findall(printed[name])
    assert len(places) > 5
    for file, line, column in places:
        text = files[file][int(line) - 1]
        assert text[int(column) - 1 :].strip(), f"{file}:{line}:{column} points at nothing"
        assert text[: int(column) - 1].strip(" -") == "" or ":" in text[: int(column) - 1]


def spans(lines):
    """First and last line of each study in the evidence table, counted from one."""
    starts = [(number, row.split(":")[1].strip()) for number, row in enumerate(lines, 1) if row.startswith("  - id: ")]
    ends = [number - 1 for number, _ in starts[1:]] + [len(lines)]
    return {study_id: (start, end) for (start, study_id), end in zip(starts, ends, strict=True)}


def printed_places(text):
    """Study and place of every row that tells a fact of a study."""
    about = None
    for row in text.splitlines():
        if found := re.match(r" {4}(?:Study )?([a-z0-9-]+) ", row):
            about = found[1]
        elif not row.startswith("      "):
            about = None
        if about and (place := PLACE.search(row)) and place[1].startswith("data/"):
            yield about, place[1], int(place[2]), row


@every_claim
def test_every_place_points_into_the_study_that_it_tells_of(name, shipped):
    # protects: promise 4; a place that points into the next study proves nothing
    loaded, printed, files = shipped
    (table_file,) = [file for file in files if file.startswith("data/")]
    within = spans(files[table_file])
    assert set(within) == {study_.id for study_ in loaded.studies.studies}
    found = list(printed_places(printed[name]))
    assert len(found) == len([row for row in PLACE.findall(printed[name]) if row[0].startswith("data/")])
    for about, _, line, row in found:
        first, last = within[about]
        assert first <= line <= last, row


ELEMENTS = ("population", "intervention", "comparator", "outcome", "purpose")


@every_claim
def test_every_match_points_at_its_own_element(name, shipped):
    _, printed, files = shipped
    checked = 0
    for _, file, line, row in printed_places(printed[name]):
        element = row.split()[0]
        if element in ELEMENTS:
            near = "\n".join(files[file][line - 2 : line])
            assert f"{element}:" in near, row
            checked += 1
    assert checked % len(ELEMENTS) == 0


@every_claim
def test_every_study_that_was_coded_is_printed_once_for_each_outcome(name, shipped):
    # protects: a study that is passed over in silence
    loaded, printed, _ = shipped
    coded = [f for study_ in loaded.studies.studies for f in study_.findings if f.claim == name]
    rows = re.findall(r"^    (?:Study )?([a-z0-9-]+) .*(?:\[data|\(\d{4}|\(year)", printed[name], re.MULTILINE)
    told = [row for row in rows if row in {study_.id for study_ in loaded.studies.studies}]
    assert len(told) == len(coded)


@every_claim
def test_no_line_carries_a_path_of_this_machine(name, shipped):
    assert str(ROOT) not in shipped[1][name]
    assert not re.search(r"\[/|\\", shipped[1][name])


def test_one_outcome_can_be_told_alone():
    about = claim().model_copy(update={"outcomes": (outcome(), outcome(id="sleep", name="bad sleep"))})
    assessed = assess_claim(about, table(*STUDIES))
    both, one = why_claim(assessed, NOWHERE), why_claim(assessed, NOWHERE, "sleep")
    assert re.findall(r"^Outcome '(\w+)'", both, re.MULTILINE) == ["pain", "sleep"]
    assert re.findall(r"^Outcome '(\w+)'", one, re.MULTILINE) == ["sleep"]
    assert both.splitlines()[:4] == one.splitlines()[:4]


def test_places_of_a_miniature_point_at_its_facts(tmp_path):
    project = write_demo(tmp_path)
    loaded = load_article(project, "demo")
    printed = why_claim(assess_claim(loaded.claim("humming"), loaded.studies), find_places(project, "demo"))
    lines = {name: (tmp_path / name).read_text().splitlines() for name, _, _ in PLACE.findall(printed)}

    def pointed(start):
        row = next(row for row in printed.splitlines() if row.strip().startswith(start))
        file, line, column = PLACE.search(row).groups()
        return lines[file][int(line) - 1][int(column) - 1 :]

    assert pointed("The article:") == '"Humming helps",'
    assert pointed("The primary outcome") == '"pain",'
    assert pointed("wording") == "{"
    assert pointed("Study aria") == "{"
    # three of the claim, seven of each of the four studies that count, one of each of the others
    assert len(PLACE.findall(printed)) == 3 + 4 * 7 + 3


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (Estimate(Measure.SMD, -0.4, (-0.9, 0.1), "below"), "SMD -0.4, 95% interval -0.9 to 0.1"),
        (Estimate(Measure.RATIO, 0.5, None, "below"), "ratio 0.5, interval not stated"),
        (
            Estimate(Measure.MD, -1.0, None, "below", assumptions=(Assumed("A", "one"), Assumed("B", "two"))),
            "mean difference -1, interval not stated (one; two)",
        ),
        (
            Estimate(Measure.MD, -1.0, None, "below", standardised=Estimate(Measure.SMD, -0.5, None, "below")),
            "mean difference -1, interval not stated; standardised: SMD -0.5, interval not stated",
        ),
    ],
)
def test_an_estimate_says_what_is_known_of_it(estimate, words):
    assert estimate_words(estimate) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"doi": "10.1000/x"}, "PMID 99856541, doi 10.1000/x"),
        ({"pmid": None, "doi": "10.1000/x"}, "doi 10.1000/x"),
        ({"pmid": None, "identifier": "NCT99000001"}, "NCT99000001"),
        ({"pmid": None}, "https://example.org/aria"),
    ],
)
def test_a_study_is_named_by_every_identifier_it_has(facts, words):
    one = study("aria", n=60).model_copy(update=facts)
    printed = why_claim(assess_claim(claim(), table(one)), NOWHERE)
    assert f"identifier {words}" in [" ".join(line.split()) for line in printed.splitlines()]
    assert max(map(len, RULES)) + 6 <= printed.splitlines()[6].index(" It is")  # every rule has room in its column
