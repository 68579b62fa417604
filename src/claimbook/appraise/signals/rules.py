"""What an abstract tells about how a study was done, as a table: field, what it says, where, pattern, source.

The fields are those of the grading specification, 1.2 ("spec"). Further sources: "CONSORT" is the CONSORT 2010
checklist for abstracts (items on allocation, blinding, numbers, harms, funding), "PEDro" the scale of the database of
that name, "dev" abstracts read on the development halves of
``pico_corpus``, ``rct_polarity`` and ``study_design``. The rows of one field stand in order of precedence; their
confidence is the share that was right where hits were read by hand (``docs/accuracy.md``).
"""

from claimbook.appraise.signals.baseline_rules import BASELINE_RULES
from claimbook.appraise.signals.blinding_rules import BLINDING_RULES
from claimbook.appraise.signals.place_rules import PLACE_RULES
from claimbook.appraise.signals.rule import SignalRule
from claimbook.appraise.text.denial import NOT
from claimbook.appraise.text.pieces import SHARED, Glance, Pieces

_NO_GROUP = (
    r"baseline|base-line|pre\w*|before|run-in|initial|previous\w*|guidelines?|screening|values?|those (?:before|at)|"
    r"that (?:before|at)|each other|day|week|month|year|data|results|published|reported"
)

_A_CONFOUNDER = (
    r"(?:\w+,? ){0,2}?(?:age|sex|gender|baseline|confound|potential|demogra|other|smoking|body|bmi|education|covariat|"
    r"season|birth|parity|income|social|socio|calendar|weather|temperature|ethnic|race|severity|co-?morbid)"
)

RULES = (
    *BLINDING_RULES,
    SignalRule(
        "randomised",
        says=False,
        where="own",
        stems="random|preference|choice|fixed",
        words=(
            r"\bfixed[- ](?:sequence|order)\b|"
            r"\bnon-?\s?randomi[sz]ed\b(?!(?: [\w-]+){0,3} (?:trials|studies|sequence|order|patients|arm|group))|"
            r"\bnon-?\s?random(?:ly)? (?:assign|alloc)\w+|"
            r"\b(?:not|without|no) (?:been )?randomly (?:assigned|allocated)|"
            r"\b(?:not|without|no) (?:been )?randomi[sz](?:ed|ation)\b(?!,?(?: [\w-]+,?){0,3} (?:trial|stud|data))|"
            r"\b(?:allocat|assign)\w+ (?:was |were )?(?:made )?(?:by|according to|based on) "
            r"(?:the |their )?(?:patients?\W{0,2}s?\W?|parents?\W{0,2}s?\W?|own|participants?\W{0,2}s?\W?|personal)? ?"
            r"(?:preferences?|choice)\b"
        ),
        confidence=0.9,
        source="spec (streams), dev",
        besides=Pieces(" non| not | no |without|preference|choice|fixed", SHARED),
    ),
    SignalRule(
        "randomised",
        says=False,
        where="own",
        stems="disproportionality|reporting odds|spontaneous|self-controlled|ecological|daily counts",
        words=(
            r"\bdisproportionality\b|\breporting odds ratio|\bspontaneous (?:[\w-]+ ){0,3}reports?\b|"
            r"\bself-controlled (?:case series|cohort|design)\b|\becological study\b|\bdaily counts of\b"
        ),
        confidence=0.8,
        source="invented: reports and counts allot nobody",
    ),
    SignalRule(
        "ill_or_healthy",
        says=True,
        where="conduct",
        stems="healthy|normal|matched|unaffected",
        words=(
            r"\b(?:healthy|normal|unaffected)(?:,? [\w-]+){0,2}? (?:controls|control (?:subjects|group)|comparison)\b|"
            r"\b(?:and|with|to|than)(?: (?:in|among|those|that|of|an?|\d+|four|five|six|seven|eight|nine|ten|twelve))"
            r"{0,3} (?:healthy|unaffected) (?:women|men|subjects|people|children|volunteers|individuals|persons|"
            r"adults)\b|\bmatched (?:healthy|(?:for|by) age)\b|\b(?:age|sex|gender)[- ]matched\b"
        ),
        confidence=0.7,
        source="invented: to be ill or healthy is allotted to nobody",
    ),
    SignalRule(
        "quasi_random",
        says=True,
        where="conduct",
        stems="quasi|alternat|birth|odd|even|number|date of|day of|month of|year of|every other|every second",
        words=(
            r"\bquasi-?\s?random\w*\b(?!(?: [\w-]+){0,3} (?:trials|studies))|"
            r"\b(?:allocat|allott|assign|randomi[sz]|divid|given|received|treated)\w*[^.;]{0,40}"
            r"\b(?:alternat(?:ely|ion|ing)\b"
            r"(?! (?:day|night|mont|week|leg|arm|side|with|between|mg|every))|"
            r"(?:by|depend\w* on|based on) (?:the )?(?:date|day|month|year) of (?:the )?"
            r"(?:birth|admission|attendance|week|month)|"
            r"(?:odd|even)[- ](?:numbered )?(?:days|weeks|months|dates)|"
            r"(?:odd|even)[ -](?:or|and)[ -](?:odd|even)|(?:hospital|medical|record|chart) (?:record )?numbers?|"
            r"according to (?:the |their )?(?:birth ?dates?|dates? of birth|day of (?:admission|the week)))|"
            r"\balternat(?:e|ing) (?:allocation|assignment|patients|cases|admissions|subjects)\b|"
            r"\balternate(?:ly)?,? (?:allocat|allott|assign|divided|placed)|\b(?:allocation|assignment) alternated\b|"
            r"\b(?:allocat|assign)\w+ (?:was |were )?(?:by|in|on|to) alternat(?:e|ing) (?:weeks|months|days)\b|"
            r"\bodd[- ](?:numbered )?(?:months|weeks|days|dates|years)\b[^.;]{0,80}\b(?:given|received|assigned|"
            r"allocated|"
            r"treated)\b[^.;]{0,80}\beven\b|\b(?:odd|even)(?:-numbered)? (?:hospital|record|file|chart|"
            r"case) numbers?\b|\bevery (?:other|second) (?:patient|case|participant|subject|admission)\b"
        ),
        confidence=0.9,
        source="spec (bias signals), dev",
    ),
    SignalRule(
        "concealment",
        says=False,
        where="conduct",
        stems="conceal",
        words=r"\b(?:not|un|without|no)(?: \w+){0,2}[ -]?(?:allocation )?conceal\w*|\bunconcealed\b",
        confidence=0.8,
        source="CONSORT 9",
    ),
    SignalRule(
        "concealment",
        says=True,
        where="conduct",
        stems="conceal|opaque|sealed",
        words=(
            rf"\b(?:allocation|randomi[sz]ation|assignment)(?: sequence)?(?: (?!{NOT})\w+){{0,2}} (?:was |were )?"
            r"conceal\w*|\bconceal\w+ (?:\w+ ){0,2}?(?:allocation|randomi[sz]ation|random|envelopes?|assignment)|"
            r"\b(?:opaque|sealed)(?:,? \w+){0,4} envelopes?"
        ),
        confidence=0.95,
        source="CONSORT 9",
    ),
    SignalRule(
        "concealment",
        says=True,
        where="conduct",
        stems="central|interactive|web|internet|telephone",
        words=(
            r"\bcentral(?:i[sz]ed|ly)?,? (?:\w+[- ]){0,3}(?:randomi[sz]\w+|allocat\w+)|\brandomi[sz]ed centrally|"
            r"\b(?:by|through|via|using|from) (?:an? |the )?central(?:i[sz]ed)? (?:telephone|web|computer|internet|"
            r"randomi)|\binteractive (?:voice|web)\w*(?: \w+)? response|\b(?:web|telephone|internet)-?based (?:\w+ )?"
            r"(?:randomi[sz]ation|allocation)"
        ),
        confidence=0.75,
        source="CONSORT 9 (central allocation conceals)",
    ),
    SignalRule(
        "intention_to_treat",
        says=False,
        where="conduct",
        stems="intent",
        words=r"\b(?:not|no|without)(?: (?!in\b)\w+){0,4} (?:by |an? )?inten(?:tion|t)[- ]to[- ]treat",
        confidence=0.8,
        source="CONSORT 16",
        besides=Pieces(" not | no |without", SHARED),
    ),
    SignalRule(
        "intention_to_treat",
        says=True,
        where="own",
        stems=(
            "intent|intended|itt|full analysis set|as randomi|included all|comprised all|based on all|done on all|"
            "performed on all|carried out on all|all randomi|randomised were|randomized were|to which they|original|"
            "initial|randomly"
        ),
        words=(
            r"\binten(?:tion|t|ded)s?[- \u2010-\u2013]+to[- \u2010-\u2013]+treat\w*|\bm?itt\b(?= anal| pop| set|\))|"
            r"\bfull analysis set|\banaly[sz]ed as randomi[sz]ed|"
            r"\banalys[ie]s (?:included|comprised|(?:was|were) (?:based on|done on|performed on|carried out on)) all "
            r"(?:randomi[sz]ed|(?:[\w-]+ ){1,2}(?:who (?:were|underwent) |as )?randomi[sz])|"
            r"\ball (?:randomi[sz]ed (?:[\w-]+ )?(?:patients|participants|subjects|adults|women|men|children)|"
            r"(?:patients|participants|subjects) randomi[sz]ed) were (?:included in the|analy[sz]ed)|"
            r"\b(?:by|according to) (?:the |their )?(?:original|initial|originally|randomly) (?:assigned |"
            r"allocated )?(?:group|"
            r"assign|alloc|treatment)|\b(?:groups?|arms?) to which they (?:were|had been) (?:\w+ )?(?:randomi[sz]|"
            r"allocat|assign)"
        ),
        confidence=0.97,
        source="CONSORT 16",
    ),
    SignalRule(
        "per_protocol_only",
        says=True,
        where="own",
        stems="protocol|as-treated|as treated|on-treatment|completers|who completed|who attended|who adhered|"
        "who complied|that completed|did not complete|non-adherent|nonadherent|non-compliant|noncompliant|"
        "failed to complete",
        words=(
            r"\bper[- \u2010-\u2013]protocol\b|\bas[- ]treated (?:anal|pop)\w+|\bon-treatment anal\w+|"
            r"\bexcluded from (?:the )?(?:\w+ )?analys[ie]s(?: of \w+)?,? (?:because of|due to|for) (?:\w+ )?protocol "
            r"(?:viol|deviat)|\bprotocol (?:viol|deviat)\w+,[^.;]{0,40} (?:were|was) excluded from (?:the )?analys|"
            r"\b(?:only|restricted to|limited to|confined to) (?:the )?completers|"
            r"\bcompleters[- ]only\b|\bonly (?:[\w-]+ ){0,4}(?:who (?:completed|attended|adhered|complied)|"
            r"that completed)[^.;]{0,60} were (?:included|analy[sz]ed)|"
            r"\b(?:did not complete|non-?adherent|non-?compliant|failed to complete)\b[^.;]{0,40} were excluded from "
            r"(?:the )?(?:\w+ )?analys"
        ),
        confidence=0.5,
        source="CONSORT 16; only where no analysis by intention to treat is named",
    ),
    SignalRule(
        "confounders_adjusted",
        says=True,
        where="own",
        stems=(
            "adjust|multivaria|propensity|control for|controlling for|controlled for|independent of|"
            "independently of|accounting for|allowing for|correcting for|corrected for|covariate|inverse|iptw|"
            "doubly|multiple|structural|instrumental|fixed|allowance for|into account|accounted for|standardised for|"
            "standardized for"
        ),
        words=(
            r"\b(?<!not )(?<!no )(?<!without )adjust(?:ed|ing|ment)s? (?:\w+ ){0,2}?(?:for\b|by (?:age|sex|gender|"
            r"confound|potential|baseline|cox|logistic|multi))|\bafter (?:\w+ )?adjustment|"
            r"\b(?:multivariable|multivariate|fully|risk|age|propensity)[- ]adjusted|"
            r"\badjusted (?:\w+ )?(?:hazard|odds|risk|relative|rate|mean|analys|model|OR|HR|RR|difference)|"
            r"\bmultivaria(?:ble|te)(?:-adjusted)? (?:\w+ ){0,2}?(?:analys\w+|regression|models?|logistic|cox|linear|"
            r"odds|hazard|risk|relative|or\b|hr\b|rr\b)|\b(?:after|when) (?:accounting|allowing|correcting|"
            r"(?:\w+ )?allowance) for\b(?! multiple)|"
            r"\b(?:included|entered|used|baseline|age|sex)(?: [\w ,-]{1,60}?)? as (?:a )?covariates?|"
            r"\b(?:age|sex|gender|smoking|confound\w+|covariates?)\b[^.;]{0,40} into account\b|"
            rf"\b(?:accounted|standardi[sz]ed) for {_A_CONFOUNDER}|"
            r"\bindependent(?:ly)? of (?:\w+ )?(?:age|sex|smoking|other|"
            r"traditional|established|confound)|\bcorrected for (?:age|sex|baseline|confound)|"
            r"\bpropensity(?:[- ]score)?|\binverse[- ]probability\b|\biptw\b|\bdoubly[- ]robust\b|"
            r"\bmarginal structural\b|\binstrumental variables?\b|\bfixed[- ]effects (?:models?|regression|panel)|"
            r"\bmultiple (?:linear |logistic |poisson |cox )?regression\b|"
            rf"\bcontrol(?:led|ling)? for {_A_CONFOUNDER}"
        ),
        confidence=0.88,
        source="spec (ROB-NRSI)",
    ),
    *PLACE_RULES,
    *BASELINE_RULES,
    SignalRule(
        "control_group",
        says=False,
        where="own",
        stems="single| one |uncontrolled| no |without|lack|absence",
        words=(
            r"\b(?:single[- ]|one-)(?:arm|group)(?:ed)?\b(?! (?:[\w-]+ ){0,2}(?:studies|trials))|"
            r"\buncontrolled (?:\w+ )?(?:study|trial|pilot|before)|"
            r"\b(?:no|without an?|lack(?:ed|s|ing|\s?of)? an?|absence of an?) (?:\w+ )?(?:control|"
            r"comparison) (?:group|arm)"
        ),
        confidence=0.8,
        source="spec (ROB-STUDY-HIGH)",
        besides=Pieces("arm|group|uncontrolled", SHARED),
    ),
    SignalRule(
        "control_group",
        says=True,
        where="conduct",
        stems="control|placebo|sham|care|comparison|wait",
        words=(
            r"\b(?:(?:placebo|sham|active|attention|wait(?:ing)?[- ]?list|vehicle|historical(?:ly)?|no[- ]treatment)"
            r"[- ])?control(?:led)?[- ](?:groups?|arms?|trial|study|condition|participants|subjects|patients)\b|"
            r"\b(?<!\bnot )(?<!\bnor )(?:placebo|sham)[- ]controlled\b|\b(?:placebo|sham)\b(?![- ]controlled)|"
            r"\b(?:usual|standard|routine|conventional) care\b|\bwait(?:ing)?[- ]?list|"
            r"\bcomparison (?:group|arm|subjects|participants|patients|cohort|condition|school|site|area|"
            r"town|district|village|communit(?:y|ie)|hospital|ward|unit|clinic|class|series)s?\b|\bcontrol series\b|"
            r"\bcontrolled before|"
            r"\b(?:healthy|matched|normal|historical|community|hospital|untreated|unexposed) (?:\w+ )?controls\b|"
            r"\b(?:served|acted|used) as (?:the |a )?(?:healthy |matched |normal )?(?:controls?|comparison)\b"
        ),
        confidence=0.9,
        source="spec (bias signals)",
        is_thing=True,
    ),
    SignalRule(
        "control_group",
        says=True,
        where="conduct",
        stems="compar",
        words=(
            r"\bcompar(?:ed|ing|ison)(?: \w+){0,6}? (?:with|to|versus|vs|and|between)\b"
            rf"(?! (?:[\w-]+ )?(?:{_NO_GROUP}))"
        ),
        confidence=0.75,
        source="dev: a comparison may be with what was before",
    ),
    SignalRule(
        "control_group",
        says=True,
        where="conduct",
        stems="controls|untreated",
        words=(
            r"\b(?:than|and|in|with|to|from|as|versus|vs\.?|between|of|among|\d+)(?: (?!own|positive|negative|quality)"
            r"[\w-]+)?? controls\b(?! (?:the|for|of|over|on)\b)|"
            r"\bcontrols (?:were|had|did|received|who)\b|"
            r"\buntreated (?:leg|arm|side|eye|limb|knee|foot|hand|site)s?\b"
        ),
        confidence=0.75,
        source="invented",
    ),
    SignalRule(
        "control_group",
        says=False,
        where="own",
        stems="series|review of|describe|report|present",
        words=(
            r"\bcase series\b|\bseries of (?:\w+ ){1,3}(?:patients|cases)\b|\bretrospective review of\b|"
            r"\bwe (?:report|describe|present) (?:\w+ ){1,3}(?:patients|cases)\b"
        ),
        confidence=0.6,
        source="dev: people of one treatment, where no word of this table tells of others",
    ),
)
TABLE = Glance(RULES, SHARED)
