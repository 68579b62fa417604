"""Documentation that cannot drift from the code."""

import re
import textwrap
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli import app
from claimbook.report.page.about import about_markdown
from claimbook.report.page.methods import methods_markdown
from claimbook.synthesis.grade.verdict import VERDICT_TABLE
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.thresholds import DEFAULT, Thresholds, table
from tests.readme import README, current
from tests.reference_folder import reference

ROOT = Path(__file__).parents[1]
SYNTHESIS = ROOT / "src" / "claimbook" / "synthesis"
VERBS = [command.name or command.callback.__name__ for command in app.registered_commands]


def test_the_methods_page_is_current():
    # protects: a page that says other numbers than the code uses (`make docs` writes it again)
    assert (ROOT / "docs" / "methods.md").read_text() == methods_markdown()


def test_every_rule_that_the_code_names_is_in_the_rulebook():
    # protects: a reason that nobody can look up
    names = {rule.removeprefix("GATE-") for rule in RULES} | set(RULES)
    source = "\n".join(path.read_text() for path in SYNTHESIS.rglob("*.py"))
    named = set(re.findall(r'"([A-Z][A-Z0-9]+(?:[-_][A-Z0-9_]+)+(?:-\d)?)"', source))
    assert named <= names, named - names


def test_every_rule_of_the_specification_is_in_the_rulebook():
    # protects: a rule of the specification that nobody implemented
    spec = reference("method", "evidence-grading.md")
    ids = re.findall(r"^\| ([A-Z][A-Z0-9]+(?:-[A-Z0-9]+)+(?:-\d(?:/\d)+)?) \|", spec.read_text(), re.MULTILINE)
    expanded = set()
    for name in ids:
        family = re.match(r"(.*-)(\d(?:/\d)+)$", name)
        expanded |= {family[1] + level for level in family[2].split("/")} if family else {name}
    expanded = {name for name in expanded if not name.startswith("DEC-")}
    assert len(expanded) > 70
    assert expanded <= set(RULES), expanded - set(RULES)


def test_every_threshold_stands_in_a_rule_and_moves_its_text():
    # protects: a number in the table that no rule mentions, or a rule that prints another number
    for row in table():
        moved = Thresholds(**{row.name: row.value + 0.13})
        assert any(rule.text(moved) != rule.text(DEFAULT) for rule in RULES.values()), row.name


def test_the_printed_verdict_table_equals_the_code():
    # protects: each of the 144 cells as a reader sees them
    text = methods_markdown()
    section = text[text.index("## Verdict table") : text.index("## Thresholds")]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("| ")
    ]
    cells = {tuple(row[:3]): row[3:] for row in rows[2:]}
    assert len(cells) * 3 == len(VERDICT_TABLE)
    for (state, stream, certainty, strength), advice in VERDICT_TABLE.items():
        assert cells[state, stream, certainty.words][strength - 1] == f"{advice.verdict}, {advice.action}"


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help_and_is_in_the_readme(verb):
    # protects: a verb that nobody can find
    result = CliRunner().invoke(app, [verb, "--help"])
    assert result.exit_code == 0
    assert f"claimbook {verb}" in (ROOT / "README.md").read_text()


def test_the_verdicts_in_the_readme_are_the_computed_ones():
    # protects: a README that promises other verdicts than the report gives (`make docs` writes them again)
    assert README.read_text() == current(README.read_text())


def test_the_readme_and_the_page_about_claimbook_tell_one_meaning_of_cannot_assess():
    # protects: a verdict that means 'nobody has looked' is not told as evidence that could not be read
    (told,) = re.findall(r"^\| `cannot-assess` \| (.+) \|$", README.read_text(), re.MULTILINE)
    assert told in about_markdown()
    assert "nobody has looked" in told


def test_the_first_own_claim_of_the_readme_works(tmp_path):
    # protects: a newcomer's first five minutes
    article, claim, studies = re.findall(r"```yaml\n(.*?)```", README.read_text(), re.DOTALL)
    files = {
        "claims/my-article/article.yaml": article,
        "claims/my-article/better-sleep.yaml": claim,
        "data/my-article/studies.yaml": studies,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(textwrap.dedent(text))
    checked = CliRunner().invoke(app, ["check", "--project", str(tmp_path)])
    assert checked.exit_code == 0
    assert checked.output.endswith("\n\n1 article, 1 claim, 0 studies: no mistakes\n")
    told = CliRunner().invoke(app, ["why", "better-sleep", "--project", str(tmp_path)])
    assert "cannot-assess" in told.output
    assert "NOTHING_LOOKED_AT" in told.output
