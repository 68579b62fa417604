"""Sentences that the files of a search keep in English, as messages again, so that a page says them in its language.

A failure, a check of identifiers and the name of who was asked are written down when they happen, whatever language a
report is made in later. Every sentence that claimbook writes there has its message here; the words of a server, of a
title or of an operating system have none and stay as they are.
"""

import re
from functools import cache
from string import Formatter

from claimbook.language.said import Numeral, Said, filled, said

_WHO = (said("E-utilities at {host}, not NCBI"),)
_TRIED = (
    said("{reason} ({number} tries in {seconds} s)"),
    said("{reason} (1 try in {seconds} s)"),
    said("{reason} (not asked again yet)"),
    said('{reason}, which said: "{words}"'),
    said("{reason}, and it asks to wait {seconds} s"),
)
"""What stands around a reason; each may stand around the next."""
_NO_ANSWER = (
    said("PubMed received too many requests from this address or with this key"),
    said("PubMed asked for a pause that is longer than this command waits"),
    said("too many requests of this command wait for their turn"),
    said("PubMed's search back end does not work at the moment"),
    said("PubMed's back end took too long"),
    said("NCBI's gateway does not work at the moment"),
    said("PubMed answered with status {number}"),
    said("PubMed's answer was not whole after {seconds} s"),
    said("no whole answer came from PubMed: {reason}"),
    said("it was cut on its way"),
    said("it took too long"),
    said("the answer is too large"),
    said("the answer unpacks to too much"),
    said("the packed answer is cut"),
    said("PubMed's answer ends before its end"),
    said("PubMed's answer is empty"),
    said("the proxy wants a name and a password (407)"),
)
_REFUSED = (
    said("PubMed refused the request"),
    said("PubMed refused the request (status {number})"),
    said("PubMed does not accept the API key"),
    said("PubMed shows only the first 9,999 records of a query"),
    said("PubMed was asked past the end of a set"),
    said("PubMed knows none of the PMIDs"),
    said("PubMed was sent no PMID"),
    said("PubMed was sent an empty query"),
    said("PubMed does not know the database"),
    said("PubMed no longer knows the stored search"),
    said("this address may not ask PubMed (403)"),
    said("the request is too large for PubMed (413)"),
    said("the request is too long for PubMed (414)"),
)
_NOT_UNDERSTOOD = (
    said("PubMed's answer contradicts itself: {reason}"),
    said("PMIDs from position {first} where {other} was asked for"),
    said("a PMID is listed twice"),
    said("{number} hits counted, {other} PMIDs due, {last} sent"),
    said("its {name} is no whole number"),
    said("PubMed's answer cannot be read: {reason}"),
    said("not well-formed XML at line {number}"),
    said("not well-formed XML"),
    said("it declares entities of its own"),
    said("it says that it is {encoding}, and its bytes are UTF-8"),
    said("PubMed's address answered with a redirection ({number})"),
    said("PubMed answered with the unusual status {number}"),
    said("PubMed's answer is an element {element} where {name} was due"),
    said("PubMed's answer is no XML where {name} was due"),
    said("PubMed finds {number} records for {other} DOIs; it looked for other words"),
)
_NOT_ADDING_UP = (
    said("the search does not add up, {number} times in a row: {reason}"),
    said("PubMed counted {number} hits for the one PMID {pmid}"),
    said("the range from {first} to {last} had {number} hits, more than the {other} of the range around it"),
    said("the slices have {number} hits together, the whole search has {other}"),
    said("the slices hold {number} different PMIDs, the whole search has {other} hits"),
    said("the slice of PMIDs {first} to {last} has {number} hits where {other} were left for it"),
    said("the slice of PMIDs {first} to {last} holds PMIDs of another range"),
    said(
        "the slice of PMIDs {first} to {last} has {number} hits and gave {other} PMIDs, {different} of them different"
    ),
    said("the search has {number} hits and gave {other} PMIDs, {different} of them different"),
)
_INCOMPLETE = (
    said("PubMed left out or did not find what it was asked for: {terms}; its hits do not answer the query"),
    said("the search is incomplete: {records}"),
    said("{records} not delivered, though asked for twice; {more_records} delivered broken"),
    said("{records} not delivered, though asked for twice"),
    said("{records} delivered broken"),
    said("{number} records (PMID {pmids} and {other} more)"),
    said("{number} records (PMID {pmids})"),
    said("1 record (PMID {pmids})"),
)
_VERIFIED = (
    said("PubMed delivered its record broken"),
    said("PubMed delivers no record under PMID {pmid} or DOI {doi}"),
    said("PubMed delivers no record under PMID {pmid}"),
    said("PubMed delivers no record under DOI {doi}"),
    said("its DOI leads to PMID {pmid}"),
    said("PMID {pmid} in the table, but PubMed has its DOI under PMID {other_pmid}"),
    said("title '{title}' in the table, '{other_title}' in PubMed"),
    said("year {year} in the table, {years} in PubMed"),
    said("{year} and {other_year}"),
    said("DOI {doi} in the table, {other_doi} in PubMed"),
    said("{pmcid} in the table, {other_pmcid} in PubMed"),
    said("publication type {type} (Retracted Publication)"),
    said("link {link}"),
    said("its record"),
)
SENTENCES = (*_WHO, *_TRIED, *_NO_ANSWER, *_REFUSED, *_NOT_UNDERSTOOD, *_NOT_ADDING_UP, *_INCOMPLETE, *_VERIFIED)
"""Every sentence that is known, the longer one of two alike first."""
_NUMBERS = frozenset({"number", "other", "first", "last", "different", "seconds", "year", "other_year"})
_SENTENCES_INSIDE = frozenset({"reason", "records", "more_records", "years"})


def heard(text: str) -> str:
    """The same text: as a message where claimbook wrote it, else as it stands."""
    for sentence, pattern in _patterns():
        if found := pattern.fullmatch(text):
            values = {name: _value(name, value) for name, value in found.groupdict().items()}
            return filled(sentence, **values)
    return text


def _value(name: str, value: str) -> str:
    if name in _SENTENCES_INSIDE:
        return heard(value)
    return Numeral(value) if name in _NUMBERS else value


@cache
def _patterns() -> tuple[tuple[Said, re.Pattern[str]], ...]:
    """Each message with what its text looks like, whatever its values are."""
    return tuple((sentence, re.compile(_expression(sentence))) for sentence in SENTENCES)


def _expression(sentence: Said) -> str:
    parts = Formatter().parse(sentence)
    return "".join(re.escape(words) + (_group(name) if name else "") for words, name, _, _ in parts)


def _group(name: str) -> str:
    return f"(?P<{name}>[0-9,]+)" if name in _NUMBERS else f"(?P<{name}>.+)"
