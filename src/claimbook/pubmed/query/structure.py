"""How terms, operators and parentheses of a query fit together."""

from collections.abc import Iterator, Sequence

from claimbook.project.words import quoted
from claimbook.pubmed.query.faults import Fault, fault
from claimbook.pubmed.query.tokens import Item, Term, Token


def structure_faults(items: Sequence[Item]) -> Iterator[Fault]:
    """Everything that is wrong between the terms of a query."""
    yield from _parentheses(items)
    before: Item | None = None
    for item, after in zip(items, [*items[1:], None], strict=True):
        yield from _between(before, item, after)
        before = item


def _parentheses(items: Sequence[Item]) -> Iterator[Fault]:
    opened: list[int] = []
    for item in items:
        if _is(item, "open"):
            opened.append(item.start)
        elif _is(item, "close") and opened:
            opened.pop()
        elif _is(item, "close"):
            yield fault("unbalanced-parenthesis", "nothing was opened that this ')' could close", item.start)
    for position in opened:
        yield fault("unbalanced-parenthesis", "this '(' is never closed", position)


def _between(before: Item | None, item: Item, after: Item | None) -> Iterator[Fault]:
    """What is wrong with one item where it stands."""
    if isinstance(item, Term) or item.kind == "open":
        if _ends_operand(before):
            yield fault("missing-operator", "no operator stands before this", item.start)
    elif item.kind == "close":
        if _is(before, "open"):
            yield fault("empty-group", "these parentheses hold nothing", item.start)
    elif item.kind == "operator":
        yield from _operator(before, item, after)
    elif item.kind == "range":
        if not (isinstance(before, Term) and isinstance(after, Term)):
            yield fault("range-without-end", "this ':' does not stand between two values", item.start)
    elif item.kind == "tag":
        yield _lonely_tag(before, item)
    else:
        yield fault("unbalanced-bracket", f"this '{item.text}' belongs to no tag", item.start)


def _operator(before: Item | None, item: Token, after: Item | None) -> Iterator[Fault]:
    if _is(before, "operator"):
        yield fault("doubled-operator", f"two operators stand side by side: '{item.text}' is the second", item.start)
    elif before is None or _is(before, "open"):
        yield fault("operator-without-term", f"no term stands before '{item.text}'", item.start)
    if after is None or _is(after, "close"):
        yield fault("operator-without-term", f"no term stands behind '{item.text}'", item.start)


def _lonely_tag(before: Item | None, item: Token) -> Fault:
    if _is(before, "close"):
        return fault("tag-on-group", f"the tag {quoted(item.text)} stands behind a group", item.start)
    if isinstance(before, Term) or _is(before, "tag"):
        return fault("two-tags", f"the tag {quoted(item.text)} follows another tag", item.start)
    return fault("tag-without-term", f"the tag {quoted(item.text)} stands behind no term", item.start)


def _is(item: Item | None, kind: str) -> bool:
    return isinstance(item, Token) and item.kind == kind


def _ends_operand(item: Item | None) -> bool:
    return isinstance(item, Term) or _is(item, "close") or _is(item, "tag")
