"""Messages are English text until they are said in another language."""

import copy
import json
import pickle
from gettext import NullTranslations
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.language.catalogue import CODES, ENGLISH, Language, language_of
from claimbook.language.said import Numeral, Said, capital, changed, counted, joined, said, said_as
from claimbook.language.speak import speaking, spoken, spoken_language


def _pickled(message):
    return pickle.loads(pickle.dumps(message))  # noqa: S301 - our own


class Nonsense(NullTranslations):
    """A language of which a test knows every word."""

    known: ClassVar = {
        "{n} of {all} agree": "von {all} sind sich {n} einig",
        "{share:.0%} at risk": "{share:.0%} im Risiko",
        "no effect": "kein Effekt",
        "{what}: {why}": "{why} ({what})",
        "from {low}": "ab {low}",
    }
    meanings: ClassVar = {("verb", "lower"): "senken", ("comparative", "lower"): "niedriger"}

    def gettext(self, message):
        return self.known.get(message, message)

    def pgettext(self, context, message):
        return self.meanings.get((context, message), message)

    def ngettext(self, one, many, n):
        forms = {"{n} study": ("{n} Studie", "{n:,} Studien")}
        return forms.get(one, (one, many))[n != 1]


NONSENSE = Language("xx", Nonsense(), decimal=",", group=".", percent=" %")


def test_a_message_is_its_english_text():
    message = said("{n} of {all} agree", n=3, all=4)
    assert message == "3 of 4 agree"
    assert {message: 1}["3 of 4 agree"] == 1
    assert json.dumps(message) == '"3 of 4 agree"'
    assert spoken(message) == message
    assert spoken_language() is ENGLISH


def test_another_language_orders_the_values_its_own_way():
    with speaking(NONSENSE):
        assert spoken(said("{n} of {all} agree", n=3, all=4)) == "von 4 sind sich 3 einig"
    assert spoken_language() is ENGLISH


def test_messages_inside_messages_are_said_too():
    inner = joined("; ", [said("no effect"), counted("{n} study", "{n:,} studies", 1200)])
    with speaking(NONSENSE):
        assert spoken(said("{what}: {why}", what="x", why=inner)) == "kein Effekt; 1.200 Studien (x)"


@pytest.mark.parametrize(("n", "english", "other"), [(0, "0 studies", "0 Studien"), (1, "1 study", "1 Studie")])
def test_one_and_many(n, english, other):
    message = counted("{n} study", "{n:,} studies", n)
    assert message == english
    with speaking(NONSENSE):
        assert spoken(message) == other


def test_numbers_take_the_marks_of_the_language_and_names_keep_theirs():
    with speaking(NONSENSE):
        assert spoken(said("{share:.0%} at risk", share=0.5)) == "50 % im Risiko"
        assert spoken(said("from {low}", low=Numeral("1,000.5"))) == "ab 1.000,5"
        assert spoken(said("from {low}", low="St. Gallen, CH")) == "ab St. Gallen, CH"
        assert spoken("St. Gallen, CH") == "St. Gallen, CH"


def test_one_text_with_two_meanings():
    with speaking(NONSENSE):
        assert (spoken(said_as("verb", "lower")), spoken(said_as("comparative", "lower"))) == ("senken", "niedriger")


def test_what_is_done_to_the_whole_is_done_after_it_is_said():
    message = changed(capital(said("no effect")), lambda text: text.replace("f", "-"))
    assert message == "No e--ect"
    with speaking(NONSENSE):
        assert spoken(message) == "Kein E--ekt"
        assert spoken(said("{what!c}: {why}", what=said("no effect"), why="")) == "Kein Effekt: "
    assert capital("plain") == "Plain"
    assert not isinstance(capital("plain"), Said)


def test_braces_without_values_are_plain():
    assert spoken(said("case.studies({})")) == "case.studies({})"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, _pickled])
def test_a_copy_can_be_said_as_well(again):
    with speaking(NONSENSE):
        assert spoken(again(said("{n} of {all} agree", n=3, all=4))) == "von 4 sind sich 3 einig"


@given(st.text(), st.text())
def test_values_are_never_read_as_patterns(what, why):
    # protects: titles with braces from being filled in, in any language
    assert said("{what}: {why}", what=what, why=why) == f"{what}: {why}"
    with speaking(NONSENSE):
        assert spoken(said("{what}: {why}", what=what, why=why)) == f"{why} ({what})"


def test_a_language_that_nobody_wrote_is_refused():
    with pytest.raises(KeyError):
        language_of("xx")
    assert CODES[0] == "en"


def test_german_writes_numbers_its_own_way():
    assert language_of("de").number("1,234.5%") == "1.234,5\N{NARROW NO-BREAK SPACE}%"
