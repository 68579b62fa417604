import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from claimbook.model.search import Altered, Asked, Batch, SearchFailure, SearchLock, Slice, Update, Warned
from claimbook.project.documents import parse_failure, parse_lock
from claimbook.project.schemas import schema_for
from claimbook.project.source import UNSEEN, Source
from claimbook.project.yaml_reader import parse_yaml
from claimbook.pubmed.lock.files import failure_text, lock_text, read_lock, write_lock
from claimbook.pubmed.lock.records import read_facts, write_failure
from tests.project.miniature import printed, write_project

FIRST = 99_000_001
ASKED = Asked(interface="NCBI E-utilities", tool="claimbook 0.1.0, Biopython 1.88", when="2026-11-22T12:00:00Z")
QUERY = '("backward walking"[tiab] OR "retro walking"[tiab]) AND (knee*[tiab] OR "runner\'s knee"[tiab])'


def a_lock(**fields):
    found = {"count": 3, "pmids": (FIRST, FIRST + 1, FIRST + 2)}
    return SearchLock(article="demo", claim="knee", **{"asked": ASKED, "query": QUERY} | found | fields)


def read(text):
    document = parse_yaml(Source(Path("knee.yaml"), text))
    assert document.problems == ()
    return document.data


def test_a_lock_is_a_page_that_a_person_can_read():
    lock = a_lock(
        translation='("backward walking"[Title/Abstract]) AND "knee*"[Title/Abstract]',
        warnings=(Warned(kind="QuotedPhraseNotFound", text='"retro walking"[tiab]'),),
        altered=Altered(dropped=('"retro walking"[tiab]',)),
        accepted=('"retro walking"[tiab]',),
        slices=(Slice(first=1, last=2, count=3),),
        missing=(FIRST + 2,),
        batches=(Batch(first=FIRST, last=FIRST + 2, records=2, bytes=4_321, sha256="ab" * 32),),
        updates=(Update(when="2026-11-29T12:00:00Z", count=3),),
    )
    assert (
        lock_text(lock)
        == f"""\
# Made by 'claimbook search'; do not edit it. It holds what was asked of PubMed, what PubMed made of the question and
# what it found, so that a report can be built again without a network. Search again: claimbook search knee
article: demo
claim: knee
asked:
  database: PubMed
  interface: NCBI E-utilities
  tool: claimbook 0.1.0, Biopython 1.88
  when: '2026-11-22T12:00:00Z'
query: ("backward walking"[tiab] OR "retro walking"[tiab]) AND (knee*[tiab] OR "runner's knee"[tiab])
translation: ("backward walking"[Title/Abstract]) AND "knee*"[Title/Abstract]
warnings:
  - kind: QuotedPhraseNotFound
    text: '"retro walking"[tiab]'
altered:
  dropped:
    - '"retro walking"[tiab]'
accepted:
  - '"retro walking"[tiab]'
count: 3
slices:
  - {{first: 1, last: 2, count: 3}}
pmids: [99000001, 99000002, 99000003]
missing: [99000003]
batches:
  - {{first: 99000001, last: 99000003, records: 2, bytes: 4321, sha256: {"ab" * 32}}}
updates:
  - {{when: '2026-11-29T12:00:00Z', count: 3}}
"""
    )


def test_no_hit_is_a_good_lock_that_says_so():
    assert lock_text(a_lock(count=0, pmids=())).endswith("count: 0\npmids: []\n")


def test_ten_thousand_pmids_stay_narrow(tmp_path):
    lock = a_lock(count=10_000, pmids=tuple(range(FIRST, FIRST + 10_000)))
    project = write_project(tmp_path)
    write_lock(project, lock)
    assert read_lock(project, "demo", "knee") == lock
    assert max(map(len, project.lock_file("demo", "knee").read_text().splitlines())) <= 120


# A text from the server may look like anything in YAML: a number, a key, a comment, a quote.
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300),
    st.sampled_from(
        ["12", "no", "null", "1e3", "a: b", "# x", "- x", "'", '"', "{", "[a]", "&a", "*a", "!a", "%a", "---"]
    ),
    st.text("ab \"'[]:#,{}", min_size=1, max_size=300),
).filter(lambda text: text.strip() == text and text and not UNSEEN.search(text))
UIDS = st.sets(st.integers(1, 999_999_999), max_size=300)


@st.composite
def locks(draw):
    first, added = sorted(draw(UIDS)), sorted(draw(UIDS))
    new = tuple(pmid for pmid in added if pmid not in first)
    pmids = tuple(sorted({*first, *new}))
    lost = draw(st.sets(st.sampled_from(pmids)) if pmids else st.just(set()))
    parts = [sorted(pmid for pmid in lost if pmid % 3 == rest) for rest in range(3)]
    return a_lock(
        query=draw(TEXTS),
        translation=draw(st.none() | TEXTS),
        warnings=tuple(draw(st.lists(st.builds(Warned, kind=TEXTS, text=TEXTS), max_size=4))),
        altered=draw(st.builds(Altered, dropped=st.lists(TEXTS, max_size=3).map(tuple))),
        count=len(first),
        pmids=pmids,
        updates=(Update(when="2026-11-29T12:00:00Z", count=len(added), added=new),),
        missing=tuple(parts[0]),
        unreadable=tuple(parts[1]),
        deleted=tuple(parts[2]),
        batches=tuple(
            Batch(first=pmid, last=pmid, records=1, bytes=9, sha256="a" * 64, asked=(pmid,)) for pmid in first
        ),
    )


@given(locks())
def test_what_is_written_is_read_back(lock):
    text = lock_text(lock)
    data = read(text)
    jsonschema.validate(data, schema_for("lock"), jsonschema.Draft202012Validator)
    assert SearchLock.model_validate_json(json.dumps(data)) == lock
    assert lock_text(SearchLock.model_validate_json(json.dumps(data))) == text


@pytest.mark.parametrize(
    "fields",
    [
        {"pmids": (FIRST, FIRST + 2, FIRST + 1)},  # not ascending
        {"pmids": (FIRST, FIRST, FIRST + 1)},  # one twice
        {"count": 4},  # one is gone
        {"missing": (FIRST + 9,)},  # not among them
        {"missing": (FIRST,), "unreadable": (FIRST,)},  # lost in two ways
        {"pmids": (FIRST, FIRST + 1, FIRST + 2, FIRST + 3)},  # one was added by hand
    ],
)
def test_a_lock_that_does_not_add_up_is_refused(fields):
    with pytest.raises(ValidationError):
        a_lock(**fields)


def test_a_lock_that_somebody_edited_is_shown_with_its_place(tmp_path):
    project = write_project(tmp_path)
    write_lock(project, a_lock())
    path = project.lock_file("demo", "knee")
    path.write_text(path.read_text().replace("count: 3", "count: three"))
    found = parse_lock(project, "demo", "knee").problems
    assert printed(found).startswith("data/demo/search/knee.yaml:11:8 ")


def test_a_failure_stands_beside_the_lock_until_a_search_succeeds(tmp_path):
    project = write_project(tmp_path)
    write_lock(project, a_lock())
    before = project.lock_file("demo", "knee").read_bytes()
    failure = SearchFailure(article="demo", claim="knee", asked=ASKED, query=QUERY, reason="PubMed is down: 'x', 1: 2")
    write_failure(project, failure)
    assert (project.locked_ids("demo"), project.failed_ids("demo")) == (("knee",), ("knee",))
    assert parse_failure(project, "demo", "knee").sound() == failure
    assert "reason: \"PubMed is down: 'x', 1: 2\"\n" in failure_text(failure)
    assert project.lock_file("demo", "knee").read_bytes() == before
    write_lock(project, a_lock())
    assert project.failed_ids("demo") == ()


def test_no_file_is_no_search(tmp_path):
    project = write_project(tmp_path)
    assert read_lock(project, "demo", "knee") is None
    assert read_facts(project, "demo") == {}
