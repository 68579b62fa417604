"""Published filters for study designs: their texts as printed, and who found how well they work."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.model.search_terms import FilterName

_HANDBOOK = "Cochrane Handbook 5.1, box {}, 2008 revision, http://handbook-5-1.cochrane.org/"
_CLINICAL_QUERIES = "PubMed Clinical Queries, https://pmc.ncbi.nlm.nih.gov/articles/PMC3168323/, table 3"
_BRITISH = "randomized[tiab] OR randomised[tiab] OR randomisation[tiab]"
_BRITISH_SOURCE = "; with British spelling, as in https://libguides.libraries.wsu.edu/systematicreview/filtersandtools"


@dataclass(frozen=True)
class DesignFilter:
    """A search filter that somebody published, with its source."""

    id: FilterName
    name: str
    text: str
    """What is sent to PubMed."""
    citation: str
    figures: str | None = None
    """Published sensitivity, specificity or precision; None where none is known."""
    stands_for: str | None = None
    """What PubMed runs in its place, where that is published."""


_SENSITIVE = (
    "(randomized controlled trial[pt] OR controlled clinical trial[pt] OR randomized[tiab] OR placebo[tiab] OR "
    "drug therapy[sh] OR randomly[tiab] OR trial[tiab] OR groups[tiab]) NOT (animals[mh] NOT humans[mh])"
)
_PRECISE = (
    "(randomized controlled trial[pt] OR controlled clinical trial[pt] OR randomized[tiab] OR placebo[tiab] OR "
    "clinical trials as topic[mesh:noexp] OR randomly[tiab] OR trial[ti]) NOT (animals[mh] NOT humans[mh])"
)
_SYSTEMATIC = (
    "(((systematic review[ti] OR systematic literature review[ti] OR systematic scoping review[ti] OR "
    "systematic narrative review[ti] OR systematic qualitative review[ti] OR systematic evidence review[ti] OR "
    "systematic quantitative review[ti] OR systematic meta-review[ti] OR systematic critical review[ti] OR "
    "systematic mixed studies review[ti] OR systematic mapping review[ti] OR systematic cochrane review[ti] OR "
    "systematic search and review[ti] OR systematic integrative review[ti]) NOT comment[pt] NOT (protocol[ti] OR "
    "protocols[ti])) NOT MEDLINE [subset]) OR (Cochrane Database Syst Rev[ta] AND review[pt]) OR systematic review[pt]"
)
_NARROW_THERAPY = (
    "(randomized controlled trial[Publication Type] OR (randomized[Title/Abstract] AND controlled[Title/Abstract] "
    "AND trial[Title/Abstract]))"
)
_HSSS = "Cochrane Highly Sensitive Search Strategy, "
_OVID_FIGURES = "Ovid version, searches of July 2019: sensitivity 0.96, precision 0.14 (PMC7524635)"


def _british(text: str) -> str:
    """The same filter that finds 'randomised' as well."""
    return text.replace("randomized[tiab]", _BRITISH)


def _clinical_query(
    key: FilterName, name: str, scope: str, figures: str, stands_for: str | None = None
) -> DesignFilter:
    percent = f"sensitivity/specificity {figures} %"
    return DesignFilter(
        key, f"{name}, {scope.lower()}", f"{name}/{scope}[filter]", _CLINICAL_QUERIES, percent, stands_for
    )


_ALL = (
    DesignFilter(
        "cochrane-sensitive",
        f"{_HSSS}sensitivity-maximising",
        _SENSITIVE,
        _HANDBOOK.format("6.4.a"),
        _OVID_FIGURES,
    ),
    DesignFilter(
        "cochrane-sensitive-british",
        f"{_HSSS}sensitivity-maximising, with British spelling",
        _british(_SENSITIVE),
        _HANDBOOK.format("6.4.a") + _BRITISH_SOURCE,
    ),
    DesignFilter(
        "cochrane-precise",
        f"{_HSSS}sensitivity- and precision-maximising",
        _PRECISE,
        _HANDBOOK.format("6.4.b"),
    ),
    DesignFilter(
        "cochrane-precise-british",
        f"{_HSSS}sensitivity- and precision-maximising, with British spelling",
        _british(_PRECISE),
        _HANDBOOK.format("6.4.b") + _BRITISH_SOURCE,
    ),
    DesignFilter(
        "systematic",
        "Systematic reviews",
        "systematic[sb]",
        "NLM Technical Bulletin 2019, https://www.nlm.nih.gov/pubs/techbull/ma19/brief/ma19_systematic_review.html",
        stands_for=_SYSTEMATIC,
    ),
    DesignFilter(
        "meta-analyses",
        "Meta-analyses",
        "meta-analysis[pt] OR meta-analy*[ti]",
        "no longer part of PubMed's systematic[sb] since 2019, "
        "https://www.nlm.nih.gov/pubs/techbull/ma19/brief/ma19_systematic_review.html",
    ),
    _clinical_query("therapy-broad", "Therapy", "Broad", "99/70"),
    _clinical_query("therapy-narrow", "Therapy", "Narrow", "93/97", _NARROW_THERAPY),
    _clinical_query("diagnosis-broad", "Diagnosis", "Broad", "98/74"),
    _clinical_query("diagnosis-narrow", "Diagnosis", "Narrow", "64/98"),
    _clinical_query("etiology-broad", "Etiology", "Broad", "93/63"),
    _clinical_query("etiology-narrow", "Etiology", "Narrow", "51/95"),
    _clinical_query("prognosis-broad", "Prognosis", "Broad", "90/80"),
    _clinical_query("prognosis-narrow", "Prognosis", "Narrow", "52/94"),
    _clinical_query("prediction-broad", "Clinical Prediction Guides", "Broad", "96/79"),
    _clinical_query("prediction-narrow", "Clinical Prediction Guides", "Narrow", "54/99"),
)
FILTERS: Mapping[FilterName, DesignFilter] = {one.id: one for one in _ALL}
"""Every filter that a search may name, under its id."""
