"""When a text cannot tell which way an outcome went between two groups, however it speaks of that outcome. Pure.

A protocol tells its plans, a notice or a letter tells another paper's results, a study of one group has nothing to
compare, and a sentence may name an outcome without any result of it. Then the reading is missing; its rule says why.
"""

import re

from claimbook.appraise.direction.comparison import ARMS, Triple, finder_of, tokens_of
from claimbook.appraise.direction.cues import WAYS, statistics_in
from claimbook.appraise.direction.features import ITSELF, Reading, is_test
from claimbook.appraise.direction.model import in_plain_form
from claimbook.appraise.direction.within import is_within_groups
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold, folded_pattern, words
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Kind

_NO_RESULTS = frozenset({Kind.PROTOCOL, Kind.COMMENT, Kind.RETRACTION_NOTICE})
_RETELLS = frozenset({Kind.NARRATIVE_REVIEW, Kind.GUIDELINE})
_NOTICE = re.compile(
    r"^\W*(?:retraction\b|(?:editorial )?expression of concern\b|(?:author )?(?:correction|erratum|corrigendum)\b)"
)
"""A notice; the title of a retracted paper begins with 'retracted', and its abstract still tells its results."""
_ONLY_TALKED = folded_pattern(
    r"\bqualitative (?:\w+ ){0,2}(?:study|analysis|design|research|interviews?)\b"
    r"|\b(?:semi-?\s?structured|in-?depth) interviews?\b|\b(?:thematic|framework) analysis\b|\bgrounded theory\b"
    r"|\bphenomenolog|\bdelphi\b|\bconsensus (?:statement|conference|process|meeting|method)\b"
)
"""What people said or agreed on."""
_TALKS = words(
    "qualitative interview interviews thematic framework grounded phenomenology phenomenological delphi consensus"
)
_MIXED = folded_pattern(r"\bmixed[- ]methods?\b|\bquantitativ")
_NOBODY = folded_pattern(
    r"\b(?:no|none of the|zero|0(?: of (?:the )?\d+)?) (?:\w+ ){0,3}?"
    r"(?:patients?|participants?|adults|women|men|children|people|persons?|subjects|individuals)"
    r"(?: (?:was|were|could be))? (?:ever |actually )?(?:enrol|recruit|randomi|assigned|allocated)\w*"
    r"(?=\W*$|[.,;]|\)| (?:and|because|so|as|due)\b)"
)
"""A trial that never began has no results."""
_BEASTS = frozenset({Kind.ANIMAL, Kind.IN_VITRO})
_IN_BEASTS = folded_pattern(
    r"\b(?:rodents?|rats?|mice|mouse|murine|animal (?:models?|studies|experiments?)|preclinical|rabbits?|pigs?)\b"
)
_OF_PEOPLE = folded_pattern(r"\b(?:patients|people|humans?|adults|women|men|children)\b")
"""Asked of a study of animals or cells."""
_ONE_GROUP = frozenset({Kind.SINGLE_ARM, Kind.CASE_SERIES, Kind.CASE_REPORT})
_SEVERAL_GROUPS = frozenset({Kind.QUASI_EXPERIMENTAL, Kind.CROSSOVER, Kind.META_ANALYSIS, Kind.CASE_CONTROL})
_SAYS_ONE_GROUP = folded_pattern(
    r"\b(?:single|one)[- ](?:arm|group|sample)\b"
    r"|\buncontrolled (?:\w+ )?(?:trial|study|pilot|design|evaluation|case|cohort)\b"
    r"|\b(?:no|without|lack(?:ed|ing|s)? (?:of )?)(?: an?| any)? (?:control|comparison|comparator|concurrent control)"
    r"(?: group| arm)?s?\b"
    r"|\b(?:before[- ](?:and[- ])?after|pre-?(?:test)?[-/ ]+(?:and[- ])?post-?(?:test)?) (?:study|design)"
    r"|(?<!controlled )\bcase series\b"
)
_GROUPS_COMPARED = folded_pattern(
    r"\bbetween[- ](?:the )?(?:two |both |three |study |treatment )?(?:groups?|arms?)\b"
    r"|\b(?<!no )(?<!without )controls?\b(?! of\b)"
    r"|\b(?:both|two|three|either) (?:study |treatment )?(?:groups|arms)\b"
    r"|\b(?:odds|hazard|risk|rate) ratios?\b|\badjusted (?:or|hr|rr)\b"
)
_WORDS_OF_GROUPS = words(
    "group groups arm arms control controls placebo sham randomised randomized randomly random allocated assigned "
    "cohort cohorts crossover cross condition conditions comparator compared comparison comparing versus unexposed "
    "exposed users nonusers associated association correlated ratio ratios odds hazard risk regression matched trials "
    "vehicle untreated without alone either quartile quintile tertile quartiles quintiles "
    "tertiles limb limbs side sides eye eyes leg legs"
)
"""A text without any of these compares nothing but one group with itself."""
_TWICE = folded_pattern(
    r"\bbefore and\b|\b(?:than|from|to|at|with) (?:the )?(?:before|baseline|pre|initial)\b|\bfirst and\b"
    r"|\bbefore (?:the|any)\b|\bpre- ?(?:and|to|/)|\bpre(?:test|treatment|operative)"
)
"""The same people measured twice."""
_THAN_OTHERS = folded_pattern(r"\bthan (?!(?:at |the )?(?:before|baseline|entry|pre|initial|first|previous))")
_TELLS = WAYS | {"SAME", "NOT", "SIG", "TREND"}
_TELLS_OF_NONE = frozenset({"SAME", "NOT", "TREND"})
_LEAST_NUMBERS = 2


def says_nothing_of_its_own(text: Text, kind: Kind | None) -> bool:
    """Whether this tells plans, results of others or what people said: a protocol, a comment, a notice, a review."""
    if _NOTICE.match(fold(text.title)) or kind in _NO_RESULTS | _RETELLS:
        return True
    if any(_NOBODY.search(one.folded) for one in text.in_roles(Role.RESULTS)):
        return True
    own = text.in_roles(Role.TITLE, Role.AIM, Role.METHODS)
    talked = any(not _TALKS.isdisjoint(one.words) and _ONLY_TALKED.search(one.folded) for one in own)
    return talked and not any(_counts(one) for one in text.sentences)


def _counts(sentence: Sentence) -> bool:
    """Whether a sentence prints a test, or calls the study one of numbers as well."""
    return _MIXED.search(sentence.folded) is not None or bool(statistics_in(sentence.text))


def is_of_other_beings(text: Text, kind: Kind | None, triple: Triple) -> bool:
    """Whether a study of animals or cells is asked for an outcome in people."""
    asked = f"{triple.intervention} {triple.outcome}"
    return _OF_PEOPLE.search(fold(asked)) is not None and (
        kind in _BEASTS or _IN_BEASTS.search(fold(text.title)) is not None
    )


def has_one_group(text: Text, kind: Kind | None, triple: Triple) -> bool:
    """Whether a study of one group is asked how it did against another, of which its results do not speak."""
    if ITSELF.search(fold(triple.comparator)):
        return False
    own = [*text.in_roles(Role.TITLE, Role.AIM, Role.METHODS, Role.RESULTS)]
    if kind in _SEVERAL_GROUPS:
        return False
    said = kind in _ONE_GROUP or any(_SAYS_ONE_GROUP.search(one.folded) for one in own)
    if not said and (any(map(_speaks_of_groups, own)) or not any(_TWICE.search(one.folded) for one in own)):
        return False
    finder = finder_of(f"{text.title}\n{text.abstract}", triple)
    return not any(
        _GROUPS_COMPARED.search(one.folded) or any(part.part == "C" for part in finder.mark(tokens_of(one.text)))
        for one in (text.in_roles(Role.RESULTS) if said else text.sentences)
    )


def _speaks_of_groups(sentence: Sentence) -> bool:
    return not _WORDS_OF_GROUPS.isdisjoint(sentence.words) or _THAN_OTHERS.search(sentence.folded) is not None


def shows_no_sameness(reading: Reading) -> bool:
    """Whether nothing in a sentence bears out that an outcome did not differ: no such word, no test, not both arms.

    'Hiccups were seen in 131 dogs' is read as no difference only because it tells of none.
    """
    names = {one.name for one in reading.signs}
    borne_out = names & _TELLS_OF_NONE or names >= ARMS or any(map(is_test, names))
    return not borne_out and in_plain_form(reading) is None


def why_silent(reading: Reading) -> str:
    """Why the sentence that says most of an outcome compares nothing; nothing where it does.

    It has no word of direction or of sameness, no test and no number for each arm; or it tests each group against its
    own beginning: 'fell from 6 to 4 with humming (P = .01), with silence from 6 to 5 (P = .09)'.
    """
    names = [one.name for one in reading.signs]
    tests = [one for one in names if is_test(one)]
    both = {*names} >= ARMS
    told = _TELLS & {*names} or tests or both or names.count("#") >= _LEAST_NUMBERS
    if not told and in_plain_form(reading) is None:
        return "no-result-told"
    return "within-groups" if is_within_groups(reading) else ""
