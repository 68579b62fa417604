"""Pictures of the real report for the README: ``python -m tests.screenshots`` writes them into docs/."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from claimbook.project.layout import find_project
from tests.browser.opened import PHONE, chromium, opened
from tests.browser.quick import write_pages

ROOT = Path(__file__).parents[1]
ARTICLE = "walking-in-reverse"
PICTURES = {
    "report.png": (f"{ARTICLE}/index.html", "", 1180, 1440),
    "report-phone.png": (f"{ARTICLE}/knee-pain.html", "verdict-pain", PHONE, 844),
}
"""Name of each picture: page, place on it, width and height of the window in CSS pixels."""


def take(folder: Path) -> None:
    """Build the pages and write every picture into this folder."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        write_pages(find_project(ROOT), [ARTICLE], Path(scratch))
        browser = playwright.chromium.launch(executable_path=chromium())
        for name, (address, place, width, height) in PICTURES.items():
            with opened(browser, Path(scratch, address), width=width) as page:
                page.set_viewport_size({"width": width, "height": height})
                if place:
                    page.locator(f"#{place}").evaluate("(one) => one.scrollIntoView()")
                page.screenshot(path=folder / name)
        browser.close()


if __name__ == "__main__":
    take(ROOT / "docs")
