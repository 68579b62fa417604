"""Words that show how strongly a sentence of an article words a relation: the lay words beside those of abstracts.

Sources: "spec" is the grading specification 1.1 (order of the questions, association cues, causal verbs, modals), 6.2
CERTAINTY and ADVICE; all else is the vocabulary of health journalism as the authors of the tables know it, tried on
invented sentences (``tests/appraise/article_sentences.txt``). Text is folded, with straight quotation marks and dashes.
"""

from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.wording.article_phrases import MORE, phrases

_BE = r"(?:is|are|was|were|be|been|being|'s|'re|as)"
_SOMEBODY = (
    r"(?:you|your \w+|people|us|them|him|her|me|adults|children|kids|women|men|older \w+|patients|the (?:body|brain|"
    r"skin|heart|gut|mind|joints|muscles)|bodies|brains|skin|muscles|bones|joints|hair|our \w+|their \w+)"
)

VERBS = words(
    "reduce lower decrease diminish slash curb minimise minimize halve increase elevate boost enhance improve "
    "strengthen sharpen rebuild repair restore heal relieve ease alleviate soothe calm quieten reverse halt prevent "
    "avert protect preserve combat defeat banish zap torch melt shrink dissolve unclog cleanse detoxify purify "
    "nourish promote stimulate accelerate hasten shorten lengthen prolong brighten energise energize invigorate "
    "revive rejuvenate regulate stabilise stabilize normalise normalize suppress inhibit quell tame dampen blunt "
    "cause trigger provoke induce inflame irritate aggravate exacerbate worsen impair hamper hinder weaken erode "
    "undermine disrupt clog counteract offset mitigate eliminate eradicate facilitate loosen hydrate moisturise "
    "moisturize supercharge turbocharge jeopardise jeopardize ameliorate attenuate augment bolster buffer soften "
    "deplete sabotage quadruple shield safeguard destroy damage harm"
)
"""Causal verbs that say little else in a text on health (spec: reduces, prevents, improves, causes, boosts ...)."""

VERBS_OF_HEALTH = words(
    "raise cut cure stop limit double triple build treat support control change target fight beat block lift feed "
    "burn shed kill balance tone encourage speed extend drain upset disturb settle refresh slow delay tackle affect "
    "influence benefit transform fuel spark hurt wreck ruin sap rob spoil fix mend blast battle conquer crush smash "
    "clear strain aid guard relax firm thin thicken alter impact produce create stretch overcome remedy poison "
    "steal spike deter flush counter scupper release trim bust ignite kickstart jumpstart tighten open unblock "
    "maintain smooth mop nurture fire rev stunt rot scar whittle strip sculpt slim swell drive rebalance recharge "
    "reset clean scramble fray jangle lubricate oxygenate exhaust tire sicken shift reinforce replenish rewire "
    "retrain desensitise desensitize optimise optimize revitalise revitalize age modulate lessen manage dull numb "
    "silence starve steady stiffen foster cool drop keep help"
)
"""Causal only with an outcome of health as their object: 'cuts your risk', not 'cuts the rope'."""

DOUBLED = words("cut stop trim shed rob sap zap drop control")
IRREGULAR = {
    "fight": ("fought",),
    "beat": ("beat", "beaten"),
    "cut": ("cut",),
    "shed": ("shed",),
    "build": ("built",),
    "rebuild": ("rebuilt",),
    "feed": ("fed",),
    "hurt": ("hurt",),
    "shrink": ("shrank", "shrunk"),
    "keep": ("kept",),
    "overcome": ("overcame",),
    "steal": ("stole", "stolen"),
    "bust": ("bust", "busted"),
    "speed": ("sped", "speeded"),
    "spoil": ("spoiled", "spoilt"),
}

DONE_TO_HEALTH = folded_pattern(
    r"[^\w]*(?:\d{1,2}[.)] )?(?:[\w'-]+ ){0,5}?(?P<before>[\w'-]+) (?P<verb>[a-z-]{3,}[^s\W]s) (?:(?:your|the|our|"
    r"their|his|her|children's|"
    r"people's|women's|men's|kids'|my)(?: [\w'-]+){1,5})"
)
"""A subject, a form in -s and what it is done to."""
NO_CAUSE = words(
    "is was has does says shows finds means needs uses credits owes blames includes contains covers measures checks "
    "tests scans studies monitors examines treats describes explains tells asks knows sees feels looks runs leads "
    "enters visits owns makes takes gives leaves wants likes loves hates remembers thinks believes understands "
    "explores reveals reports offers provides sells costs counts compares carries moves lives works helps plays "
    "remains seems appears suggests recommends advises urges this its his thus always perhaps besides sometimes "
    "towards across yes less unless news classes tablets pills supplements drinks foods exercises years months "
    "weeks days minutes hours hands eyes ears legs feet muscles joints bones patients doctors nurses experts "
    "symptoms problems risks rates levels effects benefits people's women's men's tips ways signs causes cases "
    "services units"
)
"""Forms in -s that tell no cause: reporting, looking, having; and nouns."""
PARTICLES = words("off down up on out")
"""Between a verb and its object: 'calms down the gut'."""

NOT_BEFORE = words(
    "a an the this that these those its his her their your my our no any some each every of in on with without from "
    "at for as by than is are was were be been being and or more less most very such other new old many few several "
    "both under per into despite during requires require required needs need means shows show has have had reported "
    "demonstrated got get gets face faces faced run runs ran carry carries carried"
)
"""Behind one of these a form in -s or -ed is a noun or an adjective: 'the boosts', 'with reduced mobility'."""
NOT_OBJECT = words(
    "yourself questions concerns awareness money funds hopes fears doubts eyebrows of in at for is are was were be "
    "been has have had do does did to from than as by and or but if when while because since until will would can "
    "could may might should must over under between among across with within through during after before off out "
    "about"
)
"""Behind a verb one of these begins no object."""
PLURAL = words(
    "people men women children adults teens kids patients scientists they you we which that who these those and"
)
"""Subjects of a verb without an ending, beside words that end in s."""
BEFORE_BASE = words(
    "may might can could would will should must to help helps helped not n't don't doesn't didn't won't can't "
    "couldn't wouldn't do does did cannot"
)
HAVE = words("has had have")

FINITE = words(
    "is are was were has have had do does did can could may might must should will would says say said shows show "
    "showed found find finds suggest suggests recommend recommends tells tell need needs help include includes"
)
"""Verbs that already have the subject before them."""

WEAK = words("may might could can")
PASSIVE = words("is are was were be been being get gets got")
SUBJECTS = words("that which who it have has had not n't")
"""Before a form in -s or -ed, though some of them also begin a noun: 'which lowers', 'has lowered'."""
DONE_TO_YOU = words("kill hurt poison age transform cure benefit refresh")
"""Done to 'you' these are outcomes of health."""
NOT_HELPED = words("of desk desks line lines is are was were from on at for , ( ) that")
"""Behind these 'help' is a noun."""

ADVERB = folded_pattern(
    r"(?:\w{2,}ly|also|even|often|always|never|just|then|further|not|still|ever|better|well|all|"
    r"both|soon|already|now|once|almost|sometimes|too|much)$"
)


BETTER = folded_pattern(rf"{MORE}$")
STATED = folded_pattern(
    phrases(
        # what leads to what
        r"(?<!the\s)(?<!a\s)(?<!its\s)leads? to | led to | leading to | (?<!the\s)(?<!our\s)results? in |"
        r" resulted in | resulting in | contribut\w+ to |"
        r" gives? rise to | because of | due to(?! (?:start|open|be|begin|end|finish|take|go|return|report)) |"
        r" thanks to | owing to | caused by | triggered by | brought on by | driven by | to blame for | blamed for |"
        r" the culprit\w* |"
        r" responsible for | a (?:major |leading |main |common |key |big )?(?:cause|trigger|source|driver) of |"
        r" (?:cause|root|trigger)s? of | plays? (?:an? )?(?:\w+ )?(?:role|part) in |"
        r" played (?:an? )?(?:\w+ )?(?:role|part) in |"
        r" interferes? with | interfered with",
        # off, down and up
        r"(?:ward|stave|fend|head|fight|shake|bat|hold|beat)(?:s|ed|ing)? off | warding off | set(?:s|ting)? off |"
        r" staving off | fought off | held off | shook off | (?:bring|drive|push|send|keep|"
        r"hold)s? (?:\w+ ){0,3}?(?:down|up) |"
        r" (?:brought|drove|pushed|sent|kept|held) (?:\w+ ){0,3}?(?:down|up) | brings? (?:about|on|relief) |"
        r" brought (?:about|on|relief) |"
        r" (?:send|sent|sends) (?:\w+ ){1,4}?(?:soaring|plummeting|tumbling|through the roof|rocketing) |"
        r" gets? rid of | got rid of |"
        r" rids? (?:\w+ ){1,3}?of | does away with | keeps? (?:\w+ ){1,4}?(?:at bay|away|in check|under control|"
        r"in shape) | keeping (?:\w+ ){1,4}?(?:at bay|away|in check|under control|in shape) | (?:brings|"
        r"bringing) (?:\w+ ){0,3}?down |"
        r" kept (?:\w+ ){1,4}?(?:at bay|away|in check|under control|in shape)",
        # what it does to somebody
        rf"(?:make|give|leave|keep|get|let|cost|do|put|spare|rob|allow|enable)s? {_SOMEBODY} | (?:made|gave|left|"
        rf"kept|enabled) {_SOMEBODY} |"
        rf" (?:making|giving|leaving|keeping|putting) {_SOMEBODY} |"
        rf" ma(?:kes?|de|king) (?:\S+ ){{1,4}}?(?:{MORE}|feel|sleep|live|lose|gain|ill|sick|tired|fat|jittery) |"
        rf" ma(?:kes?|de|king) (?:\w+ ){{0,3}}?difference | (?:good|bad|great|terrible|wonderful) for (?:you|your|"
        rf"our) (?:\w+ )?\w+ | kills(?=\W*$) | spells? (?:the end|trouble|disaster) (?:of|for) | ma(?:kes?|de|"
        rf"king) (?!sure|sense|up|it|the|a|an|no|use|of)(?:\w+ ){{1,2}}\w+ |"
        rf" (?:may|might|could|can|will|'ll|would) (?:\w+ )?(?:sleep|feel|live|recover|age|breathe|concentrate|"
        rf"perform|think|move|look|run) (?:\w+ )?{MORE} |"
        rf" sho(?:w|ws|wn|wed|wing) (?:\w+ )?promise (?:against|for|in|as) |"
        rf" keeps? (?:\w+ ){{1,4}}?(?:healthy|strong|supple|young|sharp|"
        r"fit|regular|nimble|mobile|active|calm|steady|flexible|going|working|moving|clear|clean|low|smooth|agile|"
        r"alert) | (?:does|do|did|do(?:es)? not do|doesn't do) (?:\w+ ){0,2}?(?:wonders|good|harm) | (?:work|do|does|"
        r"did)s? wonders | worked wonders |"
        r" (?:do|does|did|done|doing) (?:nothing|little|a lot|much|a great deal|precious little|wonders) (?:for|to|"
        r"against) |"
        r" more harm than good | (?:is|are|was|were|be) (?:just |at least )?as (?:harmful|good|effective|bad|"
        r"dangerous|damaging|deadly) as | sav(?:e|es|ed|ing) (?:\w+ ){0,4}?(?:life|lives) | kill(?:s|ed|"
        r"ing)? (?:\S+ ){0,4}?(?:people|users|smokers|women|men|children|patients|babies|americans|britons|lives|"
        r"half|million) | (?:wash|melt|chase|drive|blast|burn|walk|sweep|massage|sweat|dance|clear|blow|take|scrub|"
        r"strip)(?:s|es|ed|ing)? away | (?<!to\s)helps? (?:you|people|us|them|women|men|children|patients|adults|"
        r"the body|your \w+) |"
        r" (?:be|been|is|are|was|were) blamed on | (?:is|are|was|were) down to | put down to | (?:say|says|"
        r"wave) goodbye to | (?:takes?|took|knocks?|knocked|shaves?|shaved|strips?) (?:\S+ ){1,4}?off (?:\S+ )?\w+ |"
        r" (?:is|are|was|were|be) (?:\w+ )?behind (?:\w+ )?\w+ | works? (?:(?!for|on|against)\w+ ){0,7}?(?:for|"
        r"against|on) (?:an? |the |your )?(?:\w+ )?\w+ |"
        r" (?:take|took|taken|takes|taking) (?:an? |its )?(?:\w+ )?(?:toll|edge) | (?:wreak|play|wreaking|"
        r"playing)s? (?:\w+ )?havoc | wreaked havoc |"
        r" turns? back the clock | adds? (?:\S+ ){0,4}?(?:years?|months?|days?|minutes?|hours?) (?:to|of) |"
        r" added (?:\S+ ){1,4}?(?:years?|"
        r"months?|days?) (?:to|of) | (?:put|puts|putting) (?:\w+ ){0,3}?(?:strain|pressure|stress) on |"
        r" pays? dividends |"
        r" (?:provide|offer|bring|give)s? (?:\w+ ){0,2}?(?:relief|protection|comfort) | find relief | finds relief",
        # its effect
        r"(?:effects?|impacts?|influence|bearing) (?:up)?on | (?:ha[sd]|have|having) (?:\w+ ){0,3}?(?:effects?|"
        r"impacts?|influence) |"
        r" (?:ha[sd]|have|having) (?:\w+ ){0,4}?benefits? | (?:health|protective|calming|soothing|beneficial|harmful|"
        r"positive|"
        r"negative|adverse) (?:effects?|impacts?) (?:of|from) | benefits? (?:for|to) the | benefit(?:s|ed)? from |"
        r" protection (?:against|"
        r"from) | protects? against | protective | made (?:no|little|all the|a (?:big |huge |small |"
        r"real )?) ?difference |"
        r" makes? (?:no|little|all the|a (?:big |huge |small |real )?) ?difference | side[- ]effects? of",
        # what it is to health
        rf"{_BE} (?:\d+ ?% )?(?:not |no |so |really |very |also |just |\w+ly |as |surprisingly )*(?:good|bad|great|"
        rf"terrible|awful|excellent|brilliant|"
        r"fantastic|wonderful|dreadful|disastrous|best|worst|better|worse|harmful|beneficial|dangerous|toxic|"
        r"damaging|effective|ineffective|useless|helpful|deadly|detrimental|vital|essential|crucial|perfect|"
        r"ideal) (?:as (?:\w+ ){1,4}?)?(?:for|against|to|at|in) (?:an? |"
        r"the |your |our |their |those with |people with )?(?:\w+[ -])?\w+",
        r"(?:key|secret|answer|solution|route|path|ticket|shortcut|gateway|road) to (?:an? )?(?:\w+ ){0,3}?\w+ |"
        r" (?:recipe|antidote|remedy|medicine|cure|tonic|treatment|fix|balm) (?:for|to) (?:an? )?(?:\w+ )?\w+ |"
        r" (?:best|great|good|easy|simple|effective|powerful|natural|proven|surefire|brilliant|perfect|excellent|"
        r"safe|quick|"
        r"fastest|easiest|cheapest) (?:ways?|means|methods?|tools?|weapons?|exercises?) (?:to|of|for|against|in)",
    )
)
"""Cause and effect in words that are no single verb."""

TO_HEALTH = folded_pattern(
    r"(?:key|secret|answer|solution|route|path|ticket|shortcut|gateway|road|recipe|antidote|remedy|medicine|cure|tonic|"
    r"treatment|fix|balm|good|bad|great|terrible|awful|excellent|brilliant|fantastic|wonderful|dreadful|disastrous|"
    r"best|worst|"
    r"better|worse|vital|essential|crucial|perfect|ideal|works?|make|give|leave|keep|let|cost|do|put|spare|get|gets|"
    r"allow|enable|made|gave|behind|takes?|took|knocks?|shaves?|"
    r"left|kept|giving|making|leaving|keeping|due|effective|useless|helpful|dangerous|bring|brought|drive|drove|push|"
    r"pushed|send|sent|hold|held|weapons?|ways?|means|methods?|tools?|exercises?|thanks|because|owing)\b"
)
"""Phrases that speak of other things as well: they count where an outcome of health stands beside them."""

LINKED = folded_pattern(
    phrases(
        r"(?:is|are|was|were|be|been) (?:\w+ )?(?:linked|associated|correlated|connected|interlinked|"
        r"intertwined)(?! (?:by|in|via|from)) | (?:linked|tied|connected) (?:to|with) | (?:un)?associat(?:ed|ion|"
        r"ions|es)(?: \w+){0,4}? (?:with|"
        r"between) | (?:no |an? |the )?(?:\w+ )?(?:link|tie|connection|association|relationship|"
        r"correlation)s? (?:\w+ ){0,3}?(?:"
        r"between|with|was|were) | correlat(?:es?|ed|ing|ion|ions) | linking | (?:stud(?:y|ies)|research|scientists|"
        r"researchers|reviews?|trials?|team|experts|doctors|reports?|analysis|data|findings) (?:\w+ )?link(?:s|"
        r"ed)?(?! below) | (?:is|are|was|were|closely|strongly) related to |"
        r" relationships? (?:\w+ )?between | go(?:es|ing)? hand[- ]in[- ]hand | went hand[- ]in[- ]hand |"
        r" hand in hand |"
        r" ties? \w+ to | links? \w+ to(?! book| our| the) | goes with | in step with | (?:a|the|no|possible|found|"
        r"strong|clear) links? to(?! book| our| the)",
    )
)
"""Words of association themselves (spec: associated, linked, correlated)."""

_WHO = (
    r"(?:those|people|adults|men|women|children|teens|teenagers|kids|participants|volunteers|workers|patients|"
    r"anyone|students|\w+ers|\w+ians|\w+ists)"
)
_RISKS = r"(?:risks?|odds|chances?|rates?|likelihood|incidence|prevalence|mortality|probability)"
RELATED = folded_pattern(
    phrases(
        rf"{MORE} (?:\w+ )?(?:levels?|rates?|concentrations?|amounts|scores) (?:\S+ ){{0,5}}?(?:seen|found|observed|"
        rf"recorded|measured|common) (?:in|among) |"
        rf" (?:is|are|was|were|be|been) (?:\S+ )?{MORE} (?:in|among|for|at) | \w+[^s\W]s (?:report|reported|"
        rf"experience|experienced|suffer|suffered|feel|felt) (?:\S+ ){{0,2}}?{MORE} |"
        r" (?:develop|die|live|surviv)\w* (?:\S+ ){0,4}?(?:earlier|later|longer|sooner|younger) |"
        r" the same amount of | (?:occur|come|run|appear|travel|go|goes|went) together | co-?occur\w* | coexist |"
        r" overlap(?:s|ped)? with | outliv(?:e|es|ed) | differ(?:s|ed)? (?:between|from|with|by) |"
        r" differences? (?:\w+ ){0,4}?between | predict(?:s|ed|ors?|ing|ive)?(?: of)? | (?:less|least|more|most|"
        r"as) (?:likely|prone|apt|susceptible|common|frequent|"
        r"often|rare) | likelier | risk factors?",
        rf"(?:at|an?|had|ha[sv]e?|with|face[sd]?|ran|runs?|carr(?:y|ied|ies)|show(?:s|ed)?|and|"
        rf"the) (?:\S+ ){{0,4}}?(?:increased|higher|"
        rf"elevated|greater|lower|reduced|decreased|raised|doubled|tripled|heightened|increase|rise|reduction|drop|"
        rf"jump|decrease|fall|lowest|highest)(?! (?:the|their|your|its|our|his|her)\b) (?:\w+ ){{0,3}}?{_RISKS} |"
        rf" (?:twice|double|triple|half|\w+ times|"
        rf"quarter) (?:the|as) (?:\w+ )?"
        rf"{_RISKS} | at (?:\w+ )?risk of | {_RISKS} (?:\S+ ){{0,5}}?(?:was|were|is|are|rose|fell|dropped|climbed|"
        rf"went) (?:\S+ ){{0,3}}?"
        rf"(?:up|down|higher|lower|greater|doubled|halved|by) | {_RISKS} (?:\S+ ){{0,4}}?(?:rises?|rose|falls?|fell|"
        rf"climbs?|climbed|goes up|went up|drops?|dropped)",
        rf"(?:twice|half|\w+ times) as (?:likely|many|much|often|common) | the {MORE}\b[^.;]*?, the {MORE} |"
        rf" {MORE}(?: [\w'-]+){{0,5}}? than(?! (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half|an? )) |"
        rf" compared (?:with|to) | {_WHO}\b[^.;]*? tend(?:s|ed)? to |"
        rf" {_WHO}(?: [\w'-]+){{0,12}}? (?:ha[ds]|have|report(?:ed|s)?|experienced?|suffer(?:ed|s)?|scored?|"
        rf"show(?:ed|s)?|lived?|"
        rf"slept|sleep|felt|feel|weigh(?:ed)?|were|are|stayed|became|grew|needed|caught|get|got|recovered|performed|"
        rf"perform|lost|gained|did|spent|took|take|ate|broke|develop|developed|made|"
        rf"visited) (?:\S+ ){{0,3}}?{MORE}(?: (?:likely|prone|apt|common))?",
    )
)
"""Other cues of association (spec: related to, predicts, risk factor, more likely, higher ... than)."""

NEAR_A_RELATION = folded_pattern(
    r"\b(?:may|might|could|can|help\w*|made|makes?|than|more|less|better|worse|good|bad|who|higher|lower|risks?|"
    r"because|when|effects?|benefits?|boost\w*|protect\w*|prevent\w*|reduc\w*|improv\w*|caus\w*|cut\w*)\b"
)
"""Words of change, of effects and of comparison: where one stands, silence is less surely no relation."""

OTHER_MATTERS = folded_pattern(
    r"\b(?:expensive|cheap\w*|prices?|pric(?:ed|ey)|costs?|contain(?:s|ed)?|popular|portions?|available|famous|"
    r"members?)\b"
)
"""What a comparison or a size is about where it is about no health."""

MODAL = folded_pattern(
    phrases(
        r"may | might | could | (?<!\ba\s)(?<!the\s)(?<!tin\s)can(?! of) | would | cannot | can't |"
        r" possibly | perhaps | maybe | probably | potentially |"
        r" potential | (?<!more\s)(?<!less\s)(?<!as\s)(?<!be\s)likely | unlikely | appears? | appeared | seems? |"
        r" seemed | seemingly | apparently |"
        r" suggest(?:s|ed|ing)? | hint(?:s|ed|ing)? (?:that|at) | (?:is|are|was|were|been) (?:\w+ )?(?:thought|"
        r"believed|said|"
        r"reputed|suspected|hoped|expected|rumoured) to | (?:thought|believed) to | (?:experts?|scientists?|"
        r"researchers?|doctors?|"
        r"some|many|they) (?:\w+ )?(?:think|believe|suspect|hope)s? | it is (?:thought|believed|possible) | sho(?:w|"
        r"ws|wn|wed) (?:\w+ )?promise |"
        r" promis(?:es|ing) | claims? to | in theory | presumably | conceivably | chances are | should(?! be\b)"
    )
)
"""Modals and hedges that weaken a causal word behind them (spec: may, might, could, can, would, possibly ...)."""

HEDGED_TAIL = folded_pattern(
    r",\s+(?:(?:new|early|some|preliminary|recent|small|a|an|the|one|their|its|limited|\w+) ){0,3}?(?:(?:research|"
    r"stud(?:y|ies)|"
    r"findings?|evidence|data|trials?|reviews?|results|analysis) (?:now )?(?:suggests?|hints?|suggested|hinted)|"
    r"(?:scientists?|"
    r"experts?|researchers?|doctors?|authors?|they|some|many|he|she) (?:\w+ )?(?:believes?|thinks?|suspects?|hopes?)|"
    r"hints?|suggests?|it (?:seems|"
    r"appears)|perhaps|possibly|probably|apparently)\b"
)
"""Behind the relation: ', scientists believe', ', hints a small study'."""

NO_FINDING = folded_pattern(
    phrases(
        r"whether | (?:is|are) (?:an? )?(?:\w+ ){0,4}?(?:disease|condition|disorder|illness|infection|"
        r"syndrome) (?:that|which|of|in) | (?:stud(?:y|ied|ies|ying)|explor\w+|investigat\w+|examin\w+|look(?:s|ed|"
        r"ing)? (?:at|into)|"
        r"research(?:ed|ing)|test(?:s|ed|ing)?) (?:the|an?|any|possible|how) (?:\w+ )?(?:links?|associations?|"
        r"relationships?|connections?|effects?|impact) | too early to | (?:say|tell|sure|know|knows|known|"
        r"clear) (?:if|what|why|how|whether) | (?:do not|"
        r"don't|does not) know | (?:aims?|aimed|designed|intended|hopes?|hoping|planned|plans?|wants?|trying|tries|"
        r"set up|launched|meant|used) to | used(?: \w+){1,6} to |"
        r" to (?:find out|see|test|study|learn|examine|investigate|explore) (?:if|whether|how|what|why) |"
        r" (?:no|little|lack of|without|scant) (?:\w+ )?(?:proof|evidence) (?:that|of) | no (?:known |"
        r"proven )?(?:cure|remedy|treatment|vaccine) (?:for|against) | (?:look|search|hunt|hop)(?:s|ed|ing|"
        r"es)? for (?:an? |the )?(?:new )?(?:cure|treatment|remedy|drug) | (?:hunt|search|quest) for | nobody knows |"
        r" no one knows | (?:how|why|what) (?:\w+ )+"
        r"(?:is|are|remains?) (?:still )?(?:unclear|unknown|a mystery) | remains? to be seen"
    )
)
"""What is asked, planned or open; what follows in the clause is no finding."""

SHOWN = folded_pattern(
    r"\b(?:shown|found|proven|proved|known|able|guaranteed|certain|sure|bound|tend|tends|tended|likely|unlikely|"
    r"thought|believed|said|"
    r"fails?|failed|potential|ability|power|reputed|suspected|hoped|expected|appears?|appeared|seems?|seemed|claimed|"
    r"reported|help|helps|helped|helping|works?|enough|"
    r"ways?|means|methods?|tools?|exercises?|demonstrated|scientifically|continues?|serves?|promises?|promised|"
    r"claims?) (?:you |people |us )?to (?:\w+ly )?$"
)
"""Before 'to' and a verb: it is said to happen."""
BY_WAY = folded_pattern(
    r"(?:,|\bby|\bthereby|\bthus|\bwhile|\bwhen it comes to|\b(?:ways?|means|methods?) of|\bhelps? (?:in|with)|"
    r"\bhelp|\bhelps|\bgood (?:at|for)|"
    r"\beffective (?:at|in|for)|\brole in|\bpart in|\bpromise in|\bpromise for|\b(?:is|are|was|were|been|"
    r"be)) (?:\w+ly )?$"
)
"""Before a form in -ing: ', lowering your risk', 'effective at reducing'."""
