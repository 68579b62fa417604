"""The measures of the accuracy benchmark, against values worked out by hand."""

import importlib.util
import sys
from pathlib import Path

import pytest

PATH = Path(__file__).parents[2] / "benchmarks/sets/measures.py"
SPEC = importlib.util.spec_from_file_location("benchmark_measures", PATH)
measures = sys.modules["benchmark_measures"] = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(measures)


def answers(*pairs):
    return [measures.Answer(str(row), expected, given, 0.9) for row, (expected, given) in enumerate(pairs)]


def test_an_abstention_is_wrong_for_all_rows_and_absent_for_the_given_ones():
    some = answers((1, 1), (2, 3), (4, None))
    assert measures.share_right(some) == pytest.approx(1 / 3)
    assert measures.share_right_of_given(some) == pytest.approx(1 / 2)
    assert measures.share_given(some) == pytest.approx(2 / 3)


# a: precision 1, recall 1/2, F1 2/3; b: precision 1/2, recall 1, F1 2/3
def test_macro_f1_is_the_mean_over_expected_labels():
    assert measures.macro_f1(answers(("a", "a"), ("a", "b"), ("b", "b"))) == pytest.approx(2 / 3)
    assert measures.f1_of("a")(answers(("a", "a"), ("a", "b"), ("b", "b"))) == pytest.approx(2 / 3)


# observed disagreement 1/4; by chance, (1, 1, 2, 2) against (1, 1, 2, 1): 1/2
def test_weighted_kappa_by_hand():
    assert measures.weighted_kappa(answers((1, 1), (1, 1), (2, 2), (2, 1))) == pytest.approx(1 - 0.25 / 0.5)


def test_a_printed_task_shows_plain_and_sure_figures():
    task = measures.Task("humming", {"accuracy": measures.share_right}, iter, line=0.8)
    some = [measures.Answer("1", 1, 1, 0.9), measures.Answer("2", 1, 2, 0.1)]
    assert measures.lines_of(task, some) == [
        "humming.accuracy_rows=2",
        "humming.accuracy=0.5000",
        "humming.accuracy_ci95=0.0000..1.0000",
        "humming.accuracy_sure=1.0000",
        "humming.accuracy_sure_ci95=1.0000..1.0000",
        "humming.accuracy_sure_coverage=0.5000",
    ]


def test_without_a_sure_answer_its_figures_are_no_numbers():
    """Every value can be read by a machine, none is a sentence."""
    task = measures.Task("humming", {"accuracy": measures.share_right}, iter, line=0.8)
    printed = dict(line.split("=") for line in measures.lines_of(task, [measures.Answer("1", 1, 1, 0.5)]))
    assert printed["humming.accuracy_sure"] == "nan"
    assert printed["humming.accuracy_sure_ci95"] == "nan..nan"
    assert printed["humming.accuracy_sure_coverage"] == "0.0000"
