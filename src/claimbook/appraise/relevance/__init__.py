"""Which records bear on a claim, the likeliest first."""
