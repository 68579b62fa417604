"""How heavy and how quick a page is: ``python benchmarks/pages.py [--studies N] [--keep FOLDER]``.

Builds the page of a claim with 500 synthetic studies, opens it in Chromium, unfolds it and sorts its longest table.
Prints ``key=value`` lines.

- ``page_mb``: the page, one file with everything in it. Aim: below 3.
- ``figures_kb``: how much of that is figures.
- ``long_task_ms``: the longest time for which the page did not answer while it was opened, 0 where none passed 50 ms.
  Aim: at most 200.
- ``sort_ms``, ``unfold_ms``: the same while its longest table is unfolded and sorted by its second column.
- ``render_ms``: from the beginning to the end of loading.
- ``shown``: how many of the studies are in the table of studies and among the references. Aim: all.
"""

import sys
from pathlib import Path

# Another file in this folder is called like a module of the standard library; the folder must not come first.
ROOT = Path(__file__).resolve().parents[1]
sys.path[:] = [str(ROOT), *(path for path in sys.path if Path(path or ".").resolve() != ROOT / "benchmarks")]

import argparse  # noqa: E402 - the path above comes first
import re  # noqa: E402
import tempfile  # noqa: E402

from playwright.sync_api import Page, sync_playwright  # noqa: E402
from tests.browser.many import write_many  # noqa: E402
from tests.browser.opened import chromium  # noqa: E402
from tests.browser.quick import write_pages  # noqa: E402

WATCH = """(() => { window.tasks = []; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.tasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: true }); })()"""
LONGEST = """new Promise((done) => setTimeout(() => { const all = window.tasks; window.tasks = [];
    done(Math.max(0, ...all)); }, 600))"""
RENDERED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--studies", type=int, default=500, help="how many synthetic studies")
    parser.add_argument("--keep", type=Path, help="write the pages here, to look at them")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = asked.keep or Path(scratch, "out")
        write_pages(write_many(Path(scratch, "project"), asked.studies), ["demo"], out, claims={"demo": ["humming"]})
        path = out / "demo" / "humming.html"
        weigh(path.read_text(), asked.studies)
        measure(path)


def weigh(html: str, studies: int) -> None:
    """Sizes, and whether every study is there."""
    figures = sum(map(len, re.findall(r'"data:image/[^"]*"', html)))
    rows = {match[1] for match in re.finditer(r'<th[^>]*><a href="#ref-([^"]*)"', html)}
    references = set(re.findall(r'<li id="ref-([^"]*)"', html))
    print(f"page_mb={len(html.encode()) / 1e6:.2f}")
    print(f"figures_kb={figures / 1e3:.0f}")
    print(f"shown={len(rows & references)}/{studies}")


def measure(path: Path) -> None:
    """Times in a browser; each line is the longest task of its step."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        page = browser.new_page()
        page.add_init_script(WATCH)
        page.goto(path.as_uri())
        print(f"long_task_ms={page.evaluate(LONGEST):.0f}")
        print(f"render_ms={page.evaluate(RENDERED):.0f}")
        print(f"unfold_ms={_after(page, UNFOLD):.0f}")
        print(f"sort_ms={_after(page, SORT):.0f}")
        browser.close()


TABLE = "[...document.querySelectorAll('table.sorts')].sort((a, b) => b.rows.length - a.rows.length)[0]"
UNFOLD = f"{TABLE}.closest('details')?.querySelector('summary').click()"
SORT = f"{TABLE}.tHead.querySelectorAll('button')[1].click()"


def _after(page: Page, script: str) -> float:
    """The longest task that a click causes, with the drawing that follows."""
    page.evaluate(f"requestAnimationFrame(() => {{ {script} }})")
    return page.evaluate(LONGEST)


if __name__ == "__main__":
    main()
