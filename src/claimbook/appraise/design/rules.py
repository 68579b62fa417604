"""What words tell about the kind of a publication, as a table: name, kind, where it may stand, pattern, source.

Sources: "CHSSS" is the Cochrane highly sensitive search strategy (Cochrane Handbook 4.4.7), "PT" the scope notes of the
publication types in MeSH, "dev" errors read on the development half of ``study_design``, "within" what trials print
that tell of another trial (``section_roles``, training part, and ``screening``), "invented" titles and abstracts that
were made up to try this.
"""

import re

from claimbook.appraise.design.beings import ANIMALS, CELLS, SPECIMENS
from claimbook.appraise.design.comments import OF_OTHERS
from claimbook.appraise.design.observed import CASES, LEFT, OBSERVED, SINGLE, TREATED_ALONE
from claimbook.appraise.design.publications import MODELS, OPINIONS, PUBLICATIONS, TOPICS
from claimbook.appraise.design.rule import DesignRule
from claimbook.model.appraisal import Kind

_RANDOMISED = (
    r"\b(?=randomi[sz])(?<!non[- ])(?<!quasi[- ])(?<!mendelian )(?<!further )(?<!future )(?<!few )"
    r"randomi[sz](?:ed|ation|ing|e)\b"
    r"(?!(?:,? (?!trial\b|study\b)[\w-]+){0,5},? (?:trials|studies|rcts|evidence|data)\b)(?! algorithm| response)"
)
"""The authors' own randomisation; other people's 'randomised trials' stand in the plural. What is denied is passed over
(`text.denial`).

The edge of the word stands in front, here and in the rows: a pattern all of whose phrases begin with one is tried only
at the edges of words (three times as fast as one that first looks behind at every sign)."""

DONE = re.compile(
    r"\b(?:we|our|this study|n ?= ?\d|p ?[<=]|"
    r"\d+ (?:\w+ ){0,3}(?:patients|subjects|women|men|children|volunteers|cases)|"
    r"patients received|was (?:studied|evaluated|measured|assessed|investigated|examined)|"
    r"(?:patients|were) (?:were|studied|evaluated|measured|assessed|treated|given|randomi[sz]ed))\b"
)
"""An abstract with such words tells of a study, whatever its title is."""
WAS = re.compile(r"\b(?:was|were)\b")
"""What was done, by whomever; of 22 records of ``screening`` without it and without `DONE` 21 were reviews."""

_QUALITATIVE = (
    r"\bthematic(?:ally)? (?:content )?analy|\btranscribed verbatim\b|\bgrounded theory\b|"
    r"\bphenomenolog\w+ (?:study|analysis|approach)|\bqualitative(?: \w+)? (?:study|design)\b"
)

_TRIALS = (
    DesignRule(
        "emulated",
        Kind.COHORT,
        "stated",
        "emulat|target",
        (r"\bemulat\w+ (?:[\w-]+ ){0,5}trials?\b|\btarget[- ]trial (?:emulat\w+|framework|approach|design)\b"),
        0.85,
        "invented",
    ),
    DesignRule(
        "declined",
        Kind.COHORT,
        "title",
        "declin|refus|preference",
        r"\b(?:declin|refus)\w+ (?:to (?:be |undergo )?)?random|\bpreference cohort\b",
        0.75,
        "invented",
    ),
    DesignRule(
        "rct-title",
        Kind.RCT,
        "title",
        "random|blind|placebo|phase",
        (
            rf"{_RANDOMISED}|\b(?:double|triple)[- ]?blind|\bplacebo[- ]controlled\b|\bphase (?:iii|"
            rf"3)\b(?!.*\btrials\b)"
        ),
        0.98,
        "CHSSS",
        own_trial=True,
    ),
    DesignRule(
        "quasi",
        Kind.QUASI_EXPERIMENTAL,
        "anywhere",
        "quasi|random|controlled before|alternate|interrupted|odd|equivalent|discontinuity",
        (
            r"\bquasi-?\s?(?:experiment\w*|randomi[sz]\w*)|\bnon-?\s?randomi[sz]ed\b|\bcontrolled before|"
            r"\balternate(?:ly)? (?:allocat|assign)\w*|\binterrupted time series|"
            r"\b(?:allocat|assign)\w+ (?:was |were )?not (?:at )?random\b|"
            r"\bnon-?equivalent (?:control|comparison|groups?)\b|\bregression discontinuity\b|"
            r"\bodd[- ](?:numbered )?(?:months|weeks|days|dates|years)\b[^.;]{0,120}\beven\b|\bodd (?:and|or) even\b"
        ),
        0.8,
        "PT",
    ),
    DesignRule(
        "extension",
        Kind.SINGLE_ARM,
        "title",
        "extension",
        r"\bopen[- ]label,? (?:[\w-]+ ){0,2}extension\b",
        0.75,
        "invented",
    ),
    DesignRule(
        "qualitative",
        Kind.OTHER,
        "stated",
        "thematic|verbatim|grounded|phenomenolog|qualitative",
        _QUALITATIVE,
        0.8,
        "within",
    ),
    *SPECIMENS,
    DesignRule(
        "rct-assigned",
        Kind.RCT,
        "abstract",
        "random",
        (
            r"\brandomly(?<!\bnot randomly)(?<!\bnon-randomly) (?:\w+ ){0,2}?(?:assign\w*|allocat\w+|allotted|"
            r"divided|subdivided|received|given|distributed|split|"
            r"treated|enrolled|grouped|categori[sz]ed|administered|selected to|into|to)\b|\b(?:selected|assigned|"
            r"allocated|divided|treated) randomly\b|\b(?:randomi[sz]ed (?:to|into|in a|between|by|either|\d)\b|"
            r"random(?:i[sz]ed)? (?:\w+ )?(?:allocation|assignment|order|sequence|way|manner|fashion)\b|"
            r"underwent randomi[sz]ation|random[- ](?:digits?|numbers?) (?:tables?|lists?)|tables? of random |"
            r"at random (?:assigned|allocated|divided|into|to)\b|"
            r"(?:assigned|allocated|allotted|divided|treated|given|received|assignment|allocation)(?: \w+){0,6} "
            r"(?:randomly|at random|by randomi[sz]ation)\b)"
        ),
        0.96,
        "CHSSS",
        own_trial=True,
    ),
    DesignRule("rct-word", Kind.RCT, "abstract", "random", _RANDOMISED, 0.96, "CHSSS", own_trial=True),
    DesignRule(
        "rct-by-lot",
        Kind.RCT,
        "abstract",
        "lot|coin|dice|computer|minimi",
        (
            r"\b(?:assign|allocat|divid)\w+\b(?:(?!\bnot\b)[^.;]){0,80}\b(?:by lot(?:s|tery)?\b|drawing (?:of )?lots\b|"
            r"(?:toss|flip)(?:ing)? (?:of )?a coin\b|coin[- ](?:toss|flip)|(?:throw|roll)\w* (?:of )?(?:a )?dice\b|"
            r"computer-generated (?:list|sequence|schedule|code|numbers?)\b|minimi[sz]ation\b)|"
            r"\bminimi[sz]ation\b[^.;]{0,40}\b(?:allocat|assign)|"
            r"\b(?:by|with|using) (?:a |the )?(?:coin[- ](?:toss|flip)|(?:toss|flip)(?:ing)? (?:of )?a coin)\b"
        ),
        0.93,
        "invented",
        own_trial=True,
    ),
    DesignRule(
        "case-control",
        Kind.CASE_CONTROL,
        "anywhere",
        "case|controls",
        (r"\bcase[- ]control(?:led)?\b|\bcase[- ]crossover\b|\bmatched controls\b"),
        0.85,
        "PT",
    ),
    DesignRule(
        "observed-title",
        Kind.COHORT,
        "title",
        "cohort|observational",
        r"\b(?:cohort|observational) (?:analys[ei]s|study)\b",
        0.75,
        "within: where a placebo or blinding is told of others",
    ),
    DesignRule(
        "rct-blind",
        Kind.RCT,
        "done",
        "blind|mask|dummy|placebo",
        (
            r"\b(?:double|triple|single|observer|assessor|investigator|evaluator)[- ](?:blind|masked|"
            r"dummy)\w*\b(?!(?: \w+){0,4} (?:trials|studies))|"
            r"\bplacebo[- ]controlled\b(?!(?: \w+){0,4} (?:trials|studies))|\b(?:or|versus|"
            r"vs\.?) (?:a )?(?:matching |identical |oral |daily )?placebo\b|\b(?:with|received|"
            r"to) placebo (?:or|and|versus)\b"
        ),
        0.8,
        "CHSSS",
    ),
    DesignRule(
        "crossover-text",
        Kind.CROSSOVER,
        "anywhere",
        "cross",
        (
            r"\bcross-?\s?over\b(?= (?:trial|study|design|comparison|fashion|manner|randomi[sz]ed|double|"
            r"clinical|experiment|,))|\brandomi[sz]ed,?(?: \S+){0,4} cross-?over"
        ),
        0.85,
        "PT",
    ),
    DesignRule(
        "crossover-order",
        Kind.CROSSOVER,
        "anywhere",
        "order|sequence|crossed|switched|period|balanced|wash|latin|within-subject|each|every",
        (
            r"\b(?:crossed(?: over)?|switched over|then switched) to the (?:other|alternat\w+|opposite|second)\b|"
            r"\b(?:two|three|four|2|3|4)-(?:period|sequence)\b|\bcounter-?balanced\b|"
            r"\bsingle doses? of each (?:formulation|treatment|drug|product|preparation)\b|"
            r"\bin(?<!intervention in) (?:a |an )?(?:random(?:i[sz]ed)?|counter-?balanced|balanced)(?:,? [\w-]+){0,2} "
            r"(?:order|sequence)\b(?! (?:to|into)\b)|"
            r"\b(?:order|sequence) of (?:the )?(?:[\w-]+ ){0,3}was (?:randomi|counter)|"
            r"\bseparated by (?:a|an|at least) (?:[\w-]+ ){0,5}wash[- ]?\s?out\b|"
            r"\bwash[- ]?\s?out(?: \w+){0,4} between\b|\blatin[- ]square|\bwithin-subjects? design\b|"
            r"\b(?:each|every) (?:participant|patient|subject|volunteer|woman|man|child|person)(?: \w+){0,2} "
            r"(?:received|completed|underwent|consumed|took|ingested|performed|tested|used) (?:both|each|all)\b"
        ),
        0.8,
        "within",
        beside=True,
    ),
)

_OLDER = DesignRule("rct-older", Kind.RCT, "stated", "random", _RANDOMISED, 0.75, "within")
"""Behind the studies in which nobody was allocated: randomisation that may be an older trial's, where no word of such a
study stands beside it."""

RULES = (
    *PUBLICATIONS,
    *MODELS,
    *OF_OTHERS,
    *ANIMALS,
    *_TRIALS,
    *OBSERVED,
    _OLDER,
    *SINGLE,
    *CASES,
    *OPINIONS,
    *CELLS,
    *LEFT,
    *TREATED_ALONE,
    *TOPICS,
)
"""In order of precedence."""
