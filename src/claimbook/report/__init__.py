"""What people receive: notebooks run with strict parameters, and pages made from them.

``page`` makes pages, out of notebooks that ``run`` runs and that call ``case``; ``words`` says what was decided,
``show`` turns it into escaped HTML. ``why`` prints the same chain for a terminal.
"""
