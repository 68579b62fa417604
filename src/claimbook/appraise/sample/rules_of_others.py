"""Words by which a number counts a part, an arm, other people or nobody (`sample.rules` has the sources)."""

from claimbook.appraise.sample.sign import MANY, Sign

_SEVERAL = r"(?:a |an |our |this |the )?(?:randomi|study|trial|\d|one of|either|receive either|two|three|four|groups)"
OF_OTHERS = (
    Sign(
        "size-of-a-group",
        "before",
        "group|program|arm|control|placebo|treatment|therapy",
        r"\b(?:group|program|programme|arm|control|controls|placebo|treatment|therapy)\s\($",
        -3.0,
        "dev",
        12,
    ),
    Sign(
        "part-of",
        "after",
        "",
        (
            r"^\s*(?:\([^)]{1,20}\)\s*)?(?:of|out of|/)\s?(?:the |these |those |all )?(?:\d|them|whom|"
            r"these|those|our)(?![\d,]*[^.;,]{0,60}\b(?:randomi[sz]ed|randomly|enrolled|recruited)\b)"
        ),
        -4.0,
        "dev",
    ),
    Sign(
        "out-of",
        "before",
        "",
        (
            r"(?:\d|\)|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:\(?out )?of\s(?:the\s|"
            r"these\s|all\s|the first\s)?$|\d\s?/\s?$"
        ),
        -1.0,
        "dev",
        25,
        beside="of|/",
        near=14,
    ),
    Sign(
        "of-these",
        "before",
        "these|those|them|whom|of the|remaining|other|only|additional",
        (
            r"\bof (?:these|those|them|whom|the (?:remaining|\d+)[^,]{0,40}),?\s(?:a total of\s|only\s)?$|"
            r"\b(?:remaining|other|another|only|additional)\s$"
        ),
        -3.0,
        "dev",
    ),
    Sign(
        "planned",
        "before",
        "plan|aim|intended|target|sample size|goal",
        (r"\b(?:planned|plans?|aim(?:ed|s)?|intended|target(?:ed)?|sample size|goal)\b[^.;]{0,40}$"),
        -0.7,
        "CONSORT",
        52,
    ),
    Sign(
        "will-be",
        "before",
        "will|shall|plan|inten|aim|going|expect|hope|propos",
        (
            r"\b(?:will|shall|(?:plan(?:s|ned)?|intend(?:s|ed)?|aim(?:s|ed)?|going|expect(?:s|ed)?|hoped?|"
            r"proposed?) to) (?:\w+ ){0,2}?(?:randomi[sz]e|enrol|recruit|include|assign|allocate|allot|treat)\w*"
            r"(?: and (?:\w+ )?(?:randomi[sz]e|assign|allocate|treat)\w*)? "
            r"(?:(?:a total of|up to|at least|approximately|about|around) )?$"
        ),
        0.0,
        "invented",
        90,
    ),
    Sign(
        "will-be",
        "after",
        "will|shall| be",
        (
            r"^(?:(?!\b(?:was|were|had)\b(?! to be\b)|, \d)[^.;:()]|\([^()]*\)){0,140}?"
            r"\b(?:(?:will|shall|(?:is|are|was|were) to) be|(?:is|are)(?: currently)? being) (?:\w+ ){0,2}?"
            r"(?:randomi[sz]|enrol|recruit|includ|assign|allocat|allott|treat|analy[sz])"
        ),
        0.0,
        "invented",
        beside="will|shall| to be|being",
    ),
    Sign(
        "earlier-study",
        "before",
        "initial|original|parent|larger|entire|previous|earlier|prior|recent",
        (
            r"\b(?:initial|original|parent|larger|entire|previous(?:ly)?)\b[^.;,]{0,30}$|"
            r"\b(?:earlier|prior|previous|recent) (?:\w{1,20} )?(?:trial|study|cohort|survey)\b[^.;,]{0,15}$"
        ),
        -2.0,
        "dev",
        52,
    ),
    Sign(
        "event-in",
        "before",
        (
            "developed|occurred|found|seen|observed|reported|noted|detected|present|needed|required|achieved|stopped|"
            "ceased|resolved|improved|persisted|recurred|failed|disappeared|healed|succeeded|increased|decreased|"
            "remained|rose|fell|responded|worsened|unchanged|successful|excellent|good|fair|poor|positive|negative|"
            "normal|abnormal|complete|necessary|satisfactory|possible"
        ),
        (
            r"\b(?:developed|occurred|stopped|ceased|resolved|(?<!be )improved|persisted|recurred|failed|disappeared|"
            r"healed|succeeded|increased|decreased|remained|rose|fell|worsened|"
            r"(?:was|were|is|are|and|as|became|remained) (?:found|seen|observed|reported|noted|detected|present|"
            r"needed|required|achieved|unchanged|successful|excellent|good|fair|poor|positive|negative|normal|abnormal|"
            r"complete|necessary|satisfactory|possible|stopped))(?: [a-z]+ly)? (?:in|by|among)\s(?:only |all )?$"
        ),
        -2.0,
        "codes",
        45,
    ),
    Sign(
        "nested-in",
        "before",
        "nested",
        (
            r"\b(?:case[- ]control (?:[\w-]+ ){0,4}?nested |nested case[- ]control (?:[\w-]+ ){0,4}?)(?:with)?in "
            r"[^.;,]{0,60}$"
        ),
        -4.0,
        "codes",
        140,
    ),
    Sign(
        "nobody-real",
        "before",
        "hypothetical|simulated|virtual|theoretical",
        r"\b(?:hypothetical|simulated|virtual|theoretical)\b[^.;,]{0,30}$",
        -4.0,
        "codes",
        45,
    ),
    Sign(
        "nobody-real",
        "after",
        "hypothetical|simulated|virtual|theoretical|synthetic",
        r"^\s(?:hypothetical|simulated|virtual|theoretical|synthetic)\b",
        -4.0,
        "invented",
    ),
    Sign(
        "others-report",
        "before",
        "colleagues|co-workers|coworkers|in this issue|et al",
        r"\b(?:in this issue|(?:and|his|her) (?:colleagues|co-?workers)|et al)\b[^;]*$",
        -4.0,
        "codes",
    ),
    Sign(
        "range",
        "before",
        "ranged|range|ranging|varied|varies|varying|median of|mean of|average of|sample size",
        r"\b(?:rang(?:ed?|ing)|vari(?:ed|es)|varying)\b[^.;()]{0,30}\b(?:from|between|of|to|and|\d\u2013)\s?$|"
        r"\b(?:median|mean|average) (?:sample size )?of $",
        -4.0,
        "codes",
        60,
    ),
    Sign(
        "extreme",
        "before",
        "largest|smallest|biggest",
        r"\b(?:largest|smallest|biggest)\b[^.;,()]{0,40}\b(?:with|of|had|in|included|enrolled)\s?$",
        -4.0,
        "codes",
        60,
    ),
    Sign(
        "planned",
        "after",
        "planned|intended|target|projected",
        r"^\s(?:originally |initially )?(?:planned|intended|target\w*|projected)\b",
        -4.0,
        "codes",
    ),
    Sign(
        "run-in",
        "after",
        "run-in|lead-in",
        r"^[^.;,\d(]{0,60}?\b(?:entered|began|started|completed) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:run|lead)-in\b",
        -5.0,
        "CONSORT",
    ),
    Sign("all-but", "before", "all but|all except", r"\ball (?:but|except(?: for)?) $", -4.0, "codes", 24),
    Sign("cases-of", "after", "case", r"^\s?cases? of\b", -1.5, "dev"),
    Sign(
        "percent",
        "after",
        "%",
        (
            r"^[^.;,]{0,12}?\(\s?\d+(?:\.\d+)?\s?%"
            r"(?!\s?\)\s(?:of (?:the )?\d[\d,]* )?(?:patients |participants |women |men |people )?"
            r"(?:were |agreed to be )?(?:recruited and |enrolled and |consented and |then )?(?:randomi[sz]ed|randomly|"
            r"enrolled|recruited|consented|agreed|accepted|participated|took part|returned|replied|"
            r"answered|responded to)\b)"
        ),
        -3.0,
        "CONSORT",
    ),
    Sign(
        "sex-in-brackets",
        "after",
        "men|women|male|boys|girls",
        r"^\s?(?:men|women|(?:fe)?males?|boys|girls)\b[^()]{0,60}\)",
        -3.0,
        "codes",
    ),
    Sign(
        "other-unit",
        "after",
        "eyes|knees|hips|teeth|breasts|feet|shoulders|ears|hands|implants",
        r"^\s(?:eyes|knees|hips|teeth|breasts|feet|shoulders|ears|hands|implants)\)",
        -3.0,
        "codes",
    ),
    Sign(
        "sample-wished-for",
        "before",
        "sample|enrol|accrual|recruitment",
        (
            r"\b(?:planned|target|required|intended|calculated|estimated|anticipated|minimum|necessary) "
            r"(?:sample(?: size)?|enroll?ment|accrual|recruitment)\b[^.;]{0,30}$"
        ),
        -2.5,
        "CONSORT",
        75,
    ),
    Sign(
        "arm",
        "before",
        "=",
        (
            r"\b(?:group|arm|cohort|control|controls|placebo|treatment|therapy|[A-D]|I{1,3}|"
            r"\d)\s?[\]\"]?\s?\(\s?n\s?=\s?$"
        ),
        -3.0,
        "dev",
        19,
        beside="=",
        near=2,
    ),
    Sign(
        "to-an-arm",
        "after",
        "",
        (
            r"^\s?(?:\)|(?:[a-z-]+\s)?(?:patients |women |subjects |participants |children |"
            r"men )?(?:were )?(?:randomly )?(?:assigned |allocated |randomi[sz]ed )?(?:in|to|received|on|"
            r"into|who received|were given|underwent)\s)(?=(?s:.*)\d\s)(?!(?:a |an |our |this |the )?(?:randomi|study|"
            r"trial|\d|one of|either|receive either|two|three|four|groups))[^.]{2,100}?(?:,|\band|;|"
            r"\bvs\.?|\bversus|\bor|/)\s[^.,]{0,30}?\d+\s(?:patients |women |subjects |participants |"
            r"children |men )?(?:were )?(?:in|to|received|on|who|assigned|allocated|randomi[sz]ed|underwent)\b"
        ),
        -2.0,
        "dev",
    ),
    Sign(
        "first-arm",
        "after",
        "randomi|assigned|allocated|allotted",
        (
            rf"^(?:(?!(?:\band|,) {MANY}|\bof whom\b)[^.;:()]|\([^()]*\)){{0,140}}?"
            r"\b(?:randomi[sz]ed|assigned|allocated|allotted) "
            rf"(?:to|into|in) (?!{_SEVERAL})(?:(?!\b(?:and|or|each|both)\b|, \d)[^.;:()]|\([^()]*\)){{2,90}}?"
            r"(?:,|;|,? and|,? versus|,? vs\.?|,? while|,? whereas|,? compared (?:with|to))"
            rf" (?:the )?(?:other |another |remaining )?{MANY}"
            r"(?: (?:patients|women|men|subjects|participants|people|adults|children|infants|others|[a-z]+s (?=were)))?"
            r"(?: (?:were|was))?(?: randomly)?(?: (?:randomi[sz]ed|assigned|allocated|allotted))?"
            r" (?:to|into|received|in the)\b(?! (?:\d|each|either|both|one\b))"
        ),
        0.0,
        "invented",
        beside="randomi|assigned|allocated|allotted",
    ),
    Sign(
        "second-arm",
        "before",
        "",
        r"\d(?<!\d\d)\d{0,5}(?!\d)[^.;]{3,90}\b(?:and|versus|vs\.?|or)\s?(?:\(?n\s?=\s?)?$",
        -1.5,
        "dev",
        beside="and|versus|vs|or",
        near=12,
    ),
    Sign(
        "each",
        "after",
        "each|per|both|group|arm",
        (r"^[^.;,(]{0,30}?\b(?:in each|per|each|in both|in the \w+ (?:group|arm)|in (?:group|arm))\b"),
        -3.0,
        "dev",
    ),
    Sign(
        "each-before",
        "before",
        "each|both|either",
        r"\b(?:each|both|either)(?: \w+){0,3}\s(?:of\s|\(\s?n\s?=\s?)?$",
        -2.0,
        "dev",
    ),
    Sign(
        "screened",
        "after",
        (
            "screened|assessed|invited|approached|contacted|declined|refused|excluded|withdrew|dropped|lost|died|"
            "discontinued|eligible|not included|not randomi"
        ),
        (
            r"^[^.;,(]{0,60}?\b(?:screened|assessed for|invited|approached|contacted|declined|refused|"
            r"excluded|withdrew|dropped|lost|died|discontinued|ineligible|not (?:eligible|included|randomi[sz]ed))\b"
        ),
        -2.5,
        "CONSORT",
    ),
    Sign(
        "screened-before",
        "before",
        "screening|screened|invited|approached|contacted|mailed|sent|distributed",
        r"\b(?:screening|screened|invited|approached|contacted|mailed|sent|distributed)\s(?:of\s|to\s)?"
        r"(?:a total of\s)?$",
        -2.5,
        "CONSORT",
        28,
    ),
    Sign(
        "eligible-of-whom",
        "after",
        "eligible|potential|screened|invited|approached|referred|assessed|admitted",
        (
            r"^\s(?:[a-z-]+ ){0,3}?(?:eligible|potential\w*|screened|invited|approached|referred|assessed)\b"
            r"[^.;,]{0,60},\s\d[\d,]*"
            r"(?: \([^()]*\))? (?:\w+ )?(?:were |was )?(?:agreed|accepted|consented|gave|enrolled|recruited|randomi|"
            r"randomly|included|participated|took part|completed|returned|responded|replied)"
        ),
        -5.0,
        "CONSORT",
    ),
    Sign(
        "completers",
        "after",
        "completed",
        r"^[^.;,\d]{0,40}(?:\(\d[\d.]*\s?%\)\s)?completed\b",
        -1.0,
        "CONSORT",
    ),
    Sign(
        "healthy-controls",
        "after",
        "control|comparison",
        r"^\s?(?:\w+[ -]){0,3}(?:controls|control subjects|comparison)\b",
        -2.0,
        "dev",
    ),
    Sign(
        "event",
        "after",
        "had|developed|experienced|reported|showed|responded|achieved|relapse|recurrence|complication|event|repeated",
        (
            r"^[^.;,(]{0,40}?\b(?:had(?<!\bwho had)|developed|experienced|reported|showed|responded|achieved|relapsed|"
            r"repeated|with (?:a )?(?:recurrence|complication|relapse|event))\b"
        ),
        -1.5,
        "dev",
    ),
    Sign(
        "power",
        "after",
        "detect|provide|show|achieve|have|power|group|needed|required",
        (r"^[^.;]{0,90}?\b(?:to (?:detect|provide|show|achieve|have)|power|per group|needed|required)\b"),
        -0.7,
        "dev",
        beside="to detect|to provide|to show|to achieve|to have|power|per group|needed|required",
    ),
)
