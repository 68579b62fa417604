"""The whole search of one claim: every PMID, every record, on disk before it is read, and locked only when complete."""
