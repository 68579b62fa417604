"""No document type, entity or network; every encoding by the rules of XML, or refused."""

import codecs
import gzip
import io
import time

import pytest

from claimbook.pubmed.parse import NotRecordsError, Unreadable, pmids_in, read_records
from tests.pubmed.parse.plain import answer, article, only_record

RECORD = article(body="<ArticleTitle>Café β</ArticleTitle>")
SET = f"<PubmedArticleSet>{RECORD}</PubmedArticleSet>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
DEFINITIONS = {
    "billion laughs": f"[{LAUGHS}]",
    "external entity": '[<!ENTITY x SYSTEM "file:///etc/hostname">]',
    "network entity": '[<!ENTITY x SYSTEM "http://192.0.2.1/x">]',
    "parameter entity": '[<!ENTITY % p SYSTEM "http://192.0.2.1/p"> %p;]',
    "system identifier and entity": 'SYSTEM "http://192.0.2.1/a.dtd" [<!ENTITY x "y">]',
    "only an element": "[<!ELEMENT PubmedArticleSet ANY>]",
    "empty subset": "[]",
    "hidden in a comment": "<!-- > --> [<!ENTITY x 'y'>]",
    "bracket in quotes": 'SYSTEM "]>" [<!ENTITY x "y">]',
}


@pytest.mark.parametrize("name", DEFINITIONS)
def test_definitions_are_refused_before_any_record(name):
    body = f"<!DOCTYPE PubmedArticleSet {DEFINITIONS[name]}>{SET.replace('Café', '&l9;&x;')}".encode()
    entries = read_records(body)
    with pytest.raises(NotRecordsError):
        next(entries)
    with pytest.raises(NotRecordsError):
        pmids_in(body)


@pytest.mark.parametrize(
    "prolog",
    [
        "",
        "\n",
        '<?xml version="1.0"?>',
        "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n",
        "<!-- <PubmedArticle> <!DOCTYPE x [ -->",
        "<?note <PubmedArticle>?>",
        "<!DOCTYPE PubmedArticleSet>",
        '<!DOCTYPE PubmedArticleSet SYSTEM "pubmed_310101.dtd">',
        '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD 2031//EN" "http://192.0.2.1/pubmed_310101.dtd">',
        "<!DOCTYPE PubmedArticleSet PUBLIC '-//x' 'http://192.0.2.1/a'>\n",
    ],
)
def test_prologs_that_are_read(prolog):
    for mark in ("", "\ufeff"):
        assert only_record(mark + prolog + SET).title == "Café β"


@pytest.mark.parametrize(
    "prolog",
    [
        '\n<?xml version="1.0"?>',
        "<!DOCTYPE a><!DOCTYPE b>",
        "<!DOCTYPE",
        "x",
        '<?xml version="1.0"?><?xml version="1.0"?>',
    ],
)
def test_prologs_that_are_no_xml(prolog):
    with pytest.raises(NotRecordsError):
        list(read_records((prolog + SET).encode()))


def declared(encoding: str, text: str = SET) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>{text}'


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_encodings_that_are_read(encoding, mark, packed):
    body = mark + declared("UTF-16" if "16" in encoding else "UTF-8").encode(encoding)
    assert only_record(gzip.compress(body) if packed else body).title == "Café β"


def test_latin_1_is_read_as_such():
    assert only_record(declared("ISO-8859-1", SET.replace("β", "b")).encode("latin-1")).title == "Café b"


# The label says Latin-1 and the bytes are UTF-8: reading by the label would store gibberish.
@pytest.mark.parametrize("label", ["ISO-8859-1", "windows-1252"])
def test_wrong_label_is_refused(label):
    with pytest.raises(NotRecordsError, match="UTF-8"):
        list(read_records(declared(label).encode()))


# The label says UTF-8 and the bytes are Latin-1: they are no UTF-8, so the record cannot be read.
def test_wrong_bytes_lose_the_record():
    (entry,) = read_records(declared("UTF-8", SET.replace("β", "b")).encode("latin-1"))
    assert isinstance(entry, Unreadable)


@pytest.mark.parametrize(
    "label", ["utf-7", "EBCDIC-CP-US", "rot13", "no-such", "utf-32", "idna", "unicode_escape", "hex"]
)
def test_other_encodings_are_refused(label):
    with pytest.raises(NotRecordsError, match="encoding"):
        list(read_records(declared(label).encode()))


def test_cut_utf_16_is_refused():
    with pytest.raises(NotRecordsError):
        list(read_records(codecs.BOM_UTF16_LE + SET.encode("utf-16-le") + b"\n"))


class Endless(io.RawIOBase):
    """Repeats one piece for ever."""

    def __init__(self, start: bytes, piece: bytes) -> None:
        self.start, self.piece = start, piece

    def read(self, size: int = -1, /) -> bytes:  # noqa: ARG002 - the size is ours to choose
        given, self.start = self.start, b""
        return given or self.piece


@pytest.mark.parametrize("piece", [b" " * 100_000, b"<!-- x -->" * 10_000, b"<a>" * 10_000, b"<!--" * 10_000])
@pytest.mark.parametrize("start", [b"<PubmedArticleSet>", answer(article()).encode()])
def test_endless_documents_end_in_a_refusal(start, piece):
    begun = time.monotonic()
    with pytest.raises(NotRecordsError):
        list(read_records(Endless(start, piece)))
    assert time.monotonic() - begun < 60


# A few kB that unpack to a GB of white space.
def test_gzip_bomb_is_refused():
    bomb = gzip.compress(b"<PubmedArticleSet>" + b" " * 200_000_000 + b"</PubmedArticleSet>", compresslevel=1)
    with pytest.raises(NotRecordsError):
        list(read_records(bomb))
