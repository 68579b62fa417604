"""Whatever weighing says to a reader can be said in another language."""

from hypothesis import HealthCheck, given, settings

from claimbook.language.said import Numeral, Said
from tests.synthesis.factory import weigh
from tests.synthesis.strategies import OUTCOMES, bodies

# The words of authors and of the evidence table: they are printed as they were written.
OWN_WORDS = {"humming", "knee pain", "people in general", "adults with sore knees", "whistling", "must", "invented"}
NAMES = {"VAS", "NRS", "RR", "OR", "HR"}


def said_of(assessed):
    """Every reason, limit and sentence of an assessment."""
    yield assessed.sentence
    yield from assessed.banners
    for study in assessed.studies:
        yield from (study.stream.reason, study.standing.reason, study.reading.reason, *study.limits)
        yield from (code.reason for code in study.codes)
        yield from (each.words for each in study.estimate.assumptions) if study.estimate else ()
    for stream in assessed.streams:
        grade = stream.grade
        yield from (ruling.reason for ruling in (stream.route, stream.state, grade.start, grade.certainty))
        yield from (each.reason for each in (*grade.domains, *grade.ups, *grade.caps))
    rulings = (assessed.gate, assessed.base, assessed.anchor, assessed.narrowed, *assessed.modifiers)
    yield from (ruling.reason for ruling in rulings if ruling is not None)
    yield from (code.reason for code in assessed.codes)


def unsaid_in(text):
    """The plain texts that a message is made of: names and quotations, or what was forgotten."""
    if not isinstance(text, Said):
        return [text] if text and not isinstance(text, Numeral) else []
    return [plain for value in text.values.values() if isinstance(value, str) for plain in unsaid_in(value)]


def is_a_name(text):
    rule_or_study = all(part.isupper() or part.startswith(("study-", "review-")) for part in text.split(", "))
    return text in OWN_WORDS | NAMES or rule_or_study


@given(bodies(), OUTCOMES)
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_everything_that_is_said_is_a_message(studies, of):
    # protects: no reason loses its message on the way, so a page in another language has no English left in it
    for text in said_of(weigh(*studies, of=of)):
        assert [plain for plain in unsaid_in(text) if not is_a_name(plain)] == []
