"""How statistics are printed in abstracts, as patterns of folded text.

Sources: "spec" is the grading specification 1.4; "dev" was read from the training half of ``evidence_inference`` (may
train): middle dots for points, minus signs of several kinds, intervals with 'to', comma, semicolon or dash.
"""

import re
from collections.abc import Iterator

from claimbook.appraise.text.lexicon import folded_pattern, one_of, words

POINT = r"[.\u00b7]"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:{POINT}\s?\d+)?|{POINT}\d+"
MINUS = r"-\u2212\u2013\u2010\u2011"
SIGNED = rf"[{MINUS}+]?\s?(?:{NUMBER})"
_SIGN = r"(?:[<>=\u2264\u2265\u2a7d\u2a7e\u2266\u2267]|&lt;|&gt;|less than|greater than|of)\s?=?"
_TO = rf"(?:to|,|;|and|\u2012|\u2014|[{MINUS}])"

_BEGINS = rf"(?=[{MINUS}+\s\d.\u00b7])"
"""Where a number may begin; said in front, because it is sooner seen than that none follows."""

P_VALUE = folded_pattern(
    r"p(?<!\wp)(?:[\s-]*values?)?(?:\s?\((?:trend|interaction|two-sided)\)|\s?(?:for|of)\s(?:trend|interaction|difference))?"
    rf"\s*(?:was|were|is|:)?\s*(?P<sign>{_SIGN})\s*"
    rf"(?P<number>(?:0\s?{POINT}\s?|{POINT})\d+|[01](?![\d.])|\d[.]\d+\s?x\s?10)(?P<percent>%)?"
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
FOLLOWING_INTERVAL = folded_pattern(
    rf"\s?[,(\[]\s?(?P<low>{SIGNED})\s?(?:to|[{MINUS},;])\s?(?P<high>{SIGNED})\s?[)\];]"
)
"""'(0.70-1.01)' behind the number of a named effect."""

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
BETA = "\u03b2"
RATIO_WORDS = words("ratio ratios risk risks hr hrs ahr ahrs or ors aor aors rr rrs arr arrs irr irrs")
DIFFERENCE_WORDS = words(
    "difference differences smd size sizes cohen cohens hedges md wmd rd ard arr beta",
)
"""A quick look: one of these stands in every name of an effect."""
ESTIMATE = folded_pattern(
    rf"\s?(?:[(\[][^()\[\]\d]{{1,40}}[)\]])?[\s:,;=([]*"
    rf"(?:of|was|were|is|=|(?:for|of|with|in|favou?ring) [^\d;()]{{1,40}}|[a-z]+ (?:vs\.?|versus) [a-z]+,?)?[\s(=]*"
    rf"(?:(?P<level>\d\d)\s?%\s?(?:ci|confidence intervals?)\]?\)?[\s:=]*)?"
    rf"(?P<estimate>{SIGNED})(?!{POINT}?\d)(?:(?<={POINT}\d)|(?<={POINT}\d\d)|(?!\s?(?:ci|confidence)))"
    r"(?!\s?%\s?(?:ci|confidence))"
)
"""What stands between the name of an effect and its number, and the number (dev)."""

MEAN_AND_SPREAD = folded_pattern(
    rf"{_BEGINS}(?P<mean>{SIGNED})\s?(?:%|[a-z/]{{1,6}})?\s?(?:(?:\u00b1|\+/-|\+-)\s?(?P<spread>{NUMBER})|"
    rf"[(\[]\s?(?P<kind>sd|s\.d\.|se|sem|s\.e\.)\s?[=:,]?\s?(?P<named>{NUMBER})\s?[)\]])"
)
SPREAD = folded_pattern(r"[+(\[]\s?[-/s]")
"""A quick look: '+/-', '+-' or a bracket that may name a spread."""
STANDARD_ERROR = folded_pattern(r"\bs\.?e\.?m?\.?\b|\bstandard errors?\b|\bmean \+/- se")
SHARE = folded_pattern(
    rf"{_BEGINS}(?:(?P<events>\d+)\s?(?:/|of)\s?(?P<n>\d+)\s?[(\[,]?\s?)?(?P<share>{NUMBER})\s?(?:%|per\s?cent\b)"
)
PERCENT = ("%", "percent", "per cent")
NO_SHARE_BEFORE = folded_pattern(
    rf"(?:[{MINUS}<>\u2264\u2265\u2a7d\u2a7e\u00b1+]|\b(?:by|se|sd|ci|iqr|than|least|most|baseline|from))[\s:=,]*$"
)
"""Before a percentage that is no share of an arm: a bound, a spread, the end of a range, the amount of a change."""
NO_SHARE_AFTER = folded_pattern(
    r"\s?(?:c\.?i\b|confidence|cri\b|credible|lower|higher|less|more|greater|fewer|reductions?|decreases?|"
    r"increases?|improvements?|relative|absolute|power|risk reduction|at baseline|of (?:the )?(?:baseline|planned)|"
    rf"[{MINUS}]\s?\d)"
)
"""Behind such a percentage."""

_WITHIN = r"""
    from baseline | compared (?:with|to) (?:the )?(?:baseline|pre-?(?:test|treatment|intervention)?)
    | within[- ]groups? | (?:versus|vs\.?|over|than(?: at)?) baseline | before and after | pre-?(?:to|and) post
    | from pre- | baseline to | after treatment compared | in both groups
"""
WITHIN = folded_pattern(rf"\b{one_of(_WITHIN)}")
_BETWEEN = r"""
    between[- ](?:the )?(?:two |three |study |treatment )?(?:groups?|arms?|treatments?) | versus | vs?\.?
    | compared (?:with|to) | than (?:in|with|for|those|the)? | relative to | group differences?
    | among (?:the )?(?:two |three |four )?groups
"""
BETWEEN = folded_pattern(rf"\b{one_of(_BETWEEN)}(?!\s?(?:the )?(?:baseline|pre))")
