"""Run a query on the index and say what PubMed would say about it.

What PubMed drops is *lost*: lost OR x is x, lost AND x is lost, and a query that is lost as a whole has no hits
and its own text as QueryTranslation. Nothing else tells the user.
"""

from collections.abc import Sequence

from tests.eutils.search.found import Found
from tests.eutils.search.grammar import Group, Operator, Term, parse
from tests.eutils.search.index import NONE, Index
from tests.eutils.search.leaf import LOST, Leaf, Notes
from tests.eutils.search.terms import Terms


def search(query: str, index: Index, history: Sequence[Sequence[int]] = ()) -> Found:
    """The hits of a query with every message; ``history`` are the sets that #1, #2, ... stand for."""
    notes = Notes()
    total = Evaluation(index, notes, history).of(parse(query))
    lost = total.hits is None or notes.emptied
    return Found(
        pmids=NONE if lost or total.hits is None else total.hits,
        translation=query if lost else total.text,
        translations=tuple(dict.fromkeys(notes.translations)),
        not_found=tuple(notes.not_found),
        quoted_not_found=tuple(notes.quoted_not_found),
        tag_ignored=notes.tag_ignored,
    )


class Evaluation:
    """One walk over one query."""

    def __init__(self, index: Index, notes: Notes, history: Sequence[Sequence[int]], *, trusted: bool = False) -> None:
        self.notes = notes
        self.terms = Terms(index, notes, history, self._expanded, trusted=trusted)
        self._index, self._history = index, history

    def of(self, node: Term | Group) -> Leaf:
        """The outcome of a term or of a group. A tag on a group is passed over: PubMed says nothing either."""
        if isinstance(node, Term):
            return self.terms.leaf(node)
        if node.tag is not None:
            self.notes.tag_ignored = True
        return _folded([(operator, self.of(part)) for operator, part in node.parts])

    def _expanded(self, query: str) -> Leaf:
        """What PubMed itself puts in the place of a word or a filter: never lost, and never told of."""
        return Evaluation(self._index, Notes(), self._history, trusted=True).of(parse(query))


def _folded(parts: list[tuple[Operator, Leaf]]) -> Leaf:
    """Operands joined from left to right."""
    if not parts:
        return LOST
    total = _Running(parts[0][1])
    for operator, leaf in parts[1:]:
        total.join(operator, leaf)
    return Leaf(None if total.hits is None else frozenset(total.hits), "".join(total.texts), total.operator)


class _Running:
    """The sum so far; one set and one list grow, so that thousands of terms cost no copies."""

    def __init__(self, leaf: Leaf) -> None:
        self._start(leaf)

    def _start(self, leaf: Leaf) -> None:
        """Begin with an operand; also when everything before it was dropped."""
        self.hits = None if leaf.hits is None else set(leaf.hits)
        self.texts = [leaf.text]
        self.operator = leaf.operator

    def join(self, operator: Operator, leaf: Leaf) -> None:
        if leaf.hits is None:
            self.hits = None if operator == "AND" else self.hits
        elif self.hits is None:
            if operator == "OR":
                self._start(leaf)
        else:
            self._merge(operator, leaf.hits)
            self._write(operator, leaf)

    def _merge(self, operator: Operator, hits: frozenset[int]) -> None:
        if operator == "OR":
            self.hits |= hits  # type: ignore[operator]
        elif operator == "AND":
            self.hits &= hits  # type: ignore[operator]
        else:
            self.hits -= hits  # type: ignore[operator]

    def _write(self, operator: Operator, leaf: Leaf) -> None:
        """Parentheses stand only where the order from left to right would mean something else."""
        if self.operator not in {None, operator}:
            self.texts = ["(", *self.texts, ")"]
        self.texts += [f" {operator} ", f"({leaf.text})" if leaf.operator else leaf.text]
        self.operator = operator
