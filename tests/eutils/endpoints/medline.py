"""Records as text: MEDLINE tags, or a short citation with the abstract."""

import textwrap
from collections.abc import Iterator

from tests.eutils.facts import Facts, Heading

WIDTH = 82


def medline(facts: Facts) -> str:
    """One record with MEDLINE tags; what has no tag here (affiliations, grants, references) is left out."""
    return "".join(f"{tag:<4}- {_wrapped(value)}\n" for tag, value in _lines(facts) if value)


def citation(facts: Facts) -> str:
    """One record as ``rettype=abstract`` shows it, without number."""
    source = f"{facts.journal_short}. {facts.date_text};{facts.volume}({facts.issue}):{facts.pages}."
    parts = [source, facts.title, ", ".join(facts.authors), facts.abstract, f"PMID: {facts.pmid}"]
    return "\n\n".join(textwrap.fill(part, WIDTH) for part in parts if part)


def _lines(facts: Facts) -> Iterator[tuple[str, str]]:
    yield "PMID", str(facts.pmid)
    yield "OWN", "NLM"
    yield "STAT", facts.status
    yield "IS", facts.issn
    yield "VI", facts.volume
    yield "IP", facts.issue
    yield "DP", facts.date_text
    yield "TI", facts.title
    yield "PG", facts.pages
    yield "LID", f"{facts.id_of('doi')} [doi]" if facts.id_of("doi") else ""
    yield "AB", facts.abstract
    yield from (("AU", name) for name in facts.authors)
    yield from (("CN", name) for name in facts.groups)
    yield from (("LA", code) for code in facts.languages)
    yield from (("PT", name) for name in facts.types)
    yield "TT", facts.vernacular
    yield "TA", facts.journal_short
    yield "JT", facts.journal
    yield "JID", facts.journal_id
    yield from (("MH", _heading(one)) for one in facts.headings)
    yield "BTI", facts.book_title
    yield "EDAT", f"{facts.stages['entrez']:%Y/%m/%d} 00:00" if "entrez" in facts.stages else ""
    yield from (("AID", f"{value} [{kind}]") for kind, value in facts.ids if kind != "pubmed")
    yield "SO", f"{facts.journal_short}. {facts.date_text};{facts.volume}({facts.issue}):{facts.pages}."


def _heading(heading: Heading) -> str:
    name = f"*{heading.name}" if heading.major and not heading.qualifiers else heading.name
    return "/".join([name, *(f"*{part}" if heading.major else part for part in heading.qualifiers)])


def _wrapped(value: str) -> str:
    return "\n      ".join(textwrap.wrap(value, WIDTH, break_long_words=False, break_on_hyphens=False))
