"""Whether chance was given to no people, or told of other trials: 'randomly divided into training and test sets'. Pure.

Such words are those of a randomised trial, letter for letter; what was divided, and into what, tells them apart.
"""

import re

from claimbook.appraise.design.beings import NAMES_OF_ANIMALS
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.reading import Text

_SETS = r"(?:sets?|cohorts?|samples?|data ?sets?|groups?|subsets?|sub-?samples?|partitions?|halves|populations?)"
_SPLIT = folded_pattern(
    r"\b(?:training|derivation|development|discovery|learning|model[- ]building|exploratory|estimation|calibration)"
    rf"\b[^.;]{{0,70}}?\b(?:validation|test(?:ing)?|replication|hold-?out|confirmat\w+|verification)\b"
    rf"(?: (?:[\w-]+ )?{_SETS}\b|\s?[(.,;]|$)|"
    r"\b(?:training|derivation|development|discovery|validation|test(?:ing)?|hold-?out) (?:(?:data ?)?sets?|samples?)\b"
)
"""Data are split for a model, and for testing it."""
_WHO_READS = (
    r"(?:readers?|raters?|reviewers?|observers?|pathologists?|radiologists?|interviewers?|assessors?|examiners?)"
)
_TO_READERS = folded_pattern(
    r"[^.;,]{0,50}?\bto (?:(?:be )?(?:read|scored|rated)\b|(?:(?:an?|one|two|three|four|the|of|either) )*"
    rf"(?:(?:second|third|independent|different|other|blinded|experienced) )*{_WHO_READS}\b)"
)
_MODE = r"(?:paper|postal|mail(?:ed)?|telephone|phone|web(?:-based)?|online|internet|electronic|e-?mail|face-to-face)"
_FORM = r"(?:questionnaires?|surveys?|interviews?|versions?|invitations?|forms?|administration|modes?)"
_OF_A_SURVEY = folded_pattern(
    rf"[^.;]{{0,60}}?\b{_MODE}\b(?: {_FORM})?,? (?:or|versus|vs\.?|and|to)\b[^.;]{{0,30}}?\b{_MODE}\b[^.;]{{0,20}}?"
    rf"\b{_FORM}\b|"
    r"[^.;]{0,60}?\b(?:(?:blocks?|versions?|sets?) of (?:the )?(?:[\w-]+ )?(?:choices?|questions?|questionnaires?|"
    r"surveys?|items|vignettes|scenarios)|choice (?:sets?|tasks?)|vignettes?|hypothetical)\b"
)
"""How somebody was asked, and what, is no treatment."""
_THINGS = (
    r"(?:records|recordings|samples|specimens|slides|images|scans|radiographs|films|videos|photographs|tapes|charts|plates|"
    r"wells|plots|pots|fields|seeds|plants|seedlings|leaves|fruits?|trees|crops|cells|cultures|isolates|strains|explants|"
    r"disc?s|disks|blocks|slabs|crowns|restorations|larvae|eggs|embryos|flies|bees|worms|insects|tissues|tubes|bottles|"
    r"articles|abstracts|manuscripts|papers|journals|letters|files|items|dentin[e]?|enamel|hearts|sera|sections)"
)
_ONLY_THINGS = folded_pattern(rf"(?:.*\b)?{_THINGS}\W*$")
_PART = re.compile(r"\s(?:of|from|in|with|for|taken|obtained|derived|prepared|containing|isolated)\s")
_SUBJECT = folded_pattern(
    r"(?:^|[.;:,]\s|\b(?:and|then|which|that|where|when)\s)(?P<subject>(?:(?!\b(?:and|which|that|we|was|were)\b)[^.;:,])"
    r"{3,120}?)\s(?:was|were|(?:have|has|had) been)\s(?:(?:\w+ly|then|first|each|also|all)\s)*$"
)
_OBJECT = folded_pattern(
    r"\s(?P<subject>(?:\d[\d,]*|[a-z-]+)(?: (?!(?:to|into|in|on|between|among)\b)[\w-]+){0,6})"
    r"\s(?:to|into|in|on|between)\b"
)
_ANOTHER_BEFORE = folded_pattern(
    r"\b(?:unlike|in contrast (?:to|with)|as opposed to) (?:the |those )?(?:[\w-]+ )?(?:who (?:were|are) )?$|"
    r"\b(?:understood|knew|believed|recalled|remembered|realised|realized|whether|aware)\b[^.;]{0,60}$|"
    rf"\border (?:in which|of) (?:the )?(?:[\w-]+ )?{_THINGS}\b[^.;]*$|"
    r"\b(?:an?|one) (?:[\w-]+ ){0,4}?(?:man|woman|boy|girl|patient|child|infant)(?:,| who) "
    r"(?:(?:was|had been|has been) )?$|"
    r"\b(?:after|since|following) (?:the )?(?:end|completion|close|closure) of (?:the|this|our|an?) (?:[\w-]+ )?$|"
    r"\b(?:understanding|comprehension|perceptions?|attitudes?|views?|refusal|explanations?) (?:of|to|towards?|about) "
    r"(?:being )?$"
)
_BLOCKS = folded_pattern(r" (?:in)?complete block|\s(?:[\w-]+ )?(?:split-plot|plots)\b")
"""Designs of fields."""
_HISTORY = folded_pattern(
    r"\b(?:history|origins?|story|evolution|invention|birth) of (?:the |clinical |modern |controlled |randomi[sz]ed )*"
    r"(?:trials?|randomi[sz]ation)\b"
)
_FOLLOWED = folded_pattern(
    r"\b(?:observational|cohort|registry|register-based|post-?trial|extended) (?:[\w-]+ )?follow-?\s?up (?:of|after)\b|"
    r"\bfollow-?\s?up of (?:the )?(?:[\w-]+ ){0,2}?(?:patients|participants|people|women|men|children|adults) "
    r"(?:in|from|of) (?:an?|the) (?:[\w-]+,? ){0,4}?(?:randomi|trial)"
)
"""A title of people who were followed after a trial."""


def is_history(text: Text) -> bool:
    """Whether it tells how trials came about, so that chance was somebody else's long ago."""
    return any("trial" in one.folded and _HISTORY.search(one.folded) for one in text.sentences)


def is_doubtful(found: re.Match[str]) -> bool:
    """Whether words of chance tell of things, of data that are split, of how people were asked, or of other trials."""
    said, start, end = found.string, found.start(), found.end()
    return bool(
        _SPLIT.search(said, end)
        or any(one.match(said, end) for one in (_TO_READERS, _OF_A_SURVEY, _BLOCKS))
        or _FOLLOWED.search(said)
        or _ANOTHER_BEFORE.search(said, 0, start)
        or _are_things(said, start, end)
    )


def _are_things(said: str, start: int, end: int) -> bool:
    """Whether what was given to chance is no people: 'twenty slides were randomly', 'randomised 60 bovine teeth to'."""
    told = _SUBJECT.search(said, 0, start) or _OBJECT.match(said, end)
    if told is None:
        return False
    head = _PART.split(told["subject"], maxsplit=1)[0]
    return _ONLY_THINGS.match(head) is not None or NAMES_OF_ANIMALS.search(head) is not None
