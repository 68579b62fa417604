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
_SIMILAR = r"(?:similar|comparable|(?:well[- ])?(?:balanced|matched)|equivalent|homogen\w+|alike)"

RULES = (
    SignalRule(
        "quasi_random",
        says=True,
        where="conduct",
        stems="quasi|alternat|birth|odd|record number|chart number|day of",
        words=(
            r"\bquasi-?\s?random\w*|\b(?:allocat|assign|randomi[sz]|divid)\w*[^.;]{0,40}\b(?:alternat(?:ely|ion|ing)\b"
            r"(?! (?:day|night|mont|week|leg|arm|side))|by (?:date|day|month|year) of (?:birth|admission|attendance)|"
            r"(?:odd|even)[ -](?:or|and)[ -](?:odd|even)|(?:hospital|medical|record|chart) (?:record )?numbers?)"
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
            rf"\bdouble-?(?:blind|mask)\w*"
        ),
        confidence=0.98,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="double",
        where="conduct",
        stems="blind|mask",
        words=(
            rf"\b{_WHO_TREATS}(?:,| and| as well as| nor| or)[^.;]{{0,50}}\b(?:{_WHO_TREATS}|{_WHO_MEASURES})"
            rf"(?: were| was| are|,)?(?: all| both| also)? {_BLIND}\b"
        ),
        confidence=0.85,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="assessor",
        where="own",
        stems="blind|mask|unaware",
        words=(
            rf"\b(?:assessor|evaluator|observer|examiner|rater|investigator|researcher|outcome|end-?point)s?"
            rf"(?: |-)(?:and [\w-]+ )?{_BLIND}\b(?! by)|"
            rf"\b{_BLIND}[- ](?:\w+[- ]){{0,2}}{_WHO_MEASURES}|"
            rf"\b{_WHO_MEASURES}(?: \w+){{0,2}} (?:were|was|is|are|remained|being|will be)(?: \w+)? "
            rf"(?:{_BLIND}|unaware)\b|"
            rf"\b(?:assessed|evaluated|measured|rated|read|scored|adjudicated)(?: \w+){{0,6}} (?:by|in a)"
            rf"(?: \w+){{0,4}} {_BLIND}\b"
        ),
        confidence=0.9,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="none",
        where="own",
        stems="open|unblind|unmask|non-blind|nonblind|not blind|not mask|blinding was not|blinding was impossible",
        words=(
            r"\bopen[- ]?label\w*|\bopen(?:[- ]\w+)?,? (?:randomi[sz]ed|controlled|prospective|multicent\w+|"
            r"clinical|parallel)|\bun(?:blind|mask)ed\b|\bnon-?\s?(?:blind|mask)ed\b|\bnot (?:\w+ )?(?:blind|mask)ed\b|"
            r"\bblinding was (?:not|impossible)"
        ),
        confidence=0.92,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="single, who not said",
        where="own",
        stems="blind|mask",
        words=rf"\b(?:single|partially|observer|patient|participant|subject)s?(?:[- ]|\W\s?){_BLIND}",
        confidence=0.93,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="single, who not said",
        where="conduct",
        stems="blind|mask",
        words=(
            rf"\b(?:randomi[sz]ed,?|controlled,?|prospective,?) (?:and )?{_BLIND}\b|"
            rf"\b(?:in a|a) {_BLIND} (?:manner|fashion|trial|study)"
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
        stems="inten|itt|full analysis set|as randomi",
        words=(
            r"\binten(?:tion|t|ded)s?[- \u2010-\u2013]+to[- \u2010-\u2013]+treat\w*|\bm?itt\b(?= anal| pop| set|\))|"
            r"\bfull analysis set|\banaly[sz]ed as randomi[sz]ed"
        ),
        confidence=0.97,
        source="CONSORT 16",
    ),
    SignalRule(
        "per_protocol_only",
        says=True,
        where="own",
        stems="protocol|as-treated|as treated|on-treatment",
        words=r"\bper[- \u2010-\u2013]protocol\b|\bas[- ]treated (?:anal|pop)\w+|\bon-treatment anal\w+",
        confidence=0.5,
        source="CONSORT 16; only where no analysis by intention to treat is named",
    ),
    SignalRule(
        "confounders_adjusted",
        says=True,
        where="own",
        stems="adjust|multivaria|propensity|controlling for|controlled for|after account|covariate",
        words=(
            r"\badjust(?:ed|ing|ment)s? (?:\w+ ){0,2}?(?:for|by)\b|\bafter (?:\w+ )?adjustment|"
            r"\b(?:multivariable|multivariate|fully|risk|age|propensity)[- ]adjusted|"
            r"\badjusted (?:\w+ )?(?:hazard|odds|risk|relative|rate|mean|analys|model|OR|HR|RR|difference)|"
            r"\bmultivaria(?:ble|te) (?:\w+ ){0,2}?(?:analys\w+|regression|models?|logistic|cox|linear)|"
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
        stems="single|one cent",
        words=r"\b(?:single|one)[- ](?:cent(?:er|re)|site|institution\w*|hospital)\b",
        confidence=0.95,
        source="spec (INCONS-SINGLE)",
    ),
    SignalRule(
        "multicentre",
        says=True,
        where="own",
        stems="multi|centers|centres|hospitals|sites|clinics|practices|countries|institutions|schools",
        words=(
            r"\bmulti-?\s?(?:cent(?:er|re|ric)|site|institution\w*|national|country|hospital)|"
            r"\b(?:[2-9]|[1-9]\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|multiple)"
            r" (?:(?!trial|study|done|at |in |of |hip |bone )[\w-]+ ){0,3}?"
            r"(?:cent(?:er|re)s|hospitals|sites|clinics|practices|countries|institutions|schools)\b"
        ),
        confidence=0.93,
        source="spec (INCONS-SINGLE), dev",
    ),
    SignalRule(
        "baseline_comparable",
        says=False,
        where="own",
        stems="baseline|imbalance",
        words=(
            r"\b(?:groups?|arms?)[^.;]{0,40} (?:differed|were (?:not similar|not comparable|different|imbalanced))"
            r"[^.;]{0,40} at baseline|\b(?<!no )(?<!without )(?<!for )baseline (?:\w+ )?(?:imbalances?|differences)\b"
        ),
        confidence=0.6,
        source="PEDro item 4",
    ),
    SignalRule(
        "baseline_comparable",
        says=True,
        where="own",
        stems="baseline|characteristics|demographic|prognostic",
        words=(
            rf"\b(?:baseline|demographic|prognostic|clinical|patient)(?:[\w ,-]{{0,60}}) (?:were|was|did)"
            rf"(?: \w+){{0,2}} (?:{_SIMILAR}|not (?:significantly )?differ)|"
            rf"\b(?:{_SIMILAR}|did not (?:significantly )?differ)[^.;]{{0,50}} (?:at baseline|baseline character\w+)|"
            r"\b(?:no|without)(?: \w+){0,2} (?:baseline differences|differences?[^.;]{0,40} at baseline)"
        ),
        confidence=0.95,
        source="PEDro item 4",
    ),
    SignalRule(
        "control_group",
        says=False,
        where="own",
        stems="single|uncontrolled|no control|without a control|one-group|pre-post|before-and-after|lack",
        words=(
            r"\b(?:single|one)[- ](?:arm|group)(?:ed)?\b(?! (?:[\w-]+ ){0,2}(?:studies|trials))|"
            r"\buncontrolled (?:\w+ )?(?:study|trial|pilot|before)|"
            r"\b(?:no|without an?|lack(?:ed|s)? an?) control (?:group|arm)"
        ),
        confidence=0.8,
        source="spec (ROB-STUDY-HIGH)",
    ),
    SignalRule(
        "control_group",
        says=True,
        where="conduct",
        stems="control|placebo|sham|usual care|standard care|versus|vs|compar|wait|no treatment",
        words=(
            r"\b(?:(?:placebo|sham|active|attention|wait(?:ing)?[- ]?list|vehicle|historical(?:ly)?|no[- ]treatment)"
            r"[- ])?control(?:led)?[- ](?:groups?|arms?|trial|study|condition|participants|subjects|patients)\b|"
            r"\bplacebo\b|\bsham\b|\b(?:usual|standard|routine|conventional) care\b|\bwait(?:ing)?[- ]?list|"
            r"\bcompar(?:ed|ing|ison)(?: \w+){0,6} (?:with|to|versus|vs|and|between)\b"
        ),
        confidence=0.9,
        source="spec (bias signals)",
    ),
)
TABLE = Glance(RULES, SHARED)
