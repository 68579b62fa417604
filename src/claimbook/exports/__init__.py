"""Files to take along: the evidence as tables, references, JSON and ClaimReview. Same input, same bytes."""
