"""Who paid, and what interests the authors declare.

PubMed's own fields speak first (grants, conflict of interest statement), then the text. A list of public grants does
not show that no company paid, so nothing is concluded from it; where the authors name their payers themselves and all
are public, it is concluded, but never surely.
"""

import re
from collections.abc import Iterator

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Read, Span
from claimbook.model.record import Record

_PAID_BY = r"(?: (?:in part|partly|partially|solely|entirely|jointly))? (?:by|through)"
_PAID_FOR = r"(?:study|studies|trials?|research|work|project|investigation|analysis|survey|review|register)"
_FUNDED = folded_pattern(
    rf"\b(?:(?<!not )(?:funded|sponsored|financed){_PAID_BY}"
    r"|(?:financial|grant|funding|research) support (?:\w+ ){0,3}?(?:by|from)|supported by (?:an? |the )?"
    r"(?=[^.;]{0,80}(?:grant|fund|foundation|institute|council|ministry|inc\b|ltd\b|pharma|company))"
    rf"|(?P<shown>supported){_PAID_BY}|funding(?: source)?s?\s?:|sponsors?\s?:|funders?\s?:"
    r"|funding (?:was provided by|from))\s?(?:(?:an? )?(?:\w+ )?grants? from )?(?:the )?"
    r"(?P<who>[^.;()]{2,160}[^.;()\s])"
)
_SUPPORTED = re.compile(
    rf"(?:^|\b(?:this|our|the|present|current) (?:\w+ )?{_PAID_FOR} (?:was|were|is|are|has been) )"
    r"(?:(?:partly|partially|financially|generously|kindly) )?$"
)
"""Before 'supported by' where it is said of money."""
_OF_OTHERS = re.compile(
    r"\b(?<!both )(?<!these )(?<!our )(?:trials|studies|rcts|reviews|articles|papers)\b[^.;]{0,40}$"
)
"""Before the word of payment: most of the trials of a review were sponsored by somebody."""
_PAYS = re.compile(
    rf"(?: which| who| that)?(?: also| partly| fully)? (?:funded|sponsored|financed|paid for) "
    rf"(?:the|this|both|these|our) (?:\w+ )?{_PAID_FOR}\b"
)
_NAME = re.compile(r"(?<![\w.-])[A-Z][\w&'\u2019.-]*(?:(?: (?:of|for|and|the|&))? [A-Z][\w&'\u2019-]*){0,8}(?=,?$)")
_LONGEST_NAME, _BEFORE = 120, 60
"""Signs in front of 'which funded the trial' for the name of the payer, and in front of 'funded by' for the study."""
_GRANT = re.compile(
    r"\((?:[^()]{0,40}[:;,] )?(?P<who>[A-Z][^():;,\d]{1,60}?) (?:(?:project|research|program(?:me)?) )?[Gg]rants? "
    r"(?:[Nn]umber|[Nn]o\b|[A-Z]*\d)"
)
_NOTHING = re.compile(
    r"\W*(?:none|nil|no|not applicable|n/a|unfunded|self[- ]?fund\w+|not funded)\b"
    r"|[^.;,]{0,60}?\b(?:received|had|has|have|sought|was given) no\b"
)
_COMPANY = folded_pattern(
    r"\b(?:inc|ltd|llc|gmbh|plc|corp(?:oration)?|ag|s\.?a\.?|pharma(?:ceuticals?)?|biotech\w*|company|"
    r"manufacturer|abbott|abbvie|amgen|astellas|astrazeneca|bayer|biogen|boehringer|bristol-?myers|celgene|"
    r"laboratoires|laboratories|therapeutics|biosciences|biopharm\w*|diagnostics|biologics|biosimilars|devices|"
    r"beverages|brands|technologies|genetics|vaccines|instruments|"
    r"nutrition(?! (?:society|council|foundation|institute|research|fund))|industr(?:y|ies)|"
    r"co-?operatives?\b(?! (?:agree|stud|group|research|oncol|program|trial))|"
    r"(?:egg|dairy|beef|milk|meat|pork|sugar|almond|walnut|peanut|pistachio|nuts?|soy\w*|wine|olive|tea|coffee|cocoa|"
    r"rice|potato|seafood|avocado|cranberry|blueberry) (?:board|council|association|institute|federation|commission)|"
    r"growers|producers|marketing board|breweries|brewers|foods|allergan|alcon|teva|eisai|daiichi|fresenius|nutricia|"
    r"mead johnson|danone|eli lilly|lilly|ferring|genentech|gilead|glaxo\w*|gsk|janssen|johnson (?:&|and) johnson|"
    r"lundbeck|medtronic|merck|nestl[e\u00e9]|novartis|novo nordisk|otsuka|pfizer|procter|roche|sanofi\w*|servier|"
    r"takeda|unilever|wyeth)\b"
)
_DENIED_BEFORE = folded_pattern(
    r"\b(?:no|not(?! only)|without|never|neither|nor|none of|lack of)(?: (?:any|the|an?|been|in|way|external|specific|"
    r"additional|commercial|industr\w+|private|public|outside|direct|indirect|such|further|other|own|financial|material|"
    r"monetary|grants?|money|fees|funding|funds|support|sponsorship|or|and|nor))*\s$"
)
"""Before words of payment: nobody was paid by these ('no external funding from', 'not supported by')."""
_NOT_PAYING = folded_pattern(
    r",? (?:which|who) (?:had|has|have|played|took) no\b"
    r"|[,;]? (?:(?:and|but|with|received|accepting|having) )?"
    r"(?:no(?= [a-z])|not(?! only)|without|neither|nor|none|independent(?:ly)? of|rather than)\b"
    r"|[.,;:]? (?:declarations?|disclosures?|conflicts? of interests?|competing interests?)\b"
    r"|[.,;:]? (?:(?:and )?(?:dr|prof(?:essor)?|(?:the |all |some |one of the |two )?authors?|[a-z]{2,3}) [^;]{0,60}?)?"
    r"(?:(?:has|have|had|also) )*(?:received?|receives|reports?|declares?|got) "
    r"(?:(?:personal|speaker|speaking|lecture|consult\w+|advisory|travel|research) )*"
    r"(?:fees|honorari\w+|payments?|royalties|grants|support|shares|stock)\b"
)
"""Behind a payer: from here on it is told who did not pay ('the Ministry of Song, without money from industry'), or
paid somebody for something else ('Dr Hum has received fees from Song Pharma'): an interest, and no payer."""
_GIVER = (
    r"(?: (?:was|were|has been|had been|is))?(?: (?:received|given|provided|accepted|obtained|sought|used))?"
    r" (?:from|by|of)\b"
)
_ANY_COMPANY = (
    r" (?:an?y? |the )?(?:(?:for-profit|commercial|private|pharmaceutical|food|device) )*"
    r"(?:industr\w+|compan\w+|manufacturers|firms|(?:commercial|private|for-profit) \w+)"
)
_NO_COMPANY = folded_pattern(
    r"\bno (?:(?:external|specific|commercial|industry|industrial|outside) ){0,2}"
    rf"(?:funding|financial support|sponsor\w*|pharmaceutical compan\w+)\b(?!{_GIVER}(?!{_ANY_COMPANY}\b))"
    r"|\b(?:without|independent(?:ly)? of|free of) (?:any )?(?:commercial|industry|industrial) "
    r"(?:funding|sponsor\w*|support)"
    r"|\bnot (?:industry[- ](?:funded|sponsored)|funded by industry)\b"
)
_TOPIC = (
    r"(?:trade|industry|industries|commerce|energy|econom\w+|science|sciences|technolog\w+|foods?|agriculture|forestry|"
    r"fisheries|health|welfare|innovation|education|culture|sports?|labou?r|research|knowledge|small|medium|business|"
    r"enterprises?|resources|information|communications?|competitiveness|tourism|development|planning|employment|rural|"
    r"affairs|climate|environment|transport|the|internal|foreign|higher)"
)
_PUBLIC_BODY = folded_pattern(
    r"\b(?:ministry|department|secretariat|directorate|bureau|office) (?:of|for) "
    rf"(?:{_TOPIC}(?:,? and |, | ))*{_TOPIC}\b|"
    r"\bindustr(?:y|ies) (?:(?:research|and|technology|strategy) ){0,3}(?:development|promotion|innovation|technology|"
    r"strategy|research|support) (?:(?:and|planning|evaluation|promotion) ){0,3}(?:institute|agency|board|council|fund|"
    r"programmes?|programs?|organi[sz]ation|cent(?:er|re)|authority)\b|"
    r"\bnational (?:company|corporation) (?:for|of)\b|\b(?:science|research|health) and technologies\b"
)
"""Names of public bodies that hold a word for companies: 'Ministry of Trade, Industry and Energy'."""
_OF_A_FOUNDATION = re.compile(r"(?: [\w-]+)?,? (?:foundation|fonden|fund|trust|stiftung|stiftelse)\b")
"""Behind the name of a company: whether such a payer counts as one may be argued about."""
_PUBLIC = folded_pattern(
    r"\b(?:foundation|council|institut\w*|ministry|universit\w+|national|nih|nhmrc|nihr|wellcome|trust|charit\w+|"
    r"government|commission|fund|funds|programmes?|programs?|county|region\w*|state|society|association|department|"
    r"federal|research board|hospital|academy|agency|public)\b"
)
_NO_INTERESTS = folded_pattern(
    r"\b(?:no|none|nothing|without|not have|non)\b[^.]{0,60}\b(?:conflict|compet|interest|disclos|declare|relation)"
    r"|\b(?:conflicts?|compet\w+|interests?|disclosures?)\b[^.]{0,40}\b(?:none|no|nothing|nil)\b"
)
_SOME_INTERESTS = folded_pattern(
    r"\b(?:reports?|received?|receiv\w+|employ\w+|consult\w+|honorari\w+|shareholder|stock|speakers?|advisory|grants?|"
    r"fees|patents?|paid|owns?|founder|lectur\w+)\b"
)
_PAID = Pieces("fund|support|sponsor|financ|grant|paid| compan", SHARED)
_FUNDING_HEADING, _FUNDING_LABEL = re.compile(r"(?:fund(?:ing|ers?)|sponsors?)\W*$"), re.compile(r"\bfund")
_HEADING = 20
"""Signs before a sentence in which its heading stands."""
_IN_FIELD, _IN_TEXT, _COMPANY_NAMED, _ITS_FOUNDATION, _ONLY_PUBLIC = 0.97, 0.93, 0.9, 0.8, 0.75
_TEXT_ROLES = (Role.OTHER, Role.METHODS, Role.CONCLUSIONS, Role.RESULTS)


def funding_of(record: Record, text: Text) -> Read[str]:
    """Who paid: the agencies of the grants as PubMed lists them, else the words of the abstract."""
    agencies = tuple(dict.fromkeys(grant.agency for grant in record.grants if grant.agency))
    if agencies:
        return Read("; ".join(agencies), "explicit", _IN_FIELD, metadata=agencies, rule="funding.grants")
    if headed := _headed(text):
        return headed
    for sentence in text.sentences:
        if _PAID.stand_in(sentence) and (span := _payer(sentence)) is not None:
            return Read(text.quote(span), "explicit", _IN_TEXT, (span,), rule="funding.words")
    return Read.missing("funding.not-stated")


def _payer(sentence: Sentence) -> Span | None:
    """The words for who paid, in one sentence."""
    if sentence.role in _TEXT_ROLES:
        for found in _FUNDED.finditer(sentence.folded):
            if _is_their_own(found, sentence.text) and not _NOTHING.match(found["who"]):
                return sentence.part(found.start("who"), _end_of_payers(sentence.folded, *found.span("who")))
        if named := _named_before(sentence):
            return named
    grant = _GRANT.search(sentence.text) if "grant" in sentence.folded else None
    return None if grant is None else sentence.span_of(grant, "who")


def _end_of_payers(folded: str, start: int, end: int) -> int:
    """Where the payers end, and those who are said not to have paid begin."""
    others = _NOT_PAYING.search(folded, start, end)
    return end if others is None else others.start()


def _named_before(sentence: Sentence) -> Span | None:
    """'Hum Pharma, which funded the trial'."""
    pays = _PAYS.search(sentence.text)
    if pays is None:
        return None
    name = _NAME.search(sentence.text, max(0, pays.start() - _LONGEST_NAME), pays.start())
    return None if name is None else sentence.span_of(name)


def _is_their_own(found: re.Match[str], printed: str) -> bool:
    """'Supported' alone is said of findings, too: then it has to be the study's, and a name has to follow."""
    before = found.string[max(0, found.start() - _BEFORE) : found.start()]
    if _DENIED_BEFORE.search(before):
        return False
    if found["shown"] is not None:
        return printed[found.start("who")].isupper() and _SUPPORTED.search(before) is not None
    return _OF_OTHERS.search(before) is None


def _headed(text: Text) -> Read[str]:
    """What stands below a heading such as 'FUNDING'."""
    told = next(_below_funding(text), None)
    if told is None or _NOTHING.match(told.folded):
        return Read.missing("funding.not-stated")
    payers = told.text[: _end_of_payers(told.folded, 0, len(told.folded))].rstrip(". ")
    return Read(payers, "explicit", _IN_TEXT, (told.part(0, len(payers)),), rule="funding.heading")


def _said_to_be_none(text: Text) -> Span | None:
    """What stands below such a heading where nobody paid, such as 'None'."""
    said = (one for one in _below_funding(text) if _NOTHING.match(one.folded))
    return next((one.span for one in said if not _COMPANY.search(one.folded)), None)


def _below_funding(text: Text) -> Iterator[Sentence]:
    for sentence in text.in_roles(Role.OTHER):
        passage = text.passages[sentence.where]
        before = passage.text[max(0, sentence.start - _HEADING) : sentence.start].lower()
        if _FUNDING_HEADING.search(before) or (
            sentence.start == 0 and _FUNDING_LABEL.search((passage.label or "").lower())
        ):
            yield sentence


def industry_funded_of(funding: Read[str], text: Text) -> Read[bool]:
    """Yes where a company is among those who paid, no only where the text says that nobody from outside paid."""
    if sure := _names_a_company(funding.value or ""):
        return Read(
            value=True,
            status="inferred",
            confidence=sure,
            spans=funding.spans,
            metadata=funding.metadata,
            rule="funding.company-named",
        )
    for sentence in filter(_PAID.stand_in, text.in_roles(*_TEXT_ROLES)):
        if found := _NO_COMPANY.search(sentence.folded):
            spans = (sentence.span_of(found),)
            return Read(value=False, status="explicit", confidence=_IN_TEXT, spans=spans, rule="funding.none")
    if not funding and (span := _said_to_be_none(text)) is not None:
        return _only_public(span)
    if funding.spans and _PUBLIC.search((funding.value or "").lower()):
        return _only_public(*funding.spans)
    return Read.missing("funding.industry-not-stated")


def _names_a_company(payers: str) -> float:
    """How sure one is among them; zero where none is."""
    plain = _PUBLIC_BODY.sub(" ", payers.lower())
    named = [*_COMPANY.finditer(plain)]
    if named and all(_OF_A_FOUNDATION.match(plain, one.end()) for one in named):
        return _ITS_FOUNDATION
    return _COMPANY_NAMED if named else 0.0


def _only_public(*spans: Span) -> Read[bool]:
    """No company, as concluded where the text itself names nobody but public payers, or none at all."""
    return Read(value=False, status="inferred", confidence=_ONLY_PUBLIC, spans=spans, rule="funding.public")


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
