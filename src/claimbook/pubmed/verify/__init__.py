"""Do the identifiers of an evidence table lead to the records it means, and what has happened to them since?"""

from claimbook.pubmed.verify.check import verify_article

__all__ = ["verify_article"]
