"""What stands around a mention: was it studied, or left out, a rival, what people had, half of another name?"""

import pytest

from claimbook.appraise.lines import LINES
from claimbook.appraise.match.values import ABSENT, DIRECT, INDIRECT, PARTIAL
from claimbook.model.record import AbstractSection
from claimbook.model.search_terms import Concept
from tests.appraise.humming import CONCEPTS, claim, matched


# protects: a word that only a list holds, taken for what was studied
@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Adults with hiccups were excluded.", "aside"),
        ("We excluded smokers and people with hiccups.", "aside"),
        ("Volunteers without hiccups hummed.", "aside"),
        ("Volunteers with no history of hiccups hummed.", "aside"),
        ("Estimates were adjusted for age, sex and hiccups.", "aside"),
        ("Hiccups were not recorded.", "aside"),
        ("No trial reported hiccups.", "aside"),
        ("After adjustment for age, hiccups were fewer.", "studied"),
        ("After excluding smokers, we found that hiccups were fewer.", "studied"),
        ("Adults with hiccups (n = 9) hummed, and one was excluded.", "studied"),
    ],
)
def test_what_is_excluded_or_adjusted_for_was_not_studied(words, rule):
    of = claim(population={"text": "people with hiccups", "patients": True})
    assert matched("A song", AbstractSection(words, "METHODS"), of=of).population.read.rule == f"match.{rule}"


# protects: a sure answer where the claimed treatment is the other arm, or what everybody took
@pytest.mark.parametrize(
    ("title", "results", "rule", "sure"),
    [
        ("Whistling compared with humming", "Whistling helped.", "rival", False),
        ("Whistling versus humming", "Whistling helped.", "rival", False),
        ("Whistling as an alternative to humming", "Whistling helped.", "rival", False),
        ("Whistling added to humming", "Whistling helped.", "rival", False),
        ("Whistling for a spasm", "Whistling helped more than humming.", "rival", False),
        ("Withdrawal of humming", "Humming helped.", "rival", False),
        ("Whistling in adults on humming", "Humming and whistling helped.", "studied", False),
        ("Humming compared with whistling", "Humming helped.", "studied", True),
        ("Whistling or humming", "Humming helped less than whistling.", "studied", True),
    ],
)
def test_a_rival_is_not_the_treatment_that_was_studied(title, results, rule, sure):
    sections = (AbstractSection("Adults hummed or whistled.", "METHODS"), AbstractSection(results, "RESULTS"))
    match = matched(title, *sections)
    found = match.intervention
    is_sure = found.read.confidence >= LINES["match.intervention"].confidence
    assert (found.read.rule, is_sure) == (f"match.{rule}", sure)
    assert match.comparator.why.endswith("is itself what was compared with") is (rule == "rival")


def test_what_is_measured_in_blood_was_not_taken():
    section = AbstractSection("Serum humming was measured in adults, and humming levels were compared.", "METHODS")
    found = matched("Plasma humming", section).intervention
    assert (found.value, found.read.confidence >= LINES["match.intervention"].confidence) == (PARTIAL, False)


def test_people_near_to_others_are_not_those():
    of = claim(population={"text": "people with hiccups", "patients": True})
    section = AbstractSection("Caregivers of adults with hiccups hummed.", "METHODS")
    assert matched("A song", section, of=of).population.value is INDIRECT


def test_a_claim_that_compares_the_same_two_treatments_has_no_rival():
    of = claim(comparator="whistling")
    section = AbstractSection("Adults hummed or tried whistling.", "METHODS")
    assert matched("Whistling compared with humming", section, of=of).intervention.value is DIRECT


# absence by one name is never sure: 'heart attack' finds no myocardial infarction
@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Adults whistled.", "not-seen-by-few-names"),
        ("Adults were singing aloud.", "words-apart"),
        ("Adults kept the mouth open.", "words-apart"),
    ],
)
def test_how_sure_it_is_that_something_is_absent(words, rule):
    found = matched("A song", AbstractSection(words, "METHODS")).intervention
    assert (found.value, found.read.rule) == (ABSENT, f"match.{rule}")
    assert found.read.confidence < LINES["match.intervention"].confidence


def test_absence_is_sure_where_many_names_are_not_seen():
    # three names, or a heading of an indexed record, decide; one or two of the claim's own words do not
    of = claim(concepts=CONCEPTS | {"humming": Concept(terms=("humming", "murmur*", "mumbling"))})
    found = matched("A song", AbstractSection("Adults whistled.", "METHODS"), of=of).intervention
    assert (found.value, found.read.confidence >= LINES["match.intervention"].confidence) == (ABSENT, True)


def test_half_a_name_is_another_one_s_where_terms_say_how_it_is_called():
    concepts = CONCEPTS | {"lips": Concept(terms=("sore lip*",))}
    search = {"intervention": ["humming"], "outcome": ["hiccups"], "population": ["lips"]}
    of = claim(population={"text": "people with sore lips", "patients": True}, concepts=concepts, search=search)
    section = AbstractSection("Adults with sore feet hummed.", "METHODS")
    assert matched("A song", section, of=of).population.value is INDIRECT


def test_a_heading_that_only_the_terms_list_may_be_wider_than_the_claim():
    concepts = CONCEPTS | {"humming": Concept(terms=("hum*",), mesh=("Music",))}
    found = matched("A song against a spasm", mesh=[("X1", "Music")], of=claim(concepts=concepts)).intervention
    assert (found.value, found.read.confidence >= LINES["match.intervention"].confidence) == (PARTIAL, False)


# the very condition is the outcome of a claim to treat it, where its course was followed
@pytest.mark.parametrize(
    ("kind", "words", "rule"),
    [
        ("continuous", "Adults with hiccups hummed. Symptoms were rated.", "course"),
        ("continuous", "Adults with hiccups hummed. Strength of the lips was tested.", "condition"),
        ("event", "Survivors of hiccups hummed. Relapses were counted.", "course"),
        ("event", "Adults hummed. Hiccups were reported by nine.", "event"),
        ("event", "Adults hummed. The hazard ratio for hiccups was 0.8.", "event"),
        ("event", "Adults hummed. Hiccups and yawns were of interest.", "methods-only"),
    ],
)
def test_the_condition_of_a_claim_to_treat_it(kind, words, rule):
    found = matched("A song", AbstractSection(words, "METHODS"), of=claim(outcome={"kind": kind})).outcome
    assert found.read.rule == f"match.{rule}"
    assert (found.read.confidence >= LINES["match.outcome"].confidence) is (rule == "event")


def test_an_outcome_is_a_part_where_only_a_subscale_holds_it():
    section = AbstractSection("Adults hummed. The Throat Index has a hiccups subscale.", "METHODS")
    assert matched("A song", section).outcome.value is PARTIAL


# protects: an outcome taken for measured where only another thing of which its name is a part was
@pytest.mark.parametrize(
    ("results", "value"),
    [
        ("Fear of hiccups was lower.", PARTIAL),
        ("Knowledge about hiccups was better.", PARTIAL),
        ("Hiccups knowledge was better.", PARTIAL),
        ("The cost of treating hiccups fell.", PARTIAL),
        ("Hiccup-related quality of life was higher.", PARTIAL),
        ("Fear of hiccups and hiccups were rarer.", DIRECT),
        ("The severity of hiccups was lower.", DIRECT),
        ("Hiccups, costs and fear were lower.", DIRECT),
    ],
)
def test_the_name_of_another_thing_is_not_the_outcome(results, value):
    sections = AbstractSection("Adults hummed.", "METHODS"), AbstractSection(results, "RESULTS")
    assert matched("A song", *sections).outcome.value is value


# protects: people near to the claim's people, or once or perhaps like them, taken for those
@pytest.mark.parametrize(
    ("who", "value"),
    [
        ("Physiotherapists treating adults with hiccups", INDIRECT),
        ("Infants whose mothers had hiccups", INDIRECT),
        ("Patients with sore lips, of whom none had hiccups,", INDIRECT),
        ("Patients in whom hiccups had been ruled out", INDIRECT),
        ("Adults recovered from hiccups", INDIRECT),
        ("Adults prone to hiccups", PARTIAL),
        ("Teachers with hiccups", DIRECT),
        ("Patients with hiccups and their carers", DIRECT),
    ],
)
def test_who_only_is_near_to_the_people_of_the_claim(who, value):
    of = claim(population={"text": "people with hiccups", "patients": True}, purpose="association")
    sections = AbstractSection(f"{who} hummed.", "METHODS"), AbstractSection("Hiccups were fewer.", "RESULTS")
    found = matched("A song", *sections, of=of).population
    assert found.value is value
    assert (found.read.confidence >= LINES["match.population"].confidence) is (value is DIRECT)


# protects: a treatment that was left out, taken for the one that was given
@pytest.mark.parametrize(
    ("arms", "value"),
    [
        ("no humming or singing", INDIRECT),
        ("sham humming or singing", INDIRECT),
        ("a humming-free week or singing", INDIRECT),
        ("avoidance of humming or singing", PARTIAL),
        ("humming or no humming", DIRECT),
        ("humming or sham humming", DIRECT),
    ],
)
def test_what_was_left_out_is_not_the_treatment(arms, value):
    section = AbstractSection(f"Adults were randomly assigned to {arms} for 6 weeks.", "METHODS")
    assert matched("A song", section).intervention.value is value


@pytest.mark.parametrize(
    ("other", "value"),
    [
        ("usual care", DIRECT),
        ("usual care plus placebo", DIRECT),
        ("usual care plus singing", PARTIAL),
        ("standard care combined with massage", PARTIAL),
    ],
)
def test_usual_care_with_more_is_another_treatment(other, value):
    section = AbstractSection(f"Adults were randomly assigned to humming or {other} for 6 weeks.", "METHODS")
    assert matched("A song", section).comparator.value is value
