"""A sentence about several outcomes, made one about one of them. Pure.

'Pain, hiccups and stay were 4 vs 6 (P = .02), 2 vs 2 (P = .9) and 5 vs 3 days' asked for hiccups becomes 'Pain, hiccups
and stay were 2 vs 2 (P = .9)'. The forms are our choice, read from invented abstracts.
"""

import re
from collections.abc import Iterator, Sequence

from claimbook.appraise.direction.comparison import ARMS, Finder, tokens_of
from claimbook.appraise.direction.cues import number_of

_VERB = re.compile(r"\s(?:were|was|averaged|amounted to)\s")
_PARTING = re.compile(r",? and |, |; ")
_TAIL = re.compile(r"(?:,? (?:in|for|among|with|between|after)\b|, respectively)[^\d()]*(?:\([^()]*\)[^\d()]*)?$")
_BOUND = re.compile(r"[(\[]|\bvs?\b|\bversus\b|\brespectively\b")
_ASIDE = re.compile(
    r"\W*(?:in|at|for|after|during|among|with|on|by|from|of|overall|compared|similarly|however|finally)[\s,]",
    re.IGNORECASE,
)
_VALUE = re.compile(r"\W*(?:only |about |a median of |a mean of |median |mean )?[<>~$\u20ac\u00a3\u2212+-]{0,2}\s?\d")
_LEAST = 2
_BESIDE = re.compile(
    r",? (?:(?P<except>except(?:ing)?(?: that| for)?|apart from|with the exception (?:of|that))"
    r"|without (?=(?:any |an? |the )?(?:significant\w* |substantial\w* )?"
    r"(?:evidence|increas|affect|chang|harm|excess|compromis|effect|influenc|reduc|worsen|loss|impair))) ?",
    re.IGNORECASE,
)
"""What parts an outcome from one that went another way."""
_BESIDES = ("xcept", "part from", "xception", "ithout")
"""One of these stands in every such sentence."""


_NUMBER = r"(?:[=<>\u2264]\s?)?(?:0?[.\u00b7]\d+|[01])"
_P = r"p\s?(?:values?)?\s?"
_P_LIST = re.compile(
    rf"\b{_P}(?P<values>{_NUMBER}(?:(?:,? and |, |; )(?:{_P})?{_NUMBER}){{1,7}})"
    r"(?=,? (?:for [^;.()]{1,80},? )?respectively)",
    re.IGNORECASE,
)
_ONE_P = re.compile(rf"{_NUMBER}(?![.\u00b7]?\d)")
"""'(P = 0.02 and 0.50, respectively)', and one value of it."""
_NAMES_BEFORE = re.compile(
    r"\s(?:were|was|did|improved|decreased|increased|fell|rose|declined|differed|showed)\s", re.IGNORECASE
)


def narrowed(sentence: str, finder: Finder) -> str:
    """The part of a sentence that is of the asked outcome: its values in a list, or what it says without an aside."""
    return _with_its_p(_listed(_without_aside(sentence, finder), finder), finder)


def listed_p_values(sentence: str) -> list[float]:
    """P values of several outcomes, times or arms that stand in one list: '(P = 0.02 and 0.50, respectively)'."""
    found = _P_LIST.search(sentence) if "espectively" in sentence else None
    printed = (one[0].lstrip("=<>\u2264 ") for one in _ONE_P.finditer(found["values"])) if found else ()
    return [value for one in printed if (value := number_of(one)) is not None]


def _with_its_p(sentence: str, finder: Finder) -> str:
    """'Pain and hiccups were lower (P = 0.02 and 0.50, respectively)' with the P of the asked one alone."""
    found = _P_LIST.search(sentence) if "espectively" in sentence else None
    own = _own_p(sentence, finder, found) if found else None
    if found is None or own is None:
        return sentence
    value = own[0] if own[0][0] in "=<>\u2264" else f"= {own[0]}"
    return f"{sentence[: found.start()]}P {value}{sentence[found.end() :]}"


def p_of_list(sentence: str, finder: Finder) -> int | None:
    """Where the number of the asked outcome's p value ends in such a list; None where it cannot be told."""
    found = _P_LIST.search(sentence)
    own = _own_p(sentence, finder, found) if found else None
    return own.end() - 1 if own else None


def _own_p(sentence: str, finder: Finder, found: re.Match[str]) -> re.Match[str] | None:
    """The value that stands in its list where the asked outcome stands in that before the verb."""
    verb = _NAMES_BEFORE.search(sentence, 0, found.start())
    if verb is None:
        return None
    values = [*_ONE_P.finditer(sentence, *found.span("values"))]
    names = [one for one in _parts(sentence, 0, verb.start()) if not _ASIDE.match(sentence, *one)]
    place = _place(sentence, names, finder)
    return values[place] if place is not None and len(names) == len(values) else None


def place_among_names(sentence: str, finder: Finder, end: int, many: int) -> int | None:
    """The place of the asked outcome among so many names before the verb, where behind it nothing else is a list."""
    verb = _NAMES_BEFORE.search(sentence, 0, end)
    if verb is None or _PARTING.search(sentence, verb.end(), end):
        return None
    names = [one for one in _parts(sentence, 0, verb.start()) if not _ASIDE.match(sentence, *one)]
    return _place(sentence, names, finder) if len(names) == many else None


def _without_aside(sentence: str, finder: Finder) -> str:
    """'Hiccups were alike, except that sneezes were fewer' up to the comma; asked for sneezes, what stands behind."""
    found = _BESIDE.search(sentence) if any(one in sentence for one in _BESIDES) else None
    if found is None:
        return sentence
    here, there = (finder.outcome_stems(tokens_of(one)) for one in (sentence[: found.start()], sentence[found.end() :]))
    if len(here) > len(there):
        return sentence[: found.start()] + "."
    return sentence[found.end() :] if found["except"] and len(there) > len(here) else sentence


def _listed(sentence: str, finder: Finder) -> str:
    """The sentence with only the values of the asked outcome, where it lists as many values as outcomes; else as is."""
    verb = _VERB.search(sentence)
    if verb is None or not _VALUE.match(sentence, verb.end()) or not _BOUND.search(sentence, verb.end()):
        return sentence
    names = [one for one in _parts(sentence, 0, verb.start()) if not _ASIDE.match(sentence, *one)]
    values = _values(sentence, verb.end(), len(names))
    place = _place(sentence, names, finder)
    if place is None or not values or any(_names_arm(sentence[slice(*one)], finder) for one in (*names, *values[:-1])):
        return sentence
    tail = _TAIL.search(sentence, values[-1][0])
    first, last = values[place]
    return (
        sentence[: verb.end()] + sentence[first : min(last, tail.start() if tail else last)] + (tail[0] if tail else "")
    )


def _values(sentence: str, start: int, number: int) -> list[tuple[int, int]]:
    """The values behind a verb, if they are so many and nothing stands between them."""
    parts = list(_parts(sentence, start, len(sentence)))
    values = [one for one in parts if _VALUE.match(sentence, *one)]
    return values if len(values) == number >= _LEAST and parts[:number] == values else []


def _place(sentence: str, names: Sequence[tuple[int, int]], finder: Finder) -> int | None:
    """The place of the name that says most of the outcome, where it is only one."""
    said = [len(finder.outcome_stems(tokens_of(sentence[slice(*one)]))) for one in names]
    most = max(said, default=0)
    return said.index(most) if most and said.count(most) == 1 else None


def _names_arm(part: str, finder: Finder) -> bool:
    return any(one.part in ARMS for one in finder.mark(tokens_of(part)))


def _parts(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What commas and 'and' part outside brackets; not the commas of a number."""
    depth, begin = 0, start
    brackets = {"(": 1, "[": 1, ")": -1, "]": -1}
    cuts = {one.start(): one.end() for one in _PARTING.finditer(sentence, start, end)}
    for place in range(start, end):
        depth += brackets.get(sentence[place], 0)
        if depth == 0 and place in cuts and place >= begin:
            yield begin, place
            begin = cuts[place]
    yield begin, end
