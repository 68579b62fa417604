"""What stands around a mention: is the thing studied, or excluded, adjusted for, a rival, what people had before?"""

import re

from claimbook.appraise.design.others import WISHED_FOR
from claimbook.appraise.match import rules
from claimbook.appraise.match.words import Mention
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.other_things import NEXT_TO_BEFORE
from claimbook.appraise.text.reading import Text

_AROUND = 200
"""Signs before and behind a mention that are looked at: more than any cue beside it reaches."""
_BREAK = re.compile(r"[.;:](?=\s)")


def is_aside(mention: Mention, text: Text) -> bool:
    """Whether only people or things that were left out, or that were adjusted for, are called so."""
    before, behind = _clause(mention, text)
    if rules.NOT_HAVING.search(before) or rules.EXCLUDED_BEHIND.match(behind):
        return True
    if (found := rules.EXCLUDED.search(before)) and not rules.VERB.search(before, found.end()):
        return True
    found = rules.LISTED.search(before)
    return found is not None and not rules.VERB.search(before[found.end() :] + behind)


def is_rival(mention: Mention, text: Text) -> bool:
    """Whether it is what something else was compared with."""
    return rules.RIVAL_BEFORE.search(_clause(mention, text)[0]) is not None


def is_beside(mention: Mention, text: Text) -> bool:
    """Whether the people of the study are said to have had it already."""
    return rules.BESIDE_BEFORE.search(_clause(mention, text)[0]) is not None


def is_negated(mention: Mention, text: Text) -> bool:
    """Whether people are said to have done without it."""
    return rules.NEGATED_BEFORE.search(_before(mention, text)) is not None


def is_wished(mention: Mention, text: Text) -> bool:
    """Whether it was lacking, or is wanted of other studies."""
    before, behind = _clause(mention, text)
    if rules.LACKING_BEFORE.search(before):
        return True
    return mention.role is Role.CONCLUSIONS and any(map(WISHED_FOR.search, (before, behind)))


def is_test(mention: Mention, text: Text) -> bool:
    """Whether it was measured as an ability, and not done for its effect."""
    return rules.AS_TEST.match(_behind(mention, text)) is not None


def is_in_blood(mention: Mention, text: Text) -> bool:
    """Whether it was measured in the body, and not taken."""
    before, behind = _before(mention, text), _behind(mention, text)
    return bool(rules.IN_BLOOD_BEFORE.search(before) or rules.IN_BLOOD_BEHIND.match(behind))


def is_next_to(mention: Mention, text: Text) -> bool:
    """Whether it is what others have, to whom the people of the study are near."""
    return NEXT_TO_BEFORE.search(_before(mention, text)) is not None


def is_at_risk(mention: Mention, text: Text) -> bool:
    """Whether people are said to be likelier than others to get it."""
    return rules.AT_RISK_BEFORE.search(_before(mention, text)) is not None


def is_no_longer(mention: Mention, text: Text) -> bool:
    """Whether the people of the study had it once, or others of their family have it."""
    return rules.NO_LONGER_BEFORE.search(_before(mention, text)) is not None


def is_event(mention: Mention, text: Text) -> bool:
    """Whether it happened, or might have: it was counted or at risk."""
    if rules.EVENT_ITSELF.search(_said(mention, text)):
        return True
    return bool(rules.EVENT_BEFORE.search(_before(mention, text)) or rules.EVENT_BEHIND.match(_behind(mention, text)))


def is_prevented(mention: Mention, text: Text) -> bool:
    """Whether it is a disease that people did not have, and might get."""
    if rules.PREVENTED_BEHIND.match(_behind(mention, text)):
        return True
    return rules.PREVENTED_BEFORE.search(_before(mention, text)) is not None


def is_lacked(mention: Mention, text: Text) -> bool:
    """Whether people are said not to have it."""
    before, behind = _before(mention, text), _behind(mention, text)
    if rules.FREE_BEHIND.match(behind) or rules.NONE_HAD_BEFORE.search(before):
        return True
    if rules.RULED_OUT_BEFORE.search(before) and rules.RULED_OUT_BEHIND.match(behind):
        return True
    return rules.LACKED_BEFORE.search(before) is not None


def is_had(mention: Mention, text: Text) -> bool:
    """Whether people are said to have it."""
    if is_lacked(mention, text):
        return False
    return rules.PEOPLE_BEHIND.match(_behind(mention, text)) is not None or is_condition(mention, text)


def is_condition(mention: Mention, text: Text) -> bool:
    """Whether it is what people had."""
    before = _before(mention, text)
    if rules.CHANGED_BEFORE.search(before):
        return False
    cues = (rules.CONDITION_BEFORE, rules.IN_TITLE_BEFORE) if mention.role is Role.TITLE else (rules.CONDITION_BEFORE,)
    return any(cue.search(before) for cue in cues)


def has_happened(mention: Mention, text: Text) -> bool:
    """Whether it is an event that people had before the study."""
    if is_condition(mention, text) or rules.HAPPENED_BEHIND.match(_behind(mention, text)):
        return True
    return rules.HAPPENED_BEFORE.search(_before(mention, text)) is not None


def is_part(mention: Mention, text: Text) -> bool:
    """Whether it was measured as a part of something larger."""
    before, behind = _clause(mention, text)
    return bool(rules.PART_BEFORE.search(before) or rules.PART_BEHIND.match(behind))


def _said(mention: Mention, text: Text) -> str:
    return text.quote(mention.span).lower()


def _clause(mention: Mention, text: Text) -> tuple[str, str]:
    """The signs before and behind a mention within its own clause."""
    return _BREAK.split(_before(mention, text))[-1], _BREAK.split(_behind(mention, text), 1)[0]


def _before(mention: Mention, text: Text) -> str:
    """The signs before a mention, in lower case."""
    start = mention.span.start
    return text.passages[mention.span.where].text[max(0, start - _AROUND) : start].lower()


def _behind(mention: Mention, text: Text) -> str:
    """The signs behind a mention, in lower case."""
    end = mention.span.end
    return text.passages[mention.span.where].text[end : end + _AROUND].lower()
