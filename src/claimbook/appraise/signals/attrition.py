"""How many people were lost, in percent: as printed, else from those who began and those who stayed or left."""

from collections.abc import Sequence
from operator import attrgetter

from claimbook.appraise.signals.losses import Counted, counted_in
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, holds_any, words
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Kind, Read, Sample

_LOST = r"(?:attrition|drop(?:ped)?[- ]?outs?(?: rates?)?|(?:lost|losses) to follow-?\s?up|withdr(?:ew|awals?|awn))"
_PERCENT = r"(?<![\d.])(?P<percent>\d{1,2}(?:\.\d+)?)\s?%"
_RATE = folded_pattern(
    r"\b(?:attrition|drop[- ]?out|loss to follow-?up|withdrawal)(?: (?:rates?|proportion)(?: \w+){0,3})?:? "
    r"(?:(?:was|of|at) )?(?:(?:very |relatively )?(?:low|small|minimal|high|moderate|similar)(?: at|,)? )?"
    rf"\(?(?:only |about |approximately )?{_PERCENT}(?!\s?(?:ci|confidence))"
)
_SHARE_BEFORE = folded_pattern(
    rf"{_PERCENT}\)?(?: of)?(?: (?:the|all|these))?(?: \w+){{0,3}} (?:were |was |had |who )?{_LOST}\b"
)
_STUDY = r"(?:study|trial|follow-?up|intervention|program\w*|treatment)"
_RETAINED = (
    folded_pattern(
        r"(?<!urinary )(?<!fluid )(?<!water )\b(?:retention|completion|follow-?up) "
        r"(?:rates?(?: (?:at|after|to|until|of|over) [^.;,%]{1,25}?)?(?: (?:was|were|of)|:)? ?|"
        r"(?:(?:at|after|to|until) [^.;,%]{1,25}? )?(?:was|were) )"
        r"(?:(?:completed?|available|achieved|obtained|high|good|excellent)(?: at| for| in| by)? )?"
        rf"\(?(?:about |approximately |over )?{_PERCENT}(?!\s?(?:ci|confidence))"
    ),
    folded_pattern(rf"\bvital status (?:was |is )?[a-z]+ (?:for|in|of) {_PERCENT}"),
    folded_pattern(
        rf"{_PERCENT}\)?(?: of)?(?: (?:the|all|these))?(?: \w+){{0,2}} (?:completed (?:the |all |both )?"
        rf"(?:\w+[- ]){{0,2}}{_STUDY}|were (?:retained|traced|followed(?! by)|re-?assessed)\b)"
    ),
)
"""The rest of such a share was lost."""
_PEOPLE = r"(?:patients?|participants?|subjects?|women|men|children|adults|people|volunteers|individuals)"
_NO_REASON = r"(?![^.;]{0,50}\b(?:because|due|owing|for)\b)"
_NOBODY = folded_pattern(
    rf"\b(?:all|every)(?: of)?(?: the| these)?(?: \d+)?(?: [a-z-]+)? {_PEOPLE} (?:completed|finished) "
    r"(?:the |this |our )?(?:[\w-]+ )?(?:study|trial|protocol|intervention|follow-?up|program\w*|course)\b|"
    r"\ball (?:completed|finished) (?:the |this |our )?(?:study|trial|protocol|follow-?up|course)\b|"
    rf"\b(?:there (?:were|was) no|no|without) (?:drop-?outs?|withdrawals|loss(?:es)? to follow)\b{_NO_REASON}|"
    rf"\b(?:no|none(?: of)?(?: the)?) (?:{_PEOPLE} )?(?:were |was )?"
    rf"(?:lost(?= to|[.;,]|$)|withdrew|dropped out){_NO_REASON}|"
    r"\bfollow-?up was complete(?=[.;,]|$| (?:in|for) all\b)"
)
_IN_AN_ARM = folded_pattern(
    r"\s?%\)?(?:\s\([^()]*\))?(?:\s(?:in|for|on|with|at|after) (?!both|all|each|either)[^.;%]{2,60}?)?"
    r"\s(?:and|versus|vs\.?|v\.?|compared with|or)\s[^.;%]{0,40}?\d[\d.]*\s?%"
)
"""A second share stands beside it: each is that of one arm, or of one time."""
_PLANNED = folded_pattern(r"\b(?:sample size|power|assum\w+|anticipat\w+|expect\w+|allow(?:s|ed|ing)? for|estimated)\b")
_STEMS = (
    *("attrition", "drop", "lost to", "loss", "withdr", "complet", "retention", "retained", "traced", "vital status"),
    *("follow-up", "followup", "followed", "reassessed", "re-assessed"),
)
_STAY_OR_LEAVE = words(
    "completed finished withdrew withdrawn dropped drop dropout dropouts discontinued lost losses left quit excluded "
    "remained attended attend return appear provided complete analysed analyzed assessed evaluated evaluable available "
    "included followed traced contacted reached located untraceable retained reassessed re-assessed reexamined "
    "re-examined gave returned contributed submitted obtained collected"
)
"""One of these stands where people stay or leave; a quick look before their numbers are sought."""
_ENDS = ("complet", "finish", "lost", "loss", "drop", "withdr")
_NOBODY_LEFT = words("all every no none without complete")
_OWN = frozenset({Role.METHODS, Role.RESULTS})
_FOLLOWED = frozenset({Kind.RCT, Kind.CROSSOVER, Kind.QUASI_EXPERIMENTAL, Kind.SINGLE_ARM, Kind.COHORT, None})
"""Kinds whose people begin and end; None where the kind is not known."""
_ALL = 100.0
_ALONE, _AMONG_OTHERS, _TWO_NUMBERS = 0.9, 0.6, 0.6
"""Where it is the only share of the sentence; where others may be those of the arms; where two numbers are bound."""
_BOUND, _STAYED, _LEFT, _NONE_LOST = 0.9, 0.8, 0.7, 0.85
"""Both numbers side by side or a share that fits; those who stayed or left by themselves; everybody stayed."""
_MOST, _MOST_BY_DATA, _ROUNDING = 50.0, 30.0, 0.6
"""Percent; two numbers that lie further apart are of different groups of people, or data of some of them only. What
shares are rounded by."""
_SURE_TOTAL = 0.85
_ANEW = "sample.analysed-anew"
"""Those whom a second look at a study is about: nobody else was lost."""
_MISSING_NUMBER: Read[int] = Read.missing("signals.nobody-told-to-begin")
_MISSING: Read[float] = Read.missing("signals.attrition-not-stated")


def attrition_of(text: Text, sample: Sample, kind: Kind | None = None) -> Read[float]:
    """Percent of the people who were lost. Printed shares of one arm count for that arm only, so two are not one.

    Where nobody is told to be in a study, a share of people who were lost is another's.
    """
    if kind is not None and not sample.total:
        return _MISSING
    own = text.in_roles(*_OWN)
    return _printed(own) or (_counted(own, sample) if kind in _FOLLOWED else _from_numbers(sample))


def _printed(own: Sequence[Sentence]) -> Read[float]:
    for sentence in own:
        if "%" in sentence.words and holds_any(sentence.folded, _STEMS) and (read := _in_sentence(sentence)):
            return read
    return _MISSING


def _in_sentence(sentence: Sentence) -> Read[float]:
    """A printed share of people lost; the rest of a printed share who completed is concluded from it."""
    said = sentence.folded
    lost = _RATE.search(said) or _SHARE_BEFORE.search(said)
    found = lost or next(filter(None, (one.search(said) for one in _RETAINED)), None)
    if found is None or _PLANNED.search(said) or _IN_AN_ARM.match(said, found.end("percent")):
        return _MISSING
    confidence = _ALONE if said.count("%") == 1 else _AMONG_OTHERS
    percent, spans = float(found["percent"]), (sentence.span_of(found),)
    if lost:
        return Read(percent, "explicit", confidence, spans, rule="signals.attrition-printed")
    if percent < _ALL - _MOST:
        return _MISSING
    return Read(round(_ALL - percent, 1), "inferred", confidence, spans, rule="signals.attrition-rest-completed")


def _counted(own: Sequence[Sentence], sample: Sample) -> Read[float]:
    """From people who stayed or left: the surest number, and the first of these; else from the sample."""
    sentences = [one for one in own if not _STAY_OR_LEAVE.isdisjoint(one.words)]
    began = _began(sample)
    people = [people for one in sentences for people in counted_in(one)] if began else []
    reads = [read for one in people if (read := _share_lost(one, began, sample))]
    reads += [read for one in own if (read := _nobody_lost(one))]
    if not reads:
        misfit = any(_whole(one, began, sample)[0] is None for one in people)
        return _MISSING if misfit else _from_numbers(sample)
    best = max(reads, key=attrgetter("confidence"))
    return best if best.confidence > _LEFT or len({read.value for read in reads}) <= 1 else _MISSING


def _began(sample: Sample) -> Read[int]:
    """Those randomised; else those enrolled, where the study is a part of them or not surely read; else the study."""
    if sample.randomised:
        return sample.randomised
    if (sample.enrolled.value or 0) > (sample.total.value or 0) > 0:
        return sample.enrolled
    return sample.total if sample.total.confidence >= _SURE_TOTAL else sample.enrolled


def _share_lost(one: Counted, began: Read[int], sample: Sample) -> Read[float]:
    whole, bound = _whole(one, began, sample)
    if whole is None or not 0 < one.value < whole or (one.of_some and not bound):
        return _MISSING
    lost = whole - one.value if one.stayed else one.value
    percent = round(_ALL * lost / whole, 1)
    if percent > (_MOST_BY_DATA if one.by_data and not bound else _MOST):
        return _MISSING
    confidence = _BOUND if bound else _LEFT if one.by_data or not one.stayed else _STAYED
    spans = (one.place,) if one.out_of else (*began.spans, one.place)
    return Read(percent, "inferred", confidence, spans, rule=f"signals.attrition-{'stayed' if one.stayed else 'left'}")


def _whole(one: Counted, began: Read[int], sample: Sample) -> tuple[int | None, bool]:
    """Of how many people these are, and whether a second number says the same."""
    known = {read.value for read in (sample.randomised, sample.total, sample.enrolled)}
    if one.out_of is not None:
        return (one.out_of, True) if one.out_of in known else (None, False)
    if began.value is None or one.percent is None:
        return began.value, False
    fits = abs(_ALL * one.value / began.value - one.percent) <= _ROUNDING
    return (began.value, True) if fits else (None, False)


def _nobody_lost(sentence: Sentence) -> Read[float]:
    told = not _NOBODY_LEFT.isdisjoint(sentence.words) and holds_any(sentence.folded, _ENDS)
    found = _NOBODY.search(sentence.folded) if told else None
    if found is None:
        return _MISSING
    return Read(0.0, "inferred", _NONE_LOST, (sentence.span_of(found),), rule="signals.attrition-nobody")


def _from_numbers(sample: Sample) -> Read[float]:
    """Randomised (else enrolled) less analysed; nothing where the numbers do not fit together."""
    began = sample.randomised or (sample.enrolled if sample.enrolled.status == "explicit" else _MISSING_NUMBER)
    before, after = began.value, sample.analysed.value
    if before is None or after is None or not 0 < after <= before or sample.analysed.rule == _ANEW:
        return _MISSING
    percent = round(_ALL * (before - after) / before, 1)
    spans = (*began.spans, *sample.analysed.spans)
    if percent > _MOST or began.spans == sample.analysed.spans:
        return _MISSING
    return Read(percent, "inferred", _TWO_NUMBERS, spans, rule="signals.attrition-from-numbers")
