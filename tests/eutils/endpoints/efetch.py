"""EFetch: the records themselves."""

from collections.abc import Sequence

from tests.eutils.answers import EFETCH_DTD, Answer, efetch_error, text, xml
from tests.eutils.calls import Call
from tests.eutils.endpoints.common import RefusedError, asked_ids, database
from tests.eutils.endpoints.medline import citation, medline
from tests.eutils.settings import Settings
from tests.eutils.world import World

_PUBLIC = '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January {year}//EN" "{scheme}://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_{short}0101.dtd">\n'
UNAVAILABLE = "id: {pmid} Error occurred: The following PMID is not available: {pmid}\n"
DOCTYPES = {
    "current": _PUBLIC.format(year=2025, scheme="https", short=25),
    "future": _PUBLIC.format(year=2027, scheme="https", short=27),
    "http": _PUBLIC.format(year=2025, scheme="http", short=25),
    "none": "",
}


def efetch(call: Call, world: World) -> Answer:
    """Articles and books mixed, in the order of the request; unknown identifiers are left out without a word."""
    try:
        database(call)
        ids = asked_ids(call, world)
    except RefusedError as refused:
        return efetch_error(*refused.args)
    rettype = call.parameters.get("rettype", "").lower()
    retmode = call.parameters.get("retmode", "").lower() or ("text" if rettype else "xml")
    if rettype == "uilist":
        return _uilist(ids, world, as_text=retmode == "text")
    return _texts(ids, world, rettype) if retmode == "text" else article_set(ids, world)


def article_set(ids: Sequence[int], world: World) -> Answer:
    """The records of these identifiers as a PubmedArticleSet."""
    corpus = world.corpus
    found = dict.fromkeys(raw for pmid in ids if (raw := corpus.xml(pmid)) is not None)
    return Answer(enclosed(list(found), world.settings), mode="efetch-xml")


def enclosed(records: Sequence[bytes], settings: Settings) -> bytes:
    """Elements of records inside declaration, document type and root."""
    head = f'<?xml version="1.0" ?>\n{DOCTYPES[settings.dtd]}<PubmedArticleSet>'.encode()
    if not records:
        return head + b"</PubmedArticleSet>\n"
    return head + b"\n" + b"\n".join(records) + b"\n</PubmedArticleSet>\n"


def _uilist(ids: Sequence[int], world: World, *, as_text: bool) -> Answer:
    known = [pmid for pmid in ids if pmid in world.corpus.by_pmid]
    if as_text:
        return text("".join(f"{pmid}\n" for pmid in known), mode="efetch-uilist")
    listed = "".join(f"\t<Id>{pmid}</Id>\n" for pmid in known)
    return xml(EFETCH_DTD, f"<eFetchResult>\n<IdList>\n{listed}</IdList>\n</eFetchResult>", mode="efetch-uilist")


def _texts(ids: Sequence[int], world: World, rettype: str) -> Answer:
    """Records as text; an unknown identifier is told of in a line that is text like any other."""
    write = medline if rettype == "medline" else citation
    found = [(pmid, world.corpus.facts(pmid)) for pmid in ids]
    parts = (f"\n{write(facts)}\n" if facts else UNAVAILABLE.format(pmid=pmid) for pmid, facts in found)
    return text("".join(parts), mode=f"efetch-{rettype or 'text'}")
