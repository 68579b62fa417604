"""Which studies count, and which stream gives the verdict (grading specification 2)."""

from claimbook.language.said import said
from claimbook.synthesis.rulebook.rule import Rule

_STREAMS = said("2 Streams and anchors")

RULES = (
    Rule(
        "ANCHOR-REVIEW",
        _STREAMS,
        said(
            'the newest review of RCTs with direct I, O is used instead of its own trials (never both); trials published after its search date are listed as "since then"'
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "ANCHOR-STREAM",
        _STREAMS,
        said("the stream with the highest certainty gives the verdict; ties go to RCT, then NRSI"),
        flag="our choice",
        source="",
    ),
    Rule(
        "STREAM",
        _STREAMS,
        said(
            'RCT: randomised trials and reviews of trials; NRSI: controlled but not randomised (or not said to be), cohorts, case-control, reviews of them; OTHER: no allocated comparison group; PRECLINICAL: listed, never graded. "Clinical trial" alone is not randomised'
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "DIRECT",
        _STREAMS,
        said(
            "a study counts when it is in people, its purpose is the claim's, population and intervention match directly or in part, and the outcome directly or in part"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "RESULT",
        _STREAMS,
        said(
            "a result is usable when it compares groups and gives a direction, an estimate, or the statement that no difference was shown; a change within one group is no comparison, and words against the number are no result"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "ONE-RESULT",
        _STREAMS,
        said(
            "papers of one trial or one sample count once: the usable report of the claimed outcome itself, with the longest follow-up"
        ),
        flag="our choice",
        source="https://www.bmj.com/content/368/bmj.l6890",
    ),
)
