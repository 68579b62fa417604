"""Sentences that tell no finding of this study: what was hoped for, what others found, how probable it was. Pure.

They stand among results, too: 'it was hypothesised that hiccups would be fewer', 'a previous trial found fewer'. The
forms are our choice, read from invented sentences.
"""

import re

from claimbook.appraise.direction.features import Reading
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import holds_any, words
from claimbook.appraise.text.reading import Sentence

_HOPED = (
    r"(?:hypothes\w+|expect(?:ed|s)?|expecting|anticipat(?:ed|es?)|assum(?:ed|es?|ing)|presum(?:ed|e)|believed"
    r"|postulat(?:ed|e)|speculat(?:ed|e)|suppos(?:ed|e)|hop(?:ed|es?)|expectations?|predictions?|feared)"
)
_HOPES = re.compile(
    r"\b(?:predict(?:ed|s)|forecast(?:ed|s)?|foresaw|projected|estimated) that\b(?=[^,;.]{1,60}? (?:would|will)\b)"
    rf"|\b{_HOPED} (?:(?:was |is |were )?that|for|an?|to"
    r"|[^,;.]{1,60}? to (?:be|have|reduce|increase|improve|lower|differ))\b"
    r"|\b(?:power|powered|designed|calculated|needed|required|sufficient|adequate) to (?:detect|show|find|prove)\b"
    r"|\bsample size\b|^\W*(?:if|assuming)\b"
)
"""Behind such words an outcome was not found, but hoped for."""
_WOULD = re.compile(r"[^,;.]{0,40}?\bwould\b")
_COMPARED_WITH_HOPES = re.compile(
    r"\b(?:than|as|contrary to|unlike|in line with|consistent with|against|confirm\w*|support\w*|with|to|from|that)"
    r"(?: \w+){0,2} ?$"
)
"""Before a hope, or what others found, with which an own finding is compared: 'as expected', 'in line with'."""
_FOUND = r"(?:found|find|show\w*|report\w*|suggest\w*|demonstrat\w*|observ\w*|conclud\w*|indicat\w*)"
_OTHERS = re.compile(
    r"\b(?:previous|prior|earlier|past|former|historical|preceding)(?:ly)? (?:[\w-]+ ){0,3}?"
    r"(?:trials?|stud(?:y|ies)|reports?|work|works|research|reviews?|(?:meta-)?analys[ei]s|investigat\w+|papers?"
    rf"|authors|publications?)\b(?:,|[^,;.]{{0,60}}?\b(?:{_FOUND}|had))"
    r"|\b(?:an?|the|one|another) (?:19|20)\d\d (?:[\w-]+ ){0,3}?(?:trial|study|report|review|(?:meta-)?analysis)\b"
    rf"|\b[\w-]+ \((?:19|20)\d\d\)(?: \w+)? {_FOUND}"
    r"|\b[\w-]+ (?:et al\b\.?|and (?:colleagues|co-?workers|associates)\b)[\s(\[\d)\],]{0,12}"
    rf"(?:had |have |also |first )?{_FOUND}"
)
"""What was found elsewhere, by others."""
_PROBABLE = re.compile(
    r"\bprobabilit(?:y|ies) (?:that\b|(?:of|for) (?:an? )?(?:significant\w* |clinically \w+ )?"
    r"(?:fewer|lower|less|more|higher|greater|better|worse|superior\w*|inferior\w*|benefit|harm|reduc\w*|increas\w*))"
)
_BELIEVED = re.compile(
    r"\b(?:perceiv|felt|feel|thought|think|believ|judg|consider|guess|suspect|rat)(?:e|ed|es|ing)?s?"
    r"(?: themselves)? (?:that|to (?:have|be))\b"
    r"|\b(?:models?|simulations?|algorithms?|equations?|calculations?|clinicians?|doctors|physicians|experts|nurses"
    r"|investigators|participants|patients|parents|carers) (?:\w+ly )?"
    r"(?:predict|forecast|project|foresaw|foresee|extrapolat|guess|believ|expect|anticipat|perceiv)(?:e|ed|s|es)?\b"
)
"""What people think and models say."""
_CONTRARY = re.compile(r"\b(?:contrary to|unlike|against|in contrast (?:to|with)|opposite to)(?: \w+){0,2} ?$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FOREIGN_WORDS = words(
    "if assuming would size power powered designed calculated needed required sufficient adequate previous prior"
    " earlier past former historical preceding previously et colleagues coworkers co associates"
)
_HOPE_BEGINNINGS = (
    *("hypothes", "expect", "anticipat", "assum", "presum", "believ", "postulat", "speculat", "suppos", "hop"),
    *("predict", "forecast", "foresaw", "projected", "feared"),
)


def is_hearsay(sentence: Sentence, reading: Reading) -> bool:
    """Whether the outcome is only named as what was hoped for, or as what others found."""
    first = next((one.start for one in reading.signs if one.name == "O"), None)
    if first is None or sentence.role is Role.TITLE or not _may_be(sentence):
        return False
    folded = reading.folded
    if any(not _COMPARED_WITH_HOPES.search(folded, 0, one.start()) for one in _OTHERS.finditer(folded, 0, first)):
        return True
    if _is_only_hoped(reading, _CONTRARY):
        return True
    hopes = [one for one in _HOPES.finditer(folded) if not _COMPARED_WITH_HOPES.search(folded, 0, one.start())]
    named = any(one.start() < first or "," not in folded[first : one.start()] for one in hopes)
    return named or _WOULD.match(folded, first) is not None


def is_belief(reading: Reading) -> bool:
    """Whether an outcome is told as what somebody thought, or only inside the hope that a finding bore out."""
    first = next((one.start for one in reading.signs if one.name == "O"), 0)
    return _BELIEVED.search(reading.folded, 0, first) is not None or _is_only_hoped(reading, _COMPARED_WITH_HOPES)


def _is_only_hoped(reading: Reading, before: re.Pattern[str]) -> bool:
    """'Contrary to our hypothesis that humming would reduce hiccups, the opposite was seen'."""
    outs = [one.start for one in reading.signs if one.name == "O"]
    for hope in _HOPES.finditer(reading.folded):
        comma = reading.folded.find(",", hope.end())
        if before.search(reading.folded, 0, hope.start()) and outs and hope.start() < outs[0] and outs[-1] < comma:
            return True
    return False


def is_of_probability(reading: Reading) -> bool:
    """Whether a sentence tells how probable a finding is, which may be little: 'the probability that .. was 3%'."""
    return "probabilit" in reading.folded and _PROBABLE.search(reading.folded) is not None


def _may_be(sentence: Sentence) -> bool:
    """A quick look before the patterns are tried."""
    if not _FOREIGN_WORDS.isdisjoint(sentence.words) or holds_any(sentence.folded, _HOPE_BEGINNINGS):
        return True
    return _YEAR.search(sentence.folded) is not None
