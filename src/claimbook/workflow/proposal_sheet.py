"""The sheet for the person who reads a record: what was read, from which words, and a draft row to copy."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimbook.appraise.match.values import Directness
from claimbook.appraise.record.draft import Draft
from claimbook.appraise.record.words import check_verbatim, in_one_line, quoted, sentence_around
from claimbook.appraise.text.reading import Text
from claimbook.model.claim import Claim
from claimbook.model.proposal import NOBODY_HAS_CHECKED, UNCLEAR
from claimbook.model.record import Record
from claimbook.model.terms import Design
from claimbook.project.layout import is_slug
from claimbook.project.words import slugged
from claimbook.project.yaml_writer import mapping_text
from claimbook.workflow.proposal_results import DraftResult, results_of, shown

HEADING = f"""\
# {NOBODY_HAS_CHECKED.upper()}.
# Read the record, then copy its row to studies.yaml and correct it there. Replace every '{UNCLEAR}', write the
# population in your own words, and leave the comment lines behind: the quotations are the publisher's. Hold each result
# against the record: the direction, the numbers, and whether 'better_if' is true of their scale.
# 'explicit': printed as such; 'inferred': concluded; the number is how sure the reading is (0 to 1).
# 'spin': whether the conclusion says more than the results. 'wording': how the conclusions are worded, at their
# strongest. 'arms' of a result: its numbers in the order of print. studies.yaml has no column for these.
studies:"""
_MOST_AUTHORS = 6
_NOTICES_OF_THE_TABLE = frozenset({"retracted", "concern", "corrected", "preprint"})


@dataclass(frozen=True)
class Drafted:
    """A record with everything that would be proposed for it."""

    record: Record
    text: Text
    drafts: tuple[Draft, ...]
    waits_for: tuple[Claim, ...]
    ranks: Mapping[str, int]
    """Its place among the records that wait for each of these claims, the likeliest to bear on it first."""

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that it waits for."""
        return tuple(claim.id for claim in self.waits_for)


def ids_of(records: Iterable[Drafted], known: Iterable[str] = ()) -> dict[str, str]:
    """The id of each record by PMID, the same in every sheet; none that the evidence table knows already."""
    taken = set(known)
    ordered = sorted((drafted.record for drafted in records), key=lambda record: int(record.pmid))
    return {record.pmid: _free_id(record, taken) for record in ordered}


def sheet_of(records: Sequence[Drafted], names: Mapping[str, str]) -> list[str]:
    """The lines of a sheet.

    Raises:
        NotVerbatimError: a quotation does not stand in its record.
    """
    lines = [*HEADING.splitlines()]
    for drafted in records:
        lines += ["", *_comment(drafted), *_row(drafted, names[drafted.record.pmid])]
    return lines if records else [*lines[:-1], "studies: []"]


def _comment(drafted: Drafted) -> Iterator[str]:
    """What was read and from which words, as comment lines."""
    sentences: dict[str, int] = {}
    quotations: list[str] = []
    waits = ", ".join(claim + _number(drafted.ranks.get(claim)) for claim in drafted.claims)
    yield f"  # PMID {drafted.record.pmid}: {NOBODY_HAS_CHECKED}. Waits for {waits}."
    for draft in drafted.drafts:
        if draft.value is not None:
            words = _words(drafted, draft)
            quotations += words
            around = [sentence_around(drafted.text, span) for span in draft.spans]
            marks = [sentences.setdefault(sentence, len(sentences) + 1) for sentence in around]
            yield f"  #   {_told(draft, words, marks)}"
    check_verbatim(drafted.record, [*quotations, *sentences])
    yield f"  #   not found: {', '.join(one.field for one in drafted.drafts if one.value is None) or 'nothing'}"
    yield from (f'  #   [{number}] "{sentence}"' for sentence, number in sentences.items())


def _number(rank: int | None) -> str:
    return "" if rank is None else f" (number {rank} of those that wait)"


def _words(drafted: Drafted, draft: Draft) -> list[str]:
    """What one value was read from: words of the text, or names of the indexing."""
    names = [name for one in draft.metadata if (name := in_one_line(one))]
    return [*(quoted(drafted.text, span) for span in draft.spans), *names]


def _told(draft: Draft, words: Sequence[str], numbers: Sequence[int]) -> str:
    value = in_one_line(str(draft.value))
    taken = value if draft.sure else f"{UNCLEAR} (looked like: {value})"
    said = "; ".join(f'"{one}"' for one in words)
    because = f"({draft.why})" if draft.why else ""
    marks = " ".join(f"[{number}]" for number in dict.fromkeys(numbers))
    parts = (f"{draft.field}: {taken}, {draft.status}, {draft.at_least:.2f}, {draft.rule}", because, said, marks)
    return " ".join(part for part in parts if part)


def _row(drafted: Drafted, row_id: str) -> Iterator[str]:
    """The row in the form of the evidence table, indented as an item of a list."""
    text = mapping_text(row_of(drafted, row_id))
    first, *others = textwrap.indent(text, "    ").splitlines()
    yield f"  - {first.removeprefix('    ')}"
    yield from others


def row_of(drafted: Drafted, row_id: str) -> dict[str, Any]:
    """The row as data; what is below its line is 'unclear', which the evidence table refuses until a person decides."""
    values = {draft.field: shown(draft) for draft in drafted.drafts if draft.value is not None}
    results = results_of(drafted.drafts, drafted.waits_for)
    row = {
        **_bibliography(drafted.record, row_id),
        "design": values["design"] if values.get("design") in set(Design) else UNCLEAR,
        **_some_of(values, "n_total", "n_randomised", "n_analysed"),
        "arms": _arms(values),
        **_some_of(values, "intervention", "comparator", "follow_up", "funding"),
        "outcomes": [one.result for one in results.values()],
        "claims": list(drafted.claims),
        "notices": _notices(drafted.drafts),
        "bias_signals": _signals(drafted.drafts),
        "findings": _findings(drafted.drafts, results),
        "review": _review(drafted.drafts, values),
    }
    return {key: value for key, value in row.items() if value not in ([], {})}


def _some_of(values: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: values[key] for key in keys if key in values}


def _below(prefix: str, values: dict[str, Any]) -> dict[str, Any]:
    return {key.removeprefix(prefix): value for key, value in values.items() if key.startswith(prefix)}


def _arms(values: dict[str, Any]) -> list[dict[str, Any]]:
    arms = _below("arms.", values)
    numbers = dict.fromkeys(key.partition(".")[0] for key in arms)
    return [_some_of(_below(f"{number}.", arms), "name", "n") for number in numbers]


def _notices(drafts: Sequence[Draft]) -> list[object]:
    """Those that the evidence table has a word for."""
    return [one.value for one in drafts if one.field == "notices" and one.value in _NOTICES_OF_THE_TABLE]


def _review(drafts: Sequence[Draft], values: dict[str, Any]) -> dict[str, Any]:
    """What a review says of itself; empty for any other study."""
    is_review = any(draft.field.startswith("review.") for draft in drafts)
    return {"of": UNCLEAR, "why": UNCLEAR, **_below("review.", values)} if is_review else {}


def _signals(drafts: Sequence[Draft]) -> dict[str, Any]:
    """Each sign with the reason that holds for all of them; a person writes a better one."""
    found: dict[str, Any] = {}
    for draft in drafts:
        _, _, name = draft.field.partition("bias_signals.")
        if name and draft.value is not None:
            why = "stated in the abstract" if draft.status == "explicit" else "concluded from the abstract"
            found[name] = {"percent" if name == "attrition" else "value": shown(draft), "why": why}
    return {"basis": "abstract", **found} if found else {}


def _findings(drafts: Sequence[Draft], results: Mapping[str, DraftResult]) -> list[dict[str, Any]]:
    """One finding for each outcome of each claim: the result that answers it, where one was read, and the match."""
    found: dict[str, dict[str, Any]] = {}
    for draft in drafts:
        key, _, element = draft.field.partition(".match.")
        if element and draft.claim:
            named = results[key].finding if key in results else {}
            new = {"claim": draft.claim, "outcome": key.rpartition(".")[2], **named, "match": {}}
            finding = found.setdefault(key, new)
            name = "same" if element == "purpose" else "code"
            finding["match"][element] = {name: _code(draft), "why": draft.why}
    return list(found.values())


def _code(draft: Draft) -> str | bool:
    """The code of the evidence table; a person decides where nothing was read or the reading is not sure."""
    if draft.value is None or not draft.sure:
        return UNCLEAR
    directness = Directness(str(draft.value))
    if draft.field.endswith(".purpose"):
        return directness is Directness.DIRECT
    return (directness.outcome_code if draft.field.endswith(".outcome") else directness.code).value


def _bibliography(record: Record, row_id: str) -> dict[str, Any]:
    """What the record itself prints; an absent element stays absent."""
    years = record.years
    authors = [name for author in record.authors if (name := in_one_line(author.name))]
    told = ", ".join(authors[:_MOST_AUTHORS]) + (" et al." if len(authors) > _MOST_AUTHORS else "")
    known = {
        "id": row_id,
        "pmid": record.pmid,
        "pmcid": record.pmcid,
        "doi": record.doi,
        "title": in_one_line(record.title or record.vernacular_title) or None,
        "authors": told or None,
        "year": years[0] if years else None,
        "journal": in_one_line(record.journal.abbreviation or record.journal.title) or None,
        "link": f"https://pubmed.ncbi.nlm.nih.gov/{record.pmid}/",
    }
    return {key: value for key, value in known.items() if value is not None}


def _free_id(record: Record, taken: set[str]) -> str:
    """First author and year; the PMID where that is no id, or another row has it."""
    last = slugged(record.authors[0].last) if record.authors else ""
    wanted = f"{last}-{record.years[0]}" if last and record.years else ""
    chosen = wanted if is_slug(wanted) and wanted not in taken else f"pmid-{record.pmid}"
    taken.add(chosen)
    return chosen
