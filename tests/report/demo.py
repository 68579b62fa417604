"""A miniature article about humming, in memory and on disk. Every study, journal and number is invented."""

import json
import shutil
from pathlib import Path

from claimbook.model.claim import Article
from claimbook.model.study import StudyTable
from claimbook.project.layout import Project, find_project
from claimbook.report.case.claim import ClaimCase
from claimbook.synthesis.assess import assess_claim
from tests.synthesis.factory import SAFE, arms, claim, interval, match, outcome, review, study

COLLECTION = {
    "date": "2026-01-31",
    "method": "Invented for a test.",
    "level": "Invented abstracts.",
    "pubmed_search": "not run",
    "registries": "No registry exists for this.",
    "coded_by": "project",
}
HOSTILE = '<script>alert("x")</script> & "quotes" \'single\' <b>bold</b> {{ 7*7 }} $x$'

STUDIES = (
    study("aria", "favours", authors="Aria AA, Bass BB", n=60, p="<0.05", bias=SAFE, harms="two hoarse voices"),
    study("bass", "no difference", authors="Bass BB", n=40, year=2019, effect=interval("SMD", -0.1, -0.7, 0.5)),
    study("coda", "favours", authors="Coda CC", year=2022, effect=arms("mean-post", (3.0, 1.5, 30), (4.0, 1.5, 30))),
    study("duet", "within", authors="Duet DD", p="0.010", n=12, design="case-series"),
    study("etude", "against", authors="Etude EE", design="quasi-experimental", bias={"control_group": "yes"}),
    study("fugue", None, authors="Fugue FF", design="protocol", n=99),
    study("gavotte", None, matched=match(answers="different")),
)


def table(*studies, article="demo"):
    fields = {"article": article, "collection": COLLECTION, "studies": [as_json(each) for each in studies]}
    return StudyTable.model_validate_json(json.dumps(fields))


def as_json(record):
    """What a person would have written: absent keys stay absent."""
    return json.loads(record.model_dump_json(exclude_none=True, exclude_defaults=True))


def article(**changes):
    fields = {"id": "demo", "title": "Hum yourself well", "claims": ["humming"], "concepts": CONCEPTS}
    return Article.model_validate_json(json.dumps(fields | changes))


CONCEPTS = {"humming": {"terms": ["humming", "humm*"], "mesh": ["Singing"]}}


def case(*studies, of=None, **changes):
    """The claim 'Humming eases knee pain', weighed on these studies."""
    found = table(*(studies or STUDIES))
    return ClaimCase.of(article(**changes), found, assess_claim(claim(of), found))


def write_demo(root: Path, *studies, **changes) -> Project:
    """The same on disk, with two claims and the notebooks of this repository. JSON is YAML, too."""
    second = json.loads(claim(outcome(id="sleep", name="bad sleep")).model_dump_json(exclude_none=True))
    second |= {"id": "sleeping", "heading": "Sleeps better", "statement": "Humming eases bad sleep."}
    texts = {
        "claims/demo/article.yaml": as_json(article(claims=["humming", "sleeping"], **changes)),
        "claims/demo/humming.yaml": as_json(claim()),
        "claims/demo/sleeping.yaml": second,
        "data/demo/studies.yaml": as_json(table(*(studies or STUDIES))),
    }
    for name, value in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, indent=1, ensure_ascii=False), encoding="utf-8")
    shutil.copytree(find_project(Path(__file__).parent).notebooks_dir, root / "notebooks")
    return Project(root)


__all__ = ["HOSTILE", "STUDIES", "article", "case", "review", "table", "write_demo"]
