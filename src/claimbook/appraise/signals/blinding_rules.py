"""Who did not know which treatment was given, as a table; its rows stand in order of precedence (see ``rules``)."""

import re

from claimbook.appraise.signals.rule import SignalRule
from claimbook.appraise.text.denial import NOT
from claimbook.appraise.text.lexicon import folded_pattern

_WHO_TREATS = (
    r"(?:patients?|participants?|subjects?|investigators?|clinicians?|physicians?|surgeons?|providers?|therapists?|"
    r"personnel|staff|caregivers?|parents|women|men|children|volunteers|nurses?|doctors?|owners?|veterinarians?|"
    r"an[a]?esthe\w+|operators?|riders?|athletes|players|runners|cyclists|students|families|mothers)"
)
_WHO_MEASURES = (
    r"(?:(?:outcome )?assess(?:ors?|ments?|ing)|evaluat(?:ors?|ions?)|observers?|examiners?|raters?|adjudicat\w+|"
    r"reviewers?|readers?|interviewers?|end-?\s?points?|statisticians?|analysts?|pathologists?|radiologists?)"
)
_BLIND = r"(?:blind(?:ed|ing)?|mask(?:ed|ing)?)"
_UNAWARE = (
    rf"(?:{_BLIND}|unaware|ignorant|naive to|not aware|not informed|not told|without knowledge|kept unaware|"
    r"(?:who )?did not know|who (?:(?:was|were) (?:not (?:told|aware|informed)|unaware|blind(?:ed)?|masked)))"
)
_MEASURED = (
    r"(?:assessed|evaluated|measured|rated|read|scored|adjudicated|recorded|ascertained|performed|examined|collected|"
    r"obtained|reviewed|interpreted|judged|graded|documented|determined|reported)"
)
_STAFF = (
    rf"(?:{_WHO_MEASURES}|staff|nurses?|technicians?|sonographers?|physiotherapists?|dentists?|clinicians?|physicians?|"
    r"surgeons?|an[a]?esthe\w+|researchers?|investigators?|psychologists?|dermatologists?|person(?:nel)?|colleague)"
)
_WORDS = rf"(?: (?!{NOT})[\w-]+)"
"""Each of the words in between: who is not blinded is aware."""
_TO_WHAT = r"(?:to|of|which|the|what|that|regarding|about|as to|for|from)"

_COUNT = folded_pattern(r"\b(?:statisticians?|(?:data )?analysts?)\b")
_MEASURE = folded_pattern(r"\b(?:assess|evaluat|observer|examiner|rater|adjudicat|interviewer|investigator|researcher)")
_NOT_THE_GROUP = folded_pattern(
    r"\b(?:each other|one another|(?:the|their) (?:other|first|second) (?:reader|rater|observer|assessor)|the other|"
    r"authors?|authorship|journals?)\b"
)
_NOT_ALL_ALONG = folded_pattern(
    r"\b(?:but|and) (?:were |was |became )?(?:not|un(?:blind|mask)ed|aware|no longer|later)\b|\binitially\b|"
    r"\bonly (?:at|until)\b|\b(?:at|until) [\w -]{1,30} only\b|\b(?:blind|mask)(?:ed|ing) (?:was|were) (?:lost|broken)"
)
_NO_DOUBT, _IN_DOUBT, _BEHIND = 1.0, 0.8, 90


def most_sure_of_assessors(found: re.Match[str]) -> float:
    """How sure a word of blind assessors can be: who counts assesses nobody, nor is all hidden from who was once blind.

    Args:
        found: in its sentence, in lower case.
    """
    behind = found.string[found.start() : found.end() + _BEHIND]
    counts = _COUNT.search(found[0]) is not None and not _MEASURE.search(found[0])
    doubted = counts or _NOT_THE_GROUP.search(behind) or _NOT_ALL_ALONG.search(found.string, found.end())
    return _IN_DOUBT if doubted else _NO_DOUBT


BLINDING_RULES = (
    SignalRule(
        "blinding",
        says="double",
        where="own",
        stems="double|triple|quadruple|doubly",
        words=(
            rf"\b(?:double|triple|quadruple)(?:[- ]|\s?\W\s?){_BLIND}\w*|\bdoubly[- ]{_BLIND}|"
            rf"\bdouble-?(?:blind|mask)\w*|\bdouble[- ]?\([\w ,-]{{1,50}}\)[- ]?{_BLIND}"
        ),
        confidence=0.98,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="double",
        where="conduct",
        stems="blind|mask|unaware|ignorant|not aware|neither",
        words=(
            rf"\b{_WHO_TREATS}(?:,| and| as well as| nor| or)[^.;]{{0,50}}\b(?:{_WHO_TREATS}|{_WHO_MEASURES})"
            rf"(?: were| was| are|,)?(?: all| both| also| kept| remained)? (?:{_BLIND}|unaware|ignorant|not aware)\b|"
            rf"\bneither (?:the )?(?:[\w-]+ )?{_WHO_TREATS} nor [^.;]{{1,70}}\b(?:knew|aware|told|informed)\b|"
            rf"\b{_BLIND} of (?:the )?(?:study )?{_WHO_TREATS}(?:,| and)[^.;]{{0,40}}"
            rf"\b(?:{_WHO_TREATS}|{_WHO_MEASURES})\b"
            r"(?! (?:was|were) (?:not|im))"
        ),
        confidence=0.85,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="double",
        where="conduct",
        stems="blinded|masked|unaware|ignorant|not aware|neither|not know",
        words=(
            rf"\b{_WHO_MEASURES}(?:,| and| as well as)(?: the| both| all)? {_WHO_TREATS}(?: were| was| are|,)?"
            r"(?: all| both| also| kept| remained)? (?:blinded|masked|unaware|ignorant|not aware)\b|"
            rf"\b{_WHO_TREATS} (?:and|or) [^.;]{{1,50}} did not know\b|"
            r"\bneither (?:the )?[\w -]{3,50} nor [^.;]{1,70}\b(?:knew|aware|told|informed)\b[^.;]{0,60}"
            r"\b(?:treat|drug|group|alloc|assign|given|received|drink|arm|condition|interv|product|capsul|suppl|"
            r"identity|content|regimen|admin|solution|used|code)"
        ),
        confidence=0.85,
        source="CONSORT 11a; invented",
    ),
    SignalRule(
        "blinding",
        says="assessor",
        where="own",
        stems="blind|mask|unaware|ignorant|not aware|not informed|not told",
        words=(
            rf"\b(?:assessor|evaluator|observer|examiner|rater|investigator|researcher|outcome|end-?point)s?"
            rf"(?: |-)(?:and [\w-]+ )?{_BLIND}\b(?! by)|"
            rf"\bsingle[- ]{_BLIND} ?\((?:the )?(?:outcome )?(?:{_WHO_MEASURES}|investigators?|researchers?)|"
            rf"\bsingle[- ]?\((?:outcome )?(?:{_WHO_MEASURES}|investigators?)\)[- ]?{_BLIND}|"
            rf"\b{_BLIND}[- ](?:\w+[- ]){{0,2}}{_WHO_MEASURES}|"
            rf"\b{_WHO_MEASURES}(?: \w+){{0,2}} (?:were|was|is|are|remained|being|will be)(?: (?!{NOT})\w+)? "
            rf"(?:{_BLIND}|unaware|ignorant|not (?:aware|informed|told))\b|"
            rf"\b{_MEASURED}(?: [\w%/-]+){{0,8}} (?:by|in){_WORDS}{{0,4}} {_BLIND}\b|"
            rf"\b{_BLIND} {_MEASURED}\b"
        ),
        confidence=0.9,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="assessor",
        where="own",
        stems="blind|mask|unaware|ignorant|without knowledge|not know|not aware|not informed|not told|naive to",
        words=(
            rf"\b{_MEASURED}(?: [\w%/()-]+){{0,8}} by{_WORDS}{{0,4}},? {_UNAWARE}\b|"
            rf"\b{_WHO_MEASURES}{_WORDS}{{0,2}},? {_UNAWARE} {_TO_WHAT}\b|"
            rf"\b{_STAFF}{_WORDS}{{0,2}},? {_UNAWARE} {_TO_WHAT}[^.;]{{1,40}} {_MEASURED}\b"
        ),
        confidence=0.9,
        source="CONSORT 11a; dev",
    ),
    SignalRule(
        "blinding",
        says="assessor",
        where="conduct",
        stems="blind|mask|unaware|ignorant|without knowledge|not know|not aware|not informed|not told|naive to",
        words=rf"\b{_STAFF}{_WORDS}{{0,4}},? {_UNAWARE} {_TO_WHAT}\b",
        confidence=0.8,
        source="dev: they may have treated as well",
    ),
    SignalRule(
        "blinding",
        says="assessor",
        where="own",
        stems="blind|mask",
        words=(
            rf"\b(?:(?:not|not be) (?:\w+ )?{_BLIND}|un(?:blind|mask)ed)\b[^.;]{{0,60}}?[,;]? (?:but|however|whereas|"
            rf"while|although|though),? (?:the |all )?(?:[\w-]+ ){{0,2}}?"
            rf"{_WHO_MEASURES} (?:were|was)(?=\s?(?:[.,;)]|$))"
        ),
        confidence=0.85,
        source="invented: the verb is not said again ('patients could not be blinded, but assessors were')",
    ),
    SignalRule(
        "blinding",
        says="none",
        where="own",
        stems="open|unblind|unmask|nonblind|nonmask| non | not |blinding",
        words=(
            r"\bopen[- ]?label\w*|\bopen(?:[- ]\w+)?,? (?:randomi[sz]ed|controlled|"
            r"(?:clinical|parallel|comparative) (?:trial|study)|parallel|crossover|cross-over)|"
            r"\b(?:randomi[sz]ed|controlled|comparative),? (?:and )?open[,-]? (?:[\w-]+ )?(?:trial|study|comparison|"
            r"design)\b|"
            r"\bun(?:blind|mask)ed\b|\bnon-?\s?(?:blind|mask)ed\b|\b(?:not|not be) (?:\w+ )?(?:blind|mask)ed\b|"
            r"\bblinding (?:of [\w ]{1,40} )?(?:was|were) (?:not|impossible)"
        ),
        confidence=0.92,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="none",
        where="own",
        stems="neither|aware of|no blinding",
        words=(
            r"\b(?:was|were|had) no blinding\b|"
            r"\bneither [^.;]{1,70} nor [^.;]{1,50} (?:were|was|could be) (?:blind|mask)ed\b|"
            rf"\b{_WHO_TREATS} (?:were|was) (?:\w+ )?aware of (?:the |their )?(?:\w+ )?(?:group|alloc|assign|treatm|"
            rf"interv)"
        ),
        confidence=0.92,
        source="CONSORT 11a; invented",
    ),
    SignalRule(
        "blinding",
        says="none",
        where="own",
        stems="open",
        words=(
            r"\bopen(?:[- ]\w+)?,? (?:prospective|multicent\w+|non-?comparative|uncontrolled|clinical)\b|"
            r"\b(?:an|in|prospective|this) open[,-]? (?:pilot |extension )?"
            r"(?:trial|study|comparison|comparative|design)\b"
        ),
        confidence=0.75,
        source="dev: where all are treated alike, 'open' says no more than that",
    ),
    SignalRule(
        "blinding",
        says="single, who not said",
        where="own",
        stems="blind|mask",
        words=(
            rf"\b(?:single|partially|partly|observer|patient|participant|subject)s?(?:[- ]|\W\s?){_BLIND}|"
            r"\bsingleblind|\bone[- ]blind(?:ed)?\b"
        ),
        confidence=0.93,
        source="CONSORT 11a",
    ),
    SignalRule(
        "blinding",
        says="single, who not said",
        where="conduct",
        stems="blind|mask|unaware",
        words=(
            rf"\b(?:randomi[sz]ed,?|controlled,?|prospective,?) (?:and )?{_BLIND}\b|"
            rf"\b(?:in a|a) {_BLIND} (?:manner|fashion|trial|study)|"
            rf"\b(?:patients|participants|subjects|women|men|children) (?:were|was|remained|are)(?: \w+)? "
            rf"(?:{_BLIND}|unaware)\b"
        ),
        confidence=0.7,
        source="dev",
    ),
)
