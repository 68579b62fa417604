"""How far people came in a study, as a table: name, stems, words (CONSORT 2010 flow diagram)."""

import re
from dataclasses import dataclass
from functools import cached_property

from claimbook.appraise.text.lexicon import folded_pattern, holds_any, words
from claimbook.appraise.text.pieces import SHARED, Glance

_CLUSTERS = (
    r"(?:\d[\d,]*|[a-z]+teen|twenty|thirty|forty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:-[a-z]+)? (?:[a-z-]+ ){0,3}?(?:schools|practices|clinics|villages|hospitals|homes|clusters|communities|"
    r"centres|centers|wards|classes|classrooms|sites|districts|towns|pharmacies|kindergartens|units|households|families),?"
    r"(?: \(| with | including | of | containing | comprising )(?:a total of )?"
)
"""'Randomised 36 schools (4,912 pupils)' randomised the pupils."""


@dataclass(frozen=True)
class Stage:
    """How far some people came, and the words on either side of their number that tell it."""

    name: str
    stems: str
    words: str

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        return tuple(self.stems.split("|"))

    def is_told(self, before: str, after: str) -> bool:
        """Whether the words on either side of a number tell it."""
        if holds_any(after, self._pieces) and self.after.match(after):
            return True
        return holds_any(before, self._pieces) and self.before.search(before) is not None

    @cached_property
    def after(self) -> re.Pattern[str]:
        """Words behind the number."""
        return folded_pattern(
            rf"^(?:\([^()]{{0,60}}\)|(?!,\s\d|\b(?:of whom|and (?:[a-z]+ )?\d))[^.;\d(]){{0,90}}?\b(?:{self.words})\b"
        )

    @cached_property
    def before(self) -> re.Pattern[str]:
        """Words that end at the number."""
        return folded_pattern(
            rf"\b(?:{self.words})\s(?:a total of |all |(?:data )?(?:from|of|for|by|in) |{_CLUSTERS})?$"
        )


STAGES = Glance(
    (
        Stage(
            "enrolled",
            "enrolled|recruited|entered|registered|accrued|included|participated|consent|agreed|began|took part|run-in|"
            "lead-in",
            (
                r"enrolled|recruited|entered|registered|accrued|included|participated|consented|took part|"
                r"agreed to (?:participate|take part)|gave (?:\w+ )?(?:\w+ )?consent|began (?:a|the|their) (?:\w+ )?"
                r"(?:trial|study|programme|program|treatment|intervention)|"
                r"(?:run|lead)-in(?: period| phase)? (?:in|of|with)"
            ),
        ),
        Stage(
            "randomised",
            "randomi|randomly|allocated|assigned",
            (
                r"randomi[sz]ed|randomly (?:\w+ )?(?:assigned|allocated|divided)|underwent randomi[sz]ation|"
                r"allocated|assigned"
            ),
        ),
        Stage(
            "analysed",
            (
                "analy|evaluable|evaluated|assessed|completed|assessable|available|data|attended|leaving|"
                "covering|followed|comprising|examined|traced|population|set"
            ),
            (
                r"analy[sz]ed|evaluable|evaluated|assessed(?! for)|completed|"
                r"included in the (?:[\w-]+ ){0,3}(?:analys[ei]s|population|set)|"
                r"(?:re-?)(?:assessed|evaluated|examined)|(?:was|were) traced|"
                r"(?:intention[ -]to[ -]treat|per[ -]protocol|analysis|evaluable) (?:population|set|sample) "
                r"(?:comprised|included|consisted of|was)(?=\s$)|"
                r"assessable|(?:was|were) available(?! (?:for|from|in|on) (?:only )?\d)|"
                r"(?:was|were) followed|for (?:the )?(?:final )?analysis|"
                r"attended (?:(?:the |a )?(?:[\w-]+ ){0,3}(?:visit|assessment|follow-?up)|at|on)|attended(?=[.,;]|$)|"
                r"(?:leaving|covering|analys[ei]s (?:\w+ )?(?:included|comprising))(?=\s$)|"
                r"(?:provided|had|gave|with|returned|contributed) "
                r"(?:complete |full |follow-?up |outcome |usable |valid ){0,2}data"
            ),
        ),
    ),
    SHARED,
)

_RANDOMLY = r"(?:randomly|at random|by chance)"
_PLACED = r"(?:assigned|allocated|allotted|divided|distributed|selected|classified|categori[sz]ed|grouped)"
PEOPLE_RANDOMISED = folded_pattern(
    rf"\b(?:were|was|being|are|been)\s(?:[a-z]+\s){{0,2}}?"
    rf"(?:randomi[sz]ed|{_RANDOMLY} {_PLACED}|{_PLACED} {_RANDOMLY})\b"
)
"""That people were randomised, where no number of theirs stands beside it."""
CHANCE = words("randomized randomised randomly random chance")
"""One of these stands in it."""
