"""Weighing many studies: pure functions from coded findings to a verdict; no files, no network, no clock."""
