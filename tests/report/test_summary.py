"""The summary of findings, the sensitivity of verdicts and the numbers of a pool, as a reader sees them."""

import pytest

from claimbook.model.assessment import Measure
from claimbook.model.printed import p_words
from claimbook.model.terms import Asserts, Direction, State
from claimbook.report.case.article import open_article
from claimbook.report.words.summary import finding_line, side_words, silence
from claimbook.report.words.verdicts import Silence
from claimbook.synthesis.details.findings import Size, finding_row
from tests.report.demo import case, write_demo
from tests.report.pages import Read
from tests.synthesis.factory import SAFE, interval, match, outcome, study, weigh

MINUS = "\N{MINUS SIGN}"
EVENT = outcome(kind="event", name="stroke")
RR = interval("RR", 0.75, 0.6, 0.9)


def lines(shown):
    return str(shown).splitlines()


def cells(*studies, of=None):
    """The one row of the table, cell by cell."""
    shown = lines(case(*studies, of=of).summary())
    return shown[2].removesuffix(" |").split(" | ")


def test_a_row_has_the_columns_of_a_summary_of_findings():
    # protects: the columns of the Handbook, in its order
    shown = lines(case(study("a", effect=RR, n=900, finding={"control_risk": 0.2}), of=EVENT).summary())
    assert shown[1].startswith("Outcome | Risk without it, of 1000 | Risk with it, of 1000 | Effect | Studies and")
    assert cells(study("a", effect=RR, n=900, finding={"control_risk": 0.2}), of=EVENT)[:5] == [
        "Stroke",
        "200 From one abstract",
        "150 (120 to 180) Computed from the ratio and the risk without it",
        "Risk ratio 0.75 (95% interval 0.6 to 0.9) Toward the claim: lower is better",
        "1 study 900 participants",
    ]


@pytest.mark.parametrize(
    ("studies", "of", "expected"),
    [
        ([study("a", effect=RR, n=900)], EVENT, "Not seen No abstract gives a risk without the intervention"),
        ([study("a", p="0.01", n=90)], None, "Does not apply Measured on a scale, not counted in people"),
        ([study("a", matched=match(answers="different"))], EVENT, "None found So no risk is known"),
        ([study("a", finding={"outcome": "sleep"})], EVENT, "Not looked for So no risk is known"),
    ],
)
def test_a_risk_that_nobody_printed_is_never_made_up(studies, of, expected):
    # protects: the four silences are told apart, and none is a number (never 24)
    shown = cells(*studies, of=of)[1]
    assert shown.startswith(expected)
    assert not any(character.isdigit() for character in shown)


@pytest.mark.parametrize(
    ("studies", "expected"),
    [
        ([study("a", n=90)], Silence.NOT_SEEN),
        ([study("a", "within")], Silence.NOT_SEEN),
        ([study("a", matched=match(none="I"))], Silence.NONE_FOUND),
        ([], Silence.NOT_LOOKED),
    ],
)
def test_each_silence_is_its_own(studies, expected):
    # protects: none found, not looked for and not seen are three things
    assert silence(weigh(*studies)) is expected


def test_without_a_size_the_direction_stands_in_words():
    # protects: no zero and no blank where the size is unknown
    effect = cells(study("a", p="0.01", n=90))[2]
    assert effect.startswith("Toward the claim Size not seen. Two-sided p 0.01")


def test_a_size_that_was_printed_is_not_called_unseen():
    # protects: sizes on scales that nobody named are told apart from sizes that nobody printed
    unnamed = [study(f"s{i}", n=200, effect=interval("MD", -5, -8, -2)) for i in range(2)]
    effect = cells(*unnamed)[2]
    assert "not seen" not in effect.lower()
    assert "Sizes were printed and not put together: the mean differences name no instrument" in effect


@pytest.mark.parametrize(
    ("toward", "state", "asserts", "turned", "expected"),
    [
        (True, State.FAVOURS, Asserts.EFFECT, False, "toward the claim: lower is better"),
        (False, State.AGAINST, Asserts.EFFECT, False, "against the claim: lower is better"),
        (
            True,
            State.INCONCLUSIVE,
            Asserts.EFFECT,
            False,
            "leaves it open; the number itself lies toward the claim: lower is better",
        ),
        (
            False,
            State.NULL,
            Asserts.EFFECT,
            True,
            "little or no difference; the number itself lies away from the claim: signs turned so that lower is better",
        ),
        (
            True,
            State.AGAINST,
            Asserts.DENIAL,
            False,
            "against the claim; the number itself lies in the direction that the claim denies: lower is better",
        ),
        (None, State.INCONCLUSIVE, Asserts.EFFECT, False, "leaves it open: exactly no effect; lower is better"),
    ],
)
def test_the_side_of_a_number_is_said(toward, state, asserts, turned, expected):
    # protects: a sign is never left to be guessed, also for claims that deny an effect
    size = Size(Measure.SMD.value, -0.5, (-0.9, -0.1), toward, Direction.LOWER, turned)
    assert side_words(size, state, asserts) == expected


def test_each_number_beside_the_certainty_leads_to_its_reason():
    # protects: one number for each level, every link has its target
    html = case(study("a", p="0.01", n=60, matched=match(partial="P"))).summary().html
    read = Read(html)
    marks = [link["href"] for link in read.all("a") if link["href"].startswith("#level-")]
    targets = [f"#{element['id']}" for element in read.all("li", "span") if "id" in element]
    assert marks == targets == [f"#level-{number}" for number in range(1, 6)]
    shown = lines(case(study("a", p="0.01", n=60, matched=match(partial="P"))).summary())
    imprecision = next(line for line in shown if line.startswith("- 4, 5 Imprecision, 2 levels down:"))
    assert "80% power for SMD 0.28" in imprecision
    assert f"60 participants, target 400: below 25% of it {SIZE_RULE}" in imprecision


SIZE_RULE = "IMPRECISION-SIZE-2"


def test_few_people_are_not_rounded_away():
    # protects: 2.5 of a thousand is not 2 and not 0
    row = finding_row(weigh(study("a", effect=RR, n=90000, finding={"control_risk": 0.0034}), of=EVENT))
    without, with_it = finding_line(row, {}).risks
    assert (without.value, with_it.value) == ("3.4", "2.5 (2 to 3.1)")


def test_a_risk_above_everybody_is_held_and_said():
    # protects: no risk of 1,200 of a thousand
    effect = interval("RR", 1.5, 1.2, 3)
    shown = cells(study("a", "against", effect=effect, n=900, finding={"control_risk": 0.5}), of=EVENT)
    assert shown[2] == "750 (600 to 1000) Computed from the ratio and the risk without it; it cannot be more than all"


# Sensitivity


def article(tmp_path, *studies):
    return open_article("demo", folder=write_demo(tmp_path, *studies).root)


def test_where_nothing_flips_the_counts_say_so(tmp_path):
    # protects: robust is said with what was tried
    shown = lines(article(tmp_path, study("x", n=20)).sensitivity())
    assert "thresholds are our own choice. Each was moved alone, to " in shown[0]
    assert "No verdict flips: all 2 verdicts stay as they are at each of these values." in shown[0]
    assert not [line for line in shown if line.startswith("Verdicts that flip")]
    assert any(line.startswith("Two-sided p") and line.endswith("alpha | 0.05 | 0.025, 0.0375, 0.0625, 0.075 |")
               for line in shown)  # fmt: skip


def test_each_flip_is_a_row_with_threshold_and_both_verdicts(tmp_path):
    # protects: a reader sees what turns, where, and into what
    found = article(tmp_path, study("a", n=900, p="0.04", bias=SAFE))
    shown = lines(found.sensitivity())
    assert "1 of 2 verdicts can flip, at " in shown[0]
    flips = [line.split(" | ") for line in shown if line.startswith("Two-sided p") and "“" in line]
    assert [row[1:] for row in flips] == [
        ["0.05", value, "“Humming helps” Knee pain", "Probably supported", "Overstated |"]
        for value in ("0.025", "0.0375")
    ]
    assert {link["href"] for link in Read(found.sensitivity().html).all("a")} == {"humming.html#verdict-pain"}


# The numbers of a pool


def smd(middle, n):
    half = 1.96 * 2 / n**0.5
    return interval("SMD", middle, round(middle - half, 3), round(middle + half, 3))


def pooled(*effects, first=40):
    sizes = range(first, first + 20 * len(effects), 20)
    return [
        study(f"s{i}", "no difference", authors=f"Alto{chr(97 + i)} A", n=n, effect=smd(effect, n))
        for i, (effect, n) in enumerate(zip(effects, sizes, strict=True))
    ]


def numbers(*studies):
    """Name and value of each pool number, and what it tells."""
    shown = lines(case(*studies).certainty())
    start = shown.index("Pooled effect")
    end = next(i for i, line in enumerate(shown) if line.startswith(("No subgroups", "Subgroups by")))
    return dict(zip(shown[start:end:2], shown[start + 1 : end : 2], strict=True))


def test_a_pool_shows_every_number_with_what_it_tells():
    # protects: estimator, interval form, Q, both I2, tau2 with its interval, prediction, leave-one-out
    found = numbers(*pooled(-0.5, -0.4, -0.6, -0.3, -0.45))
    assert list(found) == [
        "Pooled effect",
        "Q",
        "I² (from Q)",
        "I² (from tau²)",
        "tau²",
        "Prediction interval",
        "Leaving one out",
        "Egger's test, trim and fill",
    ]
    assert "REML, modified HKSJ interval; signs turned so that above 0 is toward the claim" in found["Pooled effect"]
    assert " on 4 degrees of freedom, p 0." in found["Q"]
    assert "95% Q-profile interval 0 to " in found["tau²"]
    assert "t with 3 degrees of freedom" in found["Prediction interval"]
    assert "without Alto" in found["Leaving one out"]
    assert found["Egger's test, trim and fill"].startswith("Not read below 10 studies Do small studies")
    assert all(len(value.split()) > 12 for value in found.values())


def test_ten_studies_are_tested_for_asymmetry():
    # protects: a test with its degrees of freedom, trim and fill never as a corrected result
    found = numbers(*pooled(*[-0.3 - 0.05 * (i % 3) - 0.4 / (i + 1) for i in range(10)]))
    assert found["Egger's test"].startswith("Slope ")
    assert " on 8 degrees of freedom, p " in found["Egger's test"]
    assert found["Trim and fill"].endswith("never a corrected result.")
    assert MINUS not in found["Pooled effect"].split(" (")[0]


def test_ratios_are_tested_on_size():
    # protects: Egger's test never stands beside ratios (never 13)
    trials = [study(f"s{i}", n=300 + 40 * i, effect=interval("RR", 0.7, 0.5 - i / 100, 0.95)) for i in range(10)]
    found = numbers(*trials)
    assert "Test of effect on study size" in found
    assert "Egger's test" not in found
    assert "of the logarithm of the ratio" in found["tau²"]


def test_three_studies_are_pooled_with_the_caution():
    # protects: never 12 of the specification, also here
    assert "with three studies it errs in 0.9% of cases" in numbers(*pooled(-0.5, -0.4, -0.6))["Pooled effect"]


@pytest.mark.parametrize(
    ("studies", "expected"),
    [
        ([study("a", n=60, p="0.01")], "one study is nothing to pool."),
        (pooled(-0.5, -0.4), "two studies cannot show how far studies differ"),
        ([study(f"s{i}", n=60, p="0.01") for i in range(2)], "fewer than 3 studies"),
    ],
)
def test_every_other_stream_says_in_one_line_why_it_is_not_pooled(studies, expected):
    # protects: no number of a pool that does not exist
    shown = lines(case(*studies).certainty())
    assert len([line for line in shown if line.startswith("Not pooled: ") and expected in line]) == 1
    assert "tau²" not in shown


@pytest.mark.parametrize(("p", "expected"), [(0.0004, "p below 0.001"), (0.0413, "p 0.041"), (1.0, "p 1")])
def test_a_computed_p(p, expected):
    # protects: no p of 0
    assert p_words(p) == expected
