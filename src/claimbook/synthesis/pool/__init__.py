"""Several studies together: pooled effects, combined p values, counted directions, and how many people are enough."""
