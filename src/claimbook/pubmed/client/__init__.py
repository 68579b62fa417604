"""Polite, checked requests to NCBI's E-utilities, through Bio.Entrez."""

from claimbook.pubmed.client.answers import CAP, Answer, Found, Warned
from claimbook.pubmed.client.errors import (
    BackendDownError,
    BlockedError,
    NotUnderstoodError,
    RefusedError,
    SearchFailedError,
    ThrottledError,
    TooLongError,
    UnknownIdsError,
    UnreachableError,
    UnreadableError,
)
from claimbook.pubmed.client.eutils import BATCH, Eutils
from claimbook.pubmed.client.patience import Patience
from claimbook.pubmed.client.settings import NCBI, Secret, Settings, read_settings

__all__ = [
    "BATCH",
    "CAP",
    "NCBI",
    "Answer",
    "BackendDownError",
    "BlockedError",
    "Eutils",
    "Found",
    "NotUnderstoodError",
    "Patience",
    "RefusedError",
    "SearchFailedError",
    "Secret",
    "Settings",
    "ThrottledError",
    "TooLongError",
    "UnknownIdsError",
    "UnreachableError",
    "UnreadableError",
    "Warned",
    "read_settings",
]
