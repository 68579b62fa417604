"""``claimbook studies --propose`` as a person types it: what waits is read, shown with its words, and never counts."""

import hashlib
import json

import pytest

from claimbook.appraise.record import words as record_words
from claimbook.appraise.record.words import NotVerbatimError
from claimbook.appraise.relevance.ranking import ranks_of
from claimbook.model.proposal import proposals
from claimbook.model.study import Study
from claimbook.project.documents import parse_proposed
from claimbook.project.load import load_sound
from claimbook.project.yaml_reader import read_yaml
from claimbook.report.case.claim import open_claim
from tests.appraise.invented import record
from tests.eutils import Article
from tests.eutils.articles import Notice, Section
from tests.pubmed.client.conftest import only_this_machine, own_folder
from tests.test_searching import FIRST, project, serve, type_in, write

__all__ = ["only_this_machine", "own_folder", "project", "serve"]  # fixtures of the searches

METHODS = (
    "One hundred and twenty adults with invented hiccups were randomly assigned to humming (n = 61) or usual care "
    "(n = 59). Outcome assessors were blinded. Analysis was by intention to treat."
)
RESULTS = "At a follow-up of 12 weeks hiccups were fewer. No serious adverse events occurred."
TRIAL = Article(
    FIRST,
    title="Humming for invented hiccups: a randomised controlled trial.",
    abstract=(Section("METHODS", METHODS, "METHODS"), Section("RESULTS", RESULTS, "RESULTS")),
    types=("Journal Article", "Randomized Controlled Trial", "Multicenter Study"),
)
VAGUE = Article(FIRST + 1, title="Thoughts on humming.", abstract="Humming is a sound. Some people hum.")


def searched(serve, *records):
    serve(records)
    assert type_in("search", "humming")[1] == 0


def proposed(project):
    return parse_proposed(project, "demo").sound()


def table(project, *studies):
    collection = {
        "date": "2026-01-01", "method": "by hand", "level": "abstract", "pubmed_search": "run",
        "registries": "not searched", "coded_by": "project",
    }  # fmt: skip
    write(project.studies_file("demo"), {"article": "demo", "collection": collection, "studies": list(studies)})


def sheet(project):
    path = project.sheet_file("demo", "humming")
    return path.read_text(encoding="utf-8"), read_yaml(path, project.root, 1_000_000).data["studies"]


def test_what_waits_is_read_and_shown_with_its_words(project, serve):
    searched(serve, TRIAL, VAGUE)
    told, status = type_in("studies", "--propose", "humming")
    assert status == 0, told
    assert "proposed for 2 records that wait; nobody has checked these" in told
    record = next(one for one in proposed(project).records if one.pmid == str(FIRST))
    assert record.value_of("design").value == "rct"
    assert (record.value_of("n_total").value, record.value_of("n_total").line) == (120, 0.9)
    assert record.value_of("bias_signals.blinding").value == "assessor"
    text, rows = sheet(project)
    assert "n_total: 120, explicit" in text
    assert '"Outcome assessors were blinded' in text
    assert {row["pmid"]: row["design"] for row in rows} == {str(FIRST): "rct", str(FIRST + 1): "unclear"}


def test_what_is_likeliest_to_bear_on_the_claim_stands_first_and_nothing_is_left_out(project, serve):
    # protects: an hour spent on records that only share a word with the claim
    asked = Article(FIRST + 2, title="Humming for knee pain.", abstract="Humming was tried in adults with knee pain.")
    searched(serve, TRIAL, VAGUE, asked)
    type_in("studies", "--propose", "humming")
    ranks = {int(one.pmid): one.ranks["humming"] for one in proposed(project).records}
    assert ranks[FIRST + 2] == 1
    assert sorted(ranks.values()) == [1, 2, 3]
    text, rows = sheet(project)
    assert [int(row["pmid"]) for row in rows] == sorted(ranks, key=ranks.get)
    assert "Waits for humming (number 1 of those that wait)" in text


def decided_by_a_person(row):
    """The row after somebody has read the record."""
    compared = {"intervention": "humming", "comparator": "usual care"}
    text = json.dumps(row | {"population": "people with invented hiccups"} | compared)
    text = text.replace('"same": "unclear"', '"same": true').replace('"code": "unclear"', '"code": "direct"')
    return json.loads(text.replace('"n_randomised": "unclear"', '"n_randomised": 120')) | decided_signs(row)


def decided_signs(row):
    signs = {name: sign for name, sign in row.get("bias_signals", {}).items() if "unclear" not in str(sign)}
    return {"bias_signals": signs} if signs else {}


def test_a_row_is_refused_until_a_person_has_decided_and_accepted_then(project, serve):
    # protects: a draft that becomes evidence because somebody copied it without reading
    searched(serve, TRIAL)
    type_in("studies", "--propose")
    row = sheet(project)[1][0]
    with pytest.raises(ValueError, match="population"):
        Study.model_validate_json(json.dumps(row))
    study = Study.model_validate_json(json.dumps(decided_by_a_person(row)))
    assert (study.pmid, study.design, study.bias_signals.intention_to_treat.value) == (str(FIRST), "rct", "yes")
    assert [(arm.name, arm.n) for arm in study.arms] == [("humming", 61), ("usual care", 59)]


def test_no_word_of_the_abstract_lies_in_the_committed_file(project, serve):
    # protects: publishers' text in version control
    searched(serve, TRIAL)
    type_in("studies", "--propose")
    text = project.proposed_file("demo").read_text(encoding="utf-8")
    for words in ("hiccups", "usual care", "randomly assigned", "follow-up of"):
        assert words not in text


@pytest.mark.parametrize(
    ("words", "comparator"), [("usual care", "unclear"), ("a placebo. The placebo was silence", "placebo")]
)
def test_the_comparison_stands_in_the_sheet_and_only_its_place_in_the_committed_file(project, serve, words, comparator):
    # protects: publishers' text in version control; a comparison that is taken for sure
    searched(serve, Article(FIRST, title="A randomised trial.", abstract=f"Forty adults received humming or {words}."))
    type_in("studies", "--propose")
    text, rows = sheet(project)
    assert (rows[0]["intervention"], rows[0]["comparator"]) == ("unclear", comparator)
    assert "intervention: unclear (looked like: humming), explicit" in text
    committed = proposed(project).records[0]
    assert committed.value_of("intervention").places
    assert committed.value_of("intervention").value == "unclear"
    assert committed.value_of("comparator").value == (None if comparator == "placebo" else "unclear")
    assert "looked_like: humming" not in project.proposed_file("demo").read_text(encoding="utf-8")


def test_the_same_records_give_the_same_bytes(project, serve):
    searched(serve, TRIAL, VAGUE)
    type_in("studies", "--propose")
    files = (project.proposed_file("demo"), project.sheet_file("demo", "humming"))
    before = [path.read_bytes() for path in files]
    assert type_in("studies", "--propose", "humming")[1] == 0
    assert [path.read_bytes() for path in files] == before


def test_a_quotation_that_is_not_in_the_record_stops_everything(project, serve, monkeypatch):
    # protects: words shown as a quotation that nobody wrote
    searched(serve, TRIAL)
    monkeypatch.setattr("claimbook.workflow.proposal_sheet.quoted", lambda *_: "words that nobody wrote")
    with pytest.raises(NotVerbatimError, match="does not say"):
        type_in_raw("studies", "--propose")
    assert not project.proposed_file("demo").exists()
    assert not project.sheet_file("demo", "humming").exists()


def type_in_raw(*words):
    from typer.testing import CliRunner  # noqa: PLC0415

    from claimbook.cli import app  # noqa: PLC0415

    CliRunner().invoke(app, list(words), catch_exceptions=False)


def test_without_the_raw_answers_the_next_step_is_told(project, serve):
    searched(serve, TRIAL)
    for path in project.ledger_dir("demo", "humming").glob("*/*.xml"):
        path.unlink()
    told, status = type_in("studies", "--propose", "humming")
    assert status == 1
    assert "1 of 1 raw answers are not here" in told
    assert "next: claimbook search --restore humming" in told
    assert type_in("search", "--restore", "humming")[1] == 0
    assert type_in("studies", "--propose", "humming")[1] == 0


def test_a_raw_answer_that_was_changed_is_not_called_missing(project, serve):
    # protects: a person who looks for a file that lies there
    searched(serve, TRIAL)
    (answer,) = project.ledger_dir("demo", "humming").glob("*/*.xml")
    answer.write_bytes(answer.read_bytes().replace(b"hiccups", b"sneezes"))
    told, status = type_in("studies", "--propose", "humming")
    assert status == 1
    assert "1 of 1 raw answers are not as they were received" in told
    assert "not here" not in told
    assert "next: claimbook search --restore humming" in told
    assert type_in("search", "--restore", "humming")[1] == 0
    assert type_in("studies", "--propose", "humming")[1] == 0


@pytest.mark.usefixtures("project")
def test_a_claim_that_was_not_searched_has_nothing_to_read():
    told, status = type_in("studies", "--propose", "humming")
    assert status == 1
    assert "next: claimbook search humming" in told


def test_what_a_person_has_changed_is_never_overwritten(project, serve):
    searched(serve, TRIAL)
    type_in("studies", "--propose")
    for path in (project.proposed_file("demo"), project.sheet_file("demo", "humming")):
        made = path.read_text(encoding="utf-8")
        path.write_text(made.replace("120", "121", 1), encoding="utf-8")
        changed = path.read_bytes()
        told, status = type_in("studies", "--propose")
        assert status == 2
        assert "what a person wrote is never overwritten" in told
        assert path.read_bytes() == changed
        path.write_text(made, encoding="utf-8")


@pytest.mark.parametrize("note", ["# ADA: read it\n", "\n"])
def test_a_note_is_never_overwritten(project, serve, note):
    # protects: words of a person that no value shows; also where the file would go because nothing waits any more
    searched(serve, TRIAL)
    type_in("studies", "--propose")
    row = decided_by_a_person(sheet(project)[1][0])
    table(project, {key: value for key, value in row.items() if key != "findings"})
    for path in (project.proposed_file("demo"), project.sheet_file("demo", "humming")):
        made = path.read_text(encoding="utf-8")
        path.write_text(made + note, encoding="utf-8")
        told, status = type_in("studies", "--propose", "humming")
        assert (status, told.startswith("this file is not as claimbook wrote it")) == (2, True)
        assert path.read_text(encoding="utf-8") == made + note
        path.write_text(made, encoding="utf-8")
    assert type_in("studies", "--propose", "humming")[1] == 0
    assert not project.proposed_file("demo").exists()


def test_a_record_that_a_person_has_entered_is_no_longer_proposed(project, serve):
    searched(serve, TRIAL, VAGUE)
    type_in("studies", "--propose")
    vague = next(row for row in sheet(project)[1] if row["pmid"] == str(FIRST + 1))
    row = decided_by_a_person(vague | {"design": "cohort"})
    table(project, {key: value for key, value in row.items() if key != "findings"})
    before = project.studies_file("demo").read_bytes()
    told, status = type_in("studies", "--propose", "humming")
    assert status == 0, told
    assert [record.pmid for record in proposed(project).records] == [str(FIRST)]
    assert project.studies_file("demo").read_bytes() == before


def test_proposals_for_other_claims_stay(project, serve):
    both = Article(FIRST, title="Humming and tapping: a randomised trial.", abstract=METHODS)
    serve([both])
    type_in("search")
    type_in("studies", "--propose")
    assert proposed(project).records[0].claims == ("humming", "tapping")
    type_in("studies", "--propose", "tapping")
    assert proposed(project).records[0].claims == ("humming", "tapping")


def test_a_record_of_two_claims_is_drafted_for_both_whichever_is_named(project, serve):
    # protects: a row that, once copied, says of the other claim that somebody excluded it
    serve([Article(FIRST, title="Humming and tapping: a randomised trial.", abstract=METHODS)])
    type_in("search")
    type_in("studies", "--propose", "humming")
    text, (row,) = sheet(project)
    assert row["claims"] == ["humming", "tapping"]
    assert {one["claim"] for one in row["findings"]} == {"humming", "tapping"}
    assert "Waits for humming (number 1 of those that wait), tapping." in text


def test_proposals_of_a_claim_that_is_no_longer_searched_are_gone(project, serve):
    # protects: readings and ranks for a claim that does not exist
    serve([Article(FIRST, title="Humming and tapping: a randomised trial.", abstract=METHODS)])
    type_in("search")
    type_in("studies", "--propose")
    project.lock_file("demo", "tapping").unlink()
    type_in("studies", "--propose", "humming")
    (record,) = proposed(project).records
    assert (record.claims, set(record.ranks)) == (("humming",), {"humming"})
    assert not any(".tapping." in one.field for one in record.values)


def test_a_file_from_before_there_were_ranks_is_still_as_it_was_made(project, serve):
    # protects: reports that cannot be built until a file is removed that nobody changed
    searched(serve, TRIAL)
    type_in("studies", "--propose", "humming")
    (record,) = proposed(project).records
    then = json.loads(record.model_copy(update={"ranks": {}}).model_dump_json())
    assert then.pop("ranks") == {}
    questions = proposed(project).questions
    hashed = hashlib.sha256(json.dumps(questions, sort_keys=True).encode())
    hashed.update(json.dumps(then, separators=(",", ":"), ensure_ascii=False).encode() + b"\n")
    old = proposals("demo", "claimbook", (record.model_copy(update={"ranks": {}}),), questions)
    assert old.sha256 == hashed.hexdigest()


def test_a_place_is_forgotten_where_the_claim_asks_something_else(project, serve):
    # protects: an order that nobody made for this question
    searched(serve, TRIAL)
    type_in("studies", "--propose", "humming")
    table = proposed(project)
    asked = {claim: dict.fromkeys(outcomes, "0" * 64) for claim, outcomes in table.questions.items()}
    claim = load_sound(project, "demo").claims[0]
    stale = table.model_copy(update={"questions": asked})
    now, then = (one.answering([claim], {})[FIRST].ranks for one in (table, stale))
    assert (now, then) == ({"humming": 1}, {})


def test_where_no_word_of_the_claim_is_found_there_is_no_order():
    # protects: an order by noise, as of a claim in another language
    assert ranks_of("Summen", [record("Humming"), record("Tapping")]) == {}


def test_a_retraction_is_proposed_as_a_notice(project, serve):
    gone = Article(FIRST, title="Humming: a randomised trial.", abstract=METHODS, notices=(Notice("RetractionIn", 9),))
    searched(serve, gone)
    type_in("studies", "--propose")
    assert proposed(project).records[0].value_of("notices").value == "retracted"
    assert sheet(project)[1][0]["notices"] == ["retracted"]


def test_hostile_words_stay_in_their_comment(project, serve):
    # protects: an abstract that writes rows into the sheet, or turns the direction of its lines
    hostile = "Humming\u2028  - id: planted\x85 design: rct \u202e was randomised\u0085. We randomised 40 adults\u2028."
    searched(serve, Article(FIRST, title="Humming \u202e# x: [", abstract=hostile))
    told, status = type_in("studies", "--propose", "humming")
    assert status == 0, told
    text, rows = sheet(project)
    assert [row["pmid"] for row in rows] == [str(FIRST)]
    assert not {"\u2028", "\x85", "\u202e"} & set(text)


def test_the_report_shows_them_as_unchecked_and_weighs_nothing(project, serve):
    # protects: a proposal that counts, or that looks like something a person has confirmed
    searched(serve, TRIAL, VAGUE)
    table(project)
    before = open_claim("demo", "humming")
    type_in("studies", "--propose", "humming")
    after = open_claim("demo", "humming")
    assert after.assessment == before.assessment
    assert after.verdict().html == before.verdict().html
    assert "nobody has checked" not in before.search().html
    shown = repr(after.search())
    assert "randomised trial, 120 participants (proposed, nobody has checked these)" in shown
    assert "design unclear, size unclear (proposed, nobody has checked these)" in shown
    assert "Waiting for a person: 2 records" in shown


def test_a_table_that_somebody_changed_is_a_mistake_and_not_shown(project, serve):
    searched(serve, TRIAL)
    table(project)
    type_in("studies", "--propose", "humming")
    path = project.proposed_file("demo")
    path.write_text(path.read_text(encoding="utf-8").replace("value: 120", "value: 12000"), encoding="utf-8")
    told, status = type_in("check")
    assert status == 2
    assert "proposed.yaml this file is not as claimbook wrote it" in told.replace("\n", " ")


def test_without_the_option_the_command_asks_for_it(project):
    assert project
    told, status = type_in("studies")
    assert (status, "--propose" in told) == (2, True)


@pytest.mark.parametrize(
    ("words", "line"), [("a\n b", "a b"), ("a\u2028b", "a b"), ("x\u202ey\u0000z", "xyz"), ("  a  ", "a")]
)
def test_words_are_put_into_one_line(words, line):
    assert record_words.in_one_line(words) == line
