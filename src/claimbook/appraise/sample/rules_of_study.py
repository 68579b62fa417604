"""Words that speak for a number of people being that of the whole study (`sample.rules` has the sources)."""

from claimbook.appraise.sample.sign import Sign

_ALLOCATED = r"(?:randomi[sz]ed|randomly (?:\w+ )?(?:assigned|allocated|divided|selected)|assigned|allocated|allotted)"
_TAKEN_IN = (
    r"(?:enrolled|recruited|included|entered|accrued|registered|participated|took part|studied|"
    r"consented|completed|analy[sz]ed|evaluable|evaluated|treated|underwent|received|eligible|"
    r"identified|reviewed|surveyed|randomi[sz]ed|(?:(?<=were )|(?<=was ))given)"
)
_ANOTHER = (
    r"(?:,|\band)\s\d[\d,]*(?: \([^()]*\))?(?: (?:of (?:them|these|whom)|patients|participants|subjects|women|men|"
    r"people|adults|children))? (?:were|was|completed|underwent|received|entered|could|agreed|accepted|consented|"
    r"participated|took part|responded|returned|replied)\b"
)
"""Of another number: '604 were screened and 412 were randomised'."""
_ALLOCATED_STEMS = "randomi|randomly|assigned|allocated|allotted"
_TAKEN_IN_STEMS = (
    "enrolled|recruited|included|entered|accrued|registered|participated|took|studied|consented|completed|analy|"
    "evaluable|evaluated|treated|underwent|received|eligible|identified|reviewed|surveyed|randomi|given"
)
_WE_TOOK_IN_STEMS = (
    "enrolled|recruited|included|studied|involved|analy|evaluated|examined|conducted|treated|registered|randomi|"
    "assessed|compared|followed"
)

OF_THE_STUDY = (
    Sign(
        "took-part",
        "after",
        (
            "completed|analy|evaluable|randomi|enrolled|recruited|included|consented|agreed|entered|began|joined|took|"
            "participated|returned|accepted|assessed|interviewed|attended|examined|data"
        ),
        (
            r"^\s(?:\(\d[\d.]*\s?%\)\s)?(?:were |was |who |had )?(?:completed|analy[sz]ed|evaluable|randomi[sz]ed|"
            r"enrolled|recruited|included|consented|agreed|entered|began|joined|took part|participated|returned|"
            r"accepted|(?:re-?)?assessed(?! for)|re-?examined|attended|(?:gave|provided) (?:[a-z-]+ )?data|"
            r"interviewed|for (?:the )?(?:\w+ )?analys[ei]s)\b"
        ),
        1.0,
        "CONSORT",
    ),
    Sign("a-total-of", "before", "total", r"\b(?:a |in |the )?total(?: number)?(?: of)?,?\s(?:\w+\s)?$", 2.0, "dev"),
    Sign(
        "overall",
        "before",
        "all|altogether|total|between|from",
        r"^(?:overall|finally|in all|altogether|in total|between [^,]{4,60}|from [^,]{4,60}),?\s(?:a total of\s)?$",
        1.0,
        "dev",
    ),
    Sign(
        "we-allocated",
        "before",
        _ALLOCATED_STEMS,
        (
            rf"\b(?:we|trial|study|investigators|authors)\s(?:\w+\s){{0,3}}(?:{_ALLOCATED}|"
            rf"randomi[sz]e)\s(?:a total of\s)?$"
        ),
        3.0,
        "CONSORT",
        beside="randomi|assigned|allocated|allotted|divided|selected",
        near=24,
    ),
    Sign(
        "we-took-in",
        "before",
        _WE_TOOK_IN_STEMS,
        (
            r"\b(?:we|trial|study|analysis|which|that)\s(?:\w+\s){0,3}(?:enrolled|recruited|included|studied|"
            r"involved|analy[sz]ed|evaluated|examined|conducted|treated|registered|randomi[sz]ed|assessed|"
            r"compared|followed)\s(?:a total of\s|data (?:from|of|on)\s|on\s)?$"
        ),
        1.5,
        "dev",
        beside=_WE_TOOK_IN_STEMS,
        near=24,
    ),
    Sign(
        "allocated",
        "after",
        _ALLOCATED_STEMS,
        (
            rf"^(?P<gap>(?:[^.;(]|\((?:[^()%]{{0,80}}|\d\d?%(?: [a-z]+)?)\)){{0,140}}?)\b"
            rf"(?:were|was|underwent|to be|are|be|and)\s(?:[a-z]+\s){{0,3}}?(?:{_ALLOCATED}|randomi[sz]ation)\b"
        ),
        2.5,
        "CONSORT",
        beside=_ALLOCATED_STEMS,
        barrier=rf",\s\d|{_ANOTHER}",
    ),
    Sign(
        "taken-in",
        "after",
        _TAKEN_IN_STEMS,
        (
            rf"^(?P<gap>[^.;:]{{0,120}}?)\b(?:were|was|have been|had been|to be)?\s?"
            rf"(?:\w+\s){{0,2}}?{_TAKEN_IN}\b"
        ),
        1.0,
        "CONSORT",
        beside=_TAKEN_IN_STEMS,
        barrier=_ANOTHER,
    ),
    Sign(
        "interviewed",
        "before",
        "interview|focus",
        (
            r"\b(?:interviewed|(?:interviews?|focus groups?) (?:[a-z]{1,16} ){0,4}?(?:with|of|in|involving))\s"
            r"(?:a total of )?$"
        ),
        0.0,
        "codes",
        105,
    ),
    Sign(
        "data-of",
        "before",
        "available|covering",
        r"\b(?:(?:was|were) available (?:for|from|in|on)|covering)\s$",
        0.5,
        "codes",
        24,
    ),
    Sign(
        "leaving", "before", "leaving", r"\bleaving (?:us with |a total of |data (?:of|from|on) )?$", 0.5, "codes", 32
    ),
    Sign(
        "studied-in",
        "before",
        "carried|conducted|performed|undertaken|tested|studied|investigated|examined|evaluated|assessed|explored",
        r"\b(?:carried out|conducted|performed|undertaken|tested|studied|investigated|examined|evaluated|assessed|"
        r"explored) (?:in|on|with|among) (?:a total of )?$",
        1.2,
        "codes",
        36,
    ),
    Sign("measured-in", "before", "measured|tested", r"\b(?:was|were) (?:measured|tested) in\s$", 0.0, "codes", 24),
    Sign(
        "stayed-of",
        "after",
        "completed|responded|returned|provided|participated|attended|answered|available|followed",
        (
            r"^\s(?:\([^()]{1,12}\)\s)?(?:out )?of (?:the )?\d[\d,]*[^.;,]{0,90}?\b(?:completed|returned|provided|"
            r"participated|attended|answered|were available|were followed|"
            r"responded to (?:the|our|a) (?:\w+ )?(?:survey|questionnaire|invitation))\b"
        ),
        0.5,
        "codes",
        beside="of",
        near=24,
    ),
    Sign(
        "for-this-analysis",
        "before",
        "analys|substudy|sub-study|report|subsample|sub-sample",
        (
            r"\b(?:for|in) (?:this|the (?:present|current)|our) (?:[\w-]+ ){0,3}"
            r"(?:analys[ei]s|sub-?study|report|sub-?sample)\b[^.;\d]{0,70}$|"
            r"\bthis [^.;]{0,40}\banalys[ei]s (?:included|comprised|was (?:restricted|limited|confined) to|used) "
            r"(?:data (?:of|from|on) )?(?:only )?(?:the )?$"
        ),
        1.0,
        "codes",
        beside="analys|substudy|sub-study|report|subsample|sub-sample",
    ),
    Sign(
        "in-this-study",
        "before",
        "study|studies",
        r"\b(?:for|in) (?:this|the (?:present|current)|our) (?:[\w-]+ )?study\b[^.;]{0,60}$",
        1.0,
        "codes",
        beside="for this|in this|present|current|our",
        near=100,
    ),
    Sign("start-of-sentence", "before", "", r"^\W*$", 0.8, "dev"),
    Sign(
        "of-which",
        "after",
        "group|arm|placebo|control",
        (
            r"^[^.;]{0,80}?(?:\(|:|, |; )(?:\d+|n\s?=)[^.;]{0,80}?(?:,|and|;|"
            r"vs)[^.;]{0,30}?\d+[^.;]{0,60}?\b(?:group|arm|placebo|control)"
        ),
        1.2,
        "dev",
        beside="group|arm|placebo|control",
    ),
    Sign(
        "study-of",
        "before",
        "",
        (
            r"\b(?:study|trial|sample|cohort|population|analysis|analyses|comprised|consisted|comprising|"
            r"consisting|among|in|on|from|of|with)\s(?:of\s)?(?:all\s|the\s)?$"
        ),
        0.5,
        "dev",
        19,
    ),
    Sign("of-them-first", "before", "", r"^of\s(?:a total of\s)?$", 0.8, "dev"),
    Sign(
        "participants-were",
        "before",
        "participants|subjects|patients|sample|population|respondents",
        r"\b(?:participants|subjects|patients|samples?|population|respondents) "
        r"(?:were|was|comprised|included|consisted of|of)\s(?:a total of\s)?$",
        1.5,
        "dev",
        38,
    ),
    Sign(
        "of-them-randomised",
        "after",
        "randomi|randomly",
        (
            r"^\s(?:\([^()]{1,20}\)\s)?of (?:them|these|whom|those)(?: [a-z]+)? (?:were |was )?"
            r"(?:then |finally |subsequently )?(?:randomi[sz]ed|randomly)\b"
            r"(?![^.;]{0,120}(?:and|,) \d+ (?:to|received)\b)"
        ),
        2.5,
        "CONSORT",
    ),
)
