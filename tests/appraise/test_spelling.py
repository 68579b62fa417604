"""British and American spelling are one word, English is told from other languages, and neither says too much."""

import pytest

from claimbook.appraise.text.english import is_english
from claimbook.appraise.text.reading import text_of
from claimbook.appraise.text.spelling import one_spelling
from claimbook.appraise.text.stem import stem
from claimbook.model.record import AbstractSection
from claimbook.model.search_terms import Concept
from tests.appraise.humming import claim, matched

PAIRS = (
    "oedema/edema oestrogens/estrogen diarrhoea/diarrhea haemoglobin/hemoglobin behaviours/behavioral tumour/tumors "
    "paraesthesia/paresthesia leucocytes/leukocyte gastrooesophageal/gastroesophageal lymphoedema/lymphedema "
    "antioestrogen/antiestrogen hypoglycaemia/hypoglycemia centres/center millilitre/milliliters randomised/randomize "
    "hospitalisation/hospitalization analysed/analyze catalogue/catalogs programmes/program labelled/labeled "
    "aetiology/etiology amenorrhoea/amenorrhea enrolment/enrollment defence/defense manoeuvres/maneuver ageing/aging"
)
APART = (
    "hour/horror oedema/edam order/odour hemp/haem poem/pem pour/por rise/rize moist/moize four/for genre/gener "
    "acre/acer device/divize praise/prize does/des shoe/she contour/contor toes/tes"
)


@pytest.mark.parametrize("pair", PAIRS.split())
def test_both_spellings_are_one_word(pair):
    """Protects: a record that is about an outcome and spells it as its journal does, read as one without it."""
    british, american = (stem(one_spelling(word)) for word in pair.split("/"))
    assert british == american


@pytest.mark.parametrize("pair", APART.split())
def test_words_that_only_look_alike_stay_two(pair):
    """Protects: two words of different meaning that become one."""
    one, other = (stem(one_spelling(word)) for word in pair.split("/"))
    assert one != other


def outcome(name, said, *, kind="continuous"):
    """How a record that says this in its results matches an outcome of this name; the claim has no terms for it."""
    of = claim(outcome={"name": name, "kind": kind}, search={"intervention": ["humming"]})
    sections = AbstractSection("Adults hummed or had usual care.", "METHODS"), AbstractSection(said, "RESULTS")
    return matched("A song", *sections, of=of).outcome


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("oedema of the lip", "Edema of the lip was rarer."),
        ("behaviour", "Behavior scores were lower."),
        ("edema", "Oedema was rarer."),
        ("death", "Mortality was lower."),
        ("mortality", "Nine adults died."),
        ("deaths from hiccups", "Mortality from hiccups was lower."),
        ("bleeding lips", "Hemorrhage of the lips was rarer."),
        ("side effects", "Adverse events were rarer."),
        ("diarrhoea", "Diarrhea was rarer."),
        ("haemoglobin", "Hemoglobin rose."),
    ],
)
def test_an_outcome_is_not_absent_by_its_spelling_or_by_another_word_for_it(name, said):
    """Protects: 'absent', surely, of an outcome that the record tells in other letters."""
    assert outcome(name, said).value in {"direct", "partial"}


@pytest.mark.parametrize(
    ("name", "said"),
    [("mortality", "Morbidity was lower."), ("odour", "The order was lower."), ("oedema", "Eczema was rarer.")],
)
def test_another_outcome_is_still_absent(name, said):
    """Protects: spelling rules that make two outcomes one."""
    found = outcome(name, said)
    assert found.value == "absent"


@pytest.mark.parametrize(
    ("term", "said", "found"),
    [
        ("oedem*", "Edema fell.", True),
        ("tumou*", "Tumour size fell.", True),
        ("haem*", "Hemiplegia was rare.", False),
        ("paed*", "Pedals were rare.", False),
        ("oestrogen*", "Estrogens were taken.", True),
    ],
)
def test_an_open_end_is_looked_for_in_both_spellings_where_enough_is_left_of_it(term, said, found):
    """Protects: 'haem*', which as 'hem*' would find half of all words of the body."""
    concepts = {**claim().concepts, "looked-for": Concept(terms=(term,))}
    search = {"intervention": ["humming"], "outcome": ["looked-for"]}
    of = claim(outcome={"name": "something"}, concepts=concepts, search=search)
    read = matched("A song", AbstractSection(f"Adults sang. {said}", "RESULTS"), of=of).outcome
    assert (read.value != "absent") is found


GERMAN = (
    "Wir untersuchten, ob Singen den Schnupfen lindert. Achtzig Erwachsene sangen oder schwiegen in der Gruppe. "
    "Der Schnupfen war bei denen, die sangen, seltener."
)


@pytest.mark.parametrize("abstract", ["", "  ", GERMAN])
def test_what_was_not_looked_at_is_missing_and_not_absent(abstract):
    """Protects: 'absent' of a record without an abstract, or in a language that no rule can read."""
    match = matched("A song", *([AbstractSection(abstract)] if abstract else ()))
    elements = (match.intervention, match.outcome, match.comparator)
    assert [one.value for one in elements] == [None, None, None]
    assert match.bears is not True


@pytest.mark.parametrize(
    ("said", "english"),
    [
        (GERMAN, False),
        ("On a chanté le soir et le hoquet était moins fréquent dans le groupe qui chantait.", False),
        ("Se cantó por la noche y el hipo fue menos frecuente en el grupo que cantaba.", False),
        ("We zongen in de avond en de hik was minder vaak in de groep die zong, of niet.", False),
        ("\u54fc\u5531\u7ec4\u6253\u55dd\u5c11", False),
        ("Eighty adults with hiccups hummed or were silent, and the hiccups of those who hummed were fewer.", True),
        ("Humming helps.", True),
        ("Hiccups fell (n = 80, P = 0.01).", True),
        ("Humming (n = 40), silence (n = 40): hiccups fell by 30% and 10%, sneezes by 5% with both.", True),
    ],
)
def test_english_is_told_by_its_commonest_words(said, english):
    """Protects: English of few words that is taken for another language, and the other way round."""
    assert is_english(text_of("Titel", AbstractSection(said))) is english
