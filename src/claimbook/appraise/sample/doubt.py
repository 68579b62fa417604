"""When the number that stands for a study is another's, or less sure than the words around it say."""

from collections.abc import Sequence
from dataclasses import replace

from claimbook.appraise.sample.groups import PARTS
from claimbook.appraise.sample.mentions import DATA_THERE, Mention
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import RANDOMISED, SYNTHESES, Kind, Read

_TRIALS = RANDOMISED | {Kind.QUASI_EXPERIMENTAL, Kind.SINGLE_ARM, Kind.PROTOCOL}
_QUALITATIVE = words("thematic verbatim interviewees")
"""In a text that is read as a trial's, one of these tells that some of its people were talked to."""
_OF_A_MODEL = words("partitioned markov microsimulation simulated simulation hypothetical decision-analytic")
"""In a text of no common kind, one of these tells that its people are reckoned."""
_NEVER_SURE = frozenset({Kind.NARRATIVE_REVIEW, Kind.CASE_CONTROL, Kind.ANIMAL, Kind.IN_VITRO})
"""Kinds that tell numbers of several studies or groups, of which no single one stands for them."""
_OF_NOBODY = frozenset({Kind.NARRATIVE_REVIEW, Kind.COMMENT, Kind.GUIDELINE, Kind.ANIMAL, Kind.IN_VITRO})
"""Kinds that have no people, or other people's: a number is theirs only where a verb says that they took people in."""
_OF_NO_PEOPLE = frozenset({Kind.ANIMAL, Kind.IN_VITRO})
_FOLLOWED = SYNTHESES | {Kind.COHORT, Kind.CROSS_SECTIONAL}
"""Kinds that rest on those analysed, as no one was assigned to anything."""
_TELLING = frozenset(
    ("taken-in", "a-total-of", "overall", "participants-were", "we-took-in", "allocated", "we-allocated")
)
"""Signs that a study took people in. Of 60 sure totals of other kinds with none of them, a quarter were wrong."""
_OF_MORE = frozenset(
    (
        "out-of",
        "screened",
        "screened-before",
        "eligible-of-whom",
        "earlier-study",
        "nested-in",
        "planned",
        "percent",
        "second-arm",
    )
)
"""Signs of people of whom only some are the study's, or of some of its own."""
_OF_WHOM = frozenset({"eligible-of-whom", "screened-before"})
"""Of these some only are the study's in any kind."""
_NOT_ITS_OWN = folded_pattern(
    r"^\W*(?:expression of concern|notice of|retraction(?: notice| note)?:|erratum|corrigendum|"
    r"(?:author |publisher )?correction(?: to)?:|(?:comments?|commentary|reply|response|letter) (?:on|to)\b|re:)"
)
"""Titles of what speaks of another article."""
_ANEW = r"(?:secondary|post[- ]?hoc|ancillary|mediation|cohort|observational|exploratory|pharmacogenetic)"
_SECOND_LOOK = folded_pattern(
    rf"\b{_ANEW} (?:\w+ )?analys[ei]s of (?:data|the|an?|participants|patients|women|men)\b|"
    r"\bsub-?study (?:of|to|in|within) (?:the|an?)\b|\bparent (?:trial|study)\b|"
    r"\b(?:for|in) (?:this|the present|the current|our) (?:[\w-]+ ){0,3}(?<!meta-)(?:analys[ei]s|sub-?study)\b|"
    r"\bindividual (?:participant|patient) data\b|"
    r"\b(?:from|of|in) (?:the|an?) (?:\S+ ){0,3}(?:parent|previous|earlier|larger) (?:\S+ ){0,2}trial\b"
)
_TITLE_OF_ONE = folded_pattern(
    rf"\b(?:{_ANEW}|subgroup|pooled) (?:\w+ )?analys[ei]s\b|"
    r"\b(?:cohort|subgroup|analysis) of (?:an?|the) (?:\S+ ){0,4}trial\b|\bsub-?study\b"
)
_SECOND_LOOK_WORDS = words(
    "secondary hoc ancillary mediation exploratory pharmacogenetic substudy sub parent earlier previous larger "
    "individual"
)
_THIS = words("this present")
_TOLD_BY = _SECOND_LOOK_WORDS | words("analysis analyses cohort subgroup")
_EARLY = frozenset({Role.BACKGROUND, Role.AIM, Role.METHODS})
_RETOLD = folded_pattern(
    r"\b(?:(?:one|an?|another|two|three|several|recent|small|large)|the (?!present|current)[\w-]+) (?:[\w-]+ ){0,4}?"
    r"(?:trials?|stud(?:y|ies)|meta-analys[ei]s)\b"
)
"""A study that is told of, not done, in what was read as a review."""
_OF_STUDIES = folded_pattern(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|[a-z]+teen|ten|eleven|twelve|[a-z]+ty(?:-[a-z]+)?)) "
    r"(?:[\w-]+ ){0,4}?(?:studies|trials|rcts|cohorts)\s?[(\[](?:n\s?=|total n\s?=)\s?$"
)
"""'13 studies (n = 4,655)': people of those studies; 'randomised trials (n = 13)' counts trials."""
_ONE_WORDS = words("man woman boy girl patient infant neonate newborn child male female lady gentleman adolescent")
_ONE = folded_pattern(rf"\b(?:an?|one|this|our|the) (?:[\w-]+,? ){{0,5}}?(?:{'|'.join(sorted(_ONE_WORDS))})\b(?!-)")
_ANY_STUDY = words("the a an one study studies trial trials of in and for to with randomised randomized controlled")
_AHEAD = words("will is are designed be we our this planned anticipated")
_THIS_STUDY = words("we our this")
_PAST = words("was were had found showed fell improved reduced")
"""A plan speaks of itself with one of the first, of what was done before with one of the others."""
_DOUBTED, _LEAST_OF_RIVALS, _LEAST_ANALYSED = 0.85, 0.0, 0.5
_FEWEST = 10


def is_about_another(text: Text) -> bool:
    """Whether a notice, a letter or a correction retells the numbers of another article."""
    return _NOT_ITS_OWN.match(text.sentences[0].folded) is not None if text.sentences else False


def looks_again(text: Text) -> bool:
    """Whether people of an earlier study are analysed anew, so that its numbers may not be those of this one."""
    telling = [one for one in text.sentences if not _TOLD_BY.isdisjoint(one.words)]
    return any(map(_tells_it, telling))


def _tells_it(one: Sentence) -> bool:
    if one.role is Role.TITLE:
        return _TITLE_OF_ONE.search(one.folded) is not None
    if one.role not in _EARLY or (_SECOND_LOOK_WORDS.isdisjoint(one.words) and not _is_this_analysis(one)):
        return False
    return _SECOND_LOOK.search(one.folded) is not None


def _is_this_analysis(one: Sentence) -> bool:
    return "analysis" in one.words and not _THIS.isdisjoint(one.words)


def one_case(total: Read[int], text: Text) -> Read[int]:
    """A case report is about one person, or the few whom it counts; larger numbers are those of others."""
    if total.value is not None and total.value < _FEWEST:
        return total
    for sentence in text.sentences:
        if not _ONE_WORDS.isdisjoint(sentence.words) and (found := _ONE.search(sentence.folded)):
            return Read(1, "explicit", _DOUBTED, (sentence.span_of(found),), rule="sample.one-case")
    return total


def own_total(total: Read[int], mentions: Sequence[Mention], kind: Kind | None, text: Text) -> Read[int]:
    """None where a text has no people of its own."""
    if kind is Kind.OTHER:
        return _of_other(total, mentions, text)
    own = _own(total, mentions)
    if kind in _OF_NOBODY and (own is None or not _takes_in(own, kind)):
        return Read.missing("sample.no-people-of-its-own")
    if kind is Kind.PROTOCOL and own and _is_of_an_earlier_one(own.sentence, text.sentences[0]):
        return Read.missing("sample.of-an-earlier-study")
    if kind in SYNTHESES and own and _counts_studies(total, own):
        return Read.missing("sample.no-people-named")
    return total


def _is_of_an_earlier_one(one: Sentence, title: Sentence) -> bool:
    """Whether a plan tells of a study that was done before it, and that its title does not name."""
    past = one is not title and _AHEAD.isdisjoint(one.words) and not _PAST.isdisjoint(one.words)
    found = _RETOLD.search(one.folded) if past else None
    return found is not None and _ANY_STUDY.issuperset({*found[0].split()} & {*title.folded.split()})


def rests_on_analysed(kind: Kind | None, *, again: bool) -> bool:
    """Whether those analysed stand for a study, not those who began."""
    return again or kind in _FOLLOWED


def those_analysed(total: Read[int], analysed: Read[int], mentions: Sequence[Mention]) -> Read[int]:
    """In place of the whole, where a study rests on them."""
    if total.value is None or analysed.value is None or len(total.spans) > 1:
        return total
    of_all = any(not DATA_THERE.isdisjoint(one.signs) for one in mentions if one.span == analysed.spans[0])
    if analysed.value < _LEAST_ANALYSED * total.value or (analysed.value >= total.value and not of_all):
        return total
    return replace(analysed, confidence=_DOUBTED, rule="sample.those-analysed")


def _of_other(total: Read[int], mentions: Sequence[Mention], text: Text) -> Read[int]:
    """Interviews count those who were asked; a model has nobody, unless a verb says that it took people in."""
    said = frozenset[str]().union(*(one.words for one in text.sentences))
    asked = [] if _QUALITATIVE.isdisjoint(said) else [one for one in mentions if "interviewed" in one.signs]
    if asked:
        return Read(asked[0].value, "explicit", _DOUBTED, (asked[0].span,), rule="sample.interviewed")
    own = _own(total, mentions)
    if not _OF_A_MODEL.isdisjoint(said) and (own is None or not _takes_in(own, None)):
        return Read.missing("sample.no-people-of-its-own")
    return total


def _counts_studies(total: Read[int], own: Mention) -> bool:
    """Whether a number in a synthesis, beside which no people are named, is one of studies."""
    told = own.of_people or "a-total-of" in own.signs
    return len(total.spans) == 1 and not told and not _OF_STUDIES.search(own.sentence.folded[: own.place[0]])


def doubted(total: Read[int], mentions: Sequence[Mention], kind: Kind | None, text: Text, *, again: bool) -> Read[int]:
    """Less sure of a handful of people, and, where the text is no trial's, of what no verb tells of a study."""
    if total.value is None or total.confidence <= _DOUBTED:
        return total
    own = _own(total, mentions)
    if again or (own is not None and not _OF_WHOM.isdisjoint(own.signs)):
        return replace(total, confidence=_DOUBTED)
    if kind is not Kind.PROTOCOL and own is not None and "will-be" in own.signs and _has_results(text):
        return replace(total, confidence=_DOUBTED)
    few = total.value < _FEWEST and kind is not Kind.CASE_SERIES
    trial = kind in _TRIALS and all(_QUALITATIVE.isdisjoint(one.words) for one in text.sentences)
    if not few and (trial or (kind not in _NEVER_SURE and _told_of_a_study(total, mentions))):
        return total
    return replace(total, confidence=_DOUBTED)


def _has_results(text: Text) -> bool:
    """Whether something was found, so that a plan may have come out otherwise."""
    return any(
        not _PAST.isdisjoint(one.words) and _AHEAD.isdisjoint(one.words - _THIS_STUDY)
        for one in text.in_roles(Role.RESULTS)
    )


def _own(total: Read[int], mentions: Sequence[Mention]) -> Mention | None:
    return next((one for one in mentions if total.spans and one.span == total.spans[0]), None)


def _takes_in(own: Mention, kind: Kind | None) -> bool:
    """Whether a verb says it; the methods of what was read as a review may be those of a study."""
    if kind in _OF_NO_PEOPLE and not own.of_people:
        return False
    methods = kind is Kind.NARRATIVE_REVIEW and own.sentence.role is Role.METHODS
    return (methods or not _TELLING.isdisjoint(own.signs)) and not _RETOLD.search(own.sentence.folded)


def _told_of_a_study(total: Read[int], mentions: Sequence[Mention]) -> bool:
    """Whether the words around a number say that a study took these people in, and none counts a further group."""
    own = _own(total, mentions)
    if (
        own is None
        or not own.of_people
        or len(total.spans) > 1
        or _TELLING.isdisjoint(own.signs)
        or not _OF_MORE.isdisjoint(own.signs)
    ):
        return False
    return not any(_rivals(one, own) for one in mentions if one is not own)


def _rivals(one: Mention, own: Mention) -> bool:
    """Whether a number may count a further group of the study."""
    if one.weight < _LEAST_OF_RIVALS or not PARTS.isdisjoint(one.signs):
        return False
    return one.sentence is own.sentence if one.value == own.value else one.of_people
