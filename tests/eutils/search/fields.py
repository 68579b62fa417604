"""Search fields: their long names, as QueryTranslation writes them, and the tags that mean them."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "value", "author", "date", "uid", "filter"]


@dataclass(frozen=True)
class Field:
    """One field. ``near``: whether it takes a proximity; ``told``: whether TranslationSet tells of unquoted terms."""

    code: str
    name: str
    kind: Kind
    tags: tuple[str, ...] = ()
    near: bool = False
    told: bool = False


FIELDS = (
    Field("all", "All Fields", "text", ("all", "all fields")),
    Field("ti", "Title", "text", ("title",), near=True),
    Field("tiab", "Title/Abstract", "text", ("title/abstract",), near=True),
    Field("ab", "Abstract", "text", ("abstract",)),
    Field("tw", "Text Word", "text", ("text", "word", "text word", "text words")),
    Field("ot", "Other Term", "text", ("other term", "keyword")),
    Field("tt", "Transliterated Title", "text", ("transliterated title",)),
    Field("ad", "Affiliation", "text", ("affiliation",), near=True),
    Field("mh", "MeSH Terms", "value", ("mesh", "mesh terms"), told=True),
    Field("mh:noexp", "MeSH Terms:noexp", "value", ("mesh:noexp", "mesh terms:noexp"), told=True),
    Field("majr", "MeSH Major Topic", "value", ("mesh major topic", "majr:noexp"), told=True),
    Field("sh", "MeSH Subheading", "value", ("subheading", "mesh subheading"), told=True),
    Field("pt", "Publication Type", "value", ("ptyp", "publication type")),
    Field("ta", "Journal", "value", ("jour", "journal"), told=True),
    Field("la", "Language", "value", ("lang", "language")),
    Field("vi", "Volume", "value", ("volume",)),
    Field("ip", "Issue", "value", ("issue",)),
    Field("pg", "Pagination", "value", ("page", "pagination")),
    Field("aid", "Article Identifier", "value", ("doi", "article identifier", "lid", "location id", "pmcid")),
    Field("au", "Author", "author", ("author", "auth")),
    Field("1au", "Author - First", "author", ("author - first", "first author")),
    Field("lastau", "Author - Last", "author", ("author - last", "last author")),
    Field("cn", "Author - Corporate", "author", ("corporate author", "author - corporate")),
    Field("dp", "Date - Publication", "date", ("pdat", "date - publication", "publication date")),
    Field("edat", "Date - Entry", "date", ("date - entry", "entry date", "entrez date")),
    Field("crdt", "Date - Create", "date", ("date - create", "create date")),
    Field("mhda", "Date - MeSH", "date", ("date - mesh",)),
    Field("lr", "Date - Modification", "date", ("mdat", "date - modification")),
    Field("uid", "UID", "uid", ("pmid",)),
    Field("sb", "Filter", "filter", ("filter", "subset")),
)
BY_TAG = {tag: field for field in FIELDS for tag in (field.code, *field.tags)}
ALL_FIELDS = BY_TAG["all"]

# Words that PubMed does not index; with a field tag one of them empties the whole search.
_STOPPED = """
a about again all almost also although always among an and another any are as at be because been before
being between both but by can could did do does done due during each either enough especially etc for found
from further had has have having here how however i if in into is it its itself just kg km made mainly make
may mg might ml mm most mostly must nearly neither no nor obtained of often on our overall perhaps quite
rather really regarding seem seen several should show showed shown shows significantly since so some such
than that the their theirs them then there therefore these they this those through thus to upon use used
using various very was we were what when which while with within without would
"""
STOP_WORDS = frozenset(_STOPPED.split())

# Named filters as the query they stand for; systematic[sb] is shortened to its main parts.
FILTERS = {
    "systematic": "systematic review[pt] OR (systematic review[ti] NOT comment[pt])",
    "therapy/narrow": ("randomized controlled trial[pt] OR (randomized[tiab] AND controlled[tiab] AND trial[tiab])"),
    "therapy/broad": "clinical trial[pt] OR randomized controlled trial[pt] OR randomized[tiab] OR randomised[tiab]",
    "hasabstract": "",
    "medline": "",
    "free full text": "",
}

# Automatic term mapping of single words and pairs, as recorded in answers of the live service.
MAPPINGS = {
    "asthma": '"asthma"[MeSH Terms] OR "asthma"[All Fields] OR "asthmas"[All Fields] OR "asthma\'s"[All Fields]',
    "copd": (
        '"pulmonary disease, chronic obstructive"[MeSH Terms] OR ("pulmonary"[All Fields] AND "disease"[All Fields] '
        'AND "chronic"[All Fields] AND "obstructive"[All Fields]) OR "chronic obstructive pulmonary disease"'
        '[All Fields] OR "copd"[All Fields]'
    ),
    "walking": '"walking"[MeSH Terms] OR "walking"[All Fields] OR "walked"[All Fields] OR "walks"[All Fields]',
}
LANGUAGES = {
    "chi": "chinese",
    "dut": "dutch",
    "eng": "english",
    "fre": "french",
    "ger": "german",
    "ita": "italian",
    "jpn": "japanese",
    "kor": "korean",
    "por": "portuguese",
    "rus": "russian",
    "spa": "spanish",
}
