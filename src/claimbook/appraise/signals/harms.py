"""Whether an abstract reports harms; that it found none is a report, silence is not."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile

from claimbook.appraise.signals.harm_rules import AFTER, BEFORE, EVENT_RULES, HARM_RULES, SAME, TABLE, TREATED, HarmRule
from claimbook.appraise.signals.reports import is_about_reports
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, holds_any
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import WITHOUT_RESULTS, Kind, Read

_NOT_REPORTED: Read[bool] = Read.missing("harms.not-stated")
_MOST_BY_KIND: dict[Kind | None, float] = {
    None: 0.85,
    Kind.CROSS_SECTIONAL: 0.85,
    **dict.fromkeys((Kind.NARRATIVE_REVIEW, Kind.ANIMAL, Kind.IN_VITRO, Kind.CASE_REPORT, Kind.OTHER), 0.6),
}
_MOST_BY_ROLE = {Role.RESULTS: 1.0, Role.CONCLUSIONS: 0.8, Role.METHODS: 0.6}
"""How sure harms told in such a study or sentence can be: that methods name an outcome does not report it."""
_ORDER = {role: place for place, role in enumerate(_MOST_BY_ROLE)}
_STUDIES = "(?:previous|earlier|prior|other|published|pilot) (?:study|studies|trials?)"
_PLANNED = Pieces(
    "recorded|monitor|assess|evaluat|document|collect|registered|measured|noted|analysed|analyzed|compare|investigat|"
    "studied|examined|determin|endpoint|outcome|objective| aim| purpose|criteria|defined| will | scale",
    SHARED,
)
_HAPPENED = folded_pattern(
    r"%|\d \(|\bp ?[<=]|\b(?:no|none|not|nor|neither|occurred|experienced|more|less|fewer|higher|lower|greater|"
    r"similar\w*|equal\w*|differ\w*|common|rare|mild|minor|major|moderate|transient|severe|significant\w*|increased|"
    r"reduced|well|"
    r"because of|owing to|due to|one|two|three|four|five|six|seven|eight|nine|ten|patients? (?:had|stopped|withdrew))\b"
)
_GENERAL = folded_pattern(
    rf"\b(?:may|might|could|should|would|avoid\w*|to prevent|preventing|minimi[sz]\w+|potential\w*|risks? of|future|"
    rf"further|monitor\w*|need\w*|requir\w*|aware\w*|attention|caution\w*|investigat\w*|unknown|unclear|remain\w*|"
    rf"research|assess\w*|evaluat\w*|concerns?|{_STUDIES})\b"
)
_OPEN = folded_pattern(
    rf"\b(?:future|further|needed|required?|investigat\w*|unknown|unclear|remain\w*|research|assess\w*|evaluat\w*|"
    rf"concerns?|board|establish\w*|determined?|monitor\w*|{_STUDIES})\b"
)
"""What a conclusion says of harms in general, or asks of others, is not what this study saw."""
_WANTED = Pieces("primary|principal| main |endpoint", SHARED)
_WORD = re.compile(r"\w+")
_IN_GENERAL, _BY_NAME = (frozenset(rule.name for rule in table) for table in (HARM_RULES, EVENT_RULES))
_ANNOUNCED = re.compile(
    r"\b(?:(?<!patient )(?<!food )safety(?= of\b| and\b| in\b|\W*$)|tolerability|"
    r"adverse (?:(?:drug|vaccine) )?(?:events?|effects|reactions?)|side[- ]effects|complications (?:of|after)|"
    r"disproportionality|pharmacovigilance|spontaneous reports)\b"
)
_MAY_ANNOUNCE = Pieces(
    "safety|tolerability|adverse|side|complications|disproportionality|vigilance|spontaneous", SHARED
)
_LOOKED = (
    r"(?:record|assess|collect|evaluat|measur|monitor|ask|sought|investigat|stud[iy]|examin|analy[sz]|document|regist|"
    r"summari[sz]|captur|address|quantif|solicit|elicit|extract|track|survey|quer|look)\w*"
)
_NOT_SOUGHT = folded_pattern(
    rf"\w*(?:(?: (?:were|was|are|is|had been))? (?:not|never|neither) (?:\w+ly )?(?:{_LOOKED}|available|"
    rf"considered\b(?! "
    r"(?:to|as|related|attrib|serious|drug|treat|clin|due)))\b|"
    r" (?:was|were|is|are) (?:\w+ly |either )?(?:lacking|missing|unavailable|sparse|scarce|unknown)\b|"
    r"(?: (?:was|were) (?:record|report|not|observ)ed)? (?:because|since|as) (?:nobody|no one|no (?:trials?|study)|"
    r"(?:they|these|we|it) (?:was|were|did|had)(?: not|n.t))\b)"
)
_NO_DATA = folded_pattern(
    rf"\b(?:(?:no|lack of|without|insufficient|missing) (?:(?:data|information|details?) (?:on|about|of|for)|"
    rf"evidence (?:on|about)) |"
    r"(?:no|none of the|neither|neither of the) (?:[\w-]+ ){0,2}"
    r"(?:trials?|study|studies|reviews?|papers?|reports?|articles?) "
    r"(?:assessed|recorded|reported|described|mentioned|provided|gave|presented|addressed|considered|evaluated|"
    r"included|had) (?:any )?(?:(?:data|information|details|results) )?(?:on |about )?|"
    rf"(?:did not|could not|failed to) {_LOOKED} (?:(?:data|information) )?(?:on |about |for )?)(?:the |any )?$"
)
_TOLD_ELSEWHERE = folded_pattern(
    r"\w*(?: data)? (?:(?:will|shall|(?:is|are) to) (?:also )?be|(?:is|are|were|was|have been|has been) (?:\w+ly )?(?:"
    r"reported|described|published|presented) (?:elsewhere|separately|previously|in (?:another|a separate|our)))\b"
)
_NO_EVENT = folded_pattern(
    r"\b(?:knowledge|fears?|beliefs?|concerns?|worr(?:y|ies|ied)|awareness|perceptions?|attitudes?|anxiet(?:y|ies)|"
    r"information|advice|education|counsell?ing|questions?|expectations?|afraid|aware|understanding|opinions?|views?) "
    r"(?:of|about|on|regarding|over|for|towards?|concerning) (?:(?:the|any|possible|potential|drug|their|its|own) )*$|"
    r"\b(?:avoid(?:s|ed|ing|ance of)?|spar(?:es?|ed|ing)|circumvent(?:s|ed|ing)?) "
    r"(?:(?:the|any|all|possible|potential|known|many|some|most|of) )*$"
)
"""What is told elsewhere, later, or only known, feared and avoided did not happen here."""
_NOT_TOLD = folded_pattern(
    r"\w*(?: (?:were|was|are|is))? (?:not|rarely|seldom|poorly|inadequately|insufficiently|inconsistently) (?:\w+ly )?"
    r"(?:reported|described|mentioned)\b|\w* (?:could|can) ?not be (?:pooled|combined|compared|estimated|determined)"
)
"""Either none happened, or nobody tells."""
_IF_NOT_TOLD = 0.8
_IN_THE_TITLE = 0.6
_STEM = 6
_AIMS = frozenset({Role.TITLE, Role.AIM})
_REACH = 70
_TRIED = 8
_SURE = 0.9
_Told = Sequence[tuple[Sentence, Sequence[HarmRule]]]


def harms_of(text: Text, kind: Kind | None = None) -> Read[bool]:
    """True where harms, or their absence, are reported; of several reports the surest.

    Args:
        text: title and abstract.
        kind: what kind of publication it is; a plan, comment or guideline has no harms of its own.
    """
    if kind in WITHOUT_RESULTS:
        return _NOT_REPORTED
    told = [(one, rows) for one in text.sentences if one.role in _MOST_BY_ROLE and (rows := TABLE.rows_in(one))]
    told.sort(key=lambda one: _ORDER[one[0].role])
    read = _surest(_reports(told, text, kind, _IN_GENERAL)) or _surest(_reports(told, text, kind, _BY_NAME))
    read = read or _announced(text, kind)
    return _NOT_REPORTED if read and is_about_reports(text) else read


def _announced(text: Text, kind: Kind | None) -> Read[bool]:
    """A study of a treatment whose title announces its safety reports harms, by whatever name."""
    for title in takewhile(lambda one: one.role is Role.TITLE, text.sentences) if kind in TREATED else ():
        found = _ANNOUNCED.search(title.folded) if _MAY_ANNOUNCE.stand_in(title) else None
        if found and text.in_roles(Role.RESULTS):
            spans = (title.span_of(found),)
            return Read(value=True, status="inferred", confidence=_IN_THE_TITLE, spans=spans, rule="harms.announced")
    return _NOT_REPORTED


def _surest(reports: Iterator[Read[bool]]) -> Read[bool]:
    """The first that is sure, else the first of the surest."""
    best = _NOT_REPORTED
    for report in reports:
        if report.confidence > best.confidence:
            best = report
        if best.confidence >= _SURE:
            break
    return best


def _reports(told: _Told, text: Text, kind: Kind | None, names: frozenset[str]) -> Iterator[Read[bool]]:
    for sentence, rows in told:
        for rule in rows:
            if rule.name in names and (found := _found(rule, sentence, text, kind)) is not None:
                sure = min(rule.confidence, _most(sentence, found), _MOST_BY_KIND.get(kind, 1.0))
                spans = (sentence.part(min(found.start(), _last_word(found)), found.end()),)
                yield Read(value=True, status="explicit", confidence=sure, spans=spans, rule=f"harms.{rule.name}")


def _most(sentence: Sentence, found: re.Match[str]) -> float:
    """A sentence whose part is only guessed, and that speaks of plans as well, may be one of the methods."""
    if _NOT_TOLD.match(sentence.folded, found.end()):
        return _IF_NOT_TOLD
    if not sentence.printed_role and sentence.role is Role.RESULTS and _PLANNED.stand_in(sentence):
        return _MOST_BY_ROLE[Role.CONCLUSIONS]
    return _MOST_BY_ROLE[sentence.role]


def _found(rule: HarmRule, sentence: Sentence, text: Text, kind: Kind | None) -> re.Match[str] | None:
    if kind not in rule.kinds or not _may_stand(rule, sentence):
        return None
    if rule.besides is not None and not rule.besides.stand_in(sentence):
        return None
    for found in islice(rule.pattern.finditer(sentence.folded), _TRIED):
        if _is_told(found, sentence, rule, kind) and not (rule.is_event and _is_no_harm(found, text)):
            return found
    return None


def _may_stand(rule: HarmRule, sentence: Sentence) -> bool:
    """A guessed conclusion may be the last of the results; an event in the methods is what people had before."""
    if sentence.role is Role.CONCLUSIONS and sentence.printed_role:
        return rule.concluded
    return not (rule.is_event and sentence.role is Role.METHODS)


def _is_told(found: re.Match[str], sentence: Sentence, rule: HarmRule, kind: Kind | None) -> bool:
    """Whether the words tell what this study saw, not what it planned, what is known or what others saw."""
    if _was_not_sought(found):
        return False
    if sentence.role is Role.CONCLUSIONS:
        return not (_OPEN if rule.name == "safety" else _GENERAL).search(_clause(found))
    if sentence.role is Role.RESULTS and sentence.printed_role:
        return True
    if kind in _MOST_BY_KIND and _GENERAL.search(_clause(found)):
        return False
    return not _PLANNED.stand_in(sentence) or _HAPPENED.search(sentence.folded) is not None


def _was_not_sought(found: re.Match[str]) -> bool:
    """'Adverse events were not recorded', 'no data on side effects': nobody looked, or none is told."""
    near = max(0, found.start() - _REACH)
    no_data = _NO_DATA.search(found.string, near, found.start())
    told_of = no_data or _NO_EVENT.search(found.string, near, found.start())
    return told_of is not None or any(said.match(found.string, found.end()) for said in (_NOT_SOUGHT, _TOLD_ELSEWHERE))


def _clause(found: re.Match[str]) -> str:
    """The words around a match, from semicolon to semicolon."""
    start, end = found.string.rfind(";", 0, found.start()), found.string.find(";", found.end())
    return found.string[start + 1 : None if end < 0 else end]


def _is_no_harm(found: re.Match[str], text: Text) -> bool:
    """Whether a named event is not told as having happened, or is what the study is about.

    It is, where its title, its aim or its primary outcome speaks of it.
    """
    near = max(0, found.start() - _REACH)
    if not found.lastgroup and not (
        AFTER.match(found.string, found.end()) or BEFORE.search(found.string, near, found.start())
    ):
        return True
    event = found.string[_last_word(found) : found.end()] if found.lastgroup else found[0]
    stems = [_same_as(word[:_STEM]) for word in _WORD.findall(event)]
    about = (one.folded for one in text.sentences if one.role in _AIMS or _WANTED.stand_in(one))
    return any(all(holds_any(said, same) for same in stems) for said in about)


def _last_word(found: re.Match[str]) -> int:
    """Where the last word of a match begins, of which only the ending may have been found."""
    return found.string.rfind(" ", 0, found.end()) + 1


@lru_cache(maxsize=1024)
def _same_as(stem: str) -> tuple[str, ...]:
    """The beginnings of words of the same matter."""
    return next((same for same in SAME if stem.startswith(same)), (stem,))
