"""Executed notebooks say nothing of the machine that ran them."""

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.report.run.clean import scrubber

ROOT = Path("/srv/projects/reverse")


def test_places_get_short_names():
    scrub = scrubber(ROOT)
    assert scrub(f"{ROOT}/claims/a.yaml in {Path.home()}/x") == "./claims/a.yaml in ~/x"
    assert scrub(f"{sys.prefix}/lib/python") == "<python>/lib/python"
    assert scrub("<Page at 0x7f3a5c0d1e50>") == "<Page>"
    assert scrub("/var/x/ipykernel_4711/123456.py:1: UserWarning") == "<cell>:1: UserWarning"


def test_names_that_only_begin_alike_stay():
    scrub = scrubber(ROOT)
    assert scrub(f"{ROOT}-old/a and other{ROOT}") == f"{ROOT}-old/a and other{ROOT}"


def test_a_root_at_the_top_of_a_disk_is_no_reason_to_touch_every_slash():
    assert scrubber(Path("/"))("1/2 and /a") == "1/2 and /a"


# Text that names no place of this machine is kept as it is.
@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="/\\0"), max_size=80))
def test_other_text_is_kept(text):
    assert scrubber(ROOT)(text) == text
