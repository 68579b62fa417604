"""Get records from PubMed, and never say more about them than PubMed did."""
