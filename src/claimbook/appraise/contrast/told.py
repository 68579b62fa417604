"""What the sentences of one text tell about its arms: form by form, and what is told of one side alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimbook.appraise.contrast.names import Name, may_name, name_before, name_behind, names_behind
from claimbook.appraise.contrast.rules import (
    CONTROL_LABEL,
    CONTROLS,
    FORMS,
    GROUP_CUES,
    GROUP_GETS,
    GROUP_SHARES,
    GROUP_VERBS,
    LABEL_REACH,
    SIZED_SHARES,
    TITLE_SHARE,
    Form,
    Shares,
)
from claimbook.appraise.contrast.words import CONTROL_WORDS
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.reading import Sentence
from claimbook.model.appraisal import ArmRead, Read, Span

MOST_ARMS = 4
"""Arms of one form."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm by its name as printed."""

    name: str
    span: Span
    control: bool
    """Whether its own words, or those of its group, tell a control."""


@dataclass(frozen=True, slots=True)
class Told:
    """The arms that one form names; one alone where it leaves the other side open."""

    rule: str
    shares: Shares
    arms: Sequence[Arm]
    ordered: bool = False
    """Whether its words say which arm is the comparator."""


def tellings(own: Sequence[Sentence], arms: Sequence[ArmRead]) -> Iterator[Told]:
    """What each form tells, in the order of the table; then groups by what they received, then arms with sizes."""
    for form, sentences in FORMS.in_order(own):
        for sentence in sentences:
            if _may_speak(form, sentence):
                yield from _told(form, sentence)
    yield from _groups(own)
    sized = [one for arm in arms if (one := _sized(arm)) is not None]
    if len(arms) > 1 and sized:
        yield Told("arms", SIZED_SHARES, sized[:MOST_ARMS])


def title_intervention(own: Sequence[Sentence]) -> Read[str]:
    """What the title begins with, or speaks of the effect of."""
    if own and own[0].role is Role.TITLE and (name := name_behind(own[0].folded, 0)) is not None:
        span = own[0].part(*name)
        return Read(own[0].text[slice(*name)], "inferred", TITLE_SHARE, (span,), rule="contrast.title")
    return Read.missing("contrast.no-intervention")


def control_alone(own: Sequence[Sentence]) -> Read[str]:
    """A comparator that is told by itself: 'placebo-controlled', 'usual care', 'the control group'."""
    for rule, pattern, cues, share in CONTROLS:
        for sentence in own:
            if not cues.isdisjoint(sentence.words) and (found := pattern.search(sentence.folded)) is not None:
                said, span = sentence.text[found.start() : found.end()], sentence.span_of(found)
                return Read(said, "inferred", share, (span,), rule=f"contrast.{rule}")
    return Read.missing("contrast.no-comparator")


def _may_speak(form: Form, sentence: Sentence) -> bool:
    return sentence.role in form.roles and not (form.parting and form.parts.isdisjoint(sentence.words))


def _told(form: Form, sentence: Sentence) -> Iterator[Told]:
    for names in _names(form, sentence.folded):
        arms = [_arm(sentence, one) for one in names[:MOST_ARMS] if one is not None]
        if len(names) > 1 and arms:
            yield Told(form.name, form.shares, arms, ordered=form.ordered)


def _names(form: Form, text: str) -> Iterator[Sequence[Name | None]]:
    """For each place where the form speaks: the names of the arms, None for one that names nothing."""
    for found in form.pattern.finditer(text):
        if form.parting:
            yield names_behind(text, found.end(), form.parting)
        else:
            yield name_before(text, found.start()), name_behind(text, found.end())


def _may_get(sentence: Sentence) -> bool:
    """A quick look for a group that received something."""
    if GROUP_CUES.isdisjoint(sentence.words):
        return False
    return not GROUP_VERBS.isdisjoint(sentence.words) or ":" in sentence.folded


def _arm(sentence: Sentence, name: Name, label: str = "") -> Arm:
    said = sentence.folded[slice(*name)]
    control = not CONTROL_WORDS.isdisjoint(said.split()) or CONTROL_LABEL.search(label) is not None
    return Arm(sentence.text[slice(*name)], sentence.part(*name), control)


def _sized(arm: ArmRead) -> Arm | None:
    name = arm.name.value or ""
    said = fold(name).split()
    if not may_name(said):
        return None
    return Arm(name, arm.name.spans[0], arm.role == "comparator" or not CONTROL_WORDS.isdisjoint(said))


def _groups(own: Iterable[Sentence]) -> Iterator[Told]:
    """What each group received; the label of the group may tell the control."""
    arms: list[Arm] = []
    for sentence in own:
        if sentence.role is not Role.CONCLUSIONS and _may_get(sentence):
            for found in GROUP_GETS.finditer(sentence.folded):
                label = sentence.folded[max(0, found.start() - LABEL_REACH) : found.end()]
                if (name := name_behind(sentence.folded, found.end())) is not None:
                    arms.append(_arm(sentence, name, label))
    if len(arms) > 1:
        yield Told("group-received", GROUP_SHARES, arms[:MOST_ARMS])
