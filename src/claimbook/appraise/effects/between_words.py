"""Words of a comparison between groups, and of a change within one, as patterns of folded text.

Source: "dev" was read from the training halves of ``section_roles`` and ``evidence_inference`` (may train).
"""

import re

from claimbook.appraise.text.lexicon import folded_pattern, one_of, words
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.model.appraisal import Contrast

BORDER = folded_pattern(r"(?:;|:|w(?<!\ww)h(?:ereas|ile)|b(?<!\wb)ut|h(?<!\wh)owever)\s")
"""A result belongs to the words behind it; each form begins with one sign, which the engine runs ahead to."""
BORDER_WORDS, BORDER_SIGNS = words("whereas while but however"), ("; ", ": ")
BEHIND = folded_pattern(r"[^.;()\[\],]{0,60}[)\]]|[^.;,()\[\]]{0,60}(?=[.;,]|$)")
"""What still belongs to a result: the rest of its bracket, or of its clause."""

_GROUPS = r"(?:groups?|arms?|treatments?|conditions?|cohorts?|regimens?|interventions?|drugs?|diets?)"
AMONG_GROUPS = folded_pattern(
    r"(?:b(?<!\wb)etween|a(?<!\wa)mong(?:st)?)[\s-](?:the\s|both\s|these\s|all\s)?"
    rf"(?:[\w-]{{2,20}}\s){{0,2}}{_GROUPS}\b|inter-?group\b"
)
AMONG_WORDS = words("between among amongst intergroup inter")
_PLACES = r"(?:in|for|across|among) (?:the |all |both )?(?:two |three |study |treatment )?(?:groups|arms)"
OF_GROUPS = folded_pattern(
    r"\b(?:(?:group|treatment|arm)s? differences?"
    r"|(?:groups?|treatment|arm|condition)\s?(?:by|x|\u00d7|\*)\s?(?:time|visit|session|phase)"
    r"|time\s?(?:by|x|\u00d7|\*)\s?(?:groups?|treatment|arm)"
    r"|(?:groups|arms|treatments) (?:did not |didn't |were not |also |significantly )*differ"
    rf"|(?:similar|comparable|equal\w*|same|no different|not (?:significantly )?different) (?:\w+ ){{0,2}}{_PLACES})\b"
)
GROUP_WORDS = words("group groups arm arms treatment treatments condition")
OF_GROUPS_WORDS = words("differ time visit session phase similar comparable equal equally same different")
OF_DIFFERENCES = ("p diff", "ps diff", "m diff", "ms diff", "t diff", "ts diff")
"""Quick looks: one of the groups stands in such a comparison, with one of the other words, or right before its name."""
_WITHIN = r"""
    from (?:the )?baseline | from pre- | baseline to | respect to (?:the )?(?:baseline|initial) | improved from
    | compared (?:with|to) (?:the )?(?:baseline|pre-?(?:test|treatment|intervention)?|before|initial)
    | (?:versus|vs\.?|over|than(?: at)?|relative to) (?:the )?(?:baseline|before|pre) | after treatment compared
    | compared (?:with|to) (?:[\w-]{1,20} ){1,3}(?:at|from) baseline
    | within[-\s](?:the )?(?:same )?(?:groups?|arms?) | intra-?group | before and after | before versus after
    | pre-?(?:to|and|test to|intervention to|treatment to)[-\s]post | over time | paired t
    | (?:in|of) both (?:groups|arms) | in all (?:the )?(?:three |four )groups
    | both groups (?:\w+ )?(?:improved|increased|decreased|showed)
"""
WITHIN = folded_pattern(rf"\b{one_of(_WITHIN)}")
ONE_GROUP = Pieces(
    "baseline|within|intra|before| pre| initial| after | both | three | four | over | paired | improved ", SHARED
)
"""A quick look: a word that holds one of these stands in every comparison within a group."""
_COMPARED = r"""
    versus | vs?\.? | compared (?:with|to) | in comparison (?:with|to) | than(?!\s(?:half|twice|\d)) | relative to
    | against | respectively | as opposed to | rather than | superior to | inferior to | in contrast (?:with|to)
"""
COMPARED = folded_pattern(
    rf"\b{one_of(_COMPARED)}(?!\w)"
    r"(?!\s?(?:the )?(?:baseline|pre\b|pre-|before|pretreat|initial|at baseline"
    r"|(?:[\w-]{1,20} ){1,3}(?:at|from) baseline))"
)
COMPARED_WORDS = words(
    "versus vs compared comparison than relative against respectively opposed rather superior inferior contrast"
)
TWO_GROUPS = folded_pattern(r"\b(?:group|arm)s?\b.{1,200}\b(?:groups?|arms?|controls?|placebo)\b")
"""Of a sentence with a single result, and no 'but not in the other group'."""
OTHER_GROUPS = words(
    "three four five subgroup subgroups men women male males female females sexes boys girls responders nonresponders"
)
"""A sentence with one of these may compare other groups than the arms."""
_MORE = (
    r"higher|lower|greater|smaller|larger|fewer|shorter|longer|better|worse|faster|slower|less|more|earlier|later|rarer|"
    r"superior|inferior|heavier|lighter|stronger|weaker|milder"
)
_TIME = r"(?:h|hr|hours?|min|minutes?|days?|weeks?|wks?|months?|years?|yrs?|visits?|sessions?)\b"
HINTS: tuple[tuple[Contrast, str, frozenset[str], re.Pattern[str]], ...] = (
    (
        "between-group",
        "two-courses",
        words("from"),
        folded_pattern(
            r"from [^;a-z]{1,20}[^;\d]{0,25}\bto [^;a-z]{1,20}[^;]{1,80}\bfrom [^;a-z]{1,20}[^;\d]{0,25}\bto \d"
        ),
    ),
    (
        "within-group",
        "course",
        words("from"),
        folded_pattern(r"\bfrom [^;a-z]{1,20}[^;\d]{0,25}\bto (?:a mean of )?\d"),
    ),
    (
        "between-group",
        "interaction",
        words("interaction interactions log logrank"),
        folded_pattern(r"\binteractions?\b|\blog[\s-]?rank\b"),
    ),
    (
        "between-group",
        "two-numbers",
        words("and"),
        folded_pattern(
            rf"\d(?!\s?{_TIME})[^;:]{{0,90}}a(?<!\wa)nd\s(?:\w+\s){{0,5}}\d+(?:\.\d+)?(?!\d|\.\d|\s?-?{_TIME})[^;:]{{0,90}}$"
        ),
    ),
    (
        "between-group",
        "effect",
        words("effect effects favor favour"),
        folded_pattern(
            r"\beffects? of (?:the )?(?:\w+ )?(?:intervention|treatment|therapy|group|program|training|drug|supplement)"
            r"|\b(?:intervention|treatment|group) effects?\b|\bin favou?r of\b"
        ),
    ),
    (
        "between-group",
        "differ",
        words("differ differs differed different difference differences differently"),
        folded_pattern(r"differ(?:s|ed|ent|ences?|ently)?\b"),
    ),
    (
        "between-group",
        "more",
        frozenset(_MORE.split("|")),
        folded_pattern(rf"\b(?:{_MORE})\b(?![^;,]{{0,20}}\bafter (?:the )?(?:treatment|therapy|intervention))"),
    ),
    (
        "within-group",
        "changed-by",
        words("by"),
        folded_pattern(r"\b(?:increased|decreased|rose|fell|declined|dropped|improved|worsened) (?:\w{2,20}ly )?by\b"),
    ),
)
"""Weaker signs, each behind the words of which it needs one; the first that is seen."""
