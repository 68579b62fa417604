"""Where the files of a project are, and which ids name them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from claimbook.model.base import SLUG_PATTERN
from claimbook.model.problems import problem
from claimbook.project.files import PRIVATE
from claimbook.project.words import closest, did_you_mean, listed, quoted, slugged

INDEX = "index"
"""Name of an article's own page, so that no claim can have it."""
_ARTICLE = "article"
_FAILED = ".failed.yaml"
_MAX_SLUG = 80


@dataclass(frozen=True)
class Project:
    """A folder with claims, data and reports. The claims are the project; everything else may be absent."""

    root: Path

    @property
    def claims_dir(self) -> Path:
        """One folder for each article, with its ``article.yaml`` and a file for each claim."""
        return self.root / "claims"

    @property
    def data_dir(self) -> Path:
        """Evidence tables, one folder for each article."""
        return self.root / "data"

    @property
    def reports_dir(self) -> Path:
        """What is made from the rest, and can be made again."""
        return self.root / "reports"

    @property
    def notebooks_dir(self) -> Path:
        """The notebooks that reports are printed from."""
        return self.root / "notebooks"

    def article_file(self, article: str) -> Path:
        """``claims/<article>/article.yaml``."""
        return self.claims_dir / article / f"{_ARTICLE}.yaml"

    def claim_file(self, article: str, claim: str) -> Path:
        """``claims/<article>/<claim>.yaml``."""
        return self.claims_dir / article / f"{claim}.yaml"

    def studies_file(self, article: str) -> Path:
        """``data/<article>/studies.yaml``."""
        return self.data_dir / article / "studies.yaml"

    def lock_file(self, article: str, claim: str) -> Path:
        """``data/<article>/search/<claim>.yaml``: what the last good search found."""
        return self._searches_dir(article) / f"{claim}.yaml"

    def failure_file(self, article: str, claim: str) -> Path:
        """``data/<article>/search/<claim>.failed.yaml``: why the last search failed; absent after a good one."""
        return self._searches_dir(article) / f"{claim}{_FAILED}"

    def records_file(self, article: str) -> Path:
        """``data/<article>/records.jsonl``: bibliographic facts of every locked record."""
        return self.data_dir / article / "records.jsonl"

    def verified_file(self, article: str) -> Path:
        """``data/<article>/verified.yaml``: the last check of the identifiers of the evidence table."""
        return self.data_dir / article / "verified.yaml"

    def proposed_file(self, article: str) -> Path:
        """``data/<article>/proposed.yaml``: what was read by rule from waiting records; never evidence."""
        return self.data_dir / article / "proposed.yaml"

    def sheet_file(self, article: str, claim: str) -> Path:
        """``.claimbook/proposed/<article>/<claim>.yaml``: the same with quotations; never committed."""
        return self.root / PRIVATE / "proposed" / article / f"{claim}.yaml"

    def ledger_dir(self, article: str, claim: str) -> Path:
        """``.claimbook/search/<article>/<claim>/``: raw answers as received; never committed, can be fetched again."""
        return self.root / PRIVATE / "search" / article / claim

    def verifying_dir(self, article: str) -> Path:
        """``.claimbook/verify/<article>/``: raw answers of the last check of identifiers."""
        return self.root / PRIVATE / "verify" / article

    def _searches_dir(self, article: str) -> Path:
        return self.data_dir / article / "search"

    def locked_ids(self, article: str) -> tuple[str, ...]:
        """Ids of all claims that have a lock, in alphabetical order, whether or not the claim still exists."""
        names = (file.stem for file in self._searches_dir(article).glob("*.yaml"))
        return tuple(sorted(name for name in names if is_slug(name)))

    def failed_ids(self, article: str) -> tuple[str, ...]:
        """Ids of all claims whose last search failed, in alphabetical order."""
        names = (file.name.removesuffix(_FAILED) for file in self._searches_dir(article).glob(f"*{_FAILED}"))
        return tuple(sorted(name for name in names if is_slug(name)))

    def article_ids(self) -> tuple[str, ...]:
        """Ids of all articles, in alphabetical order. A folder whose name is no id is left to ``check_project``."""
        names = (file.parent.name for file in self.claims_dir.glob(f"*/{_ARTICLE}.yaml"))
        return tuple(sorted(name for name in names if is_slug(name)))

    def claim_ids(self, article: str) -> tuple[str, ...]:
        """Ids of all claim files of an article, in alphabetical order."""
        names = (file.stem for file in (self.claims_dir / article).glob("*.yaml"))
        return tuple(sorted(name for name in names if is_slug(name) and name != _ARTICLE))

    def known_article(self, text: str) -> str:
        """The article id that somebody typed. Raises ProblemsFoundError where it is no id, or no article has it."""
        return _known(text, self.article_ids(), "article")

    def known_claim(self, article: str, text: str) -> str:
        """The claim id that somebody typed. Raises ProblemsFoundError where it is no id, or no claim file has it."""
        return _known(text, self.claim_ids(article), "claim")


def find_project(start: Path | None = None) -> Project:
    """The project around a folder: the nearest one, upwards, that holds ``claims/<article>/article.yaml``.

    Args:
        start: where to begin; the current folder when it is left out.

    Raises:
        ProblemsFoundError: no folder above is a project.
    """
    begin = (start or Path.cwd()).resolve()
    for folder in (begin, *begin.parents):
        if any(folder.glob(f"claims/*/{_ARTICLE}.yaml")):
            return Project(folder)
    raise problem(
        "no-project",
        f"there is no project in {begin.name or begin} or in any folder above it",
        hint="a project is a folder that holds claims/<article>/article.yaml; go there, or name it",
    )


def is_slug(text: str) -> bool:
    """Whether this text may be an id: lower-case letters, digits and single hyphens, never a path."""
    return len(text) <= _MAX_SLUG and re.fullmatch(SLUG_PATTERN, text) is not None


def _known(text: str, known: Collection[str], what: str) -> str:
    if text in known and is_slug(text):
        return text
    choice = f"{what}s here: {listed(known)}"
    if is_slug(text):
        raise problem(f"unknown-{what}", f"there is no {what} {quoted(text)}{did_you_mean(text, known)}", hint=choice)
    parts = [part.removesuffix(".yaml") for part in re.split(r"[\\/]", text)]
    meant = next((name for part in reversed(parts) if (name := closest(slugged(part), known))), None)
    question = f". Did you mean '{meant}'?" if meant else ""
    raise problem("bad-id", f"{_no_id(text, what)}{question}", hint=choice)


def _no_id(text: str, what: str) -> str:
    is_path = "/" in text or "\\" in text or text in {".", ".."}
    fault = f"{quoted(text)} is a path" if is_path else f"{quoted(text)} is not an id" if text else "the id is empty"
    rule = f"an {what}" if what[0] in "aeiou" else f"a {what}"
    return f"{fault}; {rule} is named by lower-case letters, digits and single hyphens"
