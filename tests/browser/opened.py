"""Open a page as a reader does, and hear what it asks for and complains about."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

# Debian's name first; then what other systems and their build machines call it.
CHROMIUM = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
DESKTOP, PHONE, SMALLEST = 1280, 390, 320  # widths in CSS pixels; the smallest is WCAG's
ZOOMED = DESKTOP // 2  # what is left of a desktop at 200%
MODES = ("light", "dark")


def chromium() -> str | None:
    """Where the browser of this machine is."""
    return next((found for name in CHROMIUM if (found := shutil.which(name))), None)


@contextmanager
def opened(browser: Browser, path: Path, *, mode="light", width=DESKTOP, script=True) -> Iterator[Page]:
    """A page in a window of its own. ``page.said`` is what the console shows.

    ``page.asked`` lists what was asked for, whether or not it came; what the page's own policy stopped was never asked.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=mode, java_script_enabled=script, offline=True
    )
    page = context.new_page()
    page.asked, page.said = [], []
    page.on("requestfinished", lambda request: page.asked.append(request.url))
    page.on("requestfailed", lambda request: request.failure == "csp" or page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(path.as_uri())
    yield page
    context.close()


def look(page: Page, *, mode="light", width=DESKTOP) -> None:
    """Look at the same page in another mode, through another window."""
    page.emulate_media(color_scheme=mode)
    page.set_viewport_size({"width": width, "height": 900})


def outside(page: Page) -> list[str]:
    """Addresses that were asked for and are neither the page itself nor a picture inside it."""
    return [url for url in page.asked if url != page.url.split("#")[0] and not url.startswith("data:")]


def open_folds(page: Page) -> None:
    """Unfold everything, with or without script of its own."""
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
