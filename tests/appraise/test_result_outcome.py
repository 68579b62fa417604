"""What a printed result is about, where nobody asked: the words that name its outcome, and what was compared."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.effects.outcome_words import WORD_CLASSES, letter_of
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.record.appraisal import read_by_rule
from claimbook.appraise.text.reading import text_of
from claimbook.model.appraisal import Comparison, Read, Span
from claimbook.model.record import AbstractSection, Record

NAMED = """
    Hiccups fell by 3 a day (p = .01). | Hiccups
    At 12 weeks, the mean hiccup score was lower with humming (p = .01). | hiccup score
    At 12 weeks hiccup severity was lower with humming (p = .01). | hiccup severity
    In the humming group, sleep quality improved (p = .01). | sleep quality
    Nausea and vomiting were rarer with humming (p = .01). | Nausea and vomiting
    The incidence of hiccups was 12% with humming and 18% with silence (p = .04). | incidence of hiccups
    The number of patients with hiccups did not differ (p = .4). | number of patients with hiccups
    Time to first hiccup was longer (HR 0.7; 95% CI 0.5 to 0.9). | Time to first hiccup
    The hummers had less throat pain (p = .02). | throat pain
    Humming reduced hiccups (p = .02). | hiccups
    Humming resulted in lower blood pressure (p = .02). | blood pressure
    Humming was associated with a lower risk of stroke (OR 0.7; 95% CI 0.5 to 0.9). | risk of stroke
    Hummers were more likely to report drowsiness (p = .02). | drowsiness
    Humming had no effect on quality of life (p = .5). | quality of life
    There was no difference in sleep (p = .5). | sleep
    Significant differences were found between the groups in walking speed (p = .03). | walking speed
    The groups did not differ with regard to appetite (p = .5). | appetite
    The hazard ratio for death was 0.80 (95% CI 0.60 to 1.00). | death
    There were fewer falls with humming (p = .04). | falls
    We found that hoarseness was common (p = .04). | hoarseness
    Fewer hummers than others relapsed; more patients relapsed with silence (p = .01). | relapsed
    Patients in the silent group were more often readmitted (p = .01). | readmitted
    The odds ratio was 0.58 (95% CI 0.43 to 0.79) for hip fracture. | hip fracture
    Heart rate fell from 80 to 70 and oxygen saturation rose (p = .01). | oxygen saturation
    Age was an independent predictor of relapse (OR 1.4; 95% CI 1.1 to 1.8). | relapse
    Age (OR 1.4; 95% CI 1.1 to 1.8) was associated with relapse. | relapse
    Humming (p = .04) and age (p = .01) were predictive variables for relapse. | relapse, relapse
    Death from choking was rarer with humming (p = .01). | Death from choking
    Discontinuation owing to sore throats was commoner (p = .01). | Discontinuation owing to sore throats
    There were fewer hospitalisations for acute asthma (p = .01). | hospitalisations for acute asthma
    Death from any cause was rarer (p = .01). | Death
    For hiccups, the fully adjusted HR was 0.8 (95% CI 0.7 to 0.9). | hiccups
    For throat pain there was no difference (p = .6). | throat pain
    The age-adjusted HRs for gout were 1.2 (95% CI 1.1 to 1.3). | gout
    There was no association between humming and gout (OR 1.1; 95% CI 0.9 to 1.3). | gout
    The association of humming with gout was weak (OR 1.1; 95% CI 0.9 to 1.3). | gout
    The relation with gout was U-shaped (p = .01). | gout
    No evidence was found for gout (RR 1.1; 95% CI 0.9 to 1.3). | gout
    Groups did not differ in sleep quality (p = .36). | sleep quality
    Hiccup-free days did not differ (p = .77). | Hiccup-free days
    Cortisol tended to be higher (p = .07). | Cortisol
    Grade 3 to 4 hoarseness was commoner (p = .02). | Grade 3 to 4 hoarseness
    The total effective rate was 91% (p = .02). | effective rate
    Hummers took fewer rescue tablets (p = .01). | rescue tablets
    Hummers were more likely to have relapsed (p = .01). | relapsed
    After adjustment for age, sex, smoking and income, hiccups were fewer (p = .01). | hiccups
    Hoarseness requiring treatment was commoner (p = .01). | Hoarseness
    Hummers had a mean improvement of 2.3 points in the throat index (p = .01). | throat index
    Hummers scored lower on the throat index (p = .01). | throat index
    Neither hoarseness (p = .4) nor cough (p = .6) differed. | hoarseness, cough
    Colds leading to absence were rarer (p = .01). | Colds
    The effect of humming on sleep quality was small (p = .2). | sleep quality
    Humming was better, with a mean pain of 3.4 (SD 1.0) vs 5.1 (SD 1.2). | pain
    Patients with asthma had hiccups (p = .01). | hiccups
    There were hardly any falls (p = .04). | falls
    Patients on placebo were hoarse (p = .01). | hoarse
    In all, 12% with humming and 18% with silence had hiccups (p = .04). | hiccups
    Of these, 12% and 18% relapsed (p = .04). | relapsed
    Humming led to significantly (p = .01) fewer falls. | falls
    Humming was safe (rate of falls: RR 0.7; 95% CI 0.5 to 0.9). | falls
    Humming was better (mean pain, 3.4 vs 5.1; p = .01). | pain
"""
PIECES = "( ) [ ] ; : , . pain fell of the in and time to risk (p = .01) no p=.2"
UNNAMED = """
    The difference was 1.2 (95% CI 0.5 to 1.9).
    Humming was superior to silence (p = .01).
    Humming produced no change (p = .6).
    The groups did not differ (p = .5).
    The change in slope was -1.1 (95% CI -1.6 to -0.6).
    The IG was also better (p = .02).
    Patients in the humming group improved (p = .5).
    These findings were significant (p = .01).
    Each additional hum a day was associated with a lower risk (p = .01).
    Humming was an independent risk factor (p = .01).
    Only throat size was significant for many (p = .01).
    An increase of 10 hums in loud singing (each night) was associated with a lower rate (p = .01).
    Loud singing at night was associated with a reduced risk (HR 0.7; 95% CI 0.6 to 0.9).
    After adjustment for age, smoking and income the association remained (HR 0.7; 95% CI 0.6 to 0.9).
    Those in the highest quartile of loudness had an odds ratio of 1.9 (95% CI 1.1 to 3.2).
    Loud singing was reported by 40% of cases and 20% of controls (OR 1.9; 95% CI 1.1 to 3.2).
    Aria and chant did not differ from each other (p = .7).
"""
SEVERAL = """
    Pain (p = .1), function (p = .2) and stiffness (p = .3) did not differ. | Pain, function, stiffness
    Humming reduced hiccups (p = .01), pain (p = .02) and improved sleep (p = .03). | hiccups, pain, sleep
    No difference was seen in pain (p = .1) or in the number of falls (p = .2). | pain, number of falls
    Pain fell in hummers (p = .01) and in silent controls (p = .02). | Pain, Pain
    Pain was lower at 3 months (p = .01) and 6 months (p = .02). | Pain, Pain
    Pain fell (p = .01), whereas it rose with silence (p = .02). | Pain, Pain
    Pain fell (p = .01), but sleep was unchanged (p = .6). | Pain, sleep
    Risks were lower (dry hiccups: HR 0.7; wet hiccups: HR 0.8). | dry hiccups, wet hiccups
    Relapse was predicted by age (p = .1). | Relapse
    Humming improved sleep (p = .01), but not in body weight (p = .48). | sleep, body weight
    No difference was seen in hiccups (p = .3) or in cough (p = .4). | hiccups, cough
    No difference was seen in hiccups (p = .3) or cough (p = .4). | hiccups, cough
    Hiccups were rarer (p = .01), as was throat pain (p = .02). | Hiccups, throat pain
    For hiccups, the HR was 0.7 (95% CI 0.6 to 0.9); for belching, 0.9 (95% CI 0.8 to 1.1). | hiccups, belching
"""
SURE = """
    Throat pain was lower with humming (p = .01). | yes
    There was no difference in throat pain (p = .5). | yes
    Voice handicap index (VHI) was lower with humming (p = .01). | yes
    The incidence of throat pain was 12% with humming and 18% with silence (p = .04). | yes
    Throat pain (p = .1) was lower with humming. | no
    Throat pain was lower in those who sang with teachers, practised scales, drank tea (p = .01). | no
    Hummers had throat pain (p = .01). | no
    Humming was related to throat pain (p = .01). | no
    Chants eased colds, whereas hymns did not (p = .6). | no
"""
TITLES = """
    Humming and incident gout in singers: a cohort study | gout
    Humming and the risk of gout | gout
    Association of humming with gout: a cohort study | gout
    Effect of humming on gout | gout
    Humming and health outcomes: an umbrella review |
    Humming versus silence in singers |
"""


def printed(sentence, *comparisons):
    return results_of(text_of("", AbstractSection(sentence, "RESULTS")), comparisons=comparisons)


def rows(table):
    return [tuple(cell.strip() for cell in row.split("|")) for row in table.strip().splitlines()]


def arms(intervention, comparator):
    first, second = (Read(name, "explicit", 0.8, (Span(0, len(name), 0),)) for name in (intervention, comparator))
    return Comparison(first, second)


@pytest.mark.parametrize(("sentence", "outcome"), rows(NAMED))
def test_the_words_that_name_the_outcome(sentence, outcome):
    assert [one.outcome.value for one in printed(sentence)] == outcome.split(", ")


def test_a_list_is_one_name():
    (one,) = printed("At 12 weeks, pain, function and stiffness improved (p = .01).")
    assert one.outcome.value == "pain, function and stiffness"


# protects: a statistic, a treatment or people as an outcome
@pytest.mark.parametrize("row", rows(UNNAMED), ids=" ".join)
def test_silence_where_no_outcome_is_named(row):
    (one,) = printed(row[0], arms("humming", "silence"))
    assert not one.outcome, one.outcome


@pytest.mark.parametrize(("sentence", "outcomes"), rows(SEVERAL))
def test_each_result_of_a_sentence_has_its_own_outcome(sentence, outcomes):
    assert [one.outcome.value for one in printed(sentence)] == outcomes.split(", ")


# protects: a binding that nobody need check, where something else stands near
@pytest.mark.parametrize(("sentence", "sure"), rows(SURE))
def test_a_name_is_sure_close_to_its_number_and_before_its_verb(sentence, sure):
    (one,) = printed(sentence)
    assert (one.outcome.confidence >= LINES["result.outcome"].confidence) is (sure == "yes")


@pytest.mark.parametrize(("title", "outcome"), rows(TITLES))
def test_a_ratio_of_nothing_that_is_named_is_of_what_the_title_names(title, outcome):
    text = text_of(title, AbstractSection("The hazard ratio was 1.4 (95% CI 1.1 to 1.8).", "RESULTS"))
    (one,) = results_of(text)
    assert (one.outcome.value or "") == outcome
    assert one.outcome.confidence <= 0.5


# protects: a disease as an arm, because those who have it were compared with others
def test_what_cases_have_is_no_arm():
    (one,) = printed(
        "There was no association with throat pain (OR 1.1; 95% CI 0.9 to 1.3).",
        arms("patients with throat pain", "controls"),
        arms("women with throat pain", "controls"),
    )
    assert one.outcome.value == "throat pain"


def test_a_list_before_one_number_is_one_name():
    (one,) = printed("Cognitive, language and motor scores were higher (p = .01).")
    assert one.outcome.value == "Cognitive, language and motor scores"


def test_a_name_is_shown_where_it_stands():
    sentence = "After 12 weeks (n = 80), the number of hiccups a day (the \u201ccount\u201d) fell (p = .01)."
    (one,) = printed(sentence)
    (span,) = one.outcome.spans
    assert sentence[span.start : span.end] == one.outcome.value == "number of hiccups"
    assert one.outcome.status == "explicit"


def test_a_name_that_is_taken_over_is_inferred_and_less_sure():
    first, second = (one.outcome for one in printed("Pain fell at 3 months (p = .01) and at 6 months (p = .02)."))
    assert (first.value, second.value) == ("Pain", "Pain")
    assert (first.status, second.status) == ("explicit", "inferred")
    assert second.confidence < first.confidence


# protects: a difference of nothing that is named, right behind the sentence that names it
def test_a_mere_measure_takes_the_outcome_of_the_sentence_before():
    told = printed("Hiccups fell with humming (p = .01). The difference between groups was 1.2 (95% CI 0.5 to 1.9).")
    assert [one.outcome.value for one in told] == ["Hiccups", "Hiccups"]
    assert told[1].outcome.confidence <= 0.5


def test_the_sentence_before_is_one_of_the_same_section():
    sections = [
        AbstractSection("Hiccups fell (p = .01).", "RESULTS"),
        AbstractSection("The ratio was 2 (p = .2).", "RESULTS"),
    ]
    assert [one.outcome.value for one in results_of(text_of("", *sections))] == ["Hiccups", None]


def test_an_arm_is_no_outcome():
    (one,) = printed("Humming improved significantly (p = .01).", arms("humming", "silence"))
    assert not one.outcome
    (one,) = printed("Humming improved significantly (p = .01).")
    assert one.outcome.value == "Humming"


def test_the_only_comparison_is_what_groups_are_compared_in():
    (one,) = printed("Pain was lower with humming than with silence (p = .01).", arms("humming", "silence"))
    assert (one.comparison.intervention.value, one.comparison.comparator.value) == ("humming", "silence")
    assert {one.comparison.intervention.status, one.comparison.comparator.status} == {"inferred"}


@pytest.mark.parametrize(
    ("sentence", "comparisons"),
    [
        ("Pain was lower than with silence (p = .01).", [("humming", "silence"), ("whistling", "silence")]),
        ("Pain was lower in women than in men (p = .01).", [("humming", "silence")]),
        ("Pain fell from baseline (p = .01).", [("humming", "silence")]),
        ("Pain was lower than with silence (p = .01).", []),
    ],
)
def test_no_comparison_where_it_could_be_another(sentence, comparisons):
    (one,) = printed(sentence, *(arms(*names) for names in comparisons))
    assert not one.comparison.intervention
    assert not one.comparison.comparator


def test_the_appraisal_of_a_record_binds_its_results():
    told = (
        AbstractSection("Eighty adults were randomised to humming (n = 40) or silence (n = 40).", "METHODS"),
        AbstractSection("Throat pain was lower with humming than with silence (p = .01).", "RESULTS"),
    )
    title = "Humming versus silence for hiccups: a randomised trial"
    record = Record(pmid="99000001", version=1, kind="article", title=title, abstract=told)
    (one,) = read_by_rule(record).results
    assert one.outcome.value == "Throat pain"
    assert (one.comparison.intervention.value, one.comparison.comparator.value) == ("humming", "silence")


def test_every_kind_of_word_has_its_letter():
    letters = [kind.letter for kind in WORD_CLASSES]
    assert len(set(letters)) == len(letters)
    assert not {"n", "z", "(", "8", ",", ":", "."} & set(letters)
    assert [letter_of(word) for word in ("pain", "the", "pain,", "(od", "12%", "slowly", "e.", "mg/dl", "12-week")] == [
        *("n", "d", "n,", "n", "z", "r", "n", "k", "d")
    ]


# protects: a name that is not the words of its place, whatever brackets and signs stand around it
@given(st.lists(st.sampled_from(PIECES.split()), max_size=30))
@settings(deadline=None)
def test_every_name_is_verbatim(words):
    text = text_of("", AbstractSection(" ".join([*words, "pain fell (p = .01)."]), "RESULTS"))
    for one in results_of(text, comparisons=[arms("pain", "risk")]):
        for span in one.outcome.spans:
            assert text.quote(span) == one.outcome.value
            assert one.outcome.value.strip()


# protects: time that grows faster than a hostile sentence
@pytest.mark.parametrize(
    "piece",
    [
        *(
            "pain and ",
            "was and was ",
            "of the ",
            "risk of ",
            "mean ",
            "(",
            "[(",
            "time to ",
            "women with ",
            "at 3 months, ",
        ),
        *(
            "pain (p = .1), ",
            "(HR 0.7; ",
            "effect of ",
            "difference in ",
            "adjusting for age, ",
            "death from ",
            "of 3 kg in ",
            "; pain: ",
            "relapsed had ",
        ),
    ],
)
def test_hostile_sentences_take_no_longer_than_they_are_long(piece):
    started = process_time()
    printed("The odds ratio and the difference were " + piece * 3000 + " (p = .01).")
    assert process_time() - started < 3
