"""Verbs of an end, control, healing, states that are counted, and amounts of a change are read for what they are."""

import pytest

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

SURE = LINES["direction"].confidence
METHODS = "We randomly assigned 80 adults to humming (n=40) or usual care (n=40)."
THAN = "with humming than with usual care (P=0.01)."


def read(result, outcome):
    text = text_of("Humming in adults", AbstractSection(METHODS, "METHODS"), AbstractSection(result, "RESULTS"))
    return change_of(text, Triple("humming", "usual care", outcome))


def said(result, outcome):
    found = read(result, outcome)
    return found.value, found.confidence >= SURE


ENDS = (
    "ceased",
    "stopped",
    "disappeared",
    "completely vanished",
    "had subsided",
    "were cured",
    "went away",
    "were absent",
)


@pytest.mark.parametrize("ended", ENDS)
def test_what_ended_in_more_people_is_less(ended):
    """The end of hiccups is no hiccup, whatever the verb."""
    assert said(f"Hiccups {ended} in significantly more patients {THAN}", "hiccups") == ("lower", True)
    assert said(f"Hiccups {ended} in fewer patients {THAN}", "hiccups") == ("higher", True)
    assert said(f"Hiccups {ended} significantly earlier {THAN}", "hiccups") == ("lower", True)


@pytest.mark.parametrize(
    ("outcome", "result", "value"),
    [
        ("hiccups", "Significantly more patients in the humming group got rid of hiccups (P=0.01).", "lower"),
        ("hiccups", f"Significantly more adults no longer had hiccups {THAN}", "lower"),
        ("pain", f"More women denied pain {THAN}", "lower"),
        ("hiccups", f"Hiccups were significantly less well controlled {THAN}", "higher"),
        ("hiccups", "Hiccups were less well controlled with usual care than with humming (P=0.02).", "lower"),
        ("hiccups", f"Hiccups were significantly better controlled {THAN}", "lower"),
        ("pain", "Pain control was significantly better in the humming group (P=0.01).", "lower"),
        ("pain", "Humming was associated with less pain reduction than usual care (P=0.01).", "higher"),
        ("pain", "Usual care was associated with less pain reduction than humming (P=0.01).", "lower"),
        ("pain", "Humming was associated with less pain relief than usual care (P=0.01).", "higher"),
        ("pain", f"Pain was relieved less often {THAN}", "higher"),
        ("weight", f"Weight loss was smaller {THAN}", "higher"),
        ("weight", f"Adults had less weight gain {THAN}", "lower"),
        ("nausea", "Humming led to more pain relief and less nausea than usual care (P=0.01).", "lower"),
        ("ulcers", f"Healing of ulcers was more common {THAN}", "lower"),
        ("ulcers", "Ulcers healed in more patients in the humming group (P=0.01).", "lower"),
        ("fractures", f"Fracture union occurred more often {THAN}", "lower"),
        ("infection", f"Resistance to infection was greater {THAN}", "lower"),
        ("stress", f"Stress resilience was significantly lower {THAN}", "higher"),
        ("memory", f"Memory errors were significantly fewer {THAN}", "higher"),
        ("sleep", f"Poor sleep was significantly less common {THAN}", "higher"),
        ("sleep", "Fewer patients in the humming group had poor sleep (P=0.01).", "higher"),
        ("sleep", "Sleep onset latency was significantly reduced in the humming group (P=0.01).", "higher"),
        ("quality of life", f"Impaired quality of life was less frequent {THAN}", "higher"),
        ("gait speed", f"Reduced gait speed was significantly less frequent {THAN}", "higher"),
        ("cognition", f"Cognitive decline was significantly slower {THAN}", "higher"),
        ("cognition", f"Cognitive decline was significantly faster {THAN}", "lower"),
        ("cognition", "Humming slowed cognitive decline compared with usual care (P=0.01).", "higher"),
        ("hiccups", f"The increase in hiccups was slower {THAN}", "lower"),
    ],
)
def test_a_word_that_turns_an_outcome_is_heard(outcome, result, value):
    """Better control and healing are less of what is bad, and fewer bad states are more of what is good."""
    assert said(result, outcome) == (value, True)


@pytest.mark.parametrize(
    ("outcome", "result", "value"),
    [
        ("gait speed", "Reduced gait speed was seen in the humming group compared with usual care (P=0.01).", "lower"),
        ("hiccups", "Reduced hiccups were seen with humming compared with usual care (P=0.01).", "lower"),
        ("muscle strength", "Muscle strength was significantly reduced in the humming group (P=0.01).", "lower"),
        ("hiccups", f"Hiccups had not stopped in more patients {THAN}", "higher"),
        ("insulin resistance", f"Insulin resistance was significantly higher {THAN}", "higher"),
        ("weight", "Humming reduced weight gain compared with usual care (P=0.01).", "lower"),
        ("pain", f"Improvement in pain was faster {THAN}", "lower"),
        ("pain", "Humming was associated with greater pain reduction than usual care (P=0.01).", "lower"),
        ("pain", f"Patients had significantly less pain {THAN}", "lower"),
        ("falls", "Humming was associated with fewer falls and improved balance compared with usual care.", "lower"),
    ],
)
def test_a_plain_fall_or_rise_stays_one(outcome, result, value):
    """What only looks like such a form is read as before."""
    assert said(result, outcome) == (value, True)


@pytest.mark.parametrize(
    ("outcome", "result", "wrong"),
    [
        ("muscle strength", f"Muscle weakness was significantly less frequent {THAN}", "lower"),
        ("vitamin D", f"Vitamin D deficiency was significantly less common {THAN}", "lower"),
        ("sleep", "Humming led to less nausea and improved sleep compared with usual care (P=0.01).", "lower"),
        ("sleep", "Humming led to less pain and better sleep than usual care (P=0.01).", "lower"),
        ("hiccups", "Humming was less effective than usual care in preventing hiccups (P=0.02).", "lower"),
        ("pain", "Humming was inferior to usual care in relieving pain (P=0.02).", "lower"),
    ],
)
def test_what_is_harder_is_not_answered_the_wrong_way_round(outcome, result, wrong):
    """An amount of something else, and an outcome of unknown polarity, at least leave a doubt."""
    found = read(result, outcome)
    assert found.value != wrong or found.confidence < SURE
