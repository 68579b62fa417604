"""How many people, and where that stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.lines import LINES
from claimbook.appraise.sample.total import sample_of, total_of
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.appraisal import Kind
from tests.appraise.invented import TRIAL, record


@pytest.mark.parametrize(
    ("abstract", "total"),
    [
        ("Sixty adults were randomised into two groups.", 60),
        ("A total of 1,506 women were enrolled between May 2014 and June 2016.", 1506),
        ("Participants (N = 48) hummed. Those in the first group (n = 24) hummed loudly.", 48),
        ("Of 340 adults screened, 120 adults were randomised. Of these, 12 adults left.", 120),
        ("We randomly assigned 90 adults aged 30 to 70 years to humming or silence.", 90),
        ("In 2007, patients hummed for 12 weeks. 44 patients were included.", 44),
        ("Humming for grade 2 hiccups helped 15% of patients.", None),
        ("After screening 188 volunteers, 104 men entered a run-in, and 92 of them were randomised.", 92),
        ("Of 71 eligible children, 40 (56%) were recruited and randomised, 20 to each group.", 40),
        ("Between May and June, 604 patients were screened and 412 were randomised.", 412),
        ("The planned sample was 1,000 patients. The trial was stopped after 564 patients hummed.", 564),
        ("Twenty-six police officers (19 men; mean age 38 years) hummed for ten days.", 26),
        ("Forty patients (52 knees) were included in the study.", 40),
        ("We randomly allocated 40 villages to humming; 2614 adults were enrolled.", 2614),
        ("A woman hummed. The 48 year-old female recovered.", None),
        ("In a model, a hypothetical cohort of 5000 patients was followed. We asked 60 patients.", 60),
        ("Deaths were 12 per 1000 patients.", None),
    ],
)
def test_totals(abstract, total):
    assert total_of(text_of("", abstract)).value == total


# protects: one of several groups taken for the study; where their sum is printed it is read as it stands
@pytest.mark.parametrize(
    ("abstract", "total", "status"),
    [
        ("We compared 52 patients with hiccups and 56 healthy controls.", 108, "inferred"),
        ("We tested 52 hummers with hiccups, 56 of their relatives, and 73 unrelated subjects.", 129, "inferred"),
        ("The study took in 150 boys and 147 girls from 26 schools.", 297, "inferred"),
        ("Cases were 341 men with hiccups; controls were 682 men without.", 1023, "inferred"),
        (
            "In all, 74 patients treated at home (2010 to 2012) were compared with 81 patients seen before.",
            155,
            "inferred",
        ),
        ("Adults were randomised to humming (n = 104) or rest (n = 101).", 205, "inferred"),
        ("Ten nurses left. Nurses took honey (n = 57) or syrup (n = 55).", 112, "inferred"),
        ("Adults (N = 60) joined a (loud) group (n = 31) or a quiet group (n = 29).", 60, "explicit"),
        ("Sixty adults, 33 women and 27 men, hummed.", 60, "explicit"),
        ("Of 60 adults, 40 women and 20 men were enrolled.", 60, "explicit"),
        ("We enrolled 60 adults. Hiccups ended in 12 adults and 9 adults fell asleep.", 60, "explicit"),
    ],
)
def test_groups_that_together_are_the_study(abstract, total, status):
    text = text_of("", abstract)
    read = total_of(text)
    assert (read.value, read.status) == (total, status)
    assert all(text.quote(span) for span in read.spans)


# protects: people of another study, of screening, of a model or of nobody taken for those of this one
@pytest.mark.parametrize(
    ("title", "abstract", "kind", "total"),
    [
        (
            "Secondary analysis of a trial of honey",
            "The parent trial randomised 900 adults. The present analysis included 640 adults with a diary.",
            Kind.RCT,
            640,
        ),
        ("", "METHODS: DNA was available for 402 of 538 randomised adults of the parent trial.", Kind.RCT, 402),
        ("", "Of 51 eligible adults, 24 (47%) consented.", Kind.SINGLE_ARM, 24),
        ("", "Of 1,500 eligible nurses, 930 (62%) returned the questionnaire.", Kind.CROSS_SECTIONAL, 930),
        (
            "",
            "Data were obtained from 11 of 14 trials, covering 2,987 (91%) of 3,281 randomised adults.",
            Kind.META_ANALYSIS,
            2987,
        ),
        ("", "Nine trials with 4,512 participants and 312 cases of hiccups were included.", Kind.META_ANALYSIS, 4512),
        ("", "Most documents came from one country (n = 49).", Kind.SYSTEMATIC_REVIEW, None),
        (
            "",
            "The interviews were held with 24 adults and read for verbatim words. The HUM trial randomised 400 adults.",
            Kind.OTHER,
            24,
        ),
        ("", "A Markov model was run. Effects came from a trial of 320 adults.", Kind.OTHER, None),
        (
            "Expression of concern: humming",
            "The baseline of the 146 patients who were randomised is odd.",
            Kind.RCT,
            None,
        ),
        ("Humming: a review", "In the HUM trial, 212 patients were randomised to honey.", Kind.NARRATIVE_REVIEW, None),
        ("", "Twelve rats were assigned to honey and twelve to water.", Kind.ANIMAL, None),
        ("", "Nine implants failed in eight women; 89 women were studied.", Kind.COHORT, 89),
        ("", "We identified 2.4 million women over 5.2 million person years.", Kind.COHORT, 2_400_000),
        ("", "Records of 2,016 adults who had hiccups were reviewed.", Kind.COHORT, 2016),
        (
            "",
            "In all, 510 adults were enrolled; 33 were lost to follow-up, leaving 477 for analysis.",
            Kind.COHORT,
            477,
        ),
        ("", "We followed 1,230 mother-infant pairs.", Kind.COHORT, 1230),
    ],
)
def test_people_who_are_not_those_of_the_study(title, abstract, kind, total):
    text = text_of(title, abstract)
    read = sample_of(text, kind).total
    assert read.value == total
    assert all(text.quote(span) for span in read.spans)


# protects: people who are surely read though only some of them are the study's
@pytest.mark.parametrize(
    ("title", "abstract", "kind"),
    [
        ("A post hoc analysis of the HUM trial", "The HUM trial randomised 900 adults.", Kind.RCT),
        ("", "Of 61 patients invited to hum, 9 accepted.", Kind.SINGLE_ARM),
        ("", "A total of 26 proteins of honey were analysed.", None),
        ("", "Hiccups were timed in 1792 tall, 1030 small, and 597 other adults enrolled in a study.", Kind.COHORT),
        ("", "Among 11,575 patients screened, but not included, 3,225 were treated with honey.", Kind.COHORT),
    ],
)
def test_people_of_whom_some_are_the_studys_are_not_sure(title, abstract, kind):
    assert total_of(text_of(title, abstract), kind).confidence < LINES["total"].confidence


# the data of some of them are not those of all
def test_data_of_some_do_not_count_all():
    sample = sample_of(text_of("", "Of 60 adults, data were available for 52."))
    assert (sample.total.value, sample.analysed.value) == (60, None)


# protects: those who began and those who were left, where nobody was assigned to anything
@pytest.mark.parametrize(
    ("abstract", "kind", "enrolled", "analysed"),
    [
        (
            "METHODS: We tested 2,246 adults; 118 adults were excluded. RESULTS: Of 2,128 adults 191 hiccuped.",
            Kind.CROSS_SECTIONAL,
            2246,
            2128,
        ),
        ("Nineteen adults began a trial.", Kind.RCT, 19, None),
        (
            "METHODS: Eighteen adults took honey for a week. RESULTS: Seventeen adults completed both periods.",
            None,
            18,
            17,
        ),
        (
            "The cohort enrolled 8,702 women. At age 5, speech was tested in 5,118 children (59%).",
            Kind.COHORT,
            8702,
            5118,
        ),
        ("In a cohort, 1,187 of 1,320 mothers (90%) completed a diary.", Kind.COHORT, 1320, 1187),
        ("We studied 60 adults. Hiccups were found in 12 adults and lost in 48 adults.", Kind.COHORT, None, None),
    ],
)
def test_those_who_began_and_those_who_were_left(abstract, kind, enrolled, analysed):
    sample = sample_of(text_of("", abstract), kind)
    assert (sample.enrolled.value, sample.analysed.value) == (enrolled, analysed)


# protects: how sure a total is was measured on trials; of other kinds it is sure only where a verb tells of a study
@pytest.mark.parametrize(
    ("kind", "abstract", "sure"),
    [
        (Kind.RCT, "Hiccups were timed in 60 adults.", True),
        (Kind.RCT, "The trial randomised 60 adults. We asked 12 adults for a thematic analysis.", False),
        (Kind.COHORT, "Hiccups were timed in 60 adults.", False),
        (Kind.COHORT, "A total of 60 adults were enrolled.", True),
        (
            Kind.COHORT,
            "A total of 60 adults were enrolled. As a control group, 45 adults of another town hummed.",
            False,
        ),
        (Kind.CASE_CONTROL, "A total of 60 adults were enrolled.", False),
        (None, "Hiccups were timed in 60 adults.", False),
        (Kind.RCT, "A total of 8 adults were enrolled.", False),
    ],
)
def test_a_total_is_sure_by_the_kind_of_study(kind, abstract, sure):
    assert (total_of(text_of("", abstract), kind).confidence >= LINES["total"].confidence) is sure


# protects: the number randomised, silent where the text says elsewhere that people were randomised, or invented
@pytest.mark.parametrize(
    ("abstract", "kind", "randomised", "status"),
    [
        ("METHODS: We studied 60 adults. They were randomly allocated to humming or rest.", Kind.RCT, 60, "inferred"),
        ("METHODS: Sixty adults aged 30 to 70 years (mean 51) were randomised to humming.", Kind.RCT, 60, "explicit"),
        ("METHODS: We studied 60 adults. They were randomly allocated to humming.", Kind.COHORT, None, "missing"),
        ("METHODS: We enrolled 60 adults; 52 were analysed. They were randomised before.", Kind.RCT, None, "missing"),
        ("METHODS: We studied 60 adults who hummed in a trial.", Kind.RCT, None, "missing"),
    ],
)
def test_people_who_were_randomised_without_a_number(abstract, kind, randomised, status):
    read = sample_of(text_of("", abstract), kind).randomised
    assert (read.value, read.status) == (randomised, status)


def test_the_whole_sample_of_an_invented_trial():
    text = reading_of(record(*TRIAL))
    sample = sample_of(text)
    assert (sample.total.value, sample.randomised.value, sample.analysed.value) == (120, 120, 112)
    assert [(arm.name.value, arm.n.value, arm.role) for arm in sample.arms] == [
        ("humming", 61, "unclear"),
        ("usual care", 59, "comparator"),
    ]
    assert text.quote(sample.total.spans[0]) == "One hundred and twenty"


# protects: the size of one arm that is proposed as the number of people who were randomised
def test_a_number_at_a_stage_is_sure_only_as_that_of_the_whole_study():
    whole = sample_of(text_of("", "We studied 120 adults. All 120 adults were randomly assigned to humming or rest."))
    arm = sample_of(text_of("", "We studied 120 adults. 58 adults were randomly assigned to humming, 62 to rest."))
    assert whole.randomised.confidence == whole.total.confidence
    assert (arm.randomised.value, arm.randomised.confidence) == (58, 0.5)


# protects: a number that no computer can hold stops the reading
def test_a_number_without_end_counts_nobody():
    assert total_of(text_of("", f"We enrolled {'9' * 400} patients.")).value is None


@given(st.text(max_size=300), st.integers(2, 9_999))
def test_every_number_of_a_sample_is_quoted_verbatim(noise, n):
    text = text_of(
        noise, f"{noise} {n} adults were randomised to humming (n = {n // 2}) or to rest (n = {n - n // 2})."
    )
    sample = sample_of(text)
    reads = (sample.total, sample.enrolled, sample.randomised, sample.analysed)
    for read in (*reads, *(part for arm in sample.arms for part in (arm.name, arm.n))):
        assert bool(read.spans) == (read.value is not None)
        assert all(text.quote(span) for span in read.spans)
    assert all(text.quote(arm.name.spans[0]) == arm.name.value for arm in sample.arms)


# protects: people of several studies, of others or of limits taken for those of this one; groups who were matched
@pytest.mark.parametrize(
    ("title", "abstract", "kind", "total"),
    [
        ("", "Honey was given to mice (n = 58,214 visits over eight years).", Kind.COHORT, None),
        ("", "Thirteen studies (n = 4,655) were pooled.", Kind.META_ANALYSIS, 4655),
        ("", "We pooled randomised trials (n = 12).", Kind.META_ANALYSIS, None),
        ("", "Sample sizes of the reviews ranged from 88 to 3,410 adults.", Kind.SYSTEMATIC_REVIEW, None),
        ("", "In this issue Nobody and colleagues report on 430 adults randomised to honey.", Kind.RCT, None),
        ("Design of HUM-2", "In the HUM-1 trial of 246 adults, hiccups were rare.", Kind.PROTOCOL, None),
        ("", "A 54-year-old woman hummed. Hiccups were seen in 3 of 1,210 patients.", Kind.CASE_REPORT, 1),
        ("", "We report two men with hiccups.", Kind.CASE_REPORT, 2),
        ("", "Thirteen adults were given honey. Hiccups stopped in nine patients.", None, 13),
        ("", "A total of 371 adults entered a 4-week run-in, and 214 were randomised.", Kind.RCT, 214),
        ("", "Hummers (n = 5270) were matched with 26 350 silent adults.", Kind.COHORT, 31620),
        ("", "Of 900 adults, 310 users of honey were matched with 310 users of syrup.", Kind.COHORT, 620),
        ("", "Honey was measured in 602 men with gout and in 602 controls; (n = 148 cases).", Kind.CASE_CONTROL, 1204),
        ("", "A trial of honey was carried out in 36 men. Thirty-four volunteers completed it.", Kind.CROSSOVER, 36),
        ("", "Blood was taken from 97 vegans, 112 vegetarians and 120 omnivores.", Kind.CROSS_SECTIONAL, 329),
        ("Humming", "On 3 November hiccups were told by 143 adults who had hummed.", Kind.COHORT, 143),
        ("Humming", "Thirteen eyes of 11 patients were included.", Kind.COHORT, 11),
        ("Humming", "A total of 718 of 1200 planned patients took part.", Kind.COHORT, 718),
    ],
)
def test_people_of_this_study_alone(title, abstract, kind, total):
    assert total_of(text_of(title, abstract), kind).value == total


# protects: how far people came, in other words than 'enrolled' and 'analysed'
@pytest.mark.parametrize(
    ("abstract", "stage", "value"),
    [
        ("METHODS: We randomised 36 schools (4,912 pupils) to honey or syrup.", "randomised", 4912),
        ("METHODS: After a run-in in 371 adults, 214 were randomised.", "enrolled", 371),
        ("METHODS: For the present post hoc analysis we included the 390 adults with a diary.", "analysed", 390),
        ("METHODS: Of 158 adults randomised, 150 attended on day 28.", "analysed", 150),
        ("METHODS: We randomised 731 adults, of whom 11 withdrew, leaving 720 in the analysis.", "analysed", 720),
        ("METHODS: We randomised 90 adults. RESULTS: 84 were included in the per-protocol set.", "analysed", 84),
        ("METHODS: We randomised 90 adults. RESULTS: Eighty-one of 90 adults completed it.", "analysed", 81),
        ("METHODS: We randomised 90 adults. RESULTS: All but nine adults were followed.", "analysed", None),
    ],
)
def test_stages_in_other_words(abstract, stage, value):
    assert getattr(sample_of(text_of("", abstract)), stage).value == value
