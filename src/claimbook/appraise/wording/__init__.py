"""How strongly a sentence words a relation."""
