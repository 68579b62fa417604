"""How close the statistics come to published values, and how fast they pool: ``python benchmarks/statistics.py``.

Prints ``key=value`` lines. Differences are the largest absolute ones to the values that the sources print (so they hold
the rounding of the print); ratios are the others' time over ours for the same 10,000 bodies of 10 studies, in one run.
"""

import sys
from pathlib import Path

# This file is called like a module of the standard library; its own folder must not come first.
ROOT = Path(__file__).resolve().parents[1]
sys.path[:] = [str(ROOT), *(path for path in sys.path if Path(path or ".").resolve() != ROOT / "benchmarks")]

import time  # noqa: E402 - the path above comes first
import warnings  # noqa: E402
from collections import defaultdict  # noqa: E402
from collections.abc import Callable  # noqa: E402

import numpy as np  # noqa: E402
from pymare import Dataset  # noqa: E402
from pymare.estimators import DerSimonianLaird  # noqa: E402
from statsmodels.stats.meta_analysis import combine_effects  # noqa: E402
from tests.statistics import test_directions, test_effect_size, test_pooling, test_small_study  # noqa: E402
from tests.statistics.reference import PUBLISHED  # noqa: E402

from claimbook.synthesis.pool.effects import pool_many  # noqa: E402

BODIES, STUDIES, PEER_BODIES = 10_000, 10, 1_000


def largest_differences() -> dict[str, float]:
    """By data set: the largest absolute difference between a computed value and its print."""
    found: dict[str, float] = defaultdict(float)
    for module in (test_directions, test_effect_size, test_pooling, test_small_study):
        for (dataset, quantity), compute in module.CHECKS.items():
            printed = np.atleast_1d(PUBLISHED[dataset, quantity]["published"])
            difference = float(np.max(np.abs(np.asarray(list(compute()), dtype=float) - printed)))
            name = dataset.lower().replace(" ", "_").replace(",", "").replace("-", "_")
            found[name] = max(found[name], difference)
    return dict(found)


def seconds_per_body(run: Callable[[], object], bodies: int, rounds: int = 3) -> float:
    """Best of a few rounds, for one body."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times) / bodies


def ratios() -> dict[str, float]:
    """Their time over ours: DerSimonian-Laird on both sides, where all three do the same; then our default."""
    generator = np.random.default_rng(1)
    effects = generator.normal(0.3, 0.4, (BODIES, STUDIES))
    variances = generator.uniform(0.02, 0.3, (BODIES, STUDIES))

    def statsmodels() -> None:
        for y, v in zip(effects[:PEER_BODIES], variances[:PEER_BODIES], strict=True):
            combine_effects(y, v, method_re="dl")

    def pymare() -> None:
        for y, v in zip(effects[:PEER_BODIES], variances[:PEER_BODIES], strict=True):
            DerSimonianLaird().fit_dataset(Dataset(y=y, v=v)).summary()

    ours = seconds_per_body(lambda: pool_many(effects, variances, method="DL"), BODIES)
    reml = seconds_per_body(lambda: pool_many(effects, variances), BODIES)
    peers = {"statsmodels": statsmodels, "pymare": pymare}
    theirs = {name: seconds_per_body(run, PEER_BODIES) for name, run in peers.items()}
    return {
        **{f"ratio_{name}": seconds / ours for name, seconds in theirs.items()},
        "ours_us_per_body_dl": ours * 1e6,
        "ours_us_per_body_reml": reml * 1e6,
    }


def main() -> None:
    """Print every figure."""
    warnings.simplefilter("ignore")  # peers warn about themselves
    for name, difference in sorted(largest_differences().items()):
        print(f"max_abs_diff_{name}={difference:.2g}")
    for name, value in ratios().items():
        print(f"{name}={value:.3g}")


if __name__ == "__main__":
    main()
