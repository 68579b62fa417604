"""What was sent is compared with what PubMed says it searched for."""

# ruff: noqa: RUF001 - the signs that look like others are what is tested

import json
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given

from claimbook.pubmed.query import Query, missing_from, query_of
from tests.pubmed.query.strategies import article_of, claim_of, concepts, nasty, queryish
from tests.reference_folder import reference

LONG = {
    "[tiab]": "[Title/Abstract]",
    "[tiab:~": "[Title/Abstract:~",
    "[ti:~": "[Title:~",
    "[mh]": "[MeSH Terms]",
    "[mh:noexp]": "[MeSH Terms:noexp]",
    "[majr]": "[MeSH Major Topic]",
    "[majr:noexp]": "[MeSH Major Topic:noexp]",
}


def missing(sent, translation):
    return missing_from(Query(sent, sent), translation)


@pytest.mark.parametrize(
    ("sent", "translation", "gone"),
    [
        ("knee[tiab]", '"knee"[Title/Abstract]', ()),
        ('"runner\'s knee"[tiab]', '"runner s knee"[Title/Abstract]', ()),
        ("anxi*[tiab]", '"anxi*"[Title/Abstract]', ()),
        ('"hip pain"[tiab:~2]', '"hip pain"[Title/Abstract:~2]', ()),
        ('"Osteoarthritis, Knee"[mh]', '"osteoarthritis, knee"[MeSH Terms]', ()),
        ('"Pain"[mh:noexp]', '"pain"[MeSH Terms:noexp]', ()),
        ("drug therapy[sh]", '"drug therapy"[MeSH Subheading]', ()),
        ("randomized controlled trial[pt]", '"randomized controlled trial"[Publication Type]', ()),
        ("Ménière[tiab]", '"meniere"[Title/Abstract]', ()),
        ('"english"[la]', '"english"[Language]', ()),
        ("knee[tiab] AND systematic[sb]", '"knee"[Title/Abstract] AND ("something longer"[Filter])', ()),
        ("knee[tiab] AND 2015:2020[dp]", '"knee"[Title/Abstract]', ()),
        ("knee[tiab] OR hip[tiab]", '"knee"[Title/Abstract]', ("hip[tiab]",)),
        # what PubMed rewrote without a word
        ('"hip pain"[tiab:~2]', '"hip pain"[Title/Abstract]', ('"hip pain"[tiab:~2]',)),
        ('"hip pain"[tiab]', '"hip"[Title/Abstract] AND "pain"[Title/Abstract]', ('"hip pain"[tiab]',)),
        ('"Pain"[mh:noexp]', '"pain"[MeSH Terms]', ('"Pain"[mh:noexp]',)),
        ("anxi*[tiab]", '"anxi"[Title/Abstract]', ("anxi*[tiab]",)),
        ("knee[tiab]", '"knee"[All Fields]', ("knee[tiab]",)),
        ("knee[tiab]", "  ", ()),
    ],
)
def test_terms_that_pubmed_left_out_are_named(sent, translation, gone):
    assert missing(sent, translation) == gone


RECORDED = {
    "mesh-inexistente": (),  # PubMed repeats what it does not know; its warning names it
    "consulta-valida": (),
    "cero-legitimo": (),
    "termino-descartado-con-resultados": ('"body battery"[tiab]',),
    "campo-invalido": ("asthma[foo]",),
    "frase-ignorada-the": (),
    "restricciones-ajustadas": (),
    "amp-como-entidad": (),
    "etiqueta-desconocida-con-espacio": ("asthma[tiabb]",),
    "etiqueta-sobre-grupo": ("[tiab]",),
    "modificador-ignorado": ("asthma[mh:~3]",),
    "corchete-en-frase": (),
    "asterisco-tipografico": ("intervent∗[ti]",),
}


@pytest.mark.parametrize("name", RECORDED)
def test_recorded_translations_tell_what_was_left_out(name):
    answer = json.loads(reference("pubmed", "recorded", "pubmed-filters", "respuestas-pubmed.json").read_text())[name]
    assert missing(answer["term"], answer["esearchresult"]["querytranslation"]) == RECORDED[name]


@pytest.mark.parametrize(
    ("file", "sent"),
    [
        ("esearch1.xml", "biopython"),
        ("esearch2.xml", "cancer"),
        ("esearch3.xml", "PNAS[ta] AND 97[vi]"),
        ("esearch5.xml", "stem cells"),
        ("esearch8.xml", "abcXYZ"),
    ],
)
def test_recorded_translations_hold_what_was_sent(file, sent):
    answer = ET.parse(reference("pubmed", "recorded", "biopython", file))  # noqa: S314 - a trusted file
    translation = answer.findtext("QueryTranslation")
    assert missing(sent, translation) == ()
    assert missing(f"{sent} OR qzxwv[tiab]", translation) == ("qzxwv[tiab]",)


@given(concepts)
def test_nothing_is_missing_from_a_faithful_translation(one):
    query = query_of(article_of(humming=one), claim_of())
    translation = query.text
    for short, long in LONG.items():
        translation = translation.replace(short, long)
    assert missing_from(query, translation) == ()
    assert missing_from(query, '"nothing of it"[All Fields]') == tuple(term.as_sent for term in query.terms)


@given(nasty | queryish, nasty | queryish)
def test_any_two_texts_can_be_compared(sent, translation):
    assert set(missing(sent, translation)) <= {term.as_sent for term in Query(sent, sent).terms}
