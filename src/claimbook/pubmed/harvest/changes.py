"""What has changed in PubMed since records were locked, most important first."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from claimbook.model.search import RecordFacts
from claimbook.project.words import listed, quoted

RETRACTED, CONCERN, OTHER = range(3)
_WORDS = {
    "vernacular_title": "title in its own language",
    "published": "date of the issue",
    "electronic": "date of the electronic article",
    "doi": "DOI",
    "pmcid": "PMCID",
    "mesh": "MeSH headings",
    "types": "publication types",
    "registry_ids": "registry ids",
    "notices": "notices",
    "revised": "date of the last revision",
}


@dataclass(frozen=True)
class Change:
    """One record that PubMed shows differently now."""

    pmid: int
    title: str
    """As PubMed shows it now."""
    weight: int
    """0: newly retracted; 1: newly under concern; 2: anything else."""
    what: tuple[str, ...]
    """Each change as one clause."""

    def __str__(self) -> str:
        return f"PMID {self.pmid} {quoted(self.title)}: {'; '.join(self.what)}"


@dataclass(frozen=True)
class Difference:
    """A search compared with the lock before it."""

    new: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    """Found then, not found now."""
    deleted: tuple[int, ...] = ()
    """Of the gone: those that PubMed does not deliver any more."""
    changed: tuple[Change, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What a person is told, newly retracted records first."""
        counts = (
            (self.new, "new since the last search"),
            (self.gone, "not found any more"),
            (self.deleted, "no longer in PubMed"),
        )
        grave = [str(change) for change in self.changed if change.weight < OTHER]
        rest = [str(change) for change in self.changed if change.weight == OTHER]
        return (*grave, *(f"{some_pmids(pmids)} {said}" for pmids, said in counts if pmids), *rest)


def some_pmids(pmids: Collection[int], most: int = 10) -> str:
    """The first ten PMIDs and how many there are: '12 records (PMID 1, 2, ... and 2 more)'."""
    shown = ", ".join(str(pmid) for pmid in sorted(pmids)[:most])
    more = f" and {len(pmids) - most:,} more" if len(pmids) > most else ""
    noun = "record" if len(pmids) == 1 else "records"
    return f"{len(pmids):,} {noun} (PMID {shown}{more})"


def changes(before: Mapping[int, RecordFacts], now: Mapping[int, RecordFacts]) -> tuple[Change, ...]:
    """Every record that is in both and differs in a field."""
    found = (_change(before[pmid], now[pmid]) for pmid in sorted(before.keys() & now.keys()))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.weight))


def _change(before: RecordFacts, now: RecordFacts) -> Change | None:
    if before == now:
        return None
    what = (*_marks(before, now), *_abstract(before, now), *_fields(before, now))
    return Change(int(now.pmid), now.title, _weight(before, now), what or ("differs in a detail",))


def _weight(before: RecordFacts, now: RecordFacts) -> int:
    if now.retracted and not before.retracted:
        return RETRACTED
    return CONCERN if now.concern and not before.concern else OTHER


def _marks(before: RecordFacts, now: RecordFacts) -> Iterable[str]:
    said: tuple[tuple[str, Callable[[RecordFacts], bool]], ...] = (
        ("retracted", lambda one: one.retracted),
        ("under an expression of concern", lambda one: one.concern),
        ("corrected", lambda one: one.corrected),
    )
    for word, holds in said:
        if holds(now) and not holds(before):
            yield f"is {word} now"
        elif holds(before) and not holds(now):
            yield f"is no longer marked as {word}"


def _abstract(before: RecordFacts, now: RecordFacts) -> Iterable[str]:
    if before.abstract_sha256 == now.abstract_sha256:
        return
    if now.abstract_sha256 is None:
        yield "the abstract is gone"
    elif before.abstract_sha256 is None:
        yield "an abstract has appeared"
    else:
        yield f"the abstract has changed ({before.abstract_words} words then, {now.abstract_words} now)"


def _fields(before: RecordFacts, now: RecordFacts) -> Iterable[str]:
    told = {"pmid", "retracted", "concern", "corrected", "abstract_sha256", "abstract_words", "years"}
    for name in type(now).model_fields:
        old, new = getattr(before, name), getattr(now, name)
        if name in told or old == new:
            continue
        word = _WORDS.get(name, name)
        yield _list_change(word, old, new) if isinstance(new, tuple) else f"{word}: {_said(old)} is now {_said(new)}"


def _list_change(word: str, old: Collection[object], new: Collection[object]) -> str:
    parts = (
        ("added", [one for one in new if one not in old]),
        ("removed", [one for one in old if one not in new]),
    )
    said = [f"{verb} {listed(map(_item, items))}" for verb, items in parts if items]
    return f"{word}: {'; '.join(said) or 'in another order'}"


def _item(one: object) -> str:
    return " ".join(str(part) for part in one if part) if isinstance(one, tuple) else str(one)


def _said(value: object) -> str:
    return "nothing" if value is None or value == "" else quoted(value)
