"""Rows for publications that report no study of their own, and for what others have found: notices, plans, reviews.

Sources: "PT" the scope notes of the publication types in MeSH, "dev" errors read on the development half of
``study_design``, "plans" the protocols among the open access trials of ``section_roles`` (training part), "invented"
texts that were made up to try this.
"""

from claimbook.appraise.design.comments import COMMENTS
from claimbook.appraise.design.rule import DesignRule
from claimbook.model.appraisal import Kind

_TO_COME = (
    r"\bwill (?:also |then |all |each |both )?(?:be (?:\w+ly )?(?:randomi[sz]ed|recruited|enrolled|allocated|assigned|"
    r"invited|assessed|measured|evaluated|compared|conducted|collected|analy[sz]ed|performed|included|"
    r"searched|screened|administered|tested|undertaken|carried out|recorded|monitored|interviewed|offered)|"
    r"recruit|enroll?|participate)\b|\b(?:outcomes?|end-?\s?points?)(?: measures?)? will be\b|"
    r"\b(?:trial|study) will (?:be|include|involve|randomi[sz]e|follow|compare|test|run|last|consist)\b|"
    r"\b(?:group|arm|participants|subjects) will receive\b"
)
"""What methods tell of the future was not done yet."""

GUIDELINES = (
    DesignRule(
        "guideline-panel",
        Kind.GUIDELINE,
        "stated",
        "panel|guideline|recommend|consensus",
        (
            r"\b(?:guidelines?|expert|consensus|task force|working group)(?: \w+)? panel\b[^.;]{0,60}\b(?:recommend|"
            r"develop|ma[dk]e|issue|review|convene)|\bpanel (?:made|makes|issued|developed|formulated) "
            r"(?:[\w-]+ ){0,3}recommendations\b|\bthis (?:clinical |practice |updated? |new )*guideline (?:\w+ ){0,2}"
            r"(?:provides?|offers?|presents?|recommends?|makes|addresses|updates?|covers?|replaces)\b|"
            r"^\W*summary of the (?:[\w-]+ ){0,4}guidelines?\b"
        ),
        0.75,
        "invented",
    ),
)
"""Before the reviews on which they rest."""

PUBLICATIONS = (
    DesignRule(
        "notice-title",
        Kind.RETRACTION_NOTICE,
        "title",
        "retraction",
        (
            r"^\W*(?:notice of )?retraction(?:\W*$|\s*[:.]| (?:note|notice|statement|and replacement)\b| to\b"
            r"| of(?: (?:the )?(?:article|paper|publication|study)\b|:| ?[\"'\u201c\u2018\u00ab])|.*\bet al\b)"
        ),
        0.95,
        "PT",
    ),
    DesignRule(
        "notice-text",
        Kind.RETRACTION_NOTICE,
        "abstract",
        "retracts",
        r"\bretracts the (?:article|paper|publication)\b",
        0.95,
        "PT",
    ),
    DesignRule(
        "protocol-title",
        Kind.PROTOCOL,
        "title",
        "protocol|rationale|design",
        (
            r"\b(?:study|trial|review|research|rct)(?: \w+)? protocol\b|\bprotocol (?:for|of) (?:a|an|the) "
            r"(?:[\w-]+,? ){0,10}(?:trial|study|review|cohort|evaluation|rct)\b|: (?:a |the )?(?:\w+ )?protocol\W*$|"
            r"^\W*(?:a )?protocol(?:\W*:| for\b)(?=.*\b(?:trial|study|review|analysis)\b)|"
            r"\brationale(?:,| and)(?: study)? design|: rationale|\bdesign(?:,| and) (?:rationale|baseline|methods?|"
            r"recruitment)(?!.{0,99}\b(?:findings|results|experience)\b)|"
            r"[.:;,-] (?:(?!in )[\w-]+ ){0,4}(?:study|trial) design(?:\W*$| and)|"
            r"\bdesign of (?:a|an|the) (?:[\w-]+,? ){0,8}(?:trial|study)\b"
        ),
        0.9,
        "dev, plans",
    ),
    DesignRule(
        "protocol-text",
        Kind.PROTOCOL,
        "own",
        "will|protocol",
        (
            r"\b(?:participants|patients|women|men|subjects|children|adults|"
            r"individuals) will be (?:randomly|randomi[sz]ed|recruited|enrolled|allocated|assigned|"
            r"included)|\bthis (?:study )?protocol (?:describes|presents|outlines)|\bwe will (?:conduct|"
            r"perform|randomi[sz]e|recruit|search|include)|\bthe trial will\b"
        ),
        0.9,
        "dev",
    ),
    DesignRule(
        "protocol-told",
        Kind.PROTOCOL,
        "abstract",
        "plan to|intend to|propose to|being|recruiting|enrolling|design|rationale|protocol",
        (
            r"\bwe (?:plan|intend|propose) to (?:randomi[sz]e|recruit|enroll?|include)\b|"
            r"\bare being (?:randomi[sz]ed|recruited|enrolled)\b|\b(?:currently|actively) (?:recruiting|enrolling)\b|"
            r"\b(?:this (?:paper|article)|we) (?:describes?|presents?|outlines?) the (?:\w+ ){0,3}"
            r"(?:design|protocol|rationale) (?:of|and|for)\b(?! results)"
        ),
        0.9,
        "invented",
    ),
    DesignRule("protocol-plan", Kind.PROTOCOL, "plan", "will", _TO_COME, 0.9, "plans"),
    *COMMENTS,
    *GUIDELINES,
    DesignRule(
        "case-title",
        Kind.CASE_REPORT,
        "title",
        "case",
        (
            r"\b(?:a )?case (?:report|study|presentation)s?\b|\breport of (?:a|one|two|three|four|five|"
            r"\d) cases?\b|\b(?:two|three|four|five|\d) (?:new )?cases\b|\b(?:a|an unusual|"
            r"a rare) case of\b|\bcase records?\b"
        ),
        0.85,
        "PT",
    ),
    DesignRule(
        "meta-title",
        Kind.META_ANALYSIS,
        "title",
        "meta|pooled",
        (r"\b(?:network )?meta-?\s?analy(?:sis|ses|tic)\b|\bpooled analysis of (?:randomi[sz]ed|\w+ trials)"),
        0.93,
        "PT",
    ),
    DesignRule(
        "review-title",
        Kind.SYSTEMATIC_REVIEW,
        "title",
        "systematic|cochrane|review|evidence|meta-synth|meta-ethno|metasynth|metaethno",
        (
            r"\bsystematic(?:ally)? (?:\w+ ){0,2}(?:review|overview|literature)|\bcochrane review|"
            r"\b(?:scoping|umbrella|rapid|integrative|realist|mapping) (?:evidence |literature )?review|"
            r"\bevidence (?:map|synthesis|"
            r"review)\b|\bmeta-?(?:synthesis|ethnography)\b|\breview of (?:randomi[sz]ed|controlled|"
            r"clinical) (?:controlled |clinical )?trials"
        ),
        0.93,
        "PT",
    ),
    DesignRule(
        "meta-text",
        Kind.META_ANALYSIS,
        "own",
        "meta|pooled|combined|heterogen",
        (
            r"\bwe (?:\w+ ){0,3}(?:performed|conducted|did|undertook|carried out) (?:a|"
            r"an)(?: \S+){0,4} meta-?analys|\b(?:performed|conducted|"
            r"used)(?: \S+){0,4} meta-?analys[ie]s\b|\bthis (?:\w+ ){0,3}meta-?analysis\b|\b(?:trials|"
            r"studies) were (?:pooled|combined|included in the meta-?analysis)|\bpooled (?:odds|relative|"
            r"risk|hazard|estimates?|data from \w+ (?:trials|studies))"
            r"|\bdata (?:from|of) \w+ (?:[\w-]+ ){0,4}(?:trials|studies|cohorts)\b[^.;]{0,40}\bpooled\b|"
            r"\bheterogen\w+\b[^.;]{0,40}\bi(?:2|\u00b2)? ?= ?\d"
        ),
        0.85,
        "dev",
    ),
    DesignRule(
        "meta-counted",
        Kind.META_ANALYSIS,
        "own",
        "trials, |studies, |rcts, |cohorts, |trials; |studies; |rcts; |cohorts; ",
        (
            r"[(,;] ?(?:\d+|two|three|four|five|six|seven|eight|nine) (?:trials|studies|rcts|cohorts)[,;] [\d, ]+ "
            r"(?:participants|patients|women|men|children|adults|people|infants|subjects)\b"
        ),
        0.85,
        "invented: how many studies and people an estimate pools",
    ),
    DesignRule(
        "review-text",
        Kind.SYSTEMATIC_REVIEW,
        "own",
        "medline|pubmed|embase|cochrane|cinahl|web of science|psycinfo|search|systematic|data sources|"
        "selection criteria|trials|studies were|reviewers|review authors|databases|independently sel|independently scr|"
        "independently ext|independently sea",
        (
            r"\b(?:medline|pubmed|embase|cochrane (?:library|central|controlled trials|database|register)|"
            r"cinahl|web of science|psycinfo)\b(?=.{0,200}\b(?:search\w*|databases?|identif\w+|review\w*|"
            r"from|through|until|to)\b)|\b(?:literature|systematic|electronic|"
            r"database) search(?:es)? (?:was|were|of)\b|\bthis systematic review\b|\bdata sources\b|"
            r"\bselection criteria\s*:|\b(?:randomi[sz]ed|controlled|"
            r"clinical)(?: \w+){0,3} trials (?:comparing|that (?:compared|evaluated|assessed)|"
            r"were (?:identified|included|selected|reviewed|eligible))|\bstudies were (?:included|"
            r"eligible|selected|identified) (?:if|when|through)|"
            r"\b(?:authors|reviewers|researchers|investigators) (?:\w+ )?independently (?:select|extract|screen|"
            r"search)|\bindependently (?:selected|screened) (?:the )?(?:\w+ )?(?:studies|trials|articles|titles|"
            r"records)\b|\bsearched (?:[\w-]+ ){0,3}(?:electronic |bibliographic )?databases\b|\bdatabases? (?:was|"
            r"were) searched\b"
        ),
        0.85,
        "dev",
    ),
)

MODELS = (
    DesignRule(
        "asked-experts",
        Kind.OTHER,
        "title",
        "delphi|core outcome",
        r"\bdelphi\b|\bcore outcome (?:sets?|measures?)\b",
        0.75,
        "invented",
    ),
    DesignRule(
        "model-title",
        Kind.OTHER,
        "title",
        "model|simulation|partitioned|discrete",
        (
            r"\b(?:markov|decision|simulation|transmission|mathematical|economic) (?:[\w-]+ ){0,2}model|"
            r"\bmodel+ing (?:the )?(?:[\w-]+ ){0,3}(?:impact|effects?|costs?|spread|burden|transmission)|"
            r"\bmicrosimulation\b|\bsimulation (?:study|analysis)\b|\bpartitioned survival\b|\bdiscrete[- ]event\b"
        ),
        0.75,
        "dev, invented",
    ),
    DesignRule(
        "model",
        Kind.OTHER,
        "own",
        "markov|decision|simulat|hypothetical|transition|transmission|partitioned|discrete|horizon|agent-based|"
        "compartmental",
        (
            r"\bmarkov (?:\w+ )?model|\bdecision[- ](?:analy\w+|tree) (?:\w+ )?model|\bsimulation model|"
            r"\b(?:hypothetical|simulated) (?:[\w-]+ ){0,2}(?:cohort|population)s?\b|\bstate-transition (?:\w+ )?model|"
            r"\bmicrosimulation\b|\btransmission model|\bpartitioned survival\b|\bdiscrete[- ]event simulation|"
            r"\blife-?time (?:time )?horizon\b|\bagent-based model|\bcompartmental (?:\w+ )?model"
        ),
        0.7,
        "dev, invented",
    ),
    DesignRule(
        "review-of-this",
        Kind.NARRATIVE_REVIEW,
        "abstract",
        "review|overview|chapter|discusses|summari|outlines",
        (
            r"\b(?:this|the present|our) (?:(?:narrative|mini-?|critical|brief|literature|clinical) ?)?"
            r"(?:review|overview|chapter) (?:\w+ ){0,2}?(?:discuss(?:es)?|summari[sz]es?|outlines?|highlights?|"
            r"focus(?:es)?|considers?|explores?|address(?:es)?|covers?|describes?|characteri[sz]es?|presents?)\b|"
            r"\bin this (?:(?:narrative|mini-?|critical|brief|literature|clinical|selective) ?)?"
            r"(?:review|overview|chapter)(?: article)?,? (?:we|i|the authors?)\b|"
            r"\bthis (?:article|paper) (?:briefly |critically )?(?:reviews|discusses|outlines)\b"
        ),
        0.75,
        "invented",
    ),
    DesignRule(
        "method-of-others",
        Kind.OTHER,
        "abstract",
        "simulation|monte|illustrat|estimand",
        (
            r"\b(?:simulation stud(?:y|ies)|monte[- ]carlo)\b[^.;]{0,150}\b(?:replicat\w+|estimat\w+|bias(?:ed)?|"
            r"coverage|type i errors?|error rates?|power|datasets?|scenarios)\b|"
            r"\b(?:method|approach|estimator|model|procedure|technique)(?:s|es)?\b[^.;]{0,40}\b(?:is|are) (?:\w+ )?"
            r"illustrated\b|\bwe (?:also )?illustrate (?:the|our|this|these|its|their)\b|\bestimands?\b"
        ),
        0.7,
        "invented",
    ),
)
"""Before the trials, whose numbers they retell: nobody was randomised for a model or a review."""

OPINIONS = (
    DesignRule(
        "guideline-title",
        Kind.GUIDELINE,
        "title",
        "guideline|consensus|position|recommendation",
        (
            r"^(?!.*\b(?:evaluat|assess|adher|complian|implement|impact|effect|influence|validat|introduc|survey|"
            r"review|"
            r"concordan|awareness|knowledge|use of|appl(?:y|ication)|accord|compar|based on|before|after|trial|study))"
            r".*(?:\b(?:clinical )?(?:practice )?guidelines?\b(?: (?:for|on|of)\b|\s*:|\W*$)|"
            r"\bconsensus (?:statement|conference|report|recommendations|document|on\b)|\bposition (?:statement|"
            r"paper)\b|\brecommendations (?:for|of|from) the\b)"
        ),
        0.7,
        "PT",
    ),
    DesignRule(
        "narrative-text",
        Kind.NARRATIVE_REVIEW,
        "abstract",
        "review|article|paper|chapter|overview|discuss|summari",
        (
            r"\b(?:this|the present|our|the current) (?:article|paper|review|chapter|"
            r"overview)(?: \w+){0,3} (?:reviews?|discuss\w*|summari[sz]es?|describes? (?:the )?(?:current|"
            r"recent)|provides?|outlines?|highlights?|focus\w*|examines?|considers?|explores?|addresses)|"
            r"\bwe (?:review|discuss|summari[sz]e)\b|\b(?:is|are) (?:reviewed|discussed|summari[sz]ed)\b|"
            r"\bin this (?:review|overview)\b|\bthis (?:mini-?)?review\b"
        ),
        0.75,
        "dev",
    ),
    DesignRule(
        "narrative-title",
        Kind.NARRATIVE_REVIEW,
        "title",
        "review|update|overview|current|advances",
        (
            r"\b(?:a|an|mini-?|literature|narrative|critical|brief|state-of-the-art) ?(?:\w+ )?review\b|"
            r": (?:a )?review\b|\bupdate\b|\boverview\b|\bcurrent (?:concepts|status|perspectives?|"
            r"trends)|\b(?:recent )?advances in\b"
        ),
        0.65,
        "dev",
    ),
)
"""They rank below the studies of people, because their words are common."""

TOPICS = (
    DesignRule(
        "topic-title",
        Kind.NARRATIVE_REVIEW,
        "title",
        "prevention|treatment|management|patho|diagnosis|pharmaco|role|therapy|epidemiology|etiology|approach|"
        "strategies",
        (
            r"^\W*(?:(?:the|current|new|medical|drug|pharmacologic\w*) ){0,2}(?:prevention|treatment|management|"
            r"pathophysiology|pathogenesis|diagnosis|pharmacology|pharmacotherapy|role|therapy|epidemiology|a?etiology|"
            r"approach|approaches|strategies)(?:,? (?:and |of )?[\w-]+){0,3}? (?:of|for|in|to)\b"
        ),
        0.7,
        "dev",
        without_data=True,
    ),
)
"""Last of all: a title that names a subject, above an abstract in which nothing was done."""
