"""One study of the table beside the PubMed record that it names: what differs, and what PubMed says about it. Pure."""

from collections.abc import Iterator, Mapping

from claimbook.model.record import CONCERN_LINKS, CORRECTED_LINKS, RETRACTED_LINKS, RETRACTED_TYPE
from claimbook.model.screening import title_words
from claimbook.model.search import FoundNotice, RecordFacts, VerifiedResult, VerifiedStudy
from claimbook.model.study import Study

_LINKS = (("retracted", RETRACTED_LINKS), ("concern", CONCERN_LINKS), ("corrected", CORRECTED_LINKS))
_LONGEST = 400  # a title of a hostile record is not printed whole


def verified(study: Study, records: Mapping[str, RecordFacts], unreadable: frozenset[str]) -> VerifiedStudy:
    """What the records that PubMed delivered say about one study.

    Args:
        study: a row of the table, with a PMID or a DOI.
        records: delivered records by PMID, among them the one of the study if PubMed has it.
        unreadable: PMIDs whose records were delivered broken.
    """
    if study.pmid in unreadable:
        return _unknown(study, "not checked", "PubMed delivered its record broken")
    own = records.get(study.pmid) if study.pmid else None
    by_doi = _with_doi(study.doi, records) if study.doi else None
    record = own or by_doi
    if record is None:
        return _unknown(study, "not found", _nothing_under(study))
    elsewhere = by_doi.pmid if own and by_doi and by_doi.pmid != own.pmid else None
    return compared(study, record, elsewhere)


def compared(study: Study, record: RecordFacts, elsewhere: str | None = None) -> VerifiedStudy:
    """A study beside one record. Nothing is changed; a difference is told in a sentence.

    Args:
        study: a row of the table.
        record: the record that its PMID, or else its DOI, leads to.
        elsewhere: PMID of another record that has the study's DOI.
    """
    differences = (*_differences(study, record), *([f"its DOI leads to PMID {elsewhere}"] if elsewhere else []))
    return VerifiedStudy(
        study=study.id,
        result="differs" if differences else "agrees",
        pmid=record.pmid,
        doi=study.doi,
        differences=differences,
        notices=tuple(notices_of(record)),
    )


def notices_of(record: RecordFacts) -> Iterator[FoundNotice]:
    """Retractions, concerns and corrections, each with the place where PubMed shows it.

    A retraction stands in two places, the publication type and a link, and either may come first; both count.
    """
    if any(ui == RETRACTED_TYPE for ui, _ in record.types):
        yield FoundNotice(kind="retracted", shown_by=f"publication type {RETRACTED_TYPE} (Retracted Publication)")
    for kind, links in _LINKS:
        for link, pmid in record.notices:
            if link in links:
                yield FoundNotice.model_validate({"kind": kind, "shown_by": f"link {link}", "pmid": pmid})


def same_title(one: str, other: str) -> bool:
    """Whether two titles have the same words in the same order; case, accents and punctuation are no difference."""
    return title_words(one) == title_words(other)


def _differences(study: Study, record: RecordFacts) -> Iterator[str]:
    if study.pmid is not None and study.pmid != record.pmid:
        yield f"PMID {study.pmid} in the table, but PubMed has its DOI under PMID {record.pmid}"
    if not any(same_title(study.title, title) for title in (record.title, record.vernacular_title) if title):
        yield f"title '{_short(study.title)}' in the table, '{_short(record.title)}' in PubMed"
    if study.year is not None and record.years and study.year not in record.years:
        yield f"year {study.year} in the table, {' and '.join(map(str, record.years))} in PubMed"
    if study.doi and record.doi and study.doi.casefold() != record.doi.casefold():
        yield f"DOI {study.doi} in the table, {_short(record.doi)} in PubMed"
    if study.pmcid and record.pmcid and study.pmcid != record.pmcid:
        yield f"{study.pmcid} in the table, {record.pmcid} in PubMed"


def _with_doi(doi: str, records: Mapping[str, RecordFacts]) -> RecordFacts | None:
    """The record of that DOI; the DOI system makes no difference between cases."""
    wanted = doi.casefold()
    return next((record for record in records.values() if record.doi and record.doi.casefold() == wanted), None)


def _unknown(study: Study, result: VerifiedResult, reason: str) -> VerifiedStudy:
    return VerifiedStudy(study=study.id, result=result, pmid=study.pmid, doi=study.doi, reason=reason)


def _nothing_under(study: Study) -> str:
    names = [f"PMID {study.pmid}" if study.pmid else "", f"DOI {study.doi}" if study.doi else ""]
    return f"PubMed delivers no record under {' or '.join(name for name in names if name)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
