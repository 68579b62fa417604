"""Everything that is read of one record together, and the draft of its row in the evidence table."""
