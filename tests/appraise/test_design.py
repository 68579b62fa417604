"""What kind of publication: indexing first, then the authors' own words, never other people's trials."""

import pytest

from claimbook.appraise.design.kind import kind_of, kind_of_text, randomised_of
from claimbook.appraise.design.rules import RULES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.pieces import Glance
from claimbook.appraise.text.reading import Sentence, reading_of, text_of
from claimbook.model.appraisal import Kind
from tests.appraise.invented import TRIAL, record


@pytest.mark.parametrize(
    ("title", "abstract", "kind"),
    [
        ("Humming for hiccups", "We randomly allocated 40 adults to humming or silence.", Kind.RCT),
        ("Humming for hiccups", "In a randomised crossover study, 12 adults hummed and whistled.", Kind.CROSSOVER),
        ("Humming for hiccups: study protocol for a randomised trial", "Adults will be randomised.", Kind.PROTOCOL),
        ("Humming: a systematic review", "We found nine randomised trials of humming.", Kind.SYSTEMATIC_REVIEW),
        ("Humming: a meta-analysis of randomised trials", "Nine trials were pooled.", Kind.META_ANALYSIS),
        ("Humming in hiccuping rats", "Male Wistar rats were randomly assigned to humming.", Kind.ANIMAL),
        ("Humming after serious dog bites", "We randomly allocated 40 adults to humming or silence.", Kind.RCT),
        ("Conjugated equine oestrogens for hiccups", "We randomly allocated 40 adults.", Kind.RCT),
        ("Response to humming", "We randomly allocated 40 adults to humming or silence.", Kind.RCT),
        ("Response to a letter on humming", "", Kind.COMMENT),
        ("Reply: humming and hiccups", "", Kind.COMMENT),
        ("Hiccups after humming: a case report", "A 40-year-old man hummed.", Kind.CASE_REPORT),
        ("Humming and hiccups", "In a cohort of 900 adults, hummers had fewer hiccups.", Kind.COHORT),
        ("Humming and hiccups", "This was a case-control study of 90 adults.", Kind.CASE_CONTROL),
        ("Humming and hiccups", "Forty adults hummed in a quasi-randomised trial.", Kind.QUASI_EXPERIMENTAL),
    ],
)  # fmt: skip
def test_kinds_from_words(title, abstract, kind):
    assert kind_of_text(text_of(title, *filter(None, [abstract]))).value is kind


@pytest.mark.parametrize(
    "told",
    [
        "Forty adults hummed or whistled in a random blind manner.",
        "Forty adults were at random divided into hummers and whistlers.",
        "Twenty hummers and twenty whistlers were chosen by a random digit table.",
        "Adults were randomly subdivided into hummers and whistlers.",
        "Patients were randomised into two groups: hummers and whistlers.",
    ],
)
def test_forms_of_randomisation(told):
    assert randomised_of(text_of("Humming", f"Hiccups are common. {told}")).value


def test_a_trial_that_also_follows_other_people_is_a_trial():
    text = text_of("A randomised trial of humming", "A nonrandomised registry of 90 hummers was kept beside it.")
    assert kind_of_text(text).value is Kind.RCT


# a conclusion speaks of placebos that others should try, or that older trials had
def test_a_placebo_of_the_conclusions_makes_no_trial():
    told = "METHODS: Forty adults hummed. CONCLUSIONS: Hiccups may stop because of humming or placebo."
    assert not randomised_of(text_of("Humming", told)).value


# a wish for a randomised trial is not one
def test_a_trial_that_is_wished_for_is_no_trial():
    text = text_of("Humming", "In a cohort of 90 adults humming was common. Randomised trials of humming are needed.")
    assert kind_of_text(text).value is Kind.COHORT


def test_silence_is_missing_as_a_kind_and_an_inferred_no_as_randomisation():
    text = text_of("Humming", "Humming is a sound.")
    assert kind_of_text(text).status == "missing"
    assert (randomised_of(text).value, randomised_of(text).status) == (False, "inferred")


@pytest.mark.parametrize(
    ("types", "mesh", "kind"),
    [
        ([("D016449", "Randomized Controlled Trial")], [], Kind.RCT),
        ([("D016449", "Randomized Controlled Trial")], [("D000818", "Animals")], Kind.ANIMAL),
        ([("D016449", "Randomized Controlled Trial")], [("D000818", "Animals"), ("D006801", "Humans")], Kind.RCT),
        ([("D016440", "Retraction of Publication")], [], Kind.RETRACTION_NOTICE),
        ([("D016430", "Clinical Trial")], [], None),
        ([("", "Clinical Trial Protocol"), ("D016449", "Randomized Controlled Trial")], [], Kind.PROTOCOL),
        ([], [("D016022", "Case-Control Studies")], Kind.CASE_CONTROL),
    ],
)
def test_indexing_speaks_first_and_clinical_trial_alone_is_not_randomised(types, mesh, kind):
    one = record("Humming", "Humming is a sound.", types=types, mesh=mesh)
    assert kind_of(one, reading_of(one)).value is kind


def test_the_text_may_have_the_finer_word():
    one = record(
        "Humming: a randomised crossover trial", "Adults hummed.", types=[("D016449", "Randomized Controlled Trial")]
    )
    assert kind_of(one, reading_of(one)).value is Kind.CROSSOVER


# the quick look must never hide what the pattern would find
def test_every_rule_finds_its_words_through_its_stems():
    text = reading_of(record(*TRIAL))
    whole = Sentence(f"{text.title} {text.abstract}", 0, 1, Role.METHODS, printed_role=True)
    called = Glance(RULES).rows_in(whole)
    assert all(rule in called for rule in RULES if rule.pattern.search(whole.folded))


def test_rules_have_names_of_their_own_and_sources():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.source and 0 < rule.confidence < 1 for rule in RULES)
