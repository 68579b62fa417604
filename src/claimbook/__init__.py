"""Weigh what published studies say about each claim of a health article, and show every reason."""

from importlib.metadata import version

__version__ = version("claimbook")
