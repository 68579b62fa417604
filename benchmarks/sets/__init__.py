"""One module per benchmark set: how its rows are read, and what claimbook answers."""
