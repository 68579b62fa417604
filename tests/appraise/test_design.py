"""What kind of publication: indexing first, then the authors' own words, never other people's trials."""

import pytest

from claimbook.appraise.design.kind import kind_of, kind_of_text, randomised_of
from claimbook.appraise.design.rules import RULES
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.appraisal import Kind
from claimbook.model.record import AbstractSection
from tests.appraise.invented import record


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


# protects: a trial read from the words that deny it
@pytest.mark.parametrize(
    "told",
    [
        "Patients were never randomised.",
        "Randomisation failed because of a software error.",
        "Randomisation was abandoned.",
        "The trial was stopped before randomisation.",
        "Recruitment was stopped before anyone was randomised.",
        "None of the patients was randomised.",
        "Neither patients nor nurses were randomised.",
        "Randomisation of patients was not possible.",
        "Patients were assigned not by lot but by a nurse.",
    ],
)
def test_randomisation_that_is_denied(told):
    assert not randomised_of(text_of("Humming", AbstractSection(told, "METHODS"))).value


# protects: a kind read from the words that deny it
@pytest.mark.parametrize(
    "title", ["Humming: not a systematic review", "This is not a protocol for a trial", "Humming, not a case report"]
)
def test_a_kind_that_is_denied(title):
    assert kind_of_text(text_of(title, AbstractSection("Adults hummed.", "METHODS"))).value is None


def test_a_denial_of_some_leaves_the_randomisation_of_others():
    told = "Ten adults were not randomised because they were silent, and 40 were randomised to humming or silence."
    assert randomised_of(text_of("Humming", AbstractSection(told, "METHODS"))).value


# a model or a review retells whole trials, down to who was randomised
@pytest.mark.parametrize(
    ("title", "told", "kind"),
    [
        ("Where we stand", "This review discusses humming. In one trial 90 were randomised.", Kind.NARRATIVE_REVIEW),
        ("What humming costs", "A hypothetical cohort hummed, as in a randomised trial of 90 adults.", Kind.OTHER),
        ("Humming against silence: a Markov model", "Effects came from a randomised trial of 90 adults.", Kind.OTHER),
        ("Modelling the impact of humming", "The model was calibrated to 12 choirs.", Kind.OTHER),
        ("A model of care for hummers", "We randomly allocated 90 adults to humming or silence.", Kind.RCT),
        ("Humming for hiccups", "We randomly allocated 90 adults. A review of their charts followed.", Kind.RCT),
    ],
)  # fmt: skip
def test_what_retells_a_trial_is_none(title, told, kind):
    assert kind_of_text(text_of(title, AbstractSection(told, "METHODS"))).value is kind


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


# other people's trial, or one whose people are looked at again, is no trial that these authors surely did
@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("We followed 900 hummers of the HUM trial, irrespective of randomised treatment.", Kind.COHORT),
        ("Hiccups were compared irrespective of treatment allocation.", Kind.COHORT),
        ("This cohort study was nested within a cluster-randomised trial of humming.", Kind.COHORT),
        ("This was a secondary analysis of data from a randomised trial of humming.", Kind.RCT),
        ("Data from a previous randomised trial of humming were used.", Kind.RCT),
        ("Twelve adults of the HUM trial, which randomised 412 adults, were interviewed; thematic analysis followed.",
         Kind.OTHER),
        ("Ninety adults hummed; there was no randomised trial before.", None),
        ("Ninety adults hummed, but were not randomly assigned to it.", None),
    ],
)  # fmt: skip
def test_a_trial_of_others_is_never_sure(told, kind):
    read = kind_of_text(text_of("Humming", AbstractSection(told, "METHODS")))
    assert (read.value, read.confidence < LINES["kind"].confidence) == (kind, True)


@pytest.mark.parametrize(
    "told",
    [
        "A randomised trial of humming is needed.",
        "This warrants a randomised trial of humming.",
        "Our findings call for a randomised trial.",
        "The results justify a randomised trial.",
    ],
)
def test_wishes_of_the_conclusions(told):
    text = text_of("Humming", AbstractSection("Ninety adults hummed.", "METHODS"), AbstractSection(told, "CONCLUSIONS"))
    assert kind_of_text(text).value is None


# what is told of the future, or below the headings of a protocol, was not done yet, whatever the title says
@pytest.mark.parametrize(
    ("title", "label", "told"),
    [
        ("Humming: a randomised controlled trial", "METHODS", "Ninety adults with hiccups will be randomised."),
        ("Humming: a randomised controlled trial", "METHODS", "The primary outcome will be hiccups at 3 weeks."),
        ("Humming: a randomised controlled trial", "METHODS", "The trial will run in nine clinics."),
        ("Humming: a randomised controlled trial", "METHODS/DESIGN", "Ninety adults hum or whistle."),
        ("Humming: a randomised controlled trial", "Methods / Design", "Ninety adults hum or whistle."),
        ("Humming: a randomised controlled trial", "Ethics and dissemination", "A committee agreed."),
        ("Design of a randomised, placebo-controlled trial of humming", "METHODS", "Ninety adults hum."),
        ("Protocol for the HUM trial", "METHODS", "Ninety adults hum."),
        ("Humming: an RCT protocol", "METHODS", "Ninety adults hum."),
        ("HUM: a randomised trial. Study design and baseline", "METHODS", "Ninety adults hum."),
        ("Humming (HUM)", "METHODS", "This paper describes the design of HUM: 90 adults are being randomised."),
        ("Humming (HUM)", "BACKGROUND", "We plan to randomise 90 adults."),
    ],
)
def test_plans_are_protocols(title, label, told):
    text = text_of(title, AbstractSection(told, label))
    assert kind_of_text(text).value is Kind.PROTOCOL
    assert randomised_of(text).value is ("andomis" in title + told)


@pytest.mark.parametrize(
    ("title", "label", "told"),
    [
        ("A weaning protocol for ventilated adults: a randomised trial", "METHODS", "Adults were randomised."),
        ("Humming: a randomised trial", "RESEARCH DESIGN AND METHODS", "Adults were randomised."),
        ("Humming: a randomised trial", "CONCLUSIONS", "Humming will be compared with whistling."),
        ("Design, methods and findings of a randomised trial", "METHODS", "Adults were randomised."),
    ],
)
def test_finished_trials_are_no_plans(title, label, told):
    assert kind_of_text(text_of(title, AbstractSection(told, label))).value is Kind.RCT


# arms that change places make a randomised trial a crossover one; the words alone make no trial
@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Twelve adults were randomised to hum or whistle, then crossed over to the other sound.", Kind.CROSSOVER),
        ("Twelve adults hummed and whistled in random order.", Kind.CROSSOVER),
        ("Twelve randomised adults hummed in two periods separated by a 2-week washout.", Kind.CROSSOVER),
        ("In a randomised Latin square, twelve adults hummed four songs.", Kind.CROSSOVER),
        ("Adults were randomised; each participant completed both songs.", Kind.CROSSOVER),
        ("Adults hummed and whistled in a randomised, counterbalanced design.", Kind.CROSSOVER),
        ("In a randomised, two-period study adults hummed.", Kind.CROSSOVER),
        ("Adults were randomised to hum; they were then switched to the alternative song.", Kind.CROSSOVER),
        ("Wards crossed from control to intervention in random order.", Kind.RCT),
        ("Each participant completed both songs.", None),
        ("After a 2-week washout adults were randomised to hum or whistle.", Kind.RCT),
        ("Patients were assigned in random order to humming or whistling.", Kind.RCT),
        ("Adults were randomised; cross-over to humming was allowed at week 8.", Kind.RCT),
    ],
)
def test_arms_that_change_places(told, kind):
    assert kind_of_text(text_of("Humming", AbstractSection(told, "METHODS"))).value is kind


@pytest.mark.parametrize(
    ("title", "label", "told", "kind"),
    [
        ("Retraction: Humming", None, "", Kind.RETRACTION_NOTICE),
        ("Retraction note to: Humming", None, "", Kind.RETRACTION_NOTICE),
        ("Retraction pockets in hummers", "METHODS", "In a cohort study of 90 adults ears were seen.", Kind.COHORT),
        ("RETRACTED: Humming: a cohort study", "METHODS", "Ninety adults hummed.", Kind.COHORT),
        ("Retracted: Humming", None, "[This retracts the article DOI: 10.99999/hum.]", Kind.RETRACTION_NOTICE),
        ("Humming: time to stop", None, "In this editorial we argue against it.", Kind.COMMENT),
        ("Invited commentary: humming", None, "", Kind.COMMENT),
        ("Evaluation of guidelines for humming", "METHODS", "This cohort study saw 90 adults.", Kind.COHORT),
        ("Humming at home", "METHODS", "This cross-sectional survey used medical records.", Kind.CROSS_SECTIONAL),
        ("Humming at home", "METHODS", "All adults in the national registers were seen.", Kind.COHORT),
        ("Humming at home", "METHODS", "A retrospective review of 19 patients.", Kind.CASE_SERIES),
        ("Humming at home", "METHODS", "Ninety adults hummed; there was no control group.", Kind.SINGLE_ARM),
        ("Humming at night", "METHODS", "Thirty beagles were randomly assigned to hum.", Kind.ANIMAL),
        ("Two glues for teeth", "METHODS", "Sixty extracted human molars were randomly divided.", Kind.IN_VITRO),
        ("Two plates", "METHODS", "Paired cadaveric humeri were randomly assigned to a plate.", Kind.IN_VITRO),
        ("Two plates", "METHODS", "This was a randomised controlled trial of cadaver knees.", Kind.RCT),
        ("Kidneys", "METHODS", "Adults with a cadaver kidney were randomly assigned to hum.", Kind.RCT),
        ("Humming", None, "The randomised trial by Doe and colleagues in this issue is small.", Kind.COMMENT),
        ("Author response to hummers", None, "", Kind.COMMENT),
        ("Humming", "RESULTS", "Heterogeneity of the randomised trials was low (I2 = 12%).", Kind.META_ANALYSIS),
        ("Open-label extension of the HUM trial", "METHODS", "Adults of a randomised trial hummed.", Kind.SINGLE_ARM),
        ("Humming", "BACKGROUND", "The prevalence of hiccups and the incidence of humming rise.", None),
        ("Humming", "RESULTS", "The prevalence of hiccups was 9%.", Kind.CROSS_SECTIONAL),
        ("Humming", "METHODS", "We saw 90 adults with hiccups as cases and 180 matched controls.", Kind.CASE_CONTROL),
        ("Prevention and treatment of hiccups", None, "Hiccups are common. Humming may help.", Kind.NARRATIVE_REVIEW),
        ("Treatment of hiccups", None, "Hiccups are common. We gave 12 patients a hum.", None),
        ("Songs in wards: a difference-in-differences analysis", None, "Wards hummed.", Kind.QUASI_EXPERIMENTAL),
        ("Humming cells", "METHODS", "Cells were incubated with song.", Kind.IN_VITRO),
        ("Why adults hum: a qualitative study within a randomised trial", "METHODS", "Adults talked.", Kind.OTHER),
    ],
)
def test_other_publications(title, label, told, kind):
    text = text_of(title, *([AbstractSection(told, label)] if told else []))
    assert kind_of_text(text).value is kind


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


def test_rules_have_names_of_their_own_and_sources():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.source and 0 < rule.confidence < 1 for rule in RULES)
