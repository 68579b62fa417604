"""How abstracts print results, as patterns of folded text: names of effects, intervals, the numbers before them, means.

Sources: "spec" is the grading specification 1.4; "dev" was read from the training halves of ``evidence_inference`` and
``section_roles`` (may train) and from ``screening`` (evaluation only: nothing was fitted to it).
"""

import re

from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.text.printed import MINUS, NO_FACTOR, NUMBER, POINT, SIGNED, TINY

_BEGINS = rf"(?=[{MINUS}+\s\d.\u00b7])"
"""Where a number may begin; said in front, because it is sooner seen than that none follows."""
_MONEY = r"[\u00a3$\u20ac]?"
_UNIT = (
    r"(?:\s?(?:%|\u00b0c?|per\s?cent\b)(?:[\s-]?points?)?)?"
    r"(?:[\s-][a-z\u00b5\u03bc\u00b0\u20ac\u00a3$][\w/.%\u00b2\u00b3\u00b7*^\u2212-]{0,14}){0,3}"
)
"""Behind a number: a percent sign, and at most three words."""

DECIMAL_COMMA = re.compile(
    rf"(?<![\d,.])0,\d\d|(?:[=<>\u2264\u2265]\s?|\b(?:to|ci|or|hr|rr)\s)[{MINUS}]?\d+,\d{{1,2}}(?![\d,])"
)
"""A sentence that prints its points as commas: 'OR 0,71'."""
COMMA = re.compile(r",(?=\d)(?<=\d,)")

# ---------------------------------------------------------------------------------------------------- names of effects
NAMES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (
        words("difference differences"),
        folded_pattern(r"(?P<md>d(?<![a-z]d)ifferences?(?:[\s-]in[\s-]differences?)?)\b"),
    ),
    (
        words("ratio ratios"),
        folded_pattern(
            r"\b(?:(?P<hr>(?:sub)?hazards?[\s-]ratios?)|(?P<or>odds[\s-]ratios?)|(?P<rr>(?:risk|rate|prevalence)[\s-]ratios?)"
            r"|(?P<other>mean\sratios?))\b"
        ),
    ),
    (
        words("relative"),
        folded_pattern(r"relative\s(?:(?P<hr>hazards?)|(?P<or>odds)|(?P<rr>risks?|rates?))\b(?!\sreduc)"),
    ),
    (
        words(
            "hr hrs ahr ahrs chr shr shrs or ors aor aors por oradj hradj rr rrs arr arrs irr irrs airr pr prs apr srr "
            "srrs"
        ),
        folded_pattern(
            r"\b(?:(?P<hr>[acs]?hrs?(?:adj)?)|(?P<or>[ap]?ors?(?:adj)?)|(?P<rr>a?rrs?|a?irrs?|a?prs?|srrs?))(?![a-z_])"
        ),
    ),
    (
        words("standardized standardised smd smds size sizes cohen cohens hedges"),
        folded_pattern(
            r"\b(?P<smd>standardi[sz]ed\s(?:mean\s)?differences?|smds?"
            r"|effect[\s-]sizes?(?!\s?[(\[]?\s?(?:\u03b7|eta|partial|r\b))"
            r"|cohen[\u2019']?s?\sd|hedges?[\u2019']?s?\sg)\b"
        ),
    ),
    (
        words("md lmd wmd amd pmd rd ard etd beta coefficient coefficients gmr gmrs rho rs"),
        folded_pattern(
            r"\b(?:(?P<md>[lpaw]?md|rd|ard|etd)|(?P<r>correlation\scoefficients?|(?:rho|rs)(?=\s?=))"
            r"|(?P<other>beta|regression\scoefficients?|gmrs?))\b"
        ),
    ),
)
"""Names of effects, each behind the words of which one stands in it; longer names end with these."""
NAME_WORDS = frozenset[str]().union(*(words for words, _ in NAMES))
LETTER = folded_pattern(r"[dgrb\u03b2\u03b4\u03c1](?<!\w.)(?:(?=\s?=)|(?<=[\u03b2\u03b4\u03c1])(?!\w))")
"""Names of one letter: 'r = 0.4', and Greek ones."""
NEEDS_A_CAPITAL = words("hr hrs ahr chr shr or ors aor por rr rrs arr irr irrs airr pr prs apr srr srrs md rd b es")
"""Short names that in small letters say something else: 'six or 12 weeks', '14 ml/hr'."""
NEEDS_A_SMALL_LETTER = words("d g")
"""In capitals they are names of groups."""
NEEDS_AN_INTERVAL = words("pr prs apr aprs gmr srr")
"""Short names that also stand for other things (progesterone receptor, partial response)."""
LATIN_LETTERS = ("r =", "r=", "d =", "d=", "g =", "g=", "b =", "b=")
GREEK_LETTERS = ("\u03b2", "\u03b4", "\u03c1")
"""Quick looks: one of these stands where a name of one letter does."""

_FILLER = (
    r"(?:for|of|with|in|between|at|from|among|comparing|favou?ring|on|per|versus|vs\.?|was|were)\s"
    r"(?:[^\d;()\[\]]{1,60}?(?:\bat \d{1,3} (?:h|hours?|days?|weeks?|months?|years?)\b[^\d;()\[\]]{0,40}?)?)"
)
ESTIMATE = folded_pattern(
    rf"(?:\s?[(\[][^()\[\]\d]{{1,40}}[)\]])?(?:\s?[(\[]\s?(?:\d\d\s?%?\s?)?(?:ci|confidence intervals?)\s?[)\]])?"
    rf"[\s:,;=(\[]{{0,5}}(?:{_FILLER}|[a-z]{{1,20}} (?:vs\.?|versus) [a-z]{{1,20}},?)?[\s:,;=(\[]{{0,5}}"
    r"(?:(?:was|were|is|of|=|by)[\s=]{1,3})?"
    rf"(?:\d\d\s?%\s?(?:ci|confidence intervals?)\]?\)?[\s:=]{{0,3}}(?:(?:was|of)\s)?)?{_MONEY}"
    rf"(?<=[\s:,;=(\[\u00a3$\u20ac\u03b2\u03b4\u03c1])(?P<estimate>{SIGNED})(?!{POINT}?\d)(?!\s?\+/?-|\s?\u00b1)"
    rf"(?:(?<={POINT}\d)|(?<={POINT}\d\d)|(?!\s?(?:ci|confidence|per\s?cent (?:ci|confidence))))"
    r"(?!\s?%\s?(?:ci|confidence|cri|credible))(?P<unit>\s?(?:%|per\s?cent\b)(?:[\s\u2010-]?points?)?)?"
)
"""What stands between the name of an effect and its number, and the number (dev)."""
SAID = folded_pattern(r"\b(?:was|were|is)\b")
SAID_TO_BE = folded_pattern(r"(?:\b(?:was|were|is|of|by)|[=:,;(\[\u03b2\u03b4\u03c1])\s*[\u00a3$\u20ac]?$")
"""In front of a number that is what the name says, and no 'difference in 12 patients'."""

# ------------------------------------------------------------------------------------------------------------ intervals
_TO = rf"(?:to|,|;|\u2012|\u2014|[{MINUS}])"
LABEL = folded_pattern(
    r"(?:c(?<!\wc)(?:\.?\s?i\.?s?(?:\b|(?=9\d))|ri\b|\.?l\.?\b|onfidence[\s-](?:intervals?|limits?)"
    r"|redib(?:le|ility)[\s-]intervals?)|u(?<!\wu)(?:i\b|ncertainty[\s-]intervals?)|b(?<!\wb)ci\b|h(?<!\wh)di\b)"
    r"(?:\s?[(\[]\s?[bu]?ci\s?[)\]])?(?:\s?(?P<level>95|90|99)\s?%)?"
)
"""The name of an interval, its level perhaps behind it; each form begins with its first sign alone, which the engine
runs ahead to."""
LEVEL = folded_pattern(
    r"(?P<level>\d\d(?:\.\d)?)\s?(?:%|per\s?cent\b)?[\s)-]*(?:two-sided\s|bootstrap(?:ped)?\s|bayesian\s)?$"
)
"""In front of it."""
INTERVAL = folded_pattern(
    r"[\s:;,=(\[]{0,5}(?:(?:of|for|from|between|was|were|ranging|in|on)\s(?:the\s)?(?:\w{1,20}\s)?"
    r"(?:differences?)?[\s:,;=]{0,4})?"
    rf"(?:from\s|between\s)?[\s(\[]{{0,3}}{_MONEY}(?P<low>{SIGNED})"
    rf"(?:\s?(?:%|per\s?cent)?\s?(?:{_TO}|and)|\s?[a-z\u00b5\u03bc%\u2010/ ]{{1,16}}?\d?\s?(?:to|[{MINUS},;]))\s?"
    rf"{_MONEY}(?P<high>{SIGNED})(?!{POINT}?\d)"
)
"""With its label: '95% CI 0.6 to 0.9', 'C.I. 95%: 0.6-0.9', '90 percent confidence limits, 0.6 and 0.9'."""
_BARE = rf"(?P<low>{SIGNED})\s?%?\s?{_TO}\s?(?P<high>{SIGNED})(?!{POINT}?\d)"
FOLLOWING = folded_pattern(rf"(?:\s?[a-z/%]{{1,8}})?\s?[,;(\[]+\s?{_BARE}\s?%?\s?(?:[a-z/]{{1,8}}\s?)?[)\];,]")
"""'(0.70-1.01)' behind the number of a named effect."""
LISTED = folded_pattern(rf"[(\[]\s?{_BARE}\s?%?\s?[)\];,]")
"""'(0.70-1.01)' behind any number: an interval only behind an earlier one, or a label."""
FURTHER = folded_pattern(rf"(?<![\w.,\u00b7/])(?P<estimate>\d{POINT}\d+)\s?[,;(\[]\s?{_BARE}\s?[)\];,]")
"""'1.02 (0.93-1.12)' and '(1.02, 0.93 to 1.12)' behind a ratio with its interval."""
INTERVAL_WORDS = words("ci cis cri cl confidence credible credibility uncertainty ui hdi bci uci")
OTHER_SPREAD = folded_pattern(
    r"\b(?:range|iqr|inter-?quartile|quartiles?|percentiles?|medians?|sd|standard deviations?)\b"
)
"""What two numbers in brackets also are, or what they stand beside."""

_COMPARED = r"higher|lower|more|less|greater|fewer|larger|smaller|longer|shorter|better|worse|faster|slower"
VALUE_BEFORE = folded_pattern(
    rf"(?P<estimate>{SIGNED})(?P<unit>{_UNIT})"
    rf"(?P<tail>\s(?:{_COMPARED}|reductions?|decreases?|increases?|improvements?|gains?|declines?|risk|relative"
    r"|compared|versus)\b[^\d;()\[\]]{0,60})?"
    r"[\s,;:(\[=]*(?:(?:with|and|at|its|an?|the|corresponding)\s)*"
)
"""The number to which an interval belongs, with its unit, and 'more with humming than without'."""
NO_VALUE_BEFORE = folded_pattern(
    r"(?:\d\s?(?:of|/)(?: the)?|\b(?:at|after|over|within|during|weeks?|months?|days?|years?|aged?|n\s?=))\s?$"
)
"""In front of a number of people, or a time."""
OF_MEASUREMENT = folded_pattern(
    r"\s?(?:h|hours?|min\w*|days?|weeks?|months?|years?|person|[km]?g|m[lm]|cm|mmol\S*|points?|[a-z]+/\S+)\b"
)
"""A unit behind a number, which no ratio has."""
NO_VALUE_AFTER = folded_pattern(
    r"\s?(?:of|patients|participants|subjects|people|trials|studies|individuals|children|women|men|cases)\b"
)
SAME_AGAIN = folded_pattern(r"(?:\b(?:and|or|to|versus|vs\.?|with|was|were|of|from)|[,;:(\[])\s*$")
"""In front of a further number of the effect that was named before."""
COMPARED = folded_pattern(rf"\b(?:{_COMPARED})\b|differ|\beffect\b|relative to|compared|versus|\bvs\b")
CHANGED_BY = folded_pattern(
    r"\bby(?: an?)?(?: (?:mean|average|median|total|further|estimated)(?: of)?)?\s?$"
    r"|(?:change|reduction|increase|decrease|improvement|decline)s?\b[^.;()]{0,60}$"
)
EFFICACY = folded_pattern(r"\b(?:efficacy|effectiveness)\b[^.;]{0,50}$")

# --------------------------------------------------------------------------------------------------------------- others
_SIGN = r"(?:[<>=\u2264\u2265\u2a7d\u2a7e\u2266\u2267]|&lt;|&gt;|less than|greater than|</=|>/=|[<>] or =|\bof)\s?=?"
P_VALUE = folded_pattern(
    r"p(?<!\wp)(?![abcegjkmnp-suw-z])(?:[\s-]{0,2}values?)?"
    r"(?:[\s-]?[(]?(?:for\s|of\s)?(?:trend|interaction|heterogeneity|difference|two-sided)[)]?)?"
    rf"\s{{0,3}}(?:(?:was|were|is|:)\s?)?(?P<sign>{_SIGN})?\s{{0,3}}"
    rf"(?P<number>{TINY}|(?:(?:0\s?{POINT}\s?|{POINT})\d+|1{POINT}0+(?!\d)|[01](?![\d.])){NO_FACTOR})(?P<percent>%)?"
)
"""A p value; one without a sign has a point."""

DIGITS = re.compile(r"\d+(?:[.,\u00b7]\d+)*")
SPREAD_AT = folded_pattern(r"[\u00b1+(\[,](?:(?<=[\u00b1+])(?:/?-)?|(?<=[(\[,])\s?(?=s))")
MEAN_AND_SPREAD = folded_pattern(
    rf"(?P<mean>{SIGNED})\s?(?:%|[a-z\u00b0\u00b5\u03bc/][a-z/\u00b2]{{0,7}}(?:\s[a-z/]{{1,4}})?)?\s?"
    rf"(?:[(\[]?\s?(?:\u00b1|\+/-|\+-)\s?(?P<spread>{NUMBER})"
    r"|[,(\[]\s?(?P<kind>sd|s\.d\.|standard deviations?|se|sem|s\.e\.m?\.?|standard errors?)\s?[=:,]?\s?"
    rf"(?P<named>{NUMBER})\s?[)\],;]?)"
)
BRACKETED_SPREAD = folded_pattern(
    rf"{_BEGINS}(?<![\w.,/])(?P<mean>{SIGNED})\s?%?\s?[(\[]\s?(?P<named>{NUMBER})\s?[)\]]"
)
"""'3.4 (1.1)' where the sentence says 'mean (SD)'."""
MEAN_IN_BRACKETS = folded_pattern(
    r"\bmeans?(?:\s\w+){0,4}\s?[,(\[\u00b1]\s?(?:\u00b1|\+/-)?\s?(?:sd|standard deviation)s?\s?[)\]]"
)
SD_IN_BRACKETS = ("sd)", "sd]", "sds)", "sds]", "deviation)", "deviation]", "deviations)", "deviations]")
"""A quick look: one of these stands where 'mean (SD)' is said."""
SPREAD_WORDS = words("sd sds se sem standard")
SPREAD_SIGNS = ("\u00b1", "+/-", "+-", "+ / -", "s.d.", "s.e.")
"""A quick look: one of these stands where the spread of a mean is named."""
ERROR_WORDS, ERROR_SIGNS = words("se sem standard"), ("s.e", "mean +/- se")
"""Quick looks: one of these stands where a standard error is named."""
STANDARD_ERROR = folded_pattern(r"\bs\.?e\.?m?\.?\b|\bstandard errors?\b|\bmean \+/- se")
_BARE_MEAN = rf"{SIGNED})(?![\d.]|\s?%)(?:\s[a-z][a-z/]{{0,9}}){{0,2}}\s"
_ARM = r"(?:in|with|for|on|after|among)\s"
_AGAINST = r"(?:versus|vs\.?|v\.?|against|compared (?:with|to))\s"
MEANS_SIDE_BY_SIDE = folded_pattern(
    rf"\bmean[^.;()\d]{{0,60}}[\s(](?P<mean>{_BARE_MEAN}{_AGAINST}(?P<second>{SIGNED})(?![\d.]|\s?%)"
)
MEANS_OF_ARMS = folded_pattern(
    r"\bmean\s[^.;()\d]{0,60}(?:\bat \d{1,3} (?:hours?|days?|weeks?|months?|years?)\s[^.;()\d]{0,30})?\b(?:was|were)\s"
    rf"(?P<mean>{_BARE_MEAN}{_ARM}[^.;()]{{2,40}}?(?:\s\(\s?n\s?=?\s?\d+\))?,?\s(?:and\s|{_AGAINST})"
    rf"(?P<second>{_BARE_MEAN}{_ARM}"
)
"""Without a spread only where they are called means: 'mean 3.4 vs 5.1', 'was 3.4 with humming and 5.1 with silence'."""
SECOND_MEAN = folded_pattern(rf"(?P<mean>{SIGNED})")
OF_A_COURSE = folded_pattern(
    r"[)\]]?\s?(?:%|[a-z/\u00b2]{1,8})?,?\s?(?:(?:to|\u2192|->)(?:\sa mean of)?\s?"
    r"|(?:at\s|in\s|the\s)*(?:before|baseline|pre)[^.;()\d]{0,40}\b(?:to|and|versus|vs\.?)\s?)"
)
"""Between two numbers of one arm: 'from 5.1 (SD 1.3) to 3.4 (SD 1.1)', '5.1 before and 3.4 after'."""
COURSE_BEHIND = folded_pattern(r"[)\]]?\s?(?:%|[a-z/\u00b2]{1,8})?,?\s?(?:respectively,?\s)?before and after\b")
OTHER_ARM = folded_pattern(r"\b(?:groups?|arms?|controls?|placebo|whereas|while|versus|vs|compared|than|with|on)\b")
"""Between the courses of two arms; those of two outcomes have other words."""
ANOTHER_OUTCOME = folded_pattern(r"\bmeans?\b")
ONLY_LISTED = folded_pattern(r"[)\]]?\s?(?:%|[a-z/\u00b2\u00b5\u03bc]{1,8})?,\s?")
OF_MEDIANS = folded_pattern(
    r"(?:\bmedians?\b|\bhodges\W{1,3}lehmann\b)(?:\s?[(\[][^()\[\]]{1,20}[)\]]|(?!\bmeans?\b)[^\d.,;:()\[\]]){0,45}$"
)
IN_MEDIANS = folded_pattern(
    r"\s(?:in|of|between)\s(?:(?!(?:and|or|but|while|means?)\b)[^\d.,;:()\[\]]){0,40}\bmedians?\b|[\s(\[]{1,2}hodges\W{1,3}lehmann\b"
)
"""In front of a difference, and behind it, which is one of medians."""
BY_A_MEDIAN = folded_pattern(r"\bmedian(?: of)?\s?$")
OF_TWO = folded_pattern(r"[^\d.,;:()\[\]]{0,15}?\s(?:versus|vs?\.?)\s[\d.+-]")
"""Behind a number that is the first of two, and no difference."""
NAMED_OTHERWISE = folded_pattern(r"\b(?:means?|risk|absolute|rate|proportions?)\s$")
"""In front of a difference that is none of the medians before it."""
NOT_ANY = folded_pattern(r"\b(?:no|not|any|nor|without)\s(?:\w+\s){0,4}$")
"""In front of a difference that has no number."""
ENDS_A_NAME = folded_pattern(r"[;]|\bp\s?[=<>]|\b(?:whereas|while|but|however)\b")
SHARE = folded_pattern(
    rf"(?=[\d.\u00b7])(?:(?P<events>\d+)\s?(?:/|of)\s?(?P<n>\d+)\s?[(\[,]?\s?)?(?P<share>{NUMBER})\s?(?:%|per\s?cent\b)"
)
PERCENT = ("%", "percent", "per cent")
PRIMARY_POINT = (
    r"(?:co-?)?primary\s(?:efficacy\s|composite\s|study\s|clinical\s|trial\s|co-?)?"
    r"(?:end\s?-?\s?points?|outcomes?|objectives?|aims?|analys[ei]s|hypothes[ei]s)"
)
PRIMARY = folded_pattern(rf"\b{PRIMARY_POINT}")
"""How the primary endpoint is called."""
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
