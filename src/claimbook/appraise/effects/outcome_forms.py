"""The forms in which the words around a result name its outcome, as patterns of the letters of `outcome_words`.

No form repeats what is repeated already, and what leads to a name is read once (``*+``): the longest clause takes no
time that is felt.

Source: "dev", as told there; the shares were counted on every second row of ``pico_corpus`` and lowered where 110 other
abstracts, read by hand, showed them to be too high.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimbook.appraise.effects.outcome_words import OPENS
from claimbook.appraise.text.pieces import Seen

_OWN = "n"
"""A word of its own, without which only what happened to people is named."""
_CORE = r"e?[smEg1A]*+n8?(?:[smE1]|n8?|k(?=[bu(])|[zgA](?=[nsmE])|z[jt]z(?=[nsmE])|\((?=[nsmE1]))*+(?![nsmEgk1069])"
"""At least one word of its own, and its last word no person, treatment or time."""
_LEADS = r"(?:[dAcrz%(]|e(?=[dA])|kz|x(?=n)|(?<=[dAz])o|(?<=[dA])[jt])*+"
"""What leads to a name, with numbers; without."""
_NO_COUNT = r"(?:[dAcr%(]|e(?=[dA])|(?<=[dA])[jt])*+"
_PEOPLE = r"[dAcz]*+[nsmE]*g\(?(?:[wh][dAcrv]*+|q[bhverpidAcz]*+)"
_NAME = (
    rf"(?P<name>(?:1\(?(?:p[dAcn]+)?t[dAcr]*|(?<!n)[sk]+[of][dAcrz]*(?:{_PEOPLE}|h[dAcr]*|(?<=A)t)?)?{_CORE}"
    rf"(?:\(?(?:[oj]|(?<=1)t)[dAcz]*{_CORE})*)"
)
"""'Time to relapse', 'number of patients with falls', 'quality of life', 'nausea and vomiting'."""
_LIST = rf"(?P<name>{_CORE}(?:,{_LEADS}{_CORE})+,?j{_LEADS}{_CORE})(?=[bh!uv(pi])"
_WHEN = r"(?:[p7ifwtqeho]|[dAz]*k)[^,:4]*,j?(?:[piw][^,:]*,)?"
_GIVEN = r"(?P<adjusted>(?:[pi][^,:4]*)?4[^:]*,(?=[^,]*$))|[pi][dAnszerc%(]*(?:k(?:o[dAn]*)?|0|g[8z]?(?!e))"
"""'At 12 weeks, in men,'; 'after adjustment for age, sex and smoking,', 'at 12 weeks', 'in group B'."""
_START = rf"^[.(]*(?:(?<=\.)|[,jl])(?:[ljr],?)*(?:[^:]*[he]q|{_WHEN}|(?P<given>{_GIVEN}))?"
"""How a main clause begins: a link, 'we found that', what was adjusted for, and when, where or among whom it was so."""

_NO_EXPOSURE = (
    r"(?(adjusted)(?!d))(?(given)(?![,j]))(?![r(]*b[dAr]*(?:n?s?9|c?r*at|(?<=A)f))"
    r"(?![^,(]*(?:br*a[wt][dAcrvz%(]*[smEk]|up%))"
)
"""Nor the next thing that was adjusted for, nor what 'was associated with a lower risk' or 'an independent predictor',
nor who 'were more likely to', nor arms that 'did not differ from each other'."""


class Form(NamedTuple):
    """Words before, in or behind a name, as a pattern of letters; its share of right names (dev)."""

    name: str
    confidence: float
    needs: tuple[str, ...]
    """Of each of these some letter stands in every match."""
    pattern: re.Pattern[str]
    rule: str


class Told(NamedTuple):
    """Which words name something, by which form, and the letters of what stands behind them."""

    first: int
    last: int
    form: Form
    behind: str


class Forms:
    """Forms in the order in which they are heard."""

    def __init__(self, *rows: tuple[str, float, str, str]) -> None:
        self._rows = [Form(*row[:2], _needs(*row[2:]), re.compile(row[3]), f"effects.outcome-{row[0]}") for row in rows]
        self._telling = frozenset().union(*(letters for one in self._rows for letters in one.needs))
        self._called_by = Seen(self._called)
        self.first = lru_cache(maxsize=1 << 12)(self._first)
        """The first name; texts use the same few clauses again and again."""

    def _called(self, telling: frozenset[str]) -> list[Form]:
        """The forms that may speak where of all telling letters these stand."""
        return [one for one in self._rows if not any(map(telling.isdisjoint, one.needs))]

    def _called_for(self, letters: str) -> list[Form]:
        return self._called_by[self._telling.intersection(letters)]

    def _first(self, letters: str) -> Told | None:
        for form in self._called_for(letters):
            if found := form.pattern.search(letters):
                return _told(found, form)
        return None

    def all(self, letters: str) -> Iterator[Told]:
        """Every name."""
        for form in self._called_for(letters):
            for found in form.pattern.finditer(letters):
                yield _told(found, form)


def _needs(told: str, pattern: str) -> tuple[str, ...]:
    """As told, and a word of its own for every name."""
    return (*told.split(), *(_OWN for name in (_NAME, _LIST) if name in pattern))


def _told(found: re.Match[str], form: Form) -> Told:
    first, last = found.span("name")
    return Told(_words_in(found.string[:first]), _words_in(found.string[:last]), form, found.string[last:])


def _words_in(letters: str) -> int:
    """How many words these letters stand for."""
    return len(letters) - letters.count(",") - letters.count(":") - letters.startswith(OPENS)


BEFORE = Forms(
    # 'for hiccups, the HR was 0.8'
    ("for", 0.85, "f", rf"(?:^[.(]*|[,l])f{_NO_COUNT}{_NAME}(?=,?[dAcr(]*(?:[smE]|yb)|,$)"),
    # 'did not differ with regard to appetite'
    ("regard", 0.95, "3", rf"[wi]3[to]{_LEADS}{_NAME}"),
    # 'was associated with a lower risk of stroke', 'were more likely to report drowsiness'
    ("associated", 0.85, "a5", rf"(?:(?:[bmE6][rc]*|^[,.(]*[rj]*)a[r(]*[wtfo]|5r*w)h?b?v?{_LEADS}v?{_NAME}"),
    # 'the effect of humming on sleep was small'
    ("effect", 0.95, "E", rf"Eo[^,ib]*i{_LEADS}{_NAME}"),
    # behind other names: '.., pain (..) and improved sleep'
    ("last", 0.95, "j cv", rf"jr*[cv]{_LEADS}{_NAME}\(?$"),
    # the last of two clauses: 'heart rate fell to 70 and oxygen saturation rose'
    ("last", 0.95, "j", rf"^[^buv5]*[buv5].*[^dAs],?j{_LEADS}{_NAME}r*[buv]"),
    # 'was better, with a mean pain of 3.4'
    ("with", 0.95, "w ,", rf"^[^buvh5]*[buvh5].*,w{_LEADS}{_NAME}[rv]*[opt]?$"),
    # 'the groups did not differ in sleep quality'
    ("differ", 0.95, "g", rf"g[br]*[uv](?:p[dAcz]*g)?i{_LEADS}{_NAME}"),
    # 'the effective rate was 91%'
    ("size", 0.95, "x", r"(?P<name>xs)"),
    # 'the incidence of hiccups was 12%'
    ("size", 0.95, "s", rf"(?=s){_NAME}"),
    # 'the hazard ratio for death was 0.8'
    ("ratio", 0.85, "mE", rf"[mE]{_NO_COUNT}(?<!A)[of]{_NO_COUNT}{_NAME}(?!\(?7)"),
    # 'an independent predictor of relapse'
    ("predictors", 0.8, "9", rf"9[r(]*[of]h?{_NO_COUNT}{_NAME}"),
    # 'there was no difference in sleep', 'had no effect on sleep'
    (
        "difference",
        0.95,
        "mE6s",
        rf"(?:[mE6]|s(?=[ber]+i))[bery(]*(?:oz*[zkn](?=i))?(?:p[dAnjowgzk7(]*)?(?:[be][ber]*)?(?:is[ber]*)?[ift]v?{_LEADS}v?{_NAME}(?![^,]*br*a[wt])",
    ),
    # 'the relation with gout was weak'
    ("association", 0.85, "6", rf"6[ber(]*w{_LEADS}{_NAME}"),
    # 'the association of humming with gout was weak'
    ("association", 0.95, "6", rf"6[ber(]*(?:p[^,bhuvj]*j|o[^,bhuv]*[wt]){_LEADS}{_NAME}"),
    # 'no evidence was found for gout'
    ("evidence", 0.85, "0", rf"0[ber]+f{_LEADS}{_NAME}"),
    # 'had less throat pain', 'fewer falls'
    ("more", 0.95, "cv", rf"(?:(?:[h!yiet]b?|yb)[dAr]*[cv]|hr*ci){_LEADS}{_NAME}"),
    # 'humming reduced hiccups'
    ("changed", 0.95, "v", rf"(?<![wdAiocbpq])v{_LEADS}{_NAME}"),
    # 'pain, function and stiffness improved'
    ("list", 0.95, "j ,", rf"{_START}(?(adjusted)(?!)){_LEADS}{_LIST}"),
    # 'at 12 weeks hiccups were rarer'
    ("subject", 0.95, "", rf"{_START}(?!%){_LEADS}v?{_NAME}{_NO_EXPOSURE}(?![r(]*(?:[bh]?r*(?:x|ct)|bt(?!b)|!))"),
    # '.., but not in body weight'
    ("continued", 0.85, "jlr wifto", rf"^[.,(]*(?:[jl]r*|r+)[wifto]{_LEADS}{_NAME}"),
    # '.. or cough', '.., as was throat pain'
    ("continued", 0.85, "mb", rf"^[.,(]*(?:m|[pr]b){_LEADS}{_NAME}\(?$"),
    # 'patients had throat pain'
    ("had", 0.85, "h!", rf"(?<!q)[h!]i?{_LEADS}{_NAME}"),
    # a name behind a comma and 'and', 'but' or 'whereas'
    ("clause", 0.7, ",", rf",[jl]{_LEADS}{_NAME}(?!,)"),
    # 'there were falls'
    ("there", 0.75, "y", rf"y[behr]+{_LEADS}{_NAME}"),
    # 'more patients relapsed', 'were readmitted'
    ("happened", 0.8, "2e", r"(?:g[^,]*?|at[bh])(?P<name>2|(?<=at[bh])e)"),
    # 'patients on placebo were hoarse'
    ("people", 0.6, "g", rf"^\.[^,hvsmE60]*g[^,hvsmE60]*br*{_NAME}"),
)
"""Before the number, the first that speaks."""
INSIDE = Forms(
    # '(rate of falls: RR 0.7)'
    ("ratio", 0.85, "smE", rf"[smE]{_NO_COUNT}[of]{_NO_COUNT}{_NAME}(?!\(?7)"),
    # '(dry hiccups: HR 0.7)'
    ("bracket", 0.85, "", rf"^\.?{_LEADS}{_NAME}(?:o$|:)"),
    # '(mean pain, 3.4 vs 5.1)'
    ("bracket", 0.85, "", rf"^\.?A{_LEADS}{_NAME},$"),
)
"""In the bracket of the number."""
AMONG = Forms(
    # '12% and 18% had hiccups'
    ("had", 0.85, "h!", rf"(?<!q)h{_LEADS}{_NAME}"),
    ("counted", 0.8, "b", rf"^[.z(]+{_NAME}(?=b)"),
    # '12% and 18% relapsed'
    ("happened", 0.8, "2e", r"(?P<name>2)"),
)
"""Among and behind the shares of two arms."""
BEHIND = Forms(("behind", 0.7, "", rf"^[.(]*[fi]{_NO_COUNT}{_NAME}(?!\(?7)"))
"""Behind an estimate."""
BEHIND_A_TEST = Forms(("behind", 0.7, "", rf"^[.(]*[Ar]*(?:c|[mE]i){_NO_COUNT}{_NAME}(?!\(?7)"))
"""Behind a p value."""
AHEAD = Forms(("ahead", 0.8, "a9", rf"^[.(,]*br*d*(?:[mE6nrA])*(?:a9?|9)[wtfo]{_LEADS}v?{_NAME}"))
"""Behind the last of several that are printed behind what they are related to it."""
OF_THE_TITLE = Forms(
    ("title", 0.5, "sm", rf"[sm]{_NO_COUNT}[of]{_NO_COUNT}{_NAME}(?!\(?7)"),
    ("title", 0.5, "6", rf"6(?:o[^:]*[wt]|p[^:,j]*j|w){_LEADS}{_NAME}"),
    ("title", 0.5, "E", rf"Eo[^:]*i{_LEADS}{_NAME}"),
    ("title", 0.5, "j", rf"^[^:]*?n[^:pi]*j{_LEADS}{_NAME}(?<!m)(?=[:piw]|$)"),
)
"""In a title: 'tea and the risk of gout', 'association of tea with gout', 'tea and gout in runners'."""
OF_LISTS = frozenset({"subject", "clause"})
"""Forms that also tell what is related to the name ahead."""
OF_CASES = frozenset({"subject", "list", "clause"})
"""Forms that tell an exposure, where cases and controls are counted who had it."""
SUBJECT = "subject"
"""The form that is only sure where a verb follows."""
VERB = re.compile(r"[r(]*[buv]")
PREDICTORS = "predictors"
"""The form behind which a list of predictors follows."""
EFFECTS = frozenset({"HR", "OR", "RR", "SMD", "MD"})
"""Measures behind which a name may stand."""
LEAD_INSIDE = (" of ", " for ", ":", ", ")
"""Quick looks: one of these stands beside a name in the bracket of a number; behind a number."""
LEAD_BEHIND = (" for ", " in ", " on ", " regarding ", " concerning ", " upon ")
LEAD_BEHIND_A_TEST = frozenset("(ArcmE")
"""The first letter of what stands behind a p value and tells a name."""
ENDS_IN_A_TIME = re.compile(r"p[dAzc]*[nk8z]+\(?$")
ITEM = re.compile(r"[,(]*j?[dAzc]*[nk8z]+\(?$")
"""'At 3 months (..) and 6 months (..)'."""
MEASURES_ONLY = re.compile(r"\(*(?:[ljr],?)*(?:[piw][^,:]*,)?[dAcr]*[smE6]")
CAUSE = re.compile(r"[fp][to]*[An]*n(?:o[An]*n)?")
"""Behind an event: 'from suicide', 'due to adverse events'."""
