"""Every verdict, action, gate, code and state has words of its own, and no silence is printed as another."""

from dataclasses import replace

import pytest

from claimbook.language.said import Said, said
from claimbook.model.assessment import Ruling, Standing
from claimbook.model.study import Collection
from claimbook.model.terms import (
    Action,
    Asserts,
    Certainty,
    Design,
    Direction,
    Purpose,
    State,
    Stream,
    Strength,
    Verdict,
)
from claimbook.report.words import verdicts as words
from claimbook.report.words.silences import looked_for, prepared_search
from claimbook.report.words.verdicts import (
    ACTIONS,
    CODES,
    DESIGNS,
    GROUPS,
    NATURE,
    PURPOSES,
    STATES,
    STREAMS,
    STRENGTHS,
    VERDICTS,
    Silence,
    advice_words,
    amount_words,
    certainty_words,
    claimed_words,
    direction_words,
    evidence_words,
    studies,
)
from claimbook.synthesis.grade.verdict import GATES
from claimbook.synthesis.rulebook import RULES
from tests.model.forms import COLLECTION, read
from tests.report.demo import STUDIES, article
from tests.synthesis.factory import claim, interval, match, outcome, review, study, weigh

GATED = weigh(study("x", matched=match(answers="different")))
GRADED = weigh(*STUDIES)
NARROW = "name what was studied: the people, the amount, the duration or the comparison."


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        (VERDICTS, Verdict),
        (ACTIONS, Action),
        (STATES, State),
        (STREAMS, Stream),
        (STRENGTHS, Strength),
        (DESIGNS, Design),
        (PURPOSES, Purpose),
    ],
    ids=lambda part: getattr(part, "__name__", ""),
)
def test_every_kind_has_words_that_no_other_kind_has(told, kinds):
    assert set(told) == set(kinds)
    assert len({text.casefold() for text in told.values()}) == len(kinds)
    assert all(text == text.strip() and text for text in told.values())


def test_verdicts_are_said_in_the_words_of_the_design():
    assert list(VERDICTS.values()) == [
        "Supported",
        "Probably supported",
        "Uncertain",
        "Overstated",
        "Contradicted",
        "Not directly studied",
        "Cannot be assessed",
    ]


def test_every_mismatch_code_of_the_rulebook_has_a_heading():
    codes = {rule.id for rule in RULES.values() if rule.section.startswith("6 ")}
    assert codes - set(CODES) <= {"CROSS_SECTIONAL"}  # a note on the stream, never a code of a claim
    assert set(CODES) <= codes
    assert len(set(CODES.values())) == len(CODES)


def test_every_standing_is_grouped_once_or_stands_apart():
    grouped = [standing for _, standings in GROUPS for standing in standings]
    assert len(grouped) == len(set(grouped))
    assert set(Standing) - set(grouped) == {Standing.COUNTED, Standing.NOT_DIRECT}


def test_the_result_is_never_called_a_grade_rating():
    # protects: promise 6
    assert NATURE == (
        "A provisional, GRADE-informed abstract check. It is not a GRADE rating and not a systematic review."
    )


def test_four_silences_are_four_values():
    assert [silence.value for silence in Silence] == ["none found", "not looked for", "failed", "not seen"]


def test_a_silence_is_a_message_of_its_own():
    # protects: a member printed by itself is said in the language of the page, and still found by its English
    assert all(isinstance(silence, Said) and silence.pattern == str(silence) for silence in Silence)
    assert f"{Silence.NOT_SEEN}" == said("{what}", what=Silence.NOT_SEEN) == "not seen"
    assert Silence("failed") is Silence.FAILED
    assert {"none found": 1}[Silence.NONE_FOUND] == 1


def behind(gate):
    """An outcome that this gate stopped, as the workflow returns it."""
    ruling = Ruling(gate.code, f"GATE-{gate.code}", gate.reason)
    return replace(GATED, gate=ruling, advice=gate.advice)


every_gate = pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.code)


@every_gate
def test_behind_a_gate_nothing_is_said_to_be_graded(gate):
    stopped = behind(gate)
    assert direction_words(stopped) == ("Not graded", gate.reason)
    assert certainty_words(stopped.certainty) == "Not graded"


@every_gate
def test_every_gate_gives_advice_or_says_that_there_is_none(gate):
    action, rest = advice_words(behind(gate))
    assert action == (ACTIONS[gate.advice.action] if gate.advice.action else "No advice")
    assert rest != "see the reasons below."


def test_why_there_is_no_advice_is_one_silence_and_not_another():
    # protects: promise 2; 'nobody has looked' is not 'it could not be read', nor is a failed search
    silent = [advice_words(behind(gate)) for gate in GATES if gate.advice.action is None]
    assert silent == [
        ("No advice", "the search failed, so nothing is known; run it again."),
        ("No advice", "nobody has looked for studies yet; look first."),
        ("No advice", "not all that was found was looked at; look at the rest first."),
        ("No advice", "enter the results of the studies that answer this first."),
    ]


def test_no_silence_is_printed_as_another():
    # protects: promise 2; 'the search failed' is not 'nobody has looked' is not 'no direct study'
    amounts = {gate.code: amount_words(behind(gate)) for gate in GATES}
    firsts = [first for first, _ in amounts.values()]
    assert len(set(firsts)) == len(GATES)
    assert amounts["SEARCH_FAILED"] == ("The search failed", "how much there is, is not known")
    assert amounts["NOTHING_LOOKED_AT"] == (
        "Nobody has looked",
        "no study was looked at; that is not evidence of absence",
    )
    assert amounts["NOT_DIRECT"] == ("No direct study", "1 study of something else looked at")
    assert not any(first.lower().startswith(("0", "none")) for first in firsts)


def test_what_nobody_looked_at_is_never_said_to_be_missing():
    nothing = weigh()
    told = " ".join([*amount_words(nothing), *direction_words(nothing), *advice_words(nothing)]).lower()
    assert "none found" not in told
    assert "no direct study" not in told


@pytest.mark.parametrize(
    ("studies_", "amount"),
    [
        ((study("aria", n=60),), ("1 study", "60 participants")),
        ((study("aria", n=1),), ("1 study", "1 participant")),
        ((study("aria"),), ("1 study", "number of participants not seen")),
        (
            (study("aria", n=60), study("bass")),
            ("2 studies", "60 participants known; not seen in 1 study"),
        ),
        ((review("opera", included_trials=9, participants=1900),), ("1 review of 9 studies", "1,900 participants")),
        ((review("opera", included_trials=9),), ("1 review of 9 studies", "number of participants not seen")),
    ],
)
def test_how_much_evidence_there_is(studies_, amount):
    assert amount_words(weigh(*studies_)) == amount


@pytest.mark.parametrize(
    ("says", "p", "beginning"),
    [("favours", "0.60", "It leans toward the claim: "), ("against", "0.60", "It leans away from the claim: ")],
)
def test_inconclusive_evidence_says_where_it_leans(says, p, beginning):
    direction, reason = direction_words(weigh(study("aria", says, n=60, p=p)))
    assert direction == STATES[State.INCONCLUSIVE]
    assert reason.startswith(beginning)


@pytest.mark.parametrize("p", ["0.60", None])
@pytest.mark.parametrize("results", [("no difference",) * 3, ("favours", "against"), ("no difference",)])
@pytest.mark.parametrize("asserts", ["effect", "denial"])
def test_what_lies_on_neither_side_is_not_said_to_lean(results, p, asserts):
    """The specification calls it away (4.2), which readers would take for evidence against the claim."""
    trials = (study(f"s{i}", says, n=60, p=p) for i, says in enumerate(results))
    _, reason = direction_words(weigh(*trials, of=outcome(asserts=asserts)))
    assert reason.startswith("It does not lean toward the claim: ")


def test_inconclusive_evidence_never_leans_away_from_a_claim_of_no_effect():
    """Such a claim has no side from which anything could lean."""
    _, reason = direction_words(weigh(study("aria", "favours", n=60, p="0.60"), of=outcome(asserts="no-effect")))
    assert reason.startswith("It does not lean toward the claim: ")


def test_decided_evidence_does_not_lean():
    assert "leans" not in direction_words(GRADED)[1]


@pytest.mark.parametrize("certainty", Certainty)
def test_softening_gets_stronger_as_certainty_falls(certainty):
    said = {level: words._SOFTER[level] for level in Certainty}  # noqa: SLF001 - each level has its advice
    assert said[certainty]
    assert len(set(said.values())) == len(Certainty)
    assert ("“may”" in said[certainty]) == (certainty <= Certainty.LOW)


@pytest.mark.parametrize(
    ("of", "studies_", "advice"),
    [
        (
            {},
            (study("aria", n=60, p="<0.05"),),
            ("Soften", "say that the evidence is very uncertain; “may” alone is still too strong."),
        ),
        ({"strength": "associational"}, (study("aria", n=60, p="<0.05"),), ("Keep", "the text can stay as it is.")),
        (
            {},
            (study("aria", n=60, people={"patients": True}),),
            (
                "Narrow",
                f"{NARROW} For the narrowed claim the certainty would be very low.",
            ),
        ),
        (
            {},
            (
                review(
                    "opera",
                    "against",
                    certainty="high",
                    included_trials=9,
                    participants=900,
                    effect=interval("SMD", 0.6, 0.3, 0.9),
                ),
            ),
            ("Correct", "replace the sentence or remove it."),
        ),
        ({}, (), ("No advice", "nobody has looked for studies yet; look first.")),
    ],
)
def test_what_to_do_with_the_text(of, studies_, advice):
    assert advice_words(weigh(*studies_, of=outcome(**of))) == advice


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "said to become lower, which is better"),
        ({"better": "higher"}, "said to become lower, which is worse"),
        ({"asserts": "no-effect"}, "said not to change; the worry would be lower, which is better"),
        ({"asserts": "denial"}, "said not to become lower, which is better"),
        ({"comparator": "silence"}, "said to become lower, which is better, against silence"),
    ],
)
def test_what_the_article_says_will_happen(changes, said):
    assert claimed_words(outcome(**changes)) == said


@pytest.mark.parametrize("asserts", Asserts)
@pytest.mark.parametrize("direction", Direction)
def test_every_kind_of_claim_can_be_said(asserts, direction):
    assert direction.value in claimed_words(outcome(asserts=asserts.value, direction=direction.value))


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 studies"), (1, "1 study"), (2, "2 studies"), (12_345, "12,345 studies")]
)
def test_one_is_not_several(number, said):
    assert studies(number) == said


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        (
            {},
            "No PubMed search has been run yet. No independent editor has reviewed the codings.",
        ),
        (
            {"pubmed_search": "run", "reviewed_by": "Ada Example"},
            "A PubMed search has been run. An editor has reviewed the codings: Ada Example.",
        ),
    ],
)
def test_the_top_of_a_page_says_how_the_evidence_came_to_be(changes, sentences):
    told = evidence_words(read(Collection, COLLECTION, **changes))
    assert told.startswith("As of 2026-01-31: Invented for a test. ")
    assert told.endswith(sentences)


def looked(**changes):
    return {row.what: row for row in looked_for(read(Collection, COLLECTION, **changes), 7)}


def test_every_way_of_looking_is_told_done_or_not():
    # protects: 'not looked for' is printed where nobody looked, and only there
    rows = looked()
    silent = {what for what, row in rows.items() if row.state == Silence.NOT_LOOKED}
    assert silent == {"PubMed search", "Full texts", "Retraction notices"}
    assert not {row.state for row in rows.values()} & {Silence.NONE_FOUND, Silence.FAILED}
    assert rows["Studies"].words.endswith("7 studies looked at.")


def test_a_search_that_was_run_is_told_as_run():
    assert looked(pubmed_search="run")["PubMed search"].state == "run"
    assert looked(reviewed_by="Ada Example")["Codings"].words == "Checked by Ada Example."


def test_full_texts_are_told_with_the_people_who_read_them():
    rows = looked_for(read(Collection, COLLECTION), 7, ("Ada Example", "Bo Example"))
    full = next(row for row in rows if row.what == "Full texts")
    assert full.state == "in part"
    assert "Ada Example, Bo Example" in full.words


def test_a_prepared_search_joins_the_words_of_claim_and_article():
    own = claim().model_copy(update={"concepts": {}})
    (part,) = prepared_search(article(), own)
    assert (part.part, part.terms, part.mesh) == ("Intervention", ("humming", "humm*"), ("Singing",))
    (bare,) = prepared_search(article(concepts={}), own)
    assert (bare.terms, bare.mesh) == (("humming",), ())
