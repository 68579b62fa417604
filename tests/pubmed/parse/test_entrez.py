"""Bio.Entrez as a second oracle for titles and abstracts, where it can read a file without asking the network."""

import gzip
import html
import io
import re

import pytest
from Bio import Entrez
from Bio.Entrez import Parser

from claimbook.model.record import Record
from claimbook.pubmed.parse import read_records
from tests.pubmed.parse.plain import answer, article
from tests.reference_folder import reference


@pytest.fixture(autouse=True)
def no_network(monkeypatch, tmp_path):
    def refuse(*_args, **_kwargs):
        raise AssertionError("Bio.Entrez wanted the network")

    monkeypatch.setattr(Parser, "urlopen", refuse)
    monkeypatch.setattr(Entrez, "local_cache", str(tmp_path), raising=False)


def read_by_entrez(document: bytes) -> dict[str, tuple[str, list[str]]]:
    """Title and abstract by PMID; escaped markup is taken off again and references are resolved."""
    found = {}
    for one in Entrez.read(io.BytesIO(document), validate=False, escape=True)["PubmedArticle"]:
        citation = one["MedlineCitation"]
        sections = citation["Article"].get("Abstract", {}).get("AbstractText", [])
        texts = [as_text(section) for section in sections]
        found[str(citation["PMID"])] = as_text(citation["Article"]["ArticleTitle"]), [text for text in texts if text]
    return found


def as_text(marked: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^<>]+>", "", str(marked))).split())


@pytest.mark.parametrize("name", ["all_real_records.xml.gz", "inline_markup.xml", "structured_abstract.xml"])
def test_titles_and_abstracts_agree(name):
    path = reference("pubmed", "recorded", "derived", name)
    document = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    ours = {
        one.pmid: (" ".join(one.title.split()), [" ".join(part.text.split()) for part in one.abstract])
        for one in read_records(document)
        if isinstance(one, Record) and one.kind == "article"
    }
    assert ours == read_by_entrez(document)


# The oracle itself is not misled by a bracket in the text.
def test_oracle_on_a_made_up_record():
    document = answer(article(body="<ArticleTitle>p <u>&lt;</u> 0.05 in <i>B. x</i></ArticleTitle>")).encode()
    assert read_by_entrez(document)["99000001"][0] == "p < 0.05 in B. x"
