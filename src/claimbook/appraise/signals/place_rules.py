"""In how many places a study was done, as a table; its rows stand in order of precedence (see ``rules``)."""

from claimbook.appraise.signals.rule import SignalRule
from claimbook.appraise.text.pieces import SHARED, Pieces

_MANY = (
    r"(?:[2-9]|[1-9]\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?|fifty(?:-\w+)?|several|"
    r"multiple)"
)
_OF_A_BODY = (
    r"(?!anatom|arter|cancer|tum|valve|inject|body|skin|surg|bleed|biops|donor|adjacent|non-adj|intraoral|periodon|"
    r"dental|tooth|implant|extract|measure|fract|metasta|skelet|bone|spin|hip|cutan|infect|punct|repair|treated|"
    r"disease|defect|"
    r"recess|pocket|prob|gingiv|mucos|muscle|pain|test|wound|tend|bind|cleav|phospho|polym|genet|stimul|record|brain|"
    r"acup|graft|anasto|ulcer|lesion|joint|contralateral|done |at |in |of |on |per )"
)
"""Words in front of sites that are no places of work."""

PLACE_RULES = (
    SignalRule(
        "multicentre",
        says=False,
        where="own",
        stems="single| one |mono",
        words=(
            r"\bsingle[- ](?:(?:tertiary|university|academic|community|teaching|urban|rural|public|general|referral|"
            r"care|medical|district)[- ]){0,3}(?:cent(?:er|re)|site|institution\w*|hospital)\b"
            r"(?! (?:stay|trials|studies))|"
            r"\bone[- ](?:cent(?:er|re)|institution)\b|\bmono-?cent(?:er|re|ric)\b"
        ),
        confidence=0.95,
        source="spec (INCONS-SINGLE)",
        besides=Pieces("center|centre|centric|site|institution|hospital", SHARED),
    ),
    SignalRule(
        "multicentre",
        says=True,
        where="own",
        stems="multi|centric|two-cent|three-cent|four-cent|five-cent|six-cent|dual-cent|centers|centres|hospitals|sites|"
        "clinics|practices|countries|institutions|schools|nursing homes|care homes|care units|emergency departments|"
        "villages|universities| units|stations",
        words=(
            r"\bmulti-?\s?(?:cent(?:er|re|ric)|site|institution\w*|national|country|hospital)\w*+"
            r"(?!(?: [\w-]+){0,2} (?:trials|studies)\b)|\bbi-?centric\b|"
            r"\b(?:two|three|four|five|six|dual)-cent(?:er|re)\b|\bboth (?:hospitals|cent(?:er|re)s)\b|"
            rf"(?<!one of )(?<!one of the )\b{_MANY} (?:{_OF_A_BODY}[\w-]+ ){{0,3}}?sites\b(?! of)|"
            rf"(?<!one of )(?<!one of the )\b{_MANY} (?:(?!trial|study|done|at |in |of |hip |bone )[\w-]+ ){{0,3}}?"
            r"(?:cent(?:er|re)s|hospitals|clinics|practices|countries|institutions|schools|(?:nursing|care) homes|"
            r"(?:intensive|critical) care units|emergency departments|villages|universities|"
            r"(?:ambulance|health) stations|"
            r"(?:stroke|ha?emodialysis|dialysis|neonatal|maternity|obstetric|psychiatric|burns?|rehabilitation|trauma|"
            r"renal|oncology|coronary) units)\b|"
            rf"\bpatients (?:from|in|at|of) {_MANY} units\b"
        ),
        confidence=0.93,
        source="spec (INCONS-SINGLE), dev",
    ),
    SignalRule(
        "multicentre",
        says=False,
        where="conduct",
        stems=" one | our |tertiary|university|teaching|referral|district",
        words=(
            r"^(?:setting:? )?one (?:[\w-]+ ){0,3}(?:clinic|hospital|practice|department|cent(?:er|re))\b|"
            r"^(?:setting:? )?(?:an?|the) (?:[\w-]+ ){0,2}?(?:tertiary|university|teaching|referral|district) "
            r"(?:[\w-]+ ){0,2}?(?:hospital|cent(?:er|re)|clinic)\b(?= in\b|\W)(?! (?:stay|and|or))|"
            r"\b(?:at|in|from) one (?:[\w-]+ ){0,2}(?:hospital|site)\b(?!-)|"
            r"\b(?:at|in|from) (?:an?|the) (?:[\w-]+ ){0,3}?(?:tertiary|university|teaching|referral|district) "
            r"(?:[\w-]+ ){0,3}?(?:hospital|cent(?:er|re)|clinic)\b(?! (?:stay|and|or))|"
            r"\b(?:at|in|from) our (?:[\w-]+ ){0,3}(?:institut(?:ion|e)|hospital|department|clinic|unit|"
            r"cent(?:er|re))\b|\b(?:at|in) one (?:[\w-]+ ){0,2}(?:hospital|clinic|practice|department)\b"
        ),
        confidence=0.85,
        source="spec (INCONS-SINGLE)",
        besides=Pieces("hospital|site|center|centre|clinic|institut|department|practice|unit", SHARED),
    ),
    SignalRule(
        "multicentre",
        says=True,
        where="own",
        stems="international",
        words=r"\binternational,? (?:(?:multicent\w+|prospective|randomi[sz]ed|controlled|clinical|double-?|blind\w*|"
        r"placebo-controlled|open[- ]label|phase|[1-4]|i{1,3}|platform|observational|adaptive|pragmatic|parallel|"
        r"large),? ){0,5}(?:trial|study|cohort)\b(?! group)",
        confidence=0.8,
        source="invented: in more than one country",
    ),
)
