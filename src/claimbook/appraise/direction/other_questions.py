"""Whether 'did not differ' answers another question than how the arms did: men and women, centres, one group. Pure.

Beside it what was only not shown, or denies something else than a difference. The words are our choice, read from
invented sentences.
"""

import re

from claimbook.appraise.direction.comparison import ARMS
from claimbook.appraise.direction.cues import WAYS
from claimbook.appraise.direction.features import Reading, is_test
from claimbook.appraise.text.lexicon import folded_pattern, one_of

_OTHER_SIDES = one_of(
    "(?:wo)?men | girls | boys | (?:fe)?males? | sex(?:es)? | genders? | (?:non-?\\s?|ex-?)?smokers | mothers | fathers"
    "| cent(?:re|er)s | sites | hospitals | countries | regions | clinics | surgeons | therapists | raters | observers"
    "| (?:non-?)?completers | drop-?outs | (?:non-?)?responders | those who | ages? | age groups | weeks? | visits"
    "| time points | seasons | subgroups | strata | younger | older | healthy | sides? | left | right"
    "| (?:patients|participants|people|adults|those) (?:with|without|who|aged|over|under)"
)
"""What people are told apart by beside their arms."""
_BETWEEN = folded_pattern(
    rf"\b(?:between|among|across|according to) (?:the )?(?:\w+ ){{0,3}}?(?P<first>{_OTHER_SIDES})\b[^.;,()]*"
    rf"|\bthan (?:(?:in|among|for|did|the) ){{0,2}}(?P<second>{_OTHER_SIDES})\b[^.;,()]*"
    r"|\b(?:the )?left (?:and|or|versus) (?:the )?right\b"
)
_OF_ARMS = re.compile(r"\b(?:groups?|arms?|treatments?|interventions?|conditions?|regimens?)\b")
"""Arms by any name."""
_ONE_GROUP = folded_pattern(
    r"\b(?:in|within|among|of|for) (?:the |those |patients )*(?:\w+[ -]){1,3}(?:group|arm)\b"
    r"(?! (?:than|compared|versus|v))"
)
_WITHIN = folded_pattern(r"\bwithin the (?:\w+[ -]){1,3}(?:group|arm)\b")
_RELATED = folded_pattern(
    r"\bcorrelat\w*|\b(?:associations?|relation\w*|links?) (?:was |were |is )?(?:\w+ )?between\b"
    r"|\b(?:did|does|do) not (?:\w+ )?(?:predict|correlate|depend)\w*"
    r"|(?<!was )(?<!were )\b(?:predicts?|predicted|depended on)\b"
)
"""How one thing goes with another, which is no comparison of arms."""
_NOT_SHOWN = folded_pattern(
    r"\b(?:could|can) ?not be (?:\w+ly )?(?:ruled out|excluded|concluded|inferred|assumed)\b"
    r"|\b(?:rul|exclud)\w* out (?:was|is) not possible"
    r"|\b(?:equivalen\w+|non-? ?inferiority)\b[^.;,(]{0,80}?"
    r"\b(?:(?:was|were|could|can|is)(?: not|not)|remained un|failed)\b"
    r"|\b(?:not|fail\w*|unable|neither|no evidence)\b[^.;,(]{0,40}?\b(?:equivalen\w+|non-? ?inferior\w*)"
)
"""What was not shown may be so."""
_NOT_ALL = folded_pattern(
    r"\bnot (?:all|every(?:one|body)?|always|each)\b|\bnot (?:\w+ly )?(?:distributed|normal|gaussian|skewed|related to)"
)
"""A 'not' that denies no difference."""
_NOBODY = folded_pattern(
    r"^\W*(?:no|none of the) (?:\w+ )?"
    r"(?:patients?|participants?|adults?|children|women|men|people|persons?|subjects?)\b"
)
"""Nobody did or had something."""
_APART = re.compile(r"[,;]|\band\b")
_DENIES_A_CHANGE = WAYS | {"DIFF", "SIG", "SAME", "TREND"}


def answers_another(reading: Reading, change: str) -> bool:
    """Whether a comparison is not, or not surely, one of the asked arms."""
    if reading.question.of_itself:
        return False
    if _is_between_others(reading) or _is_relation(reading):
        return True
    return change == "no-difference" and (_is_not_shown(reading) or _denies_no_difference(reading))


def _is_between_others(reading: Reading) -> bool:
    """'Did not differ between men and women', 'less in women than in men in the humming group'."""
    names = {one.name for one in reading.signs}
    if _WITHIN.search(reading.folded) and not names >= ARMS and "THAN" not in names:
        return True
    found = _BETWEEN.search(reading.folded)
    if found is None or names >= ARMS:
        return False
    named = [one for one in reading.tokens if one.part in ARMS]
    compared = found[0]
    if any(found.start() <= one.start < found.end() for one in named) or _OF_ARMS.search(compared):
        return len(_ONE_GROUP.findall(compared)) == 1
    said = found["first"] or found["second"] or "sides"
    asked = any(word in reading.question.people for word in said.split())
    return not asked and (not named or _ONE_GROUP.search(reading.folded) is not None)


def _is_relation(reading: Reading) -> bool:
    """'No correlation between hiccups and weight', 'hiccups did not predict sleep'."""
    found = _RELATED.search(reading.folded)
    if found is None:
        return False
    named = any(one.part in ARMS for one in reading.tokens)
    one_group = not {one.name for one in reading.signs} >= ARMS and _ONE_GROUP.search(reading.folded) is not None
    return not named or one_group


def _is_not_shown(reading: Reading) -> bool:
    """'Equivalence could not be demonstrated', 'a difference could not be ruled out'."""
    return _NOT_SHOWN.search(reading.folded) is not None


def _denies_no_difference(reading: Reading) -> bool:
    """'Hiccups were not normally distributed', 'no deaths occurred, and hiccups were recorded in all'."""
    names = {one.name for one in reading.signs}
    if _NOT_ALL.search(reading.folded):
        return True
    if any(map(is_test, names)) or "SAME" in names or names >= ARMS:
        return False
    if not names.isdisjoint(_DENIES_A_CHANGE):
        return bool(names & ARMS and names & WAYS) and _NOBODY.search(reading.folded) is not None
    return not any(_is_denied_itself(reading, one.start) for one in reading.signs if one.name == "O")


def _is_denied_itself(reading: Reading, place: int) -> bool:
    """Whether a 'no' stands in one clause with an outcome: 'no severe hiccups were seen'."""
    nots = (one.start for one in reading.signs if one.name == "NOT")
    return any(not _APART.search(reading.folded, min(one, place), max(one, place)) for one in nots)
