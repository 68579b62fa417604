"""A page says that its evidence is old when it is, which only the clock of its reader knows."""

from datetime import date, timedelta

import pytest

from tests.browser.opened import opened

PAGE = "real/walking-in-reverse/knee-pain.html"


@pytest.mark.parametrize(("days", "told"), [(0, False), (364, False), (367, True), (4_000, True)])
def test_evidence_of_more_than_a_year_ago_is_called_old(browser, pages, days, told):
    # protects: a report that is still read when nobody has looked for years
    with opened(browser, pages / PAGE) as page:
        collected = date.fromisoformat(page.locator(".aged").get_attribute("data-since"))
        page.clock.set_fixed_time((collected + timedelta(days=days)).isoformat())
        page.reload()
        assert page.locator(".aged").is_visible() is told
        assert not told or collected.isoformat() in page.locator(".aged").inner_text()
        assert page.said == []


def test_without_script_the_day_is_told_and_no_age(browser, pages):
    with opened(browser, pages / PAGE, script=False) as page:
        assert not page.locator(".aged").is_visible()
        assert page.locator(".aged").get_attribute("data-since") in page.locator(".nature").inner_text()


def test_where_nobody_has_collected_anything_there_is_no_age(browser, pages):
    with opened(browser, pages / "real/methods.html") as page:
        assert page.locator(".aged").count() == 0
