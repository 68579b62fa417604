"""A sentence as a row of signs: arms, outcome, words of direction, statistics. Everything else is left out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimbook.appraise.direction.comparison import ARMS, Finder, Token, tokens_of
from claimbook.appraise.direction.words import cue_of, is_part_of_a_name, surpasses
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.printed import (
    BARE_INTERVAL,
    DIFFERENCE,
    INTERVAL,
    NOT_SIGNIFICANT,
    P_VALUE,
    plain_p,
    ratios_in,
)

LIMIT = 0.05
NEGATED = frozenset({"no", "not", "without", "non"})
ONE_ARM = "ARMCI"
"""The interval of one arm's own value, which tests nothing."""
WAYS = frozenset({"UP", "DOWN", "GOOD", "BAD", "FAST", "SLOW", "MORE", "LESS"})
TURNED = {"UP": "DOWN", "DOWN": "UP", "GOOD": "BAD", "BAD": "GOOD", "FAST": "SLOW", "SLOW": "FAST"}
_AMOUNT_REACH = 4
_BESIDE_A_CHANGE = frozenset({"O", "#", "SIG", "BOTH", "BUT", "WITHIN"})
"""What may stand between a change and its amount."""
_OF_A_VERB = re.compile(
    r"(?:more|less|(?:great|larg|less|small)er (?:extent|degree))(?: (?:often|frequently|commonly))?"
    r"(?: (?:in|with|for|among|after|on|by|under|during|following|the))* ?"
)
"""An amount as it stands behind a verb, up to 'than' or an arm."""
_CHANGE_WAS = re.compile(
    r"(?:\w+tion|\w+ment|decrease|increase|decline|rise|fall|drop|loss|gain)s?"
    r" (?:from (?:the )?baseline )?(?:(?:in|of) [^,;:()]{1,60} )?"
    r"(?:was|were) (?:\w+ly ){0,2}"
)
_OF_IT = re.compile(
    r"[ -](?:(?:scores?|severity|intensity|frequency) )?"
    r"(?:reductions?|improvements?|loss|losses|gains?|decreases?|increases?|declines?)\b"
)
"""A change right behind the name of what changes; 'pain relief' is an opposite of it."""
_ANOTHER = re.compile(r"\b(?:and|or|but)\b|[,;:(]")
"""Between an amount and a change of something else: 'less nausea and better sleep'."""
_ALONE = re.compile(r"\s?(?:[(.,;]|$)")
_HALTS = re.compile(
    r"(?:slow|prevent|attenuat|halt|reduc|blunt|curb|limit|mitigat|minimi|inhibit|delay|lessen|diminish|abolish)"
    r"\w{0,5} (?:the |an? |any |further )*(?:[\w-]+ )??"
    r"(?P<change>increase|decrease|decline|rise|fall|loss|gain|drop|elevation|deterioration|worsening)s?\b"
)
_IN_MORE_PEOPLE = re.compile(r" in (?:a )?(?:\w+ly )?(?:more|fewer|less|higher|lower|greater|larger|smaller)")
"""Behind a change that more people had: 'hiccups resolved in more adults'."""
_IN_DOING = re.compile(r"\b(?:in|at|for)\s(?:\w+ly\s)?$")
_DOINGS = frozenset({"UP", "DOWN", "GOOD"})
_BUT_NOT = re.compile(r"\bbut not (?:on |in |for |of |the )?$")
_BUT_NOT_AGAINST = re.compile(
    r"\b(?:but|although|though) (?:this was |was |it was )?not (?:significantly |when |more )?(?:so )?"
    r"(?:(?:compared|in comparison) (?:with|to)|versus|vs\.?|relative to|against|than|over|from|superior to"
    r"|different from|better than)\b[^.;,]{0,30}$"
    r"|\b(?:but|although|though|however|whereas|while),? (?:the |there was (?:a )?)?(?:no )?(?:\w+ )?differences?"
    r" (?:from|to|with|between)\b[^.;,]{0,40}$"
)
"""Before an arm against which nothing was shown: 'compared with baseline, but not compared with usual care'."""
_DENIED = re.compile(r"\bnot?\b|\bnon-?signific|\binsignific")
_TURN = re.compile(r"\b(?:but|whereas|while|although)\b|;")
_NOT_IN = re.compile(
    r" not (?:with |in |for |on |by |after |at |of |among |under )?(?:the |those |patients )?(?:\w+ ){0,2}"
)
_DID_NOT = re.compile(
    r"[^.;,()]{0,30}?\b(?:(?:was|were|did|does|is|are) not|had no|showed no|made no)\b"
    r"(?: (?:\w+ly )?(?:differ|change|improve|reach|show|separate|confer|effective|different|significant|so|have)\w*"
    r"|(?: significant)? (?:effect|difference|change|improvement)| ?[(.,;]|$)"
)
_NOT_REACH = 60
_VANISHED = re.compile(
    r"\b(?:differences?|associations?|effects?|benefits?|risks?|it|this|which)\b[^.;]{0,25}?"
    r"\b(?:(?:was|were) (?:no longer|not) (?:present|seen|significant|apparent|evident|observed)|(?:was|were) lost"
    r"|disappear|vanish)\w*[^.;]{0,15}?\b(?:after|with|in|on) (?:\w+ ){0,3}?"
    r"(?:adjust|matching|controll|correct|multivaria)"
)
"""What a crude figure showed and a better one did not."""
_NON_INFERIORITY = re.compile(r"\s?(?:for|\(|, )\s?(?:the )?(?:test of |testing )?non-?\s?inferiority")
"""Behind a p value that shows no difference."""
_NOT_SHOWN_ALIKE = re.compile(
    r"\bnon-?\s?inferior\w*[^.;,]{0,30}?\b(?:was|were|could) not\b"
    r"|\b(?:not|fail\w*|neither)\b[^.;,:]{0,40}?\bnon-?\s?inferior\w*"
)
"""What was not shown to be no worse is not alike."""
_MEANS = (
    r"(?:=|is|are|being|was|were|means|mean(?= (?:bet|wor|mor|les|hig|low|gre|poo|sev|goo))"
    r"|(?:indicat|reflect|represent|denot|signif|correspond|equat)(?:e|es|ed|y|ies|ing|s)?\b(?: to)?)"
)
_JUDGED = r"(?:better|best|worse|worst|more|most|less|least|high\w*|low\w*|great\w*|poor\w*|sever\w*|good|bad)"
_SCALE = re.compile(
    r"\([^()]{0,60}?\b(?:high|higher|highest|low|lower|lowest|greater|larger|worst|best|poor|good|maximum|minimum|\d+)"
    rf"\b[a-z /-]{{0,15}} ?(?:{_MEANS} (?:an? )?(?:\w+ )?{_JUDGED}|better|worse|best|worst)\b[^()]{{0,60}}\)"
    r"|\b(?:with )?(?:a )?(?:high|low|great|larg|small)er (?:total |mean )?(?:scores?|values?|numbers?|ratings?)"
    rf" (?:that |which )?{_MEANS} (?:an? )?(?:\w+ ){{0,2}}?{_JUDGED}"
)
"""What a scale means: '(0-10, high = poor)', 'higher scores indicating worse pain'."""
_OF_RESPONDERS = re.compile(r"\d\s?%\s(?:or (?:more|greater|better)\s)?$")
"""Before an asked change that people are counted by: 'a 75% improvement'."""
_COMPARED = ARMS | {"THAN", "SIG"}
_OF_PEOPLE = re.compile(r"\b(?:with|achiev\w+|reach\w+|show\w+|had|having)\b[^,;]{0,30}$")
"""Before a change that people are counted by: 'the share of adults with a fall in hiccups was greater'."""
_PEOPLE_REACH, _WORDS_BEFORE = 45, 30
_DASHES = re.compile("[\u2212\u2013\u2010\u2011]")
_SPEAKS_OF_INTERVALS = re.compile(r"\bci\b|confidence|ratio|relative risk|\b[rh]r\b|\bor\b\s?[=\d]")
_MINUS = re.compile(r"\s?[-\u2212]")
_RATIO_REACH = 90
_DIFFERS = re.compile("differ")
_NEGATIVE = re.compile(r"(?:^|[\s(\[=,])[-\u2212\u2013]\s?$")
_SAID_OF_CHANGE = re.compile(r"increas|decreas|reduc|improv|declin|worsen|elevat")


@dataclass(frozen=True, slots=True)
class Sign:
    """One meaningful token: its class, its place and, for numbers, its value."""

    name: str
    start: int
    end: int
    value: float | None = None


def signs_in(stretch: tuple[int, int], signs: Iterable[Sign]) -> list[Sign]:
    """Those of the signs that begin in a stretch of the sentence."""
    start, end = stretch
    return [one for one in signs if start <= one.start < end]


def number_of(printed: str) -> float | None:
    """'0\u00b785' or '\u2212 0.3' as a number; None for what is none."""
    plain = _DASHES.sub("-", printed).replace(",", "").replace(" ", "").replace("\u00b7", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def statistics_in(sentence: str) -> list[tuple[int, int, str]]:
    """Place and meaning of p values and intervals."""
    folded = fold(sentence)
    found = [
        (one.start(), one.end(), _p_kind(one))
        for one in P_VALUE.finditer(folded)
        if not _NON_INFERIORITY.match(folded, one.end())
    ]
    found += [(one.start(), one.end(), "PNS") for one in NOT_SIGNIFICANT.finditer(folded)]
    intervals = list(INTERVAL.finditer(folded))
    if not intervals and _SPEAKS_OF_INTERVALS.search(folded):
        intervals = list(BARE_INTERVAL.finditer(folded))
    found += [(one.start(), one.end(), _interval_kind(one, sentence)) for one in intervals]
    return sorted(found)


def _p_kind(found: re.Match[str]) -> str:
    value = number_of(plain_p(found["number"]))
    above = found["sign"].startswith((">", "\u2265", "\u2a7e", "\u2267", "&gt", "greater"))
    return "PSIG" if value is not None and value <= LIMIT and not above else "PNS"


def _interval_kind(found: re.Match[str], sentence: str) -> str:
    folded = found.string
    low, high = number_of(found["low"]), number_of(found["high"])
    if low is None or high is None:
        return "CI"
    if high < low and not _MINUS.match(found["low"]):
        high = -high
    begin = max(0, found.start() - _RATIO_REACH)
    ratio = any(True for _ in ratios_in(sentence, fold(sentence), begin, found.end()))
    null = 1.0 if ratio else 0.0
    if low < null < high:
        return "CICROSS"
    if not ratio and low >= 0 and not any(one.search(folded, begin, found.end()) for one in (DIFFERENCE, _DIFFERS)):
        return ONE_ARM
    return f"CI{'UP' if low >= null else 'DOWN'}{'R' if ratio else 'D'}"


def signs_of(sentence: str, finder: Finder) -> tuple[list[Token], list[Sign]]:
    """The marked tokens of a sentence, and its row of signs."""
    folded = fold(sentence)
    stats = statistics_in(sentence)
    tokens = finder.mark(tokens_of(sentence))
    signs: list[Sign] = [Sign(kind, start, end) for start, end, kind in stats]
    aside = [(start, end) for start, end, _ in stats]
    if "inferior" in folded:
        aside += [one.span() for one in _NOT_SHOWN_ALIKE.finditer(folded)]
    if "(" in folded or "score" in folded or "value" in folded or "rating" in folded or "number" in folded:
        aside += [one.span() for one in _SCALE.finditer(folded)]
    for place, token in enumerate(tokens):
        if not any(start <= token.start < end for start, end in aside) and not _only_names(tokens, place):
            signs += _sign(token, folded) if not _is_of_an_arm(tokens, place) else []
    signs.sort(key=lambda one: one.start)
    return tokens, with_purposes(with_halted_changes(with_amounts(signs, folded), folded), folded)


def _only_names(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word that may tell a direction is part of a name instead."""
    before, after, next_ = (
        tokens[there].word if 0 <= there < len(tokens) else "" for there in (place - 1, place + 1, place + 2)
    )
    if after == "body" and next_ in {"mass", "weight", "fat", "temperature"}:
        after = next_  # 'lower body weight' is lower
    return not tokens[place].part and is_part_of_a_name(tokens[place].word, before, after)


def _is_of_an_arm(tokens: Sequence[Token], place: int) -> bool:
    """Whether a negation only names an arm: 'than without humming', 'who did not hum'; not 'but not silence'."""
    if tokens[place].word not in NEGATED or tokens[place].part or (place and tokens[place - 1].word == "but"):
        return False
    return any(one.part in ARMS for one in tokens[place + 1 : place + 2])


def _sign(token: Token, folded: str) -> list[Sign]:
    if token.word[0].isdigit():
        value = number_of(token.word)
        negative = value is not None and _NEGATIVE.search(folded[max(0, token.start - 3) : token.start]) is not None
        return [Sign(token.part or "#", token.start, token.end, -value if value and negative else value)]
    if not token.part and (way := surpasses(token.word)):
        return [Sign(way, token.start, token.end), Sign("THAN", token.start, token.end)]
    cue = cue_of(token.word)
    if token.part == "O" and _OF_RESPONDERS.search(folded, 0, token.start):
        return [Sign("O", token.start, token.end)]
    if token.part == "O" and _SAID_OF_CHANGE.match(token.word):  # 'reduction of pain', asked for as an outcome
        return [Sign("O", token.start, token.end), Sign(cue, token.start, token.end)]
    name = token.part or cue
    return [Sign(name, token.start, token.end)] if name else []


def with_halted_changes(signs: Sequence[Sign], folded: str) -> list[Sign]:
    """'Slowed the decline' and 'prevented the loss' are more, 'attenuated the rise' is less."""
    kept: list[Sign] = []
    for one in signs:
        place = _halting(kept) if one.name in TURNED else None
        halted = None if place is None else _HALTS.match(folded, kept[place].start)
        if place is not None and halted is not None and halted.start("change") == one.start:
            kept[place] = Sign(TURNED[one.name], one.start, one.end)
        elif one.name in {"SLOW", "FAST"} and (change := _slowed(kept, one, folded)) is not None:
            kept[change] = replace(kept[change], name=_AT_PACE[one.name].get(kept[change].name, kept[change].name))
        else:
            kept.append(one)
    return kept


_AT_PACE = {"SLOW": TURNED, "FAST": dict[str, str]()}


def _halting(kept: Sequence[Sign]) -> int | None:
    """The place of a word that may halt the change behind it: 'slowed the decline', 'prevented bone loss'."""
    nearest = next((place for place in range(len(kept) - 1, -1, -1) if kept[place].name != "O"), None)
    return nearest if nearest is not None and kept[nearest].name in TURNED else None


def _slowed(kept: Sequence[Sign], pace: Sign, folded: str) -> int | None:
    """The place of a change that was 'slower' or 'faster': 'the decline in cognition was slower'."""
    nearest = next((place for place in range(len(kept) - 1, -1, -1) if kept[place].name not in _BESIDE_A_CHANGE), None)
    if nearest is None or kept[nearest].name not in {"UP", "DOWN"}:
        return None
    return nearest if _CHANGE_WAS.fullmatch(folded, kept[nearest].start, pace.start) else None


def with_purposes(signs: Sequence[Sign], folded: str) -> list[Sign]:
    """'Better than silence in lowering' is lower, 'worse in lowering' is higher."""
    kept: list[Sign] = []
    for one in signs:
        before = max(0, one.start - _WORDS_BEFORE)
        place = _judged(kept) if one.name in _DOINGS and _IN_DOING.search(folded, before, one.start) else None
        if place is None or not folded[one.start : one.end].endswith("ing"):
            kept.append(one)
        else:
            way = one.name if kept[place].name == "GOOD" else TURNED[one.name]
            kept[place] = replace(kept[place], name=way)
            if ARMS & {other.name for other in kept[place + 1 :]} and kept[place + 1].name != "THAN":
                kept.insert(place + 1, Sign("THAN", kept[place].end, kept[place].end))  # 'superior to silence in'
    return kept


def is_left_out(signs: Sequence[Sign], folded: str) -> bool:
    """Whether the outcome is only named as what did not change.

    'Humming lowered sneezes, but not hiccups', 'hiccups were fewer, but the difference vanished after adjustment'.
    """
    first = next((one.start for one in signs if one.name == "O"), None)
    if first is not None and _VANISHED.search(folded, first):
        return True
    return first is not None and _BUT_NOT.search(folded, max(0, first - _WORDS_BEFORE), first) is not None


def is_against_nothing(signs: Sequence[Sign], folded: str) -> bool:
    """Whether the comparator is only named as what the intervention did not differ from, behind what it did."""
    outs, firsts, others = ([one.start for one in signs if one.name == name] for name in ("O", "I", "C"))
    if not (outs and firsts and others):
        return False
    found = _BUT_NOT_AGAINST.search(folded, max(outs[0], firsts[0]), others[0])
    return found is not None and _DENIED.search(folded, found.start()) is not None


def is_arm_left_out(signs: Sequence[Sign], folded: str) -> bool:
    """Whether the intervention is only named as what did nothing.

    'Hiccups fell with loud humming, but not with soft humming', 'whereas soft humming did not'.
    """
    first = next((one for one in signs if one.name == "I"), None)
    if first is None:
        return False
    turns = [*_TURN.finditer(folded, 0, first.start)]
    if not turns or not any(one.name in {"O", *WAYS} for one in signs if one.start < turns[-1].start()):
        return False
    turn = turns[-1]
    before, behind = folded[turn.end() : first.start], folded[first.end : first.end + _NOT_REACH]
    if any(one.name == "O" for one in signs if one.start > turn.start()):
        return False
    return _NOT_IN.fullmatch(before) is not None or (len(before) < _NOT_REACH and _DID_NOT.match(behind) is not None)


def _judged(kept: Sequence[Sign]) -> int | None:
    """The place of 'better' or 'worse', when nothing but what it is compared with follows."""
    places = range(len(kept) - 1, -1, -1)
    nearest = next((place for place in places if kept[place].name not in _COMPARED), None)
    return nearest if nearest is not None and kept[nearest].name in {"GOOD", "BAD"} else None


def with_amounts(signs: Sequence[Sign], folded: str) -> list[Sign]:
    """'Greater reduction' is less, 'less decline', 'declined less' and 'the decline was smaller' are more."""
    kept: list[Sign] = []
    for place, one in enumerate(signs):
        if one.name in {"MORE", "LESS"}:
            following = signs[place + 1 : place + 1 + _AMOUNT_REACH]
            if _is_a_bound([one, *following[:2]]) or _turns_what_follows(one, following, folded):
                continue
            if kept and kept[-1].name in TURNED and _IN_MORE_PEOPLE.fullmatch(folded, kept[-1].end, one.end):
                kept[-1] = kept[-1] if one.name == "MORE" else replace(kept[-1], name=TURNED[kept[-1].name])
                continue
            if (change := _change_before(kept, one, following, folded)) is None:
                kept.append(Sign("UP" if one.name == "MORE" else "DOWN", one.start, one.end))
            elif one.name == "LESS":
                kept[change] = replace(kept[change], name=TURNED[kept[change].name])
        elif one.name in TURNED and (before := _amount_before(signs, place, folded)):
            kept.append(Sign(one.name if before == "MORE" else TURNED[one.name], one.start, one.end))
        else:
            kept.append(one)
    return kept


def _turns_what_follows(amount: Sign, following: Sequence[Sign], folded: str) -> bool:
    """Whether an amount belongs to a word of direction behind it: 'less decline', 'less weight loss'."""
    for one in following:
        if one.name in TURNED:
            return amount.name == "MORE" or not _ANOTHER.search(folded, amount.end, one.start)
        if one.name not in {"SIG", "O"} or (one.name == "O" and not _OF_IT.match(folded, one.end)):
            return False
    return False


def _change_before(kept: Sequence[Sign], amount: Sign, following: Sequence[Sign], folded: str) -> int | None:
    """The place of the word of direction that an amount behind it belongs to.

    'Fell less than', 'rose to a greater extent in', 'the fall in hiccups was smaller'.
    """
    places = range(len(kept) - 1, max(-1, len(kept) - 2 - _AMOUNT_REACH), -1)
    nearest = next((place for place in places if kept[place].name not in _BESIDE_A_CHANGE), None)
    if nearest is None or kept[nearest].name not in TURNED:
        return None
    start = kept[nearest].start
    if _CHANGE_WAS.fullmatch(folded, start, amount.start):
        return None if _OF_PEOPLE.search(folded, max(0, start - _PEOPLE_REACH), start) else nearest
    if folded[kept[nearest].end : amount.start] == " " and _ALONE.match(folded, amount.end):
        return nearest  # 'declined less (P = .01)'
    against = following[0] if following and following[0].name in ARMS | {"THAN"} else None
    return nearest if against and _OF_A_VERB.fullmatch(folded, amount.start, against.start) else None


def _is_a_bound(signs: Sequence[Sign]) -> bool:
    """'More than 20': a bound of a number, not a direction."""
    amount, *behind = signs
    if not behind or behind[0].name != "THAN" or behind[-1].value is None:
        return False
    return behind[0].start - amount.end == 1 and behind[1].start - behind[0].end == 1


def _amount_before(signs: Sequence[Sign], place: int, folded: str) -> str:
    for other in reversed(signs[max(0, place - _AMOUNT_REACH) : place]):
        if other.name in {"MORE", "LESS"}:
            apart = other.name == "LESS" and _ANOTHER.search(folded, other.end, signs[place].start)
            return "" if apart else other.name
        if other.name != "SIG" and not (other.name == "O" and _OF_IT.match(folded, other.end)):
            return ""
    return ""
