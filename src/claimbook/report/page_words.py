"""Words around the parts of a page, in one place, so that another language can take them over.

What a verdict, a grade or a silence is called stands in `claimbook.report.words`; the cells of the notebooks bring
their own headings.
"""

from collections.abc import Mapping
from types import MappingProxyType

from claimbook.report.words import Silence

LANGUAGE = "en"

PAGE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "skip": "Skip to the content",
        "pages": "Pages",
        "where": "Where you are",
        "articles": "Articles",
        "methods": "Methods",
        "about": "About",
        "on_this_page": "On this page",
        "more_pages": "More pages",
        "before": "Before",
        "next": "Next",
        "code": "Code",
        "table": "Table",
        "row": "Row",
        "built": "How this page was built",
        "built_words": (
            "One notebook, run with these parameters. The executed notebook lies beside this page:"  # its name follows
        ),
        "take": "Take it with you",
        "take_words": "What this page shows, as files. An empty cell or a missing key: not seen, or nothing to say.",
        "take_csv": "The studies as a table (CSV)",
        "take_findings": "The summary of findings as a table (CSV)",
        "take_ris": "The references for a reference manager (RIS)",
        "take_bibtex": "The references for LaTeX (BibTeX)",
        "take_csl": "The references for a citation processor (CSL JSON)",
        "take_json": "Everything, with each rule and reason (JSON)",
        "take_claimreview": "The confirmed verdict for fact-check archives (ClaimReview)",
        "take_notebook": "The executed notebook (Jupyter)",
        "code_words": "“Code” under each part shows the cell that made it.",
        "rules_version": "rules version",
        "collected": "evidence collected on",
        "sort_by": "Sort by",
        "sort_note": "the buttons in the column heads sort this table",
        "numbers": "1,000.5",  # how the pages write numbers: this, or 1.000,5
        "methods_description": "Every rule, threshold and cell of the verdict table",
        "about_title": "About claimbook",
        "about_description": "What claimbook is, what it is not, and how to read a page",
        "index_title": "Health articles, claim by claim",
        "index_heading": "Claim by claim",
        "index_description": "Health articles and their evidence",
        "index_lead": (
            "Health articles, claim by claim: what each says, what published studies show, and a sentence that the "
            "evidence would bear."
        ),
        "not_built": "not built",
        "not_read": "not read",
        "unread": "The file of this claim has a mistake;",  # the command that shows it follows
        "unread_where": "shows where.",
        "failed": "This page could not be built.",
        "failed_others": "Nothing is known from this about the claim itself. The other pages are complete.",
        "harms_said": "with words on harms",
    }
)

SILENCES: tuple[str, ...] = (*Silence, "not graded", "n not seen", "participants not seen", "none", "—")
"""What stands for a value that nobody has; a sorted table has it last, whichever way it is sorted."""


def say(key: str) -> str:
    """The words of this key."""
    return PAGE_WORDS[key]
