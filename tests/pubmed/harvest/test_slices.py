import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.pubmed.harvest.slices import CAP, HIGHEST, NotAddingUpError, slice_query, whole_set

RANGE = re.compile(r"\((?P<query>.*)\) AND (?P<first>\d+):(?P<last>\d+)\[uid\]")


@dataclass(frozen=True)
class Hits:
    count: int
    pmids: tuple[int, ...]


class Server:
    """PubMed as far as counting goes: a set of PMIDs, ranges, and the wall at 9,999."""

    def __init__(self, pmids, cap=CAP):
        self.pmids, self.cap, self.asked = sorted(pmids), cap, []

    def __call__(self, query):
        self.asked.append(query)
        found = RANGE.fullmatch(query)
        first, last = (int(found["first"]), int(found["last"])) if found else (1, HIGHEST)
        hits = [pmid for pmid in self.pmids if first <= pmid <= last]
        return Hits(len(hits), tuple(reversed(hits[: self.cap])))


@pytest.mark.parametrize("count", [0, 1, 9_998, 9_999])
def test_one_answer_is_enough_up_to_the_wall(count):
    server = Server(range(99_000_001, 99_000_001 + count))
    whole = whole_set(server, "q")
    assert (whole.count, whole.slices, server.asked) == (count, (), ["q"])
    assert list(whole.pmids) == server.pmids


@pytest.mark.parametrize("count", [10_000, 10_001, 25_000])
def test_beyond_the_wall_the_slices_make_up_the_whole(count):
    server = Server(range(99_000_001, 99_000_001 + count))
    whole = whole_set(server, "q")
    assert list(whole.pmids) == server.pmids
    assert sum(part.count for part in whole.slices) == count
    assert max(part.count for part in whole.slices) <= CAP
    assert whole_set(Server(server.pmids), "q") == whole  # the same slices every time


@given(st.sets(st.integers(1, HIGHEST) | st.integers(1, 300), max_size=120), st.integers(1, 12))
def test_every_set_is_found_whole_whatever_the_wall(pmids, wall):
    whole = whole_set(Server(pmids, wall), "q", wall)
    assert list(whole.pmids) == sorted(pmids)
    assert all(0 < part.count <= wall for part in whole.slices)
    assert all(one.last < following.first for one, following in pairwise(whole.slices))


def test_a_slice_keeps_the_query_together():
    assert slice_query('a[tiab] OR "b c"[tiab]', 1, 9) == '(a[tiab] OR "b c"[tiab]) AND 1:9[uid]'


WALL = 99
MANY = range(99_000_001, 99_000_121)


class Unsound(Server):
    """Answers otherwise from the given request on."""

    def __init__(self, change, at):
        super().__init__(MANY, WALL)
        self.change, self.at = change, at

    def __call__(self, query):
        hits = super().__call__(query)
        return self.change(hits) if len(self.asked) >= self.at else hits


@pytest.mark.parametrize("at", [1, 2, 20, 23, 24])
@pytest.mark.parametrize(
    "change",
    [
        lambda hits: Hits(hits.count + 1, hits.pmids),
        lambda hits: Hits(hits.count, hits.pmids[1:]),
        lambda hits: Hits(hits.count, (*hits.pmids[1:], *hits.pmids[-1:])),
        lambda hits: Hits(hits.count, tuple(pmid + 20_000_000 for pmid in hits.pmids)),
        lambda hits: Hits(max(0, hits.count - 1), hits.pmids[1:]),
        lambda hits: Hits(0, ()) if hits.count < len(MANY) else hits,
    ],
    ids=["count grows", "one id less", "one id twice", "ids of another range", "one hit less", "nothing in a slice"],
)
def test_answers_that_contradict_each_other_are_refused(change, at):
    # protects: a sum that is silently short. (Answers that agree with each other throughout are believed.)
    server = Unsound(change, at)
    with pytest.raises(NotAddingUpError):
        whole_set(server, "q", WALL)


def test_a_server_that_counts_too_much_for_one_pmid_is_stopped():
    with pytest.raises(NotAddingUpError, match="for the one PMID"):
        whole_set(lambda _: Hits(20_000, ()), "q")
