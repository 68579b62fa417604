"""What an abstract tells about how a study was done, as a table: field, what it says, where, pattern, source.

The fields are those of the grading specification, 1.2 ("spec"). Further sources: "CONSORT" is the CONSORT 2010
checklist for abstracts (items on allocation, blinding, numbers, harms, funding), "PEDro" the scale of the database of
that name, "dev" abstracts read on the development halves of
``pico_corpus``, ``rct_polarity`` and ``study_design``. The rows of one field stand in order of precedence; their
confidence is the share that was right where hits were read by hand (``docs/accuracy.md``).
"""

from claimbook.appraise.signals.rule import SignalRule
from claimbook.appraise.text.pieces import SHARED, Glance

_WHO_TREATS = (
    r"(?:patients?|participants?|subjects?|investigators?|clinicians?|physicians?|surgeons?|providers?|therapists?|"
    r"personnel|staff|caregivers?|parents|women|men)"
)
_WHO_MEASURES = (
    r"(?:(?:outcome )?assess(?:ors?|ments?|ing)|evaluat(?:ors?|ions?)|observers?|examiners?|raters?|adjudicat\w+|"
    r"reviewers?|readers?|interviewers?|end-?\s?points?|statisticians?|analysts?|pathologists?|radiologists?)"
)
_BLIND = r"(?:blind(?:ed|ing)?|mask(?:ed|ing)?)"
_UNAWARE = (
    rf"(?:{_BLIND}|unaware|ignorant|naive to|not aware|not informed|not told|without knowledge|kept unaware|"
    r"who (?:did not know|(?:was|were) (?:not (?:told|aware|informed)|unaware|blind(?:ed)?|masked)))"
)
_MEASURED = (
    r"(?:assessed|evaluated|measured|rated|read|scored|adjudicated|recorded|ascertained|performed|examined|collected|"
    r"obtained|reviewed|interpreted|judged|graded|documented|determined|reported)"
)
_STAFF = (
    rf"(?:{_WHO_MEASURES}|staff|nurses?|technicians?|sonographers?|physiotherapists?|dentists?|clinicians?|physicians?|"
    r"surgeons?|an[a]?esthe\w+|researchers?|investigators?|psychologists?|dermatologists?|person(?:nel)?|colleague)"
)
_TO_WHAT = r"(?:to|of|which|the|what|that|regarding|about|as to|for|from)"
_SIMILAR = r"(?:similar|comparable|(?:well[- ])?(?:balanced|matched)|equivalent|homogen\w+|alike)"
_NO_EXCEPTION = r"(?![^.;]{0,60}\b(?:except|apart from|other than|with the exception))"
_NO_GROUP = (
    r"baseline|base-line|pre\w*|before|run-in|initial|previous\w*|guidelines?|screening|values?|those (?:before|at)|"
    r"that (?:before|at)|each other|day|week|month|year|data|results|published|reported"
)
_AT_ENTRY = r"(?:age|sex|gender|demograph\w+|baseline|characteristics|severity)\b"

_MANY = (
    r"(?:[2-9]|[1-9]\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?|fifty(?:-\w+)?|several|multiple)"
)
_OF_A_BODY = (
    r"(?!anatom|arter|cancer|tum|valve|inject|body|skin|surg|bleed|biops|donor|adjacent|non-adj|intraoral|periodon|"
    r"dental|tooth|implant|extract|measure|fract|metasta|skelet|bone|spin|hip|cutan|infect|punct|repair|treated|disease|defect|"
    r"recess|pocket|prob|gingiv|mucos|muscle|pain|test|wound|tend|bind|cleav|phospho|polym|genet|stimul|record|brain|"
    r"acup|graft|anasto|ulcer|lesion|joint|contralateral|done |at |in |of |on |per )"
)
"""Words in front of sites that are no places of work."""

RULES = (
    SignalRule(
        "randomised",
        says=False,
        where="own",
        stems="nonrandom|non-random|non random|not random|not been random|without random|no random|preference|choice",
        words=(
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
    ),
    SignalRule(
        "quasi_random",
        says=True,
        where="conduct",
        stems="quasi|alternat|birth|odd|record number|chart number|hospital number|day of|every other",
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
            r"\bevery other (?:patient|case|participant|subject|admission)\b"
        ),
        confidence=0.9,
        source="spec (bias signals), dev",
    ),
    SignalRule(
        "blinding",
        says="double",
        where="own",
        stems="double|triple|quadruple|doubly",
        words=(
            rf"\b(?:double|triple|quadruple)(?:[- ]|\s?\W\s?){_BLIND}\w*|\bdoubly[- ]{_BLIND}|"
            rf"\bdouble-?(?:blind|mask)\w*|\bdouble[- ]?\([\w ,-]{{1,50}}\)[- ]?{_BLIND}"
        ),
        confidence=0.98,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="double",
        where="conduct",
        stems="blind|mask|unaware|ignorant|not aware|neither",
        words=(
            rf"\b{_WHO_TREATS}(?:,| and| as well as| nor| or)[^.;]{{0,50}}\b(?:{_WHO_TREATS}|{_WHO_MEASURES})"
            rf"(?: were| was| are|,)?(?: all| both| also| kept| remained)? (?:{_BLIND}|unaware|ignorant|not aware)\b|"
            rf"\bneither (?:the )?(?:[\w-]+ )?{_WHO_TREATS} nor [^.;]{{1,70}}\b(?:knew|aware|told|informed)\b|"
            rf"\b{_BLIND} of (?:the )?(?:study )?{_WHO_TREATS}(?:,| and)[^.;]{{0,40}}"
            rf"\b(?:{_WHO_TREATS}|{_WHO_MEASURES})\b"
            r"(?! (?:was|were) (?:not|im))"
        ),
        confidence=0.85,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="assessor",
        where="own",
        stems="blind|mask|unaware|ignorant|not aware|not informed|not told",
        words=(
            rf"\b(?:assessor|evaluator|observer|examiner|rater|investigator|researcher|outcome|end-?point)s?"
            rf"(?: |-)(?:and [\w-]+ )?{_BLIND}\b(?! by)|"
            rf"\bsingle[- ]{_BLIND} ?\((?:the )?(?:outcome )?(?:{_WHO_MEASURES}|investigators?|researchers?)|"
            rf"\bsingle[- ]?\((?:outcome )?(?:{_WHO_MEASURES}|investigators?)\)[- ]?{_BLIND}|"
            rf"\b{_BLIND}[- ](?:\w+[- ]){{0,2}}{_WHO_MEASURES}|"
            rf"\b{_WHO_MEASURES}(?: \w+){{0,2}} (?:were|was|is|are|remained|being|will be)(?: \w+)? "
            rf"(?:{_BLIND}|unaware|ignorant|not (?:aware|informed|told))\b|"
            rf"\b{_MEASURED}(?: [\w%/-]+){{0,8}} (?:by|in)(?: [\w-]+){{0,4}} {_BLIND}\b|"
            rf"\b{_BLIND} {_MEASURED}\b"
        ),
        confidence=0.9,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="assessor",
        where="own",
        stems="blind|mask|unaware|ignorant|without knowledge|not know|not aware|not informed|not told|naive to",
        words=(
            rf"\b{_MEASURED}(?: [\w%/()-]+){{0,8}} by(?: [\w-]+){{0,4}},? {_UNAWARE}\b|"
            rf"\b{_WHO_MEASURES}(?: [\w-]+){{0,2}},? {_UNAWARE} {_TO_WHAT}\b|"
            rf"\b{_STAFF}(?: [\w-]+){{0,2}},? {_UNAWARE} {_TO_WHAT}[^.;]{{1,40}} {_MEASURED}\b"
        ),
        confidence=0.9,
        source="CONSORT 11a; dev",
    ),
    SignalRule(
        "blinding",
        says="assessor",
        where="conduct",
        stems="blind|mask|unaware|ignorant|without knowledge|not know|not aware|not informed|not told|naive to",
        words=rf"\b{_STAFF}(?: [\w-]+){{0,2}},? {_UNAWARE} {_TO_WHAT}\b",
        confidence=0.8,
        source="dev: they may have treated as well",
    ),
    SignalRule(
        "blinding",
        says="none",
        where="own",
        stems="open|unblind|unmask|non-blind|nonblind|not blind|not mask|blinding was not|blinding was impossible",
        words=(
            r"\bopen[- ]?label\w*|\bopen(?:[- ]\w+)?,? (?:randomi[sz]ed|controlled|prospective|multicent\w+|"
            r"clinical (?:trial|study)|parallel|non-?comparative|uncontrolled|crossover|cross-over)|"
            r"\b(?:an|in|randomi[sz]ed|prospective|this) open[,-]? (?:trial|study|comparison|comparative|design)\b|"
            r"\bun(?:blind|mask)ed\b|\bnon-?\s?(?:blind|mask)ed\b|\bnot (?:\w+ )?(?:blind|mask)ed\b|"
            r"\bblinding (?:of [\w ]{1,40} )?(?:was|were) (?:not|impossible)"
        ),
        confidence=0.92,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="single, who not said",
        where="own",
        stems="blind|mask",
        words=(
            rf"\b(?:single|partially|partly|observer|patient|participant|subject)s?(?:[- ]|\W\s?){_BLIND}|"
            r"\bsingleblind|\bone[- ]blind(?:ed)?\b"
        ),
        confidence=0.93,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="single, who not said",
        where="conduct",
        stems="blind|mask|unaware",
        words=(
            rf"\b(?:randomi[sz]ed,?|controlled,?|prospective,?) (?:and )?{_BLIND}\b|"
            rf"\b(?:in a|a) {_BLIND} (?:manner|fashion|trial|study)|"
            rf"\b(?:patients|participants|subjects|women|men|children) (?:were|was|remained|are)(?: \w+)? "
            rf"(?:{_BLIND}|unaware)\b"
        ),
        confidence=0.7,
        source="dev",
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
            r"\b(?:allocation|randomi[sz]ation|assignment)(?: sequence)?(?: \w+){0,2} (?:was |were )?conceal\w*|"
            r"\bconceal\w+ (?:\w+ ){0,2}?(?:allocation|randomi[sz]ation|random|envelopes?|assignment)|"
            r"\b(?:opaque|sealed)(?:,? \w+){0,4} envelopes?"
        ),
        confidence=0.95,
        source="CONSORT 9",
    ),
    SignalRule(
        "concealment",
        says=True,
        where="conduct",
        stems="central|interactive|web-based|telephone",
        words=(
            r"\bcentral(?:i[sz]ed|ly)?,? (?:\w+[- ]){0,3}(?:randomi[sz]\w+|allocat\w+)|\brandomi[sz]ed centrally|"
            r"\binteractive (?:voice|web)\w*(?: \w+)? response|\b(?:web|telephone|internet)-?based (?:\w+ )?"
            r"(?:randomi[sz]ation|allocation)"
        ),
        confidence=0.75,
        source="CONSORT 9 (central allocation conceals)",
    ),
    SignalRule(
        "intention_to_treat",
        says=False,
        where="conduct",
        stems="inten",
        words=r"\b(?:not|no|without)(?: \w+){0,4} (?:by |an? )?inten(?:tion|t)[- ]to[- ]treat",
        confidence=0.8,
        source="CONSORT 16",
    ),
    SignalRule(
        "intention_to_treat",
        says=True,
        where="own",
        stems=(
            "inten|itt|full analysis set|as randomi|included all|comprised all|based on all|done on all|"
            "performed on all|carried out on all|all randomi|randomised were|randomized were|to which they"
        ),
        words=(
            r"\binten(?:tion|t|ded)s?[- \u2010-\u2013]+to[- \u2010-\u2013]+treat\w*|\bm?itt\b(?= anal| pop| set|\))|"
            r"\bfull analysis set|\banaly[sz]ed as randomi[sz]ed|"
            r"\banalys[ie]s (?:included|comprised|(?:was|were) (?:based on|done on|performed on|carried out on)) all "
            r"(?:randomi[sz]ed|(?:[\w-]+ ){1,2}(?:who (?:were|underwent) |as )?randomi[sz])|"
            r"\ball (?:randomi[sz]ed (?:[\w-]+ )?(?:patients|participants|subjects|adults|women|men|children)|"
            r"(?:patients|participants|subjects) randomi[sz]ed) were (?:included in the|analy[sz]ed)|"
            r"\b(?:groups?|arms?) to which they (?:were|had been) (?:\w+ )?(?:randomi[sz]|allocat|assign)"
        ),
        confidence=0.97,
        source="CONSORT 16",
    ),
    SignalRule(
        "per_protocol_only",
        says=True,
        where="own",
        stems="protocol|as-treated|as treated|on-treatment|completers",
        words=(
            r"\bper[- \u2010-\u2013]protocol\b|\bas[- ]treated (?:anal|pop)\w+|\bon-treatment anal\w+|"
            r"\bexcluded from (?:the )?(?:\w+ )?analys[ie]s(?: of \w+)?,? (?:because of|due to|for) (?:\w+ )?protocol "
            r"(?:viol|deviat)|\bprotocol (?:viol|deviat)\w+,[^.;]{0,40} (?:were|was) excluded from (?:the )?analys|"
            r"\b(?:only|restricted to|limited to|confined to) (?:the )?completers|\bcompleters[- ]only\b"
        ),
        confidence=0.5,
        source="CONSORT 16; only where no analysis by intention to treat is named",
    ),
    SignalRule(
        "confounders_adjusted",
        says=True,
        where="own",
        stems=(
            "adjust|multivaria|propensity|controlling for|controlled for|accounting for|allowing for|correct|covariate"
        ),
        words=(
            r"\badjust(?:ed|ing|ment)s? (?:\w+ ){0,2}?(?:for|by)\b|\bafter (?:\w+ )?adjustment|"
            r"\b(?:multivariable|multivariate|fully|risk|age|propensity)[- ]adjusted|"
            r"\badjusted (?:\w+ )?(?:hazard|odds|risk|relative|rate|mean|analys|model|OR|HR|RR|difference)|"
            r"\bmultivaria(?:ble|te)(?:-adjusted)? (?:\w+ ){0,2}?(?:analys\w+|regression|models?|logistic|cox|linear|"
            r"odds|hazard|risk|relative|or\b|hr\b|rr\b)|\b(?:after|when) (?:accounting|allowing|correcting) for|"
            r"\b(?:included|entered|used) as (?:a )?covariates?|\bcorrected for (?:age|sex|baseline|confound)|"
            r"\bpropensity(?:[- ]score)?|\bcontroll(?:ed|ing) for (?:\w+,? ){0,3}?(?:age|sex|baseline|confound|"
            r"potential|demogra|other|smoking|body|bmi|education|covariat)"
        ),
        confidence=0.88,
        source="spec (ROB-NRSI)",
    ),
    SignalRule(
        "multicentre",
        says=False,
        where="own",
        stems="single|one cent|one institution|mono",
        words=(
            r"\bsingle[- ](?:(?:tertiary|university|academic|community|teaching|urban|rural|public|general|referral|"
            r"care|medical|district)[- ]){0,3}(?:cent(?:er|re)|site|institution\w*|hospital)\b(?! stay)|"
            r"\bone[- ](?:cent(?:er|re)|institution)\b|\bmono-?cent(?:er|re|ric)\b"
        ),
        confidence=0.95,
        source="spec (INCONS-SINGLE)",
    ),
    SignalRule(
        "multicentre",
        says=True,
        where="own",
        stems="multi|centric|two-cent|three-cent|four-cent|five-cent|six-cent|dual-cent|centers|centres|hospitals|sites|"
        "clinics|practices|countries|institutions|schools|nursing homes|care homes|care units|emergency departments|"
        "villages|universities",
        words=(
            r"\bmulti-?\s?(?:cent(?:er|re|ric)|site|institution\w*|national|country|hospital)|\bbi-?centric\b|"
            r"\b(?:two|three|four|five|six|dual)-cent(?:er|re)\b|\bboth (?:hospitals|cent(?:er|re)s)\b|"
            rf"\b{_MANY} (?:{_OF_A_BODY}[\w-]+ ){{0,3}}?sites\b(?! of)|"
            rf"\b{_MANY} (?:(?!trial|study|done|at |in |of |hip |bone )[\w-]+ ){{0,3}}?"
            r"(?:cent(?:er|re)s|hospitals|clinics|practices|countries|institutions|schools|(?:nursing|care) homes|"
            r"(?:intensive|critical) care units|emergency departments|villages|universities)\b"
        ),
        confidence=0.93,
        source="spec (INCONS-SINGLE), dev",
    ),
    SignalRule(
        "multicentre",
        says=False,
        where="conduct",
        stems="one hospital|one site|one university| our |tertiary|university hosp|teaching|referral|district",
        words=(
            r"\b(?:at|in|from) one (?:[\w-]+ ){0,2}(?:hospital|site)\b(?!-)|"
            r"\b(?:at|in|from) (?:an?|the) (?:[\w-]+ ){0,3}?(?:tertiary|university|teaching|referral|district) "
            r"(?:[\w-]+ ){0,3}?(?:hospital|cent(?:er|re)|clinic)\b(?! (?:stay|and|or))|"
            r"\b(?:at|in|from) our (?:[\w-]+ ){0,3}(?:institut(?:ion|e)|hospital|department|cent(?:er|re)|clinic)\b"
        ),
        confidence=0.85,
        source="spec (INCONS-SINGLE)",
    ),
    SignalRule(
        "baseline_comparable",
        says=False,
        where="conduct",
        stems="baseline|imbalance",
        words=(
            r"\b(?:groups?|arms?)[^.;]{0,40} (?:differed|were (?:not similar|not comparable|different|imbalanced))"
            r"[^.;]{0,40} at baseline|\b(?<!no )(?<!without )(?<!for )baseline (?:\w+ )?(?:imbalances?|differences)\b|"
            r"^at baseline,? (?:the )?(?:[\w-]+ ){0,3}(?:patients|group|participants|arm|controls|subjects|women|men) "
            r"(?:were|had|showed) (?:\w+ )?(?:more|higher|lower|older|younger|worse|less|fewer|longer|greater)\b"
        ),
        confidence=0.6,
        source="PEDro item 4",
    ),
    SignalRule(
        "baseline_comparable",
        says=True,
        where="conduct",
        stems="baseline|characteristics|demographic|prognostic",
        words=(
            rf"\b(?<!from )(?:baseline(?! to | through )|demographic|prognostic|(?:clinical|patients?'?|tumou?r) "
            rf"(?:[\w-]+ ){{0,2}}characteristics)(?:[\w ,-]{{0,60}}) (?:were|was|did)(?: \w+){{0,2}} (?:{_SIMILAR}|"
            rf"not (?:significantly )?differ)\w*{_NO_EXCEPTION}|"
            rf"\b(?:{_SIMILAR}|did not (?:significantly )?differ)[^.;]{{0,50}} (?<!those )(?:at baseline|baseline "
            rf"character\w+){_NO_EXCEPTION}|"
            r"\b(?:no|without)(?: \w+){0,2} (?:baseline differences|differences?[^.;]{0,40} at baseline)"
        ),
        confidence=0.95,
        source="PEDro item 4",
    ),
    SignalRule(
        "baseline_comparable",
        says=True,
        where="conduct",
        stems=" age | sex |gender|demograph|characteristics|severity|baseline",
        words=(
            rf"\b(?:groups|arms|patients)(?: [\w-]+){{0,2}} (?:were|was)(?: [\w-]+){{0,2}} (?:{_SIMILAR}) (?:with (?:re"
            rf"spect|regard) to|in (?:terms|respect) of|regarding|as to|for|in)[^.;]{{0,30}}\b{_AT_ENTRY}"
        ),
        confidence=0.85,
        source="PEDro item 4; dev",
    ),
    SignalRule(
        "baseline_comparable",
        says=True,
        where="conduct",
        stems="demograph",
        words=(
            r"\bno(?: [\w-]+){0,4} differences?(?: [\w-]+){0,6} (?:in|with (?:respect|regard) to|regarding|in terms of)"
            r"[^.;]{0,30}\bdemograph"
        ),
        confidence=0.85,
        source="PEDro item 4; dev",
    ),
    SignalRule(
        "control_group",
        says=False,
        where="own",
        stems="single|uncontrolled|no control|without a control|one-group|pre-post|before-and-after|lack",
        words=(
            r"\b(?:single|one)[- ](?:arm|group)(?:ed)?\b(?! (?:[\w-]+ ){0,2}(?:studies|trials))|"
            r"\buncontrolled (?:\w+ )?(?:study|trial|pilot|before)|"
            r"\b(?:no|without an?|lack(?:ed|s|ing|\s?of)? an?) (?:\w+ )?(?:control|comparison) (?:group|arm)"
        ),
        confidence=0.8,
        source="spec (ROB-STUDY-HIGH)",
    ),
    SignalRule(
        "control_group",
        says=True,
        where="conduct",
        stems="control|placebo|sham|care|comparison|wait",
        words=(
            r"\b(?:(?:placebo|sham|active|attention|wait(?:ing)?[- ]?list|vehicle|historical(?:ly)?|no[- ]treatment)"
            r"[- ])?control(?:led)?[- ](?:groups?|arms?|trial|study|condition|participants|subjects|patients)\b|"
            r"\bplacebo\b|\bsham\b|\b(?:usual|standard|routine|conventional) care\b|\bwait(?:ing)?[- ]?list|"
            r"\bcomparison (?:group|arm|subjects|participants|patients|cohort|condition|school|site|area)s?\b|"
            r"\b(?:healthy|matched|normal|historical|community|hospital|untreated|unexposed) (?:\w+ )?controls\b"
        ),
        confidence=0.9,
        source="spec (bias signals)",
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
