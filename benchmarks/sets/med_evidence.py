"""med_evidence: answer a review's question from the abstracts of its studies, with a certainty. Evaluation only."""

from sets.measures import Task, share_right, weighted_kappa

TASKS = (Task("med_evidence", {"accuracy": share_right}), Task("med_evidence", {"kappa": weighted_kappa}))
