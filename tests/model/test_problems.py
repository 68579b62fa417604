"""A mistake is one sentence with a place that editors and terminals can open."""

import dataclasses
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from claimbook.model.problems import Place, Problem, ProblemsFoundError, problem

FILE = PurePosixPath("claims/demo/humming.yaml")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(FILE), "claims/demo/humming.yaml"),
        (Place(FILE, 3), "claims/demo/humming.yaml:3"),
        (Place(FILE, 3, 11), "claims/demo/humming.yaml:3:11"),
        (Place(PureWindowsPath("claims\\demo\\humming.yaml"), 3, 11), "claims/demo/humming.yaml:3:11"),
        (Place(FILE, None, 11), "claims/demo/humming.yaml:11"),
    ],
)
def test_a_place_is_printed_so_that_it_can_be_opened(place, words):
    assert str(place) == words


def test_the_same_place_is_the_same_key():
    # protects: mistakes are gathered by place, so that one spot is not told twice
    assert len({Place(FILE, 3, 11), Place(FILE, 3, 11), Place(FILE, 3, 12)}) == 2


def test_one_problem_is_ready_to_be_raised():
    error = problem("unknown-claim", "there is no claim 'hmm'", place=Place(FILE, 1, 1), hint="claims here: humming")
    assert isinstance(error, ProblemsFoundError)
    assert error.problems == (
        Problem("unknown-claim", "there is no claim 'hmm'", Place(FILE, 1, 1), "claims here: humming"),
    )
    assert str(error) == "there is no claim 'hmm'"
    with pytest.raises(ProblemsFoundError, match="there is no claim"):
        raise error


def test_several_problems_are_told_together_in_their_order():
    found = (Problem(code, f"{code} is wrong") for code in ("first", "second", "third"))
    error = ProblemsFoundError(found)
    assert str(error) == "first is wrong; second is wrong; third is wrong"
    assert [each.code for each in error.problems] == ["first", "second", "third"]  # a generator is kept, not used up


def test_what_is_not_known_of_a_problem_stays_absent():
    bare = Problem("bare", "something is wrong")
    assert (bare.place, bare.hint, bare.excerpt) == (None, None, None)


@pytest.mark.parametrize("record", [Place(FILE), Problem("bare", "something is wrong")])
def test_a_problem_cannot_be_changed_after_it_was_found(record):
    for field in dataclasses.fields(record):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, field.name, None)
