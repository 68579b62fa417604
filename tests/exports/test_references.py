"""References as independent readers understand them; what was not seen is in none of them."""

import json

import bibtexparser
import pytest
import rispy
from bibtexparser import middlewares
from hypothesis import given
from hypothesis import strategies as st

from claimbook.exports.bibtex import bibtex
from claimbook.exports.csl import csl_json
from claimbook.exports.references import Kind, reference
from claimbook.exports.ris import ris
from claimbook.exports.text import one_line
from tests.exports.csl_data import faults
from tests.exports.demo import NASTY, OVERRIDE, SIXTY
from tests.report.demo import STUDIES
from tests.synthesis.factory import pmid, study

WELL = study("aria", authors="Aria AA, Bass B", year=2021, doi="10.9999/invented_(1)", pmcid="PMC99000001")


def ris_of(*studies):
    return rispy.loads(ris(map(reference, studies)))


def bib_of(*studies):
    text = bibtex(map(reference, studies))
    library = bibtexparser.parse_string(text, append_middleware=[middlewares.SeparateCoAuthors()])
    assert not library.failed_blocks
    return {entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries}


def csl_of(*studies):
    return json.loads(csl_json(map(reference, studies)))


def test_ris_says_what_is_known():
    (entry,) = ris_of(WELL)
    assert entry == {
        "type_of_reference": "JOUR",
        "id": "aria",
        "title": "Humming and knees: aria",
        "authors": ["Aria, A. A.", "Bass, B."],
        "year": "2021",
        "journal_name": "Annals of Invented Results",
        "doi": "10.9999/invented_(1)",
        "accession_number": pmid("aria"),
        "custom2": "PMC99000001",
        "urls": ["https://example.org/aria"],
    }


def test_ris_lines_end_as_the_format_asks():
    text = ris([reference(WELL)])
    assert text.startswith("TY  - JOUR\r\n")
    assert text.endswith("ER  - \r\n\r\n")
    assert text.count("\n") == text.count("\r\n")


def test_bibtex_says_what_is_known():
    assert bib_of(WELL)["aria"] == {
        "title": "{Humming and knees: aria}",
        "author": ["Aria, A. A.", "Bass, B."],
        "year": "2021",
        "journal": "Annals of Invented Results",
        "doi": "10.9999/invented_(1)",
        "pmid": pmid("aria"),
        "pmcid": "PMC99000001",
        "url": "https://example.org/aria",
    }


def test_csl_says_what_is_known():
    assert csl_of(WELL) == [
        {
            "id": "aria",
            "type": "article-journal",
            "title": "Humming and knees: aria",
            "author": [{"family": "Aria", "given": "A. A."}, {"family": "Bass", "given": "B."}],
            "issued": {"date-parts": [[2021]]},
            "container-title": "Annals of Invented Results",
            "DOI": "10.9999/invented_(1)",
            "PMID": pmid("aria"),
            "PMCID": "PMC99000001",
            "URL": "https://example.org/aria",
        }
    ]


@pytest.mark.parametrize("studies", [STUDIES, NASTY], ids=["sound", "nasty"])
def test_every_study_is_read_back_once_with_its_title(studies):
    # protects: a title that ends its field, its entry or the file
    titles = [one_line(each.title) for each in studies]
    assert [entry["title"] for entry in ris_of(*studies)] == titles
    assert list(bib_of(*studies)) == [each.id for each in studies]
    assert [item["title"] for item in csl_of(*studies)] == titles
    assert [fault for item in csl_of(*studies) for fault in faults(item)] == []


def test_what_was_not_seen_is_left_out():
    # protects: 'unknown', 'n.d.', a zero or an empty field in the place of a fact
    bare = next(each for each in NASTY if each.id == "bare")
    assert csl_of(bare) == [
        {"id": "bare", "type": "document", "title": "Humming and knees: bare", "URL": "https://example.org/bare"}
    ]
    assert set(bib_of(bare)["bare"]) == {"title", "url"}
    assert set(ris_of(bare)[0]) == {"type_of_reference", "id", "title", "urls"}


def test_tex_obeys_nothing():
    (tex,) = (entry for key, entry in bib_of(*NASTY).items() if key == "tex")
    assert tex["title"].startswith(r"{100\% of \$x\_1\$ \& {\textbraceleft}half{\textbraceright} {\textbackslash}input")
    assert "{" not in tex["url"]


def test_sixty_authors_are_sixty():
    long = next(each for each in NASTY if each.id == "long")
    assert len(SIXTY.split(", ")) == 60
    counts = {len(ris_of(long)[0]["authors"]), len(bib_of(long)["long"]["author"]), len(csl_of(long)[0]["author"])}
    assert counts == {60}


def test_forced_directions_go_and_letters_stay():
    text = csl_json(map(reference, NASTY)) + ris(map(reference, NASTY)) + bibtex(map(reference, NASTY))
    assert OVERRIDE not in text
    assert "\N{ARABIC LETTER SHEEN}" in text


def test_retracted_work_is_marked_in_every_format():
    gone = next(each for each in NASTY if each.id == "gone")
    told = "Retracted. More authors than were seen."
    assert ris_of(gone)[0]["notes"] == ["Retracted.", "More authors than were seen."]
    assert bib_of(gone)["gone"]["note"] == told
    assert csl_of(gone)[0]["note"] == told
    assert bib_of(gone)["gone"]["author"] == ["Coda, C. C.", "others"]


@pytest.mark.parametrize(
    ("journal", "kind", "named"),
    [
        ("Annals of Invented Results", Kind.ARTICLE, True),
        ("Proceedings of the Humming Academy", Kind.ARTICLE, True),
        ("Proceedings, Humming Society", Kind.CONFERENCE, True),
        ("humming.example (journal name not shown)", Kind.OTHER, False),
        ("MSc thesis, Hum University", Kind.THESIS, False),
        ("humRxiv preprint", Kind.PREPRINT, False),
        (None, Kind.OTHER, False),
    ],
)
def test_only_a_journal_is_a_journal(journal, kind, named):
    found = reference(study("aria", journal=journal))
    assert (found.kind, found.container is not None) == (kind, named)
    assert named or journal is None or journal in found.note


@given(st.text(min_size=1, max_size=80).filter(str.strip))
def test_any_title_is_read_back(title):
    found = study("any", title="x").model_copy(update={"title": title, "authors": title, "journal": title})
    assert ris_of(found)[0].get("title", "") == one_line(title)
    assert list(bib_of(found)) == ["any"]
    assert csl_of(found)[0]["title"] == one_line(title)
