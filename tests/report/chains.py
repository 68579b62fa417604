"""Miniature claims, one for each way to a verdict; beside each lies the chain that ``claimbook why`` prints.

``python -m tests.report.chains`` writes the chains anew; read what changed before you keep it.
"""

from pathlib import Path

from claimbook.project.places import Places
from claimbook.report.why import why_claim
from claimbook.synthesis.assess import assess_claim
from tests.report.demo import STUDIES, table
from tests.synthesis.factory import SAFE, arms, claim, interval, match, outcome, review, study
from tests.synthesis.test_override import judgement

FOLDER = Path(__file__).parent / "chains"
NOWHERE = Places({}, None, {})
MEANS = arms("mean-post", (3.0, 1.5, 30), (4.0, 1.5, 30))
OPERA = {"included_trials": 9, "participants": 900, "effect": interval("SMD", -0.6, -0.9, -0.3)}
ONE = (study("aria", n=60, p="<0.05"),)


def asked(studies=(), about=None, **changes):
    """A claim and the studies that it is weighed on."""
    return (about or claim(outcome(**changes))), studies


CHAINS = {
    "route-review": asked((review("opera", **OPERA),)),
    "route-review-quoted": asked((review("opera", certainty="moderate", **OPERA),)),
    "route-single": asked(ONE),
    "route-pair": asked(
        (
            study("aria", "no difference", n=60, effect=interval("SMD", -0.4, -0.9, 0.1)),
            study("bass", "no difference", n=40, effect=interval("SMD", 0.2, -0.3, 0.7)),
        )
    ),
    "route-pool": asked(tuple(study(name, n=60, effect=MEANS) for name in ("aria", "bass", "coda"))),
    "route-p": asked(STUDIES),
    "route-dir": asked((study("aria"), study("bass", "against"))),
    "gate-nothing-looked-at": asked(),
    "gate-not-direct": asked((study("aria", matched=match(answers="surrogate")), study("mice", design="animal"))),
    "gate-no-usable-result": asked((study("aria", "within"), study("bass", "unclear"))),
    "gate-result-not-entered": asked((study("aria", "within"), study("bass", None))),
    "gate-only-retracted": asked((study("aria", notices=["retracted"]),)),
    "gate-not-checkable": asked(ONE, strength="none"),
    "modifier-scope": asked((study("aria", n=60, p="<0.05", people={"patients": True}),)),
    "modifier-single": asked(ONE, wording={"says_studies": True}),
    "modifier-lean": asked((study("aria", "against", n=60, p="0.60", bias=SAFE),), strength="associational"),
    "override": asked(ONE, judgements=[judgement(levels=0), judgement(levels=1, stream="NRSI")]),
}


def chain(name: str) -> str:
    """What is printed for one miniature, without places: its studies stand in no file."""
    about, studies = CHAINS[name]
    return why_claim(assess_claim(about, table(*studies)), NOWHERE) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in CHAINS:
        (FOLDER / f"{each}.txt").write_text(chain(each), encoding="utf-8")
