"""How many people there were, in all and in each arm."""
