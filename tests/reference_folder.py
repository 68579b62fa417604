"""The folder of specifications and recorded data that may lie beside a checkout; it is read, never copied from."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MISSING = "the reference folder does not lie beside this checkout"


def reference(*parts: str) -> Path:
    """A file of the reference folder; the test that asks is passed over where the folder is absent."""
    path = ROOT.parent.joinpath("shared", *parts)
    if not path.exists():
        pytest.skip(MISSING)
    return path
