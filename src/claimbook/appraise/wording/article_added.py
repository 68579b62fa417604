"""Words of an article that claim certainty, and words and numbers of the size of an effect.

Sources: "spec" is the grading specification 6.2 (CERTAINTY, MAGNITUDE); the rest as in `article_rules`.
"""

from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.wording.article_phrases import MORE, phrases

CERTAIN = folded_pattern(
    phrases(
        r"(?:scientifically |clinically |medically )?prove[ns]?d?(?: fact| beyond \w+(?: \w+)?)?(?! (?:difficult|"
        r"hard|tricky|challenging|impossible|"
        r"track|popular|useful|expensive|costly|record|to be (?:difficult|hard|popular|expensive)|himself|herself|"
        r"themselves|itself|"
        r"yourself|overnight|again|for an hour|in a warm|until|a (?:challenge|struggle|success|hit)|too )) |"
        r" (?:scientific |clear |conclusive |hard |definitive |the |final |living |solid )?proof (?:that|"
        r"of)(?! (?:the pudding|purchase|age|address|identity|payment)) |"
        r" conclusive(?:ly)? | definitive(?:ly)? | categorical(?:ly)? | irrefutabl[ey] | indisputabl[ey] |"
        r" unquestionabl[ey] |"
        r" undeniabl[ey] | undoubtedly | undisputed | incontrovertibl[ey] | unequivocal(?:ly)? | no denying |"
        r" (?:without|beyond|no)(?: a| any| all| the shadow of a| a shadow of a)?(?: reasonable)? (?:doubt|question|"
        r"dispute) | (?:it is|it's|is|an? established|an? known|a scientific|a medical|a proven|"
        r"the) (?:an? )?(?:\w+ )?fact(?: that)?(?! sheet) |"
        r" once and for all | every (?:single )?time | never fails? | without fail | works? for everyone | 100 ?(?:%|"
        r"per cent|percent) (?:effective|"
        r"safe|proven|certain|guaranteed|sure|natural cure) | foolproof | fool-proof | fail-safe | failsafe |"
        r" sure-?fire | a sure way |"
        r" (?:is|are) (?:sure|bound|certain) to | guarante(?:es?|ed|eing)(?! (?:period|runs|card|scheme|of a refund|"
        r"you a refund)) |"
        r" (?:miracle|magic|wonder)(?:[- ](?:cure|drug|pill|bullet|food|remedy|diet|jab))? | miraculous(?:ly)? |"
        r" break-?throughs?(?! (?:role|year|act|artist|performance|hit|season|album|star|moment)) |"
        r" game[- ]chang(?:er|ing) | revolutionary | cure-all | panacea | silver bullet |"
        r" (?<!the\s)(?<!traditional\s)cure[sd]?(?! (?:of the|ham|meats?|bacon|salmon|sausage|with salt|in salt)) |"
        r" settled science | science is settled |"
        r" the science is clear | there is no arguing | hands down | rock-solid | ironclad | infallibl[ey]"
    )
)
"""Words that claim more certainty than a study gives (spec: proves, cure, breakthrough, miracle, guarantees)."""

CERTAIN_OF_AN_EFFECT = folded_pattern(
    phrases(
        r"always | never | definitely | certainly | clearly | surely | absolutely | completely | totally |"
        r" invariably | will always"
    )
)
"""Certainty only where an effect is claimed: 'always lifts your mood', not 'always read the label'."""

NOT_CERTAIN = folded_pattern(
    r"\b(?:no|not|n't|never|nor|isn't|aren't|hardly|far from|yet to be|without|cannot|can't|un|nothing|neither|"
    r"nobody|less than|money-back|"
    r"lifetime|year|years|one day|dry|salt|smoke|money back|no such thing as an?|to find an?|looking for an?|"
    r"searching for an?|hunt for an?)"
    r"[ -](?:been |be |an? |the |yet |any |really |fully |scientific |clear |conclusive |hard |firm |solid |"
    r"a miracle |in |that |it |"
    r"to |actually |nearly |quite |magic |known )*$"
)
"""Before a word of certainty: it is denied, or said of a warranty or of a ham."""
DENIES_NOTHING = folded_pattern(
    r"(?:without|beyond|no)\b.*(?:doubt|question|dispute)|no denying|never fails?|"
    r"without fail|never|there is no arguing"
)

_UNIT = (
    r"(?:%|calories|per ?cent|percentage points?|points?|mm ?hg|kg|kilos?|kilograms?|pounds?|lbs?|stone|g|grams?|cm|"
    r"inches|minutes?|mins?|"
    r"hours?|days?|weeks?|months?|years?|times|beats|degrees?|fold)"
)
_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|a hundred|half an?|an?|several)"
)
_ABOUT = (
    r"(?:(?:up to|about|around|nearly|almost|as much as|more than|at least|over|roughly|some|an average of|"
    r"an estimated|just|only|approximately|well over) ){0,2}"
)
_SHARE = (
    r"(?:an? (?:third|quarter|fifth|sixth|tenth|half)|half|two[- ]thirds|three[- ]quarters|one[- ](?:third|"
    r"quarter|fifth))"
)
_STRONGLY = (
    r"(?:dramatic|drastic|massive|enormous|substantial|considerabl|significant|remarkabl|marked|tremendous|immense|"
    r"profound|huge|"
    r"vast|radical|sharp|great|strong|noticeabl|notabl|slight|modest|marginal|moderate|minimal|small|tiny|big|major|"
    r"minor|large|"
    r"meaningful|striking|staggering|whopping|astonishing|incredibl|appreciabl|negligible|little|mild|measurabl|"
    r"exponential)"
)
_EFFECT = (
    r"(?:effects?|impacts?|influence|differences?|reductions?|drops?|falls?|rises?|increases?|boosts?|benefits?|"
    r"improvements?|gains?|cuts?|"
    r"declines?|jumps?|surges?|spikes?|decreases?|roles?|links?|associations?|correlations?|risks?|toll|change|changes|"
    r"dent|leap|relief|protection|chance|odds|risk factor|cause)"
)
_ADVERB_MORE = (
    r"(?:far|much|a lot|lots|way|considerably|slightly|a bit|a little|somewhat|significantly|markedly|substantially|"
    r"a good deal|a great deal|vastly|dramatically|marginally|noticeably|hugely|massively|greatly|many times|many|"
    r"even|measurably)"
)
SIZE = folded_pattern(
    phrases(
        rf"(?!little \w+ly)(?!great(?: way|ly exp))(?!strongly (?:advis|recommend|urg|encourag)){_STRONGLY}(?:ly|"
        rf"ally|y) |"
        r" (?:by|helps?|helped|quite|pain|risk) a lot(?! of) | somewhat | by far | (?:a bit|"
        r"a little)(?! of)",
        rf"{_STRONGLY}(?:al|e|ic|ing|ed|ant|ous)? (?:\w+ ){{0,2}}?{_EFFECT}",
        rf"{_ADVERB_MORE} (?:{MORE}|likelier|too much|\w+ier)(?: \w+)?",
        r"(?:twice|thrice|half|(?:\w+|\d[\d.]*) times)(?: as| more| the| higher| greater| lower| less|"
        r" likelier)(?: \w+)? | double (?:the|your|their) \w+ |"
        r" (?:doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing) | (?:in|by) half | twofold |"
        r" two-fold | threefold | (?:\d+|\w+)-?fold",
        rf"by {_ABOUT}(?:{_SHARE}|{_NUMBER}(?: |-)?{_UNIT}|\d[\d.,]*(?: ?to ?|-)\d[\d.]*(?: |-)?{_UNIT}) |"
        rf" {_ABOUT}\d[\d.,]*(?: ?(?:to|-) ?\d[\d.]*)? ?(?:%|per ?cent|percentage points?)(?: \w+)? |"
        rf" {_ABOUT}{_NUMBER}[ -]{_UNIT} {MORE} |"
        rf" {_ABOUT}{_SHARE} (?:{MORE}|off) | (?:adds?|added|adding|gain(?:s|ed)?|extra|cuts?|burns?|burned|saves?|"
        rf"saved|los(?:es?|t)|takes?|took|knocks?|shaves?|shed|sheds|dropped) {_ABOUT}{_NUMBER} (?:extra |"
        rf"more )?{_UNIT}",
    )
)
"""Words and printed numbers of the size of an effect; not doses, prices or how many people have something."""

NOT_SIZE = folded_pattern(
    r"expensive|cheap|pric|popular|portion|famous|statistically significan|significant other|strong (?:bones?|"
    r"muscles?)|great for|great way|\d ?(?:%|per ?cent) (?:of|cocoa|fat|alcohol|"
    r"effective|safe|natural|proven)"
)
WEAKLY_CERTAIN = folded_pattern(r"prov|proof|fact|guarant|sure|bound|every|fail|certain|settled")
"""Words of certainty that are said of other things as well; they count where health or a relation is spoken of."""
OF_DOUGH = folded_pattern(r"\b(?:dough|loaf|loaves|bread|yeast|baker)")
