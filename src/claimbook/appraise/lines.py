"""Below which confidence a field is shown as unclear and goes to a person.

Each line was chosen as the lowest confidence whose answers were right in at least 95 of 100 rows of the data that
``chosen_on`` names. On other texts fewer may be right; ``docs/accuracy.md`` has what each line gave. A field without a
line here is never sure.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Line:
    """The least confidence of a sure answer, and how it was chosen."""

    confidence: float
    chosen_on: str


_BY_HAND = "hits read by hand in three development halves (docs/accuracy.md)"
_OWN_AND_OTHERS = "own questions against those of other rows (nothing is trained on it)"
_BOTH_HALVES = f"evidence_inference, both halves: {_OWN_AND_OTHERS}"
_CROSS_VALIDATED = "evidence_inference, with directions cross-validated on the training half"
_READ_BY_HAND = (
    *("control_group", "blinding", "concealment", "intention_to_treat", "confounders_adjusted", "multicentre"),
    *("baseline_comparable", "harms", "follow_up", "funding", "industry_funded", "registration"),
)
LINES = MappingProxyType(
    {
        "kind": Line(0.9, "study_design, development half"),
        "randomised": Line(0.9, "study_design, development half"),
        "total": Line(0.9, "pico_corpus, development half; for other kinds than trials hits read by hand"),
        "strength": Line(0.86, "causal_language, development half"),
        "article.strength": Line(0.9, "invented sentences of articles, each batch before it was mended for"),
        "arms": Line(0.9, "pico_corpus, development half"),
        "comparator": Line(0.95, "evidence_inference, training half (only a placebo gets there)"),
        "direction": Line(0.8, "evidence_inference, cross-validated on the training half"),
        "polarity": Line(0.9, "rct_polarity, development half"),
        "relevance": Line(0.8, "scifact, claims marked for training"),
        "answer": Line(1.0, "pubmedqa, cross-validated: no line below reaches 95 of 100"),
        "match.intervention": Line(0.7, _BOTH_HALVES),
        "match.outcome": Line(0.7, _BOTH_HALVES),
        "match.population": Line(0.75, f"pico_corpus and study_design, development halves: {_OWN_AND_OTHERS}"),
        "match.comparator": Line(0.75, f"evidence_inference, both halves, and pico_corpus: {_OWN_AND_OTHERS}"),
        "n_randomised": Line(
            0.95, "pico_corpus, development half (only a printed number of the whole study gets there)"
        ),
        "result.p_value": Line(0.9, _CROSS_VALIDATED),
        **dict.fromkeys(("result.measure", "result.estimate", "result.interval"), Line(0.8, _CROSS_VALIDATED)),
        "result.outcome": Line(0.9, "pico_corpus, development half, every second row, and invented abstracts"),
        "result.contrast": Line(0.9, "hits of real abstracts read by hand, and invented abstracts"),
        "notices": Line(0.9, "publication types and links of PubMed, taken as they are"),
        **{name: Line(0.9, _BY_HAND) for name in _READ_BY_HAND},
    }
)
