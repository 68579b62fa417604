"""Signs of how a study was done: what is said, where, and never more than is said."""

import time
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.design.kind import kind_of_text
from claimbook.appraise.design.notices import notices_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.sample.total import sample_of
from claimbook.appraise.signals.bias import signals_of
from claimbook.appraise.signals.follow_up import follow_up_of
from claimbook.appraise.signals.funding import conflicts_of, funding_of
from claimbook.appraise.signals.harms import harms_of
from claimbook.appraise.signals.registration import registration_of
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.appraisal import Kind, Read, Signals, Span
from claimbook.model.record import AbstractSection, Notice, PublicationType, Record


def signals(*sections, title="Humming for hiccups", types=()):
    text = text_of(title, *sections)
    return text, signals_of(text, kind_of_text(text), sample_of(text), frozenset(types))


def methods(words):
    return AbstractSection(words, "METHODS")


def results(words):
    return AbstractSection(words, "RESULTS")


def record(**facts):
    return Record(pmid="99000001", version=1, kind="article", title=facts.pop("title", "Humming"), **facts)


SAID = [
    ("In a double-blind trial 40 adults hummed.", "blinding", "double"),
    ("This triple-masked trial was short.", "blinding", "double"),
    ("Participants and therapists were blinded.", "blinding", "double"),
    ("Outcome assessors were blinded to the groups.", "blinding", "assessor"),
    ("In an open-label trial with blinded assessment, 40 adults hummed.", "blinding", "assessor"),
    ("A single-blind trial of 40 adults.", "blinding", "single, who not said"),
    ("A single-blind (assessor) trial of 40 adults.", "blinding", "assessor"),
    ("A single (evaluator) blinded trial of 40 adults.", "blinding", "assessor"),
    ("Hiccups were counted and rated on a 10-cm line by nurses who did not know the group.", "blinding", "assessor"),
    ("Hiccups were counted by staff masked to the song.", "blinding", "assessor"),
    ("A trained examiner unaware of treatment listened.", "blinding", "assessor"),
    ("Neither the singers nor the listeners knew which song was which.", "blinding", None),
    ("Neither the patients nor the nurses knew which song was which.", "blinding", "double"),
    ("The trial ran with masking of patients and assessors.", "blinding", "double"),
    ("Patients and investigators were unaware of the song.", "blinding", "double"),
    ("Neither the singers nor the listeners knew which drink was given.", "blinding", "double"),
    ("The observer and the patients were blinded.", "blinding", "double"),
    ("Owners and veterinarians were blinded.", "blinding", "double"),
    ("Neither singers nor listeners were blinded.", "blinding", "none"),
    ("Patients and therapists could not be blinded.", "blinding", "none"),
    ("Patients and physicians were aware of treatment assignment.", "blinding", "none"),
    ("An open, randomised trial of humming.", "blinding", "none"),
    ("Blinding of therapists was not possible.", "blinding", "none"),
    ("This was an open study of humming.", "blinding", "none"),
    ("Forty blind children hummed.", "blinding", None),
    ("Forty adults hummed behind a face mask.", "blinding", None),
    ("An open-label trial of 40 adults.", "blinding", "none"),
    ("Adults were not blinded.", "blinding", "none"),
    ("Adults were not fully blinded.", "blinding", "none"),
    ("Assessors were not blinded.", "blinding", "none"),
    ("Assessors were not blinded to the song.", "blinding", "none"),
    ("Hiccups were counted by nurses not blinded to the song.", "blinding", "none"),
    ("Assessors were not aware of the song.", "blinding", "assessor"),
    ("A non-masked trial of 40 adults.", "blinding", "none"),
    ("Allocation was concealed.", "concealment", True),
    ("We used sealed opaque envelopes.", "concealment", True),
    ("Allocation was not concealed.", "concealment", False),
    ("Allocation was by a central telephone service.", "concealment", True),
    ("Adults were assigned by internet-based randomisation.", "concealment", True),
    ("Analysis was by intention to treat.", "intention_to_treat", True),
    ("Analyses included all randomised adults.", "intention_to_treat", True),
    ("Adults were analysed in the group to which they were assigned.", "intention_to_treat", True),
    ("Adults could leave the group to which they belonged.", "intention_to_treat", None),
    ("Adults were analysed by their initial assigned group.", "intention_to_treat", True),
    ("The analysis was restricted to completers.", "per_protocol_only", True),
    ("Six adults were excluded from the analysis because of protocol violations.", "per_protocol_only", True),
    ("Intention\u2010to\u2010treat analysis was done.", "intention_to_treat", True),
    ("Adults were allocated by date of birth.", "quasi_random", True),
    ("Adults were assigned alternately to humming or silence.", "quasi_random", True),
    ("Adults were allotted alternately to humming or silence.", "quasi_random", True),
    ("Alternate patients hummed.", "quasi_random", True),
    ("Adults were given songs according to their birth dates.", "quasi_random", True),
    ("Randomised and quasi-randomised trials of humming will be searched.", "quasi_random", None),
    ("Estimates were adjusted for age and sex.", "confounders_adjusted", True),
    ("Estimates were not adjusted for age.", "confounders_adjusted", None),
    ("The multivariate odds ratio was lower.", "confounders_adjusted", True),
    ("Loudness was adjusted by turning a knob.", "confounders_adjusted", None),
    ("The study ran in 12 community clinics.", "multicentre", True),
    ("This multicenter study was large.", "multicentre", True),
    ("This single-centre study was small.", "multicentre", False),
    ("Adults of six nursing homes hummed.", "multicentre", True),
    ("Adults of 27 intensive care units hummed.", "multicentre", True),
    ("We allocated 40 villages to humming.", "multicentre", True),
    ("Adults hummed at 1083 predominantly urban sites.", "multicentre", True),
    ("Adults of fourteen tertiary hospitals hummed.", "multicentre", True),
    ("Humming was heard at three anatomical sites.", "multicentre", None),
    ("We saw 90 successfully repaired valve sites.", "multicentre", None),
    ("Adults hummed in a single tertiary care centre.", "multicentre", False),
    ("This monocentric trial was small.", "multicentre", False),
    ("This one-centre trial was small.", "multicentre", False),
    ("Adults hummed at one rural hospital.", "multicentre", False),
    ("Adults hummed at a university clinic.", "multicentre", False),
    ("Adults hummed at our institution.", "multicentre", False),
    ("In a two-centre trial adults hummed.", "multicentre", True),
    ("Adults of both hospitals hummed.", "multicentre", True),
    ("Adults hummed at a university hospital.", "multicentre", False),
    ("Adults were assigned to hum on odd days.", "quasi_random", True),
    ("Adults were allocated by tossing a coin.", "randomised", True),
    ("Minimisation was used to allocate adults.", "randomised", True),
    ("Adults were not randomised.", "randomised", False),
    ("There are no randomised studies of humming.", "randomised", None),
    ("Baseline characteristics were similar between groups.", "baseline_comparable", True),
    ("The groups were well matched for age and sex.", "baseline_comparable", True),
    ("Both groups were homogeneous in terms of demographic variables.", "baseline_comparable", True),
    ("Age, sex and loudness were similar in the two groups.", "baseline_comparable", True),
    ("The groups were well matched in terms of age, sex, and loudness.", "baseline_comparable", True),
    ("Hummers and whistlers were similar at enrollment.", "baseline_comparable", True),
    ("There were no differences in baseline characteristics between groups.", "baseline_comparable", True),
    ("Baseline characteristics did not differ between groups.", "baseline_comparable", True),
    ("Baseline characteristics were not similar between groups.", "baseline_comparable", None),
    ("Hummers and whistlers were not well matched at baseline.", "baseline_comparable", None),
    ("Groups were not comparable in age.", "baseline_comparable", None),
    ("Age and sex were not similar between groups.", "baseline_comparable", None),
    ("Changes from baseline were not significantly different.", "baseline_comparable", None),
    ("Clinical outcomes were similar in both groups.", "baseline_comparable", None),
    ("Baseline characteristics were similar, except that hummers were louder.", "baseline_comparable", None),
    ("At baseline the humming group was older.", "baseline_comparable", False),
    ("The control group was silent.", "control_group", True),
    ("Healthy volunteers served as controls.", "control_group", True),
    ("A neighbouring choir was the comparison group.", "control_group", True),
    ("Hiccups were compared with baseline.", "control_group", None),
    ("There was no comparison group.", "control_group", False),
    ("This single-arm study was small.", "control_group", False),
    ("This one-arm study was small.", "control_group", False),
    ("There was no silent control group.", "control_group", False),
    ("After a single visit, one group hummed.", "control_group", None),
    ("This was an uncontrolled pilot of humming.", "control_group", False),
]


@pytest.mark.parametrize(("said", "field", "value"), SAID)
def test_what_the_methods_say(said, field, value):
    text, found = signals(methods(said))
    read = getattr(found, field)
    assert read.value == value
    assert all(text.quote(span) for span in read.spans)


# protects: what was not so, or not done, read as surely so
@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("This was not a multicentre trial.", "multicentre", None),
        ("Multicentre trials of humming are missing.", "multicentre", None),
        ("This was not a single-centre study but ran in two hospitals.", "multicentre", True),
        ("There was no placebo.", "control_group", None),
        ("Humming was compared without a placebo group.", "control_group", None),
        ("The study was not placebo-controlled.", "control_group", None),
        ("Sham was not used.", "control_group", None),
        ("Honey, but not placebo, was sweet.", "control_group", True),
        ("Humming was no better than placebo.", "control_group", True),
        ("Adults hummed with or without placebo.", "control_group", True),
        ("The study was not double-blind.", "blinding", None),
        ("It was neither double-blind nor short.", "blinding", None),
        ("A double-blind design was not feasible.", "blinding", None),
        ("Double-blinding was not possible.", "blinding", "none"),
        ("This was not an open-label study.", "blinding", None),
        ("Outcome assessors were never blinded.", "blinding", None),
        ("There was no blinded assessor.", "blinding", None),
        ("It was impossible to blind the assessors.", "blinding", None),
        ("Blinded assessment was planned but not done.", "blinding", None),
        ("A non-double-blind study was done.", "blinding", None),
        ("The study was not only double-blind but short.", "blinding", "double"),
        ("Allocation concealment was not described.", "concealment", None),
        ("Allocation was inadequately concealed.", "concealment", None),
        ("Sealed envelopes were not used.", "concealment", None),
        ("An intention-to-treat analysis was not possible.", "intention_to_treat", None),
        ("Humming helped, but not in the intention-to-treat analysis.", "intention_to_treat", True),
        ("Baseline characteristics were rarely comparable.", "baseline_comparable", None),
        ("Groups were hardly similar at baseline.", "baseline_comparable", None),
        ("Patients were not allocated alternately.", "quasi_random", None),
        ("Assignment was not quasi-random.", "quasi_random", None),
        ("No propensity score was used.", "confounders_adjusted", None),
        ("Multiple regression was not possible.", "confounders_adjusted", None),
        ("Hiccups were not fewer after adjustment.", "confounders_adjusted", True),
    ],
)
def test_what_is_denied(said, field, value):
    _, found = signals(methods(said))
    assert getattr(found, field).value == value


# protects: 'multicentre, double-blind' read from a wish for such a trial
@pytest.mark.parametrize(
    "wish",
    [
        "A larger multicentre trial is needed.",
        "Future double-blind trials should be analysed by intention to treat, in multivariable models.",
    ],
)
def test_what_conclusions_wish_for_was_not_done(wish):
    _, found = signals(methods("Forty adults hummed."), AbstractSection(wish, "CONCLUSIONS"))
    assert not any((found.multicentre, found.blinding, found.intention_to_treat, found.confounders_adjusted))


# a comparison may be with what was before: only words of a group, or the design, make it sure
@pytest.mark.parametrize(
    ("said", "value", "sure"),
    [
        ("Hiccups of hummers were compared with those of whistlers.", True, False),
        ("We randomly assigned 40 adults and compared humming with whistling.", True, True),
        ("This single-arm trial compared humming with earlier habits.", False, False),
        ("We report a series of 12 patients.", False, False),
    ],
)
def test_a_comparison_alone_does_not_make_a_control_group_sure(said, value, sure):
    _, found = signals(methods(said))
    assert found.control_group.value is value
    assert (found.control_group.confidence >= LINES["control_group"].confidence) is sure


# what is counted in the reports of others is no conduct, and no harm, of those who count
def test_who_studies_reports_has_no_conduct_of_his_own():
    sections = (
        AbstractSection("To assess the quality of reporting of randomised trials of humming.", "OBJECTIVE"),
        results("Allocation concealment was described in 11 reports, adverse events in 29 and blinding in 96."),
    )
    text, found = signals(*sections, title="Reports of humming trials")
    assert not found.concealment
    assert not harms_of(text)


@pytest.mark.parametrize("field", [one.name for one in fields(Signals)])
def test_silence_is_missing_and_never_a_favourable_no(field):
    _, found = signals(methods("Some people hum."))
    assert getattr(found, field).status == "missing"


# other people's safeguards are not these authors' own
def test_background_and_conclusions_say_nothing_of_the_conduct():
    sections = (
        AbstractSection("Earlier trials with concealed allocation were double-blind.", "BACKGROUND"),
        methods("Forty adults hummed."),
        AbstractSection("Trials with concealed allocation are needed.", "CONCLUSIONS"),
    )
    _, found = signals(*sections)
    assert not found.concealment
    assert not found.blinding


@pytest.mark.parametrize(
    "title", ["Humming: a systematic review", "Humming: a meta-analysis of double-blind trials", "Reply: humming"]
)
def test_a_review_or_comment_has_no_conduct_of_its_own(title):
    _, found = signals(methods("We pooled double-blind, placebo-controlled trials."), title=title)
    assert not any(getattr(found, one.name) for one in fields(Signals))


def test_both_analyses_are_an_explicit_no_and_one_alone_an_unsure_yes():
    _, both = signals(methods("Intention-to-treat and per-protocol analyses were done."))
    assert (both.per_protocol_only.value, both.per_protocol_only.status) == (False, "explicit")
    _, alone = signals(methods("The per-protocol population was analysed."))
    assert (alone.per_protocol_only.value, alone.per_protocol_only.status) == (True, "inferred")
    assert "per_protocol_only" not in LINES


def test_a_randomised_trial_has_a_control_group_although_none_is_named():
    _, found = signals(methods("We randomly assigned 40 adults to humming or whistling."))
    assert (found.control_group.value, found.control_group.status) == (True, "inferred")


def test_the_publication_type_tells_of_several_centres():
    _, found = signals(methods("Forty adults hummed."), types=("Multicenter Study",))
    assert found.multicentre.metadata == ("Multicenter Study",)


@pytest.mark.parametrize(
    ("said", "percent", "status"),
    [
        ("The dropout rate was 12%.", 12.0, "explicit"),
        ("Attrition was 12%.", 12.0, "explicit"),
        ("Withdrawal symptoms were seen in 12%.", None, "missing"),
        ("Of all adults, 9.5% were lost to follow-up.", 9.5, "explicit"),
        ("Of 40 adults, 90% completed the study.", 10.0, "inferred"),
        ("A sample size of 230 will allow for a 10% dropout rate of 10%.", None, "missing"),
        ("Nobody left.", None, "missing"),
    ],
)
def test_losses_as_printed(said, percent, status):
    _, found = signals(results(said))
    assert (found.attrition.value, found.attrition.status) == (percent, status)


# protects: losses that the numbers of a trial tell, and numbers that count other people or other things
@pytest.mark.parametrize(
    ("said", "percent"),
    [
        ("Fifty-four adults completed the study.", 10.0),
        ("Fifty-four adults (90%) completed the 12-month assessment.", 10.0),
        ("Twenty-six adults on humming and 28 on rest completed the trial.", 10.0),
        ("Fifty-four adults (A, 26; B, 28) completed the study.", 10.0),
        ("Of 60 adults, 54 were analysed.", 10.0),
        ("54 of the 60 adults finished the trial.", 10.0),
        ("Follow-up was completed by 54 adults.", 10.0),
        ("Data of 54 adults (26 humming, 28 rest) were analysed.", 10.0),
        ("Six adults (2 humming, 4 rest) did not complete follow-up.", 10.0),
        ("Two adults on humming and four on rest dropped out.", 10.0),
        ("Because of errors, 6 adults were excluded from the analysis.", 10.0),
        ("Fifty-four adults completed both periods.", 10.0),
        ("Fifty-four adults completed it.", 10.0),
        ("Fifty-four adults completed 3 years.", 10.0),
        ("Retention was 90% (54/60).", 10.0),
        ("Follow-up was complete for 90% of them.", 10.0),
        ("Vital status was known for 90% of the adults.", 10.0),
        ("In all, 54 adults (90%) were reassessed.", 10.0),
        ("At two years 54 (90%) attended.", 10.0),
        ("Fifty-four adults gave data at week 9.", 10.0),
        ("Data at week 9 were obtained from 54 adults (90%).", 10.0),
        ("All but six adults were followed.", 10.0),
        ("Six adults, two in each group, were lost to follow-up.", 10.0),
        ("Six adults could not be traced.", 10.0),
        ("There were two drop-outs in the humming group and four in the other.", 10.0),
        ("Twenty adults in group A, 20 in group B and 14 in group C completed it.", 10.0),
        ("Attrition was low (10%).", 10.0),
        ("None was lost.", 0.0),
        ("All completed the study.", 0.0),
        ("Follow-up was complete.", 0.0),
        ("At follow-up 68% were free of hiccups.", None),
        ("Urinary retention was 12%.", None),
        ("Loss to follow-up was 5% in the humming group and 7% in the other.", None),
        ("All adults completed the trial.", 0.0),
        ("There were no drop-outs.", 0.0),
        ("Six adults in the humming group dropped out.", None),
        ("Six adults withdrew because of sore lips.", None),
        ("No adult withdrew because of sore lips.", None),
        ("Fifty-four blood samples were analysed.", None),
        (f"{'9' * 400} adults completed the trial.", None),
        ("Fifty-four adults (70%) were available.", None),
        ("Twenty adults completed the study.", None),
        ("Six adults completed high school.", None),
        ("54 of 58 nurses completed the course.", None),
        ("All adults who completed the trial hummed.", None),
    ],
)
def test_losses_that_follow_from_those_who_stayed_or_left(said, percent):
    text, found = signals(methods("We randomised 60 adults to humming or rest."), results(said))
    assert found.attrition.value == percent
    assert all(text.quote(span) for span in found.attrition.spans)


# protects: answers to a survey, which are no losses
def test_a_survey_loses_nobody():
    _, found = signals(methods("In a cross-sectional survey, 60 adults were asked."), results("54 adults returned it."))
    assert found.attrition.value is None


def test_losses_follow_from_two_numbers_and_are_never_sure():
    _, found = signals(methods("We randomised 40 adults."), results("Of these, 36 adults completed the study."))
    assert found.attrition.status in {"inferred", "missing"}
    assert "attrition" not in LINES


@pytest.mark.parametrize(
    ("facts", "kind", "words"),
    [
        ({"types": (PublicationType("D016441", "Retracted Publication"),)}, None, {"retracted"}),
        ({"types": (PublicationType("D000076942", "Preprint"),)}, None, {"preprint"}),
        ({"notices": (Notice("RetractionIn"), Notice("RetractionIn"))}, None, {"retracted"}),
        ({"notices": (Notice("ExpressionOfConcernIn"), Notice("ErratumIn"))}, None, {"concern", "corrected"}),
        ({"notices": (Notice("CommentOn"),)}, None, {"comment"}),
        ({}, Kind.PROTOCOL, {"protocol"}),
        ({}, Kind.ANIMAL, {"animal"}),
        ({}, Kind.RCT, set()),
    ],
)
def test_notices_are_told_once_with_what_shows_them(facts, kind, words):
    read = Read(kind, "explicit", 0.9, metadata=("x",)) if kind else Read.missing()
    one = record(**facts)
    found = notices_of(one, reading_of(one), read)
    assert sorted(one.value for one in found) == sorted(words)
    assert all(one.spans or one.metadata for one in found)


# publishers add such words later; they are read only where they speak of the record itself
@pytest.mark.parametrize(
    ("title", "told", "words"),
    [
        ("RETRACTED: Humming", "Adults hummed.", {"retracted"}),
        ("Humming [retracted]", "Adults hummed.", {"retracted"}),
        ("WITHDRAWN: Humming", "Adults hummed.", {"retracted"}),
        ("Humming in adults withdrawn from baclofen", "Adults hummed.", set()),
        ("Humming", "This article has been retracted.", {"retracted"}),
        ("Expression of concern: Humming", "The editors were told.", {"concern"}),
        ("Humming with patient concern", "A concern was seen.", set()),
        ("Humming [corrected]", "Adults hummed.", {"corrected"}),
        ("Humming", "[Correction added after online publication: 12 became 21.] Adults hummed.", {"corrected"}),
        ("Humming", "The difference disappeared after correction for age.", set()),
        ("Humming", "This article is a preprint and has not been peer reviewed.", {"preprint"}),
        ("Humming", "We searched preprints and peer-reviewed studies.", set()),
    ],
)  # fmt: skip
def test_notices_printed_in_the_text(title, told, words):
    one = record(title=title, abstract=(AbstractSection(told),))
    found = notices_of(one, reading_of(one), Read.missing())
    assert {read.value for read in found} == words


# a no is read where it is said, or concluded, and never sure, from a design that allocates nobody
@pytest.mark.parametrize(
    ("kind", "told", "value", "sure"),
    [
        (Kind.COHORT, "Adults were followed.", False, False),
        (Kind.QUASI_EXPERIMENTAL, "This non-randomised trial was small.", False, True),
        (Kind.QUASI_EXPERIMENTAL, "Allocation was based on patients' preference.", False, True),
        (Kind.QUASI_EXPERIMENTAL, "Adults hummed.", False, False),
        (Kind.QUASI_EXPERIMENTAL, "Wards were quasi-randomised.", None, False),
        (Kind.RCT, "A non-randomised group was followed as well.", True, True),
        (Kind.PROTOCOL, "Ninety adults will be randomised to humming.", True, True),
        (Kind.PROTOCOL, "Ninety adults will be interviewed.", None, False),
    ],
)
def test_randomised_or_not(kind, told, value, sure):
    read = Read(kind, "explicit", 0.95, (Span(0, 1, 0),))
    text = text_of("Humming", AbstractSection(told, "METHODS"))
    found = signals_of(text, read, sample_of(text)).randomised
    assert (found.value, found.confidence >= LINES["randomised"].confidence) == (value, sure)


WORDS = (
    "blinded double-blind were was not assessors 12% lost to follow-up completed the study patients and intention "
    "treat adjusted for age at 5 years weeks follow-up funded by Inc. control group NCT00000001 (n = 40) ; , ."
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=60).map(" ".join))
def test_every_span_is_verbatim_whatever_the_text(said):
    text, found = signals(said)
    one = record(abstract=(AbstractSection(said),))
    reads = [getattr(found, field.name) for field in fields(Signals)]
    reads += [follow_up_of(text), harms_of(text), funding_of(one, text), registration_of(one, text)]
    assert all(text.quote(span) for read in reads for span in read.spans)


# a pattern that runs away on a hostile abstract stops a whole harvest
@pytest.mark.parametrize(
    "piece",
    [
        *(
            "follow-up of ",
            "no serious ",
            "12 ",
            "blinded and ",
            "adjusted ",
            "a ",
            "(",
            "funded by ",
            "no nausea ",
            "rash ",
        ),
        *(
            "within 12 days ",
            "for 3 h ",
            "week 1, 2, ",
            "groups were similar in ",
            "neither patients nor ",
            "for at 2 weeks ",
        ),
    ],
)
def test_long_repetitions_are_read_in_linear_time(piece):
    said = piece * (20_000 // len(piece))
    start = time.process_time()
    text, _ = signals(said)
    follow_up_of(text)
    harms_of(text)
    conflicts_of(record(conflicts=said))
    assert time.process_time() - start < 10
