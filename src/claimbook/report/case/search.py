"""The part of a page that shows a search: sentence, table, flow and the records that wait for a person."""

from collections.abc import Mapping
from types import MappingProxyType

from claimbook.language.said import said
from claimbook.model.assessment import ClaimAssessment
from claimbook.model.proposal import UNCHECKED, ProposedRecord
from claimbook.model.screening import Screening
from claimbook.plots.figure import Figure
from claimbook.plots.flow import draw_flow
from claimbook.pubmed.lock.sentence import search_sentence, search_steps
from claimbook.report.show import Shown, fragment
from claimbook.report.words.search_rows import LISTED_AT_MOST, SHOWN_AT_ONCE, records, search_facts, waiting_rows
from claimbook.report.words.searches import search_in_short, warnings
from claimbook.report.words.verdicts import CODES
from claimbook.synthesis.details.flow import NOT_CODED, NOT_DIRECT, flow_of

NO_PROPOSALS: Mapping[int, ProposedRecord] = MappingProxyType({})
_NO_CODE = {NOT_CODED: said("Not about an outcome of this claim"), NOT_DIRECT: said("Not direct")}


def screening_of(assessment: ClaimAssessment) -> Screening:
    """How far the search of the claim was run; where nobody said, it was not searched."""
    return assessment.primary.screening or Screening(assessment.claim.id)


def search_of(assessment: ClaimAssessment, proposals: Mapping[int, ProposedRecord] = NO_PROPOSALS) -> Shown:
    """What was searched and found for a claim, and who has looked at it; where nothing was, that is said."""
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
        waiting=waiting_rows(screening, proposals),
        unchecked=UNCHECKED,
        at_once=SHOWN_AT_ONCE,
        most=LISTED_AT_MOST,
        count=records,
    )


def code_words(code: str) -> str:
    """The words for a mismatch code, or for having none."""
    return _NO_CODE.get(code) or CODES[code]
