"""What `explore.ipynb` calls to read one pasted abstract: its words as they were read, and every field of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pandas as pd

from claimbook.appraise.record.appraisal import Question, appraise
from claimbook.appraise.record.draft import Draft, drafts_of
from claimbook.appraise.record.words import quoted
from claimbook.appraise.text.reading import Passage, Text, reading_of
from claimbook.model.appraisal import Span, Wording, cut
from claimbook.model.problems import problem
from claimbook.model.record import AbstractSection, Record
from claimbook.project.layout import find_project
from claimbook.project.load import load_sound
from claimbook.report.case.given import text_given
from claimbook.report.show import Shown, fragment, view_style

_NO_PMID = "0"
_COLUMNS = ["field", "value", "status", "confidence", "line", "sure", "words", "why", "rule"]
_SAID = ["sentence", "strength", "confidence", "advice", "certainty", "size"]
_BETWEEN = " \u2026 "


def read_abstract(
    title: str, abstract: str, *, article: str | None = None, claim: str | None = None, folder: Path | None = None
) -> "ReadAbstract":
    """Read a pasted abstract as `claimbook studies --propose` reads a record; with a claim, also for its outcomes.

    Line breaks of the pasted text are spaces; headings such as 'METHODS:' are known where they stand.

    Raises:
        ProblemsFoundError: there is nothing to read, what is given is no text, or there is no such article or claim.
    """
    given = (text_given("title", title), text_given("abstract", abstract))
    title, abstract = (" ".join(words.split()) for words in given)
    if not title and not abstract:
        raise problem("nothing-to-read", "title and abstract are empty", hint="paste the words of an abstract")
    sections = (AbstractSection(abstract),) if abstract else ()
    record = Record(pmid=_NO_PMID, version=1, kind="article", title=title, abstract=sections)
    text = reading_of(record)
    read = appraise(record, *_questions(article, claim, folder), text=text)
    return ReadAbstract(text, drafts_of(read), read.wording)


def _questions(article: str | None, claim: str | None, folder: Path | None) -> list[Question]:
    if article is None or claim is None:
        return []
    loaded = load_sound(find_project(folder and Path(folder)), text_given("article", article))
    return [Question(loaded.sound_claim(text_given("claim", claim)), loaded.article.concepts)]


@dataclass(frozen=True)
class _Piece:
    """Words of a passage, and what was read from them."""

    words: str
    fields: tuple[str, ...] = ()
    sure: bool = False


@dataclass(frozen=True)
class ReadAbstract:
    """An abstract with everything that was read from it: proposals, never confirmed."""

    text: Text
    drafts: tuple[Draft, ...]
    wording: tuple[Wording, ...]

    def __repr__(self) -> str:
        seen = [one for one in self.drafts if one.value is not None]
        sure = sum(one.sure for one in seen)
        return f"{len(seen)} values read, {sure} of them above their line; {len(self.drafts) - len(seen)} not found"

    def _repr_html_(self) -> str:
        return self.marked().html

    def marked(self) -> Shown:
        """The text; what was read is underlined, firmly where it is sure, and names its fields when pointed at."""
        passages = [[*self._pieces(passage)] for passage in self.text.passages if passage.text]
        return fragment("read_abstract", passages=passages, line=repr(self), style=view_style())

    def table(self, *, missing: bool = False) -> pd.DataFrame:
        """A row for each field (index) with its value, how sure it is, its words and its rule.

        ``missing`` adds what was looked for and not found. A field without a ``line`` is never ``sure``.
        """
        rows = [self._row(one) for one in self.drafts if missing or one.value is not None]
        return pd.DataFrame(rows, columns=_COLUMNS).set_index("field")

    def sentences(self) -> pd.DataFrame:
        """How the concluding sentences word what they say: strength, confidence, and which words of advice and size."""
        return pd.DataFrame([self._worded(one) for one in self.wording], columns=_SAID)

    def _row(self, one: Draft) -> tuple[object, ...]:
        how = (one.status, one.at_least, one.line, one.sure)
        return (one.field, one.value, *how, self._words(one.spans), one.why, one.rule)

    def _worded(self, one: Wording) -> tuple[object, ...]:
        said = (self._words(read.spans) for read in (one.advice, one.certainty, one.magnitude))
        return (quoted(self.text, one.sentence), one.strength.value, cut(one.strength.confidence), *said)

    def _words(self, spans: Sequence[Span]) -> str:
        return _BETWEEN.join(quoted(self.text, span) for span in spans)

    def _pieces(self, passage: Passage) -> Iterator[_Piece]:
        """The passage cut wherever something that was read begins or ends."""
        here = [(span, one) for one in self.drafts for span in one.spans if span.where == passage.where]
        ends = sorted({0, len(passage.text), *(place for span, _ in here for place in (span.start, span.end))})
        for start, end in pairwise(ends):
            over = [one for span, one in here if span.start <= start and end <= span.end]
            yield _Piece(passage.text[start:end], _fields(over), any(one.sure for one in over))


def _fields(drafts: Sequence[Draft]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{one.field}: {one.value}" for one in drafts))
