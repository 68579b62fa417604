"""The search fields of PubMed and every tag that stands for one of them.

Source: the names and abbreviations that EInfo gives for the fields of PubMed, with their common spellings.
A tag that is not listed here is ignored by PubMed without a word, and the bare term is searched everywhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_TAGS = """
all           | all fields
uid           | pmid
filter        | filt | sb | subset
ti            | titl | title
tiab          | title/abstract
tw            | word | text word | text words
mh            | mesh | mesh terms
majr          | mesh major topic
sh            | subh | mesh subheading | mesh subheadings | subheading
pt            | ptyp | publication type
pa            | papx | pharmacological action
nm            | subs | supplementary concept | substance name
rn            | ecno | ec/rn number
au            | auth | author
1au           | faut | author - first | first author | first author name
lastau        | laut | author - last | last author | last author name
fau           | full | author - full | full author name
auid          | author - identifier
cn            | coln | author - corporate | corporate author
ir            | invr | investigator
fir           | finv | investigator - full | full investigator name
ed            | editor
ps            | personal name as subject
aucl          | author cluster id
ad            | affl | affiliation
ta            | jour | journal
jid           | nlm unique id
vi            | vol | volume
ip            | iss | issue
pg            | page | pagination
la            | lang | language
pl            | cnty | place of publication
book          | book
isbn          | isbn
pubn          | publisher
tt            | transliterated title
ot            | otrm | other term
gr            | grnt | grant number | grants and funding
si            | secondary source id
aid           | pid | publisher id | article identifier | doi
lid           | location id
eid           | extended pmid
cois          | conflict of interest statement | conflict of interest statements
owner         | owner
dp            | pdat | date - publication | publication date
edat          | date - entrez | date - entry | entrez date | entry date
crdt          | date - create | create date
mhda          | date - mesh | mesh date
dcom          | cdat | date - completion | completion date
lr            | mdat | date - modification | modification date
ppdat         | ppdt | print publication date
epdat         | epdt | electronic publication date
"""

NAMES: Mapping[str, str] = {
    tag.strip(): line.split("|")[0].strip() for line in _TAGS.strip().splitlines() for tag in line.split("|")
}
"""Every tag in lower case, and the short one that this project uses for the same field."""

DATES = frozenset({"dp", "edat", "crdt", "mhda", "dcom", "lr", "ppdat", "epdat"})
NEARNESS = frozenset({"ti", "tiab", "ad"})
"""Fields with proximity; in others PubMed drops it (NBK25499; [ad] as others observed it in 2026)."""
FREE_TEXT = frozenset({"all", "ti", "tiab", "tw", "ot", "tt", "ad"})
EXPANDED = DATES | {"filter", "ta"}
"""Fields whose terms PubMed replaces by something longer or by its own name, so that they cannot be found again."""
_MODIFIERS = {"noexp": frozenset({"mh", "majr", "sh"})}
_NEAR = re.compile(r"~\s*(\d+)")


@dataclass(frozen=True)
class Field:
    """What a tag asks for."""

    name: str | None
    """The short tag of the field; None where there is no such field."""
    modifier: str = ""
    """What follows the colon, in lower case."""

    @property
    def within(self) -> int | None:
        """How many words may stand between the words of a proximity search; None where it is none."""
        found = _NEAR.fullmatch(self.modifier)
        return int(found[1][:9]) if found else None

    @property
    def asks_nearness(self) -> bool:
        """Whether the tag was meant for a proximity search, rightly written or not."""
        return self.modifier.startswith("~")

    @property
    def modifier_is_known(self) -> bool:
        """Whether PubMed knows what follows the colon, in this field."""
        return not self.modifier or self.asks_nearness or self.name in _MODIFIERS.get(self.modifier, ())


def read_tag(tag: str) -> Field:
    """The field that a tag such as ``[Title/Abstract:~2]`` stands for, whatever its case and spacing."""
    name, _, modifier = re.sub(r"\s+", " ", tag.strip("[] \t\r\n").casefold()).partition(":")
    return Field(NAMES.get(name.strip()), modifier.strip())
