"""Whether the primary endpoint of a trial came out, and whether its conclusion says more than that."""
