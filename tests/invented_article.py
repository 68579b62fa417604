"""An invented article on somebody's first day: claims, a search, no study of a person. Nothing in it is real.

Its records carry whole invented abstracts, so that the way from a search to a provisional report can be walked offline.
"""

from pathlib import Path

from claimbook.project.layout import Project
from claimbook.project.yaml_writer import mapping_text
from tests.eutils import Article
from tests.eutils.articles import FIRST_SYNTHETIC_PMID, Section

ARTICLE, CLAIM, OUTCOME = "hum-yourself-well", "humming-hiccups", "hiccups"
FIRST = FIRST_SYNTHETIC_PMID + 100
TRIAL, BASE = "Randomized Controlled Trial", "Journal Article"


def invented(number: int, title: str, *parts: str, types: tuple[str, ...] = (), **more: object) -> Article:
    """A record whose abstract has methods, results and conclusions, as far as these are given."""
    labels = ("METHODS", "RESULTS", "CONCLUSIONS")
    sections = tuple(Section(label, text, label) for label, text in zip(labels, parts, strict=False))
    return Article(FIRST + number, title=title, abstract=sections, types=(BASE, *types), **more)  # type: ignore[arg-type]


def trial(number: int, people: int, results: str, conclusion: str, *more: str) -> Article:
    """A randomised trial of humming against usual care with assessors who did not know the groups."""
    half = people // 2
    methods = (
        f"We randomly assigned {people} adults with invented hiccups to humming (n = {half}) or usual care "
        f"(n = {half}) to treat their hiccups. Outcome assessors were blinded. Analysis was by intention to treat. "
        f"The trial was registered (NCT9900{FIRST + number - FIRST_SYNTHETIC_PMID:04d})."
    )
    title = f"Humming to treat hiccups in invented adults, part {number}: a randomised controlled trial."
    return invented(number, title, methods, results, conclusion, types=(TRIAL, *more))


FEWER = (
    "Hiccups were significantly fewer in the humming group than in the usual care group "
    "(mean difference {mean}, 95% CI {low} to {high}; P < 0.001). No serious adverse events occurred."
)
LESS = "Humming significantly reduced hiccups in these invented adults."
FIRST_TRIAL = trial(1, 240, FEWER.format(mean=-1.6, low=-2.2, high=-1.0), LESS)
SECOND_TRIAL = trial(2, 180, FEWER.format(mean=-1.2, low=-1.9, high=-0.5), LESS)
THIRD_TRIAL = trial(
    3,
    90,
    "There was no significant difference in hiccups between the humming group and the usual care group (P = 0.62).",
    "Humming is an effective treatment of hiccups.",
)
"""Its conclusion says more than its results."""
RETRACTED = trial(4, 300, FEWER.format(mean=-4.0, low=-4.5, high=-3.5), LESS, "Retracted Publication")
PLAN = invented(
    5,
    "Humming to treat hiccups: protocol of an invented randomised controlled trial.",
    "We will randomly assign 400 adults with invented hiccups to humming or usual care.",
    "",
    "Results are expected when chess pieces hum.",
    types=("Clinical Trial Protocol",),
)
OPINION = invented(6, "Humming and hiccups: a comment.", "", "", "We doubt that humming helps.", types=("Comment",))
VAGUE = invented(7, "Thoughts on humming and hiccups.", "", "", "Some people hum. Hiccups come and go.")
MICE = invented(
    8,
    "Humming and hiccups in invented mice.",
    "We randomised 20 mice to humming or silence.",
    "Hiccups were significantly fewer in humming mice than in silent mice (P = 0.01).",
    "Humming reduced hiccups in mice.",
    mesh=("Animals", "Mice"),
)
POOLED = invented(
    9,
    "Humming to treat hiccups: a systematic review and meta-analysis of invented trials.",
    "We pooled nine invented trials with 812 participants.",
    "Hiccups were significantly fewer with humming than with usual care (SMD -0.40, 95% CI -0.60 to -0.20).",
    "Humming reduced hiccups.",
    types=("Meta-Analysis", "Systematic Review"),
)
RECORDS = (FIRST_TRIAL, SECOND_TRIAL, THIRD_TRIAL, RETRACTED, PLAN, OPINION, VAGUE, MICE, POOLED)


def claim() -> dict[str, object]:
    """The claim that humming treats hiccups, as an editor would write it down."""
    outcome = {
        "id": OUTCOME,
        "name": "hiccups",
        "kind": "continuous",
        "direction": "lower",
        "better": "lower",
        "wording": {"strength": "direct", "phrases": ["hum your hiccups away"]},
    }
    return {
        "id": CLAIM,
        "heading": "Hum your hiccups away",
        "statement": "Humming reduces hiccups.",
        "population": {"text": "adults with hiccups", "patients": True},
        "intervention": "humming",
        "purpose": "treat",
        "primary": OUTCOME,
        "outcomes": [outcome],
        "concepts": {"humming": {"terms": ["humming"]}, "hiccups": {"terms": ["hiccups"]}},
        "search": {"intervention": ["humming"], "outcome": ["hiccups"]},
    }


def write_article(root: Path) -> Project:
    """The article and its claim below ``root``; nothing was collected by hand."""
    project = Project(root)
    article = {"id": ARTICLE, "title": "Hum yourself well (an invented article)", "claims": [CLAIM]}
    _write(project.article_file(ARTICLE), article)
    _write(project.claim_file(ARTICLE, CLAIM), claim())
    return project


def _write(path: Path, content: dict[str, object]) -> None:
    """As a person would write it down: whoever opens the rehearsal learns the form of the files from it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(mapping_text(content), encoding="utf-8")
