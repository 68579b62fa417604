"""Identifiers of the record itself: never those of its references, comments or corrections."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from claimbook.pubmed.parse.text import Element, text_of

_PMCID = re.compile(r"PMC\d+")


class Identifiers(NamedTuple):
    """DOI, PMCID and all others as (type, value)."""

    doi: str | None
    pmcid: str | None
    others: tuple[tuple[str, str], ...]


def identifiers(locations: Iterable[Element], listed: Iterable[Element]) -> Identifiers:
    """From the ELocationIDs and from the items of the ArticleIdList.

    A valid ELocationID goes before the list; what one of them marks as invalid is not taken from the list either.
    """
    found, invalid = [], set()
    for one in locations:
        pair = one.get("EIdType", ""), text_of(one)
        if one.get("ValidYN") == "N":
            invalid.add(pair)
        else:
            found.append(pair)
    found += [(one.get("IdType", ""), text_of(one)) for one in listed]
    return sort_out(dict.fromkeys(pair for pair in found if pair not in invalid))


def sort_out(pairs: Iterable[tuple[str, str]]) -> Identifiers:
    """The first DOI and the first PMCID, and everything else but the PMID."""
    doi, pmcid, others = None, None, []
    for kind, value in pairs:
        if kind == "doi":
            doi = doi or value or None
        elif kind == "pmc":
            match = _PMCID.search(value)
            pmcid = pmcid or (match[0] if match else None)
        elif kind != "pubmed" and value:
            others.append((kind, value))
    return Identifiers(doi, pmcid, tuple(others))
