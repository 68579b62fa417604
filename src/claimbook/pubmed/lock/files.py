"""Locks and failures, written whole; they are read by ``claimbook.project.documents``."""

from claimbook.model.search import SearchFailure, SearchLock
from claimbook.project.documents import parse_lock
from claimbook.project.files import remove, write_text
from claimbook.project.layout import Project
from claimbook.project.yaml_writer import yaml_text

_LOCK_HEADING = """\
Made by 'claimbook search'; do not edit it. It holds what was asked of PubMed, what PubMed made of the question and
what it found, so that a report can be built again without a network. Search again: claimbook search {claim}"""
_FAILURE_HEADING = """\
Made by 'claimbook search': the last search for this claim failed and found nothing out. A lock beside this file is of
an earlier search. This file goes away when a search succeeds."""


def lock_text(lock: SearchLock) -> str:
    """The lock as its file holds it: the same bytes for the same content."""
    return yaml_text(lock, _LOCK_HEADING.format(claim=lock.claim))


def failure_text(failure: SearchFailure) -> str:
    """The failure as its file holds it."""
    return yaml_text(failure, _FAILURE_HEADING)


def read_lock(project: Project, article: str, claim: str) -> SearchLock | None:
    """The lock of a claim; None where there is none. Raises ProblemsFoundError where it cannot be read."""
    if not project.lock_file(article, claim).exists():
        return None
    return parse_lock(project, article, claim).sound()


def write_lock(project: Project, lock: SearchLock) -> None:
    """Put the lock in its place, and take away the failure of an earlier search."""
    write_text(project.lock_file(lock.article, lock.claim), lock_text(lock))
    remove(project.failure_file(lock.article, lock.claim))
