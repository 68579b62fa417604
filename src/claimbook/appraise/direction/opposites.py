"""Whether a sentence names an outcome only by its opposite: 'hiccup-free days', 'time to the next headache'. Pure.

More freedom from hiccups is fewer hiccups; a longer time to the next headache is less headache, a shorter one to
recovery is more of it; and a higher tolerance of pain is less pain. Where only the polarity of an outcome tells whether
words turn it ('sleep problems' do, 'anxiety problems' do not), and it is not known, the sentence is in doubt. The
forms are our choice, read from invented sentences.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from claimbook.appraise.direction.comparison import Token
from claimbook.appraise.direction.cues import WAYS, Sign
from claimbook.appraise.direction.words import polarity_of
from claimbook.appraise.text.lexicon import fold, one_of, words

Side = Literal["", "turned", "doubtful"]
"""How a sentence names an outcome: as it was asked for, by its opposite, or not to be told."""
_MARK = "\x01"
"""Stands for each letter of the asked outcome while the words around it are read."""
_X = f"{_MARK}+(?:[ -](?:(?:of|to|the|from|in|for|at|on|after|due) ){{0,2}}{_MARK}+)*"
_SOME = (
    r"(?:(?:the|an?|any|all|further|new|first|second|third|next|last|subsequent|severe|moderate|mild|recurrent|another"
    r"|symptoms?|signs?|episodes?|attacks?|events?|evidence|history|recurrences?|onset|occurrence|return|development"
    r"|appearance|confirmed|clinical|clinically|complete|full|sustained|symptomatic|major|acute|chronic|of|to) ){0,4}"
)
"""Words between a form and the outcome that change nothing."""
_END_WORDS = (
    "absence cessation disappearance clearance eradication remission resolution regression reversal relief avoidance "
    "prevention elimination abolition termination abstinence protection recovery cure lack healing union closure"
)
_ENDS = one_of(_END_WORDS.replace(" ", "|"))
_LESS = one_of(f"{_END_WORDS} free freedom reduction decrease decline improvement loss end".replace(" ", "|"))
"""What also ends an outcome behind 'time to', and tells its own direction elsewhere."""
_OF = r"(?:of|from|in|against)"
_SPAN = r"(?:times?|intervals?|period|latency|latencies|delay|days|weeks|months|hours|minutes)"
_HAD = (
    r"(?:had|have|having|with|report(?:ed|ing)|experienc(?:ed|ing)|show(?:ed|ing)|develop(?:ed|ing)|suffer(?:ed|ing))"
)
_HAVE = r"(?:have|had|report\w*|experienc\w+|develop\w*|show\w*)"
_SHARE = r"(?:more|fewer|most|proportions?|percentages?|rates?|numbers?|shares?|%)(?=\W)"
_EPISODES = r"(?:symptom|attack|episode|event)s?"
_FREE = one_of(
    "days? | weeks? | months? | nights? | hours? | years? | times? | intervals? | periods? | survival | status | state "
    "| rates? | patients? | participants? | people | adults | women | men | children | subjects | proportion | life "
    "| in | at | with | on | by | after | during | following | when | than | for | from | versus | vs | over | until "
    "| throughout | within | but | and | or | was | were | is | are | compared | under | among | without | since"
)
"""What follows the end of hiccups in 'hiccup-free'; fat-free mass and sugar-free drinks are things of their own."""
_TROUBLES = (
    "problem problems disturbance disturbances difficulty difficulties disorder disorders disruption disruptions "
    "complaint complaints deprivation dysfunction dysfunctions error errors lapse lapses mistake mistakes weakness "
    "wasting atrophy deficit deficits deficiency deficiencies disability "
    "disabilities failure failures insufficiency impairment impairments trouble troubles limitation limitations"
)
_TROUBLE = one_of(_TROUBLES.replace(" ", "|"))
_ENDED = (
    r"(?:ceased?|stop(?:ped)?|resolved?|(?:disappear|vanish|subsid|abat|dissipat|fad|clear|settl|heal)ed|went away|gone"
    r"|cured|absent|no longer (?:present|reported|observed|detect\w+|experienced|felt))"
)
_ENDED_WORDS = (
    "ceased cease stop stopped resolve resolved disappeared vanished subsided abated dissipated faded cleared settled "
    "healed away gone cured absent longer"
)
_ENDED_SO = (
    r"(?=\W*(?:$|[.,;:()])| (?:in|with|after|by|at|within|on|during|for|when|and|among|following|under|before|than"
    r"|without|more|less|fewer|earlier|sooner|faster|later|quicker|slower|\w+ly|often)\b)"
)
"""Behind a verb that has no object: 'patients with hiccups stopped treatment' tells nothing of an end."""
_BAD_STATE = (
    r"(?:poor|bad|low|impaired|disturbed|inadequate|insufficient|limited|reduced|decreased|diminished|deficient)"
)
_SO_FREQUENT = (
    r"(?= (?:was|were|is|are|occurred|appeared)(?: \w+ly| also){0,2} (?:more|less|fewer|rarer|higher|lower|commoner"
    r"|rare|reduced|decreased|increased|halved)\b)"
)
"""A state is counted; 'reduced sleep was seen with humming' tells a fall."""
_ALWAYS = tuple(
    (words(heard), re.compile(pattern))
    for heard, pattern in (
        ("free freedom", rf"\b(?:free|freedom) (?:of|from) {_SOME}{_X}"),
        (
            "free freedom",
            rf"{_X}(?: {_EPISODES})?[ -]free(?:dom\b|(?=\W*$|\W*[(.,;:)]| {_FREE}\b)|(?P<doubt>\b))",
        ),
        (_END_WORDS, rf"\b{_ENDS} {_OF} {_SOME}{_X}|{_X}[ -]{_ENDS}\b"),
        ("without", rf"(?<!\bor )\bwithout {_SOME}{_X}"),
        (
            "quit quits quitting stopped stopping ceased ceasing abstain abstained abstaining gave giving abstinent",
            rf"\b(?:quit\w*|stopp(?:ed|ing)|ceas(?:ed|ing)|abstain\w*|g(?:ave|iving) up|abstinent) (?:from )?{_X}",
        ),
        (
            "abstinence abstinent negative negativity",
            rf"{_X}[ -](?:abstinen(?:ce|t)|negativ(?:e|ity))\b|\bnegative for {_X}",
        ),
        (
            _ENDED_WORDS,
            rf"{_X}(?P<turn>(?: (?:had|have|has|was|were|been|did|\w+ly)){{0,3}} {_ENDED}\b{_ENDED_SO})",
        ),
        ("rid cured relieved", rf"\b(?:rid|cured|relieved) of {_SOME}{_X}"),
        ("denied longer", rf"\b(?:denied|no longer {_HAD}) {_SOME}{_X}"),
        ("no zero", rf"{_SHARE}[^,;.]{{0,70}}?\b(?P<turn>{_HAD} (?:no|zero) {_SOME}{_X})"),
        ("not never", rf"{_SHARE}[^,;.]{{0,70}}?\b(?P<turn>(?:did not|never) (?:{_HAVE} )?{_SOME}{_X})"),
    )
)
"""Forms, each with words of which a sentence has one."""
_TIMES = (
    re.compile(rf"\b{_SPAN} (?:from [^,;.]{{3,40}}? )?(?:to|until|till|between|preceding) {_SOME}{_X}"),
    re.compile(rf"\b(?:times?|intervals?|latency|delay) before {_SOME}{_X}"),
    re.compile(rf"\b(?:latency|latencies) of {_SOME}{_X}|{_X}(?:[ -]onset)? (?:latency|latencies)\b"),
)
_TIME_TO_THE_END = re.compile(
    rf"\b{_SPAN} (?:from [^,;.]{{3,40}}? )?(?:to|until|till) (?:being |becoming )?{_SOME}(?:\d+ ?% )?"
    rf"(?:{_LESS} {_OF} {_SOME}{_X}|{_X}[ -]{_LESS}\b)"
)
"""'Time to resolution of hiccups': shorter is less of them, as of their duration."""
_OF_AN_END = re.compile(rf"(?:\b(?:duration|length|period|speed) of )?{_X} times?\b|\b(?:duration|length) of {_X}")
_IS_AN_END = re.compile(r"recover|heal|union|convalesc|wean|extubat|ambulat|discharg|closure|conception")
"""What ends something: its time, or its duration, is the time to it."""
_BY_POLARITY = (
    ("b", re.compile(rf"{_X}[ -](?:threshold|tolerance)s?\b|\b(?:thresholds?|tolerance) (?:of|for|to) {_SOME}{_X}")),
    ("b", re.compile(rf"{_X}[ -](?:resistance|resilience|immunity|control)\b")),
    ("b", re.compile(rf"\b(?:control (?:of|over)|(?:resistance|resilience|immunity) (?:to|against)) {_SOME}{_X}")),
    (
        "b",
        re.compile(
            rf"{_X}(?: (?:was|were|is|are|\w+ly|more|less|better|worse|well|often|best)){{1,4}}(?P<turn> controlled\b)"
        ),
    ),
    ("g", re.compile(rf"\b{_BAD_STATE} {_SOME}{_X}{_SO_FREQUENT}")),
    ("g", re.compile(rf"{_SHARE}[^,;.]{{0,70}}?\b(?P<turn>{_HAD} (?:an? )?{_BAD_STATE} {_X})")),
    ("g", re.compile(rf"{_X}(?: [a-z]\d{{0,2}})?[ -]{_TROUBLE}\b")),
    ("g", re.compile(rf"\b{_TROUBLE} (?:(?:of|in|with|the|their|falling|staying) ){{0,2}}{_X}")),
)
"""Only of such outcomes; where the polarity is not known, in doubt."""
_ASKED_AS_A_TIME = re.compile(rf"\b{_SPAN}\b|\bsurviv")
_ASKED_TURNED = re.compile(
    rf"\bfree\b|\bfreedom\b|\w.*\b{_ENDS}\b|\b{_ENDS}\b.*\w|\bwithout\b|\bn(?:o|ot|on)\b|\bquit|\bstopp|\bnegativ"
    rf"|\babstinen|\bthreshold|\btolerance\b|\breduc|\bdecreas|\bimprov|\bloss\b"
)
"""What is asked for as a time is taken as it is told, and what is asked for as an opposite but for the time to it."""
_ASKED_OTHERWISE = re.compile(rf"\b{_SPAN} (?:to|until|till|before|between)\b|\bwithout\b")
_OF_TIME = re.compile(r"\b(?:fast|slow|earl|late|soon|quick|rapid|delay|prolong|short|long|accelerat|hasten)")
"""An opposite that is asked for, and what tells it all the same in a sentence that names the thing itself."""
_ASKED_TROUBLE = re.compile(rf"\b{_TROUBLE}\b")
_HAZARD = re.compile(r"\bhazards?\b|\ba?hrs?\b")
"""A ratio of hazards is printed of the event, also where the time without it is told."""
_OTHER_POLARITY = {"b": "g", "g": "b", "n": "n"}
_OF_TIMES = words(
    "time times interval intervals period latency latencies delay days weeks months hours minutes duration length"
)
_OF_POLARITY = words(
    "threshold thresholds tolerance resistance resilience immunity control controlled poor bad low impaired disturbed "
    f"inadequate insufficient limited reduced decreased diminished deficient {_TROUBLES}"
)
_TURNS = _OF_TIMES.union(_OF_POLARITY, *(heard for heard, _ in _ALWAYS))
"""A sentence without any of these names no opposite."""


class Named(NamedTuple):
    """How a sentence names the asked outcome."""

    side: Side = ""
    kind: str = ""
    """The polarity of what is named instead, with 't' for a time."""
    aside: tuple[tuple[int, int], ...] = ()
    """Where the words stand that turn it; they tell no direction."""
    of_events: bool = False
    """Whether a printed ratio may count the outcome itself, and not what is named."""


class _Found(NamedTuple):
    """A form in a sentence."""

    start: int
    end: int
    turns_at: int
    """Where its own words begin."""
    side: Side
    is_time: bool = False


_AS_ASKED = Named()


def may_name_an_opposite(tokens: Sequence[Token], outcome: str) -> bool:
    """A quick look before a sentence is read for opposites: it names the outcome, and one of the words of a form."""
    if all(one.part != "O" for one in tokens):
        return False
    return not _TURNS.isdisjoint(one.word for one in tokens) or _ASKED_OTHERWISE.search(fold(outcome)) is not None


def named_in(sentence: str, tokens: Sequence[Token], clause: tuple[int, int], outcome: str) -> Named:
    """How the clause that says most of an outcome names it; the sentence where that clause does not name it."""
    places = [one for one in tokens if one.part == "O"]
    said = {one.word for one in tokens}
    if _TURNS.isdisjoint(said):
        plain = _ASKED_OTHERWISE.search(fold(outcome)) and not _OF_TIME.search(fold(sentence))
        return Named("doubtful") if plain else _AS_ASKED
    if _ASKED_AS_A_TIME.search(fold(outcome)):
        return _AS_ASKED
    folded, polarity = fold(sentence), polarity_of(outcome)
    masked = _masked(folded, places)
    if not _OF_TIMES.isdisjoint(said):
        masked = _TIME_TO_THE_END.sub(lambda found: "\x02" * len(found[0]), masked)
    forms = [] if _OF_TIMES.isdisjoint(said) else [*_times_in(folded, masked)]
    if not _ASKED_TURNED.search(fold(outcome)):
        forms += _always_in(masked, said)
        if not _OF_POLARITY.isdisjoint(said):
            forms += _by_polarity_in(masked, polarity, fold(outcome))
    start, end = clause
    around = [_around(one, forms) for one in places if start <= one.start < end]
    around = around or [_around(one, forms) for one in places]
    if not any(around):
        return _AS_ASKED
    if not all(len(one) == 1 and one[0].side == "turned" for one in around):
        return Named("doubtful")
    time = any(one.is_time for (one,) in around)
    return Named(
        "turned",
        _OTHER_POLARITY[polarity] + ("t" if time else ""),
        tuple((one.turns_at, one.end) for one in forms),
        of_events=time or _HAZARD.search(folded) is not None,
    )


def _around(token: Token, forms: Iterable[_Found]) -> list[_Found]:
    """The forms that hold a mention; of two none knows whether they cancel each other."""
    return [one for one in forms if one.start <= token.start < one.end]


def _times_in(folded: str, masked: str) -> Iterator[_Found]:
    """The times to an outcome; what stands in 'time to its end' is no mention by an opposite."""
    for pattern in _TIMES:
        yield from (_found(one, is_time=True) for one in pattern.finditer(masked))
    for one in _OF_AN_END.finditer(masked):
        if _IS_AN_END.search(folded, *one.span()):
            yield _found(one, is_time=True)


def _always_in(masked: str, said: AbstractSet[str]) -> Iterator[_Found]:
    """Every form that turns any outcome."""
    for heard, pattern in _ALWAYS:
        if not heard.isdisjoint(said):
            yield from map(_found, pattern.finditer(masked))


def _by_polarity_in(masked: str, polarity: str, asked: str) -> Iterator[_Found]:
    """Every form that turns some outcomes; one that is asked for as a trouble is not turned by another word for it."""
    for of, pattern in _BY_POLARITY:
        if polarity in {"n", of} and not (of == "g" and _ASKED_TROUBLE.search(asked)):
            side: Side = "doubtful" if polarity == "n" else "turned"
            yield from (_found(one, side) for one in pattern.finditer(masked))


def _found(one: re.Match[str], side: Side = "turned", *, is_time: bool = False) -> _Found:
    turns_at = one.start("turn") if "turn" in one.re.groupindex else one.start()
    if "doubt" in one.re.groupindex and one["doubt"] is not None:
        side = "doubtful"
    return _Found(*one.span(), turns_at, side, is_time)


def _masked(folded: str, places: Iterable[Token]) -> str:
    """The sentence with a sign of its own for each letter of the outcome."""
    for one in places:
        folded = folded[: one.start] + _MARK * (one.end - one.start) + folded[one.end :]
    return folded


def without_turning_words(signs: Sequence[Sign], named: Named) -> list[Sign] | None:
    """The signs without the words that name the opposite; None where one of them is all that tells a direction.

    'Resolution of hiccups' tells by itself that they were fewer; 'the rate of resolution was higher' by 'higher'.
    """
    aside = [one for one in signs if one.name not in _STAY and any(a <= one.start < b for a, b in named.aside)]
    kept = [one for one in signs if one not in aside]
    alone = not WAYS & {one.name for one in kept}
    return None if alone and _TELL_ALONE & {one.name for one in aside} else kept


_STAY, _TELL_ALONE = frozenset({"O", "I", "C", "#"}), frozenset({"GOOD", "DOWN"})
