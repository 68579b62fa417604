"""Names within the name of another thing. Every sentence is invented."""

import pytest

from claimbook.appraise.text.other_things import has_another_sense, is_another_thing


def within(said, name, asked=None, seen=is_another_thing):
    start = said.index(name)
    return seen(said, start, start + len(name), asked or name)


# protects: a figure of another thing, shown as one of the outcome
@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("stroke volume fell", "stroke"),
        ("respiratory depression was rare", "depression"),
        ("ST-segment depression was rare", "depression"),
        ("oxidative stress fell", "stress"),
        ("stress fractures were fewer", "stress"),
        ("placental weight rose", "weight"),
        ("work-life balance was better", "balance"),
        ("pain on the way back home", "pain on the way back"),
        ("fear of falling", "falling"),
        ("pain acceptance rose", "pain"),
        ("infection control knowledge", "infection"),
        ("yawn-related fatigue", "yawn"),
        ("sick leave due to back pain", "back pain"),
        ("after adjustment for age and hiccups", "hiccups"),
        ("quality of life of women with hiccups", "hiccups"),
        ("husbands of women with hiccups slept", "hiccups"),
    ],
)
def test_a_neighbour_makes_it_another_thing(said, name):
    assert within(said, name)


@pytest.mark.parametrize(
    ("said", "name", "asked"),
    [
        ("strokes were fewer", "strokes", "stroke"),
        ("birth weight rose", "weight", "birth weight"),
        ("fear of falling", "falling", "fear of falling"),
        ("costs of hiccups", "hiccups", "cost of hiccups"),
        ("the risk of hiccups", "hiccups", "hiccups"),
        ("the number of women with hiccups", "hiccups", "hiccups"),
        ("yawn-related symptoms", "yawn", "yawn"),
        ("joint pain related to age", "joint pain", "joint pain"),
        ("falls in older adults", "falls", "falls"),
        ("hiccups, costs and sleep", "hiccups", "hiccups"),
    ],
)
def test_what_was_asked_for_and_its_measures_are_no_other_thing(said, name, asked):
    assert not within(said, name, asked)


def test_only_words_that_go_with_one_name_change_the_sense_of_a_condition():
    # who is afraid of hiccups may have them; who has a heat stroke has no stroke
    assert within("adults with heat stroke", "stroke", seen=has_another_sense)
    assert not within("fear of hiccups", "hiccups", seen=has_another_sense)
