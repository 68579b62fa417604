"""Where email, key and address come from, and what is refused before PubMed is asked."""

import pickle

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.pubmed.client.settings import NCBI, Secret, Settings, config_file, read_settings

EMAIL = "searcher@example.org"
KEY = "invented0key1for2tests3only4"


@pytest.fixture
def config(tmp_path):
    return tmp_path / "config.toml"


def test_claimbook_names_win_over_ncbi_names_and_both_over_the_file(config):
    config.write_text('[pubmed]\nemail = "file@example.org"\napi_key = "key0of1the2file"\n')
    assert read_settings({}, config).email == "file@example.org"
    assert read_settings({"NCBI_EMAIL": EMAIL}, config).email == EMAIL
    assert read_settings({"NCBI_EMAIL": "x@example.org", "CLAIMBOOK_EMAIL": EMAIL}, config).email == EMAIL
    assert read_settings({"CLAIMBOOK_API_KEY": KEY}, config).api_key == Secret(KEY)
    assert read_settings({"NCBI_API_KEY": " "}, config).api_key == Secret("key0of1the2file")


def test_without_key_and_address_pubmed_itself_is_asked(config):
    settings = read_settings({"CLAIMBOOK_EMAIL": EMAIL}, config)
    assert (settings.base, settings.api_key, settings.tool, settings.is_ncbi) == (NCBI, None, "claimbook", True)
    rehearsal = read_settings({"CLAIMBOOK_EMAIL": EMAIL, "CLAIMBOOK_EUTILS_URL": "http://127.0.0.1:8080/x"}, config)
    assert (rehearsal.base, rehearsal.host, rehearsal.is_ncbi) == ("http://127.0.0.1:8080/x/", "127.0.0.1:8080", False)


REFUSED = [
    ({}, "no-email"),
    ({"CLAIMBOOK_EMAIL": "searcher"}, "bad-email"),
    ({"CLAIMBOOK_EMAIL": "A Searcher <searcher@example.org>"}, "bad-email"),
    ({"CLAIMBOOK_EMAIL": "a@example.org,b@example.org"}, "bad-email"),
    ({"CLAIMBOOK_EMAIL": "a@example.org\nx"}, "bad-email"),
    ({"CLAIMBOOK_EMAIL": EMAIL, "CLAIMBOOK_API_KEY": "two words of a key"}, "bad-api-key"),
    ({"CLAIMBOOK_EMAIL": EMAIL, "NCBI_API_KEY": "short"}, "bad-api-key"),
    ({"CLAIMBOOK_EMAIL": EMAIL, "CLAIMBOOK_EUTILS_URL": "eutils"}, "bad-address"),
    ({"CLAIMBOOK_EMAIL": EMAIL, "CLAIMBOOK_EUTILS_URL": "file:///etc"}, "bad-address"),
    ({"CLAIMBOOK_EMAIL": EMAIL, "CLAIMBOOK_EUTILS_URL": "http://name:word@example.org/"}, "bad-address"),
    ({"CLAIMBOOK_EMAIL": EMAIL, "CLAIMBOOK_EUTILS_URL": "http://example.org:port/"}, "bad-address"),
    ({"CLAIMBOOK_EMAIL": EMAIL, "CLAIMBOOK_EUTILS_URL": "http://[example/"}, "bad-address"),
    (
        {"CLAIMBOOK_EMAIL": EMAIL, "CLAIMBOOK_API_KEY": KEY, "CLAIMBOOK_EUTILS_URL": "http://example.org/"},
        "key-in-the-open",
    ),
]


@pytest.mark.parametrize(("env", "code"), REFUSED)
def test_what_cannot_be_right_is_one_sentence_with_a_next_step(env, code, config):
    with pytest.raises(ProblemsFoundError) as caught:
        read_settings(env, config)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.hint
    assert not any(key in f"{problem}" for key in ("two words of a key", "short", KEY))


@pytest.mark.parametrize("text", ["pubmed = 3", "[pubmed]\nemail = 3", f'[pubmed]\napi_key = "{KEY}', "\xff"])
def test_a_broken_file_is_told_without_its_lines(text, config):
    config.write_text(text, encoding="latin-1")
    with pytest.raises(ProblemsFoundError) as caught:
        read_settings({}, config)
    assert caught.value.problems[0].code == "bad-config"
    assert KEY not in repr(caught.value.problems)


def test_a_key_never_shows_itself():
    settings = Settings(EMAIL, Secret(KEY))
    assert KEY not in f"{settings!r} {settings} {settings.api_key} {settings.whose_rate} {vars(settings)}"
    assert pickle.loads(pickle.dumps(settings)).api_key.reveal() == KEY  # noqa: S301 - for a process of one's own


def test_the_file_lies_where_the_system_keeps_such_files():
    assert config_file().name == "config.toml"
    assert "claimbook" in str(config_file())
