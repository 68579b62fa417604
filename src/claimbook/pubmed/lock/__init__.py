"""What a search leaves behind: lock, failure, facts of its records, and the sentences that are made from them."""
