from pathlib import PurePath

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.project.layout import Project, find_project, is_slug
from tests.project.miniature import printed, write_project


def refusal(ask, *arguments):
    with pytest.raises(ProblemsFoundError) as caught:
        ask(*arguments)
    return printed(caught.value.problems)


def test_the_project_is_found_from_any_folder_within(tmp_path):
    write_project(tmp_path)
    deep = tmp_path / "reports" / "demo"
    deep.mkdir(parents=True)
    assert find_project(deep) == find_project(tmp_path / "claims") == Project(tmp_path)


def test_the_nearest_project_is_meant(tmp_path):
    write_project(tmp_path)
    inner = write_project(tmp_path / "inner")
    assert find_project(inner.claims_dir) == inner


def test_the_current_folder_is_where_looking_begins(tmp_path, monkeypatch):
    write_project(tmp_path)
    monkeypatch.chdir(tmp_path / "data")
    assert find_project() == Project(tmp_path)


def test_outside_a_project_the_way_in_is_told(tmp_path):
    (tmp_path / "claims").mkdir()  # a folder of that name does not make a project
    assert refusal(find_project, tmp_path / "claims") == (
        "there is no project in claims or in any folder above it  [no-project]\n"
        "   a project is a folder that holds claims/<article>/article.yaml; go there, or name it\n"
    )


def test_where_things_are(tmp_path):
    project = write_project(tmp_path)
    files = [project.article_file("demo"), project.claim_file("demo", "knee"), project.studies_file("demo")]
    folders = [project.claims_dir, project.data_dir, project.reports_dir, project.notebooks_dir]
    assert [path.relative_to(tmp_path) for path in (*files, *folders)] == [
        PurePath("claims/demo/article.yaml"),
        PurePath("claims/demo/knee.yaml"),
        PurePath("data/demo/studies.yaml"),
        PurePath("claims"),
        PurePath("data"),
        PurePath("reports"),
        PurePath("notebooks"),
    ]
    assert project.article_ids() == ("demo",)
    assert project.claim_ids("demo") == ("knee",)


RULE = "an article is named by lower-case letters, digits and single hyphens"
HERE = "   articles here: demo\n"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("dmo", f"there is no article 'dmo'. Did you mean 'demo'?  [unknown-article]\n{HERE}"),
        ("walking", f"there is no article 'walking'  [unknown-article]\n{HERE}"),
        ("Demo", f"'Demo' is not an id; {RULE}. Did you mean 'demo'?  [bad-id]\n{HERE}"),
        ("", f"the id is empty; {RULE}  [bad-id]\n{HERE}"),
        ("..", f"'..' is a path; {RULE}  [bad-id]\n{HERE}"),
        ("../demo", f"'../demo' is a path; {RULE}. Did you mean 'demo'?  [bad-id]\n{HERE}"),
        ("/etc/passwd", f"'/etc/passwd' is a path; {RULE}  [bad-id]\n{HERE}"),
        (
            "claims/demo/article.yaml",
            f"'claims/demo/article.yaml' is a path; {RULE}. Did you mean 'demo'?  [bad-id]\n{HERE}",
        ),
        ("C:\\demo", f"'C:\\demo' is a path; {RULE}. Did you mean 'demo'?  [bad-id]\n{HERE}"),
        ("demo\n", f"'demo␊' is not an id; {RULE}. Did you mean 'demo'?  [bad-id]\n{HERE}"),
        ("de\x1b[2Jmo", f"'de␛[2Jmo' is not an id; {RULE}. Did you mean 'demo'?  [bad-id]\n{HERE}"),
    ],
)
def test_only_an_id_names_an_article(tmp_path, typed, expected):
    assert refusal(write_project(tmp_path).known_article, typed) == expected


def test_a_known_id_is_taken_as_it_is(tmp_path):
    project = write_project(tmp_path)
    assert project.known_article("demo") == "demo"
    assert project.known_claim("demo", "knee") == "knee"
    assert refusal(project.known_claim, "demo", "kne") == (
        "there is no claim 'kne'. Did you mean 'knee'?  [unknown-claim]\n   claims here: knee\n"
    )


@pytest.mark.parametrize("text", ["a", "back-pain", "2-steps", "a" * 80])
def test_ids(text):
    assert is_slug(text)


@pytest.mark.parametrize("text", ["", "A", "-a", "a-", "a--b", "a_b", "a.b", "a/b", "é", "a" * 81, "a\n"])
def test_no_ids(text):
    assert not is_slug(text)
