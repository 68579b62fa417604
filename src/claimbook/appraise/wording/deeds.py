"""Whether a sentence tells what something did, or is good for, by words that no table of cues holds.

Silence is then less sure: 'humming banished hiccups' claims a cause with a verb that nobody thought of.
"""

from claimbook.appraise.text.lexicon import folded_pattern

_FINITE = folded_pattern(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|can|cannot|could|may|might|must|should|will|would|need)\b"
)
_TOLD = folded_pattern(
    r"\b(?:(?:accept|add|agree|allow|appear|assess|call|classif|complet|concern|confirm|consist|contain|contribut|"
    r"correspond|cover|creat|deal|demonstrat|depict|describ|develop|differ|discuss|emphasi[sz]|encourag|enrol|"
    r"estimat|evaluat|examin|exist|expect|explor|express|focus|follow|form|highlight|identif|illustrat|includ|"
    r"indicat|inform|investigat|lack|measur|need|observ|occur|offer|outperform|participat|perform|plan|point|"
    r"present|propos|provid|rang|receiv|recommend|recruit|refer|reflect|remain|report|represent|requir|reveal|"
    r"review|seem|serv|shar|show|suffer|suggest|support|survey|tolerat|underlin|underscor|us|utili[sz]|view|want|"
    r"wish)(?:e?s|e?d|ied|ies|r?red|led)|"
    r"became|becomes?|began|believed?|chose|conclude[ds]?|conducted|found|gave|gives|hoped?|knew|knows?|"
    r"made|makes|meets?|met|said|saw|seen|shown|spoke|stated|studied|takes|took|underwent|varied|varies|went|wrote|"
    r"(?:most|we|they|women|men|people|adults|patients|data|results|findings|challenges|users) "
    r"(?:\w+ly )?(?:confirm|describe|develop|exist|find|have|include|inform|live|need|provide|remain|report|show|"
    r"suggest|support|use))\b"
)
"""Verbs that tell what was seen, done or written, and not what something did to something."""
_DEED = folded_pattern(
    r"^\W*+(?!(?:in|among|for|to|with|at|on|of|as|by|from|after|before|during|although|while|if|when|because|since)\b)"
    r"(?:[\w'-]++[ ,]++){1,8}?[a-z]{2,}(?:ed|es|s)\b(?=[ .;,]|$)"
)
"""A subject, and behind it what may be a verb."""
_GOOD_FOR = folded_pattern(
    r"\b(?:(?:is|are|was|were|been|remains?|remained|prove[sd]?|proven|appear(?:s|ed)?|seem(?:s|ed)?)(?: to be)? "
    r"(?:(?!not\b)[\w-]+,? ){0,5}?|not )(?:effective|efficacious|beneficial|superior|inferior|harmful|detrimental|"
    r"deleterious|protective|useful|advantageous|ineffective)\b"
)


def tells_a_deed(said: str) -> bool:
    """Whether a sentence in lower case, or what is left of it, may tell what something did."""
    return _FINITE.search(said) is None and _TOLD.search(said) is None and _DEED.search(said) is not None


def says_good_or_bad(said: str) -> bool:
    """Whether it says that something is effective, harmful and the like: a finding, and not a wish beside it."""
    return _GOOD_FOR.search(said) is not None
