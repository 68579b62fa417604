"""What proposals would give, were they confirmed; never a verdict of its own."""
