"""What a question of the kind that review authors ask wants to know: which outcome, under what, against what. Pure.

'Is knee pain at 6 weeks higher, lower, or the same when comparing humming to silence?' is taken apart by the
order of its words; nothing is guessed from what the words mean.
"""

import re
from dataclasses import dataclass

from claimbook.appraise.direction.comparison import Triple

_LONGEST = 1_000
"""Signs; what is longer is no question, and would take long to be found none."""
_WAY = r"(?:higher|lower|the same|different|more|less|increased|decreased|reduced|improved|better|worse)"
_FORMS = tuple(
    re.compile(form.replace("WAYS", rf"{_WAY}(?:(?:,\s?|\s)(?:(?:or|and)\s)?{_WAY})*"), re.IGNORECASE)
    for form in (
        r"^(?:is|are|was|were)\s+(?P<outcome>.+?),?\s+WAYS\s+(?:when|in|by)\s+comparing\s+(?P<arms>.+)$",
        r"^(?:when|in)\s+comparing\s+(?P<arms>.+?),\s*(?:is|are)\s+(?P<outcome>.+?),?\s+WAYS$",
        r"^(?:is|are|was|were)\s+(?P<outcome>.+?),?\s+WAYS\s+(?:with|in|under|after|for)\s+(?P<arms>.+?\bthan\b.+)$",
        r"^(?:does|do|did)\s+(?P<first>.+?)\s+(?:lead to|cause)\s+WAYS\s+(?P<outcome>.+?)\s+than\s+(?P<second>.+)$",
    )
)
"""Forms of a question, the commonest first."""

_BETWEEN = (
    re.compile(r"\s(?:versus|vs\.?|against|compared (?:to|with)|rather than)\s", re.IGNORECASE),
    re.compile(r"\sthan\s(?:(?:with|in|under|after|for)\s)?", re.IGNORECASE),
    re.compile(
        r"(?<!\badded)(?<!\bdue)(?<!\baccording)(?<!\bup)(?<!\brelated)(?<!\bprior)(?<!\baddition)\sto\s",
        re.IGNORECASE,
    ),
    re.compile(r"\swith\s", re.IGNORECASE),
    re.compile(r"\sand\s", re.IGNORECASE),
)
"""What stands between the arms, the least ambiguous word first: 'to' stands within an arm at times, 'with' often."""

_LEAD = re.compile(
    r"^(?:(?:the|a|an|any|following)\s+|(?:use|effects?|placement|addition)\s+of\s+(?:the\s+)?)+", re.IGNORECASE
)
_MEASURE = re.compile(
    r"^(?:(?:overall|mean|average|total)\s+)?"
    r"(?:risk|rates?|likelihood|incidence(?: rate)?|probability|proportion|number|level|effect|prevalence|odds|chance)"
    r"\s+(?:of|on|in)\s+(?:(?:the|a|an|any|developing|having)\s+)*",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:risk|rates?|likelihood|incidence|probability|proportion|prevalence|odds|chance|mortality|deaths?|survival)\b",
    re.IGNORECASE,
)
"""Words of an outcome that people have or do not have."""
_UNIT = r"(?:minute|hour|day|week|month|year)s?"
_NUMBER = r"(?:\d+(?:\s*(?:-|\u2010|\u2013|to)\s*\d+)?|one|two|three|four|five|six|eight|nine|ten|twelve)"
_TIME = re.compile(
    rf",?\s(?:at|after|within|by)\s(?:{_NUMBER}[\s\u2010-]{_UNIT}(?:\s+follow[\s\u2010-]up)?|(?:the )?end of [\w\s]+"
    r"|follow[\s\u2010-]up|any of the time points)$",
    re.IGNORECASE,
)
_ONLY_WITHOUT = re.compile(
    r"^((?:no|without)\s.+?)\s+(?:before|after|during|following|at|in|for|among)\s+.+$", re.IGNORECASE
)
"""'No humming before lunch' is the lack of humming: when and for whom is the same in both arms, and tells neither."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts of a question, in its own words."""

    outcome: str
    """Without the words of measure and time around it: 'death', not 'the risk of death at 90 days'."""
    intervention: str
    comparator: str
    time: str = ""
    """'at 90 days'; empty where none is named."""
    counts_people: bool = False
    """Whether it asks for a risk, a rate or another share of people, and not for an amount."""

    @property
    def triple(self) -> Triple:
        """What is asked of each text."""
        return Triple(self.intervention, self.comparator, self.outcome)


def asked_by(question: str) -> Asked | None:
    """The parts of a question; None where its form is not known, it names one arm only, or it is too long."""
    sentence = " ".join(question.split()).rstrip(" ?.")
    for form in _FORMS if len(sentence) <= _LONGEST else ():
        found = form.match(sentence)
        if found is not None:
            parts = found.groupdict()
            arms = (parts["first"], parts["second"]) if "first" in parts else arms_of(parts["arms"])
            return _asked(parts["outcome"], arms) if arms else None
    return None


def arms_of(words: str) -> tuple[str, str] | None:
    """Both sides of 'humming to silence', 'humming versus silence', 'humming with silence'; None where there is one.

    Words stand one space apart, as `asked_by` puts them.
    """
    for between in _BETWEEN:
        sides = between.split(words, maxsplit=1)
        if len(sides) > 1:
            return _bare(sides[0]), _bare(sides[1])
    return None


def _asked(outcome: str, arms: tuple[str, str]) -> Asked:
    time = _TIME.search(outcome)
    until = time.start() if time else len(outcome)
    named = _MEASURE.sub("", _bare(outcome[:until])) or outcome
    comparator = _ONLY_WITHOUT.sub(r"\1", arms[1])
    return Asked(
        named, arms[0], comparator, time[0].strip(" ,") if time else "", counts_people=bool(_SHARE.search(outcome))
    )


def _bare(words: str) -> str:
    return _LEAD.sub("", words.strip(" ,"))
