"""What one part of a query came to."""

from dataclasses import dataclass, field

from tests.eutils.search.grammar import Operator


@dataclass(frozen=True)
class Leaf:
    """Hits (None: dropped by PubMed), text for QueryTranslation, and the operator that joins its outermost parts."""

    hits: frozenset[int] | None
    text: str = ""
    operator: Operator | None = None


LOST = Leaf(None)


@dataclass
class Notes:
    """What the answer will say about the query; ``emptied``: a tagged stop word took all hits away."""

    translations: list[tuple[str, str]] = field(default_factory=list)
    not_found: list[str] = field(default_factory=list)
    quoted_not_found: list[str] = field(default_factory=list)
    tag_ignored: bool = False
    emptied: bool = False
