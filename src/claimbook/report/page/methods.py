"""The methods page: every rule, threshold and cell of the verdict table, generated from what the code compares with."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from claimbook.language.said import Numeral, changed, joined, said, said_as
from claimbook.model.assessment import Advice
from claimbook.model.terms import Action, Certainty, State, Stream, Strength, Verdict
from claimbook.report.page import markdown
from claimbook.synthesis.details.sensitivity import FACTORS, other_values, own_choices
from claimbook.synthesis.grade.verdict import VERDICT_TABLE
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.study.assumptions import ASSUMPTIONS, Assumption
from claimbook.synthesis.thresholds import DEFAULT, RULES_VERSION, Threshold, Thresholds, table

_INTRODUCTION = (
    said(
        """\
Rules version {version}. This page is generated from the rules in force; change a rule or a threshold and it
changes with it.""",
        version=RULES_VERSION,
    ),
    said("""\
What claimbook gives is **a provisional, GRADE-informed abstract check**. It is not a GRADE rating and not a systematic
review: abstracts rarely state how a trial was safeguarded, so the certainty that can be reached from abstracts alone
stops at Moderate."""),
    said("""\
**The way of a verdict.** Gates first: is the claim checkable, and does any study answer it directly? Then each stream
of evidence (randomised, non-randomised, other) is weighed apart: which studies count, once each; by which route their
results come together; what they show; how certain that is, starting from the design and going down for five reasons.
The stream with the highest certainty gives the verdict. State, certainty and the wording of the claim name one cell of
the verdict table; modifiers lower it where the claim reaches further than its evidence."""),
    said(
        """\
**How well people agree.** Two trained raters who grade the same evidence with GRADE agree with a reliability of 0.66
to 0.72 (0.27 to 0.31 without it; {address}). No rule can agree with people better
than people agree with one another.""",
        address="https://doi.org/10.1016/j.jclinepi.2013.02.004",
    ),
    said("""\
Every rule and threshold is marked *published* (printed in the cited source) or *our choice* (set for this tool, not yet
calibrated)."""),
)
_STANDINGS = {"published": said("published"), "our choice": said("our choice")}
_ORIGINS = {"specification": said_as("origin", "specification"), "our own": said_as("origin", "our own")}
_STREAMS = (Stream.RCT, Stream.NRSI, Stream.OTHER)
_STRENGTHS = tuple(strength for strength in Strength if strength.level)
_VERDICTS = {
    Verdict.SUPPORTED: said_as("verdict", "supported"),
    Verdict.PROBABLY_SUPPORTED: said_as("verdict", "probably-supported"),
    Verdict.UNCERTAIN: said_as("verdict", "uncertain"),
    Verdict.OVERSTATED: said_as("verdict", "overstated"),
    Verdict.CONTRADICTED: said_as("verdict", "contradicted"),
}
_ACTIONS: dict[Action | None, str] = {
    Action.KEEP: said_as("advice", "keep"),
    Action.SOFTEN: said_as("advice", "soften"),
    Action.NARROW: said_as("advice", "narrow"),
    Action.CORRECT: said_as("advice", "correct"),
}


def methods_markdown(thresholds: Thresholds = DEFAULT) -> str:
    """The whole page as Markdown, in the language being spoken."""
    return markdown.page(
        markdown.heading(1, said("Methods")),
        *_INTRODUCTION,
        *_standing(thresholds),
        *_rules(thresholds),
        *_assumed(),
        *_verdicts(),
        *_thresholds(thresholds),
    )


def _standing(thresholds: Thresholds) -> Iterator[str]:
    """How much of all this a source prints, and what it means to move the rest."""
    rows = table(thresholds)
    yield markdown.heading(2, said("What is published and what is ours"))
    yield markdown.table(("", said("Published"), said("Our choice")), _counts(rows))
    published = (row for row in rows if row.flag == "published")
    yield said("Published thresholds: {names}.", names=_names(published))
    yield said("Thresholds of our own choice: {names}.", names=_names(own_choices(thresholds)))
    yield _sensitivity(thresholds)


def _sensitivity(thresholds: Thresholds) -> str:
    one, other = (factor - 1 for factor in FACTORS if factor > 1)
    return said(
        """\
**What sensitivity means here.** Every threshold of our own choice is lowered and raised by {one:.0%} \
and by {other:.0%}, one at a time,
{values} values in all (shares stay below 1, counts stay whole, at least 1), and every claim is weighed again. A verdict
*flips* when it is then another one; the page of each article lists every flip. A verdict that does not flip does not
hang on any one of these numbers. That does not make it right: the rules themselves stay as they are, two thresholds are
never moved together, and evidence of very low certainty cannot fall further, so its verdict hardly moves.""",
        one=one,
        other=other,
        values=sum(len(other_values(row)) for row in own_choices(thresholds)),
    )


def _counts(rows: Iterable[Threshold]) -> Iterator[tuple[str, str, str]]:
    """How many rules of each section, rules and thresholds are published, and how many are ours."""
    for section in sorted({rule.section for rule in RULES.values()}):
        flags = (rule.flag for rule in RULES.values() if rule.section == section)
        yield said("Rules {section}", section=section), *_count(flags)
    yield said("**All rules**"), *_count(rule.flag for rule in RULES.values())
    yield said("**All thresholds**"), *_count(row.flag for row in rows)


def _count(flags: Iterable[str]) -> tuple[str, str]:
    found = Counter(flags)
    return str(found["published"]), str(found["our choice"])


def _names(rows: Iterable[Threshold]) -> str:
    return ", ".join(f"`{row.name}`" for row in rows)


def _rules(thresholds: Thresholds) -> Iterator[str]:
    head = said("Rule"), said("What it says"), said("Standing"), said("Source")
    in_order = sorted(RULES.values(), key=lambda rule: rule.section)
    for section, rules in groupby(in_order, key=lambda rule: rule.section):
        yield markdown.heading(2, section)
        yield markdown.table(
            head, [(rule.id, rule.text(thresholds), _STANDINGS[rule.flag], rule.source) for rule in rules]
        )


_ASSUMED = (
    said("""\
Print leaves things open. What claimbook takes in their place stands beside each estimate, and for each outcome it is
taken otherwise, one at a time, and everything is weighed again: the page of the claim and `claimbook why` show what
the result and the verdict become. The alternatives bring no formula of their own. What follows from print by
arithmetic is said beside the estimate, too, but there is nothing to vary."""),
    said("""\
**Medians and ranges are not converted.** The specification names no published conversion from medians, quartiles or
ranges to means and standard deviations, and none is made up. A study that reports only these (`type: medians`) is not
dropped: its numbers are shown as printed, its direction and its p value count as those of any other study, and its row
says that it gives no interval, and why (`CONV-MEDIANS`). The same is said of every other effect that lacks what an
interval needs."""),
)
_BLANK = re.compile(r"\{[^}]*\}")


def _assumed() -> Iterator[str]:
    shown = [each for each in ASSUMPTIONS.values() if not each.is_arithmetic and each.is_reached]
    head = said("Assumption"), said("What is said"), said("Rule"), said("Varied to"), said("Named by")
    yield markdown.heading(2, said("What is assumed, and what it is varied to"))
    yield from _ASSUMED
    yield markdown.table(
        head, [(each.id, changed(each.template, _blank), each.rule, *_varied_to(each)) for each in shown]
    )


def _blank(template: str) -> str:
    """The words of an assumption with gaps where each result has its own facts."""
    return _BLANK.sub("…", template)


def _varied_to(assumption: Assumption) -> tuple[str, str]:
    """The alternatives and whose they are, or why there are none."""
    if not assumption.alternatives:
        return said("not varied: {why}", why=assumption.not_varied), ""
    origins = dict.fromkeys(_ORIGINS[each.origin] for each in assumption.alternatives)
    return joined("; ", (each.words for each in assumption.alternatives)), joined(", ", origins)


def _verdicts() -> Iterator[str]:
    head = said("State"), said("Stream"), said("Certainty"), *(strength.words for strength in _STRENGTHS)
    yield markdown.heading(2, said("Verdict table"))
    yield said("Columns: how strongly the claim is worded.")
    yield markdown.table(
        head,
        [
            (state.words, stream.words, certainty.words, *_cells(state, stream, certainty))
            for state in State
            for stream in _STREAMS
            for certainty in sorted(Certainty, reverse=True)
        ],
    )


def _cells(state: State, stream: Stream, certainty: Certainty) -> Iterator[str]:
    return (_advice(VERDICT_TABLE[state, stream, certainty, strength.level]) for strength in _STRENGTHS)


def _advice(cell: Advice) -> str:
    return joined(", ", (_VERDICTS[cell.verdict], _ACTIONS[cell.action]))


def _thresholds(thresholds: Thresholds) -> Iterator[str]:
    yield markdown.heading(2, said("Thresholds"))
    yield markdown.table(
        (said("Name"), said("Value"), said("Meaning"), said("Standing"), said("Source")),
        [(row.name, _value(row), row.meaning, _STANDINGS[row.flag], row.source) for row in table(thresholds)],
    )


def _value(row: Threshold) -> str:
    return joined(" ", filter(None, (Numeral(f"{row.value:g}"), row.unit)))
