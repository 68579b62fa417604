"""Words that show how strongly a sentence words a relation, as tables.

Sources: "spec" is the grading specification 1.1 (association cues, causal verbs, modals before them), "hedges" the
hedge classes of https://bmcbioinformatics.biomedcentral.com/articles/10.1186/1471-2105-9-S11-S10/tables/1, "dev"
errors read on the development half of ``causal_language`` (evaluation only: nothing was fitted to it).
"""

from dataclasses import dataclass
from typing import NamedTuple

from claimbook.appraise.text.lexicon import Worded, folded_pattern, one_of, words
from claimbook.appraise.text.pieces import SHARED, Glance


@dataclass(frozen=True, eq=False)
class Cues(Worded):
    """One table of words: pieces of words, one of which every match holds, and the words themselves."""

    stems: str
    words: str


def _one_of(alternatives: tuple[str, ...]) -> str:
    """Phrases that begin and end with whole words; no word begins behind a word, which is sooner seen than tried."""
    return rf"\b(?=\w){one_of(' | '.join(alternatives))}(?!\w)"


def _phrases(stems: str, *alternatives: str) -> Cues:
    return Cues(stems, _one_of(alternatives))


_RESEARCH = (
    r"(?:stud(?:y|ies)|research|trials?|investigations?|evaluations?|data|work|evidence|follow-up|validation|"
    r"analys[ei]s|explorations?|consideration|design|assessments?|efforts?|attention)"
)
BOOKKEEPING = _phrases(
    (
        "registration|registered|clinicaltrials|isrctn|nct|actrn|chictr|funded|evidence|copyright|rights|conflict|"
        "elsevier|wiley|abbreviations|#"
    ),
    r"registration | registered (?:at|with|as|in|on|under|clinical) | clinicaltrials\S* |"
    r" isrctn\S* | nct\d+ | actrn\d+ | chictr\S* | (?:is |was )?funded by | level of evidence | "
    r"copyright | all rights | conflicts? of interest | elsevier | john wiley | abbreviations |"
    r" \d\d{3};\s?\d+",
)
"""Registration, funding and print (dev)."""

OPEN_QUESTION = _phrases(
    (
        "need|necess|requir|warrant|should|must|will|would|may|might|could|ongoing|underway|encouraged|recommended|"
        "essential|desirable|mandatory|crucial|are|has|have|call|important|remain|unclear|unknown|uncertain|"
        "controversial|understood|seen|defined|proven|establish|confirm|deserve|merit|await|hypothesi|determine|"
        "investigat|evaluate|assess|clarif|explor|examine|elucidat"
    ),
    rf"(?:further|more|future|additional|larger?|prospective|randomi[sz]ed|long-?term|longitudinal|"
    rf"other(?! hand)|new|high-quality|well-designed|multicent\w+|clinical|confirmatory|mechanistic|"
    rf"replication)\b[^.;,]{{0,90}}?\b{_RESEARCH}\b[^.;]{{0,70}}?\b(?:needed|necessary|required|"
    rf"warranted|should|must|will|needs?|would|may|might|could|ongoing|underway|encouraged|"
    rf"recommended|essential|desirable|mandatory|crucial|require|are to)",
    rf"(?:need|needs|calls?|necessity|required|needed|necessary|warranted|important) (?:for|"
    rf"to)\b[^.;]{{0,60}}?\b(?:{_RESEARCH}|investigat\w+|evaluat\w+|elucidat\w+|clarif\w+|"
    rf"confirm\w*|determin\w+|validat\w+|explor\w+|assess\w*|examin\w+|understand)",
    r"(?:remains?|is|are) (?:still |largely |currently |yet )?(?:unclear|unknown|uncertain|controversial|"
    r"to be (?:\w+ )?(?:determined|elucidated|established|clarified|confirmed|seen|explored|investigated|"
    r"defined|proven)|not (?:yet )?(?:fully |well |completely )?understood)",
    r"(?:deserves?|merits?|requires?|warrants?|await\w*|needs?) (?:to be )?(?:further|additional|"
    r"more|careful|confirm\w*|investigat\w*|study|clarif\w*|validat\w*|verif\w*|evaluat\w*|"
    r"explor\w*|clearly|defined|strengthened)",
    r"(?:has|have|needs?|remains?) to be | we hypothesi[sz]e\w* | (?:to|will) (?:determine|"
    r"investigate|evaluate|assess|clarify|explore|examine|elucidate)",
)
"""What nobody knows yet, and what others should find out (dev)."""

ADVICE = _phrases(
    (
        "should|must|ought|recommend|advis|indicated|encouraged|warranted|required|need|necessary|call|whether|"
        "focus|important|essential|crucial|vital|imperative|effort|target|plan|opportunit|scope|room|area|"
        "awareness|guidelines|highlight|underlin|underscor|emphasi|implication|support"
    ),
    r"should | must | ought to | (?:is|are|be|was|were) (?:\w+ )?(?:recommended|advised|indicated|"
    r"encouraged|warranted|required|needed|necessary) | recommends? | we recommend | advis(?:e|able) | "
    r"call for | whether | focus on (?:optimi\w+|improving) | "
    r"(?:(?<!may\sbe\s)(?<!might\sbe\s)(?<!could\sbe\s)(?:important|essential|crucial)|"
    r"vital|necessary|imperative|needed|required|need|needs|efforts?|targets?|plans?|"
    r"opportunit(?:y|ies)|scope|room|areas?|awareness|guidelines) (?:to|for) | "
    r"(?:highlight(?:s|ed)?|underlin(?:es?|ed)|underscores?d?|emphasi[sz]e[sd]?) (?:\w+ ){0,3}?"
    r"(?:need|importance|necessity|urgency|lack) | (?:have|has|having|with) (?:\w+ ){0,3}?implications? | "
    r"supports? (?:(?:the|further|an?) )?(?:use|testing|screening|investigation|implementation|conduct|adoption) | "
    r"need to | emphasi[sz]ed | may need | might need",
)
"""What readers should do; the relation in such a clause is a wish, not a finding (dev)."""

ASSOCIATION = _phrases(
    (
        "associat|correlat|link|relat|predict|prognos|risk|likel|prone|susceptible|odds|hazard|increased|higher|"
        "elevated|greater|lower|reduced|decreased|excess|doubled|independen|dose|parallel|accompanied|occur|"
        "indicat|marker|clue|interact|depend"
    ),
    r"associat(?:ed|ion|ions|es)(?: \w+){0,4}? (?:with|between|of|to|among|in|were|was|is|are) |"
    r" associat(?:es?|ing) with | correlat(?:ed?|es|ions?|ing) | correlates? | (?:un|"
    r"inter)?correlated | linked (?:to|with) | links? between | a link | relat(?:es?|ed) to |"
    r" (?:relation|relationship)s? (?:\w+ ){0,4}?(?:between|to|with|among|of) | relationship |"
    r" related (?:to|with) | associations? | (?:is|are|was|were|be|been|not|\w+ly) associated",
    r"predicts? | predicted | (?:independent|significant|strong(?:er|est)?|important|best|good|"
    r"main|only|major|poor|useful|valuable|a|the|powerful|most) (?:\w+ ){0,2}?predict(?:ors?|"
    r"ive)(?! (?:value|validity|accuracy|power|model|tool|performance)) | predict(?:ive|ors?) (?:of|for) |"
    r" predictors? | prognostic (?:factors?|indicators?|value|markers?|significance|role) | prognosticators? |"
    r" (?:worse|worst|poorer|poor|better|unfavou?rable) prognosis | (?:is|are|was|were|as|be|being|"
    r"independent|an?|significant|major|main|important|identified) (?:\w+ ){0,4}?risk (?:factor|"
    r"indicator|marker)s? | risk factors? (?:\w+ ){0,4}?(?:were|was|are|included?|is) |"
    r" (?:share|common|genetic|as) (?:\w+ )?risk factors?",
    r"more (?:likely|prone|susceptible) | less (?:likely|prone) | (?:increased?|decreased?|lower|"
    r"higher|greater|reduced) (?:(?!the|its|their)\w+ )?likelihood | odds | hazard ratio",
    r"(?:at|an|a|had|with|have|has|in|show\w*|exhibit\w*|significantly|no|experienced?|carr(?:y|"
    r"ied)) (?:\w+ ){0,2}?(?:increased|higher|elevated|greater|lower|reduced|decreased|excess|"
    r"doubled)(?! (?:the|their|its|both|body)\b) (?:\w+ ){0,4}?"
    r"(?:risks?|odds|incidence|prevalence|rates?|probability|frequency|"
    r"mortality|chances?|levels?|scores?|concentrations?|burden|survival) | "
    r"(?:no|not(?: an?)?) (?:(?!at )\w+ )?(?:(?:increased|excess|higher) )?risks?(?! factors?) | "
    r"independently (?!increase|reduce|decrease|cause|when|used|contribut|improv|of) | dose-response |"
    r" in parallel with | accompanied by | co-?occur\w* |"
    r" (?:indicators?|markers?|biomarkers?|clues?) (?:\w+ )?(?:of|for|in) | indicative of | (?:in|"
    r"of) predicting | interact(?:ions?|ed)? (?:\w+ )?(?:with|between) | interaction |"
    r" evidence linking | (?:exposed to|indicates?) (?:\w+ )?increased risk | depends? on |"
    r" depended on | dependent (?:on|upon) | independent of",
)
"""Cues of association (spec), with what follows them (dev)."""

ASSOCIATED_IN_PASSING = Cues(
    "associat|link|relat|correlat",
    r"\b(?!(?:is|are|was|were|be|been|being|not|and|or|also|still|often|more|less|most|all|both|found|shown|to|"
    r"appear\w*|seem\w*|remain\w*|bec[ao]me|\w+ly)\b)\w+ (?:associated|linked|related|correlated) (?:with|to)\b",
)
"""What only describes a noun behind a causal word: 'humming reduced the costs associated with hiccups' (dev)."""

_MORE = (
    r"(?:higher|lower|greater|less|more|fewer|better|worse|poorer|larger|smaller|longer|shorter|older|"
    r"younger|earlier|later|stronger|weaker|slower|faster|highest|lowest)"
)

DIFFERENCE = _phrases(
    (
        "higher|lower|greater|less|more|fewer|better|worse|poorer|larger|smaller|longer|shorter|older|younger|"
        "earlier|later|stronger|weaker|slower|faster|highest|lowest|than|differ|compar|similar|equal|identical|"
        "increas|decreas|reduc|elevated|impaired|altered|improv|chang|enhanced|attenuated|suppressed|prolonged|"
        "worsen|declin|vari|vary|gain|rise|deterioration|loss|lost|rose|trend|tend"
    ),
    rf"{_MORE}(?! than (?:\S*\d|half|one|two|three|a|an|"
    rf"[a-z]+-)\b)(?:\s[\w/%.,()-]+){{0,12}}?\s(?:than(?! (?:half|\S*\d))|compared|relative to|"
    rf"versus|vs\.?) | (?:is|was|were|are|had|have|has|be|show(?:s|ed)?|significantly|displayed|"
    rf"exhibited|reported|experience[ds]?) (?:\w+ ){{0,3}}?{_MORE}(?! than) (?:\w+ ){{0,3}}?(?:in|"
    rf"among|for|with|at|after|when|from|levels?|rates?|scores?|risk\w*|prevalence|incidence|concentrations?|\w+)",
    r"(?:no|any|significant|the|little|small|few|sex|age|gender|racial|ethnic|"
    r"group) (?:\w+ ){0,3}?differences? (?:\w+ ){0,4}?(?:in|between|among|was|were|for|with|of) |"
    r" differ(?:s|ed)? (?:significantly |markedly |substantially )?(?:between|among|from|in|by|"
    r"with|according|across|significantly) | not differ(?:ent)? | (?:is|was|were|"
    r"are) (?:\w+ )?different (?:in|between|from|among) | compared (?:to|with) | (?:similar|"
    r"comparable|equal|identical) (?:\w+ ){0,3}?(?:between|in|among|across|to|for|with) |"
    r" than (?:in|those|that|among|controls|men|women|patients|non\w*|the)",
    r"(?:is|was|were|are|been|being|be) (?:\w+ ){0,3}?(?:increased|decreased|reduced|elevated|"
    r"lower|higher|impaired|altered|improved|lowered|changed|enhanced|attenuated|suppressed|"
    r"prolonged|worsened|more|less)(?! (?:by|due|through)) | (?:increas|decreas|declin|improv|"
    r"worsen|chang|vari)(?:e|ed|es|ing|s)? (?:significantly|over|with|from|between|during|as|"
    r"after|in|by|linearly|gradually|across|according|among|depending|towards?|to|at|more|less|"
    r"rapidly|slightly|markedly|for) | "
    r"(?:increases?|decreases?|improvements?|reductions?|changes?|decline|gains?|rise|"
    r"deterioration|weight loss) (?:\w+ ){0,2}?(?:in|of|from|was|were|over|after|between) |"
    r" (?:gained|lost|gaining) (?:more|less|\w+ weight) | varied | vary | varies | declined |"
    r" rose | trend(?:s|ed)? (?:toward|for|in|towards|of) | tend(?:s|ed)? to (?:have|be|increase|"
    r"decrease) | tendency",
)
"""Groups that differ and values that change, with no word of what did it (dev)."""

CAUSE = _phrases(
    (
        "lead|led|result|due|because|consequence|attribut|owing|responsib|translat|rise|bring|brought|caus|induc|"
        "trigger|driver|driven|provok|elicit|confer|exert|mediat|underl|impart|effect|impact|influen|benefi|"
        "efficac|advantage|detrimental|harmful|deleterious|protect|interfer|help|superior|inferior|useful|"
        "acceptable|viable|valuable|suitable|good|promising|affect|contribut|determinant|play|predispos|susceptib|"
        "involved|implicated|respond|dependent|aggravating|reduced|increased|improved|prevented|delayed|critical|key|"
        "cure|remed|antidote|panacea|relief"
    ),
    r"leads? to | led to | leading to | leading into |"
    r" (?<!yielded\s)(?<!these\s)(?<!our\s)(?<!the\s)results? in | resulted in | resulting in |"
    r" due to | because of | as a (?:result|consequence) of | attribut(?:ed|able) to | owing to |"
    r" consequences? of | responsib(?:le|ility) for | translat(?:e|es|ed|ing) (?:in)?to |"
    r" gives? rise to | brings? about | brought about",
    r"caus(?:e|es|ed|ing|al|ally|ality) (?:of|by|the|an?|in|effect\w*|role|relation\w*|\w+) |"
    r" caused | causal | (?<!-)induc(?:es?|ed|ing) | trigger(?:s|ed)? | drivers? of | driven by |"
    r" provok(?:es|ed) | elicits? | confers? | conferred | exert(?:s|ed)? | mediat(?:es?|ed) |"
    r" underl(?:ie|ies|ying) (?:the|mechanism\w*) | imparts?",
    r"(?:effects?|impacts?|influences?|benefits?|efficacy|effectiveness) (?:of|on|in|for|upon|"
    r"over|from|to|as|varies|similar) | (?:significant|positive|negative|beneficial|adverse|"
    r"detrimental|protective|favou?rable|deleterious|harmful|synergistic|treatment|therapeutic|"
    r"clinical|additive|strong|no|little|additional|any|great|greater|similar|long-?term|"
    r"short-?term|these|psychological|intervention|the|modest|large|small|limited|"
    r"greatest) (?:\w+ ){0,2}?(?:effects?|impacts?|influences?|benefits?|advantages?) |"
    r" effective(?:ly|ness)? | ineffective | efficac(?:y|ious) | cost-effective |"
    r" beneficial(?:ly)? | advantageous | detrimental | harmful | deleterious | protective |"
    r" protects? | protected against | interfere with | helps? with | protection (?:against|"
    r"from) | superior(?:ity)? (?:to|over|in|of)? | non-?inferior(?:ity)? | inferior(?:ity)? |"
    r" (?<!side\s)(?<!adverse\s)effects?(?! size| modif) | influential |"
    r" useful (?:treatment|therapy|for (?:treating|reducing|"
    r"preventing|improving)) | acceptable alternative | (?:viable|valuable|suitable|good|"
    r"effective|promising) (?:\w+ )?(?:treatment|therapy|alternative|option|strategy|tool)s?",
    r"influenc(?:es?|ed|ing) | influenced by | affect(?:s|ed|ing)? | impacts | impacted |"
    r" contribut(?:e|es|ed|ing|ors?) (?:\w+ )?(?:to|towards?) | contributors? |"
    r" determinants? (?:of|for|in) | determinants | plays? (?:an? )?(?:\w+ ){0,4}?(?:roles?|"
    r"part) | predispos(?:e|es|ed|ing) | susceptibility | involved in | implicated in |"
    r" benefit(?:ed|ted|s)? from | benefits |"
    r" (?:may|might|could|can|would|did not|does not|not) (?:also )?benefit | respond(?:s|ed)? (?:\w+ )?(?:to|early) |"
    r" dependent on | mediated by | aggravating | risks? (?:\w+ ){0,4}?reduced by | reduced by |"
    r" increased by | improved by | affected by | prevented by | delayed by |"
    r" critical (?:in|for|issue|to) | impact | key (?:factor|role)s? |"
    r" (?:is|are|was|were|as) (?:an? |the )?(?:[\w-]+,? ){0,3}?(?:cures?|remed(?:y|ies)|antidotes?|panaceas?) "
    r"(?:for|of|to|against) | (?:gives?|gave|given|provide[sd]?|brings?|brought|offers?|offered|affords?|afforded) "
    r"(?:[\w-]+,? ){0,4}?(?:relief|protection)",
)
"""Cause and effect in words that need no object (spec, dev); the verbs of change are told by `CHANGE_VERB`."""

CHANGE_VERB = Cues(
    (
        "reduc|increas|decreas|improv|lower|rais|prevent|promot|enhanc|attenuat|alleviat|ameliorat|delay|restor|"
        "suppress|inhibit|accelerat|worsen|impair|facilitat|stimulat|modulat|alter|diminish|minimi|eliminat|"
        "prolong|shorten|preserv|aggravat|exacerbat|boost|strengthen|weaken|reliev|normali|stabili|slow|optimi|"
        "augment|potentiat|hinder|halt|revers|mitigat|counteract|favo|compromis|abolish|regulat|modif|produc|"
        "jeopardi|chang|interfer|lessen|hasten|quicken|lengthen|expedit|dampen|sooth|hamper|disrupt|provok|cur|heal|banish|"
        "eas|precipitat|avert|eradicat|bolster|soften|reinforc|halve|damag|endanger|undermin|activat|sensiti|abrogat|"
        "block|trigger|rescu|neutrali|antagoni"
    ),
    r"\b(?P<verb>(?:reduc|increas|decreas|improv|lower|rais|prevent|promot|enhanc|attenuat|"
    r"alleviat|ameliorat|delay|restor|suppress|inhibit|accelerat|worsen|impair|"
    r"facilitat|stimulat|modulat|alter|diminish|minimi[sz]|eliminat|prolong|shorten|preserv|"
    r"aggravat|exacerbat|boost|strengthen|weaken|reliev|normali[sz]|"
    r"stabili[sz]|slow|optimi[sz]|augment|potentiat|hinder|halt|revers|mitigat|counteract|favou?r|"
    r"compromis|abolish|regulat|modif|produc|jeopardi[sz]|chang|interfer|cur|heal|"
    r"banish|eas(?!y)|lessen|hasten|quicken|lengthen|expedit|dampen|sooth|hamper|disrupt|provok|precipitat|avert|"
    r"eradicat|bolster|soften|reinforc|halve|damag|endanger|undermin|(?:in|de)?activat|(?:de)?sensiti[sz]|"
    r"(?:up|down)-?regulat|abrogat|block|trigger|rescu|neutrali[sz]|antagoni[sz])"
    r"(?P<ending>e|es|s|ed|ing|ies|y|ied)?)(?![\w-])(?=[\s)]*(?P<next>[\w-]*))",
)
WORD_BEFORE = folded_pattern(
    r"(?P<before>[\w'%)\]-]+)[\s,\"]+(?:(?:(?!(?:famil|elder|ear|dai|week|month|year|suppl|assemb|anoma|like|ju)ly)"
    r"\w+ly,?(?:\s(?:and|but|or|yet))?|also|both|further|not|to)\s)*$",
)
"""The word before a verb of change and its adverbs."""
NOT_BEFORE_VERB = words(
    "a additional after an and and, any are as at be been being between both by demonstrated detected due during "
    "exhibit exhibited experienced for found from further greater greatly had has have having identified in "
    "indicates is its less markedly mean more no observed of on or our relative reported revealed reveals show "
    "showed shows slightly some statistically than "
    "that the their these this those was were whose with without"
)
"""Behind one of these a form in -ed is an adjective or a passive: 'with improved survival', 'was reduced'."""
ONLY_A_VERB = words(
    "improve reduce prevent enhance attenuate alleviate ameliorate restore suppress accelerate diminish minimise "
    "minimize prolong shorten relieve stimulate facilitate worsen impair lessen hasten lengthen expedite hamper "
    "disrupt provoke avert eradicate bolster"
)
"""In this form they are no nouns: whatever word stands before them, they tell what something does."""
NOT_AFTER_VERB = words(
    "according across after among are as at between but by depending during for from gradually in is less "
    "linearly markedly more on over per rapidly significantly slightly than throughout to toward towards "
    "until was were when whereas while with within"
)
"""Before one of these the verb has no object: 'pain decreased with time'."""

TOPIC = Cues(
    "effect|impact|influence|benefit|efficacy|consequence|role",
    r"\b(?:regarding|about|concerning|assess\w*|evaluat\w*|consider\w*|examin\w*|investigat\w*|"
    r"understand\w*|address\w*|stud(?:y|ied|ies) (?:of|on)|awareness of|"
    r"knowledge of|information (?:on|regarding)|mechanisms? of|implications? (?:of|for)|determine|"
    r"measure\w*|feasibility)\b(?:[\s,]+\w+){0,3}?[\s]+(?:effects?|impacts?|influences?|benefits?|"
    r"efficacy|effectiveness|consequences?|role)\b",
)
"""An effect that is the topic, not the finding: 'studies that assessed the impact' (dev)."""

HEDGED_USE = _phrases(
    "may|might|could|would|likely|appear|seem",
    r"(?:may|might|could|would|likely|appears? to|seems? to) (?:\w+ ){0,4}?(?:important (?:for|"
    r"in)|(?:useful|helpful|important|effective|crucial|promising) (?:\w+ ){0,3}?(?:strategy|"
    r"intervention|treatment|therapy|option|alternative|means|tool for|elements?|to (?:treat|"
    r"reduce|prevent|tackle|improve)|for (?:prevent|treat|reduc|improv)\w+)|role (?:in|of|for)|"
    r"advantages?|helpful|causative|alternatives? to|help (?:to )?(?:reduce|improve|prevent|"
    r"optimi[sz]e|maintain|protect)|resultant)",
)
"""A weakened use or part that implies an effect: 'may be a useful treatment', 'may have a role in' (dev)."""

MODAL = _phrases(
    (
        "may|might|could|would|possib|perhaps|probably|likely|potential|appear|seem|presumably|apparently|"
        "putative|necessarily|promising"
    ),
    r"may | might | could | would | possibly | perhaps | probably | likely to | most likely |"
    r" potentially | appears? | appeared | seems? | seemed | seemingly | "
    r"unlikely | presumably | apparently | possible (?:role|cause|effects?|explanation|"
    r"mechanism\w*) | putative | not necessarily | promising | possibility |"
    r" potential (?:role|benefit|effect|impact|mechanism|cause)s?",
)
"""Modals and hedges that weaken a causal word behind them (spec, hedges); 'can' does not weaken (dev)."""
DOUBTED_HEDGE = folded_pattern(r"\bcan(?: \w+){0,3}? $")
"""Before a causal word it is a hedge to the specification, but not to the annotators of ``causal_language``: a person
decides between the two."""

DOUBTED_EVIDENCE = folded_pattern(
    r"\b(?:no|insufficient|inadequate|little|limited|scant|scarce|lack of|not enough|without|conflicting|inconclusive|"
    r"weak) (?:\w+ ){0,2}?(?:evidence|proof|data|grounds|indication) (?:that|to (?:\w+ ){1,3}that)\b|"
    r"\b(?:evidence|proof)(?: [\w-]+){1,12}? (?:is|was|remains) (?:\w+ )?(?:lacking|insufficient|weak|limited|scant|"
    r"inconclusive|missing)\b|\binsufficient to (?:conclude|show|claim|establish)\b|"
    r"\b(?:cannot|could not|can not) (?:be )?(?:conclude|claim|infer|state|show)\w* that\b|\buncertain that\b|"
    r"\bnot (?:been )?(?:shown|proven|proved|demonstrated|established|certain|clear) that\b"
)
"""What is said not to be known is no claim of an effect; nor is it a denial, so that a person decides."""

NEAR_A_RELATION = folded_pattern(
    r"increas|decreas|reduc|improv|chang|differ|higher|lower|better|worse|greater|more\b(?<!\wmore)|less\b(?<!\wless)"
    r"|risk|factor|prognos|effect|impact|benefi|influen|role|caus|induc|enabl|protect|relat|associat"
)
"""Words of change and of relations: a sentence with one of them and no cue is less surely without a relation (dev)."""

CERTAIN = _phrases(
    ("prove|proving|definite|conclusive|undoubtedly|clearly|certainly|breakthrough|miracle|guarantee|cure|establish"),
    r"prove[sdn]? | proving | definite(?:ly)? | conclusive(?:ly)? | undoubtedly | clearly |"
    r" certainly | breakthrough | miracle | guarantee[sd]? | cures? | establish(?:es|ed)?",
)
MAGNITUDE = _phrases(
    (
        "dramatic|marked|substantial|considerabl|strong|great|large|huge|profound|remarkabl|drastic|slight|modest|"
        "small|minor|marginal|moderate|twofold|threefold|doubl|halv|fold"
    ),
    r"dramatic(?:ally)? | marked(?:ly)? | substantial(?:ly)? | considerabl[ey] | strong(?:ly)? |"
    r" great(?:ly)? | large | huge | profound(?:ly)? | remarkabl[ey] | drastic(?:ally)? |"
    r" slight(?:ly)? | modest(?:ly)? | small | minor | marginal(?:ly)? | moderate(?:ly)? |"
    r" twofold | threefold | doubl(?:e|es|ed|ing) | halv(?:e|es|ed|ing) | \d+-fold",
)
ADVICE_WORDS = _phrases(
    "should|must|ought|recommended|recommend|advis|encouraged|need",
    r"should | must | ought to | (?:is|are|be) (?:\w+ )?(?:recommended|advised|advisable|"
    r"encouraged) | we (?:\w+ )?(?:recommend|advise) | needs? to",
)

TABLE = Glance(
    (
        *(BOOKKEEPING, OPEN_QUESTION, ADVICE, ASSOCIATION, DIFFERENCE, CAUSE, CHANGE_VERB, TOPIC),
        ASSOCIATED_IN_PASSING,
        *(HEDGED_USE, MODAL, CERTAIN, MAGNITUDE, ADVICE_WORDS),
    ),
    SHARED,
)
"""Which tables may speak in a sentence."""

OF_A_STUDY = words(
    "study studies result results finding findings data review trial trials analysis analyses research we our "
    "limitation limitations evidence literature tool method methods technique techniques procedure procedures feasible "
    "safe tolerated knowledge insight insights information understanding screening diagnosis criteria guideline "
    "guidelines recommendation recommendations practice clinician clinicians physician physicians"
)
"""A sentence with one of these may speak of research and practice, not of people: a word of relation is then less
surely a finding, and silence more surely none."""


class Right(NamedTuple):
    """Shares of right answers of a rule: as the only kind of cue, beside others, and alone with `OF_A_STUDY`."""

    alone: float
    beside: float
    of_study: float


RIGHT = {
    "bookkeeping": Right(0.99, 0.99, 0.99),
    "wish": Right(0.95, 0.9, 0.96),
    "open-question": Right(0.5, 0.5, 0.5),
    "association": Right(0.98, 0.8, 0.95),
    "prediction": Right(0.97, 0.78, 0.88),
    "accompaniment": Right(0.77, 0.75, 0.75),
    "modal-cause": Right(0.99, 0.88, 0.91),
    "hedged-cause": Right(0.74, 0.73, 0.6),
    "causes": Right(0.95, 0.94, 0.95),
    "cause-verb": Right(0.94, 0.6, 0.87),
    "cause": Right(0.68, 0.68, 0.68),
    "difference": Right(0.81, 0.55, 0.67),
    "silent": Right(0.86, 0.65, 0.96),
    "silent-on-numbers": Right(0.8, 0.75, 0.9),
    "silent-on-change": Right(0.7, 0.72, 0.64),
    "silent-on-deed": Right(0.8, 0.65, 0.8),  # by hand: five of six rows were right
    "silent-beside-wish": Right(0.96, 0.75, 0.96),
}
"""Measured on the development half of ``causal_language`` (rounded; small numbers drawn towards the rule's share)."""
