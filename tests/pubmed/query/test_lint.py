"""What PubMed would silently rewrite is refused, each with its place, and nothing else is."""

# ruff: noqa: RUF001 - the signs that look like others are what is tested

import json
import re

import pytest
from hypothesis import given

from claimbook.pubmed.query import lint
from claimbook.pubmed.query.filters import FILTERS
from tests.pubmed.query.strategies import nasty, queryish
from tests.reference_folder import reference

# A caret below each query shows where the fault is; the line below tells its code.
FAULTS = """
asthma[foo]
      ^ unknown-tag
asthma [tiabb]
       ^ unknown-tag
asthma[author identifier]
      ^ unknown-tag
asthma[]
      ^ unknown-tag
asthma[tiab:noexp]
      ^ unknown-tag
(asthma OR copd)[tiab]
                ^ tag-on-group
[tiab] AND knee[ti]
^ tag-without-term
knee[ti] AND [tiab]
             ^ tag-without-term
knee[ti][tiab]
        ^ two-tags
an*[tiab]
  ^ short-wildcard
"knee an*"[tiab]
        ^ short-wildcard
*ache[tiab]
^ wildcard-inside
wom*n[tiab]
   ^ wildcard-inside
knee**[tiab]
    ^ wildcard-inside
"walk* backward"[tiab]
     ^ wildcard-not-last
walk* backward[tiab]
    ^ wildcard-not-last
randomi?ed[tiab]
       ^ other-wildcard
behavio$r[tiab]
       ^ other-wildcard
knee.ti,ab.
^ other-database
knee adj3 pain[tiab]
     ^ other-database
hip pain[tiab:~2]
^ near-without-quotes
"hip"[tiab:~2]
^ near-one-word
"asthma* control"[tiab:~2]
       ^ near-with-wildcard
"hip pain"[mh:~3]
          ^ near-wrong-field
"hip pain"[tiab:~]
          ^ near-wrong-form
"hip pain"[tiab:~two]
          ^ near-wrong-form
intervent∗[ti]
         ^ odd-asterisk
intervent＊[ti]
         ^ odd-asterisk
“hip pain”[tiab]
^ odd-character
"runner’s knee"[tiab]
       ^ odd-character
"low–back"[tiab]
    ^ odd-character
knee[ti] ∧ pain[ti]
         ^ odd-character
"sore 🦵 knee"[tiab]
      ^ odd-character
"Simulation &amp; Learning"[jour]
            ^ html-entity
"a&#38;b"[tiab]
  ^ html-entity
(knee[ti] OR hip[ti]
^ unbalanced-parenthesis
knee[ti] OR hip[ti])
                   ^ unbalanced-parenthesis
"knee pain[ti]
^ unbalanced-quote
knee[ti
    ^ unbalanced-bracket
knee[ti] AND ()
              ^ empty-group
""[ti]
^ empty-term
"--"[ti] OR knee[ti]
^ empty-term
knee[ti] and hip[ti]
         ^ lower-case-operator
knee Or hip[ti]
     ^ lower-case-operator
knee[ti] & hip[ti]
         ^ other-operator
knee[ti] || hip[ti]
         ^ other-operator
knee[ti]; hip[ti]
        ^ other-operator
knee[ti] AND OR hip[ti]
             ^ doubled-operator
knee[ti] AND NOT hip[ti]
             ^ doubled-operator
AND knee[ti]
^ operator-without-term
(knee[ti] OR) AND hip[ti]
          ^ operator-without-term
knee[ti] NOT
         ^ operator-without-term
the[tiab] AND asthma[tiab]
^ stop-word
"of the"[tiab]
^ stop-word
2020-01-01[dp]
^ date-shape
2020/13[dp]
^ date-shape
2021:2020[dp]
^ date-shape
2020:[dp]
^ date-shape
March 2020[dp]
^ date-shape
knee[ti] AND 2020[dp] :
                      ^ range-without-end
"""
WARNINGS = """
knee
^ untagged
"knee pain" AND hip[ti]
^ untagged
knee[ti] hip[ti]
         ^ missing-operator
knee[ti] (hip[ti])
         ^ missing-operator
"""
SOUND = [
    '"[18F]FDG"[tiab]',
    '"hip pain"[tiab:~2] OR "hip pain"[ad:~0] OR "pain in hip"[Title:~12]',
    'anxi*[tiab] OR "breast feed*"[tiab] OR meta-analy*[ti]',
    '"runner\'s knee"[tiab]',
    '"Osteoarthritis, Knee"[Mesh:NoExp] OR "Pain/therapy"[majr]',
    '"range of motion"[tiab] OR "search and rescue"[tiab]',
    '2015:2020[dp] OR 2015/01/01:3000/12/31[pdat] OR "last 5 years"[dp] OR 2012/09/25[EDAT] : 2012/11/24[EDAT]',
    "1:7500[uid] OR 99000001[pmid]",
    "knee[ti]\n  AND (\n  pain*[tiab]\n)",
    "Ménière[tiab] OR β-carotene[tiab]",
    "systematic search and review[ti]",
    "(knee[ti])",
    " OR ".join(f'"invented phrase {number}"[tiab]' for number in range(2_000)),
    f'"{"invented " * 800}phrase"[tiab]',
]


def cases(block):
    lines = block.strip("\n").splitlines()
    return [
        pytest.param(text, pointer.index("^"), pointer.split()[1], id=text)
        for text, pointer in zip(lines[::2], lines[1::2], strict=True)
    ]


@pytest.mark.parametrize(("text", "position", "code"), cases(FAULTS))
def test_what_pubmed_would_rewrite_is_refused_at_its_place(text, position, code):
    assert (code, position) in [(one.code, one.position) for one in lint(text) if not one.warning]


@pytest.mark.parametrize(("text", "position", "code"), cases(WARNINGS))
def test_what_runs_but_may_not_be_meant_is_warned_of(text, position, code):
    assert [(one.code, one.position) for one in lint(text)] == [(code, position)]
    assert all(one.warning for one in lint(text))


@pytest.mark.parametrize("text", SOUND, ids=lambda text: text[:40])
def test_what_pubmed_reads_as_it_is_written_passes(text):
    assert lint(text) == ()


@pytest.mark.parametrize("design", FILTERS.values(), ids=lambda design: design.id)
def test_published_filters_pass_as_they_are_printed(design):
    assert lint(f"({design.text}) AND knee[ti]") == ()
    assert [one for one in lint(design.stands_for or design.text) if not one.warning] == []


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_an_empty_query_is_refused(text):
    assert [one.code for one in lint(text)] == ["empty-query"]


def test_a_misspelled_tag_gets_a_suggestion():
    (found,) = lint("asthma[tiabb]")
    assert found.message == "unknown tag '[tiabb]'. Did you mean 'tiab'?"
    assert "246,024" in found.pubmed


def test_a_fault_says_what_pubmed_would_do_and_how_to_write_it():
    (found,) = lint("knee[ti] AND intervent∗[ti]")
    assert found.position == 22
    assert "9 records, with * 269,566" in found.pubmed
    assert found.write == "write the * of the keyboard"


@given(nasty | queryish)
def test_the_linter_never_fails_and_points_into_the_text(text):
    for one in lint(text):
        assert 0 <= one.position < max(len(text), 1)
        assert one.message
        assert not one.message.endswith(".")


# The queries that were sent to the live service: those that PubMed rewrote are refused, the others are not.
RECORDED = {
    "mesh-inexistente": (),  # only PubMed knows its headings
    "consulta-valida": (),
    "cero-legitimo": (),
    "termino-descartado-con-resultados": (),  # only PubMed knows its phrases
    "campo-invalido": ("unknown-tag",),
    "frase-ignorada-the": ("stop-word",),
    "restricciones-ajustadas": (),
    "amp-como-entidad": ("html-entity",),
    "etiqueta-desconocida-con-espacio": ("unknown-tag",),
    "etiqueta-sobre-grupo": ("tag-on-group",),
    "modificador-ignorado": ("near-wrong-field", "near-without-quotes", "near-one-word"),
    "corchete-en-frase": (),
    "asterisco-tipografico": ("odd-asterisk",),
}


@pytest.mark.parametrize("name", RECORDED)
def test_recorded_queries_are_judged_as_pubmed_treated_them(name):
    sent = json.loads(reference("pubmed", "recorded", "pubmed-filters", "respuestas-pubmed.json").read_text())
    refused = [one.code for one in lint(sent[name]["term"]) if not one.warning]
    assert sorted(refused) == sorted(RECORDED[name])


def test_every_field_that_pubmed_names_is_known():
    # protects: a sound query refused because its tag is spelled as PubMed's own list spells it
    info = reference("pubmed", "recorded", "eutils-json", "einfo.pubmed.xml").read_text()
    for short, long in re.findall(r"<Name>(.*?)</Name>\s*<FullName>(.*?)</FullName>", info):
        for tag in (short, long):
            assert "unknown-tag" not in [one.code for one in lint(f"knee[{tag}]")], tag
