"""How trials say that their primary endpoint came out, as patterns of folded text.

Sources: "spec" is the grading specification 1.4; "dev" was read from the development half of ``rct_polarity``
(evaluation only: nothing was fitted to it).
"""

from claimbook.appraise.effects.forms import PRIMARY_POINT
from claimbook.appraise.text.lexicon import folded_pattern

PRIMARY_NAME = folded_pattern(
    rf"\b{PRIMARY_POINT}"
    r"(?:\s(?:measures?|variables?|of (?:the|this) (?:study|trial)|of interest|for [^,.;]{0,40}?))?\s?"
    r"(?:was|were|is|are|included|:|of|,|\u2013|-)\s?(?:to (?:\w+\s){1,4}?)?"
    r"(?P<name>[^.;]{3,160}?)"
    r"(?=[.;(]|,\s(?:and|with|which|defined|assessed|secondary|the)\b|\sand\s(?:the\s)?secondary|\ssecondary"
    r"|$|,\sas|\s(?:with|defined|as assessed|assessed|measured|analy[sz]ed|tested|evaluated|between"
    r"|in the intention|in all|by)\b)"
)
NAMED_PRIMARY = folded_pattern(
    r"(?P<name>[^.;,()]{3,80}?)\s?(?:\([^)]{1,30}\)\s?)?"
    rf"(?:,?\s(?:was|were|as|is|being)\s(?:the\s|our\s)?|\(\s?(?:the\s)?){PRIMARY_POINT}"
)

_GOAL = rf"(?:{PRIMARY_POINT}|end\s?points?|non-?inferiority|superiority|criteri(?:on|a)|margin|boundar(?:y|ies)"
_DONE = r"(?:met|reached|achieved|demonstrated|shown|established|confirmed|crossed|proven)"
MET = folded_pattern(
    rf"{_GOAL}|threshold)[^.;]{{0,40}}?\b(?:was|were|has been|had been)\s(?:also\s)?{_DONE}"
    r"|\b(?:met|meeting|reached|achieved|demonstrated|showed|established|confirmed|crossed)\s(?:its|the|their|both)?\s?"
    rf"(?:\w+\s)?(?:{PRIMARY_POINT}|non-?inferiority|criteri(?:on|a) for)"
    r"|\b(?:was|were|is|are)\s(?:statistically\s)?non-?inferior"
)
NOT_MET = folded_pattern(
    rf"{_GOAL}|statistical significance)[^.;]{{0,60}}?\b(?:not|n't|never)\s(?:been\s|be\s|statistically\s)?"
    rf"(?:{_DONE}|significant)"
    r"|\b(?:not|n't|fail(?:ed|s|ure)? to|neither[^.;]{0,30}?)\s(?:\w+\s)?"
    r"(?:meet|met|reach|achieve|demonstrate|show|establish|confirm|cross|result in|prove)\b[^.;]{0,40}?"
    rf"(?:{PRIMARY_POINT}|non-?inferiority|superiority|criteri(?:on|a)|significan|boundar|improvement|benefit)"
    r"|\b(?:was|were|is|are)\snot\s(?:statistically\s|significantly\s)?(?:non-?inferior|superior)"
    r"|\bfutility\b|\bcould not reject\b|(?<!non-)(?<!non )\binferior to\b|\bunmet\b"
)
_NOTHING = (
    r"(?:statistically\s|significant(?:ly)?\s|clinically\s|overall\s|additional\s|clear\s|apparent\s|meaningful\s"
    r"|survival\s|major\s|clinical\s|evidence of\s|\w+\s){0,25}?"
)
NO_EFFECT = folded_pattern(
    r"\b(?:did|does|do|was|were|is|are|has|have|could)\s?(?:not|n't)\s(?:appear to\s|seem to\s)?"
    r"(?:\w+ly\s)?(?:\w+\s){0,2}?(?:improv|prolong|increas|reduc|differ|affect|superior|extend|benefit|enhanc|decreas|lower|prevent|effective|better"
    r"|translat|support|confer|provid|offer|associated|justif|recommend|delay|significan|demonstrat|show|result|add)"
    rf"|\bno\s{_NOTHING}"
    r"(?:differences?|improvements?|benefits?|advantages?|effects?|reductions?|increases?|evidence|prolongation"
    r"|superiority|gain)\b"
    r"|\bfail(?:ed|s|ure)?\sto\b|\bneither\b|\bnot (?:statistically )?(?:significant|superior|different|better)"
    r"|\bsimilar\b|\bcomparable\b|\bnon-?statistically\b|\bnonsignificant|\binsufficient\b|\bineffective\b|\black of\b"
    r"|\bwithout (?:\w+\s)?(?:improv|benefit)|\bworse\b|\b(?:not|cannot) (?:be )?recommended|\bdid not\W*$"
)
"""In a conclusion (dev)."""
NO_EFFECT_SAID = folded_pattern(
    r"\b(?:did|does|was|were|is|are|could)\s?(?:not|n't)\s(?:\w+ly\s)?(?:\w+\s){0,2}?"
    r"(?:improv|prolong|increas|reduc|differ|superior|extend|enhanc|decreas|lower|prevent|translat|result|significant"
    r"|longer|shorter|different|better)"
    r"|\bno\s(?:statistically\s|significant(?:ly)?\s|overall\s)*(?:differences?|improvements?|benefits?|advantages?)\b"
)
"""In a result, where 'similar' may be said of subgroups (dev)."""
ALIKE_AT_LAST = folded_pattern(
    r"\bdifferences? between (?:the )?(?:\w+ ){0,2}?(?:groups?|arms?|treatments?|conditions?|legs|sides|eyes|limbs) "
    r"(?:was|were) (?:statistically )?(?:not significant|non-?\s?significant|insignificant)"
)
"""Behind what is told of each group: the comparison, which counts."""
EFFECT = folded_pattern(
    r"\b(?:improv|prolong|increas|reduc|extend|enhanc|superior|better|longer|benefi|effective|efficac|delay|lower|prevent"
    r"|higher|support|significantly|decreas|standard of care|new standard|preferred|should be|feasible|encouraging"
    r"|promising|active\b|as effective|non-?inferior|favou?rable|option|confirm|clinically meaningful)\w*"
)
CLAIM = folded_pattern(
    r"\b(?:diminish|protect|reliev|alleviat|ameliorat|shorten|promot|boost|attenuat|accelerat|restor|recommend|works?\b"
    r"|eases?\b|raises?\b|relief)\w*"
)
"""Further words by which a conclusion claims an effect; read for spin only."""
OF_BOTH = folded_pattern(
    r"\b(?:both|either|similarly|equally|as (?:good|safe|well) as"
    r"|(?:is|are|be|was|were|offers?|provides?) (?:an? )?(?:\w+ ){0,3}alternative)\b"
)
"""A conclusion that praises both arms claims no difference between them."""
NONINFERIORITY = folded_pattern(r"\bnon-?\s?inferior|\bequivalen(?:ce|t)\b|\bde-?escalat|\bas effective as\b")
"""A design in which 'no difference' is the success."""
SUBGROUP = folded_pattern(
    r"\bsub-?\s?(?:group|set)s?|\bamong (?:the )?patients (?:with|who)\b|\bpost-?\s?hoc|\bexploratory|\bcompleters\b"
    r"|\bper[- ]protocol\b"
)
BESIDE = folded_pattern(
    r"\binteractions?\b|\battrition\b|\bdrop-?\s?outs?\b|\bdiscontinu\w+|\bwithdr[ae]w\w*|\badheren\w+|\bcomplian\w+"
    r"|\bcharacteristics\b|\bat baseline\b|\blost to follow|\bdemographic|\bcomparab\w+|\bbefore (?:the )?\w+,"
)
"""What is told beside the endpoints: who left, who kept to it, what interacted."""
