"""States that the shipped article does not have hold no English either: searches, notices, judgements, proposals."""

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import HealthCheck, given, settings

from claimbook.appraise.trial.spin_words import SPIN_WORDS
from claimbook.language import speak
from claimbook.language.speak import speaking
from claimbook.model.claim import Claim
from claimbook.model.study import nothing_collected
from claimbook.report.case.claim import ClaimCase
from claimbook.report.case.provisional import Unchecked
from claimbook.report.page.frame import failed_body
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.provisional.verdict import provisional_of
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.study.assumptions import ASSUMPTIONS
from claimbook.synthesis.thresholds import DEFAULT
from tests.language.veil import VEIL, latin_words
from tests.report.chains import CHAINS
from tests.report.demo import STUDIES, article, case, table
from tests.report.searches import (
    FIRST,
    LOCAL,
    asked,
    checked,
    failure,
    lock,
    notice,
    pmids,
    record,
    searched_article,
    searched_case,
    verification,
)
from tests.synthesis.factory import SAFE, claim, interval, match, outcome, study
from tests.synthesis.proposals import below, printed, proposal, saying_more, screening
from tests.synthesis.strategies import OUTCOMES, bodies

ARIA = study("aria", authors="Aria AA", n=60, p="<0.05", pmid=str(FIRST))
BASS = study("bass", "no difference", authors="Bass BB", n=40, pmid=str(FIRST + 1))
OTHER = study("gavotte", matched=match(answers="different"), pmid=str(FIRST))
PEOPLE = "Aria AA|Bass BB|Coda CC|Duet DD|Etude EE|Fugue FF|Example A|Alto A|Ada Reader"
OF_PEOPLE = {
    *PEOPLE.split("|"), *(name.split()[0] for name in PEOPLE.split("|")),
    *(name.split()[0].lower() for name in PEOPLE.split("|")), "gavotte", "opera", "mice", "eases knee pain",
    "humming", "Humming", "knee pain", "Knee pain", "people in general", "adults with sore knees", "whistling", "must",
    "Adults with sore knees", "Annals of Invented Results", "Humming and knees", "Pain", "VAS", "NRS", "invented",
    "Invented", "Invented for a test", "Invented abstracts", "No registry exists for this", "two hoarse voices",
    "Two hoarse voices", "Hum yourself well", "Humming eases knee pain", "Humming helps", "Sleeps better", "bad sleep",
    "Humming eases bad sleep", "The invented protocol names an assessor", "Singing", "humm*", "hum* loudly", "kneecap",
}  # fmt: skip
"""What authors, journals and readers of the invented article wrote."""
OF_PUBMED = {
    "NCBI E-utilities", "Biopython", "UTC", "humming[tiab]", "[tiab]", "[Title/Abstract]", "AND", "PhraseIgnored",
    "of the", "PRISMA-S", "no answer came in 60 seconds", "Humming, study", "Humming, part",
}  # fmt: skip
KNOWN = OF_PEOPLE | OF_PUBMED | {*RULES, *ASSUMPTIONS, *asdict(DEFAULT), "SMD", "REML", "RR"}
OF_CLAIM = ("says", "verdict", "provisional", "summary", "looked_for", "search", "studies", "certainty", "reasoning",
            "harms", "references")  # fmt: skip
OF_ARTICLE = ("says", "side_by_side", "other_outcomes", "sensitivity", "harms", "limits", "searches")


@pytest.fixture(autouse=True, scope="module")
def _veiled():
    """Whatever language an article is in, its parts are said in one without Latin letters."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(speak, "language_of", lambda _: VEIL)
        yield


def english(shown, parts):
    """What is still English in these parts of a claim or of an article."""
    found = {part: latin_words(getattr(shown, part)().html, KNOWN) for part in parts}
    return {part: words for part, words in found.items() if words}


WAIT = [record(pmid) for pmid in pmids(9)]
BARE = [record(FIRST + 1, title="", authors=[], journal="", years=[]), record(FIRST + 2, retracted=True)]
MARKED = [record(FIRST, retracted=True), record(FIRST + 1, concern=True, corrected=True)]
SEARCHES = {
    "failed": {"failures": [failure()]},
    "failed, and the table rests on it": {"failures": [failure()], "searched": "run"},
    "said to be run": {"searched": "run"},
    "waiting": {"locks": [lock(*pmids(9))], "records": WAIT},
    "failed later": {"locks": [lock(*pmids(9))], "records": WAIT, "failures": [failure()], "searched": "run"},
    "rehearsed": {"locks": [lock(*pmids(9), asked=asked(interface=LOCAL))], "records": WAIT},
    "incomplete": {"locks": [lock(*pmids(9), missing=[FIRST + 3], unreadable=[FIRST + 4], deleted=[FIRST + 5])]},
    "nothing found": {"locks": [lock()]},
    "one found": {"locks": [lock(FIRST)], "records": WAIT[:1]},
    "altered": {"locks": [lock(altered={"dropped": ["hum* loudly"], "not_in_translation": ["kneecap"]})]},
    "warned": {"locks": [lock(*pmids(2), warnings=[{"kind": "PhraseIgnored", "text": "of the"}])], "records": MARKED},
    "many": {"locks": [lock(*pmids(501))], "records": [record(pmid) for pmid in pmids(501)]},
    "bare": {"locks": [lock(*pmids(4))], "records": BARE},
}
CHECKS = {
    "clear": checked(ARIA),
    "retracted": checked(ARIA, notices=[notice()]),
    "doubted": checked(ARIA, notices=[notice("concern"), notice("corrected")]),
    "not checked": checked(ARIA, "not checked", reason="it took too long"),
    "not found": checked(ARIA, "not found", reason="PubMed delivers no record under PMID 99000001"),
    "differs": checked(ARIA, "differs", differences=["year 2020 in the table, 2021 in PubMed"]),
    "left out": checked(BASS),
}


@pytest.mark.parametrize("name", SEARCHES)
def test_every_state_of_a_search(name, tmp_path):
    studies = (OTHER,) if name == "many" else (ARIA, BASS)
    assert english(searched_case(tmp_path / "claim", *studies, **SEARCHES[name]), OF_CLAIM) == {}
    assert english(searched_article(tmp_path / "article", *studies, **SEARCHES[name]), OF_ARTICLE) == {}


@pytest.mark.parametrize("interface", ["NCBI E-utilities", LOCAL])
@pytest.mark.parametrize("name", CHECKS)
def test_every_answer_of_a_check(name, interface, tmp_path):
    found = verification(CHECKS[name], asked=asked(interface=interface))
    assert english(searched_case(tmp_path, ARIA, verified=found), OF_CLAIM) == {}


@pytest.mark.parametrize("name", CHAINS)
def test_every_way_to_a_verdict(name):
    about, studies = CHAINS[name]
    assert english(ClaimCase.of(article(), table(*studies), assess_claim(about, table(*studies))), OF_CLAIM) == {}


def mixed(number):
    """Trials that differ in every fact by which they can be grouped."""
    one = number % 2
    return study(
        f"s-{number}",
        title="Humming",
        authors="Aria AA",
        n=50 + number,
        design="rct" if number % 3 else "crossover",
        effect=interval("SMD", *(each + number % 4 / 10 for each in (-0.5, -0.9, -0.1))),
        people={"patients": bool(one), "ages": "adults"},
        bias=SAFE if one else None,
        matched=match(partial="P" if one else ""),
    )


@pytest.mark.parametrize("number", [2, 3, 4, 6, 12])
def test_pools_with_their_subgroups(number):
    assert english(case(*map(mixed, range(number))), OF_CLAIM) == {}


def test_ratios_with_their_risks():
    more = {"effect": interval("RR", 0.5, 0.3, 0.9), "finding": {"control_risk": 0.2, "events": 20}}
    trials = [study(name, n=50, authors="Aria AA", **more) for name in "abcd"]
    assert english(case(*trials, of=outcome(kind="event")), OF_CLAIM) == {}


@pytest.mark.parametrize("verdict", ["overstated", "supported"])
def test_a_confirmation_that_holds_and_one_that_is_outdated(verdict):
    signed = {"by": "Ada Reader", "date": "2026-02-03", "why": "Invented.", "verdict": verdict}
    fields = claim().model_dump(mode="json", exclude_none=True) | {"confirmed": signed}
    told = Claim.model_validate_json(json.dumps(fields))
    assert english(ClaimCase.of(article(), table(*STUDIES), assess_claim(told, table(*STUDIES))), OF_CLAIM) == {}


def test_the_first_day():
    # protects: the words for a table that nobody has begun
    nothing = nothing_collected("demo")
    shown = ClaimCase.of(article(), nothing, assess_claim(claim(), nothing, screening=screening(FIRST)))
    assert english(shown, OF_CLAIM) == {}


@given(bodies(), OUTCOMES)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_body_of_evidence(studies, of):
    named = [each.model_copy(update={"authors": "Aria AA", "title": "Humming"}) for each in studies]
    assert english(case(*(named or [OTHER]), of=of), OF_CLAIM) == {}


# ---- proposals

READ = (
    proposal(FIRST),
    proposal(FIRST + 1, design=below("rct")),
    proposal(FIRST + 2, design="comment"),
    proposal(FIRST + 3, match__outcome=below("direct")),
    proposal(FIRST + 4, direction=None),
    proposal(FIRST + 5, design="protocol"),
    proposal(FIRST + 6, notices="retracted"),
    proposal(FIRST + 7, match__outcome="absent"),
    proposal(FIRST + 8, **printed(p_value="<0.05", contrast="between-group"), follow_up="12 weeks",
             bias_signals__blinding="double", bias_signals__registered="yes", bias_signals__attrition=12),
    proposal(FIRST + 9, design="single-arm"),
    proposal(FIRST + 10, design="systematic-review", review__participants=900),
    proposal(FIRST + 11, design="cohort", n_total=None, direction="higher", bias_signals__confounders_adjusted="yes"),
    proposal(FIRST + 12, design="case-control", direction="no-difference", follow_up="1 weeks"),
    proposal(FIRST + 13, design="in-vitro"),
    *(saying_more(FIRST + 14 + number, rule) for number, rule in enumerate(SPIN_WORDS)),
)  # fmt: skip
ELEMENTS = ("population", "intervention", "comparator", "outcome", "purpose")
UNREAD = proposal(FIRST, **dict.fromkeys(("direction", *(f"match__{element}" for element in ELEMENTS))))
"""Read before the claim had its outcome."""


@pytest.mark.parametrize("interface", ["NCBI E-utilities", LOCAL])
@pytest.mark.parametrize(
    "read", [READ, READ[:1], READ[1:4], [UNREAD], [proposal(FIRST + number) for number in range(130)]]
)
def test_every_reason_of_a_provisional_part(read, interface):
    known, told = {int(one.pmid): one for one in read}, table(OTHER)
    found = assess_claim(claim(), told, screening=screening(*known, interface=interface))
    unchecked = Unchecked(provisional_of(found, known))
    shown = replace(ClaimCase.of(article(), told, found), proposals=known, unchecked=unchecked)
    assert shown.provisional().html
    assert english(shown, OF_CLAIM) == {}


def test_a_page_that_could_not_be_built():
    with speaking("de"):
        assert latin_words(failed_body("«ошибка»"), KNOWN) == []
