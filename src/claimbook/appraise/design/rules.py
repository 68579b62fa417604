"""What words tell about the kind of a publication, as a table: name, kind, where it may stand, pattern, source.

Sources: "CHSSS" is the Cochrane highly sensitive search strategy (Cochrane Handbook 4.4.7), "PT" the scope notes of the
publication types in MeSH, "dev" errors read on the development half of ``study_design``.
"""

import re

from claimbook.appraise.design.rule import DesignRule
from claimbook.model.appraisal import Kind

_ANIMAL_STEMS = (
    " rat|mice|mouse|murine|rabbit| dog|canine|pig|swine|porcine|sheep|ovine|lamb|goat|cattle|bovine|cow|calves|heifer|"
    "steer|horse|equine|cats| cat |feline|hamster|gerbil|monkey|macaque|primate|chick|broiler|"
    " hen|zebrafish| fish|drosophila|"
    "ferret|rodent|wistar|sprague|balb|c57bl|new zealand"
)
_RANDOMISED = (
    r"\b(?=randomi[sz])(?<!non[- ])(?<!quasi[- ])(?<!mendelian )(?<!further )(?<!future )"
    r"randomi[sz](?:ed|ation|ing|e)\b"
    r"(?!(?:,? (?!trial\b|study\b)[\w-]+){0,5},? (?:trials|studies|rcts|evidence|data)\b)(?! algorithm| response)"
)
"""The authors' own randomisation; other people's 'randomised trials' stand in the plural.

The edge of the word stands in front, here and in the rows: a pattern all of whose phrases begin with one is tried only
at the edges of words (three times as fast as one that first looks behind at every sign)."""

_ANIMALS = (
    r"rats?|mice|mouse|murine|rabbits?|dogs?|canine|pigs?|piglets?|swine|porcine|sheep|ovine|lambs?|goats?|cattle|"
    r"bovine|cows?|calves|heifers?|steers?|horses?|equine|cats?|feline|hamsters?|guinea[- ]pigs?|gerbils?|monkeys?|"
    r"macaques?|primates|chickens?|chicks?|broilers?|hens|zebrafish|fish|drosophila|ferrets?|rodents?"
)

_NO_ANIMAL = (
    r"(?![- ](?:bites?|bitten|scratch\w*|owners?|allerg\w*|"
    r"o?estrogens?|oils?|milk|insulin|surfactants?|monoclonal|antibod\w+|valves?|collagen)\b)"
)
"""Behind the name of an animal: people were bitten by it, live with it, or are given something made from it."""

WISHED_FOR = re.compile(
    r"\b(?:needed|need for|necessary|required?|requires|warranted|should be|await\w*|future|further|remains to be)\b"
)
"""A study that the authors wish for is not the one they did."""

RULES = (
    # Publications that are no report of a study of their own
    DesignRule(
        "notice-title",
        Kind.RETRACTION_NOTICE,
        "title",
        "retract",
        (r"^\W*(?:retraction|retraction note|retracted)\b(?=[:\s.]*(?:notice|of|to|note)?)"),
        0.9,
        "PT",
    ),
    DesignRule(
        "protocol-title",
        Kind.PROTOCOL,
        "title",
        "protocol|rationale|study design|design and",
        (
            r"\b(?:study|trial|review|research)(?: \w+)? protocol\b|\bprotocol (?:for|of) (?:a|an|the) (?:\w+[- ]){0,6}"
            r"(?:trial|study|review|cohort|evaluation)\b|: (?:a |the )?(?:\w+ )?protocol\W*$|\brationale(?:,| and)"
            r"(?: study)? design|: rationale|design and (?:rationale|baseline)|study design and"
        ),
        0.85,
        "dev",
    ),
    DesignRule(
        "protocol-text",
        Kind.PROTOCOL,
        "own",
        "will|protocol",
        (
            r"\b(?:participants|patients|women|men|subjects|children|adults|"
            r"individuals) will be (?:randomly|randomi[sz]ed|recruited|enrolled|allocated|assigned|"
            r"included)|\bthis (?:study )?protocol (?:describes|presents|outlines)|\bwe will (?:conduct|"
            r"perform|randomi[sz]e|recruit|search|include)|\bthe trial will\b"
        ),
        0.9,
        "dev",
    ),
    DesignRule(
        "comment-title",
        Kind.COMMENT,
        "title",
        "re|comment|editorial|letter|correspondence|errat|corri|correction|news|reply|response",
        (
            r"^\W*(?:re|reply|response(?! to (?!(?:the |an? )?(?:letter|comment|editorial|reply)))|comment|commentary|"
            r"editorial|letter|correspondence|"
            r"author.?s.? repl\w+|in reply|erratum|correction|corrigendum|news)\b\s*(?:[:.]|on\b|to\b|$)|"
            r"\b(?:letter to the editor|author.?s.? (?:reply|response)|editorial comment)"
        ),
        0.9,
        "PT",
    ),
    DesignRule(
        "case-title",
        Kind.CASE_REPORT,
        "title",
        "case",
        (
            r"\b(?:a )?case (?:report|study|presentation)s?\b|\breport of (?:a|one|two|three|four|five|"
            r"\d+) cases?\b|\b(?:two|three|four|five|\d) (?:new )?cases\b|\b(?:a|an unusual|"
            r"a rare) case of\b|\bcase records?\b"
        ),
        0.85,
        "PT",
    ),
    DesignRule(
        "meta-title",
        Kind.META_ANALYSIS,
        "title",
        "meta|pooled",
        (
            r"\b(?:network )?meta-?\s?analy(?:sis|ses|tic)\b|\bpooled analysis of (?:randomi[sz]ed|"
            r"\w+ trials)"
        ),
        0.93,
        "PT",
    ),
    DesignRule(
        "review-title",
        Kind.SYSTEMATIC_REVIEW,
        "title",
        "systematic|cochrane|review",
        (
            r"\bsystematic(?:ally)? (?:\w+ ){0,2}(?:review|overview|literature)|\bcochrane review|"
            r"\bscoping review|\bumbrella review|\breview of (?:randomi[sz]ed|controlled|"
            r"clinical) (?:controlled |clinical )?trials"
        ),
        0.93,
        "PT",
    ),
    DesignRule(
        "meta-text",
        Kind.META_ANALYSIS,
        "own",
        "meta|pooled|combined",
        (
            r"\bwe (?:\w+ ){0,3}(?:performed|conducted|did|undertook|carried out) (?:a|"
            r"an)(?: \S+){0,4} meta-?analys|\b(?:performed|conducted|"
            r"used)(?: \S+){0,4} meta-?analys[ie]s\b|\bthis (?:\w+ ){0,3}meta-?analysis\b|\b(?:trials|"
            r"studies) were (?:pooled|combined|included in the meta-?analysis)|\bpooled (?:odds|relative|"
            r"risk|hazard|estimates?|data from \w+ (?:trials|studies))"
        ),
        0.85,
        "dev",
    ),
    DesignRule(
        "review-text",
        Kind.SYSTEMATIC_REVIEW,
        "own",
        "medline|pubmed|embase|cochrane|cinahl|web of science|psycinfo|search|systematic|data sources|"
        "selection criteria|trials|studies were",
        (
            r"\b(?:medline|pubmed|embase|cochrane (?:library|central|controlled trials|database|register)|"
            r"cinahl|web of science|psycinfo)\b(?=.{0,200}\b(?:search\w*|databases?|identif\w+|review\w*|"
            r"from|through|until|to)\b)|\b(?:literature|systematic|electronic|"
            r"database) search(?:es)? (?:was|were|of)\b|\bthis systematic review\b|\bdata sources\b|"
            r"\bselection criteria\s*:|\b(?:randomi[sz]ed|controlled|"
            r"clinical)(?: \w+){0,3} trials (?:comparing|that (?:compared|evaluated|assessed)|"
            r"were (?:identified|included|selected|reviewed|eligible))|\bstudies were (?:included|"
            r"eligible|selected|identified) (?:if|when|through)"
        ),
        0.85,
        "dev",
    ),
    # Studies of other beings, and of none
    DesignRule(
        "animal-title",
        Kind.ANIMAL,
        "title",
        _ANIMAL_STEMS,
        (
            rf"\b(?:in|of|on|by|for|the|from|rat|mouse)\b(?: \S+){{0,4}} (?:{_ANIMALS})\b{_NO_ANIMAL}"
            r"|\b(?:rats?|mice|"
            rf"murine|dogs|rabbits?|pigs|sheep|calves|cattle|broilers?|horses) "
        ),
        0.85,
        "dev",
    ),
    DesignRule(
        "animal-text",
        Kind.ANIMAL,
        "own",
        _ANIMAL_STEMS,
        (
            rf"\b(?:wistar|sprague[- ]dawley|balb/?c|c57bl\S*|knock-?out mice|transgenic mice|nude mice|"
            rf"new zealand white)\b|\b(?:male|female|adult|pregnant|anesthetized|anaesthetized|"
            rf"\d+) (?:\w+ )?(?:{_ANIMALS})\b{_NO_ANIMAL}|\b(?:rats|mice|rabbits|dogs|pigs|piglets|sheep|calves|cows|"
            rf"horses|cats|hamsters) (?:that |which )?(?:were|was|received|fed|treated|with|had)\b"
        ),
        0.8,
        "dev",
    ),
    # Trials
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
    ),
    DesignRule(
        "quasi",
        Kind.QUASI_EXPERIMENTAL,
        "anywhere",
        "quasi|random|controlled before|alternate|interrupted",
        (
            r"\bquasi-?\s?(?:experiment\w*|randomi[sz]\w*)|\bnon-?\s?randomi[sz]ed\b|\bcontrolled before|"
            r"\balternate(?:ly)? (?:allocat|assign)\w*|\binterrupted time series"
        ),
        0.8,
        "PT",
    ),
    DesignRule(
        "rct-assigned",
        Kind.RCT,
        "abstract",
        "random",
        (
            r"\brandomly (?:\w+ ){0,2}?(?:assign\w*|allocat\w+|allotted|divided|subdivided|received|given|distributed|"
            r"split|treated|enrolled|grouped|categori[sz]ed|administered|selected to|into|to)\b|(?:selected|assigned|"
            r"allocated|divided|treated) randomly\b|\b(?:randomi[sz]ed (?:to|into|in a|between|by|either|\d)\b|"
            r"random(?:i[sz]ed)? (?:\w+ )?(?:allocation|assignment|order|sequence|way|manner|fashion)\b|"
            r"underwent randomi[sz]ation|random[- ](?:digits?|numbers?) (?:tables?|lists?)|tables? of random |"
            r"at random (?:assigned|allocated|divided|into|to)\b|"
            r"(?:assigned|allocated|allotted|divided|treated|given|received|assignment|allocation)(?: \w+){0,6} "
            r"(?:randomly|at random|by randomi[sz]ation)\b)"
        ),
        0.96,
        "CHSSS",
    ),
    DesignRule("rct-word", Kind.RCT, "abstract", "random", _RANDOMISED, 0.96, "CHSSS"),
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
    DesignRule(
        "guideline-title",
        Kind.GUIDELINE,
        "title",
        "guideline|consensus|position|recommendation",
        (
            r"\b(?:clinical )?(?:practice )?guidelines?\b(?: (?:for|on|of)\b|\W*$)|"
            r"\bconsensus (?:statement|conference|report|recommendations)|\bposition (?:statement|"
            r"paper)\b|\brecommendations (?:for|of|from) the\b"
        ),
        0.7,
        "PT",
    ),
    DesignRule(
        "narrative-text",
        Kind.NARRATIVE_REVIEW,
        "abstract",
        "review|article|paper|chapter|overview|discuss|summari",
        (
            r"\b(?:this|the present|our|the current) (?:article|paper|review|chapter|"
            r"overview)(?: \w+){0,3} (?:reviews?|discuss\w*|summari[sz]es?|describes? (?:the )?(?:current|"
            r"recent)|provides?|outlines?|highlights?|focus\w*|examines?|considers?|explores?|addresses)|"
            r"\bwe (?:review|discuss|summari[sz]e)\b|\b(?:is|are) (?:reviewed|discussed|summari[sz]ed)\b|"
            r"\bin this (?:review|overview)\b|\bthis (?:mini-?)?review\b"
        ),
        0.75,
        "dev",
    ),
    DesignRule(
        "narrative-title",
        Kind.NARRATIVE_REVIEW,
        "title",
        "review|update|overview|current|advances",
        (
            r"\b(?:a|an|mini-?|literature|narrative|critical|brief|state-of-the-art) ?(?:\w+ )?review\b|"
            r": (?:a )?review\b|\bupdate\b|\boverview\b|\bcurrent (?:concepts|status|perspectives?|"
            r"trends)|\b(?:recent )?advances in\b"
        ),
        0.65,
        "dev",
    ),
    DesignRule(
        "vitro-title",
        Kind.IN_VITRO,
        "title",
        "vitro|vivo|cell line|cultured|cadaver",
        (r"\bin[- ]vitro\b|\bex[- ]vivo\b|\bcell lines?\b|\bcultured\b|\bcadaver\w*"),
        0.75,
        "dev",
    ),
    # Observation
    DesignRule(
        "cohort",
        Kind.COHORT,
        "anywhere",
        "cohort|spective|follow|longitudinal|registry|record|incidence",
        (
            r"\bcohorts?\b|\b(?:prospective|retrospective)(?:ly)?\b|\bfollow(?:ed)?[- ]up (?:study|"
            r"of patients)|\blongitudinal\b|\bregistry\b|\bmedical records?\b|\bincidence of\b"
        ),
        0.65,
        "PT",
    ),
    DesignRule(
        "cross-sectional",
        Kind.CROSS_SECTIONAL,
        "anywhere",
        "sectional|prevalence|survey|questionnaire",
        (r"\bcross-?\s?sectional\b|\bprevalence\b|\bsurvey(?:ed|s)?\b|\bquestionnaires?\b"),
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
)
