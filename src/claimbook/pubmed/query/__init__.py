"""Concepts to a PubMed query that a person can read, and a linter for what PubMed would silently rewrite.

Everything here is pure: no network, no files, no clock.
"""

from claimbook.pubmed.query.build import Query, query_of
from claimbook.pubmed.query.compare import missing_from
from claimbook.pubmed.query.faults import Fault
from claimbook.pubmed.query.lint import lint

__all__ = ["Fault", "Query", "lint", "missing_from", "query_of"]
