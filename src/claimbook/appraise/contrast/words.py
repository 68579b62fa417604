"""Words by which the name of an arm is told from the words around it, read off development data.

"CONSORT" is its extension for abstracts, whose items on interventions and objective name what stands here as controls
and attributes. All words are in lower case.
"""

from claimbook.appraise.text.lexicon import words

CONTROL_WORDS = words(
    "placebo placebos control controls usual sham standard no waiting waitlist wait-list conventional routine alone "
    "only vehicle saline without monotherapy untreated treatment-as-usual"
)
"""Words of a name that tell a comparator (CONSORT)."""

ATTRIBUTES = words(
    "effect effects efficacy effectiveness safety impact impacts influence influences outcome outcomes result results "
    "tolerability benefit benefits performance accuracy cost costs cost-effectiveness incidence rate rates role value "
    "feasibility acceptability quality pharmacokinetics bioavailability immunogenicity usefulness utility potency "
    "improvement reduction activity potential ability superiority noninferiority non-inferiority equivalence use "
    "action response responses changes difference differences advantage advantages comparison trial study evaluation "
    "assessment analysis administration application addition consequences"
)
"""What is studied of an intervention, which is no part of its name: 'the effect of X' (CONSORT)."""

CARRIERS = words(
    "treatment pretreatment therapy management supplementation intervention administration injection infusion"
)
"""'Treatment with X' is X."""

BEGINS = words(
    "group groups arm arms receive received receiving either undergo undergoing underwent take taking given consume "
    "consumed whether that between compare compared comparing than regimens conditions sequences : ; ? . , ( ) [ ]"
)
"""A name begins behind the last of these."""

CLAUSES = words("compare compared comparing whether that between receiving either : ; ? . , [ ]")
"""Behind the last of these begins the clause that names what is compared."""

_CIRCUMSTANCES = (
    "in on for during after before following among at as when while whereas over from using who which that regarding "
    "prior within until every through twice once under per if because concerning upon via by about whether their its "
    "respectively"
)
_VERBS = (
    "was were is are has had have did does do may can could should will would be not assess evaluate determine examine "
    "investigate identify explore followed achieve induce reduce reduces reduced improve improves improved improving "
    "prevent prevents increase increases increased decrease decreases decreased enhance enhances attenuates lowers "
    "affects fail fails failed"
)
STOPS = words(f"{_CIRCUMSTANCES} {_VERBS} ; : ? [ ] . \u2013 \u2014 -")
"""Words that no longer belong to a name."""

_SMALL = "a an the and or to with of in by be were was both on for plus via from treated those single daily"
LEADS = words(_SMALL)
"""Words that do not belong to a name at its beginning."""
TAILS = words(
    f"{_SMALL} , either is group groups arm arms condition conditions patients participants subjects children women"
)
"""Words that do not belong to a name at its end."""

NO_NAME = words(
    "baseline each other another them they it we this these month months week weeks year years age sex gender ratio "
    "method methods measurement levels mean between difference differences respectively outcome outcomes expectations "
    "perception previous literature data study groups randomly block stratified different significant significantly "
    "was were received patients participants subjects people individuals men rats mice hospital hospitals clusters n = "
    "variables variable proportions proportion t-test test tests chi-square anova parameters scores score latter"
)
"""What stands in no name of an arm."""

NOTHING = words(
    "intervention interventions treatment treatments experimental active study drug drugs test case cases comparison "
    "comparator reference usual one two three four five six first second third same equal new novel each main total "
    "others efficacy safety effect effects assessment evaluation investigation analysis results outcome respective "
    "combination sequence regimen protocol condition program programme group groups arm arms male males female females "
    "boys girls surprisingly parallel random randomised randomized randomization randomisation patient any no "
    "fourth dose strategy similar double-blind double-blinded single-blind single-blinded cluster vaccine"
)
"""Words that name no arm where nothing else is said."""

JOINS = words("+ plus combined followed alone only")
"""Behind a bracket these words join more to a name: 'X (2 mg) plus Y'."""
COUNTED = words("cases case eyes adults infants pts volunteers persons students")
"""'45 cases' in each group are none of them."""
COUNTS = words("two three four five six both all other")
"""Before these words groups are counted, not called: 'the two humming groups'."""
_LABEL_ENDS = (
    "the a an and or than versus vs vs. to with of each these into randomized randomised allocated divided assigned "
    "enrolled"
)
LABEL_ENDS = STOPS | BEGINS | COUNTS | words(_LABEL_ENDS)
"""Words that no longer belong to what a group is called by."""
ENDS = words("; : ? [ ] . \u2013 \u2014 - was were and group groups whereas while")
"""Words that no longer belong to a name with its dose, its time and its manner."""
