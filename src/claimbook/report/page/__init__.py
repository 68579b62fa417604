"""From executed notebooks to pages that are complete without script, network or a second file."""
