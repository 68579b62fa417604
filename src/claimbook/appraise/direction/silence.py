"""When a text cannot tell which way an outcome went between two groups, however it speaks of that outcome. Pure.

A protocol tells its plans, a notice or a letter tells another paper's results, a study of one group has nothing to
compare, and a sentence may name an outcome without any result of it. Then the reading is missing, and the rule says why.
"""

import re
from collections.abc import Sequence

from claimbook.appraise.design.kind import kind_of_text
from claimbook.appraise.direction.comparison import Triple, finder_of, tokens_of
from claimbook.appraise.direction.cues import WAYS
from claimbook.appraise.direction.features import Reading, is_test
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold, folded_pattern
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import Kind

_NO_RESULTS = frozenset({Kind.PROTOCOL, Kind.COMMENT})
_NOTICE = re.compile(r"^\W*retraction\b")
"""A notice; the title of a retracted paper begins with 'retracted', and its abstract still tells its results."""
_ONE_GROUP = frozenset({Kind.SINGLE_ARM, Kind.CASE_SERIES, Kind.CASE_REPORT})
_SEVERAL_GROUPS = frozenset({Kind.QUASI_EXPERIMENTAL, Kind.CROSSOVER, Kind.META_ANALYSIS, Kind.CASE_CONTROL})
_SAYS_ONE_GROUP = folded_pattern(
    r"\b(?:single|one)[- ](?:arm|group|sample)\b|\buncontrolled (?:\w+ )?(?:trial|study|pilot|design|evaluation|case|cohort)\b"
    r"|\b(?:no|without|lack(?:ed|ing|s)? (?:of )?)(?: an?| any)? (?:control|comparison|comparator|concurrent control)"
    r"(?: group| arm)?s?\b|\b(?:before[- ](?:and[- ])?after|pre-?(?:test)?[-/ ]+(?:and[- ])?post-?(?:test)?) (?:study|design)"
    r"|(?<!controlled )\bcase series\b"
)
_ITSELF = folded_pattern(r"\b(?:baseline|before|pre-?\w*|own|previous|initial)\b")
"""A comparator that is the same people at another time."""
_GROUPS_COMPARED = folded_pattern(
    r"\bbetween[- ](?:the )?(?:two |both |three |study |treatment )?(?:groups?|arms?)\b|\bcontrols?\b(?! of\b)(?<!no control)"
    r"|\b(?:both|two|three|either) (?:study |treatment )?(?:groups|arms)\b"
)
_TELLS = WAYS | {"SAME", "NOT", "SIG", "TREND"}
_LEAST_NUMBERS = 2


def says_nothing_of_its_own(text: Text) -> bool:
    """Whether this is a protocol, a comment, a correction or a retraction notice."""
    return bool(_NOTICE.match(fold(text.title))) or kind_of_text(text).value in _NO_RESULTS


def has_one_group(text: Text, triple: Triple) -> bool:
    """Whether a study of one group is asked how another group did, of which its results do not speak."""
    if not triple.comparator or _ITSELF.search(fold(triple.comparator)):
        return False
    own = text.in_roles(Role.TITLE, Role.AIM, Role.METHODS, Role.RESULTS)
    kind = kind_of_text(text).value
    if kind in _SEVERAL_GROUPS or not (kind in _ONE_GROUP or any(_SAYS_ONE_GROUP.search(one.folded) for one in own)):
        return False
    finder = finder_of(f"{text.title}\n{text.abstract}", triple)
    return not any(
        _GROUPS_COMPARED.search(one.folded) or any(part.part == "C" for part in finder.mark(tokens_of(one.text)))
        for one in text.in_roles(Role.RESULTS)
    )


def tells_no_result(readings: Sequence[Reading]) -> bool:
    """Whether none of these sentences has a word of direction or of sameness, a test, or a number for each arm."""
    return not any(_tells(one) for one in readings)


def _tells(reading: Reading) -> bool:
    names = [one.name for one in reading.signs]
    return bool(_TELLS & {*names}) or any(map(is_test, names)) or names.count("#") >= _LEAST_NUMBERS
