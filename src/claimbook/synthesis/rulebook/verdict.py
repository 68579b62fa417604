"""Gates, verdict table and modifiers (grading specification 5)."""

from claimbook.language.said import said
from claimbook.synthesis.rulebook.rule import Rule

_GATES = said("5.1 Gates")
_MODIFIERS = said("5.3 Modifiers")
_TABLE = said("5.2 Verdict table")

RULES = (
    Rule(
        "GATE-CLAIM_NOT_CHECKABLE",
        _GATES,
        said("s = 0, or no intervention-outcome pair: CANNOT_ASSESS, action narrow (name one X and one outcome)"),
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-SEARCH_FAILED",
        _GATES,
        said("a required query failed: CANNOT_ASSESS, action none, run again"),
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-ONLY_RETRACTED",
        _GATES,
        said("all otherwise direct studies are retracted: CANNOT_ASSESS, action correct (remove the support)"),
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-SEARCH_TRUNCATED",
        _GATES,
        said("k_direct = 0 and not all hits were screened: CANNOT_ASSESS, action none, run again"),
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-NOT_DIRECT",
        _GATES,
        said("k_direct = 0: NOT_DIRECTLY_STUDIED, action narrow, with codes of what was studied"),
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-NO_USABLE_RESULT",
        _GATES,
        said("k_usable = 0: CANNOT_ASSESS, action soften"),
        flag="our choice",
        source="",
    ),
    Rule(
        "MOD-ASSOC",
        _MODIFIERS,
        said(
            's = 1, anchor RCT, base CONTRADICTED, NRSI stream favours at Low or better: OVERSTATED narrow ("an association is seen, trials did not confirm an effect")'
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "MOD-CONFLICT",
        _MODIFIERS,
        said(
            'anchor NRSI favours, RCT stream null or against at Low or better: ceiling UNCERTAIN, floor soften, banner "study types disagree"'
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "MOD-TRUNCATED",
        _MODIFIERS,
        said(
            "search truncated (certainty already capped at Moderate): CONTRADICTED becomes OVERSTATED, action kept; banner"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "MOD-SCOPE",
        _MODIFIERS,
        said(
            "any capping code of section 6: ceiling OVERSTATED, floor = action of that code; several codes: all listed, strongest action first"
        ),
        flag="our choice",
        source="",
    ),
    Rule("MOD-SINGLE", _MODIFIERS, said("code SINGLE_STUDY: floor narrow"), flag="our choice", source=""),
    Rule(
        "MOD-LEAN", _MODIFIERS, said("state inconclusive, lean away: keep becomes soften"), flag="our choice", source=""
    ),
    Rule(
        "VERDICT-TABLE",
        _TABLE,
        said("state, stream, certainty and wording strength name one cell: a verdict and an action"),
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-NOTHING_LOOKED_AT",
        _GATES,
        said(
            "no study at all was looked at for this outcome: CANNOT_ASSESS, action none, search first (added to the specification: an empty table is no evidence of absence)"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-RESULT_NOT_ENTERED",
        _GATES,
        said(
            "k_usable = 0 and a study that answers has no result in the table: CANNOT_ASSESS, action none, enter it first (added to the specification: what nobody entered is not what nobody reported)"
        ),
        flag="our choice",
        source="",
    ),
)
