"""Studies that are no trials: what they are, how they were done, and whether they conclude too much."""

import pytest

from claimbook.appraise.design.kind import kind_of_text
from claimbook.appraise.design.notices import notices_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.record.appraisal import read_by_rule
from claimbook.appraise.sample.total import sample_of
from claimbook.appraise.signals.bias import signals_of
from claimbook.appraise.signals.follow_up import follow_up_of
from claimbook.appraise.signals.harms import harms_of
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.appraise.trial.spin import spin_of
from claimbook.appraise.wording.strength import strength_of
from claimbook.model.appraisal import Kind, Read
from claimbook.model.record import AbstractSection, Record
from claimbook.model.terms import Strength


def headed(title, **said):
    return text_of(title, *(AbstractSection(words, label.upper()) for label, words in said.items()))


def paper(title, said):
    return Record(pmid="99000001", version=1, kind="article", title=title, abstract=(AbstractSection(said),))


# a trial that is only retold is surely nobody's; the row behind it says what the study is instead
@pytest.mark.parametrize(
    ("title", "label", "told", "kind"),
    [
        ("Why hum?", "BACKGROUND", "In the HUM trial 90 adults were randomised to humming.", Kind.RCT),
        ("Why hum?", "CONCLUSIONS", "The HUM trial, a randomised trial, is told here.", None),
        ("Why hum?", "RESULTS", "One small randomised trial in 64 students reported fewer hiccups.", Kind.RCT),
        ("Why hum?", "METHODS", "Holm and colleagues randomised 90 adults to humming.", Kind.RCT),
        ("Why hum?", "METHODS", "In this review we retell a randomised trial of 90 adults.", Kind.NARRATIVE_REVIEW),
        ("Why hum?", "METHODS", "This article reviews humming. Adults were randomised.", Kind.NARRATIVE_REVIEW),
        ("Why hum?", "", "Songs are reviewed. In one often quoted trial 90 adults were randomly allocated to humming.",
         Kind.NARRATIVE_REVIEW),
        ("Early hums: emulation of a target trial", "METHODS", "We emulated a randomised trial.", Kind.COHORT),
        ("Adults who declined randomisation in a trial of humming", "METHODS", "They were followed up.", Kind.COHORT),
        ("Dead hummers", "METHODS", "In a simulation study of 900 replications the randomised estimators had bias.",
         Kind.OTHER),
        ("Dead hummers", "METHODS", "We illustrate the method with a randomised trial.", Kind.OTHER),
        ("Hiccups and age: a cohort analysis of a humming trial", "METHODS", "HUM randomised 90 adults.", Kind.COHORT),
        ("Predictors of hiccups in a randomised trial of humming", "METHODS", "Adults hummed.", Kind.RCT),
        ("Expression of concern: Humming: a randomised trial", "", "The editors were told of it.", Kind.COMMENT),
    ],
)  # fmt: skip
def test_a_trial_that_is_only_retold(title, label, told, kind):
    read = kind_of_text(text_of(title, AbstractSection(told, label or None)))
    assert (read.value, read.confidence < LINES["kind"].confidence) == (kind, True)


# what looks like the words of another's trial, and is the authors' own
@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Humming", "One hundred adults were randomised to humming or silence."),
        ("Humming", "Adults with a recent stroke were randomised to humming or silence."),
        ("Humming", "Adults with planned surgery were randomly assigned to humming or silence."),
        ("Humming for one year: a randomised trial", "Adults hummed."),
        ("Predictable hiccups: a randomised trial of humming", "Adults hummed."),
    ],
)
def test_an_own_trial_stays_sure(title, told):
    read = kind_of_text(text_of(title, AbstractSection(told, "METHODS")))
    assert (read.value, read.confidence >= LINES["kind"].confidence) == (Kind.RCT, True)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Hummers and whistlers were compared after propensity score matching.", Kind.COHORT),
        ("We emulated a target trial of humming with routine data.", Kind.COHORT),
        ("The hazard ratio of hiccups was 1.4 in this survey of 90 adults.", Kind.COHORT),
        ("Hummers were followed for a mean of 8 years.", Kind.COHORT),
        ("Users were compared with non-users by insurance claims.", Kind.COHORT),
        ("We genotyped 90 adults with hiccups and 80 controls.", Kind.CASE_CONTROL),
        ("In this open pilot study 12 adults hummed.", Kind.SINGLE_ARM),
        ("Twelve adults underwent humming; hiccups were counted before and after it.", Kind.SINGLE_ARM),
        ("Twelve adults underwent humming; hiccups of both groups were counted before and after it.", None),
        ("Adults admitted in odd months hummed, those admitted in even months whistled.", Kind.QUASI_EXPERIMENTAL),
        ("In a non-equivalent control group design 40 adults hummed.", Kind.QUASI_EXPERIMENTAL),
        ("Semi-structured interviews were held with 12 hummers.", Kind.OTHER),
        ("We describe a 40-year-old man who hummed.", Kind.CASE_REPORT),
        ("By coin toss one ear heard humming, the other silence.", Kind.RCT),
        ("Women were free to choose between humming and silence.", Kind.QUASI_EXPERIMENTAL),
        ("There were 71 deaths of hummers, 58.7 expected (SMR 121).", Kind.COHORT),
        ("A partitioned survival model told the hazard ratio over a lifetime horizon.", Kind.OTHER),
        ("Chondrocytes were isolated from hummers and stimulated with a song.", Kind.IN_VITRO),
        ("Three databases were searched for cohort studies.", Kind.SYSTEMATIC_REVIEW),
        ("Hiccups did not differ (MD 0.1; 5 trials, 611 participants).", Kind.META_ANALYSIS),
    ],
)  # fmt: skip
def test_kinds_without_a_name(told, kind):
    assert kind_of_text(headed("Humming and hiccups", methods=told)).value is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Humming in schools: rapid evidence review", Kind.SYSTEMATIC_REVIEW),
        ("Nurses who hum: a qualitative evidence synthesis", Kind.SYSTEMATIC_REVIEW),
        ("Core outcome set for trials of humming", Kind.OTHER),
        ("Humming and hiccups: an observational analysis of the HUM trial", Kind.COHORT),
        ("Humming for hiccups: a consecutive series", Kind.CASE_SERIES),
        ("Humming for hiccups. Experience with thirty-one patients", Kind.CASE_SERIES),
        ("A song suppresses enzymes in human chondrocytes", Kind.IN_VITRO),
    ],
)
def test_kinds_that_a_title_tells(title, kind):
    assert kind_of_text(headed(title, methods="A placebo or song was given; Cox models.")).value is kind


# whose abstract tells how studies were chosen reviews them, whatever these are
def test_headings_of_reviews():
    told = headed(
        "Humming", **{"search methods": "Two registers.", "selection criteria": "No quasi-randomised trials."}
    )
    assert kind_of_text(told).value is Kind.SYSTEMATIC_REVIEW


# the calves of runners are no animals
def test_a_part_of_the_body_is_no_animal():
    assert kind_of_text(text_of("Humming in singers with tight calves", "Singers hummed.")).value is not Kind.ANIMAL


def test_a_notice_of_concern_is_no_comment_and_a_review_of_animals_says_so():
    concern = paper("Expression of concern: Humming", "The editors were told.")
    review = paper("Humming in rodent models of hiccups: a meta-analysis", "Nine studies were pooled.")
    told = [{one.value for one in notices_of(one, reading_of(one), kind_of_text(reading_of(one)))}
            for one in (concern, review)]  # fmt: skip
    assert told == [{"concern"}, {"animal"}]


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("Sixty women with hiccups and 50 healthy women hummed.", "randomised", False),
        ("Hiccups and healthy lips are common.", "randomised", None),
        ("This was a fixed-sequence study of two songs.", "randomised", False),
        ("The reporting odds ratio was 3.4 in a disproportionality analysis.", "randomised", False),
        ("Hiccups were rarer than in controls.", "control_group", True),
        ("The untreated leg did not hum.", "control_group", True),
        ("A gene that controls hiccups was found.", "control_group", None),
        ("Adults were their own controls.", "control_group", None),
        ("Weights were the inverse probability of humming.", "confounders_adjusted", True),
        ("Hiccups were studied by multiple linear regression.", "confounders_adjusted", True),
        ("We saw 90 patients of 27 stroke units.", "multicentre", True),
        ("We saw 90 patients from 11 units.", "multicentre", True),
        ("Each hummer got 11 units of insulin.", "multicentre", None),
        ("We saw all hummers at one hospital.", "multicentre", False),
        ("All covariates were balanced.", "baseline_comparable", True),
        ("Groups did not differ in age or sex.", "baseline_comparable", True),
        ("There was no difference between the groups in terms of age.", "baseline_comparable", True),
        ("The humming group was older.", "baseline_comparable", False),
        ("At baseline, hiccups were higher in the humming group than in silence.", "baseline_comparable", False),
        ("The risk was 1.4 after allowance for age and smoking.", "confounders_adjusted", True),
        ("After allowance for multiple testing nothing was found.", "confounders_adjusted", None),
        ("An international, open-label platform trial.", "multicentre", True),
        ("The International Standard Randomised Controlled Trial Number was given.", "multicentre", None),
        ("One university clinic; 320 women.", "multicentre", False),
        ("Six schools of one town and six of a comparison town hummed.", "control_group", True),
        ("The absence of a control group limits conclusions.", "control_group", False),
        ("Singers were alternately allocated to two songs.", "quasi_random", True),
        ("Women seen in odd months were given a song, those in even months silence.", "quasi_random", True),
        ("Singers got drops on alternate days.", "quasi_random", None),
        ("Only singers who attended 80% of the lessons were included. Only adults who completed it were analysed.",
         "per_protocol_only", True),
        ("No difference was seen in terms of sociodemographic facts or pretest scores.", "baseline_comparable", True),
    ],
)  # fmt: skip
def test_how_they_were_done(said, field, value):
    text = headed("Humming and hiccups", methods=said)
    assert getattr(signals_of(text, Read.missing(), sample_of(text)), field).value is value


# a protocol of a cohort will randomise nobody
def test_the_plan_of_a_cohort_randomises_nobody():
    text = headed("Humming: protocol for a cohort study", methods="This cohort study will recruit 90 adults.")
    assert signals_of(text, kind_of_text(text), sample_of(text)).randomised.value is False


@pytest.mark.parametrize(
    ("title", "said", "kind", "harms"),
    [
        ("Effectiveness and safety of humming", "Hiccups were fewer.", Kind.COHORT, True),
        ("Food safety and humming", "Hiccups were fewer.", Kind.COHORT, None),
        ("Hiccups during humming: a case report", "Humming was stopped, and hiccups went.", Kind.CASE_REPORT, True),
        ("Humming for sleep", "Two singers had transient haemoptysis, judged unrelated to humming.", None, True),
        ("Humming for sleep", "Pressure sores developed in 37 and 29 adults.", Kind.META_ANALYSIS, True),
        ("Age and sleep", "Nausea was reported by 12% of the hummers.", Kind.COHORT, None),
    ],
)  # fmt: skip
def test_harms_outside_trials(title, said, kind, harms):
    assert harms_of(headed(title, results=said), kind).value is harms


@pytest.mark.parametrize(
    ("said", "weeks"),
    [
        ("Lips were measured again after a mean of 8 years.", 417.4),
        ("Hiccups were fewer at the 3rd month.", 13.0),
        ("Hiccups were fewer at the 21st day.", 3.0),
        ("Hiccups began on the 1st day.", None),
    ],
)
def test_follow_up_told_otherwise(said, weeks):
    assert follow_up_of(headed("Humming", results=said)).value == weeks


PRIMARY = "The primary outcome was hiccups."
ALIKE, FEWER = "Hiccups did not differ (P = .40).", "Hiccups were fewer in hummers than in others (P = .01)."


# outside trials the result that counts is known only where a primary outcome is named
@pytest.mark.parametrize(
    ("methods", "results", "conclusions", "kind", "spin"),
    [
        (PRIMARY, ALIKE, "Humming is effective against hiccups.", Kind.META_ANALYSIS, True),
        ("Adults hummed.", ALIKE, "Humming is effective against hiccups.", Kind.META_ANALYSIS, None),
        ("Adults hummed.", FEWER, "Humming was associated with fewer hiccups.", Kind.COHORT, False),
        ("Adults hummed.", FEWER, "Humming reduces hiccups.", Kind.COHORT, True),
        ("Adults hummed.", FEWER, "Humming may reduce hiccups.", Kind.COHORT, False),
        ("Adults hummed.", FEWER, "Humming reduces hiccups.", Kind.RCT, False),
        ("Adults hummed.", "Hiccups fell.", "Humming is feasible.", Kind.SINGLE_ARM, False),
        ("Adults hummed.", "Hiccups were common.", "Little is known. Supported by the Hum Fund.", Kind.COHORT, False),
        (PRIMARY, ALIKE, "Humming reduces hiccups.", Kind.PROTOCOL, None),
        (PRIMARY, ALIKE, "Humming reduces hiccups.", Kind.COMMENT, None),
    ],
)  # fmt: skip
def test_spin_outside_trials(methods, results, conclusions, kind, spin):
    text = headed("Humming for hiccups", methods=methods, results=results, conclusions=conclusions)
    assert spin_of(text, kind).value is spin


# below a heading of two parts a sentence is of neither by its heading: 'METHODS AND RESULTS' ends the background
@pytest.mark.parametrize("label", ["METHODS AND RESULTS", "Measurements and Main Results"])
def test_a_heading_of_two_parts_ends_the_one_before(label):
    text = text_of("Humming", f"BACKGROUND: Hiccups are common. {label}: Hiccups were fewer in hummers (P = .01).")
    before, told = text.sentences[1:]
    assert (before.printed_role, told.printed_role) == (True, False)


# what is told beside a wish is told: only the wish is left out
@pytest.mark.parametrize(
    ("said", "strength"),
    [
        ("Daily humming diminishes hiccups in adult singers and can be recommended.", Strength.DIRECT),
        ("Humming leads to fewer hiccups in singers and should be taught.", Strength.DIRECT),
        ("Humming prolongs sleep in singers, therefore we recommend it in all.", Strength.DIRECT),
        ("Singers should be aware that humming may cause sore lips in the cold.", Strength.HEDGED),
        ("Singers should be aware that humming should be kept low in the cold.", Strength.NONE),
        ("Humming reduces hiccups and should be offered.", Strength.DIRECT),
        ("Humming may reduce hiccups, and nurses should offer it.", Strength.HEDGED),
        ("Late humming damages the lips of young singers, and parents should stop it.", Strength.DIRECT),
        ("Humming should be offered to reduce hiccups.", Strength.NONE),
        ("Since causes of hiccups differ, doctors should look for all of them.", Strength.NONE),
        ("Short bouts of humming at work improve sleep and lips.", Strength.DIRECT),
        ("Humming might benefit men but not women.", Strength.HEDGED),
    ],
)
def test_findings_beside_wishes(said, strength):
    (sentence,) = headed("Humming", conclusions=said).sentences[1:]
    assert strength_of(sentence).value is strength


# the number in a comment is of the trial that it speaks of
def test_a_comment_has_no_register_number_of_its_own():
    told = AbstractSection("The HUM trial (NCT99000001) is welcome. We comment on its weaknesses.")
    comment = Record(pmid="99000001", version=1, kind="article", title="Comment on: Humming", abstract=(told,))
    assert read_by_rule(comment).registration.value is None


def test_a_review_that_retells_a_trial_randomised_nobody():
    read = sample_of(
        text_of("Why hum?", "In one often quoted trial 76 women were randomly allocated to humming or silence."),
        Kind.NARRATIVE_REVIEW,
    )
    assert not read.randomised
