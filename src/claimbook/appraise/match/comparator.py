"""What a record compared with, against what a claim compares with: a name, a dummy, doing without, or nothing named."""

import re

from claimbook.appraise.match import rules
from claimbook.appraise.match.around import is_negated, is_wished
from claimbook.appraise.match.people import mention_of
from claimbook.appraise.match.sought import REPORTED, Reading
from claimbook.appraise.match.values import ABSENT, DIRECT, INDIRECT, PARTIAL, Found, concluded, seen
from claimbook.appraise.match.words import Mention, first_of


def comparator_of(claimed: str | None, reading: Reading) -> Found:
    """What the record compared with; a claim that names nothing is compared with doing without."""
    if claimed is None:
        return _doing_without(reading)
    undone = rules.NEGATED.sub("", claimed.lower())
    if undone and undone != claimed.lower():
        return _not_done(undone, reading)
    return _named(claimed, reading)


def _named(claimed: str, reading: Reading) -> Found:
    """For a claim that names something; what has no effect of its own has many names."""
    names = [one for one in reading.words.of_phrase(claimed) if not is_wished(one, reading.text)]
    named = first_of(names, *REPORTED)
    if named and named.share == 1:
        return seen(DIRECT, "what the claim compares with", "comparator", named, 0.8)
    dummy = rules.DUMMY.search(claimed.lower())
    if dummy and (given := _mention_of(reading, rules.DUMMY_GIVEN)):
        return seen(DIRECT, "a treatment without effect, as the claim compares with", "dummy", given, 0.7)
    if other := named or _without(reading) or _controls(reading):
        return seen(PARTIAL, "compared with something else", "other-comparator", other, 0.5)
    if other := _against(reading):
        return seen(INDIRECT if dummy else PARTIAL, "compared with something else", "other-comparator", other, 0.5)
    return concluded(ABSENT, "no comparison is described", "no-comparison", 0.6)


def _not_done(undone: str, reading: Reading) -> Found:
    """For a claim that compares with not doing something; a placebo is not quite that."""
    names = (one for one in reading.words.of_term(undone) if is_negated(one, reading.text))
    if named := first_of(names, *REPORTED):
        return seen(DIRECT, "what the claim compares with", "comparator", named, 0.8)
    found = _doing_without(reading)
    if any(rules.DUMMY.search(reading.text.quote(span)) for span in found.read.spans):
        return found.at_most(PARTIAL, "a treatment without effect, not doing without", 0.5)
    return found


def _doing_without(reading: Reading) -> Found:
    """For a claim that names no comparator."""
    without = _without(reading)
    if without and not mention_of(reading.text, rules.DOUBLE_DUMMY):
        return seen(DIRECT, "doing without, or care that all received", "doing-without", without, 0.75)
    if controls := _controls(reading):
        return seen(DIRECT, "a control group, of which it is not known what it did", "controls", controls, 0.55)
    if other := _against(reading) or without:
        return seen(PARTIAL, "something else that was done, not doing without", "other-treatment", other, 0.5)
    return concluded(ABSENT, "no comparison is described", "no-comparison", 0.6)


def _without(reading: Reading) -> Mention | None:
    return _mention_of(reading, rules.DOING_WITHOUT, rules.AND_MORE)


def _controls(reading: Reading) -> Mention | None:
    return _mention_of(reading, rules.CONTROLS)


def _against(reading: Reading) -> Mention | None:
    return _mention_of(reading, rules.AGAINST) or _mention_of(reading, rules.TWO_GROUPS)


def _mention_of(reading: Reading, cue: re.Pattern[str], unless_behind: re.Pattern[str] | None = None) -> Mention | None:
    """The first words that a cue finds; that something was lacking, or is wanted of others, was not done."""
    for role in REPORTED:
        for sentence in reading.text.in_roles(role):
            for found in cue.finditer(sentence.folded):
                if unless_behind and unless_behind.match(sentence.folded, found.end()):
                    continue
                if not is_wished(mention := Mention(sentence.span_of(found), role), reading.text):
                    return mention
                break
    return None
