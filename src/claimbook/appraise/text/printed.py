"""How statistics are printed in abstracts, as patterns of folded text.

Sources: "spec" is the grading specification 1.4; "dev" was read from the training half of ``evidence_inference`` (may
train): middle dots for points, minus signs of several kinds, intervals with 'to', comma, semicolon or dash.

The weights of the direction reader were trained on what these patterns find: they stay as they are. What is read as a
printed result has wider forms of its own (`claimbook.appraise.effects.forms`).
"""

import re
from collections.abc import Iterator

from claimbook.appraise.text.lexicon import folded_pattern

POINT = r"[.\u00b7]"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:{POINT}\s?\d+)?|{POINT}\d+"
MINUS = r"-\u2212\u2013\u2010\u2011"
SIGNED = rf"[{MINUS}+]?\s?(?:{NUMBER})"
_SIGN = r"(?:[<>=\u2264\u2265\u2a7d\u2a7e\u2266\u2267]|&lt;|&gt;|less than|greater than|of)\s?=?"
_TO = rf"(?:to|,|;|and|\u2012|\u2014|[{MINUS}])"

_TIMES_SIGN = r"[x*\u00d7\u00b7\u2219\u22c5\u2022]"
_TIMES = rf"\s?{_TIMES_SIGN}\s?"
_MINUS_POWER = rf"[{MINUS}]\s?\d{{1,3}}(?!\d)"
_TO_A_MINUS_POWER = (
    rf"(?:\s?\^?\s?(?:[(\[{{]\s?{_MINUS_POWER}\s?[)\]}}]|{_MINUS_POWER})"
    r"|\u207b[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,3})"
)
_COMPARES = r"[<>=;\u2264\u2265\u2a7d\u2a7e\u2266\u2267]"
_BEHIND_A_SIGN = rf"(?:(?<={_COMPARES})|(?<={_COMPARES}\s)|(?<=than\s))"
"""Without a factor it must be compared with something: 'P of 10-12 weeks' is none."""
TINY = (
    rf"(?:(?:[1-9]\d{{0,2}}(?:[.,\u00b7]\d+)?|0?{POINT}\d+)"
    rf"(?:{_TIMES}10{_TO_A_MINUS_POWER}|\s?e\s?{_MINUS_POWER})|{_BEHIND_A_SIGN}10{_TO_A_MINUS_POWER})"
)
"""A number with a power of ten, as small p values are printed: '1.2 x 10(-5)', '1 \u00d7 10\u207b\u2075', '< 10-5'.

Raised digits come in line, in brackets or as signs of their own."""
NO_FACTOR = rf"(?!\d|{_TIMES}10)"
"""Behind a number that is no factor of a power: of one whose power was lost, the factor tells nothing."""
_POWER = re.compile(rf"(?:(?P<factor>[\d.,\u00b7]+?)(?:{_TIMES_SIGN}10|e)|10)\^?[(\[{{]?-(?P<power>\d+)[)\]}}]?")
_IN_LINE = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u2212\u2013\u2010\u2011", "0123456789-----"
)
"""Raised digits as plain ones, and every minus as one."""


def plain_p(printed: str) -> str:
    """'1.2 \u00d7 10(\u22125)' as '1.2e-5', '0\u00b704' as '0.04': a p value as `model.printed.read_p` reads it."""
    together = "".join(printed.split())
    power = _POWER.fullmatch(together.translate(_IN_LINE))
    factor = together if power is None else power["factor"] or "1"
    plain = factor.replace("\u00b7", ".").replace(",", ".")
    return plain if power is None else f"{'0' * plain.startswith('.')}{plain}e-{power['power']}"


P_VALUE = folded_pattern(
    r"p(?<!\wp)(?:[\s-]*values?)?(?:\s?\((?:trend|interaction|two-sided)\)|\s?(?:for|of)\s(?:trend|interaction|difference))?"
    rf"\s*(?:was|were|is|:)?\s*(?P<sign>{_SIGN})\s*"
    rf"(?P<number>{TINY}|(?:(?:0\s?{POINT}\s?|{POINT})\d+|[01](?![\d.])){NO_FACTOR})(?P<percent>%)?"
)
NOT_SIGNIFICANT = folded_pattern(r"\bp\s?=?\s?ns\b|\(\s?n\.?s\.?\s?[;,)]|\bn\.s\.")

INTERVAL = folded_pattern(
    r"(?P<level>\d\d(?:\.\d+)?)\s?%?\s?(?:two-sided\s)?"
    r"(?:c\.?i\.?s?\b|cl\b|confidence\s(?:intervals?|limits?)|cri\b|credible\sintervals?)"
    r"(?:\s?\(?\[?ci\]?\)?)?[\s:;,=([]*(?:of|for the difference|from|was)?[\s(]*"
    rf"(?P<low>{SIGNED})\s?%?\s?{_TO}\s?(?P<high>{SIGNED})"
)
BARE_INTERVAL = folded_pattern(
    rf"(?P<estimate>{SIGNED})\s?%?\s?[(\[]\s?(?P<low>{SIGNED})\s?%?\s?{_TO}\s?(?P<high>{SIGNED})\s?%?\s?[)\]]"
)
"""'0.84 (0.70-1.01)': an interval only where a sentence speaks of intervals or of ratios."""
RATIO = folded_pattern(
    r"\b(?:(?P<hr>hazards?\sratios?|a?hrs?)|(?P<or>odds\sratios?|a?ors?)|"
    r"(?P<rr>(?:relative\srisks?|risk\sratios?|rate\sratios?|incidence\srate\sratios?|a?rrs?|irrs?)))\b"
)


def ratios_in(text: str, folded: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Names of ratios. Short ones have a capital: 'six or 12 weeks' has no odds ratio, '14 ml/hr' no hazard ratio."""
    for found in RATIO.finditer(folded, start, len(folded) if end is None else end):
        name = text[slice(*found.span())]
        if not (name.isalpha() and name.islower()):
            yield found


DIFFERENCE = folded_pattern(
    r"\b(?:(?P<smd>standardi[sz]ed\smean\sdifferences?|smd|effect\ssizes?|cohen'?s?\sd|hedges'?\sg)|"
    r"(?P<md>(?:mean|adjusted|between-group|treatment|absolute|risk|group|estimated)\s(?:group\s|mean\s|treatment\s"
    r"|risk\s)?differences?|difference|md|wmd|rd|ard|arr|beta|\u03b2))\b"
)
