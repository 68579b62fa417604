"""Certainty: start, five domains down, three reasons up, caps (grading specification 3)."""

from claimbook.language.said import said
from claimbook.synthesis.rulebook.rule import Rule

_SUM = said("3.0 Start, sum, caps")
_BIAS = said("3.1 D1 risk of bias")
_INCONSISTENCY = said("3.2 D2 inconsistency")
_INDIRECTNESS = said("3.3 D3 indirectness")
_UP = said("3.6 Rating up")
_MAJORITY = said("majority unclear: {address}", address="https://bjsm.bmj.com/highwire/markup/117970/expansion")
_MATRIX = said(
    "matrix: {address} (.20 is ours)",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC7195185/table/CD009172-tblf-0008/",
)
_ACROSS = said(
    "direction and size across studies: {address} (cut-offs ours)",
    address="https://usblog.gradeworkinggroup.org/2020/01/",
)
_FOUR_KINDS = said(
    "four kinds: {first} ; counting: {second}",
    first="https://doi.org/10.1016/j.jclinepi.2011.04.014",
    second="https://systematicreviewsjournal.biomedcentral.com/articles/10.1186/s13643-020-01293-x/tables/1",
)

RULES = (
    Rule(
        "START-RCT",
        _SUM,
        said("randomised trials start at High (4)"),
        flag="published",
        source="https://pmc.ncbi.nlm.nih.gov/articles/PMC6692166/table/T1",
    ),
    Rule(
        "START-NRSI",
        _SUM,
        said(
            "non-randomised studies start at Low (2); a High start after ROBINS-I exists but needs full text: https://core.ac.uk/display/151395627"
        ),
        flag="published",
        source="https://pmc.ncbi.nlm.nih.gov/articles/PMC6692166/table/T1",
    ),
    Rule(
        "START-OTHER",
        _SUM,
        said(
            "studies without an allocated comparison group start at Very low (1); published for case series, ours for cross-sectional and ecological"
        ),
        flag="our choice",
        source="https://recoverinitiative.org/docs/recover-grade-manual/overview/quality-of-evidence/",
    ),
    Rule(
        "CERT-SUM",
        _SUM,
        said("certainty = clamp(start - sum of levels down + ups, 1, 4); one or two levels per domain"),
        flag="published",
        source="https://recoverinitiative.org/docs/recover-grade-manual/overview/quality-of-evidence/",
    ),
    Rule(
        "CAP-ABSTRACT",
        _SUM,
        said(
            "from abstracts alone, High becomes Moderate, unless a named human has checked risk of bias in the full text"
        ),
        flag="our choice",
        source="https://trialsjournal.biomedcentral.com/articles/10.1186/1745-6215-13-77/tables/3",
    ),
    Rule(
        "CAP-PONLY",
        _SUM,
        said("p values only, or a single study with p but no interval: at most Moderate"),
        flag="our choice",
        source=said(
            "p-combination gives no size: {address}",
            address="http://training.cochrane.org/ru/handbook/archive/v6.3/chapter-12",
        ),
    ),
    Rule(
        "CAP-DIRONLY",
        _SUM,
        said(
            "directions only, without p and estimate (also a review in words without a stated certainty): at most Low"
        ),
        flag="our choice",
        source=said("sign test criticised: {address}", address="https://doi.org/10.1002/jrsm.1427"),
    ),
    Rule(
        "CAP-TRUNCATED",
        _SUM,
        said("not all records were looked at: at most Moderate, also for a quoted certainty"),
        flag="our choice",
        source="",
    ),
    Rule(
        "QUOTED-CERT",
        _SUM,
        said(
            'if the anchor review\'s abstract states a certainty for the same outcome: certainty = max(1, quoted - D3); D1, D2, D4, D5 and CAP-ABSTRACT are not applied; label "review authors"'
        ),
        flag="our choice",
        source=said(
            "Cochrane SoF gives one grade per outcome: {address}",
            address="https://training.cochrane.org/handbook/current/chapter-14",
        ),
    ),
    Rule(
        "OVERRIDE",
        _SUM,
        said(
            "a named person may judge one domain of one stream, with a date and a reason: the person's levels count, those of the rule are shown beside them, and a judgement that meets nothing to count for is shown as not used; beside a quoted certainty only a judgement on indirectness counts; one on risk of bias from the full text lifts CAP-ABSTRACT; for a narrowed claim a judged domain stays as judged"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "ROB-STUDY-HIGH",
        _BIAS,
        said(
            "RCT with no control group, or quasi-random words, or attrition > {attrition_high:g}%, or per-protocol only: class HIGH"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "ROB-STUDY-LOW",
        _BIAS,
        said(
            "randomised, and (double- or assessor-blind or objective outcome), and one of registration, intention-to-treat, concealment: class LOW"
        ),
        flag="our choice",
        source="",
    ),
    Rule("ROB-STUDY-UNCLEAR", _BIAS, said("every other RCT: class UNCLEAR"), flag="our choice", source=""),
    Rule(
        "ROB-BODY-2",
        _BIAS,
        said("trials at high risk hold {rob_share:.0%} of participants or more (tested first): 2 down"),
        flag="our choice",
        source=said(
            '"more than half of studies": {address}',
            address="https://pmc.ncbi.nlm.nih.gov/articles/PMC9932689/table/tbl2",
        ),
    ),
    Rule(
        "ROB-BODY-1",
        _BIAS,
        said("trials at low risk hold less than {rob_share:.0%} of participants: 1 down"),
        flag="published",
        source=_MAJORITY,
    ),
    Rule("ROB-BODY-0", _BIAS, said("otherwise: 0 down"), flag="published", source=_MAJORITY),
    Rule(
        "ROB-NRSI-0",
        _BIAS,
        said("studies that adjust for confounders hold {adjusted_share:.0%} of participants or more: 0 down"),
        flag="our choice",
        source="",
    ),
    Rule(
        "ROB-NRSI-1",
        _BIAS,
        said(
            "studies that adjust for confounders hold less than {adjusted_share:.0%} of participants, or nothing is known: 1 down"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "ROB-REVIEW",
        _BIAS,
        said("a review that says most trials are at low risk: 0 down; at high risk: 2 down; silent: 1 down"),
        flag="our choice",
        source="",
    ),
    Rule(
        "INCONS-SINGLE-1",
        _INCONSISTENCY,
        said("one usable study: 1 down"),
        flag="published",
        source="https://processbook.kce.be/book/export/html/100",
    ),
    Rule(
        "INCONS-SINGLE-0",
        _INCONSISTENCY,
        said("one usable study, but multicentre with {single_large:g} participants or more: 0 down"),
        flag="our choice",
        source=said(
            "{address} (large multicentre exception; 400 is ours)",
            address="https://processbook.kce.be/book/export/html/100",
        ),
    ),
    Rule(
        "INCONS-I2-LOW",
        _INCONSISTENCY,
        said("pooled from {pool_min_k:g} studies or more, Q-based I2 below {i2_low:g}%: 0 down"),
        flag="published",
        source=said(
            "I2 bands: {address}",
            address="https://bmcmedresmethodol.biomedcentral.com/articles/10.1186/1471-2288-8-79/tables/3",
        ),
    ),
    Rule(
        "INCONS-I2-MID",
        _INCONSISTENCY,
        said(
            "I2 from {i2_low:g} to below {i2_high:g}%: 0 down if less than {opposite_share:.0%} of the weight lies on the other side, else 1"
        ),
        flag="published",
        source=_MATRIX,
    ),
    Rule(
        "INCONS-I2-HIGH",
        _INCONSISTENCY,
        said(
            "I2 of {i2_high:g}% or more: 1 down if less than {opposite_share:.0%} of the weight lies on the other side, else 2"
        ),
        flag="published",
        source=_MATRIX,
    ),
    Rule(
        "INCONS-PI-1",
        _INCONSISTENCY,
        said(
            "{prediction_min_k:g} studies or more, tau2 above 0, interval excludes no effect, prediction interval includes it: at least 1 down"
        ),
        flag="our choice",
        source=said("idea as in CINeMA: {address}", address="https://pmc.ncbi.nlm.nih.gov/articles/PMC7122720"),
    ),
    Rule(
        "INCONS-SHARE-0",
        _INCONSISTENCY,
        said(
            "not pooled: {majority_consistent:.0%} or more of the studies with a direction point the same way: 0 down"
        ),
        flag="our choice",
        source=_ACROSS,
    ),
    Rule(
        "INCONS-SHARE-1",
        _INCONSISTENCY,
        said(
            "not pooled: {majority_mixed:.0%} or more point the same way, or no direction is known, or a review without I2: 1 down"
        ),
        flag="our choice",
        source=_ACROSS,
    ),
    Rule(
        "INCONS-SHARE-2",
        _INCONSISTENCY,
        said("not pooled: fewer than {majority_mixed:.0%} point the same way: 2 down"),
        flag="our choice",
        source=_ACROSS,
    ),
    Rule(
        "INDIRECT-0",
        _INDIRECTNESS,
        said(
            "no element of population, intervention, comparator and outcome where studies that match only in part hold {indirect_share:.0%} of participants or more: 0 down"
        ),
        flag="published",
        source=_FOUR_KINDS,
    ),
    Rule(
        "INDIRECT-1",
        _INDIRECTNESS,
        said(
            "one element of population, intervention, comparator and outcome where studies that match only in part hold {indirect_share:.0%} of participants or more: 1 down"
        ),
        flag="published",
        source=_FOUR_KINDS,
    ),
    Rule(
        "INDIRECT-2",
        _INDIRECTNESS,
        said(
            "two or more elements of population, intervention, comparator and outcome where studies that match only in part hold {indirect_share:.0%} of participants or more: 2 down"
        ),
        flag="published",
        source=_FOUR_KINDS,
    ),
    Rule(
        "INDIRECT-OUTCOME",
        _INDIRECTNESS,
        said(
            "a surrogate or another outcome is not indirect evidence: such a study is not direct at all; a partly matching outcome is indirect"
        ),
        flag="our choice",
        source=said(
            "surrogate trials show larger effects, ratio of ORs 1.47 (1.07-2.01): {address}",
            address="https://pmc.ncbi.nlm.nih.gov/articles/PMC3558411/table/tbl2",
        ),
    ),
    Rule(
        "INDIRECT-CONFIRM",
        _INDIRECTNESS,
        said("match codes are the project's until an editor has confirmed them, and the page says so"),
        flag="our choice",
        source=said(
            "indirectness was the weak item for human raters: {address}",
            address="https://pmc.ncbi.nlm.nih.gov/articles/PMC4124503",
        ),
    ),
    Rule(
        "NARROW-REGRADE",
        _INDIRECTNESS,
        said(
            "when the advice is to narrow, indirectness is judged again for the narrowed claim, and that certainty is printed beside the suggestion"
        ),
        flag="our choice",
        source="",
    ),
    Rule(
        "UP-GATE",
        _UP,
        said("only non-randomised evidence with nothing rated down is rated up"),
        flag="published",
        source="https://pmc.ncbi.nlm.nih.gov/articles/PMC6692166/table/T1",
    ),
    Rule(
        "UP-LARGE-1",
        _UP,
        said(
            "{large_min_k:g} studies or more, ratio with its whole interval above {large_ratio:g} or below its inverse: 1 up"
        ),
        flag="published",
        source=said(
            "RR 2-5: {address} (CI and k conditions ours)",
            address="https://pmc.ncbi.nlm.nih.gov/articles/PMC10895515/table/t0025",
        ),
    ),
    Rule(
        "UP-LARGE-2",
        _UP,
        said(
            "{large_min_k:g} studies or more, ratio with its whole interval above {very_large_ratio:g} or below its inverse: 2 up"
        ),
        flag="published",
        source="https://pubmed.ncbi.nlm.nih.gov/21802902/",
    ),
    Rule(
        "UP-RR-ONLY",
        _UP,
        said("an odds ratio without control risk never rates up"),
        flag="published",
        source="https://pmc.ncbi.nlm.nih.gov/articles/PMC10895515/table/t0025",
    ),
    Rule(
        "UP-DOSE-1",
        _UP,
        said("dose-response stated in {dose_min_k:g} studies or more, or by a review: 1 up"),
        flag="published",
        source="https://recoverinitiative.org/docs/recover-grade-manual/overview/quality-of-evidence/",
    ),
    Rule(
        "UP-MAX",
        _UP,
        said("at most {ups_max:g} levels up; opposing confounding only by a human"),
        flag="our choice",
        source="",
    ),
)
