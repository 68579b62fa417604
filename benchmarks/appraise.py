"""How fast claimbook reads: ``python benchmarks/appraise.py [--data DIR] [--largest N]``.

Prints ``abstracts_per_s_core=`` for the whole rule part on one core, and ``growth_exponent=``: the slope of log seconds
over log abstracts (1: twice as many abstracts take twice as long) for the sizes that it prints, 1,000 to 100,000; that
takes about two minutes, ``--largest 10000`` some fifteen seconds. Without DIR the abstracts are invented sentences of
the usual length; with DIR those of ``screening`` are read, over and over where they are too few.
``appraised_per_s_core=`` is the same with the learned parts, for one claim of two outcomes, over the first 500.
"""

import argparse
import json
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path

import numpy as np
from sets.files import MistakeError, rows_of

from claimbook.appraise.record.appraisal import Question, appraise_each, read_each
from claimbook.model.claim import Claim
from claimbook.model.record import AbstractSection, Record

SIZES = (1_000, 10_000, 100_000)
CLAIMED = 500


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
    """Titles and abstracts of the records for screening.

    Raises:
        MistakeError: there are none.
    """
    found = [(row["title"], row["abstract"]) for row in rows_of(data, "screening", "records") if row.get("abstract")]
    if not found:
        raise MistakeError(f"No record of {data / 'screening'} has an abstract that can be read.")
    return found


def record(title: str, abstract: str) -> Record:
    """A record that holds nothing else."""
    return Record(pmid="99000001", version=1, kind="article", title=title, abstract=(AbstractSection(abstract),))


def question() -> Question:
    """An invented claim of two outcomes."""
    wording = {"strength": "direct", "phrases": ["the programme helps"]}
    common = {"kind": "continuous", "direction": "lower", "better": "lower", "wording": wording}
    outcomes = [{"id": "symptoms", "name": "invented symptoms"} | common, {"id": "pain", "name": "pain"} | common]
    search = {"intervention": ["programme"]}
    text = {"id": "help", "heading": "It helps", "statement": "The programme helps.", "intervention": "programme"}
    concepts = {"programme": {"terms": ["programme"]}}
    rest = {"purpose": "treat", "primary": "pain", "outcomes": outcomes, "concepts": concepts, "search": search}
    return Question(Claim.model_validate_json(json.dumps(text | rest)))


def seconds_for(abstracts: Iterable[tuple[str, str]], read: Callable[[Iterable[Record]], Iterable[object]]) -> float:
    """Time to read them all."""
    start = time.process_time()
    deque(read(record(title, abstract) for title, abstract in abstracts), maxlen=0)
    return time.process_time() - start


def sizes_up_to(largest: int) -> list[int]:
    """How many abstracts are read at a time.

    Raises:
        MistakeError: not even the smallest size is allowed.
    """
    sizes = [size for size in SIZES if size <= largest]
    if not sizes:
        raise MistakeError(f"--largest is {largest}, and the smallest size is {SIZES[0]}.")
    return sizes


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of the benchmark sets")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="the largest size: 1000, 10000 or 100000")
    asked = parser.parse_args()
    try:
        source = real(asked.data) if asked.data else [invented(number) for number in range(1_000)]
        sizes = sizes_up_to(asked.largest)
    except MistakeError as mistake:
        print(mistake, file=sys.stderr)
        return 2
    asking = [question()]

    def held_against(records: Iterable[Record]) -> Iterable[object]:
        return appraise_each((one, asking) for one in records)

    seconds_for(source[:50], held_against)  # warm up: weights and patterns
    took = [seconds_for(islice(cycle(source), size), read_each) for size in sizes]
    print(f"abstracts_per_s_core={sum(sizes) / sum(took):.0f}")
    learned = seconds_for(islice(cycle(source), CLAIMED), held_against)
    print(f"appraised_per_s_core={CLAIMED / learned:.0f}")
    print(f"sizes={','.join(map(str, sizes))}")
    if len(sizes) > 1:
        print(f"growth_exponent={np.polyfit(np.log(sizes), np.log(took), 1)[0]:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
