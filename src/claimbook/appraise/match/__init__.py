"""Whether a record is about the people, intervention, comparison, outcome and purpose of a claim."""
