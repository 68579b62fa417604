"""What waiting records seem to say, for a claim that rests on nothing a person has read: always under its banner."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from claimbook.language.said import Said, counted, joined, said
from claimbook.model.appraisal import cut
from claimbook.model.assessment import Standing
from claimbook.model.proposal import UNCHECKED, ProposedValue
from claimbook.model.screening import Waiting
from claimbook.plots.labels import study_labels
from claimbook.report.case.quotations import NO_ANSWERS, Answers, Quotations
from claimbook.report.show import Shown, fragment
from claimbook.report.words import verdicts as words
from claimbook.report.words.facts import readable
from claimbook.report.words.proposals import name_of, value_of
from claimbook.report.words.search_rows import WaitingRow, waiting_row
from claimbook.report.words.search_rows import records as records_words
from claimbook.report.words.steps import grade_in_short
from claimbook.synthesis.provisional.expected import expected_of
from claimbook.synthesis.provisional.row import LeftOut, Row
from claimbook.synthesis.provisional.verdict import Provisional, ProvisionalOutcome

BANNER = said("Provisional, nobody has checked these")
_SHORT = frozenset({"design", "direction"})
MOST = 100
"""Records that are shown with all their readings; the others are named by PMID."""
_LEFT = MappingProxyType(
    {
        LeftOut.NOT_READ: said("Not read for this outcome"),
        LeftOut.KIND: said("What kind of study it is, is unclear"),
        LeftOut.NO_STUDY: said("No study: a comment, a guideline, a review that pools nothing"),
        LeftOut.MATCH: said("Whether it answers this claim is unclear"),
        Standing.NOT_DIRECT: said("Does not seem to answer this claim"),
        Standing.NO_USABLE_RESULT: said("No result that is clear enough to be used"),
        Standing.PROTOCOL: said("A plan without results"),
        Standing.PRECLINICAL: said("Not in people"),
        Standing.RETRACTED: said("Retracted"),
        Standing.SAME_TRIAL: said("The same trial as another record"),
        Standing.IN_REVIEW: said("Set aside beside a review"),
        Standing.SINCE_REVIEW: said("Set aside beside a review"),
        Standing.COUNTED: said("Used for another kind of evidence, which does not give the verdict"),
    }
)
"""Why a record does not give the verdict, in the order in which the reasons are listed."""


@dataclass(frozen=True)
class Unchecked:
    """A provisional verdict, and where the words behind it may lie."""

    found: Provisional
    answers: Answers = NO_ANSWERS


@dataclass(frozen=True)
class ReadingView:
    """One reading: what it is about, what was read, how sure, and the numbers of the sentences that show it."""

    name: str
    value: str
    confidence: float
    measured: bool
    """Whether its field has a line, above which such readings were right in 95 of 100 cases where it was chosen."""
    marks: tuple[int, ...]


@dataclass(frozen=True)
class RecordView:
    """One record behind a provisional verdict."""

    row: WaitingRow
    in_short: str
    """Kind of study, people, and which way the outcome went."""
    readings: tuple[ReadingView, ...]
    sentences: tuple[str, ...]
    """Verbatim; empty where the record as it was received is not here."""


@dataclass(frozen=True)
class OutcomeView:
    """One outcome, ready to be shown. Nothing in it is advice."""

    of: ProvisionalOutcome
    verdict: str
    direction: tuple[str, str]
    certainty: tuple[str, str]
    amount: tuple[str, str]
    lines: str
    """How many of its readings were ever measured."""
    expected: str
    """Where review authors, who have the whole papers, would probably stand; empty where nothing can be said."""
    records: tuple[RecordView, ...]
    unlisted: int
    left_out: tuple[tuple[str, tuple[int, ...]], ...]
    """Every other record that was read: why, and which."""


def provisional_part(unchecked: Unchecked | None) -> Shown:
    """The whole part with its heading and its banner; nothing at all where there is nothing provisional.

    Raises:
        NotVerbatimError: a quotation does not stand in its record.
    """
    if unchecked is None:
        return Shown("")
    found = unchecked.found
    shown = {row.record.pmid: row.record for one in found.outcomes for row in _listed(one)}
    quotations = unchecked.answers.quotations(shown.values())
    return fragment(
        "provisional",
        banner=BANNER,
        found=found,
        read=counted(
            "{n} of {waiting} was read by rule.",
            "{n:,} of {waiting} were read by rule.",
            found.read,
            waiting=counted("{n} waiting record", "{n:,} waiting records", found.waiting),
        ),
        outcomes=[_outcome(one, quotations) for one in _main_first(found)],
        quotes_here=quotations.here,
        unchecked=UNCHECKED,
        records_words=records_words,
    )


def provisional_words(found: ProvisionalOutcome) -> str:
    """The verdict for a cell of a table: never without its banner."""
    return said("{banner}: {verdict}", banner=BANNER, verdict=_verdict(found))


def _verdict(found: ProvisionalOutcome) -> str:
    return said("no verdict") if found.verdict is None else words.VERDICTS[found.verdict]


def _main_first(found: Provisional) -> list[ProvisionalOutcome]:
    return sorted(found.outcomes, key=lambda one: one is not found.primary)


def _listed(found: ProvisionalOutcome) -> list[Row]:
    """The newest of the records behind a verdict."""
    return sorted(found.used, key=lambda row: -int(row.record.pmid))[:MOST]


def _outcome(one: ProvisionalOutcome, quotations: Quotations) -> OutcomeView:
    labels = study_labels(row.study for row in one.rows if row.study is not None)
    direction, why = words.direction_words(one.found)
    anchored, listed = one.found.anchored, _listed(one)
    graded = readable(grade_in_short(anchored.grade), labels) if anchored else said("Nothing was graded")
    return OutcomeView(
        of=one,
        verdict=said("Provisional: {verdict}", verdict=_verdict(one)),
        direction=(direction, readable(why, labels)),
        certainty=(words.certainty_words(one.found.certainty), graded),
        amount=_amount(one),
        lines=_lines(one),
        expected=_expected(one),
        records=tuple(_record(row, quotations) for row in listed),
        unlisted=len(one.used) - len(listed),
        left_out=tuple(_left_out(one)),
    )


def _amount(one: ProvisionalOutcome) -> tuple[str, str]:
    studies, people = words.amount_words(one.found)
    used = said("{used:,} of {read:,} records that were read", used=len(one.used), read=len(one.rows))
    return studies, joined("; ", (people, used))


def _expected(one: ProvisionalOutcome) -> str:
    expected = expected_of(one.found.studies)
    if expected is None:
        return ""
    return said(
        "Review authors, who have the whole papers, would probably grade the certainty as {level}: {steps}. This is an "
        "estimate of its own, kept apart from the rules of a verdict.",
        level=expected.certainty.words,
        steps=joined("; ", (step.reason for step in expected.steps)),
    )


def _lines(one: ProvisionalOutcome) -> str:
    above, every = one.measured
    return said(
        "It rests on {every:,} readings. {above:,} of them lie above the line of their field, chosen where 95 of 100 "
        "such readings were right. On other texts fewer may be: of directions, and of all that was read of other "
        "studies than randomised trials, about 9 of 10 were, of p values fewer. No line is known for the other "
        "{rest:,}; they were taken as they looked.",
        every=every,
        above=above,
        rest=every - above,
    )


def _record(row: Row, quotations: Quotations) -> RecordView:
    pmid = int(row.record.pmid)
    sentences = quotations.around(pmid, (place for one in row.readings for place in one.places))
    numbers = {sentence: number for number, sentence in enumerate(sentences, start=1)}
    readings = tuple(
        _reading(one, tuple(sorted(numbers[sentence] for sentence in quotations.around(pmid, one.places))))
        for one in row.readings
    )
    told = replace(waiting_row(Waiting(pmid, row.facts)), spin=quotations.spin(row.record))
    return RecordView(told, _in_short(row), readings, sentences)


def _in_short(row: Row) -> str:
    told = {name: value_of(one) for one in row.readings if (name := one.field.rpartition(".")[2]) in _SHORT}
    people = row.study.n_total if row.study else None
    size = said("size not seen") if people is None else words.participants(people)
    return said("{kind!c}, {size}. Outcome: {direction}.", kind=told["design"], size=size, direction=told["direction"])


def _reading(one: ProposedValue, marks: tuple[int, ...]) -> ReadingView:
    return ReadingView(name_of(one), value_of(one), cut(one.confidence), one.line is not None, marks)


def _left_out(one: ProvisionalOutcome) -> Iterator[tuple[Said, tuple[int, ...]]]:
    """Every record that does not give the verdict, under its reason."""
    groups: defaultdict[Said, list[int]] = defaultdict(list)
    used = {id(row) for row in one.used}
    for row in one.rows:
        if id(row) not in used:
            groups[_LEFT[_reason(one, row)]].append(int(row.record.pmid))
    for reason in dict.fromkeys(_LEFT.values()):
        if reason in groups:
            yield reason, tuple(sorted(groups[reason], reverse=True))


def _reason(one: ProvisionalOutcome, row: Row) -> LeftOut | Standing:
    if row.study is None:
        return row.left_out or LeftOut.MATCH
    return one.readings[row.study.id].standing.value
