"""How many people, and where that stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.sample.total import sample_of, total_of
from claimbook.appraise.text.reading import reading_of, text_of
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
    ],
)
def test_totals(abstract, total):
    assert total_of(text_of("", abstract)).value == total


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
