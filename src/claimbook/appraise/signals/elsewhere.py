"""Whether words are told of other studies, or of what is yet to come: 'earlier trials were double-blind'. Pure.

Only their own clause is looked at, so that 'in contrast to earlier trials, patients were followed' stays the study's.
"""

import re

from claimbook.appraise.text.lexicon import folded_pattern

_CLAUSE = folded_pattern(r"[;:,()]|\.(?=\s|$)|\b(?:but|whereas|while|although|though|unlike)\b")
_REACH = 90
"""Signs to either side in which the clause is sought."""
_STUDY = r"(?:trials?|study|studies|rcts?|reports?|reviews?|surveys?)"
_NAMED = r"(?:(?!(?:in|of|the|this|our|to|for|with|at|on|were|was)\b)[\w-]+ ){0,3}?"
_OTHERS = folded_pattern(
    r"(?<!than )(?<!to )(?<!like )(?<!as in )(?<!from )(?<!of )(?<!with )\b(?:the |an? |our |their |two |three |four |"
    r"five |several |some |most |many |all |\d+ )*(?:"
    rf"(?:earlier|previous|previously (?:published|reported)|prior|published|existing|past|parent) {_NAMED}{_STUDY}\b|"
    rf"(?:most|many|other) (?:[\w-]+ ){{0,3}}?(?:trials|studies|rcts)\b|(?:the|our) pilot\b)|"
    rf"\b(?:an?|one) (?:[\w-]+,? ){{0,3}}?{_STUDY}\b[^.;]{{0,60}}?\b(?:had|has) (?:already |previously )?"
    r"(?:been (?:published|reported|done)|shown|reported)\b|"
    rf"\bin (?:the|our|an?) (?:(?:earlier|previous|prior) )?pilot(?: {_STUDY})?\b"
)
"""Studies that are not this one; 'longer than in earlier trials' speaks of this one."""
_COMPARED = folded_pattern(r"\b(?:than|unlike|like|contrast to|similar to|addition to|based on|extension of)\b[^,;]*$")
_AHEAD_BEFORE = folded_pattern(
    r"\b(?:will|would|shall|should|(?:is|are|was|were|has|have) (?:still )?to be|"
    r"(?:intend(?:s|ed)?|plan(?:s|ned)?|planning|aim(?:s|ed)?|expect(?:s|ed)?|hoped?) to)\b|"
    r"\b(?<!as )(?<!pre-)(?:planned|scheduled|intended|anticipated|expected|ongoing|needs?) (?:(?:an?|the) )?"
    r"(?:(?!(?:were|was|are|is|had|have)\b)[\w-]+ ){0,3}$"
)
_AHEAD_BEHIND = folded_pattern(
    r"\b(?:(?:is|are|was|were|be|been|being|remains?|remained) (?:\w+ ){0,2}?(?:planned|scheduled|intended|anticipated|"
    r"needed|required|necessary|warranted|desirable|recommended|under ?way|in progress|ongoing|on-going|continuing|"
    r"awaited|pending|not (?:yet )?available)|(?:continues|continuing|would|should|will))\b"
)
_A_FURTHER = folded_pattern(
    rf"\b(?:larger?|bigger|further|future|another|new|confirmatory|definitive|subsequent|follow-up|forthcoming) "
    rf"(?:[\w-]+,? ){{0,5}}?{_STUDY}\b"
)


def is_of_others(found: re.Match[str]) -> bool:
    """Whether the clause of these words speaks of other studies."""
    said, _, _ = _clause(found)
    others = _OTHERS.search(said)
    return others is not None and not _COMPARED.search(said[: others.start()])


def is_planned(found: re.Match[str]) -> bool:
    """Whether the clause of these words tells what is to be done, is wished for, or goes on."""
    _, before, behind = _clause(found)
    return _AHEAD_BEFORE.search(before) is not None or _AHEAD_BEHIND.search(behind) is not None


def is_of_a_further_one(found: re.Match[str]) -> bool:
    """Whether they tell of a study that is only planned: 'a larger multicentre trial is under way'."""
    said, before, behind = _clause(found)
    ahead = _AHEAD_BEFORE.search(before) or _AHEAD_BEHIND.search(behind)
    return ahead is not None and _A_FURTHER.search(said) is not None


def _clause(found: re.Match[str]) -> tuple[str, str, str]:
    """The clause of these words, and its parts before and behind them."""
    text, (start, end) = found.string, found.span()
    begin = max([max(0, start - _REACH), *(one.end() for one in _CLAUSE.finditer(text, max(0, start - _REACH), start))])
    stop = _CLAUSE.search(text, end, end + _REACH)
    until = stop.start() if stop else min(len(text), end + _REACH)
    return text[begin:until], text[begin:start], text[end:until]
