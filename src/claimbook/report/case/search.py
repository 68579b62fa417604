"""The part of a page that shows a search: sentence, table, flow and the records that wait for a person."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from claimbook.language.said import said
from claimbook.model.assessment import ClaimAssessment
from claimbook.model.proposal import UNCHECKED, ProposedRecord
from claimbook.model.screening import Screening
from claimbook.plots.figure import Figure
from claimbook.plots.flow import draw_flow
from claimbook.pubmed.lock.sentence import search_sentence, search_steps
from claimbook.report.case.quotations import NO_ANSWERS, Answers
from claimbook.report.show import Shown, fragment
from claimbook.report.words.search_rows import (
    LISTED_AT_MOST,
    SHOWN_AT_ONCE,
    WaitingRow,
    ranks_in,
    records,
    search_facts,
    waiting_rows,
)
from claimbook.report.words.searches import search_in_short, warnings
from claimbook.report.words.verdicts import CODES
from claimbook.synthesis.details.flow import NOT_CODED, NOT_DIRECT, flow_of

NO_PROPOSALS: Mapping[int, ProposedRecord] = MappingProxyType({})
_NO_CODE = {NOT_CODED: said("Not about an outcome of this claim"), NOT_DIRECT: said("Not direct")}


def screening_of(assessment: ClaimAssessment) -> Screening:
    """How far the search of the claim was run; where nobody said, it was not searched."""
    return assessment.primary.screening or Screening(assessment.claim.id)


def search_of(
    assessment: ClaimAssessment,
    proposals: Mapping[int, ProposedRecord] = NO_PROPOSALS,
    answers: Answers = NO_ANSWERS,
) -> Shown:
    """What was searched and found for a claim, and who has looked at it; where nothing was, that is said.

    Raises:
        NotVerbatimError: a quotation does not stand in its record.
    """
    screening = screening_of(assessment)
    lock = screening.lock
    figure = draw_flow(flow_of(assessment, screening), screening, code_words)
    return fragment(
        "search",
        warnings=tuple(warnings(screening)),
        in_short=search_in_short(screening),
        sentence_of_search=search_sentence(lock) if lock else "",
        facts=search_facts(screening),
        steps=search_steps(lock) if lock else (),
        pmids=lock.pmids if lock else (),
        figures=[(figure, isinstance(figure, Figure))],
        waiting=_waiting(screening, proposals, answers),
        by_rank=bool(ranked := ranks_in(screening, proposals)),
        unread=len(screening.waiting) - len(ranked),
        unchecked=UNCHECKED,
        at_once=SHOWN_AT_ONCE,
        most=LISTED_AT_MOST,
        count=records,
    )


def _waiting(screening: Screening, proposals: Mapping[int, ProposedRecord], answers: Answers) -> tuple[WaitingRow, ...]:
    """What waits; beside a conclusion that seems to say more than the results, the words of both."""
    rows = waiting_rows(screening, proposals)
    read = (proposals.get(row.pmid) for row in rows[:LISTED_AT_MOST])
    spun = {int(one.pmid): one for one in read if one is not None and one.spin is not None}
    quotations = answers.quotations(spun.values())
    return tuple(replace(row, spin=quotations.spin(spun[row.pmid])) if row.pmid in spun else row for row in rows)


def code_words(code: str) -> str:
    """The words for a mismatch code, or for having none."""
    return _NO_CODE.get(code) or CODES[code]
