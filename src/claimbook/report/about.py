"""The page about claimbook itself: what it is, what it is not, and how to read a page."""

from importlib.metadata import version

from claimbook import __version__
from claimbook.model.terms import Verdict
from claimbook.report.words import NATURE, VERDICTS, Silence
from claimbook.synthesis.thresholds import RULES_VERSION

_TOOLS = ("papermill", "nbconvert", "pandas", "numpy", "scipy", "seaborn", "matplotlib", "biopython")
_MEANINGS = {
    Verdict.SUPPORTED: "the wording may stand",
    Verdict.PROBABLY_SUPPORTED: "the wording may nearly stand",
    Verdict.UNCERTAIN: "studies exist, and leave it open",
    Verdict.OVERSTATED: "the wording promises more than the studies bear",
    Verdict.CONTRADICTED: "good evidence shows no effect, or the opposite",
    Verdict.NOT_DIRECTLY_STUDIED: "nobody is known to have tested this in people",
    Verdict.CANNOT_ASSESS: "studies may exist, but what is visible of them cannot be read",
}
_SILENCES = {
    Silence.NONE_FOUND: "somebody looked, and there was nothing",
    Silence.NOT_LOOKED: "nobody looked, so nothing is known",
    Silence.FAILED: "somebody tried to look, and it did not work",
    Silence.NOT_SEEN: "the text that was read does not show it; the study itself may",
}
_TEXT = """\
# About claimbook

claimbook takes a health article apart into its claims. For each claim it sets side by side what the article says, what
published studies show, and a sentence that the evidence would bear.

## What it is, and what it is not

{nature}

- It is an **abstract check**: the studies were read at abstract level, and certainty that rests on abstracts alone
  never ends above moderate.
- It is **not medical advice** and not a judgement of any treatment, person or publisher.
- It gives **no score**. Direction, certainty and amount of evidence answer three different questions and are never
  added up to one number.
- It **invents nothing**. A number or an identifier that was not seen stays *not seen*.

## How to read a page

1. **What the article says**, in its own words and in ours, and how strongly it is worded.
2. **What the evidence bears**: a verdict, and beside it direction, certainty and amount, each with its reason; then the
   sentence that the evidence would bear, and what to do with the text.
3. **Summary of findings, search and studies**: what was looked for and what was not, each study with its design, size
   and limits, and why it counts or does not.
4. **Figures**: each has a note on how to read it, words that stand in for it, and the same facts as a table.
5. **How sure one can be, and how the verdict follows**: each step with the rule behind it. The
   [methods page](methods.html) lists every rule with its source.

Parts that are folded open with one click; “Code” shows the notebook cell that made the part above it. Columns with a
button in their head can be sorted. Printed pages show folded parts in full.

## What the verdicts mean

{verdicts}

## Four kinds of silence

An empty place means something only when one knows whether anybody looked.

{silences}

## Who decides

Rules decide, and every rule can be looked up. People code the studies: what each tested, in whom, and with which
result. A named person may judge a domain differently, with a reason; that judgement then counts, and the rule's stays
beside it.

## What these pages are made with

claimbook {version}, rules version {rules}. The pages need no network, load nothing from any other place, and are the
same, byte for byte, when they are built again from the same files with the same versions.

{tools}
"""


def about_markdown() -> str:
    """The page as Markdown. It names versions, and no day, machine or person."""
    return _TEXT.format(
        nature=NATURE,
        verdicts=_table(("Verdict", "In words"), [(VERDICTS[verdict], said) for verdict, said in _MEANINGS.items()]),
        silences=_table(("Words", "What they mean"), [(str(word), said) for word, said in _SILENCES.items()]),
        version=__version__,
        rules=RULES_VERSION,
        tools=_table(("Package", "Version"), [(name, version(name)) for name in _TOOLS]),
    )


def _table(head: tuple[str, str], rows: list[tuple[str, str]]) -> str:
    lines = [head, ("---", "---"), *rows]
    return "\n".join(f"| {one} | {other} |" for one, other in lines)
