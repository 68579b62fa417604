"""How fast records are read, and in how much memory: ``python benchmarks/parse.py [--quick] [--data FOLDER]``.

Prints ``key=value`` lines. Ratios are the others' processor time over ours for the same records, each in a fresh
process, taken in turns, the median of several, without the start of Python and imports. The records are real, repeated.

- ``ratio_pubmed_parser``: it reads only gzip files from a path, so both get the same gzip file; with its defaults.
- ``ratio_entrez_read``: ``Bio.Entrez.read`` and ours get the same XML file.
- ``slowdown_vs_bare_iterparse``: ours over ``lxml.etree.iterparse`` that only clears elements, the same XML file.
- ``rss_mb_10k``, ``rss_mb_100k``: highest memory of a process that reads so many records and keeps none.
"""

import sys
from pathlib import Path

# Another file in this folder is called like a module of the standard library; the folder must not come first.
ROOT = Path(__file__).resolve().parents[1]
sys.path[:] = [path for path in sys.path if Path(path or ".").resolve() != ROOT / "benchmarks"]

import argparse  # noqa: E402 - the path above comes first
import gzip  # noqa: E402
import re  # noqa: E402
import resource  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402

DATA = ROOT.parent / "shared" / "pubmed" / "recorded"
RECORDS = Path("derived") / "all_real_records.xml.gz"
RECORD = re.compile(rb"<PubmedArticle>.*?</PubmedArticle>\s*", re.DOTALL)
DOCTYPE = re.compile(rb"\A.*?<PubmedArticleSet>", re.DOTALL)


def ours(path: str) -> Callable[[], int]:
    """Every record, read and dropped."""
    from claimbook.pubmed.parse import read_records  # noqa: PLC0415 - imports are not timed

    return lambda: sum(1 for _ in read_records(Path(path)))


def bare_iterparse(path: str) -> Callable[[], int]:
    """The XML alone, with every element cleared at its end."""
    from lxml import etree  # noqa: PLC0415

    def read() -> int:
        count = 0
        for _, element in etree.iterparse(path):
            count += element.tag == "PubmedArticle"
            element.clear()
        return count

    return read


def pubmed_parser(path: str) -> Callable[[], int]:
    """pubmed_parser with its defaults."""
    import pubmed_parser as other  # noqa: PLC0415

    return lambda: sum(1 for _ in other.parse_medline_xml(path))


def entrez_read(path: str) -> Callable[[], int]:
    """Bio.Entrez, which holds the whole answer; its document types lie in its package."""
    from Bio import Entrez  # noqa: PLC0415

    def read() -> int:
        with Path(path).open("rb") as file:
            return len(Entrez.read(file)["PubmedArticle"])

    return read


READERS = {reader.__name__: reader for reader in (ours, bare_iterparse, pubmed_parser, entrez_read)}


def measure_here(reader: str, path: str) -> None:
    """In a process of its own: print seconds, records and highest memory in MB."""
    read = READERS[reader](path)
    start = time.process_time()
    count = read()
    seconds = time.process_time() - start
    print(seconds, count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def measure(reader: str, path: Path) -> tuple[float, int, float]:
    """Seconds, records and highest memory of one reading in a fresh process."""
    command = [sys.executable, __file__, "--reader", reader, str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603 - itself
    return float(printed[-3]), int(printed[-2]), float(printed[-1])


def write_records(data: Path, count: int, path: Path) -> None:
    """A set of so many records, the real ones again and again; packed where the name ends in gz."""
    source = gzip.decompress((data / RECORDS).read_bytes())
    records = RECORD.findall(source)
    head = DOCTYPE.match(source)
    with gzip.open(path, "wb", compresslevel=6) if path.suffix == ".gz" else path.open("wb") as file:
        file.write(head[0] if head else b"<PubmedArticleSet>")
        for number in range(count):
            file.write(records[number % len(records)])
        file.write(b"</PubmedArticleSet>\n")


def compare(xml: Path, packed: Path, rounds: int) -> dict[str, float]:
    """Ratios of times, and our records per second; the readers take turns."""
    runs = (("ours", xml), ("bare_iterparse", xml), ("entrez_read", xml), ("ours", packed), ("pubmed_parser", packed))
    times: dict[tuple[str, Path], list[float]] = {run: [] for run in runs}
    counts = set()
    for _ in range(rounds):
        for run in runs:
            seconds, count, _ = measure(*run)
            times[run].append(seconds)
            counts.add(count)
    if len(counts) != 1:
        raise SystemExit(f"the readers disagree about the number of records: {sorted(counts)}")
    median = {run: statistics.median(taken) for run, taken in times.items()}
    return {
        "ratio_pubmed_parser": median["pubmed_parser", packed] / median["ours", packed],
        "ratio_entrez_read": median["entrez_read", xml] / median["ours", xml],
        "slowdown_vs_bare_iterparse": median["ours", xml] / median["bare_iterparse", xml],
        "records_per_s": counts.pop() / median["ours", xml],
    }


def memory(data: Path, folder: Path, thousands: int) -> float:
    """Highest memory in MB of reading so many thousand records from a file that is deleted afterwards."""
    path = folder / "many.xml"
    write_records(data, thousands * 1_000, path)
    try:
        return measure("ours", path)[2]
    finally:
        path.unlink()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="fewer records and rounds; figures are rough")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of recorded answers")
    parser.add_argument("--reader", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.reader:
        measure_here(*asked.reader)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        xml, packed = folder / "records.xml", folder / "records.xml.gz"
        for path in (xml, packed):
            write_records(asked.data, 708 if asked.quick else 3_540, path)
        figures = compare(xml, packed, 3 if asked.quick else 7)
        for thousands in (1, 10) if asked.quick else (10, 100):
            figures[f"rss_mb_{thousands}k"] = memory(asked.data, folder, thousands)
    for key, value in figures.items():
        print(f"{key}={value:.2f}")


if __name__ == "__main__":
    main()
