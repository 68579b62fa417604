"""Words that tell of other people's studies, or of one that nobody has done yet."""

import re

from claimbook.appraise.text.pieces import SHARED, Pieces

WISHED_FOR = re.compile(
    r"\b(?:needed|needs?|necessary|required?|requires|warrant\w*|merits?|justif\w+|call(?:s|ed)? for|should be|"
    r"await\w*|future|further|remains to be|under ?way|planned|verif\w+|would (?:help|be))\b"
)
"""A study that the authors wish for is not the one they did."""

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
    r"\b(?:hypothetical|target|emulat\w+)\b[^.;]{0,60}\brandom|"
    r"\b(?:declin\w+|refus\w+|unwilling|not (?:wish|want|agree|consent)\w*) (?:to )?(?:be |accept |undergo )?"
    r"(?:(?:the|their) )?random|"
    r"\bin (?:one (?:[\w-]+ ){1,3}|an? (?:often|much|widely|frequently|well)[- ](?:[\w-]+ ){1,4})(?:trial|study)\b"
)
"""Randomisation in such a sentence, or below such a title, may be of another trial, or of one whose people were studied
once more."""
MAY_TELL = Pieces(
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
    r"\b(?:in|from|of|within|among) (?:an?|the|two)\b(?: [\w-]+,?){0,6} (?:randomi[sz]|phase|placebo|double-)"
)
"""The same in a title: what foretold the outcome, among the people of a trial."""

THEIR_OWN = re.compile(
    r"\b(?:we|our|this|present|current|aim\w*|purpose|objectives?|(?:was|were) (?:\w+ly )?(?:randomi[sz]ed|undertaken|"
    r"conducted|performed|carried out|designed|assigned|allocated|assessed))\b"
)
"""What the authors say of themselves, also where others are spoken of."""
