"""Figures in one quiet style, each with alternative text and the same facts as a table."""
