"""A process of its own that asks from several threads: its arguments are those of ``main``; "-" is no key."""

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from claimbook.pubmed.client import Eutils, Secret, Settings
from tests.pubmed.client.setting import EMAIL, TERM


def main(base: str, folder: str, key: str, threads: str, each: str) -> None:
    tempfile.tempdir = folder
    eutils = Eutils(Settings(EMAIL, Secret(key) if key != "-" else None, base=base))
    with ThreadPoolExecutor(int(threads)) as pool:
        for found in pool.map(eutils.search, [TERM] * (int(threads) * int(each))):
            sys.stdout.write(f"{found.count}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
