"""ESearch: a query to PMIDs."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from xml.sax.saxutils import escape

from tests.eutils.answers import ESEARCH_DTD, Answer, as_json, esearch_error, xml
from tests.eutils.calls import Call
from tests.eutils.endpoints.common import CAP, RETSTART, RefusedError, database, number
from tests.eutils.search.evaluate import search
from tests.eutils.search.found import Found
from tests.eutils.world import World

EDIRECT = (
    " To obtain more than 9,999 PubMed records, consider using EDirect that contains additional logic to batch PubMed "
    "search results automatically so that an arbitrary number can be retrieved. For details see "
    "https://www.ncbi.nlm.nih.gov/books/NBK25499/"
)
DATE_TAGS = {"pdat": "dp", "edat": "edat", "crdt": "crdt", "mdat": "lr", "mhda": "mhda"}


def esearch(call: Call, world: World) -> Answer:
    """Run a query; every refusal comes with status 200."""
    json_mode = call.parameters.get("retmode", "").lower() == "json"
    try:
        return _searched(call, world, json_mode=json_mode)
    except RefusedError as refused:
        return esearch_error(refused.args[0], json_mode=json_mode)


def _searched(call: Call, world: World, *, json_mode: bool) -> Answer:
    parameters = call.parameters
    name, term = database(call), _term(call, world.today)
    start, size = number(parameters.get("retstart", ""), 0), number(parameters.get("retmax", ""), 20)
    if not term.strip():
        raise RefusedError("Empty term and query_key - nothing todo")
    if start >= CAP:
        raise RefusedError(f"Search Backend failed: Exception:\n{RETSTART}{EDIRECT}")
    found = search(term, world.index, _sets(call, world)) if name == "pubmed" else Found(frozenset())
    if parameters.get("rettype", "").lower() == "count":
        return _count_only(len(found.pmids), json_mode=json_mode)
    page = Page(call, world, found, start, size)
    return page.as_json() if json_mode else page.as_xml()


def _term(call: Call, today: date) -> str:
    """The term with the limits that the other parameters put on it."""
    parameters = call.parameters
    term, field = parameters.get("term", ""), parameters.get("field", "")
    if field and term and "[" not in term:
        term = f"{term}[{field}]"
    tag = DATE_TAGS.get(parameters.get("datetype", "").lower(), "edat")
    first, last = parameters.get("mindate", ""), parameters.get("maxdate", "")
    if (days := number(parameters.get("reldate", ""), 0)) > 0:
        first, last = f"{today - timedelta(days=days):%Y/%m/%d}", f"{today:%Y/%m/%d}"
    return f"({term}) AND {first}:{last}[{tag}]" if first and last and term else term


def _sets(call: Call, world: World) -> Sequence[Sequence[int]]:
    """The sets that ``#1`` and ``#2`` in the term stand for."""
    return world.history.sets(call.parameters.get("webenv", ""), world.clock.now())


def _count_only(count: int, *, json_mode: bool) -> Answer:
    """``rettype=count``: neither a translation nor a single warning."""
    if json_mode:
        return as_json(_with_header({"count": str(count)}), mode="esearch-count")
    return xml(ESEARCH_DTD, f"<eSearchResult>\n\t<Count>{count}</Count>\n</eSearchResult>", mode="esearch-count")


def _with_header(result: dict[str, object]) -> dict[str, object]:
    return {"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result}


class Page:
    """One page of hits with everything PubMed says about the query."""

    def __init__(self, call: Call, world: World, found: Found, start: int, size: int) -> None:
        self.found = found
        self.start = start
        self.count = len(found.pmids)
        ordered = _ordered(found.pmids, call.parameters.get("sort", "").lower(), world)
        clamped = min(size, CAP - start)
        self.ids = ordered[start : start + clamped]
        self.messages = ["No items found."] if not self.count else []
        if clamped < size:
            self.messages.append(f"Restrictions achieved. start and count adjusted to {start}, {clamped}")
        self.webenv, self.key = "", 0
        if call.parameters.get("usehistory", "").lower() in {"y", "yes", "1", "true"}:
            given = call.parameters.get("webenv", "")
            self.webenv, self.key = world.history.add(ordered, world.clock.now(), given)

    def as_xml(self) -> Answer:
        """The page as an eSearchResult; order and spacing of the parts are PubMed's."""
        history = f"<QueryKey>{self.key}</QueryKey><WebEnv>{self.webenv}</WebEnv>" if self.key else ""
        ids = "".join(f"<Id>{pmid}</Id>\n" for pmid in self.ids)
        content = (
            f"<Count>{self.count}</Count><RetMax>{len(self.ids)}</RetMax><RetStart>{self.start}</RetStart>{history}"
            f"{f'<IdList>{chr(10)}{ids}</IdList>' if ids else '<IdList/>'}{_translations(self.found)}"
            f"<QueryTranslation>{escape(self.found.translation)}</QueryTranslation>"
            f"{_errors(self.found)}{_warnings(self.found, self.messages)}"
        )
        return xml(ESEARCH_DTD, f"<eSearchResult>{content}</eSearchResult>", mode="esearch-xml")

    def as_json(self) -> Answer:
        """The page as JSON: the count is a text, and the lists of errors and warnings come only when needed."""
        found = self.found
        result: dict[str, object] = {
            "count": str(self.count),
            "retmax": str(len(self.ids)),
            "retstart": str(self.start),
        }
        if self.key:
            result |= {"querykey": str(self.key), "webenv": self.webenv}
        result["idlist"] = [str(pmid) for pmid in self.ids]
        result["translationset"] = [{"from": old, "to": new} for old, new in found.translations]
        result["querytranslation"] = found.translation
        if found.not_found or found.tag_ignored:
            result["errorlist"] = {"phrasesnotfound": list(found.not_found), "fieldsnotfound": []}
        if found.quoted_not_found or self.messages:
            result["warninglist"] = {
                "phrasesignored": [],
                "quotedphrasesnotfound": [escape(phrase) for phrase in found.quoted_not_found],
                "outputmessages": self.messages,
            }
        return as_json(_with_header(result), mode="esearch-json")


def _ordered(pmids: frozenset[int], sort: str, world: World) -> list[int]:
    """Newest first where a sort is given; otherwise by relevance, which drifts from call to call."""
    ordered = sorted(pmids, reverse=True)
    world.searches += 1
    if sort in {"pub_date", "pub date", "date"}:
        index = world.index
        ordered.sort(key=index.newest, reverse=True)
    elif not sort:
        call = world.searches if world.settings.drift else 0
        random.Random(f"order {world.settings.seed} {call}").shuffle(ordered)  # noqa: S311 - no secret
    return ordered


def _translations(found: Found) -> str:
    listed = "".join(
        f"<Translation>     <From>{escape(old)}</From>     <To>{escape(new)}</To>    </Translation>"
        for old, new in found.translations
    )
    return f"<TranslationSet>{listed}</TranslationSet>" if listed else "<TranslationSet/>"


def _errors(found: Found) -> str:
    listed = "".join(f"<PhraseNotFound>{escape(phrase)}</PhraseNotFound>" for phrase in found.not_found)
    return f"<ErrorList>{listed}</ErrorList>" if listed else ""


def _warnings(found: Found, messages: Sequence[str]) -> str:
    listed = "".join(f"<QuotedPhraseNotFound>{escape(one)}</QuotedPhraseNotFound>" for one in found.quoted_not_found)
    listed += "".join(f"<OutputMessage>{escape(message)}</OutputMessage>" for message in messages)
    return f"<WarningList>{listed}</WarningList>" if listed else ""
