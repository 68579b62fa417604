"""What was compared with what, in the forms in which abstracts print it; every name in the words of the record."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.contrast.compared import comparisons_of
from claimbook.appraise.contrast.rules import FORMS
from claimbook.appraise.lines import LINES
from claimbook.appraise.record.appraisal import appraise
from claimbook.appraise.record.draft import drafts_of
from claimbook.appraise.sample.total import sample_of
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence, text_of
from claimbook.model.appraisal import Kind
from claimbook.model.record import AbstractSection
from tests.appraise.invented import record


def methods(words):
    return text_of("", AbstractSection(words, "METHODS"))


def named(text, kind=Kind.RCT, arms=()):
    return [(one.intervention.value, one.comparator.value) for one in comparisons_of(text, kind, arms)]


@pytest.mark.parametrize(
    ("title", "pair"),
    [
        ("Humming versus silence for hiccups: a randomised trial", ("Humming", "silence")),
        ("Hiccups: effects of daily humming vs. silence", ("humming", "silence")),
        ("Humming compared with tapping in adults with hiccups", ("Humming", "tapping")),
        ("Comparing the efficacy of humming and tapping for hiccups", ("humming", "tapping")),
        ("Comparison of loud humming with quiet humming in adults", ("loud humming", "quiet humming")),
        ("Humming added to breathing exercises in adults", ("Humming", "breathing exercises")),
        ("Effect of humming on hiccups: a placebo-controlled trial", ("humming", "placebo")),
        ("The QUIET study: a placebo-controlled trial of humming for hiccups", ("humming", "placebo")),
        ("Relief and improvement in humming versus tapping", ("humming", "tapping")),
    ],
)
def test_titles(title, pair):
    assert named(text_of(title))[0] == pair


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("Sixty adults were randomised to humming (n = 31) or placebo (n = 29) for 4 weeks.", ("humming", "placebo")),
        ("Adults were randomly assigned to either humming or usual care.", ("humming", "usual care")),
        ("Adults received placebo or humming.", ("humming", "placebo")),
        ("Adults were randomised 1:1 to humming or tapping.", ("humming", "tapping")),
        ("Adults were assigned to humming for 6 months or to tapping.", ("humming", "tapping")),
        ("Adults were assigned to humming for 24 h (n = 31) or tapping alone.", ("humming", "tapping alone")),
        (
            (
                "Adults were divided into an observation and a control group. The observation group was treated with "
                "humming, and the control group was treated with tapping."
            ),
            ("humming", "tapping"),
        ),
        ("Randomised trials comparing humming with tapping were sought.", ("humming", "tapping")),
        ("Adults were given tapping alone or tapping plus humming.", ("tapping plus humming", "tapping alone")),
        ("Adults were allocated to two groups: humming and tapping.", ("humming", "tapping")),
        ("We compared the effects of humming with those of tapping.", ("humming", "tapping")),
        ("Group A received humming, and group B received tapping.", ("humming", "tapping")),
        ("The control group received tapping. The study group received humming.", ("humming", "tapping")),
        ("In group I, humming was used, and in group II, tapping was used.", ("humming", "tapping")),
        (
            "Group 1 participants were subjected to humming in a choir; group 2 had tapping.",
            ("humming in a choir", "tapping"),
        ),
        (
            "Group A included 20 adults who received humming; group B included 21 who received tapping.",
            ("humming", "tapping"),
        ),
        ("Adults received humming (2 h) plus tea (1 l) or tapping.", ("humming (2 h) plus tea", "tapping")),
        ("Adults received tea, milk, and honey or tapping.", ("tea, milk, and honey", "tapping")),
        ("Adults received one of two lessons, humming or tapping.", ("humming", "tapping")),
        ("Hiccups were fewer in the humming group than in the control group.", ("humming", "control")),
    ],
)
def test_methods(sentence, pair):
    assert named(methods(sentence))[0] == pair


def test_three_arms_are_several_comparisons():
    # protects: a third arm that is forgotten
    against_control = methods("Adults were randomised to humming, tapping, or placebo.")
    assert named(against_control) == [("humming", "placebo"), ("tapping", "placebo")]
    active = methods("Adults were randomised to humming (n = 9), tapping (n = 8) or whistling (n = 7).")
    assert named(active) == [("humming", "tapping"), ("humming", "whistling"), ("tapping", "whistling")]


def test_what_two_forms_tell_comes_first_and_is_surer():
    once = methods("Adults were randomly assigned to humming or usual care.")
    text = text_of(
        "Loud whistling versus coughing",
        AbstractSection(f"{once.abstract} Adults received humming or usual care.", "METHODS"),
    )
    first = comparisons_of(text)[0]
    assert (first.intervention.value, first.comparator.value) == ("humming", "usual care")
    assert first.intervention.confidence > comparisons_of(once)[0].intervention.confidence


@pytest.mark.parametrize(
    "words",
    [
        "There was no between-group difference, and the two exercise groups were alike.",
        "This parallel group study had similar groups.",
        "Grouping (by arms) of groups and armchairs.",
    ],
)
def test_not_every_group_is_called_by_what_it_got(words):
    # protects: a design or a count that is taken for an arm
    assert named(methods(words)) == []


def test_what_a_group_is_called_by_is_whole_words():
    # protects: a short word that is found again within the word behind it
    results = AbstractSection("Pain fell in the vitamin e patients group and in the tapping group.", "RESULTS")
    assert named(text_of("", results)) == [("vitamin e", "tapping")]


def test_groups_of_results_speak_by_their_names_only():
    results = AbstractSection("The humming group had less pain; the tapping group had more pain.", "RESULTS")
    assert named(text_of("", results)) == [("humming", "tapping")]


def test_a_name_beside_which_a_placebo_is_a_part_only_is_not_sure():
    # protects: a line that lets other readings pass than those that were measured
    said = "Adults received humming or placebo tapping plus the usual lessons. The placebo was a recording."
    assert comparisons_of(methods(said))[0].comparator.confidence < LINES["comparator"].confidence


def test_which_of_two_active_arms_is_the_intervention_is_concluded():
    either, versus = methods("Adults received humming or tapping."), text_of("Humming versus tapping for hiccups")
    assert comparisons_of(either)[0].comparator.status == "inferred"
    assert comparisons_of(versus)[0].comparator.status == "explicit"


def test_a_side_that_no_form_names_comes_from_the_title_or_from_a_control_that_is_told_alone():
    text = text_of("Humming for hiccups", AbstractSection("The control group had no lessons.", "METHODS"))
    (one,) = comparisons_of(text)
    assert (one.intervention.value, one.comparator.value) == ("Humming", "control")
    assert (one.intervention.status, one.comparator.status) == ("inferred", "inferred")
    assert one.comparator.rule == "contrast.control-group"


def test_arms_with_sizes_speak_where_no_form_does():
    text = methods("Sixty adults took part (humming, n = 31; whistling, n = 29).")
    assert named(text, arms=sample_of(text).arms) == [("humming", "whistling")]


@pytest.mark.parametrize("kind", [Kind.CASE_REPORT, Kind.NARRATIVE_REVIEW, Kind.COMMENT])
def test_a_study_without_groups_has_no_comparison(kind):
    assert named(text_of("Humming versus silence"), kind) == []


@pytest.mark.parametrize(
    ("title", "kind", "intervention"),
    [
        ("Compassionate use of hummazine in hiccups", Kind.SINGLE_ARM, "hummazine"),
        ("Efficacy and tolerability of hummazine in hiccups", Kind.SINGLE_ARM, "hummazine"),
        ("Humming and the risk of later hiccups: a cohort study", Kind.COHORT, "Humming"),
        ("Association between humming and hiccups in adults", Kind.COHORT, "humming"),
        ("The relationship of loud humming to hiccups", None, "loud humming"),
        ("Humming does not improve hiccups in young adults", None, "Humming"),
    ],
)
def test_what_people_got_or_did_is_told_by_a_title_alone(title, kind, intervention):
    """Nothing was told of them before, because nobody says what it was compared with."""
    found = comparisons_of(text_of(title, AbstractSection("We saw 100 adults.")), kind)
    assert [(one.intervention.value, one.comparator.value) for one in found] == [(intervention, None)]


@pytest.mark.parametrize(
    "words",
    [
        "Humming is a sound.",
        "Adults were compared with baseline.",
        "Pain was lower in patients than in those who left.",
        "People were randomly assigned to two groups.",
        "We compared men and women.",
    ],
)
def test_what_names_no_arms_is_not_filled_in(words):
    # protects: a comparison that nobody made
    assert named(methods(words)) == []


def test_what_the_background_says_of_other_studies_is_not_theirs():
    text = text_of("", AbstractSection("Others have compared humming with placebo.", "BACKGROUND"))
    assert named(text) == []


def test_a_placebo_of_which_the_text_speaks_twice_is_sure_and_nothing_else_is():
    # protects: a line that lets other readings pass than those that were measured
    abstract = AbstractSection("Adults received humming or placebo. The placebo was a recording.", "METHODS")
    drafts = {one.field: one for one in drafts_of(appraise(record("Humming: a randomised trial", abstract)))}
    assert (drafts["comparator"].value, drafts["comparator"].sure) == ("placebo", True)
    assert (drafts["intervention"].value, drafts["intervention"].sure) == ("humming", False)
    assert drafts["comparator"].own_words


@pytest.mark.parametrize("length", range(90, 130))
def test_no_name_ends_within_a_word(length):
    # protects: a long name that is cut where the reading stops
    word = "h" * length
    assert set(sum(named(methods(f"Adults received loud {word}ing or placebo.")), ())) <= {f"loud {word}ing", "placebo"}


PIECES = st.sampled_from(
    [
        *("Humming", "placebo", "versus", "vs.", "compared with", "randomly assigned to", "either", "or", "and", ","),
        *("received", "the control group", "group A", "(n = 30)", "(", ")", ":", ";", ".", "\u0130", "\u2028", "0.9%"),
        *(
            "effects of",
            "treatment with",
            "without",
            "1,200 mg",
            "two groups:",
            "humming group",
            "in group B,",
            "arms",
            "in",
            "- ",
            "alone",
            "tapping",
            "\ud7ff",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(title=st.lists(PIECES, max_size=8).map(" ".join), abstract=st.lists(PIECES, max_size=40).map(" ".join))
def test_every_name_is_verbatim_whatever_is_printed(title, abstract):
    # protects: words shown as a quotation that nobody wrote
    text = text_of(title, AbstractSection(abstract, "METHODS"))
    for one in comparisons_of(text):
        for read in (one.intervention, one.comparator):
            assert [text.quote(span) for span in read.spans] == ([] if read.value is None else [read.value])


CUES = """
    we patients were either receive received receiving given randomised randomly assigned allocated divided allocation
    to into with groups arms treatments conditions : ( versus vs. compared comparison in of relative comparing between
    added addition as an adjunct harms humming , or and
"""


# protects: a quick look that hides what the pattern of a form would have found
@given(st.lists(st.sampled_from(CUES.split()), max_size=10).map(" ".join))
def test_the_quick_look_never_hides_a_form(said):
    one = Sentence(said, 0, 1, Role.METHODS, printed_role=True)
    assert all(form in FORMS.rows_in(one) for form in FORMS.rows if form.pattern.search(one.folded))


@pytest.mark.parametrize(
    "words",
    [
        "versus ",
        "received either ",
        "randomised to (",
        "compared with compared ",
        "a, b or ",
        "group ",
        "in the group, ",
    ],
)
def test_a_hostile_text_is_read_in_time(words):
    # protects: patterns that try every way through a text made for them
    text = methods(words * 20_000)
    assert len(comparisons_of(text)) <= 6
