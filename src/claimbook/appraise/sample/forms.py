"""The forms in which abstracts print the size of an arm beside its name: 'placebo (n = 30)', '31 received X'.

What is found in one sentence is not yet an arm: `sample.arms` tells which of the sizes belong together.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.appraise.sample.counts import YEARS, is_year
from claimbook.appraise.sample.sign import MANY
from claimbook.appraise.text.lexicon import folded_pattern, holds_any, words
from claimbook.appraise.text.numbers import Number
from claimbook.appraise.text.reading import Sentence

Bounds = tuple[int, int]
Named = tuple[Bounds, str]
"""Where the name of an arm stands, and the form that binds it to its size."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A number of people with the name of an arm beside it."""

    sentence: Sentence
    value: int
    size: Bounds
    name: Bounds
    form: str

    @property
    def words(self) -> str:
        """The name in lower case."""
        return self.sentence.folded[slice(*self.name)]


ARM_PEOPLE = (
    r"(?:patients|women|men|subjects|participants|children|individuals|people|controls|cases|infants|adults|survivors|"
    r"persons|pts|volunteers|students|pupils|nurses|workers|residents|eyes|girls|boys)"
)
"""People as they are called beside the size of an arm; what any number counts is told by a longer list (`counts`)."""
_ALLOTTED = r"(?:randomly )?(?:assigned|allocated|randomi[sz]ed|treated|allotted)"
STOPS = (
    r"(?=\s?(?:\(|,|;|:|\.(?!\d)|\)|$)|\s(?:and|versus|vs\.?|or|compared|as compared|than|were|was|had|who|"
    r"completed|for \d|experienced|showed|after|at|during|with \d|between|from)\b)"
)
_N_EQUALS = folded_pattern(
    r"(?:[(\[](?P<inside>[^()\[\]]{0,60}?))?(?:\bn|(?P<label>\b(?:\w+ )?(?:group|arm)(?: \w)?))"
    r"(?:\s?[=:]\s?|(?<=\(n)\s)$"
)
_AFTER_COMMA = re.compile(r"[^,;]*[,;]?\s*$")
_CLOSES = folded_pattern(rf"(?:\s{ARM_PEOPLE})?(?=[),;\]\s]|$)")
_NAME_BEHIND = folded_pattern(
    r"(?:,|\sfor|\sin)\s(?P<name>(?!respectively|p\s|\d)[a-z][^;,()\[\]]{0,40}?)(?=[;,)]|\sand\s)"
)
_ASSIGNED = folded_pattern(
    rf"\s(?:\((?P<share>[^()%]{{1,40}}%)?[^()]{{0,40}}\)\s)?(?P<people>{ARM_PEOPLE}\s)?"
    rf"(?:were |was |who |who were |had been |had )?(?P<how>{_ALLOTTED} )?"
    r"(?P<word>to(?: receive| undergo)?|for|received|receiving|in|into|on|underwent|with|from|by|initiated|chose|"
    r"preferred|opted for|given)\s"
    r"(?:the |either )?(?:\d+ (?=intervention|control|treatment))?"
    rf"(?P<name>[^.;,()]{{2,70}}?){STOPS}"
)
_ASSIGNED_LATER = folded_pattern(
    rf"\s(?:[a-z-]+\s){{0,2}}?{ARM_PEOPLE}\s(?!(?:were|was)\b)"
    rf"(?:(?!\band {MANY}|\bof whom\b)[^.;:()]|\([^()]*\)){{1,100}}?"
    r"\s?(?:were |was )(?:randomly )?(?:assigned|allocated|randomi[sz]ed|allotted) (?:to(?: receive| undergo)?|into) "
    r"(?:the )?(?P<name>(?:(?!\b(?:and|or)\b)[^.;:,()]){2,70}?)"
    rf"(?=(?:\s\([^()]*\))?(?:,|;)?\s(?:(?:and|versus|vs\.?|while|whereas|compared (?:with|to))\s)?(?:the )?"
    rf"(?:other |another |remaining )?{MANY}(?: {ARM_PEOPLE})?(?: were)?(?: randomly)?(?: {_ALLOTTED})? "
    r"(?:to|received)\b(?! \d))"
)
"""'30 women with asthma were randomised to humming and 32 to rest': what the people have stands before the verb."""
_ALLOTS = folded_pattern(r"\b(?:randomi[sz]ed?|(?:randomly )?(?:assigned|allocated|allotted))\s(?:a total of\s)?$")
"""'We randomised 25 adults to humming': the verb stands before the first number."""
_GOT = frozenset({"received", "receiving", "underwent", "initiated", "chose", "preferred", "opted for", "given"})
_WITH_PEOPLE, _BARE = frozenset({"with"}), frozenset({"with", "from", "by"})
_SHARE_BEHIND = re.compile(r"[,;]\s?\d+(?:\.\d+)?\s?%")
_SHARE = re.compile(r"\s?[(\[]\d+(?:\.\d+)?\s?%")
_PEOPLE_CLOSE = folded_pattern(rf"\s{ARM_PEOPLE}[);,.]")
_LISTED = folded_pattern(
    r"\s(?:\(\d[\d.]*\s?%\)\s)?(?P<had>had )?(?P<name>[a-z][^.;,()\d]{2,40}?)"
    r"(?=\s?(?:[,;)]|\.(?!\d)|\((?!\d|n\b)|\band\s\d|\bvs\b|\bversus\b|$))"
)
_GROUP_ENDS = ("group ", "arm ", "group, ", "arm, ")
_IN_GROUP = folded_pattern(r"\bin (?:the )?(?P<name>[^,;.()]{1,40}? (?:group|arm)),?\s$")
_COMPRISE_ENDS = ("comprised ", "included ", "contained ", "consisted of ", "group of ", "arm of ")
_NO_LABEL = r"(?!(?:each|both|no|every|and|or|the|into|to|in|of|an?|another|one|with)\b)"
_HAD_PEOPLE = folded_pattern(
    rf"(?P<name>(?:\b{_NO_LABEL}[\w-]+ ){{1,2}}(?:group|arm)|\b(?:group|arm) (?:[a-d]|\d|i{{1,3}}|iv)) "
    r"(?:comprised|included|contained|consisted of|of) $"
)
_TREATED = folded_pattern(r"\b(?:treated|managed|operated|repaired|fixed) with\b[^.;]*$")
_COUNTED_BEHIND = folded_pattern(rf"(?:\s{ARM_PEOPLE})?(?:\swere\b|[.,;]|\sand\b|$)")
_CALLED = folded_pattern(r"\((?P<name>(?:[\w-]+ ){0,3}(?:group|arm)),\s$")
_GROUP_BEFORE = folded_pattern(r"(?P<name>\b(?:group|arm)),\s$")
_IN_A_LIST = ("(", "and ", ", ", ": ", "versus ", "vs ", "comparing ")
_LABEL = folded_pattern(r"[(,;:]\s?(?P<name>(?:\d[\d.]*\s?m?c?g|[a-z][\w-]*)(?: [\w-]+){0,2})(?:,|:)?\s$")
_LABEL_CLOSES = re.compile(r"(?!, ?[nN] ?=)\s?[,;)\]]|\sand\s")
_BOUNDARY = re.compile(r"[;()\[\]][^;()\[\]]*$")
_PERIOD = folded_pattern(r"\b(?P<name>before|after)\s?[(\[]?$")
_WHO_DID = folded_pattern(
    rf"\b(?:who|(?:those|{ARM_PEOPLE})(?= (?:not|admitted|operated|working|born|given|treated|"
    r"receiving|taking|using|exposed|undergoing)\b)) (?P<name>"
    r"(?:(?!\bwho\b)[^.;,()\[\]]){3,60}?)\s?[(\[]?$"
)
_LAST_PHRASE = folded_pattern(
    r"(?:(?s:.*)(?:[:,]\s|\b(?:to|or|and|either|versus|vs\.?|received?|receiving|assigned|allocated|underwent|"
    r"(?:[a-z]+ed|trial|study|patients|group|arm) with|into|in|than|by|undergo|of|between)\s))?(?P<phrase>(?s:.*))$"
)
_DOSE = r"(?:\d[\d.,]*\s?(?:m?g|kg|iu|u|mcg|microg|\u03bcg|\u00b5g|gy|ml|mmol|units?)\b)"
_PERSONS = r"patients?|women|men|participants?|subjects|children|adults|months?|weeks?|years?"
_NO_NAME = folded_pattern(
    rf"\W*(?:(?!{_DOSE})\d|(?:{_PERSONS}|(?:fe)?males?|boys|girls|all|who|were|was|mean)\b|(?:study|trial|analysis|groups?)\W*$|"
    r"(?:both|each|totals?|median|events?|deaths?|this|our)\b)|"
    r"(?:and|or|mg|ml|kg|mcg|iu|withdrew|died|had|dropped|completed|did|declined|refused|left)\b|"
    r"(?:\S+\s){0,2}(?:weeks?|months?|years?)\W*$"
)
_NOT_IN_NAMES = folded_pattern(
    r"\b(?:was|were|had|trials?|analysis|studies|reviews|surveys|articles|records)\b|\b[pn]\s?[<>=]|"
    r"\bstudy\b(?! group| arm| drug| treatment)"
)
_NOT_IN_NAMES_STEMS = (
    *("was", "were", "had", "trial", "analysis", "study", "studies", "reviews", "surveys", "articles", "records"),
    *("<", ">", "="),
)
"""No names of arms: by their first words, and by words anywhere, with a quick look before these are sought."""
_SCHEDULE = folded_pattern(r"^\W*\d|\brespectively\b|\b(?:weeks?|months?|years?|days?|daily|weekly)\b")
_TOLD_OF_ARM = r"(?:group|arm|to|assigned|received|receiving|underwent|treated)"
_OF_ALL = folded_pattern(rf"\b{ARM_PEOPLE} (?:with|aged|from|having)\b")
_NOT_OF_ALL = folded_pattern(rf"[,;()]|\b{_TOLD_OF_ARM}\b")
_OF_PEOPLE = (" with", " aged", " from", " having")
"""One of these stands in what `_OF_ALL` looks for; a quick look, because the pattern is slow to fail."""
_ASIDE = folded_pattern(
    r"\s?[(\[][^()\[\]]{0,60}[)\]](?:\s(?:for|every|once|weekly|daily)\b[^;,()]{0,30})?[\s;,:]*$|[\s;,:]+$"
)
_ENDING = re.compile(r"[\s;,:]+$")
"""What stands behind a phrase, where a bracket closes in it, and where none does."""
_ARTICLES = folded_pattern(r"^(?:(?:the|a|an|either)\s+|(?:group|arm)\s+(?!\w{1,3}$))")
_SHORT_FORM = re.compile(r"\s?\([\w-]{1,12}\)$")
_GROUPS = words("group arm condition")
_NOT_IN_SIZES = re.compile(r"\D")
_LONGEST_NAME, _LONGEST_LABEL, _EQUALS = 90, 30, 2
"""Signs before a size in which its name, its label, and an equals sign stand."""
_FEWEST, _LARGEST, _YEAR_DIGITS, _LONGEST_PERIOD = 3, 1_000_000, 4, 9
_CLOSING = frozenset(",;) ]")
_GOES_ON = frozenset("-\u2013/%")
_GOES_BEFORE = frozenset("-\u2013/.,\u00b1<>\u2264\u2265")


class _Place(NamedTuple):
    """A number, the words that end at it, and the sign behind it."""

    text: str
    start: int
    end: int
    before: str
    behind: str

    @property
    def shift(self) -> int:
        """Where the words before it begin."""
        return self.start - len(self.before)


def sized_in(sentence: Sentence, counts: Iterable[Number]) -> Iterator[Sized]:
    """Every number of one sentence that has the name of an arm beside it, in order."""
    text = sentence.folded
    for number in counts:
        behind = text[number.end : number.end + 1]
        if not _FEWEST <= number.value <= _LARGEST or behind in _GOES_ON or _is_share(text, number.end, behind):
            continue
        before = text[max(0, number.start - _LONGEST_NAME) : number.start]
        if before[-1:] in _GOES_BEFORE or _is_year(text, number, before):
            continue
        named = _name_of(_Place(text, number.start, number.end, before, behind))
        if named is not None and not is_no_name(text[slice(*named[0])]):
            yield Sized(sentence, number.value, (number.start, number.end), *named)


def _is_year(text: str, number: Number, before: str) -> bool:
    printed = number.end - number.start == _YEAR_DIGITS
    return printed and number.value in YEARS and is_year(number.value, before, text[number.end :])


def _is_share(text: str, end: int, behind: str) -> bool:
    """'(n = 46, 2.2%)' counts those with an event."""
    return behind in _CLOSING and _SHARE_BEHIND.match(text, end) is not None


def _name_of(place: _Place) -> Named | None:
    """Where the name of an arm stands, and the form that binds it to its size: the first form that speaks."""
    for form in _FORMS:
        if (named := form(place)) is not None:
            return named
    return None


def _equals(place: _Place) -> Named | None:
    """'placebo (n = 30)', '(n = 30, placebo; ...)', '(placebo, n = 30; ...)', '(n = 30 for placebo, ...)'."""
    tail = place.before[-_EQUALS:]
    told = "=" in tail or ":" in tail or tail == "n "
    equals = _N_EQUALS.search(place.before, _opened(place.before)) if told else None
    bounds = _beside_equals(place, equals) if equals else None
    return _with(bounds, "n-equals")


def _opened(before: str) -> int:
    """Where the last bracket opens; without one, where a label may begin."""
    opened = max(before.rfind("("), before.rfind("["))
    return opened if opened >= 0 else max(0, len(before) - _LONGEST_LABEL)


def _beside_equals(place: _Place, equals: re.Match[str]) -> Bounds | None:
    text, shift = place.text, place.shift
    if equals["label"]:
        return name_at(text, shift + equals.start("label"), shift + equals.end("label"))
    if found := _NAME_BEHIND.match(text, place.end):
        return name_at(text, *found.span("name"))
    if not _CLOSES.match(text, place.end):
        return None
    inside = _AFTER_COMMA.search(equals["inside"] or "")
    if inside and inside[0].strip(" ,;:") and not _SCHEDULE.search(inside[0]):
        return name_at(text, shift + equals.start("inside") + inside.start(), shift + equals.end("inside"))
    return _before_bracket(text, shift + equals.start())


def _before_bracket(text: str, end: int) -> Bounds | None:
    """The last phrase; 'before' and 'after' by themselves; all that people did, where the last phrase is no name."""
    said = text[max(0, end - _LONGEST_NAME) : end]
    if holds_any(said[-_LONGEST_PERIOD:], ("before", "after")) and (period := _PERIOD.search(said)):
        return end - len(said) + period.start("name"), end - len(said) + period.end("name")
    phrase = last_phrase(text, end)
    if phrase is not None and not is_no_name(text[slice(*phrase)]):
        return phrase
    did = _WHO_DID.search(said)
    return name_at(text, end - len(said) + did.start("name"), end - len(said) + did.end("name")) if did else phrase


def _bracket(place: _Place) -> Named | None:
    """'humming (31 adults)', 'humming (daily; 31 adults)', 'humming group, 31 adults,'; also 'humming (31)'."""
    if place.behind == ")" and (called := _CALLED.search(place.before)):
        return _with(name_at(place.text, place.shift + called.start("name"), place.start), "bracket")
    if place.before.endswith("(") and place.behind == ")":
        return _with(last_phrase(place.text, place.start - 1), "alone")
    if not (place.before.endswith(("(", "; ", ", ")) and _PEOPLE_CLOSE.match(place.text, place.end)):
        return None
    opened = place.before.rfind("(")
    if opened > place.before.rfind(")"):
        inside = place.before[opened + 1 :]
        if _GROUP_BEFORE.search(inside):
            return _with(name_at(place.text, place.start - len(inside), place.start), "bracket")
        return _with(last_phrase(place.text, place.shift + opened), "bracket")
    found = _GROUP_BEFORE.search(place.before)
    return _with(last_phrase(place.text, place.shift + found.end("name")), "bracket") if found else None


def _in_group(place: _Place) -> Named | None:
    """'in the humming group 31 adults were ...'."""
    found = _IN_GROUP.search(place.before) if place.before.endswith(_GROUP_ENDS) else None
    if found is None or not _COUNTED_BEHIND.match(place.text, place.end):
        return None
    return _with(name_at(place.text, place.shift + found.start("name"), place.shift + found.end("name")), "placed")


def _assigned(place: _Place) -> Named | None:
    """'31 adults were assigned to humming', '31 received', '31 in the humming group', '31 (52%) were given'."""
    if place.behind != " ":
        return None
    if later := _ASSIGNED_LATER.match(place.text, place.end):
        return _with(name_at(place.text, *later.span("name")), "assigned")
    if (found := _ASSIGNED.match(place.text, place.end)) is None:
        return None
    word, how = found["word"], found["how"]
    if not how and (word in _WITH_PEOPLE) == bool(found["people"]) and word in _BARE and not _goes_on(place, word):
        return None
    share = found["share"] or _SHARE.match(place.text, found.end())
    told = (how and word != "for") or word in _GOT or (word == "to" and _allots(place, found.end()))
    form = "share" if share and not how else "assigned" if told else "placed"
    return _with(name_at(place.text, *found.span("name")), form)


def _allots(place: _Place, end: int) -> bool:
    """'We randomised 25 adults to humming'; 'to humming or rest' all of them went."""
    return _ALLOTS.search(place.before) is not None and not place.text.startswith((" or ", " either "), end)


def _goes_on(place: _Place, word: str) -> bool:
    """'31 adults were treated with humming and 29 adults with rest': the verb stands before."""
    return place.before.endswith((" and ", ", ")) and _TREATED.search(place.before) is not None and word == "with"


def _comprised(place: _Place) -> Named | None:
    """'the humming group comprised 31 adults'."""
    found = _HAD_PEOPLE.search(place.before) if place.before.endswith(_COMPRISE_ENDS) else None
    if found is None or not _COUNTED_BEHIND.match(place.text, place.end):
        return None
    return _with(name_at(place.text, place.shift + found.start("name"), place.shift + found.end("name")), "bracket")


def _listed(place: _Place) -> Named | None:
    """'(31 humming, 29 rest)'."""
    found = _LISTED.match(place.text, place.end) if place.before.endswith(_IN_A_LIST) else None
    if found and found["had"] and ": " not in place.text[: place.start]:
        return None  # 'of these, 31 had hiccups'
    return _with(name_at(place.text, *found.span("name")), "listed") if found else None


def _labelled(place: _Place) -> Named | None:
    """'(humming 31, rest 29)', but not '(HUM 31)'."""
    label = (
        _LABEL.search(place.before, max(0, len(place.before) - _LONGEST_LABEL)) if place.behind in _CLOSING else None
    )
    closed = _LABEL_CLOSES.match(place.text, place.end) if label else None
    if label is None or closed is None or (label[0][0] == "(" and closed[0][-1] == ")"):
        return None
    return _with(name_at(place.text, place.shift + label.start("name"), place.shift + label.end("name")), "label")


_FORMS = (_equals, _bracket, _in_group, _comprised, _assigned, _listed, _labelled)


def _with(bounds: Bounds | None, form: str) -> Named | None:
    return None if bounds is None else (bounds, form)


def last_phrase(text: str, end: int) -> Bounds | None:
    """The last phrase of the words before a bracket; none for people of the whole study ('women with X (n = 6)')."""
    start = max(0, text.find(" ", end - _LONGEST_NAME, end)) if end > _LONGEST_NAME else 0
    said = text[start:end]
    closed = ")" in said or "]" in said
    if (closed or not said[-1:].isalnum()) and (aside := (_ASIDE if closed else _ENDING).search(said)):
        end = start + aside.start()
    if boundary := _BOUNDARY.search(text[start:end]):
        aside = _SHORT_FORM.search(text, start, start + boundary.start() + 1)
        if aside and text[start + boundary.start() + 1 : end].strip() in _GROUPS:
            return last_phrase(text, aside.start())  # 'quiet listening (QL) group'
        start += boundary.start() + 1
    said = text[start:end]
    if holds_any(said, _OF_PEOPLE) and any(not _NOT_OF_ALL.search(said, one.end()) for one in _OF_ALL.finditer(said)):
        return None
    phrase = _LAST_PHRASE.match(text[start:end])
    return name_at(text, start + (phrase.start("phrase") if phrase else 0), end)


def name_at(text: str, start: int, end: int) -> Bounds | None:
    """Without space, articles and the word 'group' before the name."""
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip(" ,;")), start + len(words.rstrip(" ,:;"))
    while article := _ARTICLES.match(text[start:end]):
        start += article.end()
    return (start, end) if start < end else None


def size_of(printed: str) -> int:
    """'1,021' is 1021."""
    return int(_NOT_IN_SIZES.sub("", printed))


def is_no_name(words: str) -> bool:
    """Whether words cannot be the name of an arm."""
    if _NO_NAME.match(words):
        return True
    return holds_any(words, _NOT_IN_NAMES_STEMS) and _NOT_IN_NAMES.search(words) is not None
