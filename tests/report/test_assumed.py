"""What was assumed, and what if not: on the page and in ``claimbook why``, also where nothing hangs on it."""

import pytest

from claimbook.language.said import Said
from claimbook.model.assessment import BiasClass
from claimbook.model.terms import PRECLINICAL, REVIEWS, Design, Match
from claimbook.report.why import why_claim
from claimbook.report.why_rule import why_rule
from claimbook.report.words.subgroups import FACT_WORDS, GROUP_WORDS, TITLES
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.details.subgroups import FACTS
from claimbook.synthesis.rulebook import RULES
from tests.report.chains import NOWHERE, ONE
from tests.report.demo import HOSTILE, case, table
from tests.report.pages import is_well_formed
from tests.synthesis.factory import SAFE, claim, interval, outcome, study

FLIPPING = study("aria", n=900, p="0.03", bias=SAFE, authors="Aria AA")
HEDGED = outcome(strength="hedged")
PRINTED = study("bass", n=90, effect=interval("SMD", -0.6, -0.9, -0.3), authors="Bass BB")
MEDIANS = {"type": "medians", "intervention": {"median": 3, "quartiles": [2, 5]}, "comparator": {"median": 4}}


def page(*studies, of=None):
    return str(case(*studies, of=of).certainty()).splitlines()


def why(*studies, of=None):
    return why_claim(assess_claim(claim(of), table(*studies)), NOWHERE).splitlines()


def said(lines):
    return next(line for line in lines if line.strip().startswith("What was assumed")).strip()


def test_a_verdict_that_flips_is_said_first_and_shown_in_its_row():
    shown = page(FLIPPING, of=HEDGED)
    assert said(shown) == (
        "What was assumed. 2 assumptions stand between what was printed and this result. Each was taken otherwise, in "
        "3 ways in all, one at a time, and everything was weighed again. The verdict changes in 1 of them, to: "
        "Uncertain."
    )
    assert (
        "P taken as two-sided CONV-P Aria 2020 | One-sided, so the two-sided p is twice as large "
        "Named by the specification | Two-sided p 0.06 | Becomes uncertain |"
    ) in shown


def test_nothing_that_flips_is_said_as_such():
    shown = page(*ONE)
    assert "The verdict never changes. What is shown or its certainty changes without the verdict in 1 way." in said(
        shown
    )
    assert shown[-1].endswith("| Two-sided p 0.1 | Stays; shown: leaves it open |")


def test_what_is_not_varied_says_why():
    shown = page(PRINTED)
    assert "1 of them was taken otherwise, in 2 ways in all" in said(shown)
    assert shown[-1] == (
        "- Interval read as a normal one (Bass 2020): the specification names the t divisor for mean differences only "
        "CONV-SMD"
    )


@pytest.mark.parametrize(
    ("studies", "words"),
    [
        (
            (study("aria"), study("bass")),
            "No number was converted, so nothing had to be assumed: directions alone speak.",
        ),
        (
            (study("aria", n=90, effect={"type": "RR", "estimate": 0.8, "t": None}),),
            "No number was converted, so nothing had to be assumed: directions alone speak.",
        ),
        (
            (
                study(
                    "aria",
                    effect={
                        "type": "counts",
                        "intervention": {"events": 4, "n": 40},
                        "comparator": {"events": 9, "n": 40},
                    },
                ),
            ),
            "Nothing had to be assumed: the numbers stand as printed, or follow from print by arithmetic.",
        ),
    ],
    ids=["directions", "no interval", "counts"],
)
def test_where_nothing_was_assumed_that_is_said(studies, words):
    assert said(page(*studies)) == f"What was assumed. {words}"


def test_behind_a_gate_nothing_is_said_of_assumptions():
    assert not [line for line in page(study("aria", None)) if "assumed" in line]


def test_many_studies_are_counted():
    # protects: a table that twenty names make unreadable
    many = [study(f"s{i}", n=80 + i, effect=interval("SMD", -0.3 - i / 10, -1.2, -0.01)) for i in range(5)]
    assert any("taken as 95% CONV-LEVEL 5 studies |" in line for line in page(*many))


def test_the_chain_tells_the_same():
    row = next(line for line in why(FLIPPING, of=HEDGED) if line.strip().startswith("p-two-sided"))
    assert row.split(maxsplit=1)[1] == (
        "CONV-P, aria: p taken as two-sided; instead one-sided, so the two-sided p is twice as large (named by the "
        "specification): two-sided p 0.06; verdict becomes uncertain"
    )


def test_a_conversion_rule_tells_what_it_took():
    # protects: `claimbook why --rule CONV-...` that says of a rule at work that it did not speak
    told = why_rule(assess_claim(claim(), table(PRINTED)), "conv-level")
    assert "    pain, study bass: level of the interval not recorded, taken as 95%" in told.splitlines()


def test_every_rule_has_room_in_the_first_column():
    lines = why(FLIPPING)
    column = next(line for line in lines if "STATE-P" in line).index("favours:")
    assert column > 6 + max(map(len, RULES))


def test_medians_are_shown_as_printed_and_told_apart():
    # protects: a study with medians alone that disappears without a word
    one = study("aria", n=40, effect=MEDIANS, authors="Aria AA")
    shown = str(case(one).studies())
    assert "Medians intervention 3 (quartiles 2 to 5); comparison 4" in shown
    assert "Reports medians, which no published conversion named by the specification turns into means" in shown
    assert any("no interval" in line and "reports medians" in line for line in why(one))


def test_hostile_names_are_shown_as_text():
    html = case(study("aria", n=60, p="<0.05", authors=HOSTILE, title=HOSTILE)).certainty().html
    assert is_well_formed(html)
    assert "<script>" not in html


# Subgroups


def body(*facts):
    effects = (-0.9, -0.8, -1.0, -0.1, -0.2, -0.3)
    pairs = zip(effects, facts, "ABCDEF", strict=False)
    return [
        study(f"s{i}", n=60 + i, effect=interval("SMD", e, e - 0.4, e + 0.4), authors=f"{name}lto X", **more)
        for i, (e, more, name) in enumerate(pairs)
    ]


SAFER = {"bias": SAFE}


def test_subgroups_stand_side_by_side_with_their_caution():
    shown = page(*body(SAFER, SAFER, SAFER, {}, {}))
    start = shown.index("Subgroups by risk of bias")
    assert shown[start + 1] == "Group | Studies | Effect |"
    assert shown[start + 2].startswith("Low | 3 studies: Alto 2020, Blto 2020, Clto 2020 | 0.9 (95% interval 0.3")
    assert shown[start + 2].endswith("Random effects (REML) |")
    assert shown[start + 3].startswith("Unclear | 2 studies: Dlto 2020, Elto 2020 | 0.15 (95% interval")
    assert shown[start + 3].endswith("Two studies, fixed effect |")
    assert shown[start + 4].startswith("Test of difference: Q between groups 16.2, df 1, p below 0.001, I² (from Q)")
    assert shown[start + 5].startswith("Nobody drew lots for these groups")
    assert "such tests were made" not in shown[start + 5]


def test_several_comparisons_say_how_many():
    sick = {"people": {"patients": True}}
    well = {"people": {"patients": False}}
    shown = page(*body(SAFER | sick, SAFER | well, SAFER | sick, well, sick, well))
    assert sum(line.startswith("Subgroups by") for line in shown) == 2
    assert any(
        line.endswith("2 such tests were made; of twenty, one comes out below .05 by chance alone.") for line in shown
    )


def test_studies_outside_every_group_are_named():
    sick, well = {"people": {"patients": True}}, {"people": {"patients": False}}
    (test,) = [line for line in page(*body(sick, sick, well, well, {})) if line.startswith("Test of difference")]
    assert test.endswith("Left out, because the fact was not seen or the study stands alone in its group: Elto 2020.")


@pytest.mark.parametrize(
    ("studies", "words"),
    [
        (
            body({}, {}, {}),
            "No subgroups: no coded fact (design, risk of bias, people enrolled, match of the population)",
        ),
        (body({}, {}), "So there are no subgroups to compare either."),
        (body({}), "So there are no subgroups to compare either."),
    ],
    ids=["alike", "two studies", "one study"],
)
def test_without_subgroups_one_line_says_why(studies, words):
    assert sum(words in line for line in page(*studies)) == 1


def test_every_fact_and_group_has_words_that_another_language_can_say():
    assert set(FACT_WORDS) == set(TITLES) == set(GROUP_WORDS) == set(FACTS)
    pooled = set(Design) - REVIEWS - PRECLINICAL - {Design.PROTOCOL}
    assert set(GROUP_WORDS["design"]) == {design.value for design in pooled}
    assert set(GROUP_WORDS["risk of bias"]) == {level.value for level in BiasClass}
    assert set(GROUP_WORDS["match of the population"]) == {match.value for match in Match} - {"none"}
    assert all(isinstance(words, Said) for group in GROUP_WORDS.values() for words in group.values())
