"""Whether words are denied where they stand: 'not a multicentre trial', 'no placebo', 'blinding was not possible'.

Only what stands right beside them counts: 'no better than placebo' denies no placebo. The forms are our choice.
"""

import re

from claimbook.appraise.text.lexicon import folded_pattern

NOT = r"(?:not|never|hardly|rarely|seldom|scarcely|inadequately|insufficiently|poorly)\b"
"""Among the words that a pattern passes over, one of these turns it round."""
_REACH = 60
"""Signs to either side that are looked at."""
_LACK = r"(?:(?<!with or )without|lack(?:s|ed|ing)?(?: of)?|(?:absence|instead) of|no)"
_FILL = (
    r"(?: (?:an?|any|the|been|be|used?(?: of)?|using|employ(?:ed)?|apply|formal|fully|truly|really|strictly|adequate|"
    r"proper|such|other))*"
)
_NO_DEED = (
    r"(?:done|used|performed|possible|feasible|practicable|available|described|mentioned|stated|specified|carried out|"
    r"made|employed|applied|attempted|conducted|undertaken|implemented|clear)"
)
_ITS = (
    r"(?:[- ](?:group|design|analys[ei]s|methods?|trial|study|procedures?|envelopes?|sequence|assessments?|scores?|"
    r"treatment|arm|care|approach)| of (?:the )?[\w-]+(?: and [\w-]+)?){0,2}"
)
_UNDONE = folded_pattern(
    rf"[\w-]*{_ITS} (?:(?:was|were|is|are|(?:has|have|had) been) (?:not|never|neither) (?:\w+ly )?{_NO_DEED}|"
    rf"(?:could|can) ?not (?:be|have been) {_NO_DEED}|"
    rf"(?:was|were) (?:planned|intended),? but (?:(?:was|were) )?(?:not|never) {_NO_DEED}|"
    r"(?:was|were|is|are) (?:impossible|impracticable|unfeasible|infeasible|lacking|missing|absent|unavailable|"
    r"unclear))\b|[\w-]* (?:failed\b(?! to)|(?:was|were) (?:abandoned|given up|cancell?ed)\b)"
)
_LACKED = folded_pattern(rf"\b(?:{_LACK}{_FILL} |non-)$")
_DENIED = folded_pattern(
    rf"\b(?:{_LACK}|not(?! only)|never|neither|nor|hardly|rarely|seldom|"
    rf"(?:impossible|unable|failed|not (?:possible|feasible|able)) to){_FILL} $|"
    r"\b(?:rather than|instead of|as opposed to)(?: (?:by|on|in|an?|the))* $|\bnon-$|"
    r"\b(?:stopped|terminated|halted|closed|abandoned|cancell?ed) before (?:any(?:one|body| \w+) (?:was|were|"
    r"had been) )?$"
)
_NOBODY = folded_pattern(
    r"\b(?:nobody|no one|(?:none|zero|0)(?: of (?:[\w-]+ ){0,3}?[\w-]+)?|no (?:[\w-]+ )?[\w-]+|"
    r"neither [^.;,]{1,40} nor [\w-]+) "
    r"(?:was|were|(?:has|have|had) been) (?:\w+ly )?$"
)


def is_lacked(found: re.Match[str]) -> bool:
    """Whether there was none of what these words name; 'honey, but not placebo' and 'nor placebo' name one."""
    return _stands_behind(_LACKED, found) or _is_undone(found)


def is_denied(found: re.Match[str]) -> bool:
    """Whether it was not so, or not done."""
    return _stands_behind(_DENIED, found) or _is_undone(found)


def is_of_nobody(found: re.Match[str]) -> bool:
    """Whether it happened to nobody: 'none of the patients was randomised'."""
    return _stands_behind(_NOBODY, found)


def _stands_behind(denial: re.Pattern[str], found: re.Match[str]) -> bool:
    return denial.search(found.string, max(0, found.start() - _REACH), found.start()) is not None


def _is_undone(found: re.Match[str]) -> bool:
    return _UNDONE.match(found.string, found.end(), found.end() + _REACH) is not None
