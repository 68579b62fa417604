"""The forms in which titles and abstracts tell what was compared with what: one row for each.

A row names the words one of which must stand in a sentence before its pattern is tried, the parts of the text in which
it may speak, and how often it names both arms as annotators do. "CONSORT" is its extension for abstracts (the items on
title, objective, interventions and allocation), "dev" the reading of development data. Confidences are shares of right
readings in the training half of ``evidence_inference``.
"""

from dataclasses import dataclass
from functools import cached_property
from re import Pattern
from typing import NamedTuple

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.text.pieces import SHARED, Glance

_BODY = frozenset({Role.AIM, Role.METHODS})
_TITLE = frozenset({Role.TITLE})
TOLD = _TITLE | _BODY
VERSUS, THAN, OR, AND = words("versus vs"), words("with to against"), words("or versus vs"), words("and")


class Shares(NamedTuple):
    """How often a name is right: of two active arms, of an arm against a control, of that control, of a placebo."""

    active: float
    against_control: float
    control: float
    placebo: float = 0.8


@dataclass(frozen=True)
class Form:
    """One row: words that lead to two arms or more, or that stand between two of them."""

    name: str
    stems: str
    """Lower-case pieces of words, one of which every match holds: a quick look before the pattern."""
    roles: frozenset[Role]
    words: str
    """The lead, or what stands between two arms."""
    parting: tuple[frozenset[str], ...]
    """Words between the arms behind a lead, the first set that occurs; none: the words stand between two arms."""
    shares: Shares
    source: str
    ordered: bool = False
    """Whether the words themselves say which arm is the comparator."""

    @cached_property
    def parts(self) -> frozenset[str]:
        """Words one of which must stand between the arms behind a lead."""
        return frozenset[str]().union(*self.parting)

    @cached_property
    def pattern(self) -> Pattern[str]:
        """The compiled words, for folded text."""
        return folded_pattern(rf"\b(?:{self.words})(?=[\s:,(])")


FORMS = Glance((
    Form(
        "received", "either|receiv|given", TOLD,
        r"(?:either|receive|received|receiving|given)", (OR,), Shares(0.63, 0.75, 0.7, 0.88), "CONSORT",
    ),
    Form(
        "allocated-to", "randomi|randomly|assigned|allocat|divided", TOLD,
        r"(?:randomi[sz]ed(?! (?:[\w-]+ ){0,3}(?:trials?|stud(?:y|ies))\b)|"
        r"randomly|assigned|allocated|divided|allocation|randomi[sz]ation)\b(?:[^.;:]|:(?=\d)){0,60}?\s"
        r"(?:to|receiving|received|treated with|into|with)",
        (OR, AND), Shares(0.43, 0.6, 0.7, 0.9), "CONSORT",
    ),
    Form(
        "listed", "groups|arms|treatments|conditions|interventions|regimens", TOLD,
        r"(?:groups|arms|treatments|conditions|interventions|regimens)(?=\s?[:,(])", (OR, AND),
        Shares(0.55, 0.6, 0.6), "CONSORT",
    ),
    Form(
        "title-versus", "versus|vs", _TITLE, r"versus|vs\.?", (), Shares(0.45, 0.45, 0.38), "CONSORT", ordered=True,
    ),
    Form("versus", "versus|vs", _BODY, r"versus|vs\.?", (), Shares(0.3, 0.42, 0.55), "CONSORT", ordered=True),
    Form(
        "compared-with", "compared|comparison|relative", TOLD,
        r"(?:compared|in comparison|relative) (?:with|to|against)", (), Shares(0.28, 0.42, 0.45), "CONSORT",
        ordered=True,
    ),
    Form(
        "compare", "compar", TOLD, r"(?:compar(?:e|ed|ing)|comparisons?)(?:\sof|\sbetween)?",
        (VERSUS, THAN, OR | AND), Shares(0.42, 0.3, 0.65, 0.5), "CONSORT",
    ),
    Form(
        "added-to", "added|addition|adjunct", TOLD,
        r"added to|in addition to|as an adjunct to", (), Shares(0.3, 0.3, 0.3), "dev", ordered=True,
    ),
), SHARED)  # fmt: skip

_WHO = r"(?:\s(?:patients|participants|subjects|children|women|people|individuals))?"
_LABEL = rf"(?:group|arm){_WHO}(?:\s(?:[a-z]{{1,2}}\d?|\d|i{{1,3}}))?{_WHO}(?:\s?\([^()]{{1,50}}\))?"
GROUP_GETS = folded_pattern(
    rf"{_LABEL}(?:,?\s?(?:[:=]|(?:(?:also|then|only|additionally|further|who|which)\s){{0,2}}(?:(?:was|were)\s)?"
    r"(?:given|treated (?:with|by)|receive[sd]?|receiving|underwent|had|took|used|performed|practi[cs]ed|completed|"
    r"participated in|attended|consumed|watched|followed|comprised|consisted of|subjected to|instructed to|advised to|"
    r"offered|(?:included|contained|comprised)\s[^.;:,]{1,40}\s(?:receiving|(?:who )?received|treated with))\b)|"
    r"(?P<comma>,))(?=\s)"
)
"""'Group A received X', 'in the control group, Y was used' (CONSORT, interventions); it begins where 'group' does."""
GROUP_SHARES, LABEL_SHARES, SIZED_SHARES = Shares(0.6, 0.75, 0.62), Shares(0.4, 0.45, 0.33), Shares(0.45, 0.58, 0.45)
"""Of groups by what they received, by what they are called, and of arms whose sizes were read (dev)."""
PLACEBO = "placebo"
REPEATED = 0.96
"""Share of a placebo, by a short name beside its arm, of which another sentence speaks, too."""
AGREED, MOST_AGREED = 0.12, 0.85
"""What is added to the share of a name that a second form tells, and what it may reach by it (dev)."""

CONTROL_LABEL = folded_pattern(r"\b(?:control|placebo|comparison|sham)\b")
LABEL_REACH, IN_REACH = 12, 24
"""Signs before 'group' in which the word stands that names it, and the 'in' of 'in the second group, ...'."""

_NAMED_CONTROLS = folded_pattern(
    r"\b(?:placebo(?!-?\s?controlled)|sham(?:\s(?!control|group|and|or\b|was|were)[\w-]+)?|"
    r"(?:standard|routine|conventional|usual)\s(?:medical\s)?(?:care|treatment|therapy)|treatment[\s-]as[\s-]usual|"
    r"wait(?:ing|-)?[\s-]?list(?:\scontrol)?|no[\s-](?:treatment|intervention|supplementation|therapy))\b"
)
_PLACEBO_CONTROLLED = folded_pattern(r"\bplacebo(?=-?\s?controlled)")
_CONTROL_GROUP = folded_pattern(r"\bcontrols?(?=\s(?:group|arm|condition|subjects|participants)\b)")
_NAMES = words("placebo sham usual standard routine conventional waiting wait waitlist no")
CONTROLS = (
    ("named-control", _NAMED_CONTROLS, _NAMES, 0.75),
    ("placebo-controlled", _PLACEBO_CONTROLLED, words("placebo"), 0.7),
    ("control-group", _CONTROL_GROUP, words("control controls"), 0.4),
)
"""Comparators told alone, the surest first: the form, its words, the words one of which a sentence must have, and how
often it is right (CONSORT, interventions)."""
TOLD_OF = words(
    "effect effects efficacy effectiveness impact influence safety tolerability tolerance trial study use evaluation "
    "role benefit benefits"
)
"""What a title tells of its intervention: 'a trial of X'."""
RELATED = folded_pattern(r"\b(?:associations?|relation(?:ship)?s?|links?|correlations?) (?:of|between) ")
WITH_OUTCOME = folded_pattern(r" (?:and|with|to) ")
AND_OUTCOME = folded_pattern(
    r" and (?:(?!and )[\w-]+ ){0,3}?(?:risks?|incidence|odds|prevalence|"
    r"mortality|survival|development|progression|prognosis|outcomes?|onset|occurrence)\b"
)
"""What a title relates to an outcome, and where that begins."""
TITLE_SHARE = 0.42
"""How often what the title begins with is the intervention."""
