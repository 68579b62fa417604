"""People who were never taken in: '0 of 80 planned adults were randomised', 'withdrawn before enrolment'. Pure."""

from claimbook.appraise.sample.counts import PEOPLE
from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.text.reading import Sentence, Text

_TAKEN_IN = r"(?:randomi[sz]ed|assigned|allocated|enroll?ed|recruited|included|registered|accrued|treated)"
_WERE = rf"(?:was|were|(?:has|have|had) been|could be) (?:(?:ever|randomly|actually|eventually|finally) )?{_TAKEN_IN}"
_NONE = r"(?:0|zero|none|no one|nobody)(?: \(0 ?%\))?"
_ENDS = r"(?=\s?(?:[.,;:)]|$|(?:because|before|as|so|and (?:the|this)|in (?:the|this) (?:trial|study))\b))"
"""Behind the verb nothing narrows it: 'none of the 80 adults was assigned to singing' leaves them their trial."""
_BEFORE = folded_pattern(rf"(?:^|[\s(]){_NONE} (?:out )?of (?:the |these |our |all )?$")
_BEHIND = folded_pattern(rf"^\s?(?:(?!who\b|whom\b|that\b)[a-z-]+ ){{0,4}}?{_WERE}{_ENDS}")
_ANYBODY = r"(?:patients?|participants?|subjects?|people|persons?|individuals?|volunteers?)"
_NOBODY_AT_ALL = folded_pattern(
    rf"\b(?:no (?:(?:eligible|suitable|single) )?{_ANYBODY}|nobody|no one) "
    rf"(?:was|were|(?:has|have|had) been|could be) (?:\w+ )?(?:randomi[sz]ed|enroll?ed|recruited|accrued){_ENDS}"
    rf"|(?:^|[\s(]){_NONE} (?:out )?of (?:the |our |all )?(?:\d[\d,]* )?(?:(?:planned|eligible|intended|expected) )?"
    rf"{PEOPLE} {_WERE}{_ENDS}"
    r"|\b(?:trial|study|it) (?:was|has been|had to be) (?:withdrawn|abandoned|cancell?ed|stopped|terminated|closed|"
    r"halted) (?:\w+ )?before (?:any(?:one|body| \w+)? |the (?:first|start of) |enroll?ment|recruitment|"
    r"randomi[sz]ation|it (?:began|started))"
)
_LONGEST_OF = 9
"""Signs of 'of these '."""
_TOLD_BY = words("no none nobody zero withdrawn abandoned cancelled canceled stopped terminated closed halted")


def counts_nobody(before: str, behind: str) -> bool:
    """Whether a number is that of people of whom none was taken in."""
    return "of" in before[-_LONGEST_OF:] and _BEFORE.search(before) is not None and _BEHIND.match(behind) is not None


def was_never_done(text: Text) -> bool:
    """Whether it says that nobody took part; of a part of a study that may be said, too."""
    return any(map(_tells_of_nobody, text.sentences))


def _tells_of_nobody(sentence: Sentence) -> bool:
    told = not _TOLD_BY.isdisjoint(sentence.words) or sentence.folded.startswith("0 ") or " 0 " in sentence.folded
    return told and _NOBODY_AT_ALL.search(sentence.folded) is not None
