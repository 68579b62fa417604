"""One study: its stream, its risk of bias, and what it prints as an estimate on a scale that can be compared."""
