"""Words that say which way a result went, as tables; a star stands for any ending.

Sources: "spec" is the grading specification 1.4 (words of direction and of no difference), "dev" was read from errors
on the training half of ``evidence_inference`` (may train).
"""

import re
from functools import lru_cache
from types import MappingProxyType

from claimbook.appraise.text.lexicon import words

_TABLE = {
    "MORE": "more higher greater larger bigger further stronger marked* considerable substantial* additional profound",
    "LESS": "less lesser smaller lower fewer weaker minor",
    "UP": (
        "increas* high highest greatest longer longest rise rises rose risen rising elevat* gain* enhanc* "
        "raise* raising augment* grew growth upregul* prolong* older most heavier increment* thicker commoner "
        "wider deeper taller excess boost* climb* doubl* tripl* twice"
    ),
    "DOWN": (
        "decreas* reduc* shorter shortest shorten* declin* drop* fall fell fallen diminish* attenuat* suppress* "
        "lowest least low minimis* minimiz* loss* lost lowering lowered inhibit* downregul* younger halv* abolish* "
        "eliminat* decrement* thinner narrower lessen* blunt* spar* rarely rare mitigat* curb* curtail* few abat* "
        "cut cuts cutting weaken* dwindl* rarer"
    ),
    "FAST": "faster fastest earlier earliest sooner quick* accelerat* rapid* hasten* expedit* early",
    "SLOW": "slower slowest delay* later slow slowed",
    "GOOD": (
        "improv* better best superior* benefi* favor* favour* effective* success* advantag* reliev* relief "
        "alleviat* ameliorat* prevent* protect* positive* promis* efficac* recover* resol* satisf* optim* eas* good"
    ),
    "BAD": (
        "worse* inferior* impair* poor poorer poorly deteriorat* worst harm* unfavo* aggravat* negativ* "
        "disadvantag* hamper* compromis*"
    ),
    "SAME": (
        "similar* comparable comparably equal* equivalen* same unchanged identical* alike unaffected noninferior* "
        "non-inferior* ineffective* unaltered parallel stable constant maintain* remain*"
    ),
    "DIFF": (
        "differ* effect effects change changes changed affect* influenc* associat* var* alter* interact* "
        "distinguish* impact*"
    ),
    "SIG": "signific* statistical*",
    "NOT": (
        "no not nor neither without none cannot fail* nonsignific* ns insignific* never lack* absen* unlikely "
        "didn't wasn't nil zero non-signific*"
    ),
    "BUT": "but however although though whereas while despite except",
    "ONLY": "only alone",
    "THAN": "than compar* versus vs v relative against over unlike",
    "BETWEEN": "between among",
    "BOTH": "both either all across groups arms",
    "WITHIN": "baseline before pre preoperat* pretest preintervention initial* pretreatment",
    "RESP": "respective*",
    "TREND": "trend* tend tended tendency slight* marginal* borderline numerical*",
    "LIKELY": "likely probab* odds risk* chance*",
}
"""Class of a cue and the words that belong to it."""

_EXACT = MappingProxyType({word: cue for cue, row in _TABLE.items() for word in row.split() if not word.endswith("*")})
_BEGINNINGS = tuple(
    sorted(
        ((word[:-1], cue) for cue, row in _TABLE.items() for word in row.split() if word.endswith("*")), reverse=True
    )
)
_SURPASS = MappingProxyType({"outperform": "GOOD", "surpass": "UP", "exceed": "UP", "outnumber": "UP"})
"""Verbs that compare: the arm behind them is the one that had less."""
_NO_CUES = words("variable variables variant various vary variety comparative")
_COMPOUNDED = words(
    "low lower high higher highest lowest early late more less least longer shorter older younger fast slow cut"
)
_OF_A_NAME = words("low high early late poor rapid")
_NAMED_BY_IT = words(
    "dose doses dosage dosages risk income incomes intensity density birth birthweight back grade stage quality energy "
    "fat protein fiber fibre salt sodium calorie carbohydrate glycemic glycaemic volume frequency pressure power level "
    "resource resources tidal"
)
_PARTS_OF_A_BODY = words(
    "extremity extremities limb limbs back leg legs abdominal abdomen body respiratory urinary lip"
)
_BEHIND_MOST = words("common commonly frequent frequently of patients often square squares")
_HOPED_FOR = words("expected anticipated predicted assumed planned hypothesised hypothesized")
"""What 'fewer than expected' compares with is no arm."""
_BEGINS_A_TIME = words("a an time one two three four five six seven eight nine ten twelve several")
"""Words behind an 'over' that compares nothing."""


def is_part_of_a_name(word: str, before: str, after: str) -> bool:
    """Whether a cue only names something.

    'Low-fat', 'lower limb', 'at least', 'most of', 'twice daily', 'with or without', 'not only'.
    """
    if (after == "-" and word in _COMPOUNDED) or (word, before) == ("without", "or"):
        return True
    if word in {"least", "most"}:
        return before == "at" or after in _BEHIND_MOST
    if word in {"not", "only"}:
        return "not only" in {f"{before} {word}", f"{word} {after}"}
    if word in {"over", "than"}:
        return after in _HOPED_FOR if word == "than" else after[:1].isdigit() or after in _BEGINS_A_TIME
    if word in {"lower", "upper"}:
        return after in _PARTS_OF_A_BODY
    return (word == "twice" and after != "as") or (word in _OF_A_NAME and after in _NAMED_BY_IT)


def surpasses(word: str) -> str:
    """The direction of a verb that also compares: 'humming outperformed silence'."""
    return next((cue for begin, cue in _SURPASS.items() if word.startswith(begin)), "")


@lru_cache(maxsize=65536)
def cue_of(word: str) -> str:
    """The class of a word in lower case, or nothing."""
    if word in _NO_CUES:
        return ""
    return _EXACT.get(word) or next((cue for begin, cue in _BEGINNINGS if word.startswith(begin)), "")


_BAD_OUTCOMES = (
    "pain mortal death died infect complic adverse event symptom sever depress anxi fatigu nausea vomit bleed fail "
    "recurr relaps incid disabil stress injur hypertens morbid toxic exacerb readmiss hospital fall headach "
    "distress disord inflam edema oedema swell hemorrh haemorrh insomn burden cost error dyspn cough malnutr diarrh "
    "hypotens hypogly malaria parasit obes strok thromb fractur dropout withdraw craving smok drink alcohol stay "
    "time durat blood.loss hba1c cholesterol triglycerid glucose bmi weight pressure reject anemia anaemia fever "
    "itch prurit scar ulcer lesion plaque gingiv tumo crp glyc stiff sore anger angry tension confus negativ "
    "misbehav stigma lonel irritab aggress hostil impuls suicid delirium agitat regurg reflux hiccup cramp spasm "
    "tender dryness redness erythem wrinkl allerg asthma wheez apn snor hypox desaturat shiver bradycard tachycard "
    "arrhythm contamin colonis coloniz viral.load caries calculus cotinine cigarette insulin.resist homa oxidat "
    "malondi mda interleukin il- tnf cytokin cortisol creatinin proteinur albuminur uric transamin aminotransf ldl "
    "hematoma haematoma hernia neuropath psychos mania depriv neglect discomfort problem difficult violence abuse "
    "conflict risk waist fat requirement consumption intensity "
    "sneez bloat flatul constip dizz vertigo tinnit congest hoarse bruis rash eczema acne cyst stone flush tremor "
    "seiz convuls palpit ischem ischaem infarct seps pneumon irrit panic worr rumina grief weakness paraly jaundice"
)
"""Beginnings of words for outcomes of which less is mostly better (dev)."""

_GOOD_OUTCOMES = (
    "quality surviv function respon remiss recover adher satisf knowledg strength mobil heal success perform abil "
    "effic complet cure well-being wellbeing vitality activit complian confiden skill learn memory cognit attention "
    "physical range motion coverag uptake attend vaccin immun antibod birth.weight sleep balance gait accura detect "
    "vision acuity fertil pregnan breastf particip engag hdl qol health self-e empower comfort efficac resilien "
    "attitud awareness literacy abstin cessation quit hope optimis esteem growth height haemoglob hemoglob ferritin "
    "lactation milk ovulat implant.tion live.birth clearance eradicat vo2 oxygen.saturation spo2 happiness vigo "
    "energy.level flexib endur dexter attachment bone.mineral bone.density union closure accept prefer self-care "
    "support cooperat social.skill concentrat alert mindful consciousness fev fvc ejection walk fitness "
    "competence patency appetite"
)
"""Beginnings of words for outcomes of which more is mostly better (dev)."""

_TURNED_OUTCOMES = re.compile(
    r"\b(?:relie[fv]|resolution|absence of|free|freedom)\b|\d ?% (?:or \w+ )?(?:improvement|reduction|decrease)"
    r"|\btime (?:to|until)\b.*"
    r"\b(?:recur|relaps|progress|death|fail|event|exacerb|rescue|first (?:rescue|analges|request))"
)
"""Outcomes that tell of something bad not being there (dev)."""


def _beginnings(table: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table.split())})")


BAD_OUTCOMES, GOOD_OUTCOMES = _beginnings(_BAD_OUTCOMES), _beginnings(_GOOD_OUTCOMES)
TIME_OUTCOMES = re.compile(r"\btime|\bduration|\blength|\bspeed|\bonset|\blatency|\bstay\b|\bdays\b")


def polarity_of(outcome: str) -> str:
    """Whether less of an outcome is mostly better ('b'ad), more of it ('g'ood), or neither is known ('n')."""
    folded = outcome.lower()
    if _TURNED_OUTCOMES.search(folded):
        return "g"
    bad, good = len(BAD_OUTCOMES.findall(folded)), len(GOOD_OUTCOMES.findall(folded))
    return "b" if bad > good else "g" if good > bad else "n"


DOES_WITHOUT = re.compile(
    r"\b(?:placebo|sham|dummy|no|nothing|without|untreated|controls?|usual|standard|routine|conventional|alone|only"
    r"|delayed|deferred|wait(?:ing)?|never|non-?users?|non-?\w+ers|unexposed|unvaccinated|lowest)\b"
)
"""How an arm is named that does without the intervention; nobody prints a ratio with such an arm on top."""
COUNTED_AS_OPPOSITE = re.compile(r"surviv|\bfree\b|\btime to\b|\bremaining\b|\bprotection\b")
"""Outcomes of which the opposite event is counted: a hazard ratio of death is printed for survival."""

COMPARATOR_WORDS = "control controls placebo sham untreated tau comparator waitlist wait waiting unsupplemented"
INTERVENTION_WORDS = "intervention interventions treatment treated experimental active study test cases trial"
"""Words that name an arm only by its part; those of the intervention count only beside a word of groups."""
GROUP_WORDS = words(
    "group groups arm arms participants patients subjects children women men adults students teachers infants cohort "
    "households schools clusters condition school individuals villages village sites site areas area clinics clinic "
    "practices practice wards ward hospitals hospital centres centers communities community municipality "
    "municipalities eyes eye teeth sides side limb limbs knees leg legs hand hands foot feet ear ears phase period "
    "periods homes home classes class workers "
    "nurses employees parents mothers recipients"
)

NEGATIONS = frozenset({"no", "non", "not", "without"})

EMPTY_WORDS = (
    "a an the of in on at for to and or with by from as per than that this these those was were is are be been being "
    "group groups arm arms patient patients subject subjects participant participants day days week weeks month months "
    "year years mg kg ml g mcg dose doses daily twice once time times receive received receiving given administered "
    "use used using via h hr hours min minutes one two three four each all plus alone only versus vs "
    "after before during over follow up follow-up i ii it its their mean median number rate level levels total score "
    "scores women men children adult adults people s t d p n c x both which who had has have no not "
    "treated treatment treatments therapy therapies intervention interventions program programme between "
    "first second third including based standard non"
)
"""Words that do not tell one arm or outcome from another."""
