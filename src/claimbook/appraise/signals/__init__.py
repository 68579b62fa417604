"""Signs of bias, follow-up, harms, funding and registration."""
