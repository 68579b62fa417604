"""A run may start only when the notebook declares what it is given, and reads what it declares."""

from keyword import iskeyword
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model.problems import ProblemsFoundError
from claimbook.report.run.parameters import Parameter, check_notebook, declared_parameters, read_notebook
from tests.report.miniatures import MINIATURES, PARAMETERS, miniature, notebook


def faults(name, tmp_path, given=()):
    path = miniature(name, tmp_path)
    with pytest.raises(ProblemsFoundError) as error:
        check_notebook(path, read_notebook(path), given)
    return [(p.code, p.message, p.hint) for p in error.value.problems]


def declared(name, tmp_path):
    path = miniature(name, tmp_path)
    return declared_parameters(path, read_notebook(path))


def test_an_unknown_parameter_names_notebook_name_and_the_closest_declared_one(tmp_path):
    assert faults("sound", tmp_path, ["cliam"]) == [
        ("unknown-parameter", "sound.ipynb declares no parameter 'cliam'", "did you mean 'claim'?")
    ]


def test_several_faults_are_told_together(tmp_path):
    codes = [code for code, *_ in faults("unread_parameter", tmp_path, ["clam", "articel"])]
    assert codes == ["unknown-parameter", "unknown-parameter", "unread-parameter"]


# papermill's own inspection misses annotated names and is confused by '=' in a default.
def test_annotated_types_yield_exactly_the_declared_names(tmp_path):
    assert declared("annotated_types", tmp_path) == (
        Parameter("article", "str", "'walking-in-reverse'"),
        Parameter("claim", "'str | None'", "'a=b'"),
        Parameter("limits", "dict[str, int]", "{'weeks': 12, 'arms': 2}"),
        Parameter("threshold", None, "0.5 if 1 == 1 else 0.75"),
        Parameter("seed", "int", None),
    )


def test_a_parameter_without_default_needs_a_value(tmp_path):
    assert faults("annotated_types", tmp_path) == [
        (
            "missing-parameter",
            "annotated_types.ipynb needs a value for its parameter 'seed'",
            "give a value, or declare a default",
        )
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("no_parameters_cell", "no-parameters-cell"),
        ("two_parameters_cells", "two-parameters-cells"),
        ("tuple_target", "unreadable-parameters"),
        ("chained_targets", "unreadable-parameters"),
        ("attribute_target", "unreadable-parameters"),
        ("not_python", "unreadable-parameters"),
        ("declared_twice", "parameter-twice"),
        ("unread_parameter", "unread-parameter"),
        ("read_before_only", "unread-parameter"),
        ("overwritten_before_read", "unread-parameter"),
        ("shadowed_in_function", "unread-parameter"),
        ("named_in_text_only", "unread-parameter"),
    ],
)
def test_each_fault_has_its_code(name, code, tmp_path):
    assert [found for found, *_ in faults(name, tmp_path, ["claim"] if "unread" not in name else ())] == [code]


@pytest.mark.parametrize(
    "reader",
    [
        "print(claim)",
        "claim = claim.strip()",
        "claim += 'x'",
        "f'{claim}'",
        "[c for c in claim]",
        "def show():\n    return claim",
        "class Page:\n    about = claim",
        "show = lambda: claim",
        "if True:\n    claim = 'x'\nprint(claim)",
        "%time print(claim)",
        "!echo {claim}",
    ],
)
def test_every_way_of_reading_counts(reader, tmp_path):
    path = tmp_path / "reads.ipynb"
    assert check_notebook(path, notebook(PARAMETERS + "claim = 'b'", reader), ["claim"])


def test_what_is_no_notebook_is_one_sentence(tmp_path):
    path = tmp_path / "broken.ipynb"
    path.write_text("{")
    with pytest.raises(ProblemsFoundError, match=r"broken\.ipynb is not a Jupyter notebook"):
        read_notebook(path)
    with pytest.raises(ProblemsFoundError, match=r"there is no notebook gone\.ipynb"):
        read_notebook(tmp_path / "gone.ipynb")


ANY = Path("any.ipynb")
names = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True).filter(lambda name: not iskeyword(name))


# Whatever is declared, exactly that is accepted.
@settings(deadline=None)
@given(st.lists(names, unique=True, min_size=1, max_size=5), names)
def test_only_declared_names_are_accepted(declared_names, other):
    cell = PARAMETERS + "\n".join(f"{name}: str = 'a=b'" for name in declared_names)
    book = notebook(cell, "print(" + ", ".join(declared_names) + ")")
    assert [p.name for p in check_notebook(ANY, book, declared_names)] == declared_names
    if other not in declared_names:
        with pytest.raises(ProblemsFoundError):
            check_notebook(ANY, book, [*declared_names, other])


def test_the_miniatures_are_what_they_say():
    assert all(cells for cells in MINIATURES.values())
