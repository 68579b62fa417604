"""Read everything and find every mistake."""

from dataclasses import dataclass
from pathlib import Path

from claimbook.model.problems import Problem
from claimbook.project.checks import Checked, check_project
from claimbook.project.layout import find_project
from claimbook.project.study_checks import results_not_entered
from claimbook.pubmed.lock.drift import drifted_locks
from claimbook.pubmed.query.build import Query
from claimbook.pubmed.query.check import check_searches, queries_of
from claimbook.workflow.confirming import outdated_in_files
from claimbook.workflow.naming import Named
from claimbook.workflow.status import ATTENTION, OK, USER_ERROR


@dataclass(frozen=True)
class CheckedSearches(Checked):
    """What a check read, everything that is wrong with it, and the PubMed query of every sound claim."""

    queries: tuple[tuple[Named, Query], ...] = ()
    findings: tuple[Problem, ...] = ()
    """What is no mistake and needs attention: locks that were found by other words than the claim has now, studies that
    answer and whose result nobody entered, and confirmed verdicts that are no longer the computed ones."""

    @property
    def status(self) -> int:
        """2 for a mistake, 1 for a finding, 0 when all is well."""
        return USER_ERROR if self.problems else ATTENTION if self.findings else OK


def check(start: Path | None) -> CheckedSearches:
    """Read everything, check that it fits together and can be searched for, and return every mistake."""
    project = find_project(start)
    read = check_project(project)
    problems = (*read.problems, *(found for files in read.files for found in check_searches(files)))
    queries = tuple(
        (Named(files.id, claim), query) for files in read.files for claim, query in queries_of(files, problems).items()
    )
    drifted = tuple(found for files in read.files for found in drifted_locks(files))
    tables = (files.studies.readable for files in read.files if files.studies.readable)
    unentered = tuple(found for document, table in tables for found in results_not_entered(document, table))
    outdated = () if problems else tuple(found for files in read.files for found in outdated_in_files(project, files))
    findings = (*drifted, *unentered, *outdated)
    return CheckedSearches(problems, read.articles, read.claims, read.studies, read.files, queries, findings)
