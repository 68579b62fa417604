"""The arms of a study in the forms in which abstracts print them; what neither adds up nor says 'n =' is not given."""

import pytest

from claimbook.appraise.sample.total import sample_of
from claimbook.appraise.text.reading import text_of

BOTH = [("humming", 31), ("rest", 29)]


@pytest.mark.parametrize(
    ("abstract", "arms"),
    [
        ("Sixty adults were randomised to humming (n = 31) or rest (n = 29).", BOTH),
        ("Sixty adults were randomised (humming, n = 31; rest, n = 29).", BOTH),
        ("Sixty adults were randomised (n = 31, humming; n = 29, rest).", BOTH),
        ("Sixty adults were randomised (N = 31 for humming, N = 29 for rest).", BOTH),
        ("Sixty adults were randomised to humming (31 adults) or rest (29 adults).", BOTH),
        ("Sixty adults were randomised: 31 were assigned to humming and 29 to rest.", BOTH),
        ("Sixty adults were randomised (31 humming, 29 rest).", BOTH),
        ("Sixty adults were randomised: 12 had sore lips and 9 had none.", []),
    ],
)
def test_forms(abstract, arms):
    assert [(arm.name.value, arm.n.value) for arm in sample_of(text_of("", abstract)).arms] == arms


# sizes that fit no total are given with less confidence, so that a person looks
def test_arms_that_add_up_to_nothing_known_are_less_sure():
    known, unknown = (
        sample_of(text_of("", f"{people} were randomised to humming (n = 31) or rest (n = 29)."))
        for people in ("Sixty adults", "Adults")
    )
    assert known.arms[0].n.confidence > unknown.arms[0].n.confidence
