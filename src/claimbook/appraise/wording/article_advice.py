"""What an article tells its readers to do: modals with a reader, recommendations, and imperatives.

An imperative has no word of its own: it is a verb without a subject at the start of a sentence or of a clause. The same
forms are nouns ('Exercise lifts your mood') and headlines ('Diet drinks tied to ...'), so a verb that is also a noun
needs the beginning of an object or of an adverb behind it, and no finite verb that would make it a subject.
"""

import re
from collections.abc import Iterator

from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.wording.article_phrases import QUESTION
from claimbook.appraise.wording.article_verbs import FORMS
from claimbook.appraise.wording.clauses import Stretch

_DO = words(
    "have look say invest avoid eat choose make keep take get give ask see talk speak consult consider remember "
    "ensure try add replace opt wear wash brush put turn set sip chew boil rinse soak peel chop mix stir whisk pour "
    "bake grill serve sprinkle blend squeeze spread apply rub pat dab massage breathe inhale exhale lie sit stand "
    "bend hold repeat perform practise practice do use read check call ring tell let leave remove throw discard buy "
    "pick select fill carry bring write measure ditch quit dump banish resist join find learn listen close shut dim "
    "unplug enjoy think focus steer seek be allow invite vary begin continue combine prioritise prioritize schedule "
    "spend stick tuck wrap cover wipe clean spray pack prepare freeze thaw drain steam roast toast simmer heat "
    "chill slice grate mash season alternate increase reduce decrease build strengthen boost protect improve "
    "prevent stay go aim limit swap switch skip stop start cut drink walk run swim cycle jog exercise rest sleep "
    "nap snack stretch cook plan treat relax lift lower raise move warm cool work store weigh monitor follow report "
    "order train climb visit test track count note book arrange expect wait help share open change dress lather "
    "moisturise moisturize floss gargle hydrate meditate trade load pop grab ease slow step sign cuddle adopt "
    "embrace beware mind watch notice contact phone dial soothe trim tackle beat fight burn place lay roll pull "
    "push squat kneel twist reach rotate tilt pace divide halve double"
)
_ALSO_NOUN = words(
    "have walk run swim cycle jog exercise rest sleep nap snack stretch cook plan treat lift lower raise move warm "
    "cool work store limit swap switch stop start cut drink train climb visit test track count note book help share "
    "open change dress trade load pop step watch mind beat fight burn boost place lay roll pull push twist reach "
    "tilt pace measure report order heat chill call ring use season spray massage set steam roast toast slice mash "
    "brush wash blend spread mix bake grill serve increase decrease practice cover contact phone ease slow dump "
    "focus stick turn double clean close pick"
)
_NOUN_BEHIND = words(
    "swap switch limit skip stop start cut cook drink wash blend serve mix use treat bake turn slice chill clean"
)
"""Of these, those that take a bare noun: 'swap butter for oil', where nothing else is the verb."""
_BEGINS_AN_OBJECT = words(
    "your a an the some for with at in on to down up out off more less plenty every each regularly daily well "
    "slowly gently before after only no yourself by from if when until while around through enough as early outside "
    "indoors together back over away it them this that these those one two three four five half any all both lots "
    "fewer little you're regular another other smaller bigger hot cold fresh whole into like against just about "
    "towards along home him her within without always never again slow fast straight near under between and or but "
    "instead rather here there alone alcohol"
)
_NO_OBJECT = words(
    "is are was were has have had of can could may might will would should must does did than isn't aren't wasn't "
    "doesn't which who linked tied"
)
_NO_ADVICE = folded_pattern(
    r"(?:put (?:simply|another|it)|make no mistake|think (?:of|again)|see (?:below|above|table|figure|also|page|our|"
    r"more)|read (?:more|on|our|the full)|"
    r"follow (?:the|this) link|click|miss (?:our|this|out)|(?:say|says) (?!no)|sign up|find out|learn more|"
    r"let's (?:say|face)|take (?:[a-z]+, \d|the (?:case|example))|"
    r"set (?:in|to|against|up|over)|be that|go figure|use of|open (?:daily|from|now|to|until|on)|do (?:you|we|they|"
    r"people|i)\b|"
    r"call it|get (?:this|ready)|expect to|give or take|never mind|notice (?:that|how)|book (?:now|online|early|"
    r"your)|note that|"
    r"serves? \d|makes? \d|order (?:now|online)|buy (?:now|online)|watch (?:the|our|this) (?:video|clip)|"
    r"(?:contact|visit|join|call|ring) (?:us|our)|ask (?:the experts?|any)|remember (?:when|the))\b"
)
_OPENING = folded_pattern(
    r"(?:[^\w]*(?:(?:\d{1,2}|step \d+|tip \d*|top tip|tip)[.):]*\s+)?)(?:(?:please|just|simply|instead|then|so|and|"
    r"but|or|also|first|next|finally|"
    r"second|third|now|lastly|ideally|better still|even better|at night|in winter|in summer|where possible|"
    r"if possible|if in doubt|"
    r"before bed|to be safe|for best results|for safety|whenever you can|when you can|once a (?:week|day)|every day|"
    r"each day|"
    r"every morning|every night|at least|above all|most importantly|as a rule|in short|plus|otherwise|meanwhile|"
    r"for starters|to start with|to begin with|over time|remember|occasionally|regularly|always|never|try to|don't|"
    r"do not|gently|slowly|carefully|quietly|gradually)[,:]?\s+)*"
)
_WITH_ORDER = folded_pattern(r"(?:^|[\s\"'(])(?:always|never|don't|do not|please|try to)(?: ever| just)? $")
_CLAUSE = folded_pattern(
    r"[;:!?.]\s+|\s--?\s|,?\s+(?:so|then|but|or|and then)\s+(?!that\b)|,\s+and\s+|\s+and\s+|,\s+(?=(?:please|then|"
    r"don't|do not|never|always|instead)\b)"
)
_CONDITION = folded_pattern(
    r"[^\w]*(?:if|when|whenever|to|for|before|after|once|until|as|rather than|instead of|in|on|at|during|while|"
    r"because|since|with|where|unless|without|given|every|each|by|next time|and if|but if|so if)\b[^,;:]*,\s+"
)
_WORD = re.compile(r"[\w']+(?:-[\w']+)*")
_FINITE_AFTER = folded_pattern(
    r"\s(?:is|are|was|were|has|can|could|may|might|will|would|reduces?|lowers?|lifts|boosts|helps|improves|cuts|"
    r"eases|raises|prevents|"
    r"protects|linked|tied|makes|keeps|causes|leads|works)\s"
)

_SUGGESTED = folded_pattern(r"\b(?:why not \w+(?: \w+)?|how about|what about|why don't you|have you tried)\b")
"""A question that is advice all the same."""
_HEADING = folded_pattern(r"[^\w]*(?:\d{1,2}[.)]\s*)?(?:[\w'-]+ ){1,4}[\w'-]+\s*$")
"""Up to five words without a stop, such as 'Improve mental health': what a thing does, not what to do."""
_REPEATED = folded_pattern(
    r"(?!\w+(?:ing|ed|ly|s)\b|the\b|one\b|our\b|your\b|her\b|his\b|their\b|any\b)[a-z]{3,} (?:\w+ )?(?:every (?:day|"
    r"morning|night|evening|week)|for (?:at least |"
    r"up to )?[\w.]+ (?:minutes|hours|seconds)|"
    r"daily|twice a|once a)\b(?! (?:is|are|was|were|can|may|might|could|has))"
)
"""What is to be done again and again, with a verb that no list knows: 'hum every day'."""
_SUBORDINATE = folded_pattern(
    r"\s(?:if|when|whenever|because|unless|that|which|who|until|while|as|where|before|after|what|you)\b"
)
_PEOPLE = (
    r"(?:you|we|people|everyone|everybody|anyone|adults|children|kids|parents|women|men|patients|teens|teenagers|"
    r"babies|toddlers|infants|runners|smokers|"
    r"drivers|workers|seniors|families|athletes|drinkers|those|readers|one|older \w+|pregnant \w+)"
)
_DONE = (
    r"(?:avoid|eat|tak|giv|drink|limit|us|treat|wash|wear|worn|check|discuss|replac|reduc|cook|stor|consum|kept|"
    r"keep|encourag|add|stopp|chos|prefer|swapp|spread|allow|handl|offer|prescrib|screen|seen|supervis|test|vaccinat)"
)
_EXPECTED = (
    r"(?:be|have|last|arrive|open|start|begin|feel|notice|improve|help|ease|lead|reduce|relieve|lift|work|come|clear|"
    r"know|"
    r"cost|find|make|mean|reach|heal|settle|return|boost|lower|disappear|show|end|give|go (?:away|down|up)|take|pay|"
    r"admit|"
    r"see (?:results|an?|the|improve)|protect|prevent|cut|hear|read|realise|realize|say|become|appear|happen|remain|"
    r"exist|"
    r"increase|decrease|fall|rise|drop|do the trick|raise|fade|pass|subside|stand|count|matter|look|interpret|confirm)"
)
"""Behind 'should' these tell what will be, not what to do: 'should improve', 'should be ready'."""
TOLD = folded_pattern(
    r"\b(?=\w)(?:"
    # modals with a reader; 'should improve' and 'should be ready' only expect
    rf"{_PEOPLE}(?: (?!would|will|may|might)[\w']+){{0,8}}? (?:should(?:n't)?|must(?:n't| not)?|"
    rf"ought(?:n't)? (?:not )?to|needs? to|had better|have to|ha[sd] better)"
    rf"(?! (?:(?:also )?know|hear|read|realise|realize|remember that|have (?:been|had)|be (?:wondering|joking|"
    rf"kidding|mistaken|thinking|ready|fine|back|able)|admit|feel|notice|start to|see (?:results|a|an|the|improve)|"
    rf"know that))|"
    rf"should(?:n't)? (?:not )?(?:\w+ly |always |never |also |all )?(?:{_DONE}\w*|aim|try|consult|speak|talk|"
    rf"ask|seek|wait|stay|stick|stop|choose|get|contact|do|see (?:a|their|your))\b|"
    rf"(?:should|must|ought to|needs? to)(?:n't)? (?:not |never |always |only )?be (?:\w+ly )?(?:{_DONE}\w*|part of)|"
    rf"must(?:n't| not) \w+|(?<!results )(?<!studies )(?<!must )should not \w+|"
    r"must (?:always |never )?(?:avoid|eat|take|see|stop|wear|drink|keep|go|do|consult)|"
    # recommendations
    r"(?:is|are|be) (?:\w+ )?(?:advised|recommended|urged|encouraged|told|warned|reminded|best avoided|"
    r"discouraged)(?: (?:not )?to| against)?|"
    r"(?:doctors?|experts?|dieti[ct]ians?|guidelines?|physios?|gps?|nhs|charity|scientists?|researchers?|authors?|"
    r"nutritionists?|physiotherapists?|paediatricians?|pediatricians?|"
    r"dentists?|midwives|nurses?|coach(?:es)?|trainers?|team|he|she|they|we|who|officials|midwife|pharmacists?|"
    r"agency|society|foundation|academy|association|college) (?:now |also |strongly )?"
    r"(?:recommends?|advis(?:es?|ed)|urges?|suggests? (?:you |that you |\w+ing\b|a |an )|warns? against|encourages?)|"
    r"recommends? (?:eating|taking|avoiding|drinking|walking|doing|that|at least|no more|between|using)|"
    r"it(?:'s| is) (?:\w+ )?(?:best|wise|sensible|important|essential|vital|worth|crucial|advisable|better|safest|"
    r"a good idea|time|recommended|advised)(?: not)? (?:to|\w+ing)(?! (?:know|note that|remember that|conduct|"
    r"study))\b|"
    r"(?:best|better|wise|sensible|important|essential|vital|worth|safest|a good idea) to (?:avoid|eat|drink|take|"
    r"talk|see|ask|check|keep|stay|get|choose|limit|stop|start|use|wash|do|have|go|try|wait|speak)|"
    r"(?:is|are|'s) (?:well )?worth (?:trying|a try|considering|adding|swapping|asking|checking|cutting|doing|eating|"
    r"taking|getting)|(?:is|are|be) (?:a good idea|wise|advisable)|"
    r"make sure|be sure to|be careful|take care (?:to|not|when)|aim for|aim to|try to|opt for|steer clear|"
    r"think twice|don't forget|"
    r"(?:see|ask|consult|call|contact|tell|speak to|talk to|talk with|check with|visit|speak with) (?:a|an|your|"
    r"the) (?:doctor|gp|pharmacist|physician|dentist|nurse|midwife|physio\w*|dieti[ct]ian|healthcare \w+|health \w+)|"
    r"seek (?:medical |urgent |professional )?(?:help|advice|attention)|"
    r"we (?:\w+ )?(?:recommend|advise|suggest)|(?:is|are) a must(?! for (?:fans|anyone visiting))|it (?:always |"
    r"really )?pays to|time to (?:ditch|"
    r"swap|stop|start|cut|quit|eat|get)|you'd (?:do well|be wise) to|you may want to|you might want to|you could try|"
    rf"(?<!it )(?<!this )(?<!that )(?<!which )(?<!there )(?:should|must|ought to|mustn't|"
    rf"shouldn't)(?: not)? (?:\w+ly |always |never |also |all )?(?!{_EXPECTED}\b|\w+ly\b|not\b)\w+|"
    r"(?:do not|don't|never) (?:ever )?(?:take|use|eat|drink|drive|stop|ignore|give|skip|smoke|exceed|start|mix|"
    r"share|leave|scratch|put|rely|wait|worry|forget|let|be|overdo|cut|go)|"
    r"(?:best|safest|wisest|simplest) thing (?:to do )?is (?:to )?\w+)(?![\w-])"
)
"""Words that tell readers what to do (spec 6.2 ADVICE: imperative, should, must, need to)."""
_TOPIC = re.compile(r"\b(?:when|where|how|what|who|whether) (?:and \w+ |or \w+ )?to $")
_RESEARCH = folded_pattern(
    r"\b(?:stud(?:y|ies)|research|trials?|results?|findings?|researchers|scientists|investigat\w+|"
    r"authors)(?: \w+){0,4}? (?:should|must|ought|needs?)\b|"
    r"\bno need to|should (?:improve|help|ease|be (?:ready|interpreted|published|replicated|studied|confirmed|"
    r"investigated|available|open))"
)


def advice_in(said: str) -> list[Stretch]:
    """Where a sentence in lower case, with straight quotation marks, tells somebody what to do."""
    if QUESTION.search(said):
        return [found.span() for found in _SUGGESTED.finditer(said)]
    told = [found.span() for found in TOLD.finditer(said) if not _is_told_elsewhere(said, found)]
    orders = [place for place in imperatives_in(said) if not any(start <= place[0] < end for start, end in told)]
    return sorted([*told, *orders])


def _is_told_elsewhere(said: str, found: re.Match[str]) -> bool:
    """'When to see a doctor' heads the lines that tell it; a wish for research tells the reader nothing."""
    if _TOPIC.search(said[: found.start()]):
        return True
    return _RESEARCH.search(said, max(0, found.start() - 30), found.end() + 20) is not None


def imperatives_in(said: str) -> Iterator[Stretch]:
    """Each verb that gives an order: at the start of the sentence or of a clause, or behind a condition and a comma."""
    ordered = False
    for start, end, joined in _clauses(said):
        if joined and not ordered and not said.startswith(("don't", "do not", "never "), start):
            continue
        for begin in _beginnings(said, start, end):
            found = _order_at(said, begin, end)
            if found:
                ordered = True
                yield found
                break


def _clauses(said: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each clause, and whether only 'and' or 'or' joins it to the one before."""
    start, joined = 0, False
    for found in _CLAUSE.finditer(said):
        yield start, found.start(), joined
        start, joined = found.end(), found[0].strip(" ,") in {"and", "or", "but", "then", "and then"}
    yield start, len(said), joined


def _beginnings(said: str, start: int, end: int) -> Iterator[int]:
    """Where the verb of a clause would stand."""
    opening = _OPENING.match(said, start, end)
    yield opening.end() if opening else start
    condition = _CONDITION.match(said, start, end)
    if condition:
        opening = _OPENING.match(said, condition.end(), end)
        yield opening.end() if opening else condition.end()


def _order_at(said: str, begin: int, end: int) -> Stretch | None:
    verb = _WORD.match(said, begin, end)
    ordered = _WITH_ORDER.search(said[:begin])
    if verb is None or _NO_ADVICE.match(said, begin) or (verb[0] in FORMS and _HEADING.match(said)):
        return None
    if verb[0] not in _DO and not ordered and not _REPEATED.match(said, begin, end):
        return None
    following = _WORD.search(said, verb.end())
    after = following[0] if following and following.start() <= verb.end() + 2 else ""
    if after in _NO_OBJECT:
        return None
    if verb[0] in _ALSO_NOUN and not ordered:
        bare = verb[0] in _NOUN_BEHIND and after and not _is_finite(after)
        if after not in _BEGINS_AN_OBJECT and not after.isdigit() and not bare:
            return None
        aside = _SUBORDINATE.search(said, verb.end(), end)
        finite = _FINITE_AFTER.search(said, verb.end(), aside.start() if aside else end)
        if finite and after not in {"your", "the", "a", "an"}:
            return None
    return (ordered.start() if ordered else verb.start()), verb.end()


def _is_finite(word: str) -> bool:
    form = FORMS.get(word)
    return word in _NO_OBJECT or (form is not None and form.ending in {"s", "ed"})
