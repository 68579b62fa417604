"""By which words a sentence on an outcome stands back, or takes up another: rules for `preferred`.

The forms are our choice, read from invented abstracts and tried on real ones.
"""

import re

from claimbook.appraise.text.lexicon import folded_pattern, words

OF_A_PART = folded_pattern(
    r"\bsub-?\s?(?:group|set|sample|analys[ei]s|population)s?\b|\bpost[- ]?hoc\b|\bper[- ]protocol\b|\bas[- ]treated\b"
    r"|\bcompleters\b|\bcompleter analys|\bexploratory\b"
    r"|\b(?:among|in|for|of) (?:the )?(?:\d+ )?(?:patients|participants|women|men|those|people|adults|children"
    r"|subjects) (?:(?:who|whose)(?! (?:\w+ )?(?:receiv|were|under|had|took|got|completed|did|do|use))"
    r"|aged|younger|older)\b"
)
"""A part of the people."""
CRUDE = folded_pattern(
    r"\bbefore (?:matching|adjust\w+|weighting)\b|\bcrude\b|\bunadjusted\b|\bunivaria(?:te|ble)\b|\bunmatched\b"
)
PUT_RIGHT = folded_pattern(r"\b(?:matched|matching|adjust\w+|multivaria\w+|weighting|weighted|independent(?:ly)?)\b")
EXPOSURE = folded_pattern(
    r"^(?:in (?:contrast|addition), )?"
    r"(?!.{0,30}\b(?:this|these|it|which|treatment|intervention|groups?"
    r"|(?:exposure|intake|consumption|use)(?! (?:of|to)))\b)"
    r"[^,;:]{2,60}?(?:, in contrast,)?"
    r" (?:(?:was|were|is|are) (?:also )?(?:not )?(?:\w+ly )?(?:un)?(?:associated|related|correlated|linked) (?:with|to)"
    r"|correlated (?:\w+ly )?with|predicted)\b"
)
ADJUSTED_FOR = re.compile(
    r"\b(?:adjust\w*|control\w*|correct\w*|stratif\w+|regardless|irrespective|independent\w*) (?:for|by|of)\b"
    r"[^;()]{0,80}$"
)
COMPARED = folded_pattern(
    r"\bthan (?:in|among|without|those|men|women|people|patients|children|adults)\b"
    r"|\bcompared (?:with|to) [a-z]|[a-z] versus [a-z]"
    r"|\b(?:higher|lower|greater|(?:more|less) (?:common|frequent|likely|prevalent)) (?:in|among) "
    r"(?!(?:both|the|this|these|all)\b)[a-z]"
    r"|\bhad (?:an?|no|the) (?:\w+ ){0,3}(?:risk|odds|influence|effect|impact)\b"
)
"""People told apart by something else than the arms, where no arm is named."""
GOES_ON = folded_pattern(
    r"^\W*(?:(?:however|but|yet|nevertheless|thus|overall|moreover|also|and|finally),?\s)?"
    r"(?:the|this|these|a|no|there (?:was|were) (?:also )?(?:a|no))\s"
    r"(?:(?:adjusted|mean|estimated|observed|crude|absolute|statistically|significant|baseline-adjusted|net|overall)\s){0,3}"
    r"(?:differences?\b|between[- ](?:the )?(?:two )?(?:groups?|arms?) (?:\w+ )?(?:differences?|comparisons?)"
    r"|(?:group|treatment) differences?|effect\b)"
    r"|^\W*(?:after|following|with|on) (?:multivariable |full |further )?"
    r"(?:adjust\w+|matching|controlling|correction)\b"
    r"|^[^.;]{0,60}?\b(?:difference|comparison)s? (?:\w+ ){0,3}between (?:the )?(?:two |both )?(?:groups|arms)\b"
)
"""A sentence that takes up the outcome of the one before it."""
ADJUSTED = folded_pattern(
    r"^\W*(?:(?:however|but),? )?(?:after|following|with|on|in|when) "
    r"(?:(?:the|a|multivaria\w+|full\w*|further|additional) ){0,2}"
    r"(?:adjust\w+|matching|controlling|correction|multivaria\w+|model)\b[^.;]{0,120}?\b(?:the|this|these|no|it|any) "
    r"(?:\w+ ){0,3}(?:differences?|associations?|effects?|relations?\w*|risks?)\b(?! (?:in|of|for|with) )"
)
"""What is left of a result after adjustment."""
EACH_GROUP = folded_pattern(
    r"\bin both\b|\bboth (?:groups|arms)\b|\bfrom (?:a \w+ of )?\d[^;]{0,40}? to \d|\bbefore and\b|\bcrude\b"
    r"|\bunadjusted\b|\bpre- (?:to|and) post\b|\bwithin[- ](?:the )?groups?\b"
)
"""What each group did by itself, or before the figures were put right."""
NOT_TOLD = folded_pattern(
    r"\b(?:(?:was|were|is|are|has|have|been) (?:\w+ )?not|could not be|cannot be|never) (?:\w+ly )?(?:been |be )?"
    r"(?:record|regist|measur|assess|collect|report|available|document|evaluat|stud(?:y|ied)|analy[sz]|examin|ascertain"
    r"|investigat|determin|test(?:ed)?\b|pool|estimat|compar|known|reach(?:ed)? (?:a )?consensus)"
    r"|\bdid not (?:record|measure|assess|collect|report|reach consensus|evaluate|examine)"
    r"|\bno (?:\w+ )?(?:data|information) (?:on|about|for|regarding|were|was|are|is)\b"
    r"|\b(?:data|information|results|figures) (?:on|about|for|of|regarding) [^.;,]{1,60}"
    r" (?:were|was|are|is) (?:not|un|lacking|too|missing)"
    r"|\bremains? (?:to be|unclear|unknown|uncertain)\b|\bwill be (?:report|publish|present|assess|evaluat)"
    r"|\b(?:report|publish|present)ed (?:elsewhere|separately)\b"
    r"|\btoo (?:\w+ ){1,3}(?:to be|for) (?:\w+ )?(?:pool|analy|assess|compar|meta)"
    r"|\b(?:no|none|neither|nobody)(?: (?!data)\w+){0,6}? (?:trial|stud(?:y|ies)|review|report|paper|author)s?"
    r"(?: \w+){0,4}? (?:report|measur|assess|record|examin|evaluat|address|investigat|provid|includ|studi|look)\w*\b"
    r"(?! (?:an?|any|statistically|significant|more|less|fewer|worse|higher|lower|that|harm|serious)\b)"
    r"|\b(?:measur|report|assess|record|examin|evaluat|address|investigat|studi)ed (?:in|by) (?:none|no|neither)\b"
    r"|\b(?:was|were|is|are) not (?:\w+ ){0,2}defined\b"
    r"|\b(?:and|so|therefore|thus|hence) (?:\w+ )?not (?:\w+ )?(?:pool|analy|meta)"
    r"|\b(?:no|preclud\w+|prevent\w+) (?:\w+[ -]){0,2}(?:meta-?\s?analys[ie]s|pooling)\b"
    r"|\bno (?:\w+ )?analysis was (?:possible|done|made|attempted|performed)"
    r"|\bnot (?:an?|among the) (?:[\w-]+ ){0,3}(?:outcomes?|end ?-?points?)\b"
    r"|\b(?:addressed|discussed|mentioned|covered|considered|described|explored) (?:in|by) (?:\w+ ){0,2}"
    r"(?:documents|papers|articles|sources|publications|reports)\b"
    r"|^\W*whether\b|\begger\b|\bfunnel plot|\bpublication bias\b|^\W*(?:\w+ )?heterogeneity (?:was|between|for|in)\b"
    r"|\bmissing (?:data|values|information|responses) (?:on|for|about|in)\b"
    r"|\b(?:results|findings|evidence|effects) [^.;,]{0,60}?\b(?:was|were|is|are) (?:mixed|inconsistent|conflicting)\b"
    r"|\b(?:one|two|three|four|five|six|\d+) (?:\w+ )?(?:trials?|stud(?:y|ies))\b[^.;]{0,90}?"
    r"\b(?:and|but|while|whereas) (?:one|two|three|four|five|six|\d+|others?|the others?)\b[^.;]{0,30}?"
    r"\b(?:found|did|showed|reported|favou?red)\b"
)
"""Of what such a sentence names nothing is known."""
OF_NOTHING = words(
    "not no none neither nobody never cannot remain remains will elsewhere separately too whether lacking unavailable "
    "missing unknown egger funnel bias heterogeneity mixed inconsistent conflicting trial trials study studies "
    "documents papers articles sources publications reports"
)
MODIFIED = folded_pattern(
    r"\b(?:effects?|associations?|differences?|benefits?|results?|estimates?|relation(?:ship)?s?)\b[^.;]{0,60}?\b"
    r"(?:(?:did not |not )?(?:differ|var|modif)\w*|(?:was|were) (?:\w+ )?(?:consistent|similar|homogeneous"
    r"|stronger|weaker|larger|smaller|greater|the same)) (?:\w+ly )?(?:by|across|according to"
    r"|between (?:sub|sexes|men|women|sites|ages?)|in (?:sub|men|women|younger|older)|among (?:sub|men|women))"
    r"|\bno (?:\w+ ){0,4}(?:interaction|effect modification|heterogeneity)(?! (?:between|of) (?:time|group))"
)
"""Whom an effect depends on, or not; not whether there is one."""
BY_TIME = re.compile(r"(?:\bby|\bx|\u00d7|\*)[ -]?(?:time|group|treatment|condition|arm)\b")
"""An interaction with time compares the groups."""
OF_EFFECTS = words(
    "effect effects association associations difference differences benefit benefits result results estimate estimates "
    "relation relations relationship relationships interaction modification heterogeneity"
)
BEFOREHAND = folded_pattern(
    r"^\W*(?:at|before|upon|on|prior to) (?:the )?(?:study |trial )?"
    r"(?:baseline|entry|enrol\w+|inclusion|admission|randomi[sz]ation|recruitment|start|treatment|beginning)\b"
    r"(?! (?:end|completion|period|phase))"
    r"|\b(?<!from )(?<!from a )baseline (?:[\w-]+ ){0,5}(?:was|were|did not|differed)\b"
    r"|\b(?:was|were|differed|did not differ) [^.;,]{0,60}? at baseline\W*$"
)
LATER = folded_pattern(
    r"\bafter|\bat (?:the end|follow|\d|one|two|three|six|twelve)|\bfollow-?\s?up|\b(?:weeks?|months?|years?) later"
    r"|\bfinal\b|\bpost-?|\bfrom baseline|\bthan (?:at )?baseline|\bto \d"
    r"|\b(?:chang|reduc|predict|associat|decreas|increas|improv|declin)"
)
"""The state before, and words that tell of another one."""
TIME = re.compile(
    r"\b(?:(\d+|one|two|three|four|six|eight|twelve)[\s-]?(hour|h|day|week|wk|month|year|yr)s?"
    r"|(week|month|day|year)s? (\d+))\b"
)
DAYS, ABOUT = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.4, "y": 365.0}, 0.05
IN_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "six": "6", "eight": "8", "twelve": "12"}
AGAINST_LETTERS = re.compile(
    r"\b(?:than|versus|vs\.?|compared (?:with|to)|from) (?:(?:with|in|for|on|after|under|the|those) ){0,3}"
    r"(?P<letters>[A-Z][\w-]{1,8})\b"
)
OF_ALL = folded_pattern(r"\b(?:outcomes?|measures?|parameters?|variables?|end ?-?points?|results|groups|arms)\b")
"""What is said of all outcomes, or of the groups as a whole, may be said of the one asked for."""
SEXES = words("women girls female females mothers"), words("men boys male males fathers")
OF_BOTH = frozenset().union(*SEXES)
