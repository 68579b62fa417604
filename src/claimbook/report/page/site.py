"""Build the pages: run the notebooks, turn each into a page as it ends, and join them by an index."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

import nbformat

import claimbook
from claimbook.exports.formats import FOLDER, Format, exports_folder, remove_exports, write_exports
from claimbook.exports.weighed import Weighed, weigh_article, weigh_claim
from claimbook.language.said import changed, counted, said
from claimbook.language.speak import speaking
from claimbook.model.claim import Article, Claim
from claimbook.model.problems import problem
from claimbook.project.files import remove, write_text
from claimbook.project.layout import INDEX, Project
from claimbook.project.load import LoadedArticle
from claimbook.report.page.about import about_markdown
from claimbook.report.page.convert import markdown_body, notebook_body, without_alternative_text
from claimbook.report.page.frame import ABOUT, ARTICLES, METHODS, Download, Page, Step, failed_body, index_body, render
from claimbook.report.page.methods import methods_markdown
from claimbook.report.page.publish import publish, staged
from claimbook.report.run.clean import scrubber
from claimbook.report.run.parameters import declared_parameters, read_notebook
from claimbook.report.run.results import Job, NotebookFailed, RunResult, Succeeded, ToolFailed
from claimbook.report.run.runner import CELL_SECONDS, run_all
from claimbook.report.words.searches import article_search_words, claim_search_words
from claimbook.report.words.verdicts import evidence_words

CLAIM_NOTEBOOK, ARTICLE_NOTEBOOK = "claim.ipynb", "article.ipynb"
_NOT_BUILT = said("not built")
_ABOVE = Step(ARTICLES, "../index.html")


@dataclass(frozen=True)
class Order:
    """What to build, from what, and where to."""

    project: Project
    """Where the notebooks are; its root is their working folder."""
    articles: Sequence[LoadedArticle]
    """What the index lists."""
    out: Path
    """Folder to write to; only what an earlier build made there is ever removed."""
    claims: Mapping[str, Collection[str]] | None = None
    """Which claims of which article to build; all when left out. An article's page is built with any of its claims."""
    workers: int | None = None
    """Notebooks to run at once; at most four and no more than there are processors when left out."""
    cell_seconds: int = CELL_SECONDS
    """Time limit of one cell."""

    def wanted(self, article: Article) -> tuple[str, ...]:
        """The claims whose pages are to be built, in the order of the article, whose own page no claim can have."""
        chosen = article.claims if self.claims is None else self.claims.get(article.id, ())
        return tuple(claim for claim in article.claims if claim in chosen and claim != INDEX)

    @property
    def pages(self) -> int:
        """How many pages of claims and articles that makes."""
        wanted = (self.wanted(each.article) for each in self.articles)
        return sum(len(claims) + 1 for claims in wanted if claims)


@dataclass(frozen=True)
class BuildSummary:
    """How a build ended: every result in the order of the pages, whatever order they came in."""

    out: Path
    results: tuple[RunResult, ...]

    @property
    def failed(self) -> tuple[NotebookFailed | ToolFailed, ...]:
        """What could not be built; each has its sentence in ``message``."""
        return tuple(result for result in self.results if not isinstance(result, Succeeded))


@dataclass(frozen=True)
class _Planned:
    """One page to make: its frame, and the job that fills it, whose name is its place under ``out``."""

    job: Job
    page: Page
    language: str
    weigh: Callable[[], Weighed] | None = None
    """What the files beside the page are made from."""
    fault: str = ""
    """Why it cannot even be tried: the claim's file has a mistake."""


def build_site(order: Order, on_result: Callable[[RunResult], None] = lambda _: None) -> BuildSummary:
    """Build a page for each claim and article, an index of the articles, and the pages on methods and on claimbook.

    One page that fails does not stop the others. ``on_result`` is called as each page ends, for progress. The pages are
    put in their place together at the end; a build that is stopped leaves those that were there.

    Raises:
        ProblemsFoundError: before anything runs, when a notebook does not fit its parameters.
    """
    planned = [page for article in order.articles for page in _pages_of(order, article)]
    by_name = {page.job.name: page for page in planned}
    jobs = [page.job for page in planned if not page.fault]
    running = run_all(jobs, cwd=order.project.root, workers=order.workers, cell_seconds=order.cell_seconds)
    unread = (ToolFailed(page.job, page.fault) for page in planned if page.fault)
    ended: dict[str, RunResult] = {}
    with closing(running), staged(order.out) as pages:
        for result in chain(unread, running):
            page = by_name[result.job.name]
            with speaking(page.language):
                ended[result.job.name] = _written(page, result, order.project, pages)
            on_result(ended[result.job.name])
        with speaking(_common_language(order.articles)):
            _write_standing_pages(pages)
            _write_index(order, pages)
        for name in by_name:
            _retire(name, pages, order.out)
        publish(pages, order.out, everything=order.claims is None)
    return BuildSummary(order.out, tuple(ended[page.job.name] for page in planned))


def notebook_path(project: Project, name: str) -> Path:
    """The project's own notebook of this name, else the one that comes with claimbook."""
    package = Path(claimbook.__file__).parent
    places = (project.notebooks_dir, package / "notebooks", package.parents[1] / "notebooks")
    found = next((place / name for place in places if (place / name).is_file()), None)
    if found is None:
        raise problem("no-notebook", f"there is no notebook {name}", hint=f"put one into {project.notebooks_dir.name}/")
    return found


def _pages_of(order: Order, article: LoadedArticle) -> Iterator[_Planned]:
    """The pages of the wanted claims in the order of the article, then the article's own."""
    wanted = order.wanted(article.article)
    sound = {claim.id: claim for claim in article.claims}
    for name in wanted:
        yield _claim_page(order.project, article, sound[name]) if name in sound else _unread_page(order, article, name)
    if wanted:
        yield _article_page(order.project, article)


def _unread_page(order: Order, article: LoadedArticle, name: str) -> _Planned:
    """A listed claim whose file has a mistake: its page says so, and the others are built."""
    about = article.article
    job = Job(f"{about.id}/{name}", notebook_path(order.project, CLAIM_NOTEBOOK), {"article": about.id, "claim": name})
    trail = (_ABOVE, Step(about.title, "index.html"), Step(name))
    faults = "; ".join(f"{fault.place} {fault.message}" for fault in article.unreadable.get(name, ()))
    page = Page(name, name, _NOT_BUILT, "../", trail=trail)
    return _Planned(job, page, about.language, fault=faults or said("the claim was not found"))


def _claim_page(project: Project, article: LoadedArticle, claim: Claim) -> _Planned:
    about, collection = article.article, article.studies.collection
    values = {"article": about.id, "claim": claim.id}
    job = Job(f"{about.id}/{claim.id}", notebook_path(project, CLAIM_NOTEBOOK), values)
    number = about.claims.index(claim.id) + 1
    page = Page(
        title=said("“{heading}”: {article}", heading=claim.heading, article=about.title),
        heading=said("“{heading}”", heading=claim.heading),
        description=claim.statement,
        up="../",
        kicker=said(
            "Claim {number} of {all} in “{article}”", number=number, all=len(about.claims), article=about.title
        ),
        trail=(_ABOVE, Step(about.title, "index.html"), Step(claim.heading)),
        parameters=_parameters(job),
        notebook=f"{claim.id}.ipynb",
        collected=collection.date or "",
        evidence=evidence_words(collection, claim_search_words(article.screenings[claim.id], collection)),
        more=tuple(_neighbours(article, claim)),
    )
    return _Planned(job, page, about.language, partial(weigh_claim, article, claim.id))


def _article_page(project: Project, article: LoadedArticle) -> _Planned:
    about, collection = article.article, article.studies.collection
    screenings = tuple(article.screenings.values())
    job = Job(f"{about.id}/{INDEX}", notebook_path(project, ARTICLE_NOTEBOOK), {"article": about.id})
    page = Page(
        title=about.title,
        heading=about.title,
        description=counted("{n} claim, weighed", "{n} claims, weighed one by one", len(about.claims)),
        up="../",
        kicker=counted("An article with {n} claim", "An article with {n} claims", len(about.claims)),
        trail=(_ABOVE, Step(about.title)),
        parameters=_parameters(job),
        notebook=f"{INDEX}.ipynb",
        collected=collection.date or "",
        evidence=evidence_words(collection, article_search_words(screenings, collection)),
    )
    return _Planned(job, page, about.language, partial(weigh_article, article))


def _neighbours(article: LoadedArticle, claim: Claim) -> Iterator[Step]:
    here = article.claims.index(claim)
    if here > 0:
        before = article.claims[here - 1]
        yield Step(said("Before: “{heading}”", heading=before.heading), f"{before.id}.html")
    if here + 1 < len(article.claims):
        near = article.claims[here + 1]
        yield Step(said("Next: “{heading}”", heading=near.heading), f"{near.id}.html")


def _parameters(job: Job) -> tuple[tuple[str, str], ...]:
    """Every declared parameter with the value of this run, given or default (R09)."""
    declared = declared_parameters(job.notebook, read_notebook(job.notebook))
    return tuple((each.name, job.parameters.get(each.name, each.default or "")) for each in declared)


def _written(planned: _Planned, result: RunResult, project: Project, pages: Path) -> RunResult:
    """Write the page and the executed notebook; a picture without words is a failure of its own."""
    if isinstance(result, Succeeded):
        result = without_alternative_text(result.job, result.notebook) or result
    beside, page = (pages / f"{planned.job.name}.{ending}" for ending in ("ipynb", "html"))
    if isinstance(result, Succeeded):
        write_text(beside, _notebook_text(result))
        frame = replace(planned.page, downloads=_write_downloads(planned, page))
        write_text(page, render(frame, notebook_body(result.notebook)))
    else:
        frame = replace(planned.page, parameters=(), notebook="", description=_NOT_BUILT)
        write_text(page, render(frame, failed_body(changed(result.message, scrubber(project.root)))))
    return result


def _retire(name: str, pages: Path, out: Path) -> None:
    """Remove what an earlier page had beside it and this one has not, so that it is not taken for its own."""
    beside, page = f"{name}.ipynb", f"{name}.html"
    if not (pages / beside).exists():
        remove(out / beside)
    made = exports_folder(pages / page)
    remove_exports(exports_folder(out / page), [file.name for file in made.iterdir()] if made.is_dir() else ())


def executed_notebook(project: Project, article: str, claim: str) -> str:
    """The executed notebook of one claim, as it lies beside its page. Raises ProblemsFoundError when it failed."""
    job = Job(f"{article}/{claim}", notebook_path(project, CLAIM_NOTEBOOK), {"article": article, "claim": claim})
    (result,) = run_all([job], cwd=project.root, workers=1)
    if not isinstance(result, Succeeded):
        raise problem("notebook-failed", scrubber(project.root)(result.message))
    return _notebook_text(result)


def _notebook_text(result: Succeeded) -> str:
    return f"{nbformat.writes(result.notebook)}\n"  # type: ignore[no-untyped-call]


def _write_downloads(planned: _Planned, page: Path) -> tuple[Download, ...]:
    """The files to take along, written beside the page; their names tell the claim where they are saved."""
    made = write_exports(exports_folder(page), planned.weigh()) if planned.weigh else ()
    return tuple(_download(page.stem, planned.job.name.replace("/", "-"), each) for each in made)


def _download(page: str, name: str, made: Format) -> Download:
    return Download(made.words, f"{FOLDER}/{page}/{made.file}", f"{name}-{made.file}")


def _common_language(articles: Iterable[LoadedArticle]) -> str:
    """The language of the pages that belong to every article: that of the articles where they agree, else English."""
    languages = {article.article.language for article in articles}
    return languages.pop() if len(languages) == 1 else "en"


def _write_standing_pages(out: Path) -> None:
    """The pages that say the same whatever the articles are."""
    above = Step(ARTICLES, "index.html")
    methods_said = said("Every rule, threshold and cell of the verdict table")
    about_said = said("What claimbook is, what it is not, and how to read a page")
    for name, link, title, description, text in (
        ("methods", METHODS, METHODS, methods_said, methods_markdown()),
        ("about", ABOUT, said("About claimbook"), about_said, about_markdown()),
    ):
        place = f"{name}.html"
        page = Page(title, title, description, trail=(above, Step(link)), place=place)
        write_text(out / place, render(page, markdown_body(text)))


def _write_index(order: Order, pages: Path) -> None:
    page = Page(
        said("Health articles, claim by claim"),
        said("Claim by claim"),
        said("Health articles and their evidence"),
        place="index.html",
    )
    entries = [_entry(article, (pages, order.out)) for article in order.articles]
    write_text(pages / "index.html", render(page, index_body(entries)))


def _entry(article: LoadedArticle, places: Sequence[Path]) -> dict[str, object]:
    """One article of the index; a page that was never built is named without a link."""

    def is_built(page: str) -> bool:
        return any((place / article.article.id / f"{page}.html").is_file() for place in places)

    verdicts = {each.claim.id: each.primary.advice.verdict.words for each in weigh_article(article).claims}
    return {
        "article": article.article,
        "count": counted("{n} claim", "{n} claims", len(article.claims)),
        "collected": article.studies.collection.date,
        "built": is_built(INDEX),
        "claims": [(claim, is_built(claim.id), verdicts[claim.id]) for claim in article.claims],
        "unread": tuple(article.unreadable),
    }
