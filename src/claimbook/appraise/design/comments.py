"""Rows for comments, letters and editorials: what somebody says of a study that others did.

Such a text retells how the study was done and what it found. It is known by words that only letters and editorials
use; else by others who are named, by words that judge them, and by the lack of any deed of its own. Sources: "PT" the
scope notes of the publication types in MeSH, "invented" letters and editorials that were made up to try this.
"""

import re

from claimbook.appraise.design.rule import DesignRule
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Kind

_TEAM = (
    r"(?:(?:and|with) (?:his |her |their )?(?:colleagues|co-?workers|associates|collaborators|others|team)|et al\b\.?)"
)
_STUDY = r"(?:trial|study|paper|article|report|letter|review|meta-analysis)"
_ADVERB = r"(?:(?:now|have|has|had|also|recently|\w+ly) ){0,2}"

COMMENTS = (
    DesignRule(
        "comment-title",
        Kind.COMMENT,
        "title",
        " re |comment|editorial|letter|correspondence|news| repl|response|viewpoint|"
        "perspective|opinion|discussion|regarding",
        (
            r"^\W*(?:re|reply|response(?! to (?!(?:the |an? )?(?:letter|comment|editorial|reply)))|comments?|"
            r"commentary|"
            r"editorial|letter|correspondence|regarding|authors?\W{0,2}s? (?:repl\w+|response)|in reply|news)\b"
            r"\s*(?:[:.]|on\b|to\b|$)|^\W*(?:viewpoint|perspective|opinion)\s*[:.]|"
            r"\b(?:letter to the editor|authors?\W{0,2}s? (?:reply|response)|editorial comment)|"
            r"\binvited (?:comment\w*|discussion)|[:.] (?:an? )?(?:editorial|commentary|comment|viewpoint|opinion)\W*$"
        ),
        0.9,
        "PT",
    ),
    DesignRule(
        "erratum-title",
        Kind.COMMENT,
        "title",
        "errat|corri|correction",
        r"^\W*(?:erratum|correction|corrigend(?:um|a)|errata)\b\s*(?:[:.]|on\b|to\b|$)",
        0.8,
        "PT: no study, but no comment either",
    ),
    DesignRule(
        "concern-title",
        Kind.COMMENT,
        "title",
        "concern",
        r"^\W*(?:editorial )?expression of concern\b",
        0.85,
        "PT",
    ),
    DesignRule(
        "comment-text",
        Kind.COMMENT,
        "abstract",
        "editorial|commentary|letter|viewpoint|this issue|current issue|present issue|s issue|month issue|issue of|"
        "with interest|"
        "great interest|much interest|keen interest|considerable interest|interested to|interest in our|congratulat|"
        " commend|applaud|praise|deserve|dear|the editor|thank|appreciate|we welcome|your|the authors|sir,|sirs,|"
        "abstracted|this comment|this perspective",
        (
            r"\b(?:in this|this) (?:editorial|commentary|letter|viewpoint)\b|"
            r"\bin this comment\b|\bthis (?:comment|perspective) (?:considers|explains|discusses|"
            r"examines|argues|highlights)\b|"
            r"\b(?:reported|published|appears?|described|study|trial|colleagues|et al\.?) in this issue\b|"
            r"^in (?:this|the (?:current|present))(?: month\W?s)? issue\b|"
            rf"\bissue of (?:the|this) journal\b[^.;]{{0,60}}\b{_TEAM}|"
            r"\bread\b[^.;]{0,100}\bwith (?:great |much |keen |considerable )?interest\b|\b(?:was|"
            r"were) interested to read\b|"
            r"^(?:to the editor|dear (?:sir|editor|professor|dr)|sirs?,)|\bdear editor\b|"
            rf"\b(?:authors?|investigators|researchers|{_TEAM})[^.;]{{0,30}} "
            r"(?:(?:are|is|should|must|have)(?: to)?(?: be)? (?:congratulated|commended|applauded|praised)|"
            r"deserves? (?:great |our )?(?:praise|credit|congratulation))|"
            r"\bwe (?:congratulate|commend|applaud)\b|"
            r"\bwe (?:thank|appreciate|welcome)\b[^.;]{0,60}\b(?:comments?\b|letter|remarks|interest in our)|"
            r"\b(?:in|of|by) your (?:journal|paper|article|readers|study)\b|\b(?:could|can|would) the authors\b|"
            r"^abstracted from\b"
        ),
        0.85,
        "PT, invented",
    ),
)

OF_OTHERS = (
    DesignRule(
        "comment-on-others",
        Kind.COMMENT,
        "abstract",
        "colleagues|workers|associates|collaborators| et |others| team|journal|recently|trialists|results of the|"
        "investigators|accompanying",
        (
            rf"\b{_TEAM},? {_ADVERB}(?:report|describe|present|show|f(?:ind|ound)|conclude|claim|argue|suggest|compare|"
            r"randomi[sz]|test|stud|conduct|investigat|examine|provide|demonstrate|address|tackle|did|set out|sought|"
            r"ask|should|deserve|in )\w*|"
            rf"\b{_STUDY} (?:[\w-]+ ){{0,6}}?(?:by|from|of) (?:[\w'-]+ ){{1,3}}?{_TEAM}|"
            rf"\brecently (?:published|reported|completed|presented) (?:[\w-]+ ){{0,2}}{_STUDY}\b|"
            r"\bresults of the [\w-]+ (?:trial|study)(?: \w+){0,2}? (?:have|has|were|are)(?: been| now|"
            r" recently| just| finally){0,3} (?:published|presented|reported|announced|available)\b|"
            rf"\bin (?:this|the|this month\W?s) journal\b|\baccompanying {_STUDY}\b|"
            r"\bthe [\w-]+ (?:investigators|trialists) "
        ),
        0.8,
        "invented",
        judges=True,
    ),
)

_JUDGED = re.compile(
    r"\b(?:(?:several|some|many|important|few|two|three|further|serious|major) (?:\w+ )?(?:points\b(?! on)|questions|"
    r"issues|concerns|caveats|doubts|reservations)|caveats?|caution(?!ed)|cautious\w*|"
    r"(?:questions?|doubts?|uncertaint\w+) (?:remain|arise|persist)|remains? (?:to be seen|unanswered|open)|welcome|"
    r"timely|remarkable|elegant|impressive|achievement|surpris\w+|disappoint\w+|adds? to (?:the|a|our) |"
    r"(?:we|i) (?:\w+ly )?(?:believe|think|wonder|agree|disagree|question|would like|argue)|"
    r"in (?:our|my) (?:view|opinion)|(?:its|the) (?:main |major )?(?:strengths|weakness\w*)\b|clinicians should|"
    r"lessons|over-?interpret\w*|too (?:early|soon)|changing (?:practice|guidelines)|"
    r"premature(?= to| and\b|\W*$)|underpowered|sceptic\w*|skeptic\w*|flaws|raises? suspicion|bottom line|"
    r"critical appraisal|journal club|(?:hope|hype) or|or hype|the question (?:of )?whether|tell (?:us|their|patients)|"
    r"(?:not|hardly|fully) (?:supported|justified) by the data|should not (?:abandon|be abandoned|be dismissed))\b|"
    r"\b(?:should|does|do|can|could|will|is|are|what|why|how|whether|where|who)\b[^.;]{1,160}\?"
)
_OWN_DEED = re.compile(
    r"\b(?:we|i) (?:have |also |then |therefore |here |\w+ly ){0,2}(?:randomi|enrol|recruit|stud|assess|conduct|compar|"
    r"investigat|analy|perform|measur|evaluat|examin|treated|included|aimed|sought|tested|assigned|searched|used|"
    r"found|identif|followed|undertook|determin|report(?! that)|review|hypothes|collect|calculat|obtain|explor|observ|"
    r"develop|estimat|pooled|administered|gave|present|describ|show|demonstrat)|"
    r"\b(?:our|the present|the current) (?:\w+ ){0,2}(?:study|trial|analysis|cohort|survey|aims?|data|results|findings|"
    r"series|investigation|experiments?|patients|objective|work|report|review|paper|article)\b|"
    r"\bthis (?:[\w-]+,? ){0,3}(?:study|trial|analysis|investigation|paper|article|review|report|survey|work)"
    r" (?:was|is|aim|sought|compar|investigat|examin|evaluat|assess|describ|determin|explor|review|test|report|present|"
    r"analy|show|demonstrat|attempt|address|include|indicate|suggest|provide|discuss|use|found|has)|"
    r"\b(?:aims?|objectives?|purposes?|goals?)\b[^.;]{0,60} (?:was|is|were) "
)
"""What authors say of a study of their own."""
_DONE = frozenset({Role.METHODS, Role.RESULTS})


_MAY_BE_OWN = Pieces(" we | our | this |present|current|aim|aims|objective|purpose|goal| i ", SHARED)
_MAY_JUDGE = Pieces(
    "question|issues|concerns|caveat|doubt|reservations|caution|uncertaint|remains|welcome|timely|remarkable|elegant|"
    "impressive|achievement|surpris|disappoint| add | adds |believe| think |wonder|agree|argue|opinion| view |"
    "strengths|weakness|clinicians|lessons|interpret| too |changing|premature|underpowered|ceptic|keptic|flaws|"
    "suspicion|bottom|appraisal|journal| hope | hype | tell |supported|justified|abandon|dismissed",
    SHARED,
)
"""Quick looks before `_OWN_DEED` and `_JUDGED`."""


def judging_sentences(text: Text) -> int:
    """How many sentences judge what others did; none where its authors tell of anything that they did themselves."""
    judging = sum(map(_judges, text.sentences))
    if judging and any((one.printed_role and one.role in _DONE) or _tells_own_deed(one) for one in text.sentences):
        return 0
    return judging


def _judges(sentence: Sentence) -> bool:
    may = "?" in sentence.folded or _MAY_JUDGE.stand_in(sentence)
    return may and _JUDGED.search(sentence.folded) is not None


def _tells_own_deed(sentence: Sentence) -> bool:
    return _MAY_BE_OWN.stand_in(sentence) and _OWN_DEED.search(sentence.folded) is not None
