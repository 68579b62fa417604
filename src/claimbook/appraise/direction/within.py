"""Whether a sentence compares each group only with its own beginning, and not the groups. Pure.

The forms are our choice, read from invented abstracts and held against the training half of ``evidence_inference``.
"""

import re
from collections.abc import Sequence

from claimbook.appraise.direction.comparison import ARMS
from claimbook.appraise.direction.cues import WAYS
from claimbook.appraise.direction.features import Reading, is_test
from claimbook.appraise.text.lexicon import folded_pattern, words

_CHANGED = (
    r"(?:improv|increas|decreas|declin|reduc|fell|rose|drop|worsen|deteriorat|chang|gain|halv|doubl|diminish|lessen"
    r"|shrank)"
)
_GROUPS = r"(?:groups?|arms?|conditions|legs|sides|eyes|cases)"
_ALL = r"(?:both|all|either|each)(?: (?:of|the|two|three|four|study|treatment))*"
_FROM_TO = re.compile(
    r"\bfrom\b(?! baseline)[^;]{0,30}?\d(?:(?! in the | with | among )[^;]){0,40}? to (?:\w+ ){0,2}\d"
    r"|\d[^;]{0,15} (?:before|at baseline)[^;]{0,40}\d[^;]{0,15} after"
)
_ITSELF = folded_pattern(
    r"\b(?:from|with|to|over|than|versus|vs\.?|since) (?:the )?"
    r"(?:baseline|pre-?\s?(?:treatment|intervention|test|operative)\w*|before|initial|admission|entry)\b"
    r"|\bbefore (?:and|to|versus|vs) after\b|\bpre-? ?(?:to|and|test to|-) ?post\b|\bpaired t\b"
    rf"|\bwithin[- ](?:the )?groups?\b|\b{_CHANGED}\w*[^.;]{{0,40}}? (?:in|of|for|within) {_ALL} {_GROUPS}\b"
    rf"|\b{_ALL} {_GROUPS} (?:\w+ ){{0,2}}{_CHANGED}"
)
"""A change from the beginning, or one that every group showed."""
_BETWEEN = folded_pattern(
    r"\bdiffer|\bbetween[- ]|\b(?:group|arm|treatment|leg)s? ?(?:by|x|\u00d7|\*)|interaction|\bsimilar"
    r"|\bonly (?:in|with)\b|\bequal|\bsame\b|\bcomparabl|\bratio\b|\bfavou?r|\bsuperior|\binferior"
    r"|\b(?:more|less|greater|higher|lower|better|larger|smaller|fewer|worse)\b"
    r"(?! than (?:(?:the|at|that|those) )*(?:baseline|pre|before|initial))"
    r"|\bcompared (?:with|to) (?!(?:the )?(?:baseline|pre|before|initial))"
    r"|\bthan (?!(?:the |at )?(?:baseline|pre|before|initial))"
)
"""A comparison of groups, anywhere in the sentence."""
_COMPARED = folded_pattern(
    r"\b(?:than|versus|vs\.?|against|compared (?:with|to)|relative to|in comparison (?:with|to)|differ\w* from)"
    r" (?:(?:the|at|that|those|in|of|their|its|own|with|values?|levels?|mean|to|on) ){0,3}"
)
_BEGINNING = folded_pattern(r"(?:baseline|pre-?\s?(?:treat|interv|test|operat)\w*|before|initial|admission|entry)\b")
"""With what is compared: only with the beginning, or with others."""
_WORDS = r"(?:[^.;]|\.\d)"
_ONLY_ONE_CHANGED = folded_pattern(
    rf"\b(?:{_CHANGED}|lower|higher)\w*\b{_WORDS}{{0,100}}?(?:,|\b(?:and|but|while|whereas)\b){_WORDS}{{0,60}}?"
    rf"\b(?:no (?:\w+ ){{0,2}}changes?\b|(?:did|was|were) not (?:\w+ )?{_CHANGED}|remained stable|unchanged)"
)
"""'Fell with humming and did not change with rest': two groups, each held against its own beginning."""
_ONE_GROUP = folded_pattern(r"^\W*within the [^,.;]{2,40}?\b(?:group|arm)\b")
"""People of one group told apart by something else."""
_NO_CHANGE = folded_pattern(r"\b(?:no|not|neither|unchanged|nor)\b")
"""What changed in no group differs in none."""
_OF_A_RATIO = frozenset({"CIUPR", "CIDOWNR"})
CHANGE_WORDS = words(
    "from baseline before within both all either each paired initial admission entry after pre prepost over pretest"
)
"""One of these stands in every such sentence."""
_OF_GROUPS = folded_pattern(r"\bbetween[- ]|\bdifference|interaction|\bboth\b|\ball\b|\beach\b|\bno\b|\bnot\b")
_SO_DID = folded_pattern(r"\b(?:as|so|and so) (?:did|was|were|had)\b")
"""'Humming lowered hiccups from baseline, as did silence'."""
_SEVERAL = 2


def is_within_groups(reading: Reading) -> bool:
    """'Hiccups fell from 6 to 4 (P = .01)', 'improved in both groups', and a test for each group by itself."""
    names = [one.name for one in reading.signs]
    if reading.question.of_itself:
        return False
    one_arm = not {*names} >= ARMS
    return (one_arm and _ONE_GROUP.search(reading.folded) is not None) or _is_of_each_group(reading, names)


def only_one_changed(reading: Reading) -> bool:
    """Whether a change in one group and none in the other are told side by side, and the groups not compared."""
    if reading.question.of_itself or not {one.name for one in reading.signs} >= ARMS:
        return False
    return _ONLY_ONE_CHANGED.search(reading.folded) is not None and _BETWEEN.search(reading.folded) is None


def _is_of_each_group(reading: Reading, names: Sequence[str]) -> bool:
    both = {*names} >= ARMS
    if not both and _compares_with_the_beginning(reading.folded):
        return True
    if _BETWEEN.search(reading.folded) or not _OF_A_RATIO.isdisjoint(names):
        return False
    if len(_FROM_TO.findall(reading.folded)) >= _SEVERAL <= sum(map(is_test, names)):
        return True
    start, end = reading.closed_clause
    if both or _NO_CHANGE.search(reading.folded, start, end):
        return both and _SO_DID.search(reading.folded) is not None and _ITSELF.search(reading.folded) is not None
    if _ITSELF.search(reading.folded, start, end):
        return True
    return _FROM_TO.search(reading.folded, start, end) is not None and not _was_done(reading)


def _compares_with_the_beginning(folded: str) -> bool:
    """Whether all that is compared is held against the beginning: 'fewer at week 4 than at baseline'."""
    compared = [one.end() for one in _COMPARED.finditer(folded)]
    return bool(compared) and all(_BEGINNING.match(folded, end) for end in compared) and not _OF_GROUPS.search(folded)


def _was_done(reading: Reading) -> bool:
    """Whether an arm did something to the outcome: 'humming raised the share from 20% to 30%' compares the arms."""
    names = [one.name for one in reading.signs if one.name in {"I", "C", "O"} | WAYS]
    out = names.index("O") if "O" in names else 0
    return bool(ARMS & {*names[:out]}) and bool(WAYS & {*names[:out]})
