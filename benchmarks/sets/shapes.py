"""What each set's rows must hold to be scored: the columns that are used, and no more, since other halves differ.

A label is one of the words of its set. Capitals and spaces make no other word of it; any other word is a mistake of the
row, since it would be scored as a wrong answer of claimbook's.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

Name = int | str
Written = Annotated[str, StringConstraints(pattern=r"\S")]
"""Text in which something stands."""


def _word(written: object) -> object:
    """A label as its set spells it."""
    return " ".join(written.split()).lower() if isinstance(written, str) else written


def _capitals(written: object) -> object:
    """The same of a set that spells its labels in capitals."""
    return " ".join(written.split()).upper() if isinstance(written, str) else written


Strength = Annotated[Literal["none", "correlational", "conditional_causal", "direct_causal"], BeforeValidator(_word)]
Finding = Annotated[
    Literal["higher", "lower", "no difference", "uncertain effect", "insufficient data"], BeforeValidator(_word)
]
Graded = Annotated[
    Literal["high", "moderate", "low", "very low", "", "n/a", "none", "not reported"], BeforeValidator(_word)
]
"""The last four: the authors gave none."""
Reply = Annotated[Literal["yes", "no", "maybe"], BeforeValidator(_word)]
Polarity = Annotated[Literal["positive", "negative"], BeforeValidator(_word)]
Part = Annotated[
    Literal[
        "BACKGROUND",
        "OBJECTIVE",
        "METHODS",
        "RESULTS",
        "CONCLUSIONS",
        "BACKGROUND_OBJECTIVE",
        "MIXED",
        "OTHER",
        "UNMAPPED",
    ],
    BeforeValidator(_capitals),
]
"""Of an abstract; the last four are no role of their own."""
Kind = Annotated[
    Literal[
        "rct",
        "nonrandomised_trial",
        "observational",
        "case_report",
        "animal_or_lab",
        "narrative_review",
        "systematic_review",
        "meta_analysis",
        "guideline",
        "editorial_letter_comment",
        "unspecified",
        "retracted",
    ],
    BeforeValidator(_word),
]


class Shape(BaseModel):
    """One row, or a part of one; other columns may stand beside these."""

    model_config = ConfigDict(strict=True, frozen=True)


class WordingRow(Shape):
    """causal_language."""

    id: Name
    sentence: str
    label: Strength


class DirectionRow(Shape):
    """evidence_inference."""

    prompt_id: Name
    pmcid: str
    title: str
    abstract: str
    intervention: str
    comparator: str
    outcome: str
    label: Literal[-1, 0, 1]
    evidence_in_abstract: bool


class Source(Shape):
    """An abstract that a review used."""

    pmid: Annotated[str, StringConstraints(pattern=r"^[1-9]\d{0,8}$")]
    title: str
    abstract: str


class ReviewRow(Shape):
    """med_evidence."""

    id: Name
    question: str
    answer: Finding
    certainty: Graded | None
    fulltext_required: Any
    sources: list[Source]


class Entity(Shape):
    """What annotators marked."""

    start: int
    end: int
    text: str
    type: str


class TrialRow(Shape):
    """pico_corpus."""

    pmid: Name
    text: Written
    entities: list[Entity]
    total_n_unambiguous: bool
    total_n_max: int | None


class Context(Shape):
    """A section of the text behind a question."""

    section: str
    text: str


class QuestionRow(Shape):
    """pubmedqa."""

    pmid: Name
    question: str
    context: list[Context]
    answer: Reply


class EndpointRow(Shape):
    """rct_polarity."""

    id: Name
    title: str
    abstract: str
    label: Polarity


class CorpusRow(Shape):
    """scifact: an abstract."""

    doc_id: Name
    title: str
    abstract: list[str]


class ClaimRow(Shape):
    """scifact: a claim, with the abstracts that are right in one of two columns."""

    id: Name
    claim: str
    cited_doc_ids: list[Name] | None = None
    evidence: dict[str, Any] | list[Any] | None = None


class ScreeningRecord(Shape):
    """screening: what the reviewers had before them."""

    pmid: Name
    title: str
    abstract: str


class ScreeningLabel(Shape):
    """screening: what they decided."""

    topic: str
    pmid: Name
    included_abstract: Literal[0, 1] | bool


class Headed(Shape):
    """A section with what its heading said."""

    label: str | None = None
    role: Part
    text: str


class RolesRow(Shape):
    """section_roles."""

    pmcid: Name
    title: str
    sections: list[Headed]


class Section(Shape):
    """A section of a PubMed record."""

    text: str
    label: str | None
    nlm_category: str | None


class DesignRow(Shape):
    """study_design: the abstract stands in one piece or in sections."""

    pmid: Name
    title: str
    abstract: str | None = None
    abstract_sections: list[Section] = Field(default_factory=list)
    publication_types: list[str]
    mesh: list[str]
    design_from_metadata: Kind

    @model_validator(mode="after")
    def _has_its_abstract(self) -> Self:
        if not {"abstract", "abstract_sections"} & self.model_fields_set:
            raise ValueError("neither abstract nor abstract_sections is there")
        return self


SHAPES: Mapping[str, Mapping[str, type[Shape]]] = MappingProxyType(
    {
        "causal_language": {"": WordingRow},
        "evidence_inference": {"": DirectionRow},
        "med_evidence": {"": ReviewRow},
        "pico_corpus": {"": TrialRow},
        "pubmedqa": {"": QuestionRow},
        "rct_polarity": {"": EndpointRow},
        "scifact": {"corpus": CorpusRow, "claims": ClaimRow},
        "screening": {"records": ScreeningRecord, "labels": ScreeningLabel},
        "section_roles": {"": RolesRow},
        "study_design": {"": DesignRow},
    }
)
"""By set, and by what the name of the file holds."""


def parts_of(folder: str) -> tuple[str, ...]:
    """The parts in which the files of a set come."""
    return tuple(SHAPES.get(folder, ()))


def shape_of(folder: str, part: str) -> type[Shape] | None:
    """The shape of a row; a part may name a split besides ('claims.train'). None where nothing scores the set."""
    shapes = SHAPES.get(folder, {})
    return shapes.get(part.partition(".")[0], shapes.get(""))
