"""What was decided, counted and seen, in words for a reader; nothing here decides."""
