"""Whether a lock still answers the question of its claim."""

from collections.abc import Iterator

from claimbook.model.problems import Place, Problem, ProblemsFoundError
from claimbook.project.documents import ArticleFiles
from claimbook.pubmed.query import query_of


def drifted_locks(files: ArticleFiles) -> Iterator[Problem]:
    """A finding for each lock that was found by another query than its claim describes now.

    A claim whose query cannot be built is passed over: what is wrong with it is told where it stands.
    """
    if files.article.value is None:
        return
    for name, parsed in files.locks.items():
        claim = files.readable_claims.get(name)
        if parsed.value is None or claim is None:
            continue
        try:
            query = query_of(files.article.value, claim[1])
        except ProblemsFoundError:
            continue
        if query.text != parsed.value.query:
            message = f"the search words of '{name}' have changed since its search of {parsed.value.searched_last[:10]}"
            yield Problem("drifted-lock", message, Place(parsed.file), f"search again: claimbook search {name}")
