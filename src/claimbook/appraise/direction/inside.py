"""Whether an outcome is only named inside the name of something else: fear of hiccups, people with hiccups. Pure.

'Knowledge about hiccups was better' and 'quality of life of patients with hiccups' tell no hiccups; neither does a
history of them. The words are our choice, read from invented sentences.
"""

import re
from collections.abc import Iterator

from claimbook.appraise.direction.comparison import stems_of
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.text.lexicon import folded_pattern, holds_any, one_of

_PEOPLE = one_of(
    "patients? | participants? | adults? | people | persons? | individuals? | subjects? | women | men | children"
    "| those | infants? | girls | boys | mothers | students | volunteers | users | survivors | cases"
)
_TOPICS = one_of(
    "knowledge | awareness | fears? | worr(?:y|ies) | concerns? | beliefs? | attitudes? | perceptions? | understanding"
    "| literacy | stigma | confidence | self-?efficacy | satisfaction | dissatisfaction | consultations? | admissions?"
    "| readmissions? | hospitali[sz]ations? | visits? | referrals? | appointments? | calls? | costs? | expenditures?"
    "| spending | expenses | drugs? | medications? | medicines? | prescriptions? | tablets | analgesics | opioids?"
    "| withdrawals? | discontinuations? | drop-?outs? | withdrew | dropped out | absence (?=due|because|from|for)"
    "| absenteeism | sick leave | interest | skills? | coping | acceptance | acceptability | catastrophi[sz]ing"
    "| help-?seeking | education | information | compliance | adherence | ratio"
)
"""What is about an outcome, or done because of it, and goes its own way."""
_LINK = one_of(
    "about | of | in | for | with | to | towards? | on | over | because of | due to | owing to | related to | caused by"
    "| regarding | concerning | against"
)
_FILLING = one_of(
    "the | an? | their | its | any | further | acute | chronic | severe | baseline | future | new | own | patients?"
    "| hospital | treatments? | therapy | management | managing | treating | care | drugs? | medication | symptoms?"
    "| doctors? | physicians? | clinics? | emergency | department | in | attacks? | episodes?"
    "| of | for | with | to | cope | living | manage | treat"
)
_ABOUT = folded_pattern(rf"\b(?P<name>{_TOPICS}) {_LINK} (?:{_FILLING} ){{0,4}}$")
_BEFORE = folded_pattern(
    r"\b(?P<name>histor(?:y|ies) of|previous|prior|past|pre-?existing|former) (?:\w+ )?$"
    r"|\b(?P<put>adjust\w*|controlling|correct(?:ed|ing|ion)) (?:for|by) (?:(?:[\w-]+,? ){0,6}and )?(?:[\w-]+ ){0,3}$"
)
"""What stands before an outcome that is not told by it."""
_WITH = folded_pattern(rf"\b{_PEOPLE} (?:who (?:had|have)|with|having|suffering from|affected by) (?:\w+ ){{0,2}}$")
_COUNTED = folded_pattern(
    r"\b(?:numbers?|proportion|percent(?:age)?|share|rates?|frequency|prevalence|fewer|more|less|most|many|few|half|no"
    r"|risk|odds|likelihood|incidence)(?: (?!than\b)\w+){0,2} $|[\d%)] (?:of )?(?:the )?$"
)
"""Before people who are counted: 'the number of patients with hiccups'."""
_WERE_COUNTED = folded_pattern(
    r"\w+(?: \w+){0,3}? were (?:\w+ly )?(?:fewer|rarer|(?:less|more) (?:common|frequent|numerous))\b"
)
_GOOD = ("effective", "improve", "superior", "benefi", "efficac", "favour", "favor", "better than")
"""'Humming is effective in people with hiccups' is of their hiccups."""
_REACH, _NEAR = 110, 8
"""Signs before an outcome that are looked at, and those between words of one mention."""


def is_inside_another(reading: Reading) -> bool:
    """Whether each mention of the outcome belongs to the name of something else."""
    mentions = [*_mentions(reading)]
    return bool(mentions) and all(_is_inside(reading, one) for one in mentions)


def _mentions(reading: Reading) -> Iterator[int]:
    """Where the outcome begins; its words that follow one another are one mention."""
    end = -_NEAR
    for one in reading.tokens:
        if one.part == "O":
            if one.start - end >= _NEAR:
                yield one.start
            end = one.end


def _is_inside(reading: Reading, start: int) -> bool:
    before = reading.folded[max(0, start - _REACH) : start]
    if any(_names_another(one.search(before), reading) for one in (_ABOUT, _BEFORE)):
        return True
    people = _WITH.search(before)
    if people is None or holds_any(reading.folded, _GOOD):
        return False
    return not (_COUNTED.search(before, 0, people.start()) or _WERE_COUNTED.match(reading.folded, start))


def _names_another(found: re.Match[str] | None, reading: Reading) -> bool:
    """Whether the words before an outcome name something that was not asked for."""
    if found is None:
        return False
    name = found["name"] or found[0]
    asked = {one.stem for one in reading.tokens if one.part}
    return name not in reading.question.people and stems_of(name).isdisjoint(asked)
