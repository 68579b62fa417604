"""How the groups were before they were treated, and what a sentence tells behind that. Pure.

'Hiccups did not differ at baseline, but at 8 weeks they were fewer with humming' is about the 8 weeks. The words are
our choice, read from invented sentences.
"""

import re

from claimbook.appraise.direction.comparison import Finder, tokens_of
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.direction.standing_rules import ADJUSTED_FOR, LATER
from claimbook.appraise.text.lexicon import fold, folded_pattern, holds_any

_FIRST = (
    r"(?:(?:at|on|upon|before|prior to|at the time of)"
    r" (?:the |their )?(?:(?:study|trial|hospital) )?(?:baseline|entry|enrol\w+|inclusion|admission|randomi[sz]ation"
    r"|recruitment|allocation|start|beginning|outset|(?:week|day|month|time) (?:0|zero)|intake)\b"
    r"|before (?:the )?(?:treatment|intervention)\b)"
)
_AT_FIRST = folded_pattern(
    rf"(?<!than )(?<!from )(?<!with )(?<!to )(?<!as )(?<!value )(?<!values )\b{_FIRST}"
    r"|\binitially\b|\bpre-?operatively\b"
)
_ENDS_FIRST = folded_pattern(
    rf"(?<!than )(?<!from )(?<!with )(?<!to )(?<!as )\b{_FIRST}"
    r"\W*(?:\([^()]*\)\W*)*$"
)
_BEFORE_IT = folded_pattern(
    r"\b(?:pre-? ?(?:treatment|test|operative|intervention|randomi[sz]ation)|initial) (?:\w+ )?$"
)
_NAMES_OF_FIRST = ("baseline", "initial", "before", "pre", "admission", "entry", "enrol", "inclusion", "recruit")
_QUICK = (
    *("baseline", "entry", "enrol", "inclusion", "admission", "randomi", "recruit", "allocation", "start", "beginning"),
    *("outset", " 0", "zero", "initial", "before", "preoperat", "pre-operat", "pretest", "pretreat", "pre-treat"),
    *("intake", "pre-test", "preinterv", "pre-interv"),
)
"""One of these stands in every such sentence."""
_ALTHOUGH = re.compile(r"^\W*(?:although|though|while|whereas|despite)\b(?P<first>[^,]+), (?P<rest>.+)$", re.IGNORECASE)
_BUT = re.compile(r"^(?P<first>.+?)(?:[,;]? (?:but|whereas|while|yet)|[;,] however,?) (?P<rest>.+)$", re.IGNORECASE)
_WHICH = re.compile(r",? which (?:was|were|had|did)\b(?P<first>[^,]+),(?P<rest> )", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:they|it|these|the (?:scores?|values?|rates?|levels?|frequency|number))\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:(?P<verb>was|were|had|became|remained|did|differed|fell|rose|decreased|increased|declined|improved|dropped)\b"
    r"|(?:significantly |markedly |much |then |later )?"
    r"(?:fewer|less|more|lower|higher|better|worse|greater|similar)\b)",
    re.IGNORECASE,
)
_NEAR_ITS_START = 60


def is_at_first(folded: str) -> bool:
    """Whether words speak of the time before."""
    return holds_any(folded, _QUICK) and _AT_FIRST.search(folded) is not None


def without_beginning(sentence: str, finder: Finder) -> str:
    """What a sentence tells of the outcome behind how it was at first; else the whole sentence."""
    if not is_at_first(fold(sentence)):
        return sentence
    which = _WHICH.search(sentence)
    if which and is_at_first(fold(which["first"])):
        return sentence[: which.start()] + sentence[which.start("rest") :]
    found = _ALTHOUGH.match(sentence) or _BUT.match(sentence)
    if found is None or not is_at_first(fold(found["first"])) or is_at_first(fold(found["rest"])):
        return sentence
    return _of_outcome(found, finder) or sentence


def _of_outcome(found: re.Match[str], finder: Finder) -> str:
    """The rest of a sentence with the outcome in the place of 'they'; nothing where it is of another one."""
    rest = found["rest"]
    if finder.outcome_stems(tokens_of(rest)):
        return rest
    if not finder.outcome_stems(tokens_of(found["first"])):
        return ""
    name = finder.triple.outcome
    pronoun = _PRONOUN.search(rest, 0, _NEAR_ITS_START)
    if pronoun is not None:
        return rest[: pronoun.start()] + name + rest[pronoun.end() :]
    goes_on = _GOES_ON.match(rest)
    if goes_on is None:
        return ""
    return f"{name} {rest}" if goes_on["verb"] else f"{name} were {rest}"


def ends_at_first(reading: Reading) -> bool:
    """Whether a sentence closes with the time before, and tells of no later one."""
    found = _ENDS_FIRST.search(reading.folded)
    return found is not None and _is_only_first(reading, found.start())


def may_be_beforehand(reading: Reading) -> bool:
    """Whether a sentence may be of the time before, and tells of no later one."""
    if reading.question.of_itself or not holds_any(reading.folded, _QUICK):
        return False
    found = _AT_FIRST.search(reading.folded)
    if found is not None and _is_only_first(reading, found.start()):
        return True
    outs = [one.start for one in reading.tokens if one.part == "O"]
    return any(_BEFORE_IT.search(reading.folded, 0, one) for one in outs[:1]) and _is_only_first(reading, outs[0])


def _is_only_first(reading: Reading, place: int) -> bool:
    asked = holds_any(reading.question.people, _NAMES_OF_FIRST)
    adjusted = ADJUSTED_FOR.search(reading.folded, 0, place)
    return not asked and adjusted is None and LATER.search(reading.folded) is None
