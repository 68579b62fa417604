"""Small projects whose claims were searched: locks, failures, records and checks, all of them invented."""

import json

from claimbook.model.search import RecordFacts, SearchFailure, SearchLock, Verification
from claimbook.report.case.article import open_article
from claimbook.report.case.claim import open_claim
from tests.report.demo import COLLECTION, as_json, write_demo

FIRST = 99_000_001
NCBI, LOCAL = "NCBI E-utilities", "E-utilities at 127.0.0.1, not NCBI"
ASKED = {"interface": NCBI, "tool": "claimbook 0, Biopython 0", "when": "2026-11-20T08:15:00Z"}
HOSTILE_TITLES = (
    "<script>alert(1)</script> & <b>bold</b> {{ 7*7 }}",
    "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd",
    "endless " * 375,
    "x" * 3_000,
    "",
)


def read(model, **fields):
    return model.model_validate_json(json.dumps(fields))


def asked(**changes):
    return ASKED | changes


def pmids(number, first=FIRST):
    return list(range(first, first + number))


def lock(*found, **changes):
    """The lock of the humming claim with these PMIDs, whole and unaltered unless it is changed."""
    fields = {"article": "demo", "claim": "humming", "asked": ASKED, "query": 'humming[tiab] AND "knee pain"[tiab]'}
    translation = '"humming"[Title/Abstract] AND "knee pain"[Title/Abstract]'
    fields |= {"translation": translation, "count": len(found), "pmids": sorted(found)}
    return read(SearchLock, **(fields | changes))


def failure(**changes):
    """An attempt a day after the lock that failed."""
    fields = {"article": "demo", "claim": "humming", "query": "humming[tiab]", "reason": "no answer came in 60 seconds"}
    return read(SearchFailure, **(fields | {"asked": asked(when="2026-11-21T08:15:00Z")} | changes))


def record(pmid, **changes):
    """Facts of one record; its journal does not exist."""
    fields = {"pmid": str(pmid), "title": f"Humming, study {pmid - FIRST + 1}", "authors": ["Example A"]}
    return read(RecordFacts, **(fields | {"journal": "Annals of Invented Results", "years": [2024]} | changes))


def notice(kind="retracted", **changes):
    return {"kind": kind, "shown_by": "publication type D016441 (Retracted Publication)", **changes}


def checked(study, result="agrees", **changes):
    """How one study of the table compared with PubMed."""
    return {
        "study": study.id,
        "result": result,
        **({"pmid": study.pmid} if study.pmid else {}),
        **({"doi": study.doi} if study.doi else {}),
        **changes,
    }


def verification(*rows, **changes):
    fields = {"article": "demo", "asked": asked(when="2026-11-22T09:00:00Z"), "studies": list(rows)}
    return read(Verification, **(fields | changes))


def write_searched(  # noqa: PLR0913 - one argument for each kind of file
    root, *studies, locks=(), failures=(), records=(), verified=None, searched="not run"
):
    """The humming article on disk with what its searches left; ``searched`` is what its table says of them."""
    project = write_demo(root, *studies)
    table = json.loads(project.studies_file("demo").read_text())
    table["collection"] = COLLECTION | {"pubmed_search": searched}
    files = {project.studies_file("demo"): json.dumps(table, ensure_ascii=False)}
    files |= {project.lock_file("demo", one.claim): json.dumps(as_json(one)) for one in locks}
    files |= {project.failure_file("demo", one.claim): json.dumps(as_json(one)) for one in failures}
    if verified is not None:
        files[project.verified_file("demo")] = json.dumps(as_json(verified))
    given = list(records)
    if records := [*given, *_bare_records(locks, given)]:
        lines = (one.model_dump_json(exclude_defaults=True) for one in records)
        files[project.records_file("demo")] = "".join(f"{line}\n" for line in lines)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return project


def _bare_records(locks, records):
    """A record of which nothing was seen for each that was received and is not named: what is received is kept."""
    received = {pmid for one in locks for pmid in {*one.pmids} - {*one.missing, *one.unreadable, *one.deleted}}
    named = {int(one.pmid) for one in records}
    return [RecordFacts(pmid=str(pmid), title="") for pmid in sorted(received - named)]


def searched_case(root, *studies, **found):
    """The humming claim of such a project, read from its files and weighed."""
    return open_claim("demo", "humming", folder=write_searched(root, *studies, **found).root)


def searched_article(root, *studies, **found):
    """The whole article of such a project."""
    return open_article("demo", folder=write_searched(root, *studies, **found).root)
