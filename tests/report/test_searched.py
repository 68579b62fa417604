"""A claim that was searched, from its files to its page: each rule by its id, each state in its own words."""

import pytest

from claimbook.language.said import Said
from claimbook.model.appraisal import Kind
from claimbook.model.proposal import ProposedRecord
from claimbook.project.places import find_places
from claimbook.report.case.claim import open_claim
from claimbook.report.why import why_claim
from claimbook.report.words.search_rows import waiting_rows
from claimbook.report.words.searches import article_search_words, claim_search_words
from claimbook.report.words.verdicts import advice_words, evidence_words
from claimbook.synthesis.details import sensitivity
from tests.report.demo import STUDIES, write_demo
from tests.report.pages import Read, is_well_formed
from tests.report.searches import (
    FIRST,
    HOSTILE_TITLES,
    LOCAL,
    asked,
    checked,
    failure,
    lock,
    notice,
    pmids,
    read,
    record,
    searched_article,
    searched_case,
    verification,
)
from tests.synthesis.factory import SAFE, interval, match, names, review, rules, said, study

ARIA = study("aria", authors="Aria AA", n=60, p="<0.05", pmid=str(FIRST))
BASS = study("bass", "no difference", authors="Bass BB", n=40, pmid=str(FIRST + 1))
TRIALS = [study(f"s{n}", "against", n=200, p="<0.001", bias=SAFE, pmid=str(FIRST + n)) for n in range(4)]
QUOTED = review("opera", certainty="high", effect=interval("SMD", -0.6, -0.9, -0.3), participants=900)
WAITS, READ = [lock(*pmids(9))], [lock(*pmids(4))]


def gate_of(case):
    return case.assessment.primary.gate and case.assessment.primary.gate.rule


def lines(shown):
    return str(shown).splitlines()


def row(shown, name):
    return next(line for line in lines(shown) if line.startswith(name))


# ---- what a search does to the verdict, by the id of each rule


def test_gate_search_failed(tmp_path):
    case = searched_case(tmp_path, ARIA, failures=[failure()], searched="run")
    assert gate_of(case) == "GATE-SEARCH_FAILED"
    assert said(case.assessment.primary) == ("cannot-assess", None)
    assert "The search failed" in lines(case.verdict())


def test_a_failed_search_never_changes_a_table_collected_by_hand(tmp_path):
    before = searched_case(tmp_path / "before", *STUDIES)
    after = searched_case(tmp_path / "after", *STUDIES, failures=[failure()])
    assert said(after.assessment.primary) == said(before.assessment.primary)
    assert gate_of(after) is None
    assert row(after.looked_for(), "PubMed search |").startswith(
        "PubMed search | Failed | The search failed on 2026-11-21"
    )
    assert "PubMed search | Not looked for" in str(before.looked_for())


def test_an_old_lock_stands_when_a_later_search_fails(tmp_path):
    case = searched_case(tmp_path, *TRIALS, locks=READ, failures=[failure()], searched="run")
    assert gate_of(case) is None
    assert "A later attempt failed on 2026-11-21" in str(case.search())
    assert "PubMed was searched on 2026-11-20: 4 records found" in row(case.looked_for(), "PubMed search |")


def test_gate_search_truncated(tmp_path):
    other = study("x", matched=match(answers="different"), pmid=str(FIRST))
    assert gate_of(searched_case(tmp_path / "waits", other, locks=WAITS)) == "GATE-SEARCH_TRUNCATED"
    assert gate_of(searched_case(tmp_path / "read", other, locks=[lock(FIRST)])) == "GATE-NOT_DIRECT"


UNCODED = study("x", pmid=str(FIRST), finding={"claim": "sleeping", "outcome": "sleep"})


# "Search first" would be wrong advice where a search was run; an altered search has not looked for the claim.
@pytest.mark.parametrize(
    ("locks", "gate"),
    [
        ((), "NOTHING_LOOKED_AT"),
        (WAITS, "SEARCH_TRUNCATED"),
        ([lock(FIRST)], "NOTHING_LOOKED_AT"),
        ([lock()], "NOT_DIRECT"),
        ([lock(altered={"dropped": ["humming"]})], "NOTHING_LOOKED_AT"),
    ],
)
def test_records_that_wait_are_not_nobody_looked(tmp_path, locks, gate):
    assert gate_of(searched_case(tmp_path, UNCODED, locks=locks)) == f"GATE-{gate}"


@pytest.mark.parametrize(
    ("locks", "reason"),
    [
        ([], "search first"),
        ([lock(*pmids(9), asked=asked(interface=LOCAL))], "read the records that wait for a person"),
        ([lock(FIRST)], "the studies that were found are coded for other outcomes"),
        ([lock(FIRST, altered={"dropped": ["humming"]})], "search first"),
    ],
    ids=["not searched", "rehearsed", "coded for others", "altered"],
)
def test_the_next_step_is_no_search_where_one_was_run(tmp_path, locks, reason):
    # protects: a person who has searched, or rehearsed it, is told what comes next
    case = searched_case(tmp_path, UNCODED, locks=locks)
    assert case.assessment.primary.gate.reason == f"no study was looked at for this outcome; {reason}"
    assert f"{reason}." in case.assessment.primary.sentence


def test_what_waits_is_to_be_read_before_there_is_advice(tmp_path):
    for locks in (WAITS, [lock(*pmids(9), asked=asked(interface=LOCAL))]):
        case = searched_case(tmp_path / locks[0].asked.interface, UNCODED, locks=locks)
        assert advice_words(case.assessment.primary)[1] == "read the records that wait for a person first."


def test_who_has_found_studies_is_not_told_that_nobody_has_looked(tmp_path):
    case = searched_case(tmp_path, UNCODED, locks=[lock(FIRST)])
    assert advice_words(case.assessment.primary) == (
        "No advice",
        "see first whether the studies that were found answer this outcome, and code them for it.",
    )


@pytest.mark.parametrize("left", [{"missing": [FIRST + 3]}, {"unreadable": [FIRST + 3]}, {}])
def test_cap_truncated(tmp_path, left):
    # protects: missing, unreadable and waiting records each hold the certainty down
    quoted = QUOTED.model_copy(update={"pmid": str(FIRST)})
    whole = searched_case(tmp_path / "whole", quoted, locks=[lock(FIRST)])
    cut = searched_case(tmp_path / "cut", quoted, locks=[lock(FIRST, FIRST + 3, **left)])
    assert "CAP-TRUNCATED" not in rules(whole.assessment.primary)
    assert "CAP-TRUNCATED" in rules(cut.assessment.primary)
    assert (whole.assessment.primary.certainty.words, cut.assessment.primary.certainty.words) == ("high", "moderate")


def test_mod_truncated(tmp_path):
    whole = searched_case(tmp_path / "whole", *TRIALS, locks=READ)
    cut = searched_case(tmp_path / "cut", *TRIALS, locks=WAITS)
    assert said(whole.assessment.primary) == ("contradicted", "correct")
    assert said(cut.assessment.primary) == ("overstated", "correct")
    assert [step.rule for step in cut.assessment.primary.modifiers] == ["MOD-TRUNCATED"]


# Neither a rehearsal nor a record that PubMed has deleted since leaves anything to look at.
@pytest.mark.parametrize("found", [{"asked": asked(interface=LOCAL)}, {"deleted": pmids(5, FIRST + 4)}])
def test_what_does_not_truncate(tmp_path, found):
    case = searched_case(tmp_path, *TRIALS, locks=[lock(*pmids(9), **found)])
    assert said(case.assessment.primary) == ("contradicted", "correct")


def test_moving_thresholds_keeps_what_was_searched(tmp_path, monkeypatch):
    case, seen = searched_article(tmp_path, ARIA, locks=WAITS), []
    weigh = sensitivity.assess_claim

    def listen(*given):
        seen.append(given[-1])
        return weigh(*given)

    monkeypatch.setattr(sensitivity, "assess_claim", listen)
    case.sensitivity()
    assert set(seen) == set(case.screenings)


# ---- retractions


@pytest.mark.parametrize(
    "files",
    [
        {"verified": verification(checked(ARIA, notices=[notice()]))},
        {"locks": [lock(*pmids(2))], "records": [record(FIRST, retracted=True), record(FIRST + 1)]},
    ],
)
def test_a_study_that_pubmed_marks_as_retracted_is_struck_out(tmp_path, files):
    case = searched_case(tmp_path, ARIA, BASS, **files)
    primary = case.assessment.primary
    reading = next(found for found in primary.studies if found.study.id == "aria")
    assert reading.standing.rule == "RETRACTED"
    assert "(PubMed, checked 2026-11-2" in reading.standing.reason
    assert [found.study.id for found in primary.anchored.studies] == ["bass"]
    for part in (case.studies(), case.references()):
        assert "<s>Aria 2020</s>" in part.html
        assert '<span class="unseen">Retracted: </span>' in part.html
        assert "<s>Bass 2020</s>" not in part.html


def test_when_only_retracted_studies_answer_the_claim(tmp_path):
    case = searched_case(tmp_path, ARIA, verified=verification(checked(ARIA, notices=[notice()])))
    assert gate_of(case) == "GATE-ONLY_RETRACTED"
    assert "RETRACTED" in names(case.assessment.primary)


@pytest.mark.parametrize(("kind", "limit"), [("concern", "the journal has voiced concern"), ("corrected", "corrected")])
def test_concern_and_correction_stand_beside_a_study_that_still_counts(tmp_path, kind, limit):
    case = searched_case(tmp_path, ARIA, verified=verification(checked(ARIA, notices=[notice(kind)])))
    reading = case.assessment.primary.anchored.studies[0]
    assert any(line.startswith(limit) and line.endswith("(PubMed, checked 2026-11-22)") for line in reading.limits)
    assert "<s>" not in case.references().html


NOTICES = {
    "nobody asked": (None, None, "Not looked for"),
    "clear": (checked(ARIA), "Notices: PubMed, checked 2026-11-22, none found.", "Checked on 2026-11-22, none found"),
    "retracted": (
        checked(ARIA, notices=[notice()]),
        "Notices: PubMed, checked 2026-11-22: retracted (publication type D016441 (Retracted Publication)).",
        "Checked on 2026-11-22, 1 study with a notice",
    ),
    "failed": (
        checked(ARIA, "not checked", reason="its record came broken"),
        "Notices: the check of 2026-11-22 failed: its record came broken.",
        "Failed",
    ),
    "absent": (
        checked(ARIA, "not found", reason="PubMed holds no such record"),
        "Notices: not checked (2026-11-22: PubMed holds no such record).",
        "Not looked for",
    ),
}


# R29: not checked, checked and none found, retracted, and failed are different words.
@pytest.mark.parametrize("name", NOTICES)
def test_every_state_of_notices_has_its_own_words(tmp_path, name):
    verified, words, state = NOTICES[name]
    case = searched_case(tmp_path, ARIA, verified=None if verified is None else verification(verified))
    references = str(case.references())
    assert (words in references) if words else ("Notices:" not in references)
    assert row(case.looked_for(), "Retraction notices |").startswith(f"Retraction notices | {state} |")


def test_the_states_are_all_different():
    assert len({words for _, words, _ in NOTICES.values()}) == len(NOTICES)


def test_a_rehearsed_check_clears_nobody(tmp_path):
    rehearsed = verification(checked(ARIA), asked=asked(interface=LOCAL))
    case = searched_case(tmp_path, ARIA, verified=rehearsed)
    assert "a rehearsal of 2026-11-20 is no check" in str(case.references())
    assert row(case.looked_for(), "Retraction notices |").startswith("Retraction notices | Not looked for |")


# A check that failed later is not hidden behind an older record without a notice.
def test_a_later_failed_check_stands_beside_an_older_clean_one(tmp_path):
    failed = verification(checked(ARIA, "not checked", reason="its record came broken"))
    case = searched_case(tmp_path, ARIA, locks=[lock(FIRST)], records=[record(FIRST)], verified=failed)
    said = "PubMed, checked 2026-11-20, none found; the check of 2026-11-22 failed: its record came broken."
    assert said in str(case.references())


def test_a_difference_is_shown_and_changes_nothing(tmp_path):
    row_of = checked(ARIA, "differs", differences=["the table has the year 2020, PubMed 2021"])
    case = searched_case(tmp_path, ARIA, verified=verification(row_of))
    shown = str(case.references())
    assert "none found. PubMed differs: the table has the year 2020, PubMed 2021." in shown
    assert "Annals of Invented Results, 2020." in shown


def test_studies_that_a_check_left_out_are_not_checked(tmp_path):
    case = searched_case(tmp_path, ARIA, verified=verification(checked(BASS)))
    assert "Notices: not checked." in str(case.references())
    told = row(case.looked_for(), "Retraction notices |")
    assert told == "Retraction notices | Not looked for | Nothing is cleared: none of these studies was checked. |"


# ---- the page


def test_the_search_is_shown_as_it_was_asked_and_understood(tmp_path):
    case = searched_case(
        tmp_path,
        ARIA,
        locks=[lock(*pmids(3), warnings=[{"kind": "PhraseIgnored", "text": "of the"}], unreadable=[FIRST + 2])],
        records=map(record, pmids(2)),
    )
    shown = lines(case.search())
    for line in (
        'Query as sent | humming[tiab] AND "knee pain"[tiab] |',
        'Query as translated | "humming"[Title/Abstract] AND "knee pain"[Title/Abstract] |',
        "Warnings | PhraseIgnored: of the |",
        "Altered | none: every term was searched as it was sent |",
        "Records retrieved | 2 of 3 |",
        "Searched on | 2026-11-20, 08:15:00 UTC |",
        "99000001, 99000002, 99000003",
        "Waiting for a person: 1 record",
    ):
        assert line in shown
    assert any(line.startswith("PubMed was searched through the NCBI E-utilities") for line in shown)


def test_an_altered_query_is_said_before_its_numbers(tmp_path):
    altered = {"dropped": ["hum* loudly"], "not_in_translation": ["kneecap"]}
    shown = str(searched_case(tmp_path, ARIA, locks=[lock(FIRST, altered=altered)]).search())
    assert "PubMed did not search for everything that it was asked: hum* loudly, kneecap." in shown
    assert shown.index("hum* loudly") < shown.index("What was asked")


def test_long_lists_are_folded_and_nothing_is_lost(tmp_path):
    case = searched_case(tmp_path, ARIA, locks=[lock(*pmids(501))], records=map(record, pmids(501)))
    shown = case.search()
    before, _, after = shown.html.partition("<summary>450 records more</summary>")
    assert (before.count("<li>"), after.count("<li>")) == (50, 450)
    assert is_well_formed(shown.html)
    links = {attributes["href"] for attributes in Read(shown.html).all("a")}
    assert links == {f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" for pmid in pmids(501)[1:]}


def test_a_waiting_record_with_a_notice_comes_first(tmp_path):
    records = [record(pmid, retracted=pmid == FIRST + 1, concern=pmid == FIRST + 1) for pmid in pmids(4)]
    shown = lines(searched_case(tmp_path, ARIA, locks=[lock(*pmids(4))], records=records).search())
    first = shown[shown.index("Waiting for a person: 3 records") + 2]
    assert first.startswith("- Humming, study 2 retracted expression of concern")


# protects: a design that stands in English on a German page
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_publication_that_may_be_proposed_is_a_message(tmp_path, kind):
    value = {"field": "design", "value": kind.value, "status": "explicit", "confidence": 1.0, "rule": "design.rct"}
    proposed = read(ProposedRecord, pmid=str(FIRST + 3), claims=["humming"], text_sha256="0" * 64, values=[value])
    case = searched_case(tmp_path, ARIA, locks=READ, records=map(record, pmids(4)))
    shown = waiting_rows(case.assessment.primary.screening, {FIRST + 3: proposed})[0].proposed
    assert shown.endswith(", size unclear")
    assert all(isinstance(part, Said) for part in shown.values.values())


@pytest.mark.parametrize("title", HOSTILE_TITLES)
def test_hostile_records_are_text(tmp_path, title):
    hostile = record(FIRST, title=title, authors=[f"<i>Author</i> {n}" for n in range(60)], journal=title[:900] or None)
    shown = searched_case(tmp_path, study("x", pmid=None), locks=[lock(FIRST)], records=[hostile]).search()
    assert is_well_formed(shown.html)
    assert not Read(shown.html).all("script", "b", "i")
    entry = next(line for line in lines(shown) if line.startswith("- "))
    assert len(entry) < 1_000
    assert "and 57 more" in entry


def test_a_hostile_query_is_text(tmp_path):
    case = searched_case(tmp_path, ARIA, locks=[lock(FIRST, query="<script>x</script>", translation="</code><b>")])
    assert not Read(case.search().html).all("script", "b")


def test_a_rehearsal_stands_under_a_banner(tmp_path):
    case = searched_case(tmp_path, ARIA, locks=[lock(*pmids(5), asked=asked(interface=LOCAL))])
    shown = case.search()
    assert lines(shown)[0].startswith(f"Rehearsal on 2026-11-20: {LOCAL}")
    assert '<p class="banner">' in shown.html
    assert "PubMed was searched through" not in str(shown)
    assert "PubMed was searched on" not in str(shown)
    assert row(case.looked_for(), "PubMed search |").startswith("PubMed search | Not looked for | Rehearsal")
    assert "was searched" not in claim_search_words(case.assessment.primary.screening, case.collection)


def test_without_a_search_nothing_is_shown_but_the_reason(tmp_path):
    shown = str(open_claim("demo", "humming", folder=write_demo(tmp_path).root).search())
    assert len(shown.splitlines()) == 1
    assert "No PubMed search has been run for this claim" in shown


def test_the_article_has_one_line_for_each_claim(tmp_path):
    case = searched_article(tmp_path, *STUDIES, locks=WAITS, failures=[failure(claim="sleeping")])
    shown = lines(case.searches())
    assert [line.split(" | ")[:2] for line in shown[2:]] == [
        ["“Humming helps”", "Run, not all looked at"],
        ["“Sleeps better”", "Failed"],
    ]
    assert row(case.limits(), "PubMed search |").startswith("PubMed search | Run for 1 of 2 claims |")


STATES = {
    "nothing": {},
    "failed": {"failures": [failure()]},
    "empty": {"locks": [lock()]},
    "whole": {"locks": [lock(*pmids(2))]},
    "waiting": {"locks": [lock(*pmids(5))]},
    "rehearsal": {"locks": [lock(*pmids(2), asked=asked(interface=LOCAL))]},
}


# Not run, failed, none found, found, not all looked at, and rehearsed: six states, six sentences, on three places.
def test_every_state_of_the_search_has_its_own_words(tmp_path):
    cases = {name: searched_case(tmp_path / name, ARIA, BASS, **files) for name, files in STATES.items()}
    rows = {row(case.looked_for(), "PubMed search |") for case in cases.values()}
    tops = {claim_search_words(case.assessment.primary.screening, case.collection) for case in cases.values()}
    assert (len(rows), len(tops)) == (len(STATES), len(STATES))
    assert row(cases["empty"].looked_for(), "PubMed search |").startswith("PubMed search | None found |")
    shipped = evidence_words(cases["nothing"].collection)
    assert claim_search_words(cases["nothing"].assessment.primary.screening, cases["nothing"].collection) in shipped


def test_the_top_of_an_article_counts_its_searches(tmp_path):
    case = searched_article(tmp_path, *STUDIES, locks=WAITS, failures=[failure(claim="sleeping")])
    told = article_search_words(case.screenings, case.assessment.collection)
    assert told == (
        "PubMed has been searched for 1 of 2 claims; the last attempt failed for 1; 9 records wait for a person."
    )


def test_the_chain_of_why_names_the_search(tmp_path):
    case = searched_case(tmp_path, ARIA, locks=WAITS)
    chain = why_claim(case.assessment, find_places(write_demo(tmp_path / "places"), "demo"))
    assert "PubMed was searched on 2026-11-20: 9 records found, 1 looked at, 8 waiting for a person" in chain
