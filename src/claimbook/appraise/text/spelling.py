"""One spelling for words that Britain and America spell in two ways: 'oedema' and 'edema' are one word. Pure.

The tables are ours: what differs, wherever in a word it stands ('hyperglycaemia', 'antitumour'). Both spellings get the
same form, mostly the American one; nobody is shown it.
"""

import re
from functools import lru_cache

BEGINNINGS = (
    *(("anaem", "anem"), ("caesar", "cesar"), ("diarrhoea", "diarrhea"), ("foet", "fet"), ("gynaec", "gynec")),
    *(("haem", "hem"), ("ischaem", "ischem"), ("leukaem", "leukem"), ("oedema", "edema"), ("oesoph", "esoph")),
    *(("oestr", "estr"), ("paed", "ped"), ("tumour", "tumor")),
    *(("anaesth", "anesth"), ("apnoea", "apnea"), ("behaviour", "behavior"), ("centre", "center"), ("colour", "color")),
    *(("dyspnoea", "dyspnea"), ("faec", "fec"), ("fibre", "fiber"), ("labour", "labor"), ("odour", "odor")),
)
"""Beginnings of words in both spellings, the British one first."""
_PIECES = (
    *(("aem", "em"), ("aesth", "esth"), ("aetiol", "etiol"), ("alumini", "alumin"), ("caec", "cec"), ("caes", "ces")),
    *(("coeli", "celi"), ("copoei", "copei"), ("defence", "defense"), ("faec", "fec"), ("foet", "fet")),
    *(("grey", "gray"), ("gynaec", "gynec"), ("homoeo", "homeo"), ("isation", "ization"), ("ageing", "aging")),
    *(("judgement", "judgment"), ("leuco", "leuko"), ("licence", "license"), ("lyze", "lyse"), ("lyzing", "lysing")),
    *(
        ("manoeuvre", "maneuver"),
        ("manoeuvr", "maneuver"),
        ("moeb", "meb"),
        ("mould", "mold"),
        ("naev", "nev"),
        ("offence", "offense"),
    ),
    *(("paed", "ped"), ("pnoe", "pne"), ("practis", "practic"), ("rrhoe", "rrhe"), ("sceptic", "skeptic")),
    *(("sulph", "sulf"), ("yoghurt", "yogurt")),
)
_NO_IZE = r"(?<!conc)(?<!exc)(?<!inc)(?<!circumc)(?<!prec)(?<!prov)(?<!rev)(?<!superv)(?<!telev)"
"""Verbs that are spelt with an s everywhere, and whose nouns have one ('revise' and 'revision')."""
_RULES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        *_PIECES,
        (r"o?oe(?=str|dem|sophag)", "e"),
        (r"(behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|rig|rum|sav|tum|vap|vig)our", r"\1or"),
        (r"(calib|cent|fib|goit|lit|lust|met|spect|theat|tit)re(?=[sd]?$)", r"\1er"),
        (rf"(?<=[^\W\d_]{{3}}){_NO_IZE}is(?=(?:e|ed|es|er|ers|ing|able)$)", "iz"),
        (r"(?<=[aio]log)ue(?=s?$)", ""),
        (r"(?<=program)me(?=s?$)", ""),
    )
)
_SIGNS = re.compile(
    r"ae|oe|our|is|re|ogue|grey|geing|judgement|leuco|[cfn]ence|lyz|mould|program|scept|sulph|yogh|alumini"
)
"""A quick look: in words without one of these nothing is changed."""


@lru_cache(maxsize=200_000)
def one_spelling(word: str) -> str:
    """A word in lower case, in the spelling that stands for both."""
    if _SIGNS.search(word):
        for pattern, put in _RULES:
            word = pattern.sub(put, word)
    return word
