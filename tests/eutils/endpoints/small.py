"""ELink, ESpell, ECitMatch and the DTD host: as much of them as a client can be tested with."""

import difflib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

from tests.eutils.answers import ELINK_DTD, ESPELL_DTD, Answer, envelope, html, text, xml
from tests.eutils.calls import Call
from tests.eutils.search.index import normal, words_of
from tests.eutils.world import World


def elink(call: Call, world: World) -> Answer:
    """Similar records (those with a heading in common), one LinkSet for each ``id=``; ``cmd=ncheck`` only asks."""
    source = call.parameters.get("dbfrom", "pubmed")
    asked = [[one.strip() for one in value.split(",") if one.strip()] for value in call.repeated("id")]
    if not any(asked):
        return envelope("eLinkResult", ELINK_DTD, "Neither query_key nor id specified")
    check = call.parameters.get("cmd", "").lower() in {"ncheck", "acheck"}
    sets = "".join(_checked(ids, world) if check else _linked(ids, world) for ids in asked)
    named = sets.replace("<LinkSet>", f"<LinkSet>\n\t\t<DbFrom>{escape(source)}</DbFrom>")
    return xml(ELINK_DTD, f"<eLinkResult>\n{named}</eLinkResult>", mode="elink-xml")


def _checked(ids: list[str], world: World) -> str:
    listed = "".join(f'<Id HasNeighbor="{"Y" if _similar(one, world) else "N"}">{escape(one)}</Id>' for one in ids)
    return f"\t<LinkSet>\n\t\t<IdCheckList>{listed}</IdCheckList>\n\t</LinkSet>\n"


def _linked(ids: list[str], world: World) -> str:
    listed = "".join(f"<Id>{escape(one)}</Id>" for one in ids)
    similar = list(dict.fromkeys(pmid for one in ids for pmid in _similar(one, world)))
    links = "".join(f"<Link>\n\t\t\t\t<Id>{pmid}</Id>\n\t\t\t</Link>" for pmid in similar)
    found = f"<LinkSetDb><DbTo>pubmed</DbTo><LinkName>pubmed_pubmed</LinkName>{links}</LinkSetDb>" if links else ""
    return f"\t<LinkSet>\n\t\t<IdList>{listed}</IdList>\n\t\t{found}\n\t</LinkSet>\n"


def _similar(one: str, world: World) -> list[int]:
    facts = world.corpus.facts(int(one)) if one.isascii() and one.isdigit() else None
    if facts is None:
        return []
    values = world.index.values("mh")
    others = set().union(*(values[normal(heading.name)] for heading in facts.headings))
    return [facts.pmid, *sorted(others - {facts.pmid}, reverse=True)]


def espell(call: Call, world: World) -> Answer:
    """The closest words of the corpus; a success carries an empty ERROR as well."""
    term = call.parameters.get("term", "")
    known = world.index.vocabulary
    words = [_closest(word, known) for word in words_of(term)]
    changed = [new for old, new in zip(words_of(term), words, strict=True) if old != new]
    corrected = " ".join(words) if changed else ""
    replaced = "".join(f"<Original></Original><Replaced>{escape(word)}</Replaced>" for word in changed)
    content = (
        f"\t<Database>pubmed</Database>\n\t<Query>{escape(term)}</Query>\n"
        f"\t<CorrectedQuery>{escape(corrected)}</CorrectedQuery>\n"
        f"\t<SpelledQuery>{replaced}</SpelledQuery>\n\t<ERROR/>"
    )
    return xml(ESPELL_DTD, f"<eSpellResult>\n{content}\n</eSpellResult>", mode="espell-xml")


def _closest(word: str, known: frozenset[str]) -> str:
    return word if word in known else next(iter(difflib.get_close_matches(word, sorted(known), 1)), word)


def ecitmatch(call: Call, world: World) -> Answer:
    """PMIDs of citations, one line for each: journal, year, volume, first page, author, the caller's own key."""
    lines = call.parameters.get("bdata", "").replace("\n", "\r").split("\r")
    return text("".join(_cited(line.strip(), world) for line in lines if line.strip()), mode="ecitmatch-text")


def _cited(line: str, world: World) -> str:
    journal, year, volume, page, author, *_ = [*line.split("|"), "", "", "", "", ""]
    found = set(world.index.values("ta").get(normal(journal), ()))
    found &= set(_citations(world, year, volume, page, author))
    answer = str(found.pop()) if len(found) == 1 else "AMBIGUOUS" if found else "NOT_FOUND"
    return f"{line.removesuffix('|')}|{answer}\n"


def _citations(world: World, year: str, volume: str, page: str, author: str) -> Iterator[int]:
    for document in world.corpus.documents:
        facts = document.facts
        first = normal(facts.authors[0]) if facts.authors else ""
        told = ((year, facts.date_text[:4]), (volume, facts.volume), (page, facts.pages.split("-")[0]))
        if all(not asked or asked == has for asked, has in told) and first.startswith(normal(author)):
            yield from document.pmids


def document_type(call: Call, world: World) -> Answer:
    """A DTD that Biopython brings along. A client that asks for one depends on a host it need not depend on."""
    package = find_spec("Bio.Entrez")
    folders = [Path(place) / "DTDs" for place in (package.submodule_search_locations or ())] if package else []
    path = next(
        (folder / Path(call.path).name for folder in folders if (folder / Path(call.path).name).is_file()), None
    )
    if path is None or not world.settings.dtd_served:
        return html(404, "Not Found", "There is no such document type.")
    return Answer(path.read_bytes(), "application/xml-dtd", mode="dtd")
