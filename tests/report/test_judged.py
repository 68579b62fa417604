"""Where a person judged a domain, the rule's judgement and the person's stand side by side on every page."""

import json
import re

import pytest

from claimbook.project.load import load_sound
from claimbook.project.places import find_places
from claimbook.report.case.claim import open_claim
from claimbook.report.why import why_claim
from claimbook.report.why_rule import why_rule
from claimbook.synthesis.assess import assess_claim
from tests.report.demo import HOSTILE, as_json, case, write_demo
from tests.report.pages import Read, is_well_formed
from tests.synthesis.factory import claim, interval, match, outcome, review, study
from tests.synthesis.test_override import judgement

MINUS = "\N{MINUS SIGN}"
TRIAL = study("aria", n=60, p="<0.05", authors="Aria AA")


def judged(*judgements, studies=(TRIAL,)):
    return case(*studies, of=outcome(judgements=list(judgements)))


def lines(shown):
    return str(shown).splitlines()


def test_the_certainty_table_shows_both_judgements():
    rows = lines(judged(judgement(levels=0)).certainty())
    assert next(row for row in rows if row.startswith("Risk of bias")) == (
        "Risk of bias | 1 level down by rule; 0 by Ada Reader on 2026-01-31 | "
        "0% of participants are in trials whose abstract states blinding and one more safeguard ROB-BODY-1 / "
        "Ada Reader (2026-01-31): The invented protocol names an assessor; the rules give 1 OVERRIDE |"
    )


@pytest.mark.parametrize(("levels", "did"), [(0, "changed"), (1, "confirmed"), (2, "changed")])
def test_the_verdict_says_that_a_person_judged(levels, did):
    shown = lines(judged(judgement(levels=levels)).verdict())
    assert (
        f"A person {did} risk of bias of the randomised evidence: 1 level down by rule; {levels} by Ada Reader on "
        "2026-01-31. Reason: The invented protocol names an assessor."
    ) in shown
    assert any(f"risk of bias {f'{MINUS}{levels}' if levels else 0} (Ada Reader; by rule {MINUS}1)" in x for x in shown)


def test_where_nobody_judged_no_person_is_named():
    for part in ("verdict", "certainty"):
        shown = str(getattr(judged(), part)())
        assert "A person" not in shown
        assert "by rule" not in shown
        assert "Not used" not in shown


def test_a_judgement_that_met_nothing_is_shown_as_not_used():
    found = judged(judgement(levels=2, stream="NRSI"))
    said = (
        "Not used: risk of bias of the controlled but not randomised evidence, judged 2 levels down by Ada Reader on "
        "2026-01-31 (The invented protocol names an assessor); the NRSI stream has no usable study."
    )
    assert said in lines(found.verdict())
    assert f"{said} OVERRIDE" in lines(found.certainty())


def test_behind_a_gate_and_beside_review_authors_it_is_said_too():
    behind = judged(judgement(levels=2), studies=[study("x", matched=match(answers="different"))])
    quoted = judged(judgement(), studies=[review("r", certainty="low", effect=interval("SMD", -1, -2, -0.5))])
    assert "nothing was graded" in str(behind.certainty())
    assert "only indirectness to this claim is taken off it" in str(quoted.certainty())


def test_a_full_text_that_was_read_is_not_denied():
    # protects: "no full paper was read" above the name of the person who read one
    row = next(line for line in lines(judged(judgement(full_text=True)).looked_for()) if line.startswith("Full texts"))
    assert row == (
        "Full texts | In part | "
        "Risk of bias was checked in full texts where this is said, by Ada Reader; nothing else was. |"
    )
    assert "Not looked for" in next(line for line in lines(judged(judgement()).looked_for()) if "Full texts" in line)
    shown = judged(judgement(full_text=True))
    assert "risk of bias judged by a person from full texts" in str(shown.certainty())
    assert "checked in the full text" in str(shown.verdict())


@pytest.mark.parametrize("stream", ["RCT", "NRSI"])
@pytest.mark.parametrize("part", ["verdict", "certainty", "looked_for", "reasoning"])
def test_hostile_judgements_are_shown_as_text(part, stream):
    signed = judgement(by=HOSTILE, why=HOSTILE, stream=stream, full_text=True)
    html = getattr(judged(signed), part)().html
    assert is_well_formed(html)
    assert not Read(html).all("script", "b")


@pytest.fixture
def told(tmp_path):
    """What ``claimbook why`` prints of a project on disk with these judgements."""

    def tell(*judgements, rule=None):
        project = write_demo(tmp_path, TRIAL)
        text = json.dumps(as_json(claim(outcome(judgements=list(judgements)))), indent=1)
        project.claim_file("demo", "humming").write_text(text, encoding="utf-8")
        loaded = load_sound(project, "demo")
        assessed = assess_claim(loaded.claim("humming"), loaded.studies)
        assert open_claim("demo", "humming", folder=tmp_path).assessment == assessed
        return why_rule(assessed, rule) if rule else why_claim(assessed, find_places(project, "demo"))

    return tell


def test_why_shows_both_and_which_counts(told):
    text = re.sub(" {2,}", " ", told(judgement(levels=0)))
    assert "ROB-BODY-1 risk of bias -1 (by rule, does not count): 0% of participants" in text
    assert "OVERRIDE risk of bias 0 (by a person, counts): Ada Reader (2026-01-31): The invented" in text
    assert "judgement risk of bias of RCT 0, Ada Reader, 2026-01-31; used [claims/demo/humming.yaml:" in text


def test_why_names_what_was_not_used_with_its_place(told):
    row = next(line for line in told(judgement(levels=2, stream="OTHER")).splitlines() if "judgement" in line)
    assert "not used: the OTHER stream has no usable study" in row
    assert row.endswith("]")


def test_the_rule_of_overriding_tells_where_it_spoke(told):
    text = told(judgement(levels=0), judgement(levels=2, stream="OTHER"), rule="OVERRIDE")
    assert "pain, RCT stream, risk of bias: Ada Reader (2026-01-31)" in text
    assert "pain, judgement not used: the OTHER stream has no usable study" in text
