"""What to look for in a research question and in the results that answer it. Each row: a name and a pattern.

Source: read from development errors (set ``pubmedqa``); none of them decides alone, each is weighed by training. Words
are looked for from their beginning: "wall" is no "all", and "complex" does not ask who complies.
"""

import re

from claimbook.appraise.text.lexicon import folded_pattern, one_of

FORM = folded_pattern(r"\b(?P<verb>is|are|was|were|does|do|did|can|could|should|has|have|will|would|may|must)\b")
"""The verb that opens a question; a title may stand before it, with a colon."""
FORMS = {"are": "is", "was": "is", "were": "is", "do": "does", "did": "does", "will": "does", "could": "can",
         "may": "can", "would": "should", "must": "should", "has": "have"}  # fmt: skip
"""Forms that ask for the same."""

_WORD_START = r"(?<![a-z])"

ALIKE = folded_pattern(
    _WORD_START
    + one_of(
        "same\\b | similar | equal | identical | agree | coincid | concord | consisten | interchang | comparable | "
        "equivalen | correspond | reflect"
    )
)
"""It asks for likeness, so a difference means no: 'Are they the same?'"""
TURNED = folded_pattern(
    _WORD_START
    + one_of(
        "omit | avoid | unnecessary | without | as (?:good|effective|safe|well) | safe | non-?inferior | replace | "
        "alternative | spare | forego | abandon | feasib | tolerat | reliab | independent"
    )
)
"""No difference may mean yes: 'Can it be omitted?'"""
DOUBTED = folded_pattern(
    _WORD_START
    + one_of(
        "necessar | need | requir | mandator | routin | should | justif | warrant | indicated | worth | really | "
        "still | always | contraindic | overestim | myth | enough | sufficient | adequate | appropriate | all\\b | "
        "aware | comply | we\\b | our\\b"
    )
)
"""The question itself doubts: 'Is it always necessary?', 'Do we see enough of it?'"""
EFFECT = folded_pattern(
    _WORD_START
    + one_of(
        "differ | compar | vary | varies | change | affect | influenc | impact | effect | associat | relat | "
        "correlat | link | predict | risk | factor | improv | reduc | increas | prevent | benefi | role | caus | "
        "matter | determin"
    )
)
"""It asks for an effect or relation."""
KINDS = {"alike": ALIKE, "turned": TURNED, "doubted": DOUBTED, "effect": EFFECT}
"""What an absence of differences would mean for the answer; the first that fits."""

SAID = {
    "nothing": r"\bno (?:statistically |clinically )?(?:significant(?:ly)? )?(?:\w+ ){0,2}(?:differen|associat|"
    r"correlat|effect|relation|change|increase|improve|benefit|impact|influence|evidence|advantage|"
    r"reduction)|\bnot? (?:\w+ )"
    r"{0,2}(?:significant|differ|associat|correlat|affect|influence|improve|predict|alter|change|increase|reduce|"
    r"decrease|related)|non-?significan|insignifican|neither|fail(?:ed|s)? to|without (?:any )?(?:significant )?"
    r"(?:differen|effect)|\bn\.?s\.?\b",
    "likeness": r"\bsimilar|comparab|equivalent|unchanged|identical|equal(?:ly)?\b|the same\b|did not|remained",
    "large p": r"\bp\s*(?:=|>|\u2265)\s*0?\.(?:0[6-9]|[1-9])\d*|\bp\s*>\s*0?\.\d+",
    "small p": r"\bp\s*(?:<|\u2264|=)\s*0?\.0[0-5]\d*",
    "significance": r"(?<!no )(?<!not )(?<!non)significant(?:ly)? (?:\w+ )?(?:differ|higher|lower|increas|decreas|"
    r"improv|reduc|associat|correlat|better|worse|more|less|greater|great|longer|shorter|predict|relat)|(?:increased|"
    r"decreased|improved|reduced|differed|correlated|associated) significantly|was significant|were significant|"
    r"independent(?:ly)? (?:\w+ )?(?:predict|risk|associat|factor|prognos)",
    "association": r"(?<!not )(?:associated with|correlated with|predictor|predicted|predictive|related to|"
    r"risk factor)",
    "comparison": r"\b(?:higher|lower|greater|better|worse|more|less|fewer|longer|shorter|larger|smaller)\b",
    "change": r"\b(?:increas|decreas|reduc|improv)\w*",
    "negation": r"\b(?:no|not|none|never|cannot|without|neither|nor|lack|absence)\b",
    "contrast": r"\b(?:however|although|but|while|whereas|despite|only|nevertheless|yet)\b",
    "little": r"\b(?:only|few|rare(?:ly)?|limited|low|poor|weak)\b",
    "success": r"\b(?:successful|effective|feasible|safe|accura|reliab|valid|useful|excellent|high|good|strong|benefi)",
    "hedge": r"\b(?:may|might|could|suggest|trend|tend|possib|some|marginal|borderline)",
    "mixture": r"\bonly\b|\bweak|partial|limited|borderline|trend|marginal|however|although|\bbut\b|not all|except|"
    r"mixed|inconsisten|conflict|unclear|further|small",
    "failure": r"\b(?:low|poor|few|rare|inadequate|inaccura|lack|unable|underestimat|overestimat|fail|not\b|neither|"
    r"only|less than|complication|worse|limited)",
}
"""What a sentence of the results says."""

SAID_PATTERNS = {name: re.compile(pattern) for name, pattern in SAID.items()}
