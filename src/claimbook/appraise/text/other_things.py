"""Names inside the name of another thing: 'stroke volume', 'fear of falling', 'pain acceptance', 'heat stroke'. Pure.

Four kinds of neighbours make it so: a word that goes with this one name and gives it another sense, a head behind it
('asthma knowledge'), a head before it that governs it ('costs of treating hiccups'), and people who
are near to those who have it ('carers of people with dementia'). What was asked for by such a
word itself is no other thing. The rows are our choice: each names what is measured beside an outcome, in other units.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from claimbook.appraise.text.lexicon import fold, folded_pattern, one_of

_REACH = 80
"""Signs before and behind a name that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 6
"""Letters of a word that tell it."""


class Sense(NamedTuple):
    """The words before and behind a name with which it is another thing."""

    before: str = ""
    behind: str = ""


_MARROW = "bone[ -]marrow | marrow | myelo\\w*"
SENSES: Mapping[str, Sense] = MappingProxyType(
    {
        "strokes?": Sense("heat | sun | swimming | rowing | brush", "volumes? | work | output | index | rate of the"),
        "depressions?": Sense(
            f"respiratory | ventilatory | cardiac | myocardial | st | (?:st|s-t)[ -]segment | segment | {_MARROW} | "
            "cns | central nervous system | spreading | long-term | synaptic | immune | tongue | inbreeding | nasal"
        ),
        "stress": Sense(
            "oxidative | oxidant | nitrosative | nitrative | shear | wall | tensile | mechanical | thermal | heat | "
            "cold | osmotic | salt | water | drought | reticulum | er | ocular | valgus | varus | contact | yield",
            "fractures? | incontinence | ulcers? | ulceration | echo\\w* | tests? | testing | radiograph\\w* | "
            "shielding | hyperglyc\\w* | cardiomyopathy | urinary | mri | imaging | perfusion | proteins? | granules?",
        ),
        "weights?": Sense(
            "birth | placental? | f(?:o?e)tal | neonatal | organ | liver | kidney | heart | spleen | thym\\w+ | "
            "uterine | "
            "molecular | dry | wet | fresh | seed | litter | carcass | specimen | tumou?r | gland | prostate | equal | "
            "relative | statistical | ventricular",
            "bearing | lifting | training | stigma | bias",
        ),
        "balances?": Sense(
            "fluid | water | energy | nitrogen | sodium | calcium | potassium | phosph\\w+ | electrolyte | "
            "acid[ -]base | "
            "life | autonomic | sympathovagal | vagal | hormonal | redox | decisional | account | bank",
            "of (?:evidence|risks?|benefits?|power|probabilit\\w+)",
        ),
        "colds?": Sense(
            "",
            "sensitiv\\w+ | pressor | water | air | packs? | pain | stimul\\w+ | exposure | intolerance | tolerance | "
            "hyperalgesia | allodynia | storage | stor\\w+ | isch\\w+ | therapy | detection | thresholds? | stress | "
            "climates? | weather | chain | sores? | urticaria | agglutinins?",
        ),
        "falls?": Sense(
            "rain | water",
            "in (?:(?:mean|arterial|blood|systolic|diastolic|serum|plasma|body|core|skin|the) ){0,3}(?:pressure|"
            "levels?|"
            "temperature|concentrations?|scores?|glucose|cholesterol|ha?emoglobin|weight|rates?|numbers?)",
        ),
        "back": Sense(
            "way | come | came | go | going | goes | went | gone | turn\\w* | return\\w* | fed | held | "
            "dat\\w+ | travel\\w*",
            "home | to (?:work|normal|baseline|school|sports?|the) | up | ground | translat\\w+ | and forth | into",
        ),
        "attention": Sense(
            "medical | paid | pay | special | careful",
            "controls? | placebo | (?:was|is|were|has been|must be|should be) (?:paid|given|drawn|directed)",
        ),
        "strengths?": Sense(
            "field | bond | tensile | signal | ionic | dose | dosage | relationship | ego | flexural | fracture",
            "of (?:the )?(?:evidence|associations?|recommendations?|relations?\\w*|bond\\w*|this study)",
        ),
        "hearings?": Sense("court | public | fair | tribunal", "in court | aids?"),
        "memory": Sense("immune | immunological | shape | trauma", "b | t | (?:b |t )?cells? | foam | clinics?"),
        "(?:death|mortality)s?": Sense(
            "cell | brain | neuronal | perceived | tree | bacterial", "wish\\w* | receptors?"
        ),
        "tension": Sense(
            "surface | oxygen | muscle | suture | carbon dioxide", "headaches? | pneumothora\\w+ | bands?"
        ),
        "resistance": Sense(
            "insulin | vascular | airway | drug | antibiotic | antimicrobial | treatment | electrical | peripheral",
            "training | exercises? | bands? | genes?",
        ),
        "energy": Sense("dual | high | low", "intake | drinks? | density | x-ray"),
        "growth": Sense(
            "tumou?r | bacterial | post-?traumatic | personal | professional | economic", "factors? | hormone"
        ),
        "pressures?": Sense("peer | time | social | financial | work", "cuffs? | garments?"),
        "tolerance": Sense("glucose | immune | fault | opioid | drug"),
        "distress": Sense("respiratory | f(?:o?e)tal | moral | financial"),
        "fever": Sense("hay | yellow | dengue | scarlet | lassa | typhoid | cabin"),
        "shock": Sense("heat | culture | electric | electrical | shell", "waves? | proteins?"),
        "coma": Sense("", "scales?"),
        "retention": Sense("study | participant | staff | denture | trial"),
        "compliance": Sense("lung | arterial | respiratory | bladder | vascular"),
        "delivery": Sense("drug | oxygen | service | programme | program"),
        "cough": Sense("whooping"),
        "failure": Sense("treatment | implant | graft | virological | device"),
        "vision": Sense("tunnel | computer", "statements? | syndrome"),
        "sleep": Sense("", "apn(?:o?e)a | medications? | paralysis"),
        "speed": Sense("", "of sound"),
        "mobility": Sense("social | electrophoretic | tooth | joint"),
    }
)
"""Names that mean something else beside these words, the words before and behind them."""

_MIND = (
    "knowledge | awareness | literacy | understanding | beliefs? | attitudes? | perceptions? | opinions? | views | "
    "expectations? | expectanc(?:y|ies) | worr(?:y|ies) | fears? | concerns? | acceptance | catastrophi[sz]\\w+ | "
    "self-?\\s?efficacy | coping | stigma | vocabulary | education | information | empathy"
)
_CARE = (
    "costs? | expenditures? | consultations? | visits? | admissions? | hospitali[sz]ations? | prescriptions? | "
    "prescribing | medications? | medicines? | drugs? | vaccinations? | screening | referrals? | readmissions?"
)
_BETWEEN = (
    r"(?:control|prevention|treatment|management|self|risk|care|drug|rescue|hospital|emergency|clinic|outpatient)"
)
_HEAD_BEHIND = folded_pattern(
    rf"[\s-]+(?:{_BETWEEN}[\s-]+)?(?P<head>{one_of(f'{_MIND} | {_CARE} | distress | self-?management | self-?care')})"
    r"(?!\w)|[-\u2010\u2013](?:related|associated|specific|attributable)[\s-]+(?!(?:symptoms?|events?|episodes?|attacks?|"
    r"outcomes?|scores?|severity|complications?|scales?|intensity|frequency)\b)(?P<related>[a-z][\w-]+)"
)
"""Behind a name: what people know, feel or spend because of it ('asthma knowledge', 'cancer-related fatigue')."""
_ABOUT = (
    r"(?:(?:related|relating|due|owing|attributable) to|because of|as a result of|of|about|for|with|on|regarding|"
    r"concerning|towards?|from|over)"
)
_DOING = (
    r"(?:(?:treating|managing|preventing|having|getting|the|treatment|management|prevention|care|therapy|of|for|their|"
    r"new|future|further|chronic|acute|severe|recurrent|persistent) ){0,4}"
)
_OF_THOSE = (
    r"(?:of|in|among|for|from) (?:[\w-]+ ){0,2}(?:patients|people|persons|adults|women|men|children|those|"
    r"participants|subjects|individuals|survivors) (?:with|who have|who had|having) (?:[\w-]+ ){0,2}"
)
_ASKED = one_of(f"{_MIND} | {_CARE} | satisfaction | satisfied | confidence | recall | leave | absenteeism | spending")
_HEAD_BEFORE = folded_pattern(
    rf"\b(?:(?P<head>{_ASKED}|withdr[ae]wals?|withdrew|withdrawn|drop-?outs?|dropped out|discontinu\w+|absent|worried|"
    rf"concerned|informed|time spent) {_ABOUT} {_DOING}"
    r"|(?P<life>quality of life|well-?being|satisfaction|mental health|knowledge|costs|survival|mood|disability|"
    rf"adherence) {_OF_THOSE}"
    r"|(?P<kept>adjust(?:ed|ing|ment)|controlling|controlled|accounting|corrected|correction) for (?:[\w-]+ ){0,3})$"
)
"""Before a name: what is asked, paid or done because of it; the life of those who have it; what was adjusted for."""

NEXT_TO_BEFORE = folded_pattern(
    r"\b(?P<near>caregivers?|carers?|parents?|mothers?|fathers?|spouses?|partners?|relatives?|family members|offspring|"
    r"siblings?|daughters?|sons?|wives|husbands?|friends|neighbou?rs|nurses?|doctors?|physicians?|clinicians?|surgeons?|"
    r"(?:\w+)?therapists?|practitioners?|midwives|pharmacists?|psychologists?|dentists?|teachers?|counsell?ors?|"
    r"professionals?|staff|providers?|assistants) "
    r"(?:of|for|to|caring for|living with|working with|(?:who|that) (?:\w+ )?(?:care|cared|treat|treated|look|looked|"
    r"work|worked|live|lived|see|saw|nurse|nursed|manage|managed)(?: after| for| with)?|treating|managing|nursing|"
    r"seeing|looking after|attending|supporting) (?:[^\s,.;:]+ ){0,5}$|\bwhose (?P<kin>mothers?|fathers?|parents?|"
    r"siblings?|spouses?|partners?|relatives?|children|child|famil(?:y|ies)) (?:\w+ )?(?:had|have|has|suffer\w*)"
    r"(?: from)? (?:\w+ ){0,2}$"
)
"""Before what others have, to whom the people of a study are near: 'carers of people with dementia'."""


def is_another_thing(said: str, start: int, end: int, asked: str) -> bool:
    """Whether the name at this place stands within the name of another thing.

    Args:
        said: the sentence, or the passage.
        start: where the name begins in it.
        end: where the name ends.
        asked: all words that were asked for; a neighbour that is among them makes no other thing.
    """
    whole = fold(said)
    beside = (*_neighbours(whole, start, end), *_other_senses(whole, start, end, asked))
    return _is_new_among(beside, asked)


def has_another_sense(said: str, start: int, end: int, asked: str) -> bool:
    """The same by the words alone that go with one name: 'heat stroke', 'stress incontinence'."""
    return _is_new_among(_other_senses(fold(said), start, end, asked), asked)


def _neighbours(whole: str, start: int, end: int) -> Iterator[str]:
    """The heads and people beside a name that make it another thing."""
    before = whole[max(0, start - _REACH) : start]
    if found := _HEAD_BEHIND.match(whole[end : end + _REACH]):
        yield found["head"] or found["related"]
    if found := _HEAD_BEFORE.search(before):
        yield found["head"] or found["life"] or found["kept"]
    if found := NEXT_TO_BEFORE.search(before):
        yield found["near"] or found["kin"]


def _other_senses(whole: str, start: int, end: int, asked: str) -> Iterator[str]:
    """The words beside a name, or beside a word of it, that give it another sense."""
    for name, before, behind in _senses_of(fold(asked)):
        for one in name.finditer(whole, start, end):
            if before and (found := before.search(whole[max(0, one.start() - _REACH) : one.start()])):
                yield found[1]
            if behind and (found := behind.match(whole, one.end())):
                yield found[1]


def _is_new_among(beside: Iterable[str], asked: str) -> bool:
    """Whether one of these neighbours was not asked for."""
    wanted = _WORD.findall(fold(asked))
    return any(not _holds(wanted, one) for one in beside)


def _holds(wanted: Iterable[str], neighbour: str) -> bool:
    """Whether its first word was asked for; its beginning is the same in singular and plural and in both spellings."""
    begun = _WORD.findall(neighbour)[0][:_ENOUGH].rstrip("s")
    return any(one.startswith(begun) for one in wanted)


@lru_cache(maxsize=256)
def _senses_of(asked: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """Of the table what was asked for, as patterns for the name, the words before it and the words behind it."""
    return tuple(
        (
            name,
            folded_pattern(rf"(?<!\w)({one_of(sense.before)})[\s-]$") if sense.before else None,
            folded_pattern(rf"[\s-]({one_of(sense.behind)})(?!\w)") if sense.behind else None,
        )
        for spelt, sense in SENSES.items()
        if (name := folded_pattern(rf"\b{spelt}\b")).search(asked)
    )
