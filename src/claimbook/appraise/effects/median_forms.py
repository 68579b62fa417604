"""How abstracts print the medians of two arms, as patterns of folded text.

Source: "dev" was read from the training halves of ``section_roles`` and ``evidence_inference`` (may train).
"""

from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.printed import MINUS, NUMBER, SIGNED

NAME = folded_pattern(r"m(?<!\wm)edians?\b")
_TIME = r"(?:h|hours?|min|minutes?|days?|weeks?|months?|years?)\b"
_PEOPLE = r"(?:patients|people|participants|subjects|adults|women|men|children)\b"
LEAD = folded_pattern(
    rf"(?:n\s?=\s?\d+|(?:at|after) \d{{1,3}}[\s-]{_TIME}|\b\d+ {_PEOPLE}|\d\d\s?%\s?(?:ci|confidence)\b"
    r"|\d\dth\b|(?<=[a-z])\d|(?<=group |phase |grade |month |stage |visit )\d\b|(?<=week )\d\b"
    r"|(?<=arm |day )\d\b|[^.;\d]){0,130}"
)
"""From the word to its first number; the digits of sizes, times and groups are none."""
NO_MEDIAN = folded_pattern(
    r"\bmeans?\b|\bfollow|\b(?:aged?|differences?|ratios?|hazards?|reached|zero|estimable|evaluable)\b|\band \d\dth\b"
    r"|\b(?:from|p\s?[=<>]|least|than|above|below|exceeding|score of)[\s(]*$"
)
"""Between the word and a number that is not its own, or that tells of people before anything was done."""
MEAN_BEFORE = folded_pattern(r"\bmeans?\b[^.;:\d]{0,30}$")
"""Beside the word: 'mean and median', 'mean (median)'."""

_UNIT = (
    r"(?:\s?(?:%|per\s?cent\b)|[\s-](?!(?:and|versus|vs?|in|with|for|on|after|among|to|or|but|compared|than|while|against)\b)"
    r"[a-z\u00b5\u03bc][\w/%\u00b2\u00b3\u00b7*^-]{0,14}){0,3}"
)
_SPREAD = (
    r"(?:,?\s?[(\[](?:[^()\[\];]|[(\[]ci[)\]]){1,60}[)\]]|[,;]\s(?:iqr|(?:interquartile\s)?range|95\s?%\sci)[\s:,]{1,2}"
    rf"(?:{NUMBER})(?:\s?[a-z%]{{1,5}})?\s?(?:to|[{MINUS}])\s?(?:{NUMBER})){{0,2}}"
)
"""Quartiles, a range, an interval or a size behind a median, mostly in brackets."""
_TAIL = rf"{_UNIT}{_SPREAD}{_UNIT}"
_WHOLE = rf"(?![.\u00b7,]?\d|\s?[{MINUS}]\s?[\da-z]|\s?(?:of|/)\s?\d)"
"""Behind a number that is no part of a range, a share or a word."""
_FIRST = rf"(?P<median>{SIGNED}){_WHOLE}{_TAIL}"
_SECOND = (
    r"(?:after\s|only\s|that of\s)?(?:a median(?: of)?\s)?(?<!phase |grade |month |stage |visit )"
    rf"(?:(?<!group )|(?={SIGNED}\s?[%(\[]))(?<!week |year )(?<!arm |day )(?<!at |of )(?P<second>{SIGNED}){_WHOLE}"
)
_VERSUS = r"(?:versus|vs\.?|v\.?|against|compared (?:with|to)|as opposed to)"
_ARM = (
    r"(?:in|with|for|on|after|among|by)\s"
    r"(?:[^.,;:()\[\]\d]|(?<=group |grade )\d\b|(?<=arm )\d\b|(?<=[a-z])\d|\s\(\s?n\s?=\s?\d+\s?\)){2,70}?"
)
_OTHER_ARM = r"(?:(?:in|for|with)\s)?[^.,;:()\[\]\d=<>]{2,40}?[\s,]\s?(?:(?:it\s)?was\s)?"
OF_ARMS = (
    folded_pattern(rf"{_FIRST},?\s{_VERSUS}\s(?:{_OTHER_ARM})??{_SECOND}"),
    folded_pattern(rf"{_FIRST},?\s{_ARM},?\s(?:and\s)?{_VERSUS}\s(?:with\s|to\s)?{_SECOND}"),
    folded_pattern(
        rf"{_FIRST},?\s{_ARM},?\s(?:and\s(?:was\s)?|while\s|whereas\s){_SECOND}"
        rf"(?={_TAIL},?\s(?:in|with|for|on|after|among|by)\s)"
    ),
    folded_pattern(rf"{_FIRST},?\s(?:{_ARM},?\s)?and\s(?:in|for|with)\s{_OTHER_ARM}{_SECOND}"),
)
"""'3 (IQR 2-5) v 5 (3-6)'; '4 days in the one group and 6 days in the other'; '4 days and in controls 6 days'."""
TWICE = folded_pattern(
    rf"{_FIRST}[\s,;)\]]*(?:p\s?[=<].{{1,8}})?(?P<between>[^.;\d]{{4,90}}?[\s(\[])medians?[\s,:(]*(?:of\s|was\s)?{_SECOND}"
)
"""'Shorter with humming (median 4 days) than in controls (median 6 days)'."""
COMPARED = folded_pattern(r"\b(?:than|versus|vs\.?|compared|groups?|arms?|controls?|placebo)\b")
LISTED = folded_pattern(rf"{_FIRST}\sand\s{_SECOND}")
"""'6 and 12 months'."""
ARMS_BEHIND = folded_pattern(
    rf"{_TAIL},?\s(?:respectively,?\s)?(?:in|for|with|among|on)\s[^.;()\d]{{1,70}}?\s(?:and|or|versus|vs\.?)\s(?!\d)"
)
ARMS_BEFORE = folded_pattern(r"\b(?:for|in|with|among|on|of)\s[^.;]{1,80}?\s(?:and|versus|vs\.?)\s")
SEVERAL = folded_pattern(r"\b(?:and|or)\b")
"""Before the arms it joins outcomes, whose numbers stand side by side as well."""
RESPECTIVELY = "respectively"
SEVERAL_TIMES = folded_pattern(r"\b(?:at|after|on|during|before|in|for|pre\w*)\b[^;]*\b(?:and|or)\b")
"""Before the word: times that its numbers may belong to."""
SECOND = folded_pattern(rf"(?P<median>{SIGNED}){_UNIT}{_SPREAD}")
OF_A_COURSE = folded_pattern(
    r"\b(?:between (?:the )?(?:baseline|pre-?\w*) and|before and after|(?:from|of) baseline to)\b"
)
"""Before the word: its numbers are those of one arm, then and now."""
NO_ARMS_BETWEEN = folded_pattern(
    r"\b(?:means?|zero|none|baseline|before|previous)\b|\b(?:pre|post)(?:-?op|-?treat|-?interv|\b(?!-))"
)
NO_ARMS_BEHIND = folded_pattern(
    r"[)\]]?\s?(?:[a-z/%]{1,10}\s?)?,?\s?(?:respectively,?\s)?"
    rf"(?:(?:before|pre\w*)\b|at baseline|after (?:and|versus) before|and\s[{MINUS}]?\d)"
)
"""Numbers of other kinds, of a course, or of three."""
