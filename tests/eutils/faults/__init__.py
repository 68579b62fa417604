"""Faults: everything that is known to go wrong between a client and PubMed."""
