"""What the words around a result are, each as one letter, so that a form reads like the grammar of a clause.

'Pain was lower with humming' is ``nbcwn`` (`outcome_forms`). Besides the letters of the lists: ``n`` is a word that
stands in none, ``z`` a number, ``(`` a bracket, ``8`` a single letter; a comma and a colon stand for themselves.

Source: "dev" was read from every second row of ``pico_corpus`` (evaluation only: no program is fitted to it), from the
training half of ``evidence_inference`` (may train) and from invented abstracts.
"""

import re
from collections.abc import Iterable
from string import ascii_lowercase
from typing import NamedTuple

from claimbook.appraise.text.lexicon import words
from claimbook.appraise.text.pieces import Seen


class WordClass(NamedTuple):
    """Words that play one part in a clause (dev)."""

    letter: str
    what: str
    words: str


WORD_CLASSES = (
    WordClass(
        "d",
        "articles and other words before a name",
        """the a an any all both either neither some other their its his her our this these those such same no
        only most several many few""",
    ),
    WordClass("%", "before the step or unit of an exposure", "each every"),
    WordClass(
        "A",
        "adjectives of statistics and size",
        """mean median average overall adjusted unadjusted crude absolute relative significant estimated pooled main
        corresponding respective cumulative total primary secondary first further meaningful marked notable
        important large small strong clear substantial moderate modest multivariate multivariable univariate
        additional new different possible potential actual annual final current between-group standardized
        standardised weighted major least-squares least squares two-sided nonsignificant non-significant weak
        maximum maximal minimum minimal peak beneficial positive favourable favorable
        posttest pretest post-test pre-test incident""",
    ),
    WordClass(
        "c",
        "comparatives",
        """higher lower greater smaller larger fewer shorter longer better worse faster slower less more earlier
        later superior inferior similar comparable equivalent equal poorer stronger weaker milder greatest highest
        lowest strongest worst best impaired good poor unchanged""",
    ),
    WordClass(
        "r",
        "adverbs without '-ly'",
        """not also then again still likewise respectively very far much too just even well twice nearly almost never
        often once alone so borderline""",
    ),
    WordClass(
        "s",
        "how much of something: 'risk of'",
        """risk risks rate rates odds incidence incidences prevalence frequency frequencies likelihood probability
        hazard hazards proportion proportions percentage percentages number numbers occurrence level levels
        percent severity amount degree extent chance values value reason reasons magnitude requirement
        requirements need needs measure measures areas domains aspects""",
    ),
    WordClass(
        "m",
        "measures, no outcomes by themselves",
        """difference differences ratio ratios change changes estimate estimates reduction reductions improvement
        improvements increase increases decrease decreases benefit benefits gain gains decline declines trend
        trends advantage superiority delay delays outcome outcomes endpoint endpoints test tests hr or rr smd
        md wmd aor ahr irr hrs ors rrs aors ahrs irrs disproportion excess beta coefficient coefficients
        risk-ratio interaction interactions slope slopes ve efficacy""",
    ),
    WordClass("E", "effects of something on the outcome", "effect effects impact impacts influence influences"),
    WordClass(
        "6",
        "associations, 'with' or 'between'",
        """association associations correlation correlations relationship relationships relation
        relations link links""",
    ),
    WordClass(
        "9",
        "what predicts the outcome",
        """predictor predictors factor factors variable variables determinant determinants covariate covariates""",
    ),
    WordClass(
        "4",
        "before a list of what was adjusted for",
        "adjusting adjustment adjustments controlling allowance accounting",
    ),
    WordClass(
        "0",
        "what only studies have, and parts of an exposure",
        """data analysis analyses result results finding findings evidence model models significance heterogeneity p
        ci interval intervals parameter parameters regression population populations design conclusion comparison
        comparisons favor favour t-test t-tests suggestion quartile quartiles quintile
        quintiles tertile tertiles decile deciles third thirds category categories genotype genotypes allele alleles
        increment increments sd se sem iqr""",
    ),
    WordClass(
        "g",
        "people, treatments and their groups",
        """patients patient participants participant women men children subjects subject group groups arm arms people
        those individuals infants adults controls control cases students workers mothers boys girls users
        volunteers respondents nurses members persons adolescents residents smokers runners trial trials study
        studies treatment treatments therapy intervention interventions placebo regimen regimens drug drugs
        cohort cohorts program programme programs programmes samples eyes survivors carriers athletes
        investigators authors woman man child person physicians clinicians doctors employees teachers pupils
        ig cg eg drivers drinkers nonsmokers non-smokers nonusers non-users consumers eaters sleepers heterozygotes
        homozygotes offspring siblings twins fathers parents caregivers carers dyads families households
        schools hospitals recipients donors veterans soldiers farmers exercisers neonates newborns rats mice
        agents agent lambs dogs pigs animals sheep rabbits supplementation supplement supplements injection
        injections administration infusion infusions vaccination condition conditions sample diet diets""",
    ),
    WordClass(
        "k",
        "times and units",
        """week weeks month months year years day days hour hours h min minutes baseline follow-up followup visit
        period randomisation randomization enrolment enrollment admission end time-point timepoint point points
        discharge session sessions kg g mg ml l mm cm m mmol mmhg kcal bpm ng pg mcg \u00b5g \u03bcg iu u hz""",
    ),
    WordClass("o", "of", "of"),
    WordClass("j", "joins words", "and or nor and/or plus &"),
    WordClass("i", "in, on", "in on upon"),
    WordClass("f", "for", "for regarding concerning"),
    WordClass("w", "with", "with without"),
    WordClass("t", "to", "to toward towards"),
    WordClass(
        "p",
        "other prepositions",
        """at after before during between among amongst across from by within over under per following until through
        throughout against as into via using according despite due because if unless since except when
        comparing requiring needing leading resulting including based given owing beyond below above whether
        receiving undergoing out than compared relative""",
    ),
    WordClass("7", "between two arms", "versus vs v"),
    WordClass("q", "relatives", "who which that whose whom where"),
    WordClass(
        "l",
        "link clauses",
        """however moreover furthermore additionally conversely finally but while whereas although though thus hence
        therefore interestingly notably meanwhile instead nevertheless nonetheless importantly yet""",
    ),
    WordClass("y", "before something that exists or was seen", "there we"),
    WordClass("I", "pronouns", "it they he she none one ones"),
    WordClass(
        "b",
        "being",
        """was were is are be been being did do does could can may might will would should must remained became
        seemed appeared tended stayed remain remains""",
    ),
    WordClass(
        "h",
        "having",
        """had has have having showed shows show showing reported reporting experienced experiencing demonstrated
        demonstrates exhibited achieved achieving developed developing received required suffered suffering
        gained lost underwent used needed presented revealed conferred obtained achieve develop receive
        experience report require get suffer undergo maintained maintain reached reach displayed sustained
        expressed attained scored indicated suggested confirmed indicate indicates suggests suggest made make
        attended see state took spent made missed completed discontinued""",
    ),
    WordClass(
        "!",
        "bringing about: the subject is a treatment",
        """caused resulted produced led gave giving yielded yielding provided induced causes
        induces""",
    ),
    WordClass(
        "v",
        "changing something",
        """increased increasing reduced reduces reduce reducing decreased decreasing improved improves improve
        improving lowered lowers lowering raised raises raise prolonged prolongs prolong prolonging shortened
        shortens shorten shortening delayed delaying prevented prevents prevent preventing attenuated attenuates
        enhanced enhances enhance enhancing worsened worsens affected affects affect accelerated slowed suppressed
        preserved alleviated relieved relieves relieve eased promoted influenced predicted predicts predict
        predicting altered alter inhibited stimulated elevated facilitated minimized minimised diminished halved
        doubled favored favoured""",
    ),
    WordClass(
        "u",
        "changing",
        """fell rose declined dropped differed differ differs varied grew occurred occurs occur lasted averaged falling
        rising dropping declining slept walked ranged changed arose happened persisted ceased stopped began
        continued deteriorated""",
    ),
    WordClass(
        "a",
        "related, before 'with' or 'to'",
        """prognostic predictive associated linked unrelated related likely unlikely able unable prone""",
    ),
    WordClass("5", "correlating, before 'with'", "correlated correlates correlate"),
    WordClass("e", "irregular participles", "seen shown kept left grown begun known found"),
    WordClass(
        "x",
        "what is said of treatments",
        """effective ineffective efficacious safe well-tolerated tolerated noninferior non-inferior feasible
        uncertain unclear unknown available eligible""",
    ),
    WordClass("1", "time to something", "time times"),
    WordClass("2", "what happens to people", "relapsed recurred died survived hospitalized hospitalised readmitted"),
    WordClass("3", "'with regard to'", "regard regards respect terms"),
)
"""A word in two lists has the letter of the first."""
_LETTER = {word: letter for letter, _, listed in reversed(WORD_CLASSES) for word in listed.split()} | {"": "("}
_LETTER |= {f"{initial}.": "n" for initial in ascii_lowercase if initial != "v"}  # as in the names of bacteria
MEASURES = "mE"
"""Letters of words that name neither an outcome nor an arm."""
OPENS = "."
"""A stretch that begins a main clause begins with it."""
SIGNS = "\"'\u201c\u201d\u2018\u2019.,;:()[]_"
EDGES = SIGNS + " "
RELATED = words(" ".join(one.words for one in WORD_CLASSES if one.letter in "a9"))
"""One of these stands in a sentence that tells what is related."""
EVENTS = words(
    """death deaths mortality absence absences discontinuation discontinuations withdrawal withdrawals hospitalisation
    hospitalization hospitalisations hospitalizations admission admissions readmission readmissions visits
    consultations"""
)
"""What has a cause behind it that belongs to its name."""
CAUSES = words("from for due owing because attributable")
_ENDINGS = {",": ",", ";": ",", ":": ":"}
_FORMED = (
    ("z", r"[^a-z]*$|[~=<>\u2264\u2265\u00b1+\u2212-]*\d[\d.,\u00b7]*(?:%|[\u2013/-]\d|$)|[a-z]{1,3}[=<>]"),
    ("z", r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty-\w+|hundred)$"),
    ("z", r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$"),
    (
        "n",
        r"(?:[a-z-]+-related|family|anomaly|early|daily|weekly|monthly|yearly|elderly|bed|seed|speed|need|blood|weed)$",
    ),
    ("r", r"[a-z]{3,}ly$"),
    ("k", r"[a-z\u00b5]{1,6}/[a-z0-9\u00b2]{1,6}$"),
    ("d", r"\d+(?:\.\d+)?[\u2010\u2011\u2013-](?:h|hour|day|week|month|year|min|minute|unit|point|fold)s?$"),
    ("g", r"[a-z]+-(?:smokers|users|drinkers|eaters|carriers|responders)$"),
    ("A", r"[a-z/-]+-(?:adjusted|weighted)$"),
    ("e", r"(?:[a-z-]+-)?[a-z]{2,}ed$"),
    ("8", r"[a-z]$|[a-z]\d\d?$"),
)
"""The form of words that stand in no list; the first that fits."""
_FORM = re.compile("|".join(f"({form})" for _, form in _FORMED))


def letters_of(said: Iterable[str]) -> str:
    """The letters of these words in lower case, one after the other."""
    return "".join(map(LETTERS.__getitem__, said))


def letter_of(word: str) -> str:
    """The letter of one word in lower case, with a comma or a colon where one ends it."""
    if known := _LETTER.get(word):
        return known
    plain = word.strip(SIGNS)
    return (_LETTER.get(plain) or _letter_by_form(plain)) + _ENDINGS.get(word[-1:], "")


def _letter_by_form(plain: str) -> str:
    form = _FORM.match(plain)
    return _FORMED[form.lastindex - 1][0] if form and form.lastindex else "n"


LETTERS = Seen(letter_of)
"""The letters of the words that were met so far."""


def first_letter(said: str) -> str:
    """The letter of the first word behind all brackets and stops; empty where nothing else is said."""
    begins = said.lstrip(EDGES).split(None, 1)
    return LETTERS[begins[0]][0] if begins else ""
