"""A conclusion that says more than the results, from the record to whoever reads: a proposal that decides nothing."""

import json
import shutil
from dataclasses import replace

import jsonschema
import pytest
import yaml

from claimbook.appraise.record.appraisal import appraise
from claimbook.appraise.record.draft import drafts_of
from claimbook.appraise.record.words import NotVerbatimError
from claimbook.appraise.trial.spin_words import SPIN_WORDS
from claimbook.exports.everything import claimbook_json, schema_text
from claimbook.exports.weighed import weigh_claim
from claimbook.project.load import load_sound
from claimbook.report.case.claim import open_claim
from claimbook.report.words.spin import spin_view
from claimbook.synthesis.provisional.verdict import provisional_of
from tests.appraise.invented import record
from tests.eutils.articles import Section
from tests.invented_article import ARTICLE, CLAIM, FIRST, FIRST_TRIAL, THIRD_TRIAL, VAGUE, write_article
from tests.pubmed.client.conftest import only_this_machine, own_folder
from tests.report.pages import Read, is_well_formed
from tests.test_provisional import case, collect, raw_answers
from tests.test_searching import serve, type_in

__all__ = ["only_this_machine", "own_folder", "serve"]  # fixtures of the searches

SEEN = "Conclusion seems to say more than the results (proposed, nobody has checked these)"
RESULT = "There was no significant difference in hiccups between the humming group and the usual care group (P = 0.62)."
CONCLUSION = "Humming is an effective treatment of hiccups."


@pytest.fixture
def proposed(tmp_path, monkeypatch, serve):
    """Some of the invented records after a search and its proposals; the third trial says more than it found."""

    def with_records(*records):
        project = write_article(tmp_path / "project")
        monkeypatch.chdir(project.root)
        serve(records or (FIRST_TRIAL, THIRD_TRIAL, VAGUE))
        for step in (("search",), ("studies", "--propose")):
            told, status = type_in(*step)
            assert status == 0, told
        return project

    return with_records


def concluding(words):
    """The third trial with another conclusion."""
    *kept, last = THIRD_TRIAL.abstract
    return replace(THIRD_TRIAL, abstract=(*kept, Section(last.label, words, last.category)))


def quotations(shown):
    """What is quoted beside each conclusion that seems to say more."""
    text = str(shown).splitlines()
    places = [place for place, line in enumerate(text) if line == SEEN]
    return [[line.removeprefix("- ") for line in text[place + 2 : place + 4]] for place in places]


def told(project):
    found = json.loads(claimbook_json(weigh_claim(load_sound(project, ARTICLE), CLAIM)))
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(found)
    return found["claims"][0]


def test_the_sheet_says_it_beside_the_row_with_its_words(proposed):
    project = proposed()
    sheet = project.sheet_file(ARTICLE, CLAIM).read_text(encoding="utf-8")
    (line,) = [line for line in sheet.splitlines() if "spin: unclear (looked like: yes)" in line]
    assert "(an effect is claimed, and the result that counts shows none)" in line
    assert f'"{RESULT}"; "{CONCLUSION}"' in line
    assert all("spin" not in row for row in yaml.safe_load(sheet)["studies"])


def test_no_word_of_it_lies_in_the_committed_file(proposed):
    # protects: publishers' text in version control
    committed = proposed().proposed_file(ARTICLE).read_text(encoding="utf-8")
    assert "field: spin" in committed
    assert "effective treatment" not in committed


@pytest.mark.parametrize("part", ["search", "provisional"])
def test_the_page_shows_it_once_in_each_part_with_the_words_of_both(proposed, part):
    proposed()
    shown = getattr(case(), part)()
    assert quotations(shown) == [[RESULT, CONCLUSION]]
    assert "An effect is claimed, and the result that counts shows none. Sure to 0.75, never measured." in str(shown)
    assert is_well_formed(shown.html)


def test_programs_see_it_and_what_else_was_read_of_what_waits(proposed):
    found = told(proposed())["proposed"]
    assert found["status"] == "proposed, nobody has checked these"
    first, third, vague = found["records"]
    assert first == {
        "pmid": FIRST + 1, "rank": 2, "design": "rct", "people": 240,
        "spin": {"value": False, "confidence": 0.7, "rule": "spin.none-seen"},
    }  # fmt: skip
    assert third["spin"]["value"] is True
    assert third["spin"]["reason"] == SPIN_WORDS["spin.positive-conclusion-of-no-effect"]
    assert vague == {"pmid": FIRST + 7, "rank": 3}, "what could not be told is absent, which is no 'no'"


@pytest.mark.parametrize("conclusion", ["Humming did not change hiccups.", ""])
def test_a_conclusion_that_says_no_more_shows_nothing(proposed, conclusion):
    project = proposed(FIRST_TRIAL, concluding(conclusion))
    for part in ("search", "provisional"):
        assert "Conclusion seems" not in str(getattr(case(), part)())
    assert not any(one.get("spin", {}).get("value") for one in told(project)["proposed"]["records"])


def test_it_is_no_reading_that_a_verdict_rests_on(proposed):
    # protects: a proposal that moves a verdict, were it only a provisional one
    proposed()
    shown = case()
    without = {
        pmid: one.model_copy(update={"values": tuple(value for value in one.values if value.field != "spin")})
        for pmid, one in shown.proposals.items()
    }
    found, other = shown.unchecked.found.primary, provisional_of(shown.assessment, without).primary
    assert all(one.spin is None for one in without.values())
    assert found.found == other.found
    assert found.measured == other.measured
    assert not any(reading.field == "spin" for row in found.rows for reading in row.readings)


def test_beside_the_study_of_a_person_it_still_stands_in_the_list(proposed):
    project = proposed()
    collect(project, FIRST + 1)
    assert case().provisional().html == ""
    assert quotations(case().search()) == [[RESULT, CONCLUSION]]
    collect(project, FIRST + 3)
    assert quotations(case().search()) == [], "a person has read it, so it no longer waits"


def test_without_the_raw_answers_it_is_told_and_nothing_is_quoted(proposed):
    project = proposed()
    shutil.rmtree(project.root / ".claimbook")
    for part in ("search", "provisional"):
        html = getattr(case(), part)().html
        assert SEEN in html
        assert "<q" not in html


def test_an_answer_that_was_changed_stops_the_page(proposed):
    # protects: a quotation of words that PubMed never sent, where a study of a person bears on the claim, too
    project = proposed()
    collect(project, FIRST + 1)
    path = raw_answers(project)[0]
    path.write_bytes(path.read_bytes().replace(b"effective treatment", b"dangerous treatment"))
    with pytest.raises(NotVerbatimError, match="not as they were received"):
        case().search()


def test_words_that_are_not_in_the_record_stop_the_page(proposed, monkeypatch):
    proposed()
    monkeypatch.setattr("claimbook.report.case.quotations.sentence_around", lambda *_: "words that nobody wrote")
    with pytest.raises(NotVerbatimError, match="does not say"):
        case().search()


HOSTILE = (
    "Humming is an effective treatment of hiccups <script>alert(1)</script> & <b>bold</b> {{ 7*7 }} {half} %s",
    "\u202eHumming is an effective treatment of hiccups\u202c \u05e9\u05dc\u05d5\u05dd",
    'Humming is an effective treatment of hiccups"\u2028# studies: []\u2028- id: "x": <q>not a quotation</q>',
    "Humming is an effective treatment of hiccups, as " + "endless " * 300 + "words say",
    "Humming is an effective treatment of hiccups of " + "x" * 3_000,
)


@pytest.mark.parametrize("conclusion", HOSTILE, ids=["markup", "turned", "lines", "long", "one-word"])
def test_hostile_words_are_text(proposed, conclusion):
    project = proposed(FIRST_TRIAL, concluding(f"{conclusion}."))
    sheet = project.sheet_file(ARTICLE, CLAIM).read_text(encoding="utf-8")
    assert len(yaml.safe_load(sheet)["studies"]) == 2
    for part in ("search", "provisional"):
        html = getattr(case(), part)().html
        assert SEEN in html
        assert is_well_formed(html)
        assert not Read(html).all("script", "b", "i")
        assert "\u202e" not in html
    (words,) = quotations(case().search())
    assert len(words[1]) <= 600
    assert told(project)["proposed"]["records"][1]["spin"]["value"] is True


def test_proposals_of_an_earlier_version_show_nothing(proposed):
    proposed()
    old = replace(
        case(), proposals={pmid: one.model_copy(update={"values": ()}) for pmid, one in case().proposals.items()}
    )
    assert "Conclusion seems" not in str(old.search())


BOTH, PRIMARY = "Hiccups fell from baseline with humming (P = .01).", "The primary outcome was hiccups."
OTHER_WAYS = {
    "spin.opposite-of-results": (
        "We randomly assigned 80 adults to humming (n = 40) or silence (n = 40).",
        "Hiccups were significantly more frequent with humming than with silence (P = .01).",
        "Humming reduces hiccups.",
    ),
    "spin.only-within-groups": ("We randomly assigned 40 adults.", BOTH, "Humming is effective against hiccups."),
    "spin.positive-conclusion-of-no-effect": (f"We randomised adults. {PRIMARY}", "Hiccups did not differ (P = .4).",
                                              "Humming protects against hiccups."),
    "spin.cause-from-association": ("In this cohort study adults hummed.", "Hiccups were fewer in hummers (P = .01).",
                                    "Humming reduces hiccups."),
}  # fmt: skip


@pytest.mark.parametrize("rule", SPIN_WORDS)
def test_every_way_in_which_it_says_more_has_words(rule):
    methods, results, conclusion = OTHER_WAYS[rule]
    text = f"METHODS: {methods} RESULTS: {results} CONCLUSIONS: {conclusion}"
    (draft,) = [one for one in drafts_of(appraise(record("Humming for hiccups", text))) if one.field == "spin"]
    assert (draft.value, draft.rule, draft.why) == ("yes", rule, SPIN_WORDS[rule])
    assert not draft.sure, "no line is known for it"


def test_a_rule_of_another_version_has_no_words(proposed):
    proposed()
    read = case().proposals[FIRST + 3].spin.model_copy(update={"rule": "<b>spin</b>"})
    assert spin_view(read, ()).reason == ""


def test_it_is_said_in_german(proposed):
    project = proposed()
    path = project.article_file(ARTICLE)
    path.write_text(path.read_text(encoding="utf-8") + "language: de\n", encoding="utf-8")
    shown = str(open_claim(ARTICLE, CLAIM, folder=project.root).search())
    assert "Die Schlussfolgerung sagt anscheinend mehr als die Ergebnisse (vorgeschlagen" in shown
    assert "Behauptet wird eine Wirkung, und das maßgebliche Ergebnis zeigt keine." in shown
    assert CONCLUSION in shown, "the words of the record stay as they are"
