"""One body of evidence: what it shows, how certain that is, and the verdict that follows."""
