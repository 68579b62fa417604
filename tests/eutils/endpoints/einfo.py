"""EInfo: the databases, and the fields of this one."""

from tests.eutils.answers import EINFO_DTD, Answer, as_json, envelope, xml
from tests.eutils.calls import Call
from tests.eutils.endpoints.common import OTHER_DATABASES
from tests.eutils.world import World

DATABASES = ("pubmed", *sorted(OTHER_DATABASES))
FIELDS = (
    ("ALL", "All Fields"),
    ("UID", "UID"),
    ("FILT", "Filter"),
    ("TITL", "Title"),
    ("MESH", "MeSH Terms"),
    ("MAJR", "MeSH Major Topic"),
    ("JOUR", "Journal"),
    ("PDAT", "Date - Publication"),
    ("EDAT", "Date - Entry"),
    ("PTYP", "Publication Type"),
    ("LANG", "Language"),
    ("TIAB", "Title/Abstract"),
    ("FULL", "Author"),
)


def einfo(call: Call, world: World) -> Answer:
    """All databases, or the description of one."""
    name = call.parameters.get("db", "").lower()
    as_json_text = call.parameters.get("retmode", "").lower() == "json"
    if not name:
        return _databases(as_json_text=as_json_text)
    if name not in DATABASES:
        return envelope("eInfoResult", EINFO_DTD, f"Can not retrieve DbInfo for db={name}")
    count = len(world.corpus.by_pmid) if name == "pubmed" else 0
    return _described(name, str(count), f"{world.today:%Y/%m/%d} 06:33", as_json_text=as_json_text)


def _databases(*, as_json_text: bool) -> Answer:
    if as_json_text:
        return as_json({"header": _header(), "einforesult": {"dblist": list(DATABASES)}}, mode="einfo-json")
    listed = "".join(f"\t<DbName>{name}</DbName>\n" for name in DATABASES)
    return xml(EINFO_DTD, f"<eInfoResult>\n<DbList>\n\n{listed}</DbList>\n\n</eInfoResult>", mode="einfo-xml")


def _header() -> dict[str, str]:
    return {"type": "einfo", "version": "0.3"}


def _described(name: str, count: str, updated: str, *, as_json_text: bool) -> Answer:
    if as_json_text:
        fields = [{"name": code, "fullname": full} for code, full in FIELDS]
        info = {"dbname": name, "count": count, "lastupdate": updated, "fieldlist": fields}
        return as_json({"header": _header(), "einforesult": {"dbinfo": [info]}}, mode="einfo-json")
    fields_xml = "".join(f"<Field><Name>{code}</Name><FullName>{full}</FullName></Field>\n" for code, full in FIELDS)
    content = (
        f"<DbInfo><DbName>{name}</DbName><MenuName>{name}</MenuName><Description>{name} record</Description>"
        f"<DbBuild>Build-invented</DbBuild><Count>{count}</Count><LastUpdate>{updated}</LastUpdate>"
        f"<FieldList>\n{fields_xml}</FieldList></DbInfo>"
    )
    return xml(EINFO_DTD, f"<eInfoResult>\n{content}\n</eInfoResult>", mode="einfo-xml")
