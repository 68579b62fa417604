"""Each verb as a short sentence of steps. Heavy packages are imported by the step that needs them."""

from claimbook.workflow.checking import CheckedSearches, check
from claimbook.workflow.exporting import ExportRequest, export
from claimbook.workflow.naming import Named, choose_claims, name_claim
from claimbook.workflow.proposing import Proposed, ProposeRequest, propose
from claimbook.workflow.reporting import Reported, ReportRequest, report
from claimbook.workflow.searching import SearchEnded, SearchKind, SearchRequest, search
from claimbook.workflow.status import ATTENTION, OK, USER_ERROR
from claimbook.workflow.verifying import VerifyEnded, verify
from claimbook.workflow.weighing import explain_rule, weigh, why
from claimbook.workflow.wording import WordedArticle, wording
from claimbook.workflow.writing import methods, schema

__all__ = [
    "ATTENTION",
    "OK",
    "USER_ERROR",
    "CheckedSearches",
    "ExportRequest",
    "Named",
    "ProposeRequest",
    "Proposed",
    "ReportRequest",
    "Reported",
    "SearchEnded",
    "SearchKind",
    "SearchRequest",
    "VerifyEnded",
    "WordedArticle",
    "check",
    "choose_claims",
    "explain_rule",
    "export",
    "methods",
    "name_claim",
    "propose",
    "report",
    "schema",
    "search",
    "verify",
    "weigh",
    "why",
    "wording",
]
