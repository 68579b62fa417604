"""Tiny projects on disk, and what a person would see printed about them."""

from pathlib import Path

from claimbook.project.explain import format_problem
from claimbook.project.layout import Project

BROKEN = Path(__file__).parent / "broken"

ARTICLE = """\
id: demo
title: Good things about walking
claims: [knee]
concepts:
  walking:
    terms: [walking]
"""
CLAIM = """\
id: knee
heading: Eases knee pain
statement: Walking backwards eases knee pain.
intervention: walking backwards
purpose: treat
primary: pain
outcomes:
  - id: pain
    name: knee pain
    kind: continuous
    direction: lower
    better: lower
    wording:
      strength: direct
      phrases: [eases knee pain]
search:
  intervention: [walking]
"""
STUDIES = """\
article: demo
collection:
  date: 2026-01-31
  method: Invented for a test.
  level: Invented.
  pubmed_search: not run
  registries: Invented.
  coded_by: project
studies: []
"""


def write_project(root, *, article=ARTICLE, claim=CLAIM, studies=STUDIES):
    """One article with one claim; each file may be given as text or bytes, or left away with None."""
    project = Project(root)
    files = {
        project.article_file("demo"): article,
        project.claim_file("demo", "knee"): claim,
        project.studies_file("demo"): studies,
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return project


def printed(problems):
    return "".join(f"{format_problem(problem)}\n" for problem in problems)
