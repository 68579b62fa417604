"""What words tell about the kind of a publication, as a table: name, kind, where it may stand, pattern, source.

Sources: "CHSSS" is the Cochrane highly sensitive search strategy (Cochrane Handbook 4.4.7), "PT" the scope notes of the
publication types in MeSH, "dev" errors read on the development half of ``study_design``, "within" what trials print
that tell of another trial (``section_roles``, training part, and ``screening``), "invented" titles and abstracts that
were made up to try this.
"""

import re

from claimbook.appraise.design.beings import ANIMALS, CELLS, SPECIMENS
from claimbook.appraise.design.publications import MODELS, OPINIONS, PUBLICATIONS, TOPICS
from claimbook.appraise.design.rule import DesignRule
from claimbook.model.appraisal import Kind

_RANDOMISED = (
    r"\b(?=randomi[sz])(?<!non[- ])(?<!quasi[- ])(?<!mendelian )(?<!further )(?<!future )"
    r"(?<!\bno )(?<!\bnot )(?<!few )(?<!lack of )(?<!absence of )(?<!without )"
    r"randomi[sz](?:ed|ation|ing|e)\b"
    r"(?!(?:,? (?!trial\b|study\b)[\w-]+){0,5},? (?:trials|studies|rcts|evidence|data)\b)(?! algorithm| response)"
)
"""The authors' own randomisation; other people's 'randomised trials' stand in the plural.

The edge of the word stands in front, here and in the rows: a pattern all of whose phrases begin with one is tried only
at the edges of words (three times as fast as one that first looks behind at every sign)."""

WISHED_FOR = re.compile(
    r"\b(?:needed|needs?|necessary|required?|requires|warrant\w*|merits?|justif\w+|call(?:s|ed)? for|should be|"
    r"await\w*|future|further|remains to be)\b"
)
"""A study that the authors wish for is not the one they did."""

DONE = re.compile(
    r"\b(?:we|our|this study|n ?= ?\d|p ?[<=]|"
    r"\d+ (?:\w+ ){0,3}(?:patients|subjects|women|men|children|volunteers|cases)|"
    r"patients received|was (?:studied|evaluated|measured|assessed|investigated|examined)|"
    r"(?:patients|were) (?:were|studied|evaluated|measured|assessed|treated|given|randomi[sz]ed))\b"
)
"""An abstract with such words tells of a study, whatever its title is."""

ANOTHER_TRIAL = re.compile(
    r"\b(?:irrespective|regardless|independent(?:ly)?) of (?:[\w-]+ ){0,3}random|"
    r"\b(?<!and )(?:secondary|post[- ]?hoc|ancillary|re-?|process|sub-?)[- ]?(?:analys[ei]s|evaluation|study)\b|"
    r"\b(?:previous|prior|earlier|ongoing|parent|larger|published)(?:ly)?,?(?: [\w-]+,?){0,4} randomi[sz]ed|"
    r"\b(?:nested|embedded|alongside|within (?:a|an|the))\b[^.;]{0,60}\brandomi[sz]ed|"
    r"\b(?:data|samples|participants|cohort|participating|part)"
    r" (?:of|from|in) (?:a|an|the|our|one|two)\b(?: [\w-]+,?){0,5} randomi[sz]ed"
)
"""Randomisation in such a sentence may be of another trial, or of one whose people were studied once more."""

_QUALITATIVE = (
    r"\bthematic(?:ally)? (?:content )?analy|\btranscribed verbatim\b|\bgrounded theory\b|"
    r"\bphenomenolog\w+ (?:study|analysis|approach)|\bqualitative(?: \w+)? (?:study|design)\b"
)

_TRIALS = (
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
        "quasi|random|controlled before|alternate|interrupted",
        (
            r"\bquasi-?\s?(?:experiment\w*|randomi[sz]\w*)|\bnon-?\s?randomi[sz]ed\b|\bcontrolled before|"
            r"\balternate(?:ly)? (?:allocat|assign)\w*|\binterrupted time series|"
            r"\b(?:allocat|assign)\w+ (?:was |were )?not (?:at )?random\b"
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
            r"treated|enrolled|grouped|categori[sz]ed|administered|selected to|into|to)\b|(?:selected|assigned|"
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
            r"\b(?:assign|allocat|divid)\w+\b[^.;]{0,80}\b(?:by lot(?:s|tery)?\b|drawing (?:of )?lots\b|"
            r"(?:toss|flip)(?:ing)? (?:of )?a coin\b|coin[- ](?:toss|flip)|(?:throw|roll)\w* (?:of )?(?:a )?dice\b|"
            r"computer-generated (?:list|sequence|schedule|code|numbers?)\b|minimi[sz]ation\b)|"
            r"\bminimi[sz]ation\b[^.;]{0,40}\b(?:allocat|assign)"
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

_OBSERVED = (
    DesignRule(
        "difference-in-differences",
        Kind.QUASI_EXPERIMENTAL,
        "stated",
        "difference-in",
        r"\bdifference-in-differences?\b",
        0.7,
        "PT",
    ),
    DesignRule(
        "cross-sectional-said",
        Kind.CROSS_SECTIONAL,
        "anywhere",
        "sectional|survey",
        (
            r"\bcross-?\s?sectional,? (?:[\w-]+ ){0,2}(?:study|studies|survey|analys[ei]s|design|sample)\b|"
            r"\b(?:postal|mail(?:ed)?|telephone|online|web-based|household|anonymous|questionnaire) survey\b"
        ),
        0.8,
        "PT",
    ),
    DesignRule(
        "cohort-in-trial",
        Kind.COHORT,
        "own",
        "irrespective|regardless|independent",
        (
            r"\b(?:irrespective|regardless|independent(?:ly)?) of (?:[\w-]+ ){0,3}"
            r"(?:randomi[sz]\w+|(?:treatment|group|study) (?:allocation|assignment|arm)|trial arm)\b"
        ),
        0.7,
        "within",
    ),
    DesignRule(
        "cohort-said",
        Kind.COHORT,
        "anywhere",
        "cohort|observational|regist",
        (
            r"\bcohort (?:study|analysis|design)\b|\bobservational (?:[\w-]+ )?(?:study|analysis)\b|"
            r"\bregist(?:er|ry)-based (?:[\w-]+ ){0,2}(?:study|analysis|cohort)\b"
        ),
        0.75,
        "PT",
    ),
    DesignRule(
        "series-said",
        Kind.CASE_SERIES,
        "anywhere",
        "series|review",
        (
            r"\bcase series\b|\bretrospective (?:chart |case[- ]?note |case )?review of (?:\w+ ){0,2}"
            r"(?:\d{1,2}|ten|twelve|twenty\S*|thirty\S*|forty\S*|fifty\S*) (?:[\w-]+ ){0,3}(?:patients|cases)\b"
        ),
        0.65,
        "PT",
    ),
    DesignRule(
        "rct-older",
        Kind.RCT,
        "stated",
        "random",
        _RANDOMISED,
        0.75,
        "within",
    ),
)

_LEFT = (
    DesignRule(
        "cohort",
        Kind.COHORT,
        "anywhere",
        "cohort|spective|follow|longitudinal|registry|record",
        (
            r"\bcohorts?\b|\b(?:prospective|retrospective)(?:ly)?\b|\bfollow(?:ed)?[- ]up (?:study|"
            r"of patients)|\blongitudinal\b|\bregistry\b|\bmedical records?\b"
        ),
        0.65,
        "PT",
    ),
    DesignRule(
        "cross-sectional",
        Kind.CROSS_SECTIONAL,
        "anywhere",
        "sectional|survey|questionnaire",
        (r"\bcross-?\s?sectional\b|\bsurvey(?:ed|s)?\b|\bquestionnaires?\b"),
        0.7,
        "PT",
    ),
    DesignRule(
        "case-text",
        Kind.CASE_REPORT,
        "own",
        "case|report|describe|present|old",
        (
            r"\b(?:we|this|authors?) (?:here(?:in|by)? )?(?:report|describe|present)s? (?:a|an|the|one|"
            r"two|three|this)(?: \S+){0,3} (?:case|patient|woman|man|boy|girl|infant|cases|child)\b|"
            r"\b(?:a|an) \d+-(?:year|month|week|day)-old (?:\w+ ){0,4}(?:man|woman|male|female|boy|girl|"
            r"patient|infant|child)|\bcase report\b|\bthe case of a\b"
        ),
        0.8,
        "dev",
    ),
    DesignRule(
        "case-series",
        Kind.CASE_SERIES,
        "anywhere",
        "series|consecutive",
        (r"\bcase series\b|\bconsecutive (?:patients|cases)\b|\bseries of \d+"),
        0.65,
        "PT",
    ),
    DesignRule(
        "cohort-words",
        Kind.COHORT,
        "own",
        "regist|person-years|hazard|database|charts|case notes|linked|year follow",
        (
            r"\b(?:national|nationwide|danish|swedish|norwegian|finnish|population|health|hospital|discharge|disease|"
            r"fracture|cancer|birth|patient) regist(?:ers?|ries)\b|\bregister of\b|\bperson-years\b|\bhazard ratios?\b|"
            r"\b(?:claims|insurance|administrative|hospital|clinical|health|research|care) databases?\b|"
            r"\b(?:charts|case notes) (?:of|were)\b|\blinked (?:[\w-]+ ){0,2}data\b|\b\d+-year follow-?\s?up of\b"
        ),
        0.6,
        "dev",
    ),
    DesignRule("incidence", Kind.COHORT, "stated", "incidence", r"\bincidence of\b", 0.6, "PT"),
    DesignRule("prevalence", Kind.CROSS_SECTIONAL, "stated", "prevalence", r"\bprevalence\b", 0.65, "PT"),
    DesignRule(
        "matched",
        Kind.CASE_CONTROL,
        "methods",
        "controls",
        r"\bcases?\b[^.;]{0,60} (?:and|with|to) [\d,]+ (?:\w+ ){0,2}controls\b",
        0.65,
        "invented",
    ),
    DesignRule(
        "interviewed",
        Kind.CROSS_SECTIONAL,
        "own",
        "interviewed|respondents",
        (
            r"\brespondents\b|\b(?:adults|persons|people|women|men|households|adolescents|students|parents|workers|"
            r"residents|mothers)\b[^.;]{0,80} were (?:\w+ )?interviewed\b"
        ),
        0.55,
        "dev",
    ),
    DesignRule(
        "single-arm-words",
        Kind.SINGLE_ARM,
        "own",
        "no control|without a control|one-group",
        (r"\b(?:no|without a) control group\b|\bone-group\b"),
        0.55,
        "dev",
    ),
)

_SINGLE = (
    DesignRule(
        "single-arm",
        Kind.SINGLE_ARM,
        "anywhere",
        "single|uncontrolled|open|phase|escalation|before-and-after|post",
        (
            r"\bsingle[- ]arm\b|\buncontrolled (?:trial|study|pilot)|\bopen[- ]label (?:extension|"
            r"phase (?:i|ii|1|2)\b)|\bphase (?:i|1|ii|2|i/ii|ia|ib|iia|1/2)\b(?! randomi)|"
            r"\bdose[- ]escalation|\bbefore-and-after|\bpre-?(?:test)?[-/ ]post-?(?:test)?\b"
        ),
        0.7,
        "dev",
    ),
)

RULES = (
    *PUBLICATIONS,
    *MODELS,
    *ANIMALS,
    *_TRIALS,
    *_OBSERVED,
    *_SINGLE,
    *OPINIONS,
    *CELLS,
    *_LEFT,
    *TOPICS,
)
"""In order of precedence."""
