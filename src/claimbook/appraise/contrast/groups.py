"""What the groups of a text are told to get ('Group A received X'), and what they are called by ('the X group')."""

from collections import Counter
from collections.abc import Iterator, Sequence

from claimbook.appraise.contrast.arm import MOST_ARMS, Arm, Told, arm_of
from claimbook.appraise.contrast.names import label_before, long_name_behind
from claimbook.appraise.contrast.rules import GROUP_GETS, GROUP_SHARES, IN_REACH, LABEL_REACH, LABEL_SHARES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence

_NOUNS = (("group", frozenset({"group", "groups"})), ("arm", frozenset({"arm", "arms"})))
"""What is sought in a sentence that has one of these words."""
_ANY = frozenset({"group", "groups", "arm", "arms"})
_BEFORE = frozenset(("", " ", "(", "\u00a0", "\n"))
"""What stands before it: a 'between-group difference' names no group."""
_BODY = frozenset({Role.AIM, Role.METHODS})
_SPEAKING = frozenset({Role.AIM, Role.METHODS, Role.RESULTS})
_LEAST = 2
"""Arms of a comparison, and mentions of one that is surely no chance."""
Mention = tuple[Sentence, int]
"""A sentence and the place of a 'group' in it."""


def told_of_groups(own: Sequence[Sentence]) -> Iterator[Told]:
    """First what they got, then what they are called by."""
    speaking = (one for one in own if one.role in _SPEAKING and not _ANY.isdisjoint(one.words))
    mentions = [(one, place) for one in speaking for place in _places(one)]
    got = list(_got(mentions))
    if len(got) >= _LEAST:
        yield Told("group-received", GROUP_SHARES, got[:MOST_ARMS])
    called = _called(mentions)
    if len(called) >= _LEAST and not all(arm.control for arm in called):
        yield Told("group-label", LABEL_SHARES, called[:MOST_ARMS])


def _places(sentence: Sentence) -> Iterator[int]:
    """Where a word begins that names a group."""
    for noun, forms in _NOUNS:
        if not forms.isdisjoint(sentence.words):
            place = sentence.folded.find(noun)
            while place >= 0:
                if sentence.folded[place - 1 : place] in _BEFORE:
                    yield place
                place = sentence.folded.find(noun, place + 1)


def _got(mentions: Sequence[Mention]) -> Iterator[Arm]:
    """What each group received; the label of the group may tell the control."""
    for sentence, place in mentions:
        if sentence.role in _BODY and (found := GROUP_GETS.match(sentence.folded, place)) is not None:
            if found["comma"] and " in " not in f" {sentence.folded[max(0, place - IN_REACH) : place]}":
                continue
            label = sentence.folded[max(0, place - LABEL_REACH) : found.end()]
            if (name := long_name_behind(sentence.folded, found.end())) is not None:
                yield arm_of(sentence, name, label)


def _called(mentions: Sequence[Mention]) -> list[Arm]:
    """The arms after which groups are called: those of several mentions, if there are two of them."""
    arms: dict[str, Arm] = {}
    times: Counter[str] = Counter()
    for sentence, place in mentions:
        if (name := label_before(sentence.folded, place)) is not None:
            called = sentence.folded[slice(*name)]
            times[called] += 1
            if called not in arms:
                arms[called] = arm_of(sentence, name)
    often = [arm for called, arm in arms.items() if arm.control or times[called] >= _LEAST]
    return often if len(often) >= _LEAST else [*arms.values()]
