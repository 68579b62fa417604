"""Whether the files of a project fit together; what is wrong within one file is found when it is read."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.model.claim import Article, Claim
from claimbook.model.problems import Place, Problem
from claimbook.project.documents import ArticleFiles, in_file_order, parse_files
from claimbook.project.layout import INDEX, Project, is_slug
from claimbook.project.records import lost_records
from claimbook.project.study_checks import check_studies
from claimbook.project.words import did_you_mean, listed, quoted
from claimbook.project.yaml_reader import Document

_RENAME = "rename it: lower-case letters, digits and single hyphens, and .yaml at the end of a file"
_BESIDE_ON_A_MAC = "._"  # what macOS writes beside each file on a foreign disk; nobody wrote it
_USE_IT = "name it under search: intervention, population or outcome, or take it out"
_PROPOSE = "copy what you need to studies.yaml, remove this file, and run: claimbook studies --propose"
_OF_AN_ARTICLE = (
    ("*/studies.yaml", "evidence table"),
    ("*/search/*.yaml", "search"),
    ("*/verified.yaml", "check of identifiers"),
    ("*/proposed.yaml", "list of proposals"),
)


@dataclass(frozen=True)
class Checked:
    """What a check of the whole project read, and everything it found wrong."""

    problems: tuple[Problem, ...]
    articles: int
    claims: int
    studies: int
    files: tuple[ArticleFiles, ...] = ()
    """What was read, article by article."""


def check_project(project: Project) -> Checked:
    """Read every file of every article and check it; a claim file with mistakes is counted, a broken table is not."""
    articles = tuple(parse_files(project, article) for article in project.article_ids())
    problems = [*_check_names(project), *(found for files in articles for found in check_files(files))]
    tables = [files.studies.value for files in articles if files.studies.value is not None]
    return Checked(
        tuple(problems),
        articles=len(articles),
        claims=sum(len(files.claims) for files in articles),
        studies=sum(len(table.studies) for table in tables),
        files=articles,
    )


def check_files(files: ArticleFiles) -> tuple[Problem, ...]:
    """Everything that is wrong with one article, in the order of its files and lines."""
    found = [*files.problems, *_check_claims(files), *_check_shared_concepts(files)]
    if files.article.readable:
        found += _check_article(*files.article.readable, files)
    found += _check_searches(files)
    if files.studies.readable:
        found += check_studies(*files.studies.readable, files)
    return in_file_order(found)


def _check_names(project: Project) -> Iterator[Problem]:
    """Files and folders that would be passed over in silence because of their names."""
    for path in sorted([*project.claims_dir.glob("*/*.yaml"), *project.claims_dir.glob("*/*.yml")]):
        place = Place(path.relative_to(project.root))
        if path.name.startswith(_BESIDE_ON_A_MAC):
            continue
        if not is_slug(path.stem) or path.suffix == ".yml":
            yield Problem("bad-name", f"this file is passed over; {quoted(path.name)} names no claim", place, _RENAME)
        elif not is_slug(path.parent.name):
            yield Problem("bad-name", f"{quoted(path.parent.name)} is no id of an article", place, _RENAME)
        elif not project.article_file(path.parent.name).exists():
            yield Problem("no-article", "this claim belongs to no article", place, "write article.yaml beside it")
    for pattern, what in _OF_AN_ARTICLE:
        for path in sorted(project.data_dir.glob(pattern)):
            article = path.relative_to(project.data_dir).parts[0]
            if article not in project.article_ids():
                question = did_you_mean(article, project.article_ids())
                message = f"there is no article {quoted(article)} for this {what}{question}"
                yield Problem("unknown-article", message, Place(path.relative_to(project.root)))


def _check_searches(files: ArticleFiles) -> Iterator[Problem]:
    """What a search or a check of identifiers wrote must lie beside the claim and the article that it names."""
    for name, parsed in files.searches:
        if name not in files.claims:
            message = f"there is no claim {quoted(name)} for this search{did_you_mean(name, files.claims)}"
            yield Problem("unknown-claim", message, Place(parsed.file), "remove the file, or give it the claim's name")
        elif parsed.document and parsed.value and parsed.value.claim != name:
            message = f"this search is for the claim {quoted(parsed.value.claim)}; the file name says '{name}'"
            yield parsed.document.problem("wrong-id", message, ("claim",))
    for parsed in files.locks.values():
        if parsed.value is not None and not files.unread:
            yield from lost_records(parsed.file, parsed.value, files.records)
    others = [parsed for parsed in (files.verified, files.proposed) if parsed is not None]
    for each in (*(parsed for _, parsed in files.searches), *others):
        if each.document and each.value and each.value.article != files.id:
            message = f"this file is for the article {quoted(each.value.article)}; the folder is called '{files.id}'"
            yield each.document.problem("wrong-id", message, ("article",))
    if files.proposed and files.proposed.value and not files.proposed.value.is_as_made:
        message = "this file is not as claimbook wrote it; what a person knows belongs into studies.yaml"
        yield Problem("changed-by-hand", message, Place(files.proposed.file), _PROPOSE)


def _check_article(document: Document, article: Article, files: ArticleFiles) -> Iterator[Problem]:
    if article.id != files.id:
        message = f"the id {quoted(article.id)} differs from the folder, which is called '{files.id}'"
        yield document.problem("wrong-id", message, ("id",))
    unlisted = [claim for claim in files.claims if claim not in article.claims]
    for index, claim in enumerate(article.claims):
        if claim not in files.claims:
            message = f"there is no file {claim}.yaml{did_you_mean(claim, unlisted)}"
            yield document.problem("missing-claim", message, ("claims", index), "write it, or take it off the list")
        elif claim in article.claims[:index]:
            yield document.problem("listed-twice", f"the claim '{claim}' is listed twice", ("claims", index))
    for claim in unlisted:
        message = "article.yaml does not list this claim, so no report shows it"
        place = Place(files.claims[claim].file)
        yield Problem("unlisted-claim", message, place, f"add {claim} to 'claims' in article.yaml, or remove the file")


def _check_claims(files: ArticleFiles) -> Iterator[Problem]:
    shared = files.article.value.concepts if files.article.value else None
    for name, (document, claim) in files.readable_claims.items():
        if name == INDEX:
            message = f"a claim cannot be called '{INDEX}'; that page is the article's own"
            yield document.problem("reserved-id", message, ("id",), "give the file and its id another name")
        if claim.id != name:
            message = f"the id {quoted(claim.id)} differs from the file name, which is '{name}'"
            yield document.problem("wrong-id", message, ("id",))
        if shared is not None:
            yield from _check_search(document, claim, frozenset(shared))
        for concept in claim.concepts:
            if shared is not None and concept in shared:
                message = f"the concept '{concept}' is defined in article.yaml, too"
                yield document.problem("defined-twice", message, ("concepts", concept), "keep one", at_key=True)
            elif concept not in _used(claim):
                message = f"no part of 'search' uses the concept '{concept}'"
                yield document.problem("unused-concept", message, ("concepts", concept), _USE_IT, at_key=True)


def _check_search(document: Document, claim: Claim, shared: frozenset[str]) -> Iterator[Problem]:
    known = sorted({*claim.concepts, *shared})
    for part, concepts in _searched(claim).items():
        for index, concept in enumerate(concepts):
            if concept not in known:
                message = f"unknown concept '{concept}'{did_you_mean(concept, known)}"
                hint = f"concepts of this claim and its article: {listed(known)}"
                yield document.problem("unknown-concept", message, ("search", part, index), hint)


def _check_shared_concepts(files: ArticleFiles) -> Iterator[Problem]:
    """Judged only when every claim could be read: one that could not might use the concept."""
    if not files.article.readable or any(parsed.problems for parsed in files.claims.values()):
        return
    document, article = files.article.readable
    used = {concept for _, claim in files.readable_claims.values() for concept in _used(claim)}
    for concept in article.concepts:
        if concept not in used:
            message = f"no claim uses the concept '{concept}'"
            yield document.problem("unused-concept", message, ("concepts", concept), _USE_IT, at_key=True)


def _searched(claim: Claim) -> dict[str, tuple[str, ...]]:
    search = claim.search
    return {"intervention": search.intervention, "population": search.population, "outcome": search.outcome}


def _used(claim: Claim) -> frozenset[str]:
    return frozenset(concept for concepts in _searched(claim).values() for concept in concepts)
