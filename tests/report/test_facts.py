"""Facts keep the digits of their source, and an unknown is never zero or blank."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.language.said import said
from claimbook.language.speak import speaking, spoken
from claimbook.model.effect import Effect
from claimbook.model.study import Result, nothing_collected
from claimbook.model.terms import Certainty, Verdict
from claimbook.report.words import verdicts as words
from claimbook.report.words.facts import (
    effect_words,
    is_quoted,
    links,
    number,
    readable,
    reference_words,
    result_lines,
    size_words,
)
from claimbook.report.words.silences import looked_for, prepared_search
from claimbook.report.words.steps import body_facts, grade_in_short, grade_steps, verdict_steps
from claimbook.report.words.verdicts import advice_words, amount_words, certainty_words, direction_words
from claimbook.synthesis.grade.verdict import GATES
from tests.report.demo import COLLECTION, article, case, table
from tests.synthesis.factory import SAFE, arms, claim, interval, match, only, outcome, review, study, weigh

MINUS = "\N{MINUS SIGN}"


def result(**fields):
    return Result.model_validate_json(json.dumps({"name": "pain", "direction": "favours-intervention", **fields}))


def effect(fields):
    return effect_words(Effect.model_validate_json(json.dumps(fields)))


@settings(deadline=None)
@given(st.decimals(-999, 999, places=3).filter(bool))
def test_no_digit_is_rounded_away(value):
    assert float(number(float(value)).replace(MINUS, "-")) == float(value)


def test_numbers_have_the_marks_of_the_language():
    # protects: the same digits, with a decimal comma where the page is German
    with speaking("de"):
        assert spoken(number(-0.25)) == f"{MINUS}0,25"
        assert spoken(result_lines(result(p_value="<0.05"))[3]) == "p <0,05"
        assert spoken(result_lines(result(p_value="less than 0.05"))[3]) == "p less than 0.05"


def test_a_reason_made_readable_is_still_a_message():
    reason = readable(said("{study} has {effect:.2f} at -x", study="lin-2025", effect=-0.5), {"lin-2025": "Lin 2025"})
    assert reason == f"Lin 2025 has {MINUS}0.50 at -x"
    with speaking("de"):
        assert spoken(reason) == f"Lin 2025 has {MINUS}0,50 at -x"


def test_texts_of_the_study_table_are_known_from_messages():
    # protects: only what stays English is marked as English on a page in another language
    noted = result_lines(result(note="read from a figure"))
    assert [is_quoted(line) for line in noted] == [True, False, False, True]
    assert not is_quoted(result_lines(None)[0])
    assert is_quoted(reference_words(study("x", authors="Alto A")))
    assert not is_quoted(reference_words(study("x")))


def test_effects_are_told_as_printed():
    assert effect(interval("SMD", -0.997, -1.373, -0.62, ci_level=0.95)) == (
        f"standardised mean difference {MINUS}0.997 (95% interval {MINUS}1.373 to {MINUS}0.62)"
    )
    assert effect(interval("MD", -2, -3, -1)) == f"mean difference {MINUS}2 (interval {MINUS}3 to {MINUS}1)"
    assert effect({"type": "RR", "estimate": 1.5, "ci_low": 1.1, "ci_level": 0.9}) == (
        "risk ratio 1.5 (90% interval 1.1 to not seen)"
    )
    assert effect(arms("mean-post", (1.56, 0.63, 16), (2.25, 0.86, 16))) == (
        "means afterwards intervention 1.56 (SD 0.63, n 16); comparison 2.25 (SD 0.86, n 16)"
    )
    counts = {"type": "counts", "intervention": {"events": 4, "n": 123}, "comparator": {"events": 11}}
    assert effect(counts) == "people with the event intervention 4 (n 123); comparison 11"
    sizes = {"intervention": {"n": 20}, "comparator": {"n": 21}}
    assert effect({"type": "SMD", "t": -2.4, **sizes}) == (
        f"standardised mean difference intervention n 20; comparison n 21; t {MINUS}2.4"
    )
    assert effect({"type": "percent"}) == "percent, value not seen"


def test_a_result_says_what_was_not_seen():
    assert result_lines(None) == ("a result for this outcome was not seen",)
    assert result_lines(result(p_value="0.010"))[2:] == ("size of the effect not seen", "p 0.010")
    assert result_lines(result())[2:] == ("size of the effect and p not seen",)


@pytest.mark.parametrize(
    ("made", "words_of_size"),
    [
        (study("x"), "participants not seen"),
        (study("x", n=1), "1 participant"),
        (study("x", n=1200, arms=[{"name": "a", "n": 600}, {"name": "b", "n": 600}]), "1,200 participants (600 + 600)"),
        (review("x", included_trials=7, participants=231), "7 studies, 231 participants"),
        (review("x"), "number of studies not seen, participants not seen"),
    ],
)
def test_sizes(made, words_of_size):
    assert size_words(made) == words_of_size


def test_references_name_every_address_and_what_is_missing():
    made = study("x", doi="10.1234/a<b>(c)", pmcid="PMC990001")
    assert reference_words(made) == "Authors not seen. Humming and knees: x. Annals of Invented Results, 2020."
    assert [link.address for link in links(made)] == [
        "https://doi.org/10.1234/a%3Cb%3E(c)",
        f"https://pubmed.ncbi.nlm.nih.gov/{made.pmid}/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC990001/",
        "https://example.org/x",
    ]


def test_the_page_that_was_read_is_not_named_twice():
    made = study("x", doi="10.1234/ab", link="https://doi.org/10.1234/ab")
    assert [link.words for link in links(made)][:1] == ["doi:10.1234/ab"]
    assert "https://doi.org/10.1234/ab" not in [link.address for link in links(made)][1:]


def test_reasons_are_made_readable():
    assert readable("lin-2025 is used (-1.37 to -0.62)", {"lin-2025": "Lin 2025"}) == (
        f"Lin 2025 is used ({MINUS}1.37 to {MINUS}0.62)"
    )
    assert readable("p-value of 3-4 studies", {}) == "p-value of 3-4 studies"


# Four ways of having nothing to show stay four.
def test_silences_are_different_words():
    assert len({silence.value for silence in words.Silence}) == 4
    assert amount_words(weigh()) == ("Nobody has looked", "no study was looked at; that is not evidence of absence")
    assert amount_words(weigh(study("x", matched=match(answers="different")))) == (
        "No direct study",
        "1 study of something else looked at",
    )
    assert amount_words(weigh(study("x", "within")))[0] == "No usable result"


def test_every_gate_has_its_words():
    for gate in GATES:
        assert gate.code in {*words._GATE_AMOUNTS, "CLAIM_NOT_CHECKABLE"}  # noqa: SLF001 - the table is asked itself
        assert gate.advice.action is None or gate.code in words._GATE_ADVICE  # noqa: SLF001


def test_amount_counts_the_unknown_apart():
    assert amount_words(weigh(study("x", n=30, p="<0.05"), study("y", p="<0.05"))) == (
        "2 studies",
        "30 participants known; not seen in 1 study",
    )
    assert amount_words(weigh(review("x", included_trials=9, effect=interval("SMD", -1, -2, -0.5)))) == (
        "1 review of 9 studies",
        "number of participants not seen",
    )


# "May" is safe only from Low upward (grading specification 5.4 and 9).
@pytest.mark.parametrize(
    ("studies", "certainty", "advice"),
    [
        ((study("x", n=30, p="<0.05"),), Certainty.VERY_LOW, "“may” alone is still too strong"),
        (
            (review("x", certainty="low", included_trials=9, effect=interval("SMD", -1, -2, -0.5)),),
            Certainty.LOW,
            "use “may” instead of a plain statement",
        ),
        (
            (review("x", certainty="moderate", included_trials=9, effect=interval("SMD", -1, -2, -0.5)),),
            Certainty.MODERATE,
            "use “probably” instead of a plain statement",
        ),
    ],
)
def test_softening_depends_on_the_certainty(studies, certainty, advice):
    assessed = weigh(*studies)
    assert assessed.certainty is certainty
    word, rest = advice_words(assessed)
    assert word == "Soften"
    assert advice in rest


def test_advice_behind_a_gate_and_for_a_narrower_claim():
    assert advice_words(weigh(study("x", matched=match(answers="different")))) == (
        "Narrow",
        "say what was tested instead, or leave the sentence out.",
    )
    narrow = weigh(study("x", n=30, p="<0.05", people={"patients": True}))
    assert advice_words(narrow)[1].endswith("For the narrowed claim the certainty would be very low.")


def test_every_verdict_and_code_has_words():
    assert set(words.VERDICTS) == set(Verdict)
    assert certainty_words(None) == "Not graded"
    assert direction_words(weigh())[0] == "Not graded"


def test_grades_are_told_step_by_step_with_their_rules():
    graded = only(weigh(study("x", n=30, p="<0.05", bias=SAFE))).grade
    steps = grade_steps(graded)
    assert [step.name for step in steps][:2] == ["Start", "Risk of bias"]
    assert all(rule for step in steps for _, rule in step.reasons)
    assert grade_in_short(graded).startswith("starts high: ")


# Where the review authors state a certainty, claimbook's own domains were not applied and must not seem so.
def test_a_quoted_certainty_shows_only_what_counted():
    graded = only(weigh(review("x", certainty="low", included_trials=9, effect=interval("SMD", -1, -2, -0.5)))).grade
    assert [step.name for step in grade_steps(graded)] == ["Indirectness", "Certainty"]
    assert grade_in_short(graded) == "the review authors state low"


def test_the_chain_ends_with_the_verdict():
    graded = verdict_steps(weigh(study("x", n=30, p="<0.05")))
    assert graded[-1].value == "Overstated, soften"
    stopped = verdict_steps(weigh())
    assert [step.name for step in stopped] == ["The grading stops here", "Verdict"]


def test_numbers_behind_a_grade_leave_out_what_was_not_computed():
    names = dict(body_facts(only(weigh(study("x", n=30, p="<0.05")))))
    assert names["Participants"] == "30"
    assert "Prediction interval" not in names
    assert "Sign test, two-sided p" not in names


def test_what_was_not_looked_for_is_said():
    rows = {row.what: row for row in looked_for(table().collection, 2)}
    assert rows["PubMed search"].state == "not looked for"
    assert rows["Retraction notices"].state == "not looked for"
    assert rows["Codings"].words == "No independent editor has reviewed them."
    assert COLLECTION["date"] in rows["Studies"].state


def test_where_nothing_was_entered_nothing_is_called_recorded_or_coded():
    # protects: an empty claim does not speak of registries, codings and full texts as if somebody had been there
    rows = {row.what: row for row in looked_for(nothing_collected("demo").collection, 0)}
    assert {name for name, row in rows.items() if row.state != "not looked for"} == {"Codings"}
    assert (rows["Codings"].state, rows["Codings"].words) == (
        "none yet",
        "No study was looked at, so there is nothing to code.",
    )
    assert rows["Full texts"].words == "No full paper was read."
    empty = case(study("aria", finding={"outcome": "sleep"}))
    assert str(empty.references()).strip() == "No study was looked at, so there is nothing to list."
    assert "by hand" not in str(empty.search())
    assert "The studies were collected by hand." in str(case(study("aria", p="<0.05")).search())


def test_a_search_that_was_run_and_a_named_reviewer_are_said():
    collection = table().collection.model_copy(update={"pubmed_search": "run", "reviewed_by": "Dr Invented"})
    rows = {row.what: row for row in looked_for(collection, 3)}
    assert rows["PubMed search"].state == "run"
    assert rows["Codings"].words == "Checked by Dr Invented."


def test_prepared_words_join_the_article_and_the_claim():
    (found,) = prepared_search(article(), claim())
    assert (found.part, found.terms, found.mesh) == ("Intervention", ("humming", "humm*"), ("Singing",))


def test_a_claim_of_no_effect_is_told_as_one():
    denied = outcome(asserts="denial", direction="higher")
    assert words.claimed_words(denied) == "said not to become higher, which is worse"
    assert "said to become lower" in str(case().says()).casefold()
