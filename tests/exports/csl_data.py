"""What CSL 1.0.2 allows of the input of a citation processor, written down from its specification.

https://docs.citationstyles.org/en/stable/specification.html, appendices III (types) and IV (variables).
"""

TYPES = {
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
}  # fmt: skip
STANDARD = {"container-title", "DOI", "genre", "note", "PMCID", "PMID", "publisher", "title", "URL"}
DATES, NAMES = {"accessed", "issued"}, {"author"}
NAME_PARTS = {"dropping-particle", "family", "given", "literal", "non-dropping-particle", "suffix"}


def faults(item):
    """Everything that a citation processor need not understand."""
    if not isinstance(item.get("id"), str) or item.get("type") not in TYPES:
        yield f"id {item.get('id')!r}, type {item.get('type')!r}"
    for key, value in item.items():
        if key in {"id", "type"}:
            continue
        if key in NAMES:
            yield from (f"name {name}" for name in value if not _is_name(name))
        elif key in DATES:
            yield from () if _is_date(value) else (f"date {value}",)
        elif key not in STANDARD or not isinstance(value, str) or not value:
            yield f"{key}: {value!r}"


def _is_name(name):
    texts = all(isinstance(part, str) and part for part in name.values())
    return set(name) <= NAME_PARTS and texts and ("family" in name) != ("literal" in name)


def _is_date(date):
    parts = date.get("date-parts", [])
    return set(date) == {"date-parts"} and 1 <= len(parts) <= 2 and all(_is_day(part) for part in parts)


def _is_day(part):
    return 1 <= len(part) <= 3 and all(isinstance(number, int) for number in part)
