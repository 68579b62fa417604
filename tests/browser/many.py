"""A claim with as many studies as one likes, of every kind and standing. All invented."""

from pathlib import Path

from claimbook.project.layout import Project
from tests.report.demo import write_demo
from tests.synthesis.factory import SAFE, arms, interval, match, study

_SAYS = ("favours", "favours", "no difference", "against", "within", None)
_DESIGNS = ("rct", "rct", "crossover", "quasi-experimental", "case-series", "cohort")
_WORDS = ("humming", "knee", "pain", "adults", "weeks", "walking", "singing", "effect", "home", "group", "practice")


def write_many(root: Path, number: int) -> Project:
    """The miniature article with this many studies for its first claim."""
    return write_demo(root, *(_study(place) for place in range(number)))


def _study(place: int):
    says, design = _SAYS[place % 6], _DESIGNS[place % 6 if place % 7 else 0]
    title = " ".join(_WORDS[(place * step + step) % len(_WORDS)] for step in range(1, 15))
    effects = (interval("SMD", -0.4, -0.8, -0.1), arms("mean-post", (3.0, 1.5, 30), (4.0, 1.5, 30)), None)
    return study(
        f"number-{place:04}",
        says,
        design=design if says else "protocol",
        title=f"{title.capitalize()}: invented study {place}",
        authors=", ".join(f"Inventor{place}{letter} {letter}" for letter in "ABCDEF"),
        year=1980 + place % 46,
        n=None if place % 11 == 0 else 12 + place * 7 % 900,
        p="<0.05" if says == "favours" else None,
        effect=effects[place % 3] if says in {"favours", "no difference", "against"} else None,
        bias=SAFE if place % 4 == 0 else None,
        harms="two hoarse voices, no fall" if place % 5 == 0 else None,
        matched=match(answers="different") if place % 9 == 0 else match(partial="P" if place % 2 else ""),
    )
