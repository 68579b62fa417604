"""Packages: one list for pip, one for conda, and a lock that names no host."""

import re
import tomllib
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
# conda-forge splits these; the part that claimbook needs has its own name there.
CONDA_NAMES = {
    "jupyter-client": "jupyter_client",
    "jupyter-core": "jupyter_core",
    "matplotlib": "matplotlib-base",
    "nbconvert": "nbconvert-core",
    "seaborn": "seaborn-base",
}


def wanted() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    pairs = (re.match(r"([a-z0-9.-]+)(>=.*)", line).groups() for line in project["dependencies"])
    return {CONDA_NAMES.get(name, name): version for name, version in pairs} | {"python": project["requires-python"]}


def test_environment_yml_lists_the_packages_of_pyproject():
    # protects: conda users from an environment that drifts from the one that is tested
    listed = YAML(typ="safe").load((ROOT / "environment.yml").read_text())["dependencies"]
    conda = dict(
        re.match(r"([a-z0-9._-]+)(>=.*)", line).groups() for line in listed if isinstance(line, str) and ">" in line
    )
    assert conda == wanted()


def test_the_packages_that_the_user_fixed_are_there():
    # protects: the five packages this project is built on
    assert {"jupyterlab", "pandas", "seaborn-base", "papermill", "biopython"} <= set(wanted())


def test_the_lock_pins_every_package_and_names_no_host():
    # protects: reproducible versions, installable from any registry
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert all(re.match(r"[a-z0-9._-]+==[^ ]+( ; .+)?$", line) for line in lines if line)
    assert not any("://" in line for line in lines)
    pinned = {line.split("==")[0].replace("ruamel-yaml", "ruamel.yaml") for line in lines}
    names = {name for name in wanted() if name != "python"}
    assert {next((p for p, c in CONDA_NAMES.items() if c == name), name) for name in names} <= pinned
