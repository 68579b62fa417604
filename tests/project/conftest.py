from pathlib import Path

import pytest

from claimbook.project.layout import find_project


@pytest.fixture(scope="session")
def shipped():
    """The project that this repository is."""
    return find_project(Path(__file__).parent)


@pytest.fixture(scope="session")
def shipped_files(shipped):
    return [*sorted(shipped.claims_dir.glob("*/*.yaml")), *sorted(shipped.data_dir.glob("*/studies.yaml"))]
