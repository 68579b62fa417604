"""Which sentences of a text answer a triple: features of a small linear model."""

import re
from collections import Counter
from collections.abc import Sequence
from math import fsum

import numpy as np

from claimbook.appraise.direction.comparison import Finder
from claimbook.appraise.direction.features import Reading, is_test
from claimbook.appraise.learned import Floats
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.reading import Sentence

ROLES = (Role.TITLE, Role.BACKGROUND, Role.AIM, Role.METHODS, Role.RESULTS, Role.CONCLUSIONS)
CUES = ("THAN", "DIFF", "SIG", "BETWEEN", "WITHIN")
_PUNCTUATION = re.compile(r"\W+")
_MEASURED = re.compile(
    r"measured|assessed|recorded|evaluated|were (?:collected|obtained|taken)|outcomes? (?:was|were|measure)|end ?point"
)
_LONG_RUN, _MANY_NUMBERS, _LONG_SENTENCE = 5, 8, 50


def rank_features(sentences: Sequence[Sentence], readings: Sequence[Reading], finder: Finder) -> Floats:
    """One row per sentence: how much of the outcome it says, and whether it reports a result. Shape (sentences, 34)."""
    have = [finder.outcome_stems(reading.tokens) for reading in readings]
    seen = Counter(stem for stems in have for stem in stems)
    rarity = {stem: 1 / (1 + times) for stem, times in seen.items()}
    whole = fsum(rarity.values()) or 1.0  # exact, so that the order of a set never moves the last digit
    phrase = _PUNCTUATION.sub(" ", fold(finder.triple.outcome)).strip()
    rows = []
    for place, (sentence, reading, stems) in enumerate(zip(sentences, readings, have, strict=True)):
        said = len(stems) / max(1, len(finder.outcome)), fsum(rarity[stem] for stem in stems) / whole
        run = _longest_run([one.stem in finder.outcome for one in reading.tokens])
        plain = _PUNCTUATION.sub(" ", sentence.folded)
        outcome = [
            *said,
            not stems,
            phrase in plain,
            min(run, _LONG_RUN) / _LONG_RUN,
            run / max(1, len(finder.outcome)),
        ]
        report, tested, told, same = _report(reading)
        silent = not (tested or told or same)
        role = [sentence.role is one for one in ROLES]
        rich = (sentence.role is Role.RESULTS, sentence.role is Role.CONCLUSIONS, tested, told, same, silent)
        measured = _MEASURED.search(plain) is not None and not tested
        bound = (said[1] * one for one in rich)
        rows.append([*outcome, *report, *role, place / len(sentences), *bound, silent, measured])
    return np.array(rows, dtype=float)


def _report(reading: Reading) -> tuple[list[float], bool, bool, bool]:
    """Whether a sentence names the arms, tests, and says a direction or none."""
    names = [one.name for one in reading.signs]
    seen = {*names}
    tested = any(is_test(one) for one in seen)
    told = bool(seen & {"UP", "DOWN", "GOOD", "BAD"})
    same = "SAME" in seen or {"NOT", "DIFF"} <= seen
    numbers = min(names.count("#"), _MANY_NUMBERS) / _MANY_NUMBERS
    arms = ["I" in seen, "C" in seen, {"I", "C"} <= seen]
    cues = [one in seen for one in CUES]
    return [*arms, tested, told, same, *cues, numbers, len(reading.tokens) / _LONG_SENTENCE], tested, told, same


def _longest_run(flags: Sequence[bool]) -> int:
    longest = run = 0
    for flag in flags:
        run = run + 1 if flag else 0
        longest = max(longest, run)
    return longest
