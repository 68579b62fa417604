"""Read how strongly an article words what it says, sentence by sentence; nothing is kept of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimbook.model.appraisal import Span, Wording
from claimbook.model.terms import Strength
from claimbook.project.source import Source, Spot
from claimbook.project.texts import read_text
from claimbook.project.words import visible

if TYPE_CHECKING:
    from claimbook.appraise.text.reading import Sentence

_ADDED = ("advice", "certainty", "magnitude")


@dataclass(frozen=True)
class WordedSentence:
    """One sentence: where it begins, how strongly it words a relation, and the words that show it."""

    spot: Spot
    text: str
    wording: Wording
    sure: bool
    """Whether the strength is above its line."""
    words: Mapping[str, tuple[str, ...]]
    """Of strength, advice, certainty and magnitude, as the article prints them."""

    @property
    def told(self) -> bool:
        """Whether there is anything to tell of it."""
        return self.wording.strength.value is not Strength.NONE or any(self.words[kind] for kind in _ADDED)

    @property
    def line(self) -> str:
        """The strength, the words that show it, and what is added, in one line."""
        strength = str(self.wording.strength.value)
        parts = [strength if self.sure else f"unclear (looks {strength})"]
        parts += [_quoted(self.words["strength"])] if self.words["strength"] else []
        parts += [f"[{kind}: {_quoted(self.words[kind])}]" for kind in _ADDED if self.words[kind]]
        return "  ".join(parts)

    @property
    def data(self) -> dict[str, Any]:
        """The same for programs."""
        read = self.wording.strength
        shown = {"value": str(read.value), "sure": self.sure, "confidence": read.confidence, "rule": read.rule}
        place = {"line": self.spot.line, "column": self.spot.column, "text": self.text}
        return {
            **place,
            "strength": {**shown, "words": list(self.words["strength"])},
            **{kind: list(self.words[kind]) for kind in _ADDED},
        }


@dataclass(frozen=True)
class WordedArticle:
    """Every sentence of an article."""

    name: str
    sentences: tuple[WordedSentence, ...]

    @property
    def lines(self) -> Iterator[str]:
        """A line for each sentence with anything to tell, then one line of counts."""
        for one in self.sentences:
            if one.told:
                yield f"{self.name}:{one.spot.line}:{one.spot.column} {one.line}"
        yield self._counted()

    @property
    def data(self) -> dict[str, Any]:
        """The same for programs: all sentences, also those with nothing to tell."""
        return {"file": self.name, "sentences": [one.data for one in self.sentences], "counts": self.counts}

    @property
    def counts(self) -> dict[str, int]:
        """How many sentences there are, of each strength where it is sure, unclear, and with each kind of words."""
        strengths = Counter(str(one.wording.strength.value) for one in self.sentences if one.sure)
        return {
            "sentences": len(self.sentences),
            **{str(strength): strengths[str(strength)] for strength in reversed(Strength)},
            "unclear": sum(not one.sure for one in self.sentences),
            **{kind: sum(bool(one.words[kind]) for one in self.sentences) for kind in _ADDED},
        }

    def _counted(self) -> str:
        counts = dict(self.counts)
        whole = counts.pop("sentences")
        named = ", ".join(f"{number} {kind}" for kind, number in counts.items() if kind not in _ADDED)
        added = ", ".join(f"{kind} in {counts[kind]}" for kind in _ADDED)
        return f"{whole:,} {'sentence' if whole == 1 else 'sentences'}: {named}; {added}"


def wording(file: Path) -> WordedArticle:
    """Read a text and tell of each sentence how it is worded.

    Raises:
        ProblemsFoundError: there is no such text, or it cannot be read.
    """
    from claimbook.appraise.wording.article_text import sentences_of_article  # noqa: PLC0415 - large tables

    source = read_text(file)
    sentences = tuple(_worded(source, sentence) for sentence in sentences_of_article(source.text))
    return WordedArticle(visible(file.as_posix()), sentences)


def _worded(source: Source, sentence: "Sentence") -> WordedSentence:
    from claimbook.appraise.lines import LINES  # noqa: PLC0415
    from claimbook.appraise.wording.article import article_wording_of  # noqa: PLC0415

    read = article_wording_of(sentence)
    spans = {
        "strength": read.strength.spans,
        "advice": read.advice.spans,
        "certainty": read.certainty.spans,
        "magnitude": read.magnitude.spans,
    }
    words = {kind: tuple(_words(source, span) for span in each) for kind, each in spans.items()}
    sure = read.strength.confidence >= LINES["article.strength"].confidence
    return WordedSentence(source.spot_of(sentence.start), visible(sentence.text), read, sure, words)


def _words(source: Source, span: Span) -> str:
    """As the article prints them, in one line."""
    return visible(" ".join(source.text[span.start : span.end].split()))


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{one}"' for one in words)
