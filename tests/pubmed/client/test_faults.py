"""Every fault of the local server, and what the client must do about it: one line for each."""

import contextlib
from itertools import pairwise

import pytest

from claimbook.pubmed.client import (
    BackendDownError,
    BlockedError,
    NotUnderstoodError,
    RefusedError,
    SearchFailedError,
    ThrottledError,
    TooLongError,
    UnknownIdsError,
    UnreadableError,
)
from tests.eutils import Fault
from tests.eutils.faults.table import FAULTS
from tests.pubmed.client.setting import PMIDS, TERM, check_secrets, scene

# Faults that pass: the client tries again and gets everything. Number of requests that it may take.
RECOVERS = {
    "F1-429": 2,
    "F1-429-retry-after": 2,
    "F1-429-retry-after-30": 2,
    "F1-429-retry-after-date": 2,
    "F1-429-retry-after-nonsense": 2,
    "F1-429-three-times": 4,
    "F1-200": 2,
    "F2-500": 2,
    "F2-502": 2,
    "F2-503": 2,
    "F2-504": 2,
    "F2-503-five-times": 6,
    "F2-200-diagnostic": 2,
    "F3-viewer": 2,
    "F3-pubone": 2,
    "F3-proxy": 2,
    "F3-200-viewer": 2,
    "F3-200-pubone": 2,
    "F3-200-proxy": 2,
    "F4-unknown-once": 2,
    "F5-backend": 2,
    "F5-unsupported": 2,
    "F6-html5": 2,
    "F6-xhtml": 2,
    "F6-text": 2,
    "F6-json": 2,
    "F6-route": 2,
    "F6-other-root": 2,
    "F7-length": 2,
    "F7-chunked": 2,
    "F9-close": 2,
    "F9-reset": 2,
    "F9-reset-body": 2,
    "F10-headers": 2,
    "F10-body": 2,
    "F12-chunked": 2,
    "F12-length": 2,
    "F13-tag": 2,
    "F13-between": 2,
    "F13-utf8": 2,
    "F13-medline": 2,
    "F13-gzip": 2,
    "F23-302": 2,
    "F23-302-elsewhere": 2,
    "F24-latin-1": 2,
    "F24-trailing": 2,
    "F22-entities": 2,
    "F25-gzip-cut": 2,
    "F30-slow": 2,
    "F20-count-grows": 2,
    "F20-count-shrinks": 2,
    "F21-fewer-ids": 2,
    "F21-double-id": 2,
    "F32-429": 2,
    "F32-echo": 2,
    "F32-echo-error": 2,
}

# Faults that are none for a client that reads the body: one request, and everything is there.
HARMLESS = (
    "F15-bad-json",  # JSON is never asked for
    "F17-reordered",
    "F18-math",  # well-formed; what it means is the parser's affair
    "F18-element",
    "F18-entity",
    "F22-future",
    "F22-http",
    "F22-none",
    "F22-no-declaration",
    "F24-charset",
    "F24-no-charset",
    "F24-plain",
    "F24-bom",
    "F24-newline",
    "F25-gzip",
    "F19-lost",  # no history is used
    "F19-other-set",
    "F19-other-webenv",
    "F27-retracted-type",
    "F27-retracted-link",
    "F27-no-abstract",
)

# Faults that stay: the error, the number of requests that were made, and a part of what it says.
FAILS = {
    "F1-429-for-ever": (ThrottledError, 6, "API rate limit exceeded"),
    "F2-503-for-ever": (BackendDownError, 6, "503"),
    "F4-out-of-range": (RefusedError, 1, "OUT OF RANGE. Parameter retstart="),
    "F4-retstart": (TooLongError, 1, "'retstart' cannot be larger than 9998"),
    "F4-no-ids": (UnknownIdsError, 1, "ID list is empty! Possibly it has no correct IDs."),
    "F4-unknown": (RefusedError, 2, "said"),
    "F5-for-ever": (BackendDownError, 6, "Database is not supported: pubmed"),
    "F14-capped": (NotUnderstoodError, 2, "6 hits counted, 6 PMIDs due, 5 sent"),
    "F18-control": (UnreadableError, 2, "not well-formed"),
    "F18-utf8": (UnreadableError, 2, "not well-formed"),
    "F18-prefix": (UnreadableError, 2, "not well-formed"),
    "F18-unclosed": (UnreadableError, 2, "not well-formed"),
    "F23-302-loop": (NotUnderstoodError, 2, "redirection (302)"),
    "F23-403": (BlockedError, 1, "Access Denied"),
    "F23-414": (TooLongError, 1, "414"),
    "F32-bad-key": (RefusedError, 1, "API key"),
}


def ask(place, name):
    """The fetch, or the search where the fault strikes only there."""
    if FAULTS[name].endpoint == "esearch" or name == "F14-capped":
        return sorted(place.eutils.search(TERM).pmids)
    return sorted(place.eutils.fetch(PMIDS).received)


@pytest.mark.parametrize(("name", "requests"), RECOVERS.items())
def test_a_passing_fault_costs_a_try_and_nothing_else(name, requests):
    with scene(name) as place:
        assert ask(place, name) == list(PMIDS)
        assert len(place.requests) == requests
        assert len(place.told) == requests - 1


@pytest.mark.parametrize("name", ["F2-503", "F7-chunked", "F9-reset", "F13-tag", "F5-backend", "F24-newline"])
def test_a_search_recovers_as_a_fetch_does(name):
    with scene(Fault(name, endpoint="esearch")) as place:
        assert sorted(place.eutils.search(TERM).pmids) == list(PMIDS)


@pytest.mark.parametrize("name", HARMLESS)
def test_a_fault_beside_the_body_is_none(name):
    with scene(name) as place:
        assert ask(place, name) == list(PMIDS)
        assert len(place.requests) == 1


@pytest.mark.parametrize(("name", "expected"), FAILS.items())
def test_a_lasting_fault_is_a_typed_failure_in_the_servers_words(name, expected):
    kind, requests, words = expected
    with scene(Fault(name, times=0)) as place:
        with pytest.raises(SearchFailedError) as caught:
            ask(place, name)
        assert type(caught.value) is kind
        assert words in str(caught.value)
        assert len(place.requests) == requests
        check_secrets(f"{caught.value!r} {caught.value} {caught.value.hint}")


# Faults of single records are told, PMID by PMID, and not mended: (missing, unexpected, repeated).
COMPARED = {
    "F8-empty-set": (6, 0, 0),
    "F16-one-missing": (1, 0, 0),
    "F16-last-missing": (1, 0, 0),
    "F16-for-ever": (1, 0, 0),
    "F17-double": (0, 0, 1),
    "F17-unasked": (0, 1, 0),
    "F17-swapped": (1, 1, 0),
    "F17-book": (0, 1, 0),
    "F27-deleted": (1, 0, 0),
}


@pytest.mark.parametrize(("name", "expected"), COMPARED.items())
def test_what_came_is_compared_with_what_was_asked_for(name, expected):
    asked = PMIDS[:5] if name == "F17-unasked" else PMIDS
    with scene(name) as place:
        answer = place.eutils.fetch(asked)
    assert (len(answer.missing), len(answer.unexpected), len(answer.repeated)) == expected
    assert {*answer.received, *answer.missing} == set(answer.requested) == set(asked)
    assert not set(answer.unexpected) & set(answer.requested)


def test_a_merged_record_is_missing_under_its_old_number():
    with scene("F27-merged") as place:
        assert len(place.eutils.fetch(PMIDS).missing) == 1


# A warning with hits comes with the hits, in PubMed's own element and words.
WARNED = {
    "F28-dropped": ("QuotedPhraseNotFound", '"invented phrase"[tiab]'),
    "F28-not-found": ("PhraseNotFound", "inventedword"),
    "F28-ignored": ("PhraseIgnored", "invented"),
}


@pytest.mark.parametrize(("name", "warning"), WARNED.items())
def test_a_warning_is_kept_beside_the_hits(name, warning):
    with scene(name) as place:
        found = place.eutils.search(TERM)
    assert found.count == 6
    assert warning in [(one.kind, one.text) for one in found.warnings]


def test_a_missing_translation_is_told_as_missing():
    with scene("F28-no-translation") as place:
        assert place.eutils.search(TERM).translation is None


# F20: the count is PubMed's of that moment; whoever asks twice sees that it changed.
@pytest.mark.parametrize(("name", "count"), [("F20-grows", 7), ("F20-shrinks", 5)])
def test_a_set_that_changes_is_seen_by_asking_twice(name, count):
    with scene() as place:
        assert place.eutils.search(TERM).count == 6
        place.server.inject(name)
        assert place.eutils.search(TERM).count == count


def test_a_drip_is_ended_by_a_deadline_and_not_by_the_read_timeout():
    with scene(Fault("F11-drip", seconds=0.2), longest_try=1.0) as place:
        assert place.eutils.fetch(PMIDS).missing == ()
        assert "not whole after 1 s" in place.told[0]


def test_an_honest_zero_is_a_good_answer():
    with scene() as place:
        found = place.eutils.search("absentword[tiab]")
    assert (found.count, found.pmids) == (0, ())
    assert [one.text for one in found.warnings if one.kind == "OutputMessage"] == ["No items found."]


def test_pauses_double_with_some_chance_added():
    with scene("F2-503-five-times") as place:
        place.eutils.fetch(PMIDS)
        assert [round(gap / planned, 1) for gap, planned in zip(place.gaps, (1, 2, 4, 8, 16), strict=True)] == [1.3] * 5


@pytest.mark.parametrize(
    ("name", "seconds"),
    [("F1-429", 2), ("F1-429-retry-after-30", 30), ("F1-429-retry-after-nonsense", 2), ("F1-200", 2)],
)
def test_too_many_requests_are_followed_by_the_pause_that_was_asked_for(name, seconds):
    with scene(name) as place:
        place.eutils.fetch(PMIDS)
        assert seconds <= place.gaps[0] < seconds + 1


def test_after_a_429_the_rate_is_halved_for_a_minute():
    with scene("F1-429", key=None) as place:
        for _ in range(4):
            place.eutils.search(TERM)
        # a pause of 2 s, then 0.8 s apart where it was 0.4; on a busy machine a request that arrives late shortens the
        # next gap, so all of them together tell: 4.4 s, and 3.2 s without halving
        assert sum(place.gaps) >= 2 + 3 * 0.65


def test_the_deadline_ends_a_request_that_has_tries_left():
    with scene("F5-for-ever", deadline=20) as place:
        with pytest.raises(BackendDownError, match=r"in \d+ s"):
            place.eutils.search(TERM)
        assert len(place.requests) < 6


def test_an_outage_is_probed_and_not_stormed():
    # F26: ten minutes of 503. The first question spends its budget; then there is one probe at growing intervals.
    with scene("F26-outage") as place:
        began = place.server.clock.now()
        answers = []
        while not answers:
            with contextlib.suppress(BackendDownError):
                answers.append(place.eutils.fetch(PMIDS))
        assert place.server.clock.now() - began < 1200
        assert len(place.requests) <= 6 + 7
        probes = [round(gap) for gap in place.gaps[6:]]
        assert all(later >= earlier for earlier, later in pairwise(probes))
        place.server.inject("F2-503")
        assert place.eutils.fetch(PMIDS).missing == (), "closed again: a full budget"


def test_every_fault_of_the_server_is_answered_here():
    elsewhere = {"F11-drip", "F20-grows", "F20-shrinks", "F26-outage", "F26-efetch", "F26-silent", "F27-merged"}
    elsewhere |= {"F28-translation", "F28-no-translation"}
    named = {*RECOVERS, *HARMLESS, *FAILS, *COMPARED, *WARNED, *elsewhere}
    assert set(FAULTS) <= named
