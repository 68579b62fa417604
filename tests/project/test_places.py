"""Every fact has its line: claims and studies are found in the files as a person wrote them."""

import pytest

from claimbook.model.problems import Place
from claimbook.project.places import Places, find_places
from tests.project.miniature import write_project
from tests.report.demo import write_demo

TABLE = """\
article: demo
collection:
  date: 2026-01-31
  method: Invented for a test.
  level: Invented.
  pubmed_search: not run
  registries: Invented.
  coded_by: project
studies:
  - id: bass
    title: Humming and knees
    link: https://example.org/bass
    design: rct
    population: adults
  # a comment between two studies
  - title: Humming and sleep
    id: aria
    link: https://example.org/aria
    design: rct
    population: adults
    outcomes:
      - name: pain
        direction: no-difference
"""


@pytest.fixture
def places(tmp_path):
    return find_places(write_project(tmp_path, studies=TABLE), "demo")


def where(place):
    return str(place)


def test_a_field_of_a_claim_is_found(places):
    assert where(places.of_claim("knee", "heading")) == "claims/demo/knee.yaml:2:10"
    assert where(places.of_claim("knee", "outcomes", 0, "wording", "phrases", 0)) == "claims/demo/knee.yaml:15:17"
    assert where(places.of_claim("knee", "outcomes", 0)) == "claims/demo/knee.yaml:8:5"


def test_a_study_is_found_by_its_id_whatever_its_first_key_is(places):
    assert where(places.of_study("bass")) == "data/demo/studies.yaml:10:5"
    assert where(places.of_study("aria")) == "data/demo/studies.yaml:16:5"
    assert where(places.of_study("aria", "outcomes", 0, "direction")) == "data/demo/studies.yaml:23:20"


def test_what_is_not_written_down_is_shown_where_it_would_stand(places):
    # protects: 'comparator absent' must lead to the claim, not to nowhere
    assert where(places.of_claim("knee", "comparator")).startswith("claims/demo/knee.yaml:1:")
    assert where(places.of_study("bass", "funding")).startswith("data/demo/studies.yaml:10:")


def test_what_nobody_wrote_of_has_no_place(places):
    assert places.of_claim("neck") is None
    assert places.of_study("coda") is None
    assert places.of_study("coda", "outcomes", 0) is None


def test_the_order_of_the_studies_is_that_of_the_file(places):
    assert places.index == {"bass": 0, "aria": 1}


def test_places_are_relative_to_the_project(tmp_path, places):
    # protects: promise 7, no absolute path in what is printed
    for place in (places.of_claim("knee"), places.of_study("bass")):
        assert not place.file.is_absolute()
        assert (tmp_path / place.file).is_file()


@pytest.mark.parametrize("broken", [None, "studies: [", "studies: 7\n"])
def test_a_broken_table_leaves_the_places_of_the_claims(tmp_path, broken):
    found = find_places(write_project(tmp_path, studies=broken), "demo")
    assert found.of_study("bass") is None
    assert where(found.of_claim("knee", "heading")) == "claims/demo/knee.yaml:2:10"


@pytest.mark.parametrize("broken", ["id: [", "\tid: knee\n"])
def test_a_claim_that_cannot_be_read_leaves_the_places_of_the_studies(tmp_path, broken):
    found = find_places(write_project(tmp_path, claim=broken, studies=TABLE), "demo")
    assert found.of_claim("knee", "heading") is None
    assert found.of_study("bass") is not None


def test_a_claim_that_is_only_wrong_keeps_its_places(tmp_path):
    found = find_places(write_project(tmp_path, claim="id: knee\nheading: 7\n"), "demo")
    assert where(found.of_claim("knee", "heading")) == "claims/demo/knee.yaml:2:10"


def test_nothing_is_found_in_nothing():
    nowhere = Places({}, None, {})
    assert nowhere.of_claim("knee") is None
    assert nowhere.of_study("bass") is None


def test_every_study_of_a_project_is_found_at_its_own_start(tmp_path):
    project = write_demo(tmp_path)
    found = find_places(project, "demo")
    lines = (tmp_path / "data/demo/studies.yaml").read_text().splitlines()
    for name in found.index:
        place = found.of_study(name, "id")
        assert isinstance(place, Place)
        assert lines[place.line - 1][place.column - 1 :] == f'"{name}",'
