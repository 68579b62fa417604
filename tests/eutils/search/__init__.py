"""A search as PubMed runs it, with its silent rewrites."""
