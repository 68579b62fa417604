"""What an editor may write of an article and its claims, and with which sentence the rest is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.language.said import Said
from claimbook.model.claim import (
    MAX_OUTCOMES,
    MAX_PHRASE_WORDS,
    Article,
    Claim,
    Concept,
    Judgement,
    Magnitude,
    Outcome,
    Population,
    Scope,
    Search,
    Wording,
)
from claimbook.model.terms import Asserts, Purpose, Strength
from tests.model.forms import CLAIM, JUDGEMENT, LEAST, OUTCOME, WORDING, read, refusals, sentence

ARTICLE = LEAST[Article]
SIX = "one two three four five six"
TOO_LONG = "a phrase is at most 6 words of the article, so that nothing is copied"


# Nothing of the article is copied: a fragment shows the wording, six words at most.
@pytest.mark.parametrize("where", ["phrases", "certainty_words", "advice_words"])
def test_no_fragment_has_more_than_six_words(where):
    assert sentence(Wording, WORDING, **{where: [SIX]}) is None
    assert sentence(Wording, WORDING, **{where: [f"{SIX} seven"]}) == TOO_LONG


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=10), st.sampled_from([" ", "  ", "\n"]))
def test_words_are_counted_whatever_stands_between_them(words, between):
    refused = sentence(Wording, WORDING, phrases=[between.join(words)])
    assert (refused is not None) == (len(words) > MAX_PHRASE_WORDS)


@pytest.mark.parametrize(
    ("phrases", "refusal"),
    [
        ([], "Tuple should have at least 1 item after validation, not 0"),
        (["x"] * 6, "Tuple should have at most 5 items after validation, not 6"),
        (["eases pain", ""], "String should have at least 1 character"),
        (["eases pain", "  "], "String should have at least 1 character"),
    ],
)
def test_a_wording_is_shown_by_one_to_five_phrases(phrases, refusal):
    assert sentence(Wording, WORDING, phrases=phrases) == refusal


def test_texts_lose_the_blanks_around_them_and_keep_those_within():
    assert read(Wording, WORDING, phrases=["  eases  knee pain\n"]).phrases == ("eases  knee pain",)


def test_what_the_article_does_not_say_stays_absent():
    wording, scope, people = read(Wording, WORDING), Scope(), Population()
    assert (wording.certainty_words, wording.advice_words, wording.says_studies) == ((), (), False)
    assert set(scope.model_dump(exclude={"relative_number", "names_harms"}).values()) == {None}
    assert (scope.relative_number, scope.names_harms) == (False, False)
    assert people.model_dump() == {"text": "people in general", "patients": False, "ages": None, "sex": None}
    assert Magnitude().model_dump() == {"size": None, "ratio": None, "slight": False}


@pytest.mark.parametrize("strength", Strength)
def test_each_strength_can_be_written(strength):
    assert read(Wording, WORDING, strength=strength.value).strength is strength


@pytest.mark.parametrize(
    ("model", "data", "refusal"),
    [
        (Magnitude, {"ratio": 0}, "Input should be greater than 0"),
        (Magnitude, {"ratio": -2}, "Input should be greater than 0"),
        (Magnitude, {"size": "huge"}, "Input should be 'small', 'moderate' or 'large'"),
        (Scope, {"lasting_months": 0}, "Input should be greater than or equal to 1"),
        (Population, {"ages": "teenagers"}, "Input should be 'children', 'adults' or 'older adults'"),
        (Population, {"sex": "both"}, "Input should be 'women' or 'men'"),
        (Concept, {"terms": []}, "Tuple should have at least 1 item after validation, not 0"),
        (Search, {"intervention": []}, "Tuple should have at least 1 item after validation, not 0"),
        (Outcome, OUTCOME | {"important_difference": 0}, "Input should be greater than 0"),
        (Outcome, OUTCOME | {"kind": "ordinal"}, "Input should be 'continuous' or 'event'"),
        (Outcome, OUTCOME | {"direction": "down"}, "Input should be 'higher' or 'lower'"),
        (Outcome, OUTCOME | {"name": "x" * 3_001}, "String should have at most 3000 characters"),
    ],
)
def test_values_outside_their_range_are_refused(model, data, refusal):
    assert sentence(model, data) == refusal


@pytest.mark.parametrize("id_", ["pain", "knee-pain", "b12", "2-minutes", "a" * 80])
def test_what_may_be_an_id(id_):
    assert read(Outcome, OUTCOME, id=id_).id == id_


@pytest.mark.parametrize(
    "id_", ["", "Pain", "knee_pain", "knee pain", "-pain", "pain-", "knee--pain", "../pain", "pain.yaml", "pain\n", "é"]
)
def test_what_may_not_be_an_id(id_):
    # protects: an id names a file; it is never a path, and never two files on one disk and one on another
    assert "should match pattern" in sentence(Outcome, OUTCOME, id=id_)


def test_an_id_of_more_than_eighty_letters_is_refused():
    assert sentence(Outcome, OUTCOME, id="a" * 81) == "String should have at most 80 characters"


@pytest.mark.parametrize(
    "by",
    ["Ada Example", "Ada", "Dr Ada Example", "A. Example, editor", "Łukasz Przykład", "陳大文", "User Friendly Smith"],
)
def test_a_judgement_is_signed_by_a_person(by):
    assert read(Judgement, JUDGEMENT, by=by).by == by


@pytest.mark.parametrize(
    "by",
    [
        "the editor",
        "Editor",
        "EDITORS",
        "editorial team",
        "claimbook",
        "a reviewer of the project",
        "AI",
        "AI assistant",
        "model 4",
        "someone",
        "nobody",
        "unknown",
        "Reviewer 2",
        "user_1",
        "bots",
        "42",
        "?",
        "--",
    ],
)
def test_a_role_or_a_tool_signs_nothing(by):
    # protects: promise 3, the tool proposes and a person confirms
    assert sentence(Judgement, JUDGEMENT, by=by) == (
        f"'{by}' is not the name of a person; a judgement is signed by a person"
    )


@pytest.mark.parametrize("date", ["2026-02-28", "2024-02-29", "2026-12-31"])
def test_a_judgement_has_a_day(date):
    assert read(Judgement, JUDGEMENT, date=date).date == date


@pytest.mark.parametrize("date", ["2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "0000-01-01"])
def test_a_day_that_never_was_is_refused(date):
    assert sentence(Judgement, JUDGEMENT, date=date) == (
        f"there is no day '{date}'; a date is written as year, month and day"
    )


@pytest.mark.parametrize("date", ["2026-2-3", "3.2.2026", "2026", "2026-02-03T10:00", "2026-02-03\n", ""])
def test_a_day_is_written_in_one_way(date):
    assert "should match pattern" in sentence(Judgement, JUDGEMENT, date=date)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"levels": 3}, "Input should be less than or equal to 2"),
        ({"levels": -1}, "Input should be greater than or equal to 0"),
        ({"levels": True}, "Input should be a valid integer"),
        ({"stream": "PRECLINICAL"}, "Input should be <Stream.RCT: 'RCT'>, <Stream.NRSI: 'NRSI'> or <Stream.OTHER"),
        ({"domain": "bias"}, "Input should be 'risk of bias', 'inconsistency', 'indirectness', 'imprecision' or"),
        ({"why": " "}, "String should have at least 1 character"),
        (
            {"domain": "imprecision", "full_text": True},
            "'full_text' belongs to risk of bias, and this judgement is on imprecision",
        ),
    ],
)
def test_what_cannot_be_judged_is_refused(changes, refusal):
    assert sentence(Judgement, JUDGEMENT, **changes).startswith(refusal)


def test_a_full_text_may_be_checked_for_risk_of_bias_only():
    assert read(Judgement, JUDGEMENT, full_text=True).full_text


def test_a_domain_of_a_stream_is_judged_once():
    twice = [JUDGEMENT, JUDGEMENT | {"levels": 0, "by": "Bo Example"}]
    assert sentence(Outcome, OUTCOME, judgements=twice) == (
        "two judgements on 'risk of bias' of the RCT stream; keep the one that holds"
    )
    for other in ({"stream": "NRSI"}, {"domain": "imprecision"}):
        assert sentence(Outcome, OUTCOME, judgements=[JUDGEMENT, JUDGEMENT | other]) is None


def test_an_outcome_claims_an_effect_unless_it_says_otherwise():
    outcome = read(Outcome, OUTCOME)
    assert (outcome.asserts, outcome.purpose, outcome.comparator) == (Asserts.EFFECT, None, None)
    assert (outcome.judgements, outcome.important_difference, outcome.scope) == ((), None, Scope())
    assert read(Outcome, OUTCOME, asserts="denial").asserts is Asserts.DENIAL


def outcomes(*ids):
    return [OUTCOME | {"id": id_} for id_ in ids]


def test_outcomes_have_ids_of_their_own():
    assert sentence(Claim, CLAIM, outcomes=outcomes("pain", "sleep", "pain")) == (
        "outcome 'pain' is listed more than once; give each its own id"
    )


def test_the_primary_outcome_is_one_of_the_outcomes():
    assert sentence(Claim, CLAIM, primary="pian", outcomes=outcomes("pain", "sleep")) == (
        "primary outcome 'pian' is not in outcomes (pain, sleep)"
    )


def test_a_claim_has_one_to_seven_outcomes():
    seven = [f"o{number}" for number in range(MAX_OUTCOMES)]
    assert sentence(Claim, CLAIM, primary="o0", outcomes=outcomes(*seven)) is None
    assert sentence(Claim, CLAIM, primary="o0", outcomes=outcomes(*seven, "o7")) == (
        "Tuple should have at most 7 items after validation, not 8"
    )
    assert sentence(Claim, CLAIM, outcomes=[]) == "Tuple should have at least 1 item after validation, not 0"


def test_an_outcome_is_found_by_its_id():
    claim = read(Claim, CLAIM, primary="sleep", outcomes=outcomes("pain", "sleep"))
    assert claim.outcome("pain").id == "pain"
    assert claim.primary_outcome is claim.outcome("sleep")
    with pytest.raises(KeyError, match="load"):
        claim.outcome("load")


@pytest.mark.parametrize("purpose", Purpose)
def test_each_purpose_can_be_written(purpose):
    assert read(Claim, CLAIM, purpose=purpose.value).purpose is purpose


def test_several_mistakes_of_a_claim_are_told_together():
    told = refusals(Claim, CLAIM, purpose="heal", primary="", heading=3, outcomes=[OUTCOME, OUTCOME | {"kind": "x"}])
    assert [place for place, _ in told] == ["heading", "purpose", "primary", "outcomes.1.kind"]


def test_a_concept_is_named_by_an_id():
    assert read(Claim, CLAIM, concepts={"knee-pain": {"terms": ["knee"]}}).concepts["knee-pain"].mesh == ()
    assert "should match pattern" in sentence(Claim, CLAIM, concepts={"Knee Pain": {"terms": ["knee"]}})


@pytest.mark.parametrize("date", [None, "2026", "2026-11", "2026-11-22"])
def test_an_article_is_dated_as_far_as_it_is_known(date):
    assert read(Article, ARTICLE, date=date).date == date


@pytest.mark.parametrize("date", ["22.11.2026", "November 2026", "26", "2026-1", "2026-11-22 ", ""])
def test_an_article_is_dated_in_one_way(date):
    assert "should match pattern" in sentence(Article, ARTICLE, date=date)


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org", "https://", "https://a b", "javascript:alert(1)"])
def test_an_address_is_one_that_a_reader_can_open(url):
    # protects: an address becomes a link on the page
    assert "should match pattern" in sentence(Article, ARTICLE, url=url)


def test_an_article_lists_at_least_one_claim():
    assert sentence(Article, ARTICLE, claims=[]) == "Tuple should have at least 1 item after validation, not 0"
    assert read(Article, ARTICLE, claims=["b", "a"]).claims == ("b", "a")  # in the order of the article


def test_a_claim_about_everybody_says_so_in_every_language():
    # protects: a text that no author wrote is a message; an author's own is printed as it is
    assert isinstance(Population().words, Said)
    assert Population().words == Population().text
    assert Population(text="Menschen mit Kniearthrose").words == "Menschen mit Kniearthrose"
