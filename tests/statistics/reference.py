"""The reference data sets as effects and variances, and the printed values to match."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from claimbook.synthesis.study.effect_size import (
    Effect,
    Group,
    log_or,
    log_rr,
    md_from_means,
    ratio_from_interval,
    smd_from_interval,
    smd_from_means,
)

REFERENCE = json.loads(Path(__file__).with_name("reference.json").read_text(encoding="utf-8"))
COMPUTED = REFERENCE["computed"]
PUBLISHED = {(entry["dataset"], entry["quantity"]): entry for entry in REFERENCE["published"]}

Body = tuple[list[float], list[float]]
Checks = dict[tuple[str, str], Callable[[], Sequence[float]]]


def rows(name: str) -> list[list[float]]:
    return REFERENCE["inputs"][name]["rows"]


def body(effects: Sequence[Effect]) -> Body:
    return [effect.value for effect in effects], [effect.variance for effect in effects]


def groups(row: Sequence[float]) -> tuple[Group, Group]:
    return Group(*row[:3]), Group(*row[3:])


BCG_RR = body([log_rr(a, a + b, c, c + d) for a, b, c, d in rows("bcg")])
BCG_OR = body([log_or(a, a + b, c, c + d) for a, b, c, d in rows("bcg")])
BCG_N = [sum(row) for row in rows("bcg")]
NORMAND_SMD = body([smd_from_means(*groups(row)) for row in rows("normand")])
NORMAND_MD = body([md_from_means(*groups(row)) for row in rows("normand")])
RAUDENBUSH = tuple(map(list, zip(*rows("raudenbush"), strict=True)))
COLLINS = body([log_or(*row) for row in rows("collins")])
CLASP = body([log_or(*row) for row in rows("clasp")])
MAGNESIUM = body([log_or(*row) for row in rows("magnesium")])
MAGNESIUM_N = [n1 + n2 for _, n1, _, n2 in rows("magnesium")]
WITHOUT_ISIS_4 = (MAGNESIUM[0][:-1], MAGNESIUM[1][:-1])
PASSIVE_SMOKING = body([ratio_from_interval(*row) for row in rows("passive_smoking")])
EXERCISE = body([smd_from_interval(*row[:3]) for row in rows("exercise")])
EXERCISE_N = [row[3] + row[4] for row in rows("exercise")]


def assert_published(checks: Checks, key: tuple[str, str]) -> None:
    """What is computed now agrees with what was printed, within the printed tolerance."""
    entry = PUBLISHED[key]
    printed = np.atleast_1d(entry["published"])
    np.testing.assert_allclose(list(checks[key]()), printed, rtol=0, atol=entry["tolerance"], err_msg=entry["source"])
