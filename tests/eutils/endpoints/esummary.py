"""ESummary: short descriptions, in two kinds of XML and in JSON."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from tests.eutils.answers import ESUMMARY_DTD, Answer, as_json, envelope, xml
from tests.eutils.calls import Call
from tests.eutils.endpoints.common import RefusedError, asked_ids, database
from tests.eutils.facts import Facts
from tests.eutils.world import World

MAX_JSON = 500
UNKNOWN = "cannot get document summary"
ESUMMARY_2_DTD = (
    '<!DOCTYPE eSummaryResult PUBLIC "-//NLM//DTD esummary pubmed 20200326//EN" '
    '"https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20200326/esummary_pubmed.dtd">'
)
Item = tuple[str, str, str]


def esummary(call: Call, world: World) -> Answer:
    """Describe records; an unknown identifier comes as an error text inside a good answer."""
    parameters = call.parameters
    try:
        database(call)
        ids = _asked(call, world)
    except RefusedError as refused:
        return envelope("eSummaryResult", ESUMMARY_DTD, *refused.args)
    if parameters.get("retmode", "").lower() == "json":
        return _as_json(ids, world)
    found = [(pmid, world.corpus.facts(pmid)) for pmid in ids]
    return _version_2(found) if parameters.get("version") == "2.0" else _version_1(found)


def _asked(call: Call, world: World) -> Sequence[int]:
    if not call.parameters.get("id") and not call.parameters.get("query_key"):
        raise RefusedError("Neither query_key nor id specified")
    return asked_ids(call, world)


def _as_json(ids: Sequence[int], world: World) -> Answer:
    header = {"type": "esummary", "version": "0.3"}
    if len(ids) > MAX_JSON:
        message = f"Too many UIDs in request. Maximum number of UIDs is {MAX_JSON} for JSON format output."
        return as_json({"header": header, "error": message}, mode="error")
    result: dict[str, object] = {"uids": [str(pmid) for pmid in ids]}
    for pmid in ids:
        facts = world.corpus.facts(pmid)
        result[str(pmid)] = _fields(facts) if facts else {"uid": str(pmid), "error": UNKNOWN}
    return as_json({"header": header, "result": result}, mode="esummary-json")


def _fields(facts: Facts) -> dict[str, object]:
    return {
        "uid": str(facts.pmid),
        "pubdate": facts.date_text,
        "source": facts.journal_short,
        "authors": [{"name": name, "authtype": "Author", "clusterid": ""} for name in facts.authors],
        "title": facts.title,
        "volume": facts.volume,
        "issue": facts.issue,
        "pages": facts.pages,
        "lang": list(facts.languages),
        "pubtype": list(facts.types),
        "articleids": [{"idtype": kind, "value": value} for kind, value in facts.ids],
        "fulljournalname": facts.journal,
        "booktitle": facts.book_title,
    }


def _version_1(found: Sequence[tuple[int, Facts | None]]) -> Answer:
    parts = (_doc_sum(facts) if facts else f"<ERROR>UID={pmid}: {UNKNOWN}</ERROR>\n" for pmid, facts in found)
    return xml(ESUMMARY_DTD, f"<eSummaryResult>\n{''.join(parts)}\n</eSummaryResult>", mode="esummary-xml")


def _doc_sum(facts: Facts) -> str:
    items = "".join(f"\t{_item(*item)}\n" for item in _items(facts))
    return f"<DocSum>\n\t<Id>{facts.pmid}</Id>\n{items}</DocSum>\n"


def _item(name: str, kind: str, value: str) -> str:
    return f'<Item Name="{name}" Type="{kind}">{value}</Item>'


def _items(facts: Facts) -> Iterator[Item]:
    yield "PubDate", "Date", escape(facts.date_text)
    yield "Source", "String", escape(facts.journal_short)
    yield "AuthorList", "List", "".join(_item("Author", "String", escape(name)) for name in facts.authors)
    yield "Title", "String", escape(facts.title)
    yield "Volume", "String", escape(facts.volume)
    yield "Issue", "String", escape(facts.issue)
    yield "Pages", "String", escape(facts.pages)
    yield "LangList", "List", "".join(_item("Lang", "String", code) for code in facts.languages)
    yield "PubTypeList", "List", "".join(_item("PubType", "String", escape(name)) for name in facts.types)
    yield "ArticleIds", "List", "".join(_item(kind, "String", escape(value)) for kind, value in facts.ids)
    yield "FullJournalName", "String", escape(facts.journal)


def _version_2(found: Sequence[tuple[int, Facts | None]]) -> Answer:
    parts = (
        f'<DocumentSummary uid="{pmid}">{_summary(facts) if facts else f"<error>{UNKNOWN}</error>"}</DocumentSummary>\n'
        for pmid, facts in found
    )
    content = f'<DocumentSummarySet status="OK">\n{"".join(parts)}</DocumentSummarySet>'
    return xml(ESUMMARY_2_DTD, f"<eSummaryResult>\n{content}\n</eSummaryResult>", mode="esummary-xml")


def _summary(facts: Facts) -> str:
    authors = "".join(f"<Author><Name>{escape(name)}</Name></Author>" for name in facts.authors)
    types = "".join(f"<flag>{escape(name)}</flag>" for name in facts.types)
    return (
        f"<PubDate>{escape(facts.date_text)}</PubDate><Source>{escape(facts.journal_short)}</Source>"
        f"<Authors>{authors}</Authors><Title>{escape(facts.title)}</Title><PubType>{types}</PubType>"
        f"<FullJournalName>{escape(facts.journal)}</FullJournalName>"
    )
