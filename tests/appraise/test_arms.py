"""The arms of a study in the forms in which abstracts print them, and what looks like one and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.lines import LINES
from claimbook.appraise.sample.total import sample_of
from claimbook.appraise.text.reading import text_of
from claimbook.model.appraisal import Kind

RANDOMISED = "Sixty adults were randomised to humming (n = 31) or rest (n = 29)."
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
        ("Sixty adults were randomised to humming or rest (n = 31 and 29, respectively).", BOTH),
        ("Sixty adults were randomised to humming (daily for 5 years; n = 31) or rest (daily; n = 29).", BOTH),
        ("Sixty adults were randomised to humming (31) or rest (29).", BOTH),
        ("Sixty adults were soothed with humming (31) or rest (29).", BOTH),
        ("Sixty adults were randomised to humming (n 31) or rest (n 29).", BOTH),
        ("Sixty adults were randomised to humming or rest (31 vs 29).", BOTH),
        (
            "Sixty adults were randomised to loud humming, singing at dawn, or rest (n = 21, 20, and 19).",
            [("loud humming", 21), ("singing at dawn", 20), ("rest", 19)],
        ),
        (
            "Sixty adults hummed in one room (treatment group, 31) or in another (comparison group, 29).",
            [("treatment group", 31), ("comparison group", 29)],
        ),
        (
            "Thirty-one adults were treated with humming (Group 1) and 29 adults with rest (Group 2).",
            BOTH,
        ),
        (
            "There were 31 adults in the humming group and 29 in the rest group.",
            [("humming group", 31), ("rest group", 29)],
        ),
        ("Group 1 comprised 31 adults and group 2 comprised 29 adults.", [("Group 1", 31), ("group 2", 29)]),
        ("Sixty adults were randomised (humming 31, rest 29).", BOTH),
        ("Sixty adults were randomised, with 31 (52%) to humming and 29 (48%) to rest.", BOTH),
        ("Sixty adults took part: 31 chose humming (group A) and 29 rest (group B).", BOTH),
        ("Sixty adults took part, of whom 31 had received humming and 29 rest.", BOTH),
        ("Sixty adults took part: 31 (52%) received humming and 29 (48%) rest.", BOTH),
        ("Hiccups ended in 7 of the 31 adults given humming and in 9 of the 29 given rest.", BOTH),
        (
            "Sixty adults were enrolled (31 in 2 intervention villages; 29 in 2 control villages).",
            [("intervention villages", 31), ("control villages", 29)],
        ),
        (
            "Sixty adults were randomised to loud humming (31) or quiet rest without words (QR) group (29).",
            [("loud humming", 31), ("quiet rest without words", 29)],
        ),
        (
            "Trials A (n = 28) and B (n = 32) were pooled. Sixty adults (humming 31, placebo 29) were analysed.",
            [("humming", 31), ("placebo", 29)],
        ),
        ("Sixty adults (31 males, 29 females) hummed.", []),
        ("The effect was larger (p < 0.01, n = 31; p < 0.05, n = 29) in sixty adults.", []),
        ("From January 2009 to May 2010 in two towns, sixty adults hummed.", []),
        ("Sixty-one and 59 adults were assigned to humming.", []),
        ("Sixty adults were randomised: 12 had sore lips and 9 had none.", []),
        ("Humming was given (HUM 31) to sixty adults at two doses (HUM 29).", []),
    ],
)
def test_forms(abstract, arms):
    assert [(arm.name.value, arm.n.value) for arm in sample_of(text_of("", abstract)).arms] == arms


# arms of equal size that are told by it alone
@pytest.mark.parametrize(
    ("abstract", "sizes"),
    [
        ("Sixty adults were randomly assigned in three groups of 20: humming, rest and sleep.", [20, 20, 20]),
        ("Sixty adults were allocated at random, thirty each, to humming or rest.", [30, 30]),
        ("Sixty adults hummed in groups of 20.", []),
    ],
)
def test_arms_of_one_size(abstract, sizes):
    assert [arm.n.value for arm in sample_of(text_of("", abstract)).arms] == sizes


# sizes that fit no total are given with less confidence, so that a person looks
def test_arms_that_add_up_to_nothing_known_are_less_sure():
    known, unknown = (
        sample_of(text_of("", f"{people} were randomised to humming (n = 31) or rest (n = 29)."))
        for people in ("Sixty adults", "Adults")
    )
    assert known.arms[0].n.confidence > unknown.arms[0].n.confidence


def arms_of(abstract):
    # two sentences without numbers, because what stands alone is read as a conclusion
    arms = sample_of(text_of("", f"Adults hummed. {abstract} Many liked it. Humming may help.")).arms
    return [(arm.name.value, arm.n.value, arm.analysed.value) for arm in arms]


@pytest.mark.parametrize(
    ("abstract", "arms"),
    [
        ("31 adults were assigned to humming and 29 to rest.", [("humming", 31, None), ("rest", 29, None)]),
        (
            "Group 1 (n = 31) hummed loudly for a week. Group 2 (n = 29) was asked to rest.",
            [("Group 1", 31, None), ("Group 2", 29, None)],
        ),
        (
            "Adults hummed (H group, 20 adults), sang (S group, 19 adults) or slept (R group, 21 adults).",
            [("H group", 20, None), ("S group", 19, None), ("R group", 21, None)],
        ),
        ("We compared 31 humming cases and 29 silent controls.", [("cases", 31, None), ("controls", 29, None)]),
        # the number of the whole study among its arms
        (
            "Of 60 adults, 60 adults received care, 31 adults received humming and 29 adults received rest.",
            [("humming", 31, None), ("rest", 29, None)],
        ),
        # a name that begins as no name does
        ("Adults received thistle tea (n = 31) or rest (n = 29).", [("thistle tea", 31, None), ("rest", 29, None)]),
        # people who were chosen are no arm
        ("Women with hiccups (n = 61) and men with colds (n = 59) were asked.", []),
        # counts of events
        ("Hiccups ended with humming (n = 31, 52%) and rest (n = 29, 48%).", []),
    ],
)
def test_arms_that_nothing_adds_up_to(abstract, arms):
    assert arms_of(abstract) == arms


# the names are not told, so each arm stands there without one
@pytest.mark.parametrize(
    ("abstract", "sizes"),
    [
        ("60 adults were randomised to humming or rest (30 adults in each group).", [30, 30]),
        ("60 adults were randomised to two groups of 30.", [30, 30]),
        ("60 adults were randomised to three conditions of 20.", [20, 20, 20]),
        ("Adults were randomised; each of the three groups contained 20 adults.", [20, 20, 20]),
        ("Thirty-three of 35 adults in both groups hummed.", []),
    ],
)
def test_arms_of_equal_size(abstract, sizes):
    assert arms_of(abstract) == [(None, size, None) for size in sizes]


@pytest.mark.parametrize(
    ("abstract", "arms"),
    [
        # denominators, under the names of the arms
        (
            f"{RANDOMISED} It helped 9 of 25 adults in the rest group and 14 of 30 adults in the humming group.",
            [("humming", 31, 30), ("rest", 29, 25)],
        ),
        # completers
        (
            f"{RANDOMISED} We saw humming (n = 28) and rest (n = 27).",
            [("humming", 31, 28), ("rest", 29, 27)],
        ),
        # more people than were there are others
        (
            f"{RANDOMISED} It helped 9 of 95 adults in the humming group and 14 of 90 adults in the rest group.",
            [("humming", 31, None), ("rest", 29, None)],
        ),
        # denominators alone
        (
            "Hiccups ended in the humming group (9/61) and in the rest group (14/59).",
            [("humming group", None, 61), ("rest group", None, 59)],
        ),
        (
            "Hiccups ended in 15% (9/61) and 24% (14/59) in the humming and rest groups, respectively.",
            [("humming", None, 61), ("rest", None, 59)],
        ),
        ("Pressures were 120/80 in the humming group and 130/85 in the rest group.", []),
        # parts of people that are no arms
        ("Hiccups ended in 9/61 women and 14/59 men.", []),
    ],
)
def test_those_analysed_stand_beside_those_randomised(abstract, arms):
    assert arms_of(abstract) == arms


# protects: many sizes in one sentence take no time that grows with all their orders
@given(st.lists(st.integers(10, 99), min_size=2, max_size=40))
def test_any_number_of_sizes_is_read(sizes):
    said = ", ".join(f"humming {place} (n = {size})" for place, size in enumerate(sizes))
    assert all(arm.n.value in sizes for arm in sample_of(text_of("", f"We had {said}. {said}. It helped. So.")).arms)


# protects: groups to which nobody was assigned, which were no arms before, with the total that they are together
@pytest.mark.parametrize(
    ("abstract", "kind", "total", "sizes"),
    [
        (
            "Seventy-two adults treated by the team were compared with 80 adults who had hummed.",
            Kind.COHORT,
            152,
            [72, 80],
        ),
        ("Adults with hiccups (n = 32) and healthy adults (n = 30) were tested.", Kind.CROSS_SECTIONAL, 62, [32, 30]),
        ("We recruited 210 drivers and 205 office clerks of similar age.", Kind.CROSS_SECTIONAL, 415, [210, 205]),
        ("Thirty-eight patients with hiccups and 38 controls were included.", Kind.CASE_CONTROL, 76, [38, 38]),
        ("The records of 120 women who hummed were compared to those of 140 women.", Kind.COHORT, 260, [120, 140]),
        ("Cases were 548 women with hiccups. Controls were 692 women.", Kind.CASE_CONTROL, 1240, [548, 692]),
        (
            "A case-control study nested in a cohort of 214,530. Cases were 1,846 adults, controls (n = 7,384).",
            Kind.CASE_CONTROL,
            9230,
            [1846, 7384],
        ),
        ("Of 1,032 adults (honey 318, syrup 714), 286 pairs were matched.", Kind.COHORT, 572, [286, 286]),
        ("Of 3,000 adults, propensity matching left 410 patients in each group.", Kind.COHORT, 820, [410, 410]),
        ("We studied all adults seen before (n = 617) and after (n = 654) the rule.", Kind.COHORT, 1271, [617, 654]),
        ("Files of 1,214 adults were read: 612 had open repair, 602 keyhole repair.", Kind.COHORT, 1214, [612, 602]),
        ("The study took in 150 boys and 147 girls.", Kind.COHORT, 297, []),
        ("The study included 88,406 users of honey and 240,117 of syrup.", Kind.COHORT, 328_523, [88_406, 240_117]),
        (
            "We interviewed 384 women with hiccups, 512 women with cough and 890 controls.",
            Kind.CASE_CONTROL,
            1786,
            [384, 512, 890],
        ),
    ],
)
def test_groups_that_nobody_assigned(abstract, kind, total, sizes):
    text = text_of("", abstract)
    sample = sample_of(text, kind)
    assert (sample.total.value, [arm.n.value for arm in sample.arms]) == (total, sizes)
    assert all(arm.n.confidence < LINES["arms"].confidence for arm in sample.arms)
    assert all(text.quote(span) for arm in sample.arms for span in (*arm.name.spans, *arm.n.spans))
