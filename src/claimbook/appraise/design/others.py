"""Words that tell of other people's studies, or of one that nobody has done yet."""

import re

from claimbook.appraise.text.pieces import SHARED, Pieces

WISHED_FOR = re.compile(
    r"\b(?:needed|needs?|necessary|required?|requires|warrant\w*|merits?|justif\w+|call(?:s|ed)? for|should be|"
    r"await\w*|future|further|remains to be|under ?way|planned|verif\w+|would (?:help|be))\b"
)
"""A study that the authors wish for is not the one they did."""

_THE_TRIAL = (
    r"(?:a|an|the|this|these|our|such|its|larger?|full|full-scale|formal|definitive|further|future|well-designed|"
    r"prospective|adequately|powered|multicent(?:re|er)|double-blind|properly|proper|high-quality|confirmatory|phase|iii|3)"
)
_WISHED_BEFORE = re.compile(
    r"\b(?:(?:are|is|am|now|currently|be) planning|plans?|preparing|propos(?:e|es|ing)|designing|awaits?|awaiting|"
    r"requires?|requiring|warrants?|calls? for|need(?:s|ed)?(?: for| of)?|justif(?:y|ies)|recommends?|suggests?|hopes?|"
    r"intends?|pending|(?:should|must|(?:needs?|remains?|has|have|ought|awaits?) to) be (?:[\w-]+ ){0,3}(?:in|by|with))"
    rf"(?: (?:now|also|that|for|to|conduct|perform|do|run|start|begin|undertake|carry out))*(?:,? {_THE_TRIAL})*,? $"
)
"""In front of a trial that nobody has done: 'we are now planning a', 'should be tested in a'."""
_A_TRIAL = re.compile(r"(?:,? [\w-]+){0,4}? (?:trials?|study|studies|rcts?|evaluations?|comparisons?)\b")
_WISHED_BEHIND = re.compile(
    r"(?:,? [\w-]+){0,4}? (?:trials?|study|studies|rcts?|evaluations?|comparisons?)\b[^.;,:]{0,80}?"
    r" (?:(?:is|are|seems?|appears?|remains?|will be|would be|may be) (?:\w+ ){0,2}?(?:needed|required|warranted|"
    r"necessary|justified|awaited|desirable|indicated|called for|planned|under ?way|lacking)|"
    r"(?:should|must|ought to) (?:\w+ )?(?:be|follow|test|confirm|examine|address|compare)|would (?:help|be)|"
    r"(?:is|are) to be (?:started|done|conducted|performed|undertaken))\b"
)
_BEFORE_A_WISH = 120


def is_wished_for(found: re.Match[str]) -> bool:
    """Whether these words stand in a wish: 'a randomised trial is needed', 'we are planning a randomised trial'."""
    said, start, end = found.string, found.start(), found.end()
    if _WISHED_BEHIND.match(said, end):
        return True
    return (
        _A_TRIAL.match(said, end) is not None
        and _WISHED_BEFORE.search(said, max(0, start - _BEFORE_A_WISH), start) is not None
    )


_PEOPLE = (
    r"(?:patients|adults|people|persons|participants|subjects|individuals|women|men|children|cohorts?|populations?)"
)
_WHOSE = r"(?:data|samples|participants|cohort|participating|part)"
ANOTHER_TRIAL = re.compile(
    r"\b(?:irrespective|regardless|independent(?:ly)?) of (?:[\w-]+ ){0,3}random|"
    r"\b(?<!and )(?:secondary|post[- ]?hoc|ancillary|re-?|process|sub-?)[- ]?(?:analys[ei]s|evaluation|study)\b|"
    r"\b(?:previous|prior|earlier|ongoing|parent|larger|published|planned|forthcoming|upcoming)(?:ly)?,?"
    r"(?: (?!were\b|was\b|who\b)[\w-]+,?){0,4} randomi[sz]ed|"
    r"\b(?:one|another|an?) (?:(?:recent|small|large|single|other|further),? ){0,2}(?:double-blind,? |controlled,? )?"
    r"randomi[sz]ed (?:[\w-]+,? ){0,3}(?:trial|study) (?:(?:in|of|with|from|by) (?:[\w-]+ ){1,4})?(?:has )?(?:also )?"
    r"(?:reported|found|showed|shown|suggested|failed|demonstrated|indicated)\b|"
    r"\b(?:nested|embedded|alongside|within (?:a|an|the)|(?:in the context|as (?:a )?part) of)\b[^.;]{0,60}"
    r"\brandomi[sz]ed|"
    rf"\b{_WHOSE} (?:of|from|in) (?:a|an|the|our|one|two)\b(?: [\w-]+,?){{0,5}} randomi[sz]ed|"
    r"\b(?:et al\b\.?|and (?:colleagues|co-?workers|associates)\b)[^.;]{0,160}\brandomi[sz]ed|"
    r"\b(?:patients|people|women|men|children|adults) from (?:an?|two) (?:[\w-]+,? ){0,4}randomi[sz]ed|"
    r"\b(?:cohort|observational|longitudinal|cross-sectional|exploratory) (?:analys[ei]s|study) (?:of|from|within|in)"
    r" (?:an?|the|two)\b[^.;]{0,60}\btrial|"
    r"\b(?:hypothetical|target|emulat\w+|in silico)\b[^.;]{0,60}\brandom|"
    rf"\b(?:(?:virtual|synthetic) (?:[\w-]+ )?{_PEOPLE}|simulat(?:ed|ing) \d[\d,]* (?:[\w-]+ ){{0,3}}?{_PEOPLE})\b"
    r"[^.;]{0,60}\brandom|"
    r"\b(?:declin\w+|refus\w+|unwilling|not (?:wish|want|agree|consent)\w*) (?:to )?(?:be |accept |undergo )?"
    r"(?:(?:the|their) )?random|"
    r"\bin (?:one (?:[\w-]+ ){1,3}|an? (?:often|much|widely|frequently|well)[- ](?:[\w-]+ ){1,4})(?:trial|study)\b"
)
"""Randomisation in such a sentence, or below such a title, may be of another trial, or of one whose people were studied
once more."""
MAY_TELL = Pieces(
    "virtual|synthetic|simulat|silico|attitude|view|opinion|percept|perspective|experience|willing|accept|reason|barrier|"
    "belief|understanding|"
    "irrespective|regardless|independent|secondary|post|ancillary|analys|process|sub|previous|prior|earlier|ongoing|parent|"
    "larger|published|planned|coming|reported|found|show|suggest|failed|demonstrat|indicat|nested|embedded|alongside|"
    "within|context|part|data|samples|cohort|colleagues|workers|associates| et | from |predict|prognos|correlat|"
    "mediator|moderator|risk|polymorphism|longitudinal|observational|sectional|exploratory|hypothetical|target|emulat|declin|"
    "refus|unwilling|wish|want|agree|consent| one |often|much|widely|frequently|well",
    SHARED,
)
"""A quick look before `ANOTHER_TRIAL` and `ANALYSED_AGAIN`."""

ANALYSED_AGAIN = re.compile(
    r"\b(?:predict(?!able)|prognos|correlat|mediators?\b|moderators?\b|risk factors?\b|polymorphism)[^.;]{0,120}"
    r"\b(?:in|from|of|within|among) (?:an?|the|two)\b(?: [\w-]+,?){0,6} (?:randomi[sz]|phase|placebo|double-)|"
    r"\b(?:attitudes?|views?|opinions?|perceptions?|perspectives?|experiences?|willingness|acceptability|reasons|barriers|"
    r"beliefs|understanding|consent)\b[^.;:]{0,80}?\b(?:to|towards?|of|about|on|for|regarding|"
    r"(?:participat\w+|tak\w+ part|enrol\w+|recruit\w+) (?:in|to|into)) (?:an?|the)\b(?: [\w-]+,?){0,4} "
    r"(?:randomi[sz]|placebo-controlled|double-blind)"
)
"""The same in a title: what foretold the outcome, among the people of a trial; and what people think of a trial."""

THEIR_OWN = re.compile(
    r"\b(?:we|our|this|present|current|aim\w*|purpose|objectives?|(?:was|were) (?:\w+ly )?(?:randomi[sz]ed|undertaken|"
    r"conducted|performed|carried out|designed|assigned|allocated|assessed))\b"
)
"""What the authors say of themselves, also where others are spoken of."""
