"""One browser for each worker, and the pages built once for all of them."""

import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright

from claimbook.project.layout import find_project
from tests.browser.hostile import write_hostile
from tests.browser.opened import chromium
from tests.browser.quick import write_pages
from tests.german import german_project


@pytest.fixture(scope="package")
def browser():
    # A package is left as soon as a test outside it runs; its event loop would disturb those.
    path = chromium()
    if path is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path)
        yield found
        found.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory) -> Path:
    """The shipped article, the same in German, and a hostile one: the folders ``real``, ``german`` and ``hostile``."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    place = shared / "pages"
    with FileLock(shared / "pages.lock"):
        if not place.is_dir():
            draft = shared / "draft"
            shutil.rmtree(draft, ignore_errors=True)
            write_pages(find_project(Path(__file__).parent), ["walking-in-reverse"], draft / "real")
            write_pages(find_project(german_project(shared / "german")), ["walking-in-reverse"], draft / "german")
            write_pages(write_hostile(shared / "project"), ["demo"], draft / "hostile")
            draft.rename(place)
    return place


SHIPPED = ("knee-pain", "mental-health", "leg-pain", "back-pain", "stroke-risk", "index")
NAMES = (
    *(f"real/{name}.html" for name in ("index", "methods", "about")),
    *(f"real/walking-in-reverse/{name}.html" for name in SHIPPED),
    *(f"german/{name}.html" for name in ("index", "methods", "about")),
    *(f"german/walking-in-reverse/{name}.html" for name in ("knee-pain", "mental-health", "index")),
    *(f"hostile/{name}.html" for name in ("index", "demo/index", "demo/humming")),
)


def pytest_generate_tests(metafunc):
    """A test that takes ``name`` is asked of every page."""
    if "name" in metafunc.fixturenames:
        metafunc.parametrize("name", NAMES)
