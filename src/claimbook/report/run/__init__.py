"""Notebooks run by papermill: strict parameters, kernels of our own, several at once, nothing left of the machine."""
