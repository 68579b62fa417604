"""Rows for studies of people in which nobody was allocated by chance.

Sources: "PT" the scope notes of the publication types in MeSH, "dev" errors read on the development half of
``study_design``, "within" what trials print that tell of another trial (``section_roles``, training part, and
``screening``), "invented" titles and abstracts that were made up to try this.
"""

import re

from claimbook.appraise.design.rule import DesignRule
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.model.appraisal import Kind

OBSERVED = (
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
        "series-title",
        Kind.CASE_SERIES,
        "title",
        "consecutive series|personal series|surgical series|surgeon series|report of|review of|experience with|"
        "experience of|experience in",
        (
            r"\b(?:consecutive|personal|surgical|single[- ]surgeon) series\b|\b(?:report|"
            r"review) of \d{2,3} (?:\w+ ){0,2}"
            r"(?:cases|patients)\b|\bexperience (?:with|of|in) (?:\d{1,3}|[a-z]+ty(?:-\w+)?) (?:\w+ )?"
            r"(?:cases|patients|feet|hips|knees|procedures|operations)\b"
        ),
        0.65,
        "invented",
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
)

ANOTHER_GROUP = Pieces(
    "group|arm|arms|control|compar|placebo|random|versus|alternat|allocat|either|matched|cohort|conventional|standard|"
    "healthy| rat|mice|cells|cross|gene|predict|prognos|pharmacokinet|untreated|correlat|validat|doses|regimens|drugs",
    SHARED,
)
"""Parts of words, without which nothing tells of anybody but those who were treated."""
BEFORE = re.compile(
    r"\bbefore\b[^.;]{0,60}\b(?:after|following)\b|\bpre- and post|"
    r"\bbaseline\b|\bpre-?treatment\b|\bfeasib|\bfirst and (?:last|\w+th)\b|"
    r"\b(?:fell|rose|dropped|(?:de|in)creased|improved|declined|was reduced)(?: \w+ly)? from \d"
)
"""What was measured, or tried, before anything was given."""
_PEOPLE = (
    r"(?:patients|men|women|subjects|volunteers|participants|adults|children|athletes|students|adolescents|residents|"
    r"survivors|caregivers|couples|nurses|individuals|people|persons)"
)

SINGLE = (
    DesignRule(
        "single-arm",
        Kind.SINGLE_ARM,
        "anywhere",
        "single|uncontrolled|open|phase|escalation|before-and-after|post",
        (
            r"\bsingle[- ]arm\b|\buncontrolled (?:trial|study|pilot)|\bopen(?:[- ]label)?,? pilot (?:study|trial)|"
            r"\bopen[- ]label (?:extension|"
            r"phase (?:i|ii|1|2)\b)|\bphase (?:i|1|ii|2|i/ii|ia|ib|iia|1/2)\b(?! randomi)|"
            r"\bdose[- ]escalation|\bbefore-and-after|\bpre-?(?:test)?[-/ ]post-?(?:test)?\b"
        ),
        0.7,
        "dev",
    ),
)

CASES = (
    DesignRule(
        "case-text",
        Kind.CASE_REPORT,
        "abstract",
        "case|report|describe|present|old|histor|vignette|scenario",
        (
            r"\b(?:we|this|authors?) (?:here(?:in|by)? )?(?:report|describe|present)s? (?:on )?(?:a|an|the|one|"
            r"two|three|this)(?: \S+){0,3} (?:case|patient|woman|man|boy|girl|infant|cases|child)\b|"
            r"\b(?:a|an|this|one)? ?\d+[- ](?:year|yr|month|week|day)s?[- ]old,? (?:[\w-]+,? ){0,4}(?:man|woman|male|"
            r"female|boy|girl|patient|infant|child|neonate|gentleman|lady)\b(?! (?:adults|subjects|students))|"
            r"\bcase report\b|\bthe case of an?\b|\b(?:an?|one|two|three|this) (?:[\w-]+ ){0,3}(?:case|patient)s? "
            r"(?:(?:of|with) [^.;]{0,80}? )?(?:is|are|was) (?:here(?:in)? )?(?:reported|described|presented)\b|"
            r"\b(?:case|clinical) (?:histor(?:y|ies)|vignettes?|scenario)\b|\bcase-based\b"
        ),
        0.8,
        "dev, invented",
    ),
)
"""Before the reviews: many a report goes on to review what others saw."""

LEFT = (
    DesignRule(
        "genotyped",
        Kind.CASE_CONTROL,
        "own",
        "genotyp|polymorph|allele",
        r"\b(?:genotyp|polymorphism|allele)[^.;]{0,120}\bcontrols\b|\bcontrols\b[^.;]{0,120}\b(?:genotyp|allele|"
        r"polymorph)",
        0.65,
        "invented",
    ),
    DesignRule(
        "chosen",
        Kind.QUASI_EXPERIMENTAL,
        "own",
        "preference|choose|choice|no random",
        (
            r"\bpreference-based\b|\bfree to choose\b|\bno randomi[sz]ation (?:took place|was (?:done|performed))\b|"
            r"\baccording to (?:their|(?:patient|parent)\w*\W?s?\W?) (?:own )?(?:preference|choice)\b"
        ),
        0.6,
        "invented",
    ),
    DesignRule(
        "cohort",
        Kind.COHORT,
        "anywhere",
        "cohort|spective|follow|longitudinal|registry|record|propensity|inverse|emulat|hazard|cox|person-years",
        (
            r"\bpropensity[- ](?:score|match|adjust|weight)|\binverse[- ]probability|"
            r"\bemulat\w+ (?:[\w-]+ ){0,4}(?:target )?trial|\bhazard ratios?\b|\bperson-years\b|"
            r"\bcox (?:proportional|regression|models?|analysis)\b|"
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
        "case-series",
        Kind.CASE_SERIES,
        "anywhere",
        "series|consecutive|cases",
        (
            r"\bcase series\b|\bconsecutive (?:patients|cases)\b|\bseries of \d+|\blargest (?:\w+ )?series\b|"
            r"\bwe (?:studied|reviewed|report|describe) \d+ (?:\w+ )?cases\b"
        ),
        0.65,
        "PT, invented",
    ),
    DesignRule(
        "cohort-words",
        Kind.COHORT,
        "own",
        "regist|database|charts|case notes|linked|year follow|claims|users|followed|smr|expected deaths|"
        "expected cases|standardised m|"
        "standardized m|standardised i|standardized i",
        (
            r"\b(?:national|nationwide|danish|swedish|norwegian|finnish|population|health|hospital|discharge|disease|"
            r"fracture|cancer|birth|patient) regist(?:ers?|ries)\b|\bregister of\b|"
            r"\b(?:claims|insurance|administrative|hospital|clinical|health|research|care) databases?\b|"
            r"\b(?:charts|case notes) (?:of|were)\b|\blinked (?:[\w-]+ ){0,2}data\b|\b\d+-year follow-?\s?up of\b|"
            r"\b(?:insurance|medicare|medicaid|pharmacy) claims\b|\busers\b[^.;]{0,60}\bnon-?users\b|"
            r"\bwere followed(?: up)? for an? (?:mean|median|average)\b|\bsmrs?\b|"
            r"\bstandardi[sz]ed (?:mortality|incidence) rat|\bexpected (?:deaths|cases)\b"
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
        "prognosis",
        Kind.COHORT,
        "stated",
        "prognos|predict|kaplan|year",
        (
            r"\bprognostic (?:factors?|significance|value|markers?|indicators?|relevance)\b|\bkaplan[- ]meier\b|"
            r"\bpredict(?:ors?|ing|ed|s|ive) (?:of |for )?(?:[\w-]+ ){0,3}(?:survival|mortality|death|outcomes?|"
            r"recurrence|relapse|complications)\b|\b(?:\d+|one|two|three|four|five|ten)-year (?:follow|survival)"
        ),
        0.55,
        "dev",
    ),
    DesignRule(
        "against-healthy",
        Kind.CASE_CONTROL,
        "own",
        "healthy|normal|control subjects|relatives",
        (
            r"\bpatients\b[^.;]{0,160}\b(?:(?:healthy|normal) (?:[\w-]+ ){0,2}(?:controls?|subjects|volunteers|"
            r"individuals|donors|people|adults|women|men)|control subjects|(?:their|first-degree) relatives)\b"
        ),
        0.55,
        "dev",
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
        "talks",
        Kind.OTHER,
        "stated",
        "semi|qualitative|focus",
        (
            r"\bsemi-?\s?structured (?:[\w-]+ )?interviews\b|\bfocus groups\b|"
            r"\bqualitative (?:evaluation|interviews?|research)\b"
        ),
        0.6,
        "invented",
    ),
    DesignRule(
        "costs",
        Kind.OTHER,
        "title",
        "cost|economic|budget",
        (
            r"\b(?:cost[- ](?:effectiveness|utility|benefit|minimi[sz]ation|of[- ]illness)|budget impact|"
            r"micro-?costing|economic evaluation)\b"
        ),
        0.6,
        "invented",
    ),
    DesignRule(
        "single-arm-words",
        Kind.SINGLE_ARM,
        "own",
        "no control|without a control|one-group|open|compassionate",
        (
            r"\b(?:no|without a) control group\b|\bone-group\b|\bcompassionate (?:use|study|basis)\b|"
            r"\ban open(?:[- ]label)?,? (?:(?!controlled|comparative|parallel)[\w-]+,? ){0,3}(?:trial|study)\b"
        ),
        0.55,
        "dev",
    ),
)

TREATED_ALONE = (
    DesignRule(
        "all-treated",
        Kind.SINGLE_ARM,
        "stated",
        "underwent|received|completed|took part|attended|consumed|ingested|given|treated|trained|administered|"
        "offered|drank|invited",
        (
            rf"\b{_PEOPLE}\b(?:[^.;]|\.\d){{0,120}}\b(?:underwent|received|completed|took part in|attended|consumed|"
            rf"ingested|drank|"
            r"(?:were|was) (?:given|treated|trained|administered|offered|invited to))\b|"
            rf"\b(?:administered|given) to (?:\w+ ){{0,4}}{_PEOPLE}\b"
        ),
        0.55,
        "dev: 17 of 22 that were read",
        alone=True,
    ),
)
"""Behind all other studies: those who were treated, and nobody else."""
