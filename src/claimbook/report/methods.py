"""The methods page: every rule, threshold and cell of the verdict table, generated from what the code compares with."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from claimbook.model.terms import Certainty, State, Stream, Strength
from claimbook.synthesis.assumptions import ASSUMPTIONS, Assumption
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.sensitivity import FACTORS, other_values, own_choices
from claimbook.synthesis.thresholds import DEFAULT, RULES_VERSION, Threshold, Thresholds, table
from claimbook.synthesis.verdict import VERDICT_TABLE

_INTRODUCTION = f"""\
# Methods

Rules version {RULES_VERSION}. This page is generated from the rules in force; change a rule or a threshold and it
changes with it.

What claimbook gives is **a provisional, GRADE-informed abstract check**. It is not a GRADE rating and not a systematic
review: abstracts rarely state how a trial was safeguarded, so the certainty that can be reached from abstracts alone
stops at Moderate.

**The way of a verdict.** Gates first: is the claim checkable, and does any study answer it directly? Then each stream
of evidence (randomised, non-randomised, other) is weighed apart: which studies count, once each; by which route their
results come together; what they show; how certain that is, starting from the design and going down for five reasons.
The stream with the highest certainty gives the verdict. State, certainty and the wording of the claim name one cell of
the verdict table; modifiers lower it where the claim reaches further than its evidence.

**How well people agree.** Two trained raters who grade the same evidence with GRADE agree with a reliability of 0.66
to 0.72 (0.27 to 0.31 without it; https://doi.org/10.1016/j.jclinepi.2013.02.004). No rule can agree with people better
than people agree with one another.

Every rule and threshold is marked *published* (printed in the cited source) or *our choice* (set for this tool, not yet
calibrated).
"""


def methods_markdown(thresholds: Thresholds = DEFAULT) -> str:
    """The whole page as Markdown."""
    parts = [
        _INTRODUCTION,
        _standing(thresholds),
        *_rules(thresholds),
        _assumption_table(),
        _verdict_table(),
        _threshold_table(thresholds),
    ]
    return "\n".join(parts)


_SENSITIVITY = """\
**What sensitivity means here.** Every threshold of our own choice is lowered and raised by {changes}, one at a time,
{values} values in all (shares stay below 1, counts stay whole, at least 1), and every claim is weighed again. A verdict
*flips* when it is then another one; the page of each article lists every flip. A verdict that does not flip does not
hang on any one of these numbers. That does not make it right: the rules themselves stay as they are, two thresholds are
never moved together, and evidence of very low certainty cannot fall further, so its verdict hardly moves.
"""


def _standing(thresholds: Thresholds) -> str:
    """How much of all this a source prints, and what it means to move the rest."""
    rows = table(thresholds)
    ours = own_choices(thresholds)
    sections = sorted({rule.section for rule in RULES.values()})
    counts = [(f"Rules {name}", *_counts(r.flag for r in RULES.values() if r.section == name)) for name in sections]
    counts.append(("**All rules**", *_counts(rule.flag for rule in RULES.values())))
    counts.append(("**All thresholds**", *_counts(row.flag for row in rows)))
    changes = " and by ".join(f"{factor - 1:.0%}" for factor in FACTORS if factor > 1)
    values = sum(len(other_values(row)) for row in ours)
    return "\n".join(
        (
            "## What is published and what is ours\n",
            _markdown(("", "Published", "Our choice"), counts),
            f"Published thresholds: {_names(row for row in rows if row.flag == 'published')}.\n",
            f"Thresholds of our own choice: {_names(ours)}.\n",
            _SENSITIVITY.format(changes=changes, values=values),
        )
    )


def _counts(flags: Iterable[str]) -> tuple[str, str]:
    found = Counter(flags)
    return str(found["published"]), str(found["our choice"])


def _names(rows: Iterable[Threshold]) -> str:
    return ", ".join(f"`{row.name}`" for row in rows)


def _rules(thresholds: Thresholds) -> Iterable[str]:
    in_order = sorted(RULES.values(), key=lambda rule: rule.section)
    for section, rules in groupby(in_order, key=lambda rule: rule.section):
        yield f"## {section}\n"
        rows = [(rule.id, rule.text(thresholds), rule.flag, rule.source) for rule in rules]
        yield _markdown(("Rule", "What it says", "Standing", "Source"), rows)


_ASSUMED = """\
## What is assumed, and what it is varied to

Print leaves things open. What claimbook takes in their place stands beside each estimate, and for each outcome it is
taken otherwise, one at a time, and everything is weighed again: the page of the claim and `claimbook why` show what
the result and the verdict become. The alternatives bring no formula of their own. What follows from print by
arithmetic is said beside the estimate, too, but there is nothing to vary.

**Medians and ranges are not converted.** The specification names no published conversion from medians, quartiles or
ranges to means and standard deviations, and none is made up. A study that reports only these (`type: medians`) is not
dropped: its numbers are shown as printed, its direction and its p value count as those of any other study, and its row
says that it gives no interval, and why (`CONV-MEDIANS`). The same is said of every other effect that lacks what an
interval needs.
"""


_BLANK = re.compile(r"\{[^}]*\}")


def _assumption_table() -> str:
    shown = [each for each in ASSUMPTIONS.values() if not each.is_arithmetic and each.is_reached]
    rows = [(each.id, _BLANK.sub("…", each.template), each.rule, *_varied_to(each)) for each in shown]
    return f"{_ASSUMED}\n{_markdown(('Assumption', 'What is said', 'Rule', 'Varied to', 'Named by'), rows)}"


def _varied_to(assumption: Assumption) -> tuple[str, str]:
    """The alternatives and whose they are, or why there are none."""
    if not assumption.alternatives:
        return f"not varied: {assumption.not_varied}", ""
    origins = dict.fromkeys(each.origin for each in assumption.alternatives)
    return "; ".join(each.words for each in assumption.alternatives), ", ".join(origins)


def _verdict_table() -> str:
    title = "## Verdict table\n\nColumns: how strongly the claim is worded.\n"
    strengths = [strength for strength in Strength if strength.level]
    rows = []
    for state in State:
        for stream in (Stream.RCT, Stream.NRSI, Stream.OTHER):
            for certainty in sorted(Certainty, reverse=True):
                cells = [VERDICT_TABLE[state, stream, certainty, strength.level] for strength in strengths]
                rows.append((state, stream, certainty.words, *(f"{c.verdict}, {c.action}" for c in cells)))
    return f"{title}\n{_markdown(('State', 'Stream', 'Certainty', *strengths), rows)}"


def _threshold_table(thresholds: Thresholds) -> str:
    rows = [
        (row.name, f"{row.value:g} {row.unit}".strip(), row.meaning, row.flag, row.source) for row in table(thresholds)
    ]
    return f"## Thresholds\n\n{_markdown(('Name', 'Value', 'Meaning', 'Standing', 'Source'), rows)}"


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"
