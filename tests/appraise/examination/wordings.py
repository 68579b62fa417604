"""How the wording of an article's sentences is read: strength, advice, words of certainty and of size."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from claimbook.appraise.lines import LINES
from claimbook.appraise.wording.article import article_wording_of
from claimbook.appraise.wording.article_text import sentences_of_article
from claimbook.model.appraisal import Read, Wording
from claimbook.model.terms import Strength
from tests.appraise.examination.judge import Judged, Verdict

FILE = Path(__file__).with_name("articles.yaml")
KINDS = ("advice", "certainty", "magnitude")
_ORDER = tuple(Strength)


def sentences_of(*, unread: bool) -> list[dict[str, Any]]:
    """The rows of one half; none where there is no such file."""
    rows = yaml.safe_load(FILE.read_text("utf-8")) if FILE.exists() else []
    return [row for row in rows if row["read"] is not unread]


def judged_wording(row: dict[str, Any]) -> Iterator[Judged]:
    """Every code of one row; of its sentences the one that words the strongest relation stands for its strength."""
    read = [article_wording_of(sentence) for sentence in sentences_of_article(row["text"])]
    if "strength" in row:
        strongest = max((one.strength for one in read), key=_how_strong)
        yield _strength(strongest, row["strength"])
    for kind in KINDS:
        if kind in row:
            given = [words for one in read for words in _quoted(row["text"], one, kind)]
            yield _seen(kind, given, coded=row[kind])
            expected = row["words"].get(kind)
            if given and expected:
                alike = bool(_words(given) & _words(expected))
                yield Judged(f"{kind} words", "right" if alike else "wrong", sure=False, given=given, expected=expected)


def _how_strong(read: Read[Strength]) -> tuple[int, float]:
    """Of sentences that are worded alike the one that is read with the least certainty counts."""
    return _ORDER.index(read.value or Strength.NONE), -read.confidence


def _strength(read: Read[Strength], expected: str) -> Judged:
    verdict: Verdict = "right" if str(read.value) == expected else "wrong"
    sure = read.confidence >= LINES["article.strength"].confidence
    return Judged("strength", verdict, sure, str(read.value), expected, read.rule)


def _seen(kind: str, given: list[str], *, coded: bool) -> Judged:
    verdicts: tuple[Verdict, Verdict] = ("missed", "right") if coded else ("rightly silent", "invented")
    verdict = verdicts[bool(given)]
    return Judged(kind, verdict, sure=False, given=given or None, expected=coded)


def _quoted(text: str, read: Wording, kind: str) -> list[str]:
    return [text[span.start : span.end] for span in getattr(read, kind).spans]


def _words(phrases: Iterable[str]) -> set[str]:
    return {word for phrase in phrases for word in re.findall(r"[\w'\u2019]+", phrase.lower())}
