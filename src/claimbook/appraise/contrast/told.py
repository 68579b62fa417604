"""What the sentences of one text tell about its arms: form by form, and what is told of one side alone."""

from collections.abc import Iterator, Sequence

from claimbook.appraise.contrast.arm import MOST_ARMS, Arm, Told, arm_of
from claimbook.appraise.contrast.groups import told_of_groups
from claimbook.appraise.contrast.names import Name, may_name, name_before, name_behind, names_behind
from claimbook.appraise.contrast.rules import (
    AND_OUTCOME,
    CONTROLS,
    FORMS,
    RELATED,
    SIZED_SHARES,
    TITLE_SHARE,
    TOLD,
    TOLD_OF,
    WITH_OUTCOME,
    Form,
)
from claimbook.appraise.contrast.words import CONTROL_WORDS
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.reading import Sentence
from claimbook.model.appraisal import ArmRead, Read

_OF = " of "
_LONGEST = 1 + max(map(len, TOLD_OF))
"""Signs before 'of' in which such a word stands, with the space before it."""


def tellings(own: Sequence[Sentence], arms: Sequence[ArmRead]) -> Iterator[Told]:
    """What each form tells, in the order of the table; then groups by what they received, then arms with sizes."""
    for form, sentences in FORMS.in_order([one for one in own if one.role in TOLD]):
        for sentence in sentences:
            if _may_speak(form, sentence):
                yield from _told(form, sentence)
    yield from told_of_groups(own)
    sized = [one for arm in arms if (one := _sized(arm)) is not None]
    if len(arms) > 1 and sized:
        yield Told("arms", SIZED_SHARES, sized[:MOST_ARMS])


def title_intervention(own: Sequence[Sentence]) -> Read[str]:
    """What the title speaks of the effect or a trial of, or begins with."""
    if own and own[0].role is Role.TITLE:
        title = own[0]
        for start in (*_told_of(title.folded), 0):
            if (name := name_behind(title.folded, start)) is not None:
                name = name[0], _end_of_exposure(title.folded, *name)
                said, span = title.text[slice(*name)], title.part(*name)
                return Read(said, "inferred", TITLE_SHARE, (span,), rule="contrast.title")
    return Read.missing("contrast.no-intervention")


def _end_of_exposure(title: str, start: int, end: int) -> int:
    """Where what people were exposed to ends: 'tea and risk of gout', 'the association of tea with gout'."""
    parting = WITH_OUTCOME if RELATED.search(title, 0, start) else AND_OUTCOME
    parted = parting.search(title, start + 1, end)
    return parted.start() if parted else end


def _told_of(title: str) -> Iterator[int]:
    """Behind each 'effect of'."""
    place = title.find(_OF)
    while place >= 0:
        if title[max(0, place - _LONGEST) : place].rpartition(" ")[2] in TOLD_OF:
            yield place + len(_OF)
        place = title.find(_OF, place + 1)
    if related := RELATED.search(title):
        yield related.end()


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
        arms = [arm_of(sentence, one) for one in names[:MOST_ARMS] if one is not None]
        if len(names) > 1 and arms:
            yield Told(form.name, form.shares, arms, ordered=form.ordered)


def _names(form: Form, text: str) -> Iterator[Sequence[Name | None]]:
    """For each place where the form speaks: the names of the arms, None for one that names nothing."""
    for found in form.pattern.finditer(text):
        if form.parting:
            yield names_behind(text, found.end(), form.parting)
        else:
            yield name_before(text, found.start()), name_behind(text, found.end())


def _sized(arm: ArmRead) -> Arm | None:
    name = arm.name.value or ""
    said = fold(name).split()
    if not may_name(said):
        return None
    return Arm(name, arm.name.spans[0], arm.role == "comparator" or not CONTROL_WORDS.isdisjoint(said))
