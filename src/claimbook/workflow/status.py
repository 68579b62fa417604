"""How a command ends, as its exit status says it."""

OK, ATTENTION, USER_ERROR = 0, 1, 2
"""All is well; a finding needs attention; the user made a mistake."""
