"""How harms are told in an abstract, as two tables: words, in which kinds of study, how sure, source.

Sources: "CONSORT Harms" is the extension of CONSORT for harms, "CTCAE" the Common Terminology Criteria for Adverse
Events, whose terms the named events follow, "dev" abstracts read on development halves. An event with a name of its
own ("nausea") may as well be what was treated: it counts only where it is told as having happened, and where neither
title, aim nor primary outcome speaks of it.
"""

from dataclasses import dataclass

from claimbook.appraise.text.lexicon import Worded, folded_pattern
from claimbook.appraise.text.pieces import SHARED, Glance, Pieces
from claimbook.model.appraisal import Kind

_GIVEN = frozenset({Kind.RCT, Kind.CROSSOVER, Kind.QUASI_EXPERIMENTAL, Kind.SINGLE_ARM, None})
"""Kinds in which people were given something that may do harm, and an unknown kind."""
TREATED = _GIVEN | {Kind.COHORT, Kind.CASE_SERIES}
_TOLD_OF = _GIVEN | {Kind.CASE_SERIES, Kind.META_ANALYSIS, Kind.SYSTEMATIC_REVIEW}
"""Not cohorts: half of the events told there are what people came with, or what was foretold."""
_ANY: frozenset[Kind | None] = frozenset({*Kind, None})


@dataclass(frozen=True)
class HarmRule(Worded):
    """One row: these words, in these kinds of study, report harms with this chance."""

    name: str
    stems: str
    """Lower-case parts of words, one of which every match holds."""
    words: str
    confidence: float
    """In the results; elsewhere it is less."""
    source: str
    concluded: bool = False
    """Whether a printed conclusion may tell it; what is only named there is often general knowledge."""
    kinds: frozenset[Kind | None] = _ANY
    besides: Pieces | None = None
    """Where its first parts of words are common: further ones, one of which stands in the sentence as well."""
    is_event: bool = False
    """Whether the words name an event and do not yet say that it happened, or did not (`BEFORE`, `AFTER`)."""


_GRADED = r"(?:(?:serious|severe|minor|major|mild|treatment-related|drug-related|no|significant|unexpected) ){0,3}"
_NO_HARM = "life|cardi|pregnan|perinatal|neonatal|birth|clinical|maternal|childhood|coronary|vascular"
_FEW = r"(?: [\w-]+){0,2}?"
HARM_RULES = (
    HarmRule(
        "events",
        stems="adverse|side ef|side-ef|untoward|unwanted|undesirable|toxicit|harm|ill ef|ill-ef",
        words=(
            rf"\b{_GRADED}(?:adverse (?:(?!{_NO_HARM})[\w-]+ ){{0,2}}?(?:events?|effects?(?! on (?:\w+ )?(?:rfs|dfs|os|"
            rf"survival|prognosis|mortality|outcomes?))|reactions?|experiences?)|"
            r"side[- ]effects?|(?:untoward|unwanted|undesirable) (?:\w+ )?(?:events?|effects?|reactions?)|"
            r"ill[- ]effects|(?<!self-)(?<!self )harms?\b(?! reduction)|(?<!geno)(?<!cyto)toxicit(?:y|ies))"
        ),
        confidence=0.92,
        source="CONSORT Harms",
        concluded=True,
    ),
    HarmRule(
        "tolerated",
        stems="tolerat|tolerance|tolerability",
        words=(
            r"\b(?:well|better|poorly|generally|equally|best)[- ]tolerated|\btolerated (?:well|by)\b|"
            r"\b(?:was|were) (?:\w+ )?tolerated\b|\btolerability (?:was|were|did)\b|"
            r"\b(?:good|excellent|poor|acceptable|satisfactory) tolera(?:nce|bility)"
        ),
        confidence=0.92,
        source="CONSORT Harms",
        concluded=True,
    ),
    HarmRule(
        "complications",
        stems="complication|injur|uneventful|morbidity",
        words=(
            rf"\b(?:no|without|any|minor|major|serious|severe|fewer|more|less){_FEW} complications?\b|"
            r"\b(?:intra|post|peri)-?operative (?:\w+ )?(?:complications?|morbidity)\b|\bcomplication rates?\b|"
            rf"\bcomplications?{_FEW} (?:occurred|developed|was|were|did|had)\b|\bcomplications? (?:in|\() ?\d|"
            rf"\b(?:incidence|rate|number|frequency)s? of{_FEW} complications?|"
            rf"\b(?:no|fewer|more){_FEW} injur(?:y|ies)\b|"
            r"\binjur(?:y|ies) (?:occurred|(?:was|were) (?:reported|observed|noted|more|less))|"
            r"\b(?:healing|recovery|course|operations?|procedures?) (?:was|were) uneventful"
        ),
        confidence=0.9,
        source="CONSORT Harms; dev",
    ),
    HarmRule(
        "stopped-for",
        stems="because of|due to|owing to|removed for|removed after|revised for|revised after|explanted",
        words=(
            r"\b(?:withdr[ae]w\w*|stopped|discontinu\w+|dropped out|left|ceased)(?: [\w()%,-]+){0,8}? "
            rf"(?:because of|due to|owing to){_FEW} (?:increas\w+ pain|intoleran\w+|toxicity|abnormal|elevated|severe|"
            r"nausea|vomiting|diarrh?o?ea|dizziness|headaches?|rash|cough|bleeding|leu[ck]openia|hypotension|"
            r"(?:persistent |severe |[\w-]+ )?(?:pain|soreness|discomfort|irritation|swelling|sedation|infection))\b|"
            r"\b(?:implants?|catheters?|devices?|prosthes[ei]s|screws|stents?) (?:was|were) (?:removed|revised|"
            r"explanted) (?:for|because of|due to|after)\b"
        ),
        confidence=0.85,
        source="CONSORT Harms (withdrawals due to harms)",
    ),
    HarmRule(
        "related-to-treatment",
        stems="related to|attributable to|attributed to|-related d|-related m|-related w|rose above|rose below|"
        "fell above|fell below|increased above|increased below|decreased above|decreased below",
        words=(
            r"\b(?:judged|considered|thought|deemed|felt|believed)(?: \w+){0,5} unrelated to\b|"
            r"\b(?:judged|considered|thought|deemed|felt|believed)(?: \w+){0,5} (?:related|attributable)"
            r" to (?:the )?(?:study|trial|treatment|intervention|drug|medication|procedure|device|therapy)|"
            r"\b(?:treatment|drug|procedure|device|therapy)-related (?:deaths?|mortality|withdrawals?)|"
            r"\bdeaths?\b[^.;]{0,40}\b(?:none|neither|not)(?: [\w-]+){0,4} (?:related|attributed|attributable) to\b|"
            r"\b(?:rose|fell|increased|decreased) (?:above|below) (?:the )?(?:normal|upper|lower) |"
            r"\b(?:none|not|neither|no deaths?)(?: [\w-]+){0,4} (?:related|attributed|attributable) to (?:the |study )?"
            r"(?:study|trial|treatment|intervention|drug|medication|procedure|device|therapy)\b(?!-)"
        ),
        confidence=0.85,
        source="CONSORT Harms (attribution)",
    ),
    HarmRule(
        "safety",
        stems="safe",
        words=(
            r"\b(?<!data )(?<!patient )(?<!food )(?<!road )(?<!home )safety\b"
            r"(?! (?:and (?:data )?monitoring|monitoring|board|committee|behavio|net|culture|climate))|"
            r"\bsafe(?:ly)?\b(?! (?:sex|water|place|environ))"
        ),
        confidence=0.7,
        source="CONSORT Harms; dev",
        concluded=True,
    ),
    HarmRule(
        "adverse-outcome",
        stems="adverse",
        words=r"\badverse (?:[\w-]+ ){0,3}?(?:events?|outcomes?)\b",
        confidence=0.6,
        source="dev: as often what was treated or predicted as what a treatment did",
        kinds=TREATED,
    ),
)

_EVENT = (
    r"a(?:bdominal (?:complaints?|discomfort|pain|upset)|llergic reactions?|lopecia|minotransferase elevations?|"
    r"naphyla\w+|rthralgia)|"
    r"b(?:leeding|listers?|radycardia|ruis\w+|urning(?: sensation)?)|"
    r"c(?:hest pain|onstipation|onvulsions?|ough(?!i)|ramps)|"
    r"d(?:iarrh?o?ea|izz(?:y|iness)|rows(?:y|iness)|ry mouth|yskinesias?|yspepsia)|"
    r"deep vein thrombos[ie]s|e(?:dema|mesis|pistaxis|rythema|xtrapyramidal \w+)|f(?:alls|lushing)|"
    r"g(?:astric (?:complaint|discomfort|upset)s?|astro-?intestinal (?:complaint|disturbance|problem|upset)s?)|"
    r"h(?:a?ematomas?|a?emoptysis|a?emorrhages?|earing loss|"
    r"eadaches?(?! (?:re|free))|epatic dysfunction|ypersensitivity reactions?|"
    r"yperkala?emia|ypoglyca?emi\w+|ypotension)|"
    r"i(?:nfusion reactions?|nsomnia|njection[- ]site (?:pain|reactions?)|rritation|(?<![a-z].)tching)|"
    r"kidney (?:failure|injury)|l(?:eu[ck]openia|iver (?:dysfunction|enzymes)|ocal reactions?)|"
    r"m(?:ucositis|uscle (?:pain|soreness))|n(?:ausea\w*|eutropenia)|o(?:bstipation|edema)|"
    r"p(?:ressure (?:sores?|ulcers?|injur(?:y|ies))|"
    r"alpitations?|ara?esthesias?|erforations?|hlebitis|rurit\w+)|r(?:(?<![a-z].)ash(?:es)?|enal (?:failure|"
    r"impairment)|"
    r"espiratory depression)|s(?:edation|eizures?|exual dysfunction|kin reactions?|leepiness|ore throat|omnolence|"
    r"tinging|yncope)|t(?:innitus|"
    r"achycardia|hrombocytopenia|hyroid dysfunction|rans?aminase elevations?)|ur(?:inary retention|ticaria)|"
    r"vomit\w*|w(?:eight gain|ithdrawal symptoms)"
)
_EVENT_STEMS = (
    "nausea|vomit|emesis|chest pain|abdominal pain|muscle pain|convulsion|cough|thrombos|"
    "falls|palpitation|seizure|sleepiness|sore throat|tachycardia|urinary retention|diarr|stipation|dizz|"
    "drows|somnolence|sedation|headache|rash|prurit|itching|urticaria|"
    "stinging|burning|irritation|erythema|bruis|ematoma|bleeding|emorrhage|hypotension|bradycardia|hypogly|hyperkal|"
    "phlebitis|flushing|dry mouth|dyspepsia|weight gain|syncope|dyskinesia|complaint|upset|discomfort|disturbance|"
    "problem|injection|reaction|respiratory depression|liver|hepatic|aminase|aminotransferase|neutropenia|leucopenia|"
    "leukopenia|thrombocytopenia|mucositis|alopecia|esthesia|perforation|extrapyramidal|soreness|cramps|edema|kidney|"
    "renal|withdrawal symptoms|dysfunction|anaphyla|arthralgia|blister|epistaxis|moptysis|hearing loss|insomnia|"
    "pressure|tinnitus"
)
_ALSO = (
    r"\b(?:hot flush\w*|hot flash\w*|loose stools|soft (?:stools|faeces|feces)|stomach (?:discomfort|upset|pain|ache)|"
    r"visual (?:disturbances?|impairment)|blurred vision|hallucinations?|delirium|swelling|stiffness|tingling|numbness|"
    r"faint(?:ing|ed)|ataxia|agitation|fevers?\b|muscle strains?|(?:hamstring|ankle|calf|back) (?:strains?|sprains?|"
    r"injur(?:y|ies))|(?:genital|skin|oral|eye|catheter) infections?)"
)
_ALSO_STEMS = (
    "hot fl|stools|soft f|stomach disc|stomach upset|stomach pain|stomach ache|visual dist|visual imp|blurred|"
    "hallucination|delirium|swelling|stiffness|tingling|numbness|fainted|fainting|ataxia|agitation|fever|muscle strain|"
    "hamstring|ankle|calf|back strain|back sprain|back injur|genital inf|skin inf|oral inf|eye inf|catheter inf"
)
_SURGICAL = (
    r"(?:wound|surgical[- ]site|pin[- ]tract) infections?|re-?operations?|revision surgery|seromas?|pneumothorax|"
    r"(?:anastomotic|bile|dural|air) leak\w*|wound dehiscence|testicular atrophy|ha?ematomas?|"
    r"nerve (?:palsy|injury|injuries|damage)|re-?(?:ruptures?|tears?|dislocations?)\b|dislocations?|non-?unions?|"
    r"delayed union|(?:superficial|deep|implant|joint) infections?|implant (?:failures?|removals?)|flap necrosis"
)
_SURGICAL_STEMS = (
    "testicular|infection|operation|revision surgery|seroma|leak|dehiscence|ematoma|nerve|pneumothorax|rerupture|"
    "retear|re-rupture|re-tear|dislocation|nonunion|non-union|delayed union|implant fail|implant rem|flap necrosis"
)
_SEEN = (
    r"(?:reported|observed|noted|noticed|seen|recorded|experienced|documented|detected|found|present|common|uncommon|"
    r"frequent|infrequent|rare|rarely|more|less|lower|higher|greater|fewer|similar|comparable|mild|transient|absent|"
    r"equally|mentioned|troublesome|the commonest|commonest|no more|not|significantly|slightly|also|the most)"
)
AFTER = folded_pattern(
    rf"\w*(?:(?:,? (?!but|which|in)[\w/-]+){{0,4}}? (?:occurred|developed|led|(?:was|were) {_SEEN})\b|"
    r"(?: rates?)? ?(?:\((?:n ?= ?)?\d|in (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b))"
)
BEFORE = folded_pattern(
    r"\b(?:incidences?|frequenc(?:y|ies)|rates?|(?<!in )(?<!all )(?<!of )cases?|episodes?|occurrences?|no|without|"
    r"report(?:ed|ing)|experienced|developed|suffered|had|felt|complained|complaints|because of|due to|owing to|"
    r"(?:common|frequent)\w*)"
    r"(?: (?:of|from|in|with|was|were|being|an?|any|early|late|or|and|[\w-]+ed|[\w-]+ly|\w{4,9})){0,4}? $"
)
"""Words after and before an event that say that it did or did not happen."""
_ENDINGS = (
    r"(?:itis|(?<!leuk)(?<!leuka)(?<!isch)(?<!ischa)(?<!glyc)(?<!glyca)(?<!an)(?<!ana)emia|algia|"
    r"(?<!albumin)(?<!protein)uria|spasms?|"
    r"(?<!sarco)(?<!osteo)penia|cytosis|acidosis|necrosis|psychosis|plegia|paresis|kinesia|iasis|mania|neuropathy|"
    r"heartburn|(?<=[a-z])ache)"
)
_HAPPENS = (
    r"(?:(?:,? (?!but|which|in)[\w/-]+){0,3}? (?:occurred|developed|(?:was|were) (?:not |also |only )?"
    r"(?:reported|observed|seen|noted|noticed|experienced|detected|as frequent|as common|more (?:common|frequent)|"
    r"less (?:common|frequent)))\b)"
)
EVENT_RULES = (
    HarmRule(
        "by-its-ending",
        stems="itis |emia |algia |uria |spasm|penia |cytosis |acidosis |necrosis |psychosis |plegia |paresis |kinesia |"
        "iasis |mania |neuropathy |heartburn |ache ",
        words=(
            rf"{_ENDINGS}\b(?P<told>(?={_HAPPENS}))|"
            r"\b(?:developed|experienced|suffered(?: from)?|(?:no|few|rare) (?:cases?|episodes?) of) "
            rf"(?:(?!and\b)[\w-]+ ){{0,2}}?[a-z]{{0,14}}?{_ENDINGS}\b(?P<seen>)"
        ),
        confidence=0.7,
        source="CTCAE; invented: what is ill by its name, and happened",
        kinds=_TOLD_OF,
        besides=Pieces(
            "occurred|developed|reported|observed| seen |noted|noticed|experienced|detected|suffered|cases|episodes|"
            " case |episode|frequent|common",
            SHARED,
        ),
        is_event=True,
    ),
    HarmRule(
        "named",
        stems=_EVENT_STEMS,
        words=rf"\b(?:{_EVENT})",
        confidence=0.75,
        source="CTCAE; dev",
        kinds=_TOLD_OF,
        is_event=True,
    ),
    HarmRule(
        "named-too",
        stems=_ALSO_STEMS,
        words=_ALSO,
        confidence=0.75,
        source="CTCAE; invented",
        kinds=_TOLD_OF,
        is_event=True,
    ),
    HarmRule(
        "surgical",
        stems=_SURGICAL_STEMS,
        words=_SURGICAL,
        confidence=0.75,
        source="CTCAE; dev",
        kinds=TREATED,
        is_event=True,
    ),
    HarmRule(
        "case-of-harm",
        stems="induced|during|after|following|rechalleng|withdrawn|discontinued|stopped",
        words=(
            r"\b[\w-]+-induced\b|\binduced by\b|\b(?:during|after|following) (?:treatment with|(?:the )?(?:use|intake|"
            r"administration) of|starting|(?:its |drug )?(?:withdrawal|discontinuation|cessation))\b|\brechalleng|"
            r"\b(?:was|were) (?:then |immediately |promptly )?(?:withdrawn|discontinued|stopped)\b"
        ),
        confidence=0.6,
        source="invented: a case is told because a treatment did harm",
        kinds=frozenset({Kind.CASE_REPORT}),
    ),
    HarmRule(
        "somebody-hurt",
        stems="complained|sprain|felt",
        words=(
            r"\b(?:patients?|participants?|subjects?|children|women|men|child|adults?|one|two) "
            r"(?:complained of|sprained|felt (?:dizzy|sick|unwell|nauseous|faint))"
        ),
        confidence=0.7,
        source="dev",
        kinds=_GIVEN,
    ),
)
TABLE = Glance((*HARM_RULES, *EVENT_RULES), SHARED)
SAME = (
    ("falls", "fall ", "fallin", "fractu"),
    ("sleepi", "insomn", "sleep"),
    ("thromb", "embol", "antico"),
    ("seizur", "convul", "epilep"),
    ("tachyc", "arrhyt", "fibril"),
    ("nausea", "vomit", "emesis", "emetic", "ponv", "migrai"),
    ("headac", "migrai"),
    ("bleedi", "hemorr", "haemor", "varice", "haemos", "hemost"),
    ("diarrh", "diarrho", "gastroenteritis", "bowel", "consti"),
    ("sedati", "anesth", "anaesth"),
    ("prurit", "itch", "dermatitis", "eczema", "psoria", "urtica", "erythe"),
    ("hypogl", "glucos", "glycem", "glycaem", "diabet"),
    ("infarc", "myocar", "cardio", "cardia", "corona", "heart", "angina", "vascul", "stroke", "athero", "statin"),
    ("infect", "sepsis", "septic", "bacter", "virus", "viral", "antibi", "vaccin", "pneumo", "influe", "antimi", "hiv"),
    ("fever", "febril", "malari", "infect"),
    ("hot", "flush", "flash", "climac", "vasomo"),
    ("stools", "soft", "consti", "bowel", "laxat"),
    ("re-tea", "retear", "tears", "tear", "re-rup", "reruptu", "ruptur"),
    ("deliri", "agitat", "cognit", "psych", "schizo", "demen", "hallu"),
)
"""Beginnings of words of one matter: where the title speaks of one, the others are no harm of their own."""
