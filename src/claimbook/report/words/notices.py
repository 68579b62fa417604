"""Retractions, concerns and corrections in words: who was asked, when, and what was seen; four answers, four words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.language.said import counted, joined, said
from claimbook.model.notices import KINDS, Look, Notices
from claimbook.model.search import FoundNotice
from claimbook.model.study import Study
from claimbook.pubmed.lock.heard import heard
from claimbook.report.words.verdicts import Silence, studies

NOT_CHECKED = said("not checked")
NOT_ASKED = (
    Silence.NOT_LOOKED,
    said("No retraction database was asked; that a study carries no notice here does not clear it."),
)
"""State and words where nobody has asked about any study."""
MARKS = {
    "retracted": said("retracted"),
    "concern": said("expression of concern"),
    "corrected": said("corrected"),
}
"""What a notice of each kind is called."""


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
            return NoticeWords(MARKS[kind], _all_marks(look))
    if look := next((look for look in seen if look.result == "read"), None):
        return NoticeWords(Silence.NONE_FOUND, _none_found(look, seen))
    if look := next((look for look in seen if look.result == "failed"), None):
        return NoticeWords(Silence.FAILED, said("Notices: {check}.", check=_failed(look)))
    return NoticeWords(NOT_CHECKED, _not_checked(seen, looks))


def difference_words(study: Study, notices: Notices) -> str:
    """Where PubMed's record and the row of the table part; nothing in the table is changed by it."""
    told = [difference for look in notices.of(study.id) if not look.rehearsal for difference in look.differences]
    differences = joined("; ", map(heard, told))
    return joined("", (" ", said("PubMed differs: {differences}.", differences=differences))) if told else ""


def _none_found(read: Look, seen: Sequence[Look]) -> str:
    """With a later check that failed, so that an older clean look is not taken for the last word."""
    later = next((look for look in seen if look.result == "failed" and look.date > read.date), None)
    if later is None:
        return said("Notices: {source}, none found.", source=read.source)
    return said("Notices: {source}, none found; {check}.", source=read.source, check=_failed(later))


def _failed(look: Look) -> str:
    if look.reason is None:
        return said("the check of {date} failed", date=look.date)
    return said("the check of {date} failed: {reason}", date=look.date, reason=heard(look.reason))


def _all_marks(look: Look) -> str:
    """Every notice of one look, each with the place where PubMed shows it."""
    places = {kind: dict.fromkeys(_place(notice) for notice in look.notices if notice.kind == kind) for kind in KINDS}
    marks = [
        said("{notice} ({places})", notice=MARKS[kind], places=joined("; ", found))
        for kind, found in places.items()
        if found
    ]
    return said("Notices: {source}: {notices}.", source=look.source, notices=joined(", ", marks))


def _place(notice: FoundNotice) -> str:
    place = heard(notice.shown_by)
    return said("{place}, PMID {pmid}", place=place, pmid=notice.pmid) if notice.pmid else place


def _not_checked(seen: Sequence[Look], looks: Sequence[Look]) -> str:
    """Why a study was not checked, as far as it is known."""
    if seen:
        look = seen[0]
        known = heard(look.reason) if look.reason else said("not found in PubMed")
        reason = said("it has no identifier") if look.result == "no identifier" else known
        return said("Notices: not checked ({date}: {reason}).", date=look.date, reason=reason)
    if looks:
        return said("Notices: not checked in PubMed; a rehearsal of {date} is no check.", date=looks[0].date)
    return said("Notices: not checked.")


def looked_for_notices(table: Sequence[Study], notices: Notices) -> tuple[str, str]:
    """For a table of ways of looking: whether notices were looked for, and what was seen, in a word and a sentence."""
    if not notices.anything:
        return NOT_ASKED
    dates = {look.date for study in table for look in notices.of(study.id) if not look.rehearsal}
    if not dates:
        return Silence.NOT_LOOKED, _nothing_cleared(rehearsed=any(notices.of(study.id) for study in table))
    counts = Counter(notice_words(study, notices).state for study in table)
    order = (*MARKS.values(), Silence.NONE_FOUND, Silence.FAILED, NOT_CHECKED)
    told = [said("{state}: {number:,}", state=state, number=counts[state]) for state in order if counts[state]]
    words = said(
        "Of {studies}: {counts}. Only the records of PubMed were asked; no other retraction database was.",
        studies=studies(len(table)),
        counts=joined(", ", told),
    )
    return _state(counts, max(dates)), words


def _nothing_cleared(*, rehearsed: bool) -> str:
    if rehearsed:
        return said("Nothing is cleared: only a rehearsal was run, and PubMed was not asked.")
    return said("Nothing is cleared: none of these studies was checked.")


def _state(counts: Counter[str], date: str) -> str:
    if marked := sum(counts[mark] for mark in MARKS.values()):
        return counted(
            "checked on {date}, {n} study with a notice",
            "checked on {date}, {n:,} studies with a notice",
            marked,
            date=date,
        )
    if not counts[Silence.NONE_FOUND]:
        return Silence.FAILED if counts[Silence.FAILED] else Silence.NOT_LOOKED
    if counts[Silence.FAILED] + counts[NOT_CHECKED]:
        return said("checked on {date}, none found in those that could be checked", date=date)
    return said("checked on {date}, none found", date=date)
