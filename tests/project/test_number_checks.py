"""Numbers that cannot stand beside one another, each told with its place and the next step."""

import pytest

from tests.project.test_checks import check, finding, result, study, table

ARMS = "arms: [{name: walking, n: 60}, {name: talking, n: 60}]"
NAMED = "result: pain score"


def told(tmp_path, *facts, design="rct"):
    """The first line of everything that is wrong: place, sentence and code."""
    text = check(tmp_path, studies=table(study("one-2001", *facts, design=design)))
    return [line for line in text.splitlines() if line.startswith("data/")]


def sizes(first, second):
    return result(
        f"type: mean-post, intervention: {{mean: 1, sd: 1, n: {first}}}, comparator: {{mean: 2, sd: 1, n: {second}}}"
    )


def test_people_who_cannot_be_are_told_with_the_next_step(tmp_path):
    # protects: a slip of a digit is stopped before anything is computed with it
    assert check(tmp_path, studies=table(study("one-2001", "n_total: 12", ARMS))) == (
        """\
data/demo/studies.yaml:16:11 the arms have 120 people, and 'n_total' is 12  [impossible-number]
   16 |     arms: [{name: walking, n: 60}, {name: talking, n: 60}]
      |           ^
   'n_total' counts everybody who took part; where each person was in both arms, the design is crossover
"""
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (["n_total: 120", "n_randomised: 1200"], "'n_randomised' of 1,200 cannot be: 'n_total' is 120"),
        (["n_randomised: 90", "n_analysed: 900"], "'n_analysed' of 900 cannot be: 'n_randomised' is 90"),
        (["n_total: 90", "n_analysed: 91"], "'n_analysed' of 91 cannot be: 'n_total' is 90"),
        (["n_total: 120", sizes(6000, 60)], "the arms of this result have 6,060 people, and 'n_total' is 120"),
        (["n_total: 120", finding("participants: 121")],
         "'participants' of 121 cannot be: 'n_total' of the study is 120"),
        ([result("type: MD, estimate: -1, ci_low: -2, ci_high: -0.5, ci_level: 0.05")],
         "'ci_level' of 0.05 is no level of confidence"),
    ],
)  # fmt: skip
def test_each_impossible_number_is_told(tmp_path, facts, expected):
    (line,) = told(tmp_path, *facts)
    assert line.endswith(f" {expected}  [impossible-number]")


@pytest.mark.parametrize(
    ("facts", "design"),
    [
        (["n_total: 130", "n_randomised: 120", "n_analysed: 110", ARMS, sizes(55, 55)], "rct"),
        (["n_analysed: 100", ARMS], "rct"),  # those who were lost are in the arms
        (["n_total: 60", ARMS, sizes(60, 60)], "crossover"),  # the same people in both
        (["n_total: 60", sizes(60, 60)], "biomechanics-lab"),
        ([ARMS, sizes(60, 60)], "rct"),  # nobody said how many took part
        (["n_total: 120", finding("participants: 'not seen'")], "rct"),
    ],
)
def test_what_can_be_is_let_through(tmp_path, facts, design):
    assert told(tmp_path, *facts, design=design) == []


WORSE = "type: MD, estimate: 1.2, ci_low: 0.4, ci_high: 2"


@pytest.mark.parametrize(
    ("effect", "better_if", "expected"),
    [
        (WORSE, "lower", "it is higher with the intervention, and the finding for knee / pain says better_if: lower"),
        ("type: RR, estimate: 0.5", "higher", "it is lower with the intervention"),
        ("type: SMD, t: 2.1, intervention: {n: 20}, comparator: {n: 21}", "lower", "it is higher"),
        ("type: mean-post, intervention: {mean: 3}, comparator: {mean: 2}", "lower", "it is higher"),
        ("type: counts, intervention: {events: 9, n: 10}, comparator: {events: 8, n: 20}", "lower", "it is higher"),
        (WORSE, "higher", None),
        ("type: RR, estimate: 1", "lower", None),
        ("type: percent, estimate: 30", "lower", None),
        ("type: mean-post, intervention: {mean: 3}", "lower", None),
    ],
)
def test_words_and_number_that_contradict_each_other_are_told(tmp_path, effect, better_if, expected):
    # protects: a wrong sign is seen where it stands, not as a study that silently counts for nothing
    lines = told(tmp_path, result(effect), finding(NAMED, f"better_if: {better_if}"))
    assert len(lines) == (expected is not None)
    assert all("the effect contradicts 'favours-intervention': " in line and expected in line for line in lines)


def test_a_source_that_contradicts_itself_can_be_coded(tmp_path):
    unclear = result(WORSE).replace("favours-intervention", "unclear")
    assert told(tmp_path, unclear, finding(NAMED, "better_if: lower")) == []
