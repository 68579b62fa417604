"""Whether a text studies the papers of others: what is counted there is no conduct of the authors' own, and no harm."""

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.appraise.text.reading import Text

_REPORTS = Pieces("reporting|methodological|epidemiolog|completeness|abstracts|delphi|core", SHARED)
_ABOUT_REPORTS = folded_pattern(
    r"\b(?:quality|completeness|transparency|adequacy) of (?:the )?reporting|\bmethodological (?:survey|quality of)|"
    r"\breporting (?:quality )?(?:of|in) (?:[\w-]+ ){0,4}(?:trials|abstracts|studies|articles|reviews|protocols)|"
    r"\bmeta-?epidemiolog|\babstracts of (?:[\w-]+ ){0,3}trials\b|\bdelphi\b|\bcore outcome (?:sets?|measures?)\b"
)


def is_about_reports(text: Text) -> bool:
    """Whether they were studied, as the title or the aim says."""
    told = text.in_roles(Role.TITLE, Role.AIM)
    return any(_REPORTS.stand_in(one) and _ABOUT_REPORTS.search(one.folded) for one in told)
