"""From the XML that PubMed sends to records: streaming, without DTD, entities or network.

``read_records`` reads an answer in its order and loses no more than the one record that cannot be read, by name.
"""

from claimbook.pubmed.parse.entries import Deleted, Entry, NotRecordsError, Unreadable
from claimbook.pubmed.parse.facts import facts_of
from claimbook.pubmed.parse.stream import pmids_in, read_records

__all__ = ["Deleted", "Entry", "NotRecordsError", "Unreadable", "facts_of", "pmids_in", "read_records"]
