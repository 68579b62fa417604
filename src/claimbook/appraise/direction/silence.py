"""When a text cannot tell which way an outcome went between two groups, however it speaks of that outcome. Pure.

A protocol tells its plans, a notice or a letter tells another paper's results, a study of one group has nothing to
compare, and a sentence may name an outcome without any result of it. Then the reading is missing; its rule says why.
"""

import re

from claimbook.appraise.design.kind import kind_of_text
from claimbook.appraise.direction.associated import association_tells
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
    r"\b(?:single|one)[- ](?:arm|group|sample)\b"
    r"|\buncontrolled (?:\w+ )?(?:trial|study|pilot|design|evaluation|case|cohort)\b"
    r"|\b(?:no|without|lack(?:ed|ing|s)? (?:of )?)(?: an?| any)? (?:control|comparison|comparator|concurrent control)"
    r"(?: group| arm)?s?\b"
    r"|\b(?:before[- ](?:and[- ])?after|pre-?(?:test)?[-/ ]+(?:and[- ])?post-?(?:test)?) (?:study|design)"
    r"|(?<!controlled )\bcase series\b"
)
_ITSELF = folded_pattern(r"\b(?:baseline|before|pre-?\w*|own|previous|initial)\b")
"""A comparator that is the same people at another time."""
_GROUPS_COMPARED = folded_pattern(
    r"\bbetween[- ](?:the )?(?:two |both |three |study |treatment )?(?:groups?|arms?)\b"
    r"|\bcontrols?\b(?! of\b)(?<!no control)"
    r"|\b(?:both|two|three|either) (?:study |treatment )?(?:groups|arms)\b"
)
_TELLS = WAYS | {"SAME", "NOT", "SIG", "TREND"}
_LEAST_NUMBERS = 2
_FROM_TO = re.compile(
    r"\bfrom\b[^;]{0,30}?\d[^;]{0,30}? to (?:\w+ ){0,2}\d"
    r"|\d[^;]{0,15} (?:before|at baseline)[^;]{0,40}\d[^;]{0,15} after"
)
_DIFFERENCE = re.compile(r"\bdifference|\bsignificantly (?:more|less|greater|higher|lower|better)")


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


def why_silent(reading: Reading) -> str:
    """Why the sentence that says most of an outcome compares nothing; nothing where it does.

    It has no word of direction or of sameness, no test and no number for each arm; or it tests each group against its
    own beginning: 'fell from 6 to 4 with humming (P = .01), with silence from 6 to 5 (P = .09)'.
    """
    names = [one.name for one in reading.signs]
    tests = [one for one in names if is_test(one)]
    both = {"I", "C"} <= {*names}
    told = _TELLS & {*names} or tests or both or names.count("#") >= _LEAST_NUMBERS
    if not (told or association_tells(reading.folded, reading.signs, reading.clause)):
        return "no-result-told"
    changes = len(_FROM_TO.findall(reading.folded))
    each = len(tests) >= _LEAST_NUMBERS and changes >= _LEAST_NUMBERS and both
    if each and not {"THAN", "BETWEEN"} & {*names} and not _DIFFERENCE.search(reading.folded):
        return "within-groups"
    return ""
