"""Who paid, what interests the authors declare, and where the study was registered.

PubMed's own fields speak first (grants, conflict of interest statement, data bank numbers), then the text. A list of
public grants does not show that no company paid, so nothing is concluded from it.
"""

import re

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.text.pieces import NUMBER, SHARED, Pieces
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Read
from claimbook.model.record import Record

_FUNDED = folded_pattern(
    r"(?:\b(?:funded|sponsored|financed)(?: (?:in part|partly|solely|entirely))? (?:by|through)"
    r"|\b(?:financial|grant|funding|research) support (?:\w+ ){0,3}?(?:by|from)|\bsupported by (?:an? |the )?"
    r"(?=[^.;]{0,80}(?:grant|fund|foundation|institute|council|ministry|inc\b|ltd\b|pharma|company))"
    r"|\bfunding(?: source)?s?\s?:|\bfunding (?:was provided by|from))\s?(?:the )?(?P<who>[^.;()]{2,160}[^.;()\s])"
)
_COMPANY = folded_pattern(
    r"\b(?:inc|ltd|llc|gmbh|plc|corp(?:oration)?|ag|s\.?a\.?|pharma(?:ceuticals?)?|biotech\w*|company|"
    r"manufacturer|abbott|abbvie|amgen|astellas|astrazeneca|bayer|biogen|boehringer|bristol-?myers|celgene|"
    r"danone|eli lilly|lilly|ferring|genentech|gilead|glaxo\w*|gsk|janssen|johnson (?:&|and) johnson|lundbeck|"
    r"medtronic|merck|nestl[e\u00e9]|novartis|novo nordisk|otsuka|pfizer|procter|roche|sanofi\w*|servier|takeda|"
    r"unilever|wyeth)\b"
)
_NO_COMPANY = folded_pattern(
    r"\bno (?:external |specific |commercial |industry )?(?:funding|financial support|sponsor\w*)\b"
)
_NO_INTERESTS = folded_pattern(
    r"\b(?:no|none|nothing|without|not have|non)\b[^.]{0,60}\b(?:conflict|compet|interest|disclos|declare|relation)"
    r"|\b(?:conflicts?|compet\w+|interests?|disclosures?)\b[^.]{0,40}\b(?:none|no|nothing|nil)\b"
)
_SOME_INTERESTS = folded_pattern(
    r"\b(?:reports?|received?|receiv\w+|employ\w+|consult\w+|honorari\w+|shareholder|stock|speakers?|advisory|grants?|"
    r"fees|patents?|paid|owns?|founder|lectur\w+)\b"
)
_REGISTERED = folded_pattern(
    r"\b(?:nct\s?\d{8}|isrctn\s?\d{8}|crd\s?\d{8,}|actrn\s?\d{14}p?|chictr[-\w]*\d{6,}|ctri/\d{4}/\d+/\d+|drks\d{8}|"
    r"umin\d{9}|jrct\w?\d{6,}|ntr\s?\d{3,5}|irct\w*\d{10,}|pactr\d{12,}|eudract[^\w]{0,3}(?:number |no\.? )?"
    r"\d{4}-\d{6}-\d{2}|rbr-\w{6,}|kct\d{7}|tctr\d{11})\b"
)
_REGISTERS = words("nct isrctn crd actrn ctri drks umin ntr pactr eudract rbr kct tctr")
"""Whole words, because many a word holds 'nct' or 'ntr'."""
_REGISTERS_WITH_LETTERS = Pieces("chictr|jrct|irct", SHARED)
_PAID = Pieces("fund|support|sponsor|financ", SHARED)
_FUNDING_HEADING, _FUNDING_LABEL = re.compile(r"fund(?:ing|ers?)\W*$"), re.compile(r"\bfund")
_HEADING = 20
"""Signs before a sentence in which its heading stands."""
_IN_FIELD, _IN_TEXT, _COMPANY_NAMED = 0.97, 0.93, 0.9
_TEXT_ROLES = (Role.OTHER, Role.METHODS, Role.CONCLUSIONS, Role.RESULTS)


def funding_of(record: Record, text: Text) -> Read[str]:
    """Who paid: the agencies of the grants as PubMed lists them, else the words of the abstract."""
    agencies = tuple(dict.fromkeys(grant.agency for grant in record.grants if grant.agency))
    if agencies:
        return Read("; ".join(agencies), "explicit", _IN_FIELD, metadata=agencies, rule="funding.grants")
    if headed := _headed(text):
        return headed
    for sentence in _telling(text, _PAID):
        if found := _FUNDED.search(sentence.folded):
            span = sentence.span_of(found, "who")
            return Read(text.quote(span), "explicit", _IN_TEXT, (span,), rule="funding.words")
    return Read.missing("funding.not-stated")


def _headed(text: Text) -> Read[str]:
    """What stands below a heading such as 'FUNDING'."""
    for sentence in text.in_roles(Role.OTHER):
        passage = text.passages[sentence.where]
        before = passage.text[max(0, sentence.start - _HEADING) : sentence.start].lower()
        if _FUNDING_HEADING.search(before) or (
            sentence.start == 0 and _FUNDING_LABEL.search((passage.label or "").lower())
        ):
            return Read(sentence.text.rstrip(". "), "explicit", _IN_TEXT, (sentence.span,), rule="funding.heading")
    return Read.missing("funding.not-stated")


def industry_funded_of(funding: Read[str], text: Text) -> Read[bool]:
    """Yes where a company is among those who paid, no only where the text says that nobody from outside paid."""
    if funding.value is not None and _COMPANY.search(funding.value.lower()):
        return Read(
            value=True,
            status="inferred",
            confidence=_COMPANY_NAMED,
            spans=funding.spans,
            metadata=funding.metadata,
            rule="funding.company-named",
        )
    for sentence in _telling(text, _PAID):
        if found := _NO_COMPANY.search(sentence.folded):
            return Read(
                value=False,
                status="explicit",
                confidence=_IN_TEXT,
                spans=(sentence.span_of(found),),
                rule="funding.none",
            )
    return Read.missing("funding.industry-not-stated")


def _telling(text: Text, stems: Pieces) -> list[Sentence]:
    """Sentences that may tell of money, and hold one of these stems."""
    return [one for one in text.in_roles(*_TEXT_ROLES) if stems.stand_in(one)]


def conflicts_of(record: Record) -> Read[bool]:
    """Whether the authors declare interests, as their statement in PubMed says; a mixed statement declares some."""
    said = record.conflicts
    if not said:
        return Read.missing("conflicts.not-stated")
    folded = said.lower()
    none = _NO_INTERESTS.search(folded) is not None
    some = _SOME_INTERESTS.search(_NO_INTERESTS.sub(" ", folded)) is not None
    if not (none or some):
        return Read.missing("conflicts.not-understood")
    confidence = 0.7 if none and some else 0.95
    return Read(some, "explicit", confidence, metadata=(said,), rule="conflicts.statement")


def registration_of(record: Record, text: Text) -> Read[tuple[str, ...]]:
    """Registration numbers: those that PubMed lists, else those in the text."""
    numbers = (one.number for one in record.registry_ids)
    listed = tuple(dict.fromkeys(number for number in numbers if _REGISTERED.search(number.lower())))
    if listed:
        return Read(listed, "explicit", _IN_FIELD, metadata=listed, rule="registration.listed")
    telling = (one for one in text.sentences if _may_register(one))
    found = [(one, sentence) for sentence in telling for one in _REGISTERED.finditer(sentence.folded)]
    spans = tuple(sentence.span_of(one) for one, sentence in found)
    printed = tuple(dict.fromkeys(_compact(text.quote(span)) for span in spans))
    if not printed:
        return Read.missing("registration.not-stated")
    return Read(printed, "explicit", _IN_TEXT, spans, rule="registration.words")


def _may_register(sentence: Sentence) -> bool:
    """A quick look; only the numbers of Brazil can be all letters."""
    named = not _REGISTERS.isdisjoint(sentence.words) or _REGISTERS_WITH_LETTERS.stand_in(sentence)
    return named and (NUMBER in sentence.words or "rbr-" in sentence.folded)


def _compact(number: str) -> str:
    """'NCT 01234567' is 'NCT01234567'."""
    return "".join(number.split()).upper()
