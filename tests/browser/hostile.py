"""A study table that wants to break a page: markup, scripts, right-to-left, endless titles, sixty authors. Invented."""

from claimbook.project.layout import Project
from tests.report.demo import HOSTILE, STUDIES, write_demo
from tests.synthesis.factory import study

ARABIC = "دراسة مخترعة عن الدندنة \u200fوآلام الركبة (اختبار)"  # noqa: RUF001 - an alef, not an l
TURNED = "\u202egnimmuh\u202c of \u2067everything\u2069"  # overrides and isolates that must not leak
ENDLESS = "word" * 750
SENTENCES = "A title that goes on and on, because nobody stopped it in time. " * 46
SIXTY = ", ".join(f"Author{number} {chr(65 + number % 26)}{chr(65 + number // 26)}" for number in range(60))

NASTY = (
    study("script", title=HOSTILE, authors=HOSTILE, population=HOSTILE, journal=HOSTILE, p="<0.05", harms=HOSTILE),
    study("image", title="<img src=x onerror=alert(1)>", authors="<svg/onload=alert(2)>", n=30),
    study(
        "breakout", title="</script></style></title><h1>Owned</h1>", authors="Breakout B", population="</td></table>"
    ),
    study("turned", title=ARABIC, authors="הדוגמה א", population=TURNED, harms=ARABIC),
    study("endless", title=ENDLESS, authors="Endless" * 20, population=ENDLESS[:400], instrument=ENDLESS[:300]),
    study("long", title=SENTENCES, authors=SIXTY, harms=SENTENCES[:900]),
    study("formula", "against", title="=HYPERLINK(1)\t@x", authors="{{ 7*7 }} {% raw %}", n=1_234_567),
)


def write_hostile(root) -> Project:
    """The miniature article with these studies among its own."""
    return write_demo(root, *STUDIES, *NASTY, title=f"{HOSTILE} {ARABIC}")
