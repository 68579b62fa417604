"""The miniature article about humming as it is given away, and a study table that means harm. All of it is invented."""

import json

from claimbook.exports.weighed import weigh_article, weigh_claim
from claimbook.model.claim import Claim
from claimbook.project.load import LoadedArticle
from tests.report.demo import HOSTILE, STUDIES, article, table
from tests.synthesis.factory import SAFE, claim, interval, study

SIXTY = ", ".join(f"Author{chr(65 + n // 26)}{chr(97 + n % 26)} A" for n in range(60))
OVERRIDE, ARABIC = "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{ARABIC LETTER SHEEN}\N{ARABIC LETTER FEH}\N{ARABIC LETTER ALEF}"
TEX = r"100% of $x_1$ & {half} \input{secret} #2 ~ ^ 5 < 6 > 4 } { \\ @article{x, | "
NASTY = (
    study("formula", title='=HYPERLINK("https://example.org","x")', authors="@SUM A, Bass BB", p="<0.05", bias=SAFE),
    study("markup", title=HOSTILE, authors=HOSTILE, journal=HOSTILE, population=HOSTILE, p="<0.05"),
    study("lines", "against", title='one\ntwo\r\nER  - \nTY  - BOOK\n"three", four', journal="a\nb", authors="Bass BB"),
    study("turned", title=f"{ARABIC} {OVERRIDE}desrever\N{POP DIRECTIONAL FORMATTING} end", authors=ARABIC, n=40),
    study("tex", title=TEX, journal=TEX, authors="Duet DD", link="https://example.org/a_b%20{c}?d=1&e=2#f"),
    study("long", title=("long " * 600).strip(), authors=SIXTY),
    study("bare", None, authors=None, year=None, journal=None, pmid=None),
    study("minus", title="-2+3", authors="-1 A", effect=interval("SMD", -0.4, -0.7, -0.1), n=12),
    study("gone", title="Withdrawn hum", notices=["retracted"], authors="Coda CC et al."),
)
SIGNED = {"by": "Ada Invented", "date": "2026-02-03", "verdict": "uncertain", "why": "Read as the rules read it."}


def loaded(*studies, signed=None, of=None, **changes):
    """The article with the one claim 'Humming eases knee pain', as it would be read from its files."""
    fields = json.loads((of or claim()).model_dump_json(exclude_none=True))
    told = Claim.model_validate_json(json.dumps(fields | ({"confirmed": signed} if signed else {})))
    return LoadedArticle(article(**changes), (told,), table(*(studies or STUDIES)))


def weighed(*studies, signed=None, of=None, **changes):
    """The same claim, ready to be exported."""
    return weigh_claim(loaded(*studies, signed=signed, of=of, **changes), "humming")


__all__ = ["NASTY", "SIGNED", "SIXTY", "loaded", "weigh_article", "weighed"]
