"""Which numbers count people, and which a year, a grade or a thing: told by the words next to them."""

import re
from functools import lru_cache
from typing import Literal

from claimbook.appraise.text.lexicon import folded_pattern, one_of, words

What = Literal["people", "things", "unnamed"]
"""What a number counts."""
PEOPLE = one_of(
    "patients? | women | woman | men | man | participants? | subjects? | children | adults? |"
    " individuals? | people | persons? |"
    "volunteers? | infants? | neonates? | newborns? | babies | boys | girls | adolescents? | teenagers? | students? |"
    "survivors? | cases | males? | females? | nurses | residents | smokers | veterans | outpatients? | inpatients? |"
    "recipients? | mothers | fathers | parents | families | couples | respondents | caregivers? | carers | athletes |"
    "workers | physicians | clinicians | practitioners | employees | users | drinkers | seniors | elders | pupils |"
    "households | dyads | donors | candidates | players | runners | responders |"
    " attendees | members | ladies |"
    " officers | soldiers | recruits | firefighters | drivers | teachers | musicians | dancers | swimmers | cyclists |"
    " farmers | miners | pilots | hairdressers | gymnasts | trainees | asians | caucasians | africans |"
    " controls | siblings | relatives | spouses |"
    "sufferers | diabetics | asthmatics | primigravidae? | multiparae? | gravidae | eyes |"
    " enrollees | probands | twins |"
    "schoolchildren | toddlers | preschoolers | youths? | youngsters | carriers |"
    " callers | consumers | clients |"
    "latinas? | latinos? | hispanics | postmenopausal | premenopausal | BCS | hips | knees |"
    " teeth | breasts | pregnancies | births | deliveries |"
    " singletons | sleepers | clerks | skiers | walkers | commuters | paramedics | parturients | vaccinees | adoptees |"
    " referents | beneficiaries | centenarians | octogenarians | nonagenarians | cirrhotics | atopics | inmates |"
    " initiators | prisoners | refugees | retirees | pensioners | undergraduates | cadets |"
    " pts | vegans | vegetarians | omnivores | abstainers | migrants | immigrants | "
    "  footballers | rowers | passengers | motorcyclists |"
    " pedestrians | widows | widowers | grandparents | husbands | wives | brothers | sisters | experts |"
    " stakeholders | panell?ists | interviewees | informants | completers | teens | decedents | learners | interns |"
    " registrars | executives | coaches | stutterers | hypertensives | normotensives |"
    " haemophiliacs | hemophiliacs | amputees | tetraplegics | paraplegics | epileptics | alcoholics | addicts"
)
_THINGS = one_of(
    "years? | yrs? | weeks? | months? | days? | hours? | h | min | minutes? | mg | mcg | micrograms? | g | kg | ml |"
    "cm | mm | centers? | centres? | sites | hospitals | countries | cycles | sessions | items | times | events |"
    "points? | groups? | arms |"
    "trials | studies | doses | units | wards | practices | clinics | villages | schools | clusters | communities |"
    "classes | classrooms | homes | pharmacies | towns | cities | districts | regions | states | areas | teams |"
    "databases | articles | publications | papers | abstracts | reports | reviews | samples | specimens | images |"
    "scans | lesions | procedures | biopsies | operations | episodes | attacks | visits | limbs | questions |"
    "departments | institutions | laboratories | blocks | statements | recommendations | isolates |"
    "cards | diaries | strains"
)
"""Things that studies count, and by which people are described or grouped."""
_TIMES = words("years months weeks days hours")
"""Behind a hyphen they are what is counted: '5,807 person-days'."""
_NO_COUNT = one_of(
    "were | was | had | who | to | than | after | during | at | for | since | until | attended | completed | returned |"
    " withdrew | dropped | declined | failed | died | remained | left | discontinued"
)
"""Words at which what is counted was not named."""
_ASIDE = words("in from")
"""Behind one of these people are told in whom something else was counted: 'nine implants failed in eight women'."""
_OF_TIME = (" years", "-years", " months", "-months", " days", "-days", " visits", "-visits")
_OF_PLACES = (
    " affairs",
    " administration",
    " hospitals",
    " clinics",
    " centers",
    " centres",
    " units",
    " wards",
    " homes",
)
"""Behind people they are what is counted: '5.2 million person years', '15 outpatient clinics'."""
_PAIRS = words("mother-child mother-infant parent-child mother-baby mother-newborn child-parent patient-caregiver")
"""Pairs that are counted as people are."""
_PEOPLE_WORD = folded_pattern(PEOPLE)
_THINGS_WORD, _END_WORD = folded_pattern(_THINGS), folded_pattern(_NO_COUNT)
_NEXT_WORD = re.compile(r"[-\s,/\u200e\u200f]{1,3}(?P<word>[^\W\d][\w'\u2019+-]*|(?<= )\d\w*-[\w-]+|(?<= )\d[a-z]\b)")
_IN_BRACKETS = re.compile(r"\s?\([^()]{1,60}\)")
_NO_PEOPLE = folded_pattern(
    r"\s(?:(?:january|february|march|april|june|july|august|september|october|november|december)\b|may \d{4}\b"
    r"|(?:[a-z-]+ )?(?:eyes|knees|hips|shoulders|feet|hands|limbs|legs|teeth|ears|sides)(?: \([^()]*\))? "
    rf"(?:of|in|from) (?:the )?[\w-]+ (?:[a-z-]+ )?{PEOPLE})"
)
"""'3 November'; and 'thirteen eyes of 11 patients', where the people are counted behind."""
_WORDS_BETWEEN = 11


@lru_cache(maxsize=8192)
def _named_by(word: str) -> What | None:
    """What a word names: people, a thing that is counted or a unit, nothing any more; None: read on."""
    parts = word.split("-")
    if _THINGS_WORD.fullmatch(parts[0]) or parts[-1] in _TIMES:
        return "things"
    if _END_WORD.fullmatch(word):
        return "unnamed"
    return "people" if word in _PAIRS or any(_PEOPLE_WORD.fullmatch(part) for part in parts) else None


def what_counts(after: str) -> What:
    """What the words behind a number say that it counts: '93 (of the) healthy women', '31 intensive care units'."""
    if after.startswith(","):
        return "unnamed"
    if _NO_PEOPLE.match(after):
        return "things"
    brackets = _IN_BRACKETS.match(after)
    place = start = brackets.end() if brackets else 0
    for _ in range(_WORDS_BETWEEN):
        word = _NEXT_WORD.match(after, place)
        if word is None:
            return "unnamed"
        if named := _named_by(word["word"]):
            return "things" if named == "people" and after.startswith(_OF_TIME + _OF_PLACES, word.end()) else named
        if word["word"] in _ASIDE and place != start:
            return "unnamed"
        place = word.end()
    return "unnamed"


LABELLED = folded_pattern(
    r"\b(?:grades?|phase|stages?|scores?|groups?|arms?|day|week|month|year|level|class|cohort|"
    r"step|visit|type|part|NYHA|"
    r"version|table|per|aged?|ages|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept\w*|"
    r"oct\w*|nov\w*|dec\w*)\s?\(?$|[<>\u2264\u2265\u00b1/\u2013-]\s?$",
)
"""A number behind one of these is a name, a date or a limit: 'grade 2', 'May 2016', '> 65'."""
YEARS, _LABEL = range(1900, 2040), 24
_BEFORE_YEAR = re.compile(r"\b(?:in|since|from|to|until|between|and|through|before|after|of)\s$")


def is_year(value: int, before: str, after: str) -> bool:
    """'between 2004 and 2007, patients': a number that reads as a year, and nobody counted right behind it."""
    if value not in YEARS:
        return False
    if LABELLED.search(before, max(0, len(before) - _LABEL)):
        return True
    word = _NEXT_WORD.match(after)
    return word is None or (not _PEOPLE_WORD.fullmatch(word["word"]) and _BEFORE_YEAR.search(before) is not None)


N_EQUALS = re.compile(r"\bn\s?(?:=|:|of)\s?$|[(;,]\s?n\s$", re.IGNORECASE)
"""'n = 30', and '(n 30)' as some journals print it."""
