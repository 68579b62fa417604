"""What the notebooks of a claim and of an article call: each method shows one part of a report."""
