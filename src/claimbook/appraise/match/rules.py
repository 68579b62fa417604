"""What tells who was studied, against what, and for what purpose. Rows of cues, each with its meaning.

Sources: the grading specification (1.2 match codes, 1.3 direct studies, 6 codes) and the codes that the project gave by
hand to the studies of its article: people with a condition stand for people in general only in part; doing without or
usual care is the comparison of a claim that names none, another treatment only in part.
"""

from claimbook.appraise.text.lexicon import folded_pattern, one_of
from claimbook.model.terms import Purpose

PATIENTS = folded_pattern(
    r"\b(?:patients?|outpatients?|inpatients?|sufferers?|(?:people|persons|adults|children|women|men|individuals|"
    r"participants|subjects|adolescents|survivors|veterans|athletes) (?:\w+ ){0,2}(?:with(?! (?:no|normal|asa)\b)|"
    r"who had|suffering|affected by|diagnosed)|diagnosed with|survivors|hospitali[sz]ed)\b"
    r"(?! (?:without|reported outcome))"
)
HEALTHY = folded_pattern(
    r"\b(?:healthy (?:\w+ ){0,3}(?:volunteers|adults|subjects|participants|people|individuals|men|women|males|females|"
    r"children|students|controls)(?! with)|able-bodied|community-dwelling|general population|apparently healthy|"
    r"(?:college|university) students)\b"
)
PEOPLE = folded_pattern(
    r"\b(?:patients?|people|persons?|participants?|subjects?|volunteers?|adults?|women|men|children|individuals|"
    r"students|adolescents|males|females|infants|respondents|athletes|workers|boys|girls)\b"
)
AGES = {
    "children": folded_pattern(
        r"\b(?:child(?:ren)?|adolescents?|infants?|newborns?|neonates?|paediatric|pediatric|schoolchildren|teenagers?|"
        r"boys|girls)\b"
    ),
    "older adults": folded_pattern(
        r"\b(?:older (?:adults?|people|persons|women|men|patients|individuals)|elderly|aged (?:6[05]|70|75) (?:years )?"
        r"(?:and|or) (?:over|older|above)|geriatric|nursing homes?|frail)\b"
    ),
    "adults": folded_pattern(r"\badults?\b"),
}
"""Groups of age; 'adults' last, because 'older adults' are older."""
SEX = {
    "women": folded_pattern(r"\b(?:women|females?|girls|mothers|postmenopausal|pregnant)\b"),
    "men": folded_pattern(r"\b(?:men|males?|boys|fathers)\b"),
}
AGE_HEADINGS = {
    "children": frozenset({"Child", "Child, Preschool", "Infant", "Infant, Newborn", "Adolescent"}),
    "adults": frozenset({"Adult", "Young Adult", "Middle Aged"}),
    "older adults": frozenset({"Aged", "Aged, 80 and over"}),
}
SEX_HEADINGS = {"women": frozenset({"Female"}), "men": frozenset({"Male"})}
HUMANS = "Humans"
SURE_OF_PEOPLE = {"match.part": 0.75, "match.background": 0.5, "match.not-seen": 0.6}
"""Most of a condition's name tells more than most of another name; that it is not seen tells less, because people
are called by many names (measured: ``docs/accuracy.md``, Match with a claim)."""

_NOTHING = r"(?:placebos?|sham|wait(?:ing)?[- ]?list(?:ed)?)"
DOING_WITHOUT = folded_pattern(
    rf"\b(?:(?:or|and|versus|vs\.?|with|to|than|over|by|received?|receiving|for|on|plus) "
    rf"(?:(?:an?|the|matching|matched|identical|oral|inert) ){{0,2}}{_NOTHING}|"
    rf"{_NOTHING}(?:[- ](?:groups?|arms?|recipients?|treated|treatment|patients|controls?))|"
    r"(?:usual|standard|routine)[- ]care|(?:treatment|care)[- ]as[- ]usual|"
    r"untreated (?:controls?|groups?|arms?|sides?|participants)|non-?users|never[- ]users|unexposed|"
    r"lowest (?:quartile|quintile|tertile|intake|category))\b"
)
"""Doing without, or care that both groups had: a placebo only where a group is said to have had it."""
CONTROLS = folded_pattern(
    r"\b(?:placebos?|sham|wait(?:ing)?[- ]?list|control (?:groups?|arms?|conditions?|participants|subjects)|controls|"
    r"no (?:further |other |additional )?(?:treatment|intervention|therapy|training|exercise|supplement(?:ation)?)|"
    r"(?:with|received?|receiving|on) (?:or|and|versus|vs\.?) without|(?:versus|vs\.?|or) (?:no|nothing)|"
    r"minimal intervention|conventional (?:care|treatment|therapy|physiotherapy|rehabilitation))\b"
)
"""Words of people who may have done without; of ten trials with one of these alone four compared two treatments."""
DOUBLE_DUMMY = folded_pattern(r"\b(?:double|triple)[- ]dummy\b")
"""Every group had a placebo, so that it does not tell who did without."""
AGAINST = folded_pattern(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|versus|vs\.?|relative to|rather than|"
    r"than (?:in|with|the|did))\b"
)
"""Something was compared with something."""
TWO_GROUPS = folded_pattern(
    r"\b(?:randomi[sz]ed|randomly|two groups|both groups|between[- ]groups?|groups|arms|crossover)\b"
)

AS_TEST = folded_pattern(r"\W*(?:\w+\W+)?(?:tests?|speeds?|velocity|performance|ability)\b")
"""Behind an intervention: it was measured, nobody did it for its effect ('backward walking speed')."""
ONE_SESSION = folded_pattern(
    r"\b(?:(?:single|one) (?:\w+ )?(?:session|bout|visit)|acute (?:bouts?|effects?|exercise)|"
    r"electromyogra\w*|emg|kinematics?|"
    r"kinetics|biomechanic\w*|motion analysis|motion capture|force plates?)\b"
)
REPEATED = folded_pattern(
    r"\b(?:training|programmes?|programs?|sessions|(?:times|days|sessions) (?:a|per|each) week|weeks?|months?|weekly)\b"
)
"""Words of something done more than once; without them ONE_SESSION is believed."""
EVENT_BEFORE = folded_pattern(
    r"\b(?:risk|rates?|incidence|odds|hazard|occurrence|number|onset|history|prevention) of (?:\w+ ){0,4}$|"
    r"\b(?:incident|first(?:-ever)?|new|prevent\w*|develop\w*|fatal|recurrent) (?:\w+ ){0,2}$"
)
EVENT_AFTER = folded_pattern(r"[\s-]+(?:\w+ )?(?:risk|incidence|events?|rates?|occurr\w*|onset|prevention)\b")
"""Beside an event: it happened, or might; it is not the condition that people had before."""
CONDITION_BEFORE = folded_pattern(r"\b(?:with|having|suffering from|diagnosed with) (?:[\w'-]+ ){0,3}$")
"""Before an outcome: it is what the people had ('women with patellofemoral pain')."""

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
