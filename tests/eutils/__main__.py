"""The server as a process of its own, for clients that are killed or that come in several: ends with Ctrl-C or SIGTERM.

The first line it prints is the base address; ``--journal`` is written line by line, and read with ``read_journal``.
"""

import argparse
import signal
import threading
from pathlib import Path

from tests.eutils import FAULTS, Article, Bulk, Corpus, EutilsServer
from tests.eutils.articles import FIRST_SYNTHETIC_PMID


def main() -> None:
    """Serve until a signal comes."""
    options = _parser().parse_args()
    if options.list_faults:
        print("".join(f"{name:<30}{kind.sentence}\n" for name, kind in FAULTS.items()))  # noqa: T201
        return
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    corpus = Corpus.from_files(options.corpus) + _synthetic(options.synthetic, options.bulk)
    with EutilsServer(corpus, options.fault, options.seed, port=options.port, journal_file=options.journal) as server:
        print(server.base, flush=True)  # noqa: T201
        ended.wait()


def _synthetic(articles: int, bulk: int) -> Corpus:
    """Invented articles that a client can tell apart, and minimal ones behind them."""
    numbered = [
        Article(
            FIRST_SYNTHETIC_PMID + number,
            title=f"Invented trial {number + 1} of walking backward.",
            abstract=f"Invented abstract of record {number + 1}. Nobody was asked to walk backward.",
            mesh=("*Walking", "Humans"),
        )
        for number in range(articles)
    ]
    return Corpus.of([*numbered, *([Bulk(bulk, FIRST_SYNTHETIC_PMID + articles)] if bulk else [])])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.eutils", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="files of recorded records")
    parser.add_argument("--synthetic", type=int, default=0, help="so many invented articles, from PMID 99000001 on")
    parser.add_argument("--bulk", type=int, default=0, help="so many minimal records behind them")
    parser.add_argument("--fault", action="append", default=[], help="NAME or NAME:times=2,endpoint=efetch,pmid=...")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--journal", type=Path, help="file for the journal, JSON lines")
    parser.add_argument("--list-faults", action="store_true")
    return parser


if __name__ == "__main__":
    main()
