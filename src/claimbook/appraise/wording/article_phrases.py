"""What the tables of article words share: how phrases are written, words of comparison, and outcomes of health.

Text is folded, with straight quotation marks and dashes.
"""

import re

from claimbook.appraise.text.lexicon import folded_pattern

QUESTION = re.compile(r"\?[\"')\s]*$")
"""The end of a question, in lower case or not."""
_SPACE, _ANY_SPACE = re.compile(" +"), r"\\s"


def phrases(*alternatives: str) -> str:
    """Phrases that begin and end with whole words, parted by ' | '; any space between their words."""
    either = "|".join(phrase.strip() for phrase in re.split(r"\s\|\s", " | ".join(alternatives)))
    return rf"\b(?=\w)(?:{_SPACE.sub(_ANY_SPACE, either)})(?![\w-])"


MORE = (
    r"(?:higher|lower|greater|less|more|fewer|better|worse|poorer|larger|smaller|bigger|longer|shorter|older|younger|"
    r"earlier|"
    r"later|stronger|weaker|slower|faster|heavier|lighter|healthier|happier|fitter|slimmer|thinner|taller|sharper|"
    r"calmer|sicker|likelier|sadder|harder|easier)"
)
"""Comparatives that are said of people and of their health."""

HEALTH = folded_pattern(
    r"\b(?:risk|harm|odds|chances?|health|disease|illness|death|die|dying|mortality|surviv|life|lives|living|"
    r"longevity|live[sd]?\b|"
    r"ag(?:e?ing)\b|pain|ache|sore|hurt|stiff|inflam|swell|cramp|spasm|symptom|flare|relief|recover|heal\b|healing|"
    r"heart|cardi|stroke|blood|pressure|hypertens|cholesterol|ldl|clot|arter|vein|circulat|pulse|"
    r"brain|head\b|memory|cogniti|dementia|alzheimer|parkinson|focus|concentrat|attention|alert|mind|mental|mood|"
    r"depress|anxi|stress|lonel|happi|spirits|wellbeing|well-being|self-esteem|confidence|creativ|adhd|autis|psycho|"
    r"sleep|insomni|snor|nod off|rest\b|tired|fatigue|energy|energi[sz]|stamina|endurance|fitness|fit\b|groggi|drows|"
    r"weigh|fat\b|fats\b|belly|waist|calori|slim|obes|bmi|kilos?\b|pounds\b|metabol|appetite|hunger|craving|diabet|"
    r"glucose|"
    r"blood sugar|sugar levels?|sugar spikes?|insulin|hormone|cortisol|menopaus|hot flush|hot flash|period|fertil|"
    r"pregnan|miscarr|birth|labour|sperm|libido|"
    r"gut\b|guts\b|bowel|digest|stomach|bloat|constipat|diarrh|nausea|vomit|reflux|heartburn|ulcer|liver|kidney|"
    r"bladder|"
    r"urin|prostat|immun|infect|virus|bacteri|flu\b|colds?\b|cough|fever|covid|measles|malaria|allerg|asthma|hay fever|"
    r"lungs?\b|breath|nose|sinus|throat|ears?\b|hearing|deaf|tinnitus|eyes?\b|eyesight|vision|sight|myopia|cataract|"
    r"skin\b|sick\b|spots\b|pimples|blemish|language\b|speech|acne|eczema|psoria|rash|wrinkle|scar|hair|bald|teeth|"
    r"tooth|dental|gums?\b|decay|cavit|"
    r"\bbody\b|muscle|bone|joint|knee|hip\b|hips\b|back\b|spine|neck|shoulder|ankle|leg\b|legs\b|feet|foot|hands?\b|"
    r"arthrit|osteo|gout|fracture|fall(?:s|ing)?\b|balance|posture|gait|flexib|mobility|strength|core\b|supple|injur|"
    r"cancer|tumou?r|leuk|melanom|migraine|headache|dizz|vertigo|faint|seizure|epilep|concuss|"
    r"toxin|addict|hangover|dehydrat|overdose|poison|bleed|bruis|wound|"
    r"kill|suicid|attack|hospital|airway|heavier|slimmer|the doctor away|admission|deficien|an?a?emi|hiccup|nerve|"
    r"cells?\b|dna\b|scarring|habit|"
    r"perform|productivity|learning|grades|behaviou?r|relationship|vitality|resilien|wellness|immunity|"
    r"\w+(?:itis|osis|emia|aemia|algia|pathy|oma|uria|plegia|paresis)\b)"
)
"""Outcomes of health, by the beginnings of their words: which objects a verb with other uses must have here."""
