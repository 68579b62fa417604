"""Concepts as people might write them, for property tests."""

# ruff: noqa: RUF001 - the signs that look like others are what is tested

from typing import get_args

from hypothesis import strategies as st

from claimbook.model.claim import Article, Claim
from claimbook.model.search_terms import FilterName
from tests.model.forms import CLAIM, read

WORDS = ["humming", "gait", "knee", "runner's", "x-ray", "beta-2", "pain", "and", "of", "β", "Ménière", "18F", "S1P(1)"]
word = st.sampled_from(WORDS) | st.text("abcdefghijklmnopqrstuvwxyzäé", min_size=1, max_size=12)
phrase = st.lists(word, min_size=1, max_size=5).map(" ".join)
truncated = st.tuples(phrase, st.text("abcdefghij", min_size=4, max_size=9)).map(lambda pair: f"{pair[0]} {pair[1]}*")
stem = st.text("abcdefghij", min_size=4, max_size=9).map(lambda text: f"{text}*")
near = st.builds(
    lambda words, within, field: {"near": " ".join(words), "within": within, "field": field},
    st.lists(st.sampled_from(["humming", "gait", "knee"]), min_size=2, max_size=4),
    st.integers(0, 1000),
    st.sampled_from(["ti", "tiab"]),
)
good_text = phrase.map(lambda text: f"{text} humming") | truncated | stem
heading = st.sampled_from(["Singing", "Osteoarthritis, Knee", "NAD(P)H Dehydrogenase (Quinone)", "3',5'-Cyclic-AMP"])
mesh = heading | st.builds(
    lambda name, explode, major, qualifier: {
        "heading": name,
        "explode": explode,
        "major": major,
        **({"qualifier": qualifier} if qualifier else {}),
    },
    heading,
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "therapy", "drug therapy"]),
)
concepts = st.fixed_dictionaries(
    {"terms": st.lists(good_text | near, min_size=1, max_size=6), "mesh": st.lists(mesh, max_size=3)}
)
limits = st.fixed_dictionaries(
    {},
    optional={
        "filter": st.sampled_from(get_args(FilterName)),
        "from": st.sampled_from([1999, "2001-02", "2004-02-29"]),
        "until": st.sampled_from([2026, "2025-02", "2024-02-29"]),
        "languages": st.lists(st.sampled_from(["english", "german"]), min_size=1, max_size=2),
    },
)
# Everything that a text may hold, and often the signs that mean something in a query.
nasty = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\"'()[]*:~/&;#?, \n\t\0\u202e“”∗–ANDORNOT"), max_size=60
)
SIGNS = """( ) " [ ] * : [tiab] [foo] knee an* 2020 [dp] ~2 [tiab:~2] &amp; ∗ [mh:noexp] the and"""
queryish = st.lists(st.sampled_from([*SIGNS.split(), " AND ", " OR ", " NOT ", " ", '"two words"']), max_size=40).map(
    "".join
)


def article_of(**found):
    return read(Article, {"id": "demo", "title": "Hum yourself well", "claims": ["humming"], "concepts": found})


def claim_of(**search):
    return read(Claim, CLAIM, search={"intervention": ["humming"]} | search, concepts={})
