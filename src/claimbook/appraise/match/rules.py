"""What tells who was studied, against what, and for what purpose. Rows of cues, each with its meaning.

Sources: the grading specification (1.2 match codes, 1.3 direct studies, 6 codes) and the codes that the project gave by
hand to the studies of its article: people with a condition stand for people in general only in part; doing without or
usual care is the comparison of a claim that names none, another treatment only in part.
"""

from claimbook.appraise.text.lexicon import folded_pattern, one_of, words
from claimbook.model.terms import Purpose

_PERSONS = (
    r"(?:patients?|people|persons|participants|women|men|adults|children|adolescents|subjects|individuals|survivors|"
    r"volunteers|students|users|workers|residents|passengers|those)"
)
PATIENTS = folded_pattern(
    r"\b(?:patients?|outpatients?|inpatients?|sufferers?|(?:people|persons|adults|children|women|men|individuals|"
    r"participants|subjects|adolescents|survivors|veterans|athletes) (?:\w+ ){0,2}(?:with(?! (?:no|normal|asa)\b)|"
    r"who had|suffering|affected by|diagnosed)|diagnosed with|survivors|hospitali[sz]ed)\b"
    r"(?! (?:without|reported outcome))"
)
_HEALTHY = (
    r"healthy (?:\w+ ){0,3}(?:volunteers|adults|subjects|participants|people|individuals|men|women|males|females|"
    r"children|students)(?! with)"
)
VOLUNTEERS = folded_pattern(rf"\b{_HEALTHY}\b(?! (?:as )?controls)")
"""Healthy people; beside patients mostly their controls."""
HEALTHY = folded_pattern(
    rf"\b(?:{_HEALTHY}|healthy controls|able-bodied|community-dwelling|general population|apparently healthy|"
    r"(?:college|university) students)\b"
)
PEOPLE = folded_pattern(
    r"\b(?:patients?|people|persons?|participants?|subjects?|volunteers?|adults?|women|men|children|individuals|"
    r"students|adolescents|males|females|infants|respondents|athletes|workers|boys|girls|residents|employees|staff|"
    r"\w+teachers|nurses|physicians|teachers|drivers|players|runners|smokers|drinkers|users|owners|passengers|travellers|soldiers|"
    r"recruits|veterans|pupils|schoolchildren|mothers|fathers|couples|families|members|inhabitants)\b"
)
PERSONS = folded_pattern(
    r"\b(?:patients?|people|persons?|participants?|volunteers?|women|men|children|students|passengers|workers|"
    r"\d years)\b"
)
"""Words that no study of animals or cells has in its title or methods."""
SEX = {
    "women": folded_pattern(r"\b(?:women|females?|girls|mothers|postmenopausal|pregnant)\b"),
    "men": folded_pattern(r"\b(?:men|males?|boys|fathers)\b"),
}
COUNTED = folded_pattern(r"\([^()]*\)|\d ?% (?:\w+ ){0,2}\w+|\b(?:of whom|including) [^.;,]*")
"""Counts of a group among others: '58% women', '(nine men)'."""
OF_GROUPS = words(
    "adult adults aged boys child children elderly females girls in kids later life males men middle-aged of old older "
    "over people persons seniors teenagers the women young younger"
)
"""Words of a group of age or sex."""
SEX_HEADINGS = {"women": frozenset({"Female"}), "men": frozenset({"Male"})}
HUMANS = "Humans"
SURE_OF_PEOPLE = {"match.methods-only": 0.8, "match.part": 0.75, "match.background": 0.5, "match.not-seen": 0.6}
"""Most of a condition's name tells more than most of another name; that it is not seen tells less, because people
are called by many names (measured: ``docs/accuracy.md``, Match with a claim)."""

TYPED = folded_pattern(r"\b(?:types?|hepatitis|vitamin)[ -](?P<type>[a-k]|[ivx]+|\d)\b")
"""One of several types ('type 2 diabetes')."""

_NOTHING = r"(?:placebos?|sham|wait(?:ing)?[- ]?list(?:ed)?)"
DOING_WITHOUT = folded_pattern(
    rf"\b(?:(?:or|and|versus|vs\.?|against|with|to|than|over|by|received?|receiving|for|on|plus) "
    rf"(?:(?:an?|the|matching|matched|identical|oral|inert) ){{0,2}}{_NOTHING}|"
    rf"{_NOTHING}(?:[- ](?:groups?|arms?|recipients?|treated|treatment|patients|controls?))|"
    r"(?:usual|standard|routine)[- ]care|(?:treatment|care)[- ]as[- ]usual|"
    r"untreated (?:controls?|groups?|arms?|sides?|participants)|non-?users|never[- ]users|unexposed|"
    r"lowest (?:quartile|quintile|tertile|intake|category))\b"
)
"""Doing without, or care that both groups had: a placebo only where a group is said to have had it."""
AND_MORE = folded_pattern(
    r" ?(?:plus|\+|combined with|together with|supplemented (?:with|by)|augmented (?:with|by)|enhanced (?:with|by)|"
    r"with (?:additional|added)) (?!(?:an? |the |oral |matching )*(?:placebos?|sham|dummy|vehicle|no |nothing)\b)\w"
)
"""Behind usual care to which something was added: no longer doing without."""
CONTROLS = folded_pattern(
    rf"\b(?:(?!patients){_PERSONS} (?:without|who (?:never|(?:did|do|had|have) (?:not|never)))|"
    rf"(?:with|than|versus|vs\.?) un\w{{3,}}ed {_PERSONS}|"
    r"never[- ](?:users|smokers|drinkers)|non-?(?:consumers|drinkers|smokers|owners)|vehicle|"
    r"placebos?|sham|wait(?:ing)?[- ]?list|control (?:groups?|arms?|conditions?|participants|subjects)|controls|"
    r"no (?:further |other |additional )?(?:treatment|intervention|therapy|training|exercise|supplement(?:ation)?)|"
    r"(?:with|received?|receiving|on) (?:or|and|versus|vs\.?) without|(?:versus|vs\.?|or) (?:no|nothing)|"
    r"minimal intervention|conventional (?:care|treatment|therapy|physiotherapy|rehabilitation))\b"
)
"""Words of people who may have done without; of ten trials with one of these alone four compared two treatments."""
DOUBLE_DUMMY = folded_pattern(r"\b(?:double|triple)[- ]dummy\b")
"""Every group had a placebo, so that it does not tell who did without."""
AGAINST = folded_pattern(
    r"\b(?:compared|comparing|in comparison|versus|vs\.?|relative to|rather than|"
    r"than (?:in|with|the|did|those|participants|people|patients|persons|women|men|controls|never)|"
    r"(?:hazard|odds|risk|rate) ratios?|relative risks?)\b|\((?:adjusted )?a?(?:or|rr|hr|irr)\b"
)
"""Something was compared with something."""
NEGATED = folded_pattern(r"^\W*(?:no|not|without|none|never)\b[\s-]*")
"""A comparator that is doing without: 'no nuts' is not named wherever nuts are."""
NEGATED_BEFORE = folded_pattern(r"\b(?:no|not|without|never|non)[ -](?:\w+ ){0,2}$")
LACKING_BEFORE = folded_pattern(r"\b(?:no|without(?: an?)?|lack of an?|absence of an?) (?:\w+ ){0,3}$")
"""Before a comparison that a study did not make: 'there was no untreated or sham group'."""
DUMMY = folded_pattern(r"\b(?:placebos?|dummy|sham|inert|fake)\b")
"""A comparator that looks like the treatment."""
DUMMY_GIVEN = folded_pattern(r"(?<!\bno )\b(?:placebos?|dummy|sham|vehicle)\b")
TWO_GROUPS = folded_pattern(
    r"\b(?:randomi[sz]ed|randomly|two groups|both groups|between[- ]groups?|groups|arms|crossover)\b"
)

AS_TEST = folded_pattern(r"\W*(?:\w+\W+)?(?:tests?|speeds?|velocity|performance|ability)\b")
"""Behind an intervention: it was measured, nobody did it for its effect ('backward walking speed')."""
IN_BLOOD_BEFORE = folded_pattern(r"\b(?:serum|plasma|blood|circulating|urinary) (?:\w+ )?$")
IN_BLOOD_BEHIND = folded_pattern(
    r"[\s-]+(?:\w+ )?(?:levels?|concentrations?|status|deficien\w*|insufficien\w*|biomarkers?)\b"
)
"""Around what was measured in the body and not taken ('serum vitamin D')."""
ONE_SESSION = folded_pattern(
    r"\b(?:(?:single|one) (?:\w+ )?(?:session|bout|visit)|acute (?:bouts?|effects?|exercise)|"
    r"electromyogra\w*|emg|kinematics?|"
    r"kinetics|biomechanic\w*|motion analysis|motion capture|force plates?)\b"
)
REPEATED = folded_pattern(
    r"\b(?:training|programmes?|programs?|sessions|(?:times|days|sessions) (?:a|per|each) week|weeks?|months?|weekly)\b"
)
"""Words of something done more than once; without them ONE_SESSION is believed."""
EVENT_ITSELF = folded_pattern(r"\b(?:mortalit|deaths?\b|surviv|incidence|fatal|died\b|dying\b)")
EVENT_BEFORE = folded_pattern(
    r"\b(?:risks?|rates?|incidence|odds|hazards?|occurrence|number|onset|history|prevention|cases|episodes|frequency|"
    r"prevalence|likelihood|probability) of (?:\w+ ){0,4}$|"
    r"\b(?:incident|first(?:-ever)?|new|prevent\w*|develop\w*|fatal|recurrent|sustained|experienced|suffered) "
    r"(?:\w+ ){0,2}$|\b(?:(?:reductions?|decreases?|increases?|differences?|changes?|declines?) in|fewer|more) "
    r"(?:\w+ )?$|\b(?:ratios?|hr|rr|or) for (?:\w+ ){0,2}$"
)
EVENT_BEHIND = folded_pattern(
    r"[\s-]+(?:\w+ )?(?:risks?|incidence|events?|rates?|occurr\w*|onset|prevention|cases|episodes)\b|"
    r"\s(?:\w+ )?(?:was|were) (?:\w+ )?(?:reported|recorded|observed|found|seen|noted|documented|diagnosed|counted|"
    r"verified|confirmed|ascertained|lower|higher|less|more|fewer|\d)"
)
"""Beside an event: it happened, or might; it is not the condition that people had before."""
CONDITION_BEFORE = folded_pattern(
    r"\b(?:(?<!associated )(?<!compared )(?<!correlated )with|having|suffering from|diagnosed with) "
    r"(?:(?!and\b|or\b)[\w'-]+ ){0,3}$"
)
"""Before an outcome: it is what the people had ('women with patellofemoral pain')."""
IN_TITLE_BEFORE = folded_pattern(r"\bin (?!\w+ing\b)(?:(?!and\b|or\b)[\w'-]+ ){0,3}$")
"""The same in a title ('Retro-walking in patellofemoral pain')."""
LACKED_BEFORE = folded_pattern(
    rf"\b{_PERSONS} (?:[\w-]+ ){{0,3}}?(?:without|with no|with neither|free (?:of|from)|(?:who|that) "
    r"(?:(?:did|do|had|have) (?:not|never)(?: (?:yet )?(?:have|had|suffer(?:ed)? from))?|never had|had no|have no|"
    r"lacked)) (?:(?!with\b|and\b|but\b|or\b)[\w'-]+ ){0,2}$|\bnon-?$"
)
FREE_BEHIND = folded_pattern(r"-free\b")
LACKING = folded_pattern(r"\b(?:without|no|free (?:of|from)|healthy|never)\b")
PEOPLE_BEHIND = folded_pattern(rf"[\s-]+{_PERSONS}\b")
"""Around a condition that people of a study do not have, or have; and in a claim about people who do not have one."""
CHANGED_BEFORE = folded_pattern(
    r"\b(?:reductions?|decreases?|increases?|differences?|changes?|declines?|improvements?) in (?:[\w'-]+ ){0,3}$"
)
"""It was measured."""
HAPPENED_BEFORE = folded_pattern(
    r"\b(?:living with|survivors of|history of|due to|following|after|post|in|chronic|"
    r"therapy for|rehabilitation (?:of|for)) (?:(?!and\b|or\b|on\b)[\w'-]+ ){0,2}$|\bpost[- ]?$"
)
HAPPENED_BEHIND = folded_pattern(
    r"[\s-]+(?:\w+ )?(?:patients?|survivors?|sufferers?|subjects|participants|individuals|people|rehabilitation|"
    r"treatment|therapy|care|clinics?|severity|duration|recovery|lesions?)\b"
)
"""Around an event: it had happened to the people of the study ('stroke rehabilitation')."""
COURSE = folded_pattern(
    r"\b(?:symptom\w*|severity|remission|relapses?|recover\w*|cured?|relie(?:f|ved?)|respon(?:se|der)s? rates?|"
    r"resol(?:ved|ution)|disease activity|exacerbations?|scales?|scores?|questionnaires?|inventory)\b"
)
"""The course of what people have was followed."""

BESIDE_BEFORE = folded_pattern(
    rf"\b{_PERSONS} (?:[^.;:]{{0,60}} )?(?:on|taking|under|using|receiving|treated with) (?:[^\s,.]+ ){{0,2}}$"
)
"""Before what people took already; it may be what was studied in them, or not."""
PREVENTED_BEFORE = folded_pattern(
    r"\b(?:incident|incidence of|risk (?:of|for)|prevention of|prevent(?:s|ed|ing)?|develop(?:s|ed|ing)?|onset of|"
    r"development of|protects? against) (?:an? |new )?$"
)
PREVENTED_BEHIND = folded_pattern(r"[\s-]+(?:risk|incidence|prevention)\b")
"""Around a disease that people did not have, and might get."""

AT_RISK_BEFORE = folded_pattern(
    r"\b(?:at (?:\w+ ){0,3}risk (?:of|for)|(?:at-risk|high-risk|risk factors?) (?:of|for)|prone to|susceptible to|"
    r"predisposed to|vulnerable to|likely to (?:have|get|develop)) (?:[\w-]+ ){0,3}$"
)
"""Before what people might get."""
NO_LONGER_BEFORE = folded_pattern(
    r"\b(?:recovered from|in remission (?:from|of)|cured of|family history of|first-degree relatives? with) "
    r"(?:[\w-]+ ){0,3}$|\b(?:ex|former|past|formerly|previous|reformed|quit)[- ]$"
)
"""Before what people had once, or what others of their family have ('ex-smokers')."""
AT_RISK_ASKED = folded_pattern(r"\b(?:risks?|prone|susceptible|predisposed|vulnerable)\b")
NO_LONGER_ASKED = folded_pattern(
    r"\b(?:ex|former\w*|past|previous\w*|recovered|remission|cured|history|relatives?|quit)\b"
)
NEAR_ASKED = folded_pattern(
    r"\b(?:caregivers?|carers?|parents?|mothers?|fathers?|spouses?|partners?|relatives?|nurses?|doctors?|physicians?|"
    r"staff|professionals?|teachers?|famil(?:y|ies)|whose)\b"
)
"""Words of a claim that is about such people themselves."""
RULED_OUT_BEFORE = folded_pattern(r"\b(?:in|for) whom (?:[\w-]+ ){0,3}$")
RULED_OUT_BEHIND = folded_pattern(
    r" (?:\w+ )?(?:(?:had|has|have) been|was|were) (?:\w+ )?(?:excluded|ruled out|absent|not (?:found|present|seen))\b"
)
"""Around what was looked for in the people of a study and not found."""
NONE_HAD_BEFORE = folded_pattern(
    r"\b(?:none|no one|nobody|neither) (?:of (?:\w+ ){1,2})?(?:had|has|have|suffered from|reported|ever had) "
    r"(?:[\w-]+ ){0,2}$"
)

LISTED = folded_pattern(
    r"\b(?:(?:adjust(?:ed|ing|ments?)|controll(?:ed|ing)|accounting|correct(?:ed|ing)) for|"
    r"(?:covariates|confounders|covariables) (?:\w+ )?(?:were|included|such as))\b"
)
"""Before things that an estimate was adjusted for, up to a verb."""
EXCLUDED = folded_pattern(
    r"\b(?:exclu(?:ded|ding)|exclusion criteria(?: were| included)?|not eligible|ineligible)\b(?! (?:from|by)\b)"
)
"""Before people or things that were left out of a study, up to a verb."""
NOT_HAVING = folded_pattern(
    rf"\b(?:who|{_PERSONS}) (?:\w+ ){{0,2}}(?:without|free (?:of|from)|with no) [^.;:]{{0,60}}$|"
    r"\b(?:no|without|absence of) (?:\w+ ){0,2}(?:history|diagnosis|record|codes?) (?:of|for) [^.;:]{0,60}$|"
    r"\b(?:none|no (?:trials?|study|studies)|not|neither) (?:\w+ ){0,2}"
    r"(?:report|measur|assess|record|examin|stud|collect)\w* [^.;:]{0,60}$"
)
EXCLUDED_BEHIND = folded_pattern(
    r"[^.;\d]{0,120}?\b(?:were|was) (?:\w+ )?(?:excluded|ineligible|not eligible)\b|"
    r" (?:\w+ ){0,3}(?:was|were) not (?:assessed|measured|recorded|studied|examined|evaluated|collected|considered)\b"
)
"""Around what the people of a study did not have, or who were no people of it."""
VERB = folded_pattern(
    r"\b(?:was|were|is|are|had|has|have|did|does|remained|became|show\w*|predict\w*|reduc\w*|increas\w*|decreas\w*|"
    r"lower(?:ed|s)|improv\w*|associated|demonstrat\w*|reveal\w*|found)\b"
)
"""A verb behind such a list: the sentence went on."""
RIVAL_BEFORE = folded_pattern(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|versus|vs\.?|relative to|rather than|than|against|"
    r"compar(?:e|ing|ison of) (?:[^\s,.]+ ){1,8}?(?:with|to|versus|vs\.?)|(?:non-?inferior(?:ity)?|superior(?:ity)?|"
    r"equivalent|similar|alternative|inadequate response|switch\w*) (?:to|from)|instead of|in place of|"
    r"replac(?:e|es|ing)|(?:discontinu\w+|withdrawal|cessation|stop(?:s|ped|ping)?|deprescri\w+|tapering)(?: of)?|"
    r"(?:add(?:ed|ing)|add-on|adjunct(?:ive)?|addition) (?:[^\s,.]+ ){0,3}?to|on top of|background|"
    r"(?:resistant|refractory|unresponsive|intolerant|inadequately controlled|uncontrolled) (?:to|of|by|with|on)) "
    r"(?:[^\s,.]+ ){0,2}$"
)
"""Before what a treatment was compared with, or what people had beside it."""
PART_BEFORE = folded_pattern(
    r"\b(?:subscales?|sub-scales?|components?|domains?|composite|combined (?:end ?point|outcome)) (?:\w+ ){0,2}"
    r"(?:of|for|including)\b[^.;]{0,100}$"
)
PART_BEHIND = folded_pattern(r"[^.;]{0,40}\b(?:subscales?|sub-scales?|domains?|sub-?scores?|items?)\b")
"""Around a part of what was measured."""

PURPOSES = {
    Purpose.HARM: folded_pattern(
        r"\b(?:adverse (?:events?|effects?|reactions?)|side effects?|harms?|toxicit\w*|"
        r"safety|injur(?:y|ies)|hazards?)\b"
    ),
    Purpose.PREVENT: folded_pattern(
        r"\b(?:prevent(?:s|ed|ing|ion|ive)?|primary prevention|incidence|incident|first (?:stroke|fracture|event)|"
        r"risk of (?:developing|having|getting)|reduc\w+ (?:the )?risk|lower(?:s|ed)? (?:the )?risk|protect\w*|"
        r"prophyla\w*)\b"
    ),
    Purpose.TREAT: folded_pattern(
        r"\b(?:treat(?:s|ed|ing|ment|ments)?|therap(?:y|ies|eutic)|rehabilitat\w*|reliev\w*|alleviat\w*|"
        r"manag(?:e|ement|ing)|"
        r"improv(?:e|es|ed|ing|ement|ements)|recover\w*|training|symptoms?|after (?:a |acute )?stroke|post-?stroke)\b"
    ),
    Purpose.ASSOCIATION: folded_pattern(
        one_of(
            r"\bassociat\w+ | \bcorrelat\w+ | \brelationship\b | \bpredict\w+ | \brisk factors?\b | \bcohort\b | "
            r"\bcross-sectional\b"
        )
    ),
}
"""Words of each purpose. Where several speak, title and aim decide, then their number."""
NEAR_PURPOSES = {
    frozenset({Purpose.PREVENT, Purpose.ASSOCIATION}): "an observed relation and not a trial of prevention",
    frozenset({Purpose.HARM, Purpose.ASSOCIATION}): "an observed relation and not a trial of harm",
    frozenset({Purpose.HARM, Purpose.TREAT}): "harms of a treatment",
}
"""Purposes that answer each other in part, and the words for it."""
