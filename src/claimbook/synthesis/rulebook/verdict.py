"""Gates, verdict table and modifiers (grading specification 5)."""

from claimbook.synthesis.rulebook.rule import Rule

RULES = (
    Rule(
        "GATE-CLAIM_NOT_CHECKABLE",
        "5.1 Gates",
        "s = 0, or no intervention-outcome pair: CANNOT_ASSESS, action narrow (name one X and one outcome)",
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-SEARCH_FAILED",
        "5.1 Gates",
        "a required query failed: CANNOT_ASSESS, action none, run again",
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-ONLY_RETRACTED",
        "5.1 Gates",
        "all otherwise direct studies are retracted: CANNOT_ASSESS, action correct (remove the support)",
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-SEARCH_TRUNCATED",
        "5.1 Gates",
        "k_direct = 0 and not all hits were screened: CANNOT_ASSESS, action none, run again",
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-NOT_DIRECT",
        "5.1 Gates",
        "k_direct = 0: NOT_DIRECTLY_STUDIED, action narrow, with codes of what was studied",
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-NO_USABLE_RESULT", "5.1 Gates", "k_usable = 0: CANNOT_ASSESS, action soften", flag="our choice", source=""
    ),
    Rule(
        "MOD-ASSOC",
        "5.3 Modifiers",
        's = 1, anchor RCT, base CONTRADICTED, NRSI stream favours at Low or better: OVERSTATED narrow ("an association is seen, trials did not confirm an effect")',
        flag="our choice",
        source="",
    ),
    Rule(
        "MOD-CONFLICT",
        "5.3 Modifiers",
        'anchor NRSI favours, RCT stream null or against at Low or better: ceiling UNCERTAIN, floor soften, banner "study types disagree"',
        flag="our choice",
        source="",
    ),
    Rule(
        "MOD-TRUNCATED",
        "5.3 Modifiers",
        "search truncated (certainty already capped at Moderate): CONTRADICTED becomes OVERSTATED, action kept; banner",
        flag="our choice",
        source="",
    ),
    Rule(
        "MOD-SCOPE",
        "5.3 Modifiers",
        "any capping code of section 6: ceiling OVERSTATED, floor = action of that code; several codes: all listed, strongest action first",
        flag="our choice",
        source="",
    ),
    Rule("MOD-SINGLE", "5.3 Modifiers", "code SINGLE_STUDY: floor narrow", flag="our choice", source=""),
    Rule(
        "MOD-LEAN", "5.3 Modifiers", "state inconclusive, lean away: keep becomes soften", flag="our choice", source=""
    ),
    Rule(
        "VERDICT-TABLE",
        "5.2 Verdict table",
        "state, stream, certainty and wording strength name one cell: a verdict and an action",
        flag="our choice",
        source="",
    ),
    Rule(
        "GATE-NOTHING_LOOKED_AT",
        "5.1 Gates",
        "no study at all was looked at for this outcome: CANNOT_ASSESS, action none, search first (added to the specification: an empty table is no evidence of absence)",
        flag="our choice",
        source="",
    ),
)
