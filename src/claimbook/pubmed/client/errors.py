"""What a search that failed says: a reason, PubMed's own words, what was tried, and what to do next.

SearchFailedError
├── UnreachableError      no whole answer came: refused, reset, cut, too slow
├── BackendDownError      PubMed answered that it cannot answer now
├── ThrottledError        too many requests, and the pauses did not help
├── BlockedError          403: this address may not ask
├── RefusedError          PubMed refuses this very request
│   ├── TooLongError      the request is larger than PubMed takes
│   └── UnknownIdsError   PubMed knows none of the PMIDs
└── NotUnderstoodError    an answer that is no answer to what was asked
    └── UnreadableError   an answer with records that cannot be read as XML
"""


class SearchFailedError(Exception):
    """PubMed was asked and did not answer; exit status 1. It never means that nothing was found."""

    hint = "try again later; what is already there is kept"

    def __init__(self, reason: str, said: str | None = None, tried: str | None = None, hint: str | None = None) -> None:
        self.reason = reason
        """One clause without a final stop, such as 'PubMed is down'."""
        self.said = said
        """The server's own text, without key and email."""
        self.tried = tried
        """How often and how long, such as '6 tries in 63 s'."""
        self.hint = hint or type(self).hint
        super().__init__(reason, said, tried, self.hint)

    def __str__(self) -> str:
        quoted = f', which said: "{self.said}"' if self.said else ""
        return f"{self.reason}{quoted}" + (f" ({self.tried})" if self.tried else "")


class UnreachableError(SearchFailedError):
    """No whole answer came."""

    hint = "check the network and the proxy settings, then run the same command again; it goes on where it stopped"


class BackendDownError(SearchFailedError):
    """PubMed answered that it cannot answer now."""

    hint = "PubMed has a disturbance; run the same command again in an hour; it goes on where it stopped"


class ThrottledError(SearchFailedError):
    """Too many requests came from this address or with this key."""

    hint = "wait some minutes, and see whether another program asks PubMed from this network or with this key"


class BlockedError(SearchFailedError):
    """This address may not ask at all."""

    hint = "stop, and write to NCBI (eutilities@ncbi.nlm.nih.gov) from the address that is set as email"


class RefusedError(SearchFailedError):
    """PubMed refuses this very request; asking again changes nothing."""

    hint = "look at the query that was sent (claimbook check prints it)"


class TooLongError(RefusedError):
    """The request is larger than PubMed takes."""

    hint = "shorten the query, or split it into two claims"


class UnknownIdsError(RefusedError):
    """PubMed knows none of the PMIDs that were asked for."""

    hint = "check the PMIDs"


class NotUnderstoodError(SearchFailedError):
    """An answer that is no answer to what was asked; no number is taken from it."""

    hint = "try again later; if it stays so, see whether this network wants a login first"


class UnreadableError(NotUnderstoodError):
    """An answer with records that cannot be read as XML; fewer PMIDs at a time find the broken one."""

    hint = "ask for fewer records at a time"


OUTAGES = (BackendDownError, UnreachableError)
"""Failures that say something about PubMed and nothing about the question."""
NOBODY_ANSWERS = (*OUTAGES, ThrottledError, BlockedError)
"""Failures after which no other question will be answered either, for now."""
