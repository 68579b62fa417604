"""Write what is generated: schemas and the methods page."""

from pathlib import Path

from claimbook.project.schemas import write_schemas


def schema(out: Path) -> tuple[Path, ...]:
    """Write the JSON Schemas of the YAML files, for editors that complete and check, and of ``claimbook.json``."""
    from claimbook.exports.everything import write_schema  # noqa: PLC0415

    return (*write_schemas(out), write_schema(out))


def methods(out: Path | None) -> str:
    """The methods page from the rules and thresholds in force, written where a place is named."""
    from claimbook.project.files import write_text  # noqa: PLC0415
    from claimbook.report.page.methods import methods_markdown  # noqa: PLC0415

    text = methods_markdown()
    if out is not None:
        write_text(out, text)
    return text
