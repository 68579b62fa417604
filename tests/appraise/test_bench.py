"""Studies that call themselves nothing: laboratory work, cases, open trials, and texts in which nothing was done."""

import pytest

from claimbook.appraise.design.kind import kind_of_text
from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.text.reading import text_of
from claimbook.model.appraisal import Kind
from claimbook.model.record import AbstractSection

BENCH = "Here we show that HUM1 is phosphorylated by the kinase SIL. Knockdown of HUM1 abolished its place."
FILLER = " The subject has many sides and each of them deserves attention from those who look after people." * 4


def kind(title: str, abstract: str) -> Kind | None:
    """What the words alone tell."""
    return kind_of_text(text_of(title, AbstractSection(abstract))).value


def test_words_of_the_bench_without_people_are_laboratory_work() -> None:
    """Such a text never says 'in vitro', and was left without a kind, and so without its notice."""
    assert kind("HUM1 phosphorylation drives vesicle trafficking", BENCH) is Kind.IN_VITRO


def test_words_of_the_bench_about_named_animals_are_a_study_of_animals() -> None:
    """An animal in the title decides which of the two it is."""
    abstract = (
        "Here we show that HUM1 is phosphorylated by the kinase SIL. Knockdown of HUM1 abolished its localisation."
    )
    assert kind("HUM1 phosphorylation in the cortex of humming mice", abstract) is Kind.ANIMAL


def test_people_in_numbers_are_a_study_of_people_however_it_speaks() -> None:
    """Enzymes measured in forty patients are no laboratory study."""
    abstract = "We measured kinase phosphorylation and protein expression in 40 patients and in transcripts of mRNA."
    assert kind("Kinase phosphorylation in hiccups", abstract) is not Kind.IN_VITRO


def test_a_review_of_mechanisms_is_no_laboratory_work() -> None:
    """It speaks of kinases, too, but in the present, and did nothing."""
    abstract = "HUM1 is a kinase that binds ligands at the membrane. Its phosphorylation is a target of drugs." + FILLER
    assert kind("HUM1 signaling", abstract) is Kind.NARRATIVE_REVIEW


@pytest.mark.parametrize(
    "abstract",
    [
        "A 63 year old man underwent humming and stopped to hiccup.",
        "A case of hiccups after humming is reported.",
        "A case with lasting hiccups was described by the surgeons.",
        "Two case histories of humming are told here.",
        "A 41-yr-old woman hummed for days. The mechanisms of hiccups are discussed.",
    ],
)
def test_forms_of_case_reports(abstract: str) -> None:
    """Each was no kind, or a review."""
    assert kind("Hiccups and humming", abstract) is Kind.CASE_REPORT


@pytest.mark.parametrize(
    "abstract",
    [
        "An open, two-week trial was conducted on 428 patients in 11 centres.",
        "Humming is rare. We started an open multicentric compassionate study of humming to assess it in 74 patients.",
    ],
)
def test_an_open_study_of_those_who_were_treated_has_one_arm(abstract: str) -> None:
    """Nothing else tells of a group."""
    assert kind("Humming in hiccups", abstract) is Kind.SINGLE_ARM


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("We measured hum pressure in 40 patients. It was a prognostic factor of relapse.", Kind.COHORT),
        ("Hiccups were counted in adults. Predictors of poor outcome were age and weight.", Kind.COHORT),
        ("Serum hummin was measured in 30 patients and 20 healthy age-matched controls.", Kind.CASE_CONTROL),
        ("Humming was tested in a dog model of hiccups. Hiccups stopped.", Kind.ANIMAL),
        ("The activity in mice was strong. Hiccups stopped.", Kind.ANIMAL),
    ],
)
def test_studies_without_a_name_for_what_they_are(abstract: str, expected: Kind) -> None:
    """Their words tell it, if nothing surer does."""
    assert kind("Hummin in hiccups", f"The aim was to study hummin. {abstract}") is expected


def test_what_a_panel_recommends_is_a_guideline_and_no_review() -> None:
    """It rests on a systematic review, and says so."""
    abstract = "A systematic review was the source of evidence. The panel made recommendations for humming in adults."
    assert kind("Summary of the guideline for hiccups", abstract) is Kind.GUIDELINE


def test_a_full_abstract_in_which_nothing_was_done_talks_about_its_subject() -> None:
    """It is inferred, from silence; its title shows of what."""
    read = kind_of_text(text_of("Humming: a new look", AbstractSection("Humming helps many people." + FILLER)))
    assert (read.value, read.status, read.rule) == (Kind.NARRATIVE_REVIEW, "inferred", "design.nothing-done")
    assert len(read.spans) == 1


def test_a_short_abstract_may_be_silent_for_want_of_room() -> None:
    """Nothing is inferred from it."""
    assert kind("Humming: a new look", "Humming helps many people.") is None


def test_a_bare_count_is_no_finding_of_no_difference() -> None:
    """How many had hiccups in two cohorts was read as no difference, because it tells of none."""
    seen = "Hiccups were seen in 412 people (13.2%) of the derivation and in 201 (14.3%) of the validation cohort."
    abstract = f"We followed adults who hum and adults who do not. {seen} The score identifies those at risk."
    read = change_of(text_of("Hiccups: a cohort study", AbstractSection(abstract)), Triple("humming", "", "hiccups"))
    assert (read.value, read.rule) == (None, "direction.no-sameness-told")
