"""What the words around a number of people tell about it, as a table: name, side, stems, pattern, weight, source.

A weight is in units of evidence: the mention with the largest sum stands for the study. Sources: "CONSORT" is the flow
diagram of CONSORT 2010 (assessed, randomised, allocated, analysed), "dev" errors read on the development half of
``pico_corpus``. The set was read for errors only; no weight was fitted to it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Literal

from claimbook.appraise.text.lexicon import Worded, folded_pattern, one_of
from claimbook.appraise.text.pieces import SHARED, Glance

Side = Literal["before", "after"]
"""'before': the words up to the number, which end at it; 'after': the words from the number on."""

PEOPLE = one_of(
    "patients? | women | woman | men | man | participants? | subjects? | children | adults? |"
    " individuals? | people | persons? |"
    "volunteers? | infants? | neonates? | newborns? | babies | boys | girls | adolescents? | teenagers? | students? |"
    "survivors? | cases | males? | females? | nurses | residents | smokers | veterans | outpatients? | inpatients? |"
    "recipients? | mothers | fathers | parents | families | couples | respondents | caregivers? | carers | athletes |"
    "workers | physicians | clinicians | practitioners | employees | users | drinkers | seniors | elders | pupils |"
    "household(?:s| members) | dyads | donors | candidates | players | runners | responders |"
    " attendees | members | ladies |"
    "sufferers | diabetics | asthmatics | primigravidae? | multiparae? | gravidae | eyes |"
    " enrollees | probands | twins |"
    "schoolchildren | toddlers | preschoolers | youths? | youngsters | outpatient | carriers |"
    " callers | consumers | clients |"
    "latinas? | latinos? | hispanics | postmenopausal | premenopausal | BCS | hips | knees |"
    " teeth | breasts | pregnancies | births | deliveries"
)
_NOT_PEOPLE = (
    r"(?:years?|yrs?|weeks?|months?|days?|hours?|h|min|minutes?|mg|g|kg|ml|cm|mm|centers?|centres?|"
    r"sites|hospitals|countries|cycles|sessions|items|times|events|points?|groups?|arms|trials|"
    r"studies|doses|were|was|had|who|to|than)"
)
_PEOPLE_WORD = folded_pattern(PEOPLE)
_NO_PEOPLE = folded_pattern(_NOT_PEOPLE)
_NEXT_WORD = re.compile(r"[-\s,/]{1,3}(?P<word>[^\W\d][\w'\u2019+-]*|(?<= )\d\w*-[\w-]+)")
_IN_BRACKETS = re.compile(r"\s?\([^()]{1,60}\)")
_WORDS_BETWEEN = 11


@lru_cache(maxsize=8192)
def _means_people(word: str) -> bool | None:
    """Whether a word names people (True), a unit or another thing that is counted (False), or neither (None)."""
    if _NO_PEOPLE.fullmatch(word):
        return False
    return True if any(_PEOPLE_WORD.fullmatch(part) for part in word.split("-")) else None


def counts_people(after: str) -> bool:
    """Whether the words behind a number come to people before they come to a unit: '93 (of the) healthy women'."""
    if after.startswith(","):
        return False
    brackets = _IN_BRACKETS.match(after)
    place = brackets.end() if brackets else 0
    for _ in range(_WORDS_BETWEEN):
        word = _NEXT_WORD.match(after, place)
        means_people = None if word is None else _means_people(word["word"])
        if word is None or means_people is False:
            return False
        if means_people:
            return True
        place = word.end()
    return False


LABELLED = folded_pattern(
    r"\b(?:grades?|phase|stages?|scores?|groups?|arms?|day|week|month|year|level|class|cohort|"
    r"step|visit|type|part|NYHA|"
    r"version|table|aged?|ages|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept\w*|"
    r"oct\w*|nov\w*|dec\w*)\s?\(?$|[<>\u2264\u2265\u00b1/\u2013-]\s?$",
)
"""A number behind one of these is a name, a date or a limit: 'grade 2', 'May 2016', '> 65'."""
_YEARS = range(1900, 2040)
_BEFORE_YEAR = re.compile(r"\b(?:in|since|from|to|until|between|and|through|before|after|of)\s$")


def is_year(value: int, before: str, after: str) -> bool:
    """'between 2004 and 2007, patients': a number that reads as a year, and nobody counted right behind it."""
    if value not in _YEARS:
        return False
    word = _NEXT_WORD.match(after)
    return word is None or (not _PEOPLE_WORD.fullmatch(word["word"]) and _BEFORE_YEAR.search(before) is not None)


N_EQUALS = re.compile(r"\b[nN]\s?(?:=|:|of)\s?$")
_ALLOCATED = r"(?:randomi[sz]ed|randomly (?:\w+ )?(?:assigned|allocated|divided|selected)|assigned|allocated|allotted)"
_TAKEN_IN = (
    r"(?:enrolled|recruited|included|entered|accrued|registered|participated|took part|studied|"
    r"consented|completed|analy[sz]ed|evaluable|evaluated|treated|underwent|received|eligible|"
    r"identified|randomi[sz]ed)"
)


_ALLOCATED_STEMS = "randomi|randomly|assigned|allocated|allotted"
_TAKEN_IN_STEMS = (
    "enrolled|recruited|included|entered|accrued|registered|participated|took|studied|consented|completed|analy|"
    "evaluable|evaluated|treated|underwent|received|eligible|identified|randomi"
)


def _search_end(pattern: re.Pattern[str], reach: int, said: str) -> re.Match[str] | None:
    return pattern.search(said, max(0, len(said) - reach))


@dataclass(frozen=True)
class Sign(Worded):
    """One row: these words on this side of a number speak for or against its being the number of the study."""

    name: str
    side: Side
    stems: str
    """Pieces of words, one of which a sentence holds in which the row speaks; none: it may speak in any."""
    words: str
    weight: float
    source: str
    reach: int | None = None
    """The most signs that words which end at the number take up; None: no telling."""

    @cached_property
    def found_in(self) -> Callable[[str], re.Match[str] | None]:
        """How its words are looked for: those that stand at the beginning or the end are sought nowhere else."""
        if self.words.startswith("^"):
            return self.pattern.match
        return self.pattern.search if self.reach is None else partial(_search_end, self.pattern, self.reach)


SIGNS = (
    Sign(
        "size-of-a-group",
        "before",
        "group|program|arm|control|placebo|treatment|therapy",
        r"\b(?:group|program|programme|arm|control|controls|placebo|treatment|therapy)\s\($",
        -3.0,
        "dev",
        12,
    ),
    Sign(
        "took-part",
        "after",
        "completed|analy|evaluable|randomi|enrolled|recruited|included",
        r"^\s(?:were |was |who |had )?(?:completed|analy[sz]ed|evaluable|randomi[sz]ed|enrolled|recruited|included)\b",
        0.0,
        "CONSORT",
    ),
    Sign("a-total-of", "before", "total", r"\b(?:a |in |the )?total(?: number)?(?: of)?,?\s(?:\w+\s)?$", 2.0, "dev"),
    Sign(
        "overall",
        "before",
        "all|altogether|total|between|from",
        (
            r"^(?:overall|finally|in all|altogether|in total|between [^,]{4,60}|"
            r"from [^,]{4,60}),?\s(?:a total of\s)?$"
        ),
        1.0,
        "dev",
    ),
    Sign(
        "we-allocated",
        "before",
        _ALLOCATED_STEMS,
        (
            rf"\b(?:we|trial|study|investigators|authors)\s(?:\w+\s){{0,3}}(?:{_ALLOCATED}|"
            rf"randomi[sz]e)\s(?:a total of\s)?$"
        ),
        3.0,
        "CONSORT",
    ),
    Sign(
        "we-took-in",
        "before",
        "enrolled|recruited|included|studied|involved|analy|evaluated|examined|conducted|treated|registered|randomi|assessed|compared|followed",
        (
            r"\b(?:we|trial|study|which|that)\s(?:\w+\s){0,3}(?:enrolled|recruited|included|studied|"
            r"involved|analy[sz]ed|evaluated|examined|conducted|treated|registered|randomi[sz]ed|assessed|"
            r"compared|followed)\s(?:a total of\s|data (?:from|of|on)\s|on\s)?$"
        ),
        1.5,
        "dev",
    ),
    Sign(
        "allocated",
        "after",
        _ALLOCATED_STEMS,
        (
            rf"^(?:(?!,\s\d)[^.;]){{0,140}}?\b(?:were|was|underwent|to be|are|be|"
            rf"and)\s(?:\w+\s){{0,3}}?(?:{_ALLOCATED}|randomi[sz]ation)\b"
        ),
        2.5,
        "CONSORT",
    ),
    Sign(
        "taken-in",
        "after",
        _TAKEN_IN_STEMS,
        (rf"^[^.;:]{{0,120}}?\b(?:were|was|have been|had been|to be)?\s?(?:\w+\s){{0,2}}?{_TAKEN_IN}\b"),
        1.0,
        "CONSORT",
    ),
    Sign("start-of-sentence", "before", "", r"^\W*$", 0.8, "dev"),
    Sign(
        "of-which",
        "after",
        "group|arm|placebo|control",
        (
            r"^[^.;]{0,80}?(?:\(|:|, |; )(?:\d+|n\s?=)[^.;]{0,80}?(?:,|and|;|"
            r"vs)[^.;]{0,30}?\d+[^.;]{0,60}?\b(?:group|arm|placebo|control)"
        ),
        1.2,
        "dev",
    ),
    Sign(
        "study-of",
        "before",
        "",
        (
            r"\b(?:study|trial|sample|cohort|population|analysis|analyses|comprised|consisted|comprising|"
            r"consisting|among|in|on|from|of|with)\s(?:of\s)?(?:all\s|the\s)?$"
        ),
        0.5,
        "dev",
        19,
    ),
    Sign(
        "part-of",
        "after",
        "",
        (
            r"^\s*(?:\([^)]{1,20}\)\s*)?(?:of|out of|/)\s?(?:the |these |those |all )?(?:\d|them|whom|"
            r"these|those|our)"
        ),
        -4.0,
        "dev",
    ),
    Sign(
        "out-of",
        "before",
        "",
        (
            r"(?:\d|\)|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:\(?out )?of\s(?:the\s|"
            r"these\s|all\s)?$|\d\s?/\s?$"
        ),
        -1.0,
        "dev",
        21,
    ),
    Sign(
        "of-these",
        "before",
        "these|those|them|whom|of the|remaining|other|only|additional",
        (
            r"\bof (?:these|those|them|whom|the (?:remaining|\d+)[^,]{0,40}),?\s(?:a total of\s|only\s)?$|"
            r"\b(?:remaining|other|another|only|additional)\s$"
        ),
        -3.0,
        "dev",
    ),
    Sign("of-them-first", "before", "", r"^of\s(?:a total of\s)?$", 0.8, "dev"),
    Sign(
        "participants-were",
        "before",
        "participants|subjects|patients|sample|population|respondents",
        (
            r"\b(?:participants|subjects|patients|sample|samples?|population|respondents) (?:were|was|"
            r"comprised|included|consisted of|of)\s(?:a total of\s)?$"
        ),
        1.5,
        "dev",
        38,
    ),
    Sign(
        "planned",
        "before",
        "plan|aim|intended|target|sample size|goal",
        (r"\b(?:planned|plans?|aim(?:ed|s)?|intended|target(?:ed)?|sample size|goal)\b[^.;]{0,40}$"),
        -0.7,
        "CONSORT",
        52,
    ),
    Sign(
        "earlier-study",
        "before",
        "initial|original|parent|larger|entire|previous",
        (r"\b(?:initial|original|parent|larger|entire|previous(?:ly)?)\b[^.;,]{0,30}$"),
        -2.0,
        "dev",
        41,
    ),
    Sign("cases-of", "after", "case", r"^\s?cases? of\b", -1.5, "dev"),
    Sign("percent", "after", "%", r"^[^.;,]{0,12}?\(\s?\d+(?:\.\d+)?\s?%", -3.0, "dev"),
    Sign(
        "arm",
        "before",
        "=",
        (
            r"\b(?:group|arm|cohort|control|controls|placebo|treatment|therapy|[A-D]|I{1,3}|"
            r"\d)\s?[\]\"]?\s?\(\s?n\s?=\s?$"
        ),
        -3.0,
        "dev",
        19,
    ),
    Sign(
        "to-an-arm",
        "after",
        "",
        (
            r"^\s?(?:\)|(?:[a-z-]+\s)?(?:patients |women |subjects |participants |children |"
            r"men )?(?:were )?(?:randomly )?(?:assigned |allocated |randomi[sz]ed )?(?:in|to|received|on|"
            r"into|who received|were given|underwent)\s)(?!(?:a |an |our |this |the )?(?:randomi|study|"
            r"trial|\d|one of|either|receive either|two|three|four|groups))[^.]{2,100}?(?:,|\band|;|"
            r"\bvs\.?|\bversus|\bor|/)\s[^.,]{0,30}?\d+\s(?:patients |women |subjects |participants |"
            r"children |men )?(?:were )?(?:in|to|received|on|who|assigned|allocated|randomi[sz]ed|"
            r"underwent)\b"
        ),
        -2.0,
        "dev",
    ),
    Sign(
        "second-arm",
        "before",
        "",
        r"\d(?<!\d\d)\d{0,5}(?!\d)[^.;]{3,90}\b(?:and|versus|vs\.?|or)\s?(?:\(?n\s?=\s?)?$",
        -1.5,
        "dev",
    ),
    Sign(
        "each",
        "after",
        "each|per|both|group|arm",
        (r"^[^.;,(]{0,30}?\b(?:in each|per|each|in both|in the \w+ (?:group|arm)|in (?:group|arm))\b"),
        -3.0,
        "dev",
    ),
    Sign(
        "each-before",
        "before",
        "each|both|either",
        r"\b(?:each|both|either)(?: \w+){0,3}\s(?:of\s|\(\s?n\s?=\s?)?$",
        -2.0,
        "dev",
    ),
    Sign(
        "screened",
        "after",
        (
            "screened|assessed|invited|approached|contacted|declined|refused|excluded|withdrew|dropped|lost|died|"
            "discontinued|eligible|not included|not randomi"
        ),
        (
            r"^[^.;,(]{0,60}?\b(?:screened|assessed for|invited|approached|contacted|declined|refused|"
            r"excluded|withdrew|dropped|lost|died|discontinued|ineligible|not (?:eligible|included|"
            r"randomi[sz]ed))\b"
        ),
        -2.5,
        "CONSORT",
    ),
    Sign(
        "healthy-controls",
        "after",
        "control|comparison",
        r"^\s?(?:\w+[ -]){0,3}(?:controls|control subjects|comparison)\b",
        -2.0,
        "dev",
    ),
    Sign(
        "event",
        "after",
        "had|developed|experienced|reported|showed|responded|achieved|relapse|recurrence|complication|event",
        (
            r"^[^.;,(]{0,40}?\b(?:had|developed|experienced|reported|showed|responded|achieved|relapsed|"
            r"with (?:a )?(?:recurrence|complication|relapse|event))\b"
        ),
        -1.5,
        "dev",
    ),
    Sign(
        "power",
        "after",
        "detect|provide|show|achieve|have|power|group|needed|required",
        (r"^[^.;]{0,90}?\b(?:to (?:detect|provide|show|achieve|have)|power|per group|needed|required)\b"),
        -0.7,
        "dev",
    ),
)

TABLE = Glance(SIGNS, SHARED)
