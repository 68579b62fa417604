"""Weighing many studies: pure functions from coded findings to a verdict; no files, no network, no clock.

``assess`` takes a claim and its studies the whole way: each is read (``study``), they are brought together (``pool``)
and graded (``grade``). ``details`` is what a reader may want beside a verdict, ``provisional`` what unchecked proposals
would give. ``thresholds`` holds every number that a rule compares with, ``rulebook`` every rule in words.
"""
