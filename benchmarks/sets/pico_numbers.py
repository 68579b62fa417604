"""pico_corpus: do numbers that are read stand where annotators marked one, of the right kind, and how many are found?

Marked are the results of the arms (events, shares, means, medians, standard deviations) and the numbers of people.
Each number that was read is a row (right: it stands in a mark of its kind), then each mark (right: it was read). Not
every number of an abstract is marked: what was read and stands in no mark counts as wrong, so precision is at least
this. A pair of numbers that is bound to two arms is right if its numbers are marked as these arms'.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from claimbook.appraise.direction.comparison import Triple, finder_of
from claimbook.appraise.direction.features import read_sentence
from claimbook.appraise.direction.pairs import Pair, pairs_in
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.sample.total import sample_of
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence, Text, text_of
from claimbook.model.appraisal import Read, ResultRead, Sample, Span
from sets.files import Row, rows_of
from sets.measures import NEVER, Answer, Task, line, share_right
from sets.pico_corpus import NAME

Number = tuple[str, Read[float] | Read[int]]
"""A number that was read, behind the kind of mark in which it should stand."""
_KINDS = {"mean-post": "cont-mean", "medians": "cont-median", "percent": "bin-percent"}
_OF_ARM = ("iv-", "cv-")
"""How the marks of results begin: of the intervention's arm, of the comparator's."""
_AROUND, _NUMBER = 80, re.compile(r"\d+(?:\.\d+)?")


def of_arms(text: Text) -> list[Number]:
    """Means, standard deviations and shares, printed side by side for two arms."""
    return [number for one in results_of(text) for number in _numbers(one)]


def of_medians(text: Text) -> list[Number]:
    """The medians among them."""
    return [number for number in of_arms(text) if number[0] == _KINDS["medians"]]


def _numbers(one: ResultRead) -> Iterator[Number]:
    yield from ((_KINDS[one.measure.value or ""], read) for read in one.means if read)
    yield from (("cont-sd", read) for read in one.deviations if read)


def of_people(text: Text) -> list[Number]:
    """The sizes of the arms, each printed place once; of an arm known to be the comparator's, its."""
    kinds = {"comparator": "control-participants", "intervention": "intervention-participants"}
    found: dict[Span, Number] = {}
    for arm in sample_of(text).arms:
        for size in filter(None, (arm.n, arm.analysed)):
            found.setdefault(size.spans[0], (kinds.get(arm.role, "participants"), size))
    return list(found.values())


def of_stage(name: str) -> Callable[[Text], list[Number]]:
    """The people who came as far as a stage; marks tell people of the whole study from those of an arm."""

    def read(text: Text) -> list[Number]:
        sample: Sample = sample_of(text)
        found: Read[int] = getattr(sample, name)
        return [("total-participants", found)] if found else []

    return read


def kind_at(row: Row, start: int, end: int) -> str | None:
    """The kind of the mark at a place, without its arm where it is a result's."""
    for one in row["entities"]:
        kind = str(one["type"])
        if _overlap(one, start, end) and (kind.startswith(_OF_ARM) or "participants" in kind):
            return kind.removeprefix("iv-").removeprefix("cv-")
    return None


def _overlap(mark: Row, start: int, end: int) -> bool:
    return bool(mark["start"] < end and start < mark["end"])


def answers_read(data: Path, read: Callable[[Text], list[Number]]) -> Iterator[Answer]:
    """Every number that was read."""
    for row in rows_of(data, NAME):
        for kind, number in read(text_of("", row["text"])):
            start, end = number.spans[0].start, number.spans[0].end
            marked = kind_at(row, start, end)
            right = marked is not None and marked.endswith(kind)
            shown = f"{row['text'][start:end]}: {row['text'][max(0, start - _AROUND) : end + _AROUND]}"
            yield Answer(row["pmid"], kind, kind if right else str(marked), number.confidence, shown)


def answers_marked(data: Path, read: Callable[[Text], list[Number]], *kinds: str) -> Iterator[Answer]:
    """Every mark of these kinds."""
    for row in rows_of(data, NAME):
        found = [number for _, number in read(text_of("", row["text"]))]
        for mark in row["entities"]:
            if mark["type"].endswith(kinds):
                at = [one for one in found if _overlap(mark, one.spans[0].start, one.spans[0].end)]
                sure = max((one.confidence for one in at), default=0.0)
                yield Answer(row["pmid"], expected=True, given=bool(at), confidence=sure, shown=mark["text"])


def answers_of_pairs(data: Path) -> Iterator[Answer]:
    """Every pair of numbers that is bound to the marked arms (`direction.pairs`), and has a mark of each."""
    for row in rows_of(data, NAME):
        names = {one["type"]: one["text"] for one in reversed(row["entities"])}
        if {"intervention", "control"} <= names.keys():
            arms = Triple(names["intervention"], names["control"], "")
            found = (_answer_of(row, arms, sentence, pair) for sentence, pair in pairs_of(row, arms))
            yield from (one for one in found if one is not None)


def pairs_of(row: Row, arms: Triple) -> Iterator[tuple[Sentence, Pair]]:
    """Pairs of numbers in the results, each with its sentence."""
    finder = finder_of(row["text"], arms)
    for sentence in text_of("", row["text"]).in_roles(Role.RESULTS):
        reading = read_sentence(sentence.text, finder)
        yield from ((sentence, pair) for pair in pairs_in(reading.folded, reading.signs))


def _answer_of(row: Row, arms: Triple, sentence: Sentence, pair: Pair) -> Answer | None:
    """Whether the numbers are marked as these arms' or the other way round; None where the marks do not tell."""
    start, end = sentence.start + pair.start, sentence.start + pair.end
    first, second = (_values_in(row, start, end, arm) for arm in _OF_ARM)
    mine, other = abs(pair.mine), abs(pair.other)
    right, turned = (mine in first or other in second), (mine in second or other in first)
    if right == turned:
        return None
    shown = f"{arms.intervention} / {arms.comparator}: {mine:g}, {other:g}\n{sentence.text}"
    return Answer(row["pmid"], expected=True, given=right, confidence=0.0, shown=shown)


def _values_in(row: Row, start: int, end: int, arm: str) -> set[float]:
    """The numbers that are marked as an arm's between two places."""
    marks = (one["text"] for one in row["entities"] if one["type"].startswith(arm) and start <= one["start"] < end)
    return {float(printed[0]) for mark in marks if (printed := _NUMBER.search(mark))}


def _asked(metric: str, read: Callable[[Text], list[Number]], field: str, *kinds: str) -> Iterator[Task]:
    yield Task(NAME, {f"{metric}_right": share_right}, lambda data: answers_read(data, read), line(field))
    if kinds:
        found = {f"{metric}_found": share_right}
        yield Task(NAME, found, lambda data: answers_marked(data, read, *kinds), line(field))


TASKS = (
    *_asked("arm_numbers", of_arms, "result.arms", "bin-percent", "cont-mean", "cont-sd"),
    *_asked("medians", of_medians, "result.arms", "cont-median"),
    Task(NAME, {"arm_pairs_right": share_right}, answers_of_pairs, NEVER),
    *_asked("arm_sizes", of_people, "arms", "intervention-participants", "control-participants"),
    *_asked("randomised_n", of_stage("randomised"), "n_randomised"),
    *_asked("analysed_n", of_stage("analysed"), "n_analysed"),
)
