"""Every rule with its id, statement and source: what the methods page prints and ``claimbook why`` explains."""

from claimbook.synthesis.rulebook import certainty, codes, effect, precision, streams, verdict
from claimbook.synthesis.rulebook.rule import Rule

RULES: dict[str, Rule] = {
    rule.id: rule for room in (streams, certainty, precision, effect, verdict, codes) for rule in room.RULES
}

__all__ = ["RULES", "Rule"]
