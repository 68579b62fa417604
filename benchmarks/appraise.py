"""How fast claimbook reads: ``python benchmarks/appraise.py [--data DIR] [--largest N]``.

Prints ``abstracts_per_s_core=`` for the whole rule part on one core, and ``growth_exponent=``: the slope of log seconds
over log abstracts from 1,000 to 100,000 (1: twice as many abstracts take twice as long). Without DIR the abstracts are
invented sentences of the usual length; with DIR those of ``screening`` are read, over and over where they are too few.
"""

import argparse
import time
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path

import numpy as np
from sets.files import rows_of

from claimbook.appraise.design import kind_of_text
from claimbook.appraise.sample import sample_of
from claimbook.appraise.text import Text, text_of
from claimbook.appraise.wording import wording_of

READERS: tuple[Callable[[Text], object], ...] = (
    kind_of_text,
    sample_of,
    lambda text: [wording_of(sentence) for sentence in text.conclusions],
)
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)


def invented(number: int) -> tuple[str, str]:
    """A trial that never was, of ten sentences, with its own numbers."""
    n = 40 + number % 400
    abstract = f"""Invented symptoms are common and no treatment has been shown to help. We asked whether the programme
        improves them. {2 * n} adults with invented symptoms were randomly assigned to the programme (n =
        {n}) or to usual care (n = {n}). The primary outcome was the invented scale (0 to 10) at 12 weeks.
        Analyses were by intention to treat. At 12 weeks the mean score was {n / 100:.1f} (SD 1.2) in the
        programme group and 4.9 (SD 1.3) in the usual care group (mean difference -0.6, 95% CI -1.1 to -0.1;
        P = .02). Quality of life did not differ (P = .41). Nine people in the programme group and seven in
        the usual care group reported muscle pain. The programme may reduce invented symptoms. Larger trials
        are needed."""
    return f"Effect of programme {number} on invented symptoms: a randomised trial", " ".join(abstract.split())


def real(data: Path) -> list[tuple[str, str]]:
    """Titles and abstracts of the records for screening."""
    return [(row["title"], row["abstract"]) for row in rows_of(data, "screening", "records") if row.get("abstract")]


def seconds_for(abstracts: Iterable[tuple[str, str]]) -> float:
    """Time to read them all with every reader."""
    start = time.process_time()
    for title, abstract in abstracts:
        text = text_of(title, abstract)
        for read in READERS:
            read(text)
    return time.process_time() - start


def main() -> None:
    """Print both figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of the benchmark sets")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="stop at so many abstracts")
    asked = parser.parse_args()
    source = real(asked.data) if asked.data else [invented(number) for number in range(1_000)]
    seconds_for(source[:50])  # warm up: weights and patterns
    sizes = [size for size in SIZES if size <= asked.largest]
    took = [seconds_for(islice(cycle(source), size)) for size in sizes]
    print(f"abstracts_per_s_core={sum(sizes) / sum(took):.0f}")
    if len(sizes) > 1:
        print(f"growth_exponent={np.polyfit(np.log(sizes), np.log(took), 1)[0]:.3f}")


if __name__ == "__main__":
    main()
