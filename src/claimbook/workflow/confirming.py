"""Whether the verdicts that people confirmed are still the computed ones."""

from collections.abc import Collection
from pathlib import PurePath

from claimbook.model.problems import Place, Problem
from claimbook.project.documents import ArticleFiles
from claimbook.project.layout import Project
from claimbook.project.load import LoadedArticle, load_sound

_CODE = "outdated-confirmation"
_HINT = "look at the report again: confirm the verdict that it gives now, or take 'confirmed' out"


def outdated_confirmations(loaded: LoadedArticle, claims: Collection[str]) -> tuple[Problem, ...]:
    """A finding for each of these claims whose confirmed verdict is no longer the computed one."""
    signed = [claim for claim in loaded.claims if claim.id in claims and claim.confirmed is not None]
    if not signed:
        return ()
    from claimbook.synthesis.assess import assess_claim  # noqa: PLC0415 - scipy is heavy
    from claimbook.synthesis.details.confirmed import outdated  # noqa: PLC0415

    weighed = (assess_claim(claim, loaded.weighed, screening=loaded.screenings[claim.id]) for claim in signed)
    folder = PurePath("claims", loaded.article.id)
    return tuple(
        Problem(_CODE, each.words.removesuffix("."), Place(folder / f"{each.claim}.yaml"), _HINT)
        for each in outdated(weighed)
    )


def outdated_in_files(project: Project, files: ArticleFiles) -> tuple[Problem, ...]:
    """The same of an article whose own file and evidence table are sound; of another one nothing is known."""
    confirmed = [name for name, (_, claim) in files.readable_claims.items() if claim.confirmed is not None]
    if not confirmed or files.article.problems or files.studies.problems:
        return ()
    return outdated_confirmations(load_sound(project, files.id), confirmed)
