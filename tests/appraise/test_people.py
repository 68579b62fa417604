"""How many people a study has, where several numbers are printed."""

from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.sample.people import people_in
from claimbook.model.appraisal import ArmRead, Read, Sample, Span

NOT_SEEN = Read.missing()
WORDS = (Span(0, 1, 1),)


def seen(number):
    return NOT_SEEN if number is None else Read(number, "explicit", 0.9, WORDS)


def people(total=None, randomised=None, analysed=None, arms=()):
    groups = tuple(ArmRead(NOT_SEEN, seen(n)) for n in arms)
    return people_in(Sample(seen(total), NOT_SEEN, seen(randomised), seen(analysed), groups))


def test_a_total_that_is_one_arm_is_not_the_study():
    # 'humming (n = 61) or silence (n = 59)' and no other number: 120 people
    assert people(total=61, arms=(61, 59)) == 120


def test_arms_do_not_outgrow_a_total_of_their_own():
    # stages of one study may look like arms; a printed total stands
    assert people(total=100, arms=(61, 59)) == 100


def test_a_study_is_not_smaller_than_what_it_randomised():
    assert people(total=5, randomised=110) == 110


def test_those_analysed_are_only_a_part():
    assert people(analysed=15) is None
    assert people(total=197, analysed=15) == 197


def test_nobody_seen_is_not_zero():
    assert people() is None


@given(
    st.none() | st.integers(2, 10**6), st.none() | st.integers(2, 10**6), st.lists(st.integers(2, 10**5), max_size=4)
)
def test_never_fewer_than_any_number_of_the_whole(total, randomised, arms):
    known = [one for one in (total, randomised) if one is not None]
    found = people(total=total, randomised=randomised, arms=arms)
    assert found is None if not known else found >= max(known)
