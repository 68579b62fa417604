"""Results as printed: estimates, intervals, p values, shares and means, each bound to its outcome."""
