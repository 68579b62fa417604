"""Which arm a printed ratio puts on top. Pure.

A ratio of two active treatments may be printed either way round, and nothing in the number tells. It is taken for that
of the intervention over the comparator only where the text leaves no other way (our choice).
"""

from claimbook.appraise.direction.comparison import ARMS, Triple, finder_of, tokens_of
from claimbook.appraise.direction.words import COUNTED_AS_OPPOSITE, DOES_WITHOUT
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import ResultRead
from claimbook.model.effect import RATIOS


def is_of_intervention(result: ResultRead, triple: Triple, text: Text) -> bool:
    """Whether a ratio with its interval is certainly that of the intervention over the comparator, for this outcome."""
    estimate, interval = result.estimate.value, result.interval.value
    if result.measure.value not in RATIOS or estimate is None or interval is None:
        return False
    if not 0 < interval[0] <= estimate <= interval[1] or COUNTED_AS_OPPOSITE.search(fold(triple.outcome)):
        return False
    return DOES_WITHOUT.search(fold(triple.comparator)) is not None or _names_intervention(result, triple, text)


def _names_intervention(result: ResultRead, triple: Triple, text: Text) -> bool:
    """'Odds ratio with humming, 0.8', 'risk ratio (humming:silence)': the intervention comes first beside its name."""
    finder = finder_of(f"{text.title}\n{text.abstract}", triple)
    said = [one.part for span in result.measure.spans for one in finder.mark(tokens_of(text.quote(span)))]
    return next((part for part in said if part in ARMS), "") == "I"
