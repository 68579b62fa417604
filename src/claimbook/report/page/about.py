"""The page about claimbook itself: what it is, what it is not, and how to read a page."""

from importlib.metadata import version

from claimbook import __version__
from claimbook.language.said import said
from claimbook.model.terms import Verdict
from claimbook.report.page import markdown
from claimbook.report.words.verdicts import NATURE, VERDICTS, Silence
from claimbook.synthesis.thresholds import RULES_VERSION

_TOOLS = ("papermill", "nbconvert", "pandas", "numpy", "scipy", "seaborn", "matplotlib", "biopython")
_MEANINGS = {
    Verdict.SUPPORTED: said("the wording may stand"),
    Verdict.PROBABLY_SUPPORTED: said("the wording may nearly stand"),
    Verdict.UNCERTAIN: said("studies exist, and leave it open"),
    Verdict.OVERSTATED: said("the wording promises more than the studies bear"),
    Verdict.CONTRADICTED: said("good evidence shows no effect, or the opposite"),
    Verdict.NOT_DIRECTLY_STUDIED: said("nobody is known to have tested this in people"),
    Verdict.CANNOT_ASSESS: said(
        "nothing can be weighed: nobody has looked, a search failed, or no study gives a usable result"
    ),
}
_SILENCES = {
    Silence.NONE_FOUND: said("somebody looked, and there was nothing"),
    Silence.NOT_LOOKED: said("nobody looked, so nothing is known"),
    Silence.FAILED: said("somebody tried to look, and it did not work"),
    Silence.NOT_SEEN: said("the text that was read does not show it; the study itself may"),
}
_IS_AND_IS_NOT = (
    said("""\
It is an **abstract check**: the studies were read at abstract level, and certainty that rests on abstracts alone
never ends above moderate."""),
    said("It is **not medical advice** and not a judgement of any treatment, person or publisher."),
    said("""\
It gives **no score**. Direction, certainty and amount of evidence answer three different questions and are never
added up to one number."""),
    said("It **invents nothing**. A number or an identifier that was not seen stays *not seen*."),
)
_READING = (
    said("**What the article says**, in its own words and in ours, and how strongly it is worded."),
    said("""\
**What the evidence bears**: a verdict, and beside it direction, certainty and amount, each with its reason; then the
sentence that the evidence would bear, and what to do with the text."""),
    said("""\
**Summary of findings, search and studies**: what was looked for and what was not, each study with its design, size
and limits, and why it counts or does not."""),
    said("**Figures**: each has a note on how to read it, words that stand in for it, and the same facts as a table."),
    said("""\
**How sure one can be, and how the verdict follows**: each step with the rule behind it. The
[methods page](methods.html) lists every rule with its source."""),
)


def about_markdown() -> str:
    """The page as Markdown, in the language being spoken. It names versions, and no day, machine or person."""
    return markdown.page(*_what_it_is(), *_how_to_read(), *_what_words_mean(), *_how_it_is_made())


def _what_it_is() -> tuple[str, ...]:
    return (
        markdown.heading(1, said("About claimbook")),
        said("""\
claimbook takes a health article apart into its claims. For each claim it sets side by side what the article says, what
published studies show, and a sentence that the evidence would bear."""),
        markdown.heading(2, said("What it is, and what it is not")),
        NATURE,
        markdown.bullets(_IS_AND_IS_NOT),
    )


def _how_to_read() -> tuple[str, ...]:
    return (
        markdown.heading(2, said("How to read a page")),
        markdown.numbered(_READING),
        said("""\
Parts that are folded open with one click; “Code” shows the notebook cell that made the part above it. Columns with a
button in their head can be sorted. Printed pages show folded parts in full."""),
    )


def _what_words_mean() -> tuple[str, ...]:
    meanings = [(VERDICTS[verdict], meaning) for verdict, meaning in _MEANINGS.items()]
    return (
        markdown.heading(2, said("What the verdicts mean")),
        markdown.table((said("Verdict"), said("In words")), meanings),
        markdown.heading(2, said("Four kinds of silence")),
        said("An empty place means something only when one knows whether anybody looked."),
        markdown.table((said("Words"), said("What they mean")), _SILENCES.items()),
    )


def _how_it_is_made() -> tuple[str, ...]:
    tools = [(name, version(name)) for name in _TOOLS]
    return (
        markdown.heading(2, said("Who decides")),
        said("""\
Rules decide, and every rule can be looked up. People code the studies: what each tested, in whom, and with which
result. A named person may judge a domain differently, with a reason; that judgement then counts, and the rule's stays
beside it."""),
        markdown.heading(2, said("What these pages are made with")),
        said(
            """\
claimbook {version}, rules version {rules}. The pages need no network, load nothing from any other place, and are the
same, byte for byte, when they are built again from the same files with the same versions.""",
            version=__version__,
            rules=RULES_VERSION,
        ),
        markdown.table((said("Package"), said("Version")), tools),
    )
