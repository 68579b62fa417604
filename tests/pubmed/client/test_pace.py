"""The rule of the rate: whatever happens on the way, no second sees more requests arrive than are allowed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.pubmed.client.pace import LONGEST_BAN, OVERDUE, WITH_KEY, WITHOUT_KEY, Traffic

delays = st.floats(0, OVERDUE - 0.01)


@given(
    st.sampled_from([WITHOUT_KEY, WITH_KEY]),
    st.lists(st.tuples(delays, delays, st.floats(0, 3)), min_size=1, max_size=40),
)
def test_no_second_sees_more_arrivals_than_the_allowance(pace, journeys):
    # Each journey: how long until it arrives, how long its answer takes, how late the next one wakes up.
    traffic, now, arrivals, answers = Traffic(), 100.0, [], []
    for number, (way, answer, late) in enumerate(journeys):
        for _ in range(200):
            for landed, ticket in [one for one in answers if one[0] <= now]:
                traffic = traffic.landing(ticket, landed)
            earliest = traffic.earliest(pace, now)
            if earliest <= now:
                break
            now = min(earliest, now + 0.05)
        traffic = traffic.leaving(str(number), now)
        arrivals.append(now + min(way, OVERDUE))
        answers.append((now + min(way + answer, OVERDUE), str(number)))
        now += late if number % 3 == 0 else 0
    arrivals.sort()
    assert all(sum(start <= other < start + 1 for other in arrivals) <= pace.most for start in arrivals)


def test_a_lone_sender_keeps_its_distance():
    traffic = Traffic().leaving("a", 100.0).landing("a", 100.1)
    assert traffic.earliest(WITHOUT_KEY, 100.2) == 100.4
    assert traffic.earliest(WITH_KEY, 100.2) == 100.2


def test_too_many_requests_mean_silence_and_then_half_the_rate():
    traffic = Traffic().leaving("a", 100.0).landing("a", 100.1).throttled(2.0, 100.1)
    assert traffic.earliest(WITHOUT_KEY, 100.2) == pytest.approx(102.1)
    again = traffic.leaving("b", 102.1).landing("b", 102.2)
    assert again.earliest(WITHOUT_KEY, 102.3) == pytest.approx(102.9)
    assert again.earliest(WITHOUT_KEY, 170.0) == 170.0
    assert Traffic().throttled(10**9, 0.0).not_before == LONGEST_BAN


def test_a_shorter_pause_never_shortens_a_longer_one():
    assert Traffic().throttled(30.0, 100.0).throttled(2.0, 101.0).not_before == 130.0


def test_times_of_another_clock_are_told_apart():
    # A reboot sets the clock back: what was written before lies in the future, or is no time at all.
    good = Traffic().leaving("a", 100.0).landing("a", 100.1)
    assert good.possible(100.2)
    assert not good.possible(5.0)
    assert not replace(good, not_before=float("nan")).possible(100.2)
    assert not replace(good, slow_until=float("inf")).possible(100.2)
