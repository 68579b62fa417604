"""Whether the groups were alike at the start, as a table; its rows stand in order of precedence (see ``rules``)."""

from claimbook.appraise.signals.rule import SignalRule
from claimbook.appraise.text.denial import NOT
from claimbook.appraise.text.pieces import SHARED, Pieces

_SIMILAR = r"(?:similar|comparable|(?:well[- ])?(?:balanced|matched)|equivalent|homogen\w+|alike)"
_ALIKE = "similar|comparable|balanced|matched|equivalent|homogen|alike"
_NO_EXCEPTION = r"(?![^.;]{0,60}\b(?:except|apart from|other than|with the exception))"
_AT_ENTRY = r"(?:age|sex|gender|demograph\w+|baseline|characteristics|severity)\b"

BASELINE_RULES = (
    SignalRule(
        "baseline_comparable",
        says=False,
        where="conduct",
        stems="at baseline|imbalance|differences",
        words=(
            r"\b(?:groups?|arms?)[^.;]{0,40} (?:differed|were (?:not similar|not comparable|different|imbalanced))"
            r"[^.;]{0,40} at baseline|\b(?<!no )(?<!without )(?<!for )baseline (?:\w+ )?(?:imbalances?|differences)\b|"
            r"^at baseline,? (?:the )?(?:[\w-]+ ){0,3}(?:patients|group|participants|arm|controls|subjects|women|men) "
            r"(?:were|was|had|showed) (?:\w+ )?(?:more|higher|lower|older|younger|worse|less|fewer|longer|greater)\b|"
            r"\b(?:patients|group|women|men|arm|participants)\b[^.;]{0,40} (?:were|was) (?:\w+ )?(?:older|younger|"
            r"sicker|heavier)\b[^.;]{0,30} at baseline|"
            r"^at baseline,?[^.;]{0,60}\b(?:was|were) (?:\w+ly )?(?:higher|lower|worse|more|less|greater|older|"
            r"younger)\b[^.;]{0,30} (?:group|arm)\b"
        ),
        confidence=0.6,
        source="PEDro item 4",
        besides=Pieces("baseline", SHARED),
    ),
    SignalRule(
        "baseline_comparable",
        says=True,
        where="conduct",
        stems=(
            "baseline|characteristics|demographic|prognostic|at entry|at inclusion|at enrol|at randomi|at the start"
        ),
        words=(
            rf"\b(?<!from )(?:baseline(?! to | through )|demographic|prognostic|(?:clinical|patients?'?|tumou?r) "
            rf"(?:[\w-]+ ){{0,2}}characteristics)(?:[\w ,-]{{0,60}}) (?:were|was|did)(?: (?!{NOT})\w+){{0,2}} "
            rf"(?:{_SIMILAR}|not (?:significantly )?differ)\w*{_NO_EXCEPTION}|"
            rf"\b(?<!not )(?<!not well[- ])(?:{_SIMILAR}|did not (?:significantly )?differ)[^.;]{{0,50}} "
            rf"(?<!those )(?:at (?:baseline|entry|inclusion|"
            rf"enroll?ment|randomi[sz]ation|the start)|baseline character\w+){_NO_EXCEPTION}|"
            r"\b(?:no|without)(?: \w+){0,2} (?:baseline differences|differences?[^.;]{0,40} at baseline)"
        ),
        confidence=0.95,
        source="PEDro item 4",
        besides=Pieces(f"{_ALIKE}|differ", SHARED),
    ),
    SignalRule(
        "baseline_comparable",
        says=True,
        where="conduct",
        stems=" age| sex |gender|demograph|characteristics|severity|baseline|covariate",
        words=(
            rf"\b(?:groups|arms|patients)(?: [\w-]+){{0,2}} (?:were|was)(?: (?!{NOT})[\w-]+){{0,2}} (?:{_SIMILAR}) "
            rf"(?:with (?:respect|regard) to|in (?:terms|respect) of|regarding|as to|for|in)[^.;]{{0,30}}\b{_AT_ENTRY}|"
            rf"\b(?:age|gender|sex)\b[\w ,()/-]{{0,60}} were (?:(?!{NOT})\w+ )?(?:{_SIMILAR}) "
            r"(?:in|between|among|across|for)\b|"
            rf"\bcovariates were (?:(?!{NOT})\w+ )?{_SIMILAR}\b"
        ),
        confidence=0.85,
        source="PEDro item 4; dev",
        besides=Pieces(_ALIKE, SHARED),
    ),
    SignalRule(
        "baseline_comparable",
        says=True,
        where="conduct",
        stems="demograph|baseline|pretest|pre-test",
        words=(
            r"\bno(?: [\w-]+){0,4} differences?(?: [\w-]+){0,6} (?:in|with (?:respect|regard) to|regarding|in terms of)"
            r"[^.;]{0,30}\b(?:(?:socio-?)?demograph|pre-?test|baseline (?:char|data|var|feat|val|dem|score))"
        ),
        confidence=0.85,
        source="PEDro item 4; dev",
        besides=Pieces("difference", SHARED),
    ),
    SignalRule(
        "baseline_comparable",
        says=True,
        where="conduct",
        stems="differ|matched|balanced",
        words=(
            r"\b(?:groups|arms)(?: [\w-]+){0,2} (?:did not|were not) (?:\w+ly )?differ\w*[^.;]{0,30}\b(?:age|sex|"
            r"gender|"
            r"demograph)|\bno (?:[\w-]+ ){0,3}differences?\b[^.;]{0,40} (?:in|in terms of|with (?:respect|regard) to|"
            r"regarding) (?:the |mean |patients?\W? )?(?:age|sex|gender)\b|"
            r"\b(?:age|sex|gender)\b[\w ,()/-]{0,40} did not (?:\w+ly )?differ|"
            r"\bgroups were (?:well|closely) (?:matched|balanced)\b(?! (?:for|by|on))"
        ),
        confidence=0.8,
        source="PEDro item 4; invented",
        besides=Pieces(" age | ages | sex |gender|demograph|matched|balanced", SHARED),
    ),
    SignalRule(
        "baseline_comparable",
        says=False,
        where="conduct",
        stems="older|younger|differed",
        words=(
            r"\b(?:group|arm|cohort) (?:were|was) (?:\w+ly )?(?:older|younger)\b|"
            r"\bgroups differed (?:\w+ly )?(?:in|with respect to|regarding) (?:mean )?(?:age|sex|gender|baseline)\b"
        ),
        confidence=0.6,
        source="PEDro item 4; invented",
        besides=Pieces("group|arm|cohort", SHARED),
    ),
)
