"""What cells of a notebook show: every fact in HTML and in text, nothing from outside taken for markup."""

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.report.case.article import open_article
from claimbook.report.case.claim import open_claim
from claimbook.report.show import plain_text
from tests.report.demo import HOSTILE, STUDIES, case, write_demo
from tests.report.pages import Read, is_well_formed
from tests.synthesis.factory import match, study

PARTS = (
    "says",
    "verdict",
    "summary",
    "looked_for",
    "search",
    "studies",
    "directions",
    "harvest",
    "forest",
    "albatross",
    "timeline",
    "certainty",
    "reasoning",
    "harms",
    "references",
)
ARTICLE_PARTS = (
    "says",
    "side_by_side",
    "overview",
    "evidence_map",
    "other_outcomes",
    "timeline",
    "sensitivity",
    "harms",
    "limits",
    "searches",
)


def lines(shown):
    return str(shown).splitlines()


def test_the_verdict_shows_three_boxes_and_no_score():
    shown = lines(case().verdict())
    assert shown[:10] == [
        "Knee pain",
        "Overstated",
        "Direction",
        "Toward the claim",
        "Two-sided p 0.0041, 100% of directions on one side",
        "Certainty",
        "Very low",
        f"Starts high: risk of bias {MINUS}1, imprecision {MINUS}1, publication bias {MINUS}1",
        "Amount",
        "3 studies",
    ]
    read = Read(case().verdict().html)
    assert [box["class"] for box in read.all("dl")] == ["boxes"]
    assert not read.all("meter", "progress", "svg")


MINUS = "\N{MINUS SIGN}"


# R40: wherever a result is shown, design, size and limits stand beside it.
def test_studies_are_grouped_by_why_they_count():
    shown = lines(case().studies())
    headings = ("Counted", "Direct,", "Never used", "Not direct (")
    assert [line for line in shown if line.startswith(headings)] == [
        "Counted: these give the verdict (3)",
        "Counted apart: another kind of study (1)",
        "Direct, without a usable result (1)",
        "Never used as evidence (1)",
        "Not direct (1)",
    ]
    assert next(line for line in shown if line.startswith("Aria")) == (
        "Aria 2020 adults with sore knees | Randomised trial / 60 participants | "
        "Reported as better with the intervention / Pain Size of the effect not seen; p <0.05 "
        "Read as: toward the claim. | "
        "Risk of bias low: randomised, double-blind, registered | Answers the claim directly or in part |"
    )


def test_a_number_behind_the_result_that_differs_from_the_study_is_said():
    odd = study("x", authors="Alto A", n=600, p="<0.05", finding={"participants": "not seen"})
    row = next(line for line in lines(case(odd).studies()) if line.startswith("Alto"))
    assert "600 participants; behind this result not seen" in row


@pytest.mark.parametrize(("language", "marked"), [("en", []), ("de", ["bdi", "span", "bdi", "bdi"])])
def test_texts_of_the_study_table_are_marked_as_english_on_a_page_in_another_language(language, marked):
    # protects: WCAG 2.2, 3.1.2; people, what was measured, reference and harms are spoken as English
    found = case(study("x", authors="Alto A", n=60, p="<0.05", harms="sore throats"), language=language)
    read = Read("".join(part.html for part in (found.studies(), found.references(), found.harms())))
    assert [tag for tag, attributes in read.elements if attributes.get("lang") == "en"] == marked


def test_an_outcome_nobody_looked_at_is_not_called_unstudied():
    shown = str(case(study("x", finding={"outcome": "sleep"})).studies())
    assert "Not looked for: no study was looked at for this outcome." in shown


def test_what_was_studied_instead_is_counted():
    others = [study(name, matched=match(answers="different")) for name in "ab"] + [study("c", matched=match(none="I"))]
    shown = lines(case(*others).verdict())
    assert "Not directly studied" in shown
    assert "- Another outcome: 2 of 3 studies OUTCOME_DIFFERENT" in shown


def test_silence_about_harms_is_not_safety():
    assert lines(case().harms())[-1] == (
        "The other 6 studies say nothing about harms in what was visible. That is not the same as no harm."
    )
    assert lines(case(study("x")).harms()) == [
        (
            "The one study that was looked at says nothing about harms in what was visible. "
            "That is not the same as no harm."
        ),
    ]


def test_figures_come_with_words_and_a_table():
    read = Read(case().directions().html)
    assert all(image["alt"] and image["src"].startswith("data:image/svg+xml;base64,") for image in read.all("img"))
    assert len(read.all("figure")) == len(read.all("table")) == len(read.all("img")) == 1


def test_one_outcome_can_be_asked_for():
    assert lines(case().verdict("pain")) == lines(case().verdict())
    with pytest.raises(ProblemsFoundError, match="the claim has no outcome 'pian'"):
        case().verdict("pian")


def test_the_data_frame_keeps_unknown_numbers_unknown():
    frame = case().table().set_index("study")
    assert frame.loc["Aria 2020", "participants"] == 60
    assert frame["participants"].isna().sum() == 3


@pytest.mark.parametrize("part", PARTS)
def test_hostile_text_is_shown_as_text(part):
    facts = {"title": HOSTILE, "authors": HOSTILE, "population": HOSTILE, "journal": HOSTILE, "harms": HOSTILE}
    hostile = [
        study("x", p="<0.05", n=30, **facts),
        study("y", "within", **facts),
        study("z", matched=match(answers="different"), **facts),
    ]
    html = getattr(case(*hostile, title=HOSTILE), part)().html
    read = Read(html)
    assert is_well_formed(html)
    assert not read.all("script", "b")
    assert "49" not in plain_text(html)  # a template inside a value is not run


def test_what_is_hostile_is_still_readable():
    shown = case(study("x", title=HOSTILE, p="<0.05")).references()
    assert HOSTILE in str(shown)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_well_formed_and_says_something(part):
    shown = getattr(case(), part)()
    assert is_well_formed(shown.html)
    assert str(shown).strip()
    assert "None" not in str(shown).replace("None of the", "")


def test_opening_a_claim_works_from_any_folder_of_the_project(tmp_path):
    project = write_demo(tmp_path)
    found = open_claim("demo", "humming", folder=project.notebooks_dir)
    assert repr(found) == "humming: Humming eases knee pain. (7 studies looked at)"
    assert "<style>" in found._repr_html_()
    with pytest.raises(ProblemsFoundError, match="article 'demo' has no claim 'hummin'"):
        open_claim("demo", "hummin", folder=tmp_path)


def test_a_broken_claim_is_named_and_the_others_are_shown(tmp_path):
    project = write_demo(tmp_path)
    project.claim_file("demo", "sleeping").write_text('{"id": "sleeping"}')
    found = open_article("demo", folder=tmp_path)
    assert any(line.startswith("Not read: sleeping.") for line in lines(found.says()))
    assert "“Humming helps”" in str(found.side_by_side())
    with pytest.raises(ProblemsFoundError):
        open_claim("demo", "sleeping", folder=tmp_path)


@pytest.mark.parametrize("part", ARTICLE_PARTS)
def test_every_part_of_an_article_is_well_formed(part, tmp_path):
    shown = getattr(open_article("demo", folder=write_demo(tmp_path, title=HOSTILE).root), part)()
    assert is_well_formed(shown.html)
    assert not Read(shown.html).all("script", "b")
    assert str(shown).strip()


def test_claims_stand_side_by_side_with_a_link_each(tmp_path):
    found = open_article("demo", folder=write_demo(tmp_path).root)
    shown = lines(found.side_by_side())
    assert [line.split(" | ")[1:5] for line in shown if line.startswith("“")] == [
        ["Overstated", "Toward the claim", "Very low", "3 studies 100 participants known; not seen in 1 study"],
        [
            "Cannot be assessed",
            "Not graded",
            "Not graded",
            "Nobody has looked No study was looked at; that is not evidence of absence",
        ],
    ]
    assert [link["href"] for link in Read(found.side_by_side().html).all("a")] == ["humming.html", "sleeping.html"]
    assert str(found.other_outcomes()) == "Every claim of this article has one outcome."
    assert len(found.table()) == 2


def test_names_of_studies_are_the_same_on_all_pages(tmp_path):
    project = write_demo(tmp_path)
    assert open_article("demo", folder=project.root).labels == open_claim("demo", "humming", folder=project.root).labels
    assert len(set(open_article("demo", folder=project.root).labels.values())) == len(STUDIES)


def test_plain_text_keeps_cells_lines_and_pictures_apart():
    html = '<style>p{}</style><table><tr><th>a</th><td>b<br>c</td></tr></table><ul><li>d &amp; e</li></ul><img alt="f">'
    assert plain_text(html).splitlines() == ["a | b / c |", "- d & e", "[f]"]
