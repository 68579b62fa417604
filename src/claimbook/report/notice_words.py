"""Retractions, concerns and corrections in words: who was asked, when, and what was seen; four answers, four words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.model.notices import KINDS, Look, Notices
from claimbook.model.study import Study
from claimbook.report.words import Silence, count_of, studies

NOT_CHECKED = "not checked"
NOT_ASKED = (
    Silence.NOT_LOOKED.value,
    "No retraction database was asked; that a study carries no notice here does not clear it.",
)
"""State and words where nobody has asked about any study."""
_MARKS = {"retracted": "retracted", "concern": "expression of concern", "corrected": "corrected"}


@dataclass(frozen=True)
class NoticeWords:
    """How a study stands with PubMed."""

    state: str
    """retracted, expression of concern, corrected, none found, failed, or not checked."""
    words: str
    """The same with its source and date."""


def notice_words(study: Study, notices: Notices) -> NoticeWords:
    """What PubMed says of one study by its latest looks; a notice that one look shows is not undone by another."""
    looks = notices.of(study.id)
    seen = [look for look in looks if not look.rehearsal]
    for kind in KINDS:
        look = next((look for look in seen if any(notice.kind == kind for notice in look.notices)), None)
        if look is not None:
            return NoticeWords(_MARKS[kind], _all_marks(look))
    if look := next((look for look in seen if look.result == "read"), None):
        return NoticeWords(Silence.NONE_FOUND, f"Notices: {look.source}, none found{_failed_since(look, seen)}.")
    if look := next((look for look in seen if look.result == "failed"), None):
        return NoticeWords(Silence.FAILED, f"Notices: the check of {look.date} failed{_because(look)}.")
    return NoticeWords(NOT_CHECKED, f"Notices: {NOT_CHECKED}{_why_not(seen, looks)}.")


def difference_words(study: Study, notices: Notices) -> str:
    """Where PubMed's record and the row of the table part; nothing in the table is changed by it."""
    told = [difference for look in notices.of(study.id) if not look.rehearsal for difference in look.differences]
    return f" PubMed differs: {'; '.join(told)}." if told else ""


def _failed_since(read: Look, seen: Sequence[Look]) -> str:
    """A later check that failed, so that an older clean look is not taken for the last word."""
    later = next((look for look in seen if look.result == "failed" and look.date > read.date), None)
    return f"; the check of {later.date} failed{_because(later)}" if later else ""


def _all_marks(look: Look) -> str:
    """Every notice of one look, each with the place where PubMed shows it."""
    told: list[str] = []
    for kind in KINDS:
        found = [notice for notice in look.notices if notice.kind == kind]
        where = "; ".join(
            dict.fromkeys(notice.shown_by + (f", PMID {notice.pmid}" if notice.pmid else "") for notice in found)
        )
        if found:
            told.append(f"{_MARKS[kind]} ({where})")
    return f"Notices: {look.source}: {', '.join(told)}."


def _why_not(seen: Sequence[Look], looks: Sequence[Look]) -> str:
    """Why a study was not checked, as far as it is known."""
    if seen:
        look = seen[0]
        reason = "it has no identifier" if look.result == "no identifier" else look.reason or "not found in PubMed"
        return f" ({look.date}: {reason})"
    return f" in PubMed; a rehearsal of {looks[0].date} is no check" if looks else ""


def _because(look: Look) -> str:
    return f": {look.reason}" if look.reason else ""


def looked_for_notices(table: Sequence[Study], notices: Notices) -> tuple[str, str]:
    """For a table of ways of looking: whether notices were looked for, and what was seen, in a word and a sentence."""
    if not notices.anything:
        return NOT_ASKED
    counts = Counter(notice_words(study, notices).state for study in table)
    dates = {look.date for study in table for look in notices.of(study.id) if not look.rehearsal}
    if not dates:
        rehearsed = any(notices.of(study.id) for study in table)
        why = "only a rehearsal was run, and PubMed was not asked" if rehearsed else "none of these studies was checked"
        return Silence.NOT_LOOKED, f"Nothing is cleared: {why}."
    order = (*_MARKS.values(), Silence.NONE_FOUND.value, Silence.FAILED.value, NOT_CHECKED)
    told = ", ".join(f"{name}: {counts[name]:,}" for name in order if counts[name])
    every = "Only the records of PubMed were asked; no other retraction database was."
    return _state(counts, max(dates)), f"Of {studies(len(table))}: {told}. {every}"


def _state(counts: Counter[str], date: str) -> str:
    marked = sum(counts[mark] for mark in _MARKS.values())
    if marked:
        return f"checked on {date}, {count_of(marked, 'study', 'studies')} with a notice"
    unknown = counts[Silence.FAILED.value] + counts[NOT_CHECKED]
    if not counts[Silence.NONE_FOUND.value]:
        return Silence.FAILED if counts[Silence.FAILED.value] else Silence.NOT_LOOKED
    return f"checked on {date}, none found" + (" in those that could be checked" if unknown else "")
