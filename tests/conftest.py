"""What holds for every test: no test is slow by the clock, and in CI no test may be passed over for a missing part."""

import os

import pytest
from hypothesis import settings

from tests.reference_folder import MISSING

# A shared machine is slow at times; a property does not become false by that.
settings.register_profile("claimbook", deadline=None)
settings.load_profile("claimbook")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """In CI a skipped test is a failure; only the reference folder, which is no part of the project, may be missing."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if MISSING not in reason:
            report.outcome = "failed"
            report.longrepr = f"skipped in CI, where nothing may be missing: {reason}"
    return report
